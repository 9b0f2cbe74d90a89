#!/usr/bin/env bash
# Builds, and prints one table of what zonekg costs beside others: bench/run.sh [--full] [--rounds N] [--only PART]
# PART: start, peers, plugins, cores, memory, graphs. Some ten minutes on two cores; --full an hour.
# Peers: apt install python3-jieba python3-ahocorasick python3-networkx; and, for tagging alone, `npm install
# @node-rs/jieba` in a folder that NODE_PEERS names (made here when npm is there). What is not there is said in the table.
# BUILD names a build folder that is up to date, made with -DZONEKG_BENCH=ON, to measure that one.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=${BUILD:-build/bench}
if [[ -z ${BUILD-} ]]; then
  echo "bench: building in $build" >&2
  cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DZONEKG_BENCH=ON -DZONEKG_TESTS=OFF --log-level=WARNING > /dev/null
  cmake --build "$build" > /dev/null
fi
if [[ -z ${NODE_PEERS-} ]] && command -v npm > /dev/null; then
  echo "bench: installing @node-rs/jieba in $build/node" >&2
  mkdir -p "$build/node"
  if npm install --silent --prefix "$build/node" @node-rs/jieba > /dev/null; then NODE_PEERS=$(cd "$build/node" && pwd); fi
fi
export NODE_PEERS=${NODE_PEERS-}
exec /usr/bin/python3 bench/table.py "$build" "$@"
