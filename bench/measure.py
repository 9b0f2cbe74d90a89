"""Running programs and measuring what they cost."""
import os
import statistics
import subprocess
import sys
import time
import urllib.request
from typing import NamedTuple


class Failed(Exception):
    """A program ended otherwise than it should."""


class Run(NamedTuple):
    cpu: float  # seconds, user and system
    elapsed: float
    peak: float  # MB
    output: str


def say(step: str) -> None:
    print(f"bench: {step}", file=sys.stderr, flush=True)


def finish(child: subprocess.Popen, command, begin: float, output: str, allowed=(0,)) -> Run:
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in allowed:
        raise Failed(f"{' '.join(map(str, command))}: exit code {child.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024, output)


def run(command, **more) -> Run:
    begin = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, **more)
    return finish(child, command, begin, child.stdout.read().decode())


def take_turns(rounds: int, **commands) -> dict[str, list[Run]]:
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(command())
    return runs


def median(runs: list[Run], what: str) -> float:
    return statistics.median(getattr(r, what) for r in runs)


def figures(text: str) -> dict[str, float]:
    return {line.split()[0]: float(line.split()[1]) for line in text.splitlines()}


class Served(NamedTuple):
    ready: float  # seconds until the address is there
    page: float
    data: float
    data_size: float  # MB
    peak: float  # MB


def serve(command) -> Served:
    """A server that prints its address first; asked for its page and data, then interrupted."""
    begin = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    address = child.stdout.readline().decode().strip()
    ready = time.monotonic()
    with urllib.request.urlopen(address) as page:
        page.read()
    shown = time.monotonic()
    with urllib.request.urlopen(address + "data.json") as data:
        size = len(data.read())
    got = time.monotonic()
    child.terminate()
    peak = finish(child, command, begin, "", allowed=(0, -15, 143)).peak
    return Served(ready - begin, shown - ready, got - shown, size / 1e6, peak)
