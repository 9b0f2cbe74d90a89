#!/usr/bin/python3
"""Every bar of docs/performance.md, measured: table.py BUILD [--full] [--rounds N]

One line for each: what was measured, the bar, whether it holds. Runs take turns, medians count, CPU seconds (user and
system) wherever the bar is not about elapsed time. --full: 100 MB of text and a graph of a million nodes too.
"""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"


class Run(NamedTuple):
    cpu: float
    elapsed: float
    peak: float  # MB
    output: str


def run(command, **more) -> Run:
    begin = time.monotonic()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, **more)
    output = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {child.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024, output)


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


class Table:
    def __init__(self) -> None:
        self.missed = 0

    def row(self, what: str, figure: str, bar: str, holds: bool | None) -> None:
        self.missed += holds is False
        print(f"| {what} | {figure} | {bar} | {'not measured' if holds is None else 'yes' if holds else 'no'} |", flush=True)


class Bench:
    def __init__(self, build: Path, folder: Path, rounds: int, full: bool) -> None:
        self.zonekg, self.build, self.folder, self.rounds, self.full = build / "zonekg", build, folder, rounds, full
        self.table = Table()

    def corpus(self, size: str, seed: int = 1) -> Path:
        folder = self.folder / f"corpus-{size}-{seed}"
        if not folder.exists():
            run([self.build / "zonekg_corpus", folder, size, str(seed)])
        return folder

    def bytes_of(self, corpus: Path) -> int:
        return sum(file.stat().st_size for file in corpus.rglob("*.txt"))

    def build_graph(self, corpus: Path, *options) -> Run:
        return run([self.zonekg, "build", corpus, "-q", "-o", self.folder / "g.graphml", "-j1", *options])

    def speed(self, runs: list[Run], corpus: Path) -> float:
        return self.bytes_of(corpus) / 1e6 / median(runs, "cpu")

    def peers(self) -> None:
        small, mid = self.corpus("300k"), self.corpus("1M")
        node = shutil.which("node")
        commands = {
            "ours": lambda: self.build_graph(mid),
            "jieba": lambda: run([PYTHON, HERE / "peers/jieba_regex.py", small, self.folder / "j.graphml"], stderr=subprocess.DEVNULL),
            "automaton": lambda: run([PYTHON, HERE / "peers/ahocorasick_regex.py", mid, self.folder / "a.graphml"]),
        }
        if node and os.environ.get("NODE_PEERS"):
            commands["tagging"] = lambda: run([node, HERE / "peers/tag.mjs", mid])
        runs = take_turns(self.rounds, **commands)
        ours = self.speed(runs["ours"], mid)
        for name, corpus, bar, what in (
            ("jieba", small, 300, "jieba.posseg + regular expressions + networkx"),
            ("automaton", mid, 10, "pyahocorasick + regular expressions + networkx"),
            ("tagging", mid, 4, "tagging alone by @node-rs/jieba"),
        ):
            if name not in runs:
                self.table.row(f"as fast as {what}", "NODE_PEERS is not set", f"≥ {bar} ×", None)
                continue
            theirs = self.speed(runs[name], corpus)
            self.table.row(f"as fast as {what}", f"{ours:.2f} MB/s against {theirs:.2f} MB/s: {ours / theirs:.1f} ×", f"≥ {bar} ×", ours / theirs >= bar)
        self.table.row("speed of one core", f"{ours:.2f} MB/s", "aim: 40 MB/s", ours >= 40)

    def cores(self) -> None:
        corpus = self.corpus("1M")
        runs = take_turns(self.rounds, one=lambda: self.build_graph(corpus), two=lambda: self.build_graph(corpus, "-j2"))
        ratio = median(runs["one"], "elapsed") / median(runs["two"], "elapsed")
        busy = os.getloadavg()[0]
        self.table.row(f"two cores against one, elapsed (load of the machine: {busy:.0f})", f"{ratio:.2f} ×", "≥ 1.8 ×", ratio >= 1.8)

    def start(self) -> None:
        report = HERE.parent / "examples/reports/lanxi-2024-annual.txt"
        runs = take_turns(max(5, self.rounds), ours=lambda: self.build_graph(report),
                          theirs=lambda: run([PYTHON, "-c", "import jieba; jieba.initialize()"], stderr=subprocess.DEVNULL))
        ours, theirs = median(runs["ours"], "cpu"), median(runs["theirs"], "cpu")
        self.table.row("one report with start-up against jieba's start", f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms: 1/{theirs / ours:.1f}", "< 1/20", ours < theirs / 20)

    def plugins(self) -> None:
        corpus = self.corpus("1M")
        runs = take_turns(self.rounds, one=lambda: self.build_graph(corpus, "--only", "companies"), all=lambda: self.build_graph(corpus))
        ratio = median(runs["all"], "cpu") / median(runs["one"], "cpu")
        self.table.row("eight plugins against one (companies)", f"{ratio:.2f} ×", "≤ 1.6 ×", ratio <= 1.6)

    def memory(self) -> None:
        small, large = self.corpus("1M"), self.corpus("10M")
        peaks = [self.build_graph(corpus).peak for corpus in (small, large)]
        self.table.row("memory, ten times the corpus", f"{peaks[0]:.0f} MB for 1 MB, {peaks[1]:.0f} MB for 10 MB: {peaks[1] / peaks[0]:.1f} ×", "≤ 6 ×", peaks[1] <= 6 * peaks[0])
        if self.full:
            peak = self.build_graph(self.corpus("100M")).peak
            self.table.row("memory for 100 MB of text", f"{peak:.0f} MB", "≤ 150 MB", peak <= 150)
        else:
            guess = peaks[1] + (peaks[1] - peaks[0]) * 10
            self.table.row("memory for 100 MB of text, drawn out from the two", f"{guess:.0f} MB", "≤ 150 MB", guess <= 150)

    def graphs(self) -> None:
        graph = self.folder / "graph.json"
        nodes = 1_000_000 if self.full else 100_000
        run([self.build / "zonekg_graphs", "make", graph, str(nodes)])
        wrote = figures(run([self.build / "zonekg_graphs", "write", graph, self.folder]).output)
        raw, boost = wrote["write"] / wrote["fwrite"], wrote["boost"] / wrote["write"] * wrote["bytes"] / wrote["boost_bytes"]
        self.table.row(f"writing GraphML, {nodes:,} nodes, against fwrite", f"{wrote['bytes'] / 1e6 / wrote['write']:.0f} MB/s: {raw:.1f} ×", "≤ 5 ×", raw <= 5)
        self.table.row("writing GraphML against Boost's write_graphml, byte for byte", f"{boost:.1f} ×", "≥ 4 ×", boost >= 4)
        names = [f"{chr(0x4E00 + i * 7 % 5000)}{chr(0x4E00 + i // 3 % 5000)}{what}{i}" for i, what in ((1, "有限公司"), (nodes // 2 + 2, "扩建项目"))]
        ours = figures(run([self.build / "zonekg_graphs", "ask", graph, *names]).output)
        theirs = figures(run([PYTHON, HERE / "peers/nx_graph.py", graph, *names]).output)
        for key, what, bar in (("load", "loading JSON", 8), ("show", "show, after loading", 20), ("path", "path, after loading", 20)):
            ratio = theirs[key] / ours[key]
            self.table.row(f"{what}, {nodes:,} nodes, against networkx", f"{ours[key] * 1000:.1f} ms against {theirs[key] * 1000:.1f} ms: {ratio:.1f} ×", f"≥ {bar} ×", ratio >= bar)


def machine() -> str:
    model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "?")
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {sys.version.split()[0]}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=["peers", "cores", "start", "plugins", "memory", "graphs"], action="append")
    options = parser.parse_args()
    print(f"Measured on {machine()}; medians of {options.rounds} runs that take turns.\n\n| what | measured | bar | holds |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory(prefix="zonekg_bench_") as folder:
        bench = Bench(options.build.resolve(), Path(folder), options.rounds, options.full)
        for part in options.only or ["peers", "cores", "start", "plugins", "memory", "graphs"]:
            getattr(bench, part)()
    print(f"\n{bench.table.missed} bars missed")


if __name__ == "__main__":
    main()
