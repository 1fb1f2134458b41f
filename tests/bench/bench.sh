#!/bin/bash
# bench.sh PROGRAM [RUNS]: from start to one PNG, 100 leaderboards in one run, 10,000 models on pages; and briefings: w1, five
# pages and four pictures; w2, a leaderboard of 1,000 and of 10,000 models. Takes turns with the peers that are installed:
# gnuplot, and in the folder PEERS a program written by hand as the lower limit. Prints medians of CPU time (user + system),
# ratios and peak memory.
set -eu
program=$(realpath "$1") runs=${2:-7}
here=$(cd "$(dirname "$0")" && pwd)
peers=${PEERS:-$here/peers}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sh "$here/make_data.sh" "$work"
one=$here/../golden/data/one.csv

# cpu COMMAND…: CPU seconds of one run
cpu() { /usr/bin/time -f '%U %S' -o "$work/time" "$@" >/dev/null 2>&1 && awk '{print $1 + $2}' "$work/time"; }
# precise COMMAND…: a tenth of ten runs, for what is short compared with a clock of 10 ms
precise() { cpu bash -c 'for i in 1 2 3 4 5 6 7 8 9 10; do "$@"; done' _ "$@" | awk '{print $1 / 10}'; }
# peak COMMAND…: megabytes
peak() { /usr/bin/time -f '%M' -o "$work/time" "$@" >/dev/null 2>&1 && awk '{print int($1 / 1024)}' "$work/time"; }
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

floor=
if [ -f "$peers/floor/floor-fast.c" ] && command -v gcc >/dev/null; then
	# shellcheck disable=SC2046
	gcc -O3 -march=native -w -o "$work/floor-fast" "$peers/floor/floor-fast.c" \
		$(pkg-config --cflags --libs pangocairo cairo-pdf pangofc fontconfig) -ldeflate -lm -lpthread && floor=$work/floor-fast
fi

gnuplot_head='set term pngcairo size 1920,1080 font "Inter,14"
set style fill solid noborder; unset key; set border 3; set tics nomirror; set xrange [0:*]'
gnuplot_bars='plot $L using 2:1:(0):2:($1-0.4):($1+0.4):ytic(3) with boxxyerror, $L using 2:1:2 with labels left offset 1,0'
{
	echo "$gnuplot_head"
	echo "set output \"$work/gp.png\""
	printf '$L<<END\n0 71.4 "Aster 4 Ultra"\nEND\n%s\n' "$gnuplot_bars"
} >"$work/one.gp"
{
	echo "$gnuplot_head"
	for file in "$work"/w3/*.json; do
		name=$(basename "$file" .json)
		echo "set output \"$work/gp-$name.png\""
		echo "set title \"Leaderboard $name\" noenhanced"
		echo '$L<<END'
		sed -n 's/.*"model": "\([^"]*\)".*"value": \([0-9.]*\).*/\2 "\1"/p' "$file" | sort -rn | awk '{print NR - 1, $0}'
		echo END
		echo "$gnuplot_bars"
	done
} >"$work/w3.gp"

gnuplot=
if [ -f "$peers/peer_gnuplot.sh" ] && command -v gnuplot >/dev/null && command -v jq >/dev/null; then
	gnuplot=$peers/peer_gnuplot.sh
fi

# The briefings of w2, and the same data in the form that gnuplot's script reads.
head -1001 "$work/w2_10k.csv" >"$work/w2_1k.csv"
for n in 1k 10k; do
	printf -- '---\ntitle: A leaderboard\ndata: w2_%s.csv\nappendix: false\n---\n\n```chart\nkind: leaderboard\nrows: 10000\n```\n' \
		$n >"$work/w2_$n.md"
	sed 1d "$work/w2_$n.csv" | sort -t, -k3 -rn | awk -F, '
		BEGIN {printf "{\"title\": \"A leaderboard\", \"index\": ["}
		{printf "%s[\"%s\", %s]", (NR > 1 ? "," : ""), $1, $3}
		END {print "]}"}' >"$work/w2_$n.json"
done

# Many of w1, each with data of its own, from one list on one core.
many=200
for n in $(seq $many); do
	cp -r "$here/w1" "$work/many-$n"
	sed -i "s/^title: .*/& {{ say(\"$n\") }}/" "$work/many-$n/briefing.md"
	echo "$work/many-$n -o $n"
done >"$work/many.txt"
many() { "$1" "$program" render --list "$work/many.txt" --jobs 1 -o "$work/pages/many"; }

w1() { "$1" "$program" render "$here/w1" -o "$work/pages"; }
w2() { "$1" "$program" render "$work/w2_$2.md" -o "$work/pages"; }

mkdir "$work/ours" "$work/theirs"
touch "$work"/{a,b,c,d,e,f} "$work"/{ours,floor,gnuplot}_{w1,1k,10k}
for _ in $(seq "$runs"); do
	precise "$program" chart leaderboard "$one" -o "$work/x.png" >>"$work/a"
	rm -f "$work"/ours/*
	cpu "$program" chart leaderboard "$work"/w3/*.json --each -o "$work/ours" >>"$work/b"
	[ -z "$floor" ] || cpu "$floor" w3 "$work/theirs" >>"$work/c"
	if command -v gnuplot >/dev/null; then
		precise gnuplot "$work/one.gp" >>"$work/d"
		cpu gnuplot "$work/w3.gp" >>"$work/e"
	fi
	cpu "$program" chart leaderboard "$work/w2_10k.csv" -o "$work/x.pdf" >>"$work/f"

	w1 precise >>"$work/ours_w1"
	w2 precise 1k >>"$work/ours_1k"
	w2 cpu 10k >>"$work/ours_10k"
	if [ "$floor" ]; then
		precise "$floor" w1 "$work/theirs" >>"$work/floor_w1"
		precise "$floor" w2 1000 "$work/x.pdf" >>"$work/floor_1k"
		cpu "$floor" w2 10000 "$work/x.pdf" >>"$work/floor_10k"
	fi
	if [ "$gnuplot" ]; then
		cpu sh "$gnuplot" w1 "$peers/data/w1.json" "$work/theirs" >>"$work/gnuplot_w1"
		cpu sh "$gnuplot" w2 "$work/w2_1k.json" "$work/x.pdf" >>"$work/gnuplot_1k"
		cpu sh "$gnuplot" w2 "$work/w2_10k.json" "$work/x.pdf" >>"$work/gnuplot_10k"
	fi
done

ours_one=$(median <"$work/a") ours_100=$(median <"$work/b") pdf=$(median <"$work/f")
peak=$(peak "$program" chart leaderboard "$work/w2_10k.csv" -o "$work/x.pdf")
line() { printf '%-44s %8.4f  %s\n' "$1" "$2" "${3-}"; }
ratio() { line "$1" "$2" "benchbrief takes $(echo "$3 $2" | awk '{printf "%.2f", $1 / $2}') of it"; }
echo "CPU seconds, median of $runs runs in turn"
line 'benchbrief, start to one PNG of 1920x1080' "$ours_one"
line 'benchbrief, 100 PNGs in one run' "$ours_100"
line 'benchbrief, 10,000 models on 500 PDF pages' "$pdf" "(peak $peak MB)"
if [ -n "$floor" ]; then ratio 'the limit by hand, 100 PNGs' "$(median <"$work/c")" "$ours_100"; else echo 'the limit by hand: not installed'; fi
if [ -s "$work/d" ]; then
	ratio 'gnuplot, start to one PNG' "$(median <"$work/d")" "$ours_one"
	ratio 'gnuplot, 100 PNGs in one run' "$(median <"$work/e")" "$ours_100"
else
	echo 'gnuplot: not installed'
fi

# briefing WORK WORDS PEAK: ours and the peers'
briefing() {
	ours=$(median <"$work/ours_$1")
	line "benchbrief, $2" "$ours" "(peak $3 MB)"
	if [ "$floor" ]; then ratio "the limit by hand, $2" "$(median <"$work/floor_$1")" "$ours"; fi
	if [ "$gnuplot" ]; then ratio "gnuplot, $2" "$(median <"$work/gnuplot_$1")" "$ours"; fi
}
echo
briefing w1 'five pages, four PNGs' "$(w1 peak)"
briefing 1k '1,000 models' "$(w2 peak 1k)"
briefing 10k '10,000 models' "$(w2 peak 10k)"
echo "10,000 models take $(echo "$(median <"$work/ours_10k") $(median <"$work/ours_1k")" | awk '{printf "%.1f", $1 / $2}') times as much as 1,000"
rm -rf "$work/pages/many"
seconds=$(many cpu)
line "$many briefings of five pages and four PNGs" "$seconds" \
	"(peak $(many peak) MB; $(echo "$many $seconds" | awk '{printf "%.0f", 60 * $1 / $2}') a minute on one core)"
[ "$floor" ] || echo 'the limit by hand: not installed, so briefings are not compared with it'
[ "$gnuplot" ] || echo 'gnuplot or its scripts for briefings: not installed, so briefings are not compared with them'
