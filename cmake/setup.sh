#!/usr/bin/env bash
# Installs the packages of cmake/packages.txt that are missing, as root or with sudo. Needs no network when none is.
set -euo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mapfile -t wanted <<<"$(sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$folder/packages.txt")"

if ! command -v dpkg-query >/dev/null; then
  echo "setup: no dpkg here; provide these yourself: ${wanted[*]}" >&2
  exit 0
fi

installed=$(dpkg-query --show --showformat='${db:Status-Abbrev} ${Package}\n' | sed -n 's/^ii *//p')
missing=()
for package in "${wanted[@]}"; do
  grep -qxF -- "$package" <<<"$installed" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup: these packages are missing, and installing them takes root or sudo: ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}"
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}"
