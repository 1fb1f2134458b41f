/* The workbook of an .xlsx file: its parts, its sheets, its names. */
#include "read/book_xlsx.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

struct link { /* from one part of the archive to another */
	const char *id, *type, *target;
};

struct links {
	struct arena *arena;
	struct link *items;
	size_t count, room;
	const char *from; /* the part */
};

/* "../media/a" as seen from "xl/worksheets/sheet1.xml" is "xl/media/a". */
static const char *resolved(struct arena *arena, const char *from, const char *target)
{
	if (*target == '/')
		return arena_strdup(arena, target + 1);
	const char *slash = strrchr(from, '/');
	size_t n = slash ? (size_t)(slash - from) : 0;
	for (; strncmp(target, "../", 3) == 0; target += 3)
		while (n && from[--n] != '/')
			;
	if (strncmp(target, "./", 2) == 0)
		target += 2;
	return n ? arena_printf(arena, "%.*s/%s", (int)n, from, target) : arena_strdup(arena, target);
}

static void open_link(void *closure, const char *name, const char *const *attributes)
{
	struct links *links = closure;
	const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	if (!str_eq(name, "Relationship") || !id || !type || !target || links->count >= 10 * BOOK_SHEETS_MAX ||
	    str_eq(xml_attribute(attributes, "TargetMode"), "External"))
		return;
	links->items = arena_grow(links->arena, links->items, &links->room, links->count, sizeof *links->items);
	links->items[links->count++] = (struct link){ arena_strdup(links->arena, id), arena_strdup(links->arena, type),
		                                      resolved(links->arena, links->from, target) };
}

static void nothing(void *closure, const char *name)
{
	(void)closure;
	(void)name;
}

static const char *links_file(struct arena *arena, const char *part)
{
	const char *slash = strrchr(part, '/');
	int folder = slash ? (int)(slash - part) + 1 : 0;
	return arena_printf(arena, "%.*s_rels/%s.rels", folder, part, part + folder);
}

/* Where a part ("" for the archive itself) leads. */
static bool read_links(struct book *book, const char *part, struct links *links, struct diags *diags)
{
	static const struct xml_reader reader = { open_link, nothing, NULL };
	const char *file = links_file(book->arena, part);
	struct bytes bytes;
	*links = (struct links){ .arena = book->arena, .from = part };
	return archive_read(book->archive, book->arena, file, &bytes, diags) &&
	       xml_read(book->arena, place_file(book->name), file, bytes, &reader, links, diags);
}

static const char *target_of(const struct links *links, const char *type_end)
{
	for (size_t i = 0; i < links->count; i++)
		if (str_ends(links->items[i].type, type_end))
			return links->items[i].target;
	return NULL;
}

/* ---- the workbook ---- */

struct opening {
	struct book *book;
	struct xlsx *xlsx;
	const struct links *links;
	struct diags *diags;
	const char *range; /* the name of the range whose target is being read */
	struct strbuf target;
	bool failed;
};

static bool is_true(const char *s)
{
	return s && (str_eq(s, "1") || str_eq(s, "true"));
}

static void open_sheet(struct opening *o, const char *const *attributes)
{
	const char *name = xml_attribute(attributes, "name"), *state = xml_attribute(attributes, "state");
	const char *id = xml_attribute(attributes, "/relationships id");
	struct book_sheet sheet = { .hidden = state && !str_eq(state, "visible") };
	for (size_t i = 0; id && i < o->links->count; i++)
		if (str_eq(o->links->items[i].id, id) && str_ends(o->links->items[i].type, "/worksheet"))
			sheet.file = o->links->items[i].target;
	sheet.name = str_one_line(o->book->arena, name ? name : "");
	if (!o->failed)
		o->failed = !book_add_sheet(o->book, &sheet, o->diags);
}

static void open_element(void *closure, const char *name, const char *const *attributes)
{
	struct opening *o = closure;
	if (str_eq(name, "workbookPr")) {
		o->xlsx->calendar.from_1904 = is_true(xml_attribute(attributes, "date1904"));
	} else if (str_eq(name, "sheet")) {
		open_sheet(o, attributes);
	} else if (str_eq(name, "definedName")) {
		const char *range = xml_attribute(attributes, "name");
		o->range = range && !is_true(xml_attribute(attributes, "hidden")) ? arena_strdup(o->book->arena, range)
		                                                                  : NULL;
		o->target.n = 0;
	}
}

static void close_element(void *closure, const char *name)
{
	struct opening *o = closure;
	if (!str_eq(name, "definedName"))
		return;
	if (o->range && o->target.n && !str_starts(o->range, "_xlnm."))
		book_add_range(o->book, o->range, o->target.s);
	o->range = NULL;
}

static void text(void *closure, const char *s, size_t n)
{
	struct opening *o = closure;
	if (o->range && o->target.n + n < 1000)
		strbuf_addn(&o->target, s, n);
}

static bool read_workbook(struct book *book, struct xlsx *xlsx, const char *file, const struct links *links,
                          struct diags *diags)
{
	static const struct xml_reader reader = { open_element, close_element, text };
	struct opening o = { .book = book, .xlsx = xlsx, .links = links, .diags = diags };
	struct bytes bytes;
	o.target = strbuf_new(book->arena);
	return archive_read(book->archive, book->arena, file, &bytes, diags) &&
	       xml_read(book->arena, place_file(book->name), file, bytes, &reader, &o, diags) && !o.failed;
}

/* ---- ranges that are formatted as tables: they have names too ---- */

struct naming {
	struct book *book;
	const struct book_sheet *sheet;
};

static void open_table(void *closure, const char *name, const char *const *attributes)
{
	struct naming *n = closure;
	const char *called = xml_attribute(attributes, "displayName"), *ref = xml_attribute(attributes, "ref");
	struct range range;
	if (str_eq(name, "table") && called && ref && range_parse(ref, &range))
		book_add_table(n->book, called, n->sheet->name, range);
}

static bool read_tables(struct book *book, const struct book_sheet *sheet, struct diags *diags)
{
	static const struct xml_reader reader = { open_table, nothing, NULL };
	struct naming naming = { book, sheet };
	struct links links;
	struct bytes bytes;
	if (!sheet->file || !archive_has(book->archive, links_file(book->arena, sheet->file)))
		return true;
	if (!read_links(book, sheet->file, &links, diags))
		return false;
	for (size_t i = 0; i < links.count; i++) {
		const char *file = links.items[i].target;
		if (str_ends(links.items[i].type, "/table") &&
		    (!archive_read(book->archive, book->arena, file, &bytes, diags) ||
		     !xml_read(book->arena, place_file(book->name), file, bytes, &reader, &naming, diags)))
			return false;
	}
	return true;
}

bool book_xlsx_open(struct book *book, struct diags *diags)
{
	struct links package, links;
	struct xlsx *xlsx = book->more = arena_alloc(book->arena, 1, sizeof *xlsx);
	book->read = xlsx_read_sheet;
	if (!read_links(book, "", &package, diags))
		return false;
	const char *file = target_of(&package, "/officeDocument");
	if (!file || str_ends(file, ".bin") || !strstr(file, "workbook")) {
		diag_add(diags, DIAG_ERROR, place_file(book->name), "save it as .xlsx",
		         "this is an Office document, but no workbook that can be read");
		return false;
	}
	bool ok = read_links(book, file, &links, diags) && read_workbook(book, xlsx, file, &links, diags) &&
	          xlsx_read_strings(book, xlsx, target_of(&links, "/sharedStrings"), diags) &&
	          xlsx_read_styles(book, xlsx, target_of(&links, "/styles"), diags);
	for (size_t i = 0; ok && i < book->n_sheets; i++)
		ok = read_tables(book, &book->sheets[i], diags);
	return ok;
}
