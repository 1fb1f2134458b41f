#!/bin/sh
# Chromium's viewer shows the same pages as Poppler draws, by the measure of viewers.py.
# needs: chromium
set -u
modules=$SOURCE/build/npm/node_modules
for tool in chromium node pdftoppm python3; do
	command -v "$tool" >/dev/null || {
		echo "skipped: $tool is not here"
		exit 77
	}
done
[ -d "$modules/puppeteer-core" ] || {
	echo "skipped: puppeteer-core is not here (npm brings it)"
	exit 77
}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
cd "$scratch" || exit 1
export HOME="$scratch" TMPDIR="$scratch"
"$BENCHBRIEF" render "$SOURCE/data/engines/briefing.md" --only pdf --out . >/dev/null 2>&1 || failed=1
for page in 1 2 4; do
	pdftoppm -r 72 -gray -f $page -l $page -singlefile engines.pdf poppler 2>/dev/null
	timeout 100 node "$SOURCE/tests/chromium.cjs" "$modules" "$scratch/engines.pdf" $page shot.png || {
		echo "page $page: Chromium shows nothing"
		failed=1
		continue
	}
	size=$(sed -n 2p poppler.pgm)
	# shellcheck disable=SC2086
	python3 -S "$SOURCE/tests/chromium_page.py" shot.png chromium.pgm $size &&
		said=$(python3 -S "$SOURCE/tests/viewers.py" 40 poppler.pgm chromium.pgm) || {
		echo "page $page: ${said-}"
		failed=1
	}
	echo "page $page: ${said-}"
done
exit $failed
