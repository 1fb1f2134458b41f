/* audit.h: a published chart of bars, measured with a ruler and held against its own numbers and against data.
 *
 * Each bar has a label, a length in any unit, and the value printed beside it. Bars of one benchmark share a chart. A
 * length is as exact as its last digit: what that explains is not a fault. Bars may go either way from zero: each is
 * then as long as its value is far from it. */
#ifndef FACTS_AUDIT_H
#define FACTS_AUDIT_H

#include "data/dataset.h"

struct value;

enum { AUDIT_BARS_MAX = 500 }; /* of one chart: they were measured by hand */

enum audit_kind {
	AUDIT_CUT,      /* lengths are in proportion from another value than zero on: first */
	AUDIT_LENGTH,   /* a bar is longer or shorter than its printed value makes it: first times */
	AUDIT_ORDER,    /* a bar is longer than another although its printed value is smaller, or vice versa */
	AUDIT_PRINTED,  /* the printed value is not the one that counts in the data */
	AUDIT_ELSEWHERE /* likewise, but another source has published it */
};

struct audit_finding {
	enum audit_kind kind;
	struct place place; /* of the bar in the table */
	const char *label, *other;
	double number;       /* CUT: the value at length zero; LENGTH: too long by this factor, below 1 too short */
	bool none_due;       /* LENGTH: its value is where the axis starts, so there should be no bar: number is 0 */
	bool below;          /* ORDER: one of the values is below zero */
	const char *printed; /* PRINTED, ELSEWHERE */
	const char *known;   /* likewise: what counts in the data */
	const char *source;  /* ELSEWHERE: who published the printed value; NULL: nobody is named */
};

struct audit_chart {
	const char *benchmark; /* as the table calls it; NULL: it names none */
	size_t n_bars;
	bool has_distortion;    /* at least two values differ */
	double distortion;      /* Tufte's factor: how much the lengths differ to how much the values do; 1 is true */
	double lengths, values; /* by which share the longest exceeds the shortest, the largest the smallest */
	struct audit_finding *findings;
	size_t n_findings, findings_room;
	size_t n_looked_up; /* printed values that were found in the data */
};

struct audit {
	struct audit_chart *charts;
	size_t n_charts;
};

/* table: a list of records with label, length, printed and (needed where data are given) benchmark. dataset may be
 * NULL. False after errors in the table; a label or benchmark that the data do not know is a warning. */
bool audit_make(struct arena *arena, const struct value *table, const struct dataset *dataset, struct audit *audit,
                struct diags *diags);

/* "cut", "length", "order", "printed", "elsewhere". */
const char *audit_kind_word(enum audit_kind kind);

#endif
