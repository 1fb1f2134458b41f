#!/bin/bash
# loading.sh PROGRAM [RUNS [BASELINE]]: what it takes to load records: a million CSV rows to one leaderboard against awk, which
# sums one column of the same file; 100,000 JSON records against python3, which parses them; exports and diff of 100,000 rows
# against a baseline program, if one is given. Takes turns; prints medians of CPU time (user + system), ratios and peak memory.
set -eu
program=$(realpath "$1") runs=${2:-5} baseline=${3-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# cells ROWS: a hundred models on twenty benchmarks, by one source after the other. models ROWS: each row a model of its own.
cells() {
	awk -v rows="$1" 'BEGIN {
		print "model,benchmark,value,date,source"
		for (i = 0; i < rows; i++) {
			m = int(i / 20) % 100; b = i % 20; s = int(i / 2000)
			printf "m-%03d,bench%d,%.1f,2026-%02d-%02d,s%d\n", m, b, 50 + m * 0.3 + b * 0.1, s % 12 + 1, s % 28 + 1, s
		}
	}'
}
models() {
	awk -v rows="$1" 'BEGIN {
		print "model,benchmark,value,source"
		for (i = 0; i < rows; i++) printf "model-%07d,benchmark,%.1f,src-1\n", i, (i * 7919) % 900 / 10
	}'
}
json() {
	awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) key[i] = $i; printf "["; next }
		{
			printf "%s{", (NR > 2 ? ",\n " : "")
			for (i = 1; i <= NF; i++) printf "%s\"%s\": %s", (i > 1 ? ", " : ""), key[i], (key[i] == "value" ? $i : "\"" $i "\"")
			printf "}"
		}
		END { print "]" }' "$1"
}
cells 1000000 >"$work/cells.csv"
models 1000000 >"$work/models.csv"
# The same rows in an order of chance, always the same one.
awk 'NR == 1 { print; fflush(); next } { printf "%d\t%s\n", (NR * 7919) % 1000003, $0 | "sort -n | cut -f 2" }' "$work/models.csv" >"$work/shuffled.csv"
cells 100000 >"$work/cells_100k.csv"
models 100000 >"$work/models_100k.csv"
json "$work/cells_100k.csv" >"$work/cells.json"
json "$work/models_100k.csv" >"$work/models.json"

# run NAME COMMAND…: adds CPU seconds to NAME.cpu and megabytes to NAME.peak
run() {
	name=$1
	shift
	/usr/bin/time -f '%U %S %M' -o "$work/time" "$@" >/dev/null 2>&1
	awk '{print $1 + $2}' "$work/time" >>"$work/$name.cpu"
	awk '{print $3 / 1024}' "$work/time" >>"$work/$name.peak"
}
median() { sort -n "$work/$1" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
chart() { run "$1" "$2" chart leaderboard "$work/$3" -b "$4" -o "$work/x.png"; }

for _ in $(seq "$runs"); do
	for shape in cells models; do
		b=bench1
		[ $shape = cells ] || b=benchmark
		# shellcheck disable=SC2016
		run awk_$shape awk -F, '{s += $3} END {print s}' "$work/$shape.csv"
		chart rows_$shape "$program" $shape.csv $b
		[ $shape = cells ] || chart rows_shuffled "$program" shuffled.csv $b
		run python_$shape python3 -c 'import json, sys; json.load(open(sys.argv[1]))' "$work/$shape.json"
		chart json_$shape "$program" $shape.json $b
		for what in csv json yaml; do
			run ${what}_export_$shape "$program" data "$work/${shape}_100k.csv" --format $what
			[ -z "$baseline" ] || run base_${what}_export_$shape "$baseline" data "$work/${shape}_100k.csv" --format $what
		done
		run diff_$shape "$program" diff "$work/${shape}_100k.csv" "$work/${shape}_100k.csv"
		[ -z "$baseline" ] || run base_diff_$shape "$baseline" diff "$work/${shape}_100k.csv" "$work/${shape}_100k.csv"
		[ -z "$baseline" ] || chart base_json_$shape "$baseline" $shape.json $b
	done
done

# line WORDS NAME [PEER WORDS]
line() {
	printf '%-46s %7.2f s %7.0f MB' "$1" "$(median "$2.cpu")" "$(median "$2.peak")"
	[ $# -lt 3 ] || echo "$(median "$2.cpu") $(median "$3.cpu") $(median "$2.peak") $(median "$3.peak")" |
		awk -v peer="$4" '{printf "   %.2f of the time and %.2f of the memory of %s", $1 / $2, $3 / $4, peer}'
	echo
}
echo "CPU time and peak memory, medians of $runs runs in turn"
for shape in cells models; do
	line "a million rows to a leaderboard ($shape)" rows_$shape awk_$shape awk
	[ $shape = cells ] || line "the same in random order" rows_shuffled awk_$shape awk
	size=$(wc -c <"$work/$shape.csv")
	median rows_$shape.peak | awk -v size="$size" '{printf "%46s %.1f times the file in memory\n", "", $1 * 1048576 / size}'
	line "100,000 JSON records to a leaderboard ($shape)" json_$shape python_$shape "python3's json.load"
	[ -z "$baseline" ] || line '  against the baseline' json_$shape base_json_$shape 'the baseline'
	for what in csv json yaml; do
		if [ "$baseline" ]; then
			line "100,000 rows as $what ($shape)" ${what}_export_$shape base_${what}_export_$shape 'the baseline'
		else
			line "100,000 rows as $what ($shape)" ${what}_export_$shape
		fi
	done
	if [ "$baseline" ]; then line "diff of 100,000 rows ($shape)" diff_$shape base_diff_$shape 'the baseline'; else line "diff of 100,000 rows ($shape)" diff_$shape; fi
done
