#!/bin/sh
# No number of the shipped briefing was typed by hand: outside of expressions its prose, headings, titles and table cells have
# digits only in names. First a made-up briefing with one typed number of each kind proves that every one is found, and that
# names and expressions are not.
set -eu
LC_ALL=C
export LC_ALL
briefing=$SOURCE/data/muse-spark/briefing.md
[ -f "$briefing" ] || exit 77
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Names with digits that no dataset has, each with the reason why the prose may use it.
cat >"$scratch/allowed" <<'NAMES'
GPT-5.5	a model that is announced; it has no result yet
NAMES

# Names, aliases and versions in a dataset as JSON, those with a digit.
cat >"$scratch/names.awk" <<'AWK'
function keep(text) {
	sub(/^[^"]*"/, "", text)
	sub(/",?[ \t]*$/, "", text)
	if (text ~ /[0-9]/)
		print text
}

/^[ \t]*"(name|brief|version)":/ { value = $0; sub(/^[ \t]*"[a-z]*":/, "", value); keep(value) }
/^[ \t]*"aliases": \[/ { inside = 1; next }
inside && /\]/ { inside = 0 }
inside { keep($0) }
AWK

cat >"$scratch/numbers.awk" <<'AWK'
# First file: names, longest first; second file: the briefing.
FILENAME == ARGV[1] { names[++n_names] = $0; next }

FNR == 1 && $0 == "---" { front = 1; next }
front && $0 == "---" { front = 0; next }
front { if (match($0, /^[ \t]*(- )?(title|subtitle|value|words):/)) prose(yaml(substr($0, RLENGTH + 1))); next }

/^[ \t]*```/ {
	fence = fence == "" ? substr($1, 4) " " : ""
	next
}
fence != "" && fence !~ /^(note|columns) $/ {
	if (fence ~ /^(chart|table) $/ && match($0, /^[ \t]*(title|subtitle|notes?):/))
		prose(yaml(substr($0, RLENGTH + 1)))
	next
}
{ prose($0) }

# A quote inside quotes is doubled.
function yaml(text) { gsub(/''/, "'", text); return text }

# The text outside of {{ }}, and the sentences that claim() prints; a hole may span lines.
function prose(line,    out, c, i, said) {
	out = ""
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (!hole && substr(line, i, 2) == "{{") {
			hole = 1
			code = ""
			i++
		} else if (!hole)
			out = out c
		else if (quoted) {
			if (c == "\\")
				said = said substr(line, ++i, 1)
			else if (c != quote)
				said = said c
			else {
				quoted = 0
				if (code ~ /claim[ \t]*\([ \t]*$/)
					check(said)
				code = code "text"
			}
		} else if (c == "\"" || c == "'") {
			quoted = 1
			quote = c
			said = ""
		} else if (substr(line, i, 2) == "}}") {
			hole = 0
			out = out " "
			i++
		} else
			code = code c
	}
	check(out)
}

# Without what is not read: code, targets of links, marks of footnotes, numbers of lists.
function readable(text) {
	gsub(/`[^`]*`/, " ", text)
	gsub(/\]\([^)]*\)/, "] ", text)
	gsub(/<[^<> ]*:[^<> ]*>/, " ", text)
	sub(/^\[[^]]*\]:[ \t]*(https?:|#)[^ ]*/, " ", text)
	gsub(/\[\^[^]]*\]/, " ", text)
	sub(/^[ \t]*[0-9]+[.)][ \t]/, " ", text)
	return text
}

function check(text,    i) {
	text = readable(text)
	for (i = 1; i <= n_names; i++)
		text = without(text, names[i])
	while (match(text, /[0-9]+([.,][0-9]+)*/)) {
		print FNR ": " substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
	}
}

# A name counts only as a whole: not at the start of a longer word or number.
function without(text, name,    out, at, before, after) {
	out = ""
	while ((at = index(text, name))) {
		before = at > 1 ? substr(text, at - 1, 1) : substr(out, length(out), 1)
		after = substr(text, at + length(name), 2)
		out = out substr(text, 1, at - 1)
		out = out (before ~ /[A-Za-z0-9.,]/ || after ~ /^([A-Za-z0-9]|[.,][0-9])/ ? name : "\t")
		text = substr(text, at + length(name))
	}
	return out text
}
AWK

# numbers NAMES BRIEFING: what was typed, as "line: number".
numbers() {
	awk -f "$scratch/numbers.awk" "$1" "$2"
}

longest_first() {
	awk '{ print length($0) "\t" $0 }' | sort -rn | cut -f 2- | uniq
}

# ---- every kind of typed number is caught ----

printf '%s\n' 'GPT-5.4' 'Bench 2.0' 'v4.0' | longest_first >"$scratch/made-up.names"
cat >"$scratch/made-up.md" <<'MD'
---
title: The 11 models
date: 2026-04-09
numbers:
  - value: '{{ bare(value("a", "b 1")) }}'
    words: of 12 points
---
# Place 13

GPT-5.4 scores 52 on Bench 2.0, version v4.0; see [](#figure-1), `code 1` and {{ round(1.5, 1) }}.[^1]
{{ claim("It leads by 14 points.", value("a", "b") == 1) }} GPT-5.45, XGPT-5.4 and Bench 2.0.1 are no names.

1. 1,427 in a list
2. {{ value("a",
   "b 2") }} over two lines, 15.5% behind it

| a | b |
|---|---|
| {{ value("a", "b") }} | 16 |

```chart
id: figure-1
benchmarks: [b-1]
title: 'A 17 and {{ value("a", ''b 1'') }}'
claim: 'value("a", "b") == 18'
```

```note
About 19.
```

```claims
claims: [a-1]
```

[^1]: A note of 2026.
MD
cat >"$scratch/made-up.expected" <<'LINES'
2: 11
6: 12
8: 13
10: 52
11: 14
11: 5.45
11: 5.4
11: 2.0.1
13: 1,427
15: 15.5
19: 16
24: 17
29: 19
36: 2026
LINES
numbers "$scratch/made-up.names" "$scratch/made-up.md" >"$scratch/made-up.found"
diff "$scratch/made-up.expected" "$scratch/made-up.found" || { echo "made-up numbers are not found as they should be"; exit 1; }

# ---- the briefing has none ----

"$BENCHBRIEF" data "$SOURCE/data/muse-spark/dataset.yaml" --all --format json >"$scratch/dataset.json"
{
	awk -f "$scratch/names.awk" "$scratch/dataset.json"
	cut -f 1 "$scratch/allowed"
} | longest_first >"$scratch/names"
grep -q '^GPT-5\.4$' "$scratch/names" || { echo "the names of the dataset are not found"; exit 1; }
for file in "$briefing" "$SOURCE/data/muse-spark/deck.md"; do
	numbers "$scratch/names" "$file" >"$scratch/found"
	[ ! -s "$scratch/found" ] || {
		sed "s|^|$file:|; s|\$| was typed by hand; let an expression print it|" "$scratch/found"
		exit 1
	}
done
