#!/bin/sh
# Layouts as text: each line of cases.txt draws one chart, each of pages.txt the pages of one briefing, and holds the scene
# against NAME.scene. UPDATE=1 rewrites them; read the difference before you commit it.
set -u
here=$SOURCE/tests/golden
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$here/data" || exit 1
passed=0 failed=0
# hold NAME: what came out against what is expected
hold() {
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
		hold "$name"
	else
		refused "$name"
	fi
done <"$here/cases.txt"
while read -r name arguments; do
	case $name in '' | '#'*) continue ;; esac
	eval "set -- $arguments"
	if "$BENCHBRIEF" render "$@" --format scene >"$scratch/$name.scene" 2>"$scratch/err"; then
		hold "$name"
	else
		refused "$name"
	fi
done <"$here/pages.txt"
echo "$passed scenes as before, $failed not"
[ "$failed" -eq 0 ]
