#!/bin/sh
# The Containerfile builds what the project builds: every package that ./run installs for the program is there, the one that
# runs has what the Debian package recommends, and nobody in it is root.
set -u
cd "$SOURCE" || exit 1
failed=0
fail() {
	echo "container: $*"
	failed=1
}
words() { tr -s ' \\\n\t' '\n' | sort -u; }
file=Containerfile
awk '/^FROM/ { n++ } n == 1' $file | words >"${TMPDIR:-/tmp}/container.$$"
awk '/^FROM/ { n++ } n == 2' $file | words >"${TMPDIR:-/tmp}/container.run.$$"
trap 'rm -f "${TMPDIR:-/tmp}/container.$$" "${TMPDIR:-/tmp}/container.run.$$"' EXIT
for package in $(sed -n '/^packages="/,/"$/p' run | tr -d '"' | sed 's/^packages=//'); do
	case $package in
	fonts-inter) continue ;; # the Debian package depends on it
	fonts-*|librsvg2-2) list=container.run ;;
	*) list=container ;;
	esac
	grep -qxF "$package" "${TMPDIR:-/tmp}/$list.$$" || fail "it lacks $package"
done
for package in $(sed -n '/set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS/,/")/p' cmake/package.cmake | sed 1d | tr -d '",)'); do
	grep -qxF "$package" "${TMPDIR:-/tmp}/container.run.$$" || fail "it lacks $package, which the package recommends"
done
grep -q '^USER reader$' $file || fail "it runs as root"
[ "$(grep -c '^FROM docker.io/library/debian:bookworm-slim' $file)" -eq 2 ] || fail "it is not of Debian slim"
# What was built here knows folders that a container does not have: cmake would stop at it.
for left in build 'build-*'; do
	grep -qxF "$left" .dockerignore || fail "it copies $left"
done
if command -v python3 >/dev/null; then
	python3 -c 'import json, sys; json.loads(next(l for l in open("Containerfile") if l.startswith("ENTRYPOINT"))[10:])' || fail "its entry is no list"
fi
exit $failed
