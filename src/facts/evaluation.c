#include "facts/evaluation.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

enum { NUMBERS_MOST = 128 };

bool evaluation_vfault(struct evaluation *e, size_t offset, const char *hint, const char *format, va_list args)
{
	if (!e->faulted)
		e->fault = (struct fact_fault){
			.message = arena_vprintf(e->arena, format, args), .hint = hint, .kind = format, .offset = offset
		};
	e->faulted = true;
	return false;
}

bool evaluation_fault(struct evaluation *e, size_t offset, const char *hint, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	evaluation_vfault(e, offset, hint, format, args);
	va_end(args);
	return false;
}

bool evaluation_pass_on(struct evaluation *e, size_t offset, const char *hint, const struct diag *diag)
{
	if (!e->faulted)
		e->fault = (struct fact_fault){
			.message = diag->message, .hint = hint ? hint : diag->hint, .kind = diag->kind, .offset = offset
		};
	e->faulted = true;
	return false;
}

void evaluation_step(struct evaluation *e, const char *words)
{
	for (size_t i = 0; i < e->n_steps; i++)
		if (str_eq(e->steps[i].words, words))
			return;
	e->steps = arena_grow(e->arena, e->steps, &e->steps_room, e->n_steps, sizeof *e->steps);
	e->steps[e->n_steps++] = (struct fact_step){ words };
}

void evaluation_convention(struct evaluation *e, const struct convention *convention)
{
	for (size_t i = 0; i < e->n_conventions; i++)
		if (e->conventions[i] == convention)
			return;
	e->conventions =
		arena_grow(e->arena, e->conventions, &e->conventions_room, e->n_conventions, sizeof *e->conventions);
	e->conventions[e->n_conventions++] = convention;
}

void evaluation_claim(struct evaluation *e, const char *text, bool holds, struct margin margin, size_t condition)
{
	e->claims = arena_grow(e->arena, e->claims, &e->claims_room, e->n_claims, sizeof *e->claims);
	e->claims[e->n_claims++] = (struct fact_claim){ text, holds, margin, condition };
}

void evaluation_quote(struct evaluation *e, enum fact_quote_kind kind, const char *text, const struct source *source)
{
	e->quotes = arena_grow(e->arena, e->quotes, &e->quotes_room, e->n_quotes, sizeof *e->quotes);
	e->quotes[e->n_quotes++] = (struct fact_quote){ kind, text, source };
}

void evaluation_subject(struct evaluation *e, const struct variant *variant)
{
	for (size_t i = 0; i < e->n_subjects; i++)
		if (e->subjects[i] == variant)
			return;
	e->subjects = arena_grow(e->arena, e->subjects, &e->subjects_room, e->n_subjects, sizeof(*e->subjects));
	e->subjects[e->n_subjects++] = variant;
}

void evaluation_number(struct evaluation *e, double number)
{
	if (e->n_numbers == NUMBERS_MOST)
		return;
	e->numbers = arena_grow(e->arena, e->numbers, &e->numbers_room, e->n_numbers, sizeof *e->numbers);
	e->numbers[e->n_numbers++] = number;
}

/* ---- what stays ---- */

static const char *kept(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static void *kept_items(struct arena *arena, const void *items, size_t count, size_t size)
{
	void *copy = arena_alloc(arena, count, size);
	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

static struct margin kept_margin(struct arena *arena, struct margin margin)
{
	margin.printed = kept(arena, margin.printed);
	margin.of = kept(arena, margin.of);
	return margin;
}

struct fact evaluation_keep(struct arena *arena, const struct fact *fact)
{
	struct fact f = *fact;
	struct fact_use *uses = kept_items(arena, f.uses, f.n_uses, sizeof *uses);
	struct fact_step *steps = kept_items(arena, f.steps, f.n_steps, sizeof *steps);
	struct fact_claim *claims = kept_items(arena, f.claims, f.n_claims, sizeof *claims);
	struct fact_quote *quotes = kept_items(arena, f.quotes, f.n_quotes, sizeof *quotes);
	for (size_t i = 0; i < f.n_uses; i++)
		uses[i].printed = kept(arena, uses[i].printed);
	for (size_t i = 0; i < f.n_steps; i++)
		steps[i].words = kept(arena, steps[i].words);
	for (size_t i = 0; i < f.n_claims; i++) {
		claims[i].text = kept(arena, claims[i].text);
		claims[i].margin = kept_margin(arena, claims[i].margin);
	}
	for (size_t i = 0; i < f.n_quotes; i++)
		quotes[i].text = kept(arena, quotes[i].text);
	f.text = kept(arena, f.text);
	f.printed = kept(arena, f.printed);
	f.margin = kept_margin(arena, f.margin);
	f.uses = uses;
	f.subjects = kept_items(arena, f.subjects, f.n_subjects, sizeof(*f.subjects));
	f.steps = steps;
	f.claims = claims;
	f.quotes = quotes;
	f.numbers = kept_items(arena, f.numbers, f.n_numbers, sizeof *f.numbers);
	f.conventions = kept_items(arena, f.conventions, f.n_conventions, sizeof(*f.conventions));
	return f;
}

struct fact_fault evaluation_keep_fault(struct arena *arena, const struct fact_fault *fault)
{
	struct fact_fault f = *fault;
	f.message = kept(arena, f.message);
	f.hint = kept(arena, f.hint);
	f.why = kept(arena, f.why);
	return f;
}
