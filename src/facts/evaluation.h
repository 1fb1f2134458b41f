/* evaluation.h: what one expression leaves while it is evaluated: the values it rests on, what it looked up, its
 * claims, and the fault that stopped it.
 *
 * Embedded in the machine's caller for one expression; everything it points to lives on its arena, which ends with it:
 * evaluation_keep copies what a fact keeps. */
#ifndef FACTS_EVALUATION_H
#define FACTS_EVALUATION_H

#include "facts/budget.h"
#include "facts/fact.h"
#include "words/words.h"

#include <stdarg.h>

struct column;
struct selections;
struct verdict;

struct judgement;
struct recall;

struct facts {
	struct arena *arena;
	const struct dataset *dataset;
	const struct language *language;
	struct column **columns;        /* by benchmark, made when asked for */
	unsigned long evaluations;      /* so far */
	unsigned long running;          /* the number of the innermost one */
	struct facts *of_all;           /* where the dataset is a part, made when asked for; NULL before */
	struct facts *unclaimed;        /* of what others than developers measured, made when asked for; NULL before */
	struct verdict **verdicts;      /* by claim, made when asked for; NULL before */
	bool judging;                   /* the test of a claim runs */
	bool instead;                   /* a trial runs: columns may have other values than the selected ones */
	const struct measurement *trying; /* the value of that trial; NULL: none */
	size_t trials;                  /* so far */
	const struct fact_given *given; /* names that expressions may use */
	size_t n_given;
	struct budget budget;                /* of the document */
	const struct selections *selections; /* of all benchmarks, made when asked for */
	struct recall *recall;               /* NULL: nothing is kept */
	unsigned long beyond;                /* the last evaluation that asked for more than columns */
};

struct evaluation {
	struct facts *facts;
	unsigned long number; /* among those of the facts */
	struct arena *arena;  /* its own: what the fact keeps is copied from it */
	const char *expression;
	size_t length; /* bytes */
	struct fact_use *uses;
	size_t n_uses, uses_room;
	const struct variant **subjects;
	size_t n_subjects, subjects_room;
	bool publishes; /* some are used as one source published them, so that others may be used already */
	struct fact_step *steps;
	size_t n_steps, steps_room;
	struct fact_claim *claims;
	size_t n_claims, claims_room;
	struct fact_quote *quotes;
	size_t n_quotes, quotes_room;
	double *numbers;
	size_t n_numbers, numbers_room;
	bool asked;                   /* something of the data was asked for */
	struct judgement *judgements; /* by the place of what decided them, each once */
	size_t n_judgements, judgements_room;
	const struct convention **conventions; /* each once */
	size_t n_conventions, conventions_room;
	bool faulted;
	struct fact_fault fault;
};

/* Notes a fault at a byte of the expression; hint may be NULL. Only the first one counts: it stopped the evaluation.
 * Always false. */
bool evaluation_fault(struct evaluation *e, size_t offset, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* The same for a function that takes a format itself. */
bool evaluation_vfault(struct evaluation *e, size_t offset, const char *hint, const char *format, va_list args)
	__attribute__((format(printf, 4, 0)));

/* The same with what a search in the dataset complained about; hint: in place of its own, or NULL. */
bool evaluation_pass_on(struct evaluation *e, size_t offset, const char *hint, const struct diag *diag);

/* Each step is kept once. */
void evaluation_step(struct evaluation *e, const char *words);

void evaluation_convention(struct evaluation *e, const struct convention *convention);

void evaluation_claim(struct evaluation *e, const char *text, bool holds, struct margin margin, size_t condition);

/* Whom a call was given; each is kept once. */
void evaluation_subject(struct evaluation *e, const struct variant *variant);

/* One that was asked for, computed or compared. */
void evaluation_number(struct evaluation *e, double number);

void evaluation_quote(struct evaluation *e, enum fact_quote_kind kind, const char *text, const struct source *source);

/* The fact and the fault, copied with all they point to (but for the data) to another arena. */
struct fact evaluation_keep(struct arena *arena, const struct fact *fact);
struct fact_fault evaluation_keep_fault(struct arena *arena, const struct fact_fault *fault);

#endif
