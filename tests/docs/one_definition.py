#!/usr/bin/env python3
"""No two types of one name in one program: one_definition.py SOURCE.

Neither compiler nor linker says a word when two files of a program define a type of the same name and namespace: the linker keeps
one of the two destructors, copies and vectors, and the program ends anywhere. Types of one file stand in namespaces without a name.
"""
import pathlib
import re
import sys

OPENED = re.compile(r"(?:inline )?namespace ?([\w:]*) ?\{$")
CLOSED = re.compile(r"\} *// *(?:anonymous )?namespace")
TYPE = re.compile(r"(?:template ?<.*> ?)?(?:struct|class|union|enum class|enum) (?:alignas\(\w+\) )?(\w+)(?: final)?(?: : .*?)? ?\{")
PRODUCT = ("core", "graph", "export", "cli", "plugins")
PROGRAM_A_FILE = {"broken_plugins", "fuzz"}


def types_of(path: pathlib.Path):
    """Names in full and line numbers of the types that other files of the program see."""
    spaces: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if opened := OPENED.match(line):
            spaces.append(opened.group(1))
        elif CLOSED.match(line) and spaces:
            spaces.pop()
        elif (found := TYPE.match(line)) and "" not in spaces:
            yield "::".join([*spaces, found.group(1)]), number


def definitions(root: pathlib.Path, folder: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted((root / folder).rglob("*.[ch]pp")):
        for name, line in types_of(path):
            found.setdefault(name, []).append(f"{path.relative_to(root)}:{line}")
    return found


def main() -> int:
    root = pathlib.Path(sys.argv[1]).resolve()
    product: dict[str, list[str]] = {}
    for folder in PRODUCT:
        for name, places in definitions(root, folder).items():
            product.setdefault(name, []).extend(places)
    wrong = {(name, *places) for name, places in product.items() if len(places) > 1}
    for part in sorted(p for p in (root / "tests").iterdir() if p.is_dir() and p.name not in PROGRAM_A_FILE):
        for name, places in definitions(root, f"tests/{part.name}").items():
            every = product.get(name, []) + places
            if len(every) > 1:
                wrong.add((name, *every))
    for name, *places in sorted(wrong):
        print(f"{name} is defined more than once in one program: {', '.join(places)}")
    if len(product) < 200:
        print(f"only {len(product)} types found: this test no longer understands the source")
        return 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
