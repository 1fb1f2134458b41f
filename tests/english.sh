#!/bin/sh
# Phrases that read as translated are not used: not in messages, comments, help, tests or the README. The list grows with what
# readers find.
set -u
LC_ALL=C
export LC_ALL
cd "$SOURCE" || exit 1
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT

# Extended regular expressions, one per line, and after " # " what to write instead.
cat >"$scratch/list" <<'LIST'
goes on on # continues on
stands twice # given more than once
tells more # see --help
is no number from # must be a whole number from
behind the (decimal )?point # decimal places
behind the last # past the end
(a|an) (line|row|page|chart|file|array|record) (a|an|each) (line|row|page|scene|file|model)?\b # one line per
in other clothes # reformatted
(%s|") is no (total|part|map|list|unit) # is not a, must be a
is no (unit|integer)\b # is not a
(line|row|page|one|word) each[.,;:] # one line per
inside of\b # inside
not there yet # missing
the other way round # vice versa
as well as may # as far as
other than it # something else
as good as no # hardly any
makes no sense to # it is pointless to
what concerns # as for
it gives (a|no) # there is
LIST
sed 's/ # .*//' "$scratch/list" >"$scratch/phrases"

found() { # found FOLDER…
	grep -rnEi --include='*.[ch]' --include='*.sh' --include='*.md' --include='*.py' --include='*.cmake' --include='*.case' --include='CMakeLists.txt' \
		-f "$scratch/phrases" "$@" | grep -v '^tests/english\.sh:'
}

mkdir "$scratch/made-up"
echo '/* it goes on on the next page. */' >"$scratch/made-up/one.c"
echo '/* One line per row, and a number that is not an integer. */' >"$scratch/made-up/two.c"
[ "$(found "$scratch/made-up" | wc -l)" -eq 1 ] || {
	echo "in a made-up source other phrases are found than those that are there:"
	found "$scratch/made-up"
	exit 1
}

found=$(found src tests tools examples cmake manual share output README.md ARCHITECTURE.md run CMakeLists.txt)
[ -z "$found" ] || {
	echo "these phrases read as translated (tests/english.sh says what to write instead):"
	echo "$found"
	exit 1
}
