#!/bin/sh
# An author's title says no number that the chart does not: each is a value, rank, difference, ratio or count of what the
# title names, or part of a name, version or date that the data know.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
cat >data.yaml <<'E'
date: 2026-05-04
sources:
  - {id: lab, title: Lab Results, publisher: Lab, date: 2025-05-04, kind: leaderboard}
organisations:
  - {id: google, name: Google}
models:
  - {id: gemini, name: Gemini 2.5 Pro, organisation: google}
  - {id: grok, name: Grok 4}
  - {id: aster, name: Aster}
  - {id: birch, name: Birch}
  - {id: cedar, name: Cedar}
  - {id: dahlia, name: Dahlia}
benchmarks:
  - {id: quality, name: Quality, version: v2.1, unit: percent, better: higher}
  - {id: tokens, name: Tokens used, unit: tokens, better: lower}
measurements:
  - {model: gemini, benchmark: quality, value: 84.5, source: lab}
  - {model: grok, benchmark: quality, value: 80.0, source: lab}
  - {model: aster, benchmark: quality, value: 61.3, source: lab}
  - {model: birch, benchmark: quality, value: 60.9, source: lab}
  - {model: cedar, benchmark: quality, value: 40.0, source: lab}
  - {model: dahlia, benchmark: quality, value: 12.8, source: lab}
  - {model: gemini, benchmark: tokens, value: 58M, source: lab}
  - {model: grok, benchmark: tokens, value: 120M, source: lab}
E
# judge WANTED ARGUMENT… TITLE
judge() {
	wanted=$1
	shift
	for title; do :; done
	if "$BENCHBRIEF" chart "$@" -o x.scene --format scene 2>err; then got=passes; else got=refused; fi
	if [ $got = refused ] && ! grep -q 'rule C2' err; then got="refused for another reason: $(cat err)"; fi
	[ "$got" = "$wanted" ] || {
		echo "\"$title\" is to be: $wanted; it is: $got"
		failed=$((failed + 1))
	}
}
passes() { judge passes leaderboard data.yaml -b "${on:-quality}" --title "$1"; }
refused() { judge refused leaderboard data.yaml -b "${on:-quality}" --title "$1"; }

# ---- names, versions, dates ----
passes 'Gemini 2.5 leads'
passes 'Gemini 2.5 Pro and Grok 4 lead'
passes 'As of May 2025'
passes 'As of 4 May 2026, nothing has changed'
passes 'Quality v2.1'
passes 'What we knew in 2026'
refused 'As of May 2024'
refused 'What we knew in 2023'
refused 'Gemini 3.5 leads'
refused 'Grok 5 leads'
refused 'Quality v2.2'

# ---- values ----
passes 'Aster scores 61.3%'
passes 'Aster scores 61%'
passes 'Aster scores 61.3'
refused 'Aster scores 62%'
refused 'Aster scores 80.0%'
refused 'Aster scores 61.3 seconds'
refused 'Someone scores 61.3%'
refused '90% of voters prefer Google'

# ---- ranks ----
passes 'Aster ranks third'
passes 'Aster comes 3rd'
refused 'Aster ranks fourth'
refused 'Aster comes 2nd'

passes 'Aster finished 3rd, as number three'
passes 'Number three is Aster'
passes 'Aster holds place III'
passes 'Aster holds rank iii'
refused 'Aster holds rank iv'
refused 'Aster is number two'
refused 'Aster is No. 2'
passes 'Aster is No. 3'
passes 'Aster: a place I like'
passes 'Aster, ranked C'
passes 'Gemini 2.5 Pro comes first'
passes 'Gemini 2.5 Pro beats Grok 4 and comes first'
passes 'Gemini 2.5 Pro is number one'
refused 'Grok 4 finished first'
refused 'Grok 4 is number one'
passes 'Dahlia is last'
refused 'Cedar finished last'
passes 'Aster with first-hand data'
passes 'Aster and Birch in first tests'

# ---- who is ahead of whom ----
passes 'Gemini 2.5 Pro beats Grok 4'
passes 'Aster trails Grok 4'
passes 'Nothing beats Aster'
refused 'Aster beats Grok 4'
refused 'Grok 4 trails Aster'
on=tokens
passes 'Gemini 2.5 Pro beats Grok 4'
refused 'Grok 4 beats Gemini 2.5 Pro'
on=

# ---- differences and ratios ----
passes 'Aster trails Grok 4 by 18.7 points'
passes 'Aster trails Gemini 2.5 Pro by 23 points'
refused 'Aster trails Grok 4 by 23.2 points'
refused 'Aster trails Grok 4 by 61.3 points'
refused 'Grok 4 is 100 times better'
passes 'Grok 4 scores twice as much as Cedar'
refused 'Grok 4 scores three times as much as Cedar'
passes 'Cedar has half the score of Grok 4'
refused 'Birch has half the score of Grok 4'
passes 'Cedar scores 50% of what Grok 4 scores'
refused 'Cedar scores 55% of what Grok 4 scores'
on=tokens
passes 'Gemini 2.5 Pro needs 58 million tokens, Grok 4 needs 120 million'
passes 'Gemini 2.5 Pro needs 52% fewer tokens than Grok 4'
refused 'Gemini 2.5 Pro needs 52 million tokens'
refused 'Gemini 2.5 Pro needs 40% fewer tokens than Grok 4'
on=

# ---- counts ----
passes 'Two models stand ahead of Aster'
passes 'Three models stand behind Aster'
passes 'Six models, one leader'
passes 'Aster is behind two of six'
refused 'Four models stand ahead of Aster'
refused 'Seven models, one leader'
refused 'Aster is behind four of nine'
refused 'Aster did it in two weeks'

# ---- a rank over several benchmarks is that on each, unless one is named ----
cat >two.csv <<'E'
model,benchmark,unit,better,value
Aster,Speed,score,higher,3
Birch,Speed,score,higher,2
Aster,Depth,score,higher,2
Birch,Depth,score,higher,3
Aster,Width,score,higher,30
Birch,Width,score,higher,20
E
over() { judge "$1" panels two.csv -b Speed -b "$2" --title "$3"; }
over passes Width 'Aster comes first'
over passes Width 'Birch ranks second'
over refused Depth 'Aster comes first'
over refused Depth 'Birch ranks second'
over passes Depth 'Birch ranks second on Speed'
over passes Depth 'Aster comes first on Speed'
over refused Depth 'Aster comes first on Depth'
over passes Width 'Aster beats Birch'
over refused Depth 'Aster beats Birch'
over passes Depth 'Aster beats Birch on Speed'
over passes Width 'Aster leads Birch by 10 points on Width'

# ---- a claim below takes the last place away from the results ----
cat >claims.yaml <<'E'
sources:
  - {id: lab, title: Lab, publisher: Lab, date: 2025-05-04, kind: leaderboard}
  - {id: own, title: Own, publisher: Cork, date: 2025-05-04, kind: vendor}
organisations:
  - {id: cork, name: Cork}
models:
  - {id: aster, name: Aster}
  - {id: birch, name: Birch}
  - {id: cedar, name: Cedar, organisation: cork}
benchmarks:
  - {id: quality, name: Quality, unit: percent, better: higher}
measurements:
  - {model: aster, benchmark: quality, value: 61.3, source: lab, measured: third-party}
  - {model: birch, benchmark: quality, value: 60.9, source: lab, measured: third-party}
  - {model: cedar, benchmark: quality, value: 40.0, source: own, measured: first-party}
E
judge passes leaderboard claims.yaml -b quality --title 'Birch ranks second'
judge refused leaderboard claims.yaml -b quality --title 'Birch is last'

# ---- names that are words ----
printf 'model,benchmark,unit,better,value\nTen,Runtime,seconds,lower,1\n1,Runtime,seconds,lower,2\nNine,Runtime,seconds,lower,4\n' >words.csv
judge passes leaderboard words.csv -b Runtime --title 'Ten models the fastest way'
"$BENCHBRIEF" chart leaderboard words.csv -b Runtime --lang en -o x.scene --format scene 2>err || {
	echo "models that are called 1, Nine and Ten are refused: $(cat err)"
	failed=$((failed + 1))
}

# ---- ranks where less is better, and none is printed ----
judge passes bars data.yaml -b tokens --title 'Grok 4 comes second'
judge refused bars data.yaml -b tokens --title 'Gemini 2.5 Pro comes second'

# A single model is compared with the best, the worst and its neighbours: most numbers are none of these differences.
passing=0
n=0
while [ $n -lt 99 ]; do
	n=$((n + 1))
	"$BENCHBRIEF" chart leaderboard data.yaml -b quality --title "Aster leads by $n points" -o x.scene --format scene 2>err &&
		passing=$((passing + 1))
done
[ $passing -le 4 ] || {
	echo "\"Aster leads by N points\" passes for $passing of 99 numbers"
	failed=$((failed + 1))
}

# ---- a subtitle and notes, which the same rule judges, each by what it names itself ----
chart() { judge "$1" leaderboard data.yaml -b quality "$2" "$3"; }
chart passes --subtitle 'Aster trails Grok 4 by 18.7 points'
chart passes --note 'Aster ranks third of six models'
chart passes --subtitle 'Claims by the makers count, too'
chart refused --subtitle 'Aster trails Grok 4 by 23.2 points'
chart refused --subtitle 'Measured on 40 machines'
chart refused --note 'Aster scores 62%'
chart refused --note 'It took two weeks'
grep -q 'the note says two, which is no value' err || {
	echo "a note is not called a note: $(cat err)"
	failed=$((failed + 1))
}
contrary() { # OPTION TEXT…
	"$BENCHBRIEF" chart leaderboard data.yaml -b quality "$@" -o x.scene --format scene 2>err
	[ $? -eq 1 ] && grep -q 'rule C4: the .* contradicts the data on which way is better' err || {
		echo "\"$2\" is not refused: $(cat err)"
		failed=$((failed + 1))
	}
}
contrary --subtitle 'Aster in front: lower is better'
contrary --note 'Lower is better.'
contrary --title 'Lower is better'
contrary --note 'Niedriger ist besser' --lang de
chart passes --note 'As everywhere here, higher is better.'
# What is measured, its unit, the date and the direction stay, in every look; the notes of the data come first.
for look in editorial board boardroom; do
	"$BENCHBRIEF" chart bars data.yaml -b quality --look $look --subtitle 'A line of ours' --note 'First note' --note 'Another note' \
		-o x.scene --format scene
	for text in '^subtitle.*A line of ours.*4 May 2026' 'igher is better' '^note.*First note' '^note.*Another note'; do
		tr '\302\240' '  ' <x.scene | tr -s ' ' | grep -q "$text" || {
			echo "$look: \"$text\" is not drawn"
			failed=$((failed + 1))
		}
	done
	sed -n 's/^note.*"\(The data give\|First\|Another\).*/\1/p' x.scene | tr '\n' ' ' | grep -q '^The data give First Another ' || {
		echo "$look: the notes are in another order"
		failed=$((failed + 1))
	}
done
for option in --subtitle --note; do
	"$BENCHBRIEF" chart bars data.yaml -b quality $option ' ' -o x.png 2>err
	[ $? -eq 2 ] && grep -q -- "$option is empty" err || {
		echo "an empty $option is taken: $(cat err)"
		failed=$((failed + 1))
	}
done

# ---- variants: each has values of its own ----
cat >variants.yaml <<'E'
models:
  - {id: birch, name: Birch, variants: [{id: high, name: high, effort: high}]}
  - {id: elm, name: Elm}
benchmarks: [{id: quality, name: Quality, unit: percent, better: higher}]
measurements:
  - {model: birch, benchmark: quality, value: 60.9}
  - {model: birch@high, benchmark: quality, value: 70.4}
  - {model: elm, benchmark: quality, value: 65.2}
E
variant() { judge "$1" leaderboard variants.yaml -b quality --title "$2"; }
variant passes 'Birch high scores 70.4'
variant refused 'Birch high scores 60.9'
variant passes 'Birch scores 60.9'
variant refused 'Birch scores 70.4'
variant passes 'Birch scores 60.9, and 70.4 at high'
variant passes 'Birch comes third'
variant refused 'Birch high comes third'
variant passes 'Birch high beats Elm'
variant refused 'Birch beats Elm'

# ---- German ----
german() { judge "$1" leaderboard data.yaml -b quality --lang de --title "$2"; }
german passes 'Aster erreicht 61,3 %'
german refused 'Aster erreicht 62 %'
german passes 'Zwei Modelle liegen vor Aster'
german refused 'Vier Modelle liegen vor Aster'
german passes 'Aster auf Platz 3'
german refused 'Aster auf Platz 2'
german refused 'Aster auf Platz eins'
german refused 'Aster wird Erster'
german refused 'Aster als Letzter'
german refused 'Aster an der Spitze'
german passes 'Gemini 2.5 Pro an der Spitze'
german refused 'Aster kommt auf den zweiundzwanzigsten Platz'
german passes 'Aster schlägt Birch'
german refused 'Birch schlägt Aster'
german passes 'Aster liegt um 18,7 Punkte hinter Grok 4'
german refused 'Aster liegt um 61,3 Punkte hinter Grok 4'

echo "$failed wrong"
[ "$failed" -eq 0 ]
