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

/* For a function that looks at measurements other than by columns (column.h): what the expression gives is not kept
 * (recall.h). */
static inline void call_look_beyond(struct call *call)
{
	call->evaluation->facts->beyond = call->evaluation->number;
}

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

/* The same of a source. */
bool call_undecided_on(struct call *call, enum word word, const struct source *source);

/* What an argument names. False after a fault. */
bool call_source(struct call *call, size_t argument, const struct source **source);
bool call_variant(struct call *call, size_t argument, const struct variant **variant);
bool call_benchmark(struct call *call, size_t argument, const struct benchmark **benchmark);

bool call_claim(struct call *call, size_t argument, const struct claim **claim);

/* That no model has a value there; false, as a fault. */
bool call_nobody(struct call *call, const struct benchmark *benchmark);

/* The selected value, noted as used. False after a fault: there is none, or a choice is open. */
bool call_value(struct call *call, const struct variant *variant, const struct benchmark *benchmark,
                const struct measurement **chosen);

/* What was published of it, if anything was; what decides is not asked. False after a fault: nobody gives a value. */
bool call_selection(struct call *call, const struct variant *variant, const struct benchmark *benchmark,
                    const struct selection **selection);

/* False after a fault: nobody knows which numbers of the benchmark are better. */
bool call_directed(struct call *call, const struct benchmark *benchmark);

/* A standing with at least one value. False after a fault. */
bool call_standing(struct call *call, const struct benchmark *benchmark, struct column **column,
                   const struct standing **standing);

/* The same of a benchmark with a direction, for what asks who is better. */
bool call_ranking(struct call *call, const struct benchmark *benchmark, struct column **column,
                  const struct standing **standing);

/* Each sets the result and gives true. printed: how it stands in prose.
 *
 * A number without a unit; places: those that it is printed with. */
bool call_give_number(struct call *call, struct decimal number, const char *printed, int places);
/* A number of a benchmark's unit, written with a word of this magnitude; bare: how it prints without its unit. */
bool call_give_measured(struct call *call, struct decimal number, const struct unit *unit, int magnitude,
                        const char *printed, const char *bare);
/* A number as it was written; a published value, in its benchmark's unit. */
bool call_give_quantity(struct call *call, const struct quantity *q, const struct unit *unit);
bool call_give_value(struct call *call, const struct measurement *m);
bool call_give_text(struct call *call, const char *text, const char *printed);
bool call_give_truth(struct call *call, bool truth);
/* A text that is one of these, which end in NULL. */
bool call_give_choice(struct call *call, const char *const *choices, const char *text, const char *printed);
/* A date; the year is known. */
bool call_give_date(struct call *call, struct date date);
/* The id of one thing, and its name. */
bool call_give_thing(struct call *call, enum name_kind kind, const void *thing, const char *id, const char *name);
/* Several: their ids and their names, as many as there are things. */
bool call_give_list(struct call *call, enum name_kind kind, const void *const *things, size_t count,
                    const char *const *ids, const char *const *names);

/* The result says no more of the data than the first argument. */
bool call_keep_typed(struct call *call);

#endif
