/* Names, versions and dates of the data, found in running text. */
#include "data_support.h"

#include "facts/known.h"
#include "words/language.h"

static const char yaml[] =
	"date: 2026-04-09\n"
	"sources: [{id: s5, title: Meta AI's new model, publisher: The News, kind: press, date: 2026-03}]\n"
	"organisations: [{id: deep, name: Deep Lab}]\n"
	"models:\n"
	"- {id: gpt-5, name: GPT-5, released: 2025-08-07}\n"
	"- {id: gemini, name: Gemini 3.1 Pro, aliases: [Gem 3]}\n"
	"- {id: opus, name: Claude Opus 4.6, variants: [{id: max, name: Max 2}]}\n"
	"benchmarks:\n"
	"- {id: index, name: Great Index, version: '4.0', unit: points, better: higher}\n"
	"- {id: arc, name: ARC-AGI-2, unit: percent, better: higher}\n"
	"- {id: exam, name: Top 5 Accuracy, unit: percent, better: higher}\n";
static const char before[] = "models: [{id: gpt-5, name: GPT-5}, {id: old, name: Old Model 2}]\n"
			     "benchmarks: [{id: x, name: Health, unit: percent, better: higher}]\n";

/* "[Opus 4.6=Claude Opus 4.6 model part]" */
static const char *found(struct bench *bench, const struct known *known, const char *text)
{
	struct strbuf b = strbuf_new(bench->arena);
	struct known_name n;
	for (size_t at = 0; known_next(known, text, strlen(text), &at, &n);)
		strbuf_addf(&b, "%s[%.*s%s%s%s%s%s]", b.n ? " " : "", (int)(n.end - n.start), text + n.start,
		            n.model       ? " model"
		            : n.benchmark ? " benchmark"
		            : n.source    ? " source"
		                          : "",
		            n.part ? " of " : "", n.part ? n.name : "", n.now ? "" : " before", "");
	return b.s;
}

static struct known *open_known(struct bench *bench)
{
	struct known *known = known_new(bench->arena, &language_english);
	known_add(known, must_load(bench, READ_YAML, yaml), true);
	known_add(known, must_load(bench, READ_YAML, before), false);
	return known;
}

static void names_are_found_as_whole_words_in_any_case_and_with_any_joint(void **state)
{
	static const struct {
		const char *text, *names;
	} cases[] = {
		{ "GPT-5 and gpt 5, but not GPT-5.4 or GPT-50", "[GPT-5 model] [gpt 5 model]" },
		{ "Gemini\u00a03.1 Pro\u2019s score", "[Gemini\u00a03.1 Pro model]" },
		{ "Gemini 3.1 and Gem 3", "[Gemini 3.1 model of Gemini 3.1 Pro] [Gem 3 model]" },
		{ "Opus 4.6, and 4.6", "[Opus 4.6 model of Claude Opus 4.6]" },
		{ "Claude Opus 4.6 Max 2", "[Claude Opus 4.6 Max 2 model]" },
		{ "the top 5, AGI-2", "[AGI-2 benchmark of ARC-AGI-2]" },
		{ "Great Index v4.0, version 4.0 and v4.0", "[Great Index v4.0 benchmark] [version 4.0] [v4.0]" },
		{ "in \u201cMeta AI\u2019s new model\u201d by The News",
		  "[Meta AI\u2019s new model source] [The News]" },
		{ "Deep Lab, deeper Lab", "[Deep Lab]" },
		{ "Old Model 2, old model 2, Health and health",
		  "[Old Model 2 model before] [Health benchmark before]" },
		{ "", "" },
	};
	const struct known *known = open_known(*state);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(found(*state, known, cases[i].text), cases[i].names);
}

static void an_id_is_no_name_where_the_names_are_made_of_other_words(void **state)
{
	static const struct {
		const char *id, *name;
		bool key;
	} cases[] = {
		{ "arc-agi-2", "ARC-AGI-2", false },
		{ "arc-agi-2", "ARC-AGI-3", true },
		{ "bench-hard", "Bench Hardest", true },
		{ "bench-2.0", "Bench 3.0", true },
		{ "gpqa", "GPQA Diamond", false },
		{ "claude-opus-4.6", "Opus 4.6", false },
		{ "claude-opus-4.6", "Opus", true },
		{ "gpt5", "GPT-5", false },
		{ "swe-bench-verified", "SWE-bench (Verified)", false },
		{ "good-exam", "Good Exam of 2026", false },
	};
	struct bench *bench = *state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct known *known = known_new(bench->arena, &language_english);
		struct known_name n;
		size_t at = 0;
		const char *data =
			arena_printf(bench->arena, "benchmarks: [{id: %s, name: %s, unit: elo, better: higher}]",
		                     cases[i].id, cases[i].name);
		known_add(known, must_load(bench, READ_YAML, data), true);
		assert_true(known_next(known, cases[i].id, strlen(cases[i].id), &at, &n));
		if (n.key != cases[i].key)
			fail_msg("%s of %s", cases[i].id, cases[i].name);
	}
}

static void dates_are_known_as_far_as_they_go(void **state)
{
	const struct known *known = open_known(*state);
	assert_true(known_has_date(known, (struct date){ 2026, 4, 9 }));
	assert_true(known_has_date(known, (struct date){ 2026, 4, 0 }));
	assert_true(known_has_date(known, (struct date){ 2026, 0, 0 }));
	assert_true(known_has_date(known, (struct date){ 2025, 8, 7 }));
	assert_true(known_has_date(known, (struct date){ 0, 8, 7 }));
	assert_true(known_has_date(known, (struct date){ 2026, 3, 0 }));
	assert_false(known_has_date(known, (struct date){ 2026, 3, 1 }));
	assert_false(known_has_date(known, (struct date){ 2026, 4, 8 }));
	assert_false(known_has_date(known, (struct date){ 0, 4, 8 }));
	assert_false(known_has_date(known, (struct date){ 2024, 0, 0 }));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_are_found_as_whole_words_in_any_case_and_with_any_joint),
		TEST(an_id_is_no_name_where_the_names_are_made_of_other_words),
		TEST(dates_are_known_as_far_as_they_go),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
