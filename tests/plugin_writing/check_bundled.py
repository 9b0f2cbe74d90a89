#!/usr/bin/env python3
"""Every bundled plugin, and the rule pack of the examples, passes the conformance kit: check_bundled.py ZONEKG SOURCE [--quick].

A plugin that is broken on purpose does not, and a crash is a finding."""
import json
import pathlib
import subprocess
import sys


def check(program: str, *arguments) -> tuple[int, dict]:
    result = subprocess.run([program, "plugins", "check", "--json", *map(str, arguments)], text=True, encoding="utf-8",
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return result.returncode, json.loads(result.stdout)


def main() -> int:
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    options = sys.argv[3:]
    listed = json.loads(subprocess.run([program, "plugins", "list", "--json"], capture_output=True, check=True).stdout)
    plugins = [plugin["file"] for plugin in listed] + [source / "examples/honors/honors.rules.json"]
    failures = 0
    for plugin in plugins:
        code, report = check(program, plugin, *options)
        failed = [entry for entry in report["checks"] if entry["outcome"] == "failed"]
        failures += bool(failed) or code != 0
        cost = next(entry["detail"] for entry in report["checks"] if entry["name"] == "cost")
        print(pathlib.Path(plugin).name, "failed" if failed else "passed", cost, failed or "", sep="  ", flush=True)
    return 1 if failures or not plugins else 0


if __name__ == "__main__":
    sys.exit(main())
