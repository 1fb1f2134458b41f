/* What a chart prints is true of its data, as told by an oracle that shares nothing with the program: it keeps the
 * values that it made, has its own arithmetic, and reads the drawn title, alt text, ranks, values and notes as English
 * sentences. A sentence that it does not understand is a failure, too: whoever adds a phrase teaches it here.
 *
 * oracle_test [CASES [FIRST]]: 400 by default; each case is made from its number alone. */
#define _XOPEN_SOURCE 700

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
	{ .name = "dots", .least = 1, .most = 1 },
	{ .name = "table", .least = 1, .most = 1 },
	{ .name = "tokens", .least = 1, .most = 1, .tokens = true },
	{ .name = "panels", .least = 2 },
	{ .name = "grouped", .least = 2, .alike = true, .few = true },
	{ .name = "heatmap", .least = 2 },
	{ .name = "table", .least = 2 },
	{ .name = "gap", .least = 2, .needs_focus = true },
	{ .name = "scatter", .least = 2, .most = 2 },
	{ .name = "slope", .least = 2, .most = 2, .alike = true },
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

static bool run_case(const struct tools *tools, uint32_t number, uint32_t *drawn)
{
	uint32_t r = number * 2654435761u + 99;
	for (int i = 0; i < 4; i++)
		next(&r);
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct world w;
	size_t kind = below(&r, KINDS);
	struct wish wish = { .least = kinds[kind].least,
		             .tokens = kinds[kind].tokens,
		             .few = kinds[kind].few,
		             .alike = kinds[kind].alike && below(&r, 4) };
	const char *text = make_world(arena, &w, &r, wish);
	const struct dataset *d = load(arena, text, diags);
	if (!d) {
		diags_print(diags, stderr, false);
		fail_msg("case %u: the data do not load", number);
		return false;
	}
	const struct benchmark *chosen[TESTS];
	bool asked[TESTS] = { false };
	struct chart_request q = { .kind = chart_kind_find(kinds[kind].name, place_file(NULL), diags),
		                   .dataset = d,
		                   .look = tools->look,
		                   .fonts = tools->fonts,
		                   .language = &language_english,
		                   .width = 960,
		                   .height = 540,
		                   .pixel = 0.5,
		                   .medium = MEDIUM_SLIDE,
		                   .benchmarks = chosen,
		                   .paged = below(&r, 4) == 0 };
	q.n_benchmarks = choose(d, &r, kind, chosen, asked);
	q.rows = q.kind->has_rows && below(&r, 3) == 0 ? 1 + below(&r, 14) : 0;
	q.grow = !q.paged && q.rows > 12;
	q.focus = kinds[kind].needs_focus || below(&r, 2) ? dataset_variant_at(d, below(&r, (uint32_t)d->n_variants))
	                                                  : NULL;
	bool titled = kinds[kind].most == 1 && !kinds[kind].tokens && below(&r, 4) == 0;
	struct own own = own_title(&w, &r, q.focus ? model_of(&w, q.focus->model->name) : -1);
	q.title.text = titled ? own.text : NULL;
	struct chart_pages pages = { 0 };
	bool ok = chart_layout(arena, &q, &pages, diags), one = kinds[kind].least == 1;
	bool sound = !ok || (one ? judge_pages(&w, &pages, &q) : judge_grid_pages(&w, &pages, &q, asked));
	sound = sound && (!ok || !titled || judge_own(arena, &own, pages.items[0]));
	drawn[kind] += ok;
	if (!sound) {
		print_error("case %u (%s, rows %zu, focus %s):\n%s\n", number, q.kind->name, q.rows,
		            q.focus ? q.focus->model->name : "none", getenv("DATA") ? text : "");
		if (getenv("DUMP"))
			puts(scene_dump(arena, pages.items[0]));
	}
	arena_free(arena);
	return sound;
}

static struct {
	uint32_t first, count;
} wanted; /* from the command line */

static void what_is_printed_is_true_of_the_data(void **state)
{
	(void)state;
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct tools tools = { .look = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", diags) };
	assert_non_null(tools.look);
	tools.fonts = fontset_open(arena, tools.look, roots, 1, diags);
	assert_non_null(tools.fonts);
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
		cmocka_unit_test(what_is_printed_is_true_of_the_data),
	};
	return cmocka_run_group_tests(all, NULL, NULL);
}
