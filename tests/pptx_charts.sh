#!/bin/sh
# Native charts of presentations, kind by kind: valid against the schemas of the standard, the same each time, read by
# LibreOffice, which gives them back as charts with the same values.
# needs: soffice
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
command -v python3 >/dev/null || {
	echo "skipped: python3 is not here"
	exit 77
}
data=$SOURCE/tests/golden/data
schemas=$(cd "$SOURCE/../shared/suites/ooxml/ISO-IEC-29500-4/xsd" 2>/dev/null && pwd)
cd "$scratch" || exit 1

# name, type of chart, number of charts, what draws it
while read -r name type count arguments; do
	# shellcheck disable=SC2086
	(cd "$data" && "$BENCHBRIEF" chart $arguments -o "$scratch/$name.pptx") >said 2>&1 || fail "$name fails: $(cat said)"
	# shellcheck disable=SC2086
	(cd "$data" && "$BENCHBRIEF" chart $arguments -o "$scratch/again.pptx") >said 2>&1
	cmp -s "$name.pptx" again.pptx || fail "$name is not the same twice"
	echo "$name $type $count" >>kinds
done <<'E'
leaderboard barChart 1 leaderboard shortlist.yaml -b reason --focus m2
bars barChart 1 bars shortlist.yaml -b code --focus m2
columns barChart 1 columns shortlist.yaml -b code
panels barChart 3 panels shortlist.yaml -b reason -b code -b latency --focus m1
grouped barChart 1 grouped shortlist.yaml -b reason -b code -m m0 -m m2 -m m3 --focus m0
stacked barChart 1 stacked phases.yaml -b queue -b upload -b prefill -b think
dots scatterChart 1 dots shortlist.yaml -b agent --focus m1
scatter scatterChart 1 scatter shortlist.yaml -b reason -b cost --focus m3
timeline scatterChart 1 timeline releases.yaml -b reason --focus c2
lines lineChart 1 lines nightly.yaml -b suite
slope lineChart 1 slope shortlist.yaml -m m4 -m m0 -b reason -b code
heatmap none 0 heatmap shortlist.yaml -b reason -b code
E
rm -f again.pptx

cat >parts.py <<'E'
import io, os, re, sys, xml.dom.minidom, zipfile
kinds, folder = sys.argv[1:3]
returned = sys.argv[3] if len(sys.argv) > 3 else None
def numbers(xml):
    """Of all series, the values and the places that their caches hold."""
    out = []
    for block in re.findall(r"<c:(?:val|yVal|xVal)>(.*?)</c:(?:val|yVal|xVal)>", xml, re.S):
        out += [float(v) for v in re.findall(r"<c:v>([^<]*)</c:v>", block)]
    return out
def charts(path):
    z = zipfile.ZipFile(path)
    names = sorted(n for n in z.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", n))
    return z, [(n, z.read(n).decode()) for n in names]
for line in open(kinds):
    name, kind, count = line.split()
    z, own = charts(f"{name}.pptx")
    if len(own) != int(count):
        print(f"{name} has {len(own)} charts")
        continue
    for n, xml in own:
        if f"<c:{kind}>" not in xml:
            print(f"{name}: {n} is no {kind}")
        if not returned:
            open(f"{folder}/{name}-{os.path.basename(n)}", "w").write(xml)
    if not returned:
        for n in z.namelist():
            if n.endswith(".xlsx"):
                book = zipfile.ZipFile(io.BytesIO(z.read(n)))
                for part in book.namelist():
                    if part.startswith("xl/") and not part.endswith(".rels"):
                        to = f"{folder}/{name}-{os.path.basename(n)}-{os.path.basename(part)}"
                        open(to, "wb").write(book.read(part))
        continue
    _, back = charts(f"{returned}/{name}.pptx")
    if len(back) != len(own):
        print(f"{name} comes back with {len(back)} charts of {len(own)}")
        continue
    wanted = sorted(v for _, xml in own for v in numbers(xml))
    found = sorted(v for _, xml in back for v in numbers(xml))
    for v in set(wanted):
        if not any(abs(v - w) <= 1e-6 * max(1, abs(v)) for w in found):
            print(f"{name}: {v} does not come back")
    if int(count) and not any(f"<c:{kind}>" in xml for _, xml in back):
        print(f"{name} comes back as another type of chart")
E
# Scales of data that are all 0, that have an outlier, that are logarithmic, that lie on months.
cat >scales.yaml <<'E'
date: 2026-05-12
sources: [{id: s, title: S, publisher: P, date: 2026-05-12, kind: run}]
models:
  - {id: a, name: Aster, released: 2025-01-07}
  - {id: b, name: Birch, released: 2025-03-30}
  - {id: c, name: Cedar, released: 2025-05-01}
benchmarks:
  - {id: none, name: Nothing, unit: usd, better: lower}
  - {id: far, name: Outlier, unit: points, better: higher}
  - {id: cost, name: Cost, unit: usd, better: lower}
measurements:
E
for model in a:1:0.007 b:2.5:0.3 c:1000000:31; do
	id=${model%%:*} rest=${model#*:}
	cat >>scales.yaml <<E
  - {model: $id, benchmark: none, value: 0, source: s, measured: first-party}
  - {model: $id, benchmark: far, value: ${rest%:*}, source: s, measured: third-party}
  - {model: $id, benchmark: cost, value: ${rest#*:}, source: s, measured: third-party}
E
done
mkdir scales
while read -r name arguments; do
	# shellcheck disable=SC2086
	"$BENCHBRIEF" chart $arguments -o "scales/$name.pptx" >said 2>&1 || fail "$name fails: $(cat said)"
done <<'E'
bars bars scales.yaml -b far
columns columns scales.yaml -b none
dots dots scales.yaml -b none
scatter scatter scales.yaml -b none -b cost
price scatter scales.yaml -b far -b none
timeline timeline scales.yaml -b far
E
cat >scales.py <<'E'
import re, zipfile
def axes(name):
    x = zipfile.ZipFile(f"scales/{name}.pptx").read("ppt/charts/chart1.xml").decode()
    found = [dict(re.findall(r'<c:(min|max|logBase|numFmt formatCode|tickLblPos)(?: val)?="([^"]*)"', a)) for a in re.findall(r"<c:valAx>.*?</c:valAx>", x, re.S)]
    words = re.findall(r"<c:v>([^<]*)</c:v>", "".join(re.findall(r"<c15:dlblRangeCache>.*?</c15:dlblRangeCache>", x, re.S)))
    at = [float(v) for v in re.findall(r"<c:v>([^<]*)</c:v>", re.search(r"<c:xVal>(.*?)</c:xVal>", x, re.S)[1])] if "<c:xVal>" in x else []
    return found, words, at
for name in "bars", "columns":
    if axes(name)[0][0].get("min") != "0": print(name, "do not begin at 0:", axes(name)[0])
for name in "dots", "price":
    a = axes(name)[0][0]
    if float(a["min"]) < 0 and not a["numFmt formatCode"].endswith(";&quot;&quot;"): print(name, "says numbers below 0:", a)
found, words, at = axes("scatter")
if words[:4] != ["$0.01", "$0.1", "$1", "$10"] or at[:4] != [0.01, 0.1, 1, 10]: print("the logarithmic scale says", words[:5], at[:5])
if found[0]["logBase"] != "10" or found[0]["tickLblPos"] != "none": print("it has numbers twice:", found[0])
found, words, at = axes("timeline")
months = [w for w in words if re.search(r"\b2025$", w)]
if len(months) < 3 or len(set(months)) != len(months): print("months of the timeline:", words)
E
python3 scales.py >said 2>&1
[ ! -s said ] || fail "$(cat said)"

mkdir parts
python3 parts.py kinds parts >said 2>&1
[ ! -s said ] || fail "$(cat said)"

if command -v xmllint >/dev/null && [ -n "$schemas" ]; then
	valid() {
		schema=$1
		shift
		xmllint --nonet --noout --schema "$schemas/$schema" "$@" 2>&1 | grep -v ' validates$'
	}
	valid dml-chart.xsd parts/*-chart*.xml && fail "charts are not valid"
	valid sml.xsd parts/*.xlsx-*.xml && fail "workbooks are not valid"
else
	echo "not held against the schemas: xmllint or ../shared/suites/ooxml is not here"
fi

if command -v soffice >/dev/null; then
	office() { # it ends with 0 whatever happens: what it wrote tells
		HOME="$scratch/home" timeout 240 soffice "-env:UserInstallation=file://$scratch/profile" --headless --norestore \
			--nolockcheck --convert-to "$1" --outdir "$2" "$scratch"/*.pptx >said 2>&1
	}
	mkdir home back pages
	office pptx back
	office pdf pages
	while read -r name type count; do
		[ -s "back/$name.pptx" ] && [ -s "pages/$name.pdf" ] || fail "LibreOffice does not open $name: $(cat said)"
		"$BENCHBRIEF" verify "back/$name.pptx" >said 2>&1
		# LibreOffice drops the intervals of dots; no other kind loses or changes anything
		grep -v ', \(beyond\|below\) [0-9]*: .* is gone$' said | grep '^  slide' && fail "$name: what LibreOffice saves is told as a change"
	done <kinds
	python3 parts.py kinds parts back >said 2>&1
	[ ! -s said ] || fail "$(cat said)"
	if command -v pdftotext >/dev/null; then # labels are fields: they show numbers and words of the sheet
		pdftotext -layout pages/bars.pdf bars.txt
		for words in 62.0% '31.9 claimed' 'Cobalt Reason XL'; do
			grep -q "$words" bars.txt || fail "LibreOffice does not show \"$words\""
		done
	fi
else
	echo "not opened in LibreOffice: soffice is not here"
fi
[ "$failed" -eq 0 ]
