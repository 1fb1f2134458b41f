#!/bin/bash
# Briefings as pages for browsers: of one list, with one worker and with several, each has the bytes that it has when it is rendered alone. COUNT names
# another number of them, such as 1000.
set -u
LC_ALL=C.UTF-8
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
. "${SOURCE:?names the project}/tests/lib/briefings.sh"
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
fail() {
	echo "list_html: $*"
	failed=1
}
count=${COUNT:-40}
briefings "$count"

while read -r briefing options; do
	# shellcheck disable=SC2086 # no word of it has a blank
	"$program" render "$briefing" $options --format html --only html --out "alone/${briefing%.md}" -q >/dev/null || fail "$briefing: status $?"
done <list.txt
tree alone >want
[ "$(grep -c '\.html$' want)" -eq "$count" ] || fail "$(grep -c '\.html$' want) documents"
# Not all the same one: the values differ, and so does the language.
[ "$(cut -d' ' -f1 want | sort -u | wc -l)" -eq "$(wc -l <want)" ] || fail "two briefings made the same bytes"
for jobs in 1 3; do
	"$program" render --list list.txt --format html --only html --out "jobs$jobs" --log "log$jobs.jsonl" --jobs $jobs -q 2>errors ||
		fail "$jobs workers: status $?: $(head -3 errors)"
	all_told "$count" "log$jobs.jsonl" || fail "$jobs workers: the log does not tell of each once"
	tree "jobs$jobs" | diff - want >differ || fail "$jobs workers make other bytes: $(head -3 differ)"
done
exit $failed
