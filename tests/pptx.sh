#!/bin/sh
# A deck and charts for PowerPoint: a package whose parts refer to each other and fit their schemas, the same each time,
# with titles, alt texts, notes and sections; that can be verified, and tells which numbers somebody changed.
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
data=$SOURCE/data/muse-spark
golden=$SOURCE/tests/golden/data
cd "$scratch" || exit 1
"$BENCHBRIEF" render "$data/deck.md" --format pptx -o one >said 2>&1 || fail "the deck fails: $(cat said)"
grep -qx 'one/muse-spark-deck.pptx' said || fail "it is called otherwise: $(cat said)"
[ ! -f one/muse-spark-deck.pdf ] || fail "a PDF is made too"
[ -f one/charts/index.png ] || fail "its charts are no pictures"
"$BENCHBRIEF" render "$data/deck.md" --format pptx --only pptx -o two >/dev/null 2>&1 || fail "--only pptx fails"
cmp -s one/muse-spark-deck.pptx two/muse-spark-deck.pptx || fail "it is not the same twice"
"$BENCHBRIEF" render "$data/briefing.md" --format pptx -o three >said 2>&1 && fail "sheets of paper are taken for slides"
grep -q 'holds slides' said && grep -q -- '--page 16:9' said || fail "it is not said what to do: $(cat said)"
"$BENCHBRIEF" render "$data/briefing.md" --format pptx --page 16:9 --only pptx -o three >said 2>&1 || fail "--page 16:9 fails: $(cat said)"
"$BENCHBRIEF" render "$data/deck.md" --format pptx --charts shapes --look board --lang de --only pptx -o four >/dev/null 2>&1 ||
	fail "--charts shapes fails"
"$BENCHBRIEF" render "$data/deck.md" --charts shapes -o five >said 2>&1
[ $? -eq 2 ] || fail "--charts is taken for a PDF: $(cat said)"
"$BENCHBRIEF" render "$data/deck.md" --format pptx --charts pictures -o five >said 2>&1
[ $? -eq 2 ] || fail "--charts pictures is taken: $(cat said)"
"$BENCHBRIEF" looks editorial --sheet look.pptx >said 2>&1 && fail "a sheet of looks is taken"
# In parts, which are sections of a presentation.
sed 's/^look: .*/look: own.yaml/; s/^## \(The Index\|Code\|It will reach us.*\)$/# Part: \1\n\n&/' "$data/deck.md" >own.md
cp "$data/dataset.yaml" .
printf 'base: editorial\noffice: Comic Sans MS\n' >own.yaml
"$BENCHBRIEF" render own.md --format pptx --only pptx -o own >said 2>&1 && fail "a font of unknown widths is taken"
grep -q 'give Arial' said || fail "it is not said which fonts there are: $(cat said)"
printf 'base: editorial\noffice: Times New Roman\n' >own.yaml
"$BENCHBRIEF" render own.md --format pptx --only pptx -o own >said 2>&1 || fail "another office font fails: $(cat said)"

# Charts by themselves, of kinds that PowerPoint has and of kinds that it has not.
mkdir charts
chart() { "$BENCHBRIEF" chart "$@" || fail "chart $1 fails"; }
chart leaderboard "$data/dataset.yaml" -b intelligence-index --focus muse-spark -o charts/leaderboard.pptx
chart heatmap "$data/dataset.yaml" -b gpqa-diamond -b mmmu-pro -b arc-agi-2 -o charts/heatmap.pptx
chart scatter "$data/dataset.yaml" -b intelligence-index -b index-tokens --look board -o charts/scatter.pptx
chart slope "$data/dataset.yaml" -m gpt-5.4 -m muse-spark --look boardroom -o charts/slope.pptx
chart stacked "$golden/phases.yaml" -b queue -b upload -b prefill -b think -b tools -b answer -o charts/stacked.pptx
chart timeline "$golden/releases.yaml" -b reason -o charts/timeline.pptx
chart bars "$data/dataset.yaml" -b gpqa-diamond --lang de --charts shapes -o charts/shapes.pptx

cat >package.py <<'P'
import posixpath, sys, zipfile
import xml.etree.ElementTree as E
A, P = "{http://schemas.openxmlformats.org/drawingml/2006/main}", "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
wrong = []
def check(path):
    z = zipfile.ZipFile(path)
    names = z.namelist()
    bad = lambda *what: wrong.append(" ".join([path, *map(str, what)]))
    if z.testzip(): bad("is damaged")
    if names[0] != "[Content_Types].xml": bad("begins with", names[0])
    if len(set(names)) != len(names): bad("has a part twice")
    if {i.date_time for i in z.infolist()} != {(1980, 1, 1, 0, 0, 0)}: bad("has times")
    types = E.fromstring(z.read(names[0]))
    default = {t.get("Extension") for t in types if t.tag.endswith("Default")}
    override = {t.get("PartName")[1:] for t in types if t.tag.endswith("Override")}
    for n in names[1:]:
        if n not in override and n.rsplit(".", 1)[-1] not in default: bad("says not what", n, "is")
    for n in override - set(names): bad("lacks", n)
    reached = {names[0]}
    for n in [n for n in names if n.endswith(".rels")]:
        reached.add(n)
        folder = posixpath.dirname(posixpath.dirname(n))
        for r in E.fromstring(z.read(n)):
            if r.get("TargetMode") == "External": continue
            to = posixpath.normpath(posixpath.join(folder, r.get("Target")))
            reached.add(to)
            if to not in names: bad(n, "leads to", to)
    for n in set(names) - reached: bad("has", n, "to which nothing leads")
    titles, slides = [], sorted(n for n in names if n.startswith("ppt/slides/slide"))
    for n in slides:
        root = E.fromstring(z.read(n))
        ids = [c.get("id") for c in root.iter(P + "cNvPr")]
        if len(set(ids)) != len(ids): bad(n, "has ids twice")
        rels = {r.get("Id") for r in E.fromstring(z.read(n.replace("slides/", "slides/_rels/") + ".rels"))}
        for e in root.iter():
            for k, v in e.attrib.items():
                if k.startswith(R) and v not in rels: bad(n, "has no", v)
        title = [s for s in root.iter(P + "sp") if any("itle" in h.get("type", "") for h in s.iter(P + "ph"))]
        if len(title) != 1: bad(n, "has", len(title), "titles")
        titles += ["".join(t.text or "" for t in s.iter(A + "t")) for s in title]
        figures = list(root.iter(P + "grpSp"))
        figures += [f for f in root.iter(P + "graphicFrame") if any(d.get("uri", "").endswith("/chart") for d in f.iter(A + "graphicData"))]
        texts = [f for f in figures if next(f.iter(P + "cNvPr")).get("descr")]
        if figures and not texts: bad(n, "has a figure without alt text")
        for t in root.iter(A + "tbl"):
            if t.find(A + "tblPr").get("firstRow") != "1": bad(n, "has a table without a header row")
            if len({len(r.findall(A + "tc")) for r in t.findall(A + "tr")}) != 1: bad(n, "has rows of several lengths")
        for r in root.iter(A + "rPr"):
            if not r.get("lang"): bad(n, "has text in no language")
        if any(True for _ in root.iter(A + "normAutofit")): bad(n, "shrinks its text")
        if any(True for _ in root.iter(P + "pic")): bad(n, "has a picture")
    if "" in titles or len(set(titles)) != len(titles): bad("has titles twice or none:", titles)
    theme = E.fromstring(z.read("ppt/theme/theme1.xml"))
    for k in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
        if len(next(theme.iter(A + k))) != 3: bad("has not three in", k)
    return z
for path in sys.argv[1:]: check(path)
deck = zipfile.ZipFile(sys.argv[1])
own = zipfile.ZipFile(next(path for path in sys.argv if path.startswith("own/")))
names = deck.namelist()
every = b"".join(deck.read(n) for n in names if n.startswith("ppt/slides/slide"))
for what, n in (("notes", sum("notesSlides/notesSlide" in n for n in names)), ("charts", sum(n.startswith("ppt/charts/chart") for n in names)),
        ("workbooks", sum(n.startswith("ppt/embeddings/") for n in names)), ("tables", every.count(b"<a:tbl>")),
        ("sections", own.read("ppt/presentation.xml").count(b"<p14:section "))):
    if n < 3: wrong.append("the deck has %d %s" % (n, what))
if b"Data SHA-256" not in deck.read("docProps/custom.xml"): wrong.append("the hash of the data is missing")
for f in (b'name="data.json"', b'name="briefing.md"', b'name="values.csv"'):
    if f not in deck.read("customXml/item1.xml"): wrong.append("%s is not attached" % f)
shapes = zipfile.ZipFile(sys.argv[2]).namelist()
if any(n.startswith("ppt/charts/") for n in shapes): wrong.append("--charts shapes makes charts")
print("\n".join(wrong), end="")
sys.exit(bool(wrong))
P
python3 package.py one/muse-spark-deck.pptx four/muse-spark-deck.pptx three/*.pptx own/*.pptx charts/*.pptx >found 2>&1 || fail "$(head -20 found)"

# What it carries is enough to verify it; whoever changes a number is found, in a text, in a table and in a workbook.
"$BENCHBRIEF" verify one/muse-spark-deck.pptx charts/*.pptx --data "$data/dataset.yaml" >said 2>&1
grep -c 'unaltered' said | grep -qx 8 || fail "seals are not found: $(cat said)"
"$BENCHBRIEF" verify one/muse-spark-deck.pptx charts/leaderboard.pptx --data "$data/dataset.yaml" >said 2>&1 || fail "it is not verified: $(cat said)"
cat >change.py <<'P'
import io, sys, zipfile
def again(old, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(old)) as z, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as w:
        for n in z.namelist(): w.writestr(n, change(n, z.read(n)))
    return out.getvalue()
def slide(was, now): return lambda n, b: b.replace(was, now, 1) if n.startswith("ppt/slides/slide") else b
def book(n, b):
    cells = lambda m, c: c.replace(b"<v>52</v>", b"<v>59</v>", 1) if m.startswith("xl/worksheets/") else c
    return again(b, cells) if n.endswith("workbook1.xlsx") else b
old = open(sys.argv[1], "rb").read()
new = {"same": lambda n, b: b, "text": slide("34\u00a0points".encode(), "35\u00a0points".encode()), "words": slide(b"too close to call", b"too near to call"),
    "table": slide("2.7\u00a0points".encode(), "7.2\u00a0points".encode()), "book": book,
    "sign": slide("<a:t>\u221234.0<".encode(), b"<a:t>+34.0<"),
    "chart": lambda n, b: b.replace(b"<c:v>52</c:v>", b"<c:v>59</c:v>") if n.startswith("ppt/charts/") else b,
    "order": lambda n, b: b.replace(b'<p:sldId id="259" r:id="rId6"/>', b"", 1).replace(b"</p:sldIdLst>", b'<p:sldId id="259" r:id="rId6"/></p:sldIdLst>', 1) if n == "ppt/presentation.xml" else b}
for name, change in new.items(): open(name + ".pptx", "wb").write(again(old, change))
P
python3 change.py one/muse-spark-deck.pptx || fail "it cannot be changed"
for same in same words order; do
	"$BENCHBRIEF" verify "$same.pptx" --data "$data/dataset.yaml" >said 2>&1 && fail "a file that was saved again is called unaltered"
	grep -q 'numbers are changed in 0' said || fail "$same: numbers are changed that are not: $(cat said)"
	grep -q 'all hold' said || fail "$same: what it carries is lost: $(cat said)"
done
found() { # found FILE TEXT: verify says so
	"$BENCHBRIEF" verify "$1.pptx" >said 2>&1 && fail "$1: a changed number passes"
	grep -qF "$2" said || fail "$1: the change is not told: $(cat said)"
}
found text 'slide 3: "Llama 4 Maverick trails by 34 points." was written, now "Llama 4 Maverick trails by 35 points."'
found table 'slide 2: "Leads HealthBench Hard by 2.7 points" was written, now "Leads HealthBench Hard by 7.2 points"'
found sign 'was written, now "+34.0'
found chart 'slide 3: "52" was written, now "59"'
found book '| 52 |'
"$BENCHBRIEF" verify text.pptx --format json >said 2>/dev/null
grep -q '"kind": "edited"' said || fail "JSON does not tell: $(head -40 said)"
sed 's/intelligence-index, value: 52,/intelligence-index, value: 51,/' "$data/dataset.yaml" >moved.yaml
"$BENCHBRIEF" verify one/muse-spark-deck.pptx --data moved.yaml >said 2>&1 && fail "data that moved pass"
grep -q 'chart index' said || fail "it is not said what no longer holds: $(cat said)"

# Every part fits its schema.
schemas=$(cd "${BENCHBRIEF_OOXML:-$SOURCE/../shared/suites/ooxml}/ISO-IEC-29500-4/xsd" 2>/dev/null && pwd) # by one name
if command -v xmllint >/dev/null && [ -d "$schemas" ]; then
	fits() { # fits SCHEMA FILE…
		schema=$1
		shift
		xmllint --nonet --noout --schema "$schemas/$schema.xsd" "$@" 2>&1 | grep -v ' validates$' >found
		[ ! -s found ] || fail "$(head -5 found)"
	}
	for file in one/*.pptx four/*.pptx three/*.pptx charts/*.pptx; do
		rm -rf parts
		python3 -m zipfile -e "$file" parts
		# shellcheck disable=SC2046
		fits pml $(find parts/ppt -name '*.xml' \( -path '*/slide*' -o -path '*/notes*' \)) parts/ppt/presentation.xml parts/ppt/presProps.xml
		fits dml-main parts/ppt/theme/*.xml parts/ppt/tableStyles.xml
		[ ! -d parts/ppt/charts ] || fits dml-chart parts/ppt/charts/*.xml
		for book in parts/ppt/embeddings/*.xlsx; do
			[ -f "$book" ] || continue
			rm -rf book
			python3 -m zipfile -e "$book" book
			fits sml book/xl/workbook.xml book/xl/styles.xml book/xl/worksheets/*.xml
		done
	done
else
	echo "not checked: the schemas of Office Open XML (xmllint and the suites beside the sources)"
fi
exit "$failed"
