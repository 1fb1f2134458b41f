/* Expressions: what they give, how it prints, what they may not do, and where a fault is pointed at. */
#include "data_support.h"

#include "facts/verdict.h"

static const char yaml[] =
	"sources:\n"
	"- {id: news, title: News of A, publisher: The News, kind: press, date: 2026-04-08}\n"
	"- {id: blog, title: Blog of B, kind: press, date: 2026-04}\n"
	"organisations: [{id: meta, name: Meta}]\n"
	"date: 2026-04-09\n"
	"models:\n"
	"- {id: spark, name: Spark, organisation: meta, aliases: [Avocado], variants: [{id: deep, name: Deep}]}\n"
	"- {id: gem, name: Gem}\n"
	"- {id: opus, name: Opus, aliases: [spark-two]}\n"
	"benchmarks:\n"
	"- {id: health, name: Health Hard, unit: percent, better: higher}\n"
	"- {id: index, name: Great Index, unit: points, better: higher}\n"
	"- {id: tokens, name: Tokens used, unit: tokens, better: lower}\n"
	"- {id: work, name: Work, unit: elo, better: higher}\n"
	"- {id: open, name: Open, unit: percent, better: higher}\n"
	"- {id: zero, name: Zero, unit: points, better: higher}\n"
	"measurements:\n"
	"- {model: spark, benchmark: health, value: 42.8, source: news, measured: first-party}\n"
	"- {model: gem, benchmark: health, value: 20.6, source: news}\n"
	"- {model: opus, benchmark: health, value: 40.1, source: blog}\n"
	"- {model: spark, benchmark: index, value: 52, source: news, measured: third-party}\n"
	"- {model: gem, benchmark: index, value: 57, source: news, measured: third-party}\n"
	"- {model: opus, benchmark: index, value: 57, source: news, measured: third-party}\n"
	"- {model: spark, benchmark: tokens, value: 58M, source: news}\n"
	"- {model: gem, benchmark: tokens, value: 57 million, source: news}\n"
	"- {model: opus, benchmark: tokens, value: 1.2bn}\n"
	"- {model: spark, benchmark: work, value: \"1,427\", source: news}\n"
	"- {model: opus, benchmark: work, value: \"1,607\", source: news}\n"
	"- {model: spark@deep, benchmark: work, value: \"1,700\", source: news}\n"
	"- {model: gem, benchmark: open, value: 1, source: news, date: 2026-04-08}\n"
	"- {model: gem, benchmark: open, value: 2, source: blog, date: 2026-04-08}\n"
	"- {model: opus, benchmark: open, value: 3, source: blog}\n"
	"- {model: gem, benchmark: zero, value: 0, source: blog}\n"
	"- {model: opus, benchmark: zero, value: 1, source: blog}\n";

static struct facts *open_facts(struct bench *bench, const struct language *language)
{
	return facts_open(bench->arena, must_load(bench, READ_YAML, yaml), language);
}

static struct fact ask_in(struct bench *bench, const struct language *language, const char *expression)
{
	struct fact fact = { 0 };
	struct place place = { "page.md", 7, 4 };
	if (!facts_eval(open_facts(bench, language), bench->arena, expression, place, &fact, bench->diags)) {
		diags_print(bench->diags, stderr, false);
		fail_msg("%s", expression);
	}
	return fact;
}

static struct fact ask(struct bench *bench, const char *expression)
{
	return ask_in(bench, &language_english, expression);
}

struct printed {
	const char *expression, *printed;
};

static void check_printed(struct bench *bench, const struct language *language, const struct printed *cases, size_t n)
{
	int wrong = 0;
	for (size_t i = 0; i < n; i++) {
		struct fact fact = ask_in(bench, language, cases[i].expression);
		if (!str_eq(fact.printed, cases[i].printed)) {
			printf("%s prints \"%s\", not \"%s\"\n", cases[i].expression,
			       fact.printed ? fact.printed : "nothing", cases[i].printed);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

static void values_print_with_unit_and_digits(void **state)
{
	static const struct printed cases[] = {
		{ "value('spark', 'health')", "42.8%" },
		{ "value('Avocado', 'Health Hard')", "42.8%" },
		{ "value('spark', 'tokens')", "58\u00a0million tokens" },
		{ "value('spark', 'index')", "52\u00a0points" },
		{ "value('spark', 'work')", "1427\u00a0Elo points" },
		{ "value('spark@deep', 'work')", "1700\u00a0Elo points" },
		{ "bare(value('spark', 'health'))", "42.8" },
		{ "bare(value('opus', 'tokens'))", "1.2\u00a0billion" },
		{ "best('tokens')", "57\u00a0million tokens" },
		{ "worst('tokens')", "1.2\u00a0billion tokens" },
		{ "max(value('gem', 'health'), value('opus', 'health'))", "40.1%" },
		{ "min(3, 2, 5)", "2" },
	};
	check_printed(*state, &language_english, cases, sizeof cases / sizeof *cases);
}

static void arithmetic_prints_as_finely_as_what_went_in(void **state)
{
	static const struct printed cases[] = {
		{ "value('spark', 'health') - value('opus', 'health')", "2.7\u00a0points" },
		{ "value('spark', 'tokens') - value('gem', 'tokens')", "1\u00a0million tokens" },
		{ "2 * value('spark', 'tokens')", "116\u00a0million tokens" },
		{ "value('opus', 'tokens') + value('spark', 'tokens')", "1258\u00a0million tokens" },
		{ "gap('spark', 'opus', 'health') + gap('spark', 'gem', 'health')", "24.9\u00a0points" },
		{ "abs(value('spark', 'index') - value('gem', 'index'))", "5\u00a0points" },
		{ "bare(value('spark', 'health') - value('opus', 'health'))", "2.7" },
		{ "bare(value('spark', 'health')) + bare(value('spark', 'index'))", "94.8" },
		{ "bare(value('spark', 'health') + value('spark', 'index'))", "94.8" },
		{ "value('spark', 'tokens') / value('spark', 'index') * 26", "29,000,000" },
		{ "value('spark', 'index') + rank('spark', 'index')", "55" },
		{ "value('spark', 'health') > 40 and 100 or 3", "100" },
		{ "round(value('spark', 'health') / 3, 2)", "14.27" },
		{ "round(2.5)", "3" },
		{ "round(-2.5)", "\u22123" },
		{ "percent(0.07)", "7%" },
		{ "percent(0.12345, 1)", "12.3%" },
		{ "2 + 2", "4" },
		{ "999999999999999", "999,999,999,999,999" },
		{ "-123456789012345", "\u2212123,456,789,012,345" },
		{ "round(99999999999999.5)", "100,000,000,000,000" },
	};
	struct bench *bench = *state;
	check_printed(bench, &language_english, cases, sizeof cases / sizeof *cases);
	struct fact fact;
	assert_false(facts_eval(open_facts(bench, &language_english), bench->arena, "value('spark', 'health') / 3",
	                        place_file("p"), &fact, bench->diags));
	assert_int_equal(told(bench, "14.2666667 has too many decimal places to print"), 1);
	assert_int_equal(told(bench, "say how many: round("), 1);
}

static void models_are_compared(void **state)
{
	static const struct printed cases[] = {
		{ "gap('spark', 'opus', 'health')", "2.7\u00a0points" },
		{ "gap('gem', 'spark', 'health')", "\u221222.2\u00a0points" },
		{ "abs(gap('gem', 'spark', 'health'))", "22.2\u00a0points" },
		{ "gap('gem', 'spark', 'tokens')", "1\u00a0million tokens" },
		{ "ratio('spark', 'gem', 'health')", "2.1" },
		{ "ratio('gem', 'spark', 'health')", "0.48" },
		{ "ratio('opus', 'gem', 'tokens')", "21" },
		{ "rank('spark', 'index')", "3" },
		{ "place('spark', 'health')", "1" },
		{ "place('gem', 'tokens')", "1" },
		{ "leader('work')", "Spark Deep" },
		{ "wins('spark')", "1" },
		{ "wins('spark', 'gem')", "1" },
		{ "compared('spark')", "4" },
		{ "compared('spark', 'gem')", "3" },
		{ "count('health')", "3" },
		{ "count('models')", "3" },
		{ "count('measurements')", "17" },
		{ "count('conflicts')", "1" },
		{ "count('conflicts', 'open')", "1" },
		{ "count('conflicts', 'Health Hard')", "0" },
	};
	check_printed(*state, &language_english, cases, sizeof cases / sizeof *cases);
}

static void texts_print_as_names_dates_and_words(void **state)
{
	static const struct printed cases[] = {
		{ "leader('health')", "Spark" },
		{ "join(leader('health'), '!')", "Spark!" },
		{ "join('from ', value('gem', 'health'), ' to ', value('spark', 'tokens') * 2, ', ', 100)",
		  "from 20.6% to 116\u00a0million tokens, 100" },
		{ "join(count('models'), ' models, ', value('spark', 'tokens') - value('gem', 'tokens'))",
		  "3 models, 1\u00a0million tokens" },
		{ "join(join('a', 1), date('blog'))", "a1April\u00a02026" },
		{ "claim(join('It has ', value('spark', 'health'), '.'), true)", "It has 42.8%." },
		{ "has('gem', 'health') and value('gem', 'health') or 'not tested'", "20.6%" },
		{ "has('gem', 'work') and value('gem', 'work') or 'not tested'", "not tested" },
		{ "name('spark@deep')", "Spark Deep" },
		{ "join(name('meta'), ' and ', name('health'))", "Meta and Health Hard" },
		{ "date()", "9\u00a0April\u00a02026" },
		{ "date('blog')", "April\u00a02026" },
		{ "source('spark', 'health')", "The News" },
		{ "source('opus', 'health')", "Blog of B" },
		{ "ordinal(rank('spark', 'index'))", "third" },
		{ "spell(count('models'))", "three" },
		{ "claim('It leads.', place('spark', 'health') == 1)", "It leads." },
	};
	struct bench *bench = *state;
	check_printed(bench, &language_english, cases, sizeof cases / sizeof *cases);
	assert_string_equal(ask(bench, "date()").text, "2026-04-09");
	assert_string_equal(ask(bench, "leader('work')").text, "spark@deep");
}

static void german_is_written_as_germans_do(void **state)
{
	static const struct printed cases[] = {
		{ "value('spark', 'health')", "42,8\u202f%" },
		{ "value('spark', 'work')", "1427\u00a0Elo-Punkte" },
		{ "ordinal(4)", "4." },
		{ "spell(12)", "zwölf" },
		{ "spell(13)", "13" },
		{ "date()", "9.\u00a0April\u00a02026" },
		{ "join('Wert ', value('spark', 'health'), ', ', 0.5)", "Wert 42,8\u202f%, 0,5" },
	};
	struct bench *bench = *state;
	check_printed(bench, &language_german, cases, sizeof cases / sizeof *cases);
	struct fact fact = ask_in(bench, &language_german, "ratio('spark', 'gem', 'health') > 2");
	assert_string_equal(fact.steps[0].words,
	                    "Spark zu Gem bei Health Hard: 42,8\u202f% zu 20,6\u202f%, das 2,1-Fache");
}

static void numbers_are_plain_numbers(void **state)
{
	static const char *const truths[] = {
		"value('spark', 'index') == 52",
		"join(bare(value('spark', 'index'))) == '52'",
		"value('spark', 'tokens') == 58e6",
		"gap('spark', 'opus', 'health') == 2.7",
		"gap('gem', 'spark', 'tokens') == 1000000",
		"round(gap('opus', 'spark', 'work')) == 180",
		"percent(0.48) == 48",
		"not (rank('spark', 'index') < 3)",
		"leader('health') == 'Avocado'",
		"'Spark' == leader('Health Hard')",
		"(leader('health')) ~= 'Gem' and 'x' ~= 'y'",
		"leader('work') == 'spark@Deep'",
		"not ((leader('work')) == 'Spark') and (leader('health')) == 'Spark'",
		"name(leader('health')) == 'Spark'",
		"source(leader('health'), 'health') == 'The News'",
		"1 -- it's\n == 2 -- \"\n - 1",
		"1 --[[ ' \n \" }} ]] == 1",
		"'a -- b' == 'a\n-- b' and '--[[' ~= ']]'",
	};
	for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
		struct fact fact = ask(*state, truths[i]);
		if (fact.kind != FACT_TRUTH || !fact.truth || fact.printed)
			fail_msg("%s", truths[i]);
	}
}

static void evidence_is_kept_once(void **state)
{
	struct bench *bench = *state;
	struct fact fact = ask(bench, "value('spark', 'health') > value('gem', 'health') and "
	                              "value('spark', 'health') == best('health') and claim('so', 1 > 2) == 'so'");
	assert_int_equal(fact.n_uses, 3);
	assert_string_equal(fact.uses[0].printed, "42.8%");
	assert_string_equal(fact.uses[1].variant->model->id, "gem");
	assert_ptr_equal(fact.uses[0].chosen->variant, fact.uses[0].variant);
	assert_int_equal(fact.n_steps, 4);
	assert_string_equal(fact.steps[0].words, "Spark on Health Hard: 42.8%");
	assert_string_equal(fact.steps[2].words, "best on Health Hard: 42.8%, Spark");
	assert_int_equal(fact.n_claims, 1);
	assert_string_equal(fact.claims[0].text, "so");
	assert_false(fact.claims[0].holds);
}

static void places_show_what_decided_them(void **state)
{
	static const struct {
		const char *expression, *step;
		size_t uses;
		const char *third; /* NULL: there is none */
	} cases[] = {
		{ "rank('spark', 'index') == 1",
		  "Spark on the Great Index: 52\u00a0points, behind Gem (57\u00a0points) and Opus (57\u00a0points)",
		  3, NULL },
		{ "rank('gem', 'health') == 1", "Gem on Health Hard: 20.6%, behind Opus (40.1%)", 2, NULL },
		{ "place('gem', 'health') == 1", "Gem on Health Hard: 20.6%, behind Spark (42.8%) and Opus (40.1%)",
		  3, NULL },
		{ "place('spark', 'health') == 2", "next: Opus (40.1%)", 2, NULL },
		{ "leader('health') == 'gem'", "next: Opus (40.1%)", 3, "Gem on Health Hard: 20.6%" },
		{ "leader('health') == 'opus'", "next: Opus (40.1%)", 2, NULL },
		{ "best('health') > 50", "next: Opus (40.1%)", 2, NULL },
		{ "worst('zero') > 5", "Gem on Zero: 0\u00a0points, behind Opus (1\u00a0point)", 2, NULL },
		{ "worst('health') > 50", "Gem on Health Hard: 20.6%, behind Opus (40.1%)", 2, NULL },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact = ask(*state, cases[i].expression);
		assert_int_equal(fact.n_uses, cases[i].uses);
		assert_int_equal(fact.n_steps, cases[i].third ? 3 : 2);
		assert_string_equal(fact.steps[1].words, cases[i].step);
		if (cases[i].third)
			assert_string_equal(fact.steps[2].words, cases[i].third);
		for (size_t k = 0; k < fact.n_uses; k++)
			assert_int_equal(fact.uses[k].rival, k > 0);
	}
}

struct refusal {
	const char *expression;
	int line, column;
	const char *message, *hint; /* parts; NULL: none */
};

static void check_refused(struct bench *bench, const struct refusal *cases, size_t n)
{
	struct facts *facts = open_facts(bench, &language_english);
	int wrong = 0;
	for (size_t i = 0; i < n; i++) {
		const struct refusal *r = &cases[i];
		struct diags *diags = diags_new(bench->arena);
		struct fact fact;
		struct place place = { "page.md", 1, 1 };
		if (facts_eval(facts, bench->arena, r->expression, place, &fact, diags))
			fail_msg("not refused: %.200s", r->expression);
		const struct diag *d = diags_at(diags, 0);
		if (!strstr(d->message, r->message) || d->place.line != r->line || d->place.column != r->column ||
		    (r->hint && (!d->hint || !strstr(d->hint, r->hint))) || diags_at(diags, 1)) {
			printf("%.200s\n%d:%d: %s\n  hint: %s\n", r->expression, d->place.line, d->place.column,
			       d->message, d->hint ? d->hint : "");
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

static void names_that_are_unknown_are_pointed_at(void **state)
{
	static const struct refusal cases[] = {
		{ "1 + valu('spark', 'health')", 1, 5, "no function is called \"valu\"", "did you mean \"value\"?" },
		{ "'valu' == valu", 1, 11, "no function is called \"valu\"", NULL },
		{ "join('é', valu)", 1, 11, "no function is called \"valu\"", NULL },
		{ "spark", 1, 1, "no function is called \"spark\"", "in quotes: \"spark\"" },
		{ "value(spark-two, health)", 1, 7, "no function is called \"spark\"", "in quotes: \"spark-two\"" },
		{ "leader('health') == 'sparc'", 1, 21, "no model is called \"sparc\"", "\"spark\"" },
		{ "'sparc' ~= (leader('health'))", 1, 1, "no model is called \"sparc\"", "\"spark\"" },
		{ "leader('health') == 'Spark' and valu", 1, 33, "no function is called \"valu\"", NULL },
		{ "leader('health') == 'Avocado' == =", 1, 34, "\"=\" is not expected here", NULL },
		{ "zzzzzz", 1, 1, "no function is called \"zzzzzz\"", "the functions are value, name" },
		{ "value('sparc', 'health')", 1, 7, "no model is called \"sparc\"", "\"spark\"" },
		{ "value('spark@deeb', 'health')", 1, 7, "has no variant \"deeb\"", "\"deep\"" },
		{ "value('spark',\n  'helth')", 2, 3, "no benchmark is called \"helth\"", "\"health\"" },
		{ "value('the great thing', 'health')", 1, 7, "no model is called", "declare it" },
		{ "value('spark', 'great indes')", 1, 16, "no benchmark is called", "did you mean" },
		{ "value('spark-tow', 'index')", 1, 7, "no model is called", "did you mean" },
		{ "value('great@deep', 'index')", 1, 7, "no model is called", "declare it" },
		{ "value('spark', 'the hard thing')", 1, 16, "no benchmark is called", "like it are \"health\"" },
		{ "value('spark', 'the great test')", 1, 16, "no benchmark is called", "like it are \"index\"" },
		{ "date('nevs')", 1, 6, "no source is called \"nevs\"", NULL },
		{ "name('metta')", 1, 6, "nothing is called \"metta\"", "\"meta\"" },
		{ "count('healh')", 1, 7, "nothing called \"healh\" can be counted", "\"health\"" },
		{ "count('modles')", 1, 7, "nothing called \"modles\" can be counted", "\"models\"" },
		{ "value('spark', 'health') + value('opus', 'healt')", 1, 42, "no benchmark is called", "\"health\"" },
		{ "--[[ valu ]] valu", 1, 14, "no function is called \"valu\"", NULL },
		{ "string.rep('a', 2)", 1, 1, "no function is called \"string\"", NULL },
		{ "os", 1, 1, "no function is called \"os\"", NULL },
		{ "_ENV['x\\xff']", 1, 13, "no function is called", NULL },
	};
	check_refused(*state, cases, sizeof cases / sizeof *cases);
}

static void what_the_data_lack_is_explained(void **state)
{
	static const struct refusal cases[] = {
		{ "value('spark@deep', 'health')", 1, 1, "Spark Deep has no published result on Health Hard", NULL },
		{ "1 + value('gem', 'work')", 1, 5, "Gem has no published result on Work", NULL },
		{ "value('gem', 'open')", 1, 1, "nothing decides which value of Gem on Open counts", "pin" },
		{ "leader('open')", 1, 1, "nothing decides which value of Gem on Open counts", "pin" },
		{ "rank('spark', 'health')", 1, 1, "is the developer's own claim, which has no rank", "place(" },
		{ "leader('index')", 1, 1, "several share the lead on the Great Index", NULL },
		{ "ratio('opus', 'gem', 'zero')", 1, 1, "the value of Gem on Zero is 0, so there is no ratio to it",
		  NULL },
		{ "source('opus', 'tokens')", 1, 1, "the value of Opus on tokens used has no source", NULL },
	};
	check_refused(*state, cases, sizeof cases / sizeof *cases);
}

static void syntax_is_explained_in_plain_words(void **state)
{
	static const struct refusal cases[] = {
		{ "1 +", 1, 4, "the expression ends too early", NULL },
		{ "1 + * 2", 1, 5, "\"*\" is not expected here", NULL },
		{ "value('a', 'b') = 2", 1, 17, "\"=\" is not expected here", "==" },
		{ "1 != 2", 1, 3, "\"!=\" is not expected here", "write ~=" },
		{ "'..' .. 1", 1, 6, "\"..\" is not expected here", "join(a, b" },
		{ "1 > 2 && 2 > 1", 1, 7, "\"&&\" is not expected here", "write and" },
		{ "1 > 2 || 2 > 1", 1, 7, "\"||\" is not expected here", "write or" },
		{ "value('spark', 'health') | round", 1, 26, "\"|\" is not", "no filters: write round(" },
		{ "value(\u201cspark\u201d, 'health')", 1, 7, "\"\u201c\" is not", "straight quotes" },
		{ "(1))", 1, 4, "\")\" is not expected here", NULL },
		{ "(1 + 2", 1, 7, "\")\" is missing at the end", NULL },
		{ "(1 + 2 3)", 1, 8, "\"3\" is not expected here", NULL },
		{ "value('a", 1, 7, "a quote is not closed", "quote" },
		{ "name('\\q')", 1, 7, "\"\\q\" means nothing in quotes", "\\\\" },
		{ "name('spark', [[\r\na\r\n]], 'a', rank('sparc', 'index'))", 3, 15, "no model is called", "spark" },
		{ "1 abcdefghijabcdefghijabcdefghijabcdefghij", 1, 3,
		  "\"abcdefghijabcdefghijabcdefghijabcdefghij\" is not", NULL },
		{ "1 abcdefghijabcdefghijabcdefghijabcdefghijk", 1, 3, "this is not expected here", NULL },
		{ "12ab", 1, 1, "\"12ab\" is not a number", NULL },
		{ "value('a') value('b')", 1, 12, "\"value\" is not expected here", NULL },
		{ "1 --[[ so", 1, 3, "a comment is not closed", NULL },
		{ "1; x = 2", 1, 4, "\"x\" is not expected here", NULL },
		{ "\x1bLua", 1, 1, "a control character is not expected here", NULL },
	};
	check_refused(*state, cases, sizeof cases / sizeof *cases);
}

static void an_expression_needs_exactly_one_value(void **state)
{
	static const struct refusal cases[] = {
		{ "", 1, 1, "one value is wanted, but there is none", NULL },
		{ "nil", 1, 1, "one value is wanted, but there is none", NULL },
		{ "1, 2", 1, 1, "one value is wanted, but there are several", NULL },
		{ "value", 1, 1, "one value is wanted, but this is a function", NULL },
		{ "{}", 1, 1, "one value is wanted, but this is a table", NULL },
		{ "_ENV", 1, 1, "one value is wanted, but this is a table", NULL },
		{ "1e15", 1, 1, "1e+15 is too large to print exactly", NULL },
		{ "round(-2e15)", 1, 1, "-2e+15 is too large to print exactly", NULL },
		{ "1 / 0", 1, 1, "the result is not a finite number", NULL },
		{ "'a\\0b'", 1, 1, "this is a text that cannot be shown", NULL },
		{ "'\\xff'", 1, 1, "this is a text that cannot be shown", NULL },
		{ "value('spark')", 1, 1, "value takes 2 arguments, not 1", "value(model, benchmark)" },
		{ "value(1, 'health')", 1, 7, "the first argument of value must be a text in quotes", NULL },
		{ "round('a')", 1, 7, "the first argument of round must be a number", NULL },
		{ "round(0/0)", 1, 7, "the first argument of round must be a number", NULL },
		{ "round(1, 10)", 1, 10, "round takes 0 to 9 decimal places", NULL },
		{ "ordinal(0)", 1, 9, "ordinal needs a whole number from 1", NULL },
		{ "percent(value('spark', 'health'))", 1, 9, "42.8% is a percentage already", "0.48" },
		{ "percent(gap('spark', 'gem', 'health'), 1)", 1, 9, "22.2\u00a0points is a percentage", NULL },
		{ "value('spark', 'index') + value('spark', 'tokens')", 1, 1, "points and tokens do not add up",
		  "bare(" },
		{ "join(1, 2, 'a', true)", 1, 17, "the next argument of join must be a text or a number", NULL },
		{ "join(1, true)", 1, 9, "the second argument of join must be a text or a number", NULL },
		{ "claim('It has {{ value }}.', true)", 1, 7, "the text of a claim cannot contain {{", "join(" },
		{ "count('health', 'index')", 1, 17, "the models on a benchmark are counted without more", NULL },
		{ "count('claims', 'health')", 1, 17, "claims are not counted by benchmark", NULL },
		{ "claim('a', 1)", 1, 12, "must be true or false", NULL },
		{ "min()", 1, 1, "min takes at least 1 argument, not 0", NULL },
		{ "1 + {}", 1, 3, "cannot add a table", NULL },
		{ "('a'):rep(3)", 1, 7, "cannot look into a text", NULL },
		{ "('a')['\\xff'].b", 1, 13, "cannot look into a text", NULL },
		{ "1 // 0", 1, 1, "the result is not a finite number", NULL },
		{ "(function() x = 1 end)()", 1, 13, "nothing can be assigned to \"x\"", NULL },
		{ "(function() value = 1 end)()", 1, 13, "nothing can be assigned to \"value\"", NULL },
	};
	check_refused(*state, cases, sizeof cases / sizeof *cases);
}

static char *repeated(struct bench *bench, const char *part, size_t n, const char *end)
{
	struct strbuf b = strbuf_new(bench->arena);
	while (n--)
		strbuf_add(&b, part);
	strbuf_add(&b, end);
	return b.s;
}

static void limits_are_errors(void **state)
{
	struct bench *bench = *state;
	const char *compare = "' == x end end)(name('spark'))", *text = repeated(bench, "a", 7000, compare);
	const struct refusal cases[] = {
		{ arena_printf(bench->arena, "(function(x) for i = 1, 20000 do local y = '%s", text), 1, 1,
		  "needs more than the 32 MB", NULL },
		{ "(function(x) while true do x = x + 1 end end)(count('models'))", 1, 1, "does not end within", NULL },
		{ "(function() while true do end end)()", 1, 1, "does not end within 200000 steps", NULL },
		{ "(function() local function f() return f() end return f() end)()", 1, 1, "does not end within",
		  NULL },
		{ "(function() local function f() return 1 + f() end return f() end)()", 1, 1, "memory", NULL },
		{ "(function() local t = {} while true do t[#t + 1] = 'x' end end)()", 1, 1, "needs more than the 8 MB",
		  NULL },
		{ "(function() while true do count('models') end end)()", 1, 1, "calls more than 2000 functions",
		  NULL },
		{ repeated(bench, "(", 3000, "1"), 1, 150, "nested too deeply", NULL },
		{ repeated(bench, "{", 3000, "1"), 1, 150, "nested too deeply", NULL },
		{ repeated(bench, "t[", 3000, "1"), 1, 152, "nested too deeply", NULL },
		{ repeated(bench, "- ", 3000, "1"), 1, 299, "nested too deeply", NULL },
		{ repeated(bench, "2^", 3000, "1"), 1, 300, "nested too deeply", NULL },
		{ repeated(bench, "(-", 3000, "1"), 1, 150, "nested too deeply", NULL },
		{ repeated(bench, "1,", 3000, "1"), 1, 400, "the list is too long", NULL },
		{ arena_printf(bench->arena, "join(%s", repeated(bench, "1,", 300, "1)")), 1, 405,
		  "the list is too long", NULL },
		{ repeated(bench, "1 + ", 2500, "1"), 1, 1, "longer than 8000 bytes", NULL },
	};
	check_refused(bench, cases, sizeof cases / sizeof *cases);
}

/* Asks again and again until it is refused; how often it was answered. */
static int answered(struct bench *bench, struct facts *facts, const char *expression, struct diags *diags)
{
	struct arena *arena = arena_new_below(bench->arena);
	struct fact fact;
	int n = 0;
	while (n < 100000 && facts_eval(facts, arena, expression, (struct place){ "page.md", n + 1, 1 }, &fact, diags))
		n++;
	arena_free(arena);
	return n;
}

static void all_expressions_of_a_document_share_one_budget(void **state)
{
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench, &language_english);
	struct diags *diags = diags_new(bench->arena);
	int n = answered(bench, facts, "(function() for i = 1, 60000 do end return 1 end)()", diags);
	assert_in_range(n, 500, 3000);
	assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
	assert_non_null(strstr(diags_at(diags, 0)->message, "have spent the steps of the document"));
	assert_non_null(strstr(diags_at(diags, 0)->hint, "the expression in line 1 took most"));
	assert_int_equal(answered(bench, facts, "1", diags), 0); /* nothing is left for others */
	assert_int_equal(answered(bench, open_facts(bench, &language_english), "1", diags_new(bench->arena)), 100000);
}

static void what_an_expression_asked_for_goes_with_it(void **state)
{
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench, &language_english);
	struct arena *arena = arena_new_below(bench->arena);
	struct fact fact;
	for (int i = 0; i < 5; i++)
		assert_true(facts_eval(facts, arena,
		                       "(function() local s = '0123456789abcdef' for i = 1, 8 do s = join(s, s) end "
		                       "for i = 1, 800 do s = join(s) end return 1 end)()",
		                       place_file("p"), &fact, bench->diags));
	assert_true(arena_used(arena) < 1 << 20);
	arena_free(arena);
}

static void an_expression_leaves_nothing_behind(void **state)
{
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench, &language_english);
	struct fact fact;
	for (int i = 0; i < 3; i++) {
		assert_false(facts_eval(facts, bench->arena,
		                        "(function() local t = {} while true do t[#t + 1] = 'x' end end)()",
		                        place_file("p"), &fact, bench->diags));
		assert_true(facts_eval(facts, bench->arena, "value('spark', 'health')", place_file("p"), &fact,
		                       bench->diags));
		assert_string_equal(fact.printed, "42.8%");
		assert_int_equal(fact.n_uses, 1);
	}
}

static void every_function_says_what_it_does(void **state)
{
	(void)state;
	size_t n = 0;
	for (const struct facts_function *f; (f = facts_function_at(n)); n++)
		assert_true(*f->name && strchr(f->arguments, '(') && *f->summary && !strchr(f->summary, '\n'));
	assert_int_equal(n, 58);
}

static void claims_get_verdicts(void **state)
{
	struct bench *bench = *state;
	static const char claims[] =
		"claims:\n"
		"- {id: a, text: A., test: 'ratio(\"spark\", \"gem\", \"health\") > 2'}\n"
		"- {id: b, text: B., test: 'ratio(\"spark\", \"gem\", \"health\") >= 2.95', note: It is 2.1.}\n"
		"- {id: c, text: C., note: No data.}\n"
		"- {id: d, text: D., test: 'value(\"gem\", \"work\") > 1'}\n"
		"- {id: e, text: E., test: 'rank(\"spark\", \"health\") == 1'}\n"
		"- {id: f, text: F., test: 'leader(\"index\") == \"gem\"'}\n"
		"- {id: g, text: G., test: 'value(\"gem\", \"index\")'}\n"
		"- {id: h, text: H., test: 'value(\"gam\", \"index\") > 1'}\n";
	const struct dataset *d = must_load(bench, READ_YAML, arena_printf(bench->arena, "%s%s", yaml, claims));
	struct facts *facts = facts_open(bench->arena, d, &language_english);
	const struct verdict *const *v = verdicts_of(bench->arena, facts, bench->diags);
	static const enum verdict_kind kinds[] = { VERDICT_HOLDS,      VERDICT_FAILS,      VERDICT_UNTESTABLE,
		                                   VERDICT_UNTESTABLE, VERDICT_UNTESTABLE, VERDICT_UNTESTABLE };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		assert_int_equal(v[i]->kind, kinds[i]);
	assert_string_equal(v[1]->computed, "Spark against Gem on Health Hard: 42.8% to 20.6%, 2.1 times as much");
	assert_string_equal(v[1]->why, "It is 2.1.");
	assert_true(v[0]->on_claims);
	assert_string_equal(v[2]->why, "No data.");
	assert_string_equal(v[3]->why, "Gem has no published result on Work");
	assert_true(v[3]->undecided && !v[2]->undecided);
	assert_int_equal(told(bench, "the test of the claim \"g\": true or false is wanted"), 1);
	assert_int_equal(told(bench, "the test of the claim \"h\": no model is called \"gam\""), 1);
	assert_int_equal(diags_count(bench->diags, DIAG_ERROR), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(values_print_with_unit_and_digits),
		TEST(arithmetic_prints_as_finely_as_what_went_in),
		TEST(models_are_compared),
		TEST(texts_print_as_names_dates_and_words),
		TEST(german_is_written_as_germans_do),
		TEST(numbers_are_plain_numbers),
		TEST(evidence_is_kept_once),
		TEST(places_show_what_decided_them),
		TEST(names_that_are_unknown_are_pointed_at),
		TEST(what_the_data_lack_is_explained),
		TEST(syntax_is_explained_in_plain_words),
		TEST(an_expression_needs_exactly_one_value),
		TEST(limits_are_errors),
		TEST(all_expressions_of_a_document_share_one_budget),
		TEST(what_an_expression_asked_for_goes_with_it),
		TEST(an_expression_leaves_nothing_behind),
		TEST(every_function_says_what_it_does),
		TEST(claims_get_verdicts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
