#!/bin/bash
# media.sh PROGRAM [RUNS]: the shipped briefing in every medium, in turns in one run: medians of CPU time (user + system)
# and their ratio to the PDF's, each with its bound. What the program does not make yet is left out. Fails where a bound
# is broken.
set -eu
program=$(realpath "$1") runs=${2:-9}
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../data/muse-spark
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# medium, what it is asked with, and how many times the CPU time of the pages that it is compared with it may take
media='pdf|briefing.md|--only pdf|1|pdf
html|briefing.md|--format html --only html|1.5|pdf
eml|briefing.md|--format eml --only eml|1.5|pdf
deck|deck.md|--page 16:9 --only pdf|1|deck
pptx|deck.md|--page 16:9 --format pptx --only pptx|2|deck'

# makes MEDIUM FILE OPTIONS…: CPU seconds of one run, out of ten, for the clock has 10 ms
makes() {
	local medium=$1 file=$2
	shift 2
	/usr/bin/time -f '%U %S' -o "$work/time" bash -c 'for i in 1 2 3 4 5 6 7 8 9 10; do "$@"; done' _ \
		"$program" render "$data/$file" "$@" --jobs 1 --out "$work/$medium" >/dev/null 2>&1 &&
		awk '{print ($1 + $2) / 10}' "$work/time"
}
median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

known=
while IFS='|' read -r medium file options _; do
	# shellcheck disable=SC2086
	if "$program" render "$data/$file" $options --out "$work/$medium" >/dev/null 2>&1; then known="$known $medium"; fi
done <<<"$media"
for _ in $(seq "$runs"); do
	while IFS='|' read -r medium file options _; do
		case " $known " in *" $medium "*) ;; *) continue ;; esac
		# shellcheck disable=SC2086
		makes "$medium" "$file" $options >>"$work/cpu-$medium"
	done <<<"$media"
done

failed=0
echo "CPU seconds, median of $runs runs in turn"
while IFS='|' read -r medium _ _ bound beside; do
	if [ ! -s "$work/cpu-$medium" ]; then
		printf '%-6s not made by this program\n' "$medium"
		continue
	fi
	own=$(median <"$work/cpu-$medium") other=$(median <"$work/cpu-$beside")
	awk -v m="$medium" -v a="$own" -v b="$other" -v most="$bound" -v beside="$beside" 'BEGIN {
		if (m == beside) printf "%-6s %7.4f\n", m, a
		else printf "%-6s %7.4f  %.2f times %s (at most %s)\n", m, a, a / b, beside, most
		exit a / b > most
	}' || failed=1
done <<<"$media"
exit "$failed"
