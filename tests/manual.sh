#!/bin/sh
# The manual pages: one for the program, one a command and one a format of files, without a finding of mandoc, and with every
# option. Every option of a command is explained by its --help, and every one that --help explains is there.
set -u
LC_ALL=C.UTF-8
export LC_ALL
pages=$BUILD/manual
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "manual: $*"
	failed=1
}

"$BENCHBRIEF" --help | sed -n 's/^  benchbrief \([a-z]*\) .*/\1/p' >"$scratch/commands"
[ "$(wc -l <"$scratch/commands")" -ge 12 ] || fail "--help lists $(wc -l <"$scratch/commands") commands"
{
	echo benchbrief.1
	sed 's/.*/benchbrief-&.1/' "$scratch/commands"
	printf 'benchbrief-%s.5\n' briefing dataset look
} | sort >"$scratch/wanted"
find "$pages" -maxdepth 1 -name '*.[15]' -exec basename {} \; | sort >"$scratch/there"
cmp -s "$scratch/wanted" "$scratch/there" || fail "pages: $(diff "$scratch/wanted" "$scratch/there")"

while read -r command; do
	"$BENCHBRIEF" "$command" --help >"$scratch/help"
	# Of the usage and of the lists: what stands at the beginning of a line, in brackets, or after a comma.
	grep -oE '(^ {2,6}|\[|, |\| )(-[a-z], )?--[a-z-]+' "$scratch/help" | grep -oE -e '--[a-z-]+' | sort -u >"$scratch/explained"
	sed -n "s/.*__fish_seen_subcommand_from $command' -l \([a-z-]*\) .*/--\1/p" "$pages/benchbrief.fish" |
		grep -vxE -e '--(help|diagnostics)' | sort -u >"$scratch/taken"
	while read -r option; do
		grep -qxF -e "$option" "$scratch/explained" || fail "$command --help does not explain $option"
		tr -d '\\' <"$pages/benchbrief-$command.1" | grep -qF -e "$option" || fail "benchbrief-$command(1) lacks $option"
	done <"$scratch/taken"
	grep -E '^ {2,6}(-[a-z], )?--[a-z-]+' "$scratch/help" | sed -E 's/^ *(-[a-z], )?(--[a-z-]+).*/\2/' | grep -vx -e '---' | sort -u |
		comm -23 - "$scratch/taken" >"$scratch/unknown"
	[ ! -s "$scratch/unknown" ] || fail "$command --help explains what the table does not have: $(tr '\n' ' ' <"$scratch/unknown")"
	grep -c . "$scratch/taken" >>"$scratch/counts"
done <"$scratch/commands"
while read -r command option; do
	"$BENCHBRIEF" "$command" x.csv "$option" 1 >"$scratch/said" 2>&1
	[ $? -eq 2 ] && grep -qe "$option does not go with $command" "$scratch/said" ||
		fail "$command takes $option, which its --help does not explain: $(cat "$scratch/said")"
done <"$pages/unexplained"
[ "$(awk '{ n += $1 } END { print n }' "$scratch/counts")" -ge 100 ] || fail "the tables have few options"

# What a dataset may say: each key that its schema knows is in the text, and in the page.
"$BENCHBRIEF" data --keys | tr -cs 'a-z0-9_' '\n' | sort -u >"$scratch/words"
if command -v python3 >/dev/null; then
	python3 - "$SOURCE/share/schemas/dataset.schema.json" >"$scratch/keys" <<'PY'
import json, sys
def keys(schema):
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from keys(value)
print("\n".join(sorted(set(keys(json.load(open(sys.argv[1])))))))
PY
	while read -r key; do
		grep -qxF "$key" "$scratch/words" || fail "data --keys lacks $key"
	done <"$scratch/keys"
fi

if command -v mandoc >/dev/null; then
	(cd "$pages" && mandoc -Tlint ./*.[15]) >"$scratch/lint" 2>&1
	[ ! -s "$scratch/lint" ] || fail "$(head -20 "$scratch/lint")"
	for page in "$pages"/*.[15]; do
		mandoc -Tutf8 "$page" >"$scratch/page" 2>&1 || fail "$page cannot be shown"
		[ "$(wc -l <"$scratch/page")" -ge 20 ] || fail "$page is short"
	done
	mandoc -Tutf8 "$pages/benchbrief-briefing.5" | sed 's/.\x08//g' >"$scratch/page"
	for word in 'value(model, benchmark' recommend appendix; do
		grep -qF "$word" "$scratch/page" || fail "benchbrief-briefing(5) does not tell of $word"
	done
else
	echo "manual: mandoc is not here, so the pages were not looked through"
fi
exit $failed
