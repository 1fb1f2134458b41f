#!/bin/bash
# The C library as it is installed, moved to another folder: its examples in C (shared and static) and in Python give the
# files that the program gives, and it shows the names of its header, under a version, and no others.
set -u
LC_ALL=C.UTF-8
export LC_ALL
[ "${CONFIG-plain}" = plain ] || { echo "skipped: a sanitizer belongs to a program"; exit 77; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
fail() {
	echo "library: $*"
	failed=1
}
cmake --install "$BUILD" --prefix "$scratch/first" >/dev/null || exit 1
mv first "moved here"
prefix="$scratch/moved here"
pc=$(find "$prefix" -name benchbrief.pc)
lib=$(dirname "$(dirname "$pc")")
export PKG_CONFIG_PATH=${pc%/*} LD_LIBRARY_PATH=$lib
data=$SOURCE/data/muse-spark

# ---- names ----

grep -oE 'benchbrief_[a-z_]+\(' "$SOURCE/src/press/benchbrief.h" | tr -d '(' | sort -u >declared
nm -D --defined-only "$lib/libbenchbrief.so" | sed -n 's/.* T //p' | sed 's/@@BENCHBRIEF_0$//' | sort >shown
cmp -s declared shown || fail "the shared library shows other names than its header: $(diff declared shown)"
nm -g --defined-only "$lib/libbenchbrief.a" | sed -n 's/.* [A-Z] //p' | sort >linked
cmp -s declared linked || fail "the static library shows other names than its header: $(diff declared linked | head -5)"
[ "$(wc -l <declared)" -eq 10 ] || fail "the header declares $(wc -l <declared) functions"
objdump -p "$lib/libbenchbrief.so" | grep -q 'SONAME *libbenchbrief.so.0$' || fail "the shared library has another SONAME"
[ "$(pkg-config --modversion benchbrief)" = "$("$BENCHBRIEF" --version | sed -n '1s/benchbrief //p')" ] ||
	fail "pkg-config tells another version"

# ---- C ----

compile() { # compile OUTPUT FLAGS…
	output=$1
	shift
	"${CC:-cc}" -std=c17 -Wall -Wextra -Wpedantic -Werror "$SOURCE/examples/chart.c" -o "$output" "$@" 2>err ||
		fail "$output does not compile: $(cat err)"
}
eval "compile shared $(pkg-config --cflags --libs benchbrief)"
eval "compile static $(pkg-config --cflags benchbrief) '$lib/libbenchbrief.a' $(pkg-config --static --libs benchbrief | sed 's/ *-lbenchbrief / /')"
echo '#include <benchbrief.h>
int main(void) { return benchbrief_version() == nullptr; }' >header.cc
if command -v g++ >/dev/null; then
	eval "g++ -Wall -Wextra -Wpedantic -Werror header.cc -o header $(pkg-config --cflags --libs benchbrief)" 2>err ||
		fail "the header is no C++: $(cat err)"
fi
"$BENCHBRIEF" chart leaderboard "$data" -b healthbench-hard -o program.png 2>/dev/null
for how in shared static; do
	./$how "$data" healthbench-hard $how.png "prefix=$prefix" >$how.out 2>$how.err || fail "$how fails: $(cat $how.err)"
	cmp $how.png program.png || fail "$how draws another chart than the program"
	grep -q 'leads, which rests on' $how.out || fail "$how answers: $(cat $how.out)"
done
env -u LD_LIBRARY_PATH ./static "$data" nonsense x.png "prefix=$prefix" >out 2>err
[ $? -eq 1 ] && grep -q '^-:1:[0-9]*: error: no benchmark is called "nonsense"' err ||
	fail "a benchmark that is not there: $(cat out err)"
./shared "$scratch/nowhere" x x.png "prefix=$prefix" >out 2>err
[ $? -eq 1 ] && grep -q 'nowhere' err || fail "data that are not there: $(cat out err)"
./shared "$data" x x.png "prefiks=$prefix" >out 2>err
[ $? -eq 2 ] && grep -q 'there is no option "prefiks"' err || fail "an option that is not there: $(cat out err)"

# ---- Python ----

if python3 -c 'import ctypes, sys; sys.exit(sys.version_info < (3, 8))' 2>/dev/null; then
	export BENCHBRIEF_LIBRARY=$lib/libbenchbrief.so.0
	python3 "$SOURCE/examples/briefing.py" "$data/briefing.md" "$data/dataset.yaml" \
		'gap("gpt-5.4", "muse-spark", "intelligence-index")' made >out 2>err || fail "briefing.py: $(cat out err)"
	"$BENCHBRIEF" render "$data/briefing.md" -o rendered >/dev/null 2>&1 || fail "the program does not render the briefing"
	diff -r made rendered || fail "the library renders other files than the program"
	head -1 out | grep -qE '^5.points$' || fail "the answer is $(head -1 out)"
	python3 "$SOURCE/examples/briefing.py" "$data/briefing.md" "$data/dataset.yaml" 'valeu("muse-spark", "gpqa")' made \
		"prefix=$prefix" >out 2>err
	[ $? -eq 1 ] && grep -q 'valeu' err || fail "a wrong expression: $(cat out err)"
	# Without a word about where it is: beside the program that is found, or built in the project, or not here at all.
	mkdir -p project/examples elsewhere
	cp "$SOURCE/examples/briefing.py" project/examples
	alone() { # FOLDER PATH: what it makes there is what the program makes
		env -u BENCHBRIEF_LIBRARY -u LD_LIBRARY_PATH PATH="$2" "$python" project/examples/briefing.py "$data/briefing.md" "$data/dataset.yaml" 'count("models")' \
			"$1" >out 2>err
	}
	python=$(python3 -c 'import sys; print(sys.executable)')
	if ! ldconfig -p 2>/dev/null | grep -q libbenchbrief; then
		alone none elsewhere && fail "a library is found where none is"
		grep -q 'BENCHBRIEF_LIBRARY' err && grep -q 'libbenchbrief0' err || fail "where no library is: $(cat out err)"
		alone beside "$prefix/bin" || fail "the library of the program that is found: $(cat out err)"
		diff -r beside rendered || fail "the library beside the program renders other files"
		ln -s "$BUILD" project/build && ln -s "$SOURCE/styles" project/styles
		alone built elsewhere || fail "the library that was built: $(cat out err)"
		diff -r built rendered || fail "the library that was built renders other files"
	fi
	cp "$data/dataset.yaml" .
	cat >pictures.md <<'MD'
---
title: A picture
---
![Circles](circle.svg)
MD
	echo '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><circle cx="30" cy="30" r="20"/></svg>' >circle.svg
	python3 "$SOURCE/examples/briefing.py" pictures.md "$data/dataset.yaml" 'count("models")' pictures "prefix=$prefix" \
		>out 2>err || fail "a briefing with a picture: $(cat out err)"
else
	echo "library: no Python, so briefing.py was not run"
fi
exit $failed
