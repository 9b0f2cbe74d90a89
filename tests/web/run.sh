#!/usr/bin/env bash
# One part of the tests that need Node.js: packages | check | modules | graphology | examples | extremes | own_types, then the
# program and, for graphology, the folders of exports, parted by colons. 77: skipped, with the reason.
set -euo pipefail
part=$1
export ZONEKG=$2
export ZONEKG_EXPORTS=${3:-}
cd "$(dirname "${BASH_SOURCE[0]}")/../../web"

skip() {
  echo "skipped: $1"
  exit 77
}

command -v node >/dev/null && command -v npm >/dev/null || skip "no node and npm here; Debian's nodejs and npm do"
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)' || skip "node $(node --version) is too old: 18 or newer"

# What the lock file names, once: again only when it changed.
if [ "$part" = packages ]; then
  if cmp -s package-lock.json node_modules/.installed-lock; then exit 0; fi
  npm ci --no-audit --no-fund --ignore-scripts || skip "npm ci failed: no network, or no registry"
  cp package-lock.json node_modules/.installed-lock
  exit 0
fi
[ -f node_modules/.installed-lock ] || skip "the packages of web/package-lock.json are not installed: see web_packages"

case $part in
  check)
    node_modules/.bin/tsc --noEmit
    node build.mjs --check
    ;;
  modules | graphology) node --test "test/$part.test.mjs" ;;
  *)
    [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || skip "no /usr/bin/chromium; another one is named by CHROMIUM"
    node --test "test/$part.test.mjs"
    ;;
esac
