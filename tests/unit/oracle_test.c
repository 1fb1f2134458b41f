/* What a chart prints is true of its data, as told by an oracle that shares nothing with the program: it keeps the
 * values that it made, has its own arithmetic, and reads the drawn title, alt text, ranks, values and notes as English
 * or German sentences. A sentence that it does not understand is a failure, too: whoever adds a phrase teaches it here.
 *
 * oracle_test [CASES [FIRST]]: 400 by default; each case is made from its number alone. */
#define _XOPEN_SOURCE 700

#include "oracle_faults.h"
#include "oracle_german.h"
#include "oracle_own.h"

#include "data/load.h"
#include "read/read.h"
#include "scene/proof.h"
#include "words/direction.h"
#include "words/words.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* ---- one case ---- */

struct tools {
	const struct look *look;
	struct fontset *fonts;
};

static const struct {
	const char *name;
	size_t least, most; /* tests that it shows; most 0: all */
	bool tokens, needs_focus, alike, few;
} kinds[] = {
	{ .name = "leaderboard", .least = 1, .most = 1 },
	{ .name = "bars", .least = 1, .most = 1 },
	{ .name = "columns", .least = 1, .most = 1 },
	{ .name = "dots", .least = 1, .most = 1 },
	{ .name = "distribution", .least = 1, .most = 1 },
	{ .name = "table", .least = 1, .most = 1 },
	{ .name = "tokens", .least = 1, .most = 1, .tokens = true },
	{ .name = "panels", .least = 2 },
	{ .name = "grouped", .least = 2, .alike = true, .few = true },
	{ .name = "heatmap", .least = 2 },
	{ .name = "table", .least = 2 },
	{ .name = "gap", .least = 2, .needs_focus = true },
	{ .name = "scatter", .least = 2, .most = 2 },
	{ .name = "slope", .least = 2, .most = 2, .alike = true },
	{ .name = "stacked", .least = 2, .alike = true },
};
enum { KINDS = sizeof kinds / sizeof *kinds, ENOUGH = 400 }; /* cases that draw every kind */

static const struct dataset *load(struct arena *arena, const char *text, struct diags *diags)
{
	const struct value *root = read_bytes(arena, READ_YAML, "data", text, strlen(text), diags);
	const struct direction_rules rules = { .against = words_against };
	return root ? dataset_build(arena, &root, 1, &rules, diags) : NULL;
}

/* Some of the tests, in the order of the data: as many as the kind shows, the first always. */
static size_t choose(const struct dataset *d, uint32_t *r, size_t kind, const struct benchmark *chosen[TESTS],
                     bool asked[TESTS])
{
	size_t n = 0, most = kinds[kind].most ? kinds[kind].most : TESTS;
	for (size_t k = 0; k < d->n_benchmarks && n < most; k++) {
		bool needed =
			d->n_benchmarks - k <= kinds[kind].least - (n < kinds[kind].least ? n : kinds[kind].least);
		asked[k] = k == 0 || needed || below(r, 3);
		if (asked[k])
			chosen[n++] = d->benchmarks[k];
	}
	return n;
}

struct chart_case {
	struct world w;
	const char *text; /* the data */
	struct chart_request q;
	const struct benchmark *chosen[TESTS];
	bool asked[TESTS];
	size_t kind;
	bool titled, ok; /* ok: it could be drawn */
	struct own own;
	struct chart_pages pages;
};

/* What is asked of the data, but for their tests. */
static void ask(const struct tools *tools, struct arena *arena, struct chart_case *c, uint32_t *r)
{
	const struct dataset *d = c->q.dataset;
	c->q.look = tools->look;
	c->q.fonts = tools->fonts;
	c->q.language = german ? &language_german : &language_english;
	c->q.width = 960;
	c->q.height = 540;
	c->q.pixel = 0.5;
	c->q.medium = MEDIUM_SLIDE;
	c->q.benchmarks = c->chosen;
	c->q.paged = below(r, 4) == 0;
	c->q.percent = c->q.kind->may_percent && below(r, 2);
	c->q.n_benchmarks = choose(d, r, c->kind, c->chosen, c->asked);
	c->q.rows = c->q.kind->has_rows && below(r, 3) == 0 ? 1 + below(r, 14) : 0;
	c->q.grow = !c->q.paged && c->q.rows > 12;
	c->q.focus = kinds[c->kind].needs_focus || below(r, 2)
	                     ? dataset_variant_at(d, below(r, (uint32_t)d->n_variants))
	                     : NULL;
	c->titled = kinds[c->kind].most == 1 && !kinds[c->kind].tokens && below(r, 4) == 0;
	c->own = own_title(&c->w, r, c->q.focus ? model_of(&c->w, variant_full_name(arena, c->q.focus)) : -1);
	c->q.title.text = c->titled ? c->own.text : NULL;
}

static struct chart_case *make_case(const struct tools *tools, struct arena *arena, uint32_t number)
{
	uint32_t r = number * 2654435761u + 99;
	for (int i = 0; i < 4; i++)
		next(&r);
	struct diags *diags = diags_new(arena);
	struct chart_case *c = arena_alloc(arena, 1, sizeof *c);
	c->kind = below(&r, KINDS);
	german = number % 3 == 0;
	tongue = german ? &in_german : &english;
	struct wish wish = { .least = kinds[c->kind].least,
		             .tokens = kinds[c->kind].tokens,
		             .few = kinds[c->kind].few,
		             .rich = number % 2 == 0,
		             .alike = kinds[c->kind].alike && below(&r, 4) };
	c->text = make_world(arena, &c->w, &r, wish);
	c->q.dataset = load(arena, c->text, diags);
	if (!c->q.dataset) {
		diags_print(diags, stderr, false);
		fail_msg("case %u: the data do not load", number);
		return c;
	}
	c->q.kind = chart_kind_find(kinds[c->kind].name, place_file(NULL), diags);
	ask(tools, arena, c, &r);
	c->ok = chart_layout(arena, &c->q, &c->pages, diags);
	return c;
}

static bool judge_case(const struct chart_case *c)
{
	return kinds[c->kind].least == 1 ? judge_pages(&c->w, &c->pages, &c->q)
	                                 : judge_grid_pages(&c->w, &c->pages, &c->q, c->asked);
}

static bool run_case(const struct tools *tools, uint32_t number, uint32_t *drawn)
{
	struct arena *arena = arena_new();
	const struct chart_case *c = make_case(tools, arena, number);
	bool sound = !c->ok || (judge_case(c) && (!c->titled || judge_own(arena, &c->own, c->pages.items[0])));
	drawn[c->kind] += c->ok;
	if (!sound) {
		print_error("case %u (%s, rows %zu, focus %s)\n", number, c->q.kind->name, c->q.rows,
		            c->q.focus ? variant_full_name(arena, c->q.focus) : "none");
		if (getenv("DATA"))
			puts(c->text);
		if (getenv("DUMP"))
			puts(scene_dump(arena, c->pages.items[0]));
	}
	arena_free(arena);
	return sound;
}

/* ---- faults ---- */

/* Whether the fault had a place in this chart; it must be noticed then. */
static bool plant(const struct tools *tools, uint32_t number, size_t fault)
{
	struct arena *arena = arena_new();
	struct chart_case *c = make_case(tools, arena, number);
	bool planted = false;
	if (c->ok && !c->titled && c->pages.count == 1) {
		struct drawn d = { .w = &c->w, .kind = c->q.kind->name };
		memcpy(d.asked, c->asked, sizeof d.asked);
		collect_shown(&d, &c->pages);
		struct scene_fault f = { arena, &c->w, &d, c->pages.items[0] };
		planted = faults[fault].plant(&f);
		quiet = true;
		if (planted && judge_case(c))
			fail_msg("nobody notices that %s (case %u): %s; %s", faults[fault].name, number,
			         c->pages.items[0]->document.title, c->pages.items[0]->document.alt);
		quiet = false;
	}
	arena_free(arena);
	return planted;
}

static struct {
	uint32_t first, count;
} wanted; /* from the command line */

static struct tools open_tools(struct arena *arena)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct diags *diags = diags_new(arena);
	struct tools tools = { .look = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", diags) };
	assert_non_null(tools.look);
	tools.fonts = fontset_open(arena, tools.look, roots, 1, diags);
	assert_non_null(tools.fonts);
	return tools;
}

static void every_planted_fault_is_noticed(void **state)
{
	enum { TIMES = 5, TRIES = 1500 };
	(void)state;
	struct arena *arena = arena_new();
	const struct tools tools = open_tools(arena);
	for (size_t fault = 0; fault < FAULTS; fault++) {
		uint32_t planted = 0;
		for (uint32_t i = 1; i <= TRIES && planted < TIMES; i++)
			planted += plant(&tools, i, fault);
		print_message("%s: %u times\n", faults[fault].name, planted);
		assert_int_equal(planted, TIMES);
	}
	arena_free(arena);
}

static void what_is_printed_is_true_of_the_data(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct tools tools = open_tools(arena);
	uint32_t wrong = 0, drawn[KINDS] = { 0 }, all = 0;
	for (uint32_t i = 0; i < wanted.count; i++)
		wrong += !run_case(&tools, wanted.first + i, drawn);
	arena_free(arena);
	for (size_t i = 0; i < KINDS; i++) {
		print_message("%s: %u\n", kinds[i].name, drawn[i]);
		all += drawn[i];
		assert_true(drawn[i] > 0 || wanted.count < ENOUGH);
	}
	print_message("%u cases from %u, %u of them drawn\n", wanted.count, wanted.first, all);
	assert_true(all * 2 > wanted.count);
	if (wrong)
		fail_msg("%u cases print what the data do not say", wrong);
}

int main(int argc, char **argv)
{
	wanted.count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 400;
	wanted.first = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
	const struct CMUnitTest all[] = {
		cmocka_unit_test(every_planted_fault_is_noticed),
		cmocka_unit_test(what_is_printed_is_true_of_the_data),
	};
	return cmocka_run_group_tests(all, NULL, NULL);
}
