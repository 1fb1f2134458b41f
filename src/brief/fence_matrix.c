/* A matrix of uses by models: each cell is the first of the author's conditions that holds. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/answer.h"
#include "brief/binding.h"
#include "brief/fence_parts.h"
#include "brief/table_builder.h"
#include "facts/lexer.h"

#include <string.h>

enum { MODELS_MOST = 8, ROWS_MOST = 40 };

enum { LEADS, CLOSE, CONDITIONS }; /* what is asked, in this order; a model that has a value and neither trails */

static const char *const condition_keys[CONDITIONS] = { [LEADS] = "leads", [CLOSE] = "close" };

struct condition {
	const char *expression; /* NULL: it is not given */
	struct place place;
	bool *faulty; /* that was told: of all cells that ask it */
};

struct matrix {
	struct fence *f;
	const struct variant **models;
	size_t n_models;
	struct condition usual[CONDITIONS];
	struct table_builder table;
	bool claimed; /* a cell rests on a developer's claim */
	bool unlike;  /* a value does not decide its condition */
};

struct row {
	const struct benchmark *benchmark; /* NULL: its conditions name their own */
	struct condition conditions[CONDITIONS];
};

struct cell {
	enum word word;
	enum cell_tone tone;
	enum cell_mark mark;
};

static const struct cell cell_leads = { WORD_CELL_LEADS, TONE_GOOD, MARK_FULL },
			 cell_close = { WORD_CELL_CLOSE, TONE_PLAIN, MARK_RING },
			 cell_trails = { WORD_CELL_TRAILS, TONE_QUIET, MARK_DASH },
			 cell_no_data = { WORD_CELL_NO_DATA, TONE_QUIET, MARK_BLANK },
			 cell_unlike = { WORD_CELL_UNLIKE, TONE_QUIET, MARK_BLANK };

/* A condition of its own, or the usual one. */
static struct condition condition_at(struct fence *f, const struct schema *s, const char *key, struct condition usual)
{
	const char *expression = schema_text(s, key, OPTIONAL);
	if (!expression)
		return usual;
	return (struct condition){ .expression = expression,
		                   .place = source_find(f->r->source, schema_place(s, key), expression),
		                   .faulty = arena_alloc(f->r->arena, 1, sizeof(bool)) };
}

static bool uses_name(const char *expression, const char *name)
{
	struct lexer lexer = lexer_over(expression, strlen(expression));
	struct lexeme lexeme;
	while ((lexeme = lexer_next(&lexer)).kind != LEXEME_END)
		if (lexeme.kind == LEXEME_NAME && lexeme_is(&lexer, lexeme, name))
			return true;
	return false;
}

struct answered {
	bool truth;
	bool claimed; /* it rests on a claim of the model's own developer */
	const struct fact *fact;
};

/* The expression with what is given in place of its name. */
static const char *with_given(struct arena *arena, const char *expression, const struct fact_given *given, size_t n)
{
	struct strbuf b = strbuf_new(arena);
	struct lexer lexer = lexer_over(expression, strlen(expression));
	struct lexeme lexeme;
	size_t done = 0;
	while ((lexeme = lexer_next(&lexer)).kind != LEXEME_END)
		for (size_t i = 0; i < n && lexeme.kind == LEXEME_NAME; i++) {
			if (!lexeme_is(&lexer, lexeme, given[i].name))
				continue;
			strbuf_addn(&b, expression + done, lexeme.start - done);
			strbuf_addf(&b, "\"%s\"", given[i].text);
			done = lexeme.end;
		}
	strbuf_add(&b, expression + done);
	return b.s;
}

/* Asks it of a model; what it rests on is kept. False if the data cannot decide, or after an error. */
static bool ask(struct fence *f, const struct condition *c, const struct variant *model, struct answered *out)
{
	struct reading *r = f->r;
	struct fact fact;
	struct fact_fault fault;
	if (*c->faulty)
		return false;
	if (!facts_try(r->facts, r->arena, c->expression, true, &fact, &fault)) {
		*c->faulty = !fault.why;
		if (*c->faulty)
			facts_tell(&fault, c->expression, c->place, r->diags);
		return false;
	}
	if (!fact.asked || !uses_name(c->expression, "model")) {
		diag_add(r->diags, DIAG_ERROR, c->place, "compare: rank(model, benchmark) == 1",
		         fact.asked ? "this condition says the same of each model: it does not use the name model"
		                    : "this condition asks nothing of the data");
		*c->faulty = true;
		return false;
	}
	struct fact *kept = arena_alloc(r->arena, 1, sizeof *kept);
	*kept = fact;
	out->fact = kept;
	out->truth = fact.truth;
	for (size_t i = 0; i < fact.n_uses; i++) {
		const struct fact_use *use = &fact.uses[i];
		reading_keep_source(r, use->chosen, true);
		out->claimed |= use->variant == model && use->chosen->measured == MEASURED_FIRST_PARTY;
	}
	return true;
}

/* A value that counts; of a row without a benchmark nobody knows. */
static bool has_value(struct fence *f, const struct row *row)
{
	struct fact fact;
	struct fact_fault fault;
	return row->benchmark && facts_try(f->r->facts, f->r->arena, "has(model, benchmark)", true, &fact, &fault) &&
	       fact.truth;
}

struct found {
	const struct cell *cell;
	bool claimed; /* a place that is not behind rests on a claim */
	struct cell_basis *bases;
	size_t n_bases;
};

static struct found cell_of(struct fence *f, const struct row *row, const struct variant *model)
{
	struct reading *r = f->r;
	struct fact_given given[] = { { "model", variant_ref(r->arena, model) },
		                      { "benchmark", row->benchmark ? row->benchmark->id : "" } };
	struct found out = { .cell = &cell_trails, .bases = arena_alloc(r->arena, CONDITIONS, sizeof *out.bases) };
	size_t n_given = row->benchmark ? 2 : 1;
	facts_give(r->facts, given, n_given);
	for (size_t i = 0; i < CONDITIONS; i++) { /* all are asked, so that each is known to be sound */
		struct answered answer = { .truth = false };
		bool known = ask(f, &row->conditions[i], model, &answer);
		if (out.cell != &cell_trails)
			continue;
		if (!known)
			out.cell = has_value(f, row) ? &cell_unlike : &cell_no_data;
		else if (answer.truth)
			out.cell = i == LEADS ? &cell_leads : &cell_close;
		out.claimed = known && answer.truth && answer.claimed;
		if (known)
			out.bases[out.n_bases++] = (struct cell_basis){
				with_given(r->arena, row->conditions[i].expression, given, n_given), answer.fact
			};
	}
	facts_give(r->facts, NULL, 0);
	return out;
}

static void add_cell(struct matrix *m, const struct row *row, const struct variant *model)
{
	struct reading *r = m->f->r;
	struct found found = cell_of(m->f, row, model);
	const struct cell *cell = found.cell;
	const char *word = words_get(r->language, cell->word);
	if (found.claimed)
		word = arena_printf(r->arena, "%s (%s)", word, words_get(r->language, WORD_CLAIMED));
	table_builder_add(&m->table, word, cell->tone);
	table_builder_mark(&m->table, cell->mark);
	table_builder_bases(&m->table, found.bases, found.n_bases);
	m->claimed |= found.claimed;
	m->unlike |= cell == &cell_unlike;
}

/* A draft says where a claim does not hold. */
static const char *marked(struct reading *r, const char *text, bool doubted)
{
	return doubted ? arena_printf(r->arena, "%s (%s)", text, words_get(r->language, WORD_UNPROVED)) : text;
}

static void read_row(struct matrix *m, const struct value *item)
{
	static const char *const keys[] = { "use", "benchmark", "leads", "close" };
	struct fence *f = m->f;
	struct reading *r = f->r;
	struct schema s;
	struct row row = { 0 };
	bool doubted = false, complete = true;
	if (!schema_open(&s, r->arena, r->diags, item, "row of a matrix"))
		return;
	schema_keys(&s, keys, sizeof keys / sizeof *keys);
	const char *use = schema_text(&s, "use", REQUIRED), *benchmark = schema_text(&s, "benchmark", OPTIONAL);
	if (benchmark)
		row.benchmark = dataset_benchmark(r->dataset, benchmark, schema_place(&s, "benchmark"), r->diags);
	for (size_t i = 0; i < CONDITIONS; i++) {
		row.conditions[i] = condition_at(f, &s, condition_keys[i], m->usual[i]);
		complete &= row.conditions[i].expression != NULL;
		if (!row.conditions[i].expression)
			diag_add(r->diags, DIAG_ERROR, item->place, "write it here, or above the rows for all of them",
			         "no condition says when a model %s", i == LEADS ? "leads" : "is close");
	}
	for (size_t i = 0; i < CONDITIONS && complete && !benchmark; i++)
		if (uses_name(row.conditions[i].expression, "benchmark")) {
			diag_add(r->diags, DIAG_ERROR, item->place, "benchmark: which",
			         "the condition for \"%s\" uses the name benchmark, and this row names none",
			         condition_keys[i]);
			complete = false;
		}
	if (!use || !complete || (benchmark && !row.benchmark))
		return;
	binding_mention(r, NULL, row.benchmark);
	use = answer_text(r, use, schema_place(&s, "use"), NULL, &doubted);
	table_builder_add(&m->table, marked(r, use, doubted), TONE_PLAIN);
	for (size_t i = 0; i < m->n_models; i++)
		add_cell(m, &row, m->models[i]);
}

static void read_models(struct matrix *m)
{
	struct reading *r = m->f->r;
	size_t n;
	const struct value **names = fence_texts(m->f, "model", "models", "a name", &n);
	m->models = arena_alloc(r->arena, n + 1, sizeof *m->models);
	for (size_t i = 0; i < n; i++) {
		const struct variant *v = dataset_variant(r->dataset, names[i]->text, names[i]->place, r->diags);
		bool again = false;
		for (size_t k = 0; k < m->n_models; k++)
			again |= m->models[k] == v;
		if (v && again)
			diag_add(r->diags, DIAG_ERROR, names[i]->place, "name each model once",
			         "%s is in this matrix twice", variant_full_name(r->arena, v));
		else if (v)
			m->models[m->n_models++] = v;
	}
	if (!n)
		diag_add(r->diags, DIAG_ERROR, m->f->place, "models: [one, another]", "a matrix needs models");
	if (n > MODELS_MOST)
		diag_add(r->diags, DIAG_ERROR, schema_place(&m->f->s, "models"), "choose those that matter most",
		         "a matrix has room for %d models", MODELS_MOST);
}

/* The author's, and what "claimed" and "not comparable" mean. */
static void add_note(struct matrix *m, struct block *block)
{
	bool doubted = false;
	struct fence *f = m->f;
	struct strbuf b = strbuf_new(f->r->arena);
	const char *note = schema_text(&f->s, "note", OPTIONAL);
	if (note)
		note = answer_text(f->r, note, schema_place(&f->s, "note"), NULL, &doubted);
	strbuf_add(&b, note ? marked(f->r, note, doubted) : "");
	if (m->claimed)
		strbuf_addf(&b, "%s%s", b.n ? " " : "", words_get(f->r->language, WORD_COMPARE_CLAIMED));
	if (m->unlike)
		strbuf_addf(&b, "%s%s", b.n ? " " : "", words_get(f->r->language, WORD_MATRIX_UNLIKE));
	block->table.note = b.n ? b.s : NULL;
}

void fence_matrix(struct fence *f)
{
	static const char *const keys[] = { "model", "models", "leads", "close", "rows", "note" };
	struct reading *r = f->r;
	struct matrix m = { .f = f };
	schema_keys(&f->s, keys, sizeof keys / sizeof *keys);
	read_models(&m);
	for (size_t i = 0; i < CONDITIONS; i++)
		m.usual[i] = condition_at(f, &f->s, condition_keys[i], (struct condition){ .expression = NULL });
	const struct value *rows = schema_list(&f->s, "rows");
	m.table = table_builder_new(r->arena, f->place, 1 + m.n_models, 1);
	table_builder_head(&m.table, 0, words_get(r->language, WORD_HEAD_USE), ALIGN_LEFT);
	for (size_t i = 0; i < m.n_models; i++)
		table_builder_head(&m.table, 1 + i, variant_full_name(r->arena, m.models[i]), ALIGN_LEFT);
	if (rows && rows->count > ROWS_MOST)
		diag_add(r->diags, DIAG_ERROR, rows->place, "split it", "a matrix has room for %d rows", ROWS_MOST);
	else if (!rows || !rows->count)
		diag_add(r->diags, DIAG_ERROR, f->place, "rows: [{use: what for, benchmark: which}]",
		         "a matrix needs rows");
	for (size_t i = 0; rows && i < rows->count && i < ROWS_MOST && m.n_models; i++)
		read_row(&m, &rows->items[i]);
	if (!m.table.n_cells)
		return;
	struct block *block = table_builder_done(&m.table);
	block->table.even = true;
	add_note(&m, block);
	block_add(r->arena, f->into, block);
}
