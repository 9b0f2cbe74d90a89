#!/usr/bin/env python3
"""One file of COUNT megabytes, among two reports: large.py ZONEKG REPORTS FOLDER COUNT.

It is refused with one diagnostic, in bounded time and memory, and the reports are read.
"""
import json
import pathlib
import resource
import shutil
import subprocess
import sys
import time


def main():
    zonekg, reports, folder, megabytes = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4])
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "in").mkdir(parents=True)
    texts = [path.read_bytes() for path in sorted(reports.glob("lanxi-*.txt"))]
    for i, text in enumerate(texts):
        (folder / "in" / f"{i}.txt").write_bytes(text)
    piece = b"".join(texts) * (1 + 1_000_000 // sum(map(len, texts)))
    with open(folder / "in" / "large.txt", "wb") as file:
        while file.tell() < megabytes * 1_000_000:
            file.write(piece)
    begin = time.monotonic()
    run = subprocess.run([zonekg, "build", folder / "in", "-o", folder / "g.json"], capture_output=True, timeout=1200)
    took, memory = time.monotonic() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    said = [line for line in run.stderr.decode("utf-8").splitlines() if line.startswith(("error: ", "warning: "))]
    problems = []
    if run.returncode != 0 or len(said) != 1 or not said[0].startswith("error: large.txt: holds more than 64 MiB of text"):
        problems.append(f"exit code {run.returncode}: {said}")
    if run.returncode == 0 and len(json.loads((folder / "g.json").read_text("utf-8"))["graph"]["documents"]) != 1 + len(texts):
        problems.append("documents are missing")
    if took > 60 + megabytes / 50 or memory > (150 if megabytes > 300 else 1500):
        problems.append("too much time or memory")
    print("\n".join([*problems, f"{megabytes} MB in one file: {took:.1f} s, {memory} MiB"]))
    shutil.rmtree(folder)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
