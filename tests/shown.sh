#!/bin/sh
# Titles, subtitles, notes and alt texts name and count what is drawn, or say that it is not. Each check is a promise:
# what the words of a chart say, or never say.
set -u
LC_ALL=C
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
source=${SOURCE:?names the source tree}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0
space=$(printf '\302\240') # that does not break

# The words of a chart, one per line: "title …", "note …", "alt: …", and messages.
words() {
	(cd "$scratch" && "$program" chart "$@" --format scene 2>&1) |
		sed -n 's/^\(title\|subtitle\|note\|key\|gap\) .* ink #[0-9A-F]* "\(.*\)"$/\1 \2/p; /^alt: /p; /^rows /p; /^datum /p; /^benchbrief/p; /^  hint/p' |
		sed "s|\" / \"| |g; s|$space| |g"
}

fail() {
	echo "FAILED: $1" >&2
	sed 's/^/    /' "$scratch/words" | grep -v '^    datum' >&2
	failed=$((failed + 1))
}

lists() { # lists PROMISE TITLE ARGUMENTS…: the chart could be called so
	promise=$1 title=$2
	shift 2
	(cd "$scratch" && "$program" chart "$@" --titles 2>&1) | sed "s|$space| |g" >"$scratch/words"
	grep -qxF -- "$title" "$scratch/words" || fail "$promise"
}

says() { # says PROMISE LINE ARGUMENTS…: a line of the words starts so
	promise=$1 line=$2
	shift 2
	words "$@" >"$scratch/words"
	awk -v line="$line" 'index($0, line) == 1 { found = 1 } END { exit !found }' "$scratch/words" || fail "$promise"
}

never() { # never PROMISE TEXT ARGUMENTS…: no title, subtitle, note or alt text has it
	promise=$1 text=$2
	shift 2
	words "$@" >"$scratch/words"
	! grep -v '^datum' "$scratch/words" | grep -qF "$text" || fail "$promise"
	grep -q '^title' "$scratch/words" || fail "$promise (there is a chart)"
}

draws() { # draws PROMISE NAME ARGUMENTS…: a row of that name
	promise=$1 name=$2
	shift 2
	words "$@" >"$scratch/words"
	grep -q "^datum #[0-9]* \"$name\"" "$scratch/words" || fail "$promise"
}

# table FILE BENCHMARK UNIT BETTER VALUES…: Engine 0, Engine 1 … on one benchmark; with >> on a file that exists
rows() {
	benchmark=$1 unit=$2 better=$3 i=0
	shift 3
	for value; do
		echo "Engine $i,$benchmark,$value,$unit,$better,2026-05-01,Lab"
		i=$((i + 1))
	done
}
head='model,benchmark,value,unit,better,date,source'
upward=$(awk 'BEGIN { for (i = 0; i < 30; i++) printf "%.1f ", 1.2 * 1.2 ^ i }')
downward=$(awk 'BEGIN { for (i = 0; i < 30; i++) print 90 - i }')
tied=$(awk 'BEGIN { for (i = 0; i < 30; i++) print i < 15 ? 90 : 80 - i }')
tokens=$(awk 'BEGIN { for (i = 0; i < 30; i++) print 10 + 3 * i "M" }')
{ echo "$head"; rows Latency seconds lower $upward; } >"$scratch/latency.csv"
{ echo "$head"; rows Score percent higher $downward; } >"$scratch/score.csv"
{ echo "$head"; rows Score percent higher $tied; } >"$scratch/tied.csv"
{ echo "$head"; rows Tokens tokens lower $tokens; } >"$scratch/tokens.csv"
{
	echo "$head"
	for i in 0 1 2 3 4 5 6 7; do
		rows "Benchmark number $i of the suite" percent higher 60 $((52 + 3 * i)) 61 50 55 40
	done
} >"$scratch/eight.csv"
{
	echo "$head"
	for i in 0 1 2 3 4 5 6 7 8 9 10 11; do
		rows "Benchmark number $i of the suite" percent higher 60 $((52 + 3 * i)) 61 50 55 40
	done
} >"$scratch/twelve.csv"
cat >"$scratch/mixed.csv" <<EOF
$head
A,Elo,1200,elo,higher,2026-05-01,Lab
B,Elo,1100,elo,higher,2026-05-01,Lab
A,Math,50,percent,higher,2026-05-01,Lab
B,Math,60,percent,higher,2026-05-01,Lab
A,Code,50,percent,higher,2026-05-01,Lab
B,Code,60,percent,higher,2026-05-01,Lab
A,Alone,60,percent,higher,2026-05-01,Lab
EOF
cat >"$scratch/amounts.csv" <<EOF
$head
A,Math,50,percent,higher,2026-05-01,Lab
B,Math,60,percent,higher,2026-05-01,Lab
A,Cost,50,usd,lower,2026-05-01,Lab
B,Cost,60,usd,lower,2026-05-01,Lab
A,Time,70,seconds,lower,2026-05-01,Lab
B,Time,60,seconds,lower,2026-05-01,Lab
A,Used,80M,tokens,lower,2026-05-01,Lab
B,Used,60M,tokens,lower,2026-05-01,Lab
EOF
fourteen=$(awk 'BEGIN { for (i = 0; i < 14; i++) print 90 - i }')
{ echo "$head"; rows Score percent higher $fourteen; } >"$scratch/fourteen.csv"
{ echo "$head"; rows "The Great Long Named Test" percent higher $fourteen; } |
	sed 's/^Engine/Long Named Engine/' >"$scratch/names.csv"
{ echo "$head"; rows Latency seconds lower $upward; rows Score percent higher $downward; } >"$scratch/both.csv"
long='Engine 0 leads on Score, and extraordinarily uncommonly multisyllabic vocabulary necessitates another supplementary line'
{ echo "$head"; rows Score percent higher 90 80; } | sed '3s/Lab$/Other/' >"$scratch/sources.csv"
{ echo "organisation,$head"; rows Score percent higher 90 80 | sed 's/^/Lab,/'; } >"$scratch/maker.csv"
{ echo "measured,$head"; rows Score percent higher $downward | sed 's/^/third-party,/; 20s/third/first/'; } >"$scratch/claimed.csv"
muse="$source/data/muse-spark"

# ---- names and counts ----

never "an alt text counts the models that are drawn" "for 30 models" bars latency.csv
says "an alt text says how many models are not drawn" \
	"alt: Bar chart of Latency, seconds for 12 models, 18 models not shown" bars latency.csv
never "an alt text names no model that is not drawn" "Last: Engine 29" bars score.csv
says "shared leads are counted whole, with how many are not drawn" \
	"title 15 models share the lead on Score, three not shown" bars tied.csv
says "the same in German" "title 15 Modelle führen bei Score gemeinsam, 3 nicht gezeigt" bars tied.csv --lang de
says "panels that show nine of twelve benchmarks say so" \
	"title Engine 1 leads on eight of twelve benchmarks, three not shown" panels twelve.csv --focus "Engine 1"
says "and in their subtitle" "subtitle Nine of twelve benchmarks, %" panels twelve.csv --focus "Engine 1"
says "and in their alt text" "alt: Panels of 9 benchmarks for 6 models, 3 benchmarks not shown" panels twelve.csv
never "an alt text names no benchmark that is not drawn" "number 11 of the suite" panels twelve.csv
says "a gap counts what it draws" \
	"title A trails on two of four benchmarks, two not shown" gap mixed.csv --focus A
says "and tells which it is" "note Not on this scale: Elo (ahead)." gap mixed.csv --focus A
says "the same in German" "title A liegt bei 2 von 4 Benchmarks zurück, 2 nicht gezeigt" \
	gap mixed.csv --focus A --lang de
says "a table of the same data counts the same" "title A leads on one of four benchmarks" table mixed.csv --focus A
says "a slope counts the change that it cannot draw" "title From A to B, two of three rise, one not shown" \
	slope mixed.csv -m A -m B
never "a score without a rival is no lead" "A leads on two" table mixed.csv --focus A

# ---- findings and figures of one data set ----

# The findings of a data file with a focus, on one line.
findings() { # findings DATA FOCUS
	printf -- '---\ntitle: Findings\ndata: %s\nfocus: %s\n---\n```findings\n```\n' "$1" "$2" >"$scratch/findings.md"
	(cd "$scratch" && "$program" render findings.md --format scene 2>&1) |
		sed -n 's/^line #[0-9]* .* ink #[0-9A-F]* "\(.*\)"$/\1/p; /^benchbrief/p' | tr '\n' ' '
}

finds() { # finds PROMISE TEXT DATA FOCUS
	findings "$3" "$4" >"$scratch/words"
	grep -qF "$2" "$scratch/words" || fail "$1"
}

finds "findings count benchmarks of amounts, too" "A leads on one of four benchmarks: Cost." amounts.csv A
says "as does a table" "title A leads on one of four benchmarks" table amounts.csv --focus A
finds "findings count what a gap cannot draw" "A leads on one of four benchmarks: Elo." mixed.csv A
cp -r "$muse" "$scratch/muse-spark"
findings muse-spark/dataset.yaml muse-spark >"$scratch/words"
count=$(sed -n 's/.* leads on \([a-z0-9]* of [a-z0-9]*\).*/\1/p' "$scratch/words")
[ "$count" ] || fail "findings of the shipped data count leads"
says "a gap of the shipped data counts as its findings do" "title Muse Spark leads on $count" gap muse-spark --focus muse-spark
says "as does a table" "title Muse Spark leads on $count" table muse-spark --focus muse-spark

# ---- words ----

never "where all values are from one source it is not said who measured" "measured" bars score.csv
says "where sources differ it is said" "note Who measured is not stated." bars sources.csv
says "where the maker is the source it is said" "note Who measured is not stated." bars maker.csv
says "the data give no intervals" "note No margins of error." bars score.csv
says "the same in German" "note Keine Fehlerspannen." bars score.csv --lang de
lists "less is said where lower is better" "Engine 0 leads on Latency, 0.2 seconds less than Engine 1" bars latency.csv
lists "and more" "Engine 16 ranks 17th on Latency, 21.0 seconds more than Engine 0" bars latency.csv --focus "Engine 16"
lists "the same in German" "Engine 16 belegt bei Latency den 17. Platz, 21,0 Sekunden mehr als Engine 0" \
	bars latency.csv --focus "Engine 16" --lang de
says "ahead where higher is better" "title Engine 0 leads on Score, 1 point ahead of Engine 1" bars score.csv
never "a key explains only what is drawn" "claimed by the developer" leaderboard claimed.csv

# ---- the row cap ----

in_order() { # in_order PROMISE PATTERN ARGUMENTS…: names of rows and gaps from top to bottom
	promise=$1 pattern=$2
	shift 2
	(cd "$scratch" && "$program" chart "$@" --format scene 2>&1) |
		sed -n 's/^name #[0-9]* [0-9.]* \([0-9.]*\) .* "\(.*\)"$/\1 \2/p; s/^gap [0-9.]* \([0-9.]*\) .* "\(.*\)"$/\1 (\2)/p' |
		sort -n | sed 's/^[0-9.]* //' | tr '\n' ' ' >"$scratch/words"
	grep -q "$pattern" "$scratch/words" || fail "$promise"
}

draws "the row cap keeps the largest bar, which is the last where lower is better" "Engine 29" bars latency.csv
draws "and the focus" "Engine 16" bars latency.csv --focus "Engine 16"
draws "and the best" "Engine 0" bars latency.csv --focus "Engine 16" --rows 3
in_order "rows left out in the middle leave a gap that says how many" \
	"Engine 9 (6 more) Engine 16 (12 more) Engine 29 $" bars latency.csv --focus "Engine 16"
in_order "the same in German" "Engine 10 (18 ausgelassen) Engine 29 $" leaderboard latency.csv --lang de
in_order "the same in a table" "Engine 9 (6 more) Engine 16 (12 more) Engine 29 $" table latency.csv --focus "Engine 16" --size 1920x1200
in_order "a slide shows twelve rows with its gaps" \
	"^Engine 0 .*Engine 9 (6 more) Engine 16 (12 more) Engine 29 $" leaderboard latency.csv --focus "Engine 16"
says "the share of the largest is of a bar that is drawn" \
	"title Engine 0 uses 10 million tokens; Engine 29 uses 9.7 times as many" tokens tokens.csv
draws "(it is drawn)" "Engine 29" tokens tokens.csv
draws "the same for a focus" "Engine 29" tokens tokens.csv --focus "Engine 16"
says "one model's bars keep both ends that the title names" \
	"title Engine 1 scores highest on Benchmark number 7 of the suite, lowest on Benchmark number 0 of the suite" \
	bars eight.csv -m "Engine 1" --rows 4
draws "(the lowest)" "Benchmark number 0 of the suite" bars eight.csv -m "Engine 1" --rows 4
draws "panels keep the longest bar of a benchmark where lower is better" "Engine 29" panels both.csv
says "too few rows are refused" "benchbrief: error: the focus, the best and the largest value take 3 rows, not 2" \
	bars latency.csv --focus "Engine 16" --rows 2
says "with what to ask for" "  hint: ask for 3 rows or more with --rows" bars latency.csv --focus "Engine 16" --rows 2

for i in 0 1 2 3 4 5 6 7 8 9 10 11; do
	for k in $(seq 0 59); do
		echo "Engine $k,Bench $i,$([ $k = $((5 * i)) ] && echo 95 || echo $((20 + (7 * i + 13 * k) % 60))),percent,higher,2026-05-01,Lab"
	done
done | { echo "$head"; cat; } >"$scratch/crowd.csv"
says "a best value that finds no room is said" "note The best or the largest value is not shown on" heatmap crowd.csv
says "in a table, too" "note The best or the largest value is not shown on" table crowd.csv
never "where all find room nothing is said" "The best or the largest" table crowd.csv --rows 60 --size 1920x5000

cat >"$scratch/growth.csv" <<EOF
$head
A,Growth,-12.5,percent,higher,2026-05-01,Lab
B,Growth,18.9,percent,higher,2026-05-01,Lab
A,Speed,10,tokens/s,higher,2026-05-01,Lab
B,Speed,20,tokens/s,higher,2026-05-01,Lab
EOF
says "shades of values below zero do not start at zero, and a note says so" \
	"note Shades from the low end of the scale, not from zero: Growth." heatmap growth.csv

# ---- the direction ----

{
	echo "$head"
	for i in $(seq 10 35); do rows "Benchmark number $i" percent higher 60 50; done
	for i in $(seq 36 43); do rows "Benchmark number $i" percent lower 60 50; done
} >"$scratch/directions.csv"
never "no direction is hedged for benchmarks that are not shown" "unless stated otherwise" panels directions.csv
never "nor in a heatmap" "unless stated otherwise" heatmap directions.csv
says "what is shown has its direction" \
	"subtitle 21 of 34 benchmarks, %, models that win most often first, as of 1 May 2026. Higher is better" \
	panels directions.csv

# ---- a title of two lines ----

for look in editorial board boardroom; do
	says "a longer title gives way before a row does ($look)" "rows 14, here 12," \
		table names.csv --look $look --focus "Long Named Engine 9"
	says "twelve rows asked for are shown ($look)" "rows 14, here 12," \
		table names.csv --look $look --focus "Long Named Engine 9" --rows 12
done
says "where twelve rows find no room, what to change is said" \
	"  hint: shorten the title, ask for 11 with --rows, or choose a larger --size" \
	dots fourteen.csv --look board --rows 12 --title "$long"
says "a title that costs a row says so" \
	"benchbrief: warning: the title takes 2 lines, so that 11 rows are shown and not 12" \
	dots fourteen.csv --look board --title "$long"
says "and what to do" "  hint: shorten it, ask for 11 with --rows, or choose a larger --size" \
	dots fourteen.csv --look board --title "$long"
never "where it costs none nothing is said" "the title takes" leaderboard fourteen.csv --title "$long"

says "so does a subtitle, or notes" "benchbrief: warning: subtitle and notes take room, so that 11 rows are shown and not 12" \
	dots fourteen.csv --look board --subtitle "A line of ours that has no room beside the words of the program, so that it takes a line" --note "A note of ours"
never "nor here, where they cost none" "take room" leaderboard fourteen.csv --subtitle "A line of ours"

# ---- who is who ----
{
	echo "$head"
	for row in One,Aster,10 One,Birch,12 Two,Aster,40 Two,Birch,52 Three,Aster,20 Three,Birch,25; do
		echo "$row" | awk -F, '{ print $2 "," $1 "," $3 ",percent,higher,2026-05-01,Lab" }'
	done
} >"$scratch/three.csv"
named() { # named PROMISE ARGUMENTS…: the first group on each page says whose bars these are
	promise=$1
	shift
	(cd "$scratch" && "$program" chart grouped three.csv "$@" --format scene >scene 2>err) || cat "$scratch/err"
	grep '^remark' "$scratch/scene" | sed 's/.*"\(.*\)"$/\1/' | tr '\n' ' ' >"$scratch/words"
	[ "$(cat "$scratch/words")" = 'Birch Aster ' ] || fail "$promise"
}
named 'a group names its bars'
named 'where groups are left out, too' --rows 2
says 'and is never left out itself' 'benchbrief: error: the focus, the best and the largest value take 2 rows, not 1' \
	grouped three.csv --rows 1

# ---- within noise several lead; a model leads with its variants ----
cat >"$scratch/noise.yaml" <<'E'
models:
  - {id: ash, name: Ash, variants: [{id: high, name: high, effort: high}]}
  - {id: bay, name: Bay}
  - {id: cob, name: Cob}
  - {id: dew, name: Dew}
benchmarks:
  - {id: one, name: One, unit: percent, better: higher}
  - {id: two, name: Two, unit: percent, better: higher}
  - {id: three, name: Three, unit: percent, better: higher}
measurements:
  - {model: ash, benchmark: one, value: 80, ci: 4}
  - {model: ash@high, benchmark: one, value: 82, ci: 4}
  - {model: bay, benchmark: one, value: 60}
  - {model: ash, benchmark: two, value: 70}
  - {model: bay, benchmark: two, value: 65}
  - {model: bay, benchmark: three, value: 50}
  - {model: ash, benchmark: three, value: 40}
  - {model: cob, benchmark: three, value: 45, ci: 9}
  - {model: dew, benchmark: three, value: 51, ci: 2}
  - {model: dew, benchmark: one, value: 1}
  - {model: dew, benchmark: two, value: 1}
E
sed 's/51, ci: 2/66, ci: 2/' "$scratch/noise.yaml" >"$scratch/alone.yaml"
never 'nobody is said to lead nowhere who is ahead of all other models, with its variants' 'No model leads' \
	table alone.yaml
never 'the best of the leaders that are drawn is not called the best value' 'the best value is 50' \
	table noise.yaml --focus Bay --rows 2

# ---- a rate rests on two values ----
cat >"$scratch/rate.csv" <<'E'
model,benchmark,value,unit,better,measured
Ash,Tokens,4000,tokens,lower,first-party
Bay,Tokens,40000000,tokens,lower,third-party
Ash,Score,50,percent,higher,third-party
Bay,Score,40,percent,higher,third-party
E
(cd "$scratch" && "$program" chart tokens rate.csv -b Tokens -b Score --format scene) >"$scratch/words"
[ "$(grep -c '^remark.*"claimed"' "$scratch/words")" = 2 ] || fail 'a rate of claimed tokens is marked as claimed'
says 'how many times is grouped, and has no digit that nobody needs' 'title Ash uses 4,000 tokens; Bay uses 10,000 times as many' \
	tokens rate.csv -b Tokens -b Score

[ "$failed" = 0 ]
