/* proof_support.h: real charts for proof_test.c, and what changes them. */
#ifndef TESTS_PROOF_SUPPORT_H
#define TESTS_PROOF_SUPPORT_H

#include "base/arena.h"
#include "base/str.h"
#include "chart/annotate.h"
#include "chart/chart.h"
#include "chart/kind.h"
#include "data/load.h"
#include "data/narrow.h"
#include "read/read.h"
#include "scene/evidence.h"
#include "scene/proof.h"
#include "words/direction.h"
#include "words/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char data[] = "date: 2026-05-12\n"
			   "sources: [{id: s, title: A run, publisher: Tester, date: 2026-05-12, kind: run}]\n"
			   "organisations: [{id: a, name: Acme}, {id: b, name: Blue}]\n"
			   "models:\n"
			   "  - {id: one, name: Model One, organisation: a, released: 2024-03-05}\n"
			   "  - {id: two, name: Model Two, organisation: b, released: 2023-07-11}\n"
			   "  - {id: three, name: Model Three, organisation: a, released: 2025-01}\n"
			   "  - {id: four, name: Model Four, organisation: b}\n"
			   "benchmarks:\n"
			   "  - {id: t, name: Test, unit: points, range: [0, 20000], better: higher}\n"
			   "  - {id: c, name: Cost, unit: usd, better: lower}\n"
			   "  - {id: r, name: Retest, unit: points, range: [0, 20000], better: higher}\n"
			   "  - {id: k, name: Tokens, unit: tokens, better: lower}\n"
			   "  - {id: d, name: Spread, unit: points, range: [0, 20000], better: higher}\n"
			   "  - {id: g, name: Reach, unit: min, better: higher}\n"
			   "measurements:\n"
			   "  - {model: two, benchmark: g, value: 10.0, ci: 1.0, source: s, measured: third-party}\n"
			   "  - {model: one, benchmark: g, value: 40.0, ci: 1.0, source: s, measured: third-party}\n"
			   "  - {model: three, benchmark: g, value: 30.0, source: s, measured: third-party}\n"
			   "  - {model: one, benchmark: d, value: 70.0, q05: 60, q25: 65, q75: 74, q95: 80, "
			   "runs: [62, 70, 79], source: s, measured: third-party}\n"
			   "  - {model: two, benchmark: d, value: 65.0, q05: 61, q25: 63, q75: 66, q95: 69, source: s, "
			   "measured: third-party}\n"
			   "  - {model: three, benchmark: d, value: 50.0, source: s, measured: third-party}\n"
			   "  - {model: one, benchmark: k, value: 2000000, source: s, measured: third-party}\n"
			   "  - {model: two, benchmark: k, value: 9000000, source: s, measured: third-party}\n"
			   "  - {model: one, benchmark: t, value: 12345.5, ci: 1.5, source: s, measured: third-party}\n"
			   "  - {model: one, benchmark: t, value: 12000.5, ci: 1.5, source: s, date: 2026-03-05}\n"
			   "  - {model: one, benchmark: t, value: 12222.5, ci: 1.5, source: s, date: 2026-04-01}\n"
			   "  - {model: two, benchmark: t, value: 9000.5, source: s, date: 2026-02-03}\n"
			   "  - {model: two, benchmark: t, value: 9876.5, source: s, measured: third-party}\n"
			   "  - {model: three, benchmark: t, value: 5000.0, source: s, measured: third-party}\n"
			   "  - {model: four, benchmark: t, status: missing, source: s}\n"
			   "  - {model: one, benchmark: c, value: 9.5, source: s, measured: third-party}\n"
			   "  - {model: two, benchmark: c, value: 4.5, source: s, measured: third-party}\n"
			   "  - {model: three, benchmark: c, value: 7.5, source: s, measured: first-party}\n"
			   "  - {model: one, benchmark: r, value: 12100.5, ci: 1.0, source: s, measured: third-party}\n"
			   "  - {model: two, benchmark: r, value: 12099.5, ci: 2.0, source: s, measured: third-party}\n"
			   "  - {model: three, benchmark: r, value: 12097.0, source: s, measured: third-party}\n";

struct setting {
	struct arena *arena;
	struct diags *diags;
	const struct look *looks[2];
	struct fontset *fonts[2];
	const struct dataset *dataset;
};

static int set_up(void **state)
{
	static const char *const roots[] = { "/usr/share/fonts" }, *const names[] = { "editorial", "board" };
	struct arena *arena = arena_new();
	struct setting *s = arena_alloc(arena, 1, sizeof *s);
	s->arena = arena;
	s->diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_YAML, "data", data, sizeof data - 1, s->diags);
	s->dataset =
		root ? dataset_build(arena, &root, 1, &(struct direction_rules){ .against = words_against }, s->diags)
		     : NULL;
	for (int i = 0; i < 2; i++) {
		s->looks[i] = look_load(arena, inputs_new(arena), names[i], NULL, "styles", s->diags);
		s->fonts[i] = s->looks[i] ? fontset_open(arena, s->looks[i], roots, 1, s->diags) : NULL;
	}
	*state = s;
	if (s->dataset && s->fonts[0] && s->fonts[1])
		return 0;
	diags_print(s->diags, stderr, false);
	return -1;
}

static int tear_down(void **state)
{
	arena_free(((struct setting *)*state)->arena);
	return 0;
}

/* What stands before a space: "scatter" of "scatter annotated". */
static const char *first_word(struct arena *arena, const char *text)
{
	return arena_strndup(arena, text, strcspn(text, " "));
}

static struct scene *drawn(struct setting *s, int look, const char *kind)
{
	bool shares = !strcmp(kind, "stacked shares"), slope = !strcmp(kind, "slope") || str_starts(kind, "stacked"),
	     ties = !strcmp(kind, "leaderboard retest"), /* with wide intervals */
		retest = ties || !strcmp(kind, "scatter retest");
	bool tokens = !strcmp(kind, "tokens"), unclaimed = strstr(kind, "unclaimed") != NULL;
	bool spread = !strcmp(kind, "distribution"), growth = strstr(kind, "growth") != NULL;
	const struct benchmark *b[] = { s->dataset->benchmarks[growth      ? 5
		                                               : spread    ? 4
		                                               : tokens    ? 3
		                                               : unclaimed ? 1
		                                               : retest    ? 2
		                                                           : 0],
		                        s->dataset->benchmarks[slope ? 2 : 1] };
	const struct chart_annotation said[] = {
		{ dataset_variant_at(s->dataset, 0), b[0], { .text = "Without any tools" }, place_file(NULL) },
	};
	bool annotated = strstr(kind, "annotated") != NULL, paged = strstr(kind, "paged") != NULL;
	const char *kind_asked = kind;
	kind = first_word(s->arena, kind); /* of "leaderboard retest", "stacked shares" */
	const struct chart_kind *of = chart_kind_find(kind, place_file(NULL), s->diags);
	struct chart_request q = { .kind = of,
		                   .dataset = unclaimed ? dataset_without_claims(s->arena, s->dataset) : s->dataset,
		                   .look = s->looks[look],
		                   .fonts = s->fonts[look],
		                   .language = &language_english,
		                   .benchmarks = b,
		                   .n_benchmarks = of->most == 1 ? 1 : 2,
		                   .percent = shares,
		                   .medium = MEDIUM_SLIDE,
		                   .width = 960,
		                   .height = paged ? 250 : 540, /* a row on each page */
		                   .paged = paged,
		                   .pixel = 0.5,
		                   .type = 1, /* what breaks a rule is a matter of points */
		                   .annotations = said,
		                   .log = strstr(kind_asked, "logarithmic") ? CHART_LOG_ALWAYS : CHART_LOG_WIDE,
		                   .group = strstr(kind_asked, "grouped") ? CHART_GROUP_MAKER : CHART_GROUP_NONE,
		                   .n_annotations = annotated,
		                   .focus = look ? NULL : dataset_variant_at(s->dataset, 1) };
	struct chart_pages pages = { 0 };
	assert_true(chart_layout(s->arena, &q, &pages, s->diags));
	return pages.items[paged ? 1 : 0];
}

static struct scene *leaderboard(struct setting *s, int look)
{
	return drawn(s, look, "leaderboard");
}

static struct scene_item *find(struct scene *scene, enum scene_role role, int datum)
{
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].role == role && (datum < 0 || scene->items[i].datum == datum))
			return &scene->items[i];
	print_error("the scene has no %s\n", scene_role_word(role));
	abort();
}

static const struct text_block *shaped(struct setting *s, const struct scene_item *like, const char *text)
{
	return text_shape(s->fonts[0], text, like->text.block->style, 0, 0, s->diags);
}

static void relabel(struct setting *s, struct scene_item *item, const char *text)
{
	item->text.block = shaped(s, item, text);
}

#endif
