#include "read/book.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

static const char xlsx_mark[] = "[Content_Types].xml", ods_mark[] = "content.xml";

bool book_recognise(const struct archive *archive)
{
	return archive_has(archive, xlsx_mark) || archive_has(archive, ods_mark);
}

struct book *book_open(struct arena *arena, struct archive *archive, const char *name, struct diags *diags)
{
	struct book *book = arena_alloc(arena, 1, sizeof *book);
	book->arena = arena;
	book->archive = archive;
	book->name = arena_strdup(arena, name);
	bool ok = archive_has(archive, xlsx_mark) ? book_xlsx_open(book, diags) : book_ods_open(book, diags);
	if (ok && !book->n_sheets)
		diag_add(diags, DIAG_ERROR, place_file(name), NULL, "there are no sheets in this workbook");
	return ok && book->n_sheets ? book : NULL;
}

struct grid *book_read(struct book *book, size_t sheet, struct diags *diags)
{
	if (!book->sheets[sheet].file) {
		diag_add(diags, DIAG_ERROR, place_file(book->name), NULL, "the sheet %s holds no cells",
		         book->sheets[sheet].name);
		return NULL;
	}
	struct grid *grid = book->read(book, sheet, diags);
	return grid && !grid->failed ? grid : NULL;
}

static bool same_letters(const char *a, const char *b)
{
	for (; *a && *b; a++, b++)
		if (*a != *b && ((*a ^ *b) != 0x20 || (*a | 0x20) < 'a' || (*a | 0x20) > 'z'))
			return false;
	return *a == *b;
}

size_t book_find(const struct book *book, const char *sheet)
{
	for (size_t i = 0; i < book->n_sheets; i++)
		if (str_eq(book->sheets[i].name, sheet))
			return i;
	size_t found = book->n_sheets;
	for (size_t i = 0; i < book->n_sheets && found == book->n_sheets; i++)
		if (same_letters(book->sheets[i].name, sheet))
			found = i;
	return found;
}

bool book_add_sheet(struct book *book, const struct book_sheet *sheet, struct diags *diags)
{
	if (book->n_sheets >= BOOK_SHEETS_MAX) {
		diag_add(diags, DIAG_ERROR, place_file(book->name), NULL,
		         "there are more than %d sheets, the most that are read", BOOK_SHEETS_MAX);
		return false;
	}
	book->sheets = arena_grow(book->arena, book->sheets, &book->sheets_room, book->n_sheets, sizeof *book->sheets);
	book->sheets[book->n_sheets++] = *sheet;
	return true;
}

/* The sheet's name before the cells, without the quotes around it; moves past it. NULL if there is none. */
static const char *take_sheet(struct arena *arena, const char **p)
{
	struct strbuf name = strbuf_new(arena);
	const char *at = *p + (**p == '$');
	if (*at == '\'') {
		for (at++; *at && (*at != '\'' || at[1] == '\''); at++) {
			at += *at == '\'';
			strbuf_addn(&name, at, 1);
		}
		at += *at == '\'';
	} else {
		size_t n = strcspn(at, "!.");
		strbuf_addn(&name, at, n);
		at += n;
	}
	if (*at != '!' && *at != '.')
		return NULL;
	*p = at + 1;
	return name.s;
}

void book_add_table(struct book *book, const char *name, const char *sheet, struct range range)
{
	if (book->n_ranges >= BOOK_SHEETS_MAX)
		return;
	book->ranges = arena_grow(book->arena, book->ranges, &book->ranges_room, book->n_ranges, sizeof *book->ranges);
	book->ranges[book->n_ranges++] =
		(struct book_range){ str_one_line(book->arena, name), arena_strdup(book->arena, sheet), range };
}

void book_add_range(struct book *book, const char *name, const char *target)
{
	struct range range;
	const char *sheet = take_sheet(book->arena, &target);
	struct strbuf cells = strbuf_new(book->arena);
	for (const char *p = target; *p; p++)
		if (*p != '.')
			strbuf_addn(&cells, p, 1);
	if (sheet && range_parse(cells.s, &range))
		book_add_table(book, name, sheet, range);
}
