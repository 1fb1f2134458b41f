/* Numbered steps, each with a first phrase that says what to do. */
#include "base/arena.h"
#include "brief/answer.h"
#include "brief/fence_parts.h"

enum { STEPS_MOST = 40 };

static struct block *read_one(struct fence *f, const struct value *item, int number)
{
	static const char *const keys[] = { "do", "text" };
	struct reading *r = f->r;
	struct schema s;
	bool doubted = false;
	if (!schema_open(&s, r->arena, r->diags, item, "step"))
		return NULL;
	schema_keys(&s, keys, sizeof keys / sizeof *keys);
	const char *phrase = schema_text(&s, "do", REQUIRED), *text = schema_text(&s, "text", OPTIONAL);
	struct rich_builder b = rich_new(r->arena);
	b.bold++;
	rich_add(&b, phrase ? answer_text(r, phrase, schema_place(&s, "do"), NULL, &doubted) : "");
	b.bold--;
	rich_add(&b, text ? " " : "");
	rich_add(&b, text ? answer_text(r, text, schema_place(&s, "text"), NULL, &doubted) : "");
	if (doubted)
		rich_doubt(&b, 0);
	struct block *step = block_new(r->arena, BLOCK_ITEM, item->place),
		     *words = block_new(r->arena, BLOCK_PARAGRAPH, item->place);
	step->number = number;
	words->text = rich_done(&b);
	block_add(r->arena, step, words);
	return phrase ? step : NULL;
}

void fence_steps(struct fence *f)
{
	struct reading *r = f->r;
	size_t n = f->content->count;
	struct block *list = block_new(r->arena, BLOCK_LIST, f->place);
	list->ordered = true;
	if (n > STEPS_MOST)
		diag_add(r->diags, DIAG_ERROR, f->place, "split it", "a steps block has room for %d steps", STEPS_MOST);
	else if (!n)
		diag_add(r->diags, DIAG_ERROR, f->place, "- {do: What first., text: And how.}",
		         "a steps block is empty");
	for (size_t i = 0; i < n && n <= STEPS_MOST; i++) {
		struct block *step = read_one(f, &f->content->items[i], (int)i + 1);
		if (step)
			block_add(r->arena, list, step);
	}
	if (!list->n_items)
		return;
	if (r->longest_list < (int)n)
		r->longest_list = (int)n;
	block_add(r->arena, f->into, list);
}
