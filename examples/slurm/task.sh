#!/usr/bin/env bash
# One task of an array: zonekg COMMAND ARGUMENT…, with the task's number as shard or bucket. A task that was killed (its
# node's memory ran out, a person, a power cut that left the node up) goes back into the queue, three times at most; Slurm
# itself does that where the whole node was lost. A task that failed for a reason of its own stays failed: the next
# steps do not start. Doing a task again is always safe.
set -uo pipefail
part=$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_MAX
case $1 in
  map) zonekg "$@" --shard "$part" ;;
  reduce) zonekg "$@" --bucket "$part" ;;
  *) zonekg "$@" ;;
esac
code=$?
if ((code > 128)) && ((${SLURM_RESTART_COUNT:-0} < 3)); then
  echo "killed by signal $((code - 128)); back into the queue"
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
  sleep 60 # until Slurm ends this run of the task
fi
exit "$code"
