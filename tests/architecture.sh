#!/bin/sh
# ARCHITECTURE.md describes the house as it stands: every path that it names is there, and every floor of src/ is named.
# A path is relative to the project or to src/; a part in capitals stands for any name, "chart/KIND.c" for one that exists.
set -u
LC_ALL=C
export LC_ALL
cd "$SOURCE" || exit 1

# paths FILE: what looks like a path, one per line: a/b.c, a/b/, `a/b`, and `name.c` without a folder
paths() {
	{
		grep -oE '[A-Za-z0-9_.*-]+(/[A-Za-z0-9_.*-]+)*/?' "$1" | sed 's/\.$//' | grep -E '/.*\.(c|h|sh|md|yaml|awk|supp)$|^(src|tests|data|styles|share|output)/|^[a-z]+/$'
		grep -oE '`[A-Za-z0-9_.*/-]+`' "$1" | tr -d '`' | grep -E '/|\.(c|h|sh|md|yaml)$'
	} | sed -E 's/[A-Z]{3,}/*/g' | grep -v '^\*\.md$' | sort -u
}

exists() { # exists PATTERN
	for candidate in $1 src/$1; do
		[ ! -e "$candidate" ] || return 0
	done
	case $1 in
	*/*) return 1 ;;
	*) [ -n "$(find src tests -name "$1" | head -1)" ] ;;
	esac
}

# lacking FILE: what is wrong with it, one line each
lacking() {
	paths "$1" | while read -r path; do
		exists "$path" || echo "names $path, which is not there"
	done
	for floor in src/*/; do
		floor=$(basename "$floor")
		grep -qE "(^|[^A-Za-z])$floor(/|\`)" "$1" || echo "does not name src/$floor"
	done
}

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
{
	for floor in src/*/; do
		[ "$floor" = src/words/ ] || echo "\`$floor\`"
	done
	echo 'See base/map.c, `chart/KIND.c`, `map.h`, src/nowhere/ and `base/nothing.c`, read/gone.h.'
} >"$scratch/made-up.md"
expected="names base/nothing.c, which is not there
names read/gone.h, which is not there
names src/nowhere/, which is not there
does not name src/words"
[ "$(lacking "$scratch/made-up.md")" = "$expected" ] || {
	echo "of a made-up page this is found wrong:"
	lacking "$scratch/made-up.md"
	exit 1
}

found=$(lacking ARCHITECTURE.md)
[ -z "$found" ] || {
	echo "ARCHITECTURE.md"
	echo "$found"
	exit 1
}
