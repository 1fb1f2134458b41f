#include "read/markup.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

struct grid *markup_add(struct markup *m, const char *title, const char *id)
{
	if (m->n_tables >= MARKUP_TABLES_MAX && !m->failed) {
		diag_add(m->diags, DIAG_ERROR, place_file(m->lines->name), NULL,
		         "there are more than %d tables, the most that are read", MARKUP_TABLES_MAX);
		m->failed = true;
	}
	if (m->failed)
		return NULL;
	struct grid *grid = grid_new(m->arena, m->lines->name, diags_new(m->arena));
	grid->lines = m->lines;
	grid->title = title;
	grid->id = id;
	m->tables = arena_grow(m->arena, m->tables, &m->room, m->n_tables, sizeof *m->tables);
	m->tables[m->n_tables++] = grid;
	return grid;
}

void markup_put(struct markup *m, struct grid *grid, const struct grid_cell *cell)
{
	if (m->failed)
		return;
	if (++m->n_cells > GRID_CELLS_MAX)
		diag_add(m->diags, DIAG_ERROR, place_file(m->lines->name), NULL,
		         "its tables have more than %d cells, the most that are read", GRID_CELLS_MAX);
	else
		grid_put(grid, cell);
	m->failed = m->n_cells > GRID_CELLS_MAX;
}

/* Without regard to the case of letters. */
static const char *find_word(struct bytes bytes, const char *word)
{
	size_t n = strlen(word);
	for (size_t i = 0; i + n <= bytes.size; i++) {
		size_t k = 0;
		while (k < n && (bytes.data[i + k] == word[k] || (bytes.data[i + k] | 0x20) == word[k]))
			k++;
		if (k == n)
			return bytes.data + i;
	}
	return NULL;
}

/* A text that starts as no Markdown does. */
static bool names_page(struct bytes bytes)
{
	static const char *const first[] = { "<!doctype", "<html", "<head", "<body", "<table", "<?xml" };
	size_t at = 0;
	while (at < bytes.size && strchr(" \t\r\n", bytes.data[at]) && bytes.data[at])
		at++;
	const struct bytes rest = { .data = bytes.data + at, .size = bytes.size - at };
	for (size_t i = 0; i < sizeof first / sizeof *first; i++) {
		const struct bytes head = { .data = rest.data,
			                    .size = rest.size < strlen(first[i]) ? 0 : strlen(first[i]) };
		if (find_word(head, first[i]))
			return true;
	}
	return false;
}

/* A line of hyphens at the margin, below one with a bar. */
static bool has_bars(struct bytes bytes)
{
	bool bar = false;
	for (const char *at = bytes.data, *end = at + bytes.size; at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t n = (size_t)((stop ? stop : end) - at);
		if (bar && *at != ' ' && *at != '\t' && markup_is_rule(at, n))
			return true;
		bar = n && *at != ' ' && *at != '\t' && memchr(at, '|', n);
		at += n + 1;
	}
	return false;
}

/* An element that opens a table at the start of a line. */
static bool has_element(struct bytes bytes)
{
	const char *found;
	for (struct bytes rest = bytes; (found = find_word(rest, "<table")) != NULL;) {
		if (found == bytes.data || found[-1] == '\n')
			return true;
		rest = (struct bytes){ .data = found + 1, .size = (size_t)(bytes.data + bytes.size - found - 1) };
	}
	return false;
}

/* Also a part of a page that starts with any element. */
static bool is_page(struct bytes bytes)
{
	size_t at = 0;
	while (at < bytes.size && strchr(" \t\r\n", bytes.data[at]) && bytes.data[at])
		at++;
	return names_page(bytes) ||
	       (at < bytes.size && bytes.data[at] == '<' && !has_bars(bytes) && !has_element(bytes));
}

bool markup_has_table(struct bytes bytes)
{
	return is_page(bytes) ? find_word(bytes, "<table") != NULL : has_bars(bytes) || has_element(bytes);
}

struct markup *markup_read(struct arena *arena, const char *name, struct bytes bytes, struct diags *diags)
{
	struct markup *m = arena_alloc(arena, 1, sizeof *m);
	if (bytes.size > MARKUP_BYTES_MAX) {
		diag_add(diags, DIAG_ERROR, place_file(name), NULL,
		         "is larger than %d MB, the most that is searched for tables", MARKUP_BYTES_MAX >> 20);
		return NULL;
	}
	struct lines *lines = arena_alloc(arena, 1, sizeof *lines);
	*lines = lines_of(arena, name, bytes);
	*m = (struct markup){ .arena = arena, .lines = lines, .diags = diags };
	if (is_page(bytes))
		markup_read_page(m, bytes);
	else
		markup_read_markdown(m, bytes);
	return m->failed ? NULL : m;
}
