/* Published claims with their verdicts. */
#include "base/arena.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "facts/print.h"
#include "facts/trials.h"

#include <string.h>

static bool is_wanted(const struct verdict *v, const struct claims_wanted *wanted)
{
	bool listed = !wanted->ids;
	for (size_t i = 0; i < wanted->n_ids; i++)
		listed |= str_eq(wanted->ids[i], v->claim->id);
	return listed && (!wanted->source || v->claim->source == wanted->source) &&
	       (wanted->verdict < 0 || wanted->verdict == (int)v->kind);
}

/* The deciding comparison is the whole test of the claim: what is printed beside it is what it compares. */
static bool is_whole(const struct verdict_part *part)
{
	const char *test = part->part->test, *of = part->fact.margin.of;
	size_t n = of ? strlen(of) : 0;
	test += strspn(test, " \n");
	return of && strncmp(test, of, n) == 0 && !test[n + strspn(test + n, " \n")];
}

/* "holds, by 2.7 points"; of a claim with parts each part says by how much. */
static const char *verdict_text(struct reading *r, const struct verdict *v)
{
	enum word word = v->kind == VERDICT_HOLDS && v->on_claims ? WORD_HOLDS_CLAIMED : verdict_word(v->kind);
	const char *by = "";
	if (v->claim->n_parts == 1 && v->kind != VERDICT_UNTESTABLE && is_whole(&v->parts[0]))
		by = margin_words_read(r->arena, r->language, &v->parts[0].fact.margin, v->parts[0].fact.n_conventions);
	return arena_printf(r->arena, "%s%s", words_get(r->language, word), by);
}

static enum cell_tone verdict_tone(enum verdict_kind kind)
{
	switch (kind) {
	case VERDICT_HOLDS:
		return TONE_GOOD;
	case VERDICT_FAILS:
	case VERDICT_MIXED:
		return TONE_BAD;
	case VERDICT_UNTESTABLE:
		break;
	}
	return TONE_QUIET;
}

/* "[2]" for each source of the data, by its index. */
static const char *const *marks_of(struct reading *r)
{
	const struct dataset *d = r->dataset;
	const char **marks = arena_alloc(r->arena, d->n_sources, sizeof *marks);
	for (size_t i = 0; i < d->n_sources; i++)
		marks[i] = generate_source_mark(r, d->sources[i]);
	return marks;
}

/* What was computed, with which other values it would turn, and what its words are taken to mean. */
static const char *figure_text(struct reading *r, const struct verdict *v, const char *const *marks)
{
	struct strbuf b = strbuf_new(r->arena);
	strbuf_add(&b, *v->computed ? v->computed : v->why ? v->why : "");
	for (size_t i = 0; i < v->claim->n_parts; i++) {
		const struct verdict_part *p = &v->parts[i];
		const char *tried = trials_words(r->arena, r->language, &p->trials, p->kind == VERDICT_HOLDS,
		                                 &p->fact.margin, marks);
		if (*tried)
			strbuf_addf(&b, "%s%s", v->claim->n_parts == 1 && i == 0 ? ". " : " ", tried);
		for (size_t k = 0; k < p->fact.n_conventions; k++)
			strbuf_addf(&b, "%s%s", str_ends(b.s, ".") ? " " : ". ",
			            print_convention(r->arena, r->language, p->fact.conventions[k]));
	}
	return b.s;
}

/* All of them, so that the report has all. */
static const struct verdict *const *verdicts(struct reading *r)
{
	if (!r->out->verdicts)
		r->out->verdicts = verdicts_of(r->arena, r->facts, r->diags);
	return r->out->verdicts;
}

/* The tests of its parts that were made. */
static void add_bases(struct reading *r, struct table_builder *t, const struct verdict *v)
{
	struct cell_basis *bases = arena_alloc(r->arena, v->claim->n_parts + 1, sizeof *bases);
	size_t n = 0;
	for (size_t i = 0; i < v->claim->n_parts; i++)
		if (v->parts[i].kind != VERDICT_UNTESTABLE)
			bases[n++] = (struct cell_basis){ v->parts[i].part->test, &v->parts[i].fact };
	table_builder_bases(t, bases, n);
}

void generate_verdict(struct reading *r, struct table_builder *t, const struct claim *claim)
{
	const struct verdict *v = verdicts(r)[claim->index];
	table_builder_add(t, words_get(r->language, verdict_word(v->kind)), verdict_tone(v->kind));
	add_bases(r, t, v);
}

void generate_claims(struct reading *r, struct place place, const struct claims_wanted *wanted, struct block *into)
{
	struct table_builder t = table_builder_new(r->arena, place, 4, 1);
	table_builder_head(&t, 0, words_get(r->language, WORD_HEAD_CLAIM), ALIGN_LEFT);
	table_builder_head(&t, 1, words_get(r->language, WORD_HEAD_SOURCE), ALIGN_LEFT);
	table_builder_head(&t, 2, words_get(r->language, WORD_HEAD_VERDICT), ALIGN_LEFT);
	table_builder_head(&t, 3, words_get(r->language, WORD_HEAD_DATA_SAY), ALIGN_LEFT);
	const char *const *marks = marks_of(r);
	for (size_t i = 0; i < r->dataset->n_claims; i++) {
		const struct verdict *v = verdicts(r)[i];
		if (!is_wanted(v, wanted))
			continue;
		table_builder_add(&t, v->claim->text, TONE_PLAIN);
		table_builder_add(&t, generate_source_name(r, v->claim->source), TONE_QUIET);
		table_builder_add(&t, verdict_text(r, v), verdict_tone(v->kind));
		add_bases(r, &t, v);
		table_builder_add(&t, figure_text(r, v, marks),
		                  v->kind == VERDICT_UNTESTABLE ? TONE_QUIET : TONE_PLAIN);
	}
	if (t.n_cells)
		block_add(r->arena, into, table_builder_done(&t));
	else
		generate_paragraph(r, place, words_get(r->language, WORD_NO_CLAIMS), into);
}
