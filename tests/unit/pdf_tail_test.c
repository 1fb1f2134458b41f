/* What is written behind a finished PDF: texts as the format has them, and only behind a file whose end is known. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pdf_tail.h"

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

static void a_file_that_ends_otherwise_is_refused(void **state)
{
	(void)state;
	static const char *const files[] = {
		"",
		"%PDF-1.7\n",
		"startxref\n0\n%%EOF\n",
		"startxref\n999\n%%EOF\n",
		"%PDF-1.7\ntrailer << /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
		"%PDF-1.7\n<< /Size 3 /ID [<00><00>] >>\nstream\nstartxref\n9\n%%EOF\n",
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		assert_null(pdf_tail_open(arena, (struct bytes){ .data = files[i], .size = strlen(files[i]) }));
	static const char good[] = "%PDF-1.7\n<< /Root 1 0 R /Size 3 /ID [<00><00>] >>\nstream\nstartxref\n9\n%%EOF\n";
	struct pdf_tail *tail = pdf_tail_open(arena, (struct bytes){ .data = good, .size = strlen(good) });
	assert_non_null(tail);
	assert_int_equal(pdf_tail_reserve(tail, 2), 3);
	assert_int_equal(pdf_tail_reserve(tail, 1), 5);
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(texts_beyond_ascii_are_utf_16),
		cmocka_unit_test(a_file_that_ends_otherwise_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
