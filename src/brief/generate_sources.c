/* The list of sources, and what generated blocks share. */
#include "base/arena.h"
#include "brief/binding.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "data/measurement.h"
#include "words/number.h"

char *generate_source_mark(struct reading *r, const struct source *source)
{
	const char *name = generate_source_name(r, source);
	return r->listed || !*name ? arena_strdup(r->arena, name) : arena_printf(r->arena, "(%s)", name);
}

const char *generate_source_name(struct reading *r, const struct source *source)
{
	if (!source)
		return "";
	return r->listed ? arena_printf(r->arena, "[%zu]", source->index + 1) : source->title;
}

void generate_paragraph(struct reading *r, struct place place, const char *text, struct block *into)
{
	block_add_words(r->arena, into, place, text);
}

char *generate_number(struct reading *r, double value, struct digits digits, int magnitude, const struct unit *unit)
{
	struct number_style style = digits_style(number_style_of(r->language, unit, 0, magnitude, value), digits);
	char *number = number_with_sign(r->arena, value, style, unit);
	return magnitude ? arena_printf(r->arena, "%s %s", number, number_magnitude(r->language, number, magnitude))
	                 : number;
}

char *generate_value(struct reading *r, const struct measurement *m)
{
	return generate_number(r, m->value.number, digits_of(&m->value), m->value.magnitude, m->benchmark->unit);
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

void generate_sources(struct reading *r, struct place place, struct block *into)
{
	const struct dataset *d = r->dataset;
	struct table_builder t = table_builder_new(r->arena, place, 4, 2);
	size_t *counts = arena_alloc(r->arena, d->n_sources + 1, sizeof *counts);
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_source(d, i) && measurement_has_value(d, i))
			counts[measurement_source(d, i)->index]++;
	table_builder_head(&t, 1, words_get(r->language, WORD_HEAD_SOURCE), ALIGN_LEFT);
	table_builder_head(&t, 2, words_get(r->language, WORD_HEAD_DATE), ALIGN_LEFT);
	table_builder_head(&t, 3, words_get(r->language, WORD_HEAD_VALUES), ALIGN_RIGHT);
	for (size_t i = 0; i < d->n_sources; i++) {
		const struct source *s = d->sources[i];
		table_builder_add(&t, generate_source_mark(r, s), TONE_QUIET);
		table_builder_add(&t, source_words(r, s), TONE_PLAIN);
		table_builder_add(&t, words_date(r->arena, r->language, s->date), TONE_PLAIN);
		table_builder_add(&t, number_plain(r->arena, r->language, counts[i]), TONE_PLAIN);
	}
	if (d->n_sources) {
		block_add(r->arena, into, table_builder_done(&t));
		binding_keep_sources(r, into->items[into->n_items - 1]);
	} else {
		generate_paragraph(r, place,
		                   words_fill(r->arena, r->language, WORD_SOURCE, "what",
		                              words_get(r->language, WORD_SOURCE_UNNAMED), NULL),
		                   into);
	}
}
