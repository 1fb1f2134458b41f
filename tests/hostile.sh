#!/bin/sh
# What an enemy would send in is refused with its place, or fits: each line of output of a failing check names what was
# promised.
set -u
LC_ALL=C
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
case $program in
/*) ;;
*) program=$PWD/$program ;;
esac
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0

# promise WORDS STATUS PATTERN COMMAND…: the command ends with the status, within minutes on a busy machine, and says PATTERN.
promise() {
	words=$1
	wanted=$2
	pattern=$3
	shift 3
	timeout 200 "$@" >out 2>&1 </dev/null
	got=$?
	if [ "$got" != "$wanted" ]; then
		echo "hostile: $words: status $got instead of $wanted:" >&2
	elif ! grep -q -e "$pattern" out; then
		echo "hostile: $words: does not say \"$pattern\":" >&2
	else
		return
	fi
	head -n 5 out >&2
	failed=1
}

cat >data.yaml <<'END'
date: 2026-05-04
sources:
  - {id: lab, title: Lab Results, publisher: Lab, date: 2026-05-04, kind: leaderboard}
models:
  - {id: aster, name: Aster}
  - {id: birch, name: Birch}
benchmarks:
  - {id: coding, name: Coding, unit: percent, better: higher}
measurements:
  - {model: aster, benchmark: coding, value: 71.4%, ci: 2, source: lab}
  - {model: birch, benchmark: coding, value: 65.2%, ci: 2, source: lab}
END

# briefing NAME: the text comes from standard input, below a front matter.
briefing() {
	{
		printf '%s\ntitle: T\ndata: data.yaml\n%s\n\n' --- ---
		cat
	} >"$1"
}

# many COUNT TEXT: as many paragraphs.
many() {
	awk -v n="$1" -v text="$2" 'BEGIN { for (i = 0; i < n; i++) print text "\n" }'
}

# ---- expressions ----

loop='{{ (function() local s="0123456789abcdef" for i=1,8 do s=join(s,s) end for i=1,1990 do s=join(s) end return say("1") end)() }}'
many 1000 "$loop" | briefing bomb.md
promise "texts that functions take and give count as memory" 1 "steps of the document\|MB of memory" \
	"$program" check bomb.md
value='{{ value("aster", "coding") }}'
many 10000 "$value $value $value $value $value $value" | briefing many.md
promise "60,000 expressions end in time" 0 "60000 expressions" "$program" check many.md
many 30000 '{{(function() for i=1,60000 do end return say("1") end)()}}' | briefing loops.md
promise "or it is said which one spent the steps" 1 "the expression in line 6 took most" "$program" check loops.md

# ---- paths that a file names ----

mkdir -p in/looks secret
printf 'base: editorial\n' >secret/mylook.yaml
printf 'base: editorial\n' >in/looks/base.yaml
printf 'base: base.yaml\n' >in/looks/own.yaml
printf 'base: ../secret/mylook.yaml\n' >in/up.yaml
printf 'base: /etc/passwd\n' >in/passwd.yaml
ln -s ../secret/mylook.yaml in/link.yaml
ln -s /dev/zero in/zero.yaml
ln -s looks/base.yaml in/near.yaml
ln -s ../secret in/door
mkfifo in/pipe.yaml
cp data.yaml in/data.yaml
# look NAME: a briefing that names it.
look() {
	printf '%s\ntitle: T\ndata: data.yaml\nlook: %s\n%s\n\nText.\n' --- "$1" --- >in/b.md
}
below="is not below the briefing's folder"
for path in ../secret/mylook.yaml /etc/passwd /dev/stdin /dev/zero ../secret/none.yaml link.yaml door/mylook.yaml; do
	look "$path"
	promise "look: $path is refused with its place" 1 "in/b.md:4:7: error: .*$path $below" "$program" check in/b.md
done
look zero.yaml
promise "a look that links to a device is refused" 1 "in/b.md:4:7: error: zero.yaml $below" "$program" check in/b.md
look pipe.yaml
promise "a pipe that a file names is refused, not waited for" 1 "in/b.md:4:7: .*pipe.yaml is a device or a pipe" \
	"$program" check in/b.md
look up.yaml
promise "the base of a look is refused as the look is" 1 "in/up.yaml:1:7: error: ../secret/mylook.yaml $below" \
	"$program" check in/b.md
look passwd.yaml
promise "so is an absolute one" 1 "in/passwd.yaml:1:7: error: /etc/passwd $below" "$program" check in/b.md
look looks/own.yaml
promise "a base beside its look is found from any folder" 0 "1 page" "$program" check in/b.md
for path in ../../../etc/passwd /etc/passwd; do
	printf 'base: editorial\nfonts:\n  - {family: F, package: p, regular: %s}\n' $path >in/font.yaml
	look font.yaml
	promise "a font of a look lies below the folder of fonts: $path" 1 "in/font.yaml:3:[0-9]*: error: $path is not below" \
		"$program" check in/b.md
done
look near.yaml
promise "a link that stays in the folder is followed" 0 "1 page" "$program" check in/b.md
promise "a look that the user names may be anywhere" 0 "b.pdf" "$program" render in/b.md --look secret/mylook.yaml --out made
promise "but what it builds on lies below its own folder" 1 "in/up.yaml:1:7: error: ../secret/mylook.yaml $below" \
	"$program" render in/b.md --look in/up.yaml --out made

# ---- pipes on the command line ----

mkfifo late
printf 'model,benchmark,value\nA,C,1\nB,C,2\n' >late.csv
(sleep 1 && cat late.csv >late) &
promise "the writer of a pipe is waited for" 0 "2 measurements" "$program" check late
wait

# ---- text ----

# table NAME ROWS: of a benchmark C.
table() {
	printf 'model,benchmark,value\n%b' "$2" >"$1"
}
cat >board <<'END'
#!/bin/sh
"$PROGRAM" chart leaderboard "$@" -o board.png && echo drawn
END
chmod +x board
PROGRAM=$program
export PROGRAM
turn='\0342\0200\0256'
table rlo.csv "Aster 5.2$turn,C,1\nBirch,C,2\n"
promise "a control of direction in data is refused by its code point" 1 "rlo.csv:2:10: error: the character U+202E" \
	./board rlo.csv
table mark.csv "Aster\0342\0200\0217 5,C,1\nBirch,C,2\n"
promise "so is a mark of direction" 1 "mark.csv:2:6: error: the character U+200F" ./board mark.csv
printf 'models: [{id: a, name: "A\\u202Eb"}]\n' >escape.yaml
promise "and what an escape stands for" 1 "escape.yaml:1:24: error: the character U+202E" "$program" check escape.yaml
printf '{"models": [{"id": "a", "name": "A\\u2066b"}]}\n' >escape.json
promise "in JSON too" 1 "U+2066" "$program" check escape.json
printf 'Aster has 7.2%b points.\n' "$turn" | briefing rlo.md
promise "prose is text as data are" 1 "rlo.md:6:14: error: the character U+202E" "$program" check rlo.md
printf '{{ say("a\\u{202E}b") }}\n' | briefing hole.md
promise "and so is what an expression makes" 1 "hole.md:6:[0-9]*: error" "$program" check hole.md
table one.csv 'Aster,C,1\nBirch,C,2\n'
promise "a title with one is refused" 2 "argument 5 has the character U+202E" ./board one.csv --title "$(printf 'a%b' "$turn")"
bad=$(printf '\377\376')
for option in --title --subtitle --note --focus -b -m --look --size; do
	promise "an argument that is not UTF-8 is an error: $option" 2 "argument 5 is not UTF-8" \
		./board one.csv "$option" "$bad"
done
promise "a file's name too" 2 "argument 3 is not UTF-8" ./board "$bad"
promise "and a command's" 2 "argument 1 is not UTF-8" "$program" "$bad"

table hidden.csv 'Aster,C,1\nAster\0342\0200\0213,C,2\nAs\0302\0255ter,C,3\n'
promise "names that differ in what is not drawn are the same" 1 'hidden.csv:3:[0-9]*: error: .* is the same name .* U+200B' \
	./board hidden.csv
promise "a soft hyphen is not drawn" 1 'hidden.csv:4:[0-9]*: error: .* is the same name .* U+00AD' ./board hidden.csv
table composed.csv 'Caf\0303\0251,C,1\nCafe\0314\0201,C,2\n'
promise "composed or not is the same" 1 'composed.csv:[23]:[0-9]*: error: .* is the same name' ./board composed.csv
table alike.csv 'Aster,C,1\n\0320\0220ster,C,2\n'
promise "letters of another script look alike" 0 'alike.csv:3:[0-9]*: warning: .* looks like "Aster" of line 2, .* U+0410' \
	./board alike.csv
table wide.csv 'Aster,C,1\n\0357\0274\0241ster,C,2\n'
promise "and so do full-width ones" 0 'wide.csv:3:[0-9]*: warning: .* looks like "Aster"' ./board wide.csv
sed 's/^models:/  - {id: far, title: "L\\u0430b Results", date: 2026-05-04, kind: press}\nmodels:/' data.yaml >sources.yaml
promise "so do titles of sources" 0 'sources.yaml:4:[0-9]*: warning: .* looks like "Lab Results" of line 3, .* U+0430' \
	"$program" check sources.yaml
sed 's/name: Birch}/name: Birch, aliases: ["\\u0410ster"]}/' data.yaml >aliases.yaml
promise "and aliases" 0 'aliases.yaml:6:[0-9]*: warning: .* looks like "Aster" of line 5, .* U+0410' \
	"$program" check aliases.yaml
sed 's/name: Birch}/name: Birch, variants: [{id: fast, name: Fast}, {id: other, name: "F\\u0430st"}]}/' data.yaml >variants.yaml
promise "and variants of a model" 0 'variants.yaml:6:[0-9]*: warning: .* looks like "Fast" of line 6, .* U+0430' \
	"$program" check variants.yaml
sed 's/name: Aster}/name: Aster, aliases: ["\\u0410ster"]}/' data.yaml >own.yaml
"$program" check own.yaml >own.out 2>&1
promise "but not what is declared to be the same" 0 none sh -c 'grep -q "looks like" own.out || echo none'
table plain.csv 'Model 1,C,1\nModel I,C,2\nModel l,C,3\nCafe,C,4\nCaf\0303\0251,C,5\n'
promise "other names are let alone" 0 '^drawn$' ./board plain.csv
table hebrew.csv '\0327\0220\0327\0221 5 \0342\0200\0223 3,C,1\nBirch,C,2\n'
promise "a number that is drawn turned around is a finding" 0 "rule D11: .*in another order than it is written" "$program" check hebrew.csv
for digits in '\0357\0274\0231\0357\0274\0231' '\0331\0251\0331\0251' '\0340\0245\0257\0340\0245\0257'; do
	promise "digits of any script are a number in a title" 1 "rule C2: the title says" \
		./board one.csv --title "$(printf 'Aster scores %b' "$digits")"
done

# ---- numbers and dates ----

table tiny.csv 'A,C,5e-324\nB,C,1e-2147483648\n'
promise "what is too small for a number is refused as what is too large" 1 "tiny.csv:3:5: error: .* is not a number" ./board tiny.csv
table large.csv 'A,C,1\nB,C,1e309\n'
promise "what is too large is refused" 1 "large.csv:3:5: error: 1e309 is too large" ./board large.csv
printf 'model,benchmark,value,unit\nA,P,4.9e-10,usd\nB,P,0.6e-10,usd\n' >prices.csv
"$program" chart leaderboard prices.csv --format scene -o prices.scene 2>out
promise "tiny values do not print as a tie" 0 '0.6.*10' grep '^value' prices.scene
promise "nor rank as one" 0 'rank 2' grep '^datum' prices.scene
printf 'model,benchmark,value,source,date\nA,C,1,s,2026-01-01\nA,C,2,t,9999-12-31\nA,C,3,u,0001-01-01\n' >dates.csv
promise "a date in the year 9999 does not win as the newest" 1 'dates.csv:3:9: error: .*from 1950 to 2099.*"9999-12-31"' \
	./board dates.csv
promise "nor is there one in the year 1" 1 'dates.csv:4:9: error: .*from 1950 to 2099.*"0001-01-01"' ./board dates.csv
sed 's/publisher: Lab, date: 2026-05-04/publisher: Lab, date: 2029-05-04/' data.yaml >newer.yaml
promise "a source that is newer than the data is told" 0 "newer.yaml:3:.*note: the source lab is dated 2029-05-04, after" \
	"$program" check newer.yaml

# ---- ranks ----

printf 'model,benchmark,value,ci\nA,C,50,3\nB,C,48,3\nD,C,46,3\nE,C,44,3\nF,C,42,3\n' >ci.csv
"$program" chart leaderboard ci.csv --format scene -o ci.scene 2>out
promise "the place that noise leaves open below three that may lead" 0 '"2–5"' grep '^rank #3' ci.scene
printf 'model,benchmark,value,ci\nA,C,90,\nB,C,80,0.1\nD,C,79,20\n' >broad.csv
"$program" chart leaderboard broad.csv --format scene -o broad.scene 2>out
promise "and a broad interval leaves open what the formula says" 0 '"1–3"' grep '^rank #2' broad.scene

# ---- --untrusted ----

# A search for leaks opens what --untrusted keeps shut.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export ASAN_OPTIONS

mkdir -p data far
cp one.csv far/secret.csv
ln -s ../far/secret.csv data/link.csv
cp one.csv data/own.csv
promise "a folder's own file is drawn" 0 drawn ./board data/own.csv --untrusted
if ./board data/own.csv --untrusted 2>&1 | grep -q 'no Landlock'; then
	echo "hostile: this kernel has no Landlock: the rest of --untrusted is not tried"
else
	promise "the kernel keeps links that lead out" 1 "link.csv: error: cannot be read" "$program" check data --untrusted
	promise "which a user may follow" 0 drawn ./board far/secret.csv
fi
promise "a picture has a limit" 1 "at most 40000000 are made" ./board one.csv --untrusted --size 9000x6000
mkdir -p many
for i in $(awk 'BEGIN { for (i = 0; i < 120; i++) print i }'); do
	printf 'model,benchmark,value\nM%d,C,%d\n' "$i" "$i" >"many/$i.csv"
done
promise "so has the number of files" 1 "more than 100 files are read" "$program" check many --untrusted
promise "without it there are more" 0 "120 models" "$program" check many
many 1200 "$(printf '%0800d' 0 | sed 's/0000/word /g')" | briefing long.md
promise "and that of pages" 1 "the briefing has more than 200 pages" "$program" render long.md --untrusted --out made
promise "of which no more are laid out" 1 "the briefing has more than 200 pages" "$program" check long.md --untrusted
printf 'model,benchmark,value\n' >rows.csv
awk 'BEGIN { for (i = 0; i < 5000; i++) print "M" i ",C," i }' >>rows.csv
promise "nor of a chart" 1 "it has 250 pages; at most 200 are made" \
	"$program" chart leaderboard rows.csv --untrusted -o rows.pdf
printf 'Aster scores {{ value("aster", "coding") }}.\n' | briefing same.md
"$program" render same.md --out first >/dev/null 2>out && "$program" render same.md --out second --untrusted >/dev/null 2>out
promise "what is made is the same" 0 '' sh -c 'cmp first/same.pdf second/same.pdf && echo same'
promise "check takes it too" 0 "1 page" "$program" check same.md --untrusted

exit $failed
