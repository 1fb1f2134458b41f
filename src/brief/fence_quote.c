/* A quotation of a source of the data: its numbers are cited from that source. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/answer.h"
#include "brief/binding.h"
#include "brief/fence_parts.h"
#include "brief/generate.h"

#include <string.h>

enum { QUOTATION_MAX = 600, PERSON_MAX = 80 };

static void add_part(struct rich_builder *b, const char *part)
{
	if (part && *part)
		rich_add(b, b->text.n ? ", " : "");
	rich_add(b, part ? part : "");
}

/* "Ada Example, The Lab's report, The Lab, 1 May 2026 [3]" */
static struct rich attribution_of(struct reading *r, const char *by, const struct source *s)
{
	struct rich_builder b = rich_new(r->arena);
	b.bold++;
	add_part(&b, by);
	b.bold--;
	add_part(&b, s->title);
	if (s->publisher && !str_eq(s->publisher, s->title) && !(by && str_eq(s->publisher, by)))
		add_part(&b, s->publisher);
	if (s->date.year)
		add_part(&b, words_date(r->arena, r->language, s->date));
	if (r->listed) { /* else it has just been named */
		rich_add(&b, "\u00a0");
		rich_add(&b, generate_source_mark(r, s));
	}
	return rich_done(&b);
}

static void check_length(struct fence *f, const char *key, const char *text, size_t most)
{
	if (text && utf8_count(text) > most)
		diag_add(f->r->diags, DIAG_ERROR, schema_place(&f->s, key), "shorten it",
		         "%s has %zu characters; at most %zu fit", key, utf8_count(text), most);
}

void fence_quote(struct fence *f)
{
	static const char *const keys[] = { "text", "source", "by" };
	struct reading *r = f->r;
	schema_keys(&f->s, keys, sizeof keys / sizeof *keys);
	const char *text = schema_text(&f->s, "text", REQUIRED), *id = schema_text(&f->s, "source", REQUIRED),
		   *by = schema_text(&f->s, "by", OPTIONAL);
	bool doubted = false;
	const struct source *source =
		id ? dataset_source(r->dataset, id, schema_place(&f->s, "source"), r->diags) : NULL;
	check_length(f, "text", text, QUOTATION_MAX);
	check_length(f, "by", by, PERSON_MAX);
	if (text && strstr(text, "{{"))
		diag_add(r->diags, DIAG_ERROR, schema_place(&f->s, "text"), "quote what the source says, word for word",
		         "a quotation cannot hold an expression");
	if (!text || !source)
		return;
	binding_cite_all(r, text, source);
	if (by)
		by = answer_text(r, by, schema_place(&f->s, "by"), NULL, &doubted);
	struct block *block = block_new(r->arena, BLOCK_QUOTATION, f->place),
		     *who = block_new(r->arena, BLOCK_PARAGRAPH, f->place);
	block->text = rich_plain(r->arena, words_fill(r->arena, r->language, WORD_QUOTATION, "text", text, NULL));
	who->text = attribution_of(r, by, source);
	block_add(r->arena, block, who);
	block_add(r->arena, f->into, block);
}
