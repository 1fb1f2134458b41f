#!/bin/bash
# run.sh [SEED [COUNT]]: are the tests awake? Makes about COUNT (60) small faults in copies of the source, one at a time,
# spread over all floors by size, and runs the fast part of the suite (unit, golden, cases, import, faults) against each. The
# seed is printed; the same seed on the same sources makes the same faults.
#
# A mutant that no test notices fails the run, unless "explained" says why nothing can notice it. "kept" lists mutants
# that once survived and that a test was written for; they run every time. An entry of either file that no longer applies
# fails the run. What does not compile, or compiles to the same code, is replaced by another mutant of its floor.
#
# JOBS=N runs N at a time (default: one per processor). ONLY=kept leaves the sample out, ONLY=stale only looks whether the
# entries still apply. LIST=FILE also writes the verdict of each mutant to FILE.
set -u
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
seed=${1:-$(date +%s)}
count=${2:-60}
jobs=${JOBS:-$(nproc)}
scratch=$(mktemp -d) || exit 1
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
cd "$root" || exit 1

die() { echo "mutants: $*" >&2; exit 1; }

"${CC:-cc}" -std=c17 -O1 -o "$scratch/mutate" "$here/mutate.c" "$here/tokens.c" || die "the tool does not compile"
find src -name '*.c' | sort >"$scratch/files"
xargs "$scratch/mutate" all <"$scratch/files" >"$scratch/all" || die "the sources cannot be read"

# entries FILE: "source file, line before, line after, line above", with tabs between, of explained or kept; the line above
# is needed only where a file has the line more than once
entries() {
	awk '/^(#|$)/ { next }
		/^src\// { file = $0; above = ""; next }
		/^@ / { above = substr($0, 3); next }
		/^- / { before = substr($0, 3); next }
		/^\+ / { print file "\t" before "\t" substr($0, 3) "\t" above }' "$here/$1"
}
entries explained >"$scratch/explained"
entries kept >"$scratch/kept"

# The mutants of the entries on standard input, in the form of the tool; those that match nothing, or more than one place, go
# to "stale".
find_entries() {
	awk -F'\t' -v stale="$scratch/stale" '
		NR == FNR {
			for (i = 0; i < 2; i++) {
				key = $3 SUBSEP $9 SUBSEP $10 SUBSEP (i ? $11 : "")
				if (!(key in all) || all[key] == $0) all[key] = $0
				else if (!((key, $4) in seen)) many[key]
				seen[key, $4]
			}
			next
		}
		{ key = $1 SUBSEP $2 SUBSEP $3 SUBSEP $4 }
		key in all && !(key in many) { print all[key]; next }
		{ print $0 "\t" (key in many ? "in several places: add the line above it, after \"@ \"" : "nowhere") >>stale }
	' "$scratch/all" -
}
: >"$scratch/stale"
failed=0
find_entries <"$scratch/explained" >"$scratch/known"
find_entries <"$scratch/kept" | awk -F'\t' -v OFS='\t' '{ $1 = "kept"; $2 = 1000000; print }' >"$scratch/wanted"
if [ -s "$scratch/stale" ]; then
	echo "entries of explained or kept that no longer apply:"
	awk -F'\t' '{ print $1 ": " $5; print "- " $2; print "+ " $3 }' "$scratch/stale"
	failed=1
fi
[ "${ONLY-}" != stale ] || exit "$failed"
if [ "${ONLY-}" != kept ]; then
	xargs "$scratch/mutate" sample "$seed" "$count" <"$scratch/files" >>"$scratch/wanted" || die "no sample"
fi

# ---- one worker: a copy of the tree, built so that a mutant costs one object and one library ----

prepare() { # prepare TREE
	mkdir -p "$1"
	git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for f; do [ -f "$f" ] && printf "%s\\0" "$f"; done' sh |
		tar -c --null -T - | tar -x -C "$1"
	cmake -S "$1" -B "$1/build" -G Ninja -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Release "-DCMAKE_C_FLAGS_RELEASE=-O1" \
		-DBUILD_SHARED_LIBS=ON -DCMAKE_LINK_DEPENDS_NO_SHARED=ON -DBENCHBRIEF_WERROR=OFF \
		-DCMAKE_C_FLAGS="-w -Werror=incompatible-pointer-types -Werror=int-conversion" >"$1/log" 2>&1 &&
		ninja -C "$1/build" benchbrief $(cd "$1/tests/unit" && ls ./*_test.c | sed 's|^\./||; s|\.c$||') >"$1/log" 2>&1
}

# Unit tests that include the file's own header, then those of its floor, then the scenes and cases, then everything else.
# press_memory_test wraps malloc where it is linked, which does not reach into the shared library of this build.
tests_for() { # tests_for TREE FILE
	floor=$(basename "$(dirname "$2")")
	noun=$(basename "$2" .c)
	(
		cd "$1/tests/unit" || exit 1
		grep -lE "\"$floor/$noun\.h\"" ./*_test.c
		grep -lE "\"$floor/" ./*_test.c
		echo golden/golden
		[ "$floor" != facts ] && [ "$floor" != data ] && ls ./*_test.c
		echo cases/cases
		[ "$floor" != data ] || echo import/import
		ls ./*_test.c
		echo faults/write
		echo golden/output
	) | sed 's|^\./|unit/|; s|\.c$||' | awk '!seen[$0]++ && $0 != "unit/press_memory_test"'
}

run_one() { # run_one TREE TEST SECONDS: 0 if it passes in time
	(
		cd "$1" || exit 1
		ulimit -v 6000000 -f 400000 -c 0
		export BENCHBRIEF="$1/build/benchbrief" SOURCE="$1" BUILD="$1/build" CONFIG=plain FIRST=1 TMPDIR="$1/tmp"
		case $2 in
		unit/*) exec timeout -k 5 "$3" "$1/build/tests/${2#unit/}" ;;
		*) exec timeout -k 5 "$3" "$1/tests/$2.sh" ;;
		esac
	) >"$1/said" 2>&1 </dev/null
}

code_of() { cat "$1"/build/benchbrief "$1"/build/libbriefing.so | cksum; }

# Prints "killed TEST", "survived", "same code" or "does not compile".
judge() { # judge TREE FILE AT N NEW OLD
	"$scratch/mutate" apply "$3" "$4" "$6" "$5" <"$root/$2" >"$1/$2" || { echo "does not apply"; return; }
	if ! ninja -C "$1/build" benchbrief >"$1/log" 2>&1; then
		echo "does not compile"
		return
	fi
	[ "$(code_of "$1")" != "$(cat "$1/code")" ] || { echo "same code"; return; }
	for test in $(tests_for "$1" "$2"); do
		run_one "$1" "$test" "$(cat "$1/time/$test")" || { echo "killed $test"; return; }
	done
	echo "survived"
}

# Floors are shared out: each worker takes the next floor that nobody has, so that quotas are counted in one place.
work() { # work NUMBER
	tree=$scratch/tree$1
	prepare "$tree" || { cat "$tree/log" >&2; echo "broken" >"$scratch/broken"; return; }
	mkdir -p "$tree/tmp"
	code_of "$tree" >"$tree/code"
	mkdir -p "$tree/time/unit" "$tree/time/cases" "$tree/time/golden" "$tree/time/faults" "$tree/time/import"
	for test in $(tests_for "$tree" src/base/map.c); do # a mutant that takes five times as long, and a minute more, hangs
		start=$(date +%s)
		run_one "$tree" "$test" 900 || { cat "$tree/said"; echo "$test fails without any mutant" >"$scratch/broken"; }
		echo $(((($(date +%s) - start) * 5) + 60)) >"$tree/time/$test"
	done
	while read -r floor; do
		mkdir "$scratch/floor-$floor" 2>/dev/null || continue
		done_of_floor=0
		while IFS=$(printf '\t') read -r _ quota file line at n new class before after _; do
			[ "$done_of_floor" -lt "$quota" ] && [ ! -f "$scratch/broken" ] || break
			old=$(dd if="$root/$file" bs=1 skip="$at" count="$n" 2>/dev/null; echo x)
			verdict=$(judge "$tree" "$file" "$at" "$n" "$new" "${old%x}")
			cp "$root/$file" "$tree/$file"
			case $verdict in
			killed* | survived) done_of_floor=$((done_of_floor + 1)) ;;
			esac
			printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$verdict" "$floor" "$file" "$line" "$class" "$before" "$after" |
				tee -a "$scratch/verdicts" | awk -F'\t' '{ printf "%-28s %-11s %s:%s  %s\n", $1, $5, $3, $4, $7; fflush() }'
		done <<-LIST
			$(awk -F'\t' -v floor="$floor" '$1 == floor' "$scratch/wanted")
		LIST
	done <"$scratch/floors"
}

echo "mutants: seed $seed, about $count of $(wc -l <"$scratch/all" | tr -d ' ')"
# The largest floors first, so that no worker is left with one at the end.
awk -F'\t' '{ n[$1] = $1 == "kept" ? n[$1] + 1 : $2 } END { for (f in n) print n[f], f }' "$scratch/wanted" | sort -rn | cut -d' ' -f2 >"$scratch/floors"
: >"$scratch/verdicts"
for worker in $(seq 0 $((jobs - 1))); do
	work "$worker" &
done
wait
[ -z "${LIST-}" ] || cp "$scratch/verdicts" "$LIST"

# ---- the verdict ----

if [ -f "$scratch/broken" ]; then
	echo "mutants: $(cat "$scratch/broken")" >&2
	failed=1
fi
awk -F'\t' 'FILENAME == ARGV[1] { known[$3, $4, $9, $10]; next }
	$1 == "survived" { print ((($3, $4, $6, $7) in known && $2 != "kept") ? "explained" : "survived") "\t" $0 }
	$1 == "does not apply" { print "survived\t" $0 }
	$2 == "kept" && ($1 == "same code" || $1 == "does not compile") { print "survived\t" $0 }' \
	"$scratch/known" "$scratch/verdicts" >"$scratch/alive"
survived=$(grep -c '^survived' "$scratch/alive")
if [ "$survived" -gt 0 ]; then
	echo "survivors: write a test (and add them to kept), or say in explained why nothing can notice them:"
	awk -F'\t' '$1 == "survived" { print ""; print $4; print "- " $7; print "+ " $8 }' "$scratch/alive"
	failed=1
fi
killed=$(grep -c '^killed' "$scratch/verdicts")
explained=$(grep -c '^explained' "$scratch/alive")
echo "$((killed + survived + explained)) mutants (seed $seed): $killed killed, $survived survived, $explained explained;" \
	"$(grep -cE '^(same code|does not compile)' "$scratch/verdicts") more did not compile or changed no code"
[ "$((killed + survived + explained))" -gt 0 ] || failed=1
exit "$failed"
