#!/bin/sh
# No sentence of the shipped briefing outlives its data. Every value of Muse Spark, in all articles that print it, is moved far
# up, far down and just past each rival. The render must stop, or at least print no lead below zero; it must stop wherever
# Muse Spark gains or loses a first place.
set -u
LC_ALL=C
export LC_ALL
folder=$SOURCE/data/muse-spark
[ -f "$folder/briefing.md" ] || exit 77
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

# The moves, "model benchmark value new must": must is 1 where the first place changes hands.
cat >"$scratch/moves.awk" <<'AWK'
/^trust: \[/ {
	line = $0
	gsub(/^trust: \[|\].*$/, "", line)
	n = split(line, names, /, */)
	for (i = 1; i <= n; i++)
		trust[names[i]] = i
}
/^  - \{?id: .*better: lower/ { lower[part("id")] = 1 }
/^  - id: / { id = $3 }
/^    better: lower/ { lower[id] = 1 }
/^    default: / && id == "muse-spark" { variant = $2 }

/^  - \{model: .*value: / {
	model = part("model")
	benchmark = part("benchmark")
	if (model == "muse-spark@" variant)
		model = "muse-spark"
	key = benchmark SUBSEP model
	order = trust[part("source")]
	if (!(key in value))
		keys[++n_keys] = key
	else if (order >= by[key])
		next
	by[key] = order
	value[key] = number()
}

END {
	for (i = 1; i <= n_keys; i++) {
		split(keys[i], of, SUBSEP)
		if (of[2] ~ /^muse-spark/)
			moves(of[1], of[2], value[keys[i]])
	}
}

function part(name) {
	return match($0, "[{ ]" name ": [^,}]*") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : ""
}

# In the unit of the file: "1,427" is 1427; 58 million and 57M are 58 and 57.
function number(    text) {
	match($0, /value: ("[^"]*"|[^,}]*)/)
	text = substr($0, RSTART + 7, RLENGTH - 7)
	gsub(/[",]/, "", text)
	return text + 0
}

function moves(benchmark, model, old,    i, of, rival, step) {
	if (benchmark == "index-tokens") {
		move(benchmark, model, old, 200)
		move(benchmark, model, old, 5)
	} else if (benchmark == "intelligence-index") {
		move(benchmark, model, old, 58)
		move(benchmark, model, old, 10)
	} else if (old > 100) {
		move(benchmark, model, old, old + 400)
		move(benchmark, model, old, old - 400)
	} else {
		move(benchmark, model, old, old + 30 > 99 ? 99 : old + 30)
		move(benchmark, model, old, old - 30 < 1 ? 1 : old - 30)
	}
	step = benchmark ~ /^(index-tokens|intelligence-index|gdpval-aa)$/ ? 1 : 0.1
	for (i = 1; i <= n_keys; i++) {
		split(keys[i], of, SUBSEP)
		rival = value[keys[i]]
		if (of[1] == benchmark && of[2] != model)
			move(benchmark, model, old, rival < old ? rival - step : rival + step)
	}
}

function move(benchmark, model, old, new) {
	print model, benchmark, old, new (benchmark == "index-tokens" ? "M" : ""),
		leads(benchmark, model, old) != leads(benchmark, model, new)
}

function leads(benchmark, model, mine,    i, of, better) {
	for (i = 1; i <= n_keys; i++) {
		split(keys[i], of, SUBSEP)
		better = benchmark in lower ? mine < value[keys[i]] : mine > value[keys[i]]
		if (of[1] == benchmark && of[2] != model && !better)
			return 0
	}
	return 1
}
AWK

# The dataset with another value in every article that prints it.
cat >"$scratch/move.awk" <<'AWK'
index($0, "  - {model: " model ", benchmark: " benchmark ",") == 1 ||
index($0, "  - {model: " model "@thinking, benchmark: " benchmark ",") == 1 {
	sub(/value: ("[^"]*"|[^,}]*)/, "value: " new)
}
{ print }
AWK

awk -f "$scratch/moves.awk" "$folder/dataset.yaml" | sort -u >"$scratch/moves"
mkdir "$scratch/data"
cp "$folder/briefing.md" "$scratch/data/"
cp "$folder/dataset.yaml" "$scratch/data/"
"$BENCHBRIEF" render "$scratch/data/briefing.md" --out "$scratch/out" --only pdf >/dev/null 2>"$scratch/err" ||
	fail "the shipped briefing does not render: $(cat "$scratch/err")"
for want in intelligence-index index-tokens gdpval-aa humanitys-last-exam medxpertqa-multimodal; do
	grep -q " $want .* 1\$" "$scratch/moves" || fail "no move changes the first place on $want"
done

stopped=0
made=0
must_stop=0
while read -r model benchmark old new must; do
	awk -v model="$model" -v benchmark="$benchmark" -v new="$new" -f "$scratch/move.awk" "$folder/dataset.yaml" \
		>"$scratch/data/dataset.yaml"
	cmp -s "$folder/dataset.yaml" "$scratch/data/dataset.yaml" && fail "$model on $benchmark was not moved"
	rm -rf "$scratch/out"
	"$BENCHBRIEF" render "$scratch/data/briefing.md" --out "$scratch/out" --only pdf >/dev/null 2>"$scratch/err"
	code=$?
	must_stop=$((must_stop + must))
	if [ "$code" -eq 1 ]; then
		stopped=$((stopped + 1))
		grep -q 'does not hold' "$scratch/err" ||
			fail "$model on $benchmark from $old to $new stopped for another reason: $(head -n 3 "$scratch/err")"
		continue
	fi
	[ "$code" -eq 0 ] || fail "$model on $benchmark from $old to $new: exit $code: $(head -n 3 "$scratch/err")"
	made=$((made + 1))
	echo "made: $model on $benchmark from $old to $new"
	[ "$must" -eq 0 ] || fail "$model on $benchmark from $old to $new changes the first place, and no sentence notices"
	if command -v pdftotext >/dev/null; then
		pdftotext "$scratch/out/muse-spark.pdf" - | tr '\n' ' ' |
			grep -Eo '(^| )(−|-)[0-9][0-9.,]*( million)? (points?|percent|tokens|Elo|behind|ahead|more|less|above|below|times)' \
				>"$scratch/below" && fail "$model on $benchmark from $old to $new: $(cat "$scratch/below")"
	fi
done <"$scratch/moves"

echo "$stopped moves stopped it ($must_stop had to), $made did not"
echo "$failed wrong"
[ "$failed" -eq 0 ]
