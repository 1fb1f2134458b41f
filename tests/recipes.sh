#!/bin/sh
# The README's recipes for make and ninja, word for word: changed data start a render, nothing changed starts none.
set -u
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}
for tool in make ninja; do
	command -v $tool >/dev/null || { echo "skipped: no $tool"; exit 77; }
done
PATH=$(dirname "$BENCHBRIEF"):$PATH
export PATH
# recipe LANGUAGE: the README's only block in it
recipe() { awk -v fence="\`\`\`$1" '$0 == fence { inside = 1; next } /^```/ { inside = 0 } inside' "$SOURCE/README.md"; }

# runs COMMAND…: whether benchbrief was started
runs() {
	"$@" >"$scratch/out" 2>&1 || fail "$*: $(cat "$scratch/out")"
	grep -q 'out/briefing.pdf\|benchbrief render' "$scratch/out"
}
earlier() { find "$1" -type f -exec touch -d '1 minute ago' {} +; }

try() { # try NAME COMMAND…
	name=$1 folder=$scratch/$1
	shift
	"$BENCHBRIEF" new "$folder" >/dev/null || fail "new"
	mkdir -p "$folder/out"
	recipe "$name" >"$folder/$file"
	[ -s "$folder/$file" ] || fail "the README has no recipe for $name"
	cd "$folder" || exit 1
	earlier .
	runs "$@" || fail "$name: the first run renders nothing"
	runs "$@" && fail "$name: renders again although nothing changed"
	cp out/briefing.pdf before.pdf
	for changed in dataset.yaml briefing.md; do
		earlier .
		runs "$@" && fail "$name: renders again although nothing changed"
		sed -i 's/Aster 4 Mini/Aster 4 Tiny/' $changed
		runs "$@" || fail "$name: $changed changed, and nothing is rendered"
		runs "$@" && fail "$name: renders again although nothing changed"
	done
	cmp -s before.pdf out/briefing.pdf && fail "$name: the document is the old one"
	mv dataset.yaml elsewhere.yaml
	"$@" >"$scratch/out" 2>&1 && fail "$name: stays silent when the data are gone"
	grep -q 'folder has no file dataset.yaml' "$scratch/out" || fail "$name: does not say what is gone: $(cat "$scratch/out")"
}
file=Makefile
try make make
file=build.ninja
try ninja ninja
exit $failed
