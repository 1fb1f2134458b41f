#!/bin/sh
# The tool that makes mutants finds what it should in a small source, and every entry of explained and kept still applies to
# the sources. (tests/mutants/run.sh makes them; it takes too long for the suite.)
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}

here=$SOURCE/tests/mutants
"${CC:-cc}" -std=c17 -O1 -o "$scratch/mutate" "$here/mutate.c" "$here/tokens.c" || exit 1
mkdir -p "$scratch/src/base"
cd "$scratch" || exit 1
cat >src/base/small.c <<'C'
#include <assert.h>
#define FEW 3
static char room[64]; /* < 5 && true */
int small(int n, const char *s)
{
	assert(n < 7);
	if (n == 2 && *s)
		return n - 1;
	note(s, "n < 5");
	free(room);
	return 0;
}
C
./mutate all src/base/small.c | cut -f 8,10 >found
cat >expected <<'T'
condition	if (!(n == 2 && *s))
comparison	if (n != 2 && *s)
constant	if (n == (2 - 1) && *s)
constant	if (n == (2 + 1) && *s)
constant	if (n == (2 * 10) && *s)
logic	if (n == 2 || *s)
return	;
arithmetic	return n + 1;
constant	return n - 0;
constant	return n - (1 + 1);
constant	return n - (1 * 10);
call	;
arguments	note("n < 5", s);
constant	return 1;
T
diff -u expected found || fail "other mutants than expected"
./mutate sample 1 5 src/base/small.c >one
./mutate sample 1 5 src/base/small.c | cmp -s - one || fail "one seed, two samples"
./mutate sample 2 5 src/base/small.c | cmp -s - one && fail "two seeds, one sample"
at=$(grep -bo '== 2' src/base/small.c | cut -d: -f1)
./mutate apply "$at" 2 '==' '!=' <src/base/small.c | grep -q 'n != 2' || fail "a mutant does not apply"
./mutate apply "$at" 2 '<=' '!=' <src/base/small.c >/dev/null 2>&1 && fail "a mutant applies to another text"

cd "$SOURCE" || exit 1
ONLY=stale "$here/run.sh" >"$scratch/said" 2>&1 || {
	cat "$scratch/said"
	fail "the entries are not in order"
}
exit "$failed"
