/* What a language may ask of the program that the shipped ones do not: Polish and Arabic plurals, other digits, other
 * separators, months that change in a date. Both are made up here from their rules and a few phrases. */
#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/number_read.h"
#include "words/plural.h"
#include "words/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static enum plural polish_plural(struct plural_operands o)
{
	bool teens = o.i % 100 >= 12 && o.i % 100 <= 14;
	if (o.v)
		return PLURAL_OTHER;
	if (o.i == 1)
		return PLURAL_ONE;
	return o.i % 10 >= 2 && o.i % 10 <= 4 && !teens ? PLURAL_FEW : PLURAL_MANY;
}

static const struct unit_words polish_units[] = {
	{ "tokens", { "token", "tokeny", "tokenów", "tokena" } },
	{ "score", { "", "", "", "" } },
	{ NULL, { NULL } },
};

static const struct language polish = {
	.code = "pl",
	.name = "Polish",
	.digits = "0123456789",
	.point = ",",
	.thousands = "\u00a0",
	.minus = "\u2212",
	.plus = "+",
	.times_ten = "\u00a0\u00d7\u00a010",
	.percent = "%",
	.counts = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" },
	.list_comma = ", ",
	.list_last = " i ",
	.list_two = " i ",
	.list_semicolon = "; ",
	.sentence = CASE_CAPITAL,
	.heading = CASE_CAPITAL,
	.plural = polish_plural,
	.plurals = { PLURAL_ONE, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER },
	.in_headings = PLURAL_FEW,
	.units = polish_units,
	.magnitudes = { { "", "", "", "" },
	                { "tysiąc", "tysiące", "tysięcy", "tysiąca" },
	                { "milion", "miliony", "milionów", "miliona" },
	                { "miliard", "miliardy", "miliardów", "miliarda" } },
	.months = { [3] = "kwietnia" },
	.months_alone = { [3] = "kwiecień" },
	.day = "{day} {month} {year}",
	.month = "{month} {year}",
	.chapters = { (const char *const[WORDS]){ [WORD_FACT_MODELS] = "{n} {n?model:modele:modeli:modelu}",
	                                          [WORD_NOTE_ROWS_NOT_SHOWN] =
	                                                  "Nie pokazano {n} z {all} {all?modelu:modeli:modeli:modelu}.",
	                                          [WORD_LIST_MORE] = " i {n} {n?inny:inne:innych:innego}" } },
};

static enum plural arabic_plural(struct plural_operands o)
{
	if (o.v)
		return PLURAL_OTHER;
	if (o.i <= 2)
		return o.i == 0 ? PLURAL_ZERO : o.i == 1 ? PLURAL_ONE : PLURAL_TWO;
	return o.i % 100 >= 3 && o.i % 100 <= 10 ? PLURAL_FEW : o.i % 100 >= 11 ? PLURAL_MANY : PLURAL_OTHER;
}

static const struct language arabic = {
	.code = "ar",
	.name = "Arabic",
	.digits = "٠١٢٣٤٥٦٧٨٩",
	.point = "٫",
	.thousands = "٬",
	.minus = "\u061c-",
	.plus = "\u061c+",
	.times_ten = "\u00a0\u00d7\u00a010",
	.percent = "٪\u061c",
	.counts = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" },
	.list_comma = "، ",
	.list_last = " و",
	.list_two = " و",
	.list_semicolon = "؛ ",
	.sentence = CASE_AS_IS,
	.heading = CASE_AS_IS,
	.plural = arabic_plural,
	.plurals = { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER },
	.months = { [3] = "أبريل" },
	.day = "{day} {month} {year}",
	.month = "{month} {year}",
	.chapters = { (const char *const[WORDS]){
		[WORD_FACT_MODELS] = "{n?لا نماذج:نموذج واحد:نموذجان:{n} نماذج:{n} نموذجًا:{n} نموذج}" } },
};

static const struct {
	double number;
	int decimals;
	const char *polish, *arabic;
} counted[] = {
	{ 0, 0, "0 modeli", "لا نماذج" },
	{ 1, 0, "1 model", "نموذج واحد" },
	{ 2, 0, "2 modele", "نموذجان" },
	{ 3, 0, "3 modele", "٣ نماذج" },
	{ 5, 0, "5 modeli", "٥ نماذج" },
	{ 11, 0, "11 modeli", "١١ نموذجًا" },
	{ 12, 0, "12 modeli", "١٢ نموذجًا" },
	{ 22, 0, "22 modele", "٢٢ نموذجًا" },
	{ 100, 0, "100 modeli", "١٠٠ نموذج" },
	{ 101, 0, "101 modeli", "١٠١ نموذج" },
	{ 1.5, 1, "1,5 modelu", "١٫٥ نموذج" },
	{ 1, 1, "1,0 modelu", "١٫٠ نموذج" },
	{ 103, 0, "103 modele", "١٠٣ نماذج" },
	{ 111, 0, "111 modeli", "١١١ نموذجًا" },
	{ 12345, 0, "12\u00a0345 modeli", "١٢٬٣٤٥ نموذجًا" },
};

static char *models(struct arena *arena, const struct language *language, double number, int decimals)
{
	struct number_style style = number_style_of(language, NULL, decimals, 0, number);
	return words_fill(arena, language, WORD_FACT_MODELS, "n", number_text(arena, number, style), NULL);
}

static void words_bend_as_the_rule_of_their_language_says(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++) {
		assert_string_equal(models(arena, &polish, counted[i].number, counted[i].decimals), counted[i].polish);
		assert_string_equal(models(arena, &arabic, counted[i].number, counted[i].decimals), counted[i].arabic);
		bool one = counted[i].number == 1 && counted[i].decimals == 0;
		assert_true(str_ends(models(arena, &language_english, counted[i].number, counted[i].decimals),
		                     one ? "model" : "models"));
		assert_true(str_ends(models(arena, &language_german, counted[i].number, counted[i].decimals),
		                     one ? "Modell" : "Modelle"));
	}
	assert_string_equal(words_fill(arena, &polish, WORD_NOTE_ROWS_NOT_SHOWN, "n", "3", "all", "22", NULL),
	                    "Nie pokazano 3 z 22 modeli.");
	assert_string_equal(words_fill(arena, &polish, WORD_FACT_MODELS, "n", "wiele", NULL), "wiele modelu");
	arena_free(arena);
}

static void operands_are_those_of_what_is_printed(void **state)
{
	(void)state;
	struct plural_operands o = plural_operands(&polish, "1\u00a0234,50");
	assert_true(o.n == 1234.5 && o.i == 1234 && o.v == 2 && o.f == 50);
	o = plural_operands(&arabic, "\u061c-١٫٠٥");
	assert_true(o.n == 1.05 && o.i == 1 && o.v == 2 && o.f == 5);
	o = plural_operands(&language_german, "1.234");
	assert_true(o.n == 1234 && o.i == 1234 && o.v == 0 && o.f == 0);
	assert_int_equal(plural_of(&language_english, "1 of 2"), PLURAL_OTHER);
	assert_int_equal(plural_of(&language_english, ""), PLURAL_OTHER);
	assert_int_equal(plural_of(&language_english, "-1"), PLURAL_ONE);
	assert_int_equal(plural_of(&language_english, "one"), PLURAL_ONE);
	assert_int_equal(plural_of(&language_german, "eins"), PLURAL_ONE);
	assert_int_equal(plural_of(&language_english, "twelve"), PLURAL_OTHER);
	assert_int_equal(plural_form(&polish, PLURAL_MANY), 2);
	assert_int_equal(plural_form(&polish, PLURAL_TWO), 3);
}

static void lists_have_the_separators_of_their_language(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
	struct language english = language_english;
	assert_string_equal(words_list(arena, &arabic, names, 3, 6), "A، B وC");
	assert_string_equal(words_list(arena, &polish, names, 8, 6), "A, B, C, D i 4 inne");
	assert_string_equal(words_list(arena, &polish, names, 8, 4), "A, B i 6 innych");
	english.list_last = ", and ";
	assert_string_equal(words_list(arena, &english, names, 3, 6), "A, B, and C");
	assert_string_equal(words_list(arena, &english, names, 2, 6), "A and B");
	assert_string_equal(words_list(arena, &english, names, 6, 6), "A, B, C, D, E, and F");
	arena_free(arena);
}

static void sentences_and_headings_start_as_their_language_starts_them(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct language turkish = language_english, headless = language_english;
	turkish.dotted_i = true;
	headless.heading = CASE_AS_IS;
	static const char *const pairs[][2] = { { "śmiech", "Śmiech" },
		                                { "älter", "Älter" },
		                                { "ÿ", "Ÿ" },
		                                { "żaba", "Żaba" },
		                                { "ž", "Ž" },
		                                { "ľ", "Ľ" },
		                                { "ψ", "Ψ" },
		                                { "я", "Я" },
		                                { "ё", "Ё" },
		                                { "ạ", "Ạ" },
		                                { "ỿ", "Ỿ" },
		                                { "ķ", "Ķ" },
		                                { "ňa", "Ňa" },
		                                { "ŷ", "Ŷ" },
		                                { "џ", "Џ" },
		                                { "ω", "Ω" },
		                                { "α", "Α" },
		                                { "ς", "ς" },
		                                { "ß", "ß" },
		                                { "×2", "×2" },
		                                { "÷2", "÷2" },
		                                { "Z", "Z" },
		                                { "4 models", "4 models" },
		                                { "{x", "{x" },
		                                { "ı", "I" },
		                                { "", "" } };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		assert_string_equal(words_sentence(arena, &polish, pairs[i][0]), pairs[i][1]);
	assert_string_equal(words_sentence(arena, &turkish, "iki"), "İki");
	assert_string_equal(words_sentence(arena, &language_english, "it"), "It");
	assert_string_equal(words_sentence(arena, &arabic, "iota"), "iota");
	assert_string_equal(words_heading(arena, &headless, "percent"), "percent");
	assert_string_equal(words_heading(arena, &language_english, "percent"), "Percent");
	assert_string_equal(words_sentence(arena, &headless, "percent"), "Percent");
	arena_free(arena);
}

static void numbers_and_dates_have_the_digits_of_their_language(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct number_style style = number_style_of(&arabic, NULL, 1, 0, 12345);
	assert_string_equal(number_text(arena, -12345.67, style), "\u061c-١٢٬٣٤٥٫٧");
	assert_string_equal(number_signed(arena, 9876.5, style), "\u061c+٩٬٨٧٦٫٥");
	assert_string_equal(number_plain(arena, &arabic, 1070), "١٠٧٠");
	assert_string_equal(words_date(arena, &arabic, (struct date){ 2026, 4, 8 }), "٨ أبريل ٢٠٢٦");
	assert_string_equal(words_date(arena, &arabic, (struct date){ 2026, 4, 0 }), "أبريل ٢٠٢٦");
	assert_string_equal(words_date(arena, &polish, (struct date){ 2026, 4, 8 }), "8 kwietnia 2026");
	assert_string_equal(words_date(arena, &polish, (struct date){ 2026, 4, 0 }), "kwiecień 2026");
	assert_string_equal(words_date(arena, &polish, (struct date){ 2026, 0, 0 }), "2026");
	arena_free(arena);
}

static void units_bend_with_their_number_and_magnitude(void **state)
{
	(void)state;
	static const struct {
		double value;
		int decimals, magnitude;
		const char *words;
	} gaps[] = { { 1, 0, 0, "1\u00a0token" },
		     { 2, 0, 0, "2\u00a0tokeny" },
		     { 5, 0, 0, "5\u00a0tokenów" },
		     { 1.5, 1, 0, "1,5\u00a0tokena" },
		     { 1e6, 0, 6, "1\u00a0milion tokenów" },
		     { 2e6, 0, 6, "2\u00a0miliony tokenów" },
		     { 1.5e6, 1, 6, "1,5\u00a0miliona tokenów" },
		     { 58e9, 0, 9, "58\u00a0miliardów tokenów" } };
	struct arena *arena = arena_new();
	const struct unit runs = { .name = "runs", .kind = UNIT_AMOUNT };
	for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
		struct number_style style = number_style_of(&polish, NULL, gaps[i].decimals, gaps[i].magnitude, 0);
		assert_string_equal(number_gap(arena, gaps[i].value, style, &unit_tokens), gaps[i].words);
	}
	assert_string_equal(number_unit(arena, &polish, &unit_tokens, 0), "tokeny");
	assert_string_equal(number_unit(arena, &polish, &unit_tokens, 3), "tysiące tokenów");
	assert_string_equal(number_unit(arena, &polish, &unit_score, 6), "miliony");
	assert_null(number_unit(arena, &polish, &unit_score, 0));
	assert_string_equal(number_unit(arena, &polish, &runs, 3), "tysiące runs"); /* a data set's own */
	assert_string_equal(number_unit(arena, &language_english, &unit_percent, 6), "%");
	assert_string_equal(number_magnitude(&polish, "1,5", 6), "miliona");
	struct number_style million = number_style_of(&language_german, NULL, 0, 6, 1e6);
	assert_string_equal(number_gap(arena, 1e6, million, &unit_tokens), "1\u00a0Million Tokens");
	assert_string_equal(number_gap(arena, -1, number_style_of(&language_english, NULL, 0, 0, 1), &unit_points),
	                    "\u22121\u00a0point");
	arena_free(arena);
}

static void what_is_printed_reads_back(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct language *const all[] = { &language_english, &language_german, &polish, &arabic };
	static const double values[] = { 0, 7, -7, 12.5, 999, 1000, 9999.5, -12345.25, 1e6, 123456789 };
	for (size_t l = 0; l < sizeof all / sizeof *all; l++)
		for (size_t i = 0; i < sizeof values / sizeof *values; i++)
			for (int decimals = 0; decimals < 4; decimals++) {
				struct number_style style = number_style_of(all[l], NULL, decimals, 0, values[i]);
				char *text = number_text(arena, values[i], style);
				struct number_printed read =
					number_read(all[l], arena_printf(arena, "%s. And so on", text));
				assert_int_equal(read.bytes, strlen(text));
				assert_int_equal(read.decimals, decimals);
				assert_true(read.number == number_shown(values[i], style));
				assert_int_equal(read.minus, values[i] < 0);
				assert_false(read.hyphen || read.plus);
				assert_int_equal(read.grouped, values[i] > 9999 || values[i] < -9999);
			}
	arena_free(arena);
}

static void only_numbers_are_read(void **state)
{
	(void)state;
	static const char *const none[] = { "", "-", "\u2212", ",5", ".5", ",123", "-,123", "+", "x1", " 1", "٣" };
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		assert_int_equal(number_read(&language_english, none[i]).bytes, 0);
	struct number_printed read = number_read(&language_english, "-1,234.5.6");
	assert_true(read.hyphen && read.number == -1234.5 && read.bytes == 8 && read.whole == 4 && read.decimals == 1);
	read = number_read(&language_english, "12,34");
	assert_true(read.number == 12 && !read.grouped && read.bytes == 2);
	read = number_read(&language_english, "+3.5 points");
	assert_true(read.plus && !read.minus && read.number == 3.5 && read.bytes == 4);
	read = number_read(&language_german, "1.234.567,25");
	assert_true(read.grouped && read.number == 1234567.25 && read.whole == 7);
	assert_true(number_read(&language_english, "3,142").number == 3142);
	assert_true(number_read(&language_english, "3.142,9").number == 3.142);
	assert_true(number_starts(&arabic, "٣") && number_starts(&arabic, "3") && !number_starts(&arabic, "-3"));
	char digits[101];
	memset(digits, '7', 100);
	digits[100] = '\0';
	assert_true(number_read(&language_english, digits).bytes < 64); /* and nothing is overrun */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_bend_as_the_rule_of_their_language_says),
		cmocka_unit_test(operands_are_those_of_what_is_printed),
		cmocka_unit_test(lists_have_the_separators_of_their_language),
		cmocka_unit_test(sentences_and_headings_start_as_their_language_starts_them),
		cmocka_unit_test(numbers_and_dates_have_the_digits_of_their_language),
		cmocka_unit_test(units_bend_with_their_number_and_magnitude),
		cmocka_unit_test(what_is_printed_reads_back),
		cmocka_unit_test(only_numbers_are_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
