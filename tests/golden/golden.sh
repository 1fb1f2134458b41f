#!/bin/sh
# Layouts as text: each line of cases.txt draws one chart, each line of pages.txt the pages of one briefing, and compares the
# scene with NAME.scene. UPDATE=1 rewrites these files; read the difference before you commit it.
set -u
here=$SOURCE/tests/golden
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$here/data" || exit 1
passed=0 failed=0
# compare NAME: what came out with what is expected
compare() {
	if [ "${UPDATE-}" = 1 ]; then
		cp "$scratch/$1.scene" "$here/$1.scene"
	elif diff -u "$here/$1.scene" "$scratch/$1.scene"; then
		passed=$((passed + 1))
	else
		echo "$1: the layout changed (UPDATE=1 accepts it)"
		failed=$((failed + 1))
	fi
}
refused() {
	echo "$1: could not be drawn:"
	cat "$scratch/err"
	failed=$((failed + 1))
}
while read -r name kind arguments; do
	case $name in '' | '#'*) continue ;; esac
	# shellcheck disable=SC2086
	if "$BENCHBRIEF" chart "$kind" $arguments --format scene -o "$scratch/$name.scene" 2>"$scratch/err"; then
		compare "$name"
	else
		refused "$name"
	fi
done <"$here/cases.txt"
while read -r name arguments; do
	case $name in '' | '#'*) continue ;; esac
	eval "set -- $arguments"
	if "$BENCHBRIEF" render "$@" --format scene >"$scratch/$name.scene" 2>"$scratch/err"; then
		compare "$name"
	else
		refused "$name"
	fi
done <"$here/pages.txt"
echo "$passed scenes as expected, $failed not"
[ "$failed" -eq 0 ]
