#!/bin/sh
# What generated blocks say: findings compare only what can be compared, count as figures do and in words; changes say
# who came and who went, and are never silent.
set -u
LC_ALL=C
export LC_ALL
command -v pdftotext >/dev/null || {
	echo "pdftotext is not here: the words of a page cannot be read"
	exit 77
}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
fail() {
	echo "FAILED: $*"
	sed 's/^/    /' text
	failed=$((failed + 1))
}
# block FENCE FRONT ARGUMENT…: its words, a paragraph or row per line, in text
block() {
	printf -- '---\ntitle: Words\ndata: data.yaml\nappendix: false\n%s\n---\n```%s\n```\n' "$2" "$1" >words.md
	shift 2
	"$BENCHBRIEF" render words.md -o out "$@" >/dev/null 2>err || fail "render: $(cat err)"
	pdftotext -layout out/words.pdf - | sed "s/$(printf '\302\240')/ /g; s/  */ /g; s/^ //" | tr -s "\n " "  " >text
}
says() { grep -qF -- "$2" text || fail "$1: \"$2\" is missing"; }
never() { ! grep -qF -- "$2" text || fail "$1: \"$2\""; }

# data UNIT…: Aster leads Birch on One, Two …: by 10, 20 and so on
data() {
	{
		echo 'date: 2026-05-04'
		echo 'models: [{id: aster, name: Aster}, {id: birch, name: Birch}]'
		echo 'benchmarks:'
		i=0
		for unit; do i=$((i + 1)) && echo "  - {id: b$i, name: Bench $i, unit: $unit, better: higher}"; done
		echo 'measurements:'
		i=0
		for unit; do
			i=$((i + 1))
			echo "  - {model: aster, benchmark: b$i, value: $((${from:-40} + i * ${step:-10}))}"
			echo "  - {model: birch, benchmark: b$i, value: ${from:-40}}"
		done
	} >data.yaml
}

# ---- the largest lead ----
data percent percent percent
block findings 'focus: aster'
says 'all leads are in percent' 'Its largest lead is on Bench 3: 70% against 40% for Birch.'
block findings 'focus: birch'
says 'so are all lags' 'Its largest lag is on Bench 3: 40% against 70% for Aster.'
data percent percent seconds seconds
block findings 'focus: aster'
never 'seconds and percent are not compared' 'Its largest lead is on'
says 'each unit has its own' 'Its largest lead in percent is on Bench 2: 60% against 40% for Birch.'
says 'each unit has its own' 'Its largest lead in seconds is on Bench 4: 80 seconds against 40 seconds for Birch.'
data elo
block findings 'focus: aster'
never 'of one lead nothing is the largest' 'largest'
says 'a lead is said in its own unit' 'On Bench 1 it has 50 Elo points against 40 Elo points for Birch.'
data points points
block findings 'focus: aster'
never 'points of one scale are not those of another' 'largest'
step=0 from=40 data percent percent
sed -i 's/aster, benchmark: b\(.\), value: 40/aster, benchmark: b\1, value: 42.1/' data.yaml
block findings 'focus: aster'
says 'none of equal leads is the largest' 'Its largest leads, 2.1 points each, are on Bench 1 and Bench 2.'

# ---- rates, and what nobody can rank ----
data tokens/s
block findings ''
says 'more of a rate is ahead' 'Bench 1: Aster leads with 50 tokens per second.'
data usd
sed -i 's/, better: higher//' data.yaml
block findings ''
says 'less of a cost is needed' 'Bench 1: Birch needs the least, $40; Aster needs $50.'
sed -i 's/unit: usd/unit: score/; s/Bench 1/Latency/' data.yaml
block findings ''
says 'where nobody knows what is better, it is not said that there are no values' \
	'Nothing in the data can be ranked or compared.'

# ---- counts ----
data percent percent percent percent percent percent percent percent percent
block findings 'focus: aster'
says 'a count of names is a word, as the others are' 'Bench 4 and five more.'
block findings "$(printf 'focus: aster\nlang: de')"
says 'digits stay digits in German' 'bei 9 von 9 Benchmarks: Bench 1, Bench 2, Bench 3, Bench 4 und 5 weitere.'

# ---- what came and what went ----
data percent percent
cp data.yaml old.yaml
sed 's/^measurements:/  - {id: b9, name: Bench 9, unit: percent}\n&/' old.yaml >data.yaml
block changes '' --baseline old.yaml
says 'a benchmark that came is said' 'New benchmark: Bench 9.'
cp data.yaml full.yaml
cp old.yaml data.yaml
block changes '' --baseline full.yaml
says 'a benchmark that went is said' 'Benchmark no longer listed: Bench 9.'
sed 's/Bench 2, unit: percent/Bench 2, unit: seconds/' old.yaml >data.yaml
block changes '' --baseline old.yaml
says 'what cannot be compared is said' 'Not compared, because a unit changed or a choice is open: Bench 2.'
never 'then it is not said that nothing changed' 'Nothing has changed'
{
	printf 'sources: [{id: lab, title: Lab Results, kind: run}, {id: blog, title: Blog, kind: run}]\n'
	sed 's/value: 40}/value: 40, source: lab}/' old.yaml
} >then.yaml
sed '/birch, benchmark: b1/s/lab/blog/' then.yaml >data.yaml
block changes '' --baseline then.yaml
says 'a value that moved to another source says so' 'Birch Bench 1 40% 40% source Lab Results → Blog 2'

# ---- a leaderboard since the earlier data ----
ranks() {
	cat <<END
models: [{id: a, name: Aster}, {id: b, name: Birch}, {id: c, name: Cedar}]
benchmarks: [{id: x, name: Exam, unit: percent, better: higher}]
measurements: [{model: a, benchmark: x, value: $1}, {model: b, benchmark: x, value: 80}, {model: c, benchmark: x, value: 70}]
END
}
ranks 60 >undated.yaml
ranks 90 >data.yaml
block "$(printf 'chart\nkind: leaderboard\nbenchmark: x')" '' --baseline undated.yaml
says 'who moved among all says so' '↓ from 2'
says 'data without a date are not of any' 'compared with the earlier data.'
block "$(printf 'chart\nkind: leaderboard\nbenchmark: x\nmodels: [a, c]')" '' --baseline undated.yaml
never 'a rank among all stands beside no rank among some' '↓ from'

# ---- how much there is ----
sed 's/value: 40}/value: 40, source: lab}/' then.yaml >data.yaml
block method ''
says 'sources that give no value are not counted as giving some' 'contains 4 values from 1 source, covering 2 benchmarks'

# ---- a group of tasks ----
cat >data.yaml <<'END'
models: [{id: a, name: Aster}, {id: b, name: Birch}]
benchmarks:
- {id: herd, name: Herd, unit: percent, better: higher}
- {id: sheep, name: Sheep, unit: percent, better: higher, part_of: herd}
- {id: lone, name: Lone, unit: percent, better: higher}
measurements:
- {model: a, benchmark: herd, value: 40.0}
- {model: b, benchmark: herd, value: 50.0}
- {model: a, benchmark: sheep, value: 60.0}
- {model: b, benchmark: sheep, value: 50.0}
- {model: a, benchmark: lone, value: 60.0}
- {model: b, benchmark: lone, value: 50.0}
END
block findings 'focus: a'
says 'a task is not counted beside its group' 'leads on one of two benchmarks'

echo "$failed wrong"
[ "$failed" -eq 0 ]
