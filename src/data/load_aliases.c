/* Which names of a model are one: "aliases: {gpt-5: [GPT 5, openai/gpt-5]}". They hold for all files of a load, so they
 * are known before anything is named; afterwards the models are found by them. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

#include <string.h>

struct alias {
	const char *name, *canonical; /* as written */
	struct place place;
};

static bool is_name(struct build *b, const char *text, struct place place)
{
	bool fine = *dataset_fold(b->scratch, text) && !strchr(text, '@');
	if (!fine)
		diag_add(b->diags, DIAG_ERROR, place, "name a model, not a variant",
		         "\"%s\" is not the name of a model", text);
	return fine;
}

static void add(struct build *b, const char *canonical, const struct value *item)
{
	if (item->kind != VALUE_STRING && item->kind != VALUE_NUMBER) {
		diag_add(b->diags, DIAG_ERROR, item->place, "write canonical: [other name, another name]",
		         "an alias is a name, but this is %s", value_kind_word(item->kind));
		return;
	}
	char *key = dataset_fold(b->scratch, item->text);
	if (!is_name(b, item->text, item->place) || str_eq(key, dataset_fold(b->scratch, canonical)))
		return;
	struct alias *alias = arena_alloc(b->scratch, 1, sizeof *alias);
	*alias = (struct alias){ arena_strdup(b->arena, item->text), canonical, item->place };
	const struct alias *known = map_put(&b->aliases, key, alias);
	if (known == alias) {
		b->alias_list =
			arena_grow(b->scratch, b->alias_list, &b->aliases_room, b->n_aliases, sizeof *b->alias_list);
		b->alias_list[b->n_aliases++] = alias;
	} else if (!str_eq(dataset_fold(b->scratch, known->canonical), dataset_fold(b->scratch, canonical))) {
		diag_add(b->diags, DIAG_ERROR, item->place, "keep one of the two",
		         "\"%s\" is an alias of \"%s\" and of \"%s\"", item->text, known->canonical, canonical);
	}
}

void load_joined_names(struct build *b, const struct value *root)
{
	const struct value *map = value_at(root, "aliases");
	if (!map || map->kind == VALUE_MISSING)
		return;
	if (map->kind != VALUE_MAP) {
		diag_add(b->diags, DIAG_ERROR, map->place, "write aliases: {canonical: [other name, another name]}",
		         "aliases must be a map, but this is %s", value_kind_word(map->kind));
		return;
	}
	for (size_t i = 0; i < map->count; i++) {
		const struct value *others = &map->items[i];
		const char *canonical = arena_strdup(b->arena, map->keys[i].text);
		bool list = others->kind == VALUE_LIST;
		if (!is_name(b, canonical, others->place))
			continue;
		for (size_t k = 0; k < (list ? others->count : 1); k++)
			add(b, canonical, list ? &others->items[k] : others);
	}
}

/* A name that others stand for stands for none itself, whichever file says so. */
static void check_chains(struct build *b)
{
	for (size_t i = 0; i < b->n_aliases; i++) {
		const struct alias *alias = b->alias_list[i];
		const struct alias *further = map_find(&b->aliases, dataset_fold(b->scratch, alias->canonical));
		if (further && further != alias)
			diag_add(b->diags, DIAG_ERROR, alias->place, "list all names under the one that stays",
			         "\"%s\" is itself an alias, of \"%s\"", alias->canonical, further->canonical);
	}
}

const char *build_canonical(struct build *b, const char *name)
{
	char usual[256];
	size_t n = strlen(name);
	if (!b->n_aliases)
		return name;
	if (n < sizeof usual)
		dataset_fold_into(usual, name, n);
	const struct alias *alias = map_find(&b->aliases, n < sizeof usual ? usual : dataset_fold(b->scratch, name));
	return alias ? alias->canonical : name;
}

static void keep(struct build *b, struct model *model, const char *name)
{
	const struct model_more *known = model->own->more;
	struct model_more *more = build_model_more(b, model, known->place);
	*more = *known;
	more->aliases.items = arena_alloc(b->arena, known->aliases.count + 1, sizeof *more->aliases.items);
	for (size_t i = 0; i < known->aliases.count; i++)
		more->aliases.items[i] = known->aliases.items[i];
	more->aliases.items[more->aliases.count++] = name;
}

/* More names of it, whatever they stand for elsewhere: its own. */
static void join(struct build *b, const char *canonical, const struct value *name)
{
	if (!name || (name->kind != VALUE_STRING && name->kind != VALUE_NUMBER))
		return;
	struct alias *alias = arena_alloc(b->scratch, 1, sizeof *alias);
	*alias = (struct alias){ arena_strdup(b->arena, name->text), canonical, name->place };
	b->alias_list = arena_grow(b->scratch, b->alias_list, &b->aliases_room, b->n_aliases, sizeof *b->alias_list);
	b->alias_list[b->n_aliases++] = alias;
}

bool build_join(struct build *b, const struct value *model)
{
	const struct value *own[] = { value_at(model, "id"), value_at(model, "name") },
			   *aliases = value_at(model, "aliases"), *variants = value_at(model, "variants");
	const char *canonical = NULL;
	for (size_t i = 0; i < 2 && !canonical; i++)
		if (own[i] && own[i]->text && build_canonical(b, own[i]->text) != own[i]->text)
			canonical = build_canonical(b, own[i]->text);
	if (!canonical)
		return false;
	for (size_t i = 0; i < 2; i++)
		join(b, canonical, own[i]);
	for (size_t i = 0; aliases && aliases->kind == VALUE_LIST && i < aliases->count; i++)
		join(b, canonical, &aliases->items[i]);
	if (variants)
		diag_add(b->diags, DIAG_ERROR, variants->place, "declare them under the model that stays",
		         "a model that is one with \"%s\" cannot have variants of its own", canonical);
	return true;
}

void load_alias_names(struct build *b)
{
	check_chains(b);
	for (size_t i = 0; i < b->n_aliases; i++) {
		const struct alias *alias = b->alias_list[i];
		const struct model *model =
			dataset_model(b->d, alias->canonical, alias->place, b->declares[NAME_MODEL] ? b->diags : NULL);
		if (!model && !b->declares[NAME_MODEL])
			diag_add(b->diags, DIAG_WARNING, alias->place, "benchbrief names lists what would join",
			         "neither \"%s\" nor \"%s\" is in the data", alias->canonical, alias->name);
		if (!model || dataset_model(b->d, alias->name, alias->place, NULL) == model)
			continue;
		struct model *own = build_model_at(b, model->index);
		build_name(b, NAME_MODEL, alias->name, own, alias->place);
		keep(b, own, alias->name);
	}
}
