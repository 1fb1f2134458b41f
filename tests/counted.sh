#!/bin/sh
# A title that counts leads is shown them: where not all benchmarks have room, those that are led are drawn before others,
# a title says how many of them are drawn if not all are, and that nobody leads is said of what is drawn.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
# Aster leads on the last 4 of 24 benchmarks, Cedar on the 10 odd ones of the others, Birch on the rest.
awk 'BEGIN {
	print "date: 2026-05-04\nsources:\n  - {id: lab, title: Lab Results, date: 2026-05-04, kind: leaderboard}"
	print "models:\n  - {id: aster, name: Aster}\n  - {id: birch, name: Birch}\n  - {id: cedar, name: Cedar}\nbenchmarks:"
	for (i = 101; i <= 124; i++)
		printf "  - {id: b%d, name: Challenge %d, unit: percent, better: higher}\n", i, i
	print "measurements:"
	for (i = 101; i <= 124; i++) {
		cell("aster", i, i > 120 ? 80.5 : 20.5)
		cell("birch", i, i > 120 || i % 2 ? 50.5 : 65.5)
		cell("cedar", i, i > 120 || i % 2 == 0 ? 45.5 : 60.5)
	}
}
function cell(model, i, value) {
	printf "  - {model: %s, benchmark: b%d, value: %.1f, source: lab}\n", model, i, value
}' >data.yaml

# draw ARGUMENT…: the title goes to title, the benchmarks that are drawn to drawn
draw() {
	kind=$1
	shift
	"$BENCHBRIEF" chart "$kind" data.yaml --size 4:3 -o x.scene --format scene "$@" 2>err || {
		cat err
		failed=$((failed + 1))
	}
	sed -n 's/^title [^"]*"\(.*\)"$/\1/p' x.scene >title
	sed 's|" / "| |g' x.scene | grep -o '"Challenge 1[0-9][0-9]' | sort -u >drawn
}
# titled TITLE
titled() {
	[ "$(cat title)" = "$1" ] || {
		echo "the title is \"$(cat title)\", not \"$1\""
		failed=$((failed + 1))
	}
}
# has_all NUMBER…
has_all() {
	for n; do
		grep -q "Challenge $n" drawn || {
			echo "\"$(cat title)\": Challenge $n is not drawn"
			failed=$((failed + 1))
		}
	done
}
for kind in panels heatmap table; do
	draw $kind --focus aster
	grep -q '^Aster leads on four of 24 benchmarks, [a-z0-9]* not shown$' title || titled "Aster leads on four of 24 …"
	has_all 121 122 123 124
	[ "$(wc -l <drawn)" -lt 24 ] || {
		echo "$kind: nothing is cut, so nothing is tried"
		failed=$((failed + 1))
	}
	draw $kind --focus cedar
	has_all 101 103 105 107 109 111 113 115 117 119
	draw $kind
	titled "No model leads on most of the $(wc -l <drawn | sed 's/^12$/twelve/') benchmarks shown"
done
draw gap --focus aster --rows 4
titled 'Aster leads on four of 24 benchmarks, three of the four shown'
[ "$(grep -c '12[1-4]' drawn)" = 3 ] || {
	echo "the gap shows $(grep -c '12[1-4]' drawn) leads, not three"
	failed=$((failed + 1))
}
draw gap --focus aster --rows 6
titled 'Aster leads on four of 24 benchmarks, 18 not shown'
has_all 121 122 123 124
draw gap --focus aster --rows 4 --lang de
titled 'Aster führt bei 4 von 24 Benchmarks, 3 der 4 gezeigt'
[ $failed -eq 0 ] || {
	echo "$failed titles count what is not drawn"
	exit 1
}
echo "counted leads are drawn"
