#!/bin/sh
# Before a commit: no briefing may say what its data do not. Holds against the data every briefing that is about to be
# committed, and every one whose data, looks or pictures are: they lie beside a briefing or below it.
#
# As a hook of git: ln -s ../../integrations/pre-commit.sh .git/hooks/pre-commit
# For the program pre-commit: .pre-commit-hooks.yaml names it. With arguments: these files are about to be committed.
#
# Files are checked as they lie in the working tree.
set -u
program=${BENCHBRIEF:-benchbrief}
command -v "$program" >/dev/null || { echo "benchbrief is not installed, so no briefing can be checked" >&2; exit 1; }

# is_briefing FILE: Markdown whose front matter names data
is_briefing() {
	case $1 in *.md) ;; *) return 1 ;; esac
	[ -f "$1" ] && awk 'NR == 1 { if ($0 !~ /^---[ \r]*$/) exit; next }
		/^(---|\.\.\.)[ \r]*$/ { exit }
		/^data[ ]*:/ { found = 1; exit }
		END { exit !found }' "$1"
}

if [ $# -gt 0 ]; then
	changed=$(printf '%s\n' "$@")
else
	changed=$(git -c core.quotePath=false diff --cached --name-only --diff-filter=ACMRD) || exit 1
fi
[ -n "$changed" ] || exit 0
known=$({ git -c core.quotePath=false ls-files -- '*.md' && printf '%s\n' "$changed"; } | sort -u)

printf '%s\n' "$known" | {
	failed=0
	while IFS= read -r file; do
		is_briefing "$file" || continue
		folder=$(dirname "$file")/
		[ "$folder" != ./ ] || folder=
		# A file below the briefing's folder; another briefing there is no part of this one.
		touched=$(printf '%s\n' "$changed" | awk -v own="$file" -v folder="$folder" '
			$0 == own || (index($0, folder) == 1 && $0 !~ /\.md$/) { print "yes"; exit }')
		[ -n "$touched" ] || continue
		"$program" check "$file" >/dev/null </dev/null || { echo "$file: not committed" >&2; failed=1; }
	done
	exit "$failed"
}
