/* How findings are counted, kept and shown. */
#define _POSIX_C_SOURCE 200809L

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static char *printed(struct arena *arena, const struct diags *diags)
{
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	diags_print(diags, out, false);
	fclose(out);
	char *copy = arena_strdup(arena, text);
	free(text);
	return copy;
}

static void diagnostics_are_counted_and_sorted(void **state)
{
	struct diags *diags = diags_new(*state);
	assert_true(diags_ok(diags));
	diag_add(diags, DIAG_WARNING, (struct place){ "b", 2, 1 }, NULL, "later");
	assert_true(diags_ok(diags));
	diag_add(diags, DIAG_ERROR, (struct place){ "a", 2, 9 }, "hint", "escape \033[31m");
	diag_add(diags, DIAG_ERROR, (struct place){ "a", 2, 1 }, NULL, "to the left of it");
	diag_add(diags, DIAG_WARNING, (struct place){ "b", 1, 1 }, NULL, "earlier");
	assert_false(diags_ok(diags));
	assert_int_equal(diags_count(diags, DIAG_ERROR), 2);
	assert_string_equal(printed(*state, diags), "b:1:1: warning: earlier\n"
	                                            "b:2:1: warning: later\n"
	                                            "a:2:1: error: to the left of it\n"
	                                            "a:2:9: error: escape \\x1b[31m\n  hint: hint\n");
}

static void add_columns(struct diags *diags, const char *file, int n)
{
	for (int i = 0; i < n; i++)
		diag_add(diags, DIAG_WARNING, (struct place){ file, 1, i + 1 }, "a hint", "column %d", i + 1);
}

static void up_to_ten_findings_of_a_kind_are_all_shown(void **state)
{
	struct diags *diags = diags_new(*state);
	add_columns(diags, "a.csv", 10);
	add_columns(diags, "b.csv", 10); /* a kind of its own: another file */
	char *text = printed(*state, diags);
	assert_non_null(strstr(text, "a.csv:1:10: warning: column 10\n  hint: a hint\nb.csv:1:1:"));
	assert_null(strstr(text, "more"));
}

static void more_than_ten_of_a_kind_are_three_and_a_count(void **state)
{
	struct diags *diags = diags_new(*state);
	add_columns(diags, "a.csv", 11);
	diag_add(diags, DIAG_WARNING, (struct place){ "a.csv", 1, 3 }, NULL, "of another kind");
	diag_add(diags, DIAG_ERROR, (struct place){ "a.csv", 2, 3 }, NULL, "column %d", 1); /* of another severity */
	assert_string_equal(printed(*state, diags), "a.csv:1:1: warning: column 1\n  hint: a hint\n"
	                                            "a.csv:1:2: warning: column 2\n  hint: a hint\n"
	                                            "a.csv:1:3: warning: column 3\n  hint: a hint\n"
	                                            "a.csv: warning: and 8 more like this\n"
	                                            "a.csv:1:3: warning: of another kind\n"
	                                            "a.csv:2:3: error: column 1\n");
	assert_int_equal(diags_count(diags, DIAG_WARNING), 12);
}

static void messages_passed_whole_are_of_one_kind_only_if_equal(void **state)
{
	struct diags *diags = diags_new(*state);
	for (int i = 0; i < 12; i++)
		diag_add(diags, DIAG_NOTE, place_file(NULL), NULL, "%s", i % 4 ? "often" : "seldom");
	for (int i = 0; i < 12; i++)
		diag_add(diags, DIAG_NOTE, place_file(NULL), NULL, "%s", "always");
	char *text = printed(*state, diags);
	assert_true(str_ends(text, "benchbrief: note: always\nbenchbrief: note: and 9 more like this\n"));
	assert_non_null(strstr(text, "often"));
	text = strstr(text, "more");
	assert_null(strstr(text + 1, "more"));
}

static void a_hundred_of_a_kind_are_kept_and_the_rest_counted(void **state)
{
	struct diags *diags = diags_new(*state), *all = diags_new(*state);
	add_columns(diags, "a.csv", 250);
	assert_int_equal(diags_more(diags, 98), 0);
	assert_int_equal(diags_more(diags, 99), 150);
	assert_null(diags_at(diags, 100));
	add_columns(all, "a.csv", 5);
	diags_append(all, diags);
	assert_int_equal(diags_count(all, DIAG_WARNING), 255);
	assert_int_equal(diags_more(all, 99), 155);
	assert_non_null(strstr(printed(*state, all), "a.csv: warning: and 252 more like this\n"));
}

static void a_repeated_finding_stays_of_its_kind(void **state)
{
	struct diags *diags = diags_new(*state), *again = diags_new(*state);
	add_columns(diags, "a.csv", 11);
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(diags, i)); i++)
		diag_repeat(again, d, (struct place){ "b.md", 7, 1 });
	diag_repeat(again, diags_at(diags, 0), place_file("c.md"));
	char *text = printed(*state, again);
	assert_non_null(strstr(text, "b.md: warning: and 8 more like this\nc.md: warning: column 1\n"));
}

static void a_list_is_bounded_and_cheap(void **state)
{
	struct diags *diags = diags_new(*state), *all = diags_new(*state);
	for (int i = 0; i < 1005; i++)
		diag_add(diags, DIAG_ERROR, place_file(arena_printf(*state, "%d.csv", i)), NULL, "wrong");
	assert_non_null(diags_at(diags, 999));
	assert_null(diags_at(diags, 1000));
	assert_true(str_ends(printed(*state, diags), "benchbrief: and 5 more errors\n"));
	diags_append(all, diags);
	assert_int_equal(diags_count(all, DIAG_ERROR), 1005);
	size_t before = arena_used(*state);
	for (int i = 0; i < 100000; i++)
		diag_add(diags, DIAG_ERROR, (struct place){ "0.csv", i, 1 }, "a hint", "wrong");
	add_columns(diags, "many.csv", 100000);
	assert_true(arena_used(*state) - before < 500000);
	assert_int_equal(diags_count(diags, DIAG_ERROR), 101005);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(diagnostics_are_counted_and_sorted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(up_to_ten_findings_of_a_kind_are_all_shown, set_up, tear_down),
		cmocka_unit_test_setup_teardown(more_than_ten_of_a_kind_are_three_and_a_count, set_up, tear_down),
		cmocka_unit_test_setup_teardown(messages_passed_whole_are_of_one_kind_only_if_equal, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_hundred_of_a_kind_are_kept_and_the_rest_counted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_repeated_finding_stays_of_its_kind, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_list_is_bounded_and_cheap, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
