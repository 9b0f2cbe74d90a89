#!/usr/bin/env bash
# Sets up, builds and runs all tests. Works from any folder; a second run builds nothing.
#   tests/run.sh              preset release
#   tests/run.sh --sanitize   also presets asan (address, undefined behaviour) and tsan (threads)
#   tests/run.sh --long       also the tests with the label `long`, which take minutes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

presets=(release) left_out=(-LE long)
for option; do
  case "$option" in
    --sanitize) presets+=(asan tsan) ;;
    --long) left_out=() ;;
    *)
      echo "usage: tests/run.sh [--sanitize] [--long]" >&2
      exit 2
      ;;
  esac
done

if [[ " ${presets[*]} " == *" asan "* ]] && ! command -v clang++-14 >/dev/null; then
  echo "tests/run.sh --sanitize: clang++-14 is not here: apt install clang-14 libclang-rt-14-dev llvm-14" >&2
  exit 1
fi
cmake/setup.sh
for preset in "${presets[@]}"; do
  cmake --preset "$preset" --log-level=WARNING
  cmake --build --preset "$preset"
  ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j2 "${left_out[@]}"
done
echo "All tests passed: ${presets[*]}."
