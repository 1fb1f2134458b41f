#include "paint/xlsx_write.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "paint/pptx_xml.h"
#include "paint/zip_write.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml."

struct book {
	struct arena *arena;
	struct strbuf strings; /* their items */
	struct map string_of;  /* their numbers, by the text */
	size_t *numbers;
	size_t n_strings, n_uses;
	const char **formats;
	size_t n_formats, formats_room;
};

enum { STYLE_PLAIN, STYLE_HEAD, STYLES };  /* of cells; those with formats follow */
enum { FORMAT_FIRST = 164 };               /* the first number that a file may give one of its own */
enum { WIDTH_LEAST = 9, WIDTH_MOST = 44 }; /* of a column, in characters */

void xlsx_number(double number, char out[XLSX_NUMBER_SIZE])
{
	enum { EXACT = 17 };
	static const double whole_most = 1e15;
	if (fabs(number) < whole_most && floor(number) == number) {
		snprintf(out, XLSX_NUMBER_SIZE, "%.0f", number + 0.0); /* not "-0" */
		return;
	}
	for (int digits = 1; digits <= EXACT; digits++) {
		snprintf(out, XLSX_NUMBER_SIZE, "%.*g", digits, number);
		if (!(fabs(strtod(out, NULL) - number) > 0))
			return;
	}
}

void xlsx_column_name(size_t column, char out[XLSX_COLUMN_SIZE])
{
	enum { LETTERS = 26 };
	char turned[XLSX_COLUMN_SIZE];
	size_t n = 0;
	for (size_t left = column + 1; left && n + 1 < XLSX_COLUMN_SIZE; left = (left - 1) / LETTERS)
		turned[n++] = (char)('A' + (left - 1) % LETTERS);
	for (size_t i = 0; i < n; i++)
		out[i] = turned[n - 1 - i];
	out[n] = '\0';
}

/* ---- texts, of which each is kept once ---- */

/* "_x0041_" stands for a character: what looks like it has its first sign written that way. */
static bool looks_escaped(const char *s)
{
	enum { DIGITS = 4, START = 2 };
	if (strncmp(s, "_x", START) != 0)
		return false;
	for (int i = 0; i < DIGITS; i++)
		if (!isxdigit((unsigned char)s[START + i]))
			return false;
	return s[START + DIGITS] == '_';
}

static void add_string(struct strbuf *b, const char *text)
{
	size_t n = strlen(text);
	bool kept = n && (strchr(" \n\t", text[0]) || strchr(" \n\t", text[n - 1]));
	strbuf_addf(b, "<si><t%s>", kept ? " xml:space=\"preserve\"" : "");
	for (const char *at = text; *at;) {
		const char *next = at + 1;
		while (*next && !looks_escaped(next))
			next++;
		if (looks_escaped(at)) {
			strbuf_add(b, "_x005F_");
			at++;
		}
		markup_escape(b, at, (size_t)(next - at));
		at = next;
	}
	strbuf_add(b, "</t></si>");
}

static size_t string_of(struct book *book, const char *text)
{
	book->n_uses++;
	const size_t *known = map_find(&book->string_of, text);
	if (known)
		return *known;
	size_t *number = arena_alloc(book->arena, 1, sizeof *number);
	*number = book->n_strings++;
	map_put(&book->string_of, arena_strdup(book->arena, text), number);
	add_string(&book->strings, text);
	return *number;
}

/* ---- formats, likewise ---- */

static size_t style_of(struct book *book, const char *format)
{
	if (!format)
		return STYLE_PLAIN;
	for (size_t i = 0; i < book->n_formats; i++)
		if (str_eq(book->formats[i], format))
			return STYLES + i;
	book->formats =
		arena_grow(book->arena, book->formats, &book->formats_room, book->n_formats, sizeof *book->formats);
	book->formats[book->n_formats] = format;
	return STYLES + book->n_formats++;
}

static const char *styles_part(const struct book *book)
{
	struct strbuf b = strbuf_new(book->arena);
	strbuf_addf(&b, "%s<styleSheet xmlns=\"" MAIN "\">", pptx_xml_head);
	if (book->n_formats)
		strbuf_addf(&b, "<numFmts count=\"%zu\">", book->n_formats);
	for (size_t i = 0; i < book->n_formats; i++) {
		strbuf_addf(&b, "<numFmt numFmtId=\"%zu\" formatCode=\"", FORMAT_FIRST + i);
		markup_value(&b, book->formats[i]);
		strbuf_add(&b, "\"/>");
	}
	if (book->n_formats)
		strbuf_add(&b, "</numFmts>");
	strbuf_add(&b, "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
	               "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/></font></fonts>"
	               "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
	               "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
	               "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
	               "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
	               "</cellStyleXfs>");
	strbuf_addf(&b,
	            "<cellXfs count=\"%zu\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
	            "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" "
	            "applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
	            STYLES + book->n_formats);
	for (size_t i = 0; i < book->n_formats; i++)
		strbuf_addf(&b,
		            "<xf numFmtId=\"%zu\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
		            "applyNumberFormat=\"1\"/>",
		            FORMAT_FIRST + i);
	strbuf_add(&b, "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
	               "</cellStyles></styleSheet>");
	return b.s;
}

/* ---- a sheet ---- */

static size_t width_of(const struct xlsx_column *column)
{
	size_t most = WIDTH_LEAST;
	for (size_t i = 0; i <= column->n_cells; i++) {
		const struct xlsx_cell *cell = i ? &column->cells[i - 1] : &column->head;
		size_t cells = cell->kind == XLSX_TEXT ? utf8_cells(cell->text) + 2 : 0;
		if (!i)
			cells = cells > WIDTH_MOST / 2 ? WIDTH_MOST / 2 : cells; /* heads break */
		most = cells > most ? cells : most;
	}
	return most < WIDTH_MOST ? most : WIDTH_MOST;
}

static void add_cell(struct book *book, struct strbuf *b, const struct xlsx_cell *cell, size_t column, size_t row)
{
	char name[XLSX_COLUMN_SIZE], number[XLSX_NUMBER_SIZE];
	size_t style = row ? style_of(book, cell->format) : STYLE_HEAD;
	xlsx_column_name(column, name);
	switch (cell->kind) {
	case XLSX_EMPTY:
		return;
	case XLSX_TEXT:
		strbuf_addf(b, "<c r=\"%s%zu\" s=\"%zu\" t=\"s\"><v>%zu</v></c>", name, row + 1, style,
		            string_of(book, cell->text));
		return;
	case XLSX_NUMBER:
		xlsx_number(cell->number, number);
		strbuf_addf(b, "<c r=\"%s%zu\" s=\"%zu\"><v>%s</v></c>", name, row + 1, style, number);
		return;
	}
}

static const char *sheet_part(struct book *book, const struct xlsx_sheet *sheet, bool first)
{
	struct strbuf b = strbuf_new(book->arena);
	size_t rows = 0;
	strbuf_addf(&b,
	            "%s<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView %sworkbookViewId=\"0\">"
	            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView>"
	            "</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>",
	            pptx_xml_head, first ? "tabSelected=\"1\" " : "");
	for (size_t c = 0; c < sheet->n_columns; c++) {
		strbuf_addf(&b, "<col min=\"%zu\" max=\"%zu\" width=\"%zu\" customWidth=\"1\"/>", c + 1, c + 1,
		            width_of(&sheet->columns[c]));
		rows = sheet->columns[c].n_cells > rows ? sheet->columns[c].n_cells : rows;
	}
	strbuf_add(&b, "</cols><sheetData>");
	for (size_t r = 0; r <= rows; r++) {
		strbuf_addf(&b, "<row r=\"%zu\">", r + 1);
		for (size_t c = 0; c < sheet->n_columns; c++) {
			const struct xlsx_column *column = &sheet->columns[c];
			if (r <= column->n_cells)
				add_cell(book, &b, r ? &column->cells[r - 1] : &column->head, c, r);
		}
		strbuf_add(&b, "</row>");
	}
	strbuf_add(&b, "</sheetData></worksheet>");
	return b.s;
}

/* ---- the package ---- */

static void add_part(struct zip_write *zip, const char *name, const char *text)
{
	zip_write_add(zip, name, (struct bytes){ .data = text, .size = strlen(text) });
}

static const char *types_part(struct arena *arena, size_t n_sheets)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_addf(&b,
	            "%s<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" ContentType=\""
	            "application/vnd.openxmlformats-package.relationships+xml\"/>"
	            "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" TYPE "sheet.main+xml\"/>"
	            "<Override PartName=\"/xl/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
	            "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" TYPE "sharedStrings+xml\"/>",
	            pptx_xml_head);
	for (size_t i = 0; i < n_sheets; i++)
		strbuf_addf(&b,
		            "<Override PartName=\"/xl/worksheets/sheet%zu.xml\" ContentType=\"" TYPE
		            "worksheet+xml\"/>",
		            i + 1);
	strbuf_add(&b, "</Types>");
	return b.s;
}

static const char *book_part(struct arena *arena, const struct xlsx_sheet *sheets, size_t n)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_addf(&b,
	            "%s<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE
	            "\"><bookViews><workbookView/></bookViews><sheets>",
	            pptx_xml_head);
	for (size_t i = 0; i < n; i++) {
		strbuf_add(&b, "<sheet name=\"");
		markup_value(&b, sheets[i].name);
		strbuf_addf(&b, "\" sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 1, i + 1);
	}
	strbuf_add(&b, "</sheets></workbook>");
	return b.s;
}

static const char *relations_part(struct arena *arena, size_t n)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_addf(&b, "%s<Relationships xmlns=\"" PACKAGE "relationships\">", pptx_xml_head);
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&b,
		            "<Relationship Id=\"rId%zu\" Type=\"" OFFICE "/worksheet\" "
		            "Target=\"worksheets/sheet%zu.xml\"/>",
		            i + 1, i + 1);
	strbuf_addf(&b,
	            "<Relationship Id=\"rId%zu\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
	            "<Relationship Id=\"rId%zu\" Type=\"" OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
	            "</Relationships>",
	            n + 1, n + 2);
	return b.s;
}

bool xlsx_write(struct arena *arena, const struct xlsx_sheet *sheets, size_t n, struct bytes *out)
{
	struct book book = { .arena = arena, .strings = strbuf_new(arena), .string_of = map_new(arena) };
	struct zip_write *zip = zip_write_new(arena);
	add_part(zip, "[Content_Types].xml", types_part(arena, n));
	add_part(zip, "_rels/.rels",
	         arena_printf(arena,
	                      "%s<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" "
	                      "Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
	                      pptx_xml_head));
	add_part(zip, "xl/workbook.xml", book_part(arena, sheets, n));
	add_part(zip, "xl/_rels/workbook.xml.rels", relations_part(arena, n));
	for (size_t i = 0; i < n; i++)
		add_part(zip, arena_printf(arena, "xl/worksheets/sheet%zu.xml", i + 1),
		         sheet_part(&book, &sheets[i], i == 0));
	add_part(zip, "xl/styles.xml", styles_part(&book));
	add_part(zip, "xl/sharedStrings.xml",
	         arena_printf(arena, "%s<sst xmlns=\"" MAIN "\" count=\"%zu\" uniqueCount=\"%zu\">%s</sst>",
	                      pptx_xml_head, book.n_uses, book.n_strings, book.strings.s));
	return zip_write_end(zip, NULL, out);
}
