/* Dates as people write them, in words and in numbers. */
#include "data/cell.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static size_t digits(const char *p)
{
	size_t n = 0;
	while (p[n] >= '0' && p[n] <= '9')
		n++;
	return n;
}

/* The month that a word begins: English or German, whole or its first letters; 0 for none. */
static int month_at(const char *p, size_t *length)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr", "may",      "jun", "jul", "aug",
		                              "sep", "oct", "nov", "dec", "m\u00e4r", "mai", "okt", "dez" };
	static const int numbers[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 5, 10, 12 };
	for (size_t i = 0; i < COUNT(months); i++) {
		if (!str_starts(p, months[i]))
			continue;
		*length = strlen(months[i]);
		while (p[*length] >= 'a' && p[*length] <= 'z')
			++*length;
		*length += p[*length] == '.';
		return numbers[i];
	}
	return 0;
}

/* The pieces of a date in words, in any order. False if a piece comes twice or is something else. */
static bool take_piece(const char **p, struct date *date)
{
	size_t n = digits(*p), length = 0;
	int month = n ? 0 : month_at(*p, &length);
	if (month && !date->month)
		date->month = month;
	else if (n == 4 && !date->year)
		date->year = atoi(*p);
	else if (n && n <= 2 && !date->day)
		date->day = atoi(*p);
	else
		return false;
	*p += month ? length : n;
	if (n && n <= 2 &&
	    (str_starts(*p, "st") || str_starts(*p, "nd") || str_starts(*p, "rd") || str_starts(*p, "th")))
		*p += 2;
	*p += strspn(*p, " ,.");
	return true;
}

static bool in_words(const char *p, struct date *date)
{
	while (*p)
		if (!take_piece(&p, date)) {
			bool clock = digits(p) && p[digits(p)] == ':';
			return clock && date->year && date->month;
		}
	return date->year && date->month;
}

/* "17.11.2025", and "11/17/2025" where only one order is possible. */
static bool in_numbers(const char *p, struct date *date)
{
	size_t n = digits(p), m = n ? digits(p + n + 1) : 0;
	char mark = p[n];
	if (!n || n > 2 || !m || m > 2 || (mark != '.' && mark != '/') || p[n + 1 + m] != mark ||
	    digits(p + n + m + 2) != 4 || p[n + m + 6])
		return false;
	int first = atoi(p), second = atoi(p + n + 1);
	bool day_first = mark == '.' || first > 12;
	if (!day_first && second <= 12 && first != second)
		return false;
	*date = (struct date){ atoi(p + n + m + 2), day_first ? second : first, day_first ? first : second };
	return true;
}

bool cell_date(struct arena *arena, const char *text, struct date *date)
{
	const char *p = dataset_fold(arena, text);
	struct date found = { 0 };
	size_t n = strcspn(p, "t ");
	if (n == strlen("2025-11-17") && p[n] && digits(p + n + 1) == 2)
		p = arena_strndup(arena, p, n);
	if (!date_parse(p, &found) && !in_numbers(p, &found)) {
		found = (struct date){ 0 };
		if (!in_words(p, &found))
			return false;
	}
	char *iso = date_iso(arena, found); /* which also tells whether the calendar has it */
	return date_parse(iso, &found) && date_is_plausible(found) && (*date = found, true);
}
