#!/bin/bash
# A briefing's files appear as one set. A signal takes away what was begun; a rename that fails says which files are new;
# two runs wait for each other, and one that waits too long says so; a file that grows too long is a failed write.
set -u
shim=$BUILD/tests/libfault_shim.so
[ "$CONFIG" = plain ] || { echo "skipped: the shim is not built with sanitizers"; exit 77; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
note() { echo "$*"; failed=1; }
files="out/briefing.pdf out/charts/lead.png out/charts/tokens.png"

# old: the set as it was
old() {
	rm -rf out
	mkdir -p out/charts
	for file in $files; do echo old >$file; done
}

# is_old: all of it is, and nothing else is there
is_old() {
	for file in $files; do [ "$(cat $file 2>/dev/null)" = old ] || return 1; done
	[ "$(find out ! -type d | wc -l)" -eq 3 ]
}

# faulty FAULT: the briefing, with one fault
faulty() {
	BENCHBRIEF_FAULT=$1 LD_PRELOAD=$shim "$BENCHBRIEF" render "$SOURCE/tests/faults/briefing" -o out >/dev/null 2>err
}

for signal in INT TERM HUP PIPE; do
	number=$(kill -l $signal)
	for at in write:1 write:2 write:3 rename:1; do
		old
		(faulty "$at:once:-$number") 2>/dev/null
		[ $? -eq $((128 + number)) ] || note "SIG$signal at $at does not end the run as it does"
		is_old || note "SIG$signal at $at leaves $(find out ! -type d)"
	done
done

old
(ulimit -f 4; faulty none)
[ $? -eq 3 ] || note "a file too long: status is not 3"
grep -q 'File too large' err || note "a file too long: $(cat err)"
is_old || note "a file too long leaves $(find out ! -type d)"

old
faulty rename:2:once
[ $? -eq 3 ] || note "a rename that fails: status is not 3"
grep -q 'hint: out/briefing.pdf: written before it; all others are as they were' err || note "a rename that fails: $(cat err)"
! cmp -s out/briefing.pdf <(echo old) && [ "$(cat out/charts/lead.png)" = old ] && [ "$(find out ! -type d | wc -l)" -eq 3 ] ||
	note "a rename that fails: other files are new than it says"

if command -v flock >/dev/null; then
	old
	exec 8>out/.briefing.lock
	flock 8
	faulty none 8>&-
	[ $? -eq 3 ] || note "a set that is locked: status is not 3"
	grep -q 'another run has been writing these files for 10 seconds' err || note "a set that is locked: $(cat err)"
	exec 8>&-
	for file in $files; do echo old | cmp -s - $file || note "a set that is locked: $file is new"; done
fi

# Two briefings of one name and other data, at the same time: what is there afterwards is of one of them.
for which in a b; do
	cp -r "$SOURCE/tests/faults/briefing" $which
done
sed -i 's/value: 61/value: 63/; s/value: 48k/value: 49k/' b/dataset.yaml
for which in a b; do
	"$BENCHBRIEF" render $which -o made-$which >/dev/null || note "$which is not made"
done
for i in 1 2 3 4; do
	rm -rf out
	"$BENCHBRIEF" render a -o out >/dev/null &
	one=$!
	"$BENCHBRIEF" render b -o out >/dev/null || note "the second of two runs fails"
	wait $one || note "the first of two runs fails"
	diff -r out made-a >/dev/null || diff -r out made-b >/dev/null || note "two runs at the same time mix their files"
done
[ $failed -eq 0 ] && echo "sets appear as one"
exit $failed
