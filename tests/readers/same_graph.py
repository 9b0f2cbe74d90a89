#!/usr/bin/env python3
"""The same reports saved in other formats give the same entities and facts: same_graph.py ZONEKG FOLDER.

FOLDER holds a folder of each format, as make_formats.py writes them; txt is the measure. A PDF has lost the ends of its
paragraphs, and learned readings near the threshold tip over with one of them: it may differ in 3 of 100 facts.
"""
import collections
import json
import pathlib
import subprocess
import sys


def facts(zonekg, folder):
    run = subprocess.run([zonekg, "build", str(folder), "--output", "-", "--format", "json"], capture_output=True)
    if run.returncode or run.stderr:
        sys.exit(f"same_graph: {folder}: {run.stderr.decode()}")
    graph = json.loads(run.stdout)
    names = {node["id"]: (node["type"], node["name"]) for node in graph["nodes"]}
    found = collections.Counter()
    for node in graph["nodes"]:
        states = [(s["status"], s["modality"], s.get("period")) for s in node.get("status_history", [])]
        plain = sorted((k, str(v)) for k, v in node.items() if not isinstance(v, (list, dict)) and k not in ("id", "confidence"))
        found[("node", *map(str, plain), str(states), tuple(node["aliases"]))] += 1
    for link in graph["links"]:
        found[("edge", names[link["source"]], link["type"], names[link["target"]], link.get("modality"), link.get("period"))] += 1
    placed = sum("place" in e for node in graph["nodes"] for e in node["mentions"])
    return found, placed


def main():
    zonekg, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    wanted, _ = facts(zonekg, folder / "txt")
    different = 0
    formats = sorted(f for f in folder.iterdir() if f.name != "txt" and any(f.iterdir()))
    for format in formats:
        found, placed = facts(zonekg, format)
        missing, extra = wanted - found, found - wanted
        for sign, facts_of in (("-", missing), ("+", extra)):
            for fact in sorted(facts_of, key=str)[:8]:
                print(f"{format.name} {sign} {fact}")
        total = missing.total() + extra.total() if hasattr(missing, "total") else sum(missing.values()) + sum(extra.values())
        allowed = len(list(wanted.elements())) // 33 if format.name == "pdf" else 0
        different += max(0, total - allowed)
        print(f"{format.name}: {sum(found.values())} facts, {total} differ from the text's {sum(wanted.values())}; {placed} mentions with a place")
        if format.name in ("docx", "html", "pdf", "odt") and not placed:
            sys.exit(f"same_graph: {format.name}: no evidence carries its place")
    sys.exit(1 if different or not formats else 0)


if __name__ == "__main__":
    main()
