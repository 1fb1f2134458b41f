#!/bin/sh
# Poppler, MuPDF and Ghostscript, which share no code, draw the same pages of what we make: no tile of 8 by 8 pixels at 72 dots per
# inch is off by more than an eighth of the way from white to black (viewers.py says how that is measured).
set -u
for tool in pdftoppm mutool gs python3; do
	command -v "$tool" >/dev/null || {
		echo "skipped: $tool is not here"
		exit 77
	}
done
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
bound=32 failed=0 compared=0
cd "$scratch" || exit 1
fail() {
	echo "$*"
	failed=$((failed + 1))
}

"$BENCHBRIEF" render "$SOURCE/data/engines/briefing.md" --only pdf --out . >/dev/null 2>&1 || fail "the briefing on compressors does not render"
"$BENCHBRIEF" render "$SOURCE/data/muse-spark/deck.md" --only pdf --out . >/dev/null 2>&1 || fail "the deck does not render"
"$BENCHBRIEF" chart heatmap "$SOURCE/data/muse-spark" --look board -o heatmap.pdf 2>/dev/null || fail "the heatmap is not drawn"
printf 'model,benchmark,value\n名前 旗舰版,Test,71.5\nنموذج اللغة,Test,60\nДругая 🚀,Test,44.25\n' >names.csv
"$BENCHBRIEF" chart leaderboard names.csv -o names.pdf 2>/dev/null || fail "the chart of names is not drawn"

draw() { # draw FILE PAGE: in each program
	pdftoppm -r 72 -gray -f "$2" -l "$2" -singlefile "$1.pdf" poppler 2>/dev/null
	mutool draw -q -r 72 -c gray -F pgm -o mupdf.pgm "$1.pdf" "$2" 2>/dev/null
	gs -q -dSAFER -dBATCH -dNOPAUSE -sDEVICE=pgmraw -r72 -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -dFirstPage="$2" -dLastPage="$2" \
		-sOutputFile=ghostscript.pgm "$1.pdf" >/dev/null 2>&1
}

for page in engines:1 engines:2 engines:3 engines:4 engines:5 muse-spark-deck:1 muse-spark-deck:3 muse-spark-deck:6 heatmap:1 names:1; do
	file=${page%:*} number=${page#*:}
	draw "$file" "$number"
	said=$(python3 -S "$SOURCE/tests/viewers.py" $bound poppler.pgm mupdf.pgm ghostscript.pgm) || fail "$page: $said"
	compared=$((compared + 1))
done

# The measure sees what it is for: another page, and a page that lacks one word.
draw engines 4
cp poppler.pgm right.pgm
draw engines 5
python3 -S "$SOURCE/tests/viewers.py" $bound right.pgm poppler.pgm >/dev/null && fail "another page passes for the same"
sed 's/name: Zstandard/name: Z/' "$SOURCE/data/engines/dataset.yaml" >names.yaml
cp -r "$SOURCE/data/engines" lacking && cp names.yaml lacking/dataset.yaml
"$BENCHBRIEF" render lacking/briefing.md --only pdf --out lacking >/dev/null 2>&1
cp lacking/engines.pdf lacking.pdf && draw lacking 4
python3 -S "$SOURCE/tests/viewers.py" $bound right.pgm poppler.pgm >/dev/null && fail "a page without a word passes for the same"
echo "$compared pages compared"
[ "$failed" -eq 0 ]
