/* Which sheet of a workbook is read. */
#include "read/sheets_parts.h"

#include "base/arena.h"
#include "base/str.h"

enum { LISTED = 12 };

/* A sheet that the user has not named. */
struct candidate {
	struct grid *grid;
	size_t rows, columns;
};

/* "Scores (40 rows, 6 columns), Notes (hidden)" */
static const char *list_of(struct arena *arena, const struct book *book, const struct candidate *candidates)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < book->n_sheets && i < LISTED; i++) {
		const struct candidate *c = candidates ? &candidates[i] : NULL;
		strbuf_addf(&b, "%s%s", i ? ", " : "", book->sheets[i].name);
		if (book->sheets[i].hidden)
			strbuf_add(&b, " (hidden)");
		else if (c && !c->rows)
			strbuf_add(&b, " (empty)");
		else if (c)
			strbuf_addf(&b, " (%zu row%s, %zu column%s)", c->rows, c->rows == 1 ? "" : "s", c->columns,
			            c->columns == 1 ? "" : "s");
	}
	if (book->n_sheets > LISTED)
		strbuf_addf(&b, " and %zu more", book->n_sheets - LISTED);
	return b.s;
}

static struct table *report_several(struct reading *r, const struct book *book, const struct candidate *candidates,
                                    size_t first, size_t count)
{
	struct arena *arena = diags_arena(r->diags);
	diag_add(r->diags, DIAG_ERROR, place_file(r->name),
	         arena_printf(arena, "name one: '%s#%s'", r->selector, book->sheets[first].name),
	         "%zu of the sheets hold a table: %s", count, list_of(arena, book, candidates));
	return NULL;
}

static struct table *table_of(struct reading *r, struct grid *grid, const struct range *range)
{
	return grid ? grid_table(r->arena, r->keep, grid, range, r->diags) : NULL;
}

static bool is_table(const struct candidate *c)
{
	return c->grid && c->rows > 1 && c->columns > 1;
}

static struct table *report_too_many(struct reading *r, const struct book *book, size_t sheet)
{
	diag_add(r->diags, DIAG_ERROR, place_file(r->name),
	         arena_printf(diags_arena(r->diags), "name one: '%s#%s'", r->selector, book->sheets[sheet].name),
	         "the sheets have more than %d cells together, the most that are read", GRID_CELLS_MAX);
	return NULL;
}

/* The only one with a table. */
static struct table *read_only(struct reading *r, struct book *book, const struct range *range)
{
	struct candidate *candidates = arena_alloc(r->own, book->n_sheets, sizeof *candidates);
	size_t tables = 0, shown = 0, found = 0, first = 0, cells = 0;
	for (size_t i = book->n_sheets; i-- > 0;) {
		struct candidate *c = &candidates[i];
		if (book->sheets[i].hidden || !book->sheets[i].file)
			continue;
		if (!(c->grid = book_read(book, i, r->diags)))
			return NULL;
		if ((cells += c->grid->n_cells) > GRID_CELLS_MAX)
			return report_too_many(r, book, i);
		grid_size(c->grid, &c->rows, &c->columns);
		shown++;
		first = i;
		tables += is_table(c);
		found = is_table(c) ? i : found;
	}
	if (tables == 1 || shown == 1)
		return table_of(r, candidates[tables ? found : first].grid, range);
	return report_several(r, book, candidates, tables ? found : first, tables);
}

static struct table *read_sheet(struct reading *r, struct book *book, size_t sheet, const struct range *range)
{
	return table_of(r, book_read(book, sheet, r->diags), range);
}

/* The range with this name, perhaps on this sheet only. */
static const struct book_range *range_named(const struct book *book, const char *name, const char *sheet)
{
	for (size_t i = 0; i < book->n_ranges; i++) {
		const struct book_range *range = &book->ranges[i];
		if (str_eq(range->name, name) && (!sheet || book_find(book, sheet) == book_find(book, range->sheet)))
			return range;
	}
	return NULL;
}

static struct table *report_unknown(struct reading *r, const struct book *book, const char *what, const char *name)
{
	struct arena *arena = diags_arena(r->diags);
	struct strbuf hint = strbuf_new(arena);
	strbuf_addf(&hint, "its sheets: %s", list_of(arena, book, NULL));
	for (size_t i = 0; i < book->n_ranges && i < LISTED; i++)
		strbuf_addf(&hint, "%s%s", i ? ", " : "; its named ranges: ", book->ranges[i].name);
	diag_add(r->diags, DIAG_ERROR, place_file(r->name), hint.s, "there is no %s called \"%s\" in this workbook",
	         what, name);
	return NULL;
}

static struct table *read_chosen(struct reading *r, struct book *book, const struct range *range)
{
	const struct sheet_choice none = { 0 }, *choice = r->choice ? r->choice : &none;
	const struct book_range *named = choice->table ? range_named(book, choice->table, choice->sheet) : NULL;
	if (choice->table && !named)
		return report_unknown(r, book, "named range", choice->table);
	size_t sheet = choice->sheet ? book_find(book, choice->sheet) : book->n_sheets;
	if (choice->sheet && sheet == book->n_sheets && !named)
		named = range_named(book, choice->sheet, NULL);
	if (named)
		sheet = book_find(book, named->sheet);
	if (sheet < book->n_sheets)
		return read_sheet(r, book, sheet, range ? range : named ? &named->range : NULL);
	if (named)
		return report_unknown(r, book, "sheet", named->sheet);
	return choice->sheet ? report_unknown(r, book, "sheet", choice->sheet) : read_only(r, book, range);
}

struct table *sheets_read_book(struct reading *r, struct bytes bytes)
{
	struct range range;
	bool has;
	struct archive *archive = archive_open(r->own, r->name, bytes, r->diags);
	if (!archive || !sheets_range(r->name, r->choice, &range, &has, r->diags))
		return NULL;
	if (!book_recognise(archive)) {
		diag_add(r->diags, DIAG_ERROR, place_file(r->name), NULL, "this archive is not a workbook");
		return NULL;
	}
	struct book *book = book_open(r->own, archive, r->name, r->diags);
	return book ? read_chosen(r, book, has ? &range : NULL) : NULL;
}
