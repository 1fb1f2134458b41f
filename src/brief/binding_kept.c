/* Names and numbers of texts as they were found in an earlier reading. They rest on the text, the language and what the
 * data know by name, so that none needs to be looked for again while only measurements or other texts change. */
#include "brief/binding_parts.h"

#include "base/arena.h"
#include "base/keep.h"
#include "base/str.h"
#include "data/export.h"

#include <string.h>

#define NOWHERE SIZE_MAX

struct kept_token {
	struct binding_token token;      /* what it points to in the data is NULL … */
	size_t model, benchmark, source; /* … and has this number there */
};

struct kept_text {
	struct kept_token *tokens;
	size_t count;
};

struct keep *binding_keep_begin(struct reading *r)
{
	const struct briefing_options *o = r->options;
	if (!o->texts || o->baseline)
		return NULL;
	keep_begin(o->texts, arena_printf(r->arena, "%s %s", r->language->code, o->marks->rest));
	return o->texts;
}

const char *binding_keep_key(struct arena *arena, const struct reading *r, const struct binding_text *text)
{
	struct strbuf key = strbuf_new(arena);
	if (!r->binding->texts)
		return NULL;
	for (size_t i = 0; i < text->n_spans; i++)
		strbuf_addf(&key, "%zu %zu %d ", text->spans[i].start, text->spans[i].end, (int)text->spans[i].answer);
	strbuf_addf(&key, "\n%s", text->text);
	return key.s;
}

static const char *copied(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static struct binding_token copied_token(struct arena *arena, struct binding_token token)
{
	token.name.name = copied(arena, token.name.name);
	token.name.variant = copied(arena, token.name.variant);
	token.numeral.unit = copied(arena, token.numeral.unit);
	return token;
}

static void put(struct keep *keep, const char *key, const struct kept_token *tokens, size_t n)
{
	struct kept_text *text = arena_alloc(keep->now, 1, sizeof *text);
	*text = (struct kept_text){ arena_alloc(keep->now, n + 1, sizeof *text->tokens), n };
	for (size_t i = 0; i < n; i++) {
		text->tokens[i] = tokens[i];
		text->tokens[i].token = copied_token(keep->now, tokens[i].token);
	}
	keep_put(keep, key, text);
}

void binding_keep(struct reading *r, const char *key, const struct binding_token *tokens, size_t n)
{
	struct arena *scratch = arena_new_below(r->arena);
	struct kept_token *kept = arena_alloc(scratch, n + 1, sizeof *kept);
	for (size_t i = 0; i < n; i++) {
		struct known_name *name = &kept[i].token.name;
		kept[i] = (struct kept_token){ tokens[i], NOWHERE, NOWHERE, NOWHERE };
		kept[i].model = name->model ? name->model->index : NOWHERE;
		kept[i].benchmark = name->benchmark ? name->benchmark->index : NOWHERE;
		kept[i].source = name->source ? name->source->index : NOWHERE;
		name->model = NULL;
		name->benchmark = NULL;
		name->source = NULL;
	}
	put(r->binding->texts, key, kept, n);
	arena_free(scratch);
}

struct binding_token *binding_kept(struct reading *r, const char *key, struct arena *arena, size_t *n)
{
	const struct dataset *d = r->dataset;
	struct keep *keep = r->binding->texts;
	const struct kept_text *text = keep_find(keep, key);
	if (!text && (text = keep_find_older(keep, key)))
		put(keep, key, text->tokens, text->count);
	if (!text)
		return NULL;
	struct binding_token *tokens = arena_alloc(arena, text->count + 1, sizeof *tokens);
	*n = text->count;
	for (size_t i = 0; i < *n; i++) {
		const struct kept_token *kept = &text->tokens[i];
		struct known_name *name = &tokens[i].name;
		tokens[i] = copied_token(arena, kept->token);
		name->model = kept->model == NOWHERE ? NULL : dataset_model_at(d, kept->model);
		name->benchmark = kept->benchmark == NOWHERE ? NULL : d->benchmarks[kept->benchmark];
		name->source = kept->source == NOWHERE ? NULL : d->sources[kept->source];
		if (tokens[i].is_name)
			binding_mention(r, name->model, name->benchmark);
	}
	return tokens;
}
