#!/bin/sh
# The command that the message about a table which cannot be understood prints draws that table.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
tried=0

# The table on standard input, as a file of this name.
try() {
	cat >"$1"
	tried=$((tried + 1))
	if "$BENCHBRIEF" chart leaderboard "$1" -o first.svg 2>err; then
		echo "$1: is understood without a mapping"
		failed=$((failed + 1))
		return
	fi
	command=$(sed -n "s/.*say which is which: benchbrief \(chart [a-z]* .* --map '[^']*\('\\\\''[^']*\)*'\).*/\1/p" err)
	if [ -z "$command" ]; then
		echo "$1: no command is printed:"
		cat err
		failed=$((failed + 1))
	elif ! eval "\"\$BENCHBRIEF\" $command -o second.svg" >out 2>&1; then
		echo "$1: \"$command\" fails:"
		cat out
		failed=$((failed + 1))
	fi
}

try shepherds.csv <<'E2'
shepherd,breed,elo,rank,licence
Ada,collie,1210,1,free
Ada,kelpie,1190,2,free
E2
try index.csv <<'E2'
,task,acc,f1
0,MMLU,70,60
1,ARC,60,50
E2
try two.csv <<'E2'
model,task,acc,f1
A,MMLU,70,60
A,ARC,60,50
E2
try winners.csv <<'E2'
Benchmark,Winner,Score
MMLU,A,70
ARC,B,60
E2
try names.json <<'E2'
{"alpha": {"foo": 1.5, "bar": 3}, "beta": {"foo": 2.7, "bar": 1}}
E2
try groups.csv <<'E2'
group,owner,points
red,Ada,3
blue,Ada,4
E2
try "with space.csv" <<'E2'
flock,dog's name,time taken
big,Rex,3.5
small,Tim,4.5
E2
try functions.csv <<'E2'
benchmark,mean_ns,iterations
BM_a,120.5,1000
BM_b,220.5,1000
E2
try commas.csv <<'E2'
"place, country","dog, full name","wins, total"
"Bern, CH",Rex,3
"Bern, CH",Tim,4
E2
try numbers.csv <<'E2'
size,mmlu,arc
7,50,60
13,55,66
E2
try tall.tsv <<'E2'
suite	case	when	ms
a	x	2025-01-01	3.5
a	y	2025-01-01	4.5
E2
echo "$tried tables, $failed failed"
[ "$failed" -eq 0 ]
