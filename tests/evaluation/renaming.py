#!/usr/bin/env python3
"""The plugins do not live on names they know: renaming.py ZONEKG GOLD [FOLDS]

Scores passages that the weights have not seen, as they are and with every name replaced by an invented one of the same
build, for three seeds. Fails when the F1 of entities falls by 0.02 or more under one of them. FOLDS is a folder that
`zonekg train` wrote; without it a few hundred passages are learned and scored, in two folds.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

SEEDS = (1, 2, 3)
MOST = 0.02
PASSAGES = 240


def figures(zonekg: str, gold: pathlib.Path, folds: pathlib.Path, *options: str) -> dict:
    command = [zonekg, "eval", "-q", "--gold", str(gold), "--folds", str(folds), "--json", *options]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)["figures"]


def learn(zonekg: str, gold: pathlib.Path, folder: pathlib.Path) -> tuple:
    some, folds = folder / "gold", folder / "folds"
    some.mkdir()
    annotations = sorted(gold.glob("*.json"))
    for annotation in annotations[:: max(1, len(annotations) // PASSAGES)]:
        shutil.copy(annotation, some)
        shutil.copy(annotation.with_suffix(".txt"), some)
    command = [zonekg, "train", "--gold", str(some), "--output", str(folds), "--folds", "2", "--renamings", "1"]
    subprocess.run(command, capture_output=True, check=True)
    return some, folds


def compare(zonekg: str, gold: pathlib.Path, folds: pathlib.Path) -> int:
    before = figures(zonekg, gold, folds)
    after = [figures(zonekg, gold, folds, "--renamed", str(seed)) for seed in SEEDS]
    print(f"{'F1':<16}{'as it is':>10}" + "".join(f"{'seed ' + str(seed):>10}" for seed in SEEDS))
    for kind, figure in before.items():
        if figure.get("f1") is not None:
            print(f"{kind:<16}" + "".join(f"{each[kind]['f1'] or 0:>10.3f}" for each in [before, *after]))
    fall = max(before["entities"]["f1"] - each["entities"]["f1"] for each in after)
    print(f"entities fall by {fall:.4f} at most; allowed is less than {MOST}")
    return 0 if fall < MOST else 1


def main() -> int:
    zonekg, gold = sys.argv[1], pathlib.Path(sys.argv[2])
    if len(sys.argv) > 3:
        return compare(zonekg, gold, pathlib.Path(sys.argv[3]))
    with tempfile.TemporaryDirectory() as folder:
        return compare(zonekg, *learn(zonekg, gold, pathlib.Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
