/* Any data: a leaderboard is either clean by every rule, or refused with one of the reasons that a user can act on.
 *
 * leaderboard_property_test [CASES [FIRST]]: 150 by default. Each case is made from its number alone, so one that fails
 * is run again by its number. */
#include "base/arena.h"
#include "base/str.h"
#include "chart/chart.h"
#include "data/load.h"
#include "read/read.h"
#include "scene/proof.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static uint32_t next(uint32_t *r)
{
	*r ^= *r << 13;
	*r ^= *r >> 17;
	*r ^= *r << 5;
	return *r;
}

static uint32_t below(uint32_t *r, uint32_t n)
{
	return next(r) % n;
}

/* ---- random data, as YAML ---- */

static const char *const syllables[][8] = {
	{ "Gem", "ini", "Opus", "Pro ", "GPT-", "5.4", " Ultra", "x" },
	{ "Мо", "дель", " Север", " 2.1", "ква", "нт", "ок", "я" },
	{ "Ωme", "γα", " 7B", "δέλ", "τα", " Σύν", "ολο", "ή" },
	{ "通义", "千问", "模型", "-3", "旗舰", "版", "大", "语言" },
	{ "نموذج", " اللغة", " 4", "كبير", " ال", "عربي", "ة", "سريع" },
	{ "🚀", " Fast", "🤗", "-x", " Emoji", "✨", " 9", "go" },
};

static char *random_name(struct arena *arena, uint32_t *r, size_t number)
{
	struct strbuf b = strbuf_new(arena);
	uint32_t script = below(r, 6), longest = 1 + below(r, below(r, 4) ? 24 : 76);
	strbuf_addf(&b, "%zu", number);
	while (utf8_count(b.s) < longest) {
		strbuf_add(&b, syllables[below(r, 5) ? script : below(r, 6)][below(r, 8)]);
		if (!below(r, 6))
			strbuf_add(&b, " ");
	}
	while (b.n && b.s[b.n - 1] == ' ')
		b.s[--b.n] = '\0';
	return b.s;
}

static void random_value(struct strbuf *b, uint32_t *r, uint32_t manner, double scale)
{
	double v = manner == 0 ? 50 : (double)below(r, 100000) / 1000 * scale;
	if (manner == 2 && !below(r, 3))
		v = -v;
	if (manner == 3 && !below(r, 12))
		v *= 1e6;
	if (manner == 4)
		v = (double)below(r, 5);
	int decimals = (int)below(r, 3);
	strbuf_addf(b, "value: %.*f", decimals, v);
	if (!below(r, 3))
		strbuf_addf(b, ", ci: %.2f", (double)below(r, 500) / 100 * scale);
}

static char *random_data(struct arena *arena, uint32_t *r)
{
	static const char *const units[] = { "percent", "points", "tokens", "usd", "seconds", "score" };
	static const char *const measured[] = { "third-party", "first-party", "unknown" };
	struct strbuf b = strbuf_new(arena);
	size_t models = below(r, 3) ? 1 + below(r, 20) : 1 + below(r, 200), makers = below(r, 13);
	uint32_t manner = below(r, 6), unit = below(r, 6), evidence = below(r, 4);
	double scale = below(r, 4) ? 1 : 1000;
	strbuf_add(&b, below(r, 2) ? "date: 2026-05-12\n" : "{}\n");
	if (str_ends(b.s, "{}\n"))
		b = strbuf_new(arena);
	strbuf_add(&b, "sources: [{id: s, title: A run of our own, publisher: Tester, date: 2026-05, kind: "
	               "run}]\norganisations:\n");
	for (size_t i = 0; i < makers; i++)
		strbuf_addf(&b, "  - {id: o%zu, name: \"%s\"}\n", i, random_name(arena, r, i));
	if (!makers)
		strbuf_add(&b, "  []\n");
	strbuf_add(&b, "models:\n");
	for (size_t i = 0; i < models; i++) {
		strbuf_addf(&b, "  - {id: m%zu, name: \"%s\"", i, random_name(arena, r, i));
		if (makers && below(r, 8))
			strbuf_addf(&b, ", organisation: o%u", below(r, (uint32_t)makers));
		strbuf_add(&b, below(r, 6) ? "}\n" : ", variants: [{id: v, name: Deep Think}]}\n");
	}
	strbuf_addf(&b, "benchmarks: [{id: t, name: \"%s\", unit: %s, better: %s, zero: true}]\nmeasurements:\n",
	            random_name(arena, r, 0), units[unit], below(r, 3) ? "higher" : "lower");
	for (size_t i = 0; i < models; i++) {
		strbuf_addf(&b, "  - {model: m%zu, benchmark: t, source: s, ", i);
		if (i && !below(r, 9))
			strbuf_add(&b, "status: missing");
		else
			random_value(&b, r, manner, scale);
		strbuf_addf(&b, ", measured: %s%s}\n", measured[evidence < 3 ? evidence : below(r, 3)],
		            i && !below(r, 15) && !str_ends(b.s, "missing") ? ", note: x" : "");
	}
	return b.s;
}

/* ---- one case ---- */

struct tools {
	struct arena *arena;
	const struct look *looks[2];
	struct fontset *fonts[2];
};

static bool expected_refusal(const char *message)
{
	return strstr(message, "rows do not fit") || strstr(message, "no row fits") ||
	       strstr(message, "leave no room for the bars");
}

static void assert_sound(const struct chart_pages *pages)
{
	int rank = 0;
	for (size_t i = 0; i < pages->count; i++) {
		const struct scene *c = pages->items[i];
		size_t labelled = 0;
		assert_true(c->n_data > 0);
		for (size_t k = 0; k < c->n_data; k++) {
			assert_true(!c->data[k].rank || c->data[k].rank >= rank);
			rank = c->data[k].rank ? c->data[k].rank : rank;
		}
		for (size_t k = 0; k < c->n_items; k++)
			labelled += c->items[k].role == ROLE_RANK;
		assert_int_equal(labelled, c->n_data);
		assert_true(c->alt && utf8_count(c->alt) <= 600);
	}
}

/* False, with what was found printed, if the case breaks a promise. */
static bool run_case(struct tools *tools, uint32_t number)
{
	uint32_t r = number * 2654435761u + 12345;
	for (int i = 0; i < 4; i++)
		next(&r);
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	char *text = random_data(arena, &r);
	const struct value *root = read_bytes(arena, READ_YAML, "data", text, strlen(text), diags);
	const struct dataset *d = root ? dataset_build(arena, &root, 1, diags) : NULL;
	if (!d) {
		diags_print(diags, stderr, false);
		print_error("case %u: the data do not load\n", number);
		arena_free(arena);
		return false;
	}
	int look = (int)below(&r, 2);
	static const double sizes[][2] = { { 960, 540 }, { 595.276, 841.89 }, { 960, 720 }, { 612, 792 } };
	uint32_t size = below(&r, 4);
	const struct benchmark *b = d->benchmarks[0];
	struct chart_request q = { .dataset = d,
		                   .look = tools->looks[look],
		                   .fonts = tools->fonts[look],
		                   .language = &language_english,
		                   .benchmarks = &b,
		                   .n_benchmarks = 1,
		                   .width = sizes[size][0],
		                   .height = sizes[size][1],
		                   .pixel = 0.5 };
	q.medium = q.width > q.height ? MEDIUM_SLIDE : MEDIUM_PAGE;
	q.paged = below(&r, 3) == 0;
	q.rows = below(&r, 4) ? 0 : 1 + below(&r, 60);
	q.grow = !q.paged && q.rows > 12;
	q.focus = below(&r, 2) ? d->variants[below(&r, (uint32_t)d->n_variants)] : NULL;
	q.title = below(&r, 5) ? NULL : "A title of the user's own that says what is to be seen";
	struct chart_pages pages = { 0 };
	bool ok = chart_leaderboard(arena, &q, &pages, diags), sound = true;
	if (!ok)
		sound = diags_at(diags, 0) && expected_refusal(diags_at(diags, 0)->message);
	for (size_t i = 0; i < pages.count && ok; i++) {
		struct proof proof = proof_check(arena, pages.items[i]);
		sound = proof_report(&proof, false, diags) && sound;
	}
	if (ok && sound)
		assert_sound(&pages);
	if (!sound) {
		print_error("case %u (look %d, %.0f x %.0f, rows %zu, paged %d):\n", number, look, q.width, q.height,
		            q.rows, q.paged);
		diags_print(diags, stderr, false);
	}
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

static void any_data_give_a_clean_leaderboard_or_a_reason(void **state)
{
	(void)state;
	static const char *const roots[] = { "/usr/share/fonts" }, *const names[] = { "editorial", "board" };
	struct tools tools = { .arena = arena_new() };
	struct diags *diags = diags_new(tools.arena);
	for (int i = 0; i < 2; i++) {
		tools.looks[i] = look_load(tools.arena, names[i], "styles", diags);
		assert_non_null(tools.looks[i]);
		tools.fonts[i] = fontset_open(tools.arena, tools.looks[i], roots, 1, diags);
		assert_non_null(tools.fonts[i]);
	}
	static const uint32_t once_wrong[] = { 4399, 7297 };
	uint32_t wrong = 0;
	for (size_t i = 0; i < sizeof once_wrong / sizeof *once_wrong; i++)
		wrong += !run_case(&tools, once_wrong[i]);
	for (uint32_t i = 0; i < wanted.count; i++)
		wrong += !run_case(&tools, wanted.first + i);
	arena_free(tools.arena);
	print_message("%u cases from %u\n", wanted.count, wanted.first);
	if (wrong)
		fail_msg("%u cases are not clean", wrong);
}

int main(int argc, char **argv)
{
	wanted.count = cases_wanted(argc, argv, 1, 150);
	wanted.first = cases_wanted(argc, argv, 2, 1);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_data_give_a_clean_leaderboard_or_a_reason),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
