#!/bin/sh
# bash tests/bench/preview.sh BENCHBRIEF: from saving a file to the new page in a browser, for the shipped briefing; and
# the processor time that the preview takes for it. Needs Chromium and puppeteer-core (./run test brings them).
set -eu
program=$(realpath "${1:?the program}")
here=$(cd "$(dirname "$0")" && pwd)
root=$here/../..
modules=${BENCHBRIEF_NPM:-$root/build/npm/node_modules}
browser=$(command -v chromium || :)
if [ -z "$browser" ] || ! command -v node >/dev/null || [ ! -d "$modules/puppeteer-core" ]; then
	echo "preview: not measured, Chromium, node or puppeteer-core is not here"
	exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$root/data/muse-spark/briefing.md" "$root/data/muse-spark/dataset.yaml" "$scratch"
cd "$scratch"
HOME=$scratch node "$here/preview.mjs" "$modules" "$browser" "$scratch/profile" "$program"
