#!/usr/bin/env bash
# What processes of their own for all plugins cost: `zonekg build` of an invented corpus, isolated against in process.
#   bench/isolation.sh [ZONEKG [SIZE]]     the program, build/bench/zonekg when not given; size of the corpus, 10M
# ROUNDS=3 runs of each that take turns; the medians count. Exit code 1 when the ratio is above 1.3, or the graphs differ.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
zonekg=${1:-build/bench/zonekg}
size=${2:-10M}
rounds=${ROUNDS:-3}
corpus=${CORPUS_PROGRAM:-$(dirname "$zonekg")/zonekg_corpus}
[[ -x $zonekg && -x $corpus ]] || { echo "build with -DZONEKG_BENCH=ON first: $zonekg or $corpus is not there" >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
mkdir "$folder/reports"
"$corpus" "$folder/reports" "$size"

# Seconds by the clock and of computing, children's too.
TIMEFORMAT='%R %U %S'
run() {
  local name=$1
  shift
  { time "$zonekg" build "$folder/reports" -q -o "$folder/$name.json" "$@" 2> "$folder/errors"; } 2>> "$folder/$name.times"
}
for ((i = 0; i < rounds; ++i)); do
  run in_process
  run isolated --isolate
done
median() { sort -n | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'; }
clock() { awk '{ print $1 }' "$folder/$1.times" | median; }
computing() { awk '{ print $2 + $3 }' "$folder/$1.times" | median; }
cmp "$folder/in_process.json" "$folder/isolated.json"
awk -v a="$(clock in_process)" -v b="$(clock isolated)" -v c="$(computing in_process)" -v d="$(computing isolated)" \
  -v size="$size" 'BEGIN {
  printf "%s of reports, same graph: in process %.2f s (%.2f s of computing), isolated %.2f s (%.2f s)\n", size, a, c, b, d
  printf "ratio %.3f by the clock, %.3f of computing\n", b / a, d / c
  exit !(b / a <= 1.3)
}'
