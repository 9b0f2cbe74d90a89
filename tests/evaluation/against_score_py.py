#!/usr/bin/env python3
"""zonekg eval and the reference scorer give the same figures: against_score_py.py ZONEKG SOURCE

Reads every fifth passage of tests/gold. The scorer is tools/score.py of the folder ZONEKG_SHARED, else ../shared beside
the source; without it the test is skipped (exit code 77). Where one annotated thing fits several nodes, the scorer takes
one of them by chance (Python's hash of strings): a figure is right when the scorer gives it under one of several seeds, or
when its counts lie between those that the seeds give (each ambiguity is decided by itself, few seeds meet every mixture).
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

SEEDS = range(8)
COUNTS = ("tp", "fp", "fn")


def reference(scorer: pathlib.Path, gold: pathlib.Path, graphs: pathlib.Path, seed: int) -> dict:
    command = [sys.executable, str(scorer), "--gold", str(gold), "--pred", str(graphs), "--json"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": str(seed)})
    return json.loads(run.stdout)


def between(figures: dict, accepted: list) -> bool:
    if figures in accepted:
        return True
    if not all(count in figures for count in COUNTS) or all(each == accepted[0] for each in accepted):
        return False
    return all(min(a[c] for a in accepted) - slack(accepted, c) <= figures[c] <= max(a[c] for a in accepted) + slack(accepted, c)
               for c in COUNTS)


def slack(accepted: list, count: str) -> int:
    """As far as chance reaches among the seeds tried, it may reach among those not tried."""
    values = [each[count] for each in accepted]
    return max(values) - min(values)


def main() -> int:
    zonekg, source = sys.argv[1], pathlib.Path(sys.argv[2])
    shared = pathlib.Path(os.environ.get("ZONEKG_SHARED", source / "../shared"))
    scorer = shared / "tools/score.py"
    if not scorer.is_file():
        print(f"no {scorer}: set ZONEKG_SHARED to the folder that holds tools/score.py")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        gold, graphs = pathlib.Path(folder, "gold"), pathlib.Path(folder, "graphs")
        gold.mkdir()
        graphs.mkdir()
        for annotation in sorted((source / "tests/gold").glob("*.json"))[::5]:
            text = annotation.with_suffix(".txt")
            (gold / annotation.name).write_bytes(annotation.read_bytes())
            (gold / text.name).write_bytes(text.read_bytes())
            subprocess.run([zonekg, "build", "-q", str(gold / text.name), "--output", str(graphs / annotation.name)], check=True)
        run = subprocess.run([zonekg, "eval", "-q", "--gold", str(gold), "--json"], capture_output=True, text=True, check=True)
        ours = json.loads(run.stdout)
        theirs = [reference(scorer, gold, graphs, seed) for seed in SEEDS]
    wrong = 0
    for kind, figures in ours["figures"].items():
        accepted = [each["figures"][kind] for each in theirs]
        if not between(figures, accepted):
            print(f"{kind}: {figures}, the scorer has {accepted[0]}")
            wrong += 1
    wrong += ours["passages"] != theirs[0]["passages"] or set(ours["figures"]) != set(theirs[0]["figures"])
    print(f"{ours['passages']} passages, {len(ours['figures'])} kinds, {wrong} differ")
    return 1 if wrong or not ours["passages"] else 0


if __name__ == "__main__":
    sys.exit(main())
