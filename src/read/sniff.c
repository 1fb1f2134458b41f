#include "read/sniff.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* ---- lines ---- */

enum { LINES = 24, BYTES = 1 << 16 };

/* Cells of the line at p, which ends at *next; a quoted cell may hold line ends. */
static size_t cells_of(const char *p, const char *end, char separator, const char **next)
{
	size_t cells = 1;
	bool quoted = false, start = true, closed = false;
	for (; p < end && (quoted || *p != '\n'); p++) {
		bool quote = *p == '"' && (quoted || start || closed); /* the second of two opens the cell again */
		closed = quote && quoted;
		quoted ^= quote;
		start = *p == separator && !quoted;
		cells += start;
	}
	*next = p < end ? p + 1 : end;
	return cells;
}

/* ---- what stands above a table ---- */

struct line { /* one row of the first */
	size_t start, cells, filled;
	bool comment, named /* its first cell is filled */, numbers;
	bool gap; /* nothing, or a row of empty cells, stands above it */
};

static bool is_number_cell(const char *p, size_t n)
{
	static const char marks[] = "0123456789.,%+-";
	size_t digits = 0;
	for (size_t i = 0; i < n; i++) {
		if (!p[i] || !strchr(marks, p[i]))
			return false;
		digits += p[i] >= '0' && p[i] <= '9';
	}
	return digits > 0;
}

static struct line line_at(const char *bytes, const char *p, const char *end, char separator, const char **next)
{
	struct line line = { .start = (size_t)(p - bytes), .comment = *p == '#' };
	size_t whole = (size_t)(end - p);
	line.comment |= whole > 1 && *p == '"' && p[1] == '#';
	line.comment |= whole > 4 && memcmp(p, "sep=", 4) == 0;
	cells_of(p, end, separator, next);
	const char *stop = *next;
	while (stop > p && (stop[-1] == '\n' || stop[-1] == '\r'))
		stop--;
	for (const char *cell = p, *after;; cell = after + 1) {
		const bool quoted_cell = cell < stop && *cell == '"';
		bool quoted = quoted_cell;
		for (after = cell + quoted; after < stop && (quoted || *after != separator); after++)
			quoted ^= *after == '"';
		const char *from = cell + quoted_cell;
		const char *to = after - (quoted_cell && after > from && after[-1] == '"');
		while (from < to && strchr(" \t", *from))
			from++;
		while (to > from && strchr(" \t", to[-1]))
			to--;
		line.filled += to > from;
		line.named |= cell == p && to > from;
		line.numbers |= is_number_cell(from, (size_t)(to - from));
		line.cells++;
		if (after >= stop)
			return line;
	}
}

/* The first lines that are not blank; how many. */
static size_t first_lines(const char *bytes, size_t size, char separator, struct line *lines)
{
	const char *p = bytes, *end = bytes + size, *next;
	size_t n = 0;
	bool gap = false;
	for (; n < LINES && p < end && (size_t)(p - bytes) < BYTES; p = next) {
		struct line line = line_at(bytes, p, end, separator, &next);
		if (!line.filled) {
			gap = true;
			continue;
		}
		line.gap = gap;
		gap = false;
		lines[n++] = line;
	}
	for (size_t i = 0; i + 1 < n; i++) /* "# Model,Score" above numbers is a row of heads */
		lines[i].comment &= lines[i].cells < 2 || lines[i].cells != lines[i + 1].cells || !lines[i + 1].numbers;
	return n;
}

/* A row of heads above a row with numbers: a table of its own. */
static bool is_of_table(const struct line *line)
{
	return line[0].filled > 1 && !line[0].comment && !line[0].numbers && line[1].numbers && !line[1].gap &&
	       line[0].cells == line[1].cells;
}

/* True if what stands above the line can be no row of heads. */
static bool is_below_titles(const struct line *lines, size_t at)
{
	const struct line *head = &lines[at];
	bool gap = false;
	for (size_t i = at; i-- > 0;) {
		const struct line *line = &lines[i];
		bool even = line->cells == head->cells, alone = line->filled == 1 && line->named;
		gap |= lines[i + 1].gap;
		if (line->comment || (alone && !(even && head->numbers)))
			continue;
		if (line->cells > head->cells || is_of_table(line) || (!gap && (even || head->numbers)))
			return false;
	}
	return true;
}

/* How many rows follow the head that have as many cells; 0 if it is none. */
static size_t rows_below(const struct line *lines, size_t n, size_t head)
{
	size_t rows = 0, others = 0;
	if (lines[head].cells < 2 || lines[head].filled < 2 || lines[head].comment)
		return 0;
	for (size_t i = head + 1; i < n; i++) {
		bool row = lines[i].cells == lines[head].cells;
		rows += row;
		others += !row && !lines[i].comment && lines[i].filled > 1;
	}
	return others ? 0 : rows;
}

/* The line of heads with the most rows below it; *rows: how many. */
static size_t head_line(const struct line *lines, size_t n, size_t *rows)
{
	for (size_t i = 0; i < n; i++) {
		*rows = rows_below(lines, n, i);
		if (*rows && is_below_titles(lines, i))
			return i;
	}
	*rows = 0;
	return 0;
}

static size_t start_of(const char *bytes, size_t size, char separator, size_t *rows)
{
	struct line lines[LINES];
	size_t n = first_lines(bytes, size, separator, lines), head = head_line(lines, n, rows);
	return head ? lines[head].start : 0;
}

size_t sniff_start(const char *bytes, size_t size, char separator)
{
	size_t rows;
	return start_of(bytes, size, separator, &rows);
}

/* ---- separators ---- */

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

static const char separators[] = { ',', ';', '\t', '|' };

/* What cuts most rows evenly below a title; '\0' if nothing stands above the table. */
static char below_titles(const char *bytes, size_t size)
{
	size_t most = 0, rows;
	char best = '\0';
	for (size_t i = 0; i < sizeof separators; i++) {
		size_t start = start_of(bytes, size, separators[i], &rows);
		if (rows <= most)
			continue;
		most = rows;
		best = start ? separators[i] : '\0';
	}
	return best;
}

char sniff_separator(const char *bytes, size_t size)
{
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
	char below = most > 1 ? best : below_titles(bytes, size);
	return below ? below : headed;
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
