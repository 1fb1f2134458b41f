/* date.h: a day of the calendar, or as much of one as is known.
 *
 * A plain value; it owns nothing. Words for a date belong to a language (words_date in words/words.h). */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

struct arena;

struct date { /* a month or a year alone has 0 for the parts that are unknown; year 0 means that there is no date */
	int year, month, day;
};

/* Negative, 0 or positive, as for qsort; an unknown part counts as the earliest. */
int date_compare(struct date a, struct date b);

/* True if a is certainly before b: "2026" is not before "2026-04", which lies in it, and no date is before none. */
bool date_precedes(struct date a, struct date b);

/* Days since 1 January 1970, negative before; an unknown month or day counts as the first. The year must be known. */
long date_day(struct date date);

/* The day of that number, which is in no year before 0. */
struct date date_of_day(long day);

/* "2026-04-08", "2026-04" or "2026", on the arena; "" for no date. */
char *date_iso(struct arena *arena, struct date date);

/* Reads what date_iso writes. False, with *date untouched, if text is not a date of the calendar. */
bool date_parse(const char *text, struct date *date);

/* True if something can have been measured or published then: years from 1950 to 2099. What lies outside is a slip or a
 * trick, and would count as the oldest or the newest of all. */
bool date_is_plausible(struct date date);

#endif
