#!/bin/sh
# On each floor the modules include each other in one direction only. A module is a header and the .c files named after it:
# x.c, and x_y.c that has no header of its own. A header x_y.h that only files named x or x_… include is private to x
# and counts as part of it. No circle is allowed: a table of kinds and its rows are none, because the rows are declared
# in a header that includes nothing of its floor. First made-up floors prove that circles are found.
set -eu
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/circles.awk" <<'AWK'
FNR == 1 {
	path = FILENAME
	sub(/^.*src\//, "", path)
	floor = path
	if (!sub(/\/[^\/]*$/, "", floor))
		floor = ""
	stem = path
	sub(/\.[ch]$/, "", stem)
	if (path ~ /\.h$/)
		header[stem] = 1
	stems[path] = stem
	floors[path] = floor
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
	name = $0
	sub(/^[^"]*"/, "", name)
	sub(/\.h".*/, "", name)
	n++
	from[n] = path
	to[n] = name
	line[n] = FNR
}

# The header that a file is named after, its own aside: the longest one; "" if there is none.
function named_after(stem) {
	while (sub(/_[^_\/]*$/, "", stem))
		if (stem in header)
			return stem
	return ""
}

function owner(stem,    outer, i) {
	outer = named_after(stem)
	for (i = 1; i <= n && outer != ""; i++)
		if (to[i] == stem && stems[from[i]] != outer && index(stems[from[i]], outer "_") != 1)
			return ""
	return outer
}

function module(stem,    outer) {
	if (stem in known)
		return known[stem]
	outer = stem in header ? owner(stem) : named_after(stem)
	return known[stem] = outer == "" ? stem : module(outer)
}

END {
	for (path in stems)
		all[module(stems[path])] = floors[path]
	for (i = 1; i <= n; i++) {
		a = module(stems[from[i]])
		b = module(to[i])
		if (a != b && floors[from[i]] != "" && index(to[i], floors[from[i]] "/") == 1)
			reach[a, b] = 1
	}
	for (k in all)
		for (a in all)
			if ((a, k) in reach)
				for (b in all)
					if ((k, b) in reach)
						reach[a, b] = 1
	for (i = 1; i <= n; i++) {
		a = module(stems[from[i]])
		b = module(to[i])
		if (a != b && floors[from[i]] != "" && index(to[i], floors[from[i]] "/") == 1 && (b, a) in reach)
			print "src/" from[i] ":" line[i] ": " b " leads back to " a
	}
}
AWK

# circles FOLDER: the includes that close one, "src/floor/file.c:3: floor/b leads back to floor/a".
circles() {
	find "$1/src" -type f -name '*.[ch]' -exec awk -f "$scratch/circles.awk" {} + | sort -t: -k1,1 -k2,2n
}

# put FILE INCLUDE…: a made-up source.
house=$scratch/house
put() {
	mkdir -p "$house/src/$(dirname "$1")"
	file=$house/src/$1
	shift
	for name; do
		echo "#include \"$name\""
	done >"$file"
	echo 'struct last_line;' >>"$file"
}

# must_be WORDS: exactly these circles are found in the house; then it is torn down.
must_be() {
	found=$(circles "$house")
	rm -rf "$house"
	[ "$found" = "$1" ] && return
	printf 'self-test: expected %s\nself-test: found    %s\n' "${1:-nothing}" "${found:-nothing}" >&2
	exit 1
}

# Two, by their .c files.
put chart/a.h
put chart/a.c chart/a.h chart/b.h
put chart/b.h
put chart/b.c chart/b.h chart/a.h
must_be 'src/chart/a.c:2: chart/b leads back to chart/a
src/chart/b.c:2: chart/a leads back to chart/b'
# Three, one by a file that is only named after its header; what leads there is in no circle.
put brief/a.h brief/b.h
put brief/b.h
put brief/b_part.c brief/c.h
put brief/c.h brief/a.h
put brief/d.h brief/a.h
must_be 'src/brief/a.h:1: brief/b leads back to brief/a
src/brief/b_part.c:1: brief/c leads back to brief/b
src/brief/c.h:1: brief/a leads back to brief/c'
# A header that others include, too, is not private.
put brief/a.h
put brief/a.c brief/a_parts.h
put brief/a_parts.h brief/a.h
put brief/other.c brief/a_parts.h
must_be 'src/brief/a.c:1: brief/a_parts leads back to brief/a
src/brief/a_parts.h:1: brief/a leads back to brief/a_parts'
# No circles: a module with a private header; a table with its rows; names that begin alike; two floors.
put brief/a.h
put brief/a.c brief/a.h brief/a_parts.h
put brief/a_more.c brief/a_parts.h
put brief/a_parts.h brief/a.h
put chart/kind.h
put chart/kind.c chart/kind.h chart/kinds.h
put chart/kinds.h
put chart/bars.c chart/kinds.h chart/chart.h
put chart/chart.h
put chart/chart.c chart/chart.h chart/kind.h
put scene/a.h
put scene/a.c scene/a.h chart/kind.h
must_be ''

if [ "$(find "${SOURCE:?}/src" -name '*.h' | wc -l)" -lt 20 ]; then
	echo "no sources below $SOURCE/src" >&2
	exit 1
fi
found=$(circles "$SOURCE")
if [ -n "$found" ]; then
	printf '%s\n' "$found" >&2
	exit 1
fi
