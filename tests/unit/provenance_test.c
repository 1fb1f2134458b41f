/* What can be asked about who says so: who measured, who disagrees, what a model is; and how the answers read. */
#include "data_support.h"

#include "facts/facts.h"

static const char yaml[] =
	"sources:\n"
	"- {id: news, title: News of A, publisher: The News, kind: press, date: 2026-04-08}\n"
	"- {id: blog, title: Blog of B, kind: press, date: 2026-04}\n"
	"- {id: lab, title: The lab, kind: independent, date: 2026-05-02}\n"
	"organisations: [{id: meta, name: Meta, aliases: [Meta AI]}, {id: other, name: Other}]\n"
	"models:\n"
	"- {id: spark, name: Spark, organisation: meta, released: 2026-04-08, licence: proprietary, context: 262000,\n"
	"   inputs: [text, image], outputs: [text], price: {free: true}, variants: [{id: deep, name: Deep, mode: "
	"thinks longer, tools: a browser}]}\n"
	"- {id: gem, name: Gem, price: {input: 2.50, output: 10}}\n"
	"- {id: opus, name: Opus, organisation: other, released: 2026-04, context: 1M, price: {note: on request}}\n"
	"benchmarks:\n"
	"- {id: health, name: Health Hard, category: care, unit: percent, better: higher}\n"
	"- {id: index, name: Great Index, publisher: The lab, unit: points, better: higher}\n"
	"- {id: tokens, name: Tokens used, unit: tokens, better: lower}\n"
	"- {id: work, name: Work, category: care, unit: elo, better: higher}\n"
	"- {id: open, name: Open, unit: percent, better: higher}\n"
	"- {id: idle, name: Idle, unit: percent, better: higher}\n"
	"trust: [news]\n"
	"measurements:\n"
	"- {model: spark, benchmark: health, value: 42.8, source: news, measured: first-party}\n"
	"- {model: spark, benchmark: health, value: 41, source: blog}\n"
	"- {model: spark, benchmark: health, value: 42.8, source: lab}\n"
	"- {model: gem, benchmark: health, value: 20.6, source: news}\n"
	"- {model: opus, benchmark: health, status: missing, source: news}\n"
	"- {model: spark, benchmark: index, value: 52, source: lab, measured: third-party}\n"
	"- {model: gem, benchmark: index, value: 57, source: lab, measured: third-party}\n"
	"- {model: spark, benchmark: tokens, value: 58M, ci: 2M, source: news}\n"
	"- {model: spark, benchmark: work, value: \"1,427\", ci_low: 1401, ci_high: 1455, source: blog, date: "
	"2026-03-01}\n"
	"- {model: spark, benchmark: work, value: \"1,430\", ci_low: 1405, ci_high: 1458, level: 90, source: blog, "
	"date: "
	"2026-04-01}\n"
	"- {model: gem, benchmark: work, value: 1500, se: 10, source: blog}\n"
	"- {model: gem, benchmark: open, value: 1, source: lab, date: 2026-04-08}\n"
	"- {model: gem, benchmark: open, value: 2, source: blog, date: 2026-04-08}\n"
	"claims:\n"
	"- {id: ahead, text: Spark is ahead., source: news, test: 'value(\"spark\", \"health\") > value(\"gem\", "
	"\"health\")'}\n"
	"- {id: first, text: Spark is first., source: news, test: 'leader(\"index\") == \"spark\"'}\n"
	"- {id: best, text: Spark is loved., source: news, note: Nobody measured it.}\n"
	"- {id: asks, text: It asks., source: news, test: 'verdict(\"ahead\") == \"holds\"'}\n"
	"- {id: hated, text: Nobody likes Spark., source: blog, note: Nobody measured it.}\n"
	"- {id: nameless, text: Somebody said so., note: Nobody measured it.}\n"
	"disputes: [{id: liking, about: Whether it is liked, claims: [best, hated, nameless]}]\n"
	"questions: [{id: why, about: Why it is so}, {id: who, about: Who likes it, claims: [best, hated]}]\n";

static struct facts *open_facts(struct bench *bench, const struct language *language)
{
	return facts_open(bench->arena, must_load(bench, READ_YAML, yaml), language);
}

struct asked {
	const char *expression, *answer; /* as printed, or "true" or "false" */
};

static void check_in(struct bench *bench, struct facts *facts, const struct asked *cases, size_t n)
{
	int wrong = 0;
	for (size_t i = 0; i < n; i++) {
		struct fact fact;
		struct fact_fault fault;
		bool ok = facts_try(facts, bench->arena, cases[i].expression, false, &fact, &fault);
		const char *answer = !ok                       ? fault.message
		                     : fact.kind == FACT_TRUTH ? (fact.truth ? "true" : "false")
		                                               : fact.printed;
		if (str_eq(answer, cases[i].answer))
			continue;
		printf("%s: \"%s\", not \"%s\"\n", cases[i].expression, answer, cases[i].answer);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

#define CHECK(language, cases) check_in(*state, open_facts(*state, &(language)), cases, sizeof(cases) / sizeof *(cases))

static void who_measured_is_told(void **state)
{
	static const struct asked cases[] = {
		{ "measured('spark', 'health')", "first-party" },
		{ "measured('gem', 'index')", "third-party" },
		{ "measured('gem', 'health')", "unknown" },
		{ "measured('spark', 'health') == 'first-party'", "true" },
		{ "measured('spark', 'health') == 'first party'", "this is never \"first party\"" },
		{ "measured('opus', 'health')", "Opus has no published result on Health Hard" },
		{ "measured('gem', 'open')", "nothing decides which value of Gem on Open counts" },
		{ "independent('spark', 'index')", "true" },
		{ "independent('spark', 'health')", "false" },
		{ "independent('index')", "true" },
		{ "independent('health')", "false" },
		{ "independent('spark', 'open')", "Spark has no published result on Open" },
		{ "checked('spark', 'index')", "true" },
		{ "checked('spark', 'health')", "false" },
		{ "checked('opus', 'health')", "Opus has no published result on Health Hard" },
		{ "independent('idle')", "no model has a value on Idle" },
		{ "count('first-party')", "1" },
		{ "count('third-party', 'index')", "2" },
		{ "count('third-party', 'health')", "0" },
		{ "count('unknown', 'health')", "3" }, /* of all values that were published */
	};
	CHECK(language_english, cases);
}

/* A value that is measured by its maker in one article and by a third party in another is not independent, but checked;
 * what does not count is asked too. */
static void every_source_is_asked_who_measured(void **state)
{
	static const char two[] = "sources: [{id: a, title: A, kind: press, date: 2026-04-08}, {id: b, title: B, kind: "
				  "press, date: 2026-04-08}]\n"
				  "trust: [a]\n"
				  "models: [{id: x, name: X}, {id: y, name: Y}]\n"
				  "benchmarks: [{id: q, name: Q, unit: percent, better: higher}]\n"
				  "measurements:\n"
				  "- {model: x, benchmark: q, value: 50, source: a, measured: first-party}\n"
				  "- {model: x, benchmark: q, value: 48.25, ci: 2, source: b, measured: third-party}\n"
				  "- {model: y, benchmark: q, value: 40, source: a, measured: third-party}\n"
				  "- {model: y, benchmark: q, value: 40, source: b, measured: first-party}\n";
	static const struct asked cases[] = {
		{ "measured('x', 'q')", "first-party" },
		{ "independent('x', 'q')", "false" },
		{ "checked('x', 'q')", "true" },
		{ "measured('y', 'q')", "third-party" },
		{ "independent('y', 'q')", "false" },
		{ "independent('q')", "false" },
		{ "digits('q')", "2" },
		{ "digits('x', 'q')", "0" },
		{ "count('intervals', 'q')", "1" },
		{ "count('third-party', 'q')", "2" },
		{ "count('values', 'q')", "4" },
	};
	struct bench *bench = *state;
	check_in(bench, facts_open(bench->arena, must_load(bench, READ_YAML, two), &language_english), cases,
	         sizeof cases / sizeof *cases);
}

static void who_disagrees_is_told(void **state)
{
	static const struct asked cases[] = {
		{ "disputed('spark', 'health')", "true" },
		{ "disputed('gem', 'health')", "false" },
		{ "disputed('spark', 'work')", "false" }, /* the same source, later */
		{ "disputed('gem', 'open')", "true" },
		{ "disputed('opus', 'health')", "Opus has no published result on Health Hard" },
		{ "disputed('health')", "true" },
		{ "disputed('index')", "false" },
		{ "disputed('idle')", "no model has a value on Idle" },
		{ "count('conflicts', 'health')", "1" },
	};
	CHECK(language_english, cases);
}

static void what_each_source_says_is_told(void **state)
{
	static const struct asked cases[] = {
		{ "published('spark', 'health', 'blog')", "41%" },
		{ "published('spark', 'health', 'news') - published('spark', 'health', 'blog')", "1.8\u00a0points" },
		{ "published('spark', 'work', 'blog')", "1430\u00a0Elo points" }, /* what it said last */
		{ "published('spark', 'index', 'blog')", "the source gives no value of Spark on the Great Index" },
		{ "published('spark', 'health', 'blag')", "no source is called \"blag\"" },
		{ "published('spark', 'health')", "42.8% and 41%" },
		{ "published('gem', 'open')", "1% and 2%" },
		{ "sources('spark', 'health')", "The News, Blog of B and The lab" },
		{ "sources('spark', 'health') == 'lab, blog, news'", "true" },
		{ "sources('spark', 'health') == 'lab, blog'", "false" },
		{ "sources('spark', 'index') == 'lab'", "true" },
		{ "sources('spark', 'index') == 'lob'", "no source is called \"lob\"" },
		{ "has('spark', 'health', 'lab')", "true" },
		{ "has('opus', 'health', 'news')", "false" },
		{ "has('gem', 'health', 'lab')", "false" },
		{ "count('sources', 'health')", "3" },
		{ "count('values', 'health')", "4" },
		{ "count('measurements', 'health')", "5" },
	};
	CHECK(language_english, cases);
}

static void intervals_and_digits_are_told(void **state)
{
	static const struct asked cases[] = {
		{ "interval('spark', 'work')", "1405 to 1458\u00a0Elo points" },
		{ "interval('spark', 'work', 'low')", "1405\u00a0Elo points" },
		{ "interval('spark', 'work', 'high') - interval('spark', 'work', 'low')", "53\u00a0Elo points" },
		{ "interval('spark', 'work', 'level')", "90%" },
		{ "interval('spark', 'work', 'middle')", "an interval has no \"middle\"" },
		{ "interval('spark', 'tokens')", "56 to 60\u00a0million tokens" },
		{ "interval('gem', 'work')", "1480 to 1520\u00a0Elo points" },
		{ "interval('gem', 'health')", "the value of Gem on Health Hard has no interval" },
		{ "count('intervals', 'health')", "0" },
		{ "count('intervals')", "4" },
		{ "count('intervals', 'work')", "3" }, /* what is history was published too */
		{ "digits('spark', 'health')", "1" },
		{ "digits('index')", "0" },
		{ "digits('health')", "1" },
	};
	CHECK(language_english, cases);
}

static void who_is_there_and_who_is_not(void **state)
{
	static const struct asked cases[] = {
		{ "rivals('health')", "Spark and Gem" },
		{ "rivals('health', 'spark')", "Gem" },
		{ "rivals('health') == 'Gem, Spark'", "true" },
		{ "rivals('health') == 'Gem, Spark, Opus'", "false" },
		{ "rivals('health') == 'Gem'", "false" },
		{ "rivals('tokens', 'spark')", "none" },
		{ "rivals('tokens', 'spark') == ''", "true" },
		{ "rivals('idle')", "no model has a value on Idle" },
		{ "missing('health')", "Opus" },
		{ "missing('index') == 'opus'", "true" },
		{ "missing('idle')", "Spark, Gem and Opus" },
		{ "missing('health') == 'meta'", "false" }, /* an organisation */
		{ "missing('health') == 'nobody'", "no model is called \"nobody\"" },
	};
	CHECK(language_english, cases);
}

static void what_a_model_is_can_be_asked(void **state)
{
	static const struct asked cases[] = {
		{ "licence('spark')", "proprietary" },
		{ "licence('spark@deep') == 'proprietary'", "true" },
		{ "licence('gem')", "the data do not give the licence of Gem" },
		{ "has('gem', 'licence')", "false" },
		{ "has('spark', 'licence')", "true" },
		{ "price('spark')", "free of charge" },
		{ "price('spark') == 'free'", "true" },
		{ "price('spark') == 'cheap'", "this is never \"cheap\"" },
		{ "price('gem') == 'paid'", "true" },
		{ "price('gem', 'output') / price('gem', 'input')", "4" },
		{ "price('spark', 'input')", "the data do not give this price of Spark" },
		{ "price('opus')", "the data do not give this price of Opus" },
		{ "has('opus', 'price')", "false" },
		{ "released('spark')", "8\u00a0April\u00a02026" },
		{ "released('opus')", "April\u00a02026" },
		{ "released('spark') < date('lab')", "true" },
		{ "released('spark') == '2026-04-08'", "true" },
		{ "released('spark') == 'April 8'", "\"April 8\" is not a date" },
		{ "released('gem')", "the data do not say when Gem was released" },
		{ "context('spark')", "262,000\u00a0tokens" },
		{ "context('opus') - context('spark')", "738,000\u00a0tokens" },
		{ "context('gem')", "the data do not give the context window of Gem" },
		{ "maker('spark')", "Meta" },
		{ "maker('spark') == 'meta' and maker('spark') == 'Meta AI'", "true" },
		{ "maker('spark') == 'other'", "false" },
		{ "maker('spark') == 'mota'", "no organisation is called \"mota\"" },
		{ "maker('spark') == maker('opus')", "false" },
		{ "maker('gem')", "the data do not say who made Gem" },
		{ "inputs('spark')", "text and image" },
		{ "outputs('spark') == 'text'", "true" },
		{ "publisher('index')", "The lab" },
		{ "publisher('health')", "the data do not say who publishes Health Hard" },
	};
	CHECK(language_english, cases);
}

static void germans_read_german(void **state)
{
	static const struct asked cases[] = {
		{ "measured('spark', 'health')", "vom Hersteller" },
		{ "measured('spark', 'health') == 'first-party'", "true" },
		{ "sources('spark', 'health')", "The News, Blog of B und The lab" },
		{ "published('spark', 'health', 'blog')", "41\u202f%" },
		{ "interval('spark', 'work', 'level')", "90\u202f%" },
		{ "interval('spark', 'tokens')", "56 bis 60\u00a0Millionen Tokens" },
		{ "released('spark')", "8.\u00a0April\u00a02026" },
		{ "context('spark')", "262.000\u00a0Tokens" },
		{ "price('spark')", "kostenlos" },
		{ "rivals('tokens', 'spark')", "keine" },
	};
	CHECK(language_german, cases);
}

static void verdicts_can_be_asked(void **state)
{
	static const struct asked cases[] = {
		{ "verdict('ahead')", "holds" },
		{ "verdict('ahead') == 'holds'", "true" },
		{ "verdict('first') == 'fails'", "true" },
		{ "verdict('best') == 'untestable'", "true" },
		{ "verdict('ahead') == 'true'", "this is never \"true\"" },
		{ "verdict('aheat')", "no claim is called \"aheat\"" },
		{ "verdict('asks')", "the test of the claim \"asks\": the test of a claim cannot ask for a verdict" },
	};
	CHECK(language_english, cases);
}

static void contradictions_in_words_can_be_asked(void **state)
{
	static const struct asked cases[] = {
		{ "says('news', 'best')", "true" },
		{ "says('news', 'best', 'loved')", "true" },
		{ "says('news', 'best', 'hated')", "false" },
		{ "says('blog', 'best')", "false" },
		{ "says('blog', 'nameless')", "false" },
		{ "says('blogg', 'best')", "no source is called \"blogg\"" },
		{ "says('blog', 'bets')", "no claim is called \"bets\"" },
		{ "contradict('best', 'hated')", "true" },
		{ "contradict('hated', 'best')", "true" },
		{ "contradict('best', 'ahead')", "false" },
		{ "contradict('best', 'best')", "a claim does not contradict itself" },
		{ "contradict('best', 'hatet')", "no claim is called \"hatet\"" },
		{ "count('disputes')", "1" },
		{ "count('disputes', 'work')", "disputes are not counted by benchmark" },
	};
	CHECK(language_english, cases);
}

static void what_there_is_can_be_asked(void **state)
{
	static const struct asked cases[] = {
		{ "models('meta')", "Spark" },
		{ "models('Meta AI') == 'spark'", "true" },
		{ "models('other')", "Opus" },
		{ "models('nobody')", "no organisation is called \"nobody\"" },
		{ "variants('spark')", "Deep" },
		{ "variants('gem')", "none" },
		{ "variants('spark') == 'spark@deep'", "true" },
		{ "variant('spark@deep')", "Deep" },
		{ "variant('spark')", "Spark" },
		{ "variant('spark') == 'spark@deep'", "false" },
		{ "mode('spark@deep')", "thinks longer" },
		{ "mode('spark@deep', 'tools')", "a browser" },
		{ "mode('spark', 'effort')", "the data do not say with what effort Spark was measured" },
		{ "mode('spark', 'size')", "a variant has no \"size\"" },
		{ "mode('gem')", "the data do not say what mode Gem is" },
		{ "benchmarks('care')", "Health Hard and Work" },
		{ "benchmarks('care') == 'work, health'", "true" },
		{ "benchmarks('spark@deep')", "none" },
		{ "benchmarks('gem') == 'health, index, work, open'", "true" },
		{ "benchmarks('car')", "no model and no category of benchmarks is called \"car\"" },
		{ "category('health')", "care" },
		{ "category('index')", "the data do not give the category of the Great Index" },
		{ "unit('work')", "elo" },
		{ "unit('health') == 'percent'", "true" },
	};
	CHECK(language_english, cases);
}

static void silence_can_be_asked(void **state)
{
	static const struct asked cases[] = {
		{ "answered('why')", "false" },
		{ "answered('who')", "true" },
		{ "answered('how')", "no question is called \"how\"" },
		{ "kind('lab')", "independent" },
		{ "kind('news') == 'press'", "true" },
		{ "publisher('news')", "The News" },
		{ "publisher('blog')", "the data do not say who publishes Blog of B" },
		{ "count('sources', 'press')", "2" },
		{ "count('sources', 'paper')", "0" },
	};
	CHECK(language_english, cases);
}

static void what_was_asked_is_kept_as_evidence(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *expression;
		size_t n_uses;
		const char *step;
	} cases[] = {
		{ "measured('spark', 'health')", 1, "Spark on Health Hard: first-party" },
		{ "published('spark', 'health', 'blog')", 1, "Spark on Health Hard: 41% (Blog of B)" },
		{ "disputed('spark', 'health')", 2, "Spark on Health Hard: 42.8% (The News) and 41% (Blog of B)" },
		{ "published('spark', 'health', 'news') > value('spark', 'health')", 1,
		  "Spark on Health Hard: 42.8% (The News)" },
		{ "sources('spark', 'index')", 1, "Spark on the Great Index: The lab" },
		{ "independent('index')", 2, "2 of 2 values on the Great Index measured by third parties" },
		{ "missing('health')", 0, "without a value on Health Hard: Opus" },
		{ "licence('spark')", 0, "Licence of Spark: proprietary" },
		{ "verdict('ahead')", 2, "\u201cSpark is ahead.\u201d: holds" },
		{ "count('intervals', 'work')", 0, "3 intervals on Work" },
		{ "contradict('hated', 'best')", 0, "Blog of B says \u201cNobody likes Spark.\u201d" },
		{ "count('disputes')", 0, "1 conflict in words" },
	};
	struct facts *facts = open_facts(bench, &language_english);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact;
		struct fact_fault fault;
		assert_true(facts_try(facts, bench->arena, cases[i].expression, false, &fact, &fault));
		if (fact.n_uses != cases[i].n_uses)
			fail_msg("%s uses %zu values", cases[i].expression, fact.n_uses);
		assert_true(fact.n_steps > 0);
		assert_string_equal(fact.steps[0].words, cases[i].step);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_measured_is_told),
		TEST(every_source_is_asked_who_measured),
		TEST(who_disagrees_is_told),
		TEST(what_each_source_says_is_told),
		TEST(intervals_and_digits_are_told),
		TEST(who_is_there_and_who_is_not),
		TEST(what_a_model_is_can_be_asked),
		TEST(germans_read_german),
		TEST(verdicts_can_be_asked),
		TEST(contradictions_in_words_can_be_asked),
		TEST(what_there_is_can_be_asked),
		TEST(silence_can_be_asked),
		TEST(what_was_asked_is_kept_as_evidence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
