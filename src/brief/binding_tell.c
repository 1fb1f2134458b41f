/* What is wrong with a number or a name: where it stands, and which expression gives it. */
#include "brief/binding_parts.h"

#include "base/arena.h"
#include "brief/source_cursor.h"
#include "data/names.h"
#include "facts/suggest.h"

#include <string.h>

enum {
	SEARCH_MOST = 20000,
	LOST_MOST = 8,
	TOLD_MOST = 1000
}; /* comparisons for one number; words of a text that are not found; findings */

/* ---- hints ---- */

/* The word that bytes of a text are in. */
static const char *word_around(struct arena *arena, const char *text, const struct binding_token *token)
{
	size_t from = token->start, to = token->end;
	while (from && !strchr(" \n\t(\"", text[from - 1]))
		from--;
	while (text[to] && !strchr(" \n\t),;:.\"", text[to]))
		to++;
	return arena_strndup(arena, text + from, to - from);
}

/* True, and taken from what hints may cost, if so many comparisons are left. */
static bool afford(struct reading *r, size_t n)
{
	bool enough = r->binding->budget >= n;
	r->binding->budget -= enough ? n : 0;
	return enough;
}

/* Names of the data like one of theirs, or what is almost one; otherwise: where there are none. */
static const char *names_like(struct reading *r, const char *name, bool models, bool benchmarks, bool sources,
                              const char *otherwise)
{
	const struct dataset *d = r->dataset;
	struct nearest nearest = nearest_to(name);
	if (!afford(r, d->n_models + d->n_benchmarks + d->n_sources))
		return otherwise;
	for (size_t i = 0; i < d->n_models && models; i++)
		nearest_offer(&nearest, dataset_model_at(d, i)->name);
	for (size_t i = 0; i < d->n_benchmarks && benchmarks; i++)
		nearest_offer(&nearest, d->benchmarks[i]->name);
	for (size_t i = 0; i < d->n_sources && sources; i++)
		nearest_offer(&nearest, d->sources[i]->title);
	return nearest_hint(r->arena, &nearest, otherwise);
}

static const char *quoted(struct arena *arena, const char *words)
{
	return strchr(words, '"') ? arena_printf(arena, "'%s'", words) : arena_printf(arena, "\"%s\"", words);
}

static const char *suggest(struct reading *r, const struct binding_token *token)
{
	const struct binding *b = r->binding;
	struct suggest_near near = { b->models, b->n_models, b->benchmarks, b->n_benchmarks };
	size_t share = b->budget < SEARCH_MOST ? b->budget : SEARCH_MOST, left = share;
	const char *expression = suggest_expression(r->facts, r->arena, &token->numeral, &near, &left);
	r->binding->budget -= share - left;
	return expression;
}

static const char *expression_hint(struct reading *r, const struct binding_token *token)
{
	const char *expression = suggest(r, token);
	return expression ? arena_printf(r->arena, "did you mean {{ %s }}?", expression) : NULL;
}

/* Inside the text of a claim: nothing there is an expression but what join() puts in. */
static const char *claim_hint(struct reading *r, const struct binding_token *token)
{
	const char *expression = suggest(r, token);
	return expression ? arena_printf(r->arena, "did you mean join(\u2026, %s, \u2026)?", expression)
	                  : "let the condition compare with it, or compute it with join(\u2026)";
}

static const char *hint_of(struct reading *r, const struct binding_text *text, const struct binding_token *token,
                           const char *words)
{
	bool attached = token->numeral.attached;
	const char *word = attached ? str_one_line(r->arena, word_around(r->arena, text->text, token)) : words;
	const char *hint = attached      ? names_like(r, word, true, true, false, NULL)
	                   : text->claim ? claim_hint(r, token)
	                                 : expression_hint(r, token);
	if (hint)
		return hint;
	const char *source = r->dataset->n_sources ? r->dataset->sources[0]->id : "source";
	const char *q = quoted(r->arena, word);
	return arena_printf(r->arena, "{{ cite(%s, \"%s\") }} if a source says so, {{ say(%s) }} if you do", q, source,
	                    q);
}

/* ---- messages ---- */

static enum diag_severity severity_of(const struct reading *r)
{
	return r->out->front->unbound == UNBOUND_WARN ? DIAG_WARNING : DIAG_ERROR;
}

/* More are only counted. */
static bool is_heard(const struct reading *r)
{
	return diags_count(r->diags, severity_of(r)) < TOLD_MOST;
}

static void tell_number(struct reading *r, const struct binding_text *text, const struct binding_token *token,
                        struct place place)
{
	struct arena *scratch = arena_new_below(r->arena);
	const char *words =
		str_one_line(scratch, arena_strndup(scratch, text->text + token->start, token->end - token->start));
	/* passed whole, so that no two are of a kind: each has its own hint, and all are listed */
	diag_add(
		r->diags, severity_of(r), place, is_heard(r) ? hint_of(r, text, token, words) : NULL, "%s",
		arena_printf(scratch, "\"%s\" is typed: neither computed nor cited nor marked as the author's", words));
	arena_free(scratch);
}

static void tell_name(struct reading *r, const struct binding_token *token, struct place place)
{
	const struct known_name *name = &token->name;
	const char *what = name->model ? r->dataset->said.one : name->benchmark ? "benchmark" : "source";
	if (name->key) {
		const char *id = name->model ? name->model->id : name->benchmark->id;
		diag_add(r->diags, DIAG_ERROR, place,
		         arena_printf(r->arena, "write {{ name(\"%s\") }}, or declare the other name as an alias", id),
		         "the data call the %s \"%s\" %s", what, id,
		         name->model ? name->model->name : name->benchmark->name);
		return;
	}
	static const char otherwise[] = "correct the sentence, or declare the name as an alias in the data";
	diag_add(r->diags, DIAG_ERROR, place,
	         names_like(r, name->name, name->model, name->benchmark, name->source, otherwise),
	         "the data no longer know the %s \"%s\"", what, name->name);
}

void binding_tell_at(struct reading *r, const struct binding_text *text, const struct binding_token *token,
                     struct place place)
{
	if (token->is_name)
		tell_name(r, token, place);
	else
		tell_number(r, text, token, place);
}

/* The answer that a token is in; NULL if it is typed. */
static const struct binding_span *span_at(const struct binding_text *text, const struct binding_token *token)
{
	for (size_t i = 0; i < text->n_spans && token->is_name; i++) /* a number is outside of all of them */
		if (text->spans[i].start <= token->start && token->start < text->spans[i].end)
			return &text->spans[i];
	return NULL;
}

static struct source_cursor cursor_of(const struct reading *r, const struct binding_text *text)
{
	struct place place = text->line ? source_body_place(r->source, text->line, text->byte) : text->place;
	return source_cursor_from(r->source, place, text->last_line);
}

struct place binding_place(const struct reading *r, const struct binding_text *text, size_t start, size_t end)
{
	struct source_cursor cursor = cursor_of(r, text);
	struct place place = text->place;
	source_cursor_find(&cursor, text->text, start, end - start, &place);
	return place;
}

/* All tokens are looked for, so that each is found behind the one before it; where that fails now and again, the text
 * is not as it was written, and the place of its block will do. */
void binding_tell(struct reading *r, const struct binding_text *text, const struct binding_token *tokens, size_t n)
{
	struct source_cursor cursor = cursor_of(r, text);
	size_t lost = is_heard(r) ? 0 : LOST_MOST;
	for (size_t i = 0; i < n; i++) {
		const struct binding_token *token = &tokens[i];
		const struct binding_span *span = span_at(text, token);
		struct place at = span ? span->place : text->place;
		if (!span && lost < LOST_MOST)
			lost += !source_cursor_find(&cursor, text->text, token->start, token->end - token->start, &at);
		else if (span && token->told)
			at = source_find(r->source, at,
			                 arena_strndup(r->arena, text->text + token->start, token->end - token->start));
		if (token->told)
			binding_tell_at(r, text, token, at);
	}
}
