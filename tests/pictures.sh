#!/bin/sh
# Pictures in a briefing: what is hostile or cannot be drawn is an error with its name and line, never a blank; what can
# be is read, tried and held once, however often it is shown; and a briefing without pictures pays nothing for it.
set -eu
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

fail() {
	echo "$*" >&2
	exit 1
}

cat >data.csv <<'CSV'
model,benchmark,value
Aster,Quality,61%
Borealis,Quality,52%
CSV

# briefing NAME PICTURE…: NAME.md shows them.
briefing() {
	name=$1
	shift
	{
		printf -- '---\ntitle: Pictures\ndata: data.csv\n---\nText.\n'
		for picture; do printf '\n![What it shows](%s)\n' "$picture"; done
	} >"$name.md"
}

# refused PICTURE WORDS: status 1, these words on standard error, and no file.
refused() {
	briefing refused "$1"
	status=0
	"$BENCHBRIEF" render refused.md --out refused >out 2>err || status=$?
	[ "$status" = 1 ] || fail "$1: status $status, not 1: $(cat err)"
	grep -q "^refused.md:7:1: error: the picture $1 cannot be shown: $2" err || fail "$1: not told: $(cat err)"
	grep -q '^  hint: ' err || fail "$1: nothing says what to do"
	[ ! -e refused ] || fail "$1: files were written"
}

head='<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">'
printf '%s\n<image width="100" height="100" href="secret.png"/></svg>' "$head" >inner.svg
refused inner.svg '<image> in line 2: a picture inside'
printf '%s\n<use href="other.svg#a"/></svg>' "$head" >outer.svg
refused outer.svg '<use> in line 2: it refers to another file'
printf '%s<rect width="9" height="9"/>\n\n<rect width="9" height="9" fill="url(#gone)"/></svg>' "$head" >gone.svg
refused gone.svg '<rect> in line 3: part of it is not drawn'
printf '%s</svg>' "$head" >blank.svg
refused blank.svg 'nothing can be seen'
printf '%s<text y="50">One<text></svg>' "$head" >cut.svg
refused cut.svg 'it is damaged'

# Ten times the one before, seven times: librsvg stops at 500,000 elements, or the time does.
{
	printf '%s\n<g id="a0"><circle r="1"/></g>' "$head"
	for i in 1 2 3 4 5 6 7; do
		printf '<g id="a%s">' "$i"
		for k in 0 1 2 3 4 5 6 7 8 9; do printf '<use href="#a%s"/>' $((i - 1)); done
		printf '</g>\n'
	done
	printf '<rect width="100" height="100" fill="red"/></svg>'
} >many.svg
refused many.svg '<use> in line 2: '

# One picture in sixteen places, and the same bytes under another name: decoded once, held once.
printf '%s<rect width="90" height="90" fill="teal"/></svg>' "$head" >one.svg
sed 's|<rect|<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><rect filter="url(#f)"|' one.svg >soft.svg
cp soft.svg again.svg
briefing many soft.svg soft.svg again.svg soft.svg soft.svg again.svg soft.svg soft.svg one.svg
"$BENCHBRIEF" render many.md --out many >out 2>err || fail "many.md: $(cat err)"
briefing once soft.svg one.svg
"$BENCHBRIEF" render once.md --out once >out 2>err || fail "once.md: $(cat err)"
most=$(($(wc -c <once/once.pdf) + 20000))
[ "$(wc -c <many/many.pdf)" -lt "$most" ] || fail "pictures are held as often as they are shown"
if command -v pdfimages >/dev/null; then
	held=$(pdfimages -list many/many.pdf | awk 'NR > 2 && $3 == "image" { print $11 }' | sort -u | wc -l)
	[ "$held" = 1 ] || fail "a picture with a filter, shown eight times, is $held objects"
fi

# Twice the same bytes.
"$BENCHBRIEF" render many.md --out second >out 2>err || fail "many.md again: $(cat err)"
cmp -s many/many.pdf second/many.pdf || fail "the same briefing gives other bytes"

# check tries them too.
! "$BENCHBRIEF" check refused.md >out 2>err || fail "check says nothing"

# Without pictures nothing is started. (A search for leaks cannot be traced.)
command -v strace >/dev/null || {
	echo "without strace: not seen whether a process is started"
	exit 0
}
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export ASAN_OPTIONS
briefing plain
started() { strace -f -o trace -e trace=execve "$BENCHBRIEF" render "$1" --out traced >out 2>err && grep -c 'execve(' trace; }
strace -o trace true 2>err || {
	echo "strace is not allowed here: not seen whether a process is started"
	exit 0
}
[ "$(started plain.md)" = 1 ] || fail "a briefing without pictures starts a process"
[ "$(started many.md)" = 2 ] || fail "a briefing with pictures does not start one process"

# Where the kernel has no filter, limits are left, and check says so.
strace -f -o trace -e trace=prctl -e inject=prctl:error=EINVAL "$BENCHBRIEF" check once.md >out 2>err || fail "without a filter: $(cat err)"
grep -q 'note: pictures were tried with limits of time and memory only' err || fail "check does not say that there is no filter: $(cat err)"
