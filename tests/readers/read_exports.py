#!/usr/bin/env python3
"""The exports of one graph, read by other people's programs: read_exports.py FOLDER.

FOLDER holds g.json and the same graph in the other formats. JSON, read by the standard library, is the measure: every
reader must find the same nodes, edges, names, types and figures. A reader that is not installed is named and left out.
"""
import collections
import csv
import datetime
import html.parser
import importlib
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
RESERVED = {"id", "type", "name", "aliases", "mentions", "confidence"}
HAN = "[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]"


def as_xml(text):
    return NOT_XML.sub("\ufffd", text)


def without_nul(text):
    return text.replace("\0", "\ufffd")


def expect(condition, what):
    if not condition:
        sys.exit(f"read_exports: {what}")


def installed(module):
    try:
        return importlib.import_module(module)
    except ImportError:
        print(f"skipped: python module {module} is not installed")
        return None


def figures(node):
    """Properties with numbers, those of figures too."""
    for key, value in node.items():
        if key in RESERVED or isinstance(value, (bool, str, list)):
            continue
        yield key, value["value"] if isinstance(value, dict) else value


def triples(plain, spell=str):
    return collections.Counter((e["source"], spell(e["type"]), e["target"]) for e in plain["links"])


def check_gexf(path, plain):
    root = ElementTree.parse(path).getroot()
    space = "{http://gexf.net/1.3}"
    graph = root.find(space + "graph")
    expect(graph.get("timeformat") == "date", "GEXF: no dates")
    states = 0
    for element in graph.iter():
        for key in ("start", "end"):
            if element.get(key):
                datetime.date.fromisoformat(element.get(key))
        if element.get("start") and element.get("end"):
            expect(element.get("start") <= element.get("end"), "GEXF: ends before it starts")
        states += element.tag == space + "attvalue" and element.get("for").endswith("_over_time")
    dated = any(h.get("period") and h["modality"] == "actual" for n in plain["nodes"] for h in n.get("status_history", []))
    expect(states or not dated, "GEXF: no state has a time")
    networkx = installed("networkx")
    if not networkx:
        return
    # networkx knows the name space of 1.2 only; what it reads is the same in 1.3.
    older = path.with_suffix(".gexf12")
    older.write_text(path.read_text("utf-8").replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft"), "utf-8")
    read = networkx.read_gexf(older)
    expect(read.is_directed() and set(read) == {n["id"] for n in plain["nodes"]}, "GEXF: networkx finds other nodes")
    expect(read.number_of_edges() == len(plain["links"]), f"GEXF: networkx counts {read.number_of_edges()} edges")
    for node in plain["nodes"]:
        have = read.nodes[node["id"]]
        expect(have["label"] == as_xml(node["name"]), f"GEXF: label of {node['id']}")
        expect(have.get("type", "") == as_xml(node["type"]), f"GEXF: type of {node['id']}")
        expect(have["confidence"] == node["confidence"], f"GEXF: confidence of {node['id']}")
        for key, value in figures(node):
            expect(float(have[as_xml(key)]) == value, f"GEXF: {key} of {node['id']}")


def plain_cell(text):
    """A cell of text as the CSV holds it: formulas are disarmed by an apostrophe."""
    return without_nul("'" + text if text[:1] and text[0] in "=+-@\t\r\n＝＋－＠" else text)


def check_csv(folder, plain):
    csv.field_size_limit(10**9)
    path = folder / "g.nodes.csv"
    expect(path.read_bytes().startswith(b"\xef\xbb\xbf"), "CSV: no byte order mark, Excel would not see UTF-8")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    expect([r["id"] for r in rows] == [n["id"] for n in plain["nodes"]], "CSV: other nodes")
    for row, node in zip(rows, plain["nodes"]):
        expect(None not in row, f"CSV: too many cells for {node['id']}")
        expect(row["name"] == plain_cell(node["name"]), f"CSV: name of {node['id']}: {row['name']!r}")
        expect(row["type"] == plain_cell(node["type"]), f"CSV: type of {node['id']}")
        for key, value in figures(node):
            expect(float(row[plain_cell(key)]) == value, f"CSV: {key} of {node['id']}")
    with open(folder / "g.edges.csv", encoding="utf-8-sig", newline="") as file:
        found = collections.Counter((r["source"], r["type"], r["target"]) for r in csv.DictReader(file, strict=True))
    expect(found == triples(plain, plain_cell), "CSV: other edges")


def check_neo4j(folder, plain):
    def one_line(text):
        return without_nul(text).replace("\n", " ").replace("\r", " ")

    with open(folder / "g.neo4j.nodes.csv", encoding="utf-8", newline="") as file:
        text = file.read()
        expect(text.count("\n") == text.count("\r\n") == len(plain["nodes"]) + 1, "neo4j: a field spans lines")
        rows = list(csv.DictReader(text.split("\r\n"), strict=True))
    header = list(rows[0])
    for need in ("id:ID", "name", "aliases:string[]", "confidence:double", ":LABEL"):
        expect(need in header, f"neo4j: no {need}")
    for row, node in zip(rows, plain["nodes"]):
        expect(row["id:ID"] == node["id"] and row["name"] == one_line(node["name"]), f"neo4j: {node['id']}")
        expect(row[":LABEL"].startswith("Entity;"), f"neo4j: label of {node['id']}")
        expect(len(row["aliases:string[]"].split(";")) == max(1, len(node["aliases"])), f"neo4j: aliases of {node['id']}")
    with open(folder / "g.neo4j.relationships.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    ids = {n["id"] for n in plain["nodes"]}
    expect(len(rows) == len(plain["links"]), "neo4j: other relationships")
    expect(all(r[":START_ID"] in ids and r[":END_ID"] in ids and r[":TYPE"] for r in rows), "neo4j: an end is missing")


CYPHER = re.compile(r"'(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`|[\w.]+(?:e[+-]\d+)?|[{}\[\](),:;+=<>-]|\s+", re.S)


def check_cypher(path, plain):
    """No Cypher parser is packaged: the tokens must cover the text, brackets must match, rows must be the graph's."""
    text = path.read_text("utf-8")
    at, depth, strings = 0, [], []
    for token in CYPHER.finditer(text):
        expect(token.start() == at, f"Cypher: no token at {text[at:at + 40]!r}")
        at = token.end()
        if token[0] in "([{":
            depth.append(token[0])
        elif token[0] in ")]}":
            expect(depth and depth.pop() + token[0] in ("()", "[]", "{}"), f"Cypher: bracket at {at}")
        elif token[0] == ";":
            expect(not depth, f"Cypher: a statement ends inside a bracket at {at}")
        elif token[0].startswith("'"):
            strings.append(re.sub(r"\\(.)", lambda m: {"n": "\n", "r": "\r", "t": "\t"}.get(m[1], m[1]), token[0][1:-1], flags=re.S))
    expect(at == len(text) and not depth, "Cypher: the end is missing")
    held = set(strings)
    expect(all(without_nul(n["name"]) in held and n["id"] in held for n in plain["nodes"]), "Cypher: a node is missing")
    expect(text.count("{from: ") >= len(plain["links"]), "Cypher: an edge is missing")


def check_cx2(path, plain):
    aspects = {}
    for part in json.loads(path.read_text("utf-8")):
        aspects.update(part)
    expect(aspects["CXVersion"] == "2.0" and aspects["status"][0]["success"], "CX2: not whole")
    counts = {m["name"]: m["elementCount"] for m in aspects["metaData"]}
    for aspect in ("nodes", "edges"):
        expect(len(aspects.get(aspect, [])) == counts.get(aspect, 0), f"CX2: count of {aspect}")
    declared = aspects["attributeDeclarations"][0]
    python = {"string": str, "double": (int, float), "boolean": bool, "list_of_string": list}
    for aspect in ("nodes", "edges"):
        for element in aspects.get(aspect, []):
            for key, value in element["v"].items():
                expect(isinstance(value, python[declared[aspect][key]["d"]]), f"CX2: {key} is not as declared")
    ids = {n["id"]: n["v"] for n in aspects["nodes"]}
    expect([v["zonekg_id"] for v in ids.values()] == [n["id"] for n in plain["nodes"]], "CX2: other nodes")
    expect([v["name"] for v in ids.values()] == [n["name"] for n in plain["nodes"]], "CX2: other names")
    found = collections.Counter((ids[e["s"]]["zonekg_id"], e["v"]["interaction"], ids[e["t"]]["zonekg_id"]) for e in aspects["edges"])
    expect(found == triples(plain), "CX2: other edges")


def check_turtle(path, plain):
    quotes = sum(len(p.get("mentions", p.get("evidence", []))) for p in plain["nodes"] + plain["links"])
    quotes += sum(len(h["evidence"]) for n in plain["nodes"] for k, v in n.items() if k.endswith("_history") for h in v)
    if shutil.which("rapper"):
        run = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", str(path)], capture_output=True)
        expect(run.returncode == 0 and not run.stderr, f"Turtle: rapper: {run.stderr[:300]!r}")
        quoted = run.stdout.count(b"<http://www.w3.org/ns/prov#wasQuotedFrom>")
        expect(quoted == quotes, f"Turtle: rapper finds {quoted} pieces of evidence, not {quotes}")
    else:
        print("skipped: rapper is not installed")
    rdflib = installed("rdflib")
    if not rdflib:
        return
    graph = rdflib.Graph().parse(str(path), format="turtle")
    labels = dict(graph.subject_objects(rdflib.RDFS.label))
    expect(len(labels) == len(plain["nodes"]), f"Turtle: rdflib finds {len(labels)} nodes")
    names = sorted(str(label) for label in labels.values())
    expect(names == sorted(as_xml(n["name"]) for n in plain["nodes"]), "Turtle: other names")
    relations = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    expect(len(relations) == len(plain["links"]), f"Turtle: rdflib finds {len(relations)} relations")
    for relation in relations:
        triple = tuple(graph.value(relation, p) for p in (rdflib.RDF.subject, rdflib.RDF.predicate, rdflib.RDF.object))
        expect(triple in graph, "Turtle: a relation without its triple")


# The part of FollowTheMoney's schema that is used: the properties of each type, inherited ones too.
THING = {"name", "alias", "country", "keywords", "notes", "proof", "summary"}
INTERVAL = {"startDate", "endDate", "date", "summary", "proof"}
SCHEMA = {
    "Organization": THING | {"sector"}, "Company": THING | {"sector", "amount", "currency"}, "LegalEntity": THING | {"sector"},
    "Project": THING | INTERVAL | {"status", "amount", "currency"}, "RealEstate": THING | {"amount", "currency"},
    "Document": THING | {"fileName", "title", "publishedAt"},
    "ProjectParticipant": INTERVAL | {"role", "status", "project", "participant"},
    "UnknownLink": INTERVAL | {"role", "status", "subject", "object"},
}
RANGES = {"proof": {"Document"}, "project": {"Project"}, "participant": {"Organization", "Company", "LegalEntity"}}


def check_ftm(path, plain):
    entities = {}
    for line in path.read_text("utf-8").split("\n")[:-1]:
        entity = json.loads(line)
        expect(set(entity) == {"id", "schema", "properties"} and entity["id"] not in entities, f"FtM: {line[:100]}")
        entities[entity["id"]] = entity
    for entity in entities.values():
        for key, values in entity["properties"].items():
            expect(key in SCHEMA[entity["schema"]], f"FtM: {entity['schema']} has no {key}")
            expect(values and all(isinstance(v, str) and v for v in values), f"FtM: {key} of {entity['id']}")
            for value in values if key in RANGES or key in ("subject", "object") else ():
                expect(value in entities, f"FtM: {key} of {entity['id']} leads nowhere")
                expect(entities[value]["schema"] in RANGES.get(key, SCHEMA), f"FtM: {key} of {entity['id']}")
    for node in plain["nodes"]:
        if node["type"] in ("zone", "company", "fund", "project", "infrastructure") and node["name"]:
            expect(entities[node["id"]]["properties"]["name"] == [node["name"]], f"FtM: name of {node['id']}")


def check_sqlite(path, plain):
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    rows = dict(database.execute("SELECT id, name FROM nodes"))
    expect(database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "SQLite: damaged")
    expect(not database.execute("PRAGMA foreign_key_check").fetchall(), "SQLite: a reference leads nowhere")
    expect(rows == {n["id"]: n["name"] for n in plain["nodes"]}, "SQLite: other nodes")
    found = collections.Counter(database.execute("SELECT source, type, target FROM edges"))
    expect(found == triples(plain), "SQLite: other edges")
    for node in plain["nodes"]:
        have = dict(database.execute("SELECT key, value FROM properties WHERE node = ?", (node["id"],)))
        for key, value in figures(node):
            expect(have[key] == value, f"SQLite: {key} of {node['id']}")
    searched = 0
    for node in plain["nodes"]:
        for word in set(re.findall(f"(?=({HAN}{{2}}))", node["name"])):
            query = "SELECT n.id FROM search s JOIN nodes n ON n.rowid = s.rowid WHERE search MATCH ?"
            expect((node["id"],) in database.execute(query, (f'name:"{word}"',)).fetchall(), f"SQLite: {word} is not found")
            searched += 1
    expect(searched, "SQLite: no word of two characters was there to search")


def check_xlsx(path, plain):
    openpyxl = installed("openpyxl")
    if not openpyxl:
        return
    book = openpyxl.load_workbook(path, read_only=False)
    sheets = {sheet.title.split()[-1]: list(sheet.values) for sheet in book}
    counts = collections.Counter(n["type"] for n in plain["nodes"])
    rows = {"Entities": len(plain["nodes"]), "Relations": len(plain["links"]), "Projects": counts["project"],
            "Indicators": counts["indicator"], "Investments": counts["investment"],
            "Evidence": sum(len(n["mentions"]) for n in plain["nodes"]), "Documents": len(plain["graph"]["documents"])}
    for sheet, count in rows.items():
        expect(len(sheets[sheet]) == count + 1, f"XLSX: {sheet} has {len(sheets[sheet])} rows, not {count} and a header")
    for row, node in zip(sheets["Entities"][1:], plain["nodes"]):
        name = as_xml(node["name"]).replace("\r\n", "\n").replace("\r", "\n")
        expect((row[1] or "") == name, f"XLSX: name of {node['id']}: {row[1]!r}")
        expect(abs(row[4] - node["confidence"]) < 1e-12, f"XLSX: confidence of {node['id']}")
    values = [n["value"] for n in plain["nodes"] if n["type"] == "indicator" and "value" in n]
    found = [r[3] for r in sheets["Indicators"][1:] if r[3] is not None]
    expect(found == values, "XLSX: other values of indicators")


def check_pictures(folder, plain):
    if not shutil.which("dot"):
        print("skipped: Graphviz is not installed")
        return
    svg = ElementTree.parse(folder / "g.svg").getroot()
    classes = collections.Counter(g.get("class") for g in svg.iter("{http://www.w3.org/2000/svg}g"))
    expect(classes["node"] == len(plain["nodes"]), f"SVG: {classes['node']} nodes")
    expect(classes["edge"] == len(plain["links"]), f"SVG: {classes['edge']} edges")
    texts = {t.text for t in svg.iter("{http://www.w3.org/2000/svg}text")}
    expect("园区" in texts, "SVG: no legend")
    expect((folder / "g.png").read_bytes().startswith(b"\x89PNG\r\n\x1a\n"), "PNG: no PNG")
    if shutil.which("pdftotext"):
        run = subprocess.run(["pdftotext", str(folder / "g.pdf"), "-"], capture_output=True, check=True)
        expect("园区" in run.stdout.decode("utf-8"), "PDF: no legend")
    else:
        print("skipped: pdftotext is not installed")


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text, self.targets, self.links = collections.Counter(), [], set(), set()

    def handle_starttag(self, tag, attributes):
        self.tags[tag] += 1
        for key, value in attributes:
            expect(not key.startswith("on"), f"report: {key}")
            if key == "id":
                self.targets.add(value)
            if key == "href":
                self.links.add(value)

    def handle_data(self, data):
        self.text.append(data)


def check_reports(folder, plain):
    page = Tags()
    page.feed((folder / "g.report.html").read_text("utf-8"))
    expect(not set(page.tags) & {"script", "iframe", "img", "object", "embed", "b"}, "report: foreign elements")
    expect({link[1:] for link in page.links} == page.targets, "report: a source is missing")
    words = "".join(page.text)
    zones = [n for n in plain["nodes"] if n["type"] == "zone"]
    expect(all(as_xml(z["name"]) in words for z in zones), "report: a zone is missing")
    width = 0
    for line in (folder / "g.md").read_text("utf-8").split("\n"):
        bare = re.sub(r"\\.", "", line)
        expect("<" not in bare, f"Markdown: markup in {line[:80]!r}")
        cells = bare.count("|")
        expect(not width or not cells or cells == width, f"Markdown: a row of {cells} cells under {width}: {line[:80]!r}")
        width = cells


def main():
    folder = pathlib.Path(sys.argv[1])
    plain = json.loads((folder / "g.json").read_text("utf-8"))
    expect(plain["nodes"] and plain["links"], "the graph is empty")
    check_gexf(folder / "g.gexf", plain)
    check_csv(folder, plain)
    check_neo4j(folder, plain)
    check_cypher(folder / "g.cypher", plain)
    check_cx2(folder / "g.cx2", plain)
    check_turtle(folder / "g.ttl", plain)
    check_ftm(folder / "g.ftm.json", plain)
    check_sqlite(folder / "g.sqlite", plain)
    check_xlsx(folder / "g.xlsx", plain)
    check_pictures(folder, plain)
    check_reports(folder, plain)
    print(f"{len(plain['nodes'])} nodes, {len(plain['links'])} edges: the same in every export")


if __name__ == "__main__":
    main()
