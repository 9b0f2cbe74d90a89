#!/usr/bin/env python3
"""Who may include whom, as the table of docs/architecture.md says: include_rules.py SOURCE.

A row's last cell names the folders that its folder may include directly; what those may include comes along.
"""
import pathlib
import re
import sys

ROW = re.compile(r"^\| `([\w/]+)/` \|.*\| ([^|]*) \|$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.MULTILINE)
# Libraries that one part alone may know, and the parts that may.
RESERVED = {"boost/dll": ("core/host",), "boost/graph": ("graph", "export")}


def rules(root: pathlib.Path) -> dict[str, set[str]]:
    """Folder → folders it may include, itself and the indirect ones too."""
    direct: dict[str, set[str]] = {}
    for line in (root / "docs/architecture.md").read_text(encoding="utf-8").splitlines():
        row = ROW.match(line)
        if row:
            direct[row.group(1)] = set(re.findall(r"`([\w/]+)/`", row.group(2)))
    every = set(direct)
    direct["cli"] = every - {"plugins"}
    closed = {}
    for folder in direct:
        reached, todo = {folder}, [folder]
        while todo:
            new = direct.get(todo.pop(), set()) - reached
            reached |= new
            todo += new
        closed[folder] = reached
    return closed


def folder_of(path: str, folders) -> str:
    return max((f for f in folders if path.startswith(f + "/")), key=len, default="")


def problems(path: pathlib.Path, root: pathlib.Path, allowed: dict[str, set[str]]):
    relative = path.relative_to(root).as_posix()
    home = folder_of(relative, allowed)
    for kind, target in INCLUDE.findall(path.read_text(encoding="utf-8")):
        for library, knowers in RESERVED.items():
            if target.startswith(library) and home not in knowers:
                yield f"{relative}: {library} is for {' and '.join(knowers)} only"
        if kind != '"':
            continue
        beside = (path.parent / target).resolve()
        found = beside.relative_to(root).as_posix() if beside.is_file() else target
        if not (root / found).is_file():
            yield f"{relative}: {target} is not there"
        elif folder_of(found, allowed) not in allowed[home]:
            yield f"{relative}: may not include {found}"
        elif home == "plugins" and found.startswith("plugins/") and found.split("/")[1] != relative.split("/")[1]:
            yield f"{relative}: a plugin includes another plugin's {found}"


def main() -> int:
    root = pathlib.Path(sys.argv[1]).resolve()
    allowed = rules(root)
    sources = sorted(path for folder in allowed for ending in ("*.h", "*.hpp", "*.c", "*.cpp")
                     for path in (root / folder).rglob(ending))
    found = [line for path in sources for line in problems(path, root, allowed)]
    print("\n".join(found))
    print(f"{len(sources)} files, {len(allowed)} folders, {len(found)} problems")
    return 1 if found or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
