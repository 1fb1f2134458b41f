#!/bin/sh
# Briefings and charts as messages: read by Python's mail library and drawn by Chromium, which know nothing of us; the
# same each time; verified, also after a journey; made again from what they carry.
set -u
LC_ALL=C
export LC_ALL
command -v python3 >/dev/null || {
	echo "skipped: python3 is not here"
	exit 77
}
scratch=$(mktemp -d /tmp/benchbrief-mail-XXXXXX) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
data=$SOURCE/data/muse-spark
read_mail() {
	PYTHONDONTWRITEBYTECODE=1 python3 "$SOURCE/tests/mail.py" "$1" "$2" || fail "$1 is no sound message"
}
cd "$scratch" || exit 1
"$BENCHBRIEF" render "$data/briefing.md" --format eml --only eml -o one >said 2>&1 || fail "the briefing fails: $(cat said)"
[ "$(cat said)" = one/muse-spark.eml ] || fail "it is called otherwise: $(cat said)"
"$BENCHBRIEF" render "$data/briefing.md" --format eml --only eml -o two --jobs 3 >/dev/null 2>&1
cmp -s one/muse-spark.eml two/muse-spark.eml || fail "it is not the same twice"
read_mail one/muse-spark.eml read
[ "$(wc -c <read/page.html)" -gt 1000 ] || fail "it has no HTML"
python3 - <<'P' || fail "its HTML is longer than mail programs show (102 KB)"
import email, email.policy
m = email.message_from_binary_file(open("one/muse-spark.eml", "rb"), policy=email.policy.default)
exit(len(m.get_body(("html",)).get_content().encode()) > 102 * 1024)
P
grep -q '^What we recommend$' read/text.txt || fail "the words lack a heading"
[ "$(grep -c '^\[Figure [1-7]\. ' read/text.txt)" = 7 ] || fail "the words lack figures"
cmp -s read/briefing.md "$data/briefing.md" || fail "it does not carry its source"
(cd read && "$BENCHBRIEF" render briefing.md --data data.json --format eml --only eml -o again) >said 2>&1 || fail "it cannot be made again: $(cat said)"
cmp -s one/muse-spark.eml read/again/muse-spark.eml || fail "made again it is another message"
SOURCE_DATE_EPOCH=1791000000 "$BENCHBRIEF" render "$data/briefing.md" --format eml --only eml -o dated >/dev/null 2>&1
grep -q '^Date: Sat, 03 Oct 2026 00:00:00 +0000' dated/muse-spark.eml || fail "SOURCE_DATE_EPOCH is not its date: $(grep -a '^Date' dated/muse-spark.eml)"
grep -q '^Date: Thu, 09 Apr 2026 00:00:00 +0000' one/muse-spark.eml || fail "the data's date is not its date"

"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o table.eml || fail "a chart fails"
read_mail table.eml read-table
grep -q '<th scope="row".*Muse Spark.*52.*points' read-table/page.html || fail "a chart has no table"
grep -qx 'Model: Muse Spark' read-table/text.txt && grep -q 'Value: 52.*points' read-table/text.txt || fail "a chart's words have no table"
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o table.eml --transparent >said 2>&1
[ $? -eq 2 ] || fail "a message is made transparent: $(cat said)"

# Servers put headers before it, and programs save it with their own line ends: neither changes what it says.
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o chart.eml || fail "a chart fails"
read_mail chart.eml read-chart
{
	printf 'Received: from a.example by b.example;\r\n Thu, 9 Apr 2026 10:00:00 +0000\r\n'
	cat one/muse-spark.eml
} >sent.eml
tr -d '\r' <sent.eml >saved.eml
"$BENCHBRIEF" verify one/muse-spark.eml chart.eml sent.eml saved.eml --data "$data/dataset.yaml" >said 2>&1 || fail "it is not verified: $(cat said)"
[ "$(grep -c 'unaltered' said)" = 4 ] || fail "its seal is not found: $(cat said)"
sed 's/fourth/second/' one/muse-spark.eml >altered.eml
"$BENCHBRIEF" verify altered.eml >said 2>&1 && fail "a changed message passes"
sed 's/score: 52/score: 51/; s/value: 52$/value: 51/; s/value: 52,/value: 51,/' "$data/dataset.yaml" >other.yaml
cmp -s other.yaml "$data/dataset.yaml" || { "$BENCHBRIEF" verify one/muse-spark.eml --data other.yaml >said 2>&1 && fail "other data pass"; }
"$BENCHBRIEF" chart leaderboard "$data/dataset.yaml" -b intelligence-index -o chart.eml --size 400x300 >said 2>&1
[ $? -eq 2 ] || fail "a size is taken: $(cat said)"

# Every block in every script, and strangers' data.
for look in editorial board boardroom-dark; do
	for briefing in blocks statements pages columns; do
		"$BENCHBRIEF" render "$SOURCE/tests/golden/data/$briefing.md" --look $look --draft --format eml --only eml -o "all-$look" >said 2>&1 ||
			fail "$briefing fails in $look: $(cat said)"
		read_mail "all-$look/$briefing.eml" "read-$look-$briefing"
	done
done
"$BENCHBRIEF" render "$SOURCE/tests/golden/data/blocks.md" --lang de --draft --format eml --only eml -o german >said 2>&1 || fail "German fails: $(cat said)"
grep -q '^Content-Language: de' german/blocks.eml || fail "German messages are not in German"
for file in one long-names scripts polyglot negative outlier ties equal crowd; do
	"$BENCHBRIEF" chart leaderboard "$SOURCE/tests/golden/data/$file.csv" -o "$file.eml" >said 2>&1 || {
		"$BENCHBRIEF" chart leaderboard "$SOURCE/tests/golden/data/$file.csv" -o "$file.png" >/dev/null 2>&1 && fail "$file fails: $(cat said)"
		continue
	}
	read_mail "$file.eml" "read-$file"
done
picture='größe und übersicht, mit einem Namen, der länger ist als eine Zeile 图.svg'
printf -- '---\ntitle: "模型排名：谁领先？ Übersicht über die allerneuesten Modelle und ihre Ergebnisse ترتيب النماذج"\ndata: d.csv\nappendix: false\n---\n\nFrom here on\n\n.dot and a=b ~~not~~ [out](https://example.org/a?b=1&c=2)[^1]\n\n[^1]: A note.\n\n![Circles that say nothing](<%s>)\n' "$picture" >subject.md
cp "$SOURCE/tests/golden/data/brand.svg" "$picture"
printf 'model,bench,score\nA,B,1\nC,B,2\n' >d.csv
"$BENCHBRIEF" render subject.md --format eml --only eml -o subject >said 2>&1 || fail "a long title fails: $(cat said)"
read_mail subject/subject.eml read-subject
printf '模型排名：谁领先？ Übersicht über die allerneuesten Modelle und ihre Ergebnisse ترتيب النماذج\n' | cmp -s - read-subject/subject.txt || fail "the subject is another: $(cat read-subject/subject.txt)"
[ -f "read-subject/$picture" ] || fail "a file that is carried has another name: $(ls read-subject)"
[ "$(grep -c '^Content-ID:' subject/subject.eml)" = 1 ] || fail "a picture of the author's is not shown"
for line in 'From here on' '.dot and a=b ~~not~~ out <https://example.org/a?b=1&c=2>\[1\]' '1. A note.'; do
	grep -qx -- "$line" read-subject/text.txt || fail "the words lack \"$line\": $(cat read-subject/text.txt)"
done

browser=$(command -v chromium) && command -v node >/dev/null || browser=
modules=${BENCHBRIEF_NPM:-$SOURCE/build/npm/node_modules}
if [ "$browser" ] && [ -d "$modules/puppeteer-core" ] && [ -d "$modules/axe-core" ]; then
	HOME=$scratch timeout 300 node "$SOURCE/tests/mail.mjs" "$modules" "$browser" "$scratch/profile" read/page.html \
		read-chart/page.html read-editorial-blocks/page.html read-boardroom-dark-statements/page.html read-scripts/page.html || failed=1
else
	echo "not drawn: Chromium, node, puppeteer-core and axe-core are not all here"
fi
exit "$failed"
