#!/usr/bin/env bash
# Makes the Debian package, installs it in a clean root, uses it there, removes it, and looks for what is left:
#   deb.sh BUILD REPORT FOLDER chroot     a new Debian by debootstrap, dependencies from its archive; takes root and a network
#   deb.sh BUILD REPORT FOLDER dpkg       an empty folder as dpkg's root; the libraries are this machine's
set -euo pipefail
build=$(readlink -f "$1") report=$(readlink -f "$2") folder=$(readlink -m "$3") way=$4
root=$folder/root
suite=bookworm

if [ "$(id -u)" != 0 ] || { [ "$way" = chroot ] && ! command -v debootstrap >/dev/null; }; then
  echo "skipped: takes root, and debootstrap for a chroot"
  exit 77
fi

fail() {
  echo "deb.sh: $*" >&2
  exit 1
}

release() { # what was mounted, the innermost first
  { grep -F " $(readlink -f "$root" 2>/dev/null)/" /proc/mounts || true; } | awk '{print $2}' | sort -r | xargs -r umount -l
  rm -rf --one-file-system "$folder"
}
trap release EXIT
rm -rf --one-file-system "$folder"
mkdir -p "$folder"

(cd "$build" && cpack -G DEB -B "$folder/packages") >"$folder/cpack.log" 2>&1 || fail "cpack: $(tail -5 "$folder/cpack.log")"
package=$(echo "$folder"/packages/*.deb)
[ -f "$package" ] || fail "not one package: $package"
depends=$(dpkg-deb --field "$package" Depends)
for library in libc6 libicu72 libsqlite3-0 libxml2 libzstd1; do
  grep -q "\b$library\b" <<<"$depends" || fail "does not depend on $library: $depends"
done
dpkg-deb --contents "$package" | awk '{print $6}' >"$folder/contents"
for file in ./usr/bin/zonekg ./usr/lib/zonekg/words.dict ./usr/lib/zonekg/plugins/zones/zones.so ./usr/share/doc/zonekg/copyright; do
  grep -qx "$file" "$folder/contents" || fail "holds no $file"
done
if grep -vE '^\./(usr/((bin|include|lib|share)/.*)?)?$' "$folder/contents"; then fail "puts files where a package has none"; fi
dpkg-deb --contents "$package" | grep -E '^.......?.?w|^...s|^......s' && fail "holds files that others may write to, or that run as somebody else"

use() { # use COMMAND…: runs it where the package is installed, from /tmp there
  if [ "$way" = chroot ]; then
    chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/tmp sh -c 'cd /tmp && exec "$@"' sh "$@"
  else
    (cd "$root/tmp" && "$root$1" "${@:2}")
  fi
}

listing() { find "$root/usr" "$root/etc" \( -type f -o -type l \) 2>/dev/null | grep -i zonekg || true; }

if [ "$way" = chroot ]; then
  debootstrap --variant=minbase "$suite" "$root" >"$folder/debootstrap.log" 2>&1 || {
    echo "skipped: no new Debian can be made here: $(tail -1 "$folder/debootstrap.log")"
    exit 77
  }
  cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
  cp "$package" "$root/tmp/zonekg.deb"
  mount -t proc proc "$root/proc"
  chroot "$root" env DEBIAN_FRONTEND=noninteractive apt-get install -qqy --no-install-recommends /tmp/zonekg.deb >"$folder/apt.log" 2>&1 ||
    fail "apt: $(tail -5 "$folder/apt.log")"
else
  mkdir -p "$root"/{var/lib/dpkg/{info,updates,triggers},tmp,etc}
  touch "$root"/var/lib/dpkg/{status,available}
  dpkg --root="$root" --force-depends --log="$folder/dpkg.log" -i "$package" >"$folder/apt.log" 2>&1 || fail "dpkg: $(tail -5 "$folder/apt.log")"
fi
[ -n "$(listing)" ] || fail "nothing is installed"

cp "$report" "$root/tmp/"
name=$(basename "$report")
use /usr/bin/zonekg --version >"$folder/version" || fail "does not start"
use /usr/bin/zonekg build "$name" -q -o g.graphml -o g.json -o g.sqlite -o g.xlsx
(cd "$(dirname "$report")" && "$build/zonekg" build "$name" -q -o "$folder/here.graphml")
cmp "$root/tmp/g.graphml" "$folder/here.graphml" || fail "the installed program makes another graph"
use /usr/bin/zonekg stats g.json | grep -q nodes || fail "stats"
use /usr/bin/zonekg plugins list | grep -q companies || fail "the plugins are not found"
use /usr/bin/zonekg plugins new trial >/dev/null || fail "plugins new: the templates are not found"
use /usr/bin/zonekg build "$name" -q --isolate -o isolated.graphml
cmp "$root/tmp/isolated.graphml" "$folder/here.graphml" || fail "plugins in their own processes make another graph"

if [ "$way" = chroot ]; then
  chroot "$root" apt-get purge -qqy zonekg >"$folder/apt.log" 2>&1 || fail "apt: $(tail -5 "$folder/apt.log")"
else
  dpkg --root="$root" --log="$folder/dpkg.log" --purge zonekg >"$folder/apt.log" 2>&1 || fail "dpkg: $(tail -5 "$folder/apt.log")"
fi
left=$(listing | grep -v "/var/" || true)
[ -z "$left" ] || fail "left behind: $left"
echo "$(basename "$package"), $(stat -c %s "$package") bytes: installed ($way), used and removed without a trace"
echo "depends on $depends"
