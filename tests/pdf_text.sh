#!/bin/sh
# Two readers of PDF that share no code find the same text in our files: every character that Poppler finds MuPDF finds, as
# often, on briefings that the fuzzers' grammar makes and on charts. The order may differ, as readers guess it.
#
# pdf_text.sh [COUNT [FIRST]]: 12 briefings by default.
set -u
for tool in pdftotext mutool python3; do
	command -v "$tool" >/dev/null || {
		echo "skipped: $tool is not here"
		exit 77
	}
done
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
"$BENCHBRIEF" chart table "$SOURCE/data/muse-spark" -o "$scratch/picture.png" 2>/dev/null || exit 1
count=${1-12} first=${2-1} failed=0 compared=0

compare() { # compare PDF WHAT
	pdftotext -raw "$1" "$scratch/poppler" 2>/dev/null && mutool draw -q -F txt -o "$scratch/mupdf" "$1" 2>/dev/null || {
		echo "$2: a reader refuses the file"
		failed=$((failed + 1))
		return
	}
	compared=$((compared + 1))
	python3 -S - "$scratch/poppler" "$scratch/mupdf" >"$scratch/out" <<'P' || { echo "$2: $(cat "$scratch/out")"; failed=$((failed + 1)); }
import collections, sys, unicodedata
def letters(path):
    text = unicodedata.normalize("NFKC", open(path, encoding="utf-8", errors="replace").read())
    return collections.Counter(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))
poppler, mupdf = letters(sys.argv[1]), letters(sys.argv[2])
if poppler != mupdf or not poppler:
    print("only in Poppler's text:", dict(poppler - mupdf), "only in MuPDF's:", dict(mupdf - poppler))
    sys.exit(1)
P
}

number=$first
while [ "$number" -lt $((first + count)) ]; do
	folder=$scratch/$number
	mkdir "$folder"
	"$BUILD/tests/grammar_print" "$number" "$folder" || exit 1
	cp "$scratch/picture.png" "$folder"
	if "$BENCHBRIEF" render "$folder/briefing.md" --draft --out "$folder/out" --only pdf >/dev/null 2>&1; then
		compare "$folder/out/briefing.pdf" "briefing $number"
	fi
	number=$((number + 1))
done
for kind in leaderboard scatter heatmap table; do
	"$BENCHBRIEF" chart "$kind" "$SOURCE/data/muse-spark" -o "$scratch/$kind.pdf" 2>/dev/null || continue
	compare "$scratch/$kind.pdf" "$kind"
done
[ "$compared" -gt 0 ] || {
	echo "nothing was drawn"
	failed=1
}
echo "$compared files compared, $failed differ"
[ "$failed" -eq 0 ]
