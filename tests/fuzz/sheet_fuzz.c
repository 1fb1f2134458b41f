/* Any workbook: parts of one (an .xlsx or an .ods, by the first letter) as XML, divided by lines of "====", or a whole
 * archive. It is read or refused with a reason, and twice alike; every cell of a table has its place in a sheet. */
#include "base/arena.h"
#include "base/str.h"
#include "desk.h"
#include "read/sheets.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct part {
	const char *name;
	const char *content; /* NULL: out of the input */
	size_t size;
};

/* ---- an archive whose files are not packed ---- */

static uint32_t checksum(const char *s, size_t n)
{
	uint32_t sum = ~0u;
	for (size_t i = 0; i < n; i++) {
		sum ^= (unsigned char)s[i];
		for (int bit = 0; bit < 8; bit++)
			sum = sum >> 1 ^ (sum & 1 ? 0xedb88320u : 0);
	}
	return ~sum;
}

static void put(struct strbuf *b, uint32_t number, int bytes)
{
	for (; bytes--; number >>= 8) {
		const char byte = (char)(number & 0xff);
		strbuf_addn(b, &byte, 1);
	}
}

/* What the local header and the directory share. */
static void put_entry(struct strbuf *b, const struct part *part)
{
	put(b, 20, 2);
	put(b, 0, 2 + 2 + 4); /* flags, method, time */
	put(b, checksum(part->content, part->size), 4);
	put(b, (uint32_t)part->size, 4);
	put(b, (uint32_t)part->size, 4);
	put(b, (uint32_t)strlen(part->name), 2);
	put(b, 0, 2);
}

static struct bytes pack(struct arena *arena, const struct part *parts, size_t n)
{
	struct strbuf files = strbuf_new(arena), directory = strbuf_new(arena);
	for (size_t i = 0; i < n; i++) {
		uint32_t at = (uint32_t)files.n;
		put(&files, 0x04034b50, 4);
		put_entry(&files, &parts[i]);
		strbuf_add(&files, parts[i].name);
		strbuf_addn(&files, parts[i].content, parts[i].size);
		put(&directory, 0x02014b50, 4);
		put(&directory, 20, 2);
		put_entry(&directory, &parts[i]);
		put(&directory, 0, 2 + 2 + 2);
		put(&directory, 0, 4);
		put(&directory, at, 4);
		strbuf_add(&directory, parts[i].name);
	}
	uint32_t start = (uint32_t)files.n;
	strbuf_addn(&files, directory.s, directory.n);
	put(&files, 0x06054b50, 4);
	put(&files, 0, 4);
	put(&files, (uint32_t)n, 2);
	put(&files, (uint32_t)n, 2);
	put(&files, (uint32_t)directory.n, 4);
	put(&files, start, 4);
	put(&files, 0, 2);
	return (struct bytes){ .data = files.s, .size = files.n };
}

/* ---- the parts ---- */

static const char package[] =
	"<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>";
static const char links[] = "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='sheet1.xml'/>"
			    "<Relationship Id='r2' Type='x/worksheet' Target='/xl/sheet2.xml'/>"
			    "<Relationship Id='s' Type='x/sharedStrings' Target='./strings.xml'/>"
			    "<Relationship Id='t' Type='x/styles' Target='../xl/styles.xml'/></Relationships>";

/* The piece up to the next line of "====". */
static struct part next_part(const char *name, const char **at, const char *end)
{
	static const char mark[] = "\n====\n";
	struct part part = { name, *at, (size_t)(end - *at) };
	for (const char *p = *at; p + sizeof mark - 1 <= end; p++)
		if (memcmp(p, mark, sizeof mark - 1) == 0) {
			part.size = (size_t)(p - *at);
			*at = p + sizeof mark - 1;
			return part;
		}
	*at = end;
	return part;
}

static struct bytes archive_of(struct arena *arena, const uint8_t *data, size_t size)
{
	static const char *const names[] = { "xl/sheet1.xml", "xl/workbook.xml", "xl/strings.xml", "xl/styles.xml",
		                             "xl/sheet2.xml" };
	enum { OWN = sizeof names / sizeof *names };
	const char *at = (const char *)data, *end = at + size;
	if (size > 2 && memcmp(at, "PK", 2) == 0)
		return (struct bytes){ .data = at, .size = size };
	if (size && *at == 'o') {
		const struct part ods = { "content.xml", at + 1, size - 1 };
		return pack(arena, &ods, 1);
	}
	struct part parts[OWN + 3] = { { "[Content_Types].xml", "", 0 },
		                       { "_rels/.rels", package, sizeof package - 1 },
		                       { "xl/_rels/workbook.xml.rels", links, sizeof links - 1 } };
	at += size > 0;
	for (size_t i = 0; i < OWN; i++)
		parts[3 + i] = next_part(names[i], &at, end);
	return pack(arena, parts, OWN + 3);
}

/* ---- the check ---- */

static const struct table *read_once(struct arena *arena, struct bytes bytes, const struct sheet_choice *choice)
{
	struct diags *diags = diags_new(arena);
	const struct table *table = sheets_read(arena, arena, "fuzz", bytes, choice, diags);
	if ((table == NULL) == diags_ok(diags))
		abort();
	check_diags(diags);
	return table;
}

static void check(struct arena *arena, struct bytes bytes, const struct sheet_choice *choice)
{
	const struct table *table = read_once(arena, bytes, choice), *again = read_once(arena, bytes, choice);
	if (!table != !again || (table && (table->n_rows != again->n_rows || table->n_columns != again->n_columns)))
		abort();
	for (size_t r = 0; table && r < table->n_rows && r < 50; r++)
		for (size_t c = 0; c < table->n_columns && c < 50; c++) {
			struct place place = table_place(table, c, r);
			if (place.line < 1 || place.column >= 0 || !str_starts(place.file, "fuzz#") ||
			    !str_eq(table_cell(table, c, r), table_cell(again, c, r)))
				abort();
		}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct sheet_choice choices[] = { { .sheet = "S" }, { .table = "n" }, { "S", NULL, "A1:D9" } };
	struct arena *arena = arena_new();
	struct bytes bytes = archive_of(arena, data, size);
	if (sheets_recognise("fuzz", bytes)) {
		check(arena, bytes, NULL);
		for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
			check(arena, bytes, &choices[i]);
	}
	arena_free(arena);
	return 0;
}
