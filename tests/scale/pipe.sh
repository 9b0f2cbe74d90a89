#!/usr/bin/env bash
# The steps between pipes, as an engine runs them: lines cut into splits, a key before each path, lines sorted out by key
# to two reducers, each in another order: pipe.sh ZONEKG SOURCE
set -euo pipefail
zonekg=$(realpath "$1") reports=$(realpath "$2/examples/reports")
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
cd "$folder"
export LC_ALL=C
find "$reports" -type f -printf '%P\n' | sort > paths
split -n l/3 paths part.
for part in part.*; do
  awk '{ print NR * 100 "\t" $0 }' "$part" | "$zonekg" map --pipe --root "$reports" -q > "$part.mapped"
done
# Same key, same reducer; h lines to any.
cat part.*.mapped | awk -F'\t' '{ print > ("shuffled." (substr($1, length($1)) ~ /[0-7h]/)) }'
for part in shuffled.0 shuffled.1; do sort "$part" | "$zonekg" reduce --pipe > "$part.reduced"; done
cat shuffled.1.reduced shuffled.0.reduced | "$zonekg" merge --pipe -q -o m.graphml
"$zonekg" build "$reports" -q -o g.graphml
cmp m.graphml g.graphml
echo "the same bytes through three mappers and two reducers"
