#!/bin/sh
# No chart crowns anyone where nobody knows which numbers are better: two rows in each unit, and under each name that
# speaks of cost, time or errors, with and without the column "better", drawn as every kind that shows one benchmark.
set -u
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}

# table NAME BENCHMARK UNIT BETTER: a CSV of two rows, the slow one first
table() {
	printf 'model,benchmark,unit,better,value\nSlow,%s,%s,%s,900\nFast,%s,%s,%s,120\n' "$2" "$3" "$4" "$2" "$3" "$4" \
		>"$scratch/in/$1.csv"
}

mkdir "$scratch/in"
higher='score percent fraction points elo tokens/s req/s kB/s MB/s GB/s Mb/s Gb/s'
lower='tokens usd eur gbp seconds us ms min h'
neither='MB GB Wh kWh J'
less='cost price latency time error loss perplexity failures wait delay memory size fehler kosten preis latenz zeit verlust'
more='throughput speed savings revenue horizon durchsatz tempo ersparnis'
n=0
# tables EXPECTED BENCHMARK UNIT…
tables() {
	expected=$1 benchmark=$2
	shift 2
	for unit; do
		n=$((n + 1))
		table "$n-$expected" "$benchmark" "$unit" ''
		table "$n-declared-higher" "$benchmark" "$unit" higher
		table "$n-declared-lower" "$benchmark" "$unit" lower
		table "$n-declared-unknown" "$benchmark" "$unit" unknown
	done
}
tables higher Alpha $higher ''
tables unit-lower Alpha $lower
tables unknown Alpha $neither
for word in $less; do
	tables unknown "Alpha $word" score percent MB/s ''
	tables unit-lower "Alpha $word" ms
done
for word in $more; do
	tables unknown "Alpha $word" ms usd
	tables higher "Alpha $word" MB/s
done
[ "$(ls "$scratch/in" | wc -l)" -gt 400 ] || fail "too few tables"

# What each layout says, a line: what its table is called; which way is better; who leads, if anybody; whether it has
# ranks; what the notes say; its file.
judge='
	FNR == 1 { tell(); file = FILENAME; said = note = "nothing"; leader = "nobody"; ranks = "plain" }
	/Higher is better/ { said = "higher" }
	/Lower is better/ { said = "lower" }
	/"Fast leads/ || /"Slow (costs|takes|uses) .* as Fast"/ { leader = "Fast" }
	/"Slow leads/ { leader = "Slow" }
	/^rank |^datum .* rank [1-9]|, first\.|, second\.|[Bb]est | ranks |share the lead/ { ranks = "ranks" }
	/The data do not say whether higher or lower is better\./ { note = "unknown" }
	/That lower is better follows from the unit; the data do not say so\./ { note = "unit" }
	END { tell() }
	function tell(    name) {
		if (!file)
			return
		name = file
		sub(/.*\//, "", name)
		sub(/\.scene$/, "", name)
		sub(/^[0-9]+-/, "", name)
		print name, said, leader, ranks, note, file
	}'
for kind in dots leaderboard bars; do
	"$BENCHBRIEF" chart $kind "$scratch"/in/*.csv --each -o "$scratch/$kind" --format scene 2>"$scratch/$kind.err" ||
		fail "$kind: $(grep 'error: ' "$scratch/$kind.err" | head -3)"
	awk "$judge" "$scratch/$kind"/*.scene >"$scratch/$kind.told"
	[ "$(wc -l <"$scratch/$kind.told")" = "$(ls "$scratch/in" | wc -l)" ] || fail "$kind: charts are missing"
	while read -r name said; do
		case $name in
		higher | declared-higher) want='higher Slow ranks nothing' ;;
		declared-lower) want='lower Fast ranks nothing' ;;
		unit-lower) want='lower Fast ranks unit' ;;
		*) want='nothing nobody plain unknown' ;;
		esac
		case $said in
		"$want "*) ;;
		*) fail "$kind of $name: $said, not $want" ;;
		esac
	done <"$scratch/$kind.told"
	notes=$(grep -c 'note: the data do not say whether higher or lower is better' "$scratch/$kind.err")
	[ "$notes" = "$(ls "$scratch/in" | grep -c -- '[0-9]-unknown')" ] || fail "$kind: $notes notes on what is not known"
	grep -q '^[^:]*\.csv:2:6: note: ' "$scratch/$kind.err" || fail "$kind: the notes have no place"
	grep -l ',elo,' "$scratch"/in/*.csv | xargs rm -f # Elo has no zero: it is drawn as dots only
done

# And what the command line says decides.
for name in "$scratch"/in/*-unknown.csv; do
	case $name in *declared*) continue ;; esac
	echo "$name"
done | head -20 >"$scratch/open"
xargs "$BENCHBRIEF" chart leaderboard --better lower --each -o "$scratch/asked" --format scene <"$scratch/open" 2>/dev/null ||
	fail "--better lower"
[ "$(grep -lE '"Fast leads|"Slow (costs|takes|uses) .* as Fast"' "$scratch"/asked/*.scene | wc -l)" = 20 ] || fail "--better lower does not decide"
exit $failed
