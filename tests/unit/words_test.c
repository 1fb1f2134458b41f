/* Languages: every phrase exists, with the same holes in all languages. */
#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/number_read.h"
#include "words/numeral.h"
#include "words/words.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The names of the holes, each once, in the order of the alphabet. "{n?a:b}" counts as n. */
static const char *holes_of(struct arena *arena, const char *phrase)
{
	const char *holes[16];
	size_t n = 0;
	for (const char *at = strchr(phrase, '{'); at; at = strchr(at + 1, '{')) {
		assert_non_null(strchr(at, '}'));
		char *name = arena_strndup(arena, at + 1, strcspn(at + 1, "?}"));
		size_t i = 0;
		while (i < n && strcmp(holes[i], name) < 0)
			i++;
		if (i < n && str_eq(holes[i], name))
			continue;
		memmove(holes + i + 1, holes + i, (n - i) * sizeof *holes);
		holes[i] = name;
		assert_true(++n < 16);
	}
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < n; i++)
		strbuf_addf(&b, "%s ", holes[i]);
	return b.s;
}

/* Every choice lists as many forms as the language distinguishes. */
static void check_choices(const struct language *l, const char *phrase)
{
	size_t forms = 1;
	while (l->plurals[forms - 1] != PLURAL_OTHER)
		forms++;
	for (const char *at = strchr(phrase, '?'); at; at = strchr(at + 1, '?')) {
		size_t listed = 1, depth = 1;
		for (const char *c = at + 1; depth; c++) {
			depth += (size_t)(*c == '{') - (size_t)(*c == '}');
			listed += *c == ':' && depth == 1;
		}
		if (listed != forms)
			fail_msg("%s: %zu forms where there are %zu: %s", l->name, listed, forms, phrase);
	}
}

static void check_forms(const struct language *l, const char *const *forms, const char *what)
{
	for (size_t k = 0; k == 0 || l->plurals[k - 1] != PLURAL_OTHER; k++)
		if (!forms[k])
			fail_msg("%s: form %zu of %s is missing", l->name, k, what);
}

/* Holes that only choose between one and many may be missing where a language needs no choice; those inside a
 * choice count. */
static const char *without_choices(struct arena *arena, const char *phrase)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *c = phrase; *c; c++) {
		size_t key = *c == '{' ? strcspn(c, "?}") : 0;
		if (key && c[key] == '?')
			c += strcspn(c + 1, "{}"); /* up to a hole inside or its end */
		else
			strbuf_addn(&b, c, 1);
	}
	return holes_of(arena, b.s);
}

static bool names_unit(const struct language *language, const char *unit)
{
	for (const struct unit_words *words = language->units; words->unit; words++)
		if (str_eq(words->unit, unit))
			return true;
	return false;
}

static void every_language_has_every_word(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct language *l;
	for (size_t i = 0; (l = language_at(i)); i++) {
		for (int w = 0; w < WORDS; w++) {
			if (!*words_get(l, w))
				fail_msg("%s has no phrase %d (\"%s\" in English)", l->name, w,
				         words_get(&language_english, w));
			check_choices(l, words_get(l, w));
			assert_string_equal(without_choices(arena, words_get(l, w)),
			                    without_choices(arena, words_get(&language_english, w)));
		}
		for (int k = 0; k < 12; k++)
			assert_non_null(l->months[k]);
		for (int k = 0; k < 13; k++)
			assert_true(l->counts[k] && l->spelled[k]);
		for (size_t k = 0; l->units[k].unit; k++)
			check_forms(l, l->units[k].forms, l->units[k].unit);
		for (size_t k = 0; unit_at(k); k++)
			if (!names_unit(l, unit_at(k)->name))
				fail_msg("%s has no words for the unit %s", l->name, unit_at(k)->name);
		for (int k = 0; k < 4; k++)
			check_forms(l, l->magnitudes[k], "a magnitude");
		assert_true(l->point && l->thousands && l->percent && l->percent_word && l->day && l->month &&
		            l->ordinal && l->plural && l->minus && l->plus);
		assert_true(l->list_comma && l->list_last && l->list_two && l->list_semicolon);
		assert_int_equal(utf8_count(l->digits), 10);
	}
	arena_free(arena);
}

static bool has_word(const struct language *l, double value, enum number_form form)
{
	for (const struct number_word *w = l->numerals; w->text; w++)
		if (w->value == value && w->form == form)
			return true;
	return false;
}

/* What a text says in words is a number in every language, and its words are found where they stand alone. */
static void every_language_has_number_words(void **state)
{
	(void)state;
	const struct language *l;
	for (size_t i = 0; (l = language_at(i)); i++) {
		for (int n = 2; n <= 12; n++)
			assert_true(has_word(l, n, NUMBER_CARDINAL) && has_word(l, n, NUMBER_ORDINAL));
		assert_true(has_word(l, 0.5, NUMBER_SHARE) && has_word(l, 2, NUMBER_TIMES) &&
		            has_word(l, 3, NUMBER_TIMES));
		assert_true(has_word(l, 3, NUMBER_PART) && has_word(l, 4, NUMBER_PART) &&
		            has_word(l, 1e6, NUMBER_MANY));
		assert_true(l->version && *l->version && l->references && l->ordinal_endings);
		for (const struct number_word *w = l->numerals; w->text; w++) {
			struct numeral n;
			if (w > l->numerals) /* they are sought until the letter is past */
				assert_true(tolower((unsigned char)*w[-1].text) <= tolower((unsigned char)*w->text));
			size_t at = 0, length = strcspn(w->text, "~");
			bool alone = w->form == NUMBER_CARDINAL || w->form == NUMBER_TENS ||
			             w->form == NUMBER_ORDINAL || w->form == NUMBER_TIMES || w->form == NUMBER_SHARE;
			if (alone &&
			    (!numeral_next(l, w->text, length, &at, &n) || n.end != length || n.value != w->value))
				fail_msg("%s: \"%s\" is not read as it is listed", l->code, w->text);
		}
	}
}

static void holes_are_filled_and_choices_made(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct language *en = &language_english, *de = &language_german;
	assert_string_equal(words_fill(arena, en, WORD_NOTE_ROWS_NOT_SHOWN, "n", "8", "all", "20", NULL),
	                    "Not shown: 8 of 20 models.");
	assert_string_equal(words_fill(arena, en, WORD_NOTE_ROWS_NOT_SHOWN, "n", "1", "all", "1", NULL),
	                    "Not shown: 1 of 1 model.");
	assert_string_equal(words_fill(arena, de, WORD_NOTE_AMBIGUOUS, "n", "1", NULL),
	                    "1 veröffentlichter Wert lässt sich keinem Modell zuordnen.");
	assert_string_equal(words_fill(arena, en, WORD_TITLE_LEADS, "name", "{on}", "on", "X", NULL),
	                    "{on} leads on X");
	assert_string_equal(
		words_fill(arena, de, WORD_TITLE_SHARES_WITH, "name", "A", "on", "X", "count", "1", "n", "1", NULL),
		"A führt bei X zusammen mit einem weiteren Modell");
	assert_string_equal(
		words_fill(arena, de, WORD_TITLE_SHARES_WITH, "name", "A", "on", "X", "count", "2", "n", "2", NULL),
		"A führt bei X zusammen mit 2 weiteren");
	assert_string_equal(words_fill(arena, en, WORD_TITLE_LEADS, "name", "A", NULL), "A leads on {on}");
	arena_free(arena);
}

static void numbers_and_dates_are_written_as_the_language_writes_them(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct number_style en = number_style_of(&language_english, NULL, 1, 0, 12345), de = en;
	de.language = &language_german;
	assert_string_equal(number_text(arena, -12345.67, en), "\u221212,345.7");
	assert_string_equal(number_text(arena, -12345.67, de), "\u221212.345,7");
	const struct number_style whole = number_style_of(&language_english, NULL, 0, 0, 1e15);
	assert_string_equal(number_text(arena, 999999999999999, whole), "999,999,999,999,999");
	assert_string_equal(number_text(arena, 1e15, whole), "1,000,000,000,000,000");
	assert_string_equal(number_signed(arena, 3.5, en), "+3.5");
	assert_string_equal(number_signed(arena, -0.04, en), "0.0");
	assert_string_equal(number_with_sign(arena, 89.5, de, &unit_percent), "89,5\u202f%");
	assert_string_equal(number_gap(arena, 1, number_style_of(&language_german, NULL, 0, 0, 1), &unit_points),
	                    "1\u00a0Punkt");
	assert_string_equal(number_gap(arena, 58e6, number_style_of(&language_german, NULL, 0, 6, 58e6), &unit_tokens),
	                    "58\u00a0Millionen Tokens");
	assert_string_equal(number_with_unit(arena, 89.5, de, &unit_percent), "89,5\u202f%");
	assert_string_equal(
		number_with_unit(arena, 2, number_style_of(&language_german, NULL, 0, 0, 2), unit_find("kWh")),
		"2\u00a0Kilowattstunden");
	assert_string_equal(words_date(arena, &language_german, (struct date){ 2026, 3, 8 }), "8.\u00a0März\u00a02026");
	assert_string_equal(words_date(arena, &language_english, (struct date){ 2026, 3, 0 }), "March\u00a02026");
	assert_string_equal(language_english.ordinal(arena, 4), "fourth");
	static const struct {
		int n;
		const char *ordinal;
	} more[] = { { 13, "13th" },   { 20, "20th" },   { 21, "21st" },    { 22, "22nd" },   { 23, "23rd" },
		     { 24, "24th" },   { 101, "101st" }, { 110, "110th" },  { 111, "111th" }, { 112, "112th" },
		     { 113, "113th" }, { 114, "114th" }, { 1002, "1002nd" } };
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		assert_string_equal(language_english.ordinal(arena, more[i].n), more[i].ordinal);
	assert_string_equal(language_english.ordinal(arena, 103), "103rd");
	static const char *const ordinals[] = { "13th", "20th", "21st", "22nd", "23rd", "24th", "111th", "121st" };
	static const int numbers[] = { 13, 20, 21, 22, 23, 24, 111, 121 };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		assert_string_equal(language_english.ordinal(arena, numbers[i]), ordinals[i]);
	assert_string_equal(language_german.ordinal(arena, 4), "4.");
	arena_free(arena);
}

/* A letter is set apart from its number, any other sign joins it. */
static void signs_stand_where_their_unit_says(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const struct {
		const char *sign;
		enum unit_side side;
		const char *text;
	} signs[] = { { "a", UNIT_AFTER, "\u22125\u00a0a" },      { "z", UNIT_AFTER, "\u22125\u00a0z" },
		      { "A", UNIT_AFTER, "\u22125\u00a0A" },      { "Z", UNIT_AFTER, "\u22125\u00a0Z" },
		      { "¥", UNIT_BEFORE, "\u2212¥5" },           { "US$", UNIT_BEFORE, "\u2212US$5" },
		      { "CHF", UNIT_BEFORE, "\u2212CHF\u00a05" }, { "°", UNIT_AFTER, "\u22125°" } };
	struct number_style style = number_style_of(&language_english, NULL, 0, 0, 5);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		struct unit unit = { .name = "own", .sign = signs[i].sign, .side = signs[i].side };
		char *text = number_with_sign(arena, -5, style, &unit);
		assert_string_equal(text, signs[i].text);
		assert_string_equal(number_without_sign(arena, &language_english, text, &unit), "\u22125");
	}
	arena_free(arena);
}

static void lists_end_in_words(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
	assert_string_equal(words_list(arena, &language_english, names, 1, 6), "A");
	assert_string_equal(words_list(arena, &language_english, names, 3, 6), "A, B and C");
	assert_string_equal(words_list(arena, &language_german, names, 8, 6), "A, B, C, D und 4 weitere");
	arena_free(arena);
}

/* A unit that a dataset declares is called by its name, or by its sign on the sign's own side. */
static void names_take_the_article_of_their_language(void **state)
{
	static const struct {
		const char *name, *english, *german;
	} names[] = {
		{ "Great Index", "the Great Index", "dem Great Index" },
		{ "GPQA Diamond", "GPQA Diamond", "GPQA Diamond" },
		{ "The Great Index", "The Great Index", "The Great Index" },
		{ "the Index", "the Index", "the Index" },
		{ "Der Index", "the Der Index", "Der Index" },
		{ "Therapy Index", "the Therapy Index", "dem Therapy Index" },
		{ "Index", "Index", "Index" },
		{ "Reindex", "Reindex", "Reindex" },
		{ "My Reindex", "My Reindex", "My Reindex" },
		{ "Output speed", "output speed", "Output speed" },
		{ "Time to first token", "time to first token", "Time to first token" },
		{ "Speed", "Speed", "Speed" },
		{ "Earned", "Earned", "Earned" },
		{ "Output Speed", "Output Speed", "Output Speed" },
		{ "Aider polyglot", "Aider polyglot", "Aider polyglot" },
		{ "Reasoning suite", "Reasoning suite", "Reasoning suite" },
		{ "Timely answers", "Timely answers", "Timely answers" },
	};
	struct arena *arena = arena_new();
	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		assert_string_equal(words_object(arena, &language_english, names[i].name), names[i].english);
		assert_string_equal(words_object(arena, &language_german, names[i].name), names[i].german);
	}
	arena_free(arena);
}

static void units_of_a_dataset_need_no_words_of_a_language(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct unit pages = { .name = "pages", .kind = UNIT_AMOUNT },
			  days = { .name = "days", .one = "day", .kind = UNIT_AMOUNT },
			  share = { .name = "pct", .kind = UNIT_SHARE };
	const struct unit yen = { .name = "yen", .sign = "\u00a5", .side = UNIT_BEFORE, .kind = UNIT_AMOUNT },
			  pound = { .name = "lb", .sign = "lb", .kind = UNIT_AMOUNT },
			  bit = { .name = "inch", .sign = "\u2033", .kind = UNIT_AMOUNT };
	struct number_style en = number_style_of(&language_english, NULL, 0, 0, 1),
			    millions = number_style_of(&language_english, NULL, 0, 6, 1);
	assert_string_equal(number_unit(arena, &language_german, &pages, 0), "pages");
	assert_string_equal(number_unit(arena, &language_english, &pages, 6), "million pages");
	assert_string_equal(number_unit(arena, &language_english, &share, 6), "pct");
	assert_string_equal(number_with_unit(arena, 1, en, &pages), "1\u00a0pages");
	assert_string_equal(number_with_unit(arena, 1, en, &days), "1\u00a0day");
	assert_string_equal(number_with_unit(arena, 2, en, &days), "2\u00a0days");
	assert_string_equal(number_with_unit(arena, 1e6, millions, &days), "1\u00a0million days");
	assert_string_equal(number_unit(arena, &language_german, &days, 0), "days");
	assert_string_equal(number_gap(arena, 3e6, millions, &pages), "3\u00a0million pages");
	assert_string_equal(number_with_sign(arena, 3, en, &pages), "3");
	assert_string_equal(number_with_sign(arena, -3, en, &yen), "\u2212\u00a53");
	assert_string_equal(number_with_unit(arena, 3, en, &yen), "\u00a53");
	assert_string_equal(number_with_unit(arena, 3, en, &pound), "3\u00a0lb");
	assert_string_equal(number_with_unit(arena, 3, en, &bit), "3\u2033");
	assert_string_equal(number_without_sign(arena, &language_english, "\u2212\u00a53", &yen), "\u22123");
	assert_string_equal(number_without_sign(arena, &language_english, "\u22123", &yen), "\u22123");
	assert_string_equal(number_without_sign(arena, &language_english, "3\u00a0lb", &pound), "3");
	assert_string_equal(number_without_sign(arena, &language_english, "3", &pound), "3");
	assert_string_equal(number_without_sign(arena, &language_german, "89,5\u202f%", &unit_percent), "89,5");
	assert_string_equal(number_without_sign(arena, &language_english, "3", &pages), "3");
	assert_string_equal(number_with_unit(arena, -3e6, millions, &yen), "\u2212\u00a53\u00a0million");
	assert_string_equal(number_with_unit(arena, 3e6, millions, &pound), "3\u00a0million\u00a0lb");
	arena_free(arena);
}

static void money_has_its_sign_where_the_language_puts_it(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const struct {
		const char *unit;
		int decimals;
		double value;
		const char *english, *german;
	} amounts[] = {
		{ "usd", 2, 2828.54, "$2,828.54", "2.828,54\u00a0$" },
		{ "usd", 2, -3.2, "\u2212$3.20", "\u22123,20\u00a0$" },
		{ "usd", 0, 999, "$999", "999\u00a0$" },
		{ "usd", 0, 1000, "$1,000", "1.000\u00a0$" },
		{ "EUR", 1, 7.5, "\u20ac7.5", "7,5\u00a0\u20ac" },
		{ "GBP", 0, 5, "\u00a35", "5\u00a0\u00a3" },
		{ "JPY", 0, 1200, "\u00a51,200", "1.200\u00a0\u00a5" },
		{ "CNY", 0, 12, "CN\u00a512", "12\u00a0CN\u00a5" },
		{ "INR", 0, 12, "\u20b912", "12\u00a0\u20b9" },
		{ "KRW", 0, 12, "\u20a912", "12\u00a0\u20a9" },
		{ "CHF", 0, 12, "CHF\u00a012", "12\u00a0CHF" },
		{ "CAD", 0, 12, "CA$12", "12\u00a0CA$" },
		{ "AUD", 0, 12, "A$12", "12\u00a0A$" },
		{ "BRL", 0, 12, "R$12", "12\u00a0R$" },
	};
	const struct language *languages[] = { &language_english, &language_german };
	for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++)
		for (size_t l = 0; l < 2; l++) {
			const struct unit *unit = unit_find(amounts[i].unit);
			struct number_style style =
				number_style_of(languages[l], unit, amounts[i].decimals, 0, amounts[i].value);
			const char *text = number_with_sign(arena, amounts[i].value, style, unit);
			assert_string_equal(text, l ? amounts[i].german : amounts[i].english);
			assert_string_equal(number_with_unit(arena, amounts[i].value, style, unit), text);
			assert_string_equal(number_without_sign(arena, languages[l], text, unit),
			                    number_text(arena, amounts[i].value, style));
		}
	const struct unit *usd = unit_find("usd");
	struct number_style en = number_style_of(&language_english, usd, 0, 6, 3e6), de = en;
	de.language = &language_german;
	assert_string_equal(number_with_unit(arena, 3e6, en, usd), "$3\u00a0million");
	assert_string_equal(number_with_unit(arena, -3e6, de, usd), "\u22123\u00a0Millionen\u00a0$");
	en = de = number_style_of(&language_english, usd, 1, 0, 3.5);
	de.language = &language_german;
	assert_string_equal(number_change(arena, 3.5, en, usd), "+$3.5");
	assert_string_equal(number_change(arena, -3.5, en, usd), "\u2212$3.5");
	assert_string_equal(number_change(arena, 3.5, de, usd), "+3,5\u00a0$");
	assert_string_equal(number_change(arena, 3.5, en, &unit_percent), "+3.5");
	assert_string_equal(number_without_sign(arena, &language_english, "+$3.5", usd), "+3.5");
	arena_free(arena);
}

static void a_power_of_ten_is_written_and_read(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	static const struct {
		int power, decimals;
		double value;
		const char *text;
	} numbers[] = { { -10, 1, 4.9e-10, "4.9\u00a0\u00d7\u00a010\u207b\u00b9\u2070" },
		        { -324, 0, 5e-324, "5\u00a0\u00d7\u00a010\u207b\u00b3\u00b2\u2074" },
		        { -9, 2, -1.25e-9, "\u22121.25\u00a0\u00d7\u00a010\u207b\u2079" },
		        { -10, 0, 0, "0" } };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct number_style style = { .language = &language_english,
			                      .decimals = numbers[i].decimals,
			                      .power = numbers[i].power };
		char *text = number_text(arena, numbers[i].value, style);
		struct number_printed read = number_read(&language_english, text);
		assert_string_equal(text, numbers[i].text);
		assert_int_equal(read.bytes, strlen(text));
		assert_true(read.number == numbers[i].value);
		assert_int_equal(read.power, numbers[i].value == 0 ? 0 : numbers[i].power);
	}
	arena_free(arena);
}

static void a_decimal_point_is_found_behind_a_sign_or_where_it_would_be(void **state)
{
	(void)state;
	assert_int_equal(number_point(&language_english, "$2,828.54"), strlen("$2,828"));
	assert_int_equal(number_point(&language_german, "2.828,54\u00a0$"), strlen("2.828"));
	assert_int_equal(number_point(&language_english, "\u22123"), strlen("\u22123"));
	assert_int_equal(number_point(&language_english, "12%"), 2);
	assert_int_equal(number_point(&language_english, "4.9\u00a0\u00d7\u00a010\u207b\u2079"), 1);
	assert_int_equal(number_point(&language_english, "none"), 4);
}

static void languages_are_found_by_their_code(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct strbuf codes = strbuf_new(arena);
	for (size_t i = 0; language_at(i); i++) {
		assert_ptr_equal(language_find(language_at(i)->code, diags), language_at(i));
		strbuf_addf(&codes, "%s%s", i == 0 ? "" : language_at(i + 1) ? ", " : " or ", language_at(i)->code);
	}
	assert_null(diags_at(diags, 0));
	assert_string_equal(language_codes(arena), codes.s);
	assert_null(language_find("tlh", diags));
	assert_non_null(strstr(diags_at(diags, 0)->hint, "de (German)"));
	arena_free(arena);
}

static void ask_for_no_language(void *closure)
{
	struct arena *arena = closure;
	language_find("tlh", diags_new(arena));
}

/* A briefing may ask for any language: that there is none is said with the memory of its call. */
static void an_unknown_language_ends_at_the_edge_without_memory(void **state)
{
	(void)state;
	struct arena_edge edge = { .armed = false };
	bool done = false;
	for (size_t i = 1; !done; i++) {
		edge.fail = i;
		edge.count = 0;
		struct arena *arena = arena_new_on(&edge);
		done = arena_edge_run(&edge, ask_for_no_language, arena);
		assert_true(done == (edge.count < i));
		assert_true(!done || i > 4);
		arena_free(arena);
	}
	assert_int_equal(edge.held, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_language_has_every_word),
		cmocka_unit_test(every_language_has_number_words),
		cmocka_unit_test(holes_are_filled_and_choices_made),
		cmocka_unit_test(numbers_and_dates_are_written_as_the_language_writes_them),
		cmocka_unit_test(signs_stand_where_their_unit_says),
		cmocka_unit_test(lists_end_in_words),
		cmocka_unit_test(languages_are_found_by_their_code),
		cmocka_unit_test(names_take_the_article_of_their_language),
		cmocka_unit_test(units_of_a_dataset_need_no_words_of_a_language),
		cmocka_unit_test(money_has_its_sign_where_the_language_puts_it),
		cmocka_unit_test(a_power_of_ten_is_written_and_read),
		cmocka_unit_test(a_decimal_point_is_found_behind_a_sign_or_where_it_would_be),
		cmocka_unit_test(an_unknown_language_ends_at_the_edge_without_memory),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
