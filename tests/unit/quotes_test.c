/* Expressions that quote: what the author says, what a source says in words, and what is only written out. */
#include "data_support.h"

#include "facts/facts.h"

static const char yaml[] = "date: 2026-04-09\n"
			   "sources: [{id: news, title: News of A, kind: press, date: 2026-04-08}]\n"
			   "models: [{id: spark, name: Spark}, {id: gem, name: Gem}]\n"
			   "benchmarks: [{id: health, name: Health, unit: percent, better: higher}]\n"
			   "measurements:\n"
			   "- {model: spark, benchmark: health, value: 42.8, source: news}\n"
			   "- {model: gem, benchmark: health, value: 20.6, source: news}\n";

static struct fact ask(struct bench *bench, const char *expression)
{
	struct facts *facts = facts_open(bench->arena, must_load(bench, READ_YAML, yaml), &language_english);
	struct fact fact = { 0 };
	if (!facts_eval(facts, bench->arena, expression, place_file("page.md"), &fact, bench->diags))
		fail_msg("%s: %s", expression, diags_at(bench->diags, 0)->message);
	return fact;
}

/* "cited [14.3 billion] news": what an expression takes from its author. */
static const char *quotes_of(struct bench *bench, const char *expression)
{
	static const char *const kinds[] = { "said", "cited", "claimed", "typed" };
	struct strbuf b = strbuf_new(bench->arena);
	struct fact fact = ask(bench, expression);
	for (size_t i = 0; i < fact.n_quotes; i++)
		strbuf_addf(&b, "%s%s [%s]%s%s", b.n ? ", " : "", kinds[fact.quotes[i].kind], fact.quotes[i].text,
		            fact.quotes[i].source ? " " : "", fact.quotes[i].source ? fact.quotes[i].source->id : "");
	return b.s;
}

static void what_the_author_writes_is_told_from_what_the_data_give(void **state)
{
	static const struct {
		const char *expression, *quotes;
	} cases[] = {
		{ "cite('14.3 billion', 'news')", "cited [14.3 billion] news" },
		{ "say('three')", "said [three]" },
		{ "say(12.5)", "said [12.5]" },
		{ "join(say('two'), ' of ', count('models'))", "said [two], typed [ of ]" },
		{ "claim('It leads by 40 points.', value('spark', 'health') > 1)", "claimed [It leads by 40 points.]" },
		{ "claim(join('It has ', value('spark', 'health'), '.'), value('spark', 'health') > 1)",
		  "claimed [It has ], claimed [.]" },
		{ "value('spark', 'health')", "" },
		{ "value('spark', 'health') + 1", "" },
		{ "5", "typed [5]" },
		{ "2 + 2", "typed [4]" },
		{ "'three'", "typed [three]" },
		{ "spell(3)", "typed [three]" },
		{ "ordinal(3)", "typed [third]" },
		{ "round(2.55, 1)", "typed [2.6]" },
		{ "percent(0.4)", "typed [40%]" },
		{ "bare(5)", "typed [5]" },
		{ "max(50, value('spark', 'health'))", "typed [50]" },
		{ "max(40, value('spark', 'health'))", "" },
		{ "value('spark', 'health') > 1 and 'three' or 'two'", "typed [three]" },
		{ "spell(count('models'))", "" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(quotes_of(*state, cases[i].expression), cases[i].quotes);
	assert_false(ask(*state, "claim('It leads.', 1 < 2)").asked);
	assert_true(ask(*state, "claim('It leads.', place('spark', 'health') < 2)").asked);
	assert_true(ask(*state, "claim('It is new.', date() ~= '2020')").asked);
}

static void a_citation_names_a_source_of_the_data(void **state)
{
	static const struct {
		const char *expression, *message, *hint;
		size_t offset;
	} cases[] = {
		{ "cite('14.3 billion', 'newz')", "no source is called \"newz\"", "did you mean \"news\"?", 21 },
		{ "cite('14.3 billion')", "cite takes 2 arguments, not 1", "cite(text, source)", 0 },
		{ "say('{{ 5 }}')", "the text of say cannot contain {{", NULL, 4 },
	};
	struct bench *bench = *state;
	struct facts *facts = facts_open(bench->arena, must_load(bench, READ_YAML, yaml), &language_english);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact;
		struct fact_fault fault;
		assert_false(facts_try(facts, bench->arena, cases[i].expression, false, &fact, &fault));
		assert_string_equal(fault.message, cases[i].message);
		assert_true(!cases[i].hint || strstr(fault.hint, cases[i].hint));
		assert_int_equal(fault.offset, cases[i].offset);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_the_author_writes_is_told_from_what_the_data_give),
		TEST(a_citation_names_a_source_of_the_data),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
