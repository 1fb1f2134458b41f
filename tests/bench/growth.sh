#!/bin/bash
# What pathological inputs cost, in CPU seconds and memory: the table of growth in the README. BENCHBRIEF names the
# program; the inputs are made in a folder that is removed.
set -eu
program=${BENCHBRIEF:?names the program to measure}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
cat >data.yaml <<'END'
date: 2026-05-04
sources:
  - {id: s, title: S, kind: leaderboard, date: 2026-05-04}
models:
  - {id: a, name: Aster}
  - {id: b, name: Birch}
benchmarks:
  - {id: q, name: Quality, unit: percent, better: higher}
measurements:
  - {model: a, benchmark: q, value: 71.4%, source: s}
  - {model: b, benchmark: q, value: 61.4%, source: s}
END

# cost WORDS COMMAND...: a row of the table
cost() {
	/usr/bin/time -o cost -f '%U %S %M' "${@:2}" >out 2>&1 || { echo "$1: failed"; tail -n 3 out; exit 1; }
	awk -v words="$1" '{ printf "| %s | %.1f | %d |\n", words, $1 + $2, $3 / 1024 }' cost
}

briefing() {
	printf '%s\ntitle: T\ndata: data.yaml\n%s\nText.\n\n' --- ---
}

echo "| input | CPU seconds | MB |"
echo "|---|---|---|"
awk 'BEGIN { print "model,benchmark,value"; for (i = 0; i < 100000; i++) printf "Model %d,Q,%.2f\n", i, i * 7919 % 10000 / 100 }' >list.csv
cost "a PDF list of 100,000 rows on 5,000 pages" "$program" chart leaderboard list.csv -o list.pdf
awk 'BEGIN { print "model,benchmark,value"; for (i = 0; i < 1000000; i++) printf "Model %d,Q,%.2f\n", i, i * 7919 % 10000 / 100 }' >million.csv
cost "twelve rows of a million models" "$program" chart leaderboard million.csv -o million.png
awk 'BEGIN { print "model,benchmark,value"; for (i = 0; i < 16000; i++) for (m = 0; m < 3; m++) printf "M%d,Bench %d,%.3f\n", m, i, (i * 7919 + m * 104729) % 100000 / 1000 }' >gap.csv
cost "a gap over 16,000 benchmarks" "$program" chart gap gap.csv --focus M0 -o gap.png
awk 'BEGIN { print "model,benchmark,value,source,date"; for (i = 0; i < 16000; i++) printf "A,Q,%d,source %d,2026-05-04\n", i % 4 ? 71 : 60 + i / 4 % 10, i; print "B,Q,50,source 0,2026-05-04" }' >sources.csv
cost "16,000 sources of one value" "$program" chart leaderboard sources.csv -o sources.png
awk 'BEGIN { ORS = ""; print "model,benchmark,value"; for (i = 0; i < 1000000; i++) print ",other " i; for (m = 0; m < 2; m++) { print "\nM" m ",Q," m; for (i = 0; i < 1000000; i++) print "," i % 97 } print "\n" }' >columns.csv
cost "a CSV file of a million columns" "$program" chart leaderboard columns.csv -o columns.png
awk 'BEGIN { print "engine,task,score"; for (i = 0; i < 1000000; i++) printf "engine number %d,task %d,%d.%06d\n", i / 1000, i % 1000, i % 90, i * 7919 % 1000000 }' >foreign.csv
cost "a million values in a table of others, $(du -m --apparent-size foreign.csv | cut -f 1) MB" "$program" chart leaderboard foreign.csv -o foreign.png
cost "the same, one task of 1,000" "$program" chart leaderboard foreign.csv -b "task 500" -o foreign.png
cost "the same, as text" "$program" data foreign.csv
awk 'BEGIN { ORS = ""; print "Model"; for (b = 0; b < 100; b++) print ",Bench " b; for (m = 0; m < 30000; m++) { print "\nModel " m; for (b = 0; b < 100; b++) printf ",%d.%d", (m * 31 + b * 7919) % 100, (m * 101 + b) % 100 } print "\n" }' >wide.csv
cost "three million values in 100 columns, $(du -m --apparent-size wide.csv | cut -f 1) MB" "$program" chart leaderboard wide.csv -o wide.png
cost "the same, one column" "$program" chart leaderboard wide.csv -b "Bench 50" -o wide.png
awk 'BEGIN { ORS = ""; print "Model"; for (b = 0; b < 2000; b++) print ",Bench " b; for (m = 0; m < 300; m++) { print "\nModel " m; for (b = 0; b < 2000; b++) printf ",%d.%d", (m * 31 + b * 7919) % 100, (m * 101 + b) % 100 } print "\n" }' >many.csv
cost "a check of 2,000 benchmarks of 300 models" "$program" check many.csv
awk 'BEGIN { ORS = ""; print "[{\"model\": \"A\", \"Q\": 1, \"trace\": [0"; for (i = 0; i < 19000000; i++) print "," i % 10; print "]}]\n" }' >series.json
cost "19 million numbers in a JSON record, $(du -m --apparent-size series.json | cut -f 1) MB" "$program" chart leaderboard series.json -o series.png
{
	briefing
	awk 'BEGIN { print "| A | B |\n|---|---|"; for (i = 0; i < 60000; i++) printf "| x%cy%cz%c | other |\n", 97 + i % 26, 97 + i / 26 % 26, 97 + i / 676 % 26 }'
} >table.md
cost "a table of 60,000 rows in a briefing" "$program" render table.md -o made
{
	briefing
	awk 'BEGIN { for (i = 0; i < 700; i++) print "```chart\nkind: bars\nbenchmark: q\n```\n" }'
} >charts.md
cost "700 charts in a briefing" "$program" render charts.md -o made
