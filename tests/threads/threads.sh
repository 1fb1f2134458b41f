#!/bin/sh
# Renders with threads under ThreadSanitizer: the shipped briefing as pages and as a deck, four threads at a time, with every
# picture. What comes out is what one thread makes. First a deliberate race shows that a race would be found.
set -u
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}

"${CC:-cc}" -std=c17 -g -O1 -fsanitize=thread "$SOURCE/tests/threads/race.c" -o "$scratch/race" -pthread || exit 1
"$scratch/race" >"$scratch/said" 2>&1
# Some kernels spread memory wider than the sanitizer expects; then this test runs again without that.
if grep -q 'unexpected memory mapping' "$scratch/said" && [ -z "${SPREAD_LESS-}" ]; then
	SPREAD_LESS=yes exec setarch "$(uname -m)" -R "$0"
fi
grep -q 'WARNING: ThreadSanitizer: data race' "$scratch/said" || fail "a deliberate race is not found: $(cat "$scratch/said")"

# render NAME JOBS ARGUMENT…
render() {
	name=$1-$2
	jobs=$2
	shift 2
	"$BENCHBRIEF" render "$SOURCE/data/muse-spark/briefing.md" "$@" --jobs "$jobs" --out "$scratch/$name" >"$scratch/said" 2>&1 || {
		cat "$scratch/said"
		fail "$name: does not render, or has a race"
	}
}
render briefing 4
render deck 4 --page 16:9 --look board
render briefing 1
render deck 1 --page 16:9 --look board
[ -n "$(find "$scratch/briefing-4" -name '*.png')" ] || fail "no pictures were drawn"
for name in briefing deck; do
	diff -r "$scratch/$name-1" "$scratch/$name-4" || fail "$name: four threads make something else than one"
done

# Sessions beside each other, each with fonts and pictures of its own: as many briefings as workers, and more.
. "$SOURCE/tests/lib/briefings.sh"
mkdir "$scratch/many" && cd "$scratch/many" || exit 1
briefings 40
for jobs in 1 4 64; do
	"$BENCHBRIEF" render --list list.txt --out "out-$jobs" --log "$jobs.jsonl" --report "$jobs.json" --jobs $jobs >paths 2>"$scratch/said" || {
		cat "$scratch/said"
		fail "a list with $jobs workers: does not render, or has a race"
	}
	diff -r out-1 "out-$jobs" || fail "a list with $jobs workers makes something else than one"
	all_told 40 "$jobs.jsonl" || fail "a list with $jobs workers: not each is told of once"
done
[ "$failed" -eq 0 ] && echo "no races"
exit "$failed"
