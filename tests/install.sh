#!/bin/sh
# The installed program finds its looks and draws, wherever it is moved, without the sources.
set -eu
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$BUILD" --prefix "$prefix/usr" >/dev/null
mv "$prefix/usr" "$prefix/elsewhere"
cd "$prefix"
for file in bin/benchbrief share/benchbrief/styles/editorial.yaml share/benchbrief/data/muse-spark/dataset.yaml share/doc/benchbrief/LICENSE \
	share/benchbrief/schemas/diff.schema.json; do
	[ -f "elsewhere/$file" ] || { echo "$file is not installed"; exit 1; }
done
elsewhere/bin/benchbrief looks | grep -q '^board'
elsewhere/bin/benchbrief chart leaderboard elsewhere/share/benchbrief/data/muse-spark -b intelligence-index -o x.png
[ -s x.png ]
