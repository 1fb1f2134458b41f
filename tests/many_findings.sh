#!/bin/sh
# Many findings of one kind are counted, not listed: a person reads three, JSON lists a hundred, the summary counts all.
set -eu
program=${BENCHBRIEF:?names the program to test}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

expect() { # expect WHAT WANTED GOT
	[ "$2" = "$3" ] || { echo "$1: expected \"$2\", got \"$3\"" >&2; exit 1; }
}

awk 'BEGIN {
	printf "model,benchmark,value,source"
	for (i = 1; i <= 150; i++) printf ",extra%d", i
	printf "\na,b,1,s"
	for (i = 1; i <= 150; i++) printf ",x"
	print ""
}' >"$scratch/board.csv"
cd "$scratch"

"$program" data board.csv >/dev/null 2>text
expect "lines on stderr" 4 "$(wc -l <text | tr -d ' ')"
expect "the count" "board.csv: warning: and 147 more like this" "$(tail -1 text)"

"$program" check --json board.csv >json 2>text
expect "warnings listed" 100 "$(grep -c '"severity": "warning"' json)"
expect "warnings not listed" '      "more": 50' "$(grep '"more"' json)"
expect "warnings counted" '    "warnings": 150,' "$(grep '"warnings"' json)"
