/* Blocks that nobody writes, because the data say them: sources, conflicts, method, specifications, changes. */
#include "base/arena.h"
#include "brief/made_table.h"
#include "chart/phrase.h"
#include "data/measurement.h"
#include "data/selection.h"
#include "words/number.h"

static const char *say(struct reading *r, enum word word)
{
	return words_get(r->language, word);
}

char *made_source_mark(struct reading *r, const struct source *source)
{
	return source ? arena_printf(r->arena, "[%zu]", source->index + 1) : arena_strdup(r->arena, "");
}

void made_paragraph(struct reading *r, struct place place, const char *text, struct block *into)
{
	struct block *block = block_new(r, BLOCK_PARAGRAPH, place);
	block->text = rich_plain(r, text);
	block_add(r, into, block);
}

/* ---- tables ---- */

struct made_table made_table_new(struct reading *r, struct place place, size_t columns)
{
	struct made_table t = { .r = r, .block = block_new(r, BLOCK_TABLE, place) };
	t.block->table.n_columns = columns;
	t.aligns = arena_alloc(r->arena, columns, sizeof *t.aligns);
	t.heads = arena_alloc(r->arena, columns, sizeof *t.heads);
	t.block->table.aligns = t.aligns;
	t.block->table.heads = t.heads;
	return t;
}

void made_table_head(struct made_table *t, size_t column, enum word word, enum cell_align align)
{
	t->heads[column].text = rich_plain(t->r, say(t->r, word));
	t->aligns[column] = align;
}

void made_table_cell(struct made_table *t, const char *text, enum cell_tone tone)
{
	t->cells = arena_grow(t->r->arena, t->cells, &t->room, t->n_cells, sizeof *t->cells);
	t->cells[t->n_cells++] = (struct block_cell){ rich_plain(t->r, text), tone };
}

void made_table_add(struct made_table *t, struct block *into)
{
	struct block_table *table = &t->block->table;
	table->cells = t->cells;
	table->n_rows = t->n_cells / table->n_columns;
	block_add(t->r, into, t->block);
}

/* ---- sources ---- */

static char *source_words(struct reading *r, const struct source *s)
{
	struct strbuf b = strbuf_new(r->arena);
	strbuf_add(&b, s->title);
	if (s->publisher && !str_eq(s->publisher, s->title))
		strbuf_addf(&b, ". %s", s->publisher);
	if (s->note)
		strbuf_addf(&b, ". %s", s->note);
	if (s->url)
		strbuf_addf(&b, ". %s", s->url);
	return b.s;
}

/* A date of one line is short: it does not have to break. */
void made_sources(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct made_table t = made_table_new(r, place, 4);
	size_t *counts = arena_alloc(r->arena, d->n_sources + 1, sizeof *counts);
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_source(d, i))
			counts[measurement_source(d, i)->index]++;
	t.heads[0].text = rich_plain(r, "");
	made_table_head(&t, 1, WORD_HEAD_SOURCE, ALIGN_LEFT);
	made_table_head(&t, 2, WORD_HEAD_DATE, ALIGN_LEFT);
	made_table_head(&t, 3, WORD_HEAD_VALUES, ALIGN_RIGHT);
	for (size_t i = 0; i < d->n_sources; i++) {
		const struct source *s = d->sources[i];
		made_table_cell(&t, made_source_mark(r, s), TONE_QUIET);
		made_table_cell(&t, source_words(r, s), TONE_PLAIN);
		made_table_cell(&t, words_date(r->arena, r->language, s->date), TONE_PLAIN);
		made_table_cell(&t, number_plain(r->arena, counts[i]), TONE_PLAIN);
	}
	if (d->n_sources)
		made_table_add(&t, into);
	else
		made_paragraph(
			r, place,
			words_fill(r->arena, r->language, WORD_SOURCE, "what", say(r, WORD_SOURCE_UNNAMED), NULL),
			into);
}

/* ---- conflicts ---- */

static const char *reason(struct reading *r, enum selection_reason reason)
{
	switch (reason) {
	case SELECTED_ONLY:
	case SELECTED_NONE:
		return say(r, WORD_REASON_ONLY);
	case SELECTED_PIN:
		return say(r, WORD_REASON_PIN);
	case SELECTED_TRUST:
		return say(r, WORD_REASON_TRUST);
	case SELECTED_INDEPENDENT:
		return say(r, WORD_REASON_INDEPENDENT);
	case SELECTED_AGREED:
		return say(r, WORD_REASON_AGREED);
	case SELECTED_NEWEST:
		return say(r, WORD_REASON_NEWEST);
	case SELECTED_OPEN:
		return say(r, WORD_REASON_OPEN);
	}
	return "";
}

char *made_value(struct reading *r, const struct measurement *m)
{
	struct number_style style =
		number_style_of(r->language, m->value.decimals, m->value.magnitude, m->value.number);
	char *number = number_with_sign(r->arena, m->value.number, style, m->benchmark->unit);
	return m->value.magnitude
	               ? arena_printf(r->arena, "%s %s", number, r->language->magnitudes[m->value.magnitude / 3])
	               : number;
}

static char *with_source(struct reading *r, const struct measurement *m)
{
	const char *mark = made_source_mark(r, m->source);
	return arena_printf(r->arena, "%s%s%s", made_value(r, m), *mark ? "\u00a0" : "", mark);
}

void made_conflicts(struct reading *r, struct place place, struct block *into)
{
	struct made_table t = made_table_new(r, place, 5);
	struct selections selections = selections_of(r->arena, r->dataset, NULL);
	made_table_head(&t, 0, WORD_HEAD_MODEL, ALIGN_LEFT);
	made_table_head(&t, 1, WORD_HEAD_BENCHMARK, ALIGN_LEFT);
	made_table_head(&t, 2, WORD_HEAD_COUNTS, ALIGN_LEFT);
	made_table_head(&t, 3, WORD_HEAD_ALSO, ALIGN_LEFT);
	made_table_head(&t, 4, WORD_HEAD_WHY, ALIGN_LEFT);
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		struct strbuf also = strbuf_new(r->arena);
		if (!s->n_rivals)
			continue;
		for (size_t k = 0; k < s->n_rivals; k++)
			strbuf_addf(&also, "%s%s", k ? ", " : "", with_source(r, s->rivals[k]));
		made_table_cell(&t, variant_full_name(r->arena, s->variant), TONE_PLAIN);
		made_table_cell(&t, s->benchmark->brief, TONE_PLAIN);
		made_table_cell(&t, s->chosen ? with_source(r, s->chosen) : "–", TONE_PLAIN);
		made_table_cell(&t, also.s, TONE_PLAIN);
		made_table_cell(&t, reason(r, s->reason), TONE_QUIET);
	}
	if (t.n_cells)
		made_table_add(&t, into);
	else
		made_paragraph(r, place, say(r, WORD_NO_CONFLICTS), into);
}

/* ---- method ---- */

static const char *trust_list(struct reading *r)
{
	const struct dataset *d = r->dataset;
	const char **names = arena_alloc(r->arena, d->n_trust + 1, sizeof *names);
	for (size_t i = 0; i < d->n_trust; i++)
		names[i] = made_source_mark(r, d->trust[i]);
	struct strbuf b = strbuf_new(r->arena);
	for (size_t i = 0; i < d->n_trust; i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "", names[i]);
	return b.s;
}

/* "Muse Spark on A, B and C; …": the selected values that are their maker's own. */
static const char *claimed_list(struct reading *r, const struct selections *all)
{
	const struct dataset *d = r->dataset;
	struct strbuf out = strbuf_new(r->arena);
	for (size_t v = 0; v < d->n_variants; v++) {
		const char **names = arena_alloc(r->arena, d->n_benchmarks + 1, sizeof *names);
		size_t n = 0;
		for (size_t i = 0; i < all->count; i++) {
			const struct measurement *m = all->items[i]->chosen;
			if (m && m->variant == d->variants[v] && m->measured == MEASURED_FIRST_PARTY)
				names[n++] = m->benchmark->brief;
		}
		if (n)
			strbuf_addf(&out, "%s%s", out.n ? "; " : "",
			            words_fill(r->arena, r->language, WORD_NOTE_CONFLICT_ON, "name",
			                       variant_full_name(r->arena, d->variants[v]), "on",
			                       words_list(r->arena, r->language, names, n, 30), NULL));
	}
	return out.s;
}

static void add_method_data(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	made_paragraph(r, place,
	               words_fill(r->arena, r->language, WORD_METHOD_DATA, "n",
	                          number_plain(r->arena, d->n_measurements), "m", number_plain(r->arena, d->n_sources),
	                          "b", number_plain(r->arena, d->n_benchmarks), "k",
	                          number_plain(r->arena, d->n_models), "as_of",
	                          phrase_as_of(r->arena, r->language, d->date), NULL),
	               into);
}

void made_method(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct selections all = selections_of(r->arena, d, NULL);
	size_t unknown = 0, ambiguous = 0;
	for (size_t i = 0; i < all.count; i++)
		unknown += all.items[i]->chosen && all.items[i]->chosen->measured == MEASURED_UNKNOWN;
	for (size_t i = 0; i < d->n_measurements; i++)
		ambiguous += measurement_status(d, i) == STATUS_AMBIGUOUS;
	add_method_data(r, place, into);
	made_paragraph(r, place, say(r, WORD_METHOD_CHOICE), into);
	if (d->n_trust)
		made_paragraph(r, place,
		               words_fill(r->arena, r->language, WORD_METHOD_TRUST, "list", trust_list(r), NULL), into);
	made_paragraph(r, place, say(r, WORD_METHOD_RANKS), into);
	const char *claimed = claimed_list(r, &all);
	if (*claimed)
		made_paragraph(r, place, words_fill(r->arena, r->language, WORD_METHOD_CLAIMED, "list", claimed, NULL),
		               into);
	if (unknown)
		made_paragraph(r, place,
		               words_fill(r->arena, r->language, WORD_METHOD_UNKNOWN, "n",
		                          number_plain(r->arena, unknown), NULL),
		               into);
	if (ambiguous)
		made_paragraph(r, place,
		               words_fill(r->arena, r->language, WORD_METHOD_AMBIGUOUS, "n",
		                          number_plain(r->arena, ambiguous), NULL),
		               into);
}
