/* The options of the C library's calls. */
#include "press/benchbrief_parts.h"

#include "base/str.h"
#include "chart/kind.h"
#include "chart/order.h"
#include "chart/request.h"
#include "data/formats.h"
#include "data/names.h"
#include "paint/painter.h"
#include "style/page_format.h"
#include "words/direction.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

bool benchbrief_misuse(struct benchbrief *s, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_vadd(s->diags, DIAG_ERROR, place_file(NULL), hint, format, args);
	va_end(args);
	s->status = BENCHBRIEF_MISUSED;
	return false;
}

bool benchbrief_need_text(struct benchbrief *s, const char *text)
{
	if (!text)
		return true;
	if (text[utf8_bad(text, strlen(text))])
		return benchbrief_misuse(s, "write it, or name the file, in UTF-8", "an argument is not UTF-8");
	for (const char *at = text; *at;)
		if (utf8_is_direction(utf8_next(&at)))
			return benchbrief_misuse(s, "remove it", "an argument has an unseen control of direction");
	return true;
}

/* ---- taking ---- */

static struct benchbrief_option *find(struct benchbrief_option *options, size_t n, const char *name, size_t length)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(options[i].name) == length && memcmp(options[i].name, name, length) == 0)
			return &options[i];
	return NULL;
}

static bool unknown(struct benchbrief *s, const char *name, const struct benchbrief_option *options, size_t n)
{
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < n; i++)
		nearest_offer(&nearest, options[i].name);
	return benchbrief_misuse(s, nearest_hint(diags_arena(s->diags), &nearest, "benchbrief.h lists the options"),
	                         "there is no option \"%s\"", name);
}

static bool take(struct benchbrief *s, const char *given, struct benchbrief_option *options, size_t n)
{
	struct arena *a = diags_arena(s->diags);
	size_t length = strcspn(given, "=");
	const char *name = arena_strndup(a, given, length);
	const char *value = given[length] ? arena_strdup(a, given + length + 1) : NULL; /* results speak of it later */
	struct benchbrief_option *option = find(options, n, given, length);
	if (!benchbrief_need_text(s, given))
		return false;
	if (!option)
		return unknown(s, name, options, n);
	if (option->flag && value)
		return benchbrief_misuse(s, NULL, "%s takes no value", name);
	if (!option->flag && !value)
		return benchbrief_misuse(s, "write it as NAME=VALUE", "%s needs a value", name);
	if (option->count && !option->many && !option->flag)
		return benchbrief_misuse(s, NULL, "%s is given more than once", name);
	size_t capacity = option->count;
	option->values = arena_grow(a, option->values, &capacity, option->count, sizeof *option->values);
	option->values[option->count++] = value ? value : "";
	return true;
}

bool benchbrief_take(struct benchbrief *s, const char *const *given, struct benchbrief_option *options, size_t n)
{
	for (; given && *given; given++)
		if (!take(s, *given, options, n))
			return false;
	return true;
}

static const char *text(const struct benchbrief_option *option)
{
	return option->count ? option->values[0] : NULL;
}

bool benchbrief_whole(struct benchbrief *s, const struct benchbrief_option *option, size_t most, size_t *out)
{
	char *end;
	if (!option->count)
		return true;
	const char *digits = option->values[0];
	unsigned long long n = strtoull(digits, &end, 10);
	if (digits[0] < '0' || digits[0] > '9' || *end || n < 1 || n > most)
		return benchbrief_misuse(s, NULL, "%s must be a whole number from 1 to %zu, not %s", option->name, most,
		                         digits);
	*out = (size_t)n;
	return true;
}

static bool take_scale(struct benchbrief *s, const struct benchbrief_option *option, double *scale)
{
	static const double least = 0.5, most = 8;
	if (!option->count)
		return true;
	if (!str_to_number(option->values[0], scale) || *scale < least || *scale > most)
		return benchbrief_misuse(s, NULL, "scale must be a number from %g to %g, not %s", least, most,
		                         option->values[0]);
	return true;
}

static bool take_language(struct benchbrief *s, const struct benchbrief_option *option,
                          const struct language **language)
{
	if (!option->count)
		return true;
	*language = language_find(option->values[0], s->diags);
	s->status = *language ? s->status : BENCHBRIEF_MISUSED;
	return *language;
}

static bool take_painter(struct benchbrief *s, const char *format, const struct painter **painter)
{
	*painter = painter_find(format);
	return *painter || benchbrief_misuse(s, NULL, "format must be one of %s, not %s",
	                                     painter_list(diags_arena(s->diags), "", ", "), format);
}

/* ---- open ---- */

static bool take_date(struct benchbrief *s, const char *written)
{
	if (written &&
	    (!date_parse(written, &s->world.date) || !date_is_plausible(s->world.date) || !s->world.date.day))
		return benchbrief_misuse(s, NULL, "date must be a day such as 2026-05-04, not %s", written);
	return true;
}

bool benchbrief_take_surroundings(struct benchbrief *s, const char *const *given)
{
	static const char *const fonts[] = { "/usr/share/fonts", "/usr/local/share/fonts" };
	enum { PREFIX, LOOKS, PROGRAM, FONTS, DATE, MEMORY, OPTIONS };
	struct benchbrief_option o[OPTIONS] = {
		[PREFIX] = { .name = "prefix" },   [LOOKS] = { .name = "looks" },
		[PROGRAM] = { .name = "program" }, [FONTS] = { .name = "fonts", .many = true },
		[DATE] = { .name = "date" },       [MEMORY] = { .name = "memory" }
	};
	s->queries.files = true;
	s->world = (struct press_world){ .version = BENCHBRIEF_VERSION,
		                         .font_roots = fonts,
		                         .n_font_roots = sizeof fonts / sizeof *fonts,
		                         .queries = &s->queries };
	if (!benchbrief_take(s, given, o, OPTIONS) || !take_date(s, text(&o[DATE])) ||
	    !benchbrief_whole(s, &o[MEMORY], SIZE_MAX, &s->world.memory_limit))
		return false;
	const char *prefix = o[PREFIX].count ? text(&o[PREFIX]) : BENCHBRIEF_PREFIX;
	s->world.looks = o[LOOKS].count ? text(&o[LOOKS])
	                                : arena_printf(s->own, "%s/%s/benchbrief/styles", prefix, BENCHBRIEF_DATADIR);
	s->world.program = o[PROGRAM].count ? text(&o[PROGRAM])
	                                    : arena_printf(s->own, "%s/%s/benchbrief", prefix, BENCHBRIEF_BINDIR);
	if (o[FONTS].count) {
		s->world.font_roots = o[FONTS].values;
		s->world.n_font_roots = o[FONTS].count;
	}
	s->edge.limit = s->world.memory_limit;
	return true;
}

/* ---- load ---- */

static bool take_format(struct benchbrief *s, const char *name)
{
	struct nearest nearest = nearest_to(name ? name : "");
	for (size_t i = 0; name && format_at(i).name; i++) {
		if (str_eq(format_at(i).name, name))
			return true;
		nearest_offer(&nearest, format_at(i).name);
	}
	return !name || benchbrief_misuse(s, nearest_hint(diags_arena(s->diags), &nearest, NULL),
	                                  "there is no format \"%s\"", name);
}

static bool take_better(struct benchbrief *s, const char *word, enum direction *better)
{
	if (str_eq(word, direction_words[DIRECTION_HIGHER]))
		*better = DIRECTION_HIGHER;
	else if (str_eq(word, direction_words[DIRECTION_LOWER]))
		*better = DIRECTION_LOWER;
	else if (word)
		return benchbrief_misuse(s, NULL, "better must be higher or lower, not %s", word);
	return true;
}

static const char *copied(struct arena *arena, const char *s)
{
	return s ? arena_strdup(arena, s) : NULL;
}

static bool fill_feeds(struct benchbrief *s, const char *const *paths, const struct feed *like, struct feed **feeds,
                       size_t *n)
{
	for (*n = 0; paths && paths[*n];)
		++*n;
	if (!*n)
		return benchbrief_misuse(s, NULL, "no data are named");
	*feeds = arena_alloc(s->loaded, *n, sizeof **feeds);
	for (size_t i = 0; i < *n; i++) {
		if (!benchbrief_need_text(s, paths[i]))
			return false;
		(*feeds)[i] = *like;
		(*feeds)[i].file = arena_strdup(s->loaded, paths[i]);
	}
	return true;
}

bool benchbrief_take_feeds(struct benchbrief *s, const char *const *paths, const char *const *given,
                           struct feed **feeds, size_t *n, struct press_check *how)
{
	enum { FROM, MAP, UNIT, BETTER, LANG, OPTIONS };
	struct benchbrief_option o[OPTIONS] = { [FROM] = { .name = "from" },
		                                [MAP] = { .name = "map", .many = true },
		                                [UNIT] = { .name = "unit" },
		                                [BETTER] = { .name = "better" },
		                                [LANG] = { .name = "lang" } };
	struct feed like = { .file = NULL };
	s->language = &language_english;
	if (!benchbrief_take(s, given, o, OPTIONS) || !take_format(s, text(&o[FROM])) ||
	    !take_better(s, text(&o[BETTER]), &how->better) || !take_language(s, &o[LANG], &s->language))
		return false;
	for (size_t i = 0; i < o[MAP].count; i++)
		if (!feed_map(s->loaded, &like, copied(s->loaded, o[MAP].values[i]), s->diags)) {
			s->status = BENCHBRIEF_MISUSED;
			return false;
		}
	like.unit = copied(s->loaded, text(&o[UNIT]));
	how->from = copied(s->loaded, text(&o[FROM]));
	return fill_feeds(s, paths, &like, feeds, n);
}

/* ---- render ---- */

enum { JOBS_MAX = 256 };

/* What flows takes the place of the pages; anything else is the charts' format. */
static bool take_formats(struct benchbrief *s, const struct benchbrief_option *option, struct press_briefing *q)
{
	for (size_t i = 0; i < option->count; i++) {
		const struct painter *painter;
		if (!take_painter(s, option->values[i], &painter))
			return false;
		*(painter->flows ? &q->document : &q->charts) = painter;
	}
	q->charts = q->charts ? q->charts : painter_for_chart();
	return true;
}

static bool take_page(struct benchbrief *s, const char *name, struct press_briefing *q)
{
	q->page = name ? page_format_find(name) : NULL;
	return !name || q->page ||
	       benchbrief_misuse(s, NULL, "page must be one of %s, not %s",
	                         page_format_names(diags_arena(s->diags), true), name);
}

bool benchbrief_take_briefing(struct benchbrief *s, const char *const *given, struct press_briefing *q)
{
	enum { LOOK, PAGE, LANG, DATA, FORMAT, ONLY, SIZE, SCALE, BASELINE, JOBS, DRAFT, OPTIONS };
	struct benchbrief_option o[OPTIONS] = {
		[LOOK] = { .name = "look" },
		[PAGE] = { .name = "page" },
		[LANG] = { .name = "lang" },
		[DATA] = { .name = "data", .many = true },
		[ONLY] = { .name = "only" },
		[FORMAT] = { .name = "format", .many = true },
		[SIZE] = { .name = "size" },
		[SCALE] = { .name = "scale" },
		[JOBS] = { .name = "jobs" },
		[BASELINE] = { .name = "baseline" },
		[DRAFT] = { .name = "draft", .flag = true },
	};
	if (!benchbrief_take(s, given, o, OPTIONS) || !take_formats(s, &o[FORMAT], q) ||
	    !take_page(s, text(&o[PAGE]), q) || !take_language(s, &o[LANG], &q->language) ||
	    !take_scale(s, &o[SCALE], &q->scale) || !benchbrief_whole(s, &o[JOBS], JOBS_MAX, &q->jobs))
		return false;
	q->look = text(&o[LOOK]);
	q->only = text(&o[ONLY]);
	q->size = text(&o[SIZE]);
	q->baseline = text(&o[BASELINE]);
	q->draft = o[DRAFT].count > 0;
	q->data = feeds_of_paths(diags_arena(s->diags), o[DATA].values, o[DATA].count);
	q->n_data = o[DATA].count;
	return true;
}

/* ---- chart ---- */

enum {
	BENCHMARK,
	MODEL,
	MAKER,
	WHERE,
	TOP,
	ORDER,
	FOCUS,
	FORMAT,
	LOOK,
	LANG,
	SIZE,
	SCALE,
	ROWS,
	TYPE,
	TITLE,
	SUBTITLE,
	SOURCE,
	NOTE,
	ALT,
	DIGITS,
	COLOR,
	GROUP,
	CLAIMS,
	LOG,
	PERCENT,
	TRANSPARENT,
	REFERENCE,
	BAND,
	ANNOTATE,
	CHART_OPTIONS
};

static const struct benchbrief_option chart_table[CHART_OPTIONS] = {
	[BENCHMARK] = { .name = "benchmark", .many = true },
	[MODEL] = { .name = "model", .many = true },
	[MAKER] = { .name = "maker", .many = true },
	[WHERE] = { .name = "where", .many = true },
	[TOP] = { .name = "top" },
	[ORDER] = { .name = "order" },
	[FOCUS] = { .name = "focus", .many = true },
	[FORMAT] = { .name = "format" },
	[LOOK] = { .name = "look" },
	[LANG] = { .name = "lang" },
	[SIZE] = { .name = "size" },
	[SCALE] = { .name = "scale" },
	[ROWS] = { .name = "rows" },
	[TYPE] = { .name = "type" },
	[TITLE] = { .name = "title" },
	[SUBTITLE] = { .name = "subtitle" },
	[SOURCE] = { .name = "source" },
	[NOTE] = { .name = "note", .many = true },
	[ALT] = { .name = "alt" },
	[DIGITS] = { .name = "digits" },
	[COLOR] = { .name = "color" },
	[GROUP] = { .name = "group" },
	[CLAIMS] = { .name = "claims" },
	[LOG] = { .name = "log" },
	[PERCENT] = { .name = "percent", .flag = true },
	[TRANSPARENT] = { .name = "transparent", .flag = true },
	[REFERENCE] = { .name = "reference", .many = true },
	[BAND] = { .name = "band", .many = true },
	[ANNOTATE] = { .name = "annotate", .many = true },
};

static void put_texts(const struct benchbrief_option *o, struct press_chart *q)
{
	q->order = text(&o[ORDER]);
	q->type = text(&o[TYPE]);
	q->look = text(&o[LOOK]);
	q->size = text(&o[SIZE]);
	q->title = text(&o[TITLE]);
	q->subtitle = text(&o[SUBTITLE]);
	q->source = text(&o[SOURCE]);
	q->alt = text(&o[ALT]);
	q->digits = text(&o[DIGITS]);
	q->color = text(&o[COLOR]);
	q->group = text(&o[GROUP]);
	q->claims = text(&o[CLAIMS]);
	q->log = text(&o[LOG]);
	q->percent = o[PERCENT].count > 0;
	q->transparent = o[TRANSPARENT].count > 0;
}

static void put_lists(const struct benchbrief_option *o, struct press_chart *q)
{
	q->part.benchmarks = o[BENCHMARK].values;
	q->part.n_benchmarks = o[BENCHMARK].count;
	q->part.models = o[MODEL].values;
	q->part.n_models = o[MODEL].count;
	q->part.makers = o[MAKER].values;
	q->part.n_makers = o[MAKER].count;
	q->part.wheres = o[WHERE].values;
	q->part.n_wheres = o[WHERE].count;
	q->focuses = o[FOCUS].values;
	q->n_focuses = o[FOCUS].count;
	q->notes = o[NOTE].values;
	q->n_notes = o[NOTE].count;
	q->references = o[REFERENCE].values;
	q->n_references = o[REFERENCE].count;
	q->bands = o[BAND].values;
	q->n_bands = o[BAND].count;
	q->annotations = o[ANNOTATE].values;
	q->n_annotations = o[ANNOTATE].count;
}

static bool is_blank(const struct benchbrief_option *option)
{
	for (size_t i = 0; i < option->count; i++)
		if (!option->values[i][strspn(option->values[i], " \t\n")])
			return true;
	return false;
}

static bool fits(struct benchbrief *s, const struct benchbrief_option *o, const struct press_chart *q)
{
	static const int words[] = { TITLE, SUBTITLE, SOURCE, NOTE, ALT };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is_blank(&o[words[i]]))
			return benchbrief_misuse(s, "leave it out", "%s is empty", o[words[i]].name);
	if (q->part.n_benchmarks > q->kind->most)
		return benchbrief_misuse(s, NULL, "a %s chart shows %s, and %zu are named", q->kind->name,
		                         chart_kind_shows(q->kind), q->part.n_benchmarks);
	if (o[ROWS].count && !q->kind->has_rows)
		return benchbrief_misuse(s, "leave it out", "a %s chart has no rows", q->kind->name);
	return true;
}

bool benchbrief_take_chart(struct benchbrief *s, const char *kind, const char *const *given, struct press_chart *q)
{
	struct benchbrief_option o[CHART_OPTIONS];
	memcpy(o, chart_table, sizeof o);
	q->kind = chart_kind_find(kind, place_file(NULL), s->diags);
	s->status = q->kind ? s->status : BENCHBRIEF_MISUSED;
	if (!q->kind || !benchbrief_take(s, given, o, CHART_OPTIONS) ||
	    (o[FORMAT].count && !take_painter(s, text(&o[FORMAT]), &q->painter)) ||
	    !take_language(s, &o[LANG], &q->language) || !take_scale(s, &o[SCALE], &q->scale) ||
	    !benchbrief_whole(s, &o[ROWS], CHART_ROWS_MAX, &q->rows) ||
	    !benchbrief_whole(s, &o[TOP], CHART_ROWS_MAX, &q->part.top))
		return false;
	put_texts(o, q);
	put_lists(o, q);
	return fits(s, o, q);
}
