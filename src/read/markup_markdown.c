/* Tables of a Markdown text. The text is gone through line by line, with an eye for code and headings. */
#include "read/markup.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

enum { CELL_ARENA = 1 << 16 };

struct line { /* without its end */
	const char *s;
	size_t n;
	size_t quotes; /* how often it is quoted: marks taken off before it */
};

struct text {
	struct markup *m;
	struct bytes bytes;
	struct arena *cell; /* for what is needed for one row; emptied now and then */
	size_t at;          /* where the next line starts */
	const char *title;
};

/* The next line; false at the end. */
static bool next_line(struct text *t, struct line *line)
{
	if (t->at >= t->bytes.size)
		return false;
	*line = (struct line){ .s = t->bytes.data + t->at };
	const char *end = memchr(line->s, '\n', t->bytes.size - t->at);
	line->n = end ? (size_t)(end - line->s) : t->bytes.size - t->at;
	t->at += line->n + 1;
	if (line->n && line->s[line->n - 1] == '\r')
		line->n--;
	return true;
}

/* Without up to three spaces and the marks of quotations before it; no line that is indented further is a table. */
static struct line unquoted(struct line line)
{
	for (;;) {
		size_t spaces = 0;
		while (spaces < line.n && spaces < 3 && line.s[spaces] == ' ')
			spaces++;
		line.s += spaces;
		line.n -= spaces;
		if (!line.n || *line.s != '>')
			return line;
		line.s++;
		line.n--;
		line.quotes++;
	}
}

/* How many of a character the line starts with. */
static size_t run_of(struct line line, char c)
{
	size_t n = 0;
	while (n < line.n && line.s[n] == c)
		n++;
	return n;
}

static bool is_blank(struct line line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.s[i] != ' ' && line.s[i] != '\t')
			return false;
	return true;
}

static bool is_fence(struct line line)
{
	return line.n && (*line.s == '`' || *line.s == '~') && run_of(line, *line.s) > 2;
}

/* ---- cells ---- */

struct cells {
	struct line line;
	size_t at;
	bool escaped; /* the cell holds a bar */
};

static struct cells cells_of(struct line line)
{
	while (line.n && strchr(" \t", line.s[line.n - 1]))
		line.n--;
	struct cells cells = { .line = line };
	cells.at = line.n && *line.s == '|';
	return cells;
}

/* The next piece between bars, white space around it; false after the last. */
static bool next_cell(struct cells *c, struct line *cell)
{
	if (c->at >= c->line.n)
		return false;
	size_t start = c->at;
	c->escaped = false;
	for (; c->at < c->line.n && c->line.s[c->at] != '|'; c->at++)
		if (c->line.s[c->at] == '\\' && c->at + 1 < c->line.n) {
			c->at++;
			c->escaped |= c->line.s[c->at] == '|';
		}
	*cell = (struct line){ .s = c->line.s + start, .n = c->at - start };
	c->at++;
	return true;
}

static size_t count_cells(struct line line)
{
	struct cells cells = cells_of(line);
	struct line cell;
	size_t count = 0;
	while (next_cell(&cells, &cell))
		count++;
	return count;
}

bool markup_is_rule(const char *s, size_t n)
{
	struct line cell;
	struct cells cells = cells_of((struct line){ .s = s, .n = n && s[n - 1] == '\r' ? n - 1 : n });
	if (!n || !memchr(s, '|', n))
		return false;
	while (next_cell(&cells, &cell)) {
		size_t i = 0, hyphens = 0;
		while (i < cell.n && (cell.s[i] == ' ' || cell.s[i] == '\t'))
			i++;
		i += i < cell.n && cell.s[i] == ':';
		for (; i < cell.n && cell.s[i] == '-'; i++)
			hyphens++;
		i += i < cell.n && cell.s[i] == ':';
		while (i < cell.n && (cell.s[i] == ' ' || cell.s[i] == '\t'))
			i++;
		if (!hyphens || i < cell.n)
			return false;
	}
	return true;
}

static const char *cell_text(struct arena *arena, struct line cell, bool escaped, bool *struck)
{
	struct strbuf b = strbuf_new(arena);
	if (!escaped)
		return markup_plain_cell(arena, cell.s, cell.n, struck);
	for (size_t i = 0; i < cell.n; i++) /* first of all, also inside code */
		if (!(cell.s[i] == '\\' && i + 1 < cell.n && cell.s[i + 1] == '|'))
			strbuf_addn(&b, cell.s + i, 1);
	return markup_plain_cell(arena, b.s, b.n, struck);
}

static void put_row(struct text *t, struct grid *grid, uint32_t row, struct line line, size_t width)
{
	struct cells cells = cells_of(line);
	struct line cell;
	for (uint32_t column = 0; next_cell(&cells, &cell); column++) {
		const size_t at = (size_t)(cell.s - t->bytes.data);
		size_t spaces = 0;
		while (spaces < cell.n && strchr(" \t", cell.s[spaces]))
			spaces++;
		bool struck;
		const char *text = cell_text(t->cell, cell, cells.escaped, &struck);
		const struct grid_cell found = { .text = text,
			                         .struck = struck,
			                         .row = row,
			                         .column = column,
			                         .at = (uint32_t)(at + (spaces < cell.n ? spaces : 0)) };
		if (column < width) {
			markup_put(t->m, grid, &found);
			continue;
		}
		diag_add(grid->diags, DIAG_ERROR, lines_place(t->m->lines, at), "write a bar inside a cell as \\|",
		         "the row has %zu cells, the head of its table %zu", count_cells(line), width);
		grid->failed = true;
		break;
	}
	if (arena_used(t->cell) > CELL_ARENA)
		arena_empty(t->cell);
}

/* The rows below a rule. */
static void read_rows(struct text *t, struct line head, size_t width)
{
	struct grid *grid = markup_add(t->m, t->title, NULL);
	struct line line;
	if (!grid)
		return;
	grid->head = 1;
	put_row(t, grid, 0, head, width);
	for (uint32_t row = 1; !t->m->failed; row++) {
		size_t before = t->at;
		if (!next_line(t, &line))
			return;
		line = unquoted(line);
		if (line.quotes != head.quotes || !memchr(line.s, '|', line.n) || is_fence(line)) {
			t->at = before;
			return;
		}
		if (!grid->failed) /* else its other rows are passed over: they are no table of their own */
			put_row(t, grid, row, line, width);
	}
}

/* ---- the text ---- */

/* To the fence that closes the one of this line. */
static void skip_code(struct text *t, struct line fence)
{
	struct line line;
	char mark = *fence.s;
	size_t length = run_of(fence, mark);
	while (next_line(t, &line)) {
		line = unquoted(line);
		size_t n = run_of(line, mark);
		if (n >= length && is_blank((struct line){ .s = line.s + n, .n = line.n - n }))
			return;
	}
}

static void take_heading(struct text *t, struct line line)
{
	while (line.n && strchr("# \t", *line.s)) {
		line.s++;
		line.n--;
	}
	while (line.n && strchr("# \t", line.s[line.n - 1]))
		line.n--;
	t->title = markup_plain(t->m->arena, line.s, line.n);
}

static bool is_heading(struct line line)
{
	size_t n = run_of(line, '#');
	return n > 0 && n < 7 && (n == line.n || line.s[n] == ' ' || line.s[n] == '\t');
}

static bool is_underline(struct line line)
{
	size_t n = line.n ? run_of(line, *line.s) : 0;
	return n && (*line.s == '=' || *line.s == '-') && is_blank((struct line){ .s = line.s + n, .n = line.n - n });
}

static bool opens_table(struct line line)
{
	static const char open[] = "<table";
	size_t i = 0;
	while (i < line.n && i < sizeof open - 1 && (line.s[i] == open[i] || (line.s[i] | 0x20) == open[i]))
		i++;
	return i == sizeof open - 1;
}

static void read_line(struct text *t, struct line line, struct line *before)
{
	if (is_fence(line)) {
		skip_code(t, line);
	} else if (opens_table(line)) {
		t->at = markup_read_element(t->m, t->bytes, (size_t)(line.s - t->bytes.data), t->title);
	} else if (is_heading(line)) {
		take_heading(t, line);
	} else if (before->n && memchr(before->s, '|', before->n) && markup_is_rule(line.s, line.n) &&
	           count_cells(*before) == count_cells(line)) {
		read_rows(t, *before, count_cells(line));
	} else if (!is_blank(*before) && is_underline(line)) {
		take_heading(t, *before);
	} else {
		*before = line;
		return;
	}
	before->n = 0;
}

void markup_read_markdown(struct markup *m, struct bytes bytes)
{
	struct text t = { .m = m, .bytes = bytes, .cell = arena_new_below(m->arena) };
	struct line line, before = { .s = bytes.data };
	while (!m->failed && next_line(&t, &line))
		read_line(&t, unquoted(line), &before);
	arena_free(t.cell);
}
