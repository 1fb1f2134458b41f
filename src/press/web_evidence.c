/* What claims and computed numbers rest on, one entry each. */
#include "press/web_writing.h"

#include "base/rtl.h"
#include "base/str.h"
#include "brief/briefing.h"
#include "facts/trials.h"
#include "words/number.h"
#include "words/words.h"

#include <string.h>

enum { NAMED_MOST = 4 };

/* What was only said or cited rests on nothing of the data. */
static bool is_evident(const struct briefing_value *value)
{
	return value->fact.asked || value->fact.n_claims;
}

/* An expression that is asked again rests on the same. */
static bool is_known(const struct web_writing *w, const struct briefing_value *value)
{
	for (size_t i = 0; i < w->n_entries; i++)
		if (w->entries[i].value && str_eq(w->entries[i].value->expression, value->expression))
			return true;
	return false;
}

/* Entries of all cells that rest on conditions; entries NULL: they are only counted. */
static void add_cells(const struct block *block, struct web_entry *entries, size_t *n)
{
	const struct block_table *t = &block->table;
	for (size_t i = 0; block->kind == BLOCK_TABLE && i < t->n_rows * t->n_columns; i++) {
		if (!t->cells[i].n_bases)
			continue;
		if (entries)
			entries[*n].cell = &t->cells[i];
		++*n;
	}
	for (size_t i = 0; i < block->n_items; i++)
		add_cells(block->items[i], entries, n);
}

void web_evidence_list(struct web_writing *w)
{
	const struct briefing *b = w->briefing;
	size_t n_cells = 0;
	for (size_t i = 0; i < b->n_blocks; i++)
		add_cells(b->blocks[i], NULL, &n_cells);
	w->entries = arena_alloc(w->job->arena, b->n_values + b->n_claims + n_cells + 1, sizeof *w->entries);
	for (size_t i = 0; i < b->n_values; i++)
		if (is_evident(&b->values[i]) && !is_known(w, &b->values[i]))
			w->entries[w->n_entries++].value = &b->values[i];
	for (size_t i = 0; i < b->n_claims; i++)
		if (b->claims[i].which == TRIALS_WHOLE)
			w->entries[w->n_entries++].claim = &b->claims[i];
	for (size_t i = 0; i < b->n_blocks; i++)
		add_cells(b->blocks[i], w->entries, &w->n_entries);
}

/* sure: it is no claim of the author's, so that it may well not hold. */
static void add_verdict(struct web_writing *w, bool holds, const struct margin *margin, bool sure)
{
	web_add(w->web, " ");
	const char *words = words_fill(w->job->arena, w->language, holds ? WORD_WEB_HOLDS : WORD_WEB_FAILS, "by",
	                               margin_words_read(w->job->arena, w->language, margin, 0), NULL);
	if (holds || sure)
		web_text(w->web, words);
	else
		web_element(w->web, "strong", "doubt", TEXT_BOLD, words);
}

static const struct source *source_of(const struct fact_use *use)
{
	return use->chosen->source;
}

/* The values from use i on that are of one benchmark and source: "Index: A 52 and B 53". At most left are said; *i: the
 * first use of the next. */
static const char *of_one_benchmark(struct web_writing *w, const struct fact *fact, size_t *i, size_t *left)
{
	struct arena *a = w->job->arena;
	const struct fact_use *first = &fact->uses[*i];
	const char **list = arena_alloc(a, fact->n_uses + 1, sizeof *list);
	size_t n = 0;
	for (; *i < fact->n_uses && *left; ++*i) {
		const struct fact_use *use = &fact->uses[*i];
		if (use->benchmark != first->benchmark || source_of(use) != source_of(first))
			break;
		if (use->rival)
			continue;
		list[n++] = arena_printf(a, "%s %s", rtl_name(a, variant_full_name(a, use->variant)), use->printed);
		--*left;
	}
	return n ? arena_printf(a, "%s: %s", rtl_name(a, first->benchmark->brief),
	                        words_list(a, w->language, list, n, n))
	         : "";
}

/* Those of one source, with that: "Index: A 52 and B 53; Exam: A 7 (The News)". */
static const char *of_one_source(struct web_writing *w, const struct fact *fact, size_t *i, size_t *left)
{
	struct arena *a = w->job->arena;
	const struct source *source = source_of(&fact->uses[*i]);
	struct strbuf b = strbuf_new(a);
	while (*i < fact->n_uses && *left && source_of(&fact->uses[*i]) == source) {
		const char *values = of_one_benchmark(w, fact, i, left);
		strbuf_addf(&b, "%s%s", b.n && *values ? "; " : "", values);
	}
	return !b.n || !source ? b.s
	                       : words_fill(a, w->language, WORD_WEB_BY_SOURCE, "value", b.s, "source",
	                                    rtl_name(a, source->publisher ? source->publisher : source->title), NULL);
}

/* The values that an expression asked for. */
static void add_uses(struct web_writing *w, const struct fact *fact)
{
	struct strbuf b = strbuf_new(w->job->arena);
	size_t left = NAMED_MOST, more = 0;
	for (size_t i = 0; i < fact->n_uses && left;) {
		const char *group = of_one_source(w, fact, &i, &left);
		strbuf_addf(&b, "%s%s", b.n && *group ? "; " : "", group);
	}
	if (!b.n)
		return;
	for (size_t i = 0; i < fact->n_uses; i++)
		more += !fact->uses[i].rival;
	more = more > NAMED_MOST ? more - NAMED_MOST : 0;
	if (more)
		strbuf_addf(&b, "; %s",
		            words_fill(w->job->arena, w->language, WORD_GAP, "n",
		                       number_plain(w->job->arena, w->language, more), NULL));
	web_add(w->web, " ");
	web_text(w->web, words_fill(w->job->arena, w->language, WORD_WEB_RESTS, "list", b.s, NULL));
}

/* In the face of the text, so that no other has to be carried for it. */
static void add_expression(struct web_writing *w, const char *expression)
{
	web_add(w->web, "<code>");
	web_literal(w->web, expression);
	web_add(w->web, "</code>");
}

/* The condition of a claim: up to the bracket that closes claim(), outside of quotes. */
static char *condition_of(struct arena *arena, const char *expression, size_t start)
{
	const char *from = expression + start, *p = from;
	char quote = '\0';
	for (int depth = 0; *p && (quote || *p != ')' || depth); p++) {
		if (quote && *p == '\\' && p[1])
			p++;
		else if (quote)
			quote = *p == quote ? '\0' : quote;
		else if (*p == '"' || *p == '\'')
			quote = *p;
		else
			depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
	}
	char *condition = arena_strdup(arena, from);
	condition[p - from] = '\0';
	return condition;
}

/* Of a claim the condition is shown: its words stand in the text. */
static void add_value(struct web_writing *w, const struct briefing_value *value)
{
	const struct fact *fact = &value->fact;
	if (!fact->n_claims)
		add_expression(w, value->expression);
	for (size_t c = 0; c < fact->n_claims; c++) {
		web_add(w->web, c ? " " : "");
		add_expression(w, condition_of(w->job->arena, value->expression, fact->claims[c].condition));
		add_verdict(w, fact->claims[c].holds, &fact->claims[c].margin, false);
	}
	add_uses(w, fact);
}

/* As marks in the text are called; it leads back to the first of them. */
static void add_number(struct web_writing *w, size_t i)
{
	if (w->entries[i].met)
		web_addf(w->web, "<a href=#_r%zu>", i + 1);
	web_text(w->web, arena_printf(w->job->arena, "[%zu]", i + 1));
	web_add(w->web, w->entries[i].met ? "</a> " : " ");
}

static void add_bases(struct web_writing *w, const struct block_cell *cell)
{
	for (size_t i = 0; i < cell->n_bases; i++) {
		const struct fact *fact = cell->bases[i].fact;
		web_add(w->web, i ? " " : "");
		add_expression(w, cell->bases[i].expression);
		add_verdict(w, fact->truth, &fact->margin, true);
		add_uses(w, fact);
	}
}

static void add_entry(struct web_writing *w, size_t i)
{
	const struct web_entry *e = &w->entries[i];
	web_addf(w->web, "<li id=_e%zu>", i + 1);
	add_number(w, i);
	if (e->value) {
		add_value(w, e->value);
	} else if (e->cell) {
		add_bases(w, e->cell);
	} else {
		const struct margin margin = briefing_claim_margin(e->claim);
		web_text(w->web, e->claim->text);
		web_add(w->web, " ");
		add_expression(w, e->claim->expression);
		add_verdict(w, e->claim->holds, &margin, false);
		add_uses(w, &e->claim->fact);
	}
	web_add(w->web, "</li>\n");
}

void web_evidence(struct web_writing *w)
{
	if (!w->n_entries)
		return;
	const char *title = words_fill(w->job->arena, w->language, WORD_WEB_EVIDENCE, "n",
	                               number_plain(w->job->arena, w->language, w->n_entries), NULL);
	web_add(w->web, "<details class=\"proofs\"><summary>");
	web_text_in(w->web, TEXT_SEMIBOLD, title, strlen(title));
	web_add(w->web, "</summary>\n<ul class=\"evidence\" role=\"list\">\n");
	for (size_t i = 0; i < w->n_entries; i++)
		add_entry(w, i);
	web_add(w->web, "</ul></details>\n");
}
