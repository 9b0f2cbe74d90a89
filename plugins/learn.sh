#!/usr/bin/env bash
# Learns the weights of the bundled plugins anew: plugins/learn.sh FOLDER writes FOLDER/PLUGIN.bin, and FOLDER/fold-K for checks.
# The passages nearest to real reports (a to t) count twice: as themselves and as copies. zg is kept back for measuring.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -eq 1 ] || { echo "usage: plugins/learn.sh FOLDER" >&2; exit 2; }
gold=$(mktemp -d)
trap 'rm -rf "$gold"' EXIT
find tests/gold -name '*.*' ! -name 'zg*' -exec cp -t "$gold" {} +
for passage in tests/gold/[a-t][0-9][0-9].*; do cp "$passage" "$gold/dup$(basename "$passage")"; done
build/release/zonekg train --gold "$gold" --output "$1" --folds 3
