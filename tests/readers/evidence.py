#!/usr/bin/env python3
"""Evidence quotes the text that `zonekg text` prints: evidence.py ZONEKG FOLDER G.json.

G.json was built from FOLDER. Every node and edge has evidence, every status too, and text[begin:end] is the words.
"""
import json
import pathlib
import subprocess
import sys


def evidence_of(graph):
    """Where it stands, and the list."""
    for node in graph["nodes"]:
        yield f"{node['type']} {node['name']}", node["mentions"]
        for key, entries in node.items():
            if key.endswith("_history"):
                for entry in entries:
                    yield f"{key} of {node['name']}", entry["evidence"]
    for link in graph["links"]:
        yield f"{link['source']} {link['type']} {link['target']}", link["evidence"]


def main():
    zonekg, folder, path = sys.argv[1:4]
    graph = json.loads(pathlib.Path(path).read_text("utf-8"))
    texts = {}
    for document in graph["graph"]["documents"]:
        file = pathlib.Path(folder) / document["path"]
        printed = subprocess.run([zonekg, "text", str(file)], capture_output=True, check=True).stdout
        texts[document["id"]] = printed.decode("utf-8")
    count, wrong = 0, []
    for place, evidence in evidence_of(graph):
        if not evidence:
            wrong.append(f"{place}: no evidence")
        for e in evidence:
            count += 1
            quoted = texts[e["doc"]][e["begin"]:e["end"]]
            if quoted != e["text"] or not quoted:
                wrong.append(f"{place}: {e['doc']}[{e['begin']}:{e['end']}] is {quoted!r}, not {e['text']!r}")
    print("\n".join(wrong[:20]))
    print(f"{count} quotations, {len(wrong)} wrong")
    sys.exit(1 if wrong or not count else 0)


if __name__ == "__main__":
    main()
