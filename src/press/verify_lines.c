/* Generated blocks, made anew from other data: which of their sentences and cells no longer hold. */
#include "base/map.h"
#include "base/str.h"
#include "brief/briefing_read.h"
#include "brief/fence_kind.h"
#include "data/tree.h"
#include "press/job.h"
#include "press/record.h"
#include "press/verify_parts.h"
#include "read/emit.h"
#include "words/about.h"

#include <string.h>

/* As a text of YAML, with a newline. */
static const char *quoted(struct arena *arena, const char *text)
{
	const struct value value = tree_text(text);
	return emit_json(arena, &value);
}

/* A briefing of this one block, with what else the block depends on. */
static const char *source_of(struct check *c, const struct value *block)
{
	const struct value *front = value_at(c->record, RECORD_FRONT);
	const char *focus = verify_text_at(front, RECORD_FOCUS), *date = verify_text_at(front, RECORD_DATE),
		   *language = verify_text_at(c->record, RECORD_LANGUAGE), *asked = verify_text_at(block, RECORD_ASKED);
	struct strbuf b = strbuf_new(c->job->arena);
	strbuf_add(&b, "---\ntitle: x\nappendix: false\n");
	strbuf_add(&b, "unbound: warn\n"); /* its numbers were judged when it was made */
	if (language)
		strbuf_addf(&b, "lang: %s\n", language);
	if (date)
		strbuf_addf(&b, "date: %s\n", date);
	if (focus && str_eq(verify_text_at(block, RECORD_BLOCK), fence_kind_name(FENCE_FINDINGS)))
		strbuf_addf(&b, "focus: %s", quoted(c->job->arena, focus));
	strbuf_addf(&b, "---\n```%s\n%s\n```\n", verify_text_at(block, RECORD_BLOCK), asked ? asked : "");
	const struct value *listed = value_at(front, RECORD_LISTED);
	if (!listed || listed->kind != VALUE_BOOL || listed->boolean) /* sources are called by their numbers */
		strbuf_addf(&b, "```%s\n```\n", fence_kind_name(FENCE_SOURCES));
	return b.s;
}

/* NULL with a diagnostic if the data do not have what it asks for. */
static const struct briefing_generated *made_anew(struct check *c, const struct value *block, struct diags *diags)
{
	struct arena *a = c->job->arena;
	const char *text = source_of(c, block);
	const struct briefing_options options = { .draft = true, .part = &c->part, .changes = c->changes };
	const struct source_text *source = source_read(a, "", text, strlen(text), diags);
	const struct front_matter *front = source ? front_matter_read(a, source, diags) : NULL;
	if (!front)
		return NULL;
	struct front_matter *own = arena_alloc(a, 1, sizeof *own);
	const struct dataset *d = c->job->dataset;
	*own = *front;
	own->language = language_about(a, front->language, d->nouns, d->n_nouns);
	const struct briefing *b = briefing_read(a, source, own, d, &options, diags);
	return b && b->n_generated ? &b->generated[0] : NULL;
}

struct lines_now {
	const struct briefing_generated *made; /* NULL: nothing could be made */
	struct map cells;                      /* by what they are: the printed text */
	struct map said;                       /* paragraphs that are said again */
	size_t next;                           /* paragraph to offer in place of one that is not */
};

static bool is_told(const struct value *lines, const char *printed)
{
	for (size_t i = 0; i < lines->count; i++)
		if (!verify_text_at(&lines->items[i], RECORD_WHAT) &&
		    str_eq(verify_text_at(&lines->items[i], RECORD_PRINTED), printed))
			return true;
	return false;
}

/* The next paragraph that was not printed before: what one that no longer holds has become. NULL: it is gone. */
static const char *replacement(struct lines_now *now, const struct value *lines)
{
	while (now->made && now->next < now->made->n_lines) {
		const struct briefing_line *line = &now->made->lines[now->next++];
		if (!line->what && !is_told(lines, line->printed))
			return line->printed;
	}
	return NULL;
}

static struct lines_now lines_of(struct arena *arena, const struct briefing_generated *made)
{
	struct lines_now now = { .made = made, .cells = map_new(arena), .said = map_new(arena) };
	for (size_t i = 0; made && i < made->n_lines; i++) {
		const struct briefing_line *line = &made->lines[i];
		map_put(line->what ? &now.cells : &now.said, line->what ? line->what : line->printed,
		        arena_strdup(arena, line->printed));
	}
	return now;
}

void verify_lines(struct check *c, const struct value *block)
{
	struct arena *a = c->job->arena;
	const struct value *lines = verify_list_at(block, RECORD_LINES);
	const char *name = verify_text_at(block, RECORD_BLOCK);
	struct diags *diags = diags_new(a);
	enum fence_kind kind = name ? fence_kind_of(name) : FENCE_CODE;
	if (!fence_kind_is_remade(kind) || (kind == FENCE_CHANGES && !c->changes))
		return;
	const struct briefing_generated *made = made_anew(c, block, diags);
	const struct diag *why = made ? NULL : diags_at(diags, 0);
	struct lines_now now = lines_of(a, made);
	for (size_t i = 0; i < lines->count; i++) {
		const char *what = verify_text_at(&lines->items[i], RECORD_WHAT),
			   *printed = verify_text_at(&lines->items[i], RECORD_PRINTED);
		if (!printed)
			continue;
		c->out->n_lines++;
		const char *found = map_find(what ? &now.cells : &now.said, what ? what : printed);
		if (found && str_eq(found, printed))
			continue;
		const char *is_now = what ? found : replacement(&now, lines);
		verify_find(c, (struct verified_finding){ .kind = VERIFIED_PRINTED,
		                                          .block = name,
		                                          .line = verify_number_at(block, RECORD_LINE),
		                                          .what = what ? what : "it says",
		                                          .was = printed,
		                                          .is_now = is_now ? is_now
		                                                    : why  ? why->message
		                                                           : "not said any more" });
	}
}
