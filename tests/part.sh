#!/bin/sh
# A part of the data: every command takes the same options, and a document that is made of a part says so and keeps to
# it.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
cd "$scratch" || exit 1
cat >data.yaml <<'E'
date: 2026-04-09
organisations: [{id: acme, name: Acme}, {id: other, name: Other}]
sources: [{id: s, title: Board, kind: leaderboard, date: 2026-04-09}]
models:
  - {id: ax, name: Ax, organisation: acme}
  - {id: bx, name: Bx, organisation: acme}
  - {id: cx, name: Cx, organisation: other}
  - {id: dx, name: Dx, organisation: acme}
benchmarks:
  - {id: q, name: Quiz, unit: percent, better: higher}
  - {id: r, name: Race, unit: percent, better: higher}
  - {id: o, name: Only, unit: percent, better: higher}
claims: [{id: c, text: Cx leads., source: s, test: 'leader("q") == "cx"'}]
measurements:
  - {model: ax, benchmark: q, value: 80, source: s}
  - {model: bx, benchmark: q, value: 60, source: s}
  - {model: cx, benchmark: q, value: 95, source: s}
  - {model: dx, benchmark: q, value: 50, source: s}
  - {model: ax, benchmark: r, value: 81, source: s}
  - {model: bx, benchmark: r, value: 61, source: s}
  - {model: cx, benchmark: r, value: 91, source: s}
  - {model: cx, benchmark: o, value: 91, source: s}
E
cat >b.md <<'E'
---
title: One maker
data: data.yaml
---
Ax is at {{ rank("ax", "q") }} of {{ count("q") }}; there are {{ count("models") }} models and {{ count("benchmarks") }}
benchmarks, and {{ verdict("c") }} is the verdict. {{ claim("Ax leads.", leader("q") == "ax") }}

```chart
id: quiz
kind: leaderboard
benchmark: q
```

```claims
```

```specs
```

```findings
```
E
says() { # FILE TEXT…: the words of a document, as one line
	pdftotext -raw "$1" - | tr '\n' ' ' >text
	shift
	for words in "$@"; do
		grep -qF -- "$words" text || fail "the document does not say \"$words\": $(cat text)"
	done
}

# ---- a document of a part ----
"$BENCHBRIEF" render b.md >/dev/null 2>err && fail 'a claim that fails on all data is let pass'
"$BENCHBRIEF" render b.md --maker acme --order name -o made >/dev/null 2>err || fail "render: $(cat err)"
grep -q 'only 3 of 4 models and 2 of 3 benchmarks are asked for' err || fail "no note tells of the part: $(cat err)"
says made/b.pdf 'Ax is at 1 of 3; there are 3 models and 2 benchmarks, and holds is the verdict' \
	'Only 3 of 4 models and 2 of 3 benchmarks of the data set are used here (acme)' 'contains 5 values from 1 source' \
	'Claims of sources are judged by all data' 'Cx leads on Quiz with 95%' 'A selection: ranks and leads' \
	'Models ordered by name' 'ranks and leads are among these. Quiz: Ax leads with 80%.'
grep -q 'Not reported: Cx' text && fail 'a model that was not asked for is called unreported'
grep -q 'Other' text && fail 'the specs show what was not asked for'
sed 's/^data: data.yaml/&\nappendix: false/' b.md >short.md
"$BENCHBRIEF" render short.md --top 2 -b q --lang de -o made >/dev/null 2>err && fail 'Cx is first, and the claim holds'
"$BENCHBRIEF" render short.md --top 2 --where 'maker != other' --lang de -o made >/dev/null 2>err ||
	fail "render: $(cat err)"
says made/short.pdf 'nur 2 von 4 Modellen und 2 von 3 Benchmarks des Datensatzes (maker != other; die ersten 2)'

# ---- held against the same part of other data ----
for file in made/b.pdf made/charts/quiz.png; do
	"$BENCHBRIEF" verify "$file" --data data.yaml >out 2>err || fail "$file does not hold: $(cat out err)"
	grep -q 'all hold$' out || fail "the data of $file have changed: $(cat out)"
done
"$BENCHBRIEF" render b.md --maker acme -o made >/dev/null 2>err || fail "render: $(cat err)"
sed 's/value: 95/value: 99/; s/organisation: other/organisation: acme/' data.yaml >joined.yaml
"$BENCHBRIEF" verify made/charts/quiz.png --data joined.yaml >out 2>err && fail 'a rival that joins the part is not told'
grep -q 'chart quiz: ax on q: rank 1, now rank 2' out || fail "a rank of the part is not looked up: $(cat out)"
sed 's/value: 95/value: 99/' data.yaml >beside.yaml
"$BENCHBRIEF" verify made/charts/quiz.png --data beside.yaml >out 2>err || fail "what lies beside counts: $(cat out)"
sed 's/, organisation: [a-z]*//; /^organisations/d' data.yaml >gone.yaml
"$BENCHBRIEF" verify made/charts/quiz.png --data gone.yaml >out 2>err && fail 'a part that is gone holds'
grep -q 'ax on q: 80, now without a value' out || fail "what is gone is not told: $(cat out err)"
grep -q 'no organisation is called "acme"' err || fail "why it is gone is not told: $(cat out err)"
"$BENCHBRIEF" verify made/b.pdf --data data.yaml -m ax >out 2>err && fail 'verify takes a selection'

# ---- changes within a part ----
sed 's/value: 81/value: 85/; s/value: 91/value: 70/' data.yaml >old.yaml
"$BENCHBRIEF" render b.md --maker acme --baseline old.yaml -o made >/dev/null 2>err || fail "render: $(cat err)"
says made/b.pdf 'Ax Race 85% 81%'
sed 's/.*What changed/What changed/; s/How the numbers.*//' text | grep -q 'Cx\|Only' &&
	fail "what lies beside has changed: $(cat text)"

# ---- how the data of --data are read ----
printf 'who,Quiz,Race\nax,80,81\nbx,60,61\n' >table.csv
printf '%s\ntitle: T\ndata: data.yaml\n%s\nAx has {{ value("ax", "Quiz") }}.\n' --- --- >t.md
"$BENCHBRIEF" render t.md --data table.csv --map model=who --unit percent --better higher -o made >/dev/null 2>err ||
	fail "render: $(cat err)"
says made/t.pdf 'Ax has 80%.'
"$BENCHBRIEF" verify made/t.pdf --data table.csv --map model=who --unit percent --better higher >out 2>err ||
	fail "verify: $(cat out err)"
printf 'label,length,printed,benchmark\nax,80,80,Quiz\nbx,60,61,Quiz\n' >bars.csv
"$BENCHBRIEF" audit bars.csv --data table.csv --map model=who -m ax >out 2>err
grep -q '1 printed value looked up' out || fail "audit looks up what was not asked for: $(cat out err)"
for options in '--map model=who' '--unit percent' '--sql x' '--from csv'; do
	# shellcheck disable=SC2086
	"$BENCHBRIEF" render t.md $options >out 2>err
	[ $? -eq 2 ] || fail "render takes $options without --data: $(cat err)"
done
# ---- a part, and claims left out ----
cat >claims.yaml <<'E'
organisations: [{id: acme, name: Acme}]
sources: [{id: s, title: Board, kind: leaderboard, date: 2026-04-09}]
models:
  - {id: ax, name: Ax, organisation: acme}
  - {id: bx, name: Bx, organisation: acme}
  - {id: cx, name: Cx}
  - {id: dx, name: Dx}
benchmarks: [{id: q, name: Quiz, unit: percent, better: higher}]
measurements:
  - {model: ax, benchmark: q, value: 80, source: s, measured: third-party}
  - {model: bx, benchmark: q, value: 90, source: s, measured: first-party}
  - {model: cx, benchmark: q, value: 60, source: s, measured: third-party}
  - {model: dx, benchmark: q, value: 50, source: s, measured: third-party}
E
for part in '' '--maker Acme' '--top 1' '--top 3' '--top 4' '--where maker=Acme' '-m ax -m bx' '-m ?x'; do
	# shellcheck disable=SC2086
	"$BENCHBRIEF" chart leaderboard claims.yaml --claims hide $part --format scene -o hidden.scene 2>err ||
		fail "claims left out of $part: $(cat err)"
	grep -q '1 self-reported value not shown' hidden.scene || fail "what is left out of \"$part\" is not said"
	grep -q '^datum .*"Bx"' hidden.scene && fail "what is left out of \"$part\" is drawn"
done

echo "$failed wrong"
[ "$failed" -eq 0 ]
