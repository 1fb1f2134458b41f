#!/bin/sh
# No page of a shipped report is empty on more than a third of what it has to fill, in any look, on A4 or Letter, and no
# slide of a shipped deck on 16:9, or of any other shape in its own look; a page that is made to be is found.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0

# remarks BRIEFING ARGUMENTS…: what is said of empty pages
remarks() {
	"$BENCHBRIEF" check "$@" 2>&1 >"$scratch/out" | grep 'rule I10'
}

# try BRIEFING LOOK PAGE
try() {
	tried=$((tried + 1))
	remarks "$1" --look "$2" --page "$3" >"$scratch/remarks" || return 0
	echo "$1 in $2 on $3:"
	cat "$scratch/remarks"
	failed=1
}

tried=0
looks=$("$BENCHBRIEF" looks | cut -d ' ' -f 1)
for briefing in "$SOURCE"/data/*/*.md; do
	if grep -q '^page: 16:9' "$briefing"; then
		for page in 4:3 3:4 9:16; do
			try "$briefing" "$(sed -n 's/^look: //p' "$briefing")" "$page"
		done
		pages=16:9
	else
		pages='A4 Letter'
	fi
	for look in $looks; do
		for page in $pages; do
			try "$briefing" "$look" "$page"
		done
	done
done
[ "$tried" -gt 0 ] || failed=1

cat >"$scratch/empty.md" <<'MD'
---
title: A page with a hole
appendix: false
---
Text.

MD
cat >"$scratch/dataset.yaml" <<'YAML'
benchmarks: [{id: b, name: B, unit: percent, better: higher}]
models: [{id: m, name: M}]
sources: [{id: s, title: S, kind: paper}]
measurements: [{model: m, benchmark: b, value: 1, source: s}]
YAML
{
	echo '```side'
	for line in a b c d e f g h i j k l m n o p; do
		printf 'Beside the text stands the letter that is called %s, on more lines than the text has.\n\n' "$line"
	done
	echo '```'
	printf '\n```figures\n- {kind: bars, benchmark: b}\n- {kind: bars, benchmark: b}\n```\n\n# The next section\n\nText.\n'
} >>"$scratch/empty.md"
remarks "$scratch/empty.md" | grep -q 'page 1 is empty on' || {
	echo "the page with a hole is not found"
	cat "$scratch/out"
	failed=1
}
echo "$tried documents looked at"
exit "$failed"
