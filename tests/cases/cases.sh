#!/bin/sh
# Runs the program on every tests/cases/*.case (or on those named as arguments) and compares what it prints.
#
# A case is a text file of sections:
#   === args          one line: the arguments after the program's name, quoted as for a shell
#   === file NAME     a file in the scratch folder where the program runs; as many as needed
#   === stdin         standard input (otherwise empty)
#   === setup         shell commands to run there first: links, bytes that no text may contain
#   === stdout, === stderr, === status    what is expected; a missing section is not compared, a missing status means 0
#   === written       the files that the run added, one per line
#   === report        the expected report.json, with VERSION in place of the program's own, STYLES for the
#                 folder of the shipped looks, HASH and N for the hash and size of an input
# FIRST=1 stops at the first case that fails. UPDATE=1 writes what came out into
# the sections that exist.
set -u
LC_ALL=C
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
case $program in
/*) ;;
*) program=$PWD/$program ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Splits the case $1: files into $2/run, everything else into $2.
split() {
	mkdir -p "$2/run"
	awk -v to="$2" '
		/^=== / {
			if (out) close(out)
			name = $2
			out = name == "file" ? to "/run/" $3 : to "/" name
			if (name == "file" && $3 ~ /\//) {
				folder = out
				sub(/\/[^\/]*$/, "", folder)
				system("mkdir -p \"" folder "\"")
			}
			printf "" > out
			next
		}
		out { print > out }
	' "$1"
}

# The case $1 with its expected sections replaced by what came out (in $2).
rewritten() {
	awk -v from="$2" '
		/^=== / {
			print
			skip = $2 == "stdout" || $2 == "stderr" || $2 == "status" || $2 == "written" || $2 == "report"
			if (skip)
				while ((getline line < (from "/got." $2)) > 0) print line
			next
		}
		!skip { print }
	' "$1"
}

files() { (cd "$1" && find . ! -type d | sed 's|^\./||' | sort); }

count=0
failed=0
[ $# -gt 0 ] || set -- "$here"/*.case
for case in "$@"; do
	count=$((count + 1))
	work=$scratch/$count
	mkdir "$work"
	split "$case" "$work"
	if [ ! -f "$work/args" ]; then
		echo "$case: no section \"=== args\"" >&2
		failed=$((failed + 1))
		continue
	fi
	[ -f "$work/stdin" ] || : >"$work/stdin"
	[ ! -f "$work/setup" ] || (cd "$work/run" && . ../setup)
	files "$work/run" >"$work/before"
	(
		cd "$work/run" || exit 99
		eval "set -- $(cat "$work/args")"
		exec "$program" "$@"
	) <"$work/stdin" >"$work/got.stdout" 2>"$work/got.stderr"
	echo $? >"$work/got.status"
	files "$work/run" | comm -13 "$work/before" - >"$work/got.written"
	[ ! -f "$work/run/report.json" ] ||
		sed -e 's/^  "benchbrief": "[^"]*"/  "benchbrief": "VERSION"/' -e 's|"file": "/.*/styles/|"file": "STYLES/|' \
			-e 's/"sha256": "[0-9a-f]\{64\}"/"sha256": "HASH"/' -e 's/"bytes": [0-9]*/"bytes": N/' \
			"$work/run/report.json" >"$work/got.report"
	[ -f "$work/status" ] || [ "${UPDATE:-}" ] || echo 0 >"$work/status"
	if [ "${UPDATE:-}" ]; then
		rewritten "$case" "$work" >"$work/new"
		cmp -s "$work/new" "$case" || cp "$work/new" "$case"
		continue
	fi
	bad=
	for part in stdout stderr status written report; do
		if [ -f "$work/$part" ] && ! diff -u --label "expected $part" --label "$part" "$work/$part" "$work/got.$part"; then
			bad=1
		fi
	done
	if [ "$bad" ]; then
		echo "FAILED: $case" >&2
		failed=$((failed + 1))
		[ -z "${FIRST:-}" ] || break
	fi
	rm -rf "$work"
done
if [ "${UPDATE:-}" ]; then
	echo "$count cases rewritten: read what changed"
	exit 0
fi
echo "$count cases, $failed failed"
[ "$failed" -eq 0 ] && [ "$count" -gt 0 ]
