/* Names, quantities, and what is in a loaded dataset. The wording of diagnostics is in tests/cases. */
#include "data_support.h"

#include "data/names.h"
#include "data/quantity.h"
#include "data/selection.h"

static const char models[] =
	"sources: [{id: news, title: News, kind: press, date: 2026-04-08}]\n"
	"organisations: [{id: meta, name: Meta, aliases: [Meta AI]}]\n"
	"models:\n"
	"- {id: muse-spark, name: Muse Spark, organisation: meta ai, context: 262k, aliases: [Spark],\n"
	"   price: {input: 1.25, output: 10},\n"
	"   variants: [{id: contemplating, name: Contemplating, aliases: [Muse Spark (Contemplating), deep]}]}\n"
	"- {id: gpt, name: GPT, default: high, variants: [{id: low, name: Low}, {id: high, name: High}]}\n"
	"benchmarks: [{id: hle, name: Humanity's Last Exam, aliases: [HLE], unit: percent, better: higher}]\n";

static const struct dataset *load_with(struct bench *bench, const char *measurements)
{
	return must_load(bench, READ_YAML, arena_printf(bench->arena, "%s%s", models, measurements));
}

static void a_quantity_keeps_its_digits_and_its_word(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *text;
		double number;
		const char *kept;
		int decimals, magnitude;
		bool percent;
	} cases[] = { { "89.5", 89.5, "89.5", 1, 0, false },
		      { "52", 52, "52", 0, 0, false },
		      { "52.0", 52, "52.0", 1, 0, false },
		      { " 89.50 % ", 89.5, "89.50", 2, 0, true },
		      { "58M", 58e6, "58M", 0, 6, false },
		      { "1.2k", 1200, "1.2k", 1, 3, false },
		      { "120 million", 120e6, "120 million", 0, 6, false },
		      { "3bn", 3e9, "3bn", 0, 9, false },
		      { "1.25 billion", 1.25e9, "1.25 billion", 2, 9, false },
		      { "1,427", 1427, "1,427", 0, 0, false },
		      { "12,001,427.5", 12001427.5, "12,001,427.5", 1, 0, false },
		      { "-3.25", -3.25, "-3.25", 2, 0, false },
		      { "\u22123.25", -3.25, "\u22123.25", 2, 0, false },
		      { "+3", 3, "+3", 0, 0, false },
		      { "1.5e3", 1500, "1.5e3", 0, 0, false },
		      { "1.5e-3", 0.0015, "1.5e-3", 4, 0, false },
		      { "58\u00a0M", 58e6, "58\u00a0M", 0, 6, false } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct quantity q;
		bool percent;
		assert_true(quantity_parse(bench->arena, cases[i].text, &q, &percent));
		assert_true(q.number == cases[i].number);
		assert_string_equal(q.text, cases[i].kept);
		assert_int_equal(q.decimals, cases[i].decimals);
		assert_int_equal(q.magnitude, cases[i].magnitude);
		assert_int_equal(percent, cases[i].percent);
	}
}

static void ambiguous_numbers_are_not_quantities(void **state)
{
	struct bench *bench = *state;
	const char *const wrong[] = { "",        "abc",  "1,42",  "89,5", "1,4270", "1427,000", ",427",
		                      "1.2.3",   "58m",  "~52",   "5 5",  "5M%",    "1e3M",     "$1.25",
		                      "1.427,5", "5%%",  "--5",   "%",    "M",      "e5",       "nan",
		                      "inf",     "0x10", "5 Mio", "1e",   "1e999",  ".",        "5 percent" };
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct quantity q;
		bool percent;
		assert_false(quantity_parse(bench->arena, wrong[i], &q, &percent));
	}
}

static bool agree(struct bench *bench, const char *a, const char *b)
{
	struct quantity x, y;
	bool percent;
	assert_true(quantity_parse(bench->arena, a, &x, &percent));
	assert_true(quantity_parse(bench->arena, b, &y, &percent));
	assert_int_equal(quantity_agrees(x, y), quantity_agrees(y, x));
	return quantity_agrees(x, y);
}

static void values_agree_if_the_coarser_is_the_finer_rounded(void **state)
{
	struct bench *bench = *state;
	assert_true(agree(bench, "52", "52.4"));
	assert_true(agree(bench, "53", "52.5"));
	assert_false(agree(bench, "52", "52.5"));
	assert_false(agree(bench, "52.0", "52.4"));
	assert_true(agree(bench, "42.8", "42.75"));
	assert_true(agree(bench, "0.3", "0.30"));
	assert_true(agree(bench, "58M", "58,213,900"));
	assert_false(agree(bench, "58M", "58,613,900"));
	assert_true(agree(bench, "58M", "0.058bn"));
	assert_true(agree(bench, "-2", "-2.4"));
	assert_false(agree(bench, "-2", "2"));
	assert_true(agree(bench, "1.005", "1.0050")); /* 1.005 is a little less in binary */
	assert_true(agree(bench, "1.01", "1.005"));
}

static void things_are_found_by_id_name_and_alias_whatever_the_case(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = load_with(bench, "measurements: [{model: gpt, benchmark: hle, value: 1}]");
	const char *const meta[] = { "meta", "META", "meta  ai", " Meta AI " };
	for (size_t i = 0; i < 4; i++)
		assert_ptr_equal(dataset_organisation(d, meta[i], (struct place){ 0 }, NULL), d->organisations[0]);
	assert_ptr_equal(dataset_model(d, "muse spark", (struct place){ 0 }, NULL), dataset_model_at(d, 0));
	assert_ptr_equal(dataset_model(d, "Spark", (struct place){ 0 }, NULL), dataset_model_at(d, 0));
	assert_ptr_equal(dataset_benchmark(d, "hle", (struct place){ 0 }, NULL), d->benchmarks[0]);
	assert_ptr_equal(dataset_benchmark(d, "HUMANITY'S last exam", (struct place){ 0 }, NULL), d->benchmarks[0]);
	assert_ptr_equal(dataset_source(d, "News", (struct place){ 0 }, NULL), d->sources[0]);
	assert_null(dataset_model(d, "musespark", (struct place){ 0 }, NULL));
	assert_null(dataset_model(d, "", (struct place){ 0 }, NULL));
	assert_ptr_equal(dataset_model_at(d, 0)->own->organisation, d->organisations[0]);
}

static void a_variant_is_found_by_either_side_or_its_alias(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = load_with(bench, "measurements: [{model: gpt, benchmark: hle, value: 1}]");
	const struct variant *deep = model_variant(dataset_model_at(d, 0), 1);
	const char *const names[] = { "muse-spark@contemplating", "Muse Spark@Contemplating", "spark@deep",
		                      "muse spark (contemplating)", "DEEP" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_ptr_equal(dataset_variant(d, names[i], (struct place){ 0 }, NULL), deep);
	assert_ptr_equal(dataset_variant(d, "Muse Spark", (struct place){ 0 }, NULL),
	                 model_variant(dataset_model_at(d, 0), 0));
	assert_null(dataset_variant(d, "gpt@contemplating", (struct place){ 0 }, NULL));
	assert_null(dataset_variant(d, "muse-spark@", (struct place){ 0 }, NULL));
	assert_string_equal(variant_ref(bench->arena, deep), "muse-spark@contemplating");
	assert_string_equal(variant_full_name(bench->arena, deep), "Muse Spark Contemplating");
	assert_string_equal(variant_full_name(bench->arena, model_variant(dataset_model_at(d, 0), 0)), "Muse Spark");
}

static void the_default_variant_comes_first(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = load_with(bench, "measurements: [{model: gpt, benchmark: hle, value: 1},"
	                                           "{model: gpt@high, benchmark: hle, value: 2, source: news}]");
	const struct model *nameless = dataset_model_at(d, 0), *named = dataset_model_at(d, 1);
	assert_int_equal(nameless->n_variants, 2);
	assert_string_equal(model_variant(nameless, 0)->own->id, "");
	assert_true(model_variant(nameless, 0)->is_default);
	assert_int_equal(named->n_variants, 2);
	assert_string_equal(model_variant(named, 0)->own->id, "high");
	assert_true(model_variant(named, 0)->is_default);
	assert_false(model_variant(named, 1)->is_default);
	assert_ptr_equal(nth(bench, d, 0)->variant, model_variant(named, 0));
	assert_false(nth(bench, d, 0)->variant_stated);
	assert_true(nth(bench, d, 1)->variant_stated);
	for (size_t i = 0; i < d->n_variants; i++)
		assert_int_equal(dataset_variant_at(d, i)->index, i);
}

static void an_interval_is_read_in_all_its_spellings(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		load_with(bench, "measurements:\n"
	                         "- {model: gpt@low, benchmark: hle, value: 50.5, source: news, ci: 1.6}\n"
	                         "- {model: muse-spark, benchmark: hle, value: 50.5, source: news, ci: [48.9, 52.1]}\n"
	                         "- {model: muse-spark@deep, benchmark: hle, value: 50.5, ci_low: -1.6, ci_high: 1.6}\n"
	                         "- {model: gpt, benchmark: hle, value: 50.5, source: news, ci: \u00b11.6, level: 90}\n"
	                         "- {model: gpt, benchmark: hle, value: 50.5, se: 1}\n");
	for (size_t i = 0; i < 4; i++) {
		assert_true(nth(bench, d, i)->has_interval);
		assert_true(nth(bench, d, i)->low == 48.9);
		assert_true(nth(bench, d, i)->high == 52.1);
		assert_true(nth(bench, d, i)->level == (i == 3 ? 90 : 95));
		assert_false(nth(bench, d, i)->has_se);
	}
	assert_true(nth(bench, d, 4)->has_se);
	assert_true(nth(bench, d, 4)->low == 48.54);
	assert_true(nth(bench, d, 4)->high == 52.46);
}

static void an_absent_value_is_missing(void **state)
{
	struct bench *bench = *state;
	const char *const words[] = { "null",   "n/a",    "N/A",          "na",          "none", "NaN",  "\"-\"",
		                      "\u2013", "\u2014", "Not reported", "not  tested", "\"\"", "\" \"" };
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_add(&text, "measurements:\n- {model: gpt, benchmark: hle}\n");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		strbuf_addf(&text, "- {model: gpt, benchmark: hle, value: %s}\n", words[i]);
	strbuf_add(&text, "- {model: gpt, benchmark: hle, value: 0, status: unknown-zero}\n");
	const struct dataset *d = load_with(bench, text.s);
	assert_int_equal(d->n_measurements, 2 + sizeof words / sizeof *words);
	for (size_t i = 0; i + 1 < d->n_measurements; i++) {
		assert_int_equal(nth(bench, d, i)->status, STATUS_MISSING);
		assert_null(nth(bench, d, i)->value.text);
	}
	assert_int_equal(nth(bench, d, d->n_measurements - 1)->status, STATUS_UNKNOWN_ZERO);
	assert_null(nth(bench, d, d->n_measurements - 1)->value.text);
}

static void a_missing_date_is_taken_from_the_source(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		load_with(bench, "measurements:\n"
	                         "- {model: gpt, benchmark: hle, value: 1, source: news}\n"
	                         "- {model: gpt, benchmark: hle, value: 2, source: news, date: 2026-05}\n"
	                         "- {model: gpt, benchmark: hle, value: 3}\n");
	assert_string_equal(date_iso(bench->arena, nth(bench, d, 0)->date), "2026-04-08");
	assert_string_equal(date_iso(bench->arena, nth(bench, d, 1)->date), "2026-05");
	assert_int_equal(nth(bench, d, 2)->date.year, 0);
	assert_string_equal(date_iso(bench->arena, d->date), "2026-05"); /* the newest, since the file gives none */
}

static void plain_records_declare_what_they_name(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_CSV,
	                                    "Model,Variant,Org,Benchmark,Value,Better,CI low,ci-high,Source\n"
	                                    "GPT-5.4,,OpenAI,HLE,41.2%,higher,40,42,A paper\n"
	                                    "gpt-5.4,High,openai,HLE,45.1%,,,,A paper\n"
	                                    "Muse Spark@Deep,,Meta,HLE,n/a,,,,A paper\n");
	assert_int_equal(d->n_models, 2);
	assert_int_equal(d->n_organisations, 2);
	assert_int_equal(d->n_sources, 1);
	assert_string_equal(dataset_model_at(d, 0)->id, "gpt-5.4");
	assert_string_equal(dataset_model_at(d, 0)->name, "GPT-5.4");
	assert_string_equal(model_variant(dataset_model_at(d, 0), 1)->own->name, "High");
	assert_string_equal(model_variant(dataset_model_at(d, 1), 1)->own->id, "deep");
	assert_string_equal(dataset_model_at(d, 1)->own->organisation->name, "Meta");
	assert_string_equal(d->sources[0]->id, "a-paper");
	assert_string_equal(d->sources[0]->title, "A paper");
	assert_int_equal(d->sources[0]->kind, SOURCE_UNKNOWN);
	assert_ptr_equal(d->benchmarks[0]->unit, &unit_percent);
	assert_int_equal(d->benchmarks[0]->direction, DIRECTION_HIGHER);
	assert_true(nth(bench, d, 0)->has_interval);
	assert_ptr_equal(nth(bench, d, 1)->variant, model_variant(dataset_model_at(d, 0), 1));
	assert_int_equal(nth(bench, d, 2)->status, STATUS_MISSING);
}

static const struct unit *unit_of(struct bench *bench, const char *values)
{
	const char *text = arena_printf(bench->arena, "model,benchmark,value\n%s", values);
	return must_load(bench, READ_CSV, text)->benchmarks[0]->unit;
}

static void percent_and_fraction_are_decided_by_the_whole_column(void **state)
{
	struct bench *bench = *state;
	assert_ptr_equal(unit_of(bench, "a,x,50%\nb,x,0.5%\n"), &unit_percent);
	assert_int_equal(told(bench, "taken as fractions"), 0);
	assert_ptr_equal(unit_of(bench, "a,x,0.5\nb,x,1\nc,x,0\n"), &unit_fraction);
	assert_int_equal(told(bench, "taken as fractions"), 1);
	assert_ptr_equal(unit_of(bench, "a,x,0\nb,x,1\n"), &unit_score);
	assert_ptr_equal(unit_of(bench, "a,x,0.5\nb,x,1.1\n"), &unit_score);
	assert_ptr_equal(unit_of(bench, "a,x,0.5\nb,x,-0.1\n"), &unit_score);
	assert_ptr_equal(unit_of(bench, "a,x,\nb,x,-\n"), &unit_score);
}

static void benchmarks_are_alike_if_one_scale_serves_both(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML,
	                                    "benchmarks:\n"
	                                    "- {id: a, name: A, unit: score, range: [0, 10], better: higher}\n"
	                                    "- {id: b, name: B, unit: score, range: [0, 2000], better: higher}\n"
	                                    "- {id: c, name: C, unit: score, range: [0, 10], better: lower}\n"
	                                    "- {id: d, name: D, unit: score, better: higher}\n"
	                                    "- {id: e, name: E, unit: percent, better: higher}\n"
	                                    "- {id: f, name: F, unit: percent, range: [0, 100], better: higher}\n"
	                                    "- {id: g, name: G, unit: seconds, better: lower}\n"
	                                    "- {id: h, name: H, unit: ms, better: lower}\n"
	                                    "- {id: i, name: I, unit: points, range: [0, 10], better: higher}\n");
	static const struct {
		const char *a, *b;
		bool alike;
	} cases[] = { { "a", "a", true },  { "a", "b", false }, { "a", "c", true },
		      { "a", "d", false }, { "d", "d", true },  { "e", "f", true },
		      { "g", "h", false }, { "g", "g", true },  { "a", "i", false } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct benchmark *a = dataset_benchmark(d, cases[i].a, (struct place){ 0 }, NULL),
				       *b = dataset_benchmark(d, cases[i].b, (struct place){ 0 }, NULL);
		assert_int_equal(benchmark_alike(a, b), cases[i].alike);
		assert_int_equal(benchmark_alike(b, a), cases[i].alike);
	}
}

/* Only where the data do not declare one. */
static void a_unit_implies_which_numbers_are_better(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_CSV,
	                                    "model,benchmark,unit,better,value\na,x,tokens/s,,3\na,y,tokens/s,lower,3\n"
	                                    "a,z,tokens/s,unknown,3\na,v,seconds,,3\na,u,GB,,3\na,t,elo,,3\n");
	assert_int_equal(d->benchmarks[0]->direction, DIRECTION_HIGHER);
	assert_int_equal(d->benchmarks[1]->direction, DIRECTION_LOWER);
	assert_int_equal(d->benchmarks[2]->direction, DIRECTION_UNKNOWN);
	assert_int_equal(d->benchmarks[2]->direction_from, DIRECTION_FROM_DATA);
	assert_int_equal(d->benchmarks[3]->direction, DIRECTION_LOWER);
	assert_int_equal(d->benchmarks[3]->direction_from, DIRECTION_FROM_UNIT);
	assert_int_equal(d->benchmarks[4]->direction, DIRECTION_UNKNOWN);
	assert_int_equal(d->benchmarks[4]->direction_from, DIRECTION_FROM_NOWHERE);
	assert_int_equal(d->benchmarks[5]->direction, DIRECTION_HIGHER);
}

static void several_files_make_one_dataset(void **state)
{
	struct bench *bench = *state;
	const char *one = "title: One\n"
			  "models: [{id: a, name: A}]\nbenchmarks: [{id: x, name: X, unit: score, better: lower}]\n";
	const char *two = "model,benchmark,value,source\nA,x,5,Blog\n";
	const char *three = "title: Three\ndate: 2026-01-02\nmeasurements: [{model: a, benchmark: X, value: 6}]\n";
	const struct value *roots[] = { read_bytes(bench->arena, READ_CSV, "2", two, strlen(two), bench->diags),
		                        read_bytes(bench->arena, READ_YAML, "1", one, strlen(one), bench->diags),
		                        read_bytes(bench->arena, READ_YAML, "3", three, strlen(three), bench->diags) };
	const struct dataset *d = dataset_build(bench->arena, roots, 3, NULL, bench->diags);
	assert_true(d && d->n_measurements == 2);
	assert_string_equal(d->title, "One");
	assert_string_equal(date_iso(bench->arena, d->date), "2026-01-02");
	assert_int_equal(d->n_models, 1);
	assert_int_equal(d->n_measurements, 2);
	assert_ptr_equal(nth(bench, d, 0)->benchmark, nth(bench, d, 1)->benchmark);
	assert_string_equal(nth(bench, d, 0)->source->title, "Blog");
}

static void the_nearest_names_are_offered_nearest_first_and_three_at_most(void **state)
{
	struct bench *bench = *state;
	const char *const words[] = { "gpt-5.4-mini", "gpt-5.3", "claude", "gpt-5.5", "gtp-5.4", "gpt-5.2" };
	assert_string_equal(nearest_word(bench->arena, "gpt-5.4", words, 6, NULL),
	                    "did you mean \"gpt-5.3\", \"gpt-5.5\" or \"gtp-5.4\"?");
	assert_string_equal(nearest_word(bench->arena, "gpt-5.4-min", words, 1, NULL),
	                    "did you mean \"gpt-5.4-mini\"?");
	assert_string_equal(nearest_word(bench->arena, "mini", words, 6, NULL), "did you mean \"gpt-5.4-mini\"?");
	assert_null(nearest_word(bench->arena, "llama", words, 6, NULL));
	assert_string_equal(nearest_word(bench->arena, "llama", words, 6, "look"), "look");
}

static void ten_thousand_models_load_and_are_found(void **state)
{
	struct bench *bench = *state;
	struct strbuf text = strbuf_new(bench->arena);
	strbuf_add(&text, "model,benchmark,value\n");
	for (int i = 0; i < 10000; i++)
		strbuf_addf(&text, "Model %d,x,%d\n", i, i);
	const struct dataset *d = must_load(bench, READ_CSV, text.s);
	assert_int_equal(d->n_models, 10000);
	const struct variant *v = dataset_variant(d, "model 9999", (struct place){ 0 }, NULL);
	assert_ptr_equal(v, model_variant(dataset_model_at(d, 9999), 0));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_quantity_keeps_its_digits_and_its_word),
		TEST(ambiguous_numbers_are_not_quantities),
		TEST(values_agree_if_the_coarser_is_the_finer_rounded),
		TEST(things_are_found_by_id_name_and_alias_whatever_the_case),
		TEST(a_variant_is_found_by_either_side_or_its_alias),
		TEST(the_default_variant_comes_first),
		TEST(an_interval_is_read_in_all_its_spellings),
		TEST(an_absent_value_is_missing),
		TEST(a_missing_date_is_taken_from_the_source),
		TEST(plain_records_declare_what_they_name),
		TEST(percent_and_fraction_are_decided_by_the_whole_column),
		TEST(benchmarks_are_alike_if_one_scale_serves_both),
		TEST(a_unit_implies_which_numbers_are_better),
		TEST(several_files_make_one_dataset),
		TEST(the_nearest_names_are_offered_nearest_first_and_three_at_most),
		TEST(ten_thousand_models_load_and_are_found),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
