/* What a function asks for and gives. */
#include "facts/facts_private.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdarg.h>
#include <strings.h>

bool call_fault(struct call *call, size_t argument, const char *hint, const char *format, ...)
{
	struct evaluation *e = call->evaluation;
	va_list args;
	va_start(args, format);
	const char *message = arena_vprintf(e->arena, format, args);
	va_end(args);
	complain(e, locate_call(call, argument), hint, "%s", message);
	return false;
}

char *fact_on(struct arena *arena, const struct language *language, const struct benchmark *b)
{
	return str_ends(b->brief, " Index") && !str_starts(b->brief, "the ") && !str_starts(b->brief, "The ")
	               ? words_fill(arena, language, WORD_THE_INDEX, "name", b->brief, NULL)
	               : arena_strdup(arena, b->brief);
}

static const char *undecided_hint(enum word word)
{
	switch ((int)word) {
	case WORD_FACT_UNRANKED:
		return "place(\u2026) counts claims too";
	case WORD_FACT_OPEN:
		return "a pin of the dataset decides";
	default:
		return NULL;
	}
}

bool call_undecided(struct call *call, enum word word, const struct variant *variant, const struct benchmark *benchmark)
{
	struct evaluation *e = call->evaluation;
	const struct language *languages[] = { &language_english, e->facts->language };
	const char *said[2];
	const char *name = variant ? variant_full_name(e->arena, variant) : "";
	for (size_t i = 0; i < 2; i++)
		said[i] = words_fill(e->arena, languages[i], word, "name", name, "on",
		                     benchmark ? fact_on(e->arena, languages[i], benchmark) : "", NULL);
	call_fault(call, 0, undecided_hint(word), "%s", said[0]);
	e->fault.why = said[1];
	return false;
}

struct sharing { /* names of the data that share a word with what was asked for: the first three */
	const char *asked;
	struct strbuf named;
	size_t n;
};

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The length of the word at s; 0 at anything else. */
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
	for (const char *at = s->asked; *at && s->n < 3; at += n ? n : 1) {
		n = word_at(at);
		if (n < 2 || (!has_word(id, at, n) && !has_word(name, at, n)))
			continue;
		strbuf_addf(&s->named, "%s\"%s\"", s->n++ ? ", " : "like it are ", id);
		return;
	}
}

/* Where nothing is spelt nearly so: the names that share a word with it. */
static const char *sharing_hint(struct call *call, const char *asked, bool models, const char *otherwise)
{
	struct arena *arena = call->evaluation->arena;
	const struct dataset *d = call->evaluation->facts->dataset;
	struct sharing s = { asked, strbuf_new(arena), 0 };
	if (!otherwise || !str_starts(otherwise, "declare it"))
		return otherwise;
	for (size_t i = 0; models && i < d->n_models; i++)
		offer_sharing(&s, d->models[i]->id, d->models[i]->name);
	for (size_t i = 0; !models && i < d->n_benchmarks; i++)
		offer_sharing(&s, d->benchmarks[i]->id, d->benchmarks[i]->name);
	return s.n ? s.named.s : otherwise;
}

/* Passes on what a search in the dataset complains of. */
static bool pass_on(struct call *call, size_t argument, const struct diags *diags, bool models)
{
	const struct diag *diag = diags_at(diags, 0);
	const char *asked = call->arguments[argument - 1].text;
	return call_fault(call, argument, sharing_hint(call, asked, models, diag->hint), "%s", diag->message);
}

bool call_variant(struct call *call, size_t argument, const struct variant **variant)
{
	struct diags *diags = diags_new(call->evaluation->arena);
	const char *name = call->arguments[argument - 1].text;
	*variant = dataset_variant(call->evaluation->facts->dataset, name, (struct place){ 0 }, diags);
	return *variant ? true : pass_on(call, argument, diags, true);
}

bool call_benchmark(struct call *call, size_t argument, const struct benchmark **benchmark)
{
	struct diags *diags = diags_new(call->evaluation->arena);
	const char *name = call->arguments[argument - 1].text;
	*benchmark = dataset_benchmark(call->evaluation->facts->dataset, name, (struct place){ 0 }, diags);
	return *benchmark ? true : pass_on(call, argument, diags, false);
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
		return call_undecided(call, WORD_TITLE_NO_VALUE, variant, benchmark);
	call_use(call, column, variant);
	return true;
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
		return call_undecided(call, WORD_FACT_NOBODY, NULL, benchmark);
	return true;
}

void call_step(struct call *call, const char *words)
{
	struct evaluation *e = call->evaluation;
	for (size_t i = 0; i < e->n_steps; i++)
		if (str_eq(e->steps[i].words, words))
			return;
	e->steps = arena_grow(e->arena, e->steps, &e->steps_room, e->n_steps, sizeof *e->steps);
	e->steps[e->n_steps++] = (struct fact_step){ words };
}

static void keep(struct evaluation *e, struct record record)
{
	e->records = arena_grow(e->arena, e->records, &e->records_room, e->n_records, sizeof *e->records);
	e->records[e->n_records++] = record;
}

bool call_give_number(struct call *call, double number, const char *printed, const char *bare, int level)
{
	call->result = (struct item){ .kind = ITEM_NUMBER, .number = number };
	keep(call->evaluation, (struct record){ .item = call->result,
	                                        .printed = printed,
	                                        .bare = bare ? bare : printed,
	                                        .level = level > 0 ? level : 0 });
	return true;
}

bool call_give_text(struct call *call, const char *text, const char *printed)
{
	call->result = (struct item){ .kind = ITEM_TEXT, .text = text };
	keep(call->evaluation,
	     (struct record){ .item = call->result, .printed = printed, .bare = printed, .role = RECORD_SETTLED });
	return true;
}

void call_has_unit(struct call *call, const struct unit *unit, int magnitude)
{
	struct record *last = &call->evaluation->records[call->evaluation->n_records - 1];
	last->role = RECORD_UNIT;
	last->unit = unit;
	last->magnitude = magnitude;
}
