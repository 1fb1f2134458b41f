/* Any data, any kind, look, language and page: a chart is either clean by every rule, or refused with one of the
 * reasons that a user can act on.
 *
 * property_test [CASES [FIRST]]: 300 by default. Each case is made from its number alone, so a failing one can be run
 * again by its number. */
#include "base/arena.h"
#include "base/str.h"
#include "chart/annotate.h"
#include "chart/chart.h"
#include "chart/kind.h"
#include "chart/reference.h"
#include "data/load.h"
#include "data/narrow.h"
#include "digits_oracle.h"
#include "facts/withheld.h"
#include "pptx_oracle.h"
#include "property_data.h"
#include "property_refusals.h"
#include "read/read.h"
#include "scene/evidence.h"
#include "scene/proof.h"
#include "words/direction.h"
#include "words/words.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* ---- one case ---- */

enum { LOOKS = 6 };

struct tools {
	struct arena *arena;
	const struct look *looks[LOOKS];
	struct fontset *fonts[LOOKS];
};

/* Where nobody knows which numbers are better, nothing ranks, leads or is best. */
static void assert_undirected(const struct scene *c)
{
	static const enum word crowns[] = {
		WORD_TITLE_LEADS,
		WORD_TITLE_TWO_LEAD,
		WORD_TITLE_RANKS,
		WORD_TITLE_SHARES,
		WORD_TITLE_AHEAD_ALL,
		WORD_TITLE_NO_LEADER,
		WORD_TITLE_LEADS_MOST,
		WORD_TITLE_SHARED_MOST,
		WORD_TITLE_FRONTIER,
		WORD_TITLE_FRONTIER_ALL,
		WORD_TITLE_FRONTIER_BOTH,
		WORD_TITLE_SHARED_BOTH,
		WORD_ALT_LEADS_ON,
		WORD_NOTE_BOLD_BEST,
		WORD_NOTE_SHADE,
		WORD_NOTE_SHADE_ALL_SPAN,
		WORD_NOTE_FRONTIER,
		WORD_NOTE_BAND,
		WORD_NOTE_BAND_NOISE,
		WORD_NOTE_BAND_CLAIMS,
		WORD_BETTER,
		WORD_NOTE_LOWER_BY_UNIT,
		WORD_TITLE_BEST_ROSE,
		WORD_TITLE_BEST_FELL,
		WORD_TITLE_HOLDS_BEST,
		WORD_TITLE_HOLDS_BEST_MEASURED,
		WORD_TITLE_BEST_ROSE_MEASURED,
		WORD_TITLE_BEST_FELL_MEASURED,
		WORD_TITLE_CAME_BEHIND,
		WORD_TITLE_LED_AT_RELEASE,
		WORD_NOTE_BEST_SO_FAR,
		WORD_NOTE_BAND_SO_FAR,
	};
	for (size_t i = 0; i < c->evidence->n_data; i++)
		assert_true(!c->evidence->data[i].rank && !c->evidence->data[i].efficient);
	for (size_t i = 0; i < c->n_items; i++) {
		const struct scene_item *item = &c->items[i];
		assert_true(item->role != ROLE_RANK && item->role != ROLE_DIRECTION);
		for (size_t k = 0; k < sizeof crowns / sizeof *crowns && item->kind == SCENE_TEXT; k++)
			if (crowns[k] != WORD_BETTER || item->role == ROLE_WORD)
				assert_false(words_said(c->document.language, crowns[k], item->text.block->text));
	}
	assert_false(words_said(c->document.language, WORD_ALT_LEADS_ON, c->document.alt));
	assert_false(words_said(c->document.language, WORD_ALT_FRONTIER, c->document.alt));
}

static void assert_sound(const struct chart_pages *pages)
{
	for (size_t i = 0; i < pages->count; i++) {
		const struct scene *c = pages->items[i];
		assert_true(c->evidence->n_data > 0);
		assert_true(c->document.alt && utf8_count(c->document.alt) <= 600);
		if (!c->evidence->higher && !c->evidence->lower)
			assert_undirected(c);
		for (size_t k = 0; k < c->n_items; k++) /* no phrase with an open hole */
			assert_true(c->items[k].kind != SCENE_TEXT || !strchr(c->items[k].text.block->text, '{'));
	}
}

/* ---- names: found in the data, not in what the program says of itself ---- */

static bool stands_in(const char *text, const char *name)
{
	for (const char *at = strstr(text, name); at; at = strstr(at + 1, name)) {
		unsigned char before = at > text ? (unsigned char)at[-1] : ' ', after = (unsigned char)at[strlen(name)];
		if (!isalnum(before) && before < 0x80 && !isalnum(after) && after < 0x80)
			return true;
	}
	return false;
}

/* A row on some page has the name, or a longer one that it is part of. */
static bool has_row(const struct chart_pages *pages, const char *name)
{
	for (size_t i = 0; i < pages->count; i++)
		for (size_t k = 0; k < pages->items[i]->evidence->n_data; k++)
			if (strstr(pages->items[i]->evidence->data[k].name, name))
				return true;
	return false;
}

/* Where models are rows, a generated title and an alt text name no other model. */
static bool names_have_rows(struct arena *arena, const struct chart_request *q, const struct chart_pages *pages)
{
	static const char *const kinds[] = { "leaderboard", "bars",  "dots",    "tokens",  "panels",
		                             "heatmap",     "table", "stacked", "columns", "distribution" };
	bool rows = false, sound = true;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		rows |= str_eq(kinds[i], q->kind->name) && !(str_eq(kinds[i], "bars") && q->n_models == 1);
	const char *texts[] = { pages->items[0]->document.alt, q->title.text ? "" : pages->items[0]->document.title };
	const char *focus = q->focus ? variant_full_name(arena, q->focus) : ""; /* named if it has no value, too */
	for (size_t i = 0; rows && i < q->dataset->n_variants; i++) {
		const char *name = variant_full_name(arena, dataset_variant_at(q->dataset, i));
		bool telling = strlen(name) > 4 && !strstr(focus, name); /* not "1", nor "May" */
		for (size_t k = 0; k < q->dataset->n_organisations; k++)
			telling = telling && !strstr(q->dataset->organisations[k]->name, name);
		for (size_t k = 0; k < q->dataset->n_benchmarks; k++)
			telling = telling && !strstr(q->dataset->benchmarks[k]->name, name) &&
			          !strstr(q->dataset->benchmarks[k]->brief, name);
		for (size_t k = 0; telling && k < 2; k++)
			if (stands_in(texts[k], name) && !has_row(pages, name)) {
				print_error("\"%s\" is named and not drawn: %s\n", name, texts[k]);
				sound = false;
			}
	}
	return sound;
}

/* What is asked for: mostly something that makes sense for the kind, sometimes anything. */
static void random_request(struct arena *arena, uint32_t *r, const struct dataset *d, const struct chart_kind *kind,
                           struct chart_request *q)
{
	bool many = kind->most == CHART_KIND_MANY;
	size_t most = many ? d->n_benchmarks : kind->most;
	const struct benchmark **benchmarks = arena_alloc(arena, d->n_benchmarks, sizeof *benchmarks);
	q->n_benchmarks = many ? 1 + below(r, (uint32_t)most) : most;
	if (q->n_benchmarks > d->n_benchmarks)
		q->n_benchmarks = d->n_benchmarks;
	for (size_t i = 0; i < q->n_benchmarks; i++)
		benchmarks[i] = d->benchmarks[i];
	for (size_t i = 0; kind->counts_tokens && i < d->n_benchmarks; i++)
		if (d->benchmarks[i]->unit == &unit_tokens) {
			benchmarks[0] = d->benchmarks[i];
			if (q->n_benchmarks > 1 && benchmarks[1] == benchmarks[0])
				benchmarks[1] = d->benchmarks[0];
		}
	for (size_t i = 0; kind->may_percent && i < d->n_benchmarks; i++) /* parts add up in one unit, mostly */
		if (below(r, 8) && !unit_same(d->benchmarks[i]->unit, benchmarks[0]->unit))
			for (size_t k = 1; k < q->n_benchmarks; k++)
				if (benchmarks[k] == d->benchmarks[i])
					benchmarks[k--] = benchmarks[--q->n_benchmarks];
	q->benchmarks = benchmarks;
	uint32_t few_most = str_eq(kind->name, "grouped") ? 5 : 3;
	bool few = str_eq(kind->name, "grouped") || kind->needs_ends || !below(r, 4);
	if (few) {
		const struct variant **models = arena_alloc(arena, 5, sizeof *models);
		size_t n = kind->needs_ends ? 2 : 1 + below(r, few_most);
		for (size_t i = 0; i < n && i < d->n_models; i++)
			models[q->n_models++] = model_variant(dataset_model_at(d, i), 0);
		q->models = models;
	}
	q->focus = below(r, 2) || kind->needs_focus ? dataset_variant_at(d, below(r, (uint32_t)d->n_variants)) : NULL;
	bool among = !q->n_models;
	for (size_t i = 0; i < q->n_models; i++)
		among |= q->models[i] == q->focus;
	if (!among)
		q->focus = NULL;
	if (!q->focus && kind->needs_focus)
		q->focus = q->n_models ? q->models[0] : dataset_variant_at(d, 0);
}

/* The n-th of the kinds that show days of release, or of the others. */
static const struct chart_kind *kind_of(uint32_t number, bool dated)
{
	const struct chart_kind *kinds[32];
	uint32_t n = 0;
	for (size_t i = 0; chart_kind_at(i); i++)
		if (chart_kind_at(i)->needs_dates == dated)
			kinds[n++] = chart_kind_at(i);
	return kinds[dated ? number % n
	                   : (number * 2654435769u >> 12) % n]; /* in no step with what else follows from the number */
}

/* False if a rule or the oracle finds something on the page; data: as text. */
static bool is_proved(const struct scene *scene, const struct language *language, const char *data, struct diags *diags)
{
	struct proof proof = proof_check(diags_arena(diags), scene);
	const char *wrong = oracle_judge(scene, language, data);
	if (wrong)
		diag_add(diags, DIAG_ERROR, place_file(NULL), NULL, "\"%s\" is not as its source gives it", wrong);
	const char *native = pptx_oracle(diags_arena(diags), scene, diags);
	if (native)
		diag_add(diags, DIAG_ERROR, place_file(NULL), NULL, "as a native chart: %s", native);
	if (getenv("DUMP"))
		puts(scene_dump(diags_arena(diags), scene));
	return proof_report(&proof, false, diags) && !wrong && !native;
}

/* What a case was, its title and alt text, and what was found. */
static void tell_case(uint32_t number, const struct chart_request *q, const struct chart_pages *pages,
                      const struct diags *diags)
{
	const struct scene_document *d = pages->count ? &pages->items[0]->document : NULL;
	print_error("case %u (%s, %s, %.0f x %.0f, rows %zu, paged %d):\n", number, q->kind->name, q->look->name,
	            q->width, q->height, q->rows, q->paged);
	diags_print(diags, stderr, false);
	if (d)
		print_error("title: %s\nalt: %s\n", d->title, d->alt);
}

/* What an author may ask for besides, for some of the cases. */
static void annotate(uint32_t number, struct arena *arena, const struct dataset *d, struct chart_request *q)
{
	static const char *const texts[] = { "Without tools", "Trained on what its maker has not said so far" };
	struct chart_annotation *all = arena_alloc(arena, 2, sizeof *all);
	for (size_t i = 0; number % 9 == 2 && q->kind->may_annotate && i <= number % 2 && i < d->n_variants; i++) {
		all[i].model = q->n_models ? q->models[i % q->n_models]
		                           : dataset_variant_at(d, (number / 9 + i) % d->n_variants);
		all[i].benchmark = q->benchmarks[i % q->n_benchmarks];
		all[i].text.text = texts[i];
		q->n_annotations += !i || all[0].model != all[1].model; /* one of a dot */
	}
	q->annotations = all;
}

/* Developers' own claims left out. */
static void withhold(uint32_t number, struct arena *arena, struct chart_request *q)
{
	if (number % 6 != 5 || !q->kind->may_withhold)
		return;
	q->dataset = dataset_without_claims(arena, q->dataset);
	if (q->focus && withheld_wholly(arena, q->dataset, q->benchmarks, q->n_benchmarks, q->focus))
		q->focus = NULL;
}

static void steer(uint32_t number, struct arena *arena, const struct dataset *d, struct chart_request *q)
{
	static const struct chart_reference lines[] = {
		{ .value = { .text = "40", .number = 40 }, .label = "Experts", .source = "Somebody" },
		{ .value = { .text = "7.5", .number = 7.5, .decimals = 1 }, .label = "Last year", .source = "A paper" },
		{ .value = { .text = "3", .number = 3 },
		  .to = { .text = "30.5", .number = 30.5, .decimals = 1 },
		  .band = true,
		  .label = "Experts",
		  .source = "Somebody" },
	};
	if (number % 17 == 4 && q->kind->has_scale && (q->n_benchmarks == 1 || q->kind->most == q->n_benchmarks)) {
		q->references = lines;
		q->n_references = 1 + number % 3;
	}
	withhold(number, arena, q);
	if (number % 6 == 5) { /* as narrow as the side column of a document, or as half of its page */
		q->medium = MEDIUM_PAGE;
		q->inset = q->paged = true;
		q->width = 140 + number * 37 % 120;
		q->pixel = 0;
		q->grow = false;
	}
	q->group = (enum chart_group)(q->kind->may_group && q->n_models != 1 && number % 5 < 3 ? number % 5 : 0);
	q->transparent = number % 4 == 1;
	q->percent = q->kind->may_percent && number % 2;
	q->digits = number % 23 == 6 && q->kind->takes_digits ? 1 + number % 3 : 0;
	q->source.text = number % 10 == 7 ? "And what the user adds to the source" : NULL;
	q->log = (enum chart_log)(number % 7 < 3 && q->kind->may_log ? number % 7 : 0);
	q->color = (enum chart_color)(number % 13 < 3 ? number % 13 : 0);
	for (size_t i = 0; number % 11 == 3 && q->focus && !q->n_models && i < CHART_BESIDE && i < d->n_variants; i++)
		if (dataset_variant_at(d, i) != q->focus)
			q->beside[q->n_beside++] = dataset_variant_at(d, i);
}

/* False, with what was found printed, if the case breaks a promise. *drawn counts charts that were not refused. */
static bool run_case(struct tools *tools, uint32_t number, uint32_t *drawn)
{
	uint32_t r = number * 2654435761u + 12345;
	for (int i = 0; i < 4; i++)
		next(&r);
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena), *notes = diags_new(arena);
	bool dated = number >= DATED_FROM, fine = number >= FINE_FROM && !dated;
	const struct chart_kind *kind = kind_of(number, dated);
	char *text = random_data(arena, &r, fine, dated, str_eq(kind->name, "distribution") && number % 4);
	const struct value *root = read_bytes(arena, READ_YAML, "data", text, strlen(text), diags);
	const struct dataset *d =
		root ? dataset_build(arena, &root, 1, &(struct direction_rules){ .against = words_against }, notes)
		     : NULL;
	if (!d) {
		diags_print(notes, stderr, false);
		print_error("case %u: the data do not load\n", number);
		arena_free(arena);
		return false;
	}
	static const double sizes[][2] = { { 960, 540 },        { 595.276, 841.89 }, { 960, 720 }, { 612, 792 },
		                           { 841.89, 595.276 }, { 960, 400 },        { 595, 500 }, { 500, 700 } };
	uint32_t look = below(&r, LOOKS), size = below(&r, 8);
	struct chart_request q = { .kind = kind,
		                   .dataset = d,
		                   .look = tools->looks[look],
		                   .fonts = tools->fonts[look],
		                   .language = language_at(below(&r, 4) == 0),
		                   .width = sizes[size][0],
		                   .height = sizes[size][1],
		                   .pixel = (const double[]){ 0.5, 0.5, 0.5, 1, 0, 1.3333333 }[below(&r, 6)] };
	q.medium = q.width > q.height ? MEDIUM_SLIDE : MEDIUM_PAGE;
	q.paged = below(&r, 3) == 0;
	q.rows = below(&r, 4) ? 0 : 1 + below(&r, 60);
	q.grow = !q.paged && q.rows > 12;
	q.title.text = below(&r, 5) ? NULL : "A title of the user's own that says what is to be seen";
	const struct chart_own own[] = { { .text = "A note of the user's own" },
		                         { .text = "And another, which says what else there is to be said of what is "
		                                   "seen here" } };
	q.subtitle.text = number % 5 ? NULL : "A line of the user's own";
	q.notes = own;
	q.n_notes = number % 7 > 2 ? 0 : number % 7;
	random_request(arena, &r, d, kind, &q);
	steer(number, arena, d, &q);
	annotate(number, arena, d, &q);
	struct chart_pages pages = { 0 };
	bool ok = chart_layout(arena, &q, &pages, diags), sound = true;
	if (!ok)
		sound = diags_at(diags, 0) && expected_refusal(diags_at(diags, 0)->message);
	for (size_t i = 0; i < pages.count && ok; i++)
		sound = is_proved(pages.items[i], q.language, text, diags) && sound;
	sound = sound && (!ok || names_have_rows(arena, &q, &pages));
	if (ok && sound)
		assert_sound(&pages);
	*drawn += ok;
	if (!sound)
		tell_case(number, &q, &pages, diags);
	arena_free(arena);
	return sound;
}

static uint32_t cases_wanted(int argc, char **argv, int at, uint32_t otherwise)
{
	return argc > at ? (uint32_t)strtoul(argv[at], NULL, 10) : otherwise;
}

static struct {
	uint32_t first, count;
} wanted; /* from the command line */

static void any_data_yield_a_clean_chart_or_a_reason(void **state)
{
	(void)state;
	static const char *const roots[] = { "/usr/share/fonts" }, *const names[LOOKS] = {
		"editorial", "board", "boardroom", "editorial-dark", "board-light", "boardroom-dark"
	};
	struct tools tools = { .arena = arena_new() };
	struct diags *diags = diags_new(tools.arena);
	for (int i = 0; i < LOOKS; i++) {
		tools.looks[i] = look_load(tools.arena, inputs_new(tools.arena), names[i], NULL, "styles", diags);
		assert_non_null(tools.looks[i]);
		tools.fonts[i] = fontset_open(tools.arena, tools.looks[i], roots, 1, diags);
		assert_non_null(tools.fonts[i]);
	}
	static const uint32_t once_wrong[] = { 6151,     6591,     979,      1229,     2503,     7250,     7319,
		                               7781,     40969,    41143,    46292,    47294,    97938,    156053,
		                               202979,   253266,   303200,   20480,    20735,    10021078, 91038,
		                               10094428, 420250,   420565,   5193668,  12051,    41128,    20000008,
		                               27054,    20070141, 20070979, 20090634, 4003800,  14001522, 5000790,
		                               5001401,  4000997,  19000176, 9207,     14000721, 41000174 };
	uint32_t wrong = 0, drawn = 0;
	for (size_t i = 0; i < sizeof once_wrong / sizeof *once_wrong; i++)
		wrong += !run_case(&tools, once_wrong[i], &drawn);
	drawn = 0;
	for (uint32_t i = 0; i < wanted.count; i++)
		wrong += !run_case(&tools, wanted.first + i, &drawn);
	for (uint32_t i = 0, fine = 0; i < wanted.count / 3; i++)
		wrong += !run_case(&tools, FINE_FROM + wanted.first + i, &fine);
	for (uint32_t i = 0, dated = 0; i < wanted.count / 5; i++)
		wrong += !run_case(&tools, DATED_FROM + wanted.first + i, &dated);
	arena_free(tools.arena);
	print_message("%u cases from %u, %u of them drawn\n", wanted.count, wanted.first, drawn);
	assert_true(drawn * 3 > wanted.count); /* refusing everything would not do */
	if (wrong)
		fail_msg("%u cases are not clean", wrong);
}

int main(int argc, char **argv)
{
	wanted.count = cases_wanted(argc, argv, 1, 300);
	wanted.first = cases_wanted(argc, argv, 2, 1);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_data_yield_a_clean_chart_or_a_reason),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
