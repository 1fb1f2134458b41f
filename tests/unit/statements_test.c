/* Whether the shipped dataset holds all that its documents say: tests/seeds/statements.csv goes through them line by
 * line and says of each statement what became of it: a value, a fact of a model, a claim, or left out and why. It says
 * where a statement stands (the bytes of its line, from 1) and quotes none. Where the documents themselves are here,
 * every number in them, in digits or words, has to stand in one of these statements. tests/seeds/facts.csv, which
 * seeds_test.c holds against the dataset, says where its facts stand in the same way. */
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/load.h"
#include "facts/verdict.h"
#include "read/read.h"
#include "words/numeral.h"
#include "words/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { DOCUMENTS = 5 };

struct entries {
	struct arena *arena;
	const struct dataset *dataset;
	const struct value *documents, *statements, *facts;
};

static const char *cell(const struct value *row, const char *column)
{
	const struct value *value = value_at(row, column);
	assert_non_null(value);
	return value->kind == VALUE_MISSING ? "" : value->text;
}

static int read_entries(void **state)
{
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	struct inputs *inputs = inputs_new(arena);
	const char *folder = "data/muse-spark";
	struct entries *e = arena_alloc(arena, 1, sizeof *e);
	e->arena = arena;
	e->documents = read_file(arena, inputs, INPUT_DATA, "tests/seeds/documents.csv", diags);
	e->statements = read_file(arena, inputs, INPUT_DATA, "tests/seeds/statements.csv", diags);
	e->facts = read_file(arena, inputs, INPUT_DATA, "tests/seeds/facts.csv", diags);
	e->dataset = dataset_load(arena, inputs, INPUT_DATA, feeds_of_paths(arena, &folder, 1), 1, NULL, diags);
	*state = e;
	if (e->documents && e->statements && e->facts && e->dataset)
		return 0;
	diags_print(diags, stderr, false);
	return -1;
}

static int drop_entries(void **state)
{
	struct entries *e = *state;
	arena_free(e->arena);
	return 0;
}

static bool is_kind(const struct value *row, const char *kind)
{
	return str_eq(cell(row, "kind"), kind);
}

static const char *row_place(const struct entries *e, const struct value *row)
{
	return arena_printf(e->arena, "%s:%d: document %s, line %s, bytes %s to %s", row->place.file, row->place.line,
	                    cell(row, "document"), cell(row, "line"), cell(row, "from"), cell(row, "to"));
}

/* ---- claims ---- */

static bool is_told(const struct entries *e, const struct claim *claim)
{
	for (size_t i = 0; i < e->statements->count; i++) {
		const struct value *row = &e->statements->items[i];
		if (!is_kind(row, "claim") || !str_eq(cell(row, "what"), claim->id))
			continue;
		const struct value *document = &e->documents->items[atoi(cell(row, "document"))];
		if (!claim->source || !str_eq(claim->source->id, cell(document, "source")))
			fail_msg("%s is not what %s says", row_place(e, row),
			         claim->source ? claim->source->id : "nobody");
		return true;
	}
	return false;
}

static void every_claim_is_told_by_its_source(void **state)
{
	const struct entries *e = *state;
	assert_true(e->dataset->n_claims > 200);
	for (size_t i = 0; i < e->dataset->n_claims; i++)
		if (!is_told(e, e->dataset->claims[i]))
			fail_msg("no statement is the claim %s", e->dataset->claims[i]->id);
}

static void every_statement_that_can_be_checked_is_in_the_dataset(void **state)
{
	const struct entries *e = *state;
	for (size_t i = 0; i < e->statements->count; i++) {
		const struct value *row = &e->statements->items[i];
		bool found = false;
		for (size_t k = 0; k < e->dataset->n_claims; k++)
			found |= str_eq(e->dataset->claims[k]->id, cell(row, "what"));
		if (is_kind(row, "claim") && !found)
			fail_msg("%s: the dataset has no claim %s", row_place(e, row), cell(row, "what"));
		if (is_kind(row, "left out") && !*cell(row, "what"))
			fail_msg("%s is left out without a reason", row_place(e, row));
	}
}

static void every_claim_has_a_test_or_says_why_not(void **state)
{
	const struct entries *e = *state;
	for (size_t i = 0; i < e->dataset->n_claims; i++)
		assert_true(e->dataset->claims[i]->n_parts || e->dataset->claims[i]->note);
}

static void every_dispute_has_two_sides(void **state)
{
	static const char *const known[] = { "usage-limits", "users", "coding-leader", "open-weights",
		                             "contemplating-ships" };
	const struct entries *e = *state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		const struct matter *dispute = NULL;
		for (size_t k = 0; k < e->dataset->n_disputes; k++)
			if (str_eq(e->dataset->disputes[k]->id, known[i]))
				dispute = e->dataset->disputes[k];
		if (!dispute)
			fail_msg("the dispute %s is not recorded", known[i]);
		bool two = false;
		for (size_t k = 1; k < dispute->n_claims; k++)
			two |= dispute->claims[k]->source != dispute->claims[0]->source;
		assert_true(two);
	}
}

/* ---- verdicts ---- */

static bool is_listed(const char *const *list, size_t n, const char *id)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(list[i], id))
			return true;
	return false;
}

#define IS_LISTED(list, id) is_listed(list, sizeof(list) / sizeof *(list), id)

/* Read by hand in the articles: what does not hold, and what has a test that the data cannot decide yet. */
static void the_articles_are_judged_by_their_own_numbers(void **state)
{
	const struct entries *e = *state;
	struct diags *diags = diags_new(e->arena);
	static const char *const failing[] = {
		"s5-exam-column",
		"unsigned-arc-nearly-half",
		"trends-contemplating-health",
		"trends-opus-dominates-work",
		"trends-leads-vision",
		"closed-wins-convincingly",
		"page-triple",
	};
	static const char *const mixed[] = { "unsigned-dominates-multimodal", "trends-health-every-model",
		                             "page-wins-science" };
	static const char *const undecided[] = { "s5-exam-beats-both", "trends-opus-better-choice",
		                                 "closed-opus-leads-coding" };
	const struct dataset *d = e->dataset;
	struct facts *facts = facts_open(e->arena, d, &language_english);
	const struct verdict *const *v = verdicts_of(e->arena, facts, diags);
	for (size_t i = 0; i < d->n_claims; i++) {
		const char *id = d->claims[i]->id;
		enum verdict_kind kind = !d->claims[i]->n_parts || IS_LISTED(undecided, id) ? VERDICT_UNTESTABLE
		                         : IS_LISTED(mixed, id)                             ? VERDICT_MIXED
		                         : IS_LISTED(failing, id)                           ? VERDICT_FAILS
		                                                                            : VERDICT_HOLDS;
		if (v[i]->kind != kind)
			fail_msg("%s %s", id, verdict_kinds[v[i]->kind]);
	}
	assert_true(diags_ok(diags));
	struct fact fact;
	struct fact_fault fault;
	assert_false(facts_try(facts, e->arena, "value('the gemini thing', 'HLE')", false, &fact, &fault));
	assert_string_equal(fault.hint, "like it are \"gemini-3.1-pro\", \"gemini-deep-think\"");
}

/* ---- the documents themselves ---- */

/* The lines of a document; NULL if the documents are not here. */
static char **lines_of(const struct entries *e, size_t document, size_t *n_lines)
{
	struct diags *diags = diags_new(e->arena);
	struct bytes bytes;
	size_t count, room = 0;
	const char *folder = "../shared/seeds";
	if (!file_is_folder(folder))
		return NULL;
	const char **paths = file_list(e->arena, folder, &count, diags);
	assert_int_equal(count, DOCUMENTS);
	assert_true(file_read(e->arena, paths[document], 1 << 20, &bytes, diags));
	char *text = arena_strndup(e->arena, bytes.data, bytes.size), **lines = NULL;
	*n_lines = 0;
	for (char *end; text; text = end ? end + 1 : NULL) {
		end = strchr(text, '\n');
		if (end)
			*end = '\0';
		lines = arena_grow(e->arena, lines, &room, *n_lines, sizeof *lines);
		lines[(*n_lines)++] = text;
	}
	return lines;
}

static bool is_at(const struct value *row, size_t document, size_t line)
{
	return *cell(row, "line") && (size_t)atoi(cell(row, "document")) == document &&
	       (size_t)atoi(cell(row, "line")) == line;
}

static bool stands(const char *line, const struct value *row)
{
	int from = atoi(cell(row, "from")), to = atoi(cell(row, "to"));
	return from > 0 && from <= to && (size_t)to <= strlen(line);
}

static void every_statement_stands_on_its_line(void **state)
{
	const struct entries *e = *state;
	for (size_t document = 0; document < DOCUMENTS; document++) {
		size_t n_lines;
		char **lines = lines_of(e, document, &n_lines);
		if (!lines)
			skip();
		for (size_t i = 0; i < e->statements->count; i++) {
			const struct value *row = &e->statements->items[i];
			size_t line = (size_t)atoi(cell(row, "line"));
			if (is_kind(row, "name") || (size_t)atoi(cell(row, "document")) != document)
				continue;
			if (!line || line > n_lines || !stands(lines[line - 1], row))
				fail_msg("%s does not stand there", row_place(e, row));
		}
	}
}

/* "text|voice|image": each part, in letters of any size. */
static bool names_all(const struct entries *e, const char *words, const char *parts)
{
	char *low = arena_strdup(e->arena, words);
	for (char *c = low; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	while (*parts) {
		size_t n = strcspn(parts, "|");
		char *part = arena_strndup(e->arena, parts, n);
		for (char *c = part; *c; c++)
			*c = (char)tolower((unsigned char)*c);
		if (!strstr(low, part))
			return false;
		parts += n + (parts[n] != '\0');
	}
	return true;
}

static void every_fact_of_a_model_stands_on_its_line(void **state)
{
	const struct entries *e = *state;
	assert_true(e->facts->count > 20);
	for (size_t i = 0; i < e->facts->count; i++) {
		const struct value *row = &e->facts->items[i];
		size_t n_lines, line = (size_t)atoi(cell(row, "line")), from = (size_t)atoi(cell(row, "from"));
		char **lines = lines_of(e, (size_t)atoi(cell(row, "document")), &n_lines);
		const char *fact = cell(row, "fact");
		if (!lines)
			skip();
		if (!line || line > n_lines || !stands(lines[line - 1], row))
			fail_msg("%s does not stand there", row_place(e, row));
		const char *words =
			arena_strndup(e->arena, lines[line - 1] + from - 1, (size_t)atoi(cell(row, "to")) + 1 - from);
		bool in_words = !str_eq(fact, "release") && !str_eq(fact, "context");
		if (in_words && !names_all(e, words, cell(row, "value")))
			fail_msg("%s: %s is not said there", row_place(e, row), cell(row, "value"));
	}
}

/* True if the bytes from start to end lie within one of the places where a name stands. */
static bool lies_in_name(const char *line, const char *name, size_t start, size_t end)
{
	size_t length = strlen(name);
	for (const char *at = line; length && (at = strstr(at, name)) != NULL; at++)
		if ((size_t)(at - line) <= start && end <= (size_t)(at - line) + length)
			return true;
	return false;
}

static bool lies_in_statement(const struct value *row, size_t start, size_t end)
{
	return (size_t)atoi(cell(row, "from")) <= start + 1 && end <= (size_t)atoi(cell(row, "to"));
}

static bool is_entered(const struct entries *e, const char *text, size_t document, size_t line,
                       const struct numeral *numeral)
{
	for (size_t i = 0; i < e->statements->count; i++) {
		const struct value *row = &e->statements->items[i];
		if (is_kind(row, "name")
		            ? lies_in_name(text, cell(row, "what"), numeral->start, numeral->end)
		            : is_at(row, document, line) && lies_in_statement(row, numeral->start, numeral->end))
			return true;
	}
	return false;
}

static void every_number_of_the_documents_stands_in_a_statement(void **state)
{
	const struct entries *e = *state;
	size_t n_numbers = 0, wrong = 0;
	for (size_t document = 0; document < DOCUMENTS; document++) {
		size_t n_lines;
		char **lines = lines_of(e, document, &n_lines);
		if (!lines)
			skip();
		for (size_t i = 0; i < n_lines; i++) {
			struct numeral numeral;
			for (size_t at = 0;
			     numeral_next(&language_english, lines[i], strlen(lines[i]), &at, &numeral);) {
				n_numbers++;
				if (is_entered(e, lines[i], document, i + 1, &numeral))
					continue;
				print_error("document %zu, line %zu: \"%.*s\" is in no statement: %s\n", document,
				            i + 1, (int)(numeral.end - numeral.start), lines[i] + numeral.start,
				            lines[i]);
				wrong++;
			}
		}
	}
	assert_int_equal(wrong, 0);
	assert_true(n_numbers > 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_claim_is_told_by_its_source),
		cmocka_unit_test(every_statement_that_can_be_checked_is_in_the_dataset),
		cmocka_unit_test(every_claim_has_a_test_or_says_why_not),
		cmocka_unit_test(every_dispute_has_two_sides),
		cmocka_unit_test(the_articles_are_judged_by_their_own_numbers),
		cmocka_unit_test(every_statement_stands_on_its_line),
		cmocka_unit_test(every_fact_of_a_model_stands_on_its_line),
		cmocka_unit_test(every_number_of_the_documents_stands_in_a_statement),
	};
	return cmocka_run_group_tests(tests, read_entries, drop_entries);
}
