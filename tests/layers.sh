#!/bin/sh
# The house keeps its floors: who may include whom, which libraries live where, who may open files, and no state that
# outlives a call. First a made-up house with one breach of each kind proves that every breach is found.
set -eu
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cat >"$scratch/floors.awk" <<'AWK'
BEGIN {
	n = split("base read data words facts style text scene chart brief paint press serve command", order, " ")
	for (i = 1; i <= n; i++)
		floor[order[i]] = i
	files = "fopen freopen fdopen open openat creat tmpfile mkstemp cairo_surface_write_to_png"
	clocks = "time clock gettimeofday clock_gettime localtime gmtime"
}

FNR == 1 {
	path = FILENAME
	sub(/^.*src\//, "src/", path)
	parts = split(path, part, "/")
	room = parts == 2 ? "" : part[2]
	main = path == "src/main.c"
	inside = 0
	if (!main && (parts != 3 || !(room in floor)))
		breach("stands on no floor")
}

{
	code = strip($0)
	if (code ~ /^[ \t]*#[ \t]*include/)
		included($0)
	else
		words()
	state()
}

function breach(what) { print path ":" FNR ": " what }

# Without comments and quoted text.
function strip(line,    out, mark) {
	out = ""
	while (line != "") {
		if (inside) {
			if (!match(line, /\*\//))
				return out
			line = substr(line, RSTART + 2)
			inside = 0
		} else if (match(line, /\/\*|\/\/|"|'/)) {
			mark = substr(line, RSTART, RLENGTH)
			out = out substr(line, 1, RSTART - 1)
			line = substr(line, RSTART)
			if (mark == "//")
				return out
			if (mark == "/*") {
				inside = 1
				line = substr(line, 3)
				continue
			}
			if (!(mark == "\"" ? match(line, /^"([^"\\]|\\.)*"/) : match(line, /^'([^'\\]|\\.)*'/)))
				return out
			out = out mark mark
			line = substr(line, RLENGTH + 1)
		} else
			return out line
	}
	return out
}

function included(line,    name) {
	if (line ~ /include[ \t]*"/) {
		name = line
		sub(/^[^"]*"/, "", name)
		sub(/".*/, "", name)
		own(name)
		return
	}
	if (line ~ /include[ \t]*(<(cairo|pango|ft2build|freetype|fontconfig|hb|harfbuzz)|FT_)/) {
		if ((room != "text" && room != "paint") || path !~ /\.c$/)
			breach("drawing library outside the .c files of text and paint")
	} else if (line ~ /<yaml\.h>/ && room != "read")
		breach("yaml.h outside read")
	else if (line ~ /<libdeflate\.h>/ && room != "paint" && room != "read")
		breach("libdeflate.h outside paint and read")
	else if (line ~ /<qpdf\// && room != "paint")
		breach("qpdf outside paint")
	else if (line ~ /<dlfcn/ && room != "paint" && path != "src/base/library.c")
		breach("dlfcn outside paint and base/library.c")
	else if (line ~ /<(sqlite3|sql|sqlext|sqlucode)\.h>/ && room != "read")
		breach("a database outside read")
	else if (line ~ /<microhttpd\.h>/ && room != "serve")
		breach("a web server outside serve")
	else if (line ~ /<sys\/inotify\.h>/ && path != "src/serve/notify.c")
		breach("inotify outside serve/notify.c")
	else if (line ~ /<(zip|expat)\.h>/ && room != "read")
		breach("archives and XML outside read")
	else if (line ~ /<(lua|lauxlib|lualib)\.h>/ && room != "facts")
		breach("Lua outside facts")
	else if (line ~ /<cmark-gfm/ && room != "brief")
		breach("cmark outside brief")
}

function own(name,    to) {
	to = name
	sub(/\/.*/, "", to)
	if (name ~ /^\.\.?\//)
		breach("include by a path through folders: " name)
	else if (name !~ /\// || !(to in floor))
		breach("include names no floor: " name)
	else if (main)
		return
	else if (floor[to] > floor[room])
		breach(room " reaches up: " name)
	else if ((room == "words" && to == "data") || (room == "scene" && (to == "data" || to == "facts")))
		breach(room " may not know " name)
	else if (room == "paint" && (to == "chart" || to == "brief" || to == "data" || to == "facts"))
		breach("paint may not know " name)
	else if (room == "style" && to != "base" && to != "read" && to != "style")
		breach("style may not know " name)
	else if ((room == "chart" || room == "brief") && name == "base/file.h")
		breach(room " has no business with files")
}

function calls(list,    word, count, j) {
	count = split(list, word, " ")
	for (j = 1; j <= count; j++)
		if (code ~ ("(^|[^A-Za-z0-9_.>])" word[j] "[ \t]*\\("))
			return word[j]
	return ""
}

function words(    word) {
	if (path !~ /^src\/base\/(file(_[a-z]+)?|gate)\.c$/ && (word = calls(files)) != "")
		breach("opens a file: " word)
	if ((word = calls("setlocale uselocale newlocale")) != "")
		breach("depends on the locale: " word)
	if (!main && (word = calls("getenv secure_getenv")) != "")
		breach("reads the environment: " word)
	if (!main && path != "src/base/deadline.c" && (word = calls(clocks)) != "")
		breach("reads the clock: " word)
}

# A variable that keeps its value: static anywhere, or at the file's margin. A const pointer's target may be const and the
# pointer not: what counts comes after the last star.
function state(    rest) {
	if (path == "src/base/process.c") # the one module that must: a handler has no argument
		return
	rest = code
	if (rest ~ /^[ \t]*static[ \t]/)
		sub(/^[ \t]*static[ \t]+/, "", rest)
	else if (rest !~ /^[A-Za-z_]/ || rest !~ /[;=]/ || rest ~ /^(typedef|return|goto|case|default)/ ||
	         rest ~ /^(struct|union|enum)[ \t]*[A-Za-z0-9_]*[ \t]*(;|\{)/)
		return
	if (rest ~ /^_Static_assert/ || !match(rest, /[(;={[]|$/) || substr(rest, RSTART, 1) == "(")
		return
	rest = substr(rest, 1, RSTART - 1)
	sub(/^.*\*/, "", rest)
	if (rest !~ /(^|[^A-Za-z0-9_])const([^A-Za-z0-9_]|$)/)
		breach("keeps state between calls: " code)
}
AWK

# breaches FOLDER: one per line, "src/floor/file.c:3: what".
breaches() {
	find "$1/src" -type f -name '*.[ch]' -exec awk -f "$scratch/floors.awk" {} + | sort -t: -k1,1 -k2,2n
}

# put FILE: a made-up source from standard input.
put() {
	mkdir -p "$house/src/$(dirname "$1")"
	cat >"$house/src/$1"
}

# must_find FILE LINE WORDS: makes the file from standard input in a house of its own; exactly that breach must be found.
must_find() {
	house=$scratch/house
	rm -rf "$house"
	put "$1"
	found=$(breaches "$house")
	case $found in
	*"
"*) ;;
	"src/$1:$2: $3"*) return 0 ;;
	esac
	echo "self-test: expected src/$1:$2: $3" >&2
	echo "self-test: found    ${found:-nothing}" >&2
	exit 1
}

must_find base/a.c 2 'base reaches up: read/value.h' <<'C'
#include "base/a.h"
#include "read/value.h"
C
must_find scene/a.h 1 'scene reaches up: chart/chart.h' <<'C'
#include "chart/chart.h"
C
must_find chart/a.c 1 'chart reaches up: paint/paint.h' <<'C'
#	include "paint/paint.h"
C
must_find paint/a.c 2 'paint reaches up: command/command.h' <<'C'
#include "scene/scene.h"
#include "command/command.h"
C
must_find paint/a.c 1 'paint may not know chart/chart.h' <<'C'
#include "chart/chart.h"
C
must_find paint/a.c 1 'paint may not know brief/page.h' <<'C'
#include "brief/page.h"
C
must_find paint/a.c 1 'paint may not know data/dataset.h' <<'C'
#include "data/dataset.h"
C
must_find scene/a.h 1 'scene may not know data/dataset.h' <<'C'
#include "data/dataset.h"
C
must_find words/a.h 1 'words may not know data/dataset.h' <<'C'
#include "data/dataset.h"
C
must_find style/a.c 3 'style may not know data/dataset.h' <<'C'
#include "base/arena.h"
#include "read/read.h"
#include "data/dataset.h"
C
must_find style/a.c 1 'style may not know facts/standing.h' <<'C'
#include "facts/standing.h"
C
must_find chart/a.c 1 'chart has no business with files' <<'C'
#include "base/file.h"
C
must_find brief/a.h 1 'brief has no business with files' <<'C'
#include "base/file.h"
C
must_find read/a.c 1 'include by a path through folders' <<'C'
#include "../base/arena.h"
C
must_find read/a.c 1 'include by a path through folders' <<'C'
#include "./value.h"
C
must_find read/a.c 1 'include names no floor: value.h' <<'C'
#include "value.h"
C
must_find attic/a.c 1 'stands on no floor' <<'C'
int nothing(void);
C
must_find other.c 1 'stands on no floor' <<'C'
int nothing(void);
C
for header in cairo.h cairo/cairo-pdf.h pango/pangocairo.h ft2build.h freetype/freetype.h hb.h hb-subset.h \
	harfbuzz/hb.h fontconfig/fontconfig.h; do
	must_find scene/a.c 1 'drawing library' <<C
#include <$header>
C
done
must_find text/a.h 1 'drawing library' <<'C'
#include <pango/pango.h>
C
must_find chart/a.c 1 'drawing library' <<'C'
#include FT_FREETYPE_H
C
must_find data/a.c 1 'yaml.h outside read' <<'C'
#include <yaml.h>
C
must_find text/a.c 1 'libdeflate.h outside paint and read' <<'C'
#include <libdeflate.h>
C
must_find chart/a.c 1 'Lua outside facts' <<'C'
#include <lua.h>
C
must_find data/a.c 1 'a database outside read' <<'C'
#include <sqlite3.h>
C
must_find paint/a.c 1 'archives and XML outside read' <<'C'
#include <expat.h>
C
must_find command/a.c 1 'a web server outside serve' <<'C'
#include <microhttpd.h>
C
must_find serve/a.c 1 'inotify outside serve/notify.c' <<'C'
#include <sys/inotify.h>
C
must_find press/a.c 1 'press reaches up: serve/vigil.h' <<'C'
#include "serve/vigil.h"
C
must_find base/a.c 1 'dlfcn outside paint' <<'C'
#include <dlfcn.h>
C
must_find command/a.c 1 'cmark outside brief' <<'C'
#include <cmark-gfm.h>
C
for call in 'fopen(p, "w")' 'freopen(p, "w", f)' 'fdopen(3, "w")' 'open(p, 1)' 'openat(d, p, 1)' 'creat (p, 1)' \
	'tmpfile()' 'mkstemp(p)' 'cairo_surface_write_to_png(s, p)'; do
	must_find paint/a.c 4 "opens a file: ${call%%[ (]*}" <<C
void f(void)
{
	/* a comment, "quoted */
	x = $call;
}
C
done
must_find base/a.c 1 'depends on the locale: setlocale' <<'C'
	setlocale(LC_ALL, "");
C
must_find command/a.c 1 'reads the environment: getenv' <<'C'
	if (getenv("HOME"))
C
must_find command/a.c 1 'reads the clock: clock_gettime' <<'C'
	clock_gettime(CLOCK_MONOTONIC, &now);
C
for variable in 'static int count;' 'static int count = 0;' 'static char buffer[10];' 'static struct map names = {' \
	'static const char *last;' 'static const char *words[] = { "a" };' '	static int calls;' '		static bool done = false;' \
	'static struct { int x; } one;' 'static _Thread_local int depth;' 'int count;' 'struct map names = {' 'extern int count;'; do
	must_find base/a.c 2 'keeps state between calls' <<C
#include "base/a.h"
$variable
C
done

# And a house that breaks no rule, though it may look like it here and there.
house=$scratch/house
rm -rf "$house"
put base/file.c <<'C'
#include "base/file.h"
	int fd = open(path, O_RDONLY);
C
put paint/a.c <<'C'
#include "base/file.h"
#include "scene/scene.h"

#include <cairo.h>
#include <libdeflate.h>
#include <qpdf/qpdf-c.h>
/* setlocale() and
 * fopen(path, "w") and getenv(x) are forbidden
static int count;
 */
static const double gap = 0.5;
static const char *const words[] = { "open(", "it\"s fopen(", "/*" };
static const struct { int a; } pair = { 1 }; // fopen(
static int helper(const char *s)
{
	static const int table[] = { 1 };
	int quote = '"', n = file_open(s) + painter->open(s) + painter.open(s) + reopen(s) + runtime(s);
	cairo_surface_write_to_png_stream(s, w, NULL);
	return n;
}
struct pair;
struct other {
	int count;
};
enum { LIMIT = 5 };
enum word { ONE, TWO };
int exported(int a);
const int limit = 5;
const char *name_of(int a);
_Static_assert(sizeof(int) == 4, "x = y;");
static inline struct point at(double x);
C
put style/a.h <<'C'
#include "base/arena.h"
#include "read/value.h"
#include "style/color.h"
C
put read/yaml.c <<'C'
#include <yaml.h>
C
put chart/a.c <<'C'
#include "data/selection.h"
#include "text/text.h"
//#include "paint/paint.h"
C
put main.c <<'C'
#include "command/command.h"
	const char *home = getenv("HOME");
C
found=$(breaches "$house")
if [ -n "$found" ]; then
	printf 'self-test: a clean house has no breach\n%s\n' "$found" >&2
	exit 1
fi

if [ "$(find "${SOURCE:?}/src" -name '*.[ch]' | wc -l)" -lt 20 ]; then
	echo "no sources below $SOURCE/src" >&2
	exit 1
fi
found=$(breaches "$SOURCE")
if [ -n "$found" ]; then
	printf '%s\n' "$found" >&2
	exit 1
fi
