#!/usr/bin/env bash
# Builds, and prints one table of what zonekg costs beside others: bench/run.sh [--full] [--rounds N] [--only PART]
# Peers: apt install python3-jieba python3-ahocorasick python3-networkx; and, for tagging alone, `npm install
# @node-rs/jieba` in a folder that NODE_PEERS names (made here when npm is there).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
cmake -S . -B build/bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DZONEKG_BENCH=ON -DZONEKG_TESTS=OFF --log-level=WARNING
cmake --build build/bench > /dev/null
if [[ -z ${NODE_PEERS-} ]] && command -v npm > /dev/null; then
  mkdir -p build/bench/node
  npm install --silent --prefix build/bench/node @node-rs/jieba > /dev/null && NODE_PEERS=$PWD/build/bench/node
fi
export NODE_PEERS=${NODE_PEERS-}
exec /usr/bin/python3 bench/table.py build/bench "$@"
