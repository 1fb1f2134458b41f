/* A dataset file's own units: "units: [{name: pages/s, base: …}]". */
#include "data/build.h"

#include "base/arena.h"

#include <math.h>

static const char *const unit_keys[] = { "name", "one", "aliases", "sign", "side", "base", "scale", "zero", "better" };
static const char *const sides[] = { "after", "before" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* Reports a name that a unit already has. */
static void check_free(struct build *b, const char *name, struct place place)
{
	const struct unit *other = dataset_unit(b->d, name, place, NULL);
	if (other)
		diag_add(b->diags, DIAG_ERROR, place, "choose another name, or use the unit that is there",
		         "the name \"%s\" already refers to %s \"%s\"%s", name,
		         other->place.file ? "the unit" : "the built-in unit", other->name,
		         build_where(b->arena, other->place));
}

static const char *const *load_aliases(struct build *b, const struct schema *s)
{
	struct names names = schema_names(s, "aliases");
	const char **aliases = arena_alloc(b->arena, names.count + 1, sizeof *aliases); /* ends in NULL */
	for (size_t i = 0; i < names.count; i++) {
		aliases[i] = names.items[i];
		check_free(b, aliases[i], schema_place(s, "aliases"));
	}
	return names.count ? aliases : NULL;
}

/* "base: seconds, scale: 86400": one of it in another unit, whose kind, zero and direction it takes over. */
static void load_base(struct build *b, const struct schema *s, struct unit *unit)
{
	const char *name = schema_text(s, "base", OPTIONAL);
	struct quantity scale = { .number = 1 };
	bool scaled = schema_quantity(s, "scale", &scale, NULL);
	if (scaled && scale.number <= 0)
		schema_wrong(s, "scale", "say how many of the base one of it is: scale: 0.001", "a positive number");
	if (!name && scaled)
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "scale"), "name the unit it is a multiple of with base",
		         "a scale needs a base");
	if (name && !scaled && !schema_at(s, "scale"))
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "base"),
		         "say how many of the base one of it is: scale: 0.001", "a base needs a scale");
	const struct unit *base = name ? dataset_unit(b->d, name, schema_place(s, "base"), b->diags) : NULL;
	if (!base)
		return;
	if (base->kind == UNIT_SCALE)
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "base"), "leave base and scale out",
		         "%s mean something else on every benchmark, so no unit is a multiple of them", base->name);
	unit->kind = base->kind;
	unit->base = base->base;
	unit->scale = base->scale * scale.number;
	if (scaled && scale.number > 0 && !isnormal(unit->scale))
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "scale"), "choose a base closer to its size",
		         "%s %s is out of range", scale.text, base->name);
	unit->zero = base->zero;
	unit->direction = base->direction;
}

static void add_unit(struct build *b, struct unit *unit)
{
	struct dataset *d = b->d;
	d->units = arena_grow(b->arena, d->units, &b->units_room, d->n_units, sizeof(*d->units));
	d->units[d->n_units++] = unit;
}

/* An amount of its own kind: what nobody knows more of. */
static struct unit *new_unit(struct build *b, const char *name, struct place place)
{
	struct unit *unit = arena_alloc(b->arena, 1, sizeof *unit);
	*unit = (struct unit){ .name = name,
		               .kind = UNIT_AMOUNT,
		               .base = name,
		               .scale = 1,
		               .zero = true,
		               .direction = DIRECTION_UNKNOWN,
		               .place = place };
	return unit;
}

const struct unit *load_unit_called(struct build *b, const char *name, struct place place)
{
	if (!dataset_unit_is_new(b->d, name))
		return dataset_unit(b->d, name, place, b->diags);
	add_unit(b, new_unit(b, arena_strdup(b->arena, name), place));
	diag_add(b->diags, DIAG_NOTE, place, "declare it under units to say more",
	         "the unit \"%s\" is new: it prints as it stands", name);
	return b->d->units[b->d->n_units - 1];
}

static void load_unit(struct build *b, const struct value *item)
{
	struct schema s;
	if (!schema_open(&s, b->arena, b->diags, item, "unit"))
		return;
	schema_keys(&s, unit_keys, COUNT(unit_keys));
	const char *name = schema_text(&s, "name", REQUIRED);
	if (!name)
		return;
	check_free(b, name, schema_place(&s, "name"));
	struct unit *unit = new_unit(b, name, item->place);
	unit->one = schema_text(&s, "one", OPTIONAL);
	unit->aliases = load_aliases(b, &s);
	unit->sign = schema_text(&s, "sign", OPTIONAL);
	int side = UNIT_AFTER, better;
	load_base(b, &s, unit);
	if (schema_word(&s, "side", OPTIONAL, sides, COUNT(sides), &side) && !unit->sign)
		diag_add(b->diags, DIAG_ERROR, schema_place(&s, "side"), "give the sign, or leave side out",
		         "a side needs a sign");
	unit->side = (enum unit_side)side;
	unit->zero = schema_bool(&s, "zero", unit->zero);
	if (schema_word(&s, "better", OPTIONAL, direction_words, DIRECTIONS, &better))
		unit->direction = (enum direction)better;
	add_unit(b, unit);
}

void load_units(struct build *b, const struct value *root)
{
	struct schema file = { b->arena, b->diags, root, "dataset" };
	const struct value *list = schema_list(&file, "units");
	for (size_t i = 0; list && i < list->count; i++)
		load_unit(b, &list->items[i]);
}
