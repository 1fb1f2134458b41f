/* Recommendations: for a use, a model, why, and what would change it. A claim stands for each: when the data no longer
 * bear it out, it does not hold. */
#include "base/arena.h"
#include "brief/answer.h"
#include "brief/binding.h"
#include "brief/fence_parts.h"
#include "data/selection.h"

static struct rich text_at(struct fence *f, const struct schema *s, const char *key, enum need need, bool *doubted)
{
	const char *text = schema_text(s, key, need);
	if (!text)
		return rich_plain(f->r->arena, "");
	struct rich_builder b = answer_title(f->r, text, schema_place(s, key), NULL, doubted);
	return rich_done(&b);
}

/* Of a model as such each of its variants speaks, of a variant it alone. */
static bool speaks_of(const struct variant *said, const struct variant *variant)
{
	return said == variant || (said->model == variant->model && variant == model_variant(variant->model, 0));
}

/* True if it asked for something of this model. */
static bool is_about(const struct fact *fact, const struct variant *variant)
{
	bool about = false;
	for (size_t i = 0; i < fact->n_subjects; i++)
		about |= speaks_of(fact->subjects[i], variant);
	for (size_t i = 0; i < fact->n_uses; i++)
		about |= speaks_of(fact->uses[i].variant, variant) && !fact->uses[i].rival;
	return about;
}

/* True if a value of the model that it asked for is its developer's own claim. */
static bool is_claimed(struct reading *r, const struct fact *fact, const struct model *model)
{
	for (size_t i = 0; i < fact->n_uses; i++) {
		const struct fact_use *use = &fact->uses[i];
		struct selections all = selections_of(r->arena, r->dataset, use->benchmark);
		size_t at = selections_find(&all, use->variant);
		if (use->variant->model == model && at < all.count && selection_is_claim(all.items[at]))
			return true;
	}
	return false;
}

/* What has to hold for it. */
static void read_claim(struct fence *f, const struct schema *s, const struct variant *variant,
                       struct recommendation *out)
{
	struct reading *r = f->r;
	const char *claim = schema_text(s, "claim", REQUIRED);
	if (!claim || !variant)
		return;
	struct place place = source_find(r->source, schema_place(s, "claim"), claim);
	struct answer_condition condition = answer_condition(r, claim, place);
	if (condition.known && !is_about(&condition.fact, variant))
		diag_add(r->diags, DIAG_ERROR, place,
		         arena_printf(r->arena, "compare: rank(\"%s\", \"benchmark\") == 1",
		                      variant_ref(r->arena, variant)),
		         "this claim says nothing about %s, which it recommends", variant_full_name(r->arena, variant));
	const char *what = arena_printf(r->arena, "%s: %s", out->use.text, out->model.text);
	out->doubted |= !answer_claim(r, what, &condition);
	out->claimed = condition.known && is_claimed(r, &condition.fact, variant->model);
}

static void read_one(struct fence *f, const struct value *item, struct recommendation *out)
{
	static const char *const keys[] = { "use", "model", "because", "unless", "claim" };
	struct schema s;
	if (!schema_open(&s, f->r->arena, f->r->diags, item, "recommendation"))
		return;
	schema_keys(&s, keys, sizeof keys / sizeof *keys);
	const char *model = schema_text(&s, "model", REQUIRED);
	const struct variant *variant =
		model ? dataset_variant(f->r->dataset, model, schema_place(&s, "model"), f->r->diags) : NULL;
	binding_mention(f->r, variant ? variant->model : NULL, NULL);
	out->use = text_at(f, &s, "use", REQUIRED, &out->doubted);
	out->model = rich_plain(f->r->arena, variant ? variant_full_name(f->r->arena, variant) : "");
	out->because = text_at(f, &s, "because", REQUIRED, &out->doubted);
	out->unless = text_at(f, &s, "unless", OPTIONAL, &out->doubted);
	read_claim(f, &s, variant, out);
}

void fence_recommend(struct fence *f)
{
	const struct value *content = f->content;
	bool list = content->kind == VALUE_LIST;
	size_t n = list ? content->count : 1;
	struct recommendation *items = arena_alloc(f->r->arena, n + 1, sizeof *items);
	struct block *block = block_new(f->r->arena, BLOCK_ADVICE, f->place);
	for (size_t i = 0; i < n; i++)
		read_one(f, list ? &content->items[i] : content, &items[i]);
	if (!n)
		diag_add(f->r->diags, DIAG_ERROR, f->place,
		         "write use:, model:, because: and claim:", "a recommend block is empty");
	block->advice = (struct block_advice){ items, n };
	block_add(f->r->arena, f->into, block);
}
