#!/bin/sh
# doctor and --version: what is here, what is missing and what to install; the exit status is 1 only where nothing can be
# made.
set -u
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
failed=0
fail() {
	echo "doctor: $*"
	failed=1
}

"$BENCHBRIEF" --version >version || fail "--version fails"
head -1 version | grep -qE '^benchbrief [0-9]+\.[0-9]+\.[0-9]+$' || fail "--version begins with $(head -1 version)"
for library in Cairo Pango HarfBuzz FreeType fontconfig Lua libyaml cmark-gfm; do
	grep -qE "^$library [0-9]+\.[0-9.]+" version || fail "--version does not tell that of $library"
done
if command -v pkg-config >/dev/null; then
	grep -qx "Pango $(pkg-config --modversion pango)" version || fail "--version tells another Pango than pkg-config"
	grep -qx "qpdf $(pkg-config --modversion libqpdf)" version || fail "--version tells another qpdf than pkg-config"
fi

BENCHBRIEF_DUCKDB=$scratch/none "$BENCHBRIEF" doctor >out 2>err || fail "all that is needed is here: $(cat err)"
grep -qE '^  here    Inter ' out || fail "it does not find Inter"
grep -qE '^  missing DuckDB .*install:' out || fail "it does not miss DuckDB: $(grep DuckDB out)"
"$BENCHBRIEF" doctor extra >out 2>&1
[ $? -eq 2 ] || fail "an argument is no wrong usage: $(cat out)"

# Looks whose fonts are not there.
cmake --install "$BUILD" --prefix "$scratch/there" >/dev/null || exit 1
looks=there/share/benchbrief/styles
sed -i 's|opentype/inter/Inter-Bold.otf|opentype/inter/Inter-Fat.otf|; s|NotoSansThai-Bold|NotoSansThai-Fat|' $looks/_common.yaml
there/bin/benchbrief doctor >out 2>err
[ $? -eq 1 ] || fail "a missing font of the looks is no fault: $(cat out)"
grep -q 'error: Inter is not here' err && grep -q 'hint: install the package fonts-inter' err || fail "it says of Inter: $(cat err)"
grep -qE '^  missing Noto Sans Thai .*\(install: fonts-noto-core\)$' out || fail "it does not miss a font of others"
grep -qE 'apt install fonts-inter fonts-noto-core' out || fail "it does not say what to install: $(tail -1 out)"
rm -r $looks && mkdir $looks
there/bin/benchbrief doctor >out 2>err
[ $? -eq 1 ] && grep -q 'there are no looks in this folder' err || fail "a folder without looks: $(cat err)"
exit $failed
