#!/bin/bash
# Loading data has no session whose edge it could end at: where memory runs out, data and diff end at main's edge, with one
# line and exit status 3.
set -u
if [ "$CONFIG" != plain ]; then
	echo "skipped: sanitizers reserve more address space than any limit allows"
	exit 77
fi
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
note() { echo "$*"; failed=1; }

# within KILOBYTES ARGUMENTS: runs the program with that much address space
within() {
	(ulimit -c 0 && ulimit -v "$1" && shift && exec "$BENCHBRIEF" "$@") >"$scratch/out" 2>"$scratch/err"
}

small=$scratch/small.csv large=$scratch/large.csv
printf 'model,benchmark,value\nAster,Coding,71.4\n' >"$small"
awk 'BEGIN { print "model,benchmark,value"; for (i = 0; i < 400000; i++) print "Model " i ",Coding," i % 100 }' >"$large"

# The libraries take most of it: as much as a small file needs, and a little.
room=16384
until within $room data "$small"; do
	room=$((room + 8192))
	[ $room -lt 4000000 ] || { echo "no limit lets the program start"; exit 1; }
done
room=$((room + 8192))
within $room data "$small" || note "a small file: $(cat "$scratch/err")"

for command in "data $large" "data --format csv $large" "diff $small $large" "diff $large $small"; do
	# shellcheck disable=SC2086 # words are arguments
	within $room $command
	status=$?
	[ $status -eq 3 ] || note "$command: exit status $status, not 3"
	[ "$(cat "$scratch/err")" = "benchbrief: error: out of memory" ] || note "$command: $(cat "$scratch/err")"
done
exit $failed
