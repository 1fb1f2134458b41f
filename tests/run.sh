#!/bin/sh
# ./run, with stand-ins for the tools that it calls: what it installs, which tests each build runs, how it counts them.
set -u
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=1
}

mkdir -p "$scratch/bin" "$scratch/house/output" "$scratch/house/build" "$scratch/house/data" "$scratch/house/styles"
cp "$SOURCE/run" "$scratch/house/"
touch "$scratch/house/build/benchbrief" "$scratch/house/output/draw.sh"
touch "$scratch/house/output/libraries.txt"
# the names of what is asked for, and nothing else
cat >"$scratch/bin/dpkg-query" <<'SH'
#!/bin/sh
for package; do :; done
echo "$package" >>"$SAID/packages"
echo "ii "
SH
cat >"$scratch/bin/ctest" <<'SH'
#!/bin/sh
echo "$*" >>"$SAID/ctest"
case $* in
*"-N -L tools"*) echo "  Test #3: slow/browser" ;;
*) cat "$SAID/tests" ;;
esac
SH
cat >"$scratch/bin/npm" <<'SH'
#!/bin/sh
echo "$*" >>"$SAID/npm"
SH
printf '#!/bin/sh\n' >"$scratch/bin/cmake"
for tool in ninja apt-get pkg-config; do
	cp "$scratch/bin/cmake" "$scratch/bin/$tool"
done
chmod +x "$scratch/bin"/*

# run NAME ARGUMENT…
run() {
	SAID=$scratch/$1
	export SAID
	mkdir -p "$SAID"
	shift
	(PATH=$scratch/bin:$PATH; export PATH; unset BENCHBRIEF_DUCKDB BENCHBRIEF_NPM; cd / && "$scratch/house/run" "$@") >"$SAID/out" 2>"$SAID/err"
	echo $? >"$SAID/status"
}
tests() { # tests NAME: standard input is what ctest says
	mkdir -p "$scratch/$1"
	cat >"$scratch/$1/tests"
}

run plain
[ "$(cat "$scratch/plain/status")" = 0 ] || fail "./run fails: $(cat "$scratch/plain/err")"
grep -qx libcairo2-dev "$scratch/plain/packages" || fail "./run does not ask for Cairo"
grep -qx libcmocka-dev "$scratch/plain/packages" && fail "./run asks for what only tests need"
[ ! -f "$scratch/plain/ctest" ] || fail "./run runs tests"

tests all <<'EOT'
 1/3 Test #1: unit/one ........   Passed    0.01 sec
 2/3 Test #2: pdf .............***Skipped   0.01 sec
 3/3 Test #3: slow/browser ....   Passed    0.01 sec
100% tests passed, 0 tests failed out of 3
EOT
run all test
[ "$(cat "$scratch/all/status")" = 0 ] || fail "./run test fails: $(cat "$scratch/all/err")"
grep -qx libcmocka-dev "$scratch/all/packages" || fail "./run test does not ask for cmocka"
[ "$(tail -1 "$scratch/all/out")" = "10 passed, 0 failed, 5 skipped" ] || fail "counted: $(tail -1 "$scratch/all/out")"
[ "$(grep -c -- '-LE heavy' "$scratch/all/ctest")" = 4 ] || fail "heavy tests run in more than one build"
grep -- '--test-dir build ' "$scratch/all/ctest" | grep -q -- '-LE' && fail "the release build leaves tests out"

case $(uname -m) in
x86_64 | aarch64)
	grep -q '@duckdb/node-bindings-linux-[a-z0-9]*@[0-9.]*-r[.][0-9]*$' "$scratch/all/npm" || fail "no exact DuckDB is asked for" ;;
esac
grep -q '^run: no DuckDB' "$scratch/all/out" || fail "it is not said that DuckDB is missing"

grep -q 'puppeteer-core@[0-9.]* axe-core@[0-9.]* vnu-jar@[0-9.]*$' "$scratch/all/npm" || fail "no exact tools for a browser are asked for"
grep -q '@ooxml-tools/validate@[0-9.]*$' "$scratch/all/npm" || fail "no exact judge of Office Open XML is asked for"
grep -q '^run: no puppeteer-core' "$scratch/all/out" || fail "it is not said that what drives a browser is missing"

cp -r "$scratch/all" "$scratch/light"
rm "$scratch/light/ctest"
rm -f "$scratch/light/npm"
run light test --light
grep -- '--test-dir build .*-LE tools' "$scratch/light/ctest" >/dev/null || fail "--light runs what needs heavy tools"
[ ! -f "$scratch/light/npm" ] || fail "--light asks npm"
grep -qx 'run: left out by --light: slow/browser ' "$scratch/light/out" || fail "--light does not name what it leaves out"
[ "$(tail -1 "$scratch/light/out")" = "10 passed, 0 failed, 5 skipped" ] || fail "--light ends with another line"

tests broken <<'EOT'
 1/2 Test #1: unit/one ........***Failed    0.01 sec
 2/2 Test #2: pdf .............   Passed    0.01 sec
50% tests passed, 1 tests failed out of 2
EOT
run broken test
[ "$(cat "$scratch/broken/status")" = 1 ] || fail "failed tests go unnoticed"
[ "$(tail -1 "$scratch/broken/out")" = "5 passed, 5 failed, 0 skipped" ] || fail "counted: $(tail -1 "$scratch/broken/out")"
echo "no tests were found" | tests none
run none test
[ "$(cat "$scratch/none/status")" = 1 ] || fail "a build without tests goes unnoticed"

for wrong in "--light" "bench --light" "test --heavy" "tests"; do
	# shellcheck disable=SC2086
	run wrong $wrong
	[ "$(cat "$scratch/wrong/status")" = 1 ] || fail "./run $wrong is accepted"
	grep -q '^run: usage: ./run ' "$scratch/wrong/err" || fail "./run $wrong: no usage"
done
exit "$failed"
