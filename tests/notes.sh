#!/bin/bash
# Notes are few. Under a picture stand a line for its marks and one for its sources; what has no result, is left out or
# contradicted by a source may take a line more. In a document each convention is told once, by the first figure that
# needs it.
set -u
LC_ALL=C.UTF-8
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
source=${SOURCE:?names the source folder}
data=$source/data
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "notes: $*" >&2
	failed=1
}

# The heights at which notes and keys stand: as many as there are lines.
lines_of() {
	awk '$1 == "note" || $1 == "key" || $1 == "source" { print $3 }' "$1" | sort -u | wc -l
}

# at_most LINES WORDS ARGUMENTS…: under the picture, the source's own line included.
at_most() {
	local most=$1 words=$2
	shift 2
	"$program" chart "$@" --format scene -o "$scratch/scene" >"$scratch/out" 2>&1 || {
		fail "$words: $(head -1 "$scratch/out")"
		return
	}
	local n
	n=$(lines_of "$scratch/scene")
	[ "$n" -le "$most" ] || fail "$words has $n lines under it, not $most: $(grep -E '^(note|key|source) ' "$scratch/scene" | sed 's/^[^"]*//')"
}

ms=$data/muse-spark/dataset.yaml
at_most 2 "a leaderboard" leaderboard "$ms" -b intelligence-index --focus muse-spark
at_most 3 "bars, four models without a result" bars "$ms" -b gpqa-diamond
at_most 4 "bars, four models without a result and a conflict" bars "$ms" -b healthbench-hard --focus muse-spark
at_most 4 "dots, four models without a result and two conflicts" dots "$ms" -b gdpval-aa --focus muse-spark
at_most 3 "tokens with what is divided by what" tokens "$ms" -b index-tokens -b intelligence-index --focus muse-spark
at_most 5 "a gap over all benchmarks, five of them left out and a conflict" gap "$ms" --focus muse-spark

# A convention that two figures need is told by the first.
for briefing in muse-spark/briefing.md engines/briefing.md muse-spark/deck.md; do
	page=$([ "${briefing##*/}" = deck.md ] && echo 16:9 || echo A4)
	"$program" render "$data/$briefing" --out "$scratch/out.d" --page "$page" --lang en >"$scratch/out" 2>&1 || fail "$briefing: $(head -1 "$scratch/out")"
	pdftotext -raw "$scratch/out.d"/*.pdf - 2>/dev/null >"$scratch/text"
	rm -rf "$scratch/out.d"
	for convention in 'claimed by its developer, unverified\.' 'No margins of error\.' '= shared rank\.' \
		'Whiskers: 95% interval\.' 'Best rival: the best other model with a value'; do
		n=$(tr '\n' ' ' <"$scratch/text" | grep -oE "$convention" | wc -l)
		[ "$n" -le 1 ] || fail "$briefing says \"$convention\" $n times"
	done
	grep -q 'margins of error\|Whiskers' "$scratch/text" || fail "$briefing says nothing of margins"
done
[ "$failed" = 0 ] && echo "notes: as few as promised"
exit "$failed"
