#!/bin/sh
# The manual: every command that it prints is run, every piece of data loaded, every briefing rendered and every look drawn
# with, in the order of the text and in one folder, as a reader would; what it prints below a command is what the command says.
# It has every kind of chart, every key, every block, every function, every command, and a page for each chapter.
set -u
LC_ALL=C.UTF-8
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
text=$SOURCE/manual/manual.md book=$BUILD/manual/book
failed=0
fail() {
	echo "manual_examples: $*"
	failed=1
}

# Each block of code with a file's name or a language is a file of its own: blocks/NNN.head has its first line.
mkdir "$scratch/blocks" "$scratch/work"
awk -v to="$scratch/blocks" '
	!inside && /^````show/ { skip = 1 }
	skip { if ($0 == "````") skip = 0; next }
	!inside && /^````?[a-z]/ { inside = 1; fence = $0; sub(/[a-z].*/, "", fence); n++
		name = sprintf("%s/%03d", to, n); sub(/^`+/, ""); print > (name ".head"); close(name ".head"); printf "" > name; next }
	inside && $0 == fence { inside = 0; close(name); next }
	inside { print > name }' "$text"

PATH=$(dirname "$BENCHBRIEF"):$PATH
CFLAGS=-I$SOURCE/src/press LDFLAGS="-L$BUILD -Wl,-rpath,$BUILD"
export PATH CFLAGS LDFLAGS
cd "$scratch/work" || exit 1

# A block that needs a tool which is not here is passed over, and so is what stands below it.
has_needs() {
	for need in $(sed -n 's/.* needs=\([a-z0-9]*\).*/\1/p' "$1"); do
		command -v "$need" >/dev/null || return 1
	done
}
try_file() { # try_file NAME: a file of the manual, which is in the folder
	case $1 in
	brand.yaml | mine.yaml) ;; # looks: the command below them draws with them
	*.yaml | *.csv)
		case $1 in
		board.csv) ;; # what it lacks is said by the command below it
		*) "$BENCHBRIEF" check "$1" >"$scratch/said" 2>&1 || fail "$1 does not load: $(cat "$scratch/said")" ;;
		esac
		;;
	esac
}
n_run=0 n_files=0 n_shown=0 passed=
for head in "$scratch"/blocks/*.head; do
	block=${head%.head}
	read -r language name _ <"$head"
	case $name in *=*) name= ;; esac
	if ! has_needs "$head"; then
		echo "passed over: $(cat "$head")"
		passed=1
		continue
	fi
	if [ -n "$name" ]; then
		cp "$block" "$name"
		n_files=$((n_files + 1)) passed=
		late="${late:-} $name"
		continue
	fi
	case $language in
	sh)
		for name in ${late:-}; do try_file "$name"; done
		late= passed=
		sh -eu "$block" >"$scratch/out" 2>&1 || fail "this fails: $(cat "$block"): $(cat "$scratch/out")"
		n_run=$((n_run + 1))
		;;
	text)
		[ -n "$passed" ] && continue
		while read -r line; do
			sed 's/\xc2\xa0/ /g' "$scratch/out" | grep -qF -- "$line" || fail "no command says \"$line\": $(cat "$scratch/out")"
		done <"$block"
		n_shown=$((n_shown + 1))
		;;
	compare) ;; # a block of the manual itself
	*) fail "nothing says what $language is for: $(cat "$block")" ;;
	esac
done
for name in ${late:-}; do try_file "$name"; done
[ "$n_run" -ge 22 ] && [ "$n_files" -ge 12 ] && [ "$n_shown" -ge 7 ] ||
	fail "only $n_run commands, $n_files files and $n_shown answers were found"

# What the program can do is in it.
"$BENCHBRIEF" chart --help | awk '/^KIND is one of$/ { inside = 1; next } /^DATA are/ { inside = 0 } inside && NF { print $1 }' >"$scratch/kinds"
while read -r kind; do
	grep -qx "### $kind" "$text" && grep -qx "kind: $kind" "$text" || fail "no chapter shows the kind $kind"
done <"$scratch/kinds"
"$BENCHBRIEF" looks --keys | sed -n 's/^\([a-z_.0-9]*\)  .*/\1/p' >"$scratch/wanted"
"$BENCHBRIEF" --help | sed -n 's/^  benchbrief \([a-z]*\) .*/benchbrief \1/p' >>"$scratch/wanted"
"$BENCHBRIEF" formats | awk '{ print $1 }' >>"$scratch/wanted"
"$BENCHBRIEF" render --help | sed -n 's/^  \([a-z]*(.*)\)  .*/\1/p' >>"$scratch/wanted"
[ "$(wc -l <"$scratch/wanted")" -ge 180 ] || fail "only $(wc -l <"$scratch/wanted") words are asked of it"
while read -r word; do
	grep -qF -- "$word" "$book/manual.md" || fail "it lacks $word"
done <"$scratch/wanted"
"$BENCHBRIEF" chart --help | grep -oE '^ {2,6}(-[a-z], )?--[a-z-]+' | grep -oE -e '--[a-z-]+' | while read -r option; do
	grep -qF -- "$option" "$book/manual.md" || echo "$option"
done >"$scratch/lacking"
[ ! -s "$scratch/lacking" ] || fail "it lacks $(cat "$scratch/lacking")"

grep -E '^\| `.*\| *\|$' "$book/manual.md" >"$scratch/lacking" && fail "nothing is said of $(cat "$scratch/lacking")"

# It is what the program makes of it, unaltered, without a warning.
[ -s "$book/manual.html" ] || fail "there is no page for browsers"
"$BENCHBRIEF" verify "$book/manual.pdf" "$book/manual.html" --data "$SOURCE/manual/dataset.yaml" >"$scratch/said" 2>&1 ||
	fail "it is altered: $(cat "$scratch/said")"
"$BENCHBRIEF" check "$book/manual.md" >"$scratch/said" 2>&1 || fail "it is wrong: $(cat "$scratch/said")"
grep -q 'warning:\|rule ' "$scratch/said" && fail "rules find something: $(cat "$scratch/said")"
pages=$(sed -n 's/^\([0-9]*\) pages.*/\1/p' "$scratch/said")
[ "${pages:-0}" -ge 20 ] || fail "it has ${pages:-no} pages"
echo "$pages pages, $n_run commands run, $n_files files loaded, $n_shown answers compared"
exit $failed
