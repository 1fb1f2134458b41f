#!/bin/sh
# needs: chromium
# The preview in a real browser: an edit replaces the page that changed where it is, an error leaves the last good pages
# and is told above them, marks and values lead to what is behind them, two browsers have looks of their own, the server
# may go and come again; all of it by keyboard too, to WCAG 2.2 AA by day and by night, without a request elsewhere.
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
scratch=$(mktemp -d /tmp/benchbrief-preview-XXXXXX) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
HOME=$scratch
export HOME
cp "$SOURCE/data/muse-spark/briefing.md" "$SOURCE/data/muse-spark/dataset.yaml" "$scratch" || exit 1
cd "$scratch" || exit 1
timeout 240 node "$SOURCE/tests/preview.mjs" "$modules" "$browser" "$scratch/profile" "$BENCHBRIEF" ${STILLS:+"$STILLS"}
