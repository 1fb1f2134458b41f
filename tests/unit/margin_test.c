/* By how much conditions hold or fail, what would turn them, what "nearly" means, and claims that are true in part. */
#include "data_support.h"

#include "data/export.h"
#include "facts/verdict.h"
#include "read/emit.h"

static const char yaml[] =
	"sources:\n"
	"- {id: news, title: News, publisher: The News, kind: press, date: 2026-04-08}\n"
	"- {id: blog, title: Blog, kind: press, date: 2026-04}\n"
	"trust: [news]\n"
	"models: [{id: spark, name: Spark}, {id: gem, name: Gem}, {id: opus, name: Opus}, {id: pro, name: Pro}]\n"
	"benchmarks:\n"
	"- {id: health, name: Health, unit: percent, better: higher}\n"
	"- {id: index, name: Index, unit: points, better: higher}\n"
	"- {id: tokens, name: Tokens, unit: tokens, better: lower}\n"
	"- {id: work, name: Work, unit: elo, better: higher}\n"
	"conventions:\n"
	"- {id: nearly, within: 0.1}\n"
	"- {id: almost, within: 5%, side: below}\n"
	"- {id: roughly, within: 0.2, says: a fifth more or less}\n"
	"measurements:\n"
	"- {model: spark, benchmark: health, value: 42.8, source: news, measured: first-party}\n"
	"- {model: gem, benchmark: health, value: 20.6, source: news}\n"
	"- {model: opus, benchmark: health, value: 40.1, source: news}\n"
	"- {model: opus, benchmark: health, value: 41.2, source: blog}\n"
	"- {model: pro, benchmark: health, value: 30, source: news}\n"
	"- {model: pro, benchmark: health, value: 43, source: blog}\n"
	"- {model: spark, benchmark: index, value: 52, source: news}\n"
	"- {model: gem, benchmark: index, value: 57, source: news}\n"
	"- {model: opus, benchmark: index, value: 55, source: news}\n"
	"- {model: pro, benchmark: index, value: 51, source: news}\n"
	"- {model: spark, benchmark: tokens, value: 58M, source: news}\n"
	"- {model: gem, benchmark: tokens, value: 57M, source: news}\n"
	"- {model: opus, benchmark: tokens, value: 120M, source: news}\n"
	"- {model: spark, benchmark: work, value: 1500, ci: 20, source: news}\n"
	"- {model: gem, benchmark: work, value: 1510, ci: 20, source: news}\n"
	"- {model: opus, benchmark: work, value: 1600, source: news}\n"
	"claims:\n"
	"- {id: half, text: Half., test: 'nearly(ratio(\"gem\", \"spark\", \"health\"), 0.5)'}\n"
	"- id: wins\n"
	"  text: It wins.\n"
	"  tests:\n"
	"  - {of: On Health, test: 'leader(\"health\") == \"spark\"'}\n"
	"  - {of: on Index, test: 'leader(\"index\") == \"spark\"'}\n"
	"- id: both\n"
	"  text: Both.\n"
	"  tests:\n"
	"  - {of: on Health, test: 'value(\"spark\", \"health\") > 40'}\n"
	"  - {of: on Tokens, test: 'value(\"spark\", \"tokens\") < 60e6'}\n"
	"- id: neither\n"
	"  text: Neither.\n"
	"  tests:\n"
	"  - {of: on Index, test: 'value(\"spark\", \"index\") > 60'}\n"
	"  - {of: on nothing, test: 'value(\"pro\", \"tokens\") > 60'}\n"
	"- id: partly\n"
	"  text: Partly.\n"
	"  tests:\n"
	"  - {of: on Index, test: 'value(\"spark\", \"index\") > 50'}\n"
	"  - {of: on nothing, test: 'value(\"pro\", \"tokens\") > 60'}\n";

static struct facts *open_facts(struct bench *bench)
{
	return facts_open(bench->arena, must_load(bench, READ_YAML, yaml), &language_english);
}

static struct fact ask(struct bench *bench, struct facts *facts, const char *expression)
{
	struct fact fact;
	struct fact_fault fault;
	if (!facts_try(facts, bench->arena, expression, false, &fact, &fault))
		fail_msg("%s: %s", expression, fault.message);
	return fact;
}

/* ---- margins ---- */

static const char *by(const struct margin *margin)
{
	return margin->kind == MARGIN_NONE ? "none" : margin->kind == MARGIN_EXACT ? "exact" : margin->printed;
}

static void the_margin_is_that_of_the_deciding_comparison(void **state)
{
	static const struct {
		const char *expression;
		bool holds;
		const char *margin, *of;
	} cases[] = {
		{ "value('spark', 'health') > value('opus', 'health')", true, "2.7\u00a0points",
		  "value('spark', 'health') > value('opus', 'health')" },
		{ "value('spark', 'health') < 40", false, "2.8\u00a0points", NULL },
		{ "value('spark', 'tokens') < 60e6", true, "2\u00a0million tokens", NULL },
		{ "ratio('spark', 'gem', 'health') > 2", true, "4%", NULL },
		{ "count('health') == 4", true, "exact", "count('health') == 4" },
		{ "count('health') == 6", false, "2", NULL },
		{ "count('health') ~= 4", false, "exact", NULL },
		{ "has('spark', 'health')", true, "none", NULL },
		/* of several that all must hold, the nearest to turning; an equality only where there is nothing else
		 */
		{ "gap('spark', 'gem', 'health') > 20 and gap('spark', 'opus', 'health') > 2", true, "2.2\u00a0points",
		  "gap('spark', 'gem', 'health') > 20" },
		{ "count('health') == 4 and value('spark', 'index') > 50", true, "2\u00a0points",
		  "value('spark', 'index') > 50" },
		{ "has('spark', 'health') and value('spark', 'index') > 50", true, "2\u00a0points", NULL },
		/* what failed, and what holds although the first does not */
		{ "value('spark', 'index') > 50 and value('spark', 'index') > 54", false, "2\u00a0points",
		  "value('spark', 'index') > 54" },
		{ "value('spark', 'index') > 54 or value('spark', 'index') > 49", true, "3\u00a0points",
		  "value('spark', 'index') > 49" },
		{ "value('spark', 'index') > 60 or value('spark', 'index') > 53", false, "1\u00a0point",
		  "value('spark', 'index') > 53" },
		{ "(value('spark', 'index') > 50 and count('index') > 5) or value('gem', 'index') > 50", true,
		  "7\u00a0points", "value('gem', 'index') > 50" },
		{ "not (value('spark', 'index') > 54)", true, "2\u00a0points", "value('spark', 'index') > 54" },
		{ "not (value('spark', 'index') > 50 and value('gem', 'index') > 58)", true, "1\u00a0point",
		  "value('gem', 'index') > 58" },
		{ "(value('spark', 'index') - 50) * 2 > 3", true, "1\u00a0point",
		  "(value('spark', 'index') - 50) * 2 > 3" },
		{ "-- a > b\n value('spark', 'index') --[[ and ]] > 50", true, "2\u00a0points", NULL },
	};
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench);
	int wrong = 0;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact = ask(bench, facts, cases[i].expression);
		bool right = fact.truth == cases[i].holds && str_eq(by(&fact.margin), cases[i].margin) &&
		             (!cases[i].of || str_eq(fact.margin.of, cases[i].of));
		if (right)
			continue;
		printf("%s: %s, by %s of %s\n", cases[i].expression, fact.truth ? "holds" : "fails", by(&fact.margin),
		       fact.margin.of ? fact.margin.of : "nothing");
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void a_place_has_the_margin_of_the_values_behind_it(void **state)
{
	static const struct {
		const char *expression, *margin;
	} cases[] = {
		{ "leader('health') == 'spark'", "2.7\u00a0points" },
		{ "leader('health') == 'gem'", "22.2\u00a0points" },
		{ "leader('health') ~= 'opus'", "2.7\u00a0points" },
		{ "'spark' == leader('health')", "2.7\u00a0points" },
		{ "leader('tokens') == 'gem'", "1\u00a0million tokens" },
		{ "rank('spark', 'index') == 3", "1\u00a0point" },  /* Pro is one point behind */
		{ "place('spark', 'index') > 1", "5\u00a0points" }, /* to the first */
		{ "1 < place('spark', 'index')", "5\u00a0points" },
		{ "place('spark', 'index') >= 2", "5\u00a0points" },
		{ "place('spark', 'index') <= 3", "1\u00a0point" },
		{ "place('spark', 'index') == 1", "5\u00a0points" },
		{ "place('gem', 'index') == 1", "2\u00a0points" },
		{ "place('spark', 'tokens') == 2", "1\u00a0million tokens" },
		{ "place('spark', 'tokens') > 4", "2" }, /* no value brings it there: in places */
		{ "rank('spark', 'work') == rank('gem', 'work')", "18\u00a0Elo points" }, /* within noise */
	};
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench);
	int wrong = 0;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact = ask(bench, facts, cases[i].expression);
		if (str_eq(by(&fact.margin), cases[i].margin))
			continue;
		printf("%s: %s\n", cases[i].expression, by(&fact.margin));
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void each_claim_of_an_expression_has_its_margin(void **state)
{
	struct bench *bench = *state;
	struct fact fact = ask(bench, open_facts(bench),
	                       "join(claim('A, (b) and c.', value('spark', 'index') > 50), ' ', claim('B', "
	                       "value('gem', 'index') < 60))");
	assert_int_equal(fact.n_claims, 2);
	assert_string_equal(fact.claims[0].margin.printed, "2\u00a0points");
	assert_string_equal(fact.claims[0].margin.of, "value('spark', 'index') > 50");
	assert_string_equal(fact.claims[1].margin.printed, "3\u00a0points");
	assert_true(fact.claims[1].margin.unit == &unit_points);
	assert_int_equal(fact.margin.kind, MARGIN_NONE);
}

/* ---- trials ---- */

static char *tried(struct bench *bench, const char *expression, size_t claim)
{
	struct facts *facts = open_facts(bench);
	struct fact fact = ask(bench, facts, expression);
	struct trials trials = trials_of(facts, bench->arena, expression, claim, &fact, NULL);
	bool holds = claim == TRIALS_WHOLE ? fact.truth : fact.claims[claim].holds;
	const struct margin *margin = claim == TRIALS_WHOLE ? &fact.margin : &fact.claims[claim].margin;
	return trials_words(bench->arena, &language_english, &trials, holds, margin, NULL);
}

static void other_published_values_are_tried(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(tried(bench, "value('spark', 'health') > value('opus', 'health')", TRIALS_WHOLE),
	                    "With 41.2% for Opus (Blog) it still holds, by 1.6\u00a0points.");
	assert_string_equal(tried(bench, "gap('spark', 'opus', 'health') > 2", TRIALS_WHOLE),
	                    "With 41.2% for Opus (Blog) it would not hold, by 0.4\u00a0points.");
	assert_string_equal(tried(bench, "gap('spark', 'opus', 'health') < 2", TRIALS_WHOLE),
	                    "With 41.2% for Opus (Blog) it would hold, by 0.4\u00a0points.");
	assert_string_equal(tried(bench, "gap('spark', 'opus', 'health') < 1", TRIALS_WHOLE),
	                    "With 41.2% for Opus (Blog) it does not hold either, by 0.6\u00a0points.");
	/* what makes no difference, or makes it safer, is not told */
	assert_string_equal(tried(bench, "gap('spark', 'opus', 'health') < 10", TRIALS_WHOLE), "");
	assert_string_equal(tried(bench,
	                          "leader('health') == 'spark' and value('spark', 'index') > 50 and "
	                          "value('opus', 'health') > 39",
	                          TRIALS_WHOLE),
	                    "With 43% for Pro (Blog) it would not hold, by 0.2\u00a0points.");
	assert_string_equal(tried(bench, "value('spark', 'index') > 50", TRIALS_WHOLE), "");
	assert_string_equal(tried(bench, "disputed('opus', 'health')", TRIALS_WHOLE), "");
}

/* Who leads rests on all values of a benchmark, also on those that the evidence does not name. */
static void a_lead_is_tried_against_every_value(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(tried(bench, "leader('health') == 'spark'", TRIALS_WHOLE),
	                    "With 43% for Pro (Blog) it would not hold, by 0.2\u00a0points.");
	assert_string_equal(tried(bench, "claim('It leads.', leader('health') == 'spark')", 0),
	                    "With 43% for Pro (Blog) it would not hold, by 0.2\u00a0points.");
	assert_string_equal(tried(bench, "verdict('wins') == 'mixed'", TRIALS_WHOLE),
	                    "With 43% for Pro (Blog) it would not hold.");
}

static void ends_of_intervals_are_tried(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(
		tried(bench, "value('spark', 'work') < 1515", TRIALS_WHOLE),
		"With 1520\u00a0Elo points for Spark, an end of its interval (The News), it would not hold, by "
		"5\u00a0Elo points.");
	assert_string_equal(tried(bench, "value('spark', 'work') < 1560", TRIALS_WHOLE),
	                    "It holds at either end of each interval too, tried one at a time.");
	assert_string_equal(tried(bench, "value('spark', 'work') > 1600", TRIALS_WHOLE),
	                    "Nor does it hold at either end of any interval, tried one at a time.");
}

static void a_trial_leaves_nothing_behind(void **state)
{
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench);
	static const char expression[] = "leader('health') == 'spark'";
	struct fact fact = ask(bench, facts, expression);
	struct trials trials = trials_of(facts, bench->arena, expression, TRIALS_WHOLE, &fact, NULL);
	assert_int_equal(trials.count, 2);
	assert_int_equal(trials.turns, 1);
	assert_true(ask(bench, facts, expression).truth);
	assert_true(ask(bench, facts, "value('pro', 'health') == 30").truth);
}

static void trials_are_bounded_and_the_rest_is_counted(void **state)
{
	struct bench *bench = *state;
	struct strbuf b = strbuf_new(bench->arena);
	strbuf_add(&b, "benchmarks: [{id: b, name: B, unit: percent, better: higher}]\nmodels:\n");
	for (int i = 0; i < 50; i++)
		strbuf_addf(&b, "- {id: m%d, name: M%d}\n", i, i);
	strbuf_add(&b, "measurements:\n");
	for (int i = 0; i < 50; i++)
		strbuf_addf(&b, "- {model: m%d, benchmark: b, value: %d, ci: 1}\n", i, i + 1);
	struct facts *facts = facts_open(bench->arena, must_load(bench, READ_YAML, b.s), &language_english);
	static const char expression[] = "place('m49', 'b') == 1";
	struct fact fact = ask(bench, facts, expression);
	struct trials trials = trials_of(facts, bench->arena, expression, TRIALS_WHOLE, &fact, NULL);
	assert_int_equal(trials.count, 64);
	assert_int_equal(trials.left_out, 36);
	assert_string_equal(trials.items[0].printed, "49%"); /* first the values that it speaks of */
}

/* ---- conventions ---- */

static void nearly_is_what_the_dataset_says(void **state)
{
	static const struct {
		const char *expression;
		bool holds;
		const char *margin;
	} cases[] = {
		{ "nearly(0.45, 0.5)", true, "0" },
		{ "nearly(0.556, 0.5)", false, "1%" },
		{ "nearly(ratio('gem', 'spark', 'health'), 0.5)", true, "6%" },
		{ "nearly(value('opus', 'health'), 40)", true, "3.9\u00a0points" },
		{ "nearly(-0.5, -0.52)", true, "6%" },
		{ "nearly(0.48, 0.5, 'almost')", true, "1%" },
		{ "nearly(0.51, 0.5, 'almost')", false, "2%" },
		{ "nearly(0.5, 0.5, 'almost')", true, "5%" },
		{ "nearly(0.58, 0.5, 'roughly')", true, "4%" },
		{ "nearly(0.58, 0.5, 'roughly') and value('spark', 'index') > 50", true, "2\u00a0points" },
	};
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact = ask(bench, facts, cases[i].expression);
		if (fact.truth != cases[i].holds || !str_eq(by(&fact.margin), cases[i].margin))
			fail_msg("%s: %d by %s", cases[i].expression, fact.truth, by(&fact.margin));
		assert_int_equal(fact.n_conventions, 1);
	}
	struct fact fact;
	struct fact_fault fault;
	assert_false(facts_try(facts, bench->arena, "nearly(1, 2, 'rougly')", true, &fact, &fault));
	assert_string_equal(fault.message, "the dataset does not say what \"rougly\" means");
	assert_string_equal(fault.hint, "did you mean \"roughly\"?");
	facts = facts_open(bench->arena, must_load(bench, READ_YAML, "models: [{id: a, name: A}]\n"),
	                   &language_english);
	assert_false(facts_try(facts, bench->arena, "nearly(1, 2)", true, &fact, &fault));
	assert_string_equal(fault.hint, "add conventions: [{id: nearly, within: 0.1}]");
}

/* ---- verdicts ---- */

static void a_claim_may_hold_in_part(void **state)
{
	struct bench *bench = *state;
	struct facts *facts = open_facts(bench);
	const struct verdict *const *v = verdicts_of(bench->arena, facts, bench->diags);
	assert_int_equal(v[0]->kind, VERDICT_HOLDS);
	assert_int_equal(v[1]->kind, VERDICT_MIXED);
	assert_string_equal(v[1]->computed,
	                    "On Health, it holds: Spark leads on Health with 42.8%; next: Opus (40.1%). "
	                    "On Index, it does not hold: Gem leads on Index with 57\u00a0points; next: Opus "
	                    "(55\u00a0points); Spark on Index: 52\u00a0points.");
	assert_true(v[1]->on_claims && v[1]->fragile);
	assert_int_equal(v[2]->kind, VERDICT_HOLDS);
	assert_false(v[2]->fragile);
	assert_int_equal(v[3]->kind, VERDICT_FAILS);      /* one part cannot be tested, the other fails */
	assert_int_equal(v[4]->kind, VERDICT_UNTESTABLE); /* one holds, the other cannot be tested */
	assert_string_equal(v[4]->why, "Pro has no published result on Tokens");
	assert_true(v[4]->undecided);
	assert_true(ask(bench, facts, "verdict('wins') == 'mixed'").truth);
	assert_true(diags_ok(bench->diags));
}

static void parts_and_conventions_survive_an_export(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, yaml);
	const struct dataset *again =
		must_load(bench, READ_YAML, emit_yaml(bench->arena, export_dataset(bench->arena, d)));
	assert_int_equal(again->n_claims, d->n_claims);
	assert_int_equal(again->claims[1]->n_parts, 2);
	assert_string_equal(again->claims[1]->parts[1].of, "on Index");
	assert_string_equal(again->claims[1]->parts[1].test, d->claims[1]->parts[1].test);
	assert_int_equal(again->n_conventions, 3);
	assert_string_equal(again->conventions[1].id, "almost");
	assert_true(again->conventions[1].within == 0.05 && again->conventions[1].side == SIDE_BELOW);
	assert_string_equal(again->conventions[2].says, "a fifth more or less");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_margin_is_that_of_the_deciding_comparison),
		TEST(a_place_has_the_margin_of_the_values_behind_it),
		TEST(each_claim_of_an_expression_has_its_margin),
		TEST(other_published_values_are_tried),
		TEST(a_lead_is_tried_against_every_value),
		TEST(ends_of_intervals_are_tried),
		TEST(a_trial_leaves_nothing_behind),
		TEST(trials_are_bounded_and_the_rest_is_counted),
		TEST(nearly_is_what_the_dataset_says),
		TEST(a_claim_may_hold_in_part),
		TEST(parts_and_conventions_survive_an_export),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
