/* markup.h: the tables of a Markdown text or an HTML page.
 *
 * Markdown: tables of GitHub's dialect (a head, a line of hyphens that says how columns stand, rows of cells between
 * bars, "\|" for a bar inside one), outside of fenced code; what marks emphasis, code, links and pictures is taken away
 * from the text of cells. HTML: read as browsers do, without ever giving up: elements that are never closed, cells that
 * span rows and columns, entities; what stands in script, style and comments is no text, and a table inside a cell is a
 * table of its own. A Markdown text may hold both. Every cell knows its byte, every table the heading above it and its
 * id. The texts must be clean (read.h). */
#ifndef READ_MARKUP_H
#define READ_MARKUP_H

#include "base/file.h"
#include "read/grid.h"

enum { MARKUP_TABLES_MAX = 1000, MARKUP_BYTES_MAX = 32 << 20 };

struct markup {
	struct arena *arena;
	const struct lines *lines;
	struct diags *diags;
	struct grid **tables; /* in the order of the file; what is wrong in one is in its own diags */
	size_t n_tables, room;
	size_t n_cells; /* of all tables */
	bool failed;    /* a limit was broken, and reported */
};

/* Everything a text holds. name: of the file. NULL with a diagnostic if a limit is broken. */
struct markup *markup_read(struct arena *arena, const char *name, struct bytes bytes, struct diags *diags);

/* True if there is a table at the margin of a Markdown text (no code, no list), or in a page. */
bool markup_has_table(struct bytes bytes);

/* ---- for the two readers, each in a file ---- */

/* A new table; title and id may be NULL. NULL with a diagnostic if there are too many. */
struct grid *markup_add(struct markup *markup, const char *title, const char *id);
/* Puts a cell, unless a limit is broken. */
void markup_put(struct markup *markup, struct grid *grid, const struct grid_cell *cell);

void markup_read_markdown(struct markup *markup, struct bytes bytes);
/* A page; or, from a byte of it, one table with those inside it, below a heading that may be NULL. Returns the byte
 * after it. */
void markup_read_page(struct markup *markup, struct bytes bytes);
size_t markup_read_element(struct markup *markup, struct bytes bytes, size_t from, const char *title);

/* True if the line is one of hyphens, below the head of a Markdown table. */
bool markup_is_rule(const char *line, size_t n);
/* The text of a cell or a heading without its marks, on the arena. */
const char *markup_plain(struct arena *arena, const char *s, size_t n);
/* The same; *struck is set if something in it is struck out, which is taken away too. */
const char *markup_plain_cell(struct arena *arena, const char *s, size_t n, bool *struck);

#endif
