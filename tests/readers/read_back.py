#!/usr/bin/env python3
"""One graph in three formats, read by other people's programs: read_back.py G.graphml G.dot G.json.

networkx and igraph read the GraphML, networkx the JSON, xmllint checks the XML, dot and sfdp draw the DOT. All must find
the same nodes and edges, with the same types, names and figures; JSON is the measure, being read by the standard library.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import igraph
import networkx

# What XML 1.0 cannot hold, as the GraphML writer replaces it.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
RESERVED = {"id", "type", "name", "aliases", "mentions", "confidence"}


def as_xml(text):
    return NOT_XML.sub("\ufffd", text)


def expect(condition, what):
    if not condition:
        sys.exit(f"read_back: {what}")


def edges_of(rows):
    return collections.Counter((r["source"], r["type"], r["target"]) for r in rows)


def check_json(path, plain):
    expect(len({n["id"] for n in plain["nodes"]}) == len(plain["nodes"]), "ids of nodes are not distinct")
    documents = {d["id"] for d in plain["graph"]["documents"]}
    for place in plain["nodes"] + plain["links"]:
        expect(None not in place.values(), f"null in {place}")
        for evidence in place.get("mentions", []) + place.get("evidence", []):
            expect(evidence["doc"] in documents, f"evidence of an unknown document {evidence}")
    graph = networkx.node_link_graph(json.loads(path.read_text("utf-8")))
    expect(graph.is_directed() and graph.is_multigraph(), "JSON: not a directed multigraph")
    expect(graph.number_of_nodes() == len(plain["nodes"]), "JSON: networkx counts other nodes")
    expect(graph.number_of_edges() == len(plain["links"]), "JSON: networkx counts other edges")


def check_networkx(path, plain):
    # Without edge ids networkx would fold parallel edges into one.
    graph = networkx.read_graphml(path)
    expect(graph.is_directed(), "GraphML: networkx reads no directed graph")
    expect(set(graph) == {n["id"] for n in plain["nodes"]}, "GraphML: networkx finds other nodes")
    found = [{"source": s, "target": t, **data} for s, t, data in graph.edges(data=True)]
    wanted = collections.Counter((s, as_xml(k), t) for (s, k, t), n in edges_of(plain["links"]).items() for _ in range(n))
    expect(edges_of(found) == wanted, "GraphML: networkx finds other edges")
    for node in plain["nodes"]:
        have = graph.nodes[node["id"]]
        expect(have["type"] == as_xml(node["type"]), f"GraphML: type of {node['id']}")
        expect(have.get("label", "") == have.get("name", "") == as_xml(node["name"]), f"GraphML: name of {node['id']}")
        expect(have["confidence"] == node["confidence"], f"GraphML: confidence of {node['id']}")
        expect(bool(node["mentions"]) == ("mentions" in have), f"GraphML: evidence of {node['id']}")
        for key, value in node.items():
            if isinstance(value, (int, float)) and key not in RESERVED:
                got = have[as_xml(key)]
                expect(got == value if not isinstance(got, str) else float(got) == value, f"GraphML: {key} of {node['id']}")


def check_igraph(path, plain):
    graph = igraph.Graph.Read_GraphML(str(path))
    expect(graph.is_directed(), "GraphML: igraph reads no directed graph")
    expect(sorted(graph.vs["id"]) == sorted(n["id"] for n in plain["nodes"]), "GraphML: igraph finds other nodes")
    ids = graph.vs["id"]
    found = collections.Counter((ids[e.source], e["interaction"], ids[e.target]) for e in graph.es)
    wanted = collections.Counter((s, as_xml(k), t) for (s, k, t), n in edges_of(plain["links"]).items() for _ in range(n))
    expect(found == wanted, "GraphML: igraph finds other edges")
    names = dict(zip(ids, graph.vs["name"]))
    for node in plain["nodes"]:
        expect(names[node["id"]] == as_xml(node["name"]), f"GraphML: igraph reads another name of {node['id']}")


def check_xml(path):
    subprocess.run(["xmllint", "--noout", str(path)], check=True)
    root = ElementTree.parse(path).getroot()
    space = root.tag[: root.tag.index("}") + 1]
    declared = {k.get("id"): k.get("for") for k in root.iter(space + "key")}
    for kind in ("graph", "node", "edge"):
        for element in root.iter(space + kind):
            for data in element.findall(space + "data"):
                expect(declared.get(data.get("key")) == kind, f"GraphML: {data.get('key')} is not declared for {kind}")


def check_dot(path, plain):
    # The cheapest layout proves the syntax and counts; the others that they are able to draw it.
    drawn = subprocess.run(["nop", "-p", str(path)], capture_output=True, text=True)
    expect(drawn.returncode == 0, f"DOT: refused: {drawn.stderr}")
    counted = subprocess.run(["gc", "-n", "-e", str(path)], capture_output=True, text=True, check=True)
    nodes, edges = map(int, counted.stdout.split()[:2])
    expect(nodes == len(plain["nodes"]), f"DOT: Graphviz counts {nodes} nodes")
    expect(edges == len(plain["links"]), f"DOT: Graphviz counts {edges} edges")
    for program in ("dot", "sfdp"):
        if program == "dot" and len(plain["nodes"]) > 1000:
            continue
        run = subprocess.run([program, "-Tsvg", str(path)], capture_output=True)
        complaint = run.stderr.decode("utf-8", "replace")
        expect(run.returncode == 0 and "syntax error" not in complaint, f"DOT: {program}: {complaint}")
        svg = ElementTree.fromstring(run.stdout)
        classes = collections.Counter(g.get("class") for g in svg.iter("{http://www.w3.org/2000/svg}g"))
        expect(classes["node"] == len(plain["nodes"]), f"DOT: {program} draws {classes['node']} nodes")
        expect(classes["edge"] == len(plain["links"]), f"DOT: {program} draws {classes['edge']} edges")
        if program == "dot":
            check_labels(svg, plain)


def check_labels(svg, plain):
    """Short names of one line stand in the picture as they are."""
    drawn = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    for node in plain["nodes"]:
        name = node["name"]
        if 0 < len(name) < 40 and name.isprintable() and name == name.strip() and "  " not in name and "-" not in name:
            expect(name in drawn, f"DOT: {name!r} is not in the picture")


def main():
    graphml, dot, json_path = map(pathlib.Path, sys.argv[1:4])
    plain = json.loads(json_path.read_text("utf-8"))
    expect(plain["nodes"] and plain["links"], "the graph is empty")
    check_json(json_path, plain)
    check_xml(graphml)
    check_networkx(graphml, plain)
    check_igraph(graphml, plain)
    check_dot(dot, plain)
    print(f"{len(plain['nodes'])} nodes, {len(plain['links'])} edges: the same in every reader")


if __name__ == "__main__":
    main()
