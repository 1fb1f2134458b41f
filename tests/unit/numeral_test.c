/* Numbers in running text: which there are, what they say, and what is none. */
#include "base/arena.h"
#include "base/str.h"
#include "words/numeral.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* "[42.8%]=42.8 .1 percent": every numeral as it stands, with what it says. */
static char *found(struct arena *arena, const struct language *language, const char *text)
{
	static const char *const forms[] = { "", " ordinal", " times", " share", " date" };
	struct strbuf b = strbuf_new(arena);
	struct numeral n;
	for (size_t at = 0; numeral_next(language, text, strlen(text), &at, &n);) {
		assert_true(n.start < n.end && n.end <= strlen(text) && at == n.end);
		strbuf_addf(&b, "%s[%.*s]", b.n ? " " : "", (int)(n.end - n.start), text + n.start);
		if (n.form == NUMERAL_DATE)
			strbuf_addf(&b, "=%04d-%02d-%02d", n.date.year, n.date.month, n.date.day);
		else if (!isnan(n.value))
			strbuf_addf(&b, "=%.12g", n.value);
		if (n.decimals)
			strbuf_addf(&b, " .%d", n.decimals);
		strbuf_addf(&b, "%s%s%s%s", forms[n.form], n.attached ? " attached" : "", n.unit ? " " : "",
		            n.unit ? n.unit : "");
		assert_true(n.percent == str_eq(n.unit, "percent"));
	}
	return b.s;
}

struct example {
	const char *text, *found;
};

static void check(const struct language *language, const struct example *examples, size_t n)
{
	struct arena *arena = arena_new();
	for (size_t i = 0; i < n; i++) {
		char *had = found(arena, language, examples[i].text);
		if (!str_eq(had, examples[i].found))
			fail_msg("%s: \"%s\"\n  had %s\n want %s", language->code, examples[i].text, had,
			         examples[i].found);
	}
	arena_free(arena);
}

#define CHECK(language, ...)                                                                                           \
	do {                                                                                                           \
		static const struct example examples[] = { __VA_ARGS__ };                                              \
		check(&(language), examples, sizeof examples / sizeof *examples);                                      \
	} while (0)

static void numbers_in_other_signs_are_numbers_unless_they_are_part_of_a_word(void **state)
{
	(void)state;
	CHECK(language_english, { "\u2462 models", "[\u2462]=3" }, { "Claude \u2163", "[\u2163]=4" },
	      { "\u24f5 and \u24fe models", "[\u24f5]=1 [\u24fe]=10" }, { "rank IV", "[IV]=4 ordinal" },
	      { "rank iii", "[iii]=3 ordinal" }, { "rank IIII", "" }, { "a place I like", "" }, { "ranked C", "" },
	      { "\u4e00\u822c", "" }, { "\u5343\u95ee", "" }, { "\u4e09\u4e2a", "[\u4e09]=3" }, { "Claude IV", "" },
	      { "at \u00b2 or m\u00b2", "[\u00b2]=2" }, { "\u4e09 of them", "[\u4e09]=3" },
	      { "\u4e8c\u5341\u4e09", "[\u4e8c\u5341\u4e09]=23" }, { "\u7edf\u4e00", "" },
	      { "twentieth", "[twentieth]=20 ordinal" });
	CHECK(language_german, { "Rang IX", "[IX]=9 ordinal" }, { "am zwanzigsten", "[zwanzigsten]=20 ordinal" });
}

static void digits_are_read_with_the_separators_of_the_language(void **state)
{
	(void)state;
	CHECK(language_english, { "It scores 57.", "[57]=57" }, { "1,234.5 of them", "[1,234.5]=1234.5 .1" },
	      { "12,345,678", "[12,345,678]=12345678" }, { "1\u00a0234", "[1\u00a0234]=1234" },
	      { "in 2024, 2025", "[2024]=2024 [2025]=2025" }, { ".5 and 0.50", "[.5]=0.5 .1 [0.50]=0.5 .2" },
	      { "1.5e3 and 2e-3", "[1.5e3]=1500 .1 [2e-3]=0.002" }, { "4.6.1 is out", "[4.6.1]" },
	      { "1.234,5", "[1.234,5]" }, { "no number here.", "" });
	CHECK(language_german, { "1.234,5 davon", "[1.234,5]=1234.5 .1" }, { "42,8", "[42,8]=42.8 .1" },
	      { "Rang 3. Danach", "[3.]=3 ordinal" }, { "es sind 57.", "[57]=57" });
}

static void digits_of_any_script_are_numbers(void **state)
{
	(void)state;
	CHECK(language_english, { "score ٤٢٫٨ here", "[٤٢٫٨]=42.8 .1" }, { "１２．５", "[１２．５]=12.5 .1" },
	      { "४२ points", "[४२]=42 points" }, { "½ and 1½", "[½]=0.5 share [1½]=1.5 share" },
	      { "m² and footnote¹", "" });
}

static void a_number_has_its_sign_unit_and_magnitude(void **state)
{
	(void)state;
	CHECK(language_english, { "down −3.5 points", "[−3.5]=-3.5 .1 points" }, { "(-3) or +4", "[-3]=-3 [+4]=4" },
	      { "$14.3 billion", "[$14.3 billion]=14300000000 .1 usd" }, { "-$5", "[-$5]=-5 usd" },
	      { "€5 or 5 €", "[€5]=5 eur [5 €]=5 eur" }, { "57 million tokens", "[57 million]=57000000 tokens" },
	      { "200k tokens", "[200k]=200000 tokens" },
	      { "4.9\u00a0\u00d7\u00a010\u207b\u00b9\u2070 units",
	        "[4.9\u00a0\u00d7\u00a010\u207b\u00b9\u2070]=4.9e-10 .1" },
	      { "70B weights", "[70B]=70000000000" },
	      { "48%, 48 % and 48 percent", "[48%]=48 percent [48 %]=48 percent [48 percent]=48 percent" },
	      { "fifty percent", "[fifty percent]=50 percent" }, { "13.7 seconds", "[13.7]=13.7 .1 seconds" });
	CHECK(language_german, { "14,3 Milliarden", "[14,3 Milliarden]=14300000000 .1" },
	      { "48\u202f% und 48 Prozent", "[48\u202f%]=48 percent [48 Prozent]=48 percent" },
	      { "57 Millionen Tokens", "[57 Millionen]=57000000 tokens" });
}

static void a_range_is_two_numbers_and_a_hyphen_in_a_name_is_no_minus(void **state)
{
	(void)state;
	CHECK(language_english, { "40-60", "[40]=40 [60]=60" }, { "40–60%", "[40]=40 [60%]=60 percent" },
	      { "GPT-5.4", "[5.4]=5.4 .1 attached" }, { "v4.6", "[4.6]=4.6 .1 attached" },
	      { "a 40-page text", "[40]=40" }, { "in 3D", "[3]=3 attached" }, { "mid-2026", "[2026]=2026 attached" });
}

static void multiples_and_shares_are_told_apart(void **state)
{
	(void)state;
	CHECK(language_english, { "3x, 3× and 3-fold", "[3x]=3 times [3×]=3 times [3-fold]=3 times" },
	      { "three times as many", "[three times]=3 times" },
	      { "twice, doubled", "[twice]=2 times [doubled]=2 times" }, { "3 x 4", "[3]=3 [4]=4" },
	      { "2/3 of it", "[2/3]=0.666666666667 share" },
	      { "half, a third, two-thirds",
	        "[half]=0.5 share [a third]=0.333333333333 share [two-thirds]=0.666666666667 share" },
	      { "three quarters", "[three quarters]=0.75 share" });
	CHECK(language_german, { "doppelt, dreimal, 3-mal", "[doppelt]=2 times [dreimal]=3 times [3-mal]=3 times" },
	      { "die Hälfte, ein Drittel", "[Hälfte]=0.5 share [ein Drittel]=0.333333333333 share" },
	      { "zwei Drittel", "[zwei Drittel]=0.666666666667 share" },
	      { "die dreifache Zahl", "[dreifache]=3 times" });
}

static void number_words_count_but_one_and_first_do_not(void **state)
{
	(void)state;
	CHECK(language_english, { "Two of twelve", "[Two]=2 [twelve]=12" }, { "one of the first", "" },
	      { "often ten tenths", "[ten tenths]=1 share" }, { "attend, weight, someone", "" },
	      { "twenty-three", "[twenty-three]=23" },
	      { "a million, two hundred", "[a million]=1000000 [two hundred]=200" }, { "a book, an hour", "" },
	      { "a third-party score, third parties", "" },
	      { "the third, fourth", "[third]=3 ordinal [fourth]=4 ordinal" },
	      { "tokens per second; a second try; the second", "[second]=2 ordinal" });
	CHECK(language_german, { "Zwei von zwölf", "[Zwei]=2 [zwölf]=12" }, { "eins, der erste, ein", "" },
	      { "dreiundzwanzig", "[dreiundzwanzig]=23" }, { "das zweitbeste, die dritten", "[dritten]=3 ordinal" },
	      { "beachten, Klavier, Elfe", "" });
}

static void ordinals_of_digits_are_known_by_their_ending(void **state)
{
	(void)state;
	CHECK(language_english, { "3rd, 21st and #4", "[3rd]=3 ordinal [21st]=21 ordinal [#4]=4 ordinal" },
	      { "it ranks 3. Then", "[3]=3 ordinal" }, { "it ranks 30 models", "[30]=30" },
	      { "number two", "[two]=2 ordinal" }, { "in place two models", "[two]=2" });
	CHECK(language_german, { "auf dem 3. Platz", "[3.]=3 ordinal" }, { "auf Platz 2", "[2]=2 ordinal" },
	      { "der zweiundzwanzigste", "[zweiundzwanzigste]=22 ordinal" });
}

static void dates_are_one_numeral(void **state)
{
	(void)state;
	CHECK(language_english, { "on 8 April 2026, late", "[8 April 2026]=2026-04-08 date" },
	      { "April 8, 2026", "[April 8, 2026]=2026-04-08 date" }, { "8th April", "[8th April]=0000-04-08 date" },
	      { "April 2026", "[April 2026]=2026-04-00 date" }, { "Apr. 2026", "[Apr. 2026]=2026-04-00 date" },
	      { "2026-04-08", "[2026-04-08]=2026-04-08 date" }, { "in 2026", "[2026]=2026" },
	      { "It may 8 times", "[8 times]=8 times" }, { "2026-13-08", "[2026]=2026 [13]=13 [08]=8" });
	CHECK(language_german, { "am 8. April 2026", "[8. April 2026]=2026-04-08 date" },
	      { "März 2026", "[März 2026]=2026-03-00 date" });
}

static void a_number_equals_what_rounds_to_its_digits(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		double x;
		bool equal;
	} cases[] = {
		{ "42.8", 42.84, true },        { "42.8", 42.86, false },     { "43", 42.8, true },
		{ "57 million", 57.4e6, true }, { "57 million", 5e7, false }, { "half", 0.5, true },
		{ "half", 0.48, false },        { "−3.5", -3.5, true },       { "−3.5", 3.5, false },
		{ "4.6.1", 4.6, false },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct numeral n;
		size_t at = 0;
		assert_true(numeral_next(&language_english, cases[i].text, strlen(cases[i].text), &at, &n));
		if (numeral_equals(&n, cases[i].x) != cases[i].equal)
			fail_msg("%s and %g", cases[i].text, cases[i].x);
	}
}

static void a_text_cut_off_is_read_no_further(void **state)
{
	(void)state;
	struct numeral n;
	size_t at = 0;
	assert_true(numeral_next(&language_english, "42.8% million", 2, &at, &n));
	assert_int_equal(n.end, 2);
	assert_true(n.value == 42);
	assert_false(numeral_next(&language_english, "42.8% million", 2, &at, &n));
}

/* Whatever the text: no byte outside it is read, and every numeral lies behind the one before. */
static void numerals_follow_each_other_in_any_text(void **state)
{
	(void)state;
	static const char *const pieces[] = {
		"1", "23", ".", ",", "-",     " ",    "two",   "$",    "€", "%",      "x",
		"½", "/",  "e", "٣", "April", "2026", "third", "half", "ä", "\u00a0", "−"
	};
	struct arena *arena = arena_new();
	uint32_t seed = 1;
	for (int round = 0; round < 20000; round++) {
		struct strbuf b = strbuf_new(arena);
		for (int i = 0; i < 12; i++) {
			seed = seed * 1664525u + 1013904223u;
			strbuf_add(&b, pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		struct numeral n;
		size_t last = 0;
		for (size_t at = 0;
		     numeral_next(round % 2 ? &language_english : &language_german, b.s, b.n, &at, &n);) {
			assert_true(n.start >= last && n.end > n.start && n.end <= b.n);
			last = n.end;
		}
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits_are_read_with_the_separators_of_the_language),
		cmocka_unit_test(numbers_in_other_signs_are_numbers_unless_they_are_part_of_a_word),
		cmocka_unit_test(digits_of_any_script_are_numbers),
		cmocka_unit_test(a_number_has_its_sign_unit_and_magnitude),
		cmocka_unit_test(a_range_is_two_numbers_and_a_hyphen_in_a_name_is_no_minus),
		cmocka_unit_test(multiples_and_shares_are_told_apart),
		cmocka_unit_test(number_words_count_but_one_and_first_do_not),
		cmocka_unit_test(ordinals_of_digits_are_known_by_their_ending),
		cmocka_unit_test(dates_are_one_numeral),
		cmocka_unit_test(a_number_equals_what_rounds_to_its_digits),
		cmocka_unit_test(a_text_cut_off_is_read_no_further),
		cmocka_unit_test(numerals_follow_each_other_in_any_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
