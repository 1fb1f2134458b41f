#!/bin/sh
# What other programs write loads as it is. tests/import/NAME holds small files of the format NAME, written for this test
# with the oddities that real ones have: `data --all --format yaml` makes of them exactly NAME.yaml, with the messages in
# NAME.err; that dataset loads again as the same; and the format is recognised by its content alone.
# UPDATE=1 writes what came out.
set -u
LC_ALL=C
export LC_ALL
here=$SOURCE/tests/import
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

named() { # the files of the format, as they are given to the program
	find . -type f | sed 's#^\./##' | sort
}

"$BENCHBRIEF" formats >"$scratch/formats" || fail "formats fails"
for folder in "$here"/*/; do
	name=$(basename "$folder")
	cd "$folder" || exit 1
	named >"$scratch/files"
	grep -q "^$name " "$scratch/formats" || fail "benchbrief formats does not list $name"
	xargs "$BENCHBRIEF" data --all --format yaml <"$scratch/files" >"$scratch/got.yaml" 2>"$scratch/got.err" ||
		fail "$name: does not load: $(head -3 "$scratch/got.err")"
	if [ "${UPDATE:-}" = 1 ]; then
		cp "$scratch/got.yaml" "../$name.yaml"
		cp "$scratch/got.err" "../$name.err"
	fi
	diff -u "../$name.yaml" "$scratch/got.yaml" || fail "$name: the dataset is another"
	diff -u "../$name.err" "$scratch/got.err" || fail "$name: the messages are others"
	"$BENCHBRIEF" data --all --format yaml "$scratch/got.yaml" >"$scratch/again.yaml" 2>"$scratch/err" ||
		fail "$name: the dataset does not load again: $(head -3 "$scratch/err")"
	cmp -s "$scratch/got.yaml" "$scratch/again.yaml" || fail "$name: the dataset loads again as another"
	xargs "$BENCHBRIEF" data --all --format yaml --from "$name" <"$scratch/files" 2>/dev/null | cmp -s - "../$name.yaml" ||
		fail "$name: --from $name makes another dataset"
	first=$(head -1 "$scratch/files") # a name tells nothing
	if [ -f "$first" ] && [ "$(wc -l <"$scratch/files")" -eq 1 ]; then
		"$BENCHBRIEF" data --all --format csv - <"$first" >/dev/null 2>"$scratch/err" ||
			fail "$name: not recognised without its name: $(head -3 "$scratch/err")"
	fi
done
# The README has a command a format, and each runs.
grep -o '^build/benchbrief [a-z]* .*tests/import/[^#]*' "$SOURCE/README.md" >"$scratch/commands"
cd "$SOURCE" || exit 1
while read -r _ arguments; do
	# shellcheck disable=SC2086 # words of a command line
	"$BENCHBRIEF" $arguments >/dev/null 2>"$scratch/err" || fail "the README's command fails: $arguments: $(head -3 "$scratch/err")"
done <"$scratch/commands"
for name in $(awk '{ print $1 }' "$scratch/formats"); do
	case $name in benchbrief-dataset | records) continue ;; esac
	grep -q "tests/import/$name" "$scratch/commands" || fail "the README has no command for $name"
	[ -f "$here/$name.yaml" ] || fail "$name has no fixture in tests/import"
done

[ $failed -eq 0 ] || exit 1
