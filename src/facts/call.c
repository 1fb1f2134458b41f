#include "facts/call.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/narrow.h"
#include "data/quantity.h"
#include "facts/print.h"

#include <stdarg.h>
#include <string.h>
#include <strings.h>

enum { SHARING_MOST = 3 };

/* The byte of the expression at which an argument starts; 0: the call itself. */
static size_t offset_of(const struct call *call, size_t argument)
{
	return script_offset(call->script, script_argument(call->script, call->word, argument));
}

bool call_fault(struct call *call, size_t argument, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	evaluation_vfault(call->evaluation, offset_of(call, argument), hint, format, args);
	va_end(args);
	return false;
}

bool call_pass_on(struct call *call, size_t argument, const char *hint, const struct diags *diags)
{
	return evaluation_pass_on(call->evaluation, offset_of(call, argument), hint, diags_at(diags, 0));
}

static const char *undecided_hint(struct arena *arena, enum word word, const struct benchmark *benchmark)
{
	switch ((int)word) {
	case WORD_FACT_NO_DIRECTION:
		return benchmark ? arena_printf(arena, "write better: higher or lower for %s in the data",
		                                benchmark->name)
		                 : NULL;
	case WORD_FACT_UNRANKED:
		return "place(\u2026) counts claims too";
	case WORD_FACT_OPEN:
		return "a pin in the dataset decides";
	default:
		return NULL;
	}
}

/* on: a benchmark or what else is spoken of. */
static bool undecided(struct call *call, enum word word, const char *name, const char *on,
                      const struct benchmark *benchmark)
{
	const struct language *languages[] = { &language_english, call_language(call) };
	const char *said[2];
	for (size_t i = 0; i < 2; i++)
		said[i] = words_fill(call_arena(call), languages[i], word, "name", name, "on",
		                     benchmark ? words_object(call_arena(call), languages[i], on) : on, NULL);
	call_fault(call, 0, undecided_hint(call_arena(call), word, benchmark), "%s", said[0]);
	call->evaluation->fault.kind = words_get(languages[0], word);
	call->evaluation->fault.why = said[1];
	return false;
}

bool call_undecided(struct call *call, enum word word, const struct variant *variant, const struct benchmark *benchmark)
{
	return undecided(call, word, variant ? variant_full_name(call_arena(call), variant) : "",
	                 benchmark ? benchmark->brief : "", benchmark);
}

bool call_undecided_on(struct call *call, enum word word, const struct source *source)
{
	return undecided(call, word, "", source->title, NULL);
}

/* ---- names ---- */

struct sharing { /* names of the data that share a word with what was asked for */
	const char *asked;
	struct strbuf named;
	size_t n;
};

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The length of the word at s; 0 if none starts there. */
static size_t word_at(const char *s)
{
	size_t n = 0;
	while (is_word_byte(s[n]))
		n++;
	return n;
}

static bool has_word(const char *text, const char *word, size_t length)
{
	for (size_t n; *text; text += n ? n : 1) {
		n = word_at(text);
		if (n == length && strncasecmp(text, word, n) == 0)
			return true;
	}
	return false;
}

static void offer_sharing(struct sharing *s, const char *id, const char *name)
{
	size_t n;
	for (const char *at = s->asked; *at && s->n < SHARING_MOST; at += n ? n : 1) {
		n = word_at(at);
		if (n < 2 || (!has_word(id, at, n) && !has_word(name, at, n)))
			continue;
		strbuf_addf(&s->named, "%s\"%s\"", s->n++ ? ", " : "like it are ", id);
		return;
	}
}

/* True if a name is spelt nearly like what was asked for. */
static bool is_near(const struct dataset *d, const char *asked, bool models)
{
	struct nearest nearest = nearest_to(asked);
	for (size_t i = 0; models && i < d->n_models; i++)
		nearest_offer_thing(&nearest, dataset_model_at(d, i)->id, dataset_model_at(d, i)->name,
		                    dataset_model_at(d, i)->own->more->aliases);
	for (size_t i = 0; !models && i < d->n_benchmarks; i++)
		nearest_offer_thing(&nearest, d->benchmarks[i]->id, d->benchmarks[i]->name, d->benchmarks[i]->aliases);
	return nearest.count > 0;
}

/* Where nothing is spelt nearly so: the names that share a word with it. NULL if there are none. */
static const char *sharing_hint(struct call *call, const char *asked, bool models)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	struct sharing s = { asked, strbuf_new(call_arena(call)), 0 };
	if (is_near(d, asked, models))
		return NULL;
	for (size_t i = 0; models && i < d->n_models; i++)
		offer_sharing(&s, dataset_model_at(d, i)->id, dataset_model_at(d, i)->name);
	for (size_t i = 0; !models && i < d->n_benchmarks; i++)
		offer_sharing(&s, d->benchmarks[i]->id, d->benchmarks[i]->name);
	return s.n ? s.named.s : NULL;
}

bool call_variant(struct call *call, size_t argument, const struct variant **variant)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const struct place nowhere = { 0 };
	struct diags *diags = diags_new(call_arena(call));
	const char *name = call->arguments[argument - 1].text;
	*variant = dataset_variant(d, name, nowhere, diags);
	if (*variant) {
		evaluation_subject(call->evaluation, *variant);
		return true;
	}
	const char *model = arena_strndup(call_arena(call), name, strcspn(name, "@"));
	bool known = dataset_model(d, model, nowhere, NULL) != NULL;
	return call_pass_on(call, argument, known ? NULL : sharing_hint(call, model, true), diags);
}

bool call_benchmark(struct call *call, size_t argument, const struct benchmark **benchmark)
{
	struct diags *diags = diags_new(call_arena(call));
	const char *name = call->arguments[argument - 1].text;
	*benchmark = dataset_benchmark(call->evaluation->facts->dataset, name, (struct place){ 0 }, diags);
	return *benchmark ? true : call_pass_on(call, argument, sharing_hint(call, name, false), diags);
}

bool call_claim(struct call *call, size_t argument, const struct claim **claim)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	const char *id = call->arguments[argument - 1].text;
	for (size_t i = 0; i < d->n_claims; i++) {
		*claim = d->claims[i];
		if (str_eq((*claim)->id, id))
			return true;
	}
	struct nearest nearest = nearest_to(id);
	for (size_t i = 0; i < d->n_claims; i++)
		nearest_offer(&nearest, d->claims[i]->id);
	return call_fault(call, argument, nearest_hint(call_arena(call), &nearest, NULL), "no claim is called \"%s\"",
	                  id);
}

bool call_source(struct call *call, size_t argument, const struct source **source)
{
	struct diags *diags = diags_new(call_arena(call));
	*source = dataset_source(call->evaluation->facts->dataset, call->arguments[argument - 1].text,
	                         (struct place){ 0 }, diags);
	return *source || call_pass_on(call, argument, NULL, diags);
}

/* ---- values ---- */

/* Why it has no value there. */
static bool no_value(struct call *call, const struct variant *variant, const struct benchmark *benchmark)
{
	const struct dataset *d = call->evaluation->facts->dataset;
	bool asked = dataset_has_variant(d, variant) && dataset_has_benchmark(d, benchmark);
	return call_undecided(call, asked ? WORD_TITLE_NO_VALUE : WORD_FACT_NOT_SELECTED, variant, benchmark);
}

bool call_nobody(struct call *call, const struct benchmark *benchmark)
{
	return call_undecided(call,
	                      call->evaluation->facts->dataset->part ? WORD_FACT_NOBODY_SELECTED : WORD_FACT_NOBODY,
	                      NULL, benchmark);
}

bool call_value(struct call *call, const struct variant *variant, const struct benchmark *benchmark,
                const struct measurement **chosen)
{
	const struct column *column = column_of(call->evaluation->facts, benchmark);
	const struct selection *selection = column_selection(column, variant);
	*chosen = selection ? selection->chosen : NULL;
	if (selection && selection->reason == SELECTED_OPEN)
		return call_undecided(call, WORD_FACT_OPEN, variant, benchmark);
	if (!*chosen)
		return no_value(call, variant, benchmark);
	column_use(call->evaluation, column, variant);
	return true;
}

bool call_selection(struct call *call, const struct variant *variant, const struct benchmark *benchmark,
                    const struct selection **selection)
{
	const struct column *column = column_of(call->evaluation->facts, benchmark);
	*selection = column_selection(column, variant);
	if (!*selection || (*selection)->reason == SELECTED_NONE)
		return no_value(call, variant, benchmark);
	return true;
}

bool call_directed(struct call *call, const struct benchmark *benchmark)
{
	return benchmark->direction != DIRECTION_UNKNOWN ||
	       call_undecided(call, WORD_FACT_NO_DIRECTION, NULL, benchmark);
}

bool call_standing(struct call *call, const struct benchmark *benchmark, struct column **column,
                   const struct standing **standing)
{
	struct facts *facts = call->evaluation->facts;
	*column = column_of(facts, benchmark);
	*standing = column_standing(facts, *column);
	for (size_t i = 0; !*standing && i < (*column)->selections.count; i++)
		if ((*column)->selections.items[i]->reason == SELECTED_OPEN)
			return call_undecided(call, WORD_FACT_OPEN, (*column)->selections.items[i]->variant, benchmark);
	if (!*standing || !(*standing)->n_present)
		return call_nobody(call, benchmark);
	return true;
}

bool call_ranking(struct call *call, const struct benchmark *benchmark, struct column **column,
                  const struct standing **standing)
{
	return call_standing(call, benchmark, column, standing) && call_directed(call, benchmark);
}

/* ---- results ---- */

static int at_least_none(int places)
{
	return places > 0 ? places : 0;
}

bool call_give_number(struct call *call, struct decimal number, const char *printed, int places)
{
	call->result = (struct term){ .kind = TERM_NUMBER,
		                      .number = number,
		                      .finest = at_least_none(places),
		                      .measure = MEASURE_NONE,
		                      .printed = printed,
		                      .bare = printed };
	return true;
}

bool call_give_measured(struct call *call, struct decimal number, const struct unit *unit, int magnitude,
                        const char *printed, const char *bare)
{
	call->result = (struct term){ .kind = TERM_NUMBER,
		                      .number = number,
		                      .finest = number.exact ? at_least_none(number.places) : 0,
		                      .measure = MEASURE_UNIT,
		                      .unit = unit,
		                      .magnitude = magnitude,
		                      .printed = printed,
		                      .bare = bare };
	return true;
}

bool call_give_quantity(struct call *call, const struct quantity *q, const struct unit *unit)
{
	return call_give_measured(call, decimal_of(q->number, quantity_level(*q)), unit, q->magnitude,
	                          print_quantity(call_arena(call), call_language(call), q, unit),
	                          print_bare(call_arena(call), call_language(call), q));
}

bool call_give_value(struct call *call, const struct measurement *m)
{
	return call_give_quantity(call, &m->value, m->benchmark->unit);
}

bool call_give_text(struct call *call, const char *text, const char *printed)
{
	call->result = (struct term){ .kind = TERM_TEXT, .text = text, .printed = printed, .bare = printed };
	return true;
}

bool call_give_truth(struct call *call, bool truth)
{
	call->result = (struct term){ .kind = TERM_TRUTH, .truth = truth };
	return true;
}

bool call_give_choice(struct call *call, const char *const *choices, const char *text, const char *printed)
{
	call_give_text(call, text, printed);
	call->result.choices = choices;
	return true;
}

bool call_give_date(struct call *call, struct date date)
{
	call_give_text(call, date_iso(call_arena(call), date), words_date(call_arena(call), call_language(call), date));
	call->result.date = true;
	return true;
}

static bool give_things(struct call *call, struct term_things things, const char *text, const char *printed)
{
	struct term_things *kept = arena_alloc(call_arena(call), 1, sizeof *kept);
	*kept = things;
	call_give_text(call, text, printed);
	call->result.things = kept;
	return true;
}

bool call_give_thing(struct call *call, enum name_kind kind, const void *thing, const char *id, const char *name)
{
	const void **kept = arena_alloc(call_arena(call), 1, sizeof *kept);
	*kept = thing;
	return give_things(call, (struct term_things){ kind, kept, 1, false }, id, name);
}

bool call_give_list(struct call *call, enum name_kind kind, const void *const *things, size_t count,
                    const char *const *ids, const char *const *names)
{
	struct strbuf text = strbuf_new(call_arena(call));
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&text, "%s%s", i ? ", " : "", ids[i]);
	const char *printed = count ? words_list(call_arena(call), call_language(call), names, count, count)
	                            : words_get(call_language(call), WORD_NONE);
	return give_things(call, (struct term_things){ kind, things, count, true }, text.s, printed);
}

bool call_keep_typed(struct call *call)
{
	call->result.typed = call->arguments[0].typed;
	return true;
}
