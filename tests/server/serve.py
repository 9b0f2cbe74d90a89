#!/usr/bin/env python3
"""`zonekg view` as a browser, and as somebody who means harm, meets it: serve.py ZONEKG GRAPH.json

Every wait is bounded: a server that hangs fails the test.
"""
import concurrent.futures
import http.client
import json
import re
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.parse

PATIENCE = 20  # seconds


class Viewer:
    def __init__(self, program: str, graph: str, *options: str):
        self.process = subprocess.Popen([program, "view", graph, "--no-open", *options], stdout=subprocess.PIPE,
                                        stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline().strip()
        match = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/([0-9a-f]{32})/", line)
        assert match, f"not an address: {line!r}; {self.process.stderr.read() if not line else ''}"
        self.port, self.token = int(match[1]), match[2]

    def get(self, inside: str, method: str = "GET", headers: dict | None = None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, f"/{self.token}/{inside}", headers=headers or {})
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()

    def raw(self, data: bytes) -> bytes:
        """All that comes back until the server closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(data)
            answer = b""
            while block := connection.recv(65536):
                answer += block
            return answer

    def stop(self, how=signal.SIGINT):
        self.process.send_signal(how)
        begin = time.monotonic()
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors, time.monotonic() - begin


def check_answers(viewer: Viewer, graph: dict) -> None:
    status, headers, page = viewer.get("")
    assert status == 200 and b'"served":"data.json"' in page
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy, policy
    assert policy.split("; frame-ancestors")[0].encode() in page, "header and page say different things"
    for name, value in {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
                        "Content-Type": "text/html; charset=utf-8"}.items():
        assert headers[name] == value, (name, headers[name])
    status, headers, body = viewer.get("data.json")
    data = json.loads(body)
    assert status == 200 and headers["X-Content-Type-Options"] == "nosniff"
    assert [n["id"] for n in data["graph"]["nodes"]] == [n["id"] for n in graph["nodes"]]
    assert len(data["layout"]["x"]) == len(graph["nodes"]) == len(data["pinyin"])
    zone = next(n for n in graph["nodes"] if n["type"] == "zone")
    status, _, body = viewer.get("neighbours?" + urllib.parse.urlencode({"node": zone["id"]}))
    assert status == 200 and zone["id"] in [n["id"] for n in json.loads(body)["graph"]["nodes"]]
    status, _, body = viewer.get("search?" + urllib.parse.urlencode({"q": zone["name"]}))
    assert status == 200 and json.loads(body)["nodes"][0]["name"] == zone["name"]
    document = graph["graph"]["documents"][0]
    status, _, body = viewer.get("document?id=" + document["id"])
    text = json.loads(body)["text"]
    evidence = next(m for n in graph["nodes"] for m in n["mentions"] if m["doc"] == document["id"])
    assert text[evidence["begin"]:evidence["end"]] == evidence["text"]


def check_refusals(viewer: Viewer) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        status, headers, _ = viewer.get("", method)
        assert status == 405 and headers["Allow"] == "GET, HEAD", (method, status)
    status, headers, body = viewer.get("data.json", "HEAD")
    assert status == 200 and body == b"" and int(headers["Content-Length"]) > 1000
    assert viewer.get("", headers={"Host": "evil.example"})[0] == 421
    assert viewer.get("", headers={"Host": f"evil.example:{viewer.port}"})[0] == 421
    assert viewer.get("", headers={"Host": f"localhost:{viewer.port}"})[0] == 200
    assert viewer.get("data.json", headers={"Origin": "https://evil.example"})[0] == 403
    assert viewer.get("data.json", headers={"Origin": "null"})[0] == 403
    assert viewer.get("data.json", headers={"Origin": f"http://127.0.0.1:{viewer.port}"})[0] == 200
    for path in ("../", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "%2e%2e/", "web/dist/explorer.html"):
        assert viewer.get(path)[0] == 404, path
    host = f"Host: 127.0.0.1:{viewer.port}\r\n".encode()
    token = viewer.token.encode()
    cases = {b"GET / HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n": b" 404 ",
             b"GET /" + b"0" * 32 + b"/ HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n": b" 404 ",
             b"GET /" + token + b"/ HTTP/1.1\r\nConnection: close\r\n\r\n": b" 421 ",
             b"GET /" + token + b"/ HTTP/1.1\r\n" + host + b"Host: evil.example\r\nConnection: close\r\n\r\n": b" 421 ",
             b"GET /" + token + b"/ HTTP/1.1\r\n" + host + b"Content-Length: 5\r\n\r\nhello": b" 200 ",
             b"GET /" + token + b"/../../etc/passwd HTTP/1.1\r\n" + host + b"Connection: close\r\n\r\n": b" 404 ",
             b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n": b" 400 ",
             b"GARBAGE\r\n\r\n": b" 400 ",
             b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + host + b"\r\n": b" 400 ",
             b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n": b" 400 "}
    for request, expected in cases.items():
        try:
            answer = viewer.raw(request)
        except ConnectionError:
            answer = expected  # closed while we were still sending: refused as well
        assert expected in answer.split(b"\r\n")[0] + b" ", (request[:60], answer[:80])
    two = b"GET /" + token + b"/ HTTP/1.1\r\n" + host + b"\r\n"
    answer = viewer.raw(two + two.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
    assert answer.count(b"HTTP/1.1 200 OK") == 2, "two requests in one packet"


def check_other_interfaces(viewer: Viewer) -> None:
    for address in ("127.0.0.2", "::1"):
        try:
            socket.create_connection((address, viewer.port), timeout=2).close()
        except OSError:
            continue
        raise AssertionError(f"listens at {address} as well")


def check_many(viewer: Viewer) -> None:
    with concurrent.futures.ThreadPoolExecutor(200) as pool:
        answers = list(pool.map(lambda i: viewer.get("search?q=a" if i % 2 else "")[0], range(1000)))
    assert answers == [200] * 1000, [a for a in answers if a != 200][:5]


def check_at_once(viewer: Viewer) -> None:
    """1,000 open connections, then a request on each: as many are answered as the server keeps open, the others closed."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    request = f"GET /{viewer.token}/search?q=a HTTP/1.1\r\nHost: 127.0.0.1:{viewer.port}\r\nConnection: close\r\n\r\n".encode()
    connections = [socket.create_connection(("127.0.0.1", viewer.port), timeout=PATIENCE) for _ in range(1000)]
    for connection in connections:
        try:
            connection.sendall(request)
        except ConnectionError:
            pass
    answered = 0
    for connection in connections:
        with connection:
            try:
                answered += connection.recv(12).endswith(b"200")
            except ConnectionError:
                pass
    assert answered >= 500, f"only {answered} of 1,000 that were open at once were answered"


def check_slow(viewer: Viewer) -> None:
    """Clients that send a request byte by byte or not at all, and one that does not read what it asked for."""
    slow = [socket.create_connection(("127.0.0.1", viewer.port), timeout=PATIENCE) for _ in range(600)]
    for connection in slow[::2]:
        connection.sendall(b"GET /")
    idle = socket.create_connection(("127.0.0.1", viewer.port), timeout=PATIENCE)
    idle.sendall(f"GET /{viewer.token}/data.json HTTP/1.1\r\nHost: 127.0.0.1:{viewer.port}\r\n\r\n".encode() * 50)
    begin = time.monotonic()
    assert viewer.get("")[0] == 200
    took = time.monotonic() - begin
    for connection in [*slow, idle]:
        connection.close()
    assert took < 6, f"{took:.1f} s while others were slow"


def main() -> None:
    program, graph_file, reports = sys.argv[1:]
    with open(graph_file, encoding="utf-8") as file:
        graph = json.load(file)
    viewer = Viewer(program, graph_file, "--sources", reports)
    try:
        check_answers(viewer, graph)
        check_refusals(viewer)
        check_other_interfaces(viewer)
        check_many(viewer)
        check_at_once(viewer)
        check_slow(viewer)
        assert viewer.get("data.json")[0] == 200
        second = subprocess.run([program, "view", graph_file, "--no-open", "--port", str(viewer.port)], capture_output=True,
                                text=True, timeout=PATIENCE)
        assert second.returncode == 1 and "--port" in second.stderr, second.stderr
    finally:
        code, errors, took = viewer.stop()
    assert code == 0 and "stopped after" in errors and took < 1.5, (code, errors, took)
    other = Viewer(program, graph_file)
    assert (other.port, other.token) != (viewer.port, viewer.token)
    code, errors, _ = other.stop(signal.SIGTERM)
    assert code == 0, errors
    print("answers, refusals, many and slow clients: as they should be")


if __name__ == "__main__":
    main()
