#!/usr/bin/env bash
# examples/parallel with a shard killed in mid-run, and gone on with: parallel.sh ZONEKG SOURCE
set -euo pipefail
ZONEKG=$(realpath "$1") source=$(realpath "$2")
command -v parallel > /dev/null || { echo "skipped: GNU parallel is not installed"; exit 77; }
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
mkdir "$folder/bin" "$folder/home"
ln -s "$source/tests/scale/kill_once.sh" "$folder/bin/zonekg"
export ZONEKG KILLED=$folder/killed HOME=$folder/home PATH=$folder/bin:$PATH LC_ALL=C.UTF-8
run() { PARALLEL_OPTIONS="$1" "$source/examples/parallel/run.sh" "$source/examples/reports" "$folder/s" "$folder/m.graphml" 3 2; }

"$ZONEKG" build "$source/examples/reports" -q -o "$folder/g.graphml"
if run "--retries 1" 2> /dev/null; then echo "a killed shard passed for done" >&2; exit 1; fi
[[ $(cat "$KILLED") == 137 && ! -e $folder/m.graphml ]]
run ""
cmp "$folder/m.graphml" "$folder/g.graphml"
[[ -z $(find "$folder/s" -name '*.part*') ]]
echo "the same bytes after a killed shard"
