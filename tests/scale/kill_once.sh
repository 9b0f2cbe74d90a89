#!/usr/bin/env bash
# Stands in for zonekg in PATH: the first time that shard 2 is mapped, it is killed while it works.
#   ZONEKG: the program; KILLED: a file that is not there yet
set -uo pipefail
if [[ $* == *"--shard 2/"* && ! -e $KILLED ]]; then
  [[ $* =~ --out\ ([^ ]+) ]]
  "$ZONEKG" "$@" &
  worker=$!
  until compgen -G "${BASH_REMATCH[1]}/shard-00002-of-*.part" > /dev/null; do
    kill -0 "$worker" || exit 1
    sleep 0.01
  done
  kill -9 "$worker"
  wait "$worker"
  code=$?
  echo "$code" > "$KILLED"
  exit "$code"
fi
exec "$ZONEKG" "$@"
