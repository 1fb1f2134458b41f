/* The shipped dataset against a second entry of the same documents (tests/seeds), made independently from the documents
 * alone: every number of one is in the other, with its source, its model, its benchmark and its digits. */
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/load.h"
#include "data/measurement.h"
#include "read/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct entries {
	struct arena *arena;
	const struct dataset *dataset;
	const struct measurement **measurements;
	const struct value *documents, *numbers, *facts;
};

static const char *cell(const struct value *row, const char *column)
{
	const struct value *value = value_at(row, column);
	assert_non_null(value);
	return value->kind == VALUE_MISSING ? "" : value->text;
}

static bool same_word(const char *a, const char *b)
{
	while (*a && tolower((unsigned char)*a) == tolower((unsigned char)*b)) {
		a++;
		b++;
	}
	return *a == *b;
}

static int read_entries(void **state)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const char *folder = "data/muse-spark";
	struct entries *e = arena_alloc(arena, 1, sizeof *e);
	e->arena = arena;
	e->documents = read_file(arena, inputs_new(arena), INPUT_DATA, "tests/seeds/documents.csv", diags);
	e->numbers = read_file(arena, inputs_new(arena), INPUT_DATA, "tests/seeds/numbers.csv", diags);
	e->facts = read_file(arena, inputs_new(arena), INPUT_DATA, "tests/seeds/facts.csv", diags);
	e->dataset =
		dataset_load(arena, inputs_new(arena), INPUT_DATA, feeds_of_paths(arena, &folder, 1), 1, NULL, diags);
	*state = e;
	if (!e->documents || !e->numbers || !e->facts || !e->dataset) {
		diags_print(diags, stderr, false);
		return -1;
	}
	e->measurements = arena_alloc(arena, e->dataset->n_measurements, sizeof *e->measurements);
	for (size_t i = 0; i < e->dataset->n_measurements; i++)
		e->measurements[i] = measurement_at(arena, e->dataset, i);
	return 0;
}

static int drop_entries(void **state)
{
	struct entries *e = *state;
	arena_free(e->arena);
	return 0;
}

static const struct value *document_row(const struct entries *e, const char *document)
{
	for (size_t i = 0; i < e->documents->count; i++)
		if (str_eq(cell(&e->documents->items[i], "document"), document))
			return &e->documents->items[i];
	fail_msg("documents.csv has no document %s", document);
	return NULL;
}

static const struct source *source_of(const struct entries *e, const char *document)
{
	const char *id = cell(document_row(e, document), "source");
	const struct source *source = dataset_source(e->dataset, id, place_file(NULL), NULL);
	if (!source)
		fail_msg("the dataset has no source %s", id);
	return source;
}

static const struct variant *variant_named(const struct entries *e, const char *name)
{
	const struct variant *variant = dataset_variant(e->dataset, name, place_file(NULL), NULL);
	if (!variant)
		fail_msg("the dataset knows no model \"%s\"", name);
	return variant;
}

static const struct benchmark *benchmark_named(const struct entries *e, const char *name)
{
	const struct benchmark *benchmark = dataset_benchmark(e->dataset, name, place_file(NULL), NULL);
	if (!benchmark)
		fail_msg("the dataset knows no benchmark \"%s\"", name);
	return benchmark;
}

/* The parts of "a|b|c". */
static size_t split(const struct entries *e, const char *list, const char *parts[8])
{
	size_t n = 0;
	for (const char *end; n < 8; list = end + 1) {
		end = list + strcspn(list, "|");
		parts[n++] = arena_strndup(e->arena, list, (size_t)(end - list));
		if (!*end)
			return n;
	}
	fail_msg("too many parts: %s", list);
	return 0;
}

/* Digits as written; only commas between thousands and a word for millions may be spelled otherwise. */
static bool same_digits(const struct measurement *m, const char *digits, bool tokens)
{
	if (!m->value.text)
		return !*digits;
	double number;
	if (!str_to_number(digits, &number) || m->value.number < number || m->value.number > number)
		return false;
	if (tokens)
		return true;
	const char *written = m->value.text;
	while (*written && *digits) {
		if (*written == ',') {
			written++;
		} else if (*written++ != *digits++) {
			return false;
		}
	}
	return *written == *digits;
}

static bool has_candidate(const struct measurement *m, const struct variant *variant)
{
	for (size_t i = 0; i < m->n_candidates; i++)
		if (m->candidates[i] == variant)
			return true;
	return false;
}

static bool same_candidates(const struct entries *e, const struct measurement *m, const char *names)
{
	const char *parts[8];
	size_t n = split(e, names, parts);
	bool all = n == m->n_candidates;
	for (size_t i = 0; i < n; i++)
		all = has_candidate(m, variant_named(e, parts[i])) && all;
	return all;
}

/* A document that names the model alone must not become one that names a mode, nor vice versa. */
static bool same_holder(const struct entries *e, const struct measurement *m, const struct value *row)
{
	const char *mode = cell(row, "mode");
	if (str_eq(cell(row, "certain"), "no"))
		return m->status == STATUS_AMBIGUOUS && same_candidates(e, m, cell(row, "model"));
	if (m->status != (*cell(row, "value") ? STATUS_OK : STATUS_MISSING))
		return false;
	const struct variant *named = variant_named(e, cell(row, "model"));
	if (!*mode)
		return m->variant == named && !(named->is_default && m->variant_stated);
	return m->variant->model == named->model && m->variant_stated &&
	       (same_word(m->variant->own->id, mode) ||
	        (m->variant->own->more->mode && same_word(m->variant->own->more->mode, mode)));
}

static bool is_the_same(const struct entries *e, const struct measurement *m, const struct value *row)
{
	return m->source == source_of(e, cell(row, "document")) &&
	       m->benchmark == benchmark_named(e, cell(row, "benchmark")) &&
	       same_digits(m, cell(row, "value"), str_eq(cell(row, "unit"), "tokens")) && same_holder(e, m, row);
}

static const char *row_words(const struct entries *e, const struct value *row)
{
	return arena_printf(e->arena, "%s:%d: document %s, %s %s, %s: \"%s\" (certain: %s)", row->place.file,
	                    row->place.line, cell(row, "document"), cell(row, "model"), cell(row, "mode"),
	                    cell(row, "benchmark"), cell(row, "value"), cell(row, "certain"));
}

static const char *measurement_words(const struct entries *e, const struct measurement *m)
{
	struct strbuf who = strbuf_new(e->arena);
	if (m->variant)
		strbuf_addf(&who, "%s%s", variant_ref(e->arena, m->variant), m->variant_stated ? " (stated)" : "");
	for (size_t i = 0; i < m->n_candidates; i++)
		strbuf_addf(&who, "%s%s", i ? "|" : "", variant_ref(e->arena, m->candidates[i]));
	return arena_printf(e->arena, "%s:%d: %s, %s, %s: %s, %s", measurement_where(m).file, measurement_where(m).line,
	                    m->source ? m->source->id : "no source", who.s, m->benchmark->id,
	                    m->value.text ? m->value.text : "no value", status_word(m->status));
}

static void every_number_of_the_documents_is_in_the_dataset_once(void **state)
{
	const struct entries *e = *state;
	size_t wrong = 0;
	assert_true(e->numbers->count > 100);
	for (size_t i = 0; i < e->numbers->count; i++) {
		size_t found = 0;
		for (size_t j = 0; j < e->dataset->n_measurements; j++)
			found += is_the_same(e, e->measurements[j], &e->numbers->items[i]);
		if (found == 1)
			continue;
		print_error("%s is %zu times in the dataset\n", row_words(e, &e->numbers->items[i]), found);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static void every_number_of_the_dataset_is_in_the_documents_once(void **state)
{
	const struct entries *e = *state;
	size_t wrong = 0;
	for (size_t j = 0; j < e->dataset->n_measurements; j++) {
		size_t found = 0;
		for (size_t i = 0; i < e->numbers->count; i++)
			found += is_the_same(e, e->measurements[j], &e->numbers->items[i]);
		if (found == 1)
			continue;
		print_error("%s is %zu times in the second entry\n", measurement_words(e, e->measurements[j]), found);
		wrong++;
	}
	assert_int_equal(wrong, 0);
	assert_int_equal(e->dataset->n_measurements, e->numbers->count);
}

/* The row again with another text in one cell. */
static const struct value *altered(const struct entries *e, const struct value *row, const char *column,
                                   const char *text)
{
	struct value *copy = arena_alloc(e->arena, 1, sizeof *copy);
	struct value *items = arena_alloc(e->arena, row->count, sizeof *items);
	*copy = *row;
	for (size_t i = 0; i < row->count; i++) {
		items[i] = row->items[i];
		if (str_eq(row->keys[i].text, column))
			items[i] = (struct value){ .kind = VALUE_STRING, .place = row->place, .text = text };
	}
	copy->items = items;
	return copy;
}

static bool stands_in_dataset(const struct entries *e, const struct value *row)
{
	for (size_t j = 0; j < e->dataset->n_measurements; j++)
		if (is_the_same(e, e->measurements[j], row))
			return true;
	return false;
}

static void a_slip_in_any_column_is_noticed(void **state)
{
	const struct entries *e = *state;
	for (size_t i = 0; i < e->numbers->count; i++) {
		const struct value *row = &e->numbers->items[i];
		if (!*cell(row, "value") || str_eq(cell(row, "certain"), "no"))
			continue;
		const char *digits = cell(row, "value");
		const char *longer = arena_printf(e->arena, strchr(digits, '.') ? "%s0" : "%s.0", digits);
		if (!str_eq(cell(row, "unit"), "tokens"))
			assert_false(stands_in_dataset(e, altered(e, row, "value", longer)));
		assert_false(stands_in_dataset(e, altered(e, row, "value", arena_printf(e->arena, "1%s", digits))));
		assert_false(stands_in_dataset(e, altered(e, row, "certain", "no")));
		assert_false(stands_in_dataset(e, altered(e, row, "mode", *cell(row, "mode") ? "" : "contemplating")));
		assert_false(stands_in_dataset(e, altered(e, row, "model", "Llama 4 Maverick")) &&
		             !str_eq(cell(row, "model"), "Llama 4 Maverick"));
	}
}

static void benchmarks_have_the_unit_that_was_printed(void **state)
{
	const struct entries *e = *state;
	for (size_t i = 0; i < e->numbers->count; i++) {
		const struct value *row = &e->numbers->items[i];
		const char *printed = cell(row, "unit"), *unit = benchmark_named(e, cell(row, "benchmark"))->unit->name;
		/* a bare number says nothing but that it is neither Elo nor tokens nor a fraction of one */
		bool bare = str_eq(printed, "points") &&
		            (str_eq(unit, "points") || str_eq(unit, "percent") || str_eq(unit, "score"));
		if (!bare && !str_eq(printed, unit))
			fail_msg("%s is printed in %s, but the dataset says %s", row_words(e, row), printed, unit);
	}
}

static void sources_have_the_publishers_that_the_texts_name(void **state)
{
	const struct entries *e = *state;
	for (size_t i = 0; i < e->numbers->count; i++) {
		const struct value *row = &e->numbers->items[i];
		const struct source *source = source_of(e, cell(row, "document"));
		const char *publisher = source->publisher ? source->publisher : "";
		if (!same_word(publisher, cell(row, "publisher")))
			fail_msg("source %s: publisher \"%s\", but the text says \"%s\"", source->id, publisher,
			         cell(row, "publisher"));
	}
}

static bool same_set(const struct entries *e, const struct names *names, const char *list)
{
	const char *parts[8];
	size_t n = split(e, list, parts), found = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < names->count; j++)
			found += same_word(parts[i], names->items[j]);
	return n == names->count && found == n;
}

static bool contains_word(const char *text, const char *word)
{
	for (; *text; text++) {
		size_t n = 0;
		while (word[n] && tolower((unsigned char)text[n]) == word[n])
			n++;
		if (!word[n])
			return true;
	}
	return false;
}

static bool same_fact(const struct entries *e, const struct model *model, const char *fact, const char *value)
{
	if (str_eq(fact, "release"))
		return str_eq(date_iso(e->arena, model->own->more->released), value);
	if (str_eq(fact, "licence")) /* "closed" and "proprietary" are said of the same licence */
		return model->own->more->licence &&
		       contains_word(model->own->more->licence, str_eq(value, "closed") ? "proprietary" : value);
	if (str_eq(fact, "inputs"))
		return same_set(e, &model->own->more->inputs, value);
	if (str_eq(fact, "outputs"))
		return same_set(e, &model->own->more->outputs, value);
	if (str_eq(fact, "price"))
		return model->own->more->price.known && model->own->more->price.free &&
		       !model->own->more->price.input.text && !model->own->more->price.output.text;
	if (str_eq(fact, "maker"))
		return model->own->organisation && same_word(model->own->organisation->name, value);
	double number = 0;
	assert_string_equal(fact, "context");
	assert_true(str_to_number(value, &number));
	return model->own->more->context.text && model->own->more->context.number >= number &&
	       model->own->more->context.number <= number;
}

static void the_facts_of_every_model_are_those_of_the_documents(void **state)
{
	const struct entries *e = *state;
	size_t wrong = 0;
	assert_true(e->facts->count > 20);
	for (size_t i = 0; i < e->facts->count; i++) {
		const struct value *row = &e->facts->items[i];
		const struct model *model = variant_named(e, cell(row, "model"))->model;
		if (same_fact(e, model, cell(row, "fact"), cell(row, "value")))
			continue;
		print_error("%s:%d: %s: %s is not %s in the dataset\n", row->place.file, row->place.line, model->id,
		            cell(row, "fact"), cell(row, "value"));
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

static bool is_told(const struct entries *e, const struct model *model, const char *fact)
{
	for (size_t i = 0; i < e->facts->count; i++)
		if (str_eq(cell(&e->facts->items[i], "fact"), fact) &&
		    variant_named(e, cell(&e->facts->items[i], "model"))->model == model)
			return true;
	return false;
}

static void the_dataset_invents_no_fact(void **state)
{
	const struct entries *e = *state;
	size_t wrong = 0;
	for (size_t i = 0; i < e->dataset->n_models; i++) {
		const struct model *model = dataset_model_at(e->dataset, i);
		const struct {
			const char *fact;
			bool given;
		} facts[] = {
			{ "release", model->own->more->released.year != 0 },
			{ "licence", model->own->more->licence != NULL },
			{ "inputs", model->own->more->inputs.count > 0 },
			{ "outputs", model->own->more->outputs.count > 0 },
			{ "price", model->own->more->price.known },
			{ "context", model->own->more->context.text != NULL },
		};
		for (size_t j = 0; j < sizeof facts / sizeof *facts; j++) {
			if (!facts[j].given || is_told(e, model, facts[j].fact))
				continue;
			print_error("%s: no document tells its %s\n", model->id, facts[j].fact);
			wrong++;
		}
	}
	assert_int_equal(wrong, 0);
}

/* 58000000 is printed as 58 (million, or M), 1444 as 1,444. */
static const char *as_printed(const struct entries *e, const struct value *row)
{
	const char *value = cell(row, "value"), *unit = cell(row, "unit");
	if (!*value)
		return "-";
	if (str_eq(unit, "tokens"))
		return arena_strndup(e->arena, value, strlen(value) - 6);
	if (str_eq(unit, "elo"))
		return arena_printf(e->arena, "%.1s,%s", value, value + 1);
	return value;
}

static void what_was_entered_is_in_the_documents(void **state)
{
	const struct entries *e = *state;
	const char *folder = "../shared/seeds";
	if (!file_is_folder(folder)) {
		print_message("%s is not here: the documents are not read again\n", folder);
		skip();
	}
	struct diags *diags = diags_new(e->arena);
	size_t count = 0;
	const char **paths = file_list(e->arena, folder, &count, diags);
	struct bytes texts[8];
	assert_int_equal(count, e->documents->count);
	assert_true(count <= 8);
	for (size_t i = 0; i < count; i++) {
		assert_true(file_read(e->arena, paths[i], 1 << 20, &texts[i], diags));
		texts[i].data = arena_strndup(e->arena, texts[i].data, texts[i].size);
	}
	for (size_t i = 0; i < e->numbers->count; i++) {
		const struct value *row = &e->numbers->items[i];
		if (!strstr(texts[atoi(cell(row, "document"))].data, as_printed(e, row)))
			fail_msg("%s is not in the document", row_words(e, row));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_number_of_the_documents_is_in_the_dataset_once),
		cmocka_unit_test(every_number_of_the_dataset_is_in_the_documents_once),
		cmocka_unit_test(a_slip_in_any_column_is_noticed),
		cmocka_unit_test(benchmarks_have_the_unit_that_was_printed),
		cmocka_unit_test(sources_have_the_publishers_that_the_texts_name),
		cmocka_unit_test(the_facts_of_every_model_are_those_of_the_documents),
		cmocka_unit_test(the_dataset_invents_no_fact),
		cmocka_unit_test(what_was_entered_is_in_the_documents),
	};
	return cmocka_run_group_tests(tests, read_entries, drop_entries);
}
