#include "chart/evidence.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/group.h"
#include "chart/order.h"
#include "data/measurement.h"
#include "words/words.h"

#include <string.h>

struct frame_note *notes_add(struct notes *n, enum frame_swatch swatch, const char *text)
{
	n->items = arena_grow(n->arena, n->items, &n->capacity, n->count, sizeof *n->items);
	n->items[n->count] = (struct frame_note){ .text = text, .swatch = swatch };
	return &n->items[n->count++];
}

struct frame_note *notes_add_convention(struct notes *n, enum frame_swatch swatch, const char *text)
{
	struct frame_note *note = notes_add(n, swatch, text);
	note->says = SAYS_CONVENTION;
	return note;
}

static void say(const struct evidence *e, struct notes *n, enum word word, unsigned says)
{
	notes_add(n, SWATCH_NONE, words_get(e->language, word))->says = says;
}

static void explain(const struct evidence *e, struct notes *n, enum word word, unsigned says)
{
	notes_add_convention(n, SWATCH_NONE, words_get(e->language, word))->says |= says;
}

static const char *source_name(const struct evidence *e, const struct source *source)
{
	return !source             ? words_get(e->language, WORD_SOURCE_NAMELESS)
	       : source->publisher ? source->publisher
	                           : source->title;
}

void evidence_open(struct evidence *e)
{
	if (e->chosen)
		return;
	e->chosen = arena_alloc(e->arena, e->n_cells + 1, sizeof *e->chosen);
	for (size_t i = 0; i < e->n_cells; i++)
		e->chosen[i] = standing_chosen(e->arena, e->standings[e->of[i]], e->cells[i]);
}

/* ---- how good the values are ---- */

static void note_measured(const struct evidence *e, struct notes *n)
{
	bool estimated = false, claimed = false, behind = false, all_claimed = true, checked = false;
	for (size_t i = 0; i < e->n_cells; i++) {
		estimated |= i < e->n_drawn && e->cells[i]->estimated;
		claimed |= i < e->n_drawn && e->cells[i]->claimed;
		behind |= i >= e->n_drawn && e->cells[i]->claimed;
		checked |= e->cells[i]->checked;
	}
	for (size_t i = 0; i < e->n_standings; i++)
		all_claimed &= e->standings[i]->all_claimed;
	enum frame_swatch swatch = e->starred ? SWATCH_NONE : e->dots ? SWATCH_DOT : SWATCH_HATCH;
	const char *values =
		words_get(e->language, checked ? WORD_NOTE_CLAIMED_VALUES_CHECKED : WORD_NOTE_CLAIMED_VALUES);
	if (claimed && e->ranked)
		notes_add_convention(n, swatch,
		                     words_get(e->language, checked && all_claimed ? WORD_NOTE_ALL_CLAIMED_CHECKED
		                                            : checked              ? WORD_NOTE_CLAIMED_CHECKED
		                                            : all_claimed          ? WORD_NOTE_ALL_CLAIMED
		                                                                   : WORD_NOTE_CLAIMED))
			->says |= SAYS_CLAIM;
	else if (claimed)
		notes_add_convention(n, swatch, e->starred ? arena_printf(e->arena, "* %s", values) : values)->says |=
			SAYS_CLAIM;
	else if (behind)
		notes_add_convention(n, SWATCH_NONE,
		                     arena_printf(e->arena, "%s: %s", words_get(e->language, WORD_CLAIMED), values))
			->says |= SAYS_CLAIM;
	if (estimated)
		notes_add_convention(n, e->dots ? SWATCH_DOT : SWATCH_OUTLINE,
		                     words_get(e->language, WORD_NOTE_ESTIMATED));
}

static void note_noise(const struct evidence *e, struct notes *n)
{
	bool known = false, unknown = false, tied = false, several = false;
	for (size_t i = 0; i < e->n_drawn; i++) {
		const struct standing_row *row = e->cells[i];
		known |= row->interval != 0;
		unknown |= row->present && !row->interval;
		bool noise = e->ranked && row->rank && standing_last_place(e->standings[e->of[i]], row) > row->rank;
		several |= noise;
		tied |= row->tied && !noise;
	}
	if (!known && !e->intervals_told)
		explain(e, n, WORD_NOTE_NO_INTERVAL, SAYS_NO_INTERVALS);
	else if (e->whiskers)
		explain(e, n,
		        e->ends   ? WORD_NOTE_WHISKER_LAST
		        : unknown ? WORD_NOTE_WHISKER_SOME
		                  : WORD_NOTE_WHISKER,
		        SAYS_INTERVALS);
	if (tied && e->ranked)
		explain(e, n, WORD_NOTE_TIED, 0);
	if (several)
		explain(e, n, WORD_NOTE_TIED_NOISE, 0);
}

static void note_digits(const struct evidence *e, struct notes *n)
{
	bool rounded = false;
	for (size_t i = 0; i < e->n_drawn && !e->unprinted; i++)
		rounded |= e->cells[i]->present && e->cells[i]->digits.rounded;
	if (rounded)
		explain(e, n, WORD_NOTE_ROUNDED, SAYS_ROUNDED);
}

static bool is_own_source(const struct evidence *e, size_t cell)
{
	const struct organisation *maker = e->cells[cell]->variant->model->own->organisation;
	const struct source *source = e->chosen[cell]->source;
	return maker && source && str_eq(source_name(e, source), maker->name);
}

/* Who measured matters where values come from several sources, or from the maker. */
static bool who_matters(const struct evidence *e)
{
	const struct measurement *first = NULL;
	for (size_t i = 0; i < e->n_cells; i++) {
		const struct measurement *m = e->chosen[i];
		if (!m)
			continue;
		first = first ? first : m;
		if (e->cells[i]->claimed || m->source != first->source || is_own_source(e, i))
			return true;
	}
	return false;
}

static void note_who(const struct evidence *e, struct notes *n)
{
	size_t unknown = 0, present = 0;
	for (size_t i = 0; i < e->n_cells; i++) {
		present += e->chosen[i] != NULL;
		unknown += e->chosen[i] && e->chosen[i]->measured == MEASURED_UNKNOWN;
	}
	if (!unknown || !(who_matters(e) || e->unsigned_marked))
		return;
	const char *words = unknown == present ? words_get(e->language, WORD_NOTE_WHO_NONE)
	                                       : words_fill(e->arena, e->language, WORD_NOTE_WHO_SOME, "n",
	                                                    counted_digits(e->counted, COUNT_UNKNOWN, unknown), NULL);
	if (e->unsigned_marked)
		notes_add(n, SWATCH_NONE, arena_printf(e->arena, "‡ %s", words))->says = SAYS_UNSIGNED;
	else
		notes_add(n, SWATCH_NONE, words);
}

/* ---- which numbers are better ---- */

/* By standing: whether any of its values is shown. */
static bool *used_standings(const struct evidence *e, size_t *n)
{
	bool *used = arena_alloc(e->arena, e->n_standings + 1, sizeof *used);
	for (size_t i = 0; i < e->n_cells; i++) {
		*n += !used[e->of[i]];
		used[e->of[i]] = true;
	}
	return used;
}

/* One note on all benchmarks that go this way; with their names where others do not. */
static void note_direction(const struct evidence *e, struct notes *n, enum direction direction, enum word of_all,
                           enum word of_some)
{
	const char **names = arena_alloc(e->arena, e->n_standings + 1, sizeof *names);
	size_t count = 0, n_used = 0;
	const bool *used = used_standings(e, &n_used);
	for (size_t i = 0; i < e->n_standings; i++) {
		const struct benchmark *b = e->standings[i]->benchmark;
		bool open = b->direction == DIRECTION_UNKNOWN || b->direction_from == DIRECTION_FROM_UNIT;
		if (used[i] && b->direction == direction && open)
			names[count++] = b->brief;
	}
	if (count && count == n_used)
		say(e, n, of_all, 0);
	else if (count)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, of_some, "names",
		                     words_list(e->arena, e->language, names, count, PHRASE_NAMES), NULL));
}

/* Where the data do not declare it. */
static void note_directions(const struct evidence *e, struct notes *n)
{
	bool asked = false;
	for (size_t i = 0; i < e->n_cells; i++)
		asked |= e->standings[e->of[i]]->benchmark->direction_from == DIRECTION_FROM_CALLER;
	note_direction(e, n, DIRECTION_UNKNOWN, WORD_NOTE_DIRECTION, WORD_NOTE_DIRECTION_ON);
	note_direction(e, n, DIRECTION_LOWER, WORD_NOTE_LOWER_BY_UNIT, WORD_NOTE_LOWER_BY_UNIT_ON);
	if (asked)
		say(e, n, WORD_NOTE_DIRECTION_ASKED, 0);
}

/* ---- unlike conditions ---- */

/* Effort, tools and scaffold as the data give them; NULL if they do not. */
static const char *conditions_of(const struct evidence *e, const struct variant *v)
{
	struct strbuf b = strbuf_new(e->arena);
	const char *const parts[] = { v->own->more->effort, v->own->more->tools, v->own->more->scaffold };
	for (size_t i = 0; i < 3; i++)
		if (parts[i])
			strbuf_addf(&b, "%s%s", b.n ? e->language->list_comma : "", parts[i]);
	return b.n ? b.s : NULL;
}

/* Where some of the models ran under other conditions than the rest: each with its own, unless its name says it. */
static void note_conditions(const struct evidence *e, struct notes *n)
{
	enum { TOLD_MAX = 4 };
	struct strbuf list = strbuf_new(e->arena);
	const char *first = NULL;
	bool *seen = arena_alloc(e->arena, e->dataset->n_variants + 1, sizeof *seen), differ = false, begun = false;
	size_t told = 0;
	for (size_t i = 0; i < e->n_cells; i++) {
		const struct variant *v = e->cells[i]->variant;
		const char *conditions = e->chosen[i] ? conditions_of(e, v) : NULL;
		if (!e->chosen[i] || seen[v->index])
			continue;
		seen[v->index] = true;
		differ |= begun && (!first != !conditions || (first && conditions && !str_eq(first, conditions)));
		first = begun ? first : conditions;
		begun = true;
		const char *name = phrase_variant(e->arena, v);
		if (conditions && !strstr(name, conditions) && told++ < TOLD_MAX)
			strbuf_addf(&list, "%s%s (%s)", told > 1 ? e->language->list_semicolon : "", name, conditions);
	}
	if (!differ || !told)
		return;
	if (told > TOLD_MAX)
		strbuf_addf(&list, ";%s",
		            words_fill(e->arena, e->language, WORD_LIST_MORE, "n",
		                       number_plain(e->arena, e->language, told - TOLD_MAX), NULL));
	notes_add(n, SWATCH_NONE, words_fill(e->arena, e->language, WORD_NOTE_CONDITIONS, "list", list.s, NULL))->says =
		SAYS_QUOTED;
}

/* ---- conflicts: one note for all, each other value with its source ---- */

/* In the chart's number format, with the digits that this value was published with; nothing beside it says its
 * currency or magnitude. */
static const char *rival_value(const struct evidence *e, size_t cell, const struct measurement *m)
{
	const struct unit *unit = m->benchmark->unit;
	struct number_style style = digits_style(e->styles[e->of[cell]], digits_of(&m->value));
	if (unit->money)
		return number_with_unit(e->arena, m->value.number, style, unit);
	const char *number = number_text(e->arena, m->value.number, style);
	bool in_full = style.power || unit_larger(unit, style.magnitude);
	const char *many = number_magnitude(e->language, number, in_full ? 0 : style.magnitude);
	return *many ? arena_printf(e->arena, "%s\u00a0%s", number, many) : number;
}

static const struct selection *selection_at(const struct evidence *e, size_t cell)
{
	return standing_selection(e->arena, e->standings[e->of[cell]], e->cells[cell]);
}

enum { RIVALS_MAX = 32 }; /* of one value; more would fill the page */

/* The source line below has it whole: a title that is a sentence would take a line of its own for each value. */
static const char *brief_source(const struct evidence *e, const struct source *source)
{
	enum { RUNES_MOST = 30 };
	const char *name = source_name(e, source), *clipped = str_clipped(e->arena, name, RUNES_MOST);
	const char *space = str_eq(name, clipped) ? NULL : strrchr(clipped, ' ');
	return space ? arena_printf(e->arena, "%.*s …", (int)(space - clipped), clipped) : clipped;
}

static void conflict_of(const struct evidence *e, struct strbuf *b, size_t cell)
{
	const struct standing_row *row = e->cells[cell];
	const char *name = phrase_variant(e->arena, row->variant);
	if (e->n_standings > 1)
		name = words_fill(e->arena, e->language, WORD_NOTE_CONFLICT_ON, "name", name, "on",
		                  e->standings[e->of[cell]]->benchmark->brief, NULL);
	strbuf_addf(b, "%s: ", name);
	const struct selection *selection = selection_at(e, cell);
	for (size_t k = 0; k < selection->n_rivals && k < RIVALS_MAX; k++) {
		const struct measurement *m = selection->rivals[k];
		strbuf_addf(b, "%s%s (%s)", k ? e->language->list_comma : "", rival_value(e, cell, m),
		            brief_source(e, m->source));
	}
	if (selection->n_rivals > RIVALS_MAX)
		strbuf_addf(b, ";%s",
		            words_fill(e->arena, e->language, WORD_LIST_MORE, "n",
		                       number_plain(e->arena, e->language, selection->n_rivals - RIVALS_MAX), NULL));
}

static void note_conflicts(const struct evidence *e, struct notes *n)
{
	enum { TOLD_MAX = 4 };
	struct strbuf b = strbuf_new(e->arena);
	size_t conflicts = 0;
	for (size_t i = 0; i < e->n_cells; i++) {
		if (!e->cells[i]->disputed)
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
		                       counted_beyond(e->counted, COUNT_CONFLICTS, conflicts, TOLD_MAX), NULL));
	notes_add(n, SWATCH_NONE, words_fill(e->arena, e->language, WORD_NOTE_CONFLICT, "list", b.s, NULL))->says =
		SAYS_CONFLICT;
}

/* ---- what is not there ---- */

/* Of all that were asked for, also those that other notes name one by one: as the title counts. */
static void note_shown(const struct evidence *e, struct notes *n, enum word word, struct evidence_part part,
                       enum scene_counted left, enum scene_counted asked)
{
	if (part.shown < part.all)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, word, "n",
		                     counted_digits(e->counted, left, part.all - part.shown + part.told), "all",
		                     counted_digits(e->counted, asked, part.all + part.told), NULL));
}

/* Values of the drawn benchmarks that no model is known for. */
static size_t count_ambiguous(const struct evidence *e)
{
	bool *drawn = arena_alloc(e->arena, e->dataset->n_benchmarks + 1, sizeof *drawn);
	size_t n = 0;
	for (size_t i = 0; i < e->n_cells; i++)
		drawn[e->standings[e->of[i]]->benchmark->index] = true;
	for (size_t i = 0; i < e->dataset->n_measurements; i++)
		n += drawn[measurement_benchmark(e->dataset, i)->index] &&
		     measurement_status(e->dataset, i) == STATUS_AMBIGUOUS;
	return n;
}

static void note_absent(const struct evidence *e, struct notes *n)
{
	size_t ambiguous = count_ambiguous(e);
	const struct standing *only = e->n_standings == 1 ? e->standings[0] : NULL;
	if (only && only->n_absent)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, WORD_NOTE_NOT_REPORTED, "names",
		                     phrase_variants(e->arena, e->language, only->absent, only->n_absent), NULL))
			->says = SAYS_LEFT_OUT;
	if (ambiguous)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, WORD_NOTE_AMBIGUOUS, "n",
		                     counted_digits(e->counted, COUNT_AMBIGUOUS, ambiguous), NULL));
}

static void note_withheld(const struct evidence *e, struct notes *n)
{
	if (e->withheld)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, e->language, WORD_NOTE_WITHHELD, "n",
		                     counted_digits(e->counted, COUNT_WITHHELD, e->withheld), NULL))
			->says = SAYS_WITHHELD;
}

/* Whoever asks for a part may make anyone the first. */
static void note_selection(const struct evidence *e, struct notes *n)
{
	const struct language *l = e->language;
	if (e->selected)
		notes_add(n, SWATCH_NONE, words_get(l, WORD_NOTE_SELECTED));
	if (e->group)
		notes_add(n, SWATCH_NONE,
		          words_fill(e->arena, l,
		                     e->standings[0]->benchmark->direction == DIRECTION_UNKNOWN ? WORD_NOTE_GROUPED_SIZE
		                                                                                : WORD_NOTE_GROUPED,
		                     "by", words_get(l, group_word(e->group)), NULL));
	if (e->order != ORDER_VALUE)
		notes_add(
			n, SWATCH_NONE,
			arena_printf(e->arena, "%s.", words_sentence(e->arena, l, words_get(l, order_word(e->order)))));
}

void evidence_notes(const struct evidence *e, struct notes *n)
{
	e->counted->part = SCENE_NOTES;
	note_measured(e, n);
	note_noise(e, n);
	note_digits(e, n);
	note_who(e, n);
	note_directions(e, n);
	note_conditions(e, n);
	note_conflicts(e, n);
	note_shown(e, n, WORD_NOTE_ROWS_NOT_SHOWN, e->rows, e->lines ? COUNT_LINES_LEFT : COUNT_MODELS_LEFT,
	           e->lines ? COUNT_LINES_ASKED : COUNT_MODELS_ASKED);
	note_shown(e, n, WORD_NOTE_COLUMNS_NOT_SHOWN, e->columns, e->lines ? COUNT_LINES_LEFT : COUNT_BENCHMARKS_LEFT,
	           e->lines ? COUNT_LINES_ASKED : COUNT_BENCHMARKS_ASKED);
	note_absent(e, n);
	note_withheld(e, n);
	note_selection(e, n);
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
		const struct measurement *m = e->chosen[i];
		if (m && m->source)
			o.uses[m->source->index]++;
		const struct selection *disputed = e->cells[i]->disputed ? selection_at(e, i) : NULL;
		for (size_t k = 0; disputed && k < disputed->n_rivals; k++)
			if (disputed->rivals[k]->source)
				o.uses[disputed->rivals[k]->source->index]++;
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

/* ---- for the record ---- */

/* "S5 Labs, 8 April 2026" */
static const char *cited(const struct evidence *e, const struct source *source)
{
	const char *name = source_name(e, source);
	return source && source->date.year ? arena_printf(e->arena, "%s%s%s", name, e->language->list_comma,
	                                                  words_date(e->arena, e->language, source->date))
	                                   : name;
}

const struct scene_use *evidence_uses(const struct evidence *e, size_t *count)
{
	struct scene_use *uses = arena_alloc(e->arena, e->n_cells + 1, sizeof *uses);
	size_t n = 0;
	for (size_t i = 0; i < e->n_cells; i++) {
		const struct standing_row *row = e->cells[i];
		const struct measurement *m = e->chosen[i];
		if (m)
			uses[n++] = (struct scene_use){ .model = row->variant->model->id,
				                        .variant = row->variant->own->id,
				                        .benchmark = m->benchmark->id,
				                        .name = variant_full_name(e->arena, row->variant),
				                        .on = m->benchmark->brief,
				                        .source = m->source ? m->source->id : NULL,
				                        .cited = cited(e, m->source),
				                        .written = m->value.text,
				                        .value = row->value,
				                        .unit = m->benchmark->unit,
				                        .rank = e->ranked ? row->rank : 0,
				                        .place = row->rank,
				                        .unknown = m->measured == MEASURED_UNKNOWN,
				                        .disputed = row->disputed,
				                        .claimed = row->claimed };
	}
	*count = n;
	return uses;
}
