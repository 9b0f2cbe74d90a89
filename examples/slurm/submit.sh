#!/usr/bin/env bash
# One build on a Slurm cluster: a job array reads the shards, a second one compares names, a last job makes the graph.
#   examples/slurm/submit.sh INPUT FOLDER OUTPUT [SHARDS [PARTS]]
# INPUT (a folder of reports), FOLDER (of shards) and OUTPUT (graph.graphml, …) lie on a file system that all nodes see,
# and so does zonekg, which is looked for in PATH. SBATCH_PARTITION, SBATCH_ACCOUNT and the like are sbatch's own.
# Prints the id of the last job.
set -euo pipefail
if (($# < 3 || $# > 5)); then
  echo "usage: $0 INPUT FOLDER OUTPUT [SHARDS [PARTS]]" >&2
  exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
input=$(realpath "$1") folder=$(realpath -m "$2") output=$(realpath -m "$3") shards=${4:-16} parts=${5:-4}
mkdir -p "$folder/log"

# NAME LAST-TASK AFTER SCRIPT ARGUMENT…: submits an array and prints its id.
submit() {
  local name=$1 tasks=$2 after=$3
  shift 3
  sbatch --parsable --requeue --job-name="zonekg-$name" --array="1-$tasks" --output="$folder/log/$name-%a.txt" \
    --open-mode=append ${after:+--dependency="afterok:$after" --kill-on-invalid-dep=yes} "$@"
}
map=$(submit map "$shards" "" --cpus-per-task="${MAP_CPUS:-1}" "$here/task.sh" map "$input" --out "$folder" -q -j "${MAP_CPUS:-1}")
reduce=$(submit reduce "$parts" "$map" "$here/task.sh" reduce "$folder")
submit merge 1 "$reduce" "$here/task.sh" merge "$folder" -q -o "$output"
