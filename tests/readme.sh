#!/bin/sh
# The README shows what the program does: its twenty-line briefing renders and reads as quoted, the kinds are those of --help,
# the counts are right, and its links within the sources lead somewhere.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
readme=$SOURCE/README.md
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

awk '/^````markdown$/ { inside = 1; next } /^````$/ { inside = 0 } inside' "$readme" >"$scratch/briefing.md"
cp "$SOURCE/data/muse-spark/dataset.yaml" "$scratch/"
lines=$(wc -l <"$scratch/briefing.md")
[ "$lines" -ge 15 ] && [ "$lines" -le 28 ] || fail "the briefing of the README has $lines lines"
"$BENCHBRIEF" render "$scratch/briefing.md" --out "$scratch/out" >/dev/null 2>"$scratch/err" ||
	fail "the briefing of the README does not render: $(cat "$scratch/err")"
if command -v pdftotext >/dev/null; then
	pdftotext "$scratch/out/briefing.pdf" - | tr '\n\302\240' '   ' | tr -s ' ' >"$scratch/text"
	grep -qF 'Muse Spark scores 52 points and ranks fourth, as Figure 1 shows. It spends less than half the tokens of GPT-5.4.' \
		"$scratch/text" || fail "it does not read as the README quotes it"
fi
sed 's/58 million/90 million/' "$SOURCE/data/muse-spark/dataset.yaml" >"$scratch/dataset.yaml"
(cd "$scratch" && "$BENCHBRIEF" render briefing.md --out never 2>err) && fail "with other data it still renders"
head -1 "$scratch/err" >"$scratch/first"
grep -qxF "$(cat "$scratch/first")" "$readme" || fail "the README does not show this message: $(cat "$scratch/first")"

"$BENCHBRIEF" chart --help | awk '/^KIND is one of$/ { inside = 1; next } /^DATA are/ { inside = 0 } inside && NF' >"$scratch/kinds"
[ "$(wc -l <"$scratch/kinds")" -ge 10 ] || fail "chart --help lists no kinds"
while read -r kind summary; do
	grep -qF -- "![$kind](" "$readme" || fail "the README has no picture of the kind $kind"
	grep -F -- "![$kind](" "$readme" | grep -qF -- "<br>$summary" || fail "the README does not describe $kind as: $summary"
	[ "$("$BENCHBRIEF" chart "$kind" nowhere.yaml 2>&1 | grep -c 'no chart kind')" -eq 0 ] || fail "there is no kind $kind"
done <"$scratch/kinds"
pictures=$(grep -oE '!\[[a-z]+\]\(output/gallery/' "$readme" | wc -l)
[ "$pictures" -eq "$(wc -l <"$scratch/kinds")" ] || fail "the README shows $pictures kinds"

printf 'benchbrief: 1\nunits: [{name: chains, base: furlongs, scale: 0.1}]\n' >"$scratch/units.yaml"
"$BENCHBRIEF" check "$scratch/units.yaml" 2>&1 | sed -n 's/.*built in are \(.*\); declare.*/\1/p' >"$scratch/units"
[ -s "$scratch/units" ] || fail "the error for an unknown unit lists no units"
tr '\n' ' ' <"$readme" | grep -qF -- "**Units**: $(cat "$scratch/units")." ||
	fail "the README does not list the units: $(cat "$scratch/units")"

grep -oE '\]\([a-zA-Z][^)#]*\)' "$readme" | sed 's/^](//; s/)$//' | grep -v '^https*:' | sort -u >"$scratch/links"
[ "$(wc -l <"$scratch/links")" -ge 20 ] || fail "the README has few links"
while read -r path; do
	[ -e "$SOURCE/$path" ] || fail "the README leads to $path, which is not there"
done <"$scratch/links"

rules=$(grep -c '^	{ "[A-JS][0-9]*", PROOF_' "$SOURCE/src/scene/proof_table.c")
grep -q "$rules rules check it" "$readme" || fail "the README does not say that there are $rules rules"
cases=$(find "$SOURCE/tests/cases" -name '*.case' | wc -l)
cases=$((cases + $(cat "$SOURCE"/tests/cases/*.dat | grep -c '^#case')))
grep -q "$cases cases of" "$readme" || fail "the README does not say that there are $cases cases"
"$BENCHBRIEF" check "$SOURCE/data/muse-spark" 2>/dev/null |
	sed -n 's/.* \([0-9]*\) claims (\([^;]*\).*/\1 \2/p' | tr -d ')' >"$scratch/judged"
read -r claims verdicts <"$scratch/judged"
grep -qF -- "| $claims claims from five articles, read by hand" "$readme" ||
	fail "the README does not say that the shipped data have $claims claims"
grep -qF -- ": $verdicts |" "$readme" || fail "the README does not say that of the claims $verdicts"
echo "$rules rules, $cases cases, $failed wrong"
[ "$failed" -eq 0 ]
