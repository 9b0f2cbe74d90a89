#!/usr/bin/env python3
"""What was built can be attacked less well: hardened.py BINARY… (the program first, then shared objects).

Read by readelf, not from the flags: a target that forgets them is found.
"""
import pathlib
import re
import subprocess
import sys

LANDING = b"\xf3\x0f\x1e\xfa"  # endbr64: where jumps through pointers may land


def readelf(option, path):
    return subprocess.run(["readelf", "-W", option, path], check=True, capture_output=True, text=True).stdout


def section(path, name):
    for line in readelf("-S", path).splitlines():
        found = re.match(rf"\s*\[\s*\d+\]\s+{re.escape(name)}\s+\w+\s+\w+\s+(\w+)\s+(\w+)", line)
        if found:
            offset, size = int(found[1], 16), int(found[2], 16)
            return pathlib.Path(path).read_bytes()[offset:offset + size]
    return b""


def problems_of(path, is_program):
    header, segments, dynamic, symbols = (readelf(o, path) for o in ("-h", "-l", "-d", "--dyn-syms"))
    machine = re.search(r"Machine:\s+(.*)", header)[1]
    checks = {
        "position independent": re.search(r"Type:\s+DYN", header) is not None and (not is_program or "INTERP" in segments),
        "read-only relocations": "GNU_RELRO" in segments,
        "relocations done at the start": "BIND_NOW" in dynamic or re.search(r"FLAGS_1.*NOW", dynamic) is not None,
        "no stack that runs": re.search(r"GNU_STACK.*\bRW\b", segments) is not None,
        "nothing that is written and run": re.search(r"LOAD.*\bRWE\b", segments) is None,
        "stack protector": "__stack_chk_fail" in symbols,
        "no paths of libraries": not re.search(r"\((RPATH|RUNPATH)\)", dynamic),
    }
    if is_program:
        checks["checked library calls"] = re.search(r"__\w+_chk@", symbols) is not None
    if "X86-64" in machine:
        checks["marked targets of jumps"] = section(path, ".text").count(LANDING) > (1000 if is_program else 10)
    return [f"{path}: {name}: no" for name, holds in checks.items() if not holds]


def main():
    problems = [p for i, path in enumerate(sys.argv[1:]) for p in problems_of(path, i == 0)]
    print("\n".join(problems) or f"{len(sys.argv) - 1} binaries are hardened")
    sys.exit(1 if problems or len(sys.argv) < 2 else 0)


if __name__ == "__main__":
    main()
