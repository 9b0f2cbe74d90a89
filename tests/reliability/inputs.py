#!/usr/bin/env python3
"""A folder with COUNT files, a third of them broken, and with what is no file: inputs.py ZONEKG FOLDER COUNT.

Bounded time and memory, one diagnostic for each broken one, and every good one in the graph.
"""
import json
import os
import pathlib
import resource
import shutil
import socket
import subprocess
import sys
import time


def broken(i):
    kinds = [(b"PK\x03\x04 cut", ".docx"), (b"\x89PNG\r\n\x1a\n" + bytes(50), ".txt"), (b"%PDF-1.4 cut", ".pdf"),
             (b"\x1f\x8b\x08 cut", ".txt.gz"), (b"", ".html")]
    return kinds[i % (5 if i % 60 == 0 else 2)]  # the others start programs


def fill(folder, count):
    """Names of the broken ones."""
    bad = set()
    for i in range(count):
        if i % 3 == 0:
            data, ending = broken(i // 3)
            bad.add(f"b{i:06}{ending}")
            (folder / f"b{i:06}{ending}").write_bytes(data)
        else:
            (folder / f"g{i:06}.txt").write_text(f"园区第{i}号企业远景{i}科技有限公司落户。\n", "utf-8")
    return bad


def add_strange(folder):
    """What is no file, or lies behind a strange name: names with a diagnostic, and how many good ones."""
    (folder / "loop").mkdir()
    (folder / "loop" / "up").symlink_to("..")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "nothing.txt").symlink_to("none.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    listening = socket.socket(socket.AF_UNIX)
    os.chdir(folder)  # the name of a socket must be short
    listening.bind("socket.txt")
    bad, good = {"self.txt", "nothing.txt", "zero.txt", "pipe.txt", "socket.txt"}, 0
    if os.geteuid() != 0:
        (folder / "closed").mkdir(mode=0)
        bad.add("closed")
    for name in ("园区".encode("gb18030") + b".txt", b"caf\xe9.txt", b"line\nfeed.txt", b"\x1b[31m.txt", b"'\";$(x) .txt", b"-o.txt", b"a" * 251 + b".txt"):
        with open(os.fsencode(folder) + b"/" + name, "wb") as file:
            file.write("开发区建成投产。\n".encode() + name.hex().encode())
        good += 1
    return bad, good


def main():
    zonekg, folder, count = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), int(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "in").mkdir(parents=True)
    bad = fill(folder / "in", count)
    strange, good = add_strange(folder / "in")
    wanted = bad | strange
    begin = time.monotonic()
    run = subprocess.run([zonekg, "build", folder / "in", "-o", folder / "g.json"], capture_output=True, timeout=3000)
    took, memory = time.monotonic() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    problems = []
    said = {}
    for line in run.stderr.decode("utf-8").splitlines():
        if line.startswith(("error: ", "warning: ")):
            name = line.split(": ")[1]
            said[name] = said.get(name, 0) + 1
    if run.returncode != 0:
        problems.append(f"exit code {run.returncode}: {run.stderr.decode()[-300:]}")
    if set(said) != wanted or set(said.values()) != {1}:
        problems.append(f"not one diagnostic each: {sorted(set(said) ^ wanted)[:10]} {[n for n in said if said[n] > 1][:10]}")
    documents = json.loads((folder / "g.json").read_text("utf-8"))["graph"]["documents"] if run.returncode == 0 else []
    if len(documents) != count + len(strange) + good:
        problems.append(f"{len(documents)} documents")
    if took > 30 + count / 20 or memory > 1000 + count / 100:
        problems.append(f"{took:.1f} s, {memory} MiB")
    print("\n".join(problems) or f"{count} files, {len(wanted)} of them broken: one diagnostic each, {took:.1f} s, {memory} MiB")
    os.chdir("/")
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
