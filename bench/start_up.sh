#!/usr/bin/env bash
# One report of 12 KB, whole process, against the time that jieba needs to start; medians of runs that take turns.
#   bench/start_up.sh [ZONEKG]     the program; build/release/zonekg when not given
# Exit code 1 when zonekg takes a tenth of jieba's time or more.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
zonekg=${1:-build/release/zonekg}
rounds=${ROUNDS:-11}

folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
# UTF-8 sample reports one after the other, cut at a line end at 12 KB.
for report in examples/reports/*.txt; do
  case $report in *gb18030*) ;; *) cat "$report" ;; esac
done | LC_ALL=C awk -v limit=12288 '{ size += length($0) + 1; if (size > limit) exit; print }' > "$folder/report.txt"

# Seconds that the command takes.
seconds() {
  local begin=$EPOCHREALTIME
  "$@" > "$folder/out" 2>&1 || { cat "$folder/out" >&2; return 1; }
  awk -v a="$begin" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.4f\n", b - a }'
}
median() { sort -n "$1" | awk '{ t[NR] = $1 } END { print (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2 }'; }

ours=("$zonekg" build "$folder/report.txt" --output "$folder/g.graphml")
theirs=(/usr/bin/python3 -c 'import jieba; jieba.initialize()')
seconds "${ours[@]}" > /dev/null
seconds "${theirs[@]}" > /dev/null
for ((i = 0; i < rounds; ++i)); do
  seconds "${ours[@]}" >> "$folder/ours"
  seconds "${theirs[@]}" >> "$folder/theirs"
done
awk -v a="$(median "$folder/ours")" -v b="$(median "$folder/theirs")" -v size="$(wc -c < "$folder/report.txt")" 'BEGIN {
  printf "zonekg, one report of %d bytes: %.1f ms; jieba, start only: %.1f ms; ratio %.3f\n", size, a * 1000, b * 1000, a / b
  exit !(a / b < 0.1)
}'
