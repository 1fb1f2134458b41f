#!/bin/sh
# package.sh: makes the Debian packages, has lintian look at them, and tries them in a clean root that mmdebstrap makes from the
# mirror that apt is configured with. `./run package` calls it.
set -eu
cd "$(dirname "$0")/.."
say() { printf '%s\n' "package: $*"; }
die() { printf '%s\n' "package: $*" >&2; exit 1; }
folder=build-package
log=$(mktemp)
trap 'rm -f "$log"' EXIT

cmake --preset package >"$log" 2>&1 || { cat "$log" >&2; die "cmake failed"; }
ninja -C "$folder" >"$log" 2>&1 || { cat "$log" >&2; die "the build failed"; }
rm -f "$folder"/*.deb
(cd "$folder" && cpack -G DEB) >"$log" 2>&1 || { cat "$log" >&2; die "cpack failed"; }
as=
[ "$(id -u)" -ne 0 ] || as=--allow-root
lintian $as --fail-on error,warning "$folder"/*.deb || die "lintian does not accept them"
for deb in "$folder"/*.deb; do
	say "$(basename "$deb"): $(wc -c <"$deb") bytes, lintian has nothing to say"
done

# Started a hundred times: seconds of the processor, of which a hundredth is what one start takes.
program=$folder/benchbrief
(for _ in 1 2 3 4 5 6 7 8 9 10; do for _ in 1 2 3 4 5 6 7 8 9 10; do "$program" --help >/dev/null; done; done; times) |
	tail -1 | tr 'ms' '  ' | awk '{ printf "package: starts in %.1f ms of CPU time\n", (($1 + $3) * 60 + $2 + $4) * 10 }'

debs=$(mktemp -d)
trap 'rm -rf "$log" "$debs"' EXIT
cp "$folder"/*.deb packaging/inside.sh "$debs"
cc -std=c17 -Isrc/press examples/chart.c -L"$folder" -lbenchbrief -o "$debs/chart"
chmod 755 "$debs" && chmod -R a+rX "$debs"
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
sources=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
	sort -u | awk '{ print "deb " $1 " " $2 " " $3 }')
[ -n "$sources" ] || die "apt knows no mirror of Debian"
say "making a clean root of $suite"
mmdebstrap --variant=apt --include=passwd,util-linux,fonts-inter --customize-hook="mkdir -p \"\$1/packages\" && cp -r \"$debs\"/. \"\$1/packages\"" \
	--customize-hook='chroot "$1" sh /packages/inside.sh /packages' --customize-hook='rm -r "$1/packages"' \
	"$suite" /dev/null "$sources" >"$log" 2>&1 || { tail -40 "$log" >&2; die "the packages fail in a clean root"; }
grep -E '^package:|^benchbrief [0-9]' "$log"
