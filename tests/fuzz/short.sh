#!/bin/sh
# short.sh PROGRAM SEEDS ARGUMENT…: a short run of a fuzz target. libFuzzer (its arguments start with a hyphen) adds to its
# corpus, so it gets a copy of the seeds; and the dictionary that has the seeds' name, if there is one.
set -eu
program=$1 seeds=$2
shift 2
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
case $1 in
-*)
	dictionary=$(dirname "$0")/dictionaries/$(basename "$seeds").dict
	[ ! -f "$dictionary" ] || set -- "$@" "-dict=$dictionary"
	mkdir "$TMPDIR/seeds"
	cp "$seeds"/* "$TMPDIR/seeds"
	cd "$TMPDIR"
	"$program" "$@" seeds >log 2>&1 || { tail -40 log; exit 1; }
	tail -1 log
	;;
*) "$program" "$seeds" "$@" ;;
esac
