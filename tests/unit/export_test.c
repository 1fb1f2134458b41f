/* What is exported loads again unchanged; the table; the hash. */
#include "data_support.h"

#include "base/hash.h"
#include "data/export.h"
#include "data/narrow.h"
#include "read/emit.h"

static const char whole[] =
	"title: 'Muse: \"Spark\"'\nnote: 2026\ndate: 2026-04-09\ntrust: [b, a]\n"
	"sources:\n"
	"- {id: a, title: A, kind: press, date: 2026-04-08, publisher: P, url: 'https://a.example/x?y=1#z', note: 'n: "
	"1'}\n"
	"- {id: b, title: B, kind: run, date: 2026-04, file: run.json}\n"
	"- {id: c, title: C, kind: vendor}\n"
	"organisations: [{id: meta, name: Meta, aliases: [Meta AI, MSL]}]\n"
	"models:\n"
	"- {id: muse, name: Muse Spark, organisation: meta, family: Muse, aliases: [Spark], released: 2026-04,\n"
	"   licence: proprietary, context: 262k, inputs: [text, image], outputs: [text],\n"
	"   price: {input: 1.250, output: 10, note: list price}, sources: [a, c], note: yes,\n"
	"   variants: [{id: deep, name: Deep, aliases: [Muse (deep)], mode: parallel, effort: high, tools: none,\n"
	"               scaffold: s, note: v}]}\n"
	"- {id: free, name: \"5.4\", default: high, price: {free: true},\n"
	"   variants: [{id: low, name: Low}, {id: high, name: High}]}\n"
	"- {id: empty, name: \"null\"}\n"
	"benchmarks:\n"
	"- {id: hle, name: Humanity's Last Exam, brief: HLE, aliases: [\"HLE, hard\"], version: 4.0, category: "
	"composite,\n"
	"   publisher: P, what: questions, unit: percent, range: [0, 100], better: higher, zero: false, note: 'on'}\n"
	"- {id: tokens, name: Tokens, unit: tokens, better: lower}\n"
	"- {id: arena, name: Arena, unit: elo, better: unknown}\n"
	"measurements:\n"
	"- {model: muse, benchmark: hle, value: 89.50, source: a, measured: first-party, ci: 1.6, n: 198}\n"
	"- {model: muse, benchmark: hle, value: 89, source: b, date: 2026-05-01}\n"
	"- {model: muse@deep, benchmark: hle, value: '90%', ci: [88, 91], level: 90}\n"
	"- {model: free, benchmark: hle, value: 80, se: 0.75, source: a, status: estimated}\n"
	"- {model: free@high, benchmark: tokens, value: 58 M, source: a}\n"
	"- {model: free@low, benchmark: tokens, value: '1,427', source: a, note: \"- a\\n  b: c\"}\n"
	"- {model: muse, benchmark: tokens, value: 0, status: unknown-zero, source: a}\n"
	"- {model: empty, benchmark: tokens, source: c}\n"
	"- {candidates: [muse@deep, free], benchmark: arena, value: 1e3, status: ambiguous, source: c}\n"
	"- {model: empty, benchmark: arena, value: +1317, source: c}\n"
	"claims:\n"
	"- {id: one, text: 'Half, \"at least\".', source: a, test: 'ratio(\"muse\", \"free\", \"tokens\") < 0.5', "
	"note: n}\n"
	"- {id: two, text: Nobody can tell., note: no numbers}\n"
	"disputes: [{id: half, about: How much, claims: [two, one], note: 'A, b'}]\n"
	"questions: [{id: open, about: What, claims: [one]}, {id: shut, about: Why, note: n}]\n"
	"pins: [{model: muse, benchmark: hle, source: b, note: newer run}]\n";

static char *emit(struct bench *bench, enum read_format format, const struct value *tree)
{
	return format == READ_JSON   ? emit_json(bench->arena, tree)
	       : format == READ_YAML ? emit_yaml(bench->arena, tree)
	                             : emit_csv(bench->arena, tree);
}

static const enum read_format formats[] = { READ_JSON, READ_YAML, READ_CSV };

static void a_whole_dataset_loads_again_from_every_format(void **state)
{
	struct bench *bench = *state;
	const struct value *first = export_dataset(bench->arena, must_load(bench, READ_YAML, whole));
	const char *expected = emit_json(bench->arena, first);
	for (size_t i = 0; i < 3; i++) {
		const struct dataset *again = must_load(bench, formats[i], emit(bench, formats[i], first));
		assert_string_equal(emit_json(bench->arena, export_dataset(bench->arena, again)), expected);
	}
}

static const char counted[] = "units:\n"
			      "- {name: pages, aliases: [pp, leaves], sign: \"#\", side: before, better: higher}\n"
			      "- {name: reams, base: pages, scale: 500, zero: false}\n"
			      "- {name: words}\n"
			      "models: [{id: a, name: A}]\n"
			      "benchmarks:\n"
			      "- {id: print, name: Printing, unit: Reams}\n"
			      "- {id: write, name: Writing, unit: words, better: lower}\n"
			      "measurements:\n"
			      "- {model: a, benchmark: print, value: 2.5}\n"
			      "- {model: a, benchmark: write, value: 300}\n";

static void a_datasets_own_units_load_again_from_every_format(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, counted);
	const struct value *first = export_dataset(bench->arena, d);
	for (size_t i = 0; i < 3; i++) {
		const struct dataset *again = must_load(bench, formats[i], emit(bench, formats[i], first));
		assert_string_equal(emit(bench, READ_YAML, first),
		                    emit(bench, READ_YAML, export_dataset(bench->arena, again)));
		const struct unit *reams = again->benchmarks[0]->unit;
		assert_true(unit_same(reams, d->benchmarks[0]->unit));
		assert_float_equal(unit_ratio(reams, dataset_unit(again, "leaves", (struct place){ 0 }, NULL)), 500, 0);
		assert_false(reams->zero || again->benchmarks[0]->zero);
		assert_int_equal(reams->direction, DIRECTION_HIGHER);
		assert_int_equal(again->benchmarks[0]->direction, DIRECTION_HIGHER);
		assert_null(reams->sign);
		assert_string_equal(again->units[0]->sign, "#");
		assert_int_equal(again->units[0]->side, UNIT_BEFORE);
	}
}

/* What a chart attaches names the unit it is counted in and that unit's base, but no other. */
static void a_part_of_a_dataset_brings_its_units(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, counted);
	const struct narrow print = { .benchmarks = (const struct benchmark *const *)d->benchmarks, .n_benchmarks = 1 };
	const struct value *part = export_used(bench->arena, dataset_narrow(bench->arena, d, &print));
	assert_int_equal(value_at(part, "units")->count, 2);
	assert_true(unit_same(must_load(bench, READ_YAML, emit(bench, READ_YAML, part))->benchmarks[0]->unit,
	                      d->benchmarks[0]->unit));
}

static void nothing_is_lost_on_the_way(void **state)
{
	struct bench *bench = *state;
	const struct value *tree = export_dataset(bench->arena, must_load(bench, READ_YAML, whole));
	const struct dataset *d = must_load(bench, READ_JSON, emit_json(bench->arena, tree));
	assert_string_equal(d->title, "Muse: \"Spark\"");
	assert_int_equal(d->n_sources, 3);
	assert_string_equal(d->sources[0]->url, "https://a.example/x?y=1#z");
	assert_string_equal(dataset_model_at(d, 0)->own->more->price.input.text, "1.250");
	assert_string_equal(model_variant(dataset_model_at(d, 0), 1)->own->more->scaffold, "s");
	assert_string_equal(model_variant(dataset_model_at(d, 1), 0)->own->id, "high");
	assert_true(dataset_model_at(d, 1)->own->more->price.free);
	assert_string_equal(d->benchmarks[0]->version, "4.0");
	assert_false(d->benchmarks[0]->zero);
	assert_false(d->benchmarks[2]->zero);
	assert_int_equal(d->benchmarks[2]->direction, DIRECTION_UNKNOWN);
	assert_string_equal(nth(bench, d, 0)->value.text, "89.50");
	assert_true(nth(bench, d, 0)->low == 87.9 && nth(bench, d, 0)->high == 91.1);
	assert_int_equal(nth(bench, d, 0)->n, 198);
	assert_int_equal(nth(bench, d, 1)->date.month, 5);
	assert_true(nth(bench, d, 2)->level == 90);
	assert_true(nth(bench, d, 3)->has_se && nth(bench, d, 3)->se == 0.75);
	assert_int_equal(nth(bench, d, 3)->status, STATUS_ESTIMATED);
	assert_true(nth(bench, d, 4)->variant_stated);
	assert_true(nth(bench, d, 4)->value.number == 58e6);
	assert_string_equal(nth(bench, d, 5)->note, "- a\n  b: c");
	assert_int_equal(nth(bench, d, 6)->status, STATUS_UNKNOWN_ZERO);
	assert_int_equal(nth(bench, d, 7)->status, STATUS_MISSING);
	assert_int_equal(nth(bench, d, 8)->n_candidates, 2);
	assert_string_equal(nth(bench, d, 9)->value.text, "+1317");
	assert_int_equal(d->n_claims, 2);
	assert_int_equal(d->n_pins, 1);
	assert_ptr_equal(d->trust[0], d->sources[1]);
}

/* "muse hle 89 newest b; …" of all that is selected, by display names. */
static const char *selected(struct bench *bench, const struct dataset *d)
{
	struct strbuf b = strbuf_new(bench->arena);
	struct selections selections = selections_of(bench->arena, d, NULL);
	for (size_t i = 0; i < selections.count; i++) {
		const struct selection *s = selections.items[i];
		strbuf_addf(&b, "%s on %s (%s %d %s): ", variant_full_name(bench->arena, s->variant),
		            s->benchmark->name, s->benchmark->unit->name, s->benchmark->direction,
		            s->benchmark->version ? s->benchmark->version : "");
		const struct measurement *m = s->chosen;
		if (m)
			strbuf_addf(&b, "%s %s %s %d %d %g..%g at %g\n", m->value.text, m->source ? m->source->id : "-",
			            date_iso(bench->arena, m->date), m->status, m->measured, m->low, m->high,
			            m->has_interval ? m->level : 0);
		else
			strbuf_addf(&b, "%s\n", selection_reason_words(s->reason));
	}
	return b.s;
}

static void selected_values_load_as_records_and_are_selected_again(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, whole);
	const struct value *records = export_selected(bench->arena, d, NULL);
	char *expected = arena_strdup(bench->arena, selected(bench, d)), *marked = strstr(expected, "1,427");
	assert_non_null(marked);
	memmove(marked + 1, marked + 2, strlen(marked + 1)); /* only the marks of thousands are */
	assert_non_null(strstr(expected, "Muse Spark on Humanity's Last Exam (percent 1 4.0): 89 b 2026-05-01"));
	for (size_t i = 0; i < 3; i++) {
		const struct value *rows = formats[i] == READ_CSV ? export_squared(bench->arena, records) : records;
		assert_string_equal(selected(bench, must_load(bench, formats[i], emit(bench, formats[i], rows))),
		                    expected);
	}
	assert_int_equal(diags_count(bench->diags, DIAG_WARNING), 0);
}

static void an_open_choice_stays_open_in_records(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		must_load(bench, READ_CSV, "model,benchmark,value,source\na,x,1,s\na,x,2,t\na,x,,u\n");
	const struct value *records = export_selected(bench->arena, d, NULL);
	assert_int_equal(records->count, 2);
	const struct dataset *again = must_load(bench, READ_JSON, emit_json(bench->arena, records));
	struct selections selections = selections_of(bench->arena, again, NULL);
	assert_int_equal(selections.count, 1);
	assert_int_equal(selections.items[0]->reason, SELECTED_OPEN);
	assert_int_equal(selections.items[0]->n_rivals, 2);
}

static void names_that_look_alike_give_way_to_ids(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		must_load(bench, READ_YAML,
	                  "models: [{id: one, name: GPT-5}, {id: two, name: GPT 5}, {id: at, name: a@b}]\n"
	                  "benchmarks: [{id: x, name: X, unit: score, better: higher}]\n"
	                  "measurements:\n"
	                  "- {model: one, benchmark: x, value: 1}\n"
	                  "- {model: two, benchmark: x, value: 2}\n"
	                  "- {model: at, benchmark: x, value: 3}\n");
	const struct value *records = value_made(bench->arena, export_selected(bench->arena, d, NULL));
	assert_string_equal(value_at(&records->items[0], "model")->text, "one");
	assert_string_equal(value_at(&records->items[1], "model")->text, "two");
	assert_string_equal(value_at(&records->items[2], "model")->text, "at");
	assert_int_equal(must_load(bench, READ_JSON, emit_json(bench->arena, records))->n_models, 3);
}

static void columns_that_no_row_needs_are_left_out(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_CSV, "model,benchmark,value,note\na,x,1,\nb,x,2,why\n");
	const struct value *rows = export_squared(bench->arena, export_selected(bench->arena, d, NULL));
	assert_string_equal(emit_csv(bench->arena, rows),
	                    "model,benchmark,unit,value,note\na,x,score,1,\nb,x,score,2,why\n");
}

static void a_table_aligns_points_and_marks_conflicts(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		must_load(bench, READ_CSV,
	                  "model,benchmark,value,source,date\nA,x,9.5,s,2026\nA,x,11,t,2025\nB,x,102.25,s,\n"
	                  "C,x,,s,\nD,x,1,s,\nD,x,2,t,\n\u6a21\u578b,x,-7,s,\n");
	assert_string_equal(table_text(bench, d, false),
	                    "benchmark  model   value  unit   status   source  date  remark\n"
	                    "x          A      \u2260 9.5   score           s       2026  not 11 (t): the newest\n"
	                    "x          B      102.25  score           s\n"
	                    "x          C        \u2013     score  missing  s\n"
	                    "x          D        ?     score                         undecided: 1 (s), 2 (t)\n"
	                    "x          \u6a21\u578b    -7     score           s\n");
}

static void a_table_of_everything_has_one_row_per_measurement(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, whole);
	const char *table = table_text(bench, d, true);
	size_t lines = 0;
	for (const char *p = table; *p; p++)
		lines += *p == '\n';
	assert_int_equal(lines, d->n_measurements + 1);
	assert_non_null(strstr(table, "Muse Spark Deep or 5.4"));
	assert_non_null(strstr(table, "- a   b: c\n")); /* a note's newline does not break its row */
}

static const char *hash_of(struct bench *bench, const char *text, const char *benchmark)
{
	const struct dataset *d = must_load(bench, READ_YAML, text);
	const struct benchmark *b =
		benchmark ? dataset_benchmark(d, benchmark, (struct place){ 0 }, bench->diags) : NULL;
	return export_hash(bench->arena, d, &b, benchmark != NULL);
}

/* A copy of whole with one text replaced by another. */
static const char *changed(struct bench *bench, const char *from, const char *to)
{
	const char *at = strstr(whole, from);
	assert_non_null(at);
	return arena_printf(bench->arena, "%.*s%s%s", (int)(at - whole), whole, to, at + strlen(from));
}

static void the_hash_does_not_see_the_order_of_a_file(void **state)
{
	struct bench *bench = *state;
	const char *a = "models: [{id: a, name: A}, {id: b, name: B}]\n"
			"benchmarks: [{id: x, name: X, unit: score, better: higher}]\n"
			"measurements: [{model: a, benchmark: x, value: 1}, {model: b, benchmark: x, value: 2}]\n";
	const char *b = "measurements: [{value: 2, model: B, benchmark: x}, {value: 1, benchmark: X, model: a}]\n"
			"benchmarks: [{better: higher, unit: score, name: X, id: x}]\n"
			"models: [{name: B, id: b}, {name: A, id: a}]\n";
	assert_string_equal(hash_of(bench, a, NULL), hash_of(bench, b, NULL));
	assert_string_equal(hash_of(bench, a, "x"), hash_of(bench, b, "x"));
	assert_int_equal(strlen(hash_of(bench, a, NULL)), 64);
}

static void the_hash_sees_every_digit_name_and_source(void **state)
{
	struct bench *bench = *state;
	static const char *const changes[][2] = { { "value: 89.50", "value: 89.5" },
		                                  { "value: 89,", "value: 88," },
		                                  { "title: A,", "title: AA," },
		                                  { "name: Muse Spark", "name: Muse Sparks" },
		                                  { "name: Meta", "name: Mera" },
		                                  { "date: 2026-05-01", "date: 2026-05-02" },
		                                  { "ci: 1.6", "ci: 1.7" },
		                                  { "source: a, measured: first-party",
		                                    "source: c, measured: first-party" },
		                                  { "trust: [b, a]", "trust: [a, b]" },
		                                  { "source: b, note: newer run", "source: a, note: newer run" },
		                                  { "better: higher, zero: false", "better: lower, zero: false" } };
	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
		assert_string_not_equal(hash_of(bench, changed(bench, changes[i][0], changes[i][1]), "hle"),
		                        hash_of(bench, whole, "hle"));
}

static void the_hash_of_a_benchmark_does_not_see_the_others(void **state)
{
	struct bench *bench = *state;
	const char *text = changed(bench, "value: 58 M", "value: 59 M");
	assert_string_equal(hash_of(bench, text, "hle"), hash_of(bench, whole, "hle"));
	assert_string_not_equal(hash_of(bench, text, "tokens"), hash_of(bench, whole, "tokens"));
	assert_string_not_equal(hash_of(bench, text, NULL), hash_of(bench, whole, NULL));
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What the hash is of: the export's keys; a list of maps as the sorted YAML of its items. Made the long way. */
static const char *canonical_hash(struct bench *bench, const struct dataset *d)
{
	const struct value *root = export_dataset(bench->arena, d);
	struct strbuf b = strbuf_new(bench->arena);
	char *hex = arena_alloc(bench->arena, 65, 1);
	for (size_t i = 0; i < root->count; i++) {
		const struct value *list = &root->items[i];
		strbuf_addf(&b, "%s:\n", root->keys[i].text);
		if (list->kind != VALUE_LIST || (list->items && list->items[0].kind != VALUE_MAP)) {
			strbuf_add(&b, emit_yaml(bench->arena, list));
			continue;
		}
		const char **texts = arena_alloc(bench->arena, list->count, sizeof *texts);
		for (size_t k = 0; k < list->count; k++) {
			struct value item = value_item(list, k, bench->arena);
			texts[k] = emit_yaml(bench->arena, &item);
		}
		qsort(texts, list->count, sizeof *texts, by_bytes);
		for (size_t k = 0; k < list->count; k++)
			strbuf_addf(&b, "-\n%s", texts[k]);
	}
	hash_sha256_hex(b.s, b.n, hex);
	return hex;
}

static void the_hash_is_that_of_the_sorted_yaml(void **state)
{
	static const char *const names[] = { "m", "null", "12", "q: x", "-a", "\xc3\xa9t", "b#c", "Deep", "true" };
	static const char *const values[] = { "1.5", "58M", "007", "+3", "", "-0.25", "012", "1e3", "100" };
	static const char *const dates[] = { "", "2026-04-08", "2026-04", "2026" };
	struct bench *bench = *state;
	assert_string_equal(hash_of(bench, whole, NULL), canonical_hash(bench, must_load(bench, READ_YAML, whole)));
	for (unsigned round = 0; round < 8; round++) {
		struct strbuf b = strbuf_new(bench->arena);
		unsigned seed = 7 * round + 1;
		strbuf_add(&b, "model,variant,benchmark,value,source,measured,date,ci,note\n");
		for (unsigned i = 0; i < 300; i++) {
			unsigned r = (seed = seed * 1103515245u + 12345u) >> 8, name = round ? r / 9 % 90 : 100 + i;
			const char *value = values[r / 11 % 9];
			strbuf_addf(&b, "%s", names[r % 9]);
			if (name % 10)
				strbuf_addf(&b, " %u", name);
			strbuf_addf(&b, ",%s,b%u,%s,s %u,%s,%s,%s,%s\n", r % 5 ? "" : names[r % 7], r / 7 % 2, value, i,
			            r % 4 ? "" : "first-party", dates[r / 13 % 4], r % 17 || !*value ? "" : "0.5",
			            r % 19 ? "" : "a note");
		}
		const struct dataset *d = must_load(bench, READ_CSV, b.s);
		assert_string_equal(export_hash(bench->arena, d, NULL, 0), canonical_hash(bench, d));
	}
}

static void a_part_of_a_dataset_names_only_what_it_needs_and_loads(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML, whole);
	const struct benchmark *const arena_only[] = { d->benchmarks[2] };
	struct narrow narrow = { .benchmarks = arena_only, .n_benchmarks = 1 };
	const struct value *tree = export_used(bench->arena, dataset_narrow(bench->arena, d, &narrow));
	const struct dataset *part = must_load(bench, READ_JSON, emit_json(bench->arena, tree));
	assert_int_equal(part->n_measurements, 2);
	assert_int_equal(part->n_benchmarks, 1);
	assert_int_equal(part->n_models, 3); /* both candidates and the one measured */
	assert_int_equal(part->n_pins, 0);
	assert_int_equal(part->n_claims, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_whole_dataset_loads_again_from_every_format),
		TEST(a_datasets_own_units_load_again_from_every_format),
		TEST(a_part_of_a_dataset_brings_its_units),
		TEST(nothing_is_lost_on_the_way),
		TEST(selected_values_load_as_records_and_are_selected_again),
		TEST(an_open_choice_stays_open_in_records),
		TEST(names_that_look_alike_give_way_to_ids),
		TEST(columns_that_no_row_needs_are_left_out),
		TEST(a_table_aligns_points_and_marks_conflicts),
		TEST(a_table_of_everything_has_one_row_per_measurement),
		TEST(the_hash_does_not_see_the_order_of_a_file),
		TEST(the_hash_sees_every_digit_name_and_source),
		TEST(the_hash_is_that_of_the_sorted_yaml),
		TEST(the_hash_of_a_benchmark_does_not_see_the_others),
		TEST(a_part_of_a_dataset_names_only_what_it_needs_and_loads),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
