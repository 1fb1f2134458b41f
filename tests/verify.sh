#!/bin/sh
# A file that left the house can be held against data again: whether it was altered, and what of it no longer holds.
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
cat >data.yaml <<'E'
date: 2026-05-04
sources:
  - {id: lab, title: Lab Results, publisher: Lab, date: 2026-05-04, kind: leaderboard}
  - {id: blog, title: Maker Blog, publisher: Maker, date: 2026-04-28, kind: vendor}
models:
  - {id: aster, name: Aster}
  - {id: birch, name: Birch}
  - {id: cedar, name: Cedar}
benchmarks:
  - {id: coding, name: Coding, unit: percent, range: [0, 100], better: higher}
  - {id: maths, name: Maths, unit: percent, range: [0, 100], better: higher}
measurements:
  - {model: aster, benchmark: coding, value: 71.4, source: lab, measured: third-party}
  - {model: birch, benchmark: coding, value: 64.0, source: lab, measured: third-party}
  - {model: cedar, benchmark: coding, value: 58.5, source: lab, measured: third-party}
  - {model: aster, benchmark: maths, value: 40.1, source: blog, measured: third-party}
  - {model: birch, benchmark: maths, value: 44.2, source: blog, measured: third-party}
E
cat >brief.md <<'E'
---
title: Aster in May
data: data.yaml
focus: aster
appendix: false
---
It scores {{ value("aster", "coding") }}. {{ claim("It leads.", rank("aster", "coding") == 1) }}

```chart
id: coding
kind: leaderboard
benchmark: coding
```
E
"$BENCHBRIEF" render brief.md -o made >/dev/null 2>err || fail "render: $(cat err)"
for format in png svg pdf; do
	"$BENCHBRIEF" chart leaderboard data.yaml -b coding -o one.$format 2>err || fail "chart: $(cat err)"
done
"$BENCHBRIEF" render brief.md -o made --only charts --format pdf >/dev/null 2>err || fail "render: $(cat err)"
made="made/brief.pdf made/charts/coding.png made/charts/coding.pdf one.png one.svg one.pdf"

# ---- history: of a chart over time, every value has to be published still, and the last one to count ----
cat >nightly.yaml <<'E'
sources: [{id: lab, title: Nightly, kind: run}]
models: [{id: aster, name: Aster}, {id: birch, name: Birch}]
benchmarks: [{id: suite, name: Suite, unit: percent, better: higher}]
measurements:
  - {model: aster, benchmark: suite, value: 50.2, source: lab, date: 2026-04-01, measured: third-party}
  - {model: aster, benchmark: suite, value: 52.4, source: lab, date: 2026-04-08, measured: third-party}
  - {model: birch, benchmark: suite, value: 41.0, source: lab, date: 2026-04-01, measured: third-party}
  - {model: birch, benchmark: suite, value: 43.5, source: lab, date: 2026-04-08, measured: third-party}
E
"$BENCHBRIEF" chart lines nightly.yaml -b suite -o lines.pdf 2>err || fail "lines: $(cat err)"
"$BENCHBRIEF" verify lines.pdf --data nightly.yaml >out 2>err || fail "lines do not hold on their own data: $(cat out err)"
for value in 50.2 52.4; do
	sed "s/$value/47.7/" nightly.yaml >moved.yaml
	"$BENCHBRIEF" verify lines.pdf --data moved.yaml >out 2>err && fail "lines hold although $value is gone"
	grep -q "aster on suite.*$value" out || fail "nobody is told that $value is gone: $(cat out)"
done

# ---- integrity ----
for file in $made; do
	"$BENCHBRIEF" verify "$file" >out 2>err || fail "$file: $(cat err)"
	grep -q 'unaltered' out || fail "$file is not called unaltered"
	grep -q 'no protection against' out || fail "verify does not say that a seal can be forged"
	"$BENCHBRIEF" verify "$file" --data data.yaml >out 2>err || fail "$file does not hold on its own data: $(cat out err)"
	grep -q 'all hold$' out || fail "$file: not everything holds: $(cat out)"
done
# flip FILE OFFSET: a copy of the file with one bit changed, in altered
flip() {
	cp "$1" altered
	old=$(od -An -tu1 -j "$2" -N 1 "$1" | tr -d ' ')
	# shellcheck disable=SC2059
	printf "\\$(printf %o $((old ^ 1)))" | dd of=altered bs=1 seek="$2" conv=notrunc 2>/dev/null
}
# Any byte of a file may be the one that was changed.
for file in $made; do
	size=$(wc -c <"$file")
	i=0
	while [ $i -lt 24 ]; do
		i=$((i + 1))
		at=$((size * i / 24 - 1))
		flip "$file" $at
		"$BENCHBRIEF" verify altered >out 2>err && fail "$file: nobody notices another byte at $at"
		grep -q 'unaltered' out && fail "$file: called unaltered with another byte at $at"
	done
done
# A damaged file is judged, whatever stands in it, and nothing but the program speaks.
head -c 731 one.pdf >torn.pdf
tail -c +733 one.pdf >>torn.pdf
"$BENCHBRIEF" verify torn.pdf >out 2>err
[ $? -eq 1 ] || fail "a torn PDF ends with another status than 1"
grep -v '^torn.pdf: error\|^  hint' err && fail "somebody else speaks of a torn PDF"
# The checksum of the chunk that holds the seal is all that the seal leaves out.
at=$(grep -abo 'benchbrief-seal:sha256:' one.png | tail -1 | cut -d: -f1)
for k in 0 1 2 3; do
	flip one.png $((at + 23 + 64 + k))
	"$BENCHBRIEF" verify altered >out 2>&1 && fail "another checksum of the seal's chunk goes unnoticed"
done
cp one.png long.png
printf x >>long.png
"$BENCHBRIEF" verify long.png >out 2>&1 && fail "a byte at the end goes unnoticed"
for key in Pages Catalog Kids; do # a PDF of ours without what every PDF has
	if command -v qpdf >/dev/null; then
		qpdf --qdf --object-streams=disable one.pdf plain.pdf
		sed "s|/$key|/xxxxx|" plain.pdf >damaged.pdf
		"$BENCHBRIEF" verify damaged.pdf >out 2>err
		[ $? -eq 1 ] || fail "a PDF without /$key leaves another status than 1: $(cat out err)"
		grep -q '^WARNING' err && fail "a library speaks for itself: $(cat err)"
	fi
done
head -c 20000 one.png >short.png
"$BENCHBRIEF" verify short.png >out 2>&1 && fail "half a file passes"
printf 'model,value\nA,1\n' >foreign.csv
"$BENCHBRIEF" verify foreign.csv >out 2>err && fail "a foreign file passes"
grep -q 'foreign.csv: error: was not written by benchbrief' err || fail "a foreign file is not named: $(cat err)"
head -c 8 one.png >bare.png
"$BENCHBRIEF" verify bare.png >out 2>err && fail "a bare file passes"
grep -q 'was not written by benchbrief, or another program saved it again' err || fail "it is not said what a bare file may be: $(cat err)"
# saved FILE ARGUMENTS…: another program saved it again: that is an alteration, and what it says can still be looked up
saved() {
	"$BENCHBRIEF" verify "$1" --data data.yaml >out 2>err && fail "$1, saved again, passes as unaltered"
	grep -q 'altered since it was written' out || fail "$1 is not called altered: $(cat out err)"
	grep -q 'all hold$' out || fail "what $1 says is not found, or said to have changed: $(cat out err)"
}
sed 's/Lab Results/Lab “Results” – 1/' data.yaml >quoted.yaml
"$BENCHBRIEF" chart leaderboard quoted.yaml -b coding -o quoted.svg 2>err || fail "chart: $(cat err)"
if command -v qpdf >/dev/null; then
	qpdf made/brief.pdf again.pdf && saved again.pdf
	qpdf --linearize made/brief.pdf linear.pdf && saved linear.pdf
	qpdf --stream-data=uncompress made/brief.pdf unpacked.pdf && saved unpacked.pdf
fi
if command -v xmllint >/dev/null; then
	xmllint --format one.svg >pretty.svg && saved pretty.svg
	xmllint quoted.svg >again.svg # entities in place of letters
	cp data.yaml kept.yaml && cp quoted.yaml data.yaml
	saved again.svg
	mv kept.yaml data.yaml
fi
"$BENCHBRIEF" verify nowhere.pdf >out 2>err && fail "a missing file passes"

# ---- what no longer holds ----
# moved EXPRESSION-OF-SED FILE WHAT: the data after the change, the file, and what has to be said
moved() {
	sed "$1" data.yaml >moved.yaml
	cmp -s data.yaml moved.yaml && fail "the change does nothing: $1"
	"$BENCHBRIEF" verify "$2" --data moved.yaml >out 2>err && fail "$2 still holds after: $1"
	grep -qF -- "$3" out || fail "$2 after $1 does not say \"$3\": $(cat out err)"
}
rival='s/^benchmarks:/  - {id: dahlia, name: Dahlia}\n&/
$a\  - {model: dahlia, benchmark: coding, value: 99.1, source: lab, measured: third-party}'
for file in $made; do
	moved 's/71.4/73.4/' "$file" 'aster on coding: 71.4, now 73.4'
	moved 's/64.0/74.0/' "$file" 'aster on coding: rank 1, now rank 2'
	moved '/58.5/d' "$file" 'cedar on coding: 58.5, now without a value'
	moved '/id: cedar/d; /58.5/d' "$file" 'cedar on coding: 58.5, now without a value'
	moved '/71.4/s/lab/blog/' "$file" 'aster on coding: lab, now blog'
	moved 's/Lab, date: 2026-05-04/Lab, date: 2026-05-03/' "$file" 'lab: 2026-05-04, now 2026-05-03'
	moved 's/Lab Results/Lab News/' "$file" 'lab: Lab Results, now Lab News'
	moved "$rival" "$file" 'aster on coding: rank 1, now rank 2'
done
moved 's/71.4/73.4/' made/brief.pdf 'line 7, column 14: value("aster", "coding"): 71.4%, now 73.4%'
moved 's/64.0/74.0/' made/brief.pdf 'It leads.: holds, now does not hold'
sed 's/40.1/41.1/' data.yaml >moved.yaml
"$BENCHBRIEF" verify one.png --data moved.yaml >out 2>&1 || fail "a change that the picture does not show counts against it"
grep -q 'all hold$' out || fail "the picture's own data did not change: $(cat out)"
"$BENCHBRIEF" verify made/brief.pdf --data moved.yaml >out 2>&1 || fail "a change that nobody printed counts against it"
grep -q 'the data have changed elsewhere' out || fail "it is not said that other data changed: $(cat out)"

# ---- what generated blocks print ----
cat >blocks.yaml <<'Y'
date: 2026-05-04
sources:
  - {id: lab, title: Lab Results, publisher: Lab, date: 2026-05-04, kind: leaderboard}
  - {id: blog, title: Maker Blog, publisher: Maker, date: 2026-04-28, kind: vendor}
trust: [lab, blog]
organisations: [{id: maker, name: Maker}]
models:
  - {id: aster, name: Aster, organisation: maker, context: 128000, price: {input: 1.25, output: 10}}
  - {id: birch, name: Birch}
benchmarks:
  - {id: coding, name: Coding, unit: percent, better: higher}
  - {id: maths, name: Maths, unit: percent, better: higher}
  - {id: cost, name: Cost, unit: usd, better: lower}
measurements:
  - {model: aster, benchmark: coding, value: 71.4, source: lab, measured: third-party}
  - {model: birch, benchmark: coding, value: 64.0, source: lab, measured: third-party}
  - {model: birch, benchmark: coding, value: 62.5, source: blog}
  - {model: aster, benchmark: maths, value: 40.1, source: lab, measured: third-party}
  - {model: birch, benchmark: maths, value: 44.2, source: lab, measured: third-party}
  - {model: aster, benchmark: cost, value: 3.50, source: lab, measured: third-party}
  - {model: birch, benchmark: cost, value: 2.75, source: lab, measured: third-party}
claims:
  - {id: ahead, text: Aster codes better than Birch., source: blog, test: 'gap("aster", "birch", "coding") > 0'}
Y
cat >blocks.md <<'B'
---
title: Blocks
data: blocks.yaml
focus: aster
---
```findings
```

```specs
model: Aster
```

```claims
from: dataset
```

```matrix
models: [aster, birch]
leads: rank(model, benchmark) == 1
close: best(benchmark) - value(model, benchmark) < 5
rows:
  - {use: "Code, {{ value('aster', 'coding') }}", benchmark: coding}
  - {use: "الاختبار {{ value('birch', 'maths') }}", benchmark: maths}
```

```compare
models: [aster, birch]
```

```recommend
use: "الاختبار {{ value('birch', 'maths') }}"
model: birch
because: So it is.
claim: rank("birch", "maths") == 1
```
B
sed 's/71.4/63.4/; /2.75/d' blocks.yaml >before.yaml
"$BENCHBRIEF" render blocks.md -o made --baseline before.yaml >/dev/null 2>err || fail "render: $(cat err)"
"$BENCHBRIEF" verify made/blocks.pdf --data blocks.yaml >out 2>err || fail "blocks do not hold on their own data: $(cat out)"
grep -q ' all hold$' out || fail "not everything holds: $(cat out)"
# turned EXPRESSION-OF-SED WHAT…: each is said after the change
turned() {
	sed "$1" blocks.yaml >moved.yaml
	cmp -s blocks.yaml moved.yaml && fail "the change does nothing: $1"
	"$BENCHBRIEF" verify made/blocks.pdf --data moved.yaml >out 2>err && fail "the blocks still hold after: $1"
	change=$1
	shift
	for what; do
		sed "s/$(printf '\302\240')/ /g" out | grep -qF -- "$what" || fail "after $change it is not said \"$what\": $(cat out)"
	done
}
turned 's/71.4/73.4/' 'findings, line 6: aster on coding: 71.4, now 73.4' \
	'On Coding it has 71.4% against 64.0% for Birch., now On Coding it has 73.4% against 64.0% for Birch.' \
	'changes: aster on coding: 71.4, now 73.4' 'changes: Aster, Coding: Change: +8.0, now +10.0' \
	'claims, line 13: Aster codes better than Birch.: Verdict: holds, by 7.4 points, now holds, by 9.4 points'
turned 's/71.4/68.4/' 'matrix, line 17: aster on coding: 71.4, now 68.4' \
	'matrix, line 17: Code, 71.4%: Birch: trails, now not said any more' \
	'compare, line 26: Coding: Difference: 7.4 points, now 4.4 points'
turned 's/44.2/36.2/' 'compare, line 26: Maths: Ahead: Birch, now Aster' \
	'compare, line 26: it says: Of 3 benchmarks with both values, Aster is ahead on 1 and Birch on 2., now Of 3 benchmarks with both values, Aster is ahead on 2' \
	'الاختبار 44.2%: Birch: holds, now does not hold'
turned 's/71.4/61.4/' 'changes: Aster, Coding: Rank: 2 → 1, now 2' \
	'changes: Birch, Coding: Before: 64.0%, now not said any more' 'Verdict: holds, by 7.4 points, now does not hold, by 2.6 points' \
	'Aster leads on one of three benchmarks: Coding., now Aster leads on none of the three benchmarks.'
turned 's/62.5/63.5/' 'conflicts: birch on coding, published by blog: 62.5, now without a value' \
	'conflicts: Birch, Coding: Also published: 62.5% [2], now 63.5% [2]'
turned '/2.75/d' 'changes: Birch, Cost: After: $2.75, now not said any more'
turned 's/44.2/45.2/' 'changes: it says: Revised by the source under the same date: Aster on Coding., now'
turned 's/name: Aster,/name: Astor,/' 'changes: Aster, Coding: Before: 63.4%, now not said any more'
turned '/62.5/d' 'conflicts: Birch, Coding: Value used: 64.0% [1], now not said any more' \
	'sources: [2], Maker Blog. Maker: Values: 1, now 0' \
	'method: it says: The data set contains 7 values'
turned 's/2.75/4.75/' 'findings, line 6: birch on cost: 2.75, now 4.75' 'Aster leads on one of three benchmarks'
turned 's/128000/256000/' 'specs, line 9: Context window: Aster: 128,000 tokens, now 256,000 tokens'
turned 's/input: 1.25/input: 1.50/' 'specs, line 9: Price: Aster: $1.25 in, $10 out per million tokens, now $1.50 in'
turned 's/trust: .lab, blog./trust: [blog, lab]/' 'method: it says: Sources are trusted in this order: [1], [2]., now'
turned 's/aster/vega/g; s/Aster/Vega/g' 'aster on coding: 71.4, now without a value' \
	'findings, line 6: it says: Aster leads on one' 'now no model is called "aster"'
turned 's/Lab Results/Lab News/' 'sources: [1], Lab Results. Lab: Date'

grep -q '^  method: .*no model is called' out && fail "a block without a focus asks for one: $(cat out)"

# ---- what is counted and not shown ----
{
	sed -n '1,/^models:/p' data.yaml
	for i in 1 2 3 4 5 6 7 8 9; do echo "  - {id: m$i, name: Model $i}"; done
	sed -n '/^benchmarks:/,/^measurements:/p' data.yaml
	for i in 1 2 3 4 5 6 7 8 9; do
		echo "  - {model: m$i, benchmark: coding, value: $((70 - i)), source: lab, measured: third-party}"
		[ $i -gt 7 ] || echo "  - {model: m$i, benchmark: maths, value: $((20 + i)), source: blog}"
	done
} >many.yaml
{
	"$BENCHBRIEF" chart leaderboard many.yaml -b coding --rows 6 -o few.png
	"$BENCHBRIEF" chart table many.yaml --rows 6 -o few.svg --lang de
	"$BENCHBRIEF" chart leaderboard many.yaml -b maths -o all.png
	"$BENCHBRIEF" chart slope many.yaml -b coding -b maths -o lines.png
	"$BENCHBRIEF" chart slope many.yaml -m m1 -m m2 -o turned.png
	"$BENCHBRIEF" chart scatter many.yaml -b coding -b maths -o points.png
	"$BENCHBRIEF" chart gap many.yaml --focus m1 -o gap.png
} 2>err || fail "chart: $(cat err)"
for file in few.png few.svg all.png lines.png turned.png points.png gap.png; do
	"$BENCHBRIEF" verify $file --data many.yaml >out 2>err || fail "$file does not count on its own data: $(cat out err)"
	grep -q ' [1-9][0-9]* counts' out || fail "nothing in $file is counted again: $(cat out)"
done
# counted EXPRESSION-OF-SED FILE WHAT
counted() {
	sed "$1" many.yaml >moved.yaml
	"$BENCHBRIEF" verify $2 --data moved.yaml >out 2>err && fail "$2 still counts after: $1"
	grep -qF -- "$3" out || fail "$2 after $1 does not say \"$3\": $(cat out err)"
}
last='s/^benchmarks:/  - {id: last, name: Last}\n&/
$a\  - {model: last, benchmark: coding, value: 1, source: lab, measured: third-party}\
  - {model: last, benchmark: maths, value: 1, source: blog}'
counted "$last" few.png 'note, models not shown: 3, now 4'
counted "$last" few.svg 'note, models not shown: 3, now 4'
counted "$last" all.png 'alt text, models shown: 7, now 8'
counted "$last" lines.png 'title, lines: 7, now 8'
counted "$last" points.png 'points: 7, now 8'
counted '/m9, benchmark: coding/d' few.png 'note, models: 9, now 8'
counted 's/value: 21, source: blog/value: 29, source: blog/' gap.png 'title, benchmarks led: 1, now 2'
counted '/m2, benchmark: maths/d' turned.png 'title, lines: 2, now 1'
counted '/m1, benchmark: maths/s/blog/blog, measured: third-party/' few.svg \
	'note, values of which nobody says who measured them: 6, now 5'

# ---- a choice that is open for another ----
{
	cat data.yaml
	printf '  - {model: cedar, benchmark: maths, value: %s, source: lab}\n' 30 50
	printf '  - {model: birch, benchmark: maths, value: 45.0, source: lab}\n'
} >open.yaml
printf '%s\ndata: open.yaml\ntitle: Open\n%s\n\n```conflicts\n```\n' --- --- >open.md
"$BENCHBRIEF" render open.md -o made >/dev/null 2>err || fail "render: $(cat err)"
"$BENCHBRIEF" verify made/open.pdf --data open.yaml >out 2>err || fail "a value is gone where only another is open: $(cat out)"

# ---- for programs ----
sed 's/71.4/73.4/' data.yaml >moved.yaml
"$BENCHBRIEF" verify made/charts/coding.png --data moved.yaml --format json >out 2>err
[ $? -eq 1 ] || fail "what does not hold leaves the status $?"
for words in '"file": "made/charts/coding.png"' '"format": "png"' '"seal": "whole"' '"briefing": "brief"' \
	'"same_data": false' '"kind": "value"' '"chart": "coding"' '"was": "71.4"' '"now": "73.4"'; do
	grep -qF -- "$words" out || fail "the JSON lacks $words: $(cat out)"
done
echo "$failed wrong"
[ "$failed" -eq 0 ]
