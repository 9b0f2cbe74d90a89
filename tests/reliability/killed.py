#!/usr/bin/env python3
"""A build that is killed at any moment: killed.py ZONEKG REPORTS FOLDER POINTS.

Afterwards each output is the old or the new one, whole, and the next run with the same cache gives the new ones.
"""
import pathlib
import random
import shutil
import subprocess
import sys
import time

ENDINGS = ("graphml", "json", "nodes.csv", "edges.csv", "sqlite", "xlsx", "html")
WRITTEN = ("graphml", "json", "csv", "sqlite", "xlsx", "html")


def command(zonekg, inputs, folder, cache=None):
    outputs = [word for ending in WRITTEN for word in ("-o", str(folder / f"g.{ending}"))]
    return [zonekg, "build", *map(str, inputs), "--quiet", *outputs, *(["--cache", str(cache)] if cache else [])]


def contents(folder):
    return {ending: (folder / f"g.{ending}").read_bytes() for ending in ENDINGS}


def main():
    zonekg, reports, folder, points = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4])
    shutil.rmtree(folder, ignore_errors=True)
    target, cache = folder / "target", folder / "cache"
    inputs = sorted(reports.glob("*.txt"))[:4]
    target.mkdir(parents=True)
    subprocess.run(command(zonekg, inputs[:1], target), check=True)
    old = contents(target)
    begin = time.monotonic()
    subprocess.run(command(zonekg, inputs, target, cache), check=True)
    took = time.monotonic() - begin
    new = contents(target)
    if any(old[ending] == new[ending] for ending in ENDINGS):
        sys.exit("the old outputs are the new ones: nothing would be tested")
    chance = random.Random(7)
    killed, mixed, problems = 0, 0, []
    for point in range(points):
        for ending in ENDINGS:
            (target / f"g.{ending}").write_bytes(old[ending])
        if point % 2 == 0:
            shutil.rmtree(cache)
        process = subprocess.Popen(command(zonekg, inputs, target, cache))
        try:
            process.wait(took * (point + chance.random()) / points)
        except subprocess.TimeoutExpired:
            killed += 1
        process.kill()
        process.wait()
        cache.mkdir(exist_ok=True)
        found = contents(target)
        for ending in ENDINGS:
            if found[ending] not in (old[ending], new[ending]):
                problems.append(f"point {point}: g.{ending} is neither the old nor the new one")
        mixed += 0 < sum(found[ending] == new[ending] for ending in ENDINGS) < len(ENDINGS)
        if point % 4 == 3:
            run = subprocess.run(command(zonekg, inputs, target, cache), capture_output=True, text=True)
            if run.returncode != 0 or run.stderr or contents(target) != new:
                problems.append(f"point {point}: the next run: {run.returncode} {run.stderr}")
    if killed < points // 2:
        problems.append(f"only {killed} of {points} runs were killed before they ended")
    print("\n".join(problems) or f"{killed} of {points} runs killed, {mixed} of them between two outputs; a run takes {took:.2f} s")
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
