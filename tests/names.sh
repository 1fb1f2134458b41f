#!/bin/sh
# What benchbrief names proposes loads beside the data that it was made from, as it is, and leaves nothing certain to
# propose. Over the fixtures of every format, and over a table in which each name is written in three ways. And files of
# selections, and of what is no model, are verified.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0 tried=0
fail() {
	echo "FAILED: $*"
	failed=1
}

# propose NAME DATA…: the file, used beside the data
propose() {
	name=$1
	shift
	tried=$((tried + 1))
	"$BENCHBRIEF" names "$@" >"$scratch/aliases.yaml" 2>"$scratch/err" || { fail "$name: $(cat "$scratch/err")"; return; }
	"$BENCHBRIEF" data "$@" "$scratch/aliases.yaml" >/dev/null 2>"$scratch/err" ||
		fail "$name: the file does not load: $(cat "$scratch/err")"
	"$BENCHBRIEF" names "$@" "$scratch/aliases.yaml" >"$scratch/again" 2>"$scratch/err" || fail "$name: names, again"
	grep '^    - ' "$scratch/again" && fail "$name: something is left to join"
	return 0
}

for folder in "$SOURCE"/tests/import/*/; do
	"$BENCHBRIEF" data "$folder" >/dev/null 2>&1 && propose "$(basename "$folder")" "$folder"
done

awk 'BEGIN {
	print "model,benchmark,value,source"
	for (i = 1; i <= 300; i++) {
		print "Model " i ".5 Pro,b1," i ",a"
		print "model-" i "-5-pro,b2," i ",a"
		print "lab/model-" i ".5-pro,b3," i ",b"
	}
}' >"$scratch/three.csv"
propose three "$scratch/three.csv"
joined=$("$BENCHBRIEF" data "$scratch/three.csv" "$scratch/aliases.yaml" --format csv | awk -F, 'NR > 1 { print $1 }' | sort -u | wc -l)
[ "$joined" -eq 300 ] || fail "of 300 models in three spellings there are $joined"
# What is selected, ordered and called otherwise than model is still what the data say.
cat >"$scratch/data.yaml" <<'YAML'
subject: {en: engine, de: {one: Verein, many: Vereine}}
title: Engines
date: 2026-01-05
models: [{id: a1, name: Alpha One, released: 2025-05}, {id: a2, name: Alpha Two, released: 2025-09}, {id: b, name: Beta}]
benchmarks: [{id: x, name: Exam, unit: percent, better: higher}]
measurements:
  - {model: a1, benchmark: x, value: 50}
  - {model: a2, benchmark: x, value: 60}
  - {model: b, benchmark: x, value: 70}
YAML
for lang in en de; do
	cat >"$scratch/b.md" <<MARKDOWN
---
title: Report
data: data.yaml
lang: $lang
---
\`\`\`chart
id: one
kind: leaderboard
models: "alpha*"
where: released >= 2025
order: name
\`\`\`

\`\`\`method
\`\`\`
MARKDOWN
	"$BENCHBRIEF" render "$scratch/b.md" -o "$scratch/$lang" >/dev/null 2>"$scratch/err" || fail "$lang: $(cat "$scratch/err")"
	"$BENCHBRIEF" verify "$scratch/$lang/b.pdf" "$scratch/$lang/charts/one.png" --data "$scratch/data.yaml" >"$scratch/out" 2>&1 ||
		fail "$lang: $(cat "$scratch/out")"
done

echo "$tried proposals, $failed wrong"
exit $failed
