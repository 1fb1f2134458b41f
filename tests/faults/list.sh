#!/bin/bash
# A list of briefings on a machine that fails: one call at a time fails, of each kind. The run ends with status 0 and the right
# bytes, or with status 3 and a message; what is there is whole, nothing else is, and the run once more makes the rest.
set -u
LC_ALL=C.UTF-8
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
shim=${BUILD:?names the build folder}/tests/libfault_shim.so
[ -f "$shim" ] || { echo "skipped: a sanitizer needs for itself what is made to fail"; exit 77; }
. "${SOURCE:?names the project}/tests/lib/briefings.sh"
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0 runs=0 right=0 told=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

briefings 20
sed -n '1p;7p;20p' list.txt >three.txt
render() { "$program" render --list three.txt --out out --log out.jsonl --report out.json --jobs 1 --quiet; }
render || exit 1
mv out want
mv out.json want.json
export BENCHBRIEF_FAULT_COUNTS=$scratch/counts
head -c 80 /dev/zero >counts
LD_PRELOAD=$shim render || exit 1
unset BENCHBRIEF_FAULT_COUNTS
counts=$(od -An -v -t u8 counts)
rm -rf out out.json out.jsonl

# whole FOLDER: every file is one of those that are wanted, with its bytes
whole() {
	find "$1" -type f 2>/dev/null | while read -r file; do
		cmp -s "$file" "want/${file#"$1"/}" || echo "$file"
	done
}

# try KIND N: the N-th call of a kind fails
try() {
	runs=$((runs + 1))
	rm -rf out out.json out.jsonl
	(ulimit -c 0; BENCHBRIEF_FAULT=$1:$2:once LD_PRELOAD=$shim timeout 60 "$program" render --list three.txt --out out --log out.jsonl \
		--report out.json --jobs 1 --quiet) >said 2>errors
	status=$?
	case $status in
	0)
		right=$((right + 1))
		diff -r want out >difference && cmp -s want.json out.json || fail "$1 $2: status 0, and not the right bytes: $(head -3 difference)"
		;;
	3)
		told=$((told + 1))
		grep -q 'error: ' errors || fail "$1 $2: status 3 without a word"
		;;
	*) fail "$1 $2: status $status: $(head -3 errors)" ;;
	esac
	strange=$(whole out)
	[ -z "$strange" ] || fail "$1 $2: left behind, or half made: $strange"
	[ ! -f out.json ] || jq -e . out.json >/dev/null || fail "$1 $2: half a report"
	[ ! -f out.jsonl ] || jq -e . out.jsonl >/dev/null || [ ! -s out.jsonl ] || fail "$1 $2: half a line in the log"
	render 2>errors || fail "$1 $2: once more: $(head -3 errors)"
	diff -r want out >difference || fail "$1 $2: once more, and not the right bytes: $(head -3 difference)"
}

command -v jq >/dev/null || { echo "skipped: jq is not here"; exit 77; }
seed=${SEED:-$RANDOM}
RANDOM=$seed
set -- $counts
for kind in malloc open read write stat mmap rename fsync pthread; do
	count=${1:-0}
	shift
	[ "$count" -gt 0 ] || continue
	most=${RUNS:-6}
	if [ "$count" -le "$most" ]; then
		for n in $(seq "$count"); do try $kind "$n"; done
	else
		for _ in $(seq "$most"); do try $kind $(((RANDOM * 32768 + RANDOM) % count + 1)); done
	fi
done
# Beside others what failed once is tried again alone, and comes out right.

for kind in write rename fsync; do
	for n in 1 2 3 5 8; do
		rm -rf out
		BENCHBRIEF_FAULT=$kind:$n:once LD_PRELOAD=$shim timeout 60 "$program" render --list three.txt --out out --jobs 2 --quiet 2>errors &&
			diff -r want out >difference || fail "$kind $n with two workers: $(head -3 errors)"
	done
done

echo "$runs runs from seed $seed: $right came out right, $told were told of"
[ "$failed" -eq 0 ]
