#!/usr/bin/env python3
"""Graph files that somebody has changed: forged.py ZONEKG GRAPH.json FOLDER COUNT.

The form of the file stays, its values change at random: every command ends with an answer or one message, soon, without a signal.
"""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import time

STRANGE = ["", "abcd-01/abcd-12", "2023-01/2023-12", "9999-12/0000-01", "-001-01/-001-12", "\u0000", "\U0010ffff", "年" * 300, "1e999",
           "../../etc/passwd", "0000-00", "2023-13/2023-99", "actual", "target", "zone", "company", "a\nb", "=1+1", "NaN", "999999-01/999999-12"]
NUMBERS = [0, -1, 1, 0.5, 1e308, -1e308, 5e-324, 2**31 - 1, 2**31, 2**32 - 1, 2**63, 1e18, -0.0]
COMMANDS = [["list"], ["stats"], ["audit"], ["rank"], ["components"], ["communities"], ["show", "NODE", "-e"], ["neighbors", "NODE"],
            ["path", "NODE", "OTHER"], ["why", "NODE", "OTHER"], ["missed"], ["diff", "GRAPH"], ["dossier", "NODE", "-o", "-"]]
FORMATS = ("graphml dot json gexf cx2 csv.x cypher ttl ftm.json sqlite xlsx html md report.html").split()


def places(value, path=()):
    """Each scalar and each list of the tree, as the keys that lead there."""
    if isinstance(value, (dict, list)):
        for key, inner in (value.items() if isinstance(value, dict) else enumerate(value)):
            yield from places(inner, (*path, key))
        if isinstance(value, list) and path:
            yield path
    else:
        yield path


def forge(graph, chance):
    everywhere = list(places(graph))
    texts = [p for p in everywhere if p[-1] not in ("id", "source", "target", "doc", "sha256")]
    for _ in range(chance.choice((1, 3, 10, 100))):
        path = chance.choice(texts)
        holder = graph
        try:
            for key in path[:-1]:
                holder = holder[key]
            old = holder[path[-1]]
        except (KeyError, IndexError, TypeError):
            continue  # a change before took it away
        if isinstance(old, list):
            holder[path[-1]] = chance.choice(([], old * 2 if path[-1] not in ("nodes", "links", "documents") else old, old[::-1], old[:1]))
        elif isinstance(old, str):
            holder[path[-1]] = chance.choice(STRANGE)
        elif isinstance(old, (int, float)) and not isinstance(old, bool):
            holder[path[-1]] = chance.choice(NUMBERS) if path[-1] != "confidence" else chance.choice((0, 1, 0.5))
    return graph


def check(command, problems, seed):
    begin = time.monotonic()
    try:
        run = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
    except subprocess.TimeoutExpired:
        problems.append(f"{seed}: {command[1:]}: more than a minute")
        return 1
    said = run.stderr.decode("utf-8", "replace")
    if run.returncode not in (0, 1, 2) or "terminate" in said or "ERROR" in said or "runtime error" in said:
        problems.append(f"{seed}: {' '.join(map(str, command[1:]))}: {run.returncode} {said[:300]}")
    # A message of the library's alone names no file and no remedy.
    if run.returncode == 1 and (said.count("\n") != 1 or said.startswith(("zonekg: sto", "zonekg: basic_string", "zonekg: vector"))):
        problems.append(f"{seed}: {' '.join(map(str, command[1:]))}: {said[:300]!r}")
    return run.returncode


def main():
    zonekg, source, folder, count = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    good = source.read_text("utf-8")
    problems, answered, path = [], 0, folder / "g.json"
    for seed in range(count):
        chance = random.Random(seed)
        graph = forge(json.loads(good), chance)
        path.write_text(json.dumps(graph, ensure_ascii=chance.random() < 0.5), "utf-8")
        nodes = graph["nodes"] or [{"id": "none"}]
        words = {"NODE": chance.choice(nodes)["id"], "OTHER": chance.choice(nodes)["id"], "GRAPH": str(source)}
        if check([zonekg, "list", str(path)], problems, seed) != 0:
            continue  # refused as a whole
        answered += 1
        for command in COMMANDS:
            rest = [words.get(word, word) for word in command[1:]]
            check([zonekg, command[0], str(path), *rest], problems, seed)
        outputs = [word for ending in FORMATS for word in ("-o", str(folder / f"o.{ending.replace('csv.x', 'csv')}"))]
        if check([zonekg, "export", str(path), *outputs], problems, seed) != 0:
            problems.append(f"{seed}: what can be listed cannot be exported")
        check([zonekg, "export", str(folder / "o.json"), "-o", str(folder / "again.json")], problems, seed)
        if (folder / "again.json").read_bytes() != (folder / "o.json").read_bytes():
            problems.append(f"{seed}: what was read and written again is not the same")
    if answered < count // 4:
        problems.append(f"only {answered} of {count} were read at all")
    print("\n".join(problems[:20]) or f"{count} forged graphs, {answered} of them answered {len(COMMANDS) + 2} commands each, the others refused in one line")
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
