#!/usr/bin/env bash
# Builds the fuzz targets (tests/fuzz/, Clang and libFuzzer, address and undefined-behaviour sanitizers) and runs each for a while:
#   tests/fuzz.sh [SECONDS [TARGET…]]    default: 60 seconds, all targets
# Begins with the seeds in tests/fuzz/seeds/TARGET/ and what earlier runs found (build/fuzz/corpus/TARGET/). Prints one line for
# each: executions, executions a second, and how many edges of the code about which the target is have been reached. What fails is
# kept in build/fuzz/found/ and the exit code is 1:  build/fuzz/tests/fuzz/TARGET build/fuzz/found/TARGET-…  runs it again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] || {
  echo "usage: tests/fuzz.sh [SECONDS [TARGET…]]" >&2
  exit 2
}
shift || true
if [ $# -eq 0 ]; then
  set -- $(basename -s .cpp -a tests/fuzz/*.cpp)
fi

# Without clang-14 there is nothing to run: the tests that call this are skipped.
command -v clang++-14 >/dev/null || {
  echo "clang++-14 is not here: apt install clang-14 libclang-rt-14-dev llvm-14" >&2
  exit 77
}
cmake --preset fuzz --log-level=WARNING >/dev/null
cmake --build --preset fuzz -- -j2 >build/fuzz/build.log || {
  tail -30 build/fuzz/build.log >&2
  exit 1
}

# What one input may take, so that what grows faster than its input is found as well; leaks are counted at the end of the run.
limits=(-timeout=20 -rss_limit_mb=3000 -malloc_limit_mb=2000 -max_len=20000)
work=$PWD/build/fuzz
mkdir -p "$work/found" "$work/log"
failed=0
printf '%-18s %10s %8s %8s  %s\n' target executions per-sec corpus "edges reached in the code it is about"
for target; do
  corpus=$work/corpus/$target seeds=$PWD/tests/fuzz/seeds/$target log=$work/log/$target
  mkdir -p "$corpus"
  dictionary=$PWD/tests/fuzz/$target.dict
  options=("${limits[@]}" -print_final_stats=1 "-artifact_prefix=$work/found/$target-")
  [ ! -f "$dictionary" ] || options+=("-dict=$dictionary")
  status=0
  "$work/tests/fuzz/$target" "${options[@]}" -max_total_time="$seconds" "$corpus" "$seeds" >"$log" 2>&1 || status=$?
  edges=$("$work/tests/fuzz/$target" -runs=0 -print_coverage=1 "$corpus" "$seeds" 2>&1 | tests/fuzz/coverage.py "$target")
  count() { sed -n "s/^stat::$1: *//p" "$log" | tail -1; }
  printf '%-18s %10s %8s %8s  %s\n' "$target" "$(count number_of_executed_units)" "$(count average_exec_per_sec)" \
    "$(find "$corpus" "$seeds" -type f | wc -l)" "$edges"
  if [ $status -ne 0 ]; then
    failed=1
    grep -E '^(==.*ERROR|SUMMARY|does not hold|.*runtime error|Test unit written)' "$log" | sed 's/^/    /' >&2
  fi
done
exit $failed
