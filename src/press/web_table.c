/* Tables, and what they say of their rows. */
#include "press/web_writing.h"

#include "brief/briefing.h"
#include "words/words.h"

#include <string.h>

enum { MANY = 3 }; /* columns that are not squeezed into a narrow window */

static const char *classes_of(const struct web_writing *w, const struct block_table *t, size_t column,
                              const struct block_cell *cell)
{
	static const char *const aligns[] = { [ALIGN_LEFT] = "", [ALIGN_CENTRE] = "c ", [ALIGN_RIGHT] = "r " };
	static const char *const tones[] = {
		[TONE_PLAIN] = "", [TONE_GOOD] = "good", [TONE_BAD] = "bad", [TONE_QUIET] = "faint"
	};
	char *classes = arena_printf(w->job->arena, "%s%s", t->aligns ? aligns[t->aligns[column]] : "",
	                             cell ? tones[cell->tone] : "");
	size_t n = strlen(classes);
	if (n && classes[n - 1] == ' ')
		classes[n - 1] = '\0';
	return classes;
}

static void open_cell(struct web_writing *w, const char *name, const char *scope, const char *classes,
                      const struct block_cell *cell)
{
	web_addf(w->web, "<%s", name);
	if (scope)
		web_addf(w->web, " scope=%s", scope);
	if (*classes)
		web_addf(w->web, " class=\"%s\"", classes);
	web_direction(w->web, cell->text.text);
	web_add(w->web, ">");
}

/* Decoration: the words of the cell say the same. */
static void add_mark(struct web_writing *w, enum cell_mark mark)
{
	static const char *const marks[] = { [MARK_NONE] = NULL,
		                             [MARK_FULL] = "full",
		                             [MARK_RING] = "ring",
		                             [MARK_DASH] = "dash",
		                             [MARK_BLANK] = "none" };
	if (marks[mark])
		web_addf(w->web, "<span class=\"dot %s\"></span>", marks[mark]);
}

static void add_heads(struct web_writing *w, const struct block_table *t)
{
	if (!t->heads)
		return;
	web_add(w->web, "<thead><tr>");
	for (size_t c = 0; c < t->n_columns; c++) {
		bool empty = !*t->heads[c].text.text;
		const char *name = empty ? "td" : "th";
		open_cell(w, name, empty ? NULL : "col", classes_of(w, t, c, NULL), &t->heads[c]);
		web_rich(w, &t->heads[c].text, TEXT_SEMIBOLD);
		web_addf(w->web, "</%s>", name);
	}
	web_add(w->web, "</tr></thead>\n");
}

/* The entry of a cell by its number and 1. */
static size_t entry_of(const struct web_writing *w, const struct block_cell *cell)
{
	for (size_t i = 0; i < w->n_entries; i++)
		if (w->entries[i].cell == cell)
			return i + 1;
	return 0;
}

/* The columns that tell rows apart are heads of their rows. */
static void add_row(struct web_writing *w, const struct block_table *t, size_t row)
{
	web_add(w->web, "<tr>");
	for (size_t c = 0; c < t->n_columns; c++) {
		const struct block_cell *cell = &t->cells[row * t->n_columns + c];
		bool key = (c == 0 || c < t->n_keys) && *cell->text.text;
		open_cell(w, key ? "th" : "td", key ? "row" : NULL, classes_of(w, t, c, cell), cell);
		add_mark(w, cell->mark);
		size_t entry = cell->n_bases ? entry_of(w, cell) : 0;
		web_open_entry(w, entry);
		web_rich(w, &cell->text,
		         cell->tone == TONE_GOOD || cell->tone == TONE_BAD ? TEXT_SEMIBOLD : TEXT_REGULAR);
		web_close_entry(w, entry);
		web_add(w->web, key ? "</th>" : "</td>");
	}
	web_add(w->web, "</tr>\n");
}

void web_table(struct web_writing *w, const struct block_table *t)
{
	web_open_table(w->web,
	               !t->filled            ? "plain"
	               : t->n_columns > MANY ? "wide many"
	                                     : "wide",
	               w->section ? w->section : w->briefing->title);
	add_heads(w, t);
	web_add(w->web, "<tbody>\n");
	for (size_t i = 0; i < t->n_rows; i++)
		add_row(w, t, i);
	web_add(w->web, "</tbody>");
	web_close_table(w->web);
	web_element(w->web, "p", "below", TEXT_REGULAR, t->note);
}
