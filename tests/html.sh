#!/bin/sh
# A briefing and a chart as documents for browsers: one file that asks nobody for anything, the same each time, under
# its limit of size, that can be verified and made again from what it carries.
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
# A search for leaks opens what --untrusted keeps shut.
untrusted() {
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 "$BENCHBRIEF" "$@" --untrusted
}
cd "$scratch" || exit 1
"$BENCHBRIEF" render "$data/briefing.md" --format html -o one >said 2>&1 || fail "the briefing fails: $(cat said)"
grep -qx 'one/muse-spark.html' said || fail "it is called otherwise: $(cat said)"
[ ! -f one/muse-spark.pdf ] || fail "the pages are painted too"
[ -f one/charts/index.png ] || fail "its charts are no pictures"
"$BENCHBRIEF" render "$data/briefing.md" --format html --format svg -o two >/dev/null 2>&1 || fail "two formats fail"
[ -f two/charts/index.svg ] || fail "the charts have another format than was asked for"
cmp -s one/muse-spark.html two/muse-spark.html || fail "it is not the same twice"
[ "$(wc -c <one/muse-spark.html)" -lt 300000 ] || fail "it has $(wc -c <one/muse-spark.html) bytes"
"$BENCHBRIEF" render "$data/briefing.md" --format html --only html -o three >said 2>&1 || fail "--only html fails"
[ "$(cat said)" = three/muse-spark.html ] || fail "--only html makes more than that: $(cat said)"
"$BENCHBRIEF" render "$data/briefing.md" --format png --format svg -o four >said 2>&1 && fail "two formats of charts are taken"
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o chart.html || fail "a chart fails"
"$BENCHBRIEF" looks editorial -o look.html >said 2>&1 && fail "a sheet of pages is taken"

"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o chart.html --size 400x300 >said 2>&1
[ $? -eq 2 ] || fail "a size is taken: $(cat said)"
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o chart.html --transparent >said 2>&1
[ $? -eq 2 ] || fail "a page is made transparent: $(cat said)"
printf 'model,benchmark,score\n=A1+1,B,-1.5\n+b,B,2\n-c,B,2\n' >formula.csv
"$BENCHBRIEF" chart leaderboard formula.csv --better higher -o formula.html >said 2>&1 || fail "formulas fail: $(cat said)"
for row in "'=A1+1,B,-1.5," "'+b,B,2," "'-c,B,2,"; do
	grep -oE 'data:text/csv[^"]*' formula.html | grep -qF -- "%0A$row" || fail "what is saved lacks $row"
done
grep -q 'Shared rank 1' formula.html || fail "a shared rank is not said"
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o chart.html --report report.json
[ "$(grep -c '"rank"' report.json)" = 5 ] || fail "the report of a chart has no values"
mkdir own
cp "$data/dataset.yaml" "$data/briefing.md" own
untrusted render own --format html --only html -o untrusted >said 2>&1 || fail "--untrusted fails: $(cat said)"
cmp -s one/muse-spark.html untrusted/muse-spark.html || fail "--untrusted makes another file"

# What a file carries is enough to verify it and to make it again.
"$BENCHBRIEF" verify one/muse-spark.html chart.html --data "$data/dataset.yaml" >said 2>&1 || fail "it is not verified: $(cat said)"
[ "$(grep -c 'unaltered' said)" = 2 ] || fail "its seal is not found: $(cat said)"
sed 's/fourth/second/' one/muse-spark.html >altered.html
"$BENCHBRIEF" verify altered.html >said 2>&1 && fail "a changed file passes"
cat >unpack.py <<'E'
import base64, gzip, html.parser, json, sys, os
class Reader(html.parser.HTMLParser):
    void = {"meta", "br", "img", "link", "hr", "input", "wbr"}
    svg = {"rect", "path"}
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.cargo, self.ids, self.refs, self.asked, self.wrong = [], "", set(), [], [], []
    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs:
            if attrs["id"] in self.ids: self.wrong.append("id " + attrs["id"] + " twice")
            self.ids.add(attrs["id"])
        for name, value in attrs.items():
            if name.startswith("on"): self.wrong.append(tag + " has " + name)
            if name in ("href", "src") and value.startswith("#"): self.refs.append(value[1:])
            if name == "src" and not value.startswith("data:"): self.asked.append(value)
            if name in ("aria-labelledby",): self.refs += value.split()
        if tag == "link": self.asked.append("link")
        if tag not in self.void: self.open.append((tag, attrs))
    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.void: self.open.pop()
    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag: self.wrong.append("</%s> closes %s" % (tag, self.open[-1:]))
        else: self.open.pop()
    def handle_data(self, text):
        if self.open and self.open[-1][0] == "script" and self.open[-1][1].get("type") == "application/json": self.cargo += text
r = Reader()
text = open(sys.argv[1], encoding="utf-8").read()
r.feed(text)
r.wrong += ["no #" + x for x in r.refs if x not in r.ids and not x.startswith("http")]
r.wrong += ["asks for " + x for x in r.asked]
if r.open: r.wrong.append("left open: %s" % r.open[-1][0])
if "url(http" in text or "@import" in text: r.wrong.append("the style sheet asks for a file")
for w in r.wrong[:10]: print(w)
os.makedirs(sys.argv[2], exist_ok=True)
for f in json.loads(r.cargo)["files"]:
    open(os.path.join(sys.argv[2], os.path.basename(f["name"])), "wb").write(gzip.decompress(base64.b64decode(f["gzip"])))
sys.exit(len(r.wrong) > 0)
E
python3 unpack.py one/muse-spark.html carried || fail "the document is not sound"
python3 unpack.py chart.html carried-chart || fail "the chart is not sound"
cmp -s carried/briefing.md "$data/briefing.md" || fail "it does not carry its source"
(cd carried && "$BENCHBRIEF" render briefing.md --data data.json --format html --only html -o again) >said 2>&1 || fail "it cannot be made again: $(cat said)"
cmp -s one/muse-spark.html carried/again/muse-spark.html || fail "made again it is another file"
[ -s carried-chart/values.csv ] || fail "a chart does not carry its values"

# Every block, and strangers' data.
for look in editorial board boardroom-dark; do
	for briefing in blocks statements pages columns; do
		"$BENCHBRIEF" render "$SOURCE/tests/golden/data/$briefing.md" --look $look --draft --format html --only html -o "all-$look" >said 2>&1 ||
			fail "$briefing fails in $look: $(cat said)"
		python3 unpack.py "all-$look/$briefing.html" carried-$briefing || fail "$briefing is not sound in $look"
	done
done
"$BENCHBRIEF" render "$SOURCE/tests/golden/data/blocks.md" --lang de --draft --format html --only html -o german >said 2>&1 || fail "German fails: $(cat said)"
grep -q 'Die Werte als Tabelle' german/blocks.html || fail "German documents speak English"
for file in one long-names scripts polyglot negative outlier ties equal crowd si uneven-intervals; do
	"$BENCHBRIEF" chart leaderboard "$SOURCE/tests/golden/data/$file.csv" -o "$file.html" >said 2>&1 || {
		"$BENCHBRIEF" chart leaderboard "$SOURCE/tests/golden/data/$file.csv" -o "$file.png" >/dev/null 2>&1 && fail "$file fails: $(cat said)"
		continue
	}
	python3 unpack.py "$file.html" carried-$file || fail "$file is not sound"
done

# Every kind, in every look by day and by night, wherever it can be a picture.
while read -r kind asked; do
	for look in editorial board boardroom; do
		# shellcheck disable=SC2086
		"$BENCHBRIEF" chart $kind "$data/dataset.yaml" $asked --look $look -o kind.png >said 2>&1 || continue
		# shellcheck disable=SC2086
		"$BENCHBRIEF" chart $kind "$data/dataset.yaml" $asked --look $look -o kind.html >said 2>&1 || fail "$kind fails in $look: $(cat said)"
		python3 unpack.py kind.html carried-$kind || fail "$kind is not sound in $look"
	done
done <<'E'
leaderboard -b intelligence-index --focus muse-spark
bars -b healthbench-hard
columns -b intelligence-index
dots -b gdpval-aa
grouped -m muse-spark -m gpt-5.4 -m gemini-3.1-pro -b mmmu-pro -b arc-agi-2 -b terminal-bench-2.0
tokens -b index-tokens -b intelligence-index
scatter -b index-tokens -b intelligence-index
gap --focus muse-spark
slope -b humanitys-last-exam -b gpqa-diamond
timeline -b intelligence-index
heatmap
table
panels -b mmmu-pro -b arc-agi-2
E

# A mark says every value that it stands for.
while IFS='|' read -r asked words; do
	# shellcheck disable=SC2086
	"$BENCHBRIEF" chart $asked -o mark.html >said 2>&1 || fail "$asked fails: $(cat said)"
	sed 's/<bdi>//g; s/<.bdi>//g; s/\xc2\xa0/ /g' mark.html | grep -q "aria-hidden=true>$words" || fail "no mark of $asked says \"$words\""
done <<E
scatter $data/dataset.yaml -b index-tokens -b intelligence-index|Muse Spark on Index output tokens: 58 million tokens\..* Muse Spark on Intelligence Index: 52 points\.
gap $data/dataset.yaml --focus muse-spark|CharXiv Reasoning: Muse Spark is 3.6 points ahead\. Muse Spark on CharXiv: 86.4%\..* GPT-5.4 on CharXiv: 82.8%\.
gap $data/dataset.yaml --focus muse-spark|ARC-AGI-2: Muse Spark is 34.0 points behind\. Muse Spark on ARC-AGI-2: 42.5%\.
stacked $SOURCE/tests/golden/data/phases.yaml -b queue -b upload -b prefill|Birch Mini on Upload: 0.3 seconds\..* Total: 2.7 seconds\.
lines $SOURCE/tests/golden/data/nightly.yaml -b suite|Aster Flash on Suite: 50.2%\. 13 January 2026\. Measured independently\. Source: Nightly runs
slope $data/dataset.yaml -b humanitys-last-exam -b gpqa-diamond|Muse Spark on GPQA Diamond: 89.5%\. Claimed by the developer\.
E

# Cost in proportion to the input: more lines than fit take no more memory than an untrusted briefing may.
mkdir many
awk 'BEGIN {
	print "benchmarks:\n  - {id: a, name: Alpha, unit: percent, better: higher, range: [0, 100]}"
	print "  - {id: b, name: Beta, unit: percent, better: higher, range: [0, 100]}\nmodels:"
	for (i = 0; i < 1200; i++) printf "  - {id: m%d, name: Model %d}\n", i, i
	print "measurements:"
	for (i = 0; i < 1200; i++)
		printf "  - {model: m%d, benchmark: a, value: %.1f}\n  - {model: m%d, benchmark: b, value: %.1f}\n", i, (i * 37) % 1000 / 10, i, (i * 91 + 7) % 1000 / 10
}' >many/data.yaml
printf -- '---\ntitle: Many\ndata: data.yaml\nappendix: false\n---\n\n```chart\nkind: slope\nbenchmarks: [a, b]\n```\n' >many/briefing.md
untrusted render many --format html --only html -o many-out >said 2>&1 || fail "1,200 slopes fail: $(tail -3 said)"

# What a page says of itself in its margins is said here too.
for format in html eml; do
	"$BENCHBRIEF" render "$SOURCE/tests/golden/data/brand.md" --draft --format $format --only $format -o marked >said 2>&1 || fail "a brand fails: $(cat said)"
done
for words in $(sed -n 's/^ *\(confidential\|footer\): *"\{0,1\}\([A-Za-z]*\).*/\2/p' "$SOURCE/tests/golden/data/brand.md"); do
	[ "$words" != true ] || words=Confidential
	grep -q "$words" marked/*.html && grep -q "$words" marked/*.eml || fail "\"$words\" is missing"
done

# A look has two palettes if one beside it is called the same with -dark or -light; otherwise it is the same by day and
# by night.
grep -q 'prefers-color-scheme:dark' chart.html || fail "a shipped look has one palette"
printf 'base: editorial\npalette: {highlight: "#0B7264"}\n' >own.yaml
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index --look ./own.yaml -o own.html || fail "an own look fails"
grep -q 'prefers-color-scheme:dark' own.html && fail "an own look without a dark one gets colours that nobody chose"
printf 'base: editorial-dark\n' >own-dark.yaml
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index --look ./own.yaml -o own.html || fail "an own look with a dark one fails"
grep -q 'prefers-color-scheme:dark' own.html || fail "the dark look beside an own one is not used"
exit "$failed"
