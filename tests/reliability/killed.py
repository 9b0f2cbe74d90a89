#!/usr/bin/env python3
"""Runs that are killed at any moment: killed.py ZONEKG REPORTS FOLDER POINTS.

Afterwards each output is the old or the new one, whole, and the next run with the same cache gives the new ones. So with the
steps of a run on many machines: a shard or bucket is whole or not there, and the step run again goes on with what is.
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


def timed(command):
    begin = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - begin


class Killer:
    """Kills one command at a share of the time that it takes. How long that is changes with what else the machine does: each run
    that ends before its moment tells it anew, and each that is killed lets it grow a little, so that the last moments are reached."""

    def __init__(self, took):
        self.took = took

    def kill_at(self, command, share):
        """Whether it was killed before it ended."""
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            process.wait(self.took * share)
            self.took = time.monotonic() - begin
            return False
        except subprocess.TimeoutExpired:
            self.took *= 1.02
            return True
        finally:
            process.kill()
            process.wait()


def steps_killed(zonekg, reports, folder, points, chance):
    """`map`, `reduce` and `merge`, each killed at some moment and run again, give the graph of `build`."""
    whole, shards, merged = folder / "whole.graphml", folder / "shards", folder / "merged.graphml"
    subprocess.run([zonekg, "build", str(reports), "--quiet", "-o", str(whole)], check=True)
    steps = [[zonekg, "map", str(reports), "-q", "--shard", f"{i}/2", "--out", str(shards)] for i in (1, 2)]
    steps += [[zonekg, "reduce", str(shards), "--bucket", f"{j}/2"] for j in (1, 2)]
    steps += [[zonekg, "merge", str(shards), "-q", "-o", str(merged)]]
    killers = [Killer(timed(step)) for step in steps]
    killed, problems = 0, []
    for point in range(points):
        shutil.rmtree(shards)
        merged.write_text("old")
        for step, killer in zip(steps, killers):
            killed += killer.kill_at(step, (point + chance.random()) / points)
            if step[1] == "merge" and merged.read_bytes() not in (b"old", whole.read_bytes()):
                problems.append(f"point {point}: merge left half a graph")
            run = subprocess.run(step, capture_output=True, text=True)
            if run.returncode != 0 or run.stderr:
                problems.append(f"point {point}: {step[1]} after it was killed: {run.returncode} {run.stderr}")
        if merged.read_bytes() != whole.read_bytes():
            problems.append(f"point {point}: shards that were killed give another graph")
    if killed < points:
        problems.append(f"only {killed} of {points * len(steps)} steps were killed before they ended")
    print(f"{killed} of {points * len(steps)} steps of map, reduce and merge killed")
    return problems


def main():
    zonekg, reports, folder, points = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4])
    shutil.rmtree(folder, ignore_errors=True)
    target, cache = folder / "target", folder / "cache"
    inputs = sorted(reports.glob("*.txt"))[:4]
    target.mkdir(parents=True)
    subprocess.run(command(zonekg, inputs[:1], target), check=True)
    old = contents(target)
    took = timed(command(zonekg, inputs, target, cache))
    killers = [Killer(took), Killer(took)]  # without a cache, and with what the run before left of it
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
        killed += killers[point % 2].kill_at(command(zonekg, inputs, target, cache), (point + chance.random()) / points)
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
    problems += steps_killed(zonekg, reports, folder, max(2, points // 5), chance)
    if killed < points // 2:
        problems.append(f"only {killed} of {points} runs were killed before they ended")
    print("\n".join(problems) or f"{killed} of {points} runs killed, {mixed} of them between two outputs; a run takes {took:.2f} s")
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
