#include "read/sheets.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/archive.h"
#include "read/sheets_parts.h"

#include <string.h>

struct sheet_choice sheet_choice_of(struct arena *arena, const char *selector)
{
	struct sheet_choice choice = { 0 };
	struct range range;
	const char *mark = strrchr(selector, '!');
	size_t n = strlen(selector);
	if (mark && range_parse(mark + 1, &range)) {
		choice.range = arena_strdup(arena, mark + 1);
		n = (size_t)(mark - selector);
	}
	if (n > 1 && selector[0] == '\'' && selector[n - 1] == '\'') {
		selector++;
		n -= 2;
	}
	choice.sheet = n ? arena_strndup(arena, selector, n) : NULL;
	return choice;
}

bool sheets_range(const char *name, const struct sheet_choice *choice, struct range *range, bool *has,
                  struct diags *diags)
{
	*has = choice && choice->range;
	if (!*has || range_parse(choice->range, range))
		return true;
	diag_add(diags, DIAG_ERROR, place_file(name), "write it as B3:F40", "\"%s\" is not a range of cells",
	         choice->range);
	return false;
}

/* The container of .xls, and of workbooks that a password protects. */
static bool is_sealed(struct bytes bytes)
{
	return bytes.size >= 8 && memcmp(bytes.data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0;
}

static struct table *report_sealed(const struct reading *r)
{
	diag_add(r->diags, DIAG_ERROR, place_file(r->name), "save it as .xlsx, without a password",
	         "this is a workbook of an old format, or one that needs a password");
	return NULL;
}

bool sheets_is_book(struct bytes bytes)
{
	return archive_recognise(bytes) || is_sealed(bytes);
}

bool sheets_recognise(const char *name, struct bytes bytes)
{
	return sheets_is_book(bytes) || sheets_is_text(name, bytes);
}

struct table *sheets_read(struct arena *arena, struct arena *keep, const char *name, struct bytes bytes,
                          const struct sheet_choice *choice, struct diags *diags)
{
	struct arena *own = arena_new_below(arena);
	struct reading reading = {
		.arena = arena, .keep = keep, .own = own, .name = name, .choice = choice, .diags = diags
	};
	reading.selector = str_eq(name, "<stdin>") ? "-" : name;
	if (is_sealed(bytes))
		return report_sealed(&reading);
	struct table *table =
		archive_recognise(bytes) ? sheets_read_book(&reading, bytes) : sheets_read_text(&reading, bytes);
	arena_free(own);
	return table;
}
