#!/bin/sh
# What "new" writes renders and passes the check at once, without a warning; and "new" never overwrites a file.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$1"; exit 1; }

"$BENCHBRIEF" new "a folder/it's" >said 2>errors || fail "new failed"
[ ! -s errors ] || { cat errors; fail "new prints something on standard error"; }
[ "$(head -2 said)" = "a folder/it's/dataset.yaml
a folder/it's/briefing.md" ] || { cat said; fail "new names other files"; }

# The command that it suggests works.
PATH=$(dirname "$BENCHBRIEF"):$PATH sh -c "$(tail -1 said)" >made 2>errors || { cat errors; fail "it does not render"; }
[ ! -s errors ] || { cat errors; fail "rendering it prints something on standard error"; }
for file in briefing.pdf charts/coding.png; do
	[ -s "a folder/it's/$file" ] || fail "$file was not made"
	grep -qx "a folder/it's/$file" made || fail "$file was not named"
done

# Existing files are kept, and nothing is added beside them.
mkdir kept
echo mine >kept/briefing.md
"$BENCHBRIEF" new kept >said 2>errors && fail "new overwrites"
[ "$(cat kept/briefing.md)" = mine ] && [ ! -e kept/dataset.yaml ] && [ ! -s said ] || fail "new wrote something"
grep -q '^kept/briefing.md: error: ' errors || { cat errors; fail "new does not name the file"; }
"$BENCHBRIEF" new "a folder/it's" >said 2>errors && fail "new overwrites its own"
[ "$(grep -c ': error: ' errors)" = 2 ] || { cat errors; fail "new does not name both files"; }
status=0
"$BENCHBRIEF" new >said 2>errors || status=$?
[ "$status" = 2 ] || fail "new without a folder is not reported as wrong usage"
