#!/bin/sh
# What fields, names and lines of a chart stand for: shades are one scale per unit and range, from a meaningful zero.
set -u
. "${SOURCE:?names the source tree}/tests/lib/scene.sh"
# shade NAME VALUE: the colours of the fields on which a value is printed, each once
shade() {
	awk -v value="$2" '
		$1 == "field" { fill[$2] = $9 }
		$1 == "value" && index($0, "\"" value "\"") { print fill[$2] }
	' "$1.scene" | sort -u | tr '\n' ' '
}
# bold NAME: the values in bold
bold() {
	sed -n 's/^value .* bold [^"]*"\(.*\)".*/\1/p' "$1.scene" | tr '\n' ' '
}

cat >heat.csv <<-end
	model,benchmark,value,unit
	A,High,96.6,percent
	B,High,35.6,percent
	C,High,50,percent
	A,Low,35.6,percent
	B,Low,12,percent
	C,Low,0,percent
	A,Nothing,0,percent
	B,Nothing,0,percent
	C,Nothing,0,percent
	D,Nothing,0,percent
	E,Nothing,0,percent
end
for look in editorial board boardroom editorial-dark board-light boardroom-dark; do
	draw heat heatmap heat.csv -b High -b Low -b Nothing --look "$look"
	expect "$look: one value has one shade, on whatever benchmark" 1 "$(shade heat 35.6 | wc -w | tr -d ' ')"
	expect "$look: equal zeros are as pale as zero" 1 "$(shade heat 0 | wc -w | tr -d ' ')"
	[ "$(shade heat 35.6)" != "$(shade heat 96.6)" ] || expect "$look: 35.6 is not shaded as 96.6" yes no
	expect "$look: ties all round earn no bold" '96.6 35.6 ' "$(bold heat)"
	expect "$look: a missing value has no field" 11 "$(grep -c '^field' heat.scene)"
	expect "$look: and words instead" 4 "$(grep -c "\"no result\"" heat.scene)"
done
draw tied table heat.csv -b High -b Nothing
expect "in a table, too" '96.6 ' "$(bold tied)"
draw tied panels heat.csv -b High -b Nothing
expect "and in panels" '96.6% ' "$(bold tied)"
draw tied table heat.csv -b Nothing
grep -q 'Bold' tied.scene && expect "no note explains bold where nothing is bold" none one

cat >ranges.yaml <<-end
	benchmarks:
	  - {id: a, name: A, unit: points, range: [0, 100], better: higher}
	  - {id: b, name: B, unit: points, range: [0, 100], better: higher}
	  - {id: c, name: C, unit: points, range: [0, 10], better: higher}
	  - {id: e, name: Rating, unit: elo, better: higher}
	models: [{id: x, name: X}, {id: y, name: Y}]
	measurements:
	  - {model: x, benchmark: a, value: 50}
	  - {model: y, benchmark: a, value: 40}
	  - {model: x, benchmark: b, value: 40}
	  - {model: y, benchmark: b, value: 30}
	  - {model: x, benchmark: c, value: 5}
	  - {model: y, benchmark: c, value: 3}
	  - {model: x, benchmark: e, value: 1400}
	  - {model: y, benchmark: e, value: 1300}
end
draw ranges heatmap ranges.yaml -b a -b b -b c -b e
expect "one range, one scale" 1 "$(shade ranges 40 | wc -w | tr -d ' ')"
expect "half of a range is shaded as half of another" "$(shade ranges 50)" "$(shade ranges 5)"
grep -q 'Shades from the low end of the scale, not from zero: Rating' ranges.scene ||
	expect "where zero means nothing a note says so" yes no
exit $failed
