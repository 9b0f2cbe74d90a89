#!/usr/bin/env python3
"""A stranger's way: zonekg installed to a fresh prefix, then in every language a plugin is made by `plugins new`, untouched
built against the installed files alone, loaded, checked, and its entities are found in the GraphML: out_of_tree.py BUILD.

What is not there (Clang, cargo) is left out and said; CMake, GCC and C are always tried.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import networkx

FOUND = {"国家级绿色制造示范区", "省级数字化转型试点", "市级智能工厂示范企业"}


class Trial:
    def __init__(self, build: pathlib.Path, folder: pathlib.Path):
        self.build, self.folder, self.prefix = build, folder, folder / "prefix"
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "PATH": f"{self.prefix}/bin:{os.environ['PATH']}"}
        self.environment.pop("CMAKE_PREFIX_PATH", None)

    def run(self, *command, cwd=None, exit_code=0) -> str:
        result = subprocess.run([str(part) for part in command], cwd=cwd or self.folder, env=self.environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False)
        if result.returncode != exit_code:
            raise SystemExit(f"{' '.join(map(str, command))}: exit code {result.returncode}, not {exit_code}\n{result.stdout}")
        return result.stdout

    def install(self):
        self.run("cmake", "--install", self.build, "--prefix", self.prefix)
        # The build tree must not be what is found.
        listed = self.run("zonekg", "plugins", "describe", "zones")
        assert str(self.prefix) in listed, listed
        flags = self.run("env", f"PKG_CONFIG_PATH={self.prefix}/lib/pkgconfig", "pkg-config", "--cflags", "zonekg").strip()
        assert (pathlib.Path(flags.removeprefix("-I")).resolve() / "zonekg/plugin.h").is_file(), flags

    def entities(self, plugin: pathlib.Path):
        """The names of the plugin's nodes in a graph of its own sample, made with all plugins."""
        graph_file = plugin / "graph.graphml"
        self.run("zonekg", "build", plugin / "samples/sample.txt", "--plugins", plugin / "build/plugins", "-o", graph_file)
        graph = networkx.read_graphml(graph_file)
        names = {data.get("name") for _, data in graph.nodes(data=True) if data.get("type") == "honor"}
        assert names == FOUND, f"{plugin.name}: {names}"

    def make(self, name: str, language: str) -> pathlib.Path:
        self.run("zonekg", "plugins", "new", name, "--lang", language, "--type", "honor")
        return self.folder / name

    def with_cmake(self, name: str, language: str, *settings):
        plugin = self.make(name, language)
        self.run("cmake", "-S", plugin, "-B", plugin / "build", f"-DCMAKE_PREFIX_PATH={self.prefix}", *settings)
        self.run("cmake", "--build", plugin / "build")
        self.run("ctest", "--test-dir", plugin / "build", "--output-on-failure", "--no-tests=error")
        exported = [line.split()[-1] for line in self.run("nm", "-D", "--defined-only", plugin / f"build/plugins/{name}/{name}.so").splitlines()]
        assert exported == ["zkg_plugin_entry"], exported
        self.entities(plugin)
        print(f"{name}: built, checked, found in the graph")

    def with_cargo(self, name: str):
        plugin = self.make(name, "rust")
        self.run("make", "check", cwd=plugin)
        self.entities(plugin)
        print(f"{name}: built, checked, found in the graph")


def main() -> int:
    build = pathlib.Path(sys.argv[1]).resolve()
    strict = "-Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Werror"
    with tempfile.TemporaryDirectory() as name:
        trial = Trial(build, pathlib.Path(name))
        trial.install()
        trial.with_cmake("gcc-17", "c++", "-DCMAKE_CXX_COMPILER=g++", "-DCMAKE_CXX_STANDARD=17", f"-DCMAKE_CXX_FLAGS={strict}")
        trial.with_cmake("gcc-20", "c++", "-DCMAKE_CXX_COMPILER=g++", "-DCMAKE_CXX_STANDARD=20", f"-DCMAKE_CXX_FLAGS={strict}")
        trial.with_cmake("gcc-c", "c", "-DCMAKE_C_COMPILER=gcc", "-DCMAKE_C_STANDARD=11", f"-DCMAKE_C_FLAGS={strict}")
        clang = next((found for found in ("clang-14", "clang") if shutil.which(found)), "")
        if clang:
            plus = clang.replace("clang", "clang++")
            trial.with_cmake("clang-17", "c++", f"-DCMAKE_CXX_COMPILER={plus}", "-DCMAKE_CXX_STANDARD=17", f"-DCMAKE_CXX_FLAGS={strict}")
            trial.with_cmake("clang-20", "c++", f"-DCMAKE_CXX_COMPILER={plus}", "-DCMAKE_CXX_STANDARD=20", f"-DCMAKE_CXX_FLAGS={strict}")
            trial.with_cmake("clang-c", "c", f"-DCMAKE_C_COMPILER={clang}", "-DCMAKE_C_STANDARD=11", f"-DCMAKE_C_FLAGS={strict}")
        else:
            print("clang is not there: left out")
        if shutil.which("cargo"):
            trial.with_cargo("rusty")
        else:
            print("cargo is not there: left out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
