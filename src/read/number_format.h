/* number_format.h: a number of a spreadsheet as its cell shows it.
 *
 * A cell holds a binary number and a format; people see, quote and discuss what the format makes of it, so that is the
 * cell's text here: 0.77 as 0.0% is "77.0%". Digits are shown without marks between thousands, dates in ISO 8601 with
 * as much of them as is shown, no format (General) up to 15 digits. */
#ifndef READ_NUMBER_FORMAT_H
#define READ_NUMBER_FORMAT_H

#include <stdbool.h>

struct arena;

struct number_calendar {
	bool from_1904; /* day 0 is 1 January 1904, else 31 December 1899 */
};

/* The format's text (“0.0%;-0.0%”) of one of those that have only a number; NULL if it has none that is known. */
const char *number_format_built_in(unsigned id);

/* The text of a finite number, on the arena. format: NULL for General. */
char *number_format(struct arena *arena, double number, const char *format, struct number_calendar calendar);

/* A date and time as OpenDocument and ISO 8601 have them ("2026-04-08T00:00:00"), without a midnight that nobody meant.
 */
char *number_format_date(struct arena *arena, const char *iso);

/* "01:02:03.5": any number of hours, at most three digits of a second. Not negative, below 10 to the 12th. */
char *number_format_time(struct arena *arena, double seconds);

#endif
