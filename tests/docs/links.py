#!/usr/bin/env python3
"""Every file that the documents name is there: links.py SOURCE. Looks at links and at paths in backticks."""
import pathlib
import re
import sys

from markdown import documents

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`([\w.][\w./*-]*/[\w./*-]*)`")
PLACEHOLDER = re.compile(r"\b(NAME|ID|PRESET|FILE)\b")
FOLDERS = ("core", "graph", "export", "plugins", "cli", "examples", "tests", "docs", "bench", "cmake", ".ci")


def named_files(document: pathlib.Path, root: pathlib.Path):
    """(line, what is named, where it should be)"""
    for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
        for target in LINK.findall(line):
            if "://" not in target:
                yield number, target, document.parent / target
        for target in PATH.findall(line):
            is_ours = target.split("/")[0] in FOLDERS
            if is_ours and not PLACEHOLDER.search(target):
                yield number, target, root / target


def exists(path: pathlib.Path) -> bool:
    if "*" in path.name:
        return any(path.parent.glob(path.name))
    return path.exists()


def main() -> int:
    root = pathlib.Path(sys.argv[1]).resolve()
    checked, missing = 0, []
    for document in documents(root):
        for number, target, path in named_files(document, root):
            checked += 1
            if not exists(path):
                missing.append(f"{document.relative_to(root)}:{number}: {target} is not there")
    print("\n".join(missing))
    print(f"{checked} names checked, {len(missing)} missing")
    return 1 if missing or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
