#!/bin/sh
# needs: chromium
# Documents for browsers in a real one: no request, WCAG 2.2 A and AA by day, by night and on paper, marks that can be
# walked by keyboard, nothing to scroll sideways at 320 pixels, letters as wide as they were measured, colours that the
# reader's system forces; and valid HTML.
set -u
LC_ALL=C
export LC_ALL
skip() {
	echo "skipped: $*"
	exit 77
}
browser=$(command -v chromium) || skip "Chromium is not here (package chromium)"
command -v node >/dev/null || skip "node is not here"
modules=${BENCHBRIEF_NPM:-$SOURCE/build/npm/node_modules}
[ -d "$modules/puppeteer-core" ] && [ -d "$modules/axe-core" ] || skip "puppeteer-core and axe-core are not here (npm brings them)"
scratch=$(mktemp -d /tmp/benchbrief-browser-XXXXXX) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
HOME=$scratch
export HOME
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
data=$SOURCE/data/muse-spark
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o "$scratch/chart.html" || fail "a chart fails"
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o "$scratch/chart.svg" || fail "its picture fails"
"$BENCHBRIEF" chart heatmap "$data/dataset.yaml" --look board -o "$scratch/heatmap.html" || fail "a heatmap fails"
"$BENCHBRIEF" chart gap "$data/dataset.yaml" --focus muse-spark -o "$scratch/gap.html" || fail "a gap fails"
"$BENCHBRIEF" render "$data/briefing.md" --format html --only html -o "$scratch" >/dev/null || fail "the briefing fails"
for look in board boardroom-dark; do
	"$BENCHBRIEF" render "$data/briefing.md" --look $look --format html --only html -o "$scratch/$look" >/dev/null 2>&1 &&
		mv "$scratch/$look/muse-spark.html" "$scratch/look-$look.html" || fail "$look fails"
done
"$BENCHBRIEF" chart leaderboard "$SOURCE/tests/golden/data/scripts.csv" -o "$scratch/scripts.html" 2>/dev/null || fail "scripts fail"
for briefing in blocks statements; do
	"$BENCHBRIEF" render "$SOURCE/tests/golden/data/$briefing.md" --draft --format html --only html -o "$scratch" >/dev/null 2>&1 ||
		fail "$briefing fails"
done
cd "$scratch" || exit 1
[ "$failed" -eq 0 ] || exit 1
timeout 600 node "$SOURCE/tests/browser.mjs" "$modules" "$browser" "$scratch/profile" chart.svg chart.html heatmap.html gap.html \
	muse-spark.html blocks.html statements.html scripts.html look-board.html look-boardroom-dark.html || failed=1

# Its style checker does not know container queries and paint-order, which are standards of CSS.
if command -v java >/dev/null && [ -f "$modules/vnu-jar/build/dist/vnu.jar" ]; then
	java -jar "$modules/vnu-jar/build/dist/vnu.jar" --errors-only ./*.html 2>&1 |
		grep -vE 'Unrecognized at-rule .*@container|container-type|paint-order' >found
	[ ! -s found ] || fail "$(head -20 found)"
else
	echo "not checked: valid HTML (vnu-jar of npm and java)"
fi
exit "$failed"
