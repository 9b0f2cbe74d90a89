#!/usr/bin/env python3
"""Full disks, closed folders, files that vanish, Ctrl-C: trouble.py ZONEKG REPORTS FOLDER."""
import contextlib
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


@contextlib.contextmanager
def small_disk(name, size):
    """A small file system of its own; None where mounting is not allowed."""
    folder = FOLDER / name
    folder.mkdir(exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True).returncode != 0:
        print(f"skipped: {name}, mount is not permitted here")
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def make_read_only(disk):
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)


def full_disk():
    graph = FOLDER / "whole.json"
    expect(run("build", REPORTS, "-q", "-o", graph).returncode == 0, "no graph to begin with")
    with small_disk("disk", "16k") as folder:
        if folder is None:
            return
        (folder / "g.json").write_text("old")
        refused("full disk", run("build", REPORT, "-q", "-o", folder / "g.json", "--cache", folder / "cache"), "No space left")
        expect((folder / "g.json").read_text() == "old" and not leftovers(folder), "full disk: the old output is gone")
        for ending in ("graphml", "dot", "gexf", "nodes.csv", "cypher", "cx2", "ttl", "ftm.json", "sqlite", "xlsx", "md", "html", "report.html"):
            (folder / f"g.{ending}").write_text("old")
            refused(f"full disk, {ending}", run("export", graph, "-o", folder / f"g.{ending.replace('nodes.', '')}"), "No space left")
            expect((folder / f"g.{ending}").read_text() == "old" and not leftovers(folder), f"full disk, {ending}: the old output is gone")
            (folder / f"g.{ending}").unlink()
        refused("full disk, map", run("map", REPORTS, "-q", "--shard", "1/1", "--out", folder / "shards"), "No space left")
        expect(not list((folder / "shards").glob("shard-*[!t]")), "full disk: half a shard stands there as a whole one")
        shutil.rmtree(folder / "shards")
        # A cache only saves time: the run does without it.
        outcome = run("build", REPORTS, "-q", "-o", FOLDER / "cached.json", "--cache", folder / "cache")
        expect(outcome.returncode == 0 and (FOLDER / "cached.json").read_bytes() == graph.read_bytes(), f"full disk, cache: {outcome.stderr!r}")
        make_read_only(folder)
        refused("read-only disk", run("build", REPORT, "-q", "-o", folder / "g.json"), "Read-only file system")


def target(link) -> str:
    try:
        return os.readlink(link)
    except OSError:  # closed meanwhile
        return ""


def nowhere_to_wait():
    """What waits outside of memory: TMPDIR is missing, no folder, full at any moment, for reading only; has any name; killed."""
    reports, whole, output = many_reports(20, "waiting"), FOLDER / "waiting.json", FOLDER / "waited.json"
    command = [ZONEKG, "build", reports, "-q", "-j2", "-o", output]
    waits_in = lambda folder: dict(os.environ, TMPDIR=str(folder))
    build = lambda folder, **options: run(*command[1:], env=waits_in(folder), **options)
    expect(run("build", reports, "-q", "-o", whole).returncode == 0, "no graph to begin with")

    def without_room(what, folder, reason, **options):
        output.write_text("old")
        refused(f"TMPDIR, {what}", build(folder, **options), reason)
        expect(output.read_text() == "old" and not leftovers(FOLDER), f"TMPDIR, {what}: the old output is gone")

    says = lambda folder, reason: f"cannot keep what was read in {folder} (set TMPDIR to a folder that may be written and has more room): {reason}"
    without_room("missing", FOLDER / "none", says(FOLDER / "none", "No such file or directory"))
    without_room("a file", whole, says(whole, "Not a directory"))
    without_room("ulimit -f", FOLDER, says(FOLDER, "File too large"),
                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50000, 50000)))
    odd = FOLDER / "tmp 'a'\n\"$(b)\" \udcff 临时"
    odd.mkdir()
    expect(build(odd).returncode == 0 and output.read_bytes() == whole.read_bytes(), "TMPDIR of an odd name: another graph")
    output.write_text("old")
    process = subprocess.Popen(list(map(str, command)), env=waits_in(odd))
    links = pathlib.Path(f"/proc/{process.pid}/fd")
    waits = lambda: any(target(link).startswith(str(odd)) for link in links.iterdir())
    while process.poll() is None and not waits():
        time.sleep(0.001)
    process.kill()
    expect(process.wait() == -signal.SIGKILL and output.read_text() == "old", "killed while something waits: the old output is gone")
    expect(not list(odd.iterdir()), f"TMPDIR: left there: {list(odd.iterdir())}")
    for size in range(64, 1 << 14, 512):
        with small_disk("tmp", f"{size}k") as folder:
            if folder is None:
                return
            output.write_text("old")
            outcome = build(folder)
            expect(not list(folder.iterdir()), f"TMPDIR of {size} KiB: something is left there")
            if outcome.returncode == 0:
                break
            refused(f"TMPDIR of {size} KiB", outcome, says(folder, "No space left on device"))
            expect(output.read_text() == "old", f"TMPDIR of {size} KiB: the old output is gone")
    expect(size > 600 and output.read_bytes() == whole.read_bytes(), f"TMPDIR of {size} KiB: another graph")
    with small_disk("tmp", "64k") as folder:
        make_read_only(folder)
        without_room("for reading only", folder, says(folder, "Read-only file system"))


def unreadable():
    """Files and folders that may not be read, also for root: without its capabilities it may not either."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        return print("skipped: unreadable inputs, root without setpriv reads everything")
    bare = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    folder = FOLDER / "unreadable"
    folder.mkdir()
    shutil.copy(REPORT, folder / "good.txt")
    shutil.copy(REPORT, folder / "locked.txt")
    (folder / "closed").mkdir()
    (folder / "locked.txt").chmod(0)
    (folder / "closed").chmod(0)
    run_bare = lambda *arguments: subprocess.run([*bare, ZONEKG, *map(str, arguments)], capture_output=True, timeout=300)
    refused("an unreadable file", run_bare("build", folder / "locked.txt", "-q", "-o", FOLDER / "u.json"), "locked.txt: Permission denied")
    outcome = run_bare("build", folder, "-q", "-o", FOLDER / "u.json")
    said = sorted(line.split(": ")[1] for line in outcome.stderr.decode("utf-8").splitlines())
    expect(outcome.returncode == 0 and said == ["closed", "locked.txt"], f"an unreadable file in a folder: {outcome.stderr!r}")
    (FOLDER / "u.json").chmod(0)
    refused("an unreadable graph", run_bare("list", FOLDER / "u.json"), "Permission denied")
    (folder / "closed").chmod(0o700)


def without_end():
    """Devices and pipes that never end, named on the command line: refused at the limit of a file."""
    outcome = run("build", "/dev/zero", REPORT, "-q", "-o", FOLDER / "endless.json")
    said = outcome.stderr.decode("utf-8").splitlines()
    expect(outcome.returncode == 0 and len(said) == 1 and said[0].startswith("error: zero: is larger than"), f"/dev/zero: {said}")


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


def many_reports(count, name="many"):
    folder = FOLDER / name
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
    (FOLDER / "bin").mkdir()
    (FOLDER / "bin" / "pdftotext").write_text("#!/bin/sh\nexec sleep 300\n")
    (FOLDER / "bin" / "pdftotext").chmod(0o755)
    (FOLDER / "a.pdf").write_text("%PDF-1.4\n1 0 obj\n")
    paths = dict(os.environ, PATH=f"{FOLDER / 'bin'}:{os.environ['PATH']}")
    for what, command in (("a reader's program", ["build", FOLDER / "a.pdf", "-o", output]),
                          ("isolated plugins", ["build", folder, "--isolate", "-o", output]),
                          ("map", ["map", folder, "--shard", "1/1", "--out", FOLDER / "shards"])):
        process = subprocess.Popen([ZONEKG, *map(str, command)], stderr=subprocess.PIPE, env=paths)
        time.sleep(1.5)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)  # its end of the pipe is open as long as a child of it lives
        took = time.monotonic() - begin
        expect(process.returncode == -signal.SIGINT and took < 3, f"Ctrl-C, {what}: exit code {process.returncode}, {took:.2f} s")
        expect(output.read_text() == "old", f"Ctrl-C, {what}: the old output is gone")
    process = subprocess.Popen([ZONEKG, "build", REPORT, "-q", "-o", output],
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    while process.poll() is None:
        process.send_signal(signal.SIGINT)
        time.sleep(0.01)
    expect(process.returncode == 0, "an ignored signal ended the run")


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for part in (limited_file_size, full_disk, nowhere_to_wait, unreadable, without_end, closed_outputs, vanishing_files, interrupted):
        part()
    print("\n".join(problems) or "old or new, whole, and said why")
    shutil.rmtree(FOLDER)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
