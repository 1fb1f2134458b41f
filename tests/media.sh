#!/bin/sh
# One briefing in several media in one run: each is the same file that it is alone, and the charts have one format.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
cd "$scratch" || exit 1
mkdir in kept
cat >in/data.yaml <<'END'
date: 2026-05-04
sources: [{id: s, title: Scores, kind: leaderboard, date: 2026-05-04}]
benchmarks: [{id: q, name: Quality, unit: percent, better: higher}]
models: [{id: a, name: Aster}, {id: b, name: Birch}]
measurements:
  - {model: a, benchmark: q, value: 71.4, source: s, measured: third-party}
  - {model: b, benchmark: q, value: 61.4, source: s, measured: third-party}
END
cat >in/briefing.md <<'END'
---
title: Models
name: two
data: data.yaml
---

Aster has {{ value("a", "q") }}.

```chart
id: quality
kind: leaderboard
benchmark: q
```
END

# make OPTIONS: a run, and what it makes
make() {
	rm -rf out
	# shellcheck disable=SC2086
	"$BENCHBRIEF" render in $1 -o out --report report.json --depfile dep >said 2>&1 || fail "$1 fails: $(cat said)"
	got=$(cd out && find . -type f | sort | sed 's|^\./||' | tr '\n' ' ')
}
while IFS='|' read -r asked files; do
	make "$asked"
	[ "$got" = "$files " ] || fail "render $asked makes $got, not $files"
	for file in $files; do
		[ -f "kept/${file##*/}" ] || cp "out/$file" kept
		cmp -s "out/$file" "kept/${file##*/}" || fail "with $asked $file is another file than alone"
		grep -q "$file" dep || fail "the depfile of $asked lacks $file"
		grep -q "\"out/$file\"" report.json || fail "the report of $asked lacks $file"
	done
done <<'END'
|charts/quality.png two.pdf
--format png|charts/quality.png two.pdf
--format svg|charts/quality.svg two.pdf
--format pdf|charts/quality.pdf two.pdf
--format html|charts/quality.png two.html
--format eml|charts/quality.png two.eml
--format html --format svg|charts/quality.svg two.html
--format html --format pdf|charts/quality.pdf two.html
--format html --format eml|charts/quality.png two.eml two.html
--format html --format html|charts/quality.png two.html
--format pdf --format png|charts/quality.png two.pdf
--format pdf --format html --format png|charts/quality.png two.html two.pdf
--format svg --format eml --format html --format pdf|charts/quality.svg two.eml two.html two.pdf
--format pdf --format html --format png --only html|two.html
--format pdf --format html --format png --only pdf|two.pdf
--format html --format eml --only charts|charts/quality.png
--format html --format eml --only quality|charts/quality.png
END
"$BENCHBRIEF" render in --format png --format svg -o out >said 2>&1
[ $? -eq 2 ] || fail "two formats of charts are taken"
grep -q 'exclude each other' said || fail "it is not said why: $(cat said)"
"$BENCHBRIEF" render in --format scene --format html >said 2>&1
[ $? -eq 2 ] || fail "a scene beside a document is taken"
"$BENCHBRIEF" render in --format html --only pdf -o out >said 2>&1 && fail "--only names a document that is not made"
"$BENCHBRIEF" render in --format pdf --format html --format eml --format png -o all >/dev/null 2>&1
"$BENCHBRIEF" verify all/two.* all/charts/* --data in/data.yaml >said 2>&1 || fail "they are not verified: $(cat said)"
exit "$failed"
