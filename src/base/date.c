#include "base/date.h"

#include "base/arena.h"

#include <string.h>

static const int month_days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

static int days_of(int year, int month)
{
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : month_days[month - 1];
}

int date_compare(struct date a, struct date b)
{
	if (a.year != b.year)
		return a.year < b.year ? -1 : 1;
	if (a.month != b.month)
		return a.month < b.month ? -1 : 1;
	return a.day == b.day ? 0 : a.day < b.day ? -1 : 1;
}

bool date_precedes(struct date a, struct date b)
{
	if (!a.year || !b.year || a.year != b.year)
		return a.year && a.year < b.year;
	if (!a.month || !b.month || a.month != b.month)
		return a.month && a.month < b.month;
	return a.day && a.day < b.day;
}

char *date_iso(struct arena *arena, struct date date)
{
	if (!date.year)
		return arena_strdup(arena, "");
	if (!date.month)
		return arena_printf(arena, "%04d", date.year);
	if (!date.day)
		return arena_printf(arena, "%04d-%02d", date.year, date.month);
	return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* Days from 1 January of year 0, which is a leap year as the Gregorian calendar counts back, to that of this year. */
static long days_before(int year)
{
	long past = year - 1;
	return past < 0 ? 0 : year * 365L + past / 4 - past / 100 + past / 400 + 1;
}

long date_day(struct date date)
{
	long day = days_before(date.year) - days_before(1970) + (date.day ? date.day - 1 : 0);
	for (int month = 1; month < date.month; month++)
		day += days_of(date.year, month);
	return day;
}

struct date date_of_day(long day)
{
	struct date d = { .year = 1970 + (int)(day / 366), .month = 1 };
	while (d.year > 0 && day < days_before(d.year) - days_before(1970))
		d.year--;
	while (day >= days_before(d.year + 1) - days_before(1970))
		d.year++;
	day -= days_before(d.year) - days_before(1970);
	while (day >= days_of(d.year, d.month))
		day -= days_of(d.year, d.month++);
	d.day = (int)day + 1;
	return d;
}

/* Reads exactly count digits. */
static bool digits(const char *text, size_t count, int *number)
{
	*number = 0;
	for (size_t i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*number = *number * 10 + (text[i] - '0');
	}
	return true;
}

bool date_parse(const char *text, struct date *date)
{
	struct date d = { 0 };
	size_t n = strlen(text);
	if ((n != 4 && n != 7 && n != 10) || !digits(text, 4, &d.year) || d.year == 0)
		return false;
	if (n >= 7 && (text[4] != '-' || !digits(text + 5, 2, &d.month) || d.month < 1 || d.month > 12))
		return false;
	if (n == 10 &&
	    (text[7] != '-' || !digits(text + 8, 2, &d.day) || d.day < 1 || d.day > days_of(d.year, d.month)))
		return false;
	*date = d;
	return true;
}

bool date_is_plausible(struct date date)
{
	enum { FIRST_YEAR = 1950, LAST_YEAR = 2099 };
	return date.year >= FIRST_YEAR && date.year <= LAST_YEAR;
}
