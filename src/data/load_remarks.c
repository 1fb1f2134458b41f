/* What a dataset file says about the whole: title, date, trust, pins; the claims that others made, with the disputes
 * between them, and what their words are taken to mean. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

static const char *const claim_keys[] = { "id", "text", "source", "test", "tests", "note" };
static const char *const part_keys[] = { "of", "test" };
static const char *const convention_keys[] = { "id", "within", "side", "says" };
static const char *const matter_keys[] = { "id", "about", "claims", "note" };
static const char *const pin_keys[] = { "model", "variant", "benchmark", "source", "note" };

static const struct source *named_source(struct build *b, const struct schema *s, enum need need)
{
	const char *name = schema_text(s, "source", need);
	return name ? dataset_source(b->d, name, schema_place(s, "source"), b->diags) : NULL;
}

static void load_part(struct build *b, const struct value *item, struct claim_part *part)
{
	struct schema s;
	*part = (struct claim_part){ .place = item->place };
	if (!schema_open(&s, b->arena, b->diags, item, "part of a claim"))
		return;
	schema_keys(&s, part_keys, sizeof part_keys / sizeof *part_keys);
	part->of = schema_text(&s, "of", REQUIRED);
	part->test = schema_text(&s, "test", REQUIRED);
}

/* "test: expression" is one part without a name, "tests: [{of, test}, ...]" are several with one. */
static void load_parts(struct build *b, const struct schema *s, struct claim *claim)
{
	const char *test = schema_text(s, "test", OPTIONAL);
	const struct value *list = schema_list(s, "tests");
	if (list && (test || list->count < 2))
		diag_add(b->diags, DIAG_ERROR, list->place,
		         "write test: an expression, or tests: a list of at least two, {of: what, test: expression}",
		         test ? "a claim has a test or tests, not both" : "a claim with tests has at least two");
	claim->n_parts = list ? list->count : test != NULL;
	struct claim_part *parts = arena_alloc(b->arena, claim->n_parts, sizeof *parts);
	claim->parts = parts;
	if (test && !list)
		parts[0] = (struct claim_part){ .test = test, .place = claim->place };
	for (size_t i = 0; list && i < list->count; i++)
		load_part(b, &list->items[i], &parts[i]);
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
		                 .source = named_source(b, &s, OPTIONAL),
		                 .note = schema_text(&s, "note", OPTIONAL),
		                 .place = item->place,
		                 .index = d->n_claims };
	load_parts(b, &s, claim);
	if (!claim->id || !claim->text)
		return;
	if (!claim->n_parts && !claim->note)
		diag_add(b->diags, DIAG_ERROR, item->place, "write test: an expression, or note: why there can be none",
		         "the claim \"%s\" has neither a test nor a note", claim->id);
	const struct claim *other = map_put(&b->claims, claim->id, claim);
	if (other != claim)
		diag_add(b->diags, DIAG_ERROR, schema_place(&s, "id"), "give one of them another id",
		         "another claim has the id \"%s\"%s", claim->id, build_where(b->arena, other->place));
	d->claims = arena_grow(b->arena, d->claims, &b->claims_room, d->n_claims, sizeof(*d->claims));
	d->claims[d->n_claims++] = claim;
}

static bool has_convention(const struct dataset *d, const char *id)
{
	for (size_t i = 0; i < d->n_conventions; i++)
		if (str_eq(d->conventions[i].id, id))
			return true;
	return false;
}

static void load_convention(struct build *b, const struct value *item)
{
	static const char *const sides[] = { "either", "below", "above" };
	struct schema s;
	struct dataset *d = b->d;
	struct quantity within = { 0 };
	int side = SIDE_EITHER;
	bool percent = false;
	if (!schema_open(&s, b->arena, b->diags, item, "convention"))
		return;
	schema_keys(&s, convention_keys, sizeof convention_keys / sizeof *convention_keys);
	const char *id = schema_id(&s);
	bool given = schema_quantity(&s, "within", &within, &percent);
	schema_word(&s, "side", OPTIONAL, sides, sizeof sides / sizeof *sides, &side);
	double share = percent ? within.number / 100 : within.number;
	if (!schema_at(&s, "within") || (given && !(share > 0 && share <= 1)))
		schema_wrong(&s, "within", "write within: 0.1, or 10%", "a share above 0, up to 1");
	else if (id && has_convention(d, id))
		diag_add(b->diags, DIAG_ERROR, schema_place(&s, "id"), "keep one of them",
		         "another convention has the id \"%s\"", id);
	else if (id && given) {
		d->conventions = arena_grow(b->arena, d->conventions, &b->conventions_room, d->n_conventions,
		                            sizeof *d->conventions);
		d->conventions[d->n_conventions++] =
			(struct convention){ id, share, (enum convention_side)side, schema_text(&s, "says", OPTIONAL),
			                     item->place };
	}
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
	load_subject(b, root);
	const struct value *claims = schema_list(&file, "claims"), *pins = schema_list(&file, "pins");
	const struct value *conventions = schema_list(&file, "conventions");
	for (size_t i = 0; conventions && i < conventions->count; i++)
		load_convention(b, &conventions->items[i]);
	for (size_t i = 0; claims && i < claims->count; i++)
		load_claim(b, &claims->items[i]);
	for (size_t i = 0; pins && i < pins->count; i++)
		load_pin(b, &pins->items[i]);
}

static const struct claim *named_claim(struct build *b, const struct value *item)
{
	struct nearest nearest = nearest_to(item->text);
	const struct claim *claim = map_find(&b->claims, item->text);
	for (size_t i = 0; i < b->d->n_claims && !claim; i++)
		nearest_offer(&nearest, b->d->claims[i]->id);
	if (!claim)
		diag_add(b->diags, DIAG_ERROR, item->place, nearest_hint(b->arena, &nearest, NULL),
		         "no claim is called \"%s\"", item->text);
	return claim;
}

static bool has_claim(const struct matter *matter, const struct claim *claim)
{
	for (size_t i = 0; i < matter->n_claims; i++)
		if (matter->claims[i] == claim)
			return true;
	return false;
}

/* Its claims, each of them once. */
static void load_sides(struct build *b, const struct schema *s, struct matter *matter)
{
	const struct value *list = schema_list(s, "claims");
	size_t n = list ? list->count : 0;
	matter->claims = arena_alloc(b->arena, n, sizeof(*matter->claims));
	for (size_t i = 0; i < n; i++) {
		const struct value *item = &list->items[i];
		if (item->kind != VALUE_STRING && item->kind != VALUE_NUMBER) {
			diag_add(b->diags, DIAG_ERROR, item->place, NULL,
			         "claims must list ids of claims, but this is %s", value_kind_word(item->kind));
			continue;
		}
		const struct claim *claim = named_claim(b, item);
		if (claim && has_claim(matter, claim))
			diag_add(b->diags, DIAG_ERROR, item->place, "name each claim once",
			         "this %s names the claim \"%s\" more than once", s->what, claim->id);
		else if (claim)
			matter->claims[matter->n_claims++] = claim;
	}
}

static void check_sides(struct build *b, const struct schema *s)
{
	const struct value *list = schema_at(s, "claims");
	if (!list || (list->kind == VALUE_LIST && list->count < 2))
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "claims"),
		         "write claims: [one, another], with the ids of claims", "a dispute needs at least two claims");
}

struct matters { /* those of a kind */
	const char *what, *key;
	struct map *by_id;
	struct matter ***items;
	size_t *count, *room;
};

static void load_matter(struct build *b, const struct matters *all, const struct value *item)
{
	struct schema s;
	if (!schema_open(&s, b->arena, b->diags, item, all->what))
		return;
	schema_keys(&s, matter_keys, sizeof matter_keys / sizeof *matter_keys);
	struct matter *matter = arena_alloc(b->arena, 1, sizeof *matter);
	*matter = (struct matter){ .id = schema_id(&s),
		                   .about = schema_text(&s, "about", REQUIRED),
		                   .note = schema_text(&s, "note", OPTIONAL),
		                   .place = item->place,
		                   .index = *all->count };
	load_sides(b, &s, matter);
	if (all->by_id == &b->disputes)
		check_sides(b, &s);
	if (!matter->id || !matter->about)
		return;
	const struct matter *other = map_put(all->by_id, matter->id, matter);
	if (other != matter)
		diag_add(b->diags, DIAG_ERROR, schema_place(&s, "id"), "give one of them another id",
		         "another %s has the id \"%s\"%s", all->what, matter->id, build_where(b->arena, other->place));
	*all->items = arena_grow(b->arena, *all->items, all->room, *all->count, sizeof(**all->items));
	(*all->items)[(*all->count)++] = matter;
}

void load_matters(struct build *b, const struct value *root)
{
	struct schema file = { b->arena, b->diags, root, "dataset" };
	struct dataset *d = b->d;
	const struct matters all[] = {
		{ "dispute", "disputes", &b->disputes, &d->disputes, &d->n_disputes, &b->disputes_room },
		{ "question", "questions", &b->questions, &d->questions, &d->n_questions, &b->questions_room },
	};
	for (size_t k = 0; k < sizeof all / sizeof *all; k++) {
		const struct value *list = schema_list(&file, all[k].key);
		for (size_t i = 0; list && i < list->count; i++)
			load_matter(b, &all[k], &list->items[i]);
	}
}
