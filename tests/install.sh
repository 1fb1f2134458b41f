#!/bin/sh
# The installed program finds its looks and draws, wherever it is moved, without the sources.
set -eu
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$BUILD" --prefix "$prefix/usr" >/dev/null
mv "$prefix/usr" "$prefix/elsewhere"
cd "$prefix"
for file in bin/benchbrief share/benchbrief/styles/editorial.yaml share/benchbrief/preview/preview.html \
	share/benchbrief/data/muse-spark/dataset.yaml share/doc/benchbrief/LICENSE share/doc/benchbrief/manual.pdf share/doc/benchbrief/manual.html \
	share/benchbrief/schemas/diff.schema.json share/man/man1/benchbrief-render.1.gz share/man/man5/benchbrief-look.5.gz \
	share/bash-completion/completions/benchbrief share/zsh/vendor-completions/_benchbrief \
	share/fish/vendor_completions.d/benchbrief.fish; do
	[ -f "elsewhere/$file" ] || { echo "$file is not installed"; exit 1; }
done
elsewhere/bin/benchbrief looks | grep -q '^board'
elsewhere/bin/benchbrief chart leaderboard elsewhere/share/benchbrief/data/muse-spark -b intelligence-index -o x.png
[ -s x.png ]
elsewhere/bin/benchbrief preview elsewhere/share/benchbrief/data/muse-spark/briefing.md >log &
pid=$!
i=0
while ! grep -q '^preview of' log && kill -0 "$pid" && [ $i -lt 100 ]; do
	sleep 0.1
	i=$((i + 1))
done
kill "$pid"
wait "$pid"
grep -q '^stopped' log
