#!/usr/bin/env python3
"""Runs the sh and python blocks of the documents: readme_commands.py SOURCE BUILD.

All blocks run in one copy of the checkout with a finished build/release, so that none can spoil the sources. Words in an
HTML comment on the line before a block steer it:
  <!-- not run: REASON -->   the block is only read
  <!-- file: NAME -->        the block's text is written to that file of the folder
  <!-- output -->            a text block: its lines stand in this order in what the block before printed, figures aside
                             (they change with the weights); a line `…` stands for any lines
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from markdown import Block, blocks, documents

INTERPRETERS = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": ["/usr/bin/python3", "-c"]}


def lay_out(folder: pathlib.Path, source: pathlib.Path, build: pathlib.Path) -> None:
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("build", ".git", "__pycache__", "node_modules"), dirs_exist_ok=True)
    (folder / "build" / "examples").mkdir(parents=True)
    (folder / "build" / "release").symlink_to(build)


def run(block: Block, folder: pathlib.Path) -> tuple[str, str]:
    """What the block printed, and what went wrong (empty when nothing did)."""
    result = subprocess.run(INTERPRETERS[block.language] + [block.text], cwd=folder, text=True, timeout=600,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
                            env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    return result.stdout, f"exit code {result.returncode}\n{result.stdout}" if result.returncode else ""


def missing_line(expected: str, printed: str) -> str:
    """The first expected line that does not follow the ones before it; empty when all do."""
    def shape(line: str) -> str:
        return re.sub(r"\s+", " ", re.sub(r"\d[\d,.]*", "0", line.strip()))

    lines, at, gap = [shape(line) for line in printed.splitlines()], 0, True
    for line in expected.splitlines():
        if line.strip() == "…":
            gap = True
            continue
        found = next((i for i in range(at, len(lines) if gap else min(at + 1, len(lines)))
                      if lines[i] == shape(line)), None)
        if found is None:
            return line
        at, gap = found + 1, False
    return ""


def main() -> int:
    source, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    ran, failures = 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lay_out(folder, source, build)
        for document in documents(source):
            printed = ""
            for block in blocks(document):
                problem = ""
                if block.marker.startswith("file: "):
                    (folder / block.marker.removeprefix("file: ")).write_text(block.text, encoding="utf-8")
                elif block.marker == "output":
                    line = missing_line(block.text, printed)
                    problem = f"not in the output: {line}\nthe output was:\n{printed}" if line else ""
                elif block.language in INTERPRETERS and not block.marker.startswith("not run:"):
                    printed, problem = run(block, folder)
                    ran += 1
                if problem:
                    failures.append(f"{document.relative_to(source)}:{block.line}: {problem}")
    print("\n".join(failures))
    print(f"{ran} blocks ran, {len(failures)} problems")
    return 1 if failures or ran == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
