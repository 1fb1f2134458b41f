#!/bin/sh
# What a reader who does not see a PDF hears is what was set, word for word and in order: the tree of tags as Poppler and
# qpdf find it is held against the scenes of the pages; and nothing is drawn that is heard nowhere but furniture of pages.
#
# heard.sh [COUNT [FIRST]]: the shipped briefings and decks, a table over many pages, and 6 random briefings of each kind by default.
set -u
for tool in pdfinfo qpdf python3; do
	command -v "$tool" >/dev/null || {
		echo "skipped: $tool is not here"
		exit 77
	}
done
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
count=${1-6} first=${2-1} failed=0 compared=0 left_out=0
cd "$SOURCE" || exit 1

hear() { # hear BRIEFING WHAT [PAGE]: a briefing that renders
	rm -rf "$scratch/out"
	"$BENCHBRIEF" render "$1" --draft --only pdf --out "$scratch/out" ${3+--page "$3"} >/dev/null 2>&1 || return 0
	pdf=$(find "$scratch/out" -name '*.pdf')
	"$BUILD/tests/heard_print" "$1" "$BENCHBRIEF" ${3+"$3"} >"$scratch/expected" || {
		echo "$2: is not laid out"
		failed=$((failed + 1))
		return
	}
	pdfinfo -struct-text "$pdf" >"$scratch/structure" 2>/dev/null
	qpdf --json=2 "$pdf" >"$scratch/json"
	python3 -S tests/heard/compare.py "$scratch/expected" "$scratch/structure" "$scratch/json" >"$scratch/said"
	case $? in
	0) compared=$((compared + 1)) ;;
	77) left_out=$((left_out + 1)) ;;
	*)
		echo "$2: $(cat "$scratch/said")"
		failed=$((failed + 1))
		;;
	esac
}

for briefing in data/*/*.md; do
	hear "$briefing" "$briefing"
done
hear data/muse-spark/briefing.md "the report as slides" 16:9
awk 'BEGIN { print "model,benchmark,value"; for (i = 1; i <= 90; i++) for (k = 1; k <= 3; k++)
	if ((i + k) % 11) printf "Model %03d,Task %d,%d.%d\n", i, k, i + k, i % 10 }' >"$scratch/many.csv"
cat >"$scratch/many.md" <<'MD'
---
title: A table over many pages
data: many.csv
unbound: warn
---
# All of them

A mark[^n], and 名前 עברית beside ~~struck~~ words.

```table
benchmarks: [Task 1, Task 2, Task 3]
```

[^n]: The note.
MD
hear "$scratch/many.md" "a table over many pages"
grep -c '^<TR' "$scratch/expected" | grep -qx 91 || { echo "the table over many pages has $(grep -c '^<TR' "$scratch/expected") rows"; failed=$((failed + 1)); }
grep -c '^<Table' "$scratch/expected" | grep -qx 1 || { echo "the table over many pages is not one table"; failed=$((failed + 1)); }

# Random briefings of two kinds: those of the page properties, and those of the fuzzers' grammar.
TABLE=1 "$BUILD/tests/pages_property_test" 0 | grep -v 'briefings from number' >"$scratch/data.csv"
number=$first
while [ "$number" -lt $((first + count)) ]; do
	DUMP=1 "$BUILD/tests/pages_property_test" 1 "$number" | sed -e '/^[0-9]* briefings from number/d' -e '1a data: data.csv' \
		>"$scratch/random.md"
	hear "$scratch/random.md" "random briefing $number"
	number=$((number + 1))
done
"$BENCHBRIEF" chart table data/muse-spark -o "$scratch/picture.png" 2>/dev/null || exit 1
number=$first
while [ "$number" -lt $((first + count)) ]; do
	mkdir "$scratch/$number"
	"$BUILD/tests/grammar_print" "$number" "$scratch/$number" || exit 1
	cp "$scratch/picture.png" "$scratch/$number"
	hear "$scratch/$number/briefing.md" "briefing $number"
	number=$((number + 1))
done
echo "$compared briefings heard as set, $failed differ, $left_out not compared"
[ "$compared" -gt 10 ] && [ "$failed" -eq 0 ]
