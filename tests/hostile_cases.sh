#!/bin/sh
# The inputs that once broke the program, one by one, by the names they were collected under. What is tried elsewhere, in
# more forms than were found:
#
#   look-escape/briefing.md … briefing4.md, own.yaml, ../outside      hostile.sh, "paths that a file names"
#   lua-memory-bomb                                                    hostile.sh, "expressions"
#   svg-external-image, svg-silently-missing                           pictures.sh; unit/picture_test.c
#   svg-time-bomb                                                      unit/picture_test.c, a bomb of filters; here
#   png-100mp-12kb.png                                                 here
#   bidi-number/rlo2.csv, invisible-duplicates/{zw,nfc,homog}.csv      hostile.sh, "text"
#   title-bad-utf8                                                     hostile.sh, cases/chart_title_not_utf8.case
#   report-over-input                                                  cases/chart_report_is_input.case and its siblings
#   new-empty-name                                                     cases/new_empty_name.case
#   sigxfsz                                                            faults/sets.sh, faults/write.sh; here
#   fault-missing-text/one.csv                                         faults/every.c
#   tiny.csv, tiny-prices.csv, date2.csv                               hostile.sh, "numbers and dates"; here
#   digits.csv                                                         digits.sh, unit/standing_test.c; here
#   ci.csv                                                             hostile.sh, "ranks"; here
#   scat.csv                                                           here
#   quadratic/gap.csv, quadratic/sources.csv                           unit/growth_test.c; here, as large as they were
set -u
LC_ALL=C
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
case $program in
/*) ;;
*) program=$PWD/$program ;;
esac
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0

# promise WORDS STATUS PATTERN COMMAND…: the command ends with the status, soon, and says PATTERN.
promise() {
	words=$1 wanted=$2 pattern=$3
	shift 3
	timeout 100 "$@" >out 2>&1 </dev/null
	got=$?
	if [ "$got" != "$wanted" ]; then
		echo "hostile_cases: $words: status $got instead of $wanted:" >&2
	elif ! grep -q -e "$pattern" out; then
		echo "hostile_cases: $words: does not say \"$pattern\":" >&2
	else
		return
	fi
	head -n 5 out >&2
	failed=1
}

# scene FILE KIND OPTION…: the chart as text, in FILE.scene.
scene() {
	file=$1 kind=$2
	shift 2
	"$program" chart "$kind" "$file" "$@" --format scene -o "$file.scene" 2>out && return
	echo "hostile_cases: $file is not drawn: $(head -n 3 out)" >&2
	failed=1
}

# shown FILE ROLE TEXT…: the items of the role say these texts, in this order.
shown() {
	file=$1 role=$2
	shift 2
	said=$(sed -n "s/^$role [^\"]*\"\([^\"]*\)\".*/\1/p" "$file.scene" | tr '\n' ' ')
	[ "$said" = "$* " ] || {
		echo "hostile_cases: $file shows as $role: $said" >&2
		failed=1
	}
}

# ---- pictures ----

printf 'model,benchmark,value\nA,Q,61%%\nB,Q,52%%\n' >data.csv
# briefing NAME PICTURE…: NAME.md shows them.
briefing() {
	name=$1
	shift
	printf -- '---\ntitle: T\ndata: data.csv\n---\nThe red square:\n' >"$name.md"
	for picture; do printf '\n![A red square](%s)\n' "$picture" >>"$name.md"; done
}
{
	printf '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><filter id="f">'
	awk 'BEGIN { for (i = 0; i < 3000; i++) print "<feGaussianBlur stdDeviation=\"9\"/>" }'
	printf '</filter><rect width="100" height="100" filter="url(#f)"/></svg>'
} >bomb.svg
briefing bomb bomb.svg
promise "svg-time-bomb" 1 'bomb.md:7:1: error: the picture bomb.svg cannot be shown: ' "$program" render bomb.md -o made
if python3 -c '' 2>/dev/null; then
	python3 - <<'END'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
side = 10000
with open("large.png", "wb") as f:
    f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(bytes((side // 8 + 1) * side), 9)) + chunk(b"IEND", b""))
END
	briefing large $(awk 'BEGIN { for (i = 0; i < 16; i++) print "large.png" }')
	promise "png-100mp-12kb.png, sixteen times" 1 'large.md:7:1: error: the picture large.png cannot be shown: .*pixels' \
		"$program" render large.md -o made
fi
[ ! -e made ] || { echo "hostile_cases: a picture that is refused leaves files" >&2; failed=1; }

# ---- a file that may not grow ----

{
	printf -- '---\ntitle: T\ndata: data.csv\n---\nText.\n'
	awk 'BEGIN { for (i = 0; i < 300; i++) print "\nA paragraph of words that are set on a page, so that the file is long enough." }'
} >lim.md
mkdir -p lim
promise "sigxfsz is told" 3 'File too large' sh -c 'ulimit -f 8; "$0" render lim.md -o lim' "$program"
[ -z "$(ls lim)" ] || { echo "hostile_cases: sigxfsz leaves $(ls lim)" >&2; failed=1; }

# ---- numbers ----

printf 'model,benchmark,value\nA,C,5e-324\nB,C,1e-300\n' >tiny.csv
scene tiny.csv leaderboard
shown tiny.csv rank 1 2
printf 'model,benchmark,value,unit\nA,Price per token,4.9e-10,usd\nB,Price per token,0.6e-10,usd\n' >tiny-prices.csv
scene tiny-prices.csv leaderboard
shown tiny-prices.csv rank 1 2
shown tiny-prices.csv name B A
printf 'model,benchmark,value\nA,C,50\nB,C,49.96\nD,C,50.0004\n' >digits.csv
scene digits.csv leaderboard
shown digits.csv rank 1 2 3
shown digits.csv value 50.0004 50 49.96
printf 'model,benchmark,value,ci\nA,C,50,3\nB,C,48,3\nD,C,46,3\nE,C,44,3\nF,C,42,3\n' >ci.csv
scene ci.csv leaderboard
shown ci.csv rank '1–3' '1–4' '1–5' '2–5' '3–5'
printf 'model,benchmark,value\nA,S,50\nB,S,60\nD,S,70\nA,Cost,0\nB,Cost,-3\nD,Cost,100000\n' >scat.csv
scene scat.csv scatter -b S -b Cost
promise "scat.csv: nothing at zero and below stands on a log scale" 1 'a log scale needs values above zero' \
	"$program" chart scatter scat.csv -b S -b Cost --log true -o x.png
printf 'model,benchmark,value,source,date\nA,C,50,s1,2026-01-01\nA,C,60,s2,2025-01-01\nB,C,55,s1,0001-01-01\n' >date2.csv
promise "date2.csv" 1 'date2.csv:4:11: error: date must be .*1950 to 2099' "$program" chart leaderboard date2.csv -o x.png

# ---- what took time in squares ----

awk 'BEGIN { print "model,benchmark,value"; for (i = 0; i < 16000; i++) for (m = 0; m < 3; m++) printf "M%d,Bench %d,%.3f\n", m, i, (i * 7919 + m * 13) % 100000 / 1000 }' >gap.csv
awk 'BEGIN { print "model,benchmark,value,source"; for (i = 0; i < 16000; i++) printf "A,B,%d,s%d\nC,B,%d,s%d\n", 50 + i % 7, i, 40 + i % 3, i }' >sources.csv
promise "quadratic/gap.csv" 0 'gap.png' sh -c 'ulimit -t 60; "$0" chart gap gap.csv --focus M0 -o gap.png && echo gap.png' "$program"
promise "quadratic/sources.csv" 1 'nothing decides which value of A on B counts' sh -c \
	'ulimit -t 60; "$0" chart leaderboard sources.csv -o x.png' "$program"


# ---- what was found since ----

head -c 50000000 /dev/zero | gzip >zeros.csv.gz
promise "a file of zeros is not walked through for each of them" 1 'zeros.csv.gz:1:1: error: the character U+0000' sh -c \
	'ulimit -t 60; "$0" chart leaderboard zeros.csv.gz -o x.png' "$program"
awk 'BEGIN { print "model,benchmark,value,run"; for (i = 0; i < 1000; i++) printf "A,Q,%d.5e306,%d\n", i % 2 ? -9 : 9, i }' >runs.csv
promise "runs too far apart for a mean are told" 1 'nothing decides which value of A on Q counts' \
	"$program" chart leaderboard runs.csv -o x.png
printf 'BenchmarkA 1 1e200 ns/op\nBenchmarkA 1 3e200 ns/op\nBenchmarkB 1 2 ns/op\n' >go.txt
promise "and so are those of Go" 1 'is too large to be drawn' "$program" chart leaderboard go.txt --from go-test -o x.png

printf 'model,benchmark,value,unit\nAster,Delta,-3.2,points\nBirch,Delta,4.5,points\n' >delta.csv
printf -- '---\ntitle: T\ndata: delta.csv\n---\n%s {{ value("aster", "delta") }} %s.\n\nIt is {{ value("aster", "delta") }}.\n' \
	"$(printf '\327\251\327\234')" "$(printf '\327\251\327\234')" >turned.md
promise "a sign among Hebrew words stays before its number" 0 "$(printf ' \342\201\246\342\210\2223.2[^ ]*points\342\201\251 ')" \
	"$program" render turned.md --format scene
promise "elsewhere nothing is isolated" 0 "It is $(printf '\342\210\222')3.2" "$program" render turned.md --format scene

exit $failed
