/* Names in running text: those that lines do not part. */
#include "brief/holding.h"
#include "data_support.h"
#include "words/language.h"

static const char data[] = "sources: [{id: lab, title: The Report of the Lab, kind: paper}]\n"
			   "organisations: [{id: deep, name: Deep Works}]\n"
			   "models:\n"
			   "  - {id: opus, name: Claude Opus 4.6, organisation: deep}\n"
			   "  - {id: spark, name: Muse Spark, organisation: deep}\n"
			   "  - {id: gpt, name: GPT-5.4}\n"
			   "benchmarks: [{id: hard, name: HealthBench Hard, unit: percent}]\n"
			   "measurements: [{model: opus, benchmark: hard, value: 1, source: lab}]\n";

/* Held parts of a text stand between brackets. */
static void check(struct bench *bench, const struct holding *holding, const char *expected)
{
	struct strbuf text = strbuf_new(bench->arena), found = strbuf_new(bench->arena);
	for (const char *p = expected; *p; p++)
		if (!strchr("[]", *p))
			strbuf_addn(&text, p, 1);
	const struct rich rich = holding_plain(holding, bench->arena, text.s);
	for (size_t i = 0; i <= text.n; i++) {
		for (size_t h = 0; h < rich.n_holds; h++) {
			strbuf_add(&found, rich.holds[h].end == i ? "]" : "");
			strbuf_add(&found, rich.holds[h].start == i ? "[" : "");
		}
		strbuf_addn(&found, text.s + i, i < text.n);
	}
	assert_string_equal(found.s, expected);
}

static void names_of_the_data_are_held_and_those_that_begin_like_them(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, data);
	struct known *known = known_new(bench->arena, &language_english);
	known_add(known, d, true);
	const struct holding *holding = holding_new(bench->arena, known, d);
	check(bench, holding, "");
	check(bench, holding, "[Muse Spark] leads [Claude Opus 4.6] on [HealthBench Hard].");
	check(bench, holding, "GPT-5.4 of [Deep Works]; by [Opus 4.6], too");
	check(bench, holding, "[Claude Mythos], ([Claude Mythos Preview]) and [Claude Haiku 5]. Claude is a family");
	check(bench, holding, "Claude. The Muse, Claude, Mythos and MuseScore Four");
	check(bench, holding, "The Report of the Lab is a title");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(names_of_the_data_are_held_and_those_that_begin_like_them,
		                                bench_open, bench_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
