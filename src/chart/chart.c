#include "chart/chart.h"
#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "chart/lengths.h"
#include "scene/evidence.h"
#include "scene/scene.h"
#include "style/look.h"
#include "text/font.h"

#include <stdio.h>

const struct chart_naming chart_options = { "-b", "-m", "--focus", "--rows", "choose a larger --size" };
const struct chart_naming chart_keys = { "\"benchmark\"", "\"models\"", "\"focus\"", "\"rows\"",
	                                 "choose a larger page, or ask for less" };

const struct chart_naming *chart_naming_of(const struct chart_request *q)
{
	return q->naming ? q->naming : &chart_options;
}

static bool check_count(const struct chart_request *q, struct place place, struct diags *diags)
{
	const struct chart_kind *kind = q->kind;
	const char *naming = chart_naming_of(q)->benchmark;
	char hint[160];
	if (q->n_benchmarks >= kind->least && q->n_benchmarks <= kind->most)
		return true;
	if (kind->order)
		snprintf(hint, sizeof hint, "name them with %s: %s", naming, kind->order);
	else
		snprintf(hint, sizeof hint, "name one with %s; %s show several", naming, kind->alternatives);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart shows %s, not %zu", kind->name, chart_kind_shows(kind),
	         q->n_benchmarks);
	return false;
}

static bool check_tokens(const struct chart_request *q, struct place place, struct diags *diags)
{
	char hint[160];
	if (!q->kind->counts_tokens || q->benchmarks[0]->unit == &unit_tokens)
		return true;
	snprintf(hint, sizeof hint, "name them with %s: %s", chart_naming_of(q)->benchmark, q->kind->order);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart shows a benchmark that counts tokens, and %s does not",
	         q->kind->name, q->benchmarks[0]->name);
	return false;
}

static bool check_zero(const struct chart_request *q, struct place place, struct diags *diags)
{
	for (size_t i = 0; q->kind->needs_zero && i < q->n_benchmarks; i++) {
		const struct benchmark *b = q->benchmarks[i];
		if (b->zero)
			continue;
		diag_add(diags, DIAG_ERROR, place.file ? place : b->place,
		         "draw it as a leaderboard or as dots, or declare \"zero: true\" in the data if a value of 0 "
		         "has a meaning",
		         "%s has no meaningful zero, so bars from zero would mislead", b->name);
		return false;
	}
	return true;
}

static bool check_focus(const struct chart_request *q, struct place place, struct diags *diags)
{
	char hint[96];
	if (!q->kind->needs_focus || q->focus)
		return true;
	snprintf(hint, sizeof hint, "name it with %s", chart_naming_of(q)->focus);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart shows one %s against the others, and none is named",
	         q->kind->name, q->dataset->said.one);
	return false;
}

static bool check_ends(const struct chart_request *q, struct place place, struct diags *diags)
{
	char hint[160];
	if (!q->kind->needs_ends || q->n_models == 2 || q->n_benchmarks == 2)
		return true;
	snprintf(hint, sizeof hint, "name two %s with %s, or two benchmarks with %s", q->dataset->said.many,
	         chart_naming_of(q)->model, chart_naming_of(q)->benchmark);
	diag_add(diags, DIAG_ERROR, place, hint, "a %s chart needs two %s or two benchmarks", q->kind->name,
	         q->dataset->said.many);
	return false;
}

static bool check_log(const struct chart_request *q, struct place place, struct diags *diags)
{
	if (q->log != CHART_LOG_ALWAYS || !q->kind->draws_bars || !q->n_benchmarks || !q->benchmarks[0]->zero)
		return true;
	diag_add(diags, DIAG_ERROR, place, "draw dots, which have one, or leave it out",
	         "a %s chart of %s draws bars and has no log scale: lengths on it would mislead", q->kind->name,
	         q->benchmarks[0]->name);
	return false;
}

bool chart_check(const struct chart_request *q, struct place place, struct diags *diags)
{
	return check_focus(q, place, diags) && check_ends(q, place, diags) && check_count(q, place, diags) &&
	       check_tokens(q, place, diags) && check_zero(q, place, diags) && check_log(q, place, diags);
}

/* The look of the request with colours that mean what it asks for; a maker's is beside the name, in a patch. */
static const struct look *look_coloured(struct arena *arena, const struct chart_request *q)
{
	struct look *look = arena_alloc(arena, 1, sizeof *look);
	*look = *q->look;
	look->chips = q->color == CHART_COLOR_MAKER;
	look->color = look->chips ? LOOK_COLOR_MAKER : LOOK_COLOR_HIGHLIGHT;
	if (look->rows.chip > 0)
		return look;
	look->rows.chip = length_chip;
	look->rows.chip_radius = length_chip_radius;
	look->rows.chip_gap = length_chip_gap;
	return look;
}

/* ---- larger type for few marks ---- */

static size_t texts_of(const struct scene *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n_items; i++)
		n += s->items[i].kind == SCENE_TEXT && s->items[i].role != ROLE_NOTE && s->items[i].role != ROLE_TICK;
	return n;
}

/* Of a course over time all values have the name. Counted only until they are more than `most`. */
static size_t subjects_of(const struct scene *s, size_t most)
{
	size_t n = 0;
	for (size_t i = 0; i < s->evidence->n_data && n <= most; i++) {
		size_t k = 0;
		while (k < i && !str_eq(s->evidence->data[k].name, s->evidence->data[i].name))
			k++;
		n += k == i;
	}
	return n;
}

static bool has_room(const struct chart_request *q, const struct chart_pages *pages)
{
	enum { FEW = 4 };
	bool page = q->medium == MEDIUM_SLIDE && !q->paged && !q->grow && !q->inset && !q->slide;
	return page && q->kind->fills_plot && q->type <= 0 && pages->items && pages->count == 1 &&
	       subjects_of(pages->items[0], FEW) <= FEW;
}

/* The page in larger type, if that leaves all that is said of its marks. */
static void grow_type(struct arena *arena, const struct chart_request *q, struct chart_pages *pages)
{
	static const double larger[] = { 1.25, 1.15 }; /* the plot keeps half of the page */
	const struct scene *usual = has_room(q, pages) ? pages->items[0] : NULL;
	for (size_t i = 0; i < sizeof larger / sizeof *larger && usual; i++) {
		struct chart_request *own = arena_alloc(arena, 1, sizeof *own);
		struct chart_pages found = { .items = NULL };
		struct diags *trial = diags_new(arena);
		*own = *q;
		own->type = larger[i];
		if (!q->kind->layout(arena, own, &found, trial) || !found.items || found.count != 1)
			continue;
		const struct scene *s = found.items[0];
		if (texts_of(s) < texts_of(usual) || s->evidence->n_data < usual->evidence->n_data ||
		    !str_eq(s->document.title, usual->document.title))
			continue;
		*pages = found;
		return;
	}
}

/* In the largest type, up to what is asked for, in which the chart fits; where it fits in none, what kept it from the
 * one asked for. */
static bool layout_in_type(struct arena *arena, const struct chart_request *q, struct chart_pages *pages,
                           struct diags *diags)
{
	static const double smaller[] = { 1.3, 1.2, 1.1, 1 };
	if (q->type <= 1) {
		bool done = q->kind->layout(arena, q, pages, diags);
		if (done)
			grow_type(arena, q, pages);
		return done;
	}
	struct diags *asked = diags_new(arena);
	bool fits = q->kind->layout(arena, q, pages, asked);
	for (size_t i = 0; i < sizeof smaller / sizeof *smaller && !fits; i++) {
		struct chart_request *own = arena_alloc(arena, 1, sizeof *own); /* a page may be drawn later */
		struct diags *trial = diags_new(arena);
		*own = *q;
		own->type = smaller[i];
		if (!q->kind->layout(arena, own, pages, trial))
			continue;
		diag_add(trial, DIAG_NOTE, place_file(NULL), chart_naming_of(q)->room,
		         "in type for a room this chart does not fit; its type is %g times that for a desk, not %g",
		         own->type, q->type);
		asked = trial;
		fits = true;
	}
	diags_append(diags, asked);
	return fits;
}

bool chart_layout(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	if (!chart_check(q, place_file(NULL), diags))
		return false;
	if (q->color == CHART_COLOR_LOOK)
		return layout_in_type(arena, q, pages, diags);
	struct chart_request *own = arena_alloc(arena, 1, sizeof *own);
	*own = *q;
	own->look = look_coloured(arena, q);
	return layout_in_type(arena, own, pages, diags);
}

const struct scene *chart_page_open(const struct chart_pages *pages, struct arena *arena, size_t i)
{
	if (pages->items)
		return pages->items[i];
	fontset_open_page(pages->fonts);
	return pages->draw(pages->of, arena, i);
}

void chart_page_close(const struct chart_pages *pages)
{
	if (!pages->items)
		fontset_close_page(pages->fonts);
}
