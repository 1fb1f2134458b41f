/* What changed since the baseline. */
#include "base/arena.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "words/number.h"

enum { NAMED_MAX = 40 };

static const char *shown(struct reading *r, const struct measurement *m)
{
	return m ? generate_value(r, m) : "–";
}

/* "source [1] → [2]"; a source that is gone goes by its title. */
static const char *moved_source(struct reading *r, const struct change *c)
{
	const struct source *now = c->is->source, *then = c->was->source;
	const struct source *kept = then ? dataset_source(r->dataset, then->id, place_file(NULL), NULL) : NULL;
	const char *before = kept   ? generate_source_name(r, kept)
	                     : then ? then->title
	                            : "–",
		   *after = now ? generate_source_name(r, now) : "–";
	return words_fill(r->arena, r->language, WORD_DIFF_SOURCE, "before", before, "after", after, NULL);
}

static void add_change(struct reading *r, struct table_builder *t, const struct change *c)
{
	const struct standing_row *row = c->after ? c->after : c->before;
	const struct measurement *m = c->is ? c->is : c->was;
	const char *difference = c->kind == CHANGE_SOURCE ? moved_source(r, c) : "";
	if (c->kind == CHANGE_VALUE) {
		const struct quantity *before = &c->was->value, *after = &c->is->value;
		struct digits digits = digits_between(c->difference, digits_of(before), digits_of(after));
		struct number_style style =
			number_style_of(r->language, m->benchmark->unit, 0, m->value.magnitude, c->difference);
		difference = number_change(r->arena, c->difference, digits_style(style, digits), m->benchmark->unit);
	}
	struct strbuf rank = strbuf_new(r->arena);
	if (c->rank_before && c->rank_after && c->rank_before != c->rank_after)
		strbuf_addf(&rank, "%d → %d", c->rank_before, c->rank_after);
	else if (c->rank_after)
		strbuf_addf(&rank, "%d", c->rank_after);
	if (c->after)
		reading_keep_source(r, c->is, true);
	table_builder_add(t, variant_full_name(r->arena, row->variant), TONE_PLAIN);
	table_builder_add(t, m->benchmark->brief, TONE_PLAIN);
	table_builder_add(t, shown(r, c->was), TONE_QUIET);
	table_builder_add(t, shown(r, c->is), TONE_PLAIN);
	table_builder_add(t, difference, !c->known_direction ? TONE_PLAIN : c->better ? TONE_GOOD : TONE_BAD);
	table_builder_add(t, rank.s, TONE_PLAIN);
}

static void add_names(struct reading *r, struct place place, enum word word, const char *const *names, size_t n,
                      struct block *into)
{
	if (n)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, word, "names",
		                              words_list(r->arena, r->language, names, n, NAMED_MAX), "n",
		                              number_plain(r->arena, r->language, n), NULL),
		                   into);
}

static void add_models(struct reading *r, struct place place, enum word word, const struct variant *const *variants,
                       size_t n, struct block *into)
{
	const char **names = arena_alloc(r->arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = variant_full_name(r->arena, variants[i]);
	add_names(r, place, word, names, n, into);
}

static void add_benchmarks(struct reading *r, struct place place, enum word word,
                           const struct benchmark *const *benchmarks, size_t n, struct block *into)
{
	const char **names = arena_alloc(r->arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = benchmarks[i]->brief;
	add_names(r, place, word, names, n, into);
}

/* Who came and who went, and what could not be compared. */
static void add_lists(struct reading *r, struct place place, const struct changes *c, struct block *into)
{
	add_models(r, place, WORD_MODELS_IN, c->models_in, c->n_models_in, into);
	add_models(r, place, WORD_MODELS_OUT, c->models_out, c->n_models_out, into);
	add_benchmarks(r, place, WORD_BENCHMARKS_IN, c->benchmarks_in, c->n_benchmarks_in, into);
	add_benchmarks(r, place, WORD_BENCHMARKS_OUT, c->benchmarks_out, c->n_benchmarks_out, into);
	add_benchmarks(r, place, WORD_CHANGES_LEFT_OUT, c->left_out, c->n_left_out, into);
}

/* "Aster on Coding (Lab Report); …": what a source now says otherwise of the same day. */
static void add_revisions(struct reading *r, struct place place, const struct changes *changes, struct block *into)
{
	struct strbuf list = strbuf_new(r->arena);
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *c = &changes->items[i];
		if (!c->revision)
			continue;
		const char *who =
			words_fill(r->arena, r->language, WORD_NOTE_CONFLICT_ON, "name",
		                   variant_full_name(r->arena, c->after->variant), "on", c->benchmark->brief, NULL);
		strbuf_addf(&list, "%s%s", list.n ? r->language->list_semicolon : "", who);
	}
	if (list.n)
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_CHANGES_REVISED, "list", list.s, NULL), into);
}

void generate_changes(struct reading *r, struct place place, struct block *into)
{
	const struct changes *changes = r->options->changes;
	struct table_builder t = table_builder_new(r->arena, place, 6, 2);
	if (changes)
		add_lists(r, place, changes, into);
	if (!changes || changes_none(changes)) {
		enum word word = !changes              ? WORD_NO_BASELINE
		                 : changes->n_left_out ? WORD_NO_CHANGES_ELSE
		                                       : WORD_NO_CHANGES;
		generate_paragraph(r, place, words_get(r->language, word), into);
		return;
	}
	static const enum word heads[6] = { WORD_HEAD_MODEL, WORD_HEAD_BENCHMARK, WORD_HEAD_BEFORE,
		                            WORD_HEAD_AFTER, WORD_HEAD_CHANGE,    WORD_HEAD_RANK };
	for (size_t i = 0; i < 6; i++)
		table_builder_head(&t, i, words_get(r->language, heads[i]), i < 2 ? ALIGN_LEFT : ALIGN_RIGHT);
	for (size_t i = 0; i < changes->count; i++)
		add_change(r, &t, &changes->items[i]);
	add_revisions(r, place, changes, into);
	if (t.n_cells)
		block_add(r->arena, into, table_builder_done(&t));
}
