/* What a dataset file says about the whole: title, date, trust, pins; and the claims that others made. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"

static const char *const claim_keys[] = { "id", "text", "source", "test", "note" };
static const char *const pin_keys[] = { "model", "variant", "benchmark", "source", "note" };

static const struct source *named_source(struct build *b, const struct schema *s, enum need need)
{
	const char *name = schema_text(s, "source", need);
	return name ? dataset_source(b->d, name, schema_place(s, "source"), b->diags) : NULL;
}

static void load_claim(struct build *b, const struct value *item)
{
	struct schema s;
	struct dataset *d = b->d;
	if (!schema_open(&s, b->arena, b->diags, item, "claim"))
		return;
	schema_keys(&s, claim_keys, sizeof claim_keys / sizeof *claim_keys);
	struct claim *claim = arena_alloc(b->arena, 1, sizeof *claim);
	*claim = (struct claim){ .id = schema_id(&s),
		                 .text = schema_text(&s, "text", REQUIRED),
		                 .test = schema_text(&s, "test", OPTIONAL),
		                 .source = named_source(b, &s, OPTIONAL),
		                 .note = schema_text(&s, "note", OPTIONAL),
		                 .place = item->place,
		                 .index = d->n_claims };
	if (!claim->id || !claim->text)
		return;
	if (!claim->test && !claim->note)
		diag_add(b->diags, DIAG_ERROR, item->place, "write test: an expression, or note: why there can be none",
		         "the claim \"%s\" has neither a test nor a note", claim->id);
	const struct claim *other = map_put(&b->claims, claim->id, claim);
	if (other != claim)
		diag_add(b->diags, DIAG_ERROR, schema_place(&s, "id"), "give one of them another id",
		         "another claim has the id \"%s\"%s", claim->id, build_where(b->arena, other->place));
	d->claims = arena_grow(b->arena, d->claims, &b->claims_room, d->n_claims, sizeof(*d->claims));
	d->claims[d->n_claims++] = claim;
}

static void load_pin(struct build *b, const struct value *item)
{
	struct schema s;
	struct dataset *d = b->d;
	if (!schema_open(&s, b->arena, b->diags, item, "pin"))
		return;
	schema_keys(&s, pin_keys, sizeof pin_keys / sizeof *pin_keys);
	const char *name = schema_text(&s, "model", REQUIRED), *variant = schema_text(&s, "variant", OPTIONAL);
	const char *benchmark = schema_text(&s, "benchmark", REQUIRED);
	struct pin pin = { .place = item->place, .note = schema_text(&s, "note", OPTIONAL) };
	pin.source = named_source(b, &s, REQUIRED);
	if (name && variant)
		name = arena_printf(b->arena, "%s@%s", name, variant);
	if (name)
		pin.variant = dataset_variant(d, name, schema_place(&s, "model"), b->diags);
	if (benchmark)
		pin.benchmark = dataset_benchmark(d, benchmark, schema_place(&s, "benchmark"), b->diags);
	if (!pin.variant || !pin.benchmark || !pin.source)
		return;
	d->pins = arena_grow(b->arena, d->pins, &b->pins_room, d->n_pins, sizeof *d->pins);
	d->pins[d->n_pins++] = pin;
}

static void load_trust(struct build *b, const struct schema *file)
{
	struct dataset *d = b->d;
	const struct value *list = schema_list(file, "trust");
	if (d->n_trust || !list || !list->count)
		return;
	d->trust = arena_alloc(b->arena, list->count, sizeof(*d->trust));
	bool *seen = arena_alloc(b->arena, d->n_sources + 1, sizeof *seen);
	for (size_t i = 0; i < list->count; i++) {
		const struct value *item = &list->items[i];
		if (item->kind != VALUE_STRING && item->kind != VALUE_NUMBER) {
			diag_add(b->diags, DIAG_ERROR, item->place, NULL,
			         "trust must list ids of sources, but this is %s", value_kind_word(item->kind));
			continue;
		}
		const struct source *source = dataset_source(d, item->text, item->place, b->diags);
		if (source && seen[source->index])
			diag_add(b->diags, DIAG_ERROR, item->place, "name each source once",
			         "trust names \"%s\" more than once", source->id);
		else if (source)
			d->trust[d->n_trust++] = source;
		if (source)
			seen[source->index] = true;
	}
}

void load_remarks(struct build *b, const struct value *root)
{
	struct schema file = { b->arena, b->diags, root, "dataset" };
	struct dataset *d = b->d;
	const char *title = schema_text(&file, "title", OPTIONAL), *note = schema_text(&file, "note", OPTIONAL);
	struct date date = schema_date(&file, "date");
	if (!d->title)
		d->title = title;
	if (!d->note)
		d->note = note;
	if (!d->date.year)
		d->date = date;
	load_trust(b, &file);
	const struct value *claims = schema_list(&file, "claims"), *pins = schema_list(&file, "pins");
	for (size_t i = 0; claims && i < claims->count; i++)
		load_claim(b, &claims->items[i]);
	for (size_t i = 0; pins && i < pins->count; i++)
		load_pin(b, &pins->items[i]);
}
