#include "facts/evaluation.h"

#include "base/arena.h"
#include "base/str.h"

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

void evaluation_claim(struct evaluation *e, const char *text, bool holds)
{
	e->claims = arena_grow(e->arena, e->claims, &e->claims_room, e->n_claims, sizeof *e->claims);
	e->claims[e->n_claims++] = (struct fact_claim){ text, holds };
}
