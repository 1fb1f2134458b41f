#!/bin/sh
# needs: chromium
# Figures in a real browser beside the same scenes by the painter of PNG, at every width, by day and by night: the same
# words at the same places, and pixels that differ by no more than the smoothing of letters.
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
[ -d "$modules/puppeteer-core" ] || skip "puppeteer-core is not here (npm brings it)"
scratch=$(mktemp -d /tmp/benchbrief-views-XXXXXX) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
HOME=$scratch
export HOME
failed=0
for briefing in data/muse-spark/briefing.md tests/golden/data/views.md; do
	folder=$scratch/$(basename "$briefing" .md)
	mkdir "$folder"
	"$BUILD/tests/views_print" "$SOURCE/$briefing" "$folder" "$BENCHBRIEF" || {
		echo "$briefing fails"
		failed=1
		continue
	}
	timeout 250 node "$SOURCE/tests/views.mjs" "$modules" "$browser" "$scratch/profile" "$folder" || failed=1
done
exit "$failed"
