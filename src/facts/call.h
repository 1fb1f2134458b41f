/* call.h: one call of a function: what it asks for and what it gives. */
#ifndef FACTS_CALL_H
#define FACTS_CALL_H

#include "facts/column.h"
#include "facts/script.h"
#include "facts/term.h"

enum { CALL_ARGUMENTS_MOST = 16 };

struct function;

struct call {
	struct evaluation *evaluation;
	const struct function *function;
	const struct script *script;
	size_t word; /* of the script, that names the function */
	struct term arguments[CALL_ARGUMENTS_MOST];
	size_t n_arguments; /* may be more than are kept */
	struct term result;
};

static inline struct arena *call_arena(const struct call *call)
{
	return call->evaluation->arena;
}

static inline const struct language *call_language(const struct call *call)
{
	return call->evaluation->facts->language;
}

/* A fault of an argument (from 1), or of the call as a whole (0). Always false. */
bool call_fault(struct call *call, size_t argument, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The same with the first thing that a search in the dataset complained about; hint: in place of its own, or NULL. */
bool call_pass_on(struct call *call, size_t argument, const char *hint, const struct diags *diags);

/* The data cannot decide: the phrase says why. variant and benchmark may be NULL. Always false. */
bool call_undecided(struct call *call, enum word word, const struct variant *variant,
                    const struct benchmark *benchmark);

/* What an argument names. False after a fault. */
bool call_variant(struct call *call, size_t argument, const struct variant **variant);
bool call_benchmark(struct call *call, size_t argument, const struct benchmark **benchmark);

/* The selected value, noted as used. False after a fault: there is none, or a choice is open. */
bool call_value(struct call *call, const struct variant *variant, const struct benchmark *benchmark,
                const struct measurement **chosen);

/* A standing with at least one value. False after a fault. */
bool call_standing(struct call *call, const struct benchmark *benchmark, struct column **column,
                   const struct standing **standing);

/* Each sets the result and gives true. printed: how it stands in prose.
 *
 * A number without a unit; places: those that it is printed with. */
bool call_give_number(struct call *call, struct decimal number, const char *printed, int places);
/* A number of a benchmark's unit, written with a word of this magnitude; bare: how it prints without its unit. */
bool call_give_measured(struct call *call, struct decimal number, const struct unit *unit, int magnitude,
                        const char *printed, const char *bare);
bool call_give_text(struct call *call, const char *text, const char *printed);

#endif
