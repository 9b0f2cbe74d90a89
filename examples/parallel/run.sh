#!/usr/bin/env bash
# One build by GNU parallel, on this machine or on those of PARALLEL_OPTIONS (--sshloginfile FILE, with the folders on a
# file system that all of them see).
#   examples/parallel/run.sh INPUT FOLDER OUTPUT [SHARDS [PARTS]]
# Run again after a failure, it does only what is missing.
set -euo pipefail
if (($# < 3 || $# > 5)); then
  echo "usage: $0 INPUT FOLDER OUTPUT [SHARDS [PARTS]]" >&2
  exit 2
fi
input=$1 folder=$2 output=$3 shards=${4:-16} parts=${5:-4}
mkdir -p "$folder"

# NAME COUNT COMMAND…: {} of the command is 1 to COUNT.
step() {
  local name=$1 count=$2
  shift 2
  # shellcheck disable=SC2086 # several options in one variable
  seq "$count" | parallel --quote --retries 3 ${PARALLEL_OPTIONS-} --joblog "$folder/$name.joblog" --resume-failed "$@"
}
step map "$shards" zonekg map "$input" --shard "{}/$shards" --out "$folder" -q -j 1
step reduce "$parts" zonekg reduce "$folder" --bucket "{}/$parts"
zonekg merge "$folder" -q -o "$output"
rm "$folder"/{map,reduce}.joblog # done: when reports change, the next run looks at every shard again
