/* term.h: what an expression computes with: a number, a text, or true or false, and where it came from.
 *
 * A term that a function gave knows how it prints. A number also knows what it measures, and takes that along through
 * arithmetic: the operands of every single operation decide, never a coincidence of values. Terms are plain values that
 * own nothing; texts belong to the arena of the evaluation. */
#ifndef FACTS_TERM_H
#define FACTS_TERM_H

#include "data/dataset.h"
#include "facts/decimal.h"

struct column;

enum term_kind { TERM_OTHER, TERM_NUMBER, TERM_TEXT, TERM_TRUTH };

enum term_measure {
	MEASURE_ANY,   /* written out, or stripped of its unit: takes the unit of what it is combined with */
	MEASURE_NONE,  /* a rank, a count, a ratio, a quotient: what is computed with it has no unit */
	MEASURE_UNIT,  /* a value, a gap, or what was computed from such */
	MEASURE_MIXED, /* computed from values in two units: has to be stripped to be printed */
};

/* The things of the data that a text names: one of leader() or maker(), several of rivals() or sources(). */
struct term_things {
	enum name_kind kind;
	const void *const *items; /* struct variant, struct organisation, … */
	size_t count;
	bool list; /* as many as there are, in no order that matters */
};

/* Whose place on which benchmark a term tells: that of place() or rank(), the first of leader(). */
struct term_standing {
	struct column *column;
	const struct variant *variant;
	bool ranked; /* within noise, claims left out */
};

struct term {
	enum term_kind kind;
	struct decimal number;
	int finest; /* the most decimal places it may be printed with: those of the finest number that went in */
	enum term_measure measure;
	const struct unit *unit;  /* UNIT, MIXED; also percent for what percent() gave; otherwise NULL */
	const struct unit *other; /* MIXED: the second one */
	int magnitude;            /* UNIT: of the smallest word that went in, 0 for none */
	const char *text;
	const struct term_things *things; /* TEXT that names them by their ids, parted by commas; or NULL */
	const char *const *choices;       /* TEXT: all that the function ever gives; ends in NULL; NULL: anything */
	bool date;                        /* TEXT: an ISO date */
	bool truth;
	bool typed;                           /* written out in the expression, or computed from nothing else */
	const struct term_standing *standing; /* NULL if it tells none */
	const char *printed; /* by the function that gave it; NULL for what was computed or written out */
	const char *bare;    /* the same without a unit */
};

enum term_operation {
	TERM_ADD,
	TERM_SUBTRACT,
	TERM_MULTIPLY,
	TERM_DIVIDE,
	TERM_DIVIDE_WHOLE,
	TERM_REMAINDER,
	TERM_POWER,
	TERM_NEGATE, /* takes its operand twice */
};

/* True for text that may be shown: valid UTF-8 without controls. */
bool term_text_is_clean(const char *text, size_t length);

/* A number that is written out; it is typed, as are a text that is, and what is computed from such alone. */
struct term term_literal(double number);

/* a and b are numbers; the result may be infinite or not a number.
 *
 * Sums, differences and remainders keep the unit of their operands, or are mixed if those differ. A product keeps the
 * unit of its only factor that has one. All else has no unit, nor has anything in which one operand has none. */
struct term term_compute(enum term_operation operation, const struct term *a, const struct term *b);

/* The number without its unit and without what a function said of how it prints. */
struct term term_stripped(const struct term *a);

#endif
