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
refused 'Nothing beats Aster'
passes 'Nothing beats Gemini 2.5 Pro'
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
	sed -n 's/^note.*"\(No margins\|First\|Another\).*/\1/p' x.scene | tr '\n' ' ' | grep -q '^No margins First Another ' || {
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

# ---- who leads, who does not, who is above what, which way a ratio goes ----
passes 'Gemini 2.5 Pro leads'
refused 'Grok 4 leads'
refused 'Aster leads'
refused 'Gemini 2.5 Pro does not lead'
passes 'Grok 4 does not lead'
refused 'Aster does not come third'
passes 'No model reaches 90'
refused 'No model reaches 60'
passes 'No model reaches 85'
refused 'No model exceeds 80'
passes 'All but one exceed 13'
refused 'All but one exceed 50'
passes 'All but two exceed 50'
passes 'Four of six models exceed 50'
refused 'Five of six models exceed 50'
passes 'Four models exceed 60'
refused 'Three models exceed 60'
passes 'Only one model exceeds 80'
refused 'Every model exceeds 40'
passes 'Every model exceeds 12'
refused 'Gemini 2.5 Pro beats all others by 10 points'
passes 'Gemini 2.5 Pro leads by 4.5 points'
refused 'Gemini 2.5 Pro leads by 4.5%'
refused 'Grok 4 leads by 4.5 points'
refused 'Gemini 2.5 Pro trails Grok 4 by 4.5 points'
refused 'Grok 4 is 4.5 points ahead of Gemini 2.5 Pro'
passes 'Grok 4 is 4.5 points behind Gemini 2.5 Pro'
refused 'Aster scores twice as much as Birch'
passes 'Grok 4 scores twice as much as Cedar'
refused 'Cedar scores twice as much as Grok 4'
passes 'Cedar scores half as much as Grok 4'
refused 'Grok 4 scores half as much as Cedar'
refused 'Grok 4 scores three times as much as Cedar'
refused 'Cedar outscores Aster'
passes 'Aster outscores Cedar'
refused 'Dahlia is best'
passes 'Dahlia is worst'
passes 'Dahlia comes last'
refused 'Cedar comes last'
refused 'Aster and Birch tie'
refused 'Half of the models exceed 80'
refused 'Aster is second to none'
refused 'Aster is the best of six models'
refused 'Gemini 2.5 Pro is last of six models'
refused 'Aster ranks among the top two'
passes 'Aster ranks among the top three'
refused 'Nobody beats Aster'
passes 'Nobody beats Gemini 2.5 Pro'
refused 'Aster exceeds 70'
refused 'Aster stays below 60'
refused 'Aster stays below 40'
passes 'Aster exceeds 60'
refused 'A majority of models score above 80'
refused 'Aster scores more than Grok 4'
passes 'Aster scores less than Grok 4'
refused 'Aster is the runner-up'
refused 'In 2027, Gemini 2.5 Pro leads'
passes 'On 4 May 2026, Gemini 2.5 Pro led'
refused 'On 5 May 2026, Gemini 2.5 Pro led'
on=tokens
refused 'Gemini 2.5 Pro uses twice the tokens of Grok 4'
passes 'Grok 4 uses 2.07 times the tokens of Gemini 2.5 Pro'
refused 'Gemini 2.5 Pro needs half the tokens of Grok 4'
refused 'Grok 4 needs fewer tokens than Gemini 2.5 Pro'
passes 'Gemini 2.5 Pro needs fewer tokens than Grok 4'
passes 'Gemini 2.5 Pro beats Grok 4'
refused 'Grok 4 beats Gemini 2.5 Pro'
on=

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

german passes 'Kein Modell erreicht 90 %'
german refused 'Kein Modell erreicht 60 %'
german passes 'Alle außer zwei liegen über 50 %'
german refused 'Alle außer einem liegen über 50 %'
german passes 'Alle außer einem liegen über 13 %'
german passes 'Grok 4 erreicht zweimal so viel wie Cedar'
german passes 'Grok 4 erreicht doppelt so viel wie Cedar'
german refused 'Grok 4 erreicht dreimal so viel wie Cedar'
german refused 'Cedar erreicht zweimal so viel wie Grok 4'
german passes 'Cedar erreicht halb so viel wie Grok 4'
german refused 'Grok 4 erreicht halb so viel wie Cedar'
german passes 'Vier von sechs Modellen liegen über 50 %'
german refused 'Fünf von sechs Modellen liegen über 50 %'
german refused 'Gemini 2.5 Pro führt nicht'
german passes 'Grok 4 führt nicht'
german refused 'Grok 4 führt'
german passes 'Bei Quality führt Gemini 2.5 Pro'
german refused 'Bei Quality führt Grok 4'
german refused 'Aster liegt vorn'
german refused 'Aster ist am besten'
german passes 'Dahlia ist am schlechtesten'
german passes 'Gemini 2.5 Pro liegt 4,5 Punkte vor Grok 4'
german refused 'Gemini 2.5 Pro liegt 4,5 % vor Grok 4'
german refused 'Grok 4 liegt 4,5 Punkte vor Gemini 2.5 Pro'
german refused 'Niemand schlägt Aster'
german passes 'Niemand schlägt Gemini 2.5 Pro'
german refused 'Jedes Modell liegt über 40 %'
german passes 'Jedes Modell liegt über 12 %'
german refused 'Aster ist besser als Grok 4'
german passes 'Aster ist schlechter als Grok 4'
german refused 'Aster übertrifft Grok 4'
german passes 'Aster übertrifft Birch'
german refused 'Am 5. Mai 2026 führte Gemini 2.5 Pro'
german passes 'Am 4. Mai 2026 führte Gemini 2.5 Pro'
judge refused leaderboard data.yaml -b tokens --lang de --title 'Grok 4 braucht die Hälfte der Tokens von Gemini 2.5 Pro'

# ---- two benchmarks: each clause on its own ----
cat >two.csv <<'E'
Model,MMLU,GPQA,Speed (tokens/s)
Aster,82.0,41,290
Birch,88.7,53,120
Cedar,86.8,59,25
Dahlia,86.4,40,40
E
both() { judge "$1" panels two.csv --title "$2"; }
both passes 'Birch leads on MMLU, Aster on Speed'
both passes 'Birch leads on MMLU and Cedar on GPQA'
both refused 'Aster leads on MMLU, Dahlia on Speed'
both refused 'Birch leads on MMLU, Dahlia on Speed'
both refused 'Birch leads on MMLU and GPQA'
both refused 'Birch leads on MMLU; Dahlia on GPQA'
both passes 'Birch does not lead on Speed'
both passes 'Cedar leads on GPQA and is last on Speed'
judge passes panels two.csv --lang de --title 'Birch führt bei MMLU, Aster bei Speed'
judge refused panels two.csv --lang de --title 'Birch führt bei MMLU, Dahlia bei Speed'

# ---- who is not on the chart ----
cat >claims.yaml <<'E'
sources: [{id: lab, title: Lab, date: 2026-01-02, kind: leaderboard}]
models: [{id: aster, name: Aster}, {id: birch, name: Birch}, {id: cedar, name: Cedar}, {id: dahlia, name: Dahlia}]
benchmarks: [{id: q, name: Quality, unit: percent, better: higher}]
measurements:
  - {model: aster, benchmark: q, value: 70, source: lab, measured: third-party}
  - {model: birch, benchmark: q, value: 90, source: lab, measured: first-party}
  - {model: cedar, benchmark: q, value: 60, source: lab, measured: third-party}
  - {model: dahlia, benchmark: q, value: 50, source: lab, measured: third-party}
E
hidden() { judge "$1" leaderboard claims.yaml --claims hide --title "$2"; }
hidden refused 'Birch leads'
hidden refused 'Birch is best'
hidden refused 'Birch beats Aster on Quality'
hidden refused 'Aster beats Birch'
hidden passes 'Aster leads'
hidden passes 'Aster leads; Birch has only its own word'
judge refused leaderboard claims.yaml -m aster -m dahlia --title 'Cedar beats Aster'
judge refused leaderboard claims.yaml -m aster -m dahlia --title 'Cedar does not lead'
judge passes leaderboard claims.yaml -m aster -m dahlia --title 'Aster beats Dahlia'

# ---- parts and totals ----
cat >parts.csv <<'E'
model,benchmark,value,unit,better
Aster,input,30,seconds,lower
Aster,answer,10,seconds,lower
Birch,input,12.5,seconds,lower
Birch,answer,33.5,seconds,lower
E
parts() { judge "$1" stacked parts.csv -b input -b answer --title "$2"; }
parts passes '73% of the total of Birch is answer'
parts refused '63% of the total of Birch is answer'
parts refused '27% of the total of Birch is answer'
parts passes 'Birch takes 46 seconds in total'
parts refused 'Birch takes 47 seconds in total'
parts passes 'Birch takes 6 seconds more than Aster in total'

echo "$failed wrong"
[ "$failed" -eq 0 ]
