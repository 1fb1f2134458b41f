#!/bin/sh
# A briefing cannot disagree with its data: when a value changes, bar, rank, title, sentence and alt text change with it, or
# the render stops. And what scripts rely on: no half-written files, no needless rewriting, the same bytes on one core as on
# many, dependencies for make, drafts, baselines, decks.
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
# render ARGUMENT…: in the scratch folder; its output in out and err
render() { (cd "$scratch" && "$BENCHBRIEF" render "$@" >out 2>err); }
says() { grep -qF -- "$2" "$scratch/$1" || fail "$1 does not say: $2 ($3)"; }

mkdir "$scratch/data"
cp "$SOURCE/data/muse-spark/dataset.yaml" "$scratch/data/"
cat >"$scratch/data/small.md" <<'MD'
---
title: '{{ name("muse-spark") }}, in short'
data: dataset.yaml
focus: muse-spark
---
It has {{ value("muse-spark", "intelligence-index") }} and ranks {{ ordinal(rank("muse-spark", "intelligence-index")) }}.

```chart
id: index
kind: leaderboard
benchmark: intelligence-index
```

```chart
id: gpqa
kind: bars
benchmark: gpqa-diamond
```
MD
cp "$SOURCE/data/muse-spark/briefing.md" "$scratch/data/"
mkdir "$scratch/moved"
sed '/{model: muse-spark, benchmark: intelligence-index/s/value: 52/value: 55/' "$scratch/data/dataset.yaml" |
	sed '/{model: muse-spark@thinking, benchmark: intelligence-index/s/value: 52/value: 55/' >"$scratch/moved/dataset.yaml"
cp "$scratch"/data/*.md "$scratch/moved/"
cmp -s "$scratch/data/dataset.yaml" "$scratch/moved/dataset.yaml" && fail "no value was changed"

# ---- one value changes ----
render data/small.md --out one --report one.json || fail "the small briefing does not render: $(cat "$scratch/err")"
render moved/small.md --out two --report two.json || fail "with another value it does not render: $(cat "$scratch/err")"
part() { # part FILE KEY: the lines of the report that hold this key
	grep "\"$2\":" "$scratch/$1"
}
for key in title alt data printed; do
	[ "$(part one.json $key)" != "$(part two.json $key)" ] || fail "$key did not move with the value"
done
says one.json '"value": 52' 'before'
says two.json '"value": 55' 'after'
grep -q '"rank": 3' "$scratch/two.json" || fail "the rank did not move"
bar() { # bar FOLDER: left, top, width and height of the bar of Muse Spark
	"$BENCHBRIEF" chart leaderboard "$scratch/$1" -b intelligence-index --focus muse-spark --format scene |
		awk '/^datum .*"Muse Spark"/ { datum = $2 } /^bar / { bars[$2] = $0 } END { print bars[datum] }'
}
[ -n "$(bar data)" ] && [ "$(bar data)" != "$(bar moved)" ] || fail "the bar did not move: $(bar data)"
cmp -s "$scratch/one/charts/index.png" "$scratch/two/charts/index.png" && fail "the picture did not change"
cmp -s "$scratch/one/charts/gpqa.png" "$scratch/two/charts/gpqa.png" || fail "another chart moved too"
if command -v pdftotext >/dev/null; then
	pdftotext "$scratch/two/small.pdf" "$scratch/text"
	says text 'It has 55 points and ranks third.' 'the sentence in the PDF'
fi

# ---- sentences that are no longer true stop it ----
render moved/briefing.md --out three && fail "a briefing whose claims are false was rendered"
says err 'does not hold' 'the claim that stopped it'
grep -q 'Index is 55.*points (Muse Spark model page)' "$scratch/err" || fail "the message does not give the value that the claim rests on, with its source"
[ ! -e "$scratch/three" ] || fail "a refused briefing left files"
render moved/briefing.md --out four --draft --only pdf || fail "no draft is made: $(cat "$scratch/err")"
if command -v pdftotext >/dev/null; then
	pdftotext "$scratch/four/muse-spark.pdf" "$scratch/text"
	says text 'not borne out' 'the mark of a draft'
fi

# ---- a second run writes nothing that is already there ----
stamp() { (cd "$scratch/one" && find . -type f -exec stat -c '%n %Y %i' {} + | sort); }
before=$(stamp)
sleep 1
render data/small.md --out one || fail "the second render failed"
[ "$before" = "$(stamp)" ] || fail "unchanged files were written again"
render moved/small.md --out one || fail "the third render failed"
stamp | sed -n '/gpqa/p' >"$scratch/gpqa"
echo "$before" | grep -qxF "$(cat "$scratch/gpqa")" || fail "an unchanged chart was written again"
[ "$before" != "$(stamp)" ] || fail "changed files were not written"

# ---- many cores, the same bytes ----
render data/briefing.md --out alone --jobs 1 || fail "--jobs 1: $(cat "$scratch/err")"
render data/briefing.md --out crowd --jobs 8 || fail "--jobs 8: $(cat "$scratch/err")"
diff -r "$scratch/alone" "$scratch/crowd" >/dev/null || fail "eight jobs do not make the same bytes as one"

# ---- dependencies ----
mkdir "$scratch/with space"
cp "$scratch/data/dataset.yaml" "$scratch/data/small.md" "$scratch/with space/"
render "with space/small.md" --out made --depfile deps.d || fail "--depfile: $(cat "$scratch/err")"
says deps.d 'made/small.pdf made/charts/index.png made/charts/gpqa.png:' 'what was made'
says deps.d 'with\ space/dataset.yaml' 'the data'
says deps.d 'with\ space/small.md' 'the briefing'
says deps.d 'editorial.yaml' 'the look'
says deps.d '_common.yaml' 'what the look is built on'

# ---- what changed ----
render moved/small.md --out since --baseline data/dataset.yaml --report since.json || fail "--baseline: $(cat "$scratch/err")"
if command -v pdftotext >/dev/null; then
	pdftotext -layout "$scratch/since/small.pdf" "$scratch/text"
	says text 'What changed' 'the section of changes'
	grep -q 'Muse Spark.*52.*55.*+3' "$scratch/text" || fail "the change is not listed"
	says text '↑ from 4' 'the mark in the leaderboard'
	says text 'Revised by the source under the same date: Muse Spark on' 'that the source revised its number'
fi

says since.json '"changes": {' 'the changes in the report'
says since.json '"rank_after": 4' 'what a change did to a rank'
says since.json '"revision": true' 'that the source revised its number'
render data/small.md --out none --report none.json || fail "--report: $(cat "$scratch/err")"
says none.json '"changes": null' 'that there is no baseline'

# ---- pictures of charts that are gone ----
sed 's/^id: gpqa$/id: science/' "$scratch/data/small.md" >"$scratch/data/renamed.md"
sed -i 's/^title:/name: small\ntitle:/' "$scratch/data/renamed.md"
render data/small.md --out kept || fail "$(cat "$scratch/err")"
(cd "$scratch" && "$BENCHBRIEF" chart bars data/dataset.yaml -b gpqa-diamond -o kept/charts/mine.png) || fail "chart"
render data/renamed.md --out kept || fail "$(cat "$scratch/err")"
says err 'kept/charts/gpqa.png: warning: is a picture of the chart gpqa, which the briefing no longer has' 'the old picture'
[ -f "$scratch/kept/charts/gpqa.png" ] || fail "a picture was removed without --prune"
render data/renamed.md --out kept --only science || fail "$(cat "$scratch/err")"
render data/renamed.md --out kept --prune || fail "--prune: $(cat "$scratch/err")"
says out 'removed kept/charts/gpqa.png' 'what was removed'
(cd "$scratch/kept/charts" && ls) >"$scratch/names"
[ "$(tr '\n' ' ' <"$scratch/names")" = "index.png mine.png science.png " ] || fail "--prune left: $(cat "$scratch/names")"

# ---- standard output ----
render data/small.md --out - --only pdf || fail "--out -: $(cat "$scratch/err")"
cmp -s "$scratch/out" "$scratch/none/small.pdf" || fail "--out - is not the file and nothing else"
render data/small.md --out none --report - || fail "--report -: $(cat "$scratch/err")"
cmp -s "$scratch/out" "$scratch/none.json" || fail "--report - is not the report and nothing else"
chart() { (cd "$scratch" && "$BENCHBRIEF" chart "$@" >out 2>err); }
chart bars data/dataset.yaml -b gpqa-diamond -o alone.png --report alone.json || fail "chart: $(cat "$scratch/err")"
chart bars data/dataset.yaml -b gpqa-diamond -o - || fail "chart -o -: $(cat "$scratch/err")"
cmp -s "$scratch/out" "$scratch/alone.png" || fail "chart -o - is not the picture and nothing else"
chart bars data/dataset.yaml -b gpqa-diamond -o alone.png --report - || fail "chart --report -: $(cat "$scratch/err")"
cmp -s "$scratch/out" "$scratch/alone.json" || fail "chart --report - is not the report and nothing else"

# ---- slides ----
render data/briefing.md --out deck --page 16:9 --only pdf || fail "no deck: $(cat "$scratch/err")"
[ -f "$scratch/deck/muse-spark-deck.pdf" ] || fail "the deck has another name: $(cat "$scratch/out")"

echo "$failed wrong"
[ "$failed" -eq 0 ]
