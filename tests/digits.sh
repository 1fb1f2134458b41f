#!/bin/sh
# Printed numbers have the digits of their sources: no more, no less without a note, none of them a false zero or tie.
# The expected texts stand here as a reader would write them; nothing of the program is used to make them.
set -u
. "${SOURCE:?names the source tree}/tests/lib/scene.sh"
# texts ROLE <SCENE: what items of a role say
texts() {
	sed -n "s/^$1 [^\"]*\"\(.*\)\".*/\1/p" | tr '\n' '|' | sed 's/\xc2\xa0/ /g'
}
# values NAME 'WANTED|…|': the printed values of a scene, in the order in which they stand
values() {
	expect "values of $1" "$2" "$(texts value <"$1.scene")"
}
# says NAME TEXT, does_not_say NAME TEXT: anywhere in a scene
says() {
	sed 's/\xc2\xa0/ /g' "$1.scene" | grep -qF "$2" || {
		echo "$1 does not say: $2"
		failed=1
	}
}
does_not_say() {
	grep -qF "$2" "$1.scene" || return
	echo "$1 says: $2"
	failed=1
}

# in_line NAME ROLE A B C: in the scene numbers of three, two and one digits before the point have it at one place: each
# begins a digit further to the right
in_line() {
	awk -v role="$2" -v a="\"$3\"" -v b="\"$4\"" -v c="\"$5\"" '
		{ left = $2 ~ /^#/ ? $3 : $2 }
		$1 == role && index($0, a) { x = left }
		$1 == role && index($0, b) { y = left }
		$1 == role && index($0, c) { z = left }
		END { exit !(x && y && z && y - x > 2 && (z - y) - (y - x) < 0.05 && (y - x) - (z - y) < 0.05) }
	' "$1.scene" || {
		echo "$1: the decimal points of $3, $4 and $5 are not in line"
		failed=1
	}
}

# Each value has the digits that its source gave.
cat >own.csv <<-end
	model,benchmark,value,unit
	A,C,50,points
	B,C,49.96,points
	D,C,50.0004,points
	E,C,611,points
	F,C,38.4,points
	G,C,2.50,points
end
for kind in leaderboard bars dots table heatmap; do
	draw "own-$kind" "$kind" own.csv
	values "own-$kind" '611|50.0004|50|49.96|38.4|2.50|'
	does_not_say "own-$kind" Rounded
done
draw own-german leaderboard own.csv --lang de
values own-german '611|50,0004|50|49,96|38,4|2,50|'

printf 'model,benchmark,value,unit\nA,C,700,usd\nE,C,611,usd\nF,C,38.4,usd\nG,C,2.50,usd\nH,C,1,usd\n' >column.csv
for kind in table heatmap; do
	draw "column-$kind" "$kind" column.csv
	in_line "column-$kind" value '$700' '$38.4' '$2.50'
done
cat >board.md <<-'end'
	---
	title: A board
	data: column.csv
	appendix: false
	---
	# Values

	| model | value | words |
	|---|---:|---:|
	| E | {{ value("E", "C") }} | none |
	| F | {{ value("F", "C") }} | some |
	| G | {{ value("G", "C") }} | many |
end
"$program" render board.md --format scene >board.scene 2>err || cat err
in_line board cell '$611' '$38.4' '$2.50'
printf 'model,benchmark,value,unit\nx,A,611,seconds\ny,A,38.4,seconds\nz,A,2.50,seconds\n' >ends.csv
printf 'x,B,212.25,seconds\ny,B,20,seconds\nz,B,1.5,seconds\n' >>ends.csv
draw ends slope ends.csv -b A -b B
in_line ends value 611 38.4 2.50
in_line ends value 212.25 20 1.5
sed 's/^\([xyz]\),/\1 is a model with quite a long name,/' ends.csv >narrow.csv # no room for names at both ends
draw narrow slope narrow.csv -b A -b B --size 600x500
in_line narrow word −398.75 −18.4 −1.00

cat >several.csv <<-end
	model,benchmark,value,unit
	x,A,50,percent
	y,A,49.96,percent
	z,A,7,percent
	x,B,2.5,percent
	y,B,10,percent
	z,B,0.25,percent
end
draw several-panels panels several.csv -b A -b B
values several-panels '50%|2.5|49.96|10|7|0.25|'
draw several-grouped grouped several.csv -b A -b B -m x -m y -m z
values several-grouped '50%|49.96|7|2.5|10|0.25|'
draw several-slope slope several.csv -b A -b B
values several-slope '7|0.25|49.96|10|50|2.5|'
draw several-gap gap several.csv -b A -b B --focus x
values several-gap '+0.04|−7.5|'

says several-slope '50% to 2.5%'

# More digits than anybody reads: rounded at one place, and said; finer where a difference would be lost.
printf 'model,benchmark,value,unit\nx,A,57.123456789,points\ny,A,56.5,points\nz,A,12,points\n' >many.csv
draw many leaderboard many.csv
values many '57.1235|56.5|12|'
says many 'Rounded where a source gives more digits.'
draw many-german leaderboard many.csv --lang de
says many-german 'Gerundet, wo eine Quelle mehr Stellen angibt.'
printf 'model,benchmark,value,unit\nx,A,57.1234561,points\ny,A,57.1234572,points\nz,A,12,points\n' >near.csv
draw near leaderboard near.csv
values near '57.123457|57.123456|12|'
expect "ranks of near" '1|2|3|' "$(texts rank <near.scene)"

# Values of several benchmarks on one scale are rounded at one place: 0.12346 is printed above what is less.
printf 'model,benchmark,value,unit\nx,A,0.12346,percent\nx,B,0.12345678,percent\n' >across.csv
draw across bars across.csv -m x -b A -b B
values across '0.12346%|0.123457|'

# Money: sign, separators from 1,000, cents only where they are no noise.
cat >money.csv <<-end
	model,benchmark,value,unit
	A,Cost,2828.54,usd
	B,Cost,611,usd
	C,Cost,38.4,usd
end
for kind in leaderboard bars dots table heatmap; do
	draw "money-$kind" "$kind" money.csv
	values "money-$kind" '$38|$611|$2,829|'
	says "money-$kind" 'Rounded where a source gives more digits.'
done
draw money-german leaderboard money.csv --lang de
values money-german '38 $|611 $|2.829 $|'
says money-german 'Gerundet, wo eine Quelle mehr Stellen angibt.'
draw money-gap gap money.csv --focus B
values money-gap '−$573|'
cat >cents.csv <<-end
	model,benchmark,value,unit
	A,Cost,2828.54,usd
	B,Cost,2828.36,usd
	C,Cost,611,usd
	D,Cost,-3.20,usd
	A,Score,50,percent
	B,Score,49.96,percent
	C,Score,38,percent
	D,Score,7,percent
end
draw cents leaderboard cents.csv -b Cost
values cents '−$3.20|$611|$2,828.36|$2,828.54|'
does_not_say cents Rounded
draw cents-german leaderboard cents.csv -b Cost --lang de
values cents-german '−3,20 $|611 $|2.828,36 $|2.828,54 $|'
draw cents-scatter scatter cents.csv -b Score -b Cost
expect 'ticks of cents-scatter' '10|20|30|40|50|$0|$500|$1,000|$1,500|$2,000|$2,500|' "$(texts tick <cents-scatter.scene)"
for currency in 'eur €5 5_€' 'gbp £5 5_£' 'jpy ¥5 5_¥' 'cny CN¥5 5_CN¥' 'chf CHF_5 5_CHF'; do
	set -- $currency
	printf 'model,benchmark,value,unit\nA,Cost,5,%s\n' "$1" >currency.csv
	draw currency leaderboard currency.csv
	values currency "$(echo "$2|" | tr _ ' ')"
	draw currency leaderboard currency.csv --lang de
	values currency "$(echo "$3|" | tr _ ' ')"
done

# Magnitudes are words of the reader's language, in titles, notes and prose; beside a bar the subtitle says them.
cat >tokens.csv <<-end
	model,benchmark,value,unit
	A,Tokens,58M,tokens
	B,Tokens,120M,tokens
end
draw tokens tokens tokens.csv
values tokens '58|120|'
says tokens 'A uses 58 million tokens'
says tokens 'Tokens, million tokens'
draw tokens-german tokens tokens.csv --lang de
says tokens-german '58 Millionen Tokens'

# Neither a false zero nor a false tie.
printf 'model,benchmark,value,unit\nA,Tiny,4.9e-10,points\nB,Tiny,0.6e-10,points\n' >tiny.csv
for kind in leaderboard bars dots table heatmap; do
	draw "tiny-$kind" "$kind" tiny.csv
	values "tiny-$kind" '4.9 × 10⁻¹⁰|0.6 × 10⁻¹⁰|'
done
draw tiny-german leaderboard tiny.csv --lang de
values tiny-german '4,9 · 10⁻¹⁰|0,6 · 10⁻¹⁰|'
expect "ranks of tiny" '1|2|' "$(texts rank <tiny-leaderboard.scene)"
printf 'model,benchmark,value,unit\nA,C,5e-324,points\nB,C,1e-300,points\nD,C,0,points\n' >smallest.csv
draw smallest leaderboard smallest.csv
values smallest '1 × 10⁻³⁰⁰|5 × 10⁻³²⁴|0|'
printf 'model,benchmark,value,unit\nA,Tokens,12000000000000,tokens\nB,Tokens,3000,tokens\n' >rates.csv
printf 'A,Score,0.00001,points\nB,Score,0.5,points\n' >>rates.csv
draw rates tokens rates.csv -b Tokens -b Score
expect 'shares and rates' '0.00000003%|167|100%|8.3 × 10⁻¹³|' "$(texts word <rates.scene)"
printf 'model,benchmark,value\nA,C,1\nB,C,1e-400\n' >vanishing.csv
"$program" chart leaderboard vanishing.csv --format scene -o vanishing.scene 2>err && {
	echo '1e-400 is drawn'
	failed=1
}
grep -qF 'it is too small to be told from 0' err || {
	echo '1e-400 is refused without a remedy'
	failed=1
}
exit $failed
