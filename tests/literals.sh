#!/bin/sh
# Lengths have names: no number with a decimal point stands in an expression of chart/ and brief/, but 0.5 for a half, and
# no whole number but 1 and 2 times u.
# They stand where a name is defined: static const double NAME, #define NAME, or a field of a struct of lengths.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# Prints "file:line: the line" for every stray literal. Comments and strings are taken out, then definitions.
cat >"$scratch/strays.awk" <<'AWK'
FNR == 1 { inside = defining = 0 }
{
	code = strip($0)
	if (code ~ /^#define [A-Z]/)
		next
	if (code ~ /^[ \t]*static const (double|struct [a-z_]*lengths) /)
		defining = 1
	if (defining) {
		defining = code !~ /;/
		next
	}
	units = code " "
	while (match(units, /(^|[^A-Za-z0-9_.])[0-9]+ \* [a-z_>.-]*u[^A-Za-z0-9_]/)) {
		literal = substr(units, RSTART, RLENGTH)
		gsub(/^[^0-9]|[^u]$/, "", literal)
		if (literal !~ /^[12] /)
			print FILENAME ":" FNR ": " literal
		units = substr(units, RSTART + RLENGTH)
	}
	while (match(code, /(^|[^A-Za-z0-9_.])([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+\.?[0-9]*[eE][-+]?[0-9]+)/)) {
		literal = substr(code, RSTART, RLENGTH)
		sub(/^[^0-9.]/, "", literal)
		if (literal != "0.5")
			print FILENAME ":" FNR ": " literal
		code = substr(code, RSTART + RLENGTH)
	}
}

function strip(line,    out) {
	out = ""
	while (line != "") {
		if (inside) {
			if (!match(line, /\*\//))
				return out
			line = substr(line, RSTART + 2)
			inside = 0
		} else if (match(line, /\/\*|\/\/|"|'/)) {
			out = out substr(line, 1, RSTART - 1)
			mark = substr(line, RSTART, RLENGTH)
			line = substr(line, RSTART)
			if (mark == "//")
				return out
			if (mark == "/*") {
				inside = 1
				line = substr(line, 3)
			} else if (mark == "\"" ? match(line, /^"([^"\\]|\\.)*"/) : match(line, /^'([^'\\]|\\.)*'/))
				line = substr(line, RLENGTH + 1)
			else
				return out
		} else
			return out line
	}
	return out
}
AWK

strays() { awk -f "$scratch/strays.awk" "$@"; }

# The count itself is right: what it has to find, and what it has to leave alone.
cat >"$scratch/sample.c" <<'C'
static const double gap = 0.35, air = 1.2;
#define WIDE (9.5 * 2)
static const double table[] = {
	1.5,
	2.5,
};
	double x = 0.5 * u + 1.25 * u; /* 3.5 */
	printf("%.2f 4.5", x); // 5.5
	if (x > 1e-9 && y2.x > 0 && ROWS_4.5)
		x = .75;
	double y = 24 * s->u + 2 * u + 3 * up + 4 * f.u;
	return x / 3;
C
found=$(strays "$scratch/sample.c" | sed 's/.*: //' | tr '\n' ' ')
[ "$found" = "1.25 1e-9 .75 24 * s->u 4 * f.u " ] || { echo "self-test: found $found"; exit 1; }

for file in "$SOURCE"/src/chart/*.[ch] "$SOURCE"/src/brief/*.[ch]; do
	strays "$file" >>"$scratch/found"
done
sed "s|^$SOURCE/||" "$scratch/found"
echo "$(wc -l <"$scratch/found") numbers without a name"
[ ! -s "$scratch/found" ]
