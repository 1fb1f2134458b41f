#!/bin/sh
# The briefing on compressors follows its raw runs: what is compressed is the same on every machine, a slower run stops the
# render or moves the numbers, and no number of the dataset is typed. It and the first briefing render in German, too.
set -u
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
engines=$SOURCE/data/engines

bytes=$(sed -n 's/^corpus: \([0-9]*\) bytes.*/\1/p' "$engines/runs/machine.txt")
hash=$(sed -n 's/^corpus:.*sha256 \([0-9a-f]*\)$/\1/p' "$engines/runs/machine.txt")
awk -v bytes=6000000 -f "$engines/corpus.awk" >"$scratch/corpus"
[ "$(wc -c <"$scratch/corpus")" -eq "$bytes" ] && [ "$(sha256sum <"$scratch/corpus" | cut -d' ' -f1)" = "$hash" ] ||
	fail "the log is not the one that was measured"
if command -v gzip >/dev/null; then
	size=$(gzip -6 -c "$scratch/corpus" | wc -c)
	awk -F, -v size="$size" '$1 == "gzip -6" { off = size / 1e6 - $2; exit !(off < 0.002 && off > -0.002) }' "$engines/runs/sizes.csv" ||
		fail "gzip -6 makes $size bytes of the log, which is not what sizes.csv says"
fi
sh -n "$engines/measure.sh" || fail "the script is none"

"$BENCHBRIEF" check "$engines/briefing.md" >"$scratch/out" 2>&1 || fail "it does not hold: $(grep error "$scratch/out")"
"$BENCHBRIEF" check "$engines" 2>/dev/null | grep -q " 0 conflicts" || fail "the runs contradict each other"
grep -E '^ +- .*value:' "$engines/dataset.yaml" && fail "a value is typed in the dataset"

# zstd -1 as slow as bzip2: what the briefing recommends is no longer so.
cp -r "$engines" "$scratch/slow"
sed -i 's/^\([0-9]*\),zstd -1,[0-9.]*,/\1,zstd -1,70\1.5,/' "$scratch/slow/runs/times.csv"
"$BENCHBRIEF" check "$scratch/slow/briefing.md" >"$scratch/out" 2>&1 && fail "it holds although zstd -1 is slow now"
grep -q 'the claim' "$scratch/out" || fail "no claim says that zstd -1 is slow: $(head -3 "$scratch/out")"
# A little slower: the claims hold, and the number follows.
cp -r "$engines" "$scratch/other"
sed -i 's/^1,zstd -1,[0-9.]*,/1,zstd -1,41.9,/' "$scratch/other/runs/times.csv"
"$BENCHBRIEF" render "$scratch/other/briefing.md" --format scene >"$scratch/now" 2>/dev/null || fail "it does not render with another run"
"$BENCHBRIEF" render "$engines/briefing.md" --format scene >"$scratch/before" 2>/dev/null
cmp -s "$scratch/now" "$scratch/before" && fail "nothing followed another run"

for briefing in engines muse-spark; do
	"$BENCHBRIEF" render "$SOURCE/data/$briefing/briefing.md" --lang de --out "$scratch/de" >/dev/null 2>"$scratch/err" ||
		fail "$briefing does not render in German: $(grep error "$scratch/err")"
done
"$BENCHBRIEF" render "$SOURCE/data/muse-spark/deck.md" --lang de --out "$scratch/de" >/dev/null 2>"$scratch/err" ||
	fail "the deck does not render in German: $(grep error "$scratch/err")"

# at_most PAGES BRIEFING: in both languages; a board reads no more
at_most() {
	for language in en de; do
		pages=$("$BENCHBRIEF" check "$SOURCE/data/muse-spark/$2" --lang $language 2>/dev/null | sed -n 's/ pages, .*//p')
		[ "${pages:-99}" -le "$1" ] || fail "$2 has $pages pages in $language, and not $1 at most"
	done
}
at_most 14 briefing.md
at_most 15 deck.md
[ "$failed" -eq 0 ]
