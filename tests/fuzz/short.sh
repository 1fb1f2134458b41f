#!/bin/sh
# short.sh PROGRAM SEEDS ARGUMENT…: a short run of a fuzz target. libFuzzer (its arguments start with a hyphen) adds to its
# corpus, so it gets a copy of the seeds.
set -eu
program=$1 seeds=$2
shift 2
case $1 in
-*)
	corpus=$(mktemp -d)
	trap 'rm -rf "$corpus"' EXIT
	mkdir "$corpus/seeds"
	cp "$seeds"/* "$corpus/seeds"
	cd "$corpus"
	"$program" "$@" seeds >log 2>&1 || { tail -40 log; exit 1; }
	tail -1 log
	;;
*) "$program" "$seeds" "$@" ;;
esac
