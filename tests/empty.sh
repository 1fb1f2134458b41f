#!/bin/sh
# No page of a shipped report is empty on more than a third of what it has to fill, in any look, on A4 or Letter; a page
# that is made to be is found.
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

tried=0
for briefing in "$SOURCE"/data/*/*.md; do
	grep -q '^page: 16:9' "$briefing" && continue
	for look in $("$BENCHBRIEF" looks | cut -d ' ' -f 1); do
		for page in A4 Letter; do
			tried=$((tried + 1))
			remarks "$briefing" --look "$look" --page "$page" >"$scratch/remarks" || continue
			echo "$briefing in $look on $page:"
			cat "$scratch/remarks"
			failed=1
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
echo "$tried reports looked at"
exit "$failed"
