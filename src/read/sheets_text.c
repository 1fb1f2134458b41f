/* Which table of a Markdown text or an HTML page is read. */
#include "read/sheets_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/markup.h"

#include <stdlib.h>
#include <string.h>

bool sheets_is_text(const char *name, struct bytes bytes)
{
	static const char *const others[] = { ".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".csv", ".tsv", ".tab" };
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (str_ends(name, others[i]))
			return false;
	return bytes.size <= MARKUP_BYTES_MAX && markup_has_table(bytes);
}

/* The choice as a number; 0 if it is none. */
static size_t number_of(const char *name)
{
	char *end;
	unsigned long n = *name >= '0' && *name <= '9' ? strtoul(name, &end, 10) : 0;
	return n && !*end ? n : 0;
}

static bool is_called(struct arena *arena, const struct grid *grid, const char *name)
{
	return str_eq(grid->id, name) || (grid->title && str_eq(str_slug(arena, grid->title), str_slug(arena, name)));
}

static bool is_table(const struct grid *grid)
{
	size_t rows, columns;
	grid_size(grid, &rows, &columns);
	return rows > 1 && columns > 1;
}

/* "#1 (Results, 5 rows, 4 columns), #2 (…)" */
static const char *list_of(struct reading *r, const struct markup *m, const char *name)
{
	enum { LISTED = 8 };
	struct strbuf b = strbuf_new(diags_arena(r->diags));
	size_t listed = 0, more = 0, rows, columns;
	for (size_t i = 0; i < m->n_tables; i++) {
		const struct grid *grid = m->tables[i];
		if (name ? !is_called(r->own, grid, name) : !is_table(grid))
			continue;
		if (listed == LISTED) {
			more++;
			continue;
		}
		grid_size(grid, &rows, &columns);
		strbuf_addf(&b, "%s#%zu (%s%s%zu row%s, %zu column%s)", listed++ ? ", " : "", i + 1,
		            grid->title ? str_one_line(r->own, grid->title) : "", grid->title ? ", " : "", rows,
		            rows == 1 ? "" : "s", columns, columns == 1 ? "" : "s");
	}
	if (more)
		strbuf_addf(&b, " and %zu more", more);
	return b.s;
}

static struct grid *report_several(struct reading *r, const struct markup *m, const char *name, size_t count,
                                   size_t first)
{
	diag_add(r->diags, DIAG_ERROR, place_file(r->name),
	         arena_printf(diags_arena(r->diags), "name one: '%s#%zu'", r->selector, first + 1),
	         "%zu tables%s%s: %s", count, name ? " are called " : "", name ? name : "", list_of(r, m, name));
	return NULL;
}

static struct grid *report_none(struct reading *r, const struct markup *m, const char *name)
{
	const char *list = list_of(r, m, NULL);
	const char *hint = *list ? arena_printf(diags_arena(r->diags), "its tables: %s", list) : NULL;
	if (name)
		diag_add(r->diags, DIAG_ERROR, place_file(r->name), hint, "there is no table called \"%s\"", name);
	else
		diag_add(r->diags, DIAG_ERROR, place_file(r->name), hint, "there is no table in it");
	return NULL;
}

/* By its number, or the only one that has this name; without a name the only one. */
static struct grid *find(struct reading *r, const struct markup *m, const char *name)
{
	size_t number = name ? number_of(name) : 0, count = 0, found = 0;
	if (number)
		return number <= m->n_tables ? m->tables[number - 1] : report_none(r, m, name);
	if (!name && m->n_tables == 1)
		return m->tables[0];
	for (size_t i = m->n_tables; i-- > 0;)
		if (name ? is_called(r->own, m->tables[i], name) : is_table(m->tables[i])) {
			count++;
			found = i;
		}
	if (!count)
		return report_none(r, m, name);
	return count == 1 ? m->tables[found] : report_several(r, m, name, count, found);
}

struct table *sheets_read_text(struct reading *r, struct bytes bytes)
{
	struct range range;
	bool has;
	if (!read_clean(READ_CSV, r->name, &bytes, r->diags) ||
	    !sheets_range(r->name, r->choice, &range, &has, r->diags))
		return NULL;
	const struct markup *m = markup_read(r->own, r->name, bytes, r->diags);
	const char *name = !r->choice ? NULL : r->choice->table ? r->choice->table : r->choice->sheet;
	struct grid *grid = m ? find(r, m, name) : NULL;
	if (grid)
		diags_append(r->diags, grid->diags);
	return grid ? grid_table(r->arena, r->keep, grid, has ? &range : NULL, r->diags) : NULL;
}
