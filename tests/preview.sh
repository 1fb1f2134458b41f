#!/bin/sh
# preview answers only its own page: the token, the host and the origin have to be right, no address is the path of a
# file, and it listens on this machine alone. Its pages follow the files, and errors leave the last good ones.
set -u
LC_ALL=C
export LC_ALL
command -v curl >/dev/null || { echo "skipped: curl is not here"; exit 77; }
scratch=$(mktemp -d) || exit 1
pid= other=
finish() {
	for p in $pid $other; do kill "$p" 2>/dev/null; done
	rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
unset XDG_RUNTIME_DIR
cd "$scratch" || exit 1
cat >data.csv <<'E'
benchmark,model,score
Coding,Aster,71.5
Coding,Birch,64
Maths,Aster,55
Maths,Birch,58.5
E
cat >b.md <<'E'
---
title: Aster and Birch
data: data.csv
---
Aster scores {{ value("aster", "coding") }}.

```chart
id: coding
kind: leaderboard
benchmark: coding
```
E
echo secret >secret.txt

# begin LOG ARGUMENT…: starts one; its address is in $base when it listens.
begin() {
	log=$1
	shift
	: >"$log"
	"$BENCHBRIEF" preview b.md --better higher "$@" >"$log" 2>"$log.err" &
	pid=$!
	i=0
	while ! grep -q '^preview of' "$log" && kill -0 "$pid" 2>/dev/null && [ $i -lt 100 ]; do
		sleep 0.1
		i=$((i + 1))
	done
	base=$(sed -n 's/^preview of b.md at //p' "$log")
}

# end STATUS WHAT: asks it to end.
end() {
	kill -"$1" "$pid"
	wait "$pid"
	status=$?
	pid=
	[ "$status" -eq 0 ] || fail "SIG$1 ends it with $status"
	[ "$(tail -1 "$log")" = stopped ] || fail "after SIG$1 it does not say that it stopped"
}

# status ARGUMENT…: of curl's.
status() {
	curl -s -o body -w '%{http_code}' --max-time 20 --path-as-is "$@"
}

# is STATUS WHAT ARGUMENT…
is() {
	wanted=$1 what=$2
	shift 2
	got=$(status "$@")
	[ "$got" = "$wanted" ] || fail "$what: $got instead of $wanted"
}

begin log
case $base in
http://127.0.0.1:[0-9]*/[0-9a-f]*/) ;;
*)
	fail "no address: $(cat log log.err)"
	exit 1
	;;
esac
port=${base#http://127.0.0.1:}
port=${port%%/*}
token=${base#http://127.0.0.1:*/}
token=${token%/}
root=http://127.0.0.1:$port
[ "${#token}" -eq 32 ] || fail "the token is $token"

# ---- who may ask ----
is 200 "its own page" "$base"
is 200 "by the name localhost" -H "Host: localhost:$port" "$base"
is 200 "from its own page" -H "Origin: $root" "${base}state"
is 404 "without a token" "$root/"
is 404 "a wrong token" "$root/$(echo "$token" | tr 0-9a-f 1-9a-f0)/state"
is 404 "a shorter token" "$root/${token%?}/state"
grep -q 'open the address' body || fail "a wrong token is not told"
is 403 "another host" -H 'Host: evil.example' "${base}state"
is 403 "another host with this port" -H "Host: evil.example:$port" "${base}state"
is 403 "another port" -H 'Host: 127.0.0.1:1' "${base}state"
is 403 "another origin" -H 'Origin: http://evil.example' "${base}state"
is 403 "an origin that begins alike" -H "Origin: $root.evil.example" "${base}state"
is 403 "no origin at all" -H 'Origin: null' "${base}state"
is 403 "a page of another site" -H 'Sec-Fetch-Site: cross-site' "${base}state"
is 405 "a form" -d x=1 "${base}state"
for way in ../secret.txt ../../secret.txt secret.txt /secret.txt %2e%2e/secret.txt ..%2fsecret.txt page/../../secret.txt \
	page/%2e%2e%2fsecret.txt b.md data.csv ../../../../../etc/passwd preview.js/../../b.md; do
	is 404 "the path $way" "$base$way"
	! grep -q 'secret\|root:' body || fail "$way leads out"
done
is 404 "a format that there is not" "${base}save?format=exe"
is 200 "a look that there is not is not read" "${base}state?look=../../secret"
curl -s -D head -o /dev/null "$base"
for line in "Content-Security-Policy: default-src 'none'" 'Referrer-Policy: no-referrer' 'X-Content-Type-Options: nosniff' 'Cache-Control: no-store'; do
	grep -qi "^$line" head || fail "the header $line is missing"
done
! grep -Eq '(https?:)?//[a-z]' "$SOURCE/share/preview/preview.html" "$SOURCE/share/preview/preview.css" || fail "the page asks elsewhere"
if command -v ss >/dev/null; then
	[ -z "$(ss -ltnH "sport = :$port" | awk '{ print $4 }' | grep -v '^127\.0\.0\.1:')" ] || fail "it listens elsewhere"
fi

# ---- what it shows ----
is 200 "its state" "${base}state"
grep -q '"right":true' body || fail "it is not right: $(cat body)"
id=$(grep -o '"id":"[0-9a-f]*"' body | head -1 | cut -d'"' -f4)
is 200 "a page" "${base}page/$id"
grep -q 'data-value="0"' body || fail "no value can be picked"
grep -q 'data-chart="0" data-fact="' body || fail "no mark can be picked"
is 200 "its faces" "${base}faces.css"
i=0
while [ "$(status "${base}told")" != 200 ] && [ $i -lt 50 ]; do sleep 0.1; i=$((i + 1)); done
python3 - body <<'P' || fail "what stands behind is not as expected"
import json, sys
t = json.load(open(sys.argv[1]))
v = t["values"][0]
assert v["expression"].strip() == 'value("aster", "coding")' and v["line"] == 5, v
assert v["uses"][0]["chosen"]["printed"] == v["printed"] and "71.5" in v["printed"], v
f = t["charts"][0]["facts"][0]
assert f["expression"] == 'value("aster", "coding")' and "71.5" in f["sentence"], f
assert t["coverage"] == {"computed": 1, "cited": 0, "said": 0, "unbound": 0}, t["coverage"]
P
for format in pdf html; do
	is 200 "the $format" "${base}save?format=$format"
	[ -s body ] || fail "the $format is empty"
done
is 200 "a chart" "${base}save?format=png&chart=coding"
head -c 8 body | grep -q PNG || fail "the chart is no PNG"

# ---- what changes ----
curl -sN --max-time 60 "${base}events" >events &
other=$!
newest() { grep '^data' events | tail -1; }
# happens WHAT PATTERN: the newest event is like it.
happens() {
	i=0
	while ! newest | grep -q "$2" && [ $i -lt 100 ]; do
		sleep 0.1
		i=$((i + 1))
	done
	newest | grep -q "$2" || fail "$1: $(newest | cut -c 1-200)"
}
happens "the first event" '"right":true'
sed 's/71.5/72.5/' data.csv >new && mv new data.csv
i=0
while newest | grep -q "$id" && [ $i -lt 100 ]; do sleep 0.1; i=$((i + 1)); done
happens "a value changed" '"right":true.*"changed":[12],'
is 200 "the new state" "${base}state"
[ "$(grep -o '"id":"[0-9a-f]*"' body | head -1 | cut -d'"' -f4)" != "$id" ] || fail "the page is the same"
good=$(grep -o '"pages":.*\],"findings' body)
is 404 "the page that was" "${base}page/$id"
sed 's/value(/valeu(/' b.md >new && mv new b.md
happens "an error" '"right":false'
is 200 "the state with an error" "${base}state"
grep -q '"line": 5' body && grep -q 'did you mean' body || fail "the error is not told: $(cat body)"
[ "$(grep -o '"pages":.*\],"findings' body)" = "$good" ] || fail "the last good pages are gone"
is 409 "no file is made with an error" "${base}save?format=pdf"
sed 's/valeu(/value(/' b.md >new && mv new b.md
happens "mended" '"right":true'
kill "$other" && wait "$other" 2>/dev/null
other=
grep -q '^data.csv changed: [0-9]* pages*, [0-9.]* s$' log || fail "the change is not told: $(cat log)"
grep -q '^b.md changed: 1 error, the last good pages stay$' log || fail "the error is not told: $(cat log)"

# ---- the port ----
"$BENCHBRIEF" preview b.md --port "$port" >taken 2>&1
[ $? -eq 1 ] || fail "a taken port ends with another status"
grep -q "port $port of this machine cannot be listened on" taken && grep -q -- '--port names another' taken || fail "a taken port: $(cat taken)"
for wrong in -1 65536 x 80.5; do
	"$BENCHBRIEF" preview b.md --port "$wrong" >/dev/null 2>&1
	[ $? -eq 2 ] || fail "the port $wrong is taken"
done
"$BENCHBRIEF" preview - >/dev/null 2>&1
[ $? -eq 2 ] || fail "standard input is previewed"

# ---- stopped and started ----
end TERM
begin log2 --port "$port"
[ -n "$base" ] || fail "it does not start again on its port: $(cat log2 log2.err)"
is 404 "the token of before" "$root/$token/state"
is 200 "the new one" "${base}state"
end INT

# Where its user has a folder of their own, it keeps its address; where others can look into it, or into the file, not.
token_now() { printf '%s' "$base" | sed 's|.*/\([0-9a-f]*\)/$|\1|'; }
mkdir -m 700 own
XDG_RUNTIME_DIR=$scratch/own
export XDG_RUNTIME_DIR
begin log3 --port "$port"
token=$(token_now)
end TERM
[ "$(ls own | wc -l)" -eq 1 ] && [ "$(stat -c %a own/*)" = 600 ] || fail "what it keeps is no file of its owner alone: $(ls -l own)"
begin log4 --port "$port"
[ "$(token_now)" = "$token" ] || fail "started again it has another address"
is 200 "the address of before" "$root/$token/state"
is 403 "the address of before, of another host" -H 'Host: evil.example' "$root/$token/state"
end TERM
begin log5
[ "$(token_now)" != "$token" ] || fail "a free port has the kept address"
end TERM
[ "$(ls own | wc -l)" -eq 1 ] || fail "a free port is kept"
# another WHAT: started again, it has another address.
another() {
	begin log6 --port "$port"
	[ "${#base}" -gt 40 ] && [ "$(token_now)" != "$token" ] || fail "$1: it has the address of before, or none: $(cat log6.err)"
	end TERM
}
kept=$(echo own/*)
chmod 644 "$kept"
another "a file that others read"
chmod 600 "$kept"
chmod 755 own
another "a folder that others enter"
chmod 700 own
mv "$kept" aside && ln -s ../aside "$kept"
another "a link"
rm "$kept" && mkfifo -m 600 "$kept"
another "a pipe"
rm "$kept" && printf 'short' >"$kept" && chmod 600 "$kept"
another "half a word"
[ "$(wc -c <"$kept")" -eq 32 ] || fail "half a word is not made whole"

# ---- where words were written ----
cat >b.md <<'E'
---
title: Aster and Birch
subtitle: Under the title
data: data.csv
cover: true
confidential: For the board only
footer: Our house
---
# A chapter

Aster scores {{ value("aster", "coding") }}.[^a]

| Model | Score |
|---|--:|
| Aster | strong |
| Birch | {{ value("birch", "coding") }} |

[^a]: As of the first run.
E
begin log7
python3 - "$base" <<'P' || fail "a text does not lead to the line that it was written in"
import json, sys, urllib.request, xml.etree.ElementTree as tree
def get(what): return urllib.request.urlopen(sys.argv[1] + what).read()
lines, found = open("b.md").read().split("\n"), {}
for n, page in enumerate(json.loads(get("state"))["pages"]):
    items = list(tree.fromstring(get("page/" + page["id"])).iter())
    spots = [(*(float(i.get(k)) for k in ("x", "y", "width", "height")), i.get("data-line")) for i in items if i.get("class") == "spot"]
    for text in (i for i in items if i.tag.endswith("}text")):
        x, y = float(text.get("x")), float(text.get("y"))
        at = [line for left, top, w, h, line in spots if left - 1 <= x <= left + w and top <= y <= top + h and line]
        found.setdefault((n > 0, "".join(text.itertext()).split("\u2002")[0].strip()), set()).update(at[-1:])
def leads(words, after, to):
    line = str(next(i for i, text in enumerate(lines, 1) if to in text))
    got = [at for (late, said), at in found.items() if said.startswith(words) and late == after]
    assert got and all(at == {line} for at in got), (words, after, line, got, found)
for words, after, to in (("Aster and Birch", False, "title:"), ("Under the title", False, "subtitle:"), ("For the board", False, "confidential:"),
                         ("Aster and Birch", True, "title:"), ("For the board", True, "confidential:"), ("Our house", True, "footer:"),
                         ("Aster scores", True, "Aster scores"), ("strong", True, "| Aster"), ("64", True, "| Birch"), ("Score", True, "| Model"),
                         ("As of the first", True, "[^a]:")):
    leads(words, after, to)
P
end TERM

[ "$failed" -eq 0 ]
