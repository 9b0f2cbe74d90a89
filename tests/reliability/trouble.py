#!/usr/bin/env python3
"""Full disks, closed folders, files that vanish, Ctrl-C: trouble.py ZONEKG REPORTS FOLDER."""
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time

ZONEKG, REPORTS, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
REPORT = REPORTS / "lanxi-2023-annual.txt"
problems = []


def expect(condition, what):
    if not condition:
        problems.append(what)


def run(*arguments, **options):
    options.setdefault("stdout", subprocess.PIPE)
    return subprocess.run([ZONEKG, *map(str, arguments)], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=300, **options)


def refused(what, outcome, piece):
    said = outcome.stderr.decode("utf-8")
    expect(outcome.returncode == 1 and piece in said and len(said.splitlines()) == 1, f"{what}: {outcome.returncode} {said!r}")


def leftovers(folder):
    return [p.name for p in folder.iterdir() if ".part" in p.name]


def limited_file_size():
    folder = FOLDER / "limit"
    folder.mkdir()
    (folder / "g.json").write_text("old")
    outcome = run("build", REPORT, "-q", "-o", folder / "g.json", "--cache", folder / "cache",
                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    refused("ulimit -f", outcome, "File too large")
    expect((folder / "g.json").read_text() == "old" and not leftovers(folder), "ulimit -f: the old output is gone")
    again = run("build", REPORT, "-q", "-o", folder / "g.json", "--cache", folder / "cache")
    expect(again.returncode == 0 and not again.stderr, f"ulimit -f: the next run: {again.stderr!r}")


def full_disk():
    """A small file system of its own; only where mounting is allowed."""
    folder = FOLDER / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        return print("skipped: a small disk, mount is not permitted here")
    try:
        (folder / "g.json").write_text("old")
        refused("full disk", run("build", REPORT, "-q", "-o", folder / "g.json", "--cache", folder / "cache"), "No space left")
        expect((folder / "g.json").read_text() == "old" and not leftovers(folder), "full disk: the old output is gone")
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        refused("read-only disk", run("build", REPORT, "-q", "-o", folder / "g.json"), "Read-only file system")
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def closed_outputs():
    graph = FOLDER / "g.json"
    expect(run("build", REPORT, "-q", "-o", graph).returncode == 0, "no graph to begin with")
    with open("/dev/full", "wb") as full:
        for command in (["build", REPORT, "-q", "-o", "-", "--format", "graphml"], ["list", graph], ["list", graph, "--json"],
                        ["text", REPORT], ["export", graph, "-o", "-", "--format", "xlsx"]):
            refused(f"{command[0]} to a full pipe", run(*command, stdout=full), "standard output")
    refused("a folder that is not there", run("build", REPORT, "-q", "-o", "/proc/none/g.json"), "cannot write /proc/none/g.json")
    read, write = os.pipe()
    os.close(read)
    outcome = run("list", graph, stdout=write)
    os.close(write)
    expect(outcome.returncode == -signal.SIGPIPE and not outcome.stderr, f"a closed pipe: {outcome}")


def many_reports(count):
    folder = FOLDER / "many"
    folder.mkdir(exist_ok=True)
    text = REPORT.read_text("utf-8")
    for i in range(count):
        (folder / f"{i:05}.txt").write_text(f"{text}\n第{i}号\n", "utf-8")
    return folder


def vanishing_files():
    folder = many_reports(200)
    output = FOLDER / "vanished.json"
    process = subprocess.Popen([ZONEKG, "build", folder, "-j2", "-o", output, "--cache", FOLDER / "vanished"], stderr=subprocess.PIPE)

    def vanish():
        for i in reversed(range(0, 200, 2)):
            path = folder / f"{i:05}.txt"
            path.unlink() if i % 4 else path.write_text("短")
            time.sleep(0.005)

    thread = threading.Thread(target=vanish)
    thread.start()
    said = process.communicate(timeout=300)[1].decode("utf-8").splitlines()
    thread.join()
    expect(process.returncode == 0, f"vanishing files: {said}")
    named = [line.split(": ")[1] for line in said if line.startswith("error")]
    expect(len(named) == len(set(named)), f"vanishing files: more than one diagnostic each: {said}")
    expect(all("No such file" in line for line in said if line.startswith("error")), f"vanishing files: {said}")
    documents = len(json.loads(output.read_text("utf-8"))["graph"]["documents"])
    expect(150 <= documents <= 200, f"vanishing files: {documents} documents")  # some go before the folder is listed
    print(f"{len(named)} files were gone before they were read")


def interrupted():
    folder = many_reports(1500)
    output = FOLDER / "interrupted.json"
    output.write_text("old")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        process = subprocess.Popen([ZONEKG, "build", folder, "-j1", "-o", output, "--cache", FOLDER / "interrupted"],
                                   stderr=subprocess.PIPE)
        time.sleep(1.5)
        begin = time.monotonic()
        process.send_signal(number)
        said = process.communicate(timeout=60)[1].decode("utf-8")
        took = time.monotonic() - begin
        expect(process.returncode == -number, f"{number.name}: exit code {process.returncode}")
        expect("zonekg: interrupted" in said and "0 files written whole" in said, f"{number.name}: {said!r}")
        expect(took < 3, f"{number.name}: took {took:.2f} s")  # a second, on a machine that is busy
        expect(output.read_text() == "old" and not leftovers(FOLDER), f"{number.name}: the old output is gone")
        print(f"{number.name}: {took * 1000:.0f} ms: {said.strip()}")
    process = subprocess.Popen([ZONEKG, "build", REPORT, "-q", "-o", output],
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        time.sleep(0.01)
    expect(process.returncode == 0, "an ignored signal ended the run")


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for part in (limited_file_size, full_disk, closed_outputs, vanishing_files, interrupted):
        part()
    print("\n".join(problems) or "old or new, whole, and said why")
    shutil.rmtree(FOLDER)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
