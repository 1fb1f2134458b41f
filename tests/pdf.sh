#!/bin/sh
# A PDF serves readers who cannot see it and archives that keep it: it conforms to PDF/UA-1 and PDF/A-3a, its tree of tags
# has every word once and in order, and it can be made again from its attachments. Each trap of Cairo 1.16 is checked by
# name.
set -u
LC_ALL=C
export LC_ALL
for tool in qpdf pdfinfo pdffonts pdfdetach pdftotext; do
	command -v $tool >/dev/null || {
		echo "skipped: $tool is not installed"
		exit 77
	}
done
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
data=$SOURCE/data/muse-spark
cd "$scratch" || exit 1

# ---- files: the shipped briefing, a deck, a chart, tables by the page, and a briefing with everything in it ----
"$BENCHBRIEF" render "$data/briefing.md" --only pdf --out . >/dev/null || fail "the shipped briefing does not render"
"$BENCHBRIEF" render "$data/briefing.md" --only pdf --page 16:9 --out . >/dev/null || fail "the deck does not render"
"$BENCHBRIEF" chart leaderboard "$data" -b intelligence-index -o chart.pdf || fail "the chart is not drawn"
"$BENCHBRIEF" chart table "$data" --look board-light -o table.pdf || fail "the table is not drawn"
"$BENCHBRIEF" chart dots "$data" -b gdpval-aa --lang de -o german.pdf || fail "the German chart is not drawn"
awk 'BEGIN { for (i = 1; i <= 1500; i++) printf "word%04d%s", i, i % 400 == 0 ? " [link" i "](https://example.org/" i ") " : " " }' >words
awk 'BEGIN { for (i = 1; i <= 70; i++) printf "| row%02d | %d | cell%02d |\n", i, i, i }' >rows
cat >picture.svg <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
<g opacity="0.5"><circle cx="50" cy="50" r="30"/><circle cx="70" cy="50" r="30" fill="green" opacity="0.4"/></g></svg>
SVG
cat >all.md <<MD
---
title: A sample (of all) that goes over two lines of the cover
subtitle: What a page may hold
author: [Ada, Bert & Co]
cover: true
contents: true
appendix: false
columns: 2
unbound: warn
---
### Deep first

Before [a link](<https://example.org/a\\\\b(c?x=1>) behind, a note[^n], *italic*, \`code\`, office fluff and a rocket 🚀 here.
See [below](#zweite-Überschrift). [🚀](https://example.org/rocket)

![A picture of circles](picture.svg)

[^n]: The footnote says so.

# Zweite Überschrift

$(cat words)

##### Jump

1. one
2. two

   inner

- bullet

> quoted

\`\`\`
first line
second line
\`\`\`

| Name | Number | |
|:--|--:|:--|
$(cat rows)

## Last

旗舰版 GPT-5, نموذج 4, עברית 12 abc.
MD
"$BENCHBRIEF" render all.md --data "$data" --only pdf --out . >/dev/null 2>all.err || fail "the sample does not render: $(head -3 all.err)"

# ---- syntax, fonts, validators ----
for file in *.pdf; do
	qpdf --check "$file" >check 2>&1 || fail "$file: qpdf finds faults: $(cat check)"
	pdffonts "$file" | awk 'NR > 2 && $(NF - 4) != "yes"' >fonts
	[ ! -s fonts ] || fail "$file: not embedded: $(cat fonts)"
	qpdf --qdf --object-streams=disable "$file" "$file.qdf" || fail "$file: qpdf cannot write it uncompressed"
done
validator=$SOURCE/../shared/tools/verapdf/verapdf
if [ -x "$validator" ]; then
	"$validator" -f ua1,3a ./*.pdf >verdicts 2>&1
	[ "$(grep -c '^PASS' verdicts)" = "$(($(ls ./*.pdf | wc -l) * 2))" ] || fail "not conforming: $(grep -v '^PASS' verdicts)"
else
	echo "veraPDF is not installed: conformance is not checked"
fi

# ---- every piece of content is in the tree, once ----
# Pieces as the pages number them, and as the elements name them: "page's object, number" each.
cat >pieces.awk <<'AWK'
/^%% Contents for page/ { content = 1 }
/^[0-9]+ 0 obj/ { id = $1; is_page = 0; contents = pg = ""; n = 0; in_k = deep = element = 0; own = "" }
/^  \/Type \/Page$/ { is_page = 1 }
/^  \/Contents [0-9]+ 0 R/ { contents = $2 }
/^  \/Pg [0-9]+ 0 R/ { pg = $2 }
/^  \/K [0-9]+$/ { number[++n] = $2 }
/^  \/K \[$/ { in_k = 1; next }
/^  \/K <<$/ { deep = 1; mcid = page = "" }
in_k && /^  \]$/ { in_k = 0 }
in_k && /^    [0-9]+$/ { number[++n] = $1 }
/^ +<<$/ && in_k { deep = 1; mcid = page = "" }
deep && $1 == "/MCID" { mcid = $2 }
deep && $1 == "/Pg" { page = $2 }
deep && /^ +>>$/ { if (mcid != "") print "tree", page, mcid; deep = 0 }
/^  \/S \/[A-Z]/ { element = 1 }
/BDC$/ && /\/MCID/ { for (i = 1; i < NF; i++) if ($i == "/MCID") print "drawn", "in" id, $(i + 1) }
/^endobj/ {
	if (is_page && contents != "") print "page", id, contents
	for (i = 1; i <= n; i++) print "tree", pg, number[i]
}
AWK
for file in *.pdf; do
	LC_ALL=C awk -f pieces.awk "$file.qdf" >pieces
	awk '$1 == "page" { of["in" $3] = $2; next } { line[++n] = $0 }
		END { for (i = 1; i <= n; i++) { split(line[i], w, " "); print w[1], w[1] == "drawn" ? of[w[2]] : w[2], w[3] } }' \
		pieces >resolved
	grep '^drawn' resolved | cut -d' ' -f2- | sort >drawn
	grep '^tree' resolved | cut -d' ' -f2- | sort >hung
	[ -s drawn ] && cmp -s drawn hung ||
		fail "$file: pieces of content and of the tree differ: $(diff drawn hung | head -3)"
done

# ---- the text of the tree is the text that was set, in the order of the source ----
LC_ALL=C.UTF-8 pdfinfo -struct-text all.pdf >tree
says() { grep -qF -- "$1" tree || fail "trap $2: the tree does not say: $1"; }
tr -s ' \n' '\n\n' <tree | grep -o 'word[0-9]*' >said
tr ' ' '\n' <words | grep -o '^word[0-9]*' | cmp -s - said || fail "trap 2: words of a paragraph across pages are lost or out of order"
[ "$(grep -c 'row[0-9]' tree)" = 70 ] && [ "$(grep -c 'cell[0-9]' tree)" = 70 ] && [ "$(grep -c '^ *Table' tree)" = 1 ] ||
	fail "trap 2: a table across pages is not one table, or not whole"
says '"Before "' 1
says '"a link"' 1
says '" behind, a note"' 1
says 'A sample (of all) that goes over two lines of the cover' 12
says 'office fluff' 12
says 'The footnote says so.' 12
says 'GPT-5' 12
grep -qE 'Page [0-9]+ of|Seite [0-9]+' tree && fail "trap 3: the footer is read"
[ "$(grep -c 'A sample (of all)' tree)" = 1 ] || fail "trap 3: the header is read"
grep -q 'continued' tree && fail "trap 3: the header of a table is read again on its next page"
figures=$(pdfinfo -struct-text muse-spark.pdf | grep -c '^ *Figure')
[ "$figures" = "$(grep -ac '/S /Figure' muse-spark.pdf.qdf)" ] && [ "$figures" -gt 5 ] || fail "trap 4: a figure is lost"
[ "$(grep -ac '^  /Alt ' muse-spark.pdf.qdf)" = "$figures" ] || fail "a figure has no alternative text"
[ "$(grep -ac '/BBox \[' muse-spark.pdf.qdf)" -ge "$figures" ] || fail "a figure has no box"
grep -aqF '/URI (https://example.org/a%5Cb%28c?x=1)' all.pdf.qdf || fail "trap 5: the URI is not encoded: $(grep -a '/URI (' all.pdf.qdf | head -1)"
printf -- '---\ntitle: Bad\n---\nA \357\277\277 here.\n' >bad.md
if "$BENCHBRIEF" render bad.md --data "$data" --only pdf --out bad >/dev/null 2>&1; then
	qpdf --check bad/bad.pdf >/dev/null 2>&1 || fail "trap 6: a noncharacter breaks the file"
fi
for file in muse-spark.pdf all.pdf; do # trap 8
	pdfinfo -dests "$file" | sed -n 's/.*"\(.*\)"$/\1/p' | grep -v '[^ -~]' | sort -u >there
	sed -n 's/^ *\/Dest (\(.*\))$/\1/p' "$file.qdf" | sort -u >wanted
	[ -s wanted ] && [ -z "$(comm -13 there wanted)" ] || fail "trap 8: $file: a link leads nowhere: $(comm -13 there wanted)"
done
wide=$(grep -ac '/Dest <feff' all.pdf.qdf)
[ "$wide" -ge 3 ] || fail "trap 8: no link leads to a place whose name is not ASCII ($wide)"
for file in *.pdf.qdf; do
	grep -aE '^  /(Creation|Mod)Date ' "$file" | grep -vq '(D:2026[0-9]*Z)' && fail "trap 9: $file: a date is malformed"
	grep -aq '/Interpolate true' "$file" && fail "$file: a picture is smoothed"
done
grep -aq '/Artifact BMC' all.pdf.qdf || fail "trap 9: nothing is marked as an artifact"
grep -aq '/Alt (A picture of circles)' all.pdf.qdf || fail "trap 4: a picture with groups inside is lost"
[ "$(grep -aci '/ActualText <feffd83dde80>' all.pdf.qdf)" = 2 ] || fail "trap 10: the rocket has no text"
"$BENCHBRIEF" chart leaderboard "$data" -b intelligence-index --size A4 --format scene >scene
pdftotext -layout chart.pdf - | tr -s ' ' >plain
sed -n 's/^.*text .*"\(.*\)".*$/\1/p' scene | cut -c1-25 | sort -u | while read -r line; do
	case $line in *[!\ -~]* | *\\*) continue ;; esac
	grep -qF -- "$line" plain || echo "$line"
done >lost
[ ! -s lost ] || fail "trap 11: lines do not break as in the scene: $(head -2 lost)"

# ---- structure ----
grep -E '^ *H[1-6]' tree | awk '{ sub(/H/, "", $1); if (NR == 1 && $1 != 1 || $1 > last + 1) bad = 1; last = $1 } END { exit bad }' ||
	fail "headings skip a level"
for what in 'TOCI' 'Caption' 'Lbl' 'LBody' 'BlockQuote' 'Code' 'Reference' 'Note <note-000001>' '/Scope /Column' \
	'/Scope /Row' '/ListNumbering /Decimal' 'Link'; do
	grep -qF -- "$what" tree || fail "there is no $what"
done
grep -aq '/Lang (de)' german.pdf.qdf || fail "a German chart is not in German"
grep -aq '/Lang (en)' all.pdf.qdf || fail "an English briefing is not in English"

# ---- the attachments make it again ----
mkdir inside away
pdfdetach -saveall -o inside muse-spark.pdf >/dev/null
cmp -s inside/briefing.md "$data/briefing.md" || fail "the attached source is not the briefing"
"$BENCHBRIEF" data inside/values.csv >/dev/null 2>&1 || fail "the attached values do not load"
(cd inside && "$BENCHBRIEF" render briefing.md --data data.json --only pdf --out ../again >/dev/null) ||
	fail "the attachments do not render"
cmp -s again/muse-spark.pdf muse-spark.pdf || fail "made again from its attachments, it is another file"
mkdir own
printf 'base: editorial\n' >own/look.yaml
printf 'palette: {highlight: "#C62A64"}\n' >>own/look.yaml
cp picture.svg own/
printf -- '---\ntitle: With files of its own\nlook: look.yaml\n---\nText.\n\n![Circles](picture.svg)\n' >own/own.md
"$BENCHBRIEF" render own/own.md --data "$data" --only pdf --out . >/dev/null || fail "a look of its own does not render"
mkdir inside2
pdfdetach -saveall -o inside2 own.pdf >/dev/null
mv inside2/briefing.md inside2/own.md
(cd inside2 && "$BENCHBRIEF" render own.md --data data.json --only pdf --out ../again >/dev/null) ||
	fail "the attached pictures and look do not render"
cmp -s again/own.pdf own.pdf || fail "made again with its attached pictures and look, it is another file"
pdfdetach -list chart.pdf | grep -q values.csv || fail "a chart does not attach its values"

# ---- the same bytes everywhere ----
(cd away && HOME=/nowhere TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 "$BENCHBRIEF" render "$data/briefing.md" \
	--only pdf --out . >/dev/null)
cmp -s away/muse-spark.pdf muse-spark.pdf || fail "trap 7: in another folder, time zone and language it is another file"

# ---- size ----
qpdf muse-spark.pdf --remove-attachment=briefing.md --remove-attachment=data.json --remove-attachment=values.csv small 2>/dev/null
[ "$(wc -c <small)" -lt 250000 ] || fail "the shipped briefing is too large: $(wc -c <small)"
[ "$failed" -eq 0 ]
