/* facts_private.h: what the machine (facts.c), its functions and verdict.c share. Only facts.c knows Lua: functions get
 * items and give items. */
#ifndef FACTS_PRIVATE_H
#define FACTS_PRIVATE_H

#include "facts/facts.h"
#include "facts/standing.h"

enum { TEXT_MOST = 8000, ARGUMENTS_MOST = 16 };

struct swap { /* of a text in quotes for another one, from the byte start on */
	size_t start, end;
	const char *with;
	struct swap *next;
};

enum item_kind { ITEM_OTHER, ITEM_NUMBER, ITEM_TEXT, ITEM_TRUTH };

struct item {
	enum item_kind kind;
	double number; /* finite */
	const char *text;
	bool truth;
};

enum record_role {
	RECORD_PLAIN,   /* arithmetic on it has no unit: a rank, a count, a ratio, a text */
	RECORD_UNIT,    /* a value or gap: arithmetic on it has its unit */
	RECORD_SETTLED, /* printed as it is, or its unit taken off: says nothing of arithmetic */
};

struct record { /* what a function returned, and how that prints */
	struct item item;
	const char *printed;
	const char *bare; /* a number without its unit */
	int level;        /* digits behind the point of the plain number, 0 at least */
	enum record_role role;
	const struct unit *unit; /* NULL: none */
	int magnitude;           /* of the word it is printed with */
};

struct fault {
	const char *message, *hint;
	const char *why; /* if the data cannot decide: the same in the machine's language; else NULL */
	size_t offset;   /* of the byte of the expression that is at fault */
};

struct column { /* one benchmark */
	const struct benchmark *benchmark;
	struct selections selections;    /* by variant */
	size_t *rows;                    /* of each selection, in standing */
	unsigned long *used;             /* of each selection: the evaluation that used it last */
	bool asked;                      /* for the standing */
	const struct standing *standing; /* NULL: a choice is open, or nobody asked */
};

struct facts {
	struct arena *arena;
	const struct dataset *dataset;
	const struct language *language;
	struct column **columns; /* by benchmark, made when asked for */
	unsigned long evaluations;
	size_t conflicts;
	bool conflicts_known;
};

struct evaluation { /* one expression */
	struct facts *facts;
	struct arena *arena;
	const char *expression;
	size_t length, read;            /* bytes; read by the compiler */
	struct swap *swaps, *next_swap; /* in the expression's order */
	const char *flat;               /* the expression with spaces for the newlines in quotes */
	size_t memory, turnover;        /* bytes held; bytes asked for in all */
	size_t calls;
	struct record *records;
	size_t n_records, records_room;
	struct fact_use *uses;
	size_t n_uses, uses_room;
	struct fact_step *steps;
	size_t n_steps, steps_room;
	struct fact_claim *claims;
	size_t n_claims, claims_room;
	struct item result;
	bool faulted;
	struct fault fault;
};

struct call {
	struct evaluation *evaluation;
	const struct function *function;
	struct item arguments[ARGUMENTS_MOST];
	size_t n_arguments;
	struct item result;
};

struct function {
	struct facts_function known;
	const char *takes; /* a letter an argument: t text, n number, a either, b truth; behind | they may be left out,
	                    * * repeats the first */
	bool (*run)(struct call *call); /* false after a fault */
};

/* ---- functions.c ---- */

const struct function *function_at(size_t i); /* NULL behind the last */
bool function_call(struct call *call);        /* checks the arguments first */

/* ---- lookups.c: functions that read the dataset ---- */

bool lookup_value(struct call *call);
bool lookup_has(struct call *call);
bool lookup_rank(struct call *call);
bool lookup_place(struct call *call);
bool lookup_leader(struct call *call);
bool lookup_best(struct call *call);
bool lookup_worst(struct call *call);
bool lookup_gap(struct call *call);
bool lookup_ratio(struct call *call);
bool lookup_source(struct call *call);

/* ---- tallies.c: functions that count ---- */

bool tally_count(struct call *call);
bool tally_wins(struct call *call);
bool tally_compared(struct call *call);

/* ---- columns.c: values by benchmark ---- */

struct column *column_of(struct facts *facts, const struct benchmark *benchmark);
const struct standing *column_standing(struct facts *facts, struct column *column); /* NULL: a choice is open */
/* NULL if variant was never measured on it. */
const struct selection *column_selection(const struct column *column, const struct variant *variant);
/* The row in the standing, which has to be there, of a variant with a selection. */
const struct standing_row *column_row(const struct column *column, const struct variant *variant);
/* Positive if a is better than b, 0 if they are equal. */
int column_compare(const struct column *column, double a, double b);
/* The first row if it alone is best; NULL if nobody is, or several. */
const struct standing_row *column_winner(const struct standing *standing);

/* ---- call.c: what a function asks for and gives ---- */

/* argument counts from 1; 0 is the call as a whole. All give false. */
bool call_fault(struct call *call, size_t argument, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* The data cannot decide. Either may be NULL. */
bool call_undecided(struct call *call, enum word word, const struct variant *variant,
                    const struct benchmark *benchmark);

bool call_variant(struct call *call, size_t argument, const struct variant **variant);
bool call_benchmark(struct call *call, size_t argument, const struct benchmark **benchmark);
/* The selected value, which is noted as used. */
bool call_value(struct call *call, const struct variant *variant, const struct benchmark *benchmark,
                const struct measurement **chosen);
/* One with a value at least. */
bool call_standing(struct call *call, const struct benchmark *benchmark, struct column **column,
                   const struct standing **standing);

void call_use(struct call *call, const struct column *column, const struct variant *variant);
void call_rival(struct call *call, const struct column *column, const struct variant *variant);
void call_step(struct call *call, const char *words);

/* bare NULL: as printed. All give true. */
bool call_give_number(struct call *call, double number, const char *printed, const char *bare, int level);
bool call_give_text(struct call *call, const char *text, const char *printed);
/* What was given last has this unit, which arithmetic keeps. */
void call_has_unit(struct call *call, const struct unit *unit, int magnitude);

/* "the Intelligence Index", "GPQA Diamond": after a preposition. */
char *fact_on(struct arena *arena, const struct language *language, const struct benchmark *benchmark);

/* ---- print.c ---- */

/* "42.8%", "58 million tokens": with the digits it was published with. */
char *print_value(struct arena *arena, const struct language *language, const struct measurement *m);
char *print_bare(struct arena *arena, const struct language *language, const struct measurement *m);
char *print_gap(struct arena *arena, const struct language *language, double gap, const struct measurement *a,
                const struct measurement *b);
/* Two digits at least; *level: how many behind the point. */
char *print_ratio(struct arena *arena, const struct language *language, double ratio, int *level);
/* Grouped, with exactly these decimals. */
char *print_number(struct arena *arena, const struct language *language, double number, int decimals);
/* The last record of exactly this item, or NULL. */
struct record *print_find(const struct evaluation *e, const struct item *item);
/* How the result prints; NULL after a fault: more digits than anything that went into it, or units that do not go
 * together. bare: without a unit, which what went into it then has no longer. */
const char *print_result(struct evaluation *e, const struct item *item, bool bare);

/* ---- locate.c: where in an expression ---- */

/* Behind quotes and comments; 0 if it is not there. */
size_t locate_name(const char *expression, const char *name);
size_t locate_last_text(const char *expression);
/* What is written with marks, such as "/"; the length of the expression if it is not there. */
size_t locate_mark(const char *expression, const char *mark);
/* True if the number is written out in it. */
bool locate_number(const char *expression, double number);
/* The next text in quotes from byte *at on that == or ~= hold against a call of function, or against what is in
 * brackets; *at is then its end. False if there is none. */
bool locate_compared(struct arena *arena, const char *expression, const char *function, size_t *at, size_t *start,
                     const char **text);
/* The call of this function with these texts, or one of its arguments (from 1 on). */
size_t locate_call(const struct call *call, size_t argument);
/* place is the expression's first character. */
struct place locate_place(const char *expression, size_t offset, struct place place);

/* ---- facts.c ---- */

/* True for text that may be shown: valid UTF-8, no controls. */
bool text_is_clean(const char *text, size_t length);

/* facts_eval without diagnostics; truth: nothing but true or false will do. */
bool facts_try(struct facts *facts, struct arena *arena, const char *expression, bool truth, struct fact *fact,
               struct fault *fault);

/* ---- compared.c ---- */

/* leader() gives ids: names and aliases that are compared with it count as the id. Faults are noted. */
void compared_names(struct evaluation *e);

/* ---- complain.c: Lua's messages in plain words ---- */

void complain(struct evaluation *e, size_t offset, const char *hint, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* What is written as other languages write it, told before it is compiled. */
void complain_habits(struct evaluation *e);
void complain_syntax(struct evaluation *e, const char *lua);
void complain_runtime(struct evaluation *e, const char *lua);
void complain_unknown(struct evaluation *e, const char *name);

#endif
