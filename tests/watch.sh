#!/bin/sh
# watch renders again when the briefing, its data or its look change, however they are written; it tells each change in
# one line, outlives errors in files, and ends when it is asked to.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
pid=
finish() {
	[ -z "$pid" ] || kill "$pid" 2>/dev/null
	rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 1' INT TERM HUP
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

cd "$scratch" || exit 1
mkdir desk out
cat >desk/data.csv <<'E'
benchmark,model,score
Coding,Aster,71.5
Coding,Birch,64
Maths,Aster,55
Maths,Birch,58.5
E
cat >desk/house.yaml <<'E'
base: editorial
E
cat >desk/b.md <<'E'
---
title: Aster and Birch
data: data.csv
look: house.yaml
page: A4
---
Aster scores {{ value("aster", "coding") }}.

```chart
id: coding
kind: leaderboard
benchmark: coding
```
E

# answer N PATTERN WHAT: line N of what was told, when it is there, is like the pattern.
answer() {
	i=0
	while [ "$(wc -l <log)" -lt "$1" ] && [ $i -lt 150 ]; do
		sleep 0.1
		i=$((i + 1))
	done
	line=$(sed -n "$1p" log)
	echo "$line" | grep -Eq "$2" || fail "$3: line $1 is \"$line\", not like $2"
}
second='[0-9]+\.[0-9][0-9] s$'

: >log
"$BENCHBRIEF" watch desk/b.md --better higher --out out >log 2>err &
pid=$!
answer 1 "^watching desk/b.md: 1?[0-9] pages?, 1 chart, $second" "the first time"
[ -s out/b.pdf ] && [ -s out/charts/coding.png ] || fail "nothing was made"

# in place
sed 's/71.5/72.5/' desk/data.csv >new && cat new >desk/data.csv
answer 2 "^data.csv changed: [0-9]+ pages?, 1 chart, $second" "data written in place"
# renamed over it
sed 's/Aster scores/Aster reaches/' desk/b.md >desk/.b.md.new && mv desk/.b.md.new desk/b.md
answer 3 "^b.md changed: [0-9]+ pages?, $second" "the briefing renamed into its place"
# removed, then written, in a burst of several files
sed 's/64/65/' desk/data.csv >new
python3 -c 'import os
os.remove("desk/house.yaml")
open("desk/house.yaml", "w").write("base: board\n")
open("desk/data.csv", "w").write(open("new").read())'
answer 4 "^(house.yaml and data.csv|data.csv and house.yaml) changed: [0-9]+ pages?, 1 chart, $second" "a burst"
# what is not an input
echo x >desk/other.txt
touch desk/.b.md.swp
# an error, and mended
before=$(cksum <out/b.pdf)
sed 's/aster", /astre", /' desk/b.md >new && mv new desk/b.md
answer 5 "^b.md changed: with errors, the files stay as they were, $second" "an error"
grep -q 'desk/b.md:7:.*error' err || fail "the error is not told: $(cat err)"
[ "$(cksum <out/b.pdf)" = "$before" ] || fail "an error changed the files"
sed 's/astre", /aster", /' desk/b.md >new && mv new desk/b.md
answer 6 "^b.md changed: nothing that is shown, $second" "mended"
# the folder goes away and comes again, piece by piece
mv desk away
answer 7 "changed: with errors" "the folder is gone"
mkdir desk
sleep 0.3
cp away/data.csv away/house.yaml desk/
sed 's/reaches/has/' away/b.md >desk/b.md
i=0
while ! tail -1 log | grep -Eq 'changed: [0-9]+ pages?, [0-9.]+ s$' && [ $i -lt 100 ]; do
	sleep 0.1
	i=$((i + 1))
done
tail -1 log | grep -Eq 'changed: [0-9]+ pages?, [0-9.]+ s$' || fail "the folder came again: $(tail -1 log)"

kill -TERM "$pid"
wait "$pid"
status=$?
pid=
[ "$status" -eq 0 ] || fail "SIGTERM ends it with $status"
[ "$(tail -1 log)" = stopped ] || fail "it does not say that it stopped"
[ -z "$(find out desk -name '.*lock*' -o -name '*.tmp')" ] || fail "something stayed behind"

# what cannot be watched
"$BENCHBRIEF" watch - 2>err && fail "standard input is watched"
grep -q 'standard input is none' err || fail "standard input: $(cat err)"
"$BENCHBRIEF" watch desk/b.md --out - 2>/dev/null
[ $? -eq 2 ] || fail "standard output is written"

[ "$failed" -eq 0 ]
