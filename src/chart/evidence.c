#include "chart/evidence.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/measurement.h"

#include <string.h>

struct frame_note *notes_add(struct notes *n, enum frame_swatch swatch, const char *text)
{
	n->items = arena_grow(n->arena, n->items, &n->capacity, n->count, sizeof *n->items);
	n->items[n->count] = (struct frame_note){ .text = text, .swatch = swatch };
	return &n->items[n->count++];
}

static void say(const struct evidence *e, struct notes *n, enum word word, unsigned says)
{
	notes_add(n, SWATCH_NONE, words_get(e->language, word))->says = says;
}

static const char *source_name(const struct evidence *e, const struct source *source)
{
	return !source             ? words_get(e->language, WORD_SOURCE_NAMELESS)
	       : source->publisher ? source->publisher
	                           : source->title;
}

/* ---- how good the values are ---- */

static void note_measured(const struct evidence *e, struct notes *n)
{
	bool estimated = false, claimed = false, behind = false, all_claimed = true;
	for (size_t i = 0; i < e->n_cells; i++) {
		estimated |= i < e->n_drawn && e->cells[i]->estimated;
		claimed |= i < e->n_drawn && e->cells[i]->claimed;
		behind |= i >= e->n_drawn && e->cells[i]->claimed;
	}
	for (size_t i = 0; i < e->n_standings; i++) {
		claimed |= e->ranked && e->standings[i]->n_claimed > 0; /* missing ranks are explained in any case */
		all_claimed &= e->standings[i]->all_claimed;
	}
	enum frame_swatch swatch = e->starred ? SWATCH_NONE : e->dots ? SWATCH_DOT : SWATCH_HATCH;
	const char *values = words_get(e->language, WORD_NOTE_CLAIMED_VALUES);
	if (claimed && e->ranked)
		notes_add(n, SWATCH_HATCH,
		          words_get(e->language, all_claimed ? WORD_NOTE_ALL_CLAIMED : WORD_NOTE_CLAIMED))
			->says = SAYS_CLAIM;
	else if (claimed)
		notes_add(n, swatch, e->starred ? arena_printf(e->arena, "* %s", values) : values)->says = SAYS_CLAIM;
	else if (behind)
		notes_add(n, SWATCH_NONE,
		          arena_printf(e->arena, "%s: %s", words_get(e->language, WORD_CLAIMED), values))
			->says = SAYS_CLAIM;
	if (estimated)
		notes_add(n, SWATCH_OUTLINE, words_get(e->language, WORD_NOTE_ESTIMATED));
}

static void note_noise(const struct evidence *e, struct notes *n)
{
	bool known = false, unknown = false, tied = false, noise = false;
	for (size_t i = 0; i < e->n_drawn; i++) {
		const struct standing_row *row = e->cells[i];
		known |= row->chosen && row->chosen->has_interval;
		unknown |= row->chosen && !row->chosen->has_interval;
		tied |= row->tied;
		noise |= row->tied && row->half > 0;
	}
	if (!known)
		say(e, n, WORD_NOTE_NO_INTERVAL, SAYS_NO_INTERVALS);
	else if (e->whiskers)
		say(e, n, unknown ? WORD_NOTE_WHISKER_SOME : WORD_NOTE_WHISKER, SAYS_INTERVALS);
	if (tied && e->ranked)
		say(e, n, noise ? WORD_NOTE_TIED_NOISE : WORD_NOTE_TIED, 0);
}

static void note_who(const struct evidence *e, struct notes *n)
{
	bool none = e->n_standings > 0, direction = false;
	size_t unknown = 0;
	for (size_t i = 0; i < e->n_standings; i++) {
		none &= e->standings[i]->none_says_who;
		direction |= e->standings[i]->benchmark->better == BETTER_UNKNOWN;
	}
	for (size_t i = 0; i < e->n_cells; i++)
		unknown += e->cells[i]->chosen && e->cells[i]->chosen->measured == MEASURED_UNKNOWN;
	if (none)
		say(e, n, WORD_NOTE_WHO_NONE, 0);
	else if (unknown)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, WORD_NOTE_WHO_SOME, "n",
		                     number_plain(e->arena, e->language, unknown), NULL));
	if (direction)
		say(e, n, WORD_NOTE_DIRECTION, 0);
}

/* ---- unlike conditions ---- */

/* Effort, tools and scaffold as the data give them; NULL if they do not. */
static const char *conditions_of(const struct evidence *e, const struct variant *v)
{
	struct strbuf b = strbuf_new(e->arena);
	const char *const parts[] = { v->effort, v->tools, v->scaffold };
	for (size_t i = 0; i < 3; i++)
		if (parts[i])
			strbuf_addf(&b, "%s%s", b.n ? e->language->list_comma : "", parts[i]);
	return b.n ? b.s : NULL;
}

/* Where some of the models ran under other conditions than the rest: each with its own. */
static void note_conditions(const struct evidence *e, struct notes *n)
{
	enum { TOLD_MAX = 4 };
	struct strbuf list = strbuf_new(e->arena);
	const char *first = NULL;
	bool *seen = arena_alloc(e->arena, e->dataset->n_variants + 1, sizeof *seen), differ = false, begun = false;
	size_t told = 0;
	for (size_t i = 0; i < e->n_cells; i++) {
		const struct variant *v = e->cells[i]->variant;
		const char *conditions = e->cells[i]->chosen ? conditions_of(e, v) : NULL;
		if (!e->cells[i]->chosen || seen[v->index])
			continue;
		seen[v->index] = true;
		differ |= begun && (!first != !conditions || (first && conditions && !str_eq(first, conditions)));
		first = begun ? first : conditions;
		begun = true;
		if (conditions && told++ < TOLD_MAX)
			strbuf_addf(&list, "%s%s (%s)", told > 1 ? e->language->list_semicolon : "",
			            phrase_variant(e->arena, v), conditions);
	}
	if (!differ)
		return;
	if (told > TOLD_MAX)
		strbuf_addf(&list, ";%s",
		            words_fill(e->arena, e->language, WORD_LIST_MORE, "n",
		                       number_plain(e->arena, e->language, told - TOLD_MAX), NULL));
	notes_add(n, SWATCH_NONE, words_fill(e->arena, e->language, WORD_NOTE_CONDITIONS, "list", list.s, NULL));
}

/* ---- conflicts: one note for all, each other value with its source ---- */

/* In the chart's number format, with the decimal places that this value was published with. */
static struct number_style rival_style(const struct evidence *e, size_t cell, const struct measurement *m)
{
	struct number_style style = e->styles[e->of[cell]];
	int decimals = m->value.decimals - m->value.magnitude + style.magnitude;
	style.decimals = decimals > style.decimals ? (decimals < 9 ? decimals : 9) : style.decimals;
	return style;
}

static void conflict_of(const struct evidence *e, struct strbuf *b, size_t cell)
{
	const struct standing_row *row = e->cells[cell];
	const char *name = phrase_variant(e->arena, row->variant);
	if (e->n_standings > 1)
		name = words_fill(e->arena, e->language, WORD_NOTE_CONFLICT_ON, "name", name, "on",
		                  e->standings[e->of[cell]]->benchmark->brief, NULL);
	strbuf_addf(b, "%s: ", name);
	for (size_t k = 0; k < row->selection->n_rivals; k++) {
		const struct measurement *m = row->selection->rivals[k];
		strbuf_addf(b, "%s%s (%s)", k ? e->language->list_comma : "",
		            number_text(e->arena, m->value.number, rival_style(e, cell, m)), source_name(e, m->source));
	}
}

static void note_conflicts(const struct evidence *e, struct notes *n)
{
	enum { TOLD_MAX = 4 };
	struct strbuf b = strbuf_new(e->arena);
	size_t conflicts = 0;
	for (size_t i = 0; i < e->n_cells; i++) {
		if (!phrase_in_conflict(e->cells[i]))
			continue;
		if (conflicts++ >= TOLD_MAX)
			continue;
		strbuf_add(&b, conflicts > 1 ? e->language->list_semicolon : "");
		conflict_of(e, &b, i);
	}
	if (!conflicts)
		return;
	if (conflicts > TOLD_MAX)
		strbuf_addf(&b, ";%s",
		            words_fill(e->arena, e->language, WORD_LIST_MORE, "n",
		                       number_plain(e->arena, e->language, conflicts - TOLD_MAX), NULL));
	notes_add(n, SWATCH_NONE, words_fill(e->arena, e->language, WORD_NOTE_CONFLICT, "list", b.s, NULL))->says =
		SAYS_CONFLICT;
}

/* ---- what is not there ---- */

static void note_shown(const struct evidence *e, struct notes *n, enum word word, size_t all, size_t shown)
{
	if (shown < all)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, word, "n", number_plain(e->arena, e->language, all - shown),
		                     "all", number_plain(e->arena, e->language, all), NULL));
}

static void note_absent(const struct evidence *e, struct notes *n)
{
	size_t ambiguous = 0;
	const struct standing *only = e->n_standings == 1 ? e->standings[0] : NULL;
	if (only && only->n_absent)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, WORD_NOTE_NOT_REPORTED, "names",
		                     phrase_variants(e->arena, e->language, only->absent, only->n_absent), NULL));
	for (size_t i = 0; i < e->dataset->n_measurements; i++)
		for (size_t k = 0; k < e->n_standings; k++)
			ambiguous += measurement_benchmark(e->dataset, i) == e->standings[k]->benchmark &&
			             measurement_status(e->dataset, i) == STATUS_AMBIGUOUS;
	if (ambiguous)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, WORD_NOTE_AMBIGUOUS, "n",
		                     number_plain(e->arena, e->language, ambiguous), NULL));
}

void evidence_notes(const struct evidence *e, struct notes *n)
{
	note_measured(e, n);
	note_noise(e, n);
	note_who(e, n);
	note_conditions(e, n);
	note_conflicts(e, n);
	note_shown(e, n, WORD_NOTE_ROWS_NOT_SHOWN, e->rows_all, e->rows_shown);
	note_shown(e, n, WORD_NOTE_COLUMNS_NOT_SHOWN, e->columns_all, e->columns_shown);
	note_absent(e, n);
}

/* ---- the source line ---- */

struct origin {
	size_t *uses; /* by source */
	bool independent, unnamed;
};

static struct origin origin_of(const struct evidence *e)
{
	struct origin o = { arena_alloc(e->arena, e->dataset->n_sources + 1, sizeof *o.uses), false, false };
	for (size_t i = 0; i < e->n_cells; i++) {
		const struct measurement *m = e->cells[i]->chosen;
		if (m && m->source)
			o.uses[m->source->index]++;
		for (size_t k = 0; phrase_in_conflict(e->cells[i]) && k < e->cells[i]->selection->n_rivals; k++)
			if (e->cells[i]->selection->rivals[k]->source)
				o.uses[e->cells[i]->selection->rivals[k]->source->index]++;
		o.unnamed |= m && !m->source;
		o.independent |= m && m->measured == MEASURED_THIRD_PARTY;
	}
	return o;
}

/* Who runs all of the benchmarks, or NULL. */
static const char *runner(const struct evidence *e)
{
	const char *by = e->n_standings ? e->standings[0]->benchmark->publisher : NULL;
	for (size_t i = 1; i < e->n_standings && by; i++)
		if (!e->standings[i]->benchmark->publisher || !str_eq(by, e->standings[i]->benchmark->publisher))
			by = NULL;
	return by;
}

char *evidence_source(const struct evidence *e)
{
	enum { NAMED_MAX = 3 };
	struct origin o = origin_of(e);
	const struct dataset *d = e->dataset;
	struct strbuf b = strbuf_new(e->arena);
	const char *by = runner(e);
	size_t named = 0, total = 0;
	bool plain = false;
	for (size_t i = 0; i < d->n_sources; i++)
		total += o.uses[i] > 0;
	for (size_t k = 0; k < total && k < NAMED_MAX; k++) {
		size_t best = 0;
		for (size_t i = 0; i < d->n_sources; i++)
			if (o.uses[i] > o.uses[best])
				best = i;
		const struct source *source = d->sources[best];
		plain = plain ||
		        (by && str_eq(source_name(e, source), by)); /* the runner's own page: nobody else reports it */
		strbuf_addf(&b, "%s%s", named++ ? e->language->list_semicolon : "", source_name(e, source));
		if (source->date.year)
			strbuf_addf(&b, "%s%s", e->language->list_comma,
			            words_date(e->arena, e->language, source->date));
		o.uses[best] = 0;
	}
	if (total > NAMED_MAX)
		strbuf_addf(&b, ";%s",
		            words_fill(e->arena, e->language, WORD_LIST_MORE, "n",
		                       number_plain(e->arena, e->language, total - NAMED_MAX), NULL));
	if (o.unnamed)
		strbuf_addf(&b, "%s%s", named ? e->language->list_semicolon : "",
		            words_get(e->language, named ? WORD_SOURCE_PART_UNNAMED : WORD_SOURCE_UNNAMED));
	if (o.independent && by && total && !plain)
		return words_fill(e->arena, e->language, WORD_SOURCE_REPORTED, "who", by, "what", b.s, NULL);
	return words_fill(e->arena, e->language, WORD_SOURCE, "what", b.s, NULL);
}
