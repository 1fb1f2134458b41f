#!/bin/sh
# Layouts as text: each line of cases.txt draws one chart as a scene and holds it against NAME.scene. UPDATE=1 rewrites
# them; read the difference before you commit it.
set -u
here=$SOURCE/tests/golden
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$here/data" || exit 1
passed=0 failed=0
while read -r name kind arguments; do
	case $name in '' | '#'*) continue ;; esac
	# shellcheck disable=SC2086
	"$BENCHBRIEF" chart "$kind" $arguments --format scene -o "$scratch/$name.scene" 2>"$scratch/err" || {
		echo "$name: the chart could not be drawn:"
		cat "$scratch/err"
		failed=$((failed + 1))
		continue
	}
	if [ "${UPDATE-}" = 1 ]; then
		cp "$scratch/$name.scene" "$here/$name.scene"
	elif diff -u "$here/$name.scene" "$scratch/$name.scene"; then
		passed=$((passed + 1))
	else
		echo "$name: the layout changed (UPDATE=1 accepts it)"
		failed=$((failed + 1))
	fi
done <"$here/cases.txt"
echo "$passed scenes as before, $failed not"
[ "$failed" -eq 0 ]
