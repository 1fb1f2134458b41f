/* What is written behind a finished PDF: texts as the format has them, behind any end that keeps to the format. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "paint/pdf_file.h"
#include "paint/pdf_tail.h"
#include "paint/pdf_trailer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_said(const char *text, const char *said)
{
	struct arena *arena = arena_new();
	struct strbuf b = strbuf_new(arena);
	pdf_add_text(&b, text);
	assert_string_equal(b.s, said);
	arena_free(arena);
}

static void texts_are_escaped(void **state)
{
	(void)state;
	assert_said("", "()");
	assert_said("Model 3", "(Model 3)");
	assert_said("f(x) \\ y", "(f\\(x\\) \\\\ y)");
	assert_said("a\rb\nc", "(a\\rb\nc)");
}

static void texts_beyond_ascii_are_utf_16(void **state)
{
	(void)state;
	assert_said("\u00e9", "<FEFF00E9>");
	assert_said("A\u4f60", "<FEFF00414F60>");
	assert_said("\U0001f600", "<FEFFD83DDE00>");
	assert_said("\U0010ffff", "<FEFFDBFFDFFF>");
}

/* The table of a file that begins with nine bytes, and what follows it. */
static bool ends(const char *table, const char *end, struct pdf_trailer *out)
{
	struct arena *arena = arena_new();
	const char *file = arena_printf(arena, "%%PDF-1.7\n%s%s", table, end);
	char *exact = arena_alloc(arena, strlen(file), 1); /* without a NUL behind it */
	memcpy(exact, file, strlen(file));
	bool read = pdf_trailer_read((struct bytes){ .data = exact, .size = strlen(file) }, out);
	arena_free(arena);
	return read;
}

static const char stream[] = "8 0 obj\n<< /Root 1 0 R /Size 9 /ID [<00><00>] >>\nstream\n";

static void any_end_of_a_line_ends_one(void **state)
{
	(void)state;
	static const char *const good[] = {
		"startxref\n9\n%%EOF\n",
		"startxref\n9\n%%EOF",
		"startxref\r9\r%%EOF\r",
		"startxref\r\n9\r\n%%EOF\r\n",
		"\nstartxref 9 %%EOF",
		"startxref\n\n  9 \t\f\n%%EOF\n\n\n",
		"startxref\n0009\n%%EOF\n",
		"startxref\n9\n%%EOF\nand more",
		"startxref\n5\n%%EOF\nstartxref\n9\n%%EOF\n",
	};
	static const char *const bad[] = {
		"",
		"startxref",
		"startxref\n",
		"startxref\n9\n",
		"startxref\n9",
		"startxref\n9\n%%EO",
		"startxref\nnine\n%%EOF\n",
		"startxref\n-9\n%%EOF\n",
		"startxref\n0\n%%EOF\n",
		"startxref\n10\n%%EOF\n",
		"startxref\n999\n%%EOF\n",
		"startxref\n99999999999999999999999999\n%%EOF\n",
		"startxref\n9\n%%EOF\nstartxref\n5\n%%EOF\n",
		"Startxref\n9\n%%EOF\n",
	};
	struct pdf_trailer trailer;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		assert_true(ends(stream, good[i], &trailer));
		assert_int_equal(trailer.table, 9);
		assert_int_equal(trailer.size, 9);
		assert_false(trailer.plain);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(ends(stream, bad[i], &trailer));
}

static void what_is_far_from_the_end_is_not_looked_for(void **state)
{
	(void)state;
	struct pdf_trailer trailer;
	char end[2000] = "startxref\n9\n%%EOF\n";
	memset(end + strlen(end), '\n', 900);
	assert_true(ends(stream, end, &trailer));
	memset(end + strlen(end), '\n', 900);
	assert_false(ends(stream, end, &trailer));
}

static void a_table_is_a_stream_or_text(void **state)
{
	(void)state;
	static const char end[] = "startxref\n9\n%%EOF\n";
	static const char *const streams[] = {
		"8 0 obj<</Type/XRef/Size 9/Root 1 0 R/ID[<00><00>]>>stream\r\n",
		("\n 8  0\robj % a comment >>\n<< /A << /Size 3 /B [ 1 [ << >> ] ] >> /Size 9 /Root 1 0 R /ID "
		 "[(\\)>>)(()])] >> stream\n"),
		("8 0 obj << /S (>> /Size 4) /H <3e3e> /N null /T true /R -1.5 /X 3 0 R /Root 1\n0 R /Size\t9 "
		 "/ID[(a)(b)] >>\nstream\n"),
	};
	static const char *const texts[] = {
		"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 9 /Root 1 0 R /ID [<00><00>] >>\n",
		("xref\r0 2\r0000000000 65535 f\r\n0000000017 00000 n\r\n5 1\r\n0000000099 00000 n\r\ntrailer<</Size "
		 "9/Root 1 0 R/ID[<00><00>]>>\r"),
		"xref 0 0 trailer << /Prev 5 /Size 9 /Root 1 0 R /ID [<00><00>] /XRefStm 7 >>",
	};
	struct pdf_trailer trailer;
	for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
		assert_true(ends(streams[i], end, &trailer));
		assert_int_equal(trailer.size, 9);
		assert_false(trailer.plain);
	}
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(ends(texts[i], end, &trailer));
		assert_int_equal(trailer.size, 9);
		assert_true(trailer.plain);
	}
}

static void what_an_update_needs_must_be_there(void **state)
{
	(void)state;
	static const char *const tables[] = {
		"",
		"8 0 obj",
		"8 0 obj << /Root 1 0 R /Size 9 >> stream\n",
		"8 0 obj << /Root 1 0 R /ID [<00><00>] >> stream\n",
		"8 0 obj << /Size 9 /ID [<00><00>] >> stream\n",
		"8 0 obj << /Root 1 /Size 9 /ID [<00><00>] >> stream\n",
		"8 0 obj << /Root 1 0 R /Size 0 /ID [<00><00>] >> stream\n",
		"8 0 obj << /Root 1 0 R /Size -9 /ID [<00><00>] >> stream\n",
		"8 0 obj << /Root 1 0 R /Size 9 0 R /ID [<00><00>] >> stream\n",
		"8 0 obj << /Root 1 0 R /Size 9999999999999 /ID [<00><00>] >> stream\n",
		"8 0 obj << /Root 1 0 R /Size 9 /ID 3 0 R >> stream\n",
		"8 0 obj << /Root 1 0 R /Size 9 /ID [<00><00> >> stream\n",
		"8 0 obj << /Root 1 0 R /Size 9 /ID [<00><00>] stream\n",
		"8 0 obj << /Root 1 0 R /Size 9 /ID [<00><00>] >> endobj\n",
		"8 0 obj << /Encrypt 2 0 R /Root 1 0 R /Size 9 /ID [<00><00>] >> stream\n",
		"8 0 obj << /Size 9 /Root 1 0 R /ID [(never closed >> stream\n",
		"8 0 obj << (",
		"8 0 obj << /Size",
		"8 0 << /Root 1 0 R /Size 9 /ID [<00><00>] >> stream\n",
		"xref\n0 1\n0000000000 65535 f \n<< /Size 9 /Root 1 0 R /ID [<00><00>] >>\n",
		"xref\n0 2\n0000000000 65535 f \ntrailer << /Size 9 /Root 1 0 R /ID [<00><00>] >>\n",
		"xref\n0 99999999\ntrailer << /Size 9 /Root 1 0 R /ID [<00><00>] >>\n",
	};
	struct pdf_trailer trailer;
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		assert_false(ends(tables[i], "startxref\n9\n%%EOF\n", &trailer));
		assert_false(ends(tables[i], "", &trailer));
	}
}

/* A page, and an end as old writers make it. */
static struct bytes plain_file(struct arena *arena, const char *eol)
{
	static const char *const objects[] = {
		"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
		"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj",
		"3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >> endobj",
	};
	struct strbuf file = strbuf_new(arena), rows = strbuf_new(arena);
	strbuf_addf(&file, "%%PDF-1.7%s", eol);
	strbuf_addf(&rows, "xref%s0 4%s0000000000 65535 f\r\n", eol, eol);
	for (size_t i = 0; i < 3; i++) {
		strbuf_addf(&rows, "%010zu 00000 n\r\n", file.n);
		strbuf_addf(&file, "%s%s", objects[i], eol);
	}
	strbuf_addf(&rows, "trailer << /Size 4 /Root 1 0 R /ID [(%c)(b)] >>%sstartxref%s%zu%s%%%%EOF", 1, eol, eol,
	            file.n, eol);
	strbuf_addn(&file, rows.s, rows.n);
	return (struct bytes){ .data = file.s, .size = file.n };
}

static void behind_a_table_of_text_comes_another(void **state)
{
	(void)state;
	static const char *const ends[] = { "\n", "\r", "\r\n" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct arena *arena = arena_new();
		struct diags *diags = diags_new(arena);
		struct pdf_tail *tail = pdf_tail_open(arena, plain_file(arena, ends[i]));
		struct strbuf text = strbuf_new(arena);
		assert_non_null(tail);
		size_t number = pdf_tail_reserve(tail, 2);
		assert_int_equal(number, 4);
		strbuf_add(&text, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
		pdf_tail_put(tail, number, &text);
		strbuf_add(&text, "(another)");
		pdf_tail_put(tail, number + 1, &text);
		strbuf_addf(&text, "<< /Type /Pages /Kids [3 0 R %zu 0 R] /Count 2 >>", number);
		pdf_tail_put(tail, 2, &text);
		struct bytes file = pdf_tail_close(tail);
		struct pdf_trailer trailer;
		assert_true(pdf_trailer_read(file, &trailer));
		assert_true(trailer.plain);
		assert_int_equal(trailer.size, 6);
		struct pdf_file *f = pdf_file_open(arena, file, diags);
		assert_non_null(f);
		assert_int_equal(f->n_pages, 2);
		assert_true(diags_ok(diags));
		arena_free(arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(texts_beyond_ascii_are_utf_16),
		cmocka_unit_test(any_end_of_a_line_ends_one),
		cmocka_unit_test(what_is_far_from_the_end_is_not_looked_for),
		cmocka_unit_test(a_table_is_a_stream_or_text),
		cmocka_unit_test(what_an_update_needs_must_be_there),
		cmocka_unit_test(behind_a_table_of_text_comes_another),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
