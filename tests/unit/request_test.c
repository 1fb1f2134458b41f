/* Requests: names become benchmarks, models and a focus, and each kind's row in the table is kept. */
#include "chart/chart.h"
#include "data_support.h"

#include "chart/request.h"

static const char data[] = "benchmarks:\n"
			   "  - {id: quality, name: Quality, unit: percent, better: higher}\n"
			   "  - {id: work, name: Work, unit: elo, better: higher}\n"
			   "  - {id: used, name: Tokens used, unit: tokens, better: lower}\n"
			   "  - {id: empty, name: Empty, unit: percent, better: higher}\n"
			   "models: [{id: a, name: Aster}, {id: b, name: Borealis}, {id: c, name: Cobalt}]\n"
			   "measurements:\n"
			   "  - {model: a, benchmark: quality, value: 61}\n"
			   "  - {model: b, benchmark: quality, value: 52}\n"
			   "  - {model: a, benchmark: work, value: 1510}\n"
			   "  - {model: a, benchmark: used, value: 40M}\n";

/* Names in one text, parted by spaces. */
static const struct chart_name *names(struct bench *bench, const char *text, size_t *n)
{
	const char **words = arena_alloc(bench->arena, strlen(text) + 1, sizeof *words);
	char *copy = arena_strdup(bench->arena, text);
	*n = 0;
	for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
		words[(*n)++] = word;
	return chart_names(bench->arena, words, *n);
}

static bool make(struct bench *bench, const char *kind, const char *benchmarks, const char *models, const char *focus,
                 struct chart_request *q)
{
	struct chart_asked asked = { .kind = chart_kind_find(kind, place_file(NULL), bench->diags),
		                     .naming = &chart_options,
		                     .focus = { .text = focus } };
	asked.benchmarks = names(bench, benchmarks, &asked.n_benchmarks);
	asked.models = names(bench, models, &asked.n_models);
	bench->diags = diags_new(bench->arena);
	return chart_request_make(bench->arena, &asked, must_load(bench, READ_YAML, data), q, bench->diags);
}

static void a_name_given_twice_counts_once(void **state)
{
	struct bench *bench = *state;
	struct chart_request q;
	assert_true(make(bench, "table", "quality used Quality", "a b a", NULL, &q));
	assert_int_equal(q.n_benchmarks, 2);
	assert_int_equal(q.n_models, 2);
	assert_string_equal(q.benchmarks[1]->id, "used");
	assert_string_equal(q.models[1]->model->id, "b");
	assert_null(q.focus);
}

static void unknown_names_are_all_told(void **state)
{
	struct bench *bench = *state;
	struct chart_request q;
	assert_false(make(bench, "table", "qualty", "d", "e", &q));
	assert_int_equal(diags_count(bench->diags, DIAG_ERROR), 3);
	assert_int_equal(told(bench, "quality"), 1);
}

static void where_no_benchmark_is_named(void **state)
{
	struct bench *bench = *state;
	struct chart_request q;
	assert_true(make(bench, "table", "", "", NULL, &q));
	assert_int_equal(q.n_benchmarks, 3); /* those with values */
	assert_true(make(bench, "table", "", "b", NULL, &q));
	assert_int_equal(q.n_benchmarks, 1);
	assert_true(make(bench, "leaderboard", "", "b", NULL, &q));
	assert_string_equal(q.benchmarks[0]->id, "quality");
	assert_false(make(bench, "leaderboard", "", "", NULL, &q));
	assert_int_equal(told(bench, "shows one benchmark, but the data have 4 and none is named"), 1);
	assert_false(make(bench, "scatter", "", "b", NULL, &q));
	assert_int_equal(told(bench, "first the score"), 1);
	assert_false(make(bench, "table", "", "c", NULL, &q));
	assert_int_equal(told(bench, "have no value"), 1);
}

static void a_focus_is_never_added(void **state)
{
	struct bench *bench = *state;
	struct chart_request q;
	assert_true(make(bench, "table", "quality", "a b", "b", &q));
	assert_true(q.focus == q.models[1] && q.n_models == 2);
	assert_int_equal(diags_count(bench->diags, DIAG_WARNING), 0);
	assert_true(make(bench, "table", "quality", "a b", "c", &q));
	assert_true(!q.focus && q.n_models == 2);
	assert_int_equal(diags_count(bench->diags, DIAG_WARNING), 1);
	assert_true(make(bench, "table", "quality", "", "c", &q));
	assert_string_equal(q.focus->model->id, "c");
	assert_false(make(bench, "gap", "quality", "a b", "c", &q));
	assert_int_equal(told(bench, "Cobalt is not among the models asked for"), 1);
}

/* That of a whole briefing is highlighted where it is shown, without a word where it is not. */
static void the_usual_focus_is_silent(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, data);
	struct chart_asked asked = { .kind = chart_kind_find("table", place_file(NULL), bench->diags),
		                     .naming = &chart_keys,
		                     .usual_focus = dataset_variant(d, "c", place_file(NULL), bench->diags) };
	struct chart_request q;
	size_t before = diags_count(bench->diags, DIAG_WARNING);
	assert_true(chart_request_make(bench->arena, &asked, d, &q, bench->diags));
	assert_true(q.focus == asked.usual_focus);
	asked.models = names(bench, "a b", &asked.n_models);
	assert_true(chart_request_make(bench->arena, &asked, d, &q, bench->diags));
	assert_null(q.focus);
	assert_int_equal(diags_count(bench->diags, DIAG_WARNING), before);
}

static void kinds_keep_their_row(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *kind, *benchmarks, *models, *focus, *fault;
	} cases[] = {
		{ "leaderboard", "quality used", "", NULL, "shows one benchmark, not 2" },
		{ "dots", "quality", "", NULL, NULL },
		{ "leaderboard", "work", "", NULL, NULL },
		{ "bars", "work", "", NULL, "no meaningful zero" },
		{ "heatmap", "work quality", "", NULL, NULL },
		{ "tokens", "used quality", "", NULL, NULL },
		{ "tokens", "quality", "", NULL, "counts tokens" },
		{ "tokens", "used quality empty", "", NULL, "shows one or two benchmarks, not 3" },
		{ "columns", "work", "", NULL, "no meaningful zero" },
		{ "columns", "quality", "", NULL, NULL },
		{ "stacked", "quality", "", NULL, "shows two to six benchmarks, not 1" },
		{ "stacked", "used empty", "", NULL, NULL },
		{ "scatter", "quality", "", NULL, "shows two benchmarks, not 1" },
		{ "gap", "quality", "", NULL, "none is named" },
		{ "gap", "quality", "", "a", NULL },
		{ "slope", "quality", "a", NULL, "needs two models or two benchmarks" },
		{ "slope", "quality", "a b", NULL, NULL },
		{ "slope", "quality empty", "a b c", NULL, NULL },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct chart_request q;
		bool ok = make(bench, cases[i].kind, cases[i].benchmarks, cases[i].models, cases[i].focus, &q);
		assert_int_equal(ok, cases[i].fault == NULL);
		assert_true(ok || told(bench, cases[i].fault) == 1);
	}
}

static void kinds_are_complete(void **state)
{
	(void)state;
	const struct chart_kind *kind;
	size_t n = 0;
	for (; (kind = chart_kind_at(n)); n++) {
		assert_true(kind->layout && kind->least >= 1 && kind->least <= kind->most);
		assert_true(kind->most == CHART_KIND_MANY || kind->order || kind->alternatives);
		assert_true(kind->summary[strlen(kind->summary) - 1] != '.');
		for (size_t i = 0; i < n; i++)
			assert_string_not_equal(chart_kind_at(i)->name, kind->name);
	}
	assert_int_equal(n, 16);
}

int main(void)
{
#define REQUEST_TEST(test) cmocka_unit_test_setup_teardown(test, bench_open, bench_close)
	const struct CMUnitTest tests[] = {
		REQUEST_TEST(a_name_given_twice_counts_once), REQUEST_TEST(unknown_names_are_all_told),
		REQUEST_TEST(where_no_benchmark_is_named),    REQUEST_TEST(a_focus_is_never_added),
		REQUEST_TEST(the_usual_focus_is_silent),      REQUEST_TEST(kinds_keep_their_row),
		cmocka_unit_test(kinds_are_complete),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
