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
"$BENCHBRIEF" render "$data/deck.md" --format pptx --page 4:3 --only pptx -o name >said 2>&1
grep -qx 'name/muse-spark-deck.pptx' said || fail "a deck on other slides is called otherwise: $(cat said)"
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
import io, re, sys, zipfile
def again(old, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(old)) as z, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as w:
        for n in z.namelist():
            b = change(n, z.read(n))
            if b is not None: w.writestr(n, b)
        for n, b in getattr(change, "more", {}).items(): w.writestr(n, b)
    return out.getvalue()
done = {}
def put(start, was, now, many=1):
    was, now = [x if isinstance(x, bytes) else x.encode() for x in (was, now)]
    def change(n, b):
        if not n.startswith(start) or not re.search(was, b, re.S): return b
        if many and done.get(change): return b
        done[change] = True
        return re.sub(was, now.replace(b"\\", b"\\\\") if b"\\g" not in now else now, b, count=many or 0, flags=re.S)
    return change
def both(*changes):
    def change(n, b):
        for c in changes: b = b if b is None else c(n, b)
        return b
    return change
def book(n, b):
    cells = lambda m, c: c.replace(b"<v>52</v>", b"<v>59</v>", 1) if m.startswith("xl/worksheets/") else c
    return again(b, cells) if n.endswith("workbook1.xlsx") else b
def label(n, b): # the first field of a label becomes a number that somebody typed
    return re.sub(rb'<a:fld id="[^"]*" type="VALUE">(.*?)<a:t>[^<]*</a:t></a:fld>', rb"<a:r>\1<a:t>61.0%</a:t></a:r>", b, count=1, flags=re.S) if n == "ppt/charts/chart3.xml" else b
box = ('<p:sp><p:nvSpPr><p:cNvPr id="900" name="TextBox 9"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
       '<a:lstStyle/><a:p><a:r><a:t>Up 73 </a:t></a:r><a:r><a:t>percent</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>')
title = '<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>All above 90</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
def slide(n, b): # a copy of slide 2 as another slide
    if n == "ppt/presentation.xml": return b.replace(b"</p:sldIdLst>", b'<p:sldId id="999" r:id="rId999"/></p:sldIdLst>')
    if n == "ppt/_rels/presentation.xml.rels":
        return b.replace(b"</Relationships>", b'<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide99.xml"/></Relationships>')
    if n == "[Content_Types].xml":
        return b.replace(b"</Types>", b'<Override PartName="/ppt/slides/slide99.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>')
    return b
old = open(sys.argv[1], "rb").read()
slide.more = {"ppt/slides/slide99.xml": zipfile.ZipFile(sys.argv[1]).read("ppt/slides/slide1.xml")}
def style(n, b): # as PowerPoint saves: relations of its own before ours, floats in full, fields not computed, runs split
    if re.fullmatch(r"ppt/charts/_rels/chart\d+.xml.rels", n):
        b = b.replace(b"<Relationship ", b'<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" Target="style1.xml"/><Relationship ', 1)
    if n.startswith("ppt/charts/chart"):
        b = re.sub(rb"<c:v>(\d+\.\d+)</c:v>", lambda m: b"<c:v>%s</c:v>" % (b"%.17g" % float(m[1])), b)
        b = re.sub(rb'(<a:fld [^>]*type="(\w+)">.*?<a:t>)[^<]*', rb"\1[ZELLBEREICH]", b, flags=re.S)
    if n.startswith("ppt/slides/slide"): b = b.replace(b"<a:t>Llama 4 ", b"<a:t>Llama </a:t></a:r><a:r><a:t>4 ")
    return b
style.more = {"ppt/charts/style1.xml": b"<s/>"}
def picture(png): # on slide 4, with a link
    def change(n, b):
        if n == "ppt/slides/_rels/slide4.xml.rels":
            more = b""
            for id, kind, target in (b"rId90", b"image", b"../media/own.png"), (b"rId91", b"hyperlink", b'https://example.org/' + png + b'" TargetMode="External'), (b"rId92", b"diagramData", b"../diagrams/data1.xml"):
                more += b'<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>' % (id, kind, target)
            return b.replace(b"</Relationships>", more + b"</Relationships>")
        shape = (b'<p:pic><p:nvPicPr><p:cNvPr id="901" name="Picture 9"><a:hlinkClick r:id="rId91"/></p:cNvPr><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
                 b'<a:blip r:embed="rId90"/></p:blipFill><p:spPr/></p:pic></p:spTree>')
        return b.replace(b"</p:spTree>", shape) if n == "ppt/slides/slide4.xml" else b
    change.more = {"ppt/media/own.png": png}
    return change
new = {"same": lambda n, b: b, "style": style,
    "text": put("ppt/slides/slide", "34\u00a0points", "35\u00a0points"), "words": put("ppt/slides/slide", "too close to call", "too near to call"),
    "table": put("ppt/slides/slide", "2.7\u00a0points", "7.2\u00a0points"), "book": book, "sign": put("ppt/slides/slide", "<a:t>\u221234.0<", "<a:t>+34.0<"),
    "chart": put("ppt/charts/", "<c:v>52</c:v>", "<c:v>59</c:v>", 0), "label": label,
    "notes": put("ppt/notesSlides/", "<a:t>", "<a:t>It is 99 percent sure. "), "alt": put("ppt/slides/slide3.xml", "Muse Spark: 52, fourth", "Muse Spark: 52, third"),
    "rank": put("ppt/slides/slide", "fourth", "third"), "axis": put("ppt/charts/chart1.xml", '<c:min val="0"/>', '<c:min val="40"/>'),
    "scale": put("ppt/charts/", '<c:max val="[^"]*"/>', '<c:max val="900"/>', 0), "format": put("ppt/charts/chart3.xml", 'formatCode="0.0', 'formatCode="0', 0),
    "title": put("ppt/charts/chart1.xml", "<c:chart>", title), "box": put("ppt/slides/slide4.xml", "</p:spTree>", box), "slide": slide,
    "gone": put("ppt/presentation.xml", '<p:sldId id="259" r:id="rId6"/>', ""), "layout": put("ppt/slideLayouts/slideLayout3.xml", "</p:spTree>", box),
    "broken": put("ppt/slides/slide4.xml", "</p:spTree>", ""), "lost": lambda n, b: None if n == "ppt/slides/slide5.xml" else b,
    "shown": put("ppt/charts/chart1.xml", "<c:dLbls>.*</c:dLbls>", ""), "kind": put("ppt/charts/chart1.xml", '<c:barDir val="bar"/>', '<c:barDir val="col"/>'),
    "hatch": put("ppt/charts/", "<a:pattFill.*?</a:pattFill>", "<a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill>", 0),
    "silent": put("ppt/slides/slide3.xml", ' descr="[^"]*"', ""), "picture": picture(b"one"), "swapped": picture(b"two"),
    "earlier": put("customXml/item1.xml", ' says="[0-9]*"', ""),
    "chartless": put("ppt/charts/chart1.xml", "</c:chartSpace>", ""), "forgotten": put("customXml/item1.xml", "<said .*</said>", ""),
    "order": lambda n, b: b.replace(b'<p:sldId id="259" r:id="rId6"/>', b"", 1).replace(b"</p:sldIdLst>", b'<p:sldId id="259" r:id="rId6"/></p:sldIdLst>', 1) if n == "ppt/presentation.xml" else b}
for name, change in new.items(): open(name + ".pptx", "wb").write(again(old, change))
P
python3 change.py one/muse-spark-deck.pptx || fail "it cannot be changed"
for same in same style order; do
	"$BENCHBRIEF" verify "$same.pptx" --data "$data/dataset.yaml" >said 2>&1 && fail "a file that was saved again is called unaltered"
	grep -q ': 0 things are not as written$' said || fail "$same: something is told that is no change: $(cat said)"
	grep -q 'all hold$' said || fail "$same: what it carries is lost: $(cat said)"
done
found() { # found FILE TEXT: verify says so
	"$BENCHBRIEF" verify "$1.pptx" --data "$data/dataset.yaml" >said 2>&1 && fail "$1: a change passes"
	grep -qF -- "$2" said || fail "$1: the change is not told: $(cat said)"
	grep -q 'all hold$' said && fail "$1: all is said to hold: $(cat said)"
}
found text 'slide 3, Text 13: "Llama 4 Maverick trails by 34 points." was written, now "Llama 4 Maverick trails by 35 points."'
found words 'too near to call'
found table ': "Leads HealthBench Hard by 2.7 points" was written, now "Leads HealthBench Hard by 7.2 points"'
found sign 'was written, now "+34.0'
found chart 'value 4 (4 Muse Spark · Meta): "52" was written, now "59"'
found book 'cell Data!B5: "52" was written, now "59"'
found label ': "[VALUE] [CELLRANGE]" was written, now "61.0% [CELLRANGE]"'
found notes 'notes: '
found alt ', alt text: '
found rank 'third'
found axis 'axis 2 of values, lowest: "0" was written, now "40"'
found scale 'highest: '
found format 'format: '
found title 'title: "All above 90" was added'
found box 'slide 4, TextBox 9: "Up 73 percent" was added'
found slide 'slide 16, Title '
found gone 'slide 4 as written: '
found layout 'layout: '
found shown 'labels, shown: "value" was written, and is gone'
found kind 'direction of bars: "across" was written, now "upright"'
found hatch ', fill: "hatched" was written, and is gone'
found silent ', alt text: "'
found picture 'slide 4, Picture 9: "a picture, SHA-256 7692c3ad3540" was added'
found picture 'slide 4, Picture 9, link: "https://example.org/one" was added'
found picture 'slide 4, what is not read: "a diagram" was added'
found swapped 'slide 4, Picture 9: "a picture, SHA-256 3fc4ccfe7458" was added'
found earlier 'another version of benchbrief'
found broken 'slide 4: cannot be read, so what it says is not known'
found broken 'not all of the file can be read'
found lost 'slide 5: cannot be read'
found chartless 'slide 3, the chart Figure 1 6: cannot be read'
found forgotten 'what was written: cannot be read'
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
