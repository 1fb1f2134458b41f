#include "read/sniff.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* ---- separators ---- */

enum { LINES = 24, BYTES = 1 << 16 };

/* Cells of the line at p, which ends at *next; a quoted cell may hold line ends. */
static size_t cells_of(const char *p, const char *end, char separator, const char **next)
{
	size_t cells = 1;
	bool quoted = false, start = true;
	for (; p < end && (quoted || *p != '\n'); p++) {
		if (*p == '"' && (quoted || start))
			quoted = !quoted;
		else if (*p == separator && !quoted)
			cells++;
		start = *p == separator && !quoted;
	}
	*next = p < end ? p + 1 : end;
	return cells;
}

/* The number of cells that all of the first lines have; 0 if they differ, and *first says how many the header has. */
static size_t common_cells(const char *bytes, size_t size, char separator, size_t *first)
{
	const char *p = bytes, *end = bytes + size, *next;
	size_t common = 0;
	*first = 0;
	for (size_t line = 0; line < LINES && p < end && (size_t)(p - bytes) < BYTES; p = next) {
		size_t cells = cells_of(p, end, separator, &next);
		if ((size_t)(next - p) <= 2 && (*p == '\n' || *p == '\r'))
			continue; /* blank */
		if (!line++)
			*first = common = cells;
		if (cells != common)
			common = 0;
	}
	return common;
}

char sniff_separator(const char *bytes, size_t size)
{
	static const char separators[] = { ',', ';', '\t', '|' };
	char best = ',', headed = ',';
	size_t most = 1, head = 1, first;
	for (size_t i = 0; i < sizeof separators; i++) {
		size_t common = common_cells(bytes, size, separators[i], &first);
		if (i == 0 && common > 1)
			return ','; /* what a comma cuts evenly is what it says it is */
		if (common > most) {
			most = common;
			best = separators[i];
		}
		if (first > head) {
			head = first;
			headed = separators[i];
		}
		if (i == 0 && first > 1)
			head = SIZE_MAX; /* a header with commas: its rows are at fault */
	}
	return most > 1 ? best : headed;
}

/* ---- numbers ---- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The run of digits and marks at p, which starts with a digit; a mark at its end is not part of it. */
static size_t number_at(const char *p)
{
	size_t n = 0;
	while (is_digit(p[n]) || ((p[n] == '.' || p[n] == ',') && is_digit(p[n + 1])))
		n++;
	return n;
}

struct shape {
	size_t points, commas;
	char last;      /* the mark that comes last */
	size_t before;  /* digits before the first mark */
	size_t after;   /* digits after the last mark */
	bool in_threes; /* all groups between marks have three digits */
	bool mixed;     /* a mark comes again after the other one: 1.2,3.4 */
};

static struct shape shape_of(const char *p, size_t n)
{
	struct shape s = { .in_threes = true };
	size_t run = 0;
	for (size_t i = 0; i < n; i++, run++) {
		if (is_digit(p[i]))
			continue;
		if (!s.last)
			s.before = run;
		else
			s.in_threes &= run == 3;
		s.mixed |= s.last && s.last != p[i] && (p[i] == '.' ? s.points : s.commas);
		s.last = p[i];
		s.points += p[i] == '.';
		s.commas += p[i] == ',';
		run = (size_t)-1;
	}
	s.after = run;
	return s;
}

/* Which mark starts the decimal places of the number: '.' or ','; '?' where either may, '\0' where none does. */
static char decimal_of(const char *p, size_t n)
{
	struct shape s = shape_of(p, n);
	bool headed = s.before >= 1 && s.before <= 3 && !(s.before == 1 && *p == '0');
	bool grouped = s.in_threes && headed && s.after == 3;
	if (s.points && s.commas) /* 1.234,5; a decimal mark comes once */
		return s.in_threes && headed && !s.mixed && (s.last == '.' ? s.points : s.commas) == 1 ? s.last : '\0';
	if (!s.points && !s.commas)
		return '\0';
	if (s.points + s.commas > 1) /* 1.234.567; a date and a version have other groups */
		return !grouped ? '\0' : s.points ? ',' : '.';
	if (s.commas)
		return grouped ? '?' : ',';
	return grouped ? '!' : '.'; /* "1.427" says nothing of a comma, and is what it seems where points are usual */
}

void sniff_count(struct sniff_marks *marks, const char *text)
{
	for (const char *p = text; *p;) {
		size_t n = is_digit(*p) ? number_at(p) : 0;
		switch (n ? decimal_of(p, n) : '\0') {
		case '.':
			marks->point++;
			marks->a_point = marks->a_point ? marks->a_point : text;
			break;
		case ',':
			marks->comma++;
			marks->a_comma = marks->a_comma ? marks->a_comma : text;
			break;
		case '?':
			marks->either++;
			marks->an_either = marks->an_either ? marks->an_either : text;
			break;
		case '!':
			marks->dotted++;
			marks->a_dotted = marks->a_dotted ? marks->a_dotted : text;
			break;
		}
		p += n ? n : 1;
	}
}

enum sniff_decimal sniff_decide(const struct sniff_marks *column, const struct sniff_marks *table, char separator)
{
	if (column->point && column->comma)
		return SNIFF_BOTH;
	if (column->comma || (!column->point && table->comma && !table->point))
		return SNIFF_COMMA;
	if (!column->point && !table->point &&
	    (separator == ';'    ? column->either + column->dotted
	     : separator == '\t' ? column->either
	                         : 0) > 0)
		return SNIFF_UNDECIDED;
	return SNIFF_POINT;
}

char *sniff_with_point(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1, 1), *to = out;
	for (const char *p = text; *p;) {
		size_t n = is_digit(*p) ? number_at(p) : 0;
		if (!n) {
			*to++ = *p++;
			continue;
		}
		bool number = decimal_of(p, n) != '\0'; /* else it is a date, or a version */
		for (size_t i = 0; i < n; i++)
			if (p[i] != '.' || !number)
				*to++ = (char)(p[i] == ',' && number ? '.' : p[i]);
		p += n;
	}
	*to = '\0';
	return out;
}
