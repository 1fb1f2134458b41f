#include "read/number_format.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"
#include "read/figures.h"

#include <math.h>
#include <string.h>

enum { PLACES_MAX = 30, SERIAL_MAX = 2958465 }; /* 31 December 9999 */

/* What a section of a format consists of; literal text stands before or after the digits. */
struct section {
	struct strbuf before, after;
	bool general, digits, zero, percent, scientific, point, fraction; /* zero: some digit is always shown */
	int least, most;                                                  /* digits after the point */
	int thousands;                                                    /* how often it is divided by a thousand */
	int commas;                                                       /* at the end, so far */
	bool year, month, day, hour, minute, second, elapsed;
};

const char *number_format_built_in(unsigned id)
{
	static const char *const plain[] = { NULL, "0", "0.00", "#,##0", "#,##0.00" };
	if (id < sizeof plain / sizeof *plain)
		return plain[id];
	if (id >= 37 && id <= 40)
		return id <= 38 ? "#,##0" : "#,##0.00";
	if (id >= 5 && id <= 8)
		return id <= 6 ? "#,##0" : "#,##0.00";
	if (id == 17)
		return "yyyy-mm";
	if ((id >= 14 && id <= 16) || (id >= 27 && id <= 31) || (id >= 50 && id <= 54) || id == 36 || id == 57 ||
	    id == 58)
		return "yyyy-mm-dd";
	if (id == 22)
		return "yyyy-mm-dd hh:mm";
	if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
		return "h:mm:ss";
	switch (id) {
	case 9:
		return "0%";
	case 10:
		return "0.00%";
	case 11:
		return "0.00E+00";
	case 46:
		return "[h]:mm:ss";
	case 48:
		return "##0.0E+0";
	default:
		return NULL;
	}
}

/* ---- reading a format ---- */

static struct strbuf *literal_of(struct section *s)
{
	return s->digits ? &s->after : &s->before;
}

/* "[h]", "[Red]", "[$€-407]", "[>100]": past the bracket. */
static const char *bracket(struct section *s, const char *p)
{
	size_t n = strcspn(p, "]");
	if (p[1] == '$') {
		size_t sign = strcspn(p + 2, "-]");
		strbuf_addn(literal_of(s), p + 2, sign);
	} else if (n > 1 && strspn(p + 1, "hHmMsS") == n - 1) {
		s->elapsed = true;
	}
	return p[n] ? p + n + 1 : p + n;
}

static void digit_place(struct section *s, char c)
{
	if (s->scientific)
		return;
	s->digits = true;
	s->zero |= c == '0';
	s->commas = 0;
	if (s->point) {
		s->most++;
		s->least += c == '0';
	}
}

/* Letters that stand for parts of a date; false for any other. */
static bool date_part(struct section *s, char c)
{
	switch (c) {
	case 'y':
	case 'Y':
	case 'e':
		return s->year = true;
	case 'm':
	case 'M':
		return *(s->hour ? &s->minute : &s->month) = true;
	case 'd':
	case 'D':
		return s->day = true;
	case 'h':
	case 'H':
		return s->hour = true;
	case 's':
	case 'S':
		return s->second = true;
	default:
		return false;
	}
}

/* One element at p; returns what is past it. */
static const char *element(struct section *s, const char *p)
{
	if (*p == '"') {
		size_t n = strcspn(p + 1, "\"");
		strbuf_addn(literal_of(s), p + 1, n);
		return p[n + 1] ? p + n + 2 : p + n + 1;
	}
	if (*p == '\\' || *p == '_' || *p == '*') {
		const char *end = p + 1;
		if (*end)
			utf8_next(&end);
		if (*p == '\\')
			strbuf_addn(literal_of(s), p + 1, (size_t)(end - p - 1));
		return end;
	}
	if (*p == '[')
		return bracket(s, p);
	if (strncmp(p, "General", 7) == 0) {
		s->general = s->digits = true;
		return p + 7;
	}
	if ((*p == 'E' || *p == 'e') && (p[1] == '+' || p[1] == '-') && s->digits) {
		s->scientific = true;
		return p + 2;
	}
	if (strncmp(p, "AM/PM", 5) == 0 || strncmp(p, "am/pm", 5) == 0)
		return p + 5;
	if (strchr("0#?", *p)) {
		digit_place(s, *p);
	} else if (*p == '.' && s->digits) {
		s->point = true;
	} else if (*p == '.') {
		s->digits = s->point = true;
	} else if (*p == ',') {
		s->commas += s->digits;
	} else if (*p == '%') {
		s->percent = true;
		strbuf_add(literal_of(s), "%");
	} else if (!date_part(s, *p)) {
		const char *end = p;
		utf8_next(&end);
		s->fraction |= *p == '/' && s->digits;
		strbuf_addn(literal_of(s), p, (size_t)(end - p));
		return end;
	}
	return p + 1;
}

static struct section read_section(struct arena *arena, const char *from, size_t n)
{
	struct section s = { .before = strbuf_new(arena), .after = strbuf_new(arena) };
	const char *text = arena_strndup(arena, from, n);
	for (const char *p = text; *p;)
		p = element(&s, p);
	s.thousands = s.commas;
	if (s.month && (s.hour || s.second) && !s.day && !s.year) { /* "mm:ss" */
		s.month = false;
		s.minute = true;
	}
	if (s.most > PLACES_MAX)
		s.most = PLACES_MAX;
	if (s.least > s.most)
		s.least = s.most;
	return s;
}

/* The length of the section at p. */
static size_t section_length(const char *p)
{
	const char *at = p;
	while (*at && *at != ';')
		if (*at == '"')
			at += 1 + strcspn(at + 1, "\""), at += *at == '"';
		else
			at += *at == '\\' && at[1] ? 2 : 1;
	return (size_t)(at - p);
}

/* "positive;negative;zero;text": the one for this number. *own: it says itself that the number is negative. */
static struct section section_for(struct arena *arena, const char *format, double number, bool *own)
{
	const char *starts[3] = { format };
	size_t lengths[3] = { section_length(format) }, count = 1;
	for (; count < 3 && starts[count - 1][lengths[count - 1]]; count++) {
		starts[count] = starts[count - 1] + lengths[count - 1] + 1;
		lengths[count] = section_length(starts[count]);
	}
	size_t which = number < 0 && count > 1 ? 1 : number == 0 && count > 2 ? 2 : 0;
	*own = which == 1;
	return read_section(arena, starts[which], lengths[which]);
}

/* ---- writing a number ---- */

static char *general(struct arena *arena, double number)
{
	enum { PLAIN_FROM = -9, PLAIN_TO = 21 };
	struct strbuf b = strbuf_new(arena);
	struct figures d = figures_of(number);
	if (d.negative && d.count)
		strbuf_add(&b, "-");
	if (d.exponent < PLAIN_FROM || d.exponent > PLAIN_TO)
		figures_add_scientific(&b, &d, 0, FIGURES_MAX);
	else
		figures_add(&b, &d, 0, 1);
	return b.s;
}

/* A negative number in brackets is written with its sign. */
static void add_literal(struct strbuf *b, const char *s)
{
	for (; *s; s++)
		if (*s != '(' && *s != ')')
			strbuf_addn(b, s, 1);
}

static char *as_number(struct arena *arena, double number, const struct section *s, bool own)
{
	struct strbuf b = strbuf_new(arena);
	struct figures d = figures_of(number);
	if (d.count)
		d.exponent += (s->percent ? 2 : 0) - 3 * s->thousands;
	if (!s->scientific && !s->general)
		figures_round(&d, s->most);
	bool minus = d.negative && d.count;
	if (minus && !(own && strchr(s->before.s, '-')))
		strbuf_add(&b, "-");
	if (own)
		add_literal(&b, s->before.s);
	else
		strbuf_add(&b, s->before.s);
	if (s->general)
		figures_add(&b, &d, 0, 1);
	else if (s->scientific)
		figures_add_scientific(&b, &d, s->least, s->most);
	else
		figures_add(&b, &d, s->least, 1);
	if (own)
		add_literal(&b, s->after.s);
	else
		strbuf_add(&b, s->after.s);
	return b.s;
}

/* ---- writing a date ---- */

char *number_format_time(struct arena *arena, double seconds)
{
	long thousandths = lround(seconds * 1000), whole = thousandths / 1000, rest = thousandths % 1000;
	int places = !rest ? 0 : rest % 100 == 0 ? 1 : rest % 10 == 0 ? 2 : 3;
	char *text = arena_printf(arena, "%02ld:%02ld:%02ld.%03ld", whole / 3600, whole / 60 % 60, whole % 60, rest);
	text[strlen(text) - (places ? 3 - (size_t)places : 4)] = '\0';
	return text;
}

/* A day's part as seconds, as exact as the format shows them. */
static double seconds_of(double part, const struct section *s)
{
	double scale = s->second && s->most > 0 ? pow(10, s->most < 3 ? s->most : 3) : 1;
	return round(part * 86400 * scale) / scale;
}

/* The number counts days. NULL where no calendar has such a day. */
static char *as_date(struct arena *arena, double number, const struct section *s, struct number_calendar calendar)
{
	enum { UNIX_1900 = 25569, UNIX_1904 = 24107, NO_DAY = 60, DAY = 86400 };
	if (number < 0 || number > SERIAL_MAX)
		return NULL;
	long day = (long)floor(number);
	double seconds = seconds_of(number - (double)day, s);
	if (seconds >= DAY) {
		day++;
		seconds = 0;
	}
	if (s->elapsed || !(s->year || s->month || s->day))
		return number_format_time(arena, seconds + (s->elapsed ? (double)day * DAY : 0));
	if (!calendar.from_1904 && (day == NO_DAY || day == 0)) /* 29 February 1900, which was none */
		return NULL;
	day += calendar.from_1904 ? -UNIX_1904 : day < NO_DAY ? 1 - UNIX_1900 : -UNIX_1900;
	struct date date = date_of_day(day);
	if (!s->day)
		date.day = 0;
	if (!s->day && !s->month)
		date.month = 0;
	char *iso = date_iso(arena, date);
	return s->hour && seconds > 0 ? arena_printf(arena, "%sT%s", iso, number_format_time(arena, seconds)) : iso;
}

char *number_format(struct arena *arena, double number, const char *format, struct number_calendar calendar)
{
	bool own = false;
	if (!format || str_eq(format, "General") || str_eq(format, "@"))
		return general(arena, number);
	struct section s = section_for(arena, format, number, &own);
	bool date = s.year || s.month || s.day || s.hour || s.minute || s.second || s.elapsed;
	char *text = date ? as_date(arena, number, &s, calendar) : NULL;
	if (text)
		return text;
	if (date || s.fraction) /* a fraction: no program shows it as digits */
		return general(arena, number);
	if (s.digits && number == 0 && !s.zero && !s.general) /* accounts show a hyphen */
		return arena_strdup(arena, "0");
	return s.digits ? as_number(arena, number, &s, own) : s.before.s;
}

char *number_format_date(struct arena *arena, const char *iso)
{
	const char *time = strchr(iso, 'T');
	bool midnight = time && strspn(time + 1, "0:.Z") == strlen(time + 1);
	return midnight ? arena_strndup(arena, iso, (size_t)(time - iso)) : arena_strdup(arena, iso);
}
