/* number.h: how numbers are printed: true minus, one count of decimals, thousands separated, magnitude in words. */
#ifndef CHART_NUMBER_H
#define CHART_NUMBER_H

#include "data/dataset.h"

#include <stdbool.h>

struct arena;

struct number_style {  /* one for a column of numbers */
	int decimals;  /* 0 to 9 */
	int magnitude; /* 0, 3, 6, 9: what one stands for */
	bool grouped;  /* thousands separated */
};

/* Grouped if a printed number of the column reaches 10,000. */
struct number_style number_style_of(int decimals, int magnitude, double largest);

/* "57", "−3.5", "1,427": without a unit. */
char *number_text(struct arena *arena, double value, struct number_style style);

/* True if both print alike. */
bool number_same(double a, double b, struct number_style style);

/* "percent", "points", "Elo points", "million tokens", "US dollars": for a subtitle; NULL for a score without unit. */
const char *number_unit_words(struct arena *arena, enum unit unit, int magnitude);

/* What a difference is counted in: "points" for percent and points, "Elo points", "million tokens"; "" for scores. */
const char *number_gap_words(struct arena *arena, enum unit unit, int magnitude);

/* "first" … "twelfth", "13th", "21st". */
char *number_ordinal(struct arena *arena, int n);

/* "one" … "twelve", then digits. */
char *number_count(struct arena *arena, size_t n);

#endif
