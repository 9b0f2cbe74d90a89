#!/usr/bin/env bash
# Builds the benchmarks and runs all stages, each alone; arguments go to Google Benchmark, as --benchmark_filter=layers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DZONEKG_BENCH=ON -DZONEKG_TESTS=OFF --log-level=WARNING
cmake --build build/bench
build/bench/zonekg_bench "$@"
