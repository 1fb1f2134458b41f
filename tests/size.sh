#!/bin/sh
# No function is longer than 60 lines and no file than 600. A made-up file with one line too many of each proves that both
# are found.
set -u
LC_ALL=C
export LC_ALL
ctags --version 2>/dev/null | grep -q 'Universal Ctags' || {
	echo "skipped: universal-ctags is not here"
	exit 77
}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

long_files() { # long_files FOLDER…
	find "$@" -name '*.[ch]' -exec wc -l {} + | awk '$2 != "total" && $1 > 600 { print $2 ": " $1 " lines" }'
}

long_functions() {
	ctags --languages=C --kinds-C=f --fields=+ne -f - -R "$@" | awk -F'\t' '
		/^!/ { next }
		{
			line = end = 0
			for (i = 4; i <= NF; i++) {
				if ($i ~ /^line:/) line = substr($i, 6)
				if ($i ~ /^end:/) end = substr($i, 5)
			}
			if (end - line + 1 > 60)
				print $2 ":" line ": " $1 " has " end - line + 1 " lines"
		}'
}

awk 'BEGIN {
	print "int first(void)\n{"
	for (i = 0; i < 57; i++) print "\t;"
	print "\treturn 0;\n}\nint second(void)\n{" # first() ends with its 61st line, second() with its 60th
	for (i = 0; i < 56; i++) print "\t;"
	print "\treturn 0;\n}"
	for (i = 0; i < 480; i++) print ""
}' >"$scratch/long.c"
found=$(long_functions "$scratch"; long_files "$scratch")
expected="$scratch/long.c:1: first has 61 lines
$scratch/long.c: 601 lines"
[ "$found" = "$expected" ] || {
	printf 'a file that is too long in both ways is not told apart:\n%s\n' "$found"
	exit 1
}

cd "$SOURCE" || exit 1
found=$(long_functions src tests tools examples; long_files src tests tools examples)
[ -z "$found" ] || {
	echo "at most 60 lines a function and 600 a file:"
	echo "$found"
	exit 1
}
