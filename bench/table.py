#!/usr/bin/python3
"""Every bar of docs/performance.md, measured: table.py BUILD [--full] [--rounds N] [--only PART]

One line for each: what was measured, the bar, whether it holds. Runs take turns, medians count, CPU seconds (user and
system) wherever the bar is not about elapsed time. What it does now stands on standard error. --full: 100 MB of text and
a graph of a million nodes too.
"""
import argparse
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import Failed, Run, figures, median, run, say, serve, take_turns

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
QUIET = {"stderr": subprocess.DEVNULL}
PACKAGES = {"jieba": "python3-jieba", "ahocorasick": "python3-ahocorasick", "networkx": "python3-networkx"}


def lacks(*modules: str) -> str:
    """What to install, when something is not there."""
    missing = [PACKAGES[module] for module in modules if importlib.util.find_spec(module) is None]
    return "apt install " + " ".join(missing) if missing else ""


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

    def build_graph(self, corpus: Path, *options, jobs: int = 1) -> Run:
        return run([self.zonekg, "build", corpus, "-q", "-o", self.folder / "g.graphml", f"-j{jobs}", *options])

    def speed(self, runs: list[Run], corpus: Path) -> float:
        return self.bytes_of(corpus) / 1e6 / median(runs, "cpu")

    def peers(self) -> None:
        """The same kinds of entities by others, and their tagging alone."""
        small, mid = self.corpus("300k"), self.corpus("1M")
        node = shutil.which("node") if os.environ.get("NODE_PEERS") else None
        jieba = lacks("jieba", "networkx")
        peers = [  # name, its corpus, bar, what, what is missing, command
            ("jieba", small, 300, "jieba.posseg + regular expressions + networkx", jieba,
             [PYTHON, HERE / "peers/jieba_regex.py", small, self.folder / "j.graphml"]),
            ("automaton", mid, 10, "pyahocorasick + regular expressions + networkx", lacks("ahocorasick", "networkx"),
             [PYTHON, HERE / "peers/ahocorasick_regex.py", mid, self.folder / "a.graphml"]),
            ("tags", mid, 4, "tagging alone by @node-rs/jieba", "" if node else "node and npm; or NODE_PEERS, where it is installed",
             [node, HERE / "peers/tag.mjs", mid]),
            ("posseg", small, 8, "tagging alone by jieba.posseg", jieba, [PYTHON, HERE / "peers/jieba_tag.py", small]),
        ]
        commands = {name: lambda command=command: run(command, **QUIET) for name, _, _, _, missing, command in peers if not missing}
        runs = take_turns(self.rounds, ours=lambda: self.build_graph(mid), **commands)
        ours = self.speed(runs["ours"], mid)
        for name, corpus, bar, what, missing, _ in peers:
            if missing:
                self.table.row(f"as fast as {what}", f"lacks: {missing}", f"≥ {bar} ×", None)
                continue
            theirs = self.speed(runs[name], corpus)
            self.table.row(f"as fast as {what}", f"{ours:.2f} MB/s against {theirs:.2f} MB/s: {ours / theirs:.1f} ×", f"≥ {bar} ×", ours / theirs >= bar)
        self.table.row("speed of one core, files to GraphML", f"{ours:.2f} MB/s", "aim: 40 MB/s", ours >= 40)
        self.against_scanning(ours)

    def against_scanning(self, ours: float) -> None:
        stages = json.loads(run([self.build / "zonekg_bench", "--benchmark_filter=^(read|scan)$", "--benchmark_format=json"], **QUIET).output)
        speeds = [stage["bytes_per_second"] / 1e6 for stage in stages["benchmarks"]]
        both = 1 / sum(1 / speed for speed in speeds)
        self.table.row("the whole against reading and scanning all triggers", f"{both:.0f} MB/s those two: {both / ours:.0f} ×", "aim: ≤ 4 ×", both <= 4 * ours)

    def cores(self) -> None:
        """One thread and two."""
        corpus = self.corpus("1M")
        runs = take_turns(self.rounds, one=lambda: self.build_graph(corpus), two=lambda: self.build_graph(corpus, jobs=2))
        ratio = median(runs["one"], "elapsed") / median(runs["two"], "elapsed")
        share = median(runs["one"], "cpu") / median(runs["one"], "elapsed")  # of a core that one thread got
        busy = f"; the machine was busy, one thread got {share * 100:.0f} % of a core" if share < 0.9 else ""
        self.table.row("two cores against one, elapsed", f"{ratio:.2f} ×{busy}", "≥ 1.8 ×", None if busy else ratio >= 1.8)

    def start(self) -> None:
        """One report, the whole process, and what jieba takes to get ready."""
        if missing := lacks("jieba"):
            return self.table.row("one report with start-up against jieba's start", f"lacks: {missing}", "< 1/20", None)
        report = HERE.parent / "examples/reports/lanxi-2024-annual.txt"
        runs = take_turns(max(5, self.rounds), ours=lambda: self.build_graph(report),
                          theirs=lambda: run([PYTHON, "-c", "import jieba; jieba.initialize()"], **QUIET))
        ours, theirs = median(runs["ours"], "cpu"), median(runs["theirs"], "cpu")
        self.table.row("one report with start-up against jieba's start", f"{ours * 1000:.0f} ms against {theirs * 1000:.0f} ms: 1/{theirs / ours:.1f}", "< 1/20", ours < theirs / 20)

    def plugins(self) -> None:
        """All eight plugins, and one."""
        corpus = self.corpus("1M")
        runs = take_turns(self.rounds, one=lambda: self.build_graph(corpus, "--only", "companies"), all=lambda: self.build_graph(corpus))
        ratio = median(runs["all"], "cpu") / median(runs["one"], "cpu")
        self.table.row("eight plugins against one (companies)", f"{ratio:.2f} ×", "≤ 1.6 ×", ratio <= 1.6)

    def memory(self) -> None:
        """Corpora of 1 and 10 MB (--full: 100 MB)."""
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
        """A made graph of 100,000 nodes (--full: a million): written, loaded, asked, viewed."""
        graph = self.folder / "graph.json"
        nodes = 1_000_000 if self.full else 100_000
        run([self.build / "zonekg_graphs", "make", graph, str(nodes)])
        wrote = figures(run([self.build / "zonekg_graphs", "write", graph, self.folder]).output)
        raw, boost = wrote["write"] / wrote["fwrite"], wrote["boost"] / wrote["write"] * wrote["bytes"] / wrote["boost_bytes"]
        self.table.row(f"writing GraphML, {nodes:,} nodes, against fwrite", f"{wrote['bytes'] / 1e6 / wrote['write']:.0f} MB/s: {raw:.1f} ×", "≤ 5 ×", raw <= 5)
        self.table.row("writing GraphML against Boost's write_graphml, byte for byte", f"{boost:.1f} ×", "≥ 4 ×", boost >= 4)
        self.ask(graph, nodes)
        view = serve([self.zonekg, "view", graph, "--no-open"])
        self.table.row(f"view opens on {nodes:,} nodes", f"address after {view.ready:.1f} s, page after {view.page * 1000:.0f} ms more, {view.data_size:.1f} MB "
                       f"of data after {view.data * 1000:.0f} ms more; {view.peak:.0f} MB", "1,000,000 nodes", None if nodes < 1_000_000 else view.data_size > 0)

    def ask(self, graph: Path, nodes: int) -> None:
        bars = (("load", "loading JSON", 8), ("show", "show of a firm, a project and a zone, after loading", 20), ("path", "path, after loading", 20))
        if missing := lacks("networkx"):
            for _, what, bar in bars:
                self.table.row(f"{what}, {nodes:,} nodes, against networkx", f"lacks: {missing}", f"≥ {bar} ×", None)
            return
        names = [f"{chr(0x4E00 + i * 7 % 5000)}{chr(0x4E00 + i // 3 % 5000)}{what}{i}"
                 for i, what in ((1, "有限公司"), (nodes // 2 + 2, "扩建项目"), (nodes // 2 + 100, "开发区"))]
        runs = take_turns(1 if self.full else self.rounds, ours=lambda: run([self.build / "zonekg_graphs", "ask", graph, *names]),
                          theirs=lambda: run([PYTHON, HERE / "peers/nx_graph.py", graph, *names]))
        told = {who: [figures(each.output) for each in all_runs] for who, all_runs in runs.items()}
        for key, what, bar in bars:
            ours, theirs = (statistics.median(each[key] for each in told[who]) for who in ("ours", "theirs"))
            self.table.row(f"{what}, {nodes:,} nodes, against networkx", f"{ours * 1000:.2f} ms against {theirs * 1000:.1f} ms: {theirs / ours:.1f} ×", f"≥ {bar} ×", theirs >= bar * ours)
        self.table.row(f"memory of {nodes:,} nodes, loaded and asked", f"{median(runs['ours'], 'peak'):.0f} MB; networkx {median(runs['theirs'], 'peak'):.0f} MB", "no bar", True)


PARTS = ["start", "peers", "plugins", "cores", "memory", "graphs"]


def machine() -> str:
    model = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "?")
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {sys.version.split()[0]}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=PARTS, action="append")
    options = parser.parse_args()
    print(f"Measured on {machine()}; medians of {options.rounds} runs that take turns; load of the machine before: {os.getloadavg()[0]:.0f}.\n\n"
          "| what | measured | bar | holds |\n| --- | --- | --- | --- |", flush=True)
    with tempfile.TemporaryDirectory(prefix="zonekg_bench_") as folder:
        bench = Bench(options.build.resolve(), Path(folder), options.rounds, options.full)
        for part in options.only or PARTS:
            measure = getattr(bench, part)
            say(f"{part}: {measure.__doc__}")
            try:
                measure()
            except Failed as failure:  # the other parts are still worth their time
                bench.table.row(part, str(failure), "", False)
    print(f"\n{bench.table.missed} missed")


if __name__ == "__main__":
    main()
