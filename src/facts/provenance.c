#include "facts/provenance.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/series.h"
#include "facts/print.h"
#include "words/number.h"

#include <math.h>

struct cell { /* a model on a benchmark */
	const struct variant *variant;
	const struct benchmark *benchmark;
	const struct selection *selection;
};

static char *on(const struct call *call, const struct benchmark *benchmark)
{
	return words_object(call_arena(call), call_language(call), benchmark->brief);
}

static const char *publisher_of(const struct call *call, const struct source *source)
{
	return !source             ? words_get(call_language(call), WORD_SOURCE_UNNAMED)
	       : source->publisher ? source->publisher
	                           : source->title;
}

/* "Muse Spark on GPQA Diamond: …" */
static void step(struct call *call, const struct cell *cell, const char *value)
{
	evaluation_step(call->evaluation, words_fill(call_arena(call), call_language(call), WORD_FACT_VALUE, "name",
	                                             variant_full_name(call_arena(call), cell->variant), "on",
	                                             on(call, cell->benchmark), "value", value, NULL));
}

/* The cell of the first two arguments; decided: one of its values counts. False after a fault. */
static bool ask(struct call *call, bool decided, struct cell *cell)
{
	const struct measurement *chosen;
	*cell = (struct cell){ 0 };
	return call_variant(call, 1, &cell->variant) && call_benchmark(call, 2, &cell->benchmark) &&
	       (!decided || call_value(call, cell->variant, cell->benchmark, &chosen)) &&
	       call_selection(call, cell->variant, cell->benchmark, &cell->selection);
}

/* ---- who measured ---- */

static const char *words_of(const struct call *call, enum measured measured)
{
	static const enum word words[] = { [MEASURED_UNKNOWN] = WORD_MEASURED_UNKNOWN,
		                           [MEASURED_FIRST_PARTY] = WORD_MEASURED_FIRST_PARTY,
		                           [MEASURED_THIRD_PARTY] = WORD_MEASURED_THIRD_PARTY };
	return words_get(call_language(call), words[measured]);
}

bool provenance_measured(struct call *call)
{
	static const char *const choices[] = { "first-party", "third-party", "unknown", NULL };
	struct cell cell;
	if (!ask(call, true, &cell))
		return false;
	enum measured measured = cell.selection->chosen->measured;
	const char *printed = words_of(call, measured);
	step(call, &cell, printed);
	return call_give_choice(call, choices, measured_word(measured), printed);
}

/* A third party measured the value that counts, and nobody says that the maker did. */
static bool is_independent(const struct selection *s)
{
	return s->chosen && s->chosen->measured == MEASURED_THIRD_PARTY && !selection_measured(s, MEASURED_FIRST_PARTY);
}

static bool independent_on(struct call *call)
{
	const struct benchmark *benchmark;
	const struct standing *standing;
	struct column *column;
	size_t independent = 0;
	if (!call_benchmark(call, 1, &benchmark) || !call_standing(call, benchmark, &column, &standing))
		return false;
	struct arena *arena = call_arena(call);
	for (size_t i = 0; i < standing->n_present; i++) {
		column_use(call->evaluation, column, standing->rows[i].variant);
		independent += is_independent(column_selection(column, standing->rows[i].variant));
	}
	evaluation_step(call->evaluation, words_fill(arena, call_language(call), WORD_FACT_INDEPENDENT, "n",
	                                             number_plain(arena, call_language(call), independent), "all",
	                                             number_plain(arena, call_language(call), standing->n_present),
	                                             "on", on(call, benchmark), NULL));
	return call_give_truth(call, independent == standing->n_present);
}

bool provenance_independent(struct call *call)
{
	struct cell cell;
	if (call->n_arguments == 1)
		return independent_on(call);
	return provenance_measured(call) && ask(call, true, &cell) &&
	       call_give_truth(call, is_independent(cell.selection));
}

/* "42.8% (The News: first-party), 42.8% (The lab: third-party)" */
static void step_measured(struct call *call, const struct cell *cell)
{
	struct arena *arena = call_arena(call);
	const struct selection *s = cell->selection;
	const char **all = arena_alloc(arena, s->n_all, sizeof *all);
	size_t n = 0;
	for (size_t i = 0; i < s->n_all; i++)
		if (s->all[i]->value.text)
			all[n++] = arena_printf(
				arena, "%s (%s: %s)", print_value(arena, call_language(call), s->all[i]),
				publisher_of(call, s->all[i]->source), words_of(call, s->all[i]->measured));
	step(call, cell, words_list(arena, call_language(call), all, n, n));
}

bool provenance_checked(struct call *call)
{
	struct cell cell;
	if (!ask(call, false, &cell))
		return false;
	if (cell.selection->chosen)
		column_use(call->evaluation, column_of(call->evaluation->facts, cell.benchmark), cell.variant);
	step_measured(call, &cell);
	return call_give_truth(call, selection_measured(cell.selection, MEASURED_THIRD_PARTY) > 0);
}

/* ---- who disagrees ---- */

static const char *said(const struct call *call, const struct measurement *m)
{
	return arena_printf(call_arena(call), "%s (%s)", print_value(call_arena(call), call_language(call), m),
	                    publisher_of(call, m->source));
}

/* The value that counts, if one does, then those that disagree with it. */
static void step_rivals(struct call *call, const struct cell *cell)
{
	struct evaluation *e = call->evaluation;
	const struct selection *s = cell->selection;
	const char **all = arena_alloc(call_arena(call), s->n_rivals + 1, sizeof *all);
	size_t n = 0;
	if (s->chosen)
		column_use(e, column_of(e->facts, cell->benchmark), cell->variant);
	if (s->chosen)
		all[n++] = said(call, s->chosen);
	for (size_t i = 0; i < s->n_rivals; i++) {
		column_use_published(e, s->rivals[i]);
		all[n++] = said(call, s->rivals[i]);
	}
	step(call, cell, words_list(call_arena(call), call_language(call), all, n, n));
}

static bool disputed_on(struct call *call)
{
	struct cell cell = { 0 };
	size_t disputed = 0, present = 0;
	if (!call_benchmark(call, 1, &cell.benchmark))
		return false;
	const struct selections *all = &column_of(call->evaluation->facts, cell.benchmark)->selections;
	for (size_t i = 0; i < all->count; i++) {
		cell.selection = all->items[i];
		cell.variant = cell.selection->variant;
		present += cell.selection->reason != SELECTED_NONE;
		disputed += cell.selection->n_rivals > 0;
		if (cell.selection->n_rivals)
			step_rivals(call, &cell);
	}
	if (!present)
		return call_nobody(call, cell.benchmark);
	return call_give_truth(call, disputed > 0);
}

bool provenance_disputed(struct call *call)
{
	struct cell cell;
	if (call->n_arguments == 1)
		return disputed_on(call);
	if (!ask(call, false, &cell))
		return false;
	step_rivals(call, &cell);
	return call_give_truth(call, cell.selection->n_rivals > 0);
}

/* ---- what each source says ---- */

/* The latest value of a source, or NULL. */
static const struct measurement *latest_of(const struct call *call, const struct cell *cell,
                                           const struct source *source)
{
	struct series_list list = series_of(call_arena(call), cell->selection->all, cell->selection->n_all);
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].source == source)
			return series_latest(&list.items[i]);
	return NULL;
}

static bool published_by(struct call *call, const struct cell *cell)
{
	const struct source *source;
	if (!call_source(call, 3, &source))
		return false;
	const struct measurement *m = latest_of(call, cell, source);
	if (!m)
		return call_undecided(call, WORD_FACT_NOT_PUBLISHED, cell->variant, cell->benchmark);
	column_use_published(call->evaluation, m);
	step(call, cell, said(call, m));
	return call_give_value(call, m);
}

/* The value that counts first, and of those that agree only the first. */
static bool published_by_all(struct call *call, const struct cell *cell)
{
	const struct selection *s = cell->selection;
	struct arena *arena = call_arena(call);
	const char **all = arena_alloc(arena, s->n_rivals + 1, sizeof *all);
	size_t n = 0;
	if (s->chosen)
		all[n++] = print_value(arena, call_language(call), s->chosen);
	for (size_t i = 0; i < s->n_rivals; i++) {
		const char *printed = print_value(arena, call_language(call), s->rivals[i]);
		size_t k = 0;
		while (k < n && !str_eq(all[k], printed))
			k++;
		all[k] = printed;
		n += k == n;
	}
	const char *list = words_list(arena, call_language(call), all, n, n);
	step_rivals(call, cell);
	return call_give_text(call, list, list);
}

bool provenance_published(struct call *call)
{
	struct cell cell;
	return ask(call, false, &cell) && (call->n_arguments > 2 ? published_by : published_by_all)(call, &cell);
}

bool provenance_sources(struct call *call)
{
	struct cell cell;
	if (!ask(call, false, &cell))
		return false;
	if (cell.selection->chosen)
		column_use(call->evaluation, column_of(call->evaluation->facts, cell.benchmark), cell.variant);
	struct series_list list = series_of(call_arena(call), cell.selection->all, cell.selection->n_all);
	const void **things = arena_alloc(call_arena(call), list.count, sizeof *things);
	const char **ids = arena_alloc(call_arena(call), list.count, sizeof *ids);
	const char **names = arena_alloc(call_arena(call), list.count, sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < list.count; i++) {
		const struct source *source = list.items[i].source;
		if (!source)
			continue;
		things[n] = source;
		ids[n] = source->id;
		names[n++] = publisher_of(call, source);
	}
	if (!n)
		return call_undecided(call, WORD_FACT_NO_SOURCE, cell.variant, cell.benchmark);
	call_give_list(call, NAME_SOURCE, things, n, ids, names);
	step(call, &cell, call->result.printed);
	return true;
}

/* ---- how sure, how fine ---- */

/* Of an end of the interval. */
static struct number_style style_of(const struct call *call, const struct measurement *m, double bound)
{
	int magnitude = m->value.magnitude;
	struct digits digits = digits_at(bound, print_interval_decimals(m) - magnitude);
	return digits_style(number_style_of(call_language(call), m->benchmark->unit, 0, magnitude, m->high), digits);
}

static bool give_interval(struct call *call, const struct cell *cell, const struct measurement *m)
{
	struct arena *arena = call_arena(call);
	const struct unit *unit = m->benchmark->unit;
	const char *printed = words_fill(arena, call_language(call), WORD_INTERVAL, "low",
	                                 number_with_sign(arena, m->low, style_of(call, m, m->low), unit), "high",
	                                 number_with_unit(arena, m->high, style_of(call, m, m->high), unit), NULL);
	step(call, cell, printed);
	return call_give_text(call, printed, printed);
}

static bool give_bound(struct call *call, const struct measurement *m, double bound)
{
	struct arena *arena = call_arena(call);
	struct number_style style = style_of(call, m, bound);
	int level = style.decimals - (style.power ? style.power : style.magnitude);
	return call_give_measured(call, decimal_of(number_meant(bound, style), level), m->benchmark->unit,
	                          m->value.magnitude, number_with_unit(arena, bound, style, m->benchmark->unit),
	                          number_text(arena, bound, style));
}

bool provenance_interval(struct call *call)
{
	static const char *const ends[] = { "low", "high", "level" };
	struct cell cell;
	if (!ask(call, true, &cell))
		return false;
	const struct measurement *m = cell.selection->chosen;
	if (!m->has_interval)
		return call_undecided(call, WORD_FACT_NO_INTERVAL, cell.variant, cell.benchmark);
	give_interval(call, &cell, m);
	if (call->n_arguments < 3)
		return true;
	const char *end = call->arguments[2].text;
	if (str_eq(end, ends[0]) || str_eq(end, ends[1]))
		return give_bound(call, m, str_eq(end, ends[0]) ? m->low : m->high);
	if (!str_eq(end, ends[2]))
		return call_fault(call, 3, "it has a \"low\" and a \"high\" end, and a \"level\"",
		                  "an interval has no \"%s\"", end);
	struct decimal level = decimal_guess(m->level);
	int places = decimal_places_shown(level, 0);
	return call_give_measured(
		call, level, &unit_percent, 0,
		number_with_sign(call_arena(call), m->level,
	                         number_style_of(call_language(call), &unit_percent, places, 0, m->level),
	                         &unit_percent),
		print_number(call_arena(call), call_language(call), m->level, places));
}

static bool give_digits(struct call *call, int digits)
{
	return call_give_number(call, decimal_of(digits, 0),
	                        print_number(call_arena(call), call_language(call), digits, 0), 0);
}

/* The most of any value that was published, whether it counts or not. */
static bool digits_on(struct call *call)
{
	const struct benchmark *benchmark;
	const struct standing *standing;
	struct column *column;
	int most = 0;
	if (!call_benchmark(call, 1, &benchmark) || !call_standing(call, benchmark, &column, &standing))
		return false;
	for (size_t i = 0; i < standing->n_present; i++) {
		const struct selection *s = column_selection(column, standing->rows[i].variant);
		column_use(call->evaluation, column, s->variant);
		for (size_t k = 0; k < s->n_all; k++)
			if (s->all[k]->value.text && s->all[k]->value.decimals > most)
				most = s->all[k]->value.decimals;
	}
	return give_digits(call, most);
}

bool provenance_digits(struct call *call)
{
	struct cell cell;
	if (call->n_arguments == 1)
		return digits_on(call);
	if (!ask(call, true, &cell))
		return false;
	const struct measurement *m = cell.selection->chosen;
	step(call, &cell, print_value(call_arena(call), call_language(call), m));
	return give_digits(call, m->value.decimals);
}

/* ---- who is there, and who is not ---- */

struct field { /* models on their way into a list */
	const void **things;
	const char **ids, **names;
	size_t count;
};

static void enter(const struct call *call, struct field *field, const struct variant *variant)
{
	field->things[field->count] = variant;
	field->ids[field->count] = variant_ref(call_arena(call), variant);
	field->names[field->count++] = variant_full_name(call_arena(call), variant);
}

static bool give_field(struct call *call, enum word word, const struct benchmark *benchmark, const struct field *field)
{
	call_give_list(call, NAME_VARIANT, field->things, field->count, field->ids, field->names);
	evaluation_step(call->evaluation, words_fill(call_arena(call), call_language(call), word, "on",
	                                             on(call, benchmark), "list", call->result.printed, NULL));
	return true;
}

static struct field field_for(const struct call *call, size_t most)
{
	struct arena *arena = call_arena(call);
	struct field field = { .things = arena_alloc(arena, most, sizeof *field.things) };
	field.ids = arena_alloc(arena, most, sizeof *field.ids);
	field.names = arena_alloc(arena, most, sizeof *field.names);
	return field;
}

bool provenance_rivals(struct call *call)
{
	const struct benchmark *benchmark;
	const struct variant *but = NULL;
	const struct standing *standing;
	struct column *column;
	if (!call_benchmark(call, 1, &benchmark) || (call->n_arguments > 1 && !call_variant(call, 2, &but)) ||
	    !call_standing(call, benchmark, &column, &standing))
		return false;
	struct field field = field_for(call, standing->n_present);
	for (size_t i = 0; i < standing->n_present; i++) {
		if (standing->rows[i].variant == but)
			continue;
		column_use(call->evaluation, column, standing->rows[i].variant);
		enter(call, &field, standing->rows[i].variant);
	}
	return give_field(call, WORD_FACT_WITH_VALUE, benchmark, &field);
}

bool provenance_missing(struct call *call)
{
	const struct benchmark *benchmark;
	if (!call_benchmark(call, 1, &benchmark))
		return false;
	struct column *column = column_of(call->evaluation->facts, benchmark);
	const struct standing *standing = column_standing(call->evaluation->facts, column);
	for (size_t i = 0; !standing && i < column->selections.count; i++)
		if (column->selections.items[i]->reason == SELECTED_OPEN)
			return call_undecided(call, WORD_FACT_OPEN, column->selections.items[i]->variant, benchmark);
	struct field field = field_for(call, standing->count + standing->n_absent);
	for (size_t i = standing->n_present; i < standing->count; i++)
		enter(call, &field, standing->rows[i].variant);
	for (size_t i = 0; i < standing->n_absent; i++)
		enter(call, &field, standing->absent[i]);
	return give_field(call, WORD_FACT_WITHOUT_VALUE, benchmark, &field);
}
