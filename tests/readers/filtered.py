#!/usr/bin/env python3
"""The filters in every format: filtered.py WHOLE.json FOLDER.

FOLDER holds the graph of WHOLE.json with --only-types zone,company,project,investment,indicator --min-confidence 0.7
--as-of 2024-06-30 in every format, g.json among them.
"""
import json
import pathlib
import subprocess
import sys

TYPES = {"zone", "company", "project", "investment", "indicator", "document"}


def expect(condition, what):
    if not condition:
        sys.exit(f"filtered: {what}")


def main():
    whole, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    before, after = (json.loads(path.read_text("utf-8")) for path in (whole, folder / "g.json"))
    published = {document["id"]: document.get("published", "") for document in before["graph"]["documents"]}
    expect(max(published.values()) > "2024-06-30", "every document of the whole graph is early: nothing is tested")
    expect(0 < len(after["nodes"]) < len(before["nodes"]) and 0 < len(after["links"]) < len(before["links"]), "nothing was left out")
    for node in after["nodes"]:
        expect(node["type"] in TYPES and node["confidence"] >= 0.7, f"{node['id']} should be left out")
        told = [evidence["doc"] for evidence in node["mentions"]] + [
            evidence["doc"] for state in node.get("status_history", []) for evidence in state["evidence"]]
        late = [document for document in told if published[document] > "2024-06-30"]
        expect(not late, f"{node['id']} rests on {late}")
    expect(all(link["confidence"] >= 0.7 for link in after["links"]), "an edge of little confidence")
    here = pathlib.Path(__file__).parent
    for reader, files in {"read_back.py": ["g.graphml", "g.dot", "g.json"], "read_exports.py": ["."], "explorer.py": ["g.html", "g.json"]}.items():
        subprocess.run([sys.executable, str(here / reader), *(str(folder / file) for file in files)], check=True)


if __name__ == "__main__":
    main()
