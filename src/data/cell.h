/* cell.h: what a cell of a table says that people made for people: "77.0%", "$0.1300", "0.85±0.02", "+5/-4",
 * "[1200, 1260]", "3m12s", "12 ms", "58M", "71.2*", "n/a". Inside data/ only.
 *
 * A reading is a plain value; its texts are on the arena and are what quantity.h reads. Numbers have a decimal point
 * (sniff_with_point). */
#ifndef DATA_CELL_H
#define DATA_CELL_H

#include "base/date.h"
#include "base/unit.h"

struct arena;

enum cell_kind {
	CELL_MISSING,  /* nothing, or a word for it */
	CELL_NUMBER,   /* a value, with its uncertainty if it has one */
	CELL_INTERVAL, /* an uncertainty alone */
	CELL_TEXT,     /* anything else */
};

struct cell_reading {
	enum cell_kind kind;
	const char *value;       /* of a number: "77.0%", "58M", "-0.5" */
	bool percent;            /* the value, or an interval alone, has "%" */
	const struct unit *unit; /* that the cell itself names, percent aside; NULL: none */
	const char *half;        /* of the interval, "4"; NULL: not so given */
	const char *low, *high;  /* its ends; NULL: not so given */
	bool offsets;            /* low and high are distances from the value, with signs: "-4" and "+5" */
	bool marked;             /* a footnote mark was left out */
};

struct cell_reading cell_read(struct arena *arena, const char *text);

/* "2026-04-08", "17 November 2025 4:28pm", "Nov 17, 2025", "17.11.2025", "2025-11-17T04:28:00Z", "März 2026". False for
 * anything else, also for what may be two dates: 03/04/2025. */
bool cell_date(struct arena *arena, const char *text, struct date *date);

#endif
