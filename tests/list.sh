#!/bin/bash
# A thousand briefings from one list: in one process, with several workers, in shares, by GNU parallel and by ninja. Each way
# makes the same bytes, every briefing once. A share that was killed is made again without harm, a wrong briefing keeps none
# from being made, and the exit status says whether trying again is worth it.
set -u
LC_ALL=C.UTF-8
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
source=${SOURCE:?names the project}
. "$source/tests/lib/briefings.sh"
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
count=1000
briefings $count

# ---- one process ----

"$program" render --list list.txt --out one --log one.jsonl --report one.json --jobs 1 >paths 2>errors ||
	fail "one process: status $?: $(head -3 errors)"
[ ! -s errors ] || fail "one process: standard error is no terminal, and something is written there: $(head -3 errors)"
all_told $count one.jsonl || fail "one process: the log does not tell of each once"
tree one >want
[ "$(grep -c '\.pdf$' want)" -eq $count ] || fail "one process: $(grep -c '\.pdf$' want) documents"
[ "$(sort paths | sed 's|^one/|./|')" = "$(sed 's/^[^ ]*  //' want | sort)" ] || fail "the paths that are printed are not the files"
python3 - "$count" <<'PY' || fail "one process: the report is not what it should be"
import json, os, sys
report = json.load(open("one.json"))
log = [json.loads(line) for line in open("one.jsonl")]
assert report["done"] == int(sys.argv[1]) and report["wrong"] == report["failed"] == 0
assert [b["briefing"] for b in report["briefings"]] == [b["briefing"] for b in log]
assert all(os.path.exists(f) for b in log for f in b["files"]) and all(b["seconds"] >= 0 for b in log)
assert all(b["report"]["briefing"]["file"] == b["briefing"] for b in report["briefings"])
assert [b["line"] for b in log] == list(range(1, len(log) + 1))
PY

# same FOLDER WHAT: FOLDER holds what one process made
same() { tree "$1" | cmp -s - want || fail "$2: other files, or other bytes: $(tree "$1" | diff - want | head -3)"; }

"$program" render --list list.txt --out four --report four.json --jobs 4 --quiet >paths || fail "four workers: status $?"
[ ! -s paths ] || fail "--quiet prints paths"
same four "four workers"
sed 's|"four/|"one/|g' four.json | cmp -s - one.json || fail "the report depends on the number of workers"

# ---- shares, of which one is killed ----

shares=7
if command -v parallel >/dev/null; then
	HOME=$scratch PARALLEL_HOME=$scratch BENCHBRIEF=$program parallel --will-cite -j2 --joblog joblog \
		"$source/integrations/share.sh" list.txt "{}/$shares" --jobs 1 --out shares --log 'shares-{}.jsonl' \
		::: $(seq $shares) || fail "GNU parallel: status $?"
else
	echo "GNU parallel is not here: the shares are made one after the other"
	for share in $(seq $shares); do
		"$program" render --list list.txt --shard "$share/$shares" --out shares --log "shares-$share.jsonl" -q || fail "share $share"
	done
fi
all_told $count shares-*.jsonl || fail "the shares do not tell of each once"
same shares shares

killed=0
for try in $(seq 6); do
	"$program" render --list list.txt --shard 3/$shares --out again --log again.jsonl --jobs 2 --quiet &
	worker=$!
	sleep "0.$(printf %02d $((try * 7 % 60)))"
	kill -KILL $worker 2>/dev/null && killed=$((killed + 1))
	wait $worker 2>/dev/null
	[ -z "$(find again -name '.*.part' 2>/dev/null)" ] || break
	rm -rf again
done
[ $killed -gt 0 ] || fail "no worker was killed"
mkdir -p again/teams/t3/w3 # and what one leaves that was killed between two steps
touch again/teams/t3/w3/.w3.lock again/teams/t3/w3/.w3.pdf.4711-0.part
"$program" render --list list.txt --shard 3/$shares --out again --log again.jsonl --quiet || fail "a killed share, again: status $?"
(cd again && find . -type f | sort) >got
sed -n 's/.*"files": \[\([^]]*\)\].*/\1/p' shares-3.jsonl | tr ',' '\n' | sed 's/^ *"shares\///; s/"$//; s/^/.\//' | sort >expected
cmp -s got expected || fail "a killed share, again: other files, or what was left behind: $(diff got expected | head -3)"
while read -r file; do
	cmp -s "again/$file" "one/$file" || fail "a killed share, again: $file has other bytes"
done <got
(cd again && find . -type f -exec stat -c '%n %Y %i' {} +) >before
"$program" render --list list.txt --shard 3/$shares --out again --quiet || fail "once more: status $?"
(cd again && find . -type f -exec stat -c '%n %Y %i' {} +) | cmp -s - before || fail "what has not changed is written again"

# ---- ninja ----

BENCHBRIEF=$program "$source/integrations/list-to-ninja.sh" list.txt 8 ninja >build.ninja || fail "list-to-ninja.sh"
ninja >said 2>&1 || fail "ninja: $(tail -3 said)"
same ninja ninja
ninja >said 2>&1
grep -q 'no work to do' said || fail "ninja makes again what has not changed: $(tail -3 said)"
echo 'Cedar,Quality,41,percent' >>teams/t5/w45.csv
ninja -v >said 2>&1 || fail "ninja: $(tail -3 said)"
[ "$(grep -c '^\[' said)" -eq 1 ] || fail "of a change in one share's data ninja makes $(grep -c '^\[' said) shares again"
[ "$(tree ninja | diff - want | grep -c '^<')" -le 1 ] || fail "ninja: more than one briefing has changed"
ninja >said 2>&1
grep -q 'no work to do' said || fail "ninja does not come to rest"

# ---- faults: of the input, of the machine ----

{
	sed -n 1,3p list.txt
	echo missing.md
	sed -n 4,6p list.txt
} >some.txt
"$program" render --list some.txt --out some --log some.jsonl --report some.json --quiet 2>errors
[ $? -eq 1 ] || fail "a wrong briefing: the status is not 1"
grep -q '^missing.md: error: ' errors || fail "a wrong briefing is not told of"
[ "$(find some -name '*.pdf' | wc -l)" -eq 6 ] && [ "$(grep -c '"state": "wrong"' some.jsonl)" -eq 1 ] ||
	fail "a wrong briefing keeps others from being made"
python3 -c 'import json; r = json.load(open("some.json")); assert (r["done"], r["wrong"], r["failed"]) == (6, 1, 0)' ||
	fail "a wrong briefing: the report does not count it"

(ulimit -f 8; "$program" render --list some.txt --out little --log little.jsonl --quiet 2>errors)
[ $? -eq 3 ] || fail "a machine that fails: the status is not 3"
[ "$(grep -c '"state": "failed"' little.jsonl)" -eq 6 ] || fail "a machine that fails: the log does not say so"
[ -z "$(find little -type f)" ] || fail "a machine that fails leaves $(find little -type f | head -2)"
echo "no folder" >taken
"$program" render --list some.txt --out taken --quiet 2>errors
[ $? -eq 3 ] && grep -q 'cannot be made: Not a directory' errors || fail "where --out is a file: $(head -2 errors)"
# A share that cannot be written is tried again, one that is wrong is not.
tries() { BENCHBRIEF=$program BENCHBRIEF_PAUSE=0 "$source/integrations/share.sh" some.txt 1/1 "$@" 2>&1 | grep -c 'once more'; }
[ "$(ulimit -f 8; tries --out little)" -eq 2 ] || fail "share.sh does not try again where the machine failed"
[ "$(tries --out some)" -eq 0 ] || fail "share.sh tries again what is wrong"

# ---- names of every kind, quoted in every way ----

python3 - "$program" <<'PY' || fail "a name is not what its line says"
import json, random, subprocess, sys
random.seed(7)
signs = "ab \t'\"\\\\#$*?;&|<>()[]{}~!%=,é\u4e2d\U0001f600-"
def double(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
def single(text):
    return "'" + text.replace("'", "'\\''") + "'"
def bare(text):
    return "".join("\\" + c if c in " \t'\"\\#" else c for c in text)
def mixed(text):
    cuts = sorted(random.sample(range(len(text) + 1), 2))
    pieces = text[:cuts[0]], text[cuts[0]:cuts[1]], text[cuts[1]:]
    return "".join(random.choice([double, single, bare])(piece) for piece in pieces)
names, lines = [], ["\ufeff# a list with every mark"]
for i in range(60):
    name = "named/" + "".join(random.choice(signs.replace("\t", "")) for _ in range(12)) + str(i) + ".md"
    names.append(name)
    lines.append(random.choice(["", " ", "\t "]) + random.choice([double, single, bare, mixed])(name) +
                 random.choice(["", " ", "\t--lang de", " --lang 'de' # German", " # nothing"]) + random.choice(["", "\r"]))
    lines.append(random.choice(["", "   ", "#", "  # more"]))
open("named.txt", "w", newline="", encoding="utf-8").write("\n".join(lines))
done = subprocess.run([sys.argv[1], "render", "--list", "named.txt", "--log", "-", "--out", "named"], capture_output=True, text=True)
assert done.returncode == 1, done.stderr  # none of them is there
log = [json.loads(line) for line in done.stdout.splitlines()]
assert [entry["briefing"] for entry in log] == names, [(e["briefing"], n) for e, n in zip(log, names) if e["briefing"] != n][:3]
assert all("cannot be read" in entry["findings"][0]["message"] for entry in log)
PY

# ---- progress ----

python3 - "$program" <<'PY' || fail "progress is not shown as it should be"
import os, pty, subprocess, sys
def told(*options):
    ours, theirs = pty.openpty()
    done = subprocess.Popen([sys.argv[1], "render", "--list", "list.txt", "--shard", "1/20", "--out", "shown", *options],
                            stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    text = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            piece = b""
        if not piece:
            break
        text += piece
    assert done.wait() == 0
    return text.decode()
bar = told()
assert "\r[" in bar and " left" in bar and bar.rstrip().splitlines()[-1].split("\r")[-1].startswith("50 done, in"), bar
assert told("--quiet") == ""
lines = told("--verbose").splitlines()
assert len(lines) == 51 and lines[0].startswith("1/50  teams/t1/w1.md  done"), lines
PY

[ "$failed" -eq 0 ] && echo "$count briefings in $(grep -c . want) files; a worker was killed $killed times"
[ "$failed" -eq 0 ]
