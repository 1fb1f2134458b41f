/* Letters tell a language, and where it ends. */
#include "text/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void told(const char *text, size_t at, const char *own, const char *language, size_t end)
{
	size_t found = strlen(text);
	const char *said = script_language(text, at, own, &found);
	if (language)
		assert_string_equal(said, language);
	else
		assert_null(said);
	assert_int_equal(found, end);
}

static void letters_tell_a_language_and_where_it_ends(void **state)
{
	(void)state;
	told("plain words", 0, "en", NULL, 11);
	told("on שלום", 0, "en", NULL, 3);
	told("on שלום", 3, "en", "he", 11);
	told("два слова GPT", 0, "en", "ru", 18);  /* with the space between them, and the one after */
	told("два слова, GPT", 0, "en", "ru", 17); /* the comma is the sentence's */
	told("два слова", 0, "ru", NULL, 17);      /* the document's own */
	told("旗舰版 5", 0, "en", "zh", 10);
	told("漢字かな", 0, "en", "ja", 12);
	told("Ünïcode Ærø", 0, "de", NULL, strlen("Ünïcode Ærø")); /* Latin letters */
	told("12 5", 0, "en", NULL, 4);
	told("", 0, "en", NULL, 0);
}

int main(void)
{
	const struct CMUnitTest all[] = { cmocka_unit_test(letters_tell_a_language_and_where_it_ends) };
	return cmocka_run_group_tests(all, NULL, NULL);
}
