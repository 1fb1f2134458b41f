#!/bin/sh
# needs: libreoffice
# Decks and charts for PowerPoint in another program: LibreOffice opens each, and the words and numbers of every slide
# come back, none of them wrapped or lost; and what judges Office Open XML finds no fault.
set -u
LC_ALL=C.UTF-8
export LC_ALL
skip() {
	echo "skipped: $*"
	exit 77
}
command -v soffice >/dev/null || skip "LibreOffice is not here (package libreoffice-impress-nogui)"
command -v pdftotext >/dev/null || skip "pdftotext is not here (package poppler-utils)"
scratch=$(mktemp -d /tmp/benchbrief-office-XXXXXX) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM HUP
HOME=$scratch
export HOME
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
data=$SOURCE/data/muse-spark
cd "$scratch" || exit 1
cat >lists.md <<'M'
---
title: Lists and letters
data: dataset.yaml
page: 16:9
lang: de
appendix: false
---

# Listen

- Erstens [ein Verweis](https://example.org/a?b=1&c=2) und **fette** Worte
- Zweitens ein Satz, der so lang ist, dass er ganz bestimmt über mehr als eine Zeile läuft und umbrochen wird
  - ein *kursiver* Unterpunkt mit `code`

1. Eins tun
2. Danach das andere

# Schriften

نص عربي قصير

中文也可以写在这里
M
cp "$data/dataset.yaml" .
"$BENCHBRIEF" render "$data/deck.md" --format pptx --only pptx -o native >/dev/null || fail "the deck fails"
"$BENCHBRIEF" render "$data/deck.md" --format pptx --charts shapes --look board --only pptx -o shapes >/dev/null || fail "shapes fail"
"$BENCHBRIEF" render lists.md --format pptx --only pptx -o lists >/dev/null || fail "lists fail"
"$BENCHBRIEF" chart heatmap "$data/dataset.yaml" -b gpqa-diamond -b mmmu-pro -b arc-agi-2 -o heatmap.pptx || fail "a heatmap fails"
mv native/muse-spark-deck.pptx native.pptx
mv shapes/muse-spark-deck.pptx shapes.pptx
mv lists/*.pptx lists.pptx
timeout 250 soffice "-env:UserInstallation=file://$scratch/profile" --headless --norestore --nolockcheck --convert-to pdf \
	--outdir . native.pptx shapes.pptx lists.pptx heatmap.pptx >said 2>&1
cat >words.py <<'P'
import re, subprocess, sys, zipfile
import xml.etree.ElementTree as E
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
def words(text): return re.findall(r"\w+", text.replace("\u00ad", ""))
wrong = []
for path in sys.argv[1:]:
    z = zipfile.ZipFile(path + ".pptx")
    pages = subprocess.run(["pdftotext", "-layout", path + ".pdf", "-"], capture_output=True, text=True).stdout.split("\f")[:-1]
    n = sum(x.startswith("ppt/slides/slide") for x in z.namelist())
    if len(pages) != n: wrong.append("%s: %d slides become %d pages" % (path, n, len(pages)))
    for i, page in enumerate(pages[:n], 1):
        name = "ppt/slides/slide%d.xml" % i
        root = E.fromstring(z.read(name))
        said = [words("".join(t.text or "" for t in p.iter(A + "t"))) for p in root.iter(A + "p")]
        rels = {r.get("Id"): r.get("Target") for r in E.fromstring(z.read(name.replace("slides/", "slides/_rels/") + ".rels"))}
        for c in root.iter(C + "chart"):
            chart = E.fromstring(z.read("ppt/" + rels[c.get(R + "id")][3:]))
            said += [words(v.text) for k in ("cat",) for e in chart.iter(C + k) for v in e.iter(C + "v")]
            labels = [v.text for e in chart.iter(C + "val") for v in e.iter(C + "v")]
            said += [[v] for v in labels if v.isdigit()]
        for s in said:
            for w in s:
                there = set(words(page))
                if w.isascii() and w not in there: wrong.append("%s, slide %d: %s is lost" % (path, i, w))
    boxes = subprocess.run(["pdftotext", "-bbox", path + ".pdf", "-"], capture_output=True, text=True).stdout
    for page in boxes.split("<page ")[1:]:
        width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        for x, y, r, b, w in re.findall(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<', page):
            if float(x) < 0 or float(r) > width or float(b) > height: wrong.append("%s: %s reaches beyond its slide" % (path, w))
print("\n".join(wrong[:20]))
sys.exit(bool(wrong))
P
for file in native shapes lists heatmap; do
	[ -s "$file.pdf" ] || fail "LibreOffice does not open $file.pptx: $(cat said)"
done
[ "$failed" -eq 0 ] || exit 1
python3 words.py native shapes lists heatmap >found 2>&1 || fail "$(cat found)"
[ "$(pdfimages -list shapes.pdf | wc -l)" -le 2 ] || fail "a chart is a picture"

modules=${BENCHBRIEF_NPM:-$SOURCE/build/npm/node_modules}
if command -v node >/dev/null && [ -x "$modules/.bin/ooxml-validate" ]; then
	for file in native shapes lists heatmap; do # it ends with 0 whatever it finds
		"$modules/.bin/ooxml-validate" --of json "$file.pptx" >found 2>&1
		[ "$(tr -d ' \n' <found)" = "[]" ] || fail "$file.pptx is not valid: $(head -20 found)"
	done
else
	echo "not checked: valid Office Open XML (@ooxml-tools/validate of npm and node)"
fi
exit "$failed"
