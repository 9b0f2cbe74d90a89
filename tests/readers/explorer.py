#!/usr/bin/env python3
"""The page to explore, read by an HTML parser: explorer.py PAGE.html GRAPH.json [texts]

Its data is the graph of the JSON export, aligned with layout and pinyin; nothing but its own script can run. With `texts`,
every evidence stands where it says in the document's text.
"""
import base64
import hashlib
import html.parser
import json
import math
import re
import sys


class Page(html.parser.HTMLParser):
    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.scripts, self.styles, self.policy, self.links = [], [], "", []
        self.into = None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("script", "style"):
            self.into = [given, ""]
            (self.scripts if tag == "script" else self.styles).append(self.into)
        if given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = given["content"]
        self.links += [value for name, value in attributes if name in ("src", "href", "action", "srcset", "data")]
        assert not any(name.startswith("on") for name in given), f"an event handler on <{tag}>"

    def handle_data(self, data):
        if self.into is not None:
            self.into[1] += data

    def handle_endtag(self, tag):
        self.into = None


def hash_of(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def check_page(page: Page) -> dict:
    data = [text for given, text in page.scripts if given.get("id") == "zonekg-data"]
    code = [text for given, text in page.scripts if given.get("type") != "application/json"]
    assert len(data) == 1 and len(page.scripts) == len(code) + 1, "scripts"
    policy = {words[0]: words[1:] for words in (part.split() for part in page.policy.split(";")) if words}
    assert policy["default-src"] == ["'none'"] and policy["connect-src"] == ["'none'"], policy
    assert sorted(policy["script-src"]) == sorted(hash_of(text) for text in code), "the policy's script is not the page's"
    outside = [link for link in page.links if link and not re.match(r"(data:|#|$)", link)]
    assert not outside, f"loads {outside}"
    return json.loads(data[0])


def all_evidence(graph: dict):
    for node in graph["nodes"]:
        yield from node["mentions"]
        for key, value in node.items():
            if key.endswith("_history") and isinstance(value, list):
                for entry in value:
                    yield from entry["evidence"]
    for link in graph["links"]:
        yield from link["evidence"]


def check_data(data: dict, graph: dict) -> None:
    assert data["version"] == 1
    assert data["graph"] == graph, "not the graph of the JSON export"
    count = len(graph["nodes"])
    xs, ys = data["layout"]["x"], data["layout"]["y"]
    assert len(xs) == len(ys) == len(data["pinyin"]) == count
    assert all(math.isfinite(v) for v in xs + ys) and len(set(zip(xs, ys))) == count, "places"
    assert set(data["types"]["nodes"]) == {n["type"] for n in graph["nodes"]}
    assert set(data["types"]["edges"]) == {link["type"] for link in graph["links"]}
    assert all(re.fullmatch("#[0-9a-f]{6}", t["color"]) for t in data["types"]["nodes"].values())
    ids = {n["id"] for n in graph["nodes"]}
    assert set(data["life_cycles"]) <= ids
    for series in data["series"]:
        assert series["zone"] in ids and {p["node"] for p in series["points"]} <= ids
    for finding in data["audit"]:
        assert finding["subject"] in ids and finding["evidence"]
    assert [d["id"] for d in data["documents"]] == [d["id"] for d in graph["graph"]["documents"]]


def main() -> None:
    page_file, graph_file = sys.argv[1:3]
    with open(page_file, encoding="utf-8", newline="") as file:
        page = Page(file.read())
    with open(graph_file, encoding="utf-8") as file:
        graph = json.load(file)
    data = check_page(page)
    check_data(data, graph)
    texts = {d["id"]: d["text"] for d in data["documents"] if "text" in d}
    if sys.argv[3:] == ["texts"]:
        for evidence in all_evidence(graph):
            assert texts[evidence["doc"]][evidence["begin"]:evidence["end"]] == evidence["text"], evidence
    print(f"{len(graph['nodes'])} nodes, {len(graph['links'])} edges, {len(texts)} texts")


if __name__ == "__main__":
    main()
