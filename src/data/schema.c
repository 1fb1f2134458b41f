#include "data/schema.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"

#include <string.h>

static const char *article(const char *noun)
{
	return strchr("aeio", noun[0]) ? "an" : "a";
}

bool schema_open(struct schema *s, struct arena *arena, struct diags *diags, const struct value *value,
                 const char *what)
{
	*s = (struct schema){ arena, diags, value, what };
	if (value->kind == VALUE_MAP)
		return true;
	diag_add(diags, DIAG_ERROR, value->place, "write its keys and values", "%s %s must be a map, but this is %s",
	         article(s->what), what, value_kind_word(value->kind));
	return false;
}

static bool known_key(const char *key, const char *const *known, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(key, known[i]))
			return true;
	return false;
}

static const char *keys_listed(struct arena *arena, const char *const *known, size_t count)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "known here: ");
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&b, "%s%s", i ? ", " : "", known[i]);
	return b.s;
}

void schema_keys(const struct schema *s, const char *const *known, size_t count)
{
	for (size_t i = 0; i < s->map->count; i++) {
		const struct value *key = &s->map->keys[i];
		if (known_key(key->text, known, count))
			continue;
		const char *hint = nearest_word(s->arena, key->text, known, count, NULL);
		diag_add(s->diags, DIAG_ERROR, key->place, hint ? hint : keys_listed(s->arena, known, count),
		         "%s %s has no key \"%s\"", article(s->what), s->what, key->text);
	}
}

const struct value *schema_at(const struct schema *s, const char *key)
{
	const struct value *value = value_at(s->map, key);
	return value && value->kind != VALUE_MISSING ? value : NULL;
}

struct place schema_place(const struct schema *s, const char *key)
{
	const struct value *value = value_at(s->map, key);
	return value ? value->place : s->map->place;
}

void schema_wrong(const struct schema *s, const char *key, const char *hint, const char *wanted)
{
	const struct value *value = value_at(s->map, key);
	if (value && value->text)
		diag_add(s->diags, DIAG_ERROR, value->place, hint, "%s must be %s, but this is \"%s\"", key, wanted,
		         value->text);
	else
		diag_add(s->diags, DIAG_ERROR, schema_place(s, key), hint, "%s must be %s, but this is %s", key, wanted,
		         value ? value_kind_word(value->kind) : "missing");
}

static const struct value *needed(const struct schema *s, const char *key, enum need need)
{
	const struct value *value = schema_at(s, key);
	if (!value && need == REQUIRED)
		diag_add(s->diags, DIAG_ERROR, s->map->place, NULL, "this %s has no \"%s\"", s->what, key);
	return value;
}

static bool blank(const char *text)
{
	return text[strspn(text, " \t\n\r")] == '\0';
}

const char *schema_text(const struct schema *s, const char *key, enum need need)
{
	const struct value *value = needed(s, key, need);
	if (!value)
		return NULL;
	if (value->kind != VALUE_STRING && value->kind != VALUE_NUMBER) {
		schema_wrong(s, key, "put it in quotes if it is meant as text", "text");
		return NULL;
	}
	if (!blank(value->text))
		return value->text;
	if (need == REQUIRED)
		diag_add(s->diags, DIAG_ERROR, value->place, NULL, "this %s has an empty \"%s\"", s->what, key);
	return NULL;
}

const char *schema_id(const struct schema *s)
{
	const char *id = schema_text(s, "id", REQUIRED);
	for (const char *p = id; p && *p; p++) {
		bool fine = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || strchr("._-", *p) || *p & 0x80;
		if (fine)
			continue;
		schema_wrong(s, "id", arena_printf(s->arena, "write %s", dataset_slug(s->arena, id)),
		             "lower-case letters, digits, '.', '_' and '-' only");
		break; /* used all the same, so that what refers to it is not wrong too */
	}
	return id;
}

bool schema_word(const struct schema *s, const char *key, enum need need, const char *const *words, size_t count,
                 int *index)
{
	const struct value *value = needed(s, key, need);
	if (!value)
		return false;
	const char *folded = value->text ? dataset_fold(s->arena, value->text) : "";
	for (size_t i = 0; i < count; i++)
		if (str_eq(folded, dataset_fold(s->arena, words[i]))) {
			*index = (int)i;
			return true;
		}
	struct strbuf wanted = strbuf_new(s->arena);
	strbuf_add(&wanted, "one of ");
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&wanted, "%s%s", i ? ", " : "", words[i]);
	schema_wrong(s, key, value->text ? nearest_word(s->arena, folded, words, count, NULL) : NULL, wanted.s);
	return false;
}

bool schema_bool(const struct schema *s, const char *key, bool otherwise)
{
	const struct value *value = schema_at(s, key);
	if (!value)
		return otherwise;
	if (value->kind == VALUE_BOOL)
		return value->boolean;
	if (str_eq(value->text, "true") || str_eq(value->text, "false")) /* a cell of a table knows no booleans */
		return *value->text == 't';
	schema_wrong(s, key, NULL, "true or false");
	return otherwise;
}

struct date schema_date(const struct schema *s, const char *key)
{
	struct date date = { 0 };
	const struct value *value = schema_at(s, key);
	if (!value || (value->text && blank(value->text)))
		return date;
	if (!value->text || !date_parse(value->text, &date))
		schema_wrong(s, key, "write 2026-04-08, 2026-04 or 2026", "a date");
	else if (!date_is_plausible(date))
		schema_wrong(s, key, "correct the year", "a date of the years from 1950 to 2099");
	return date;
}

struct names schema_names(const struct schema *s, const char *key)
{
	struct names names = { 0 };
	const struct value *list = schema_at(s, key);
	if (list && list->kind == VALUE_STRING) {
		schema_wrong(s, key, arena_printf(s->arena, "write %s: [%s]", key, list->text), "a list");
		return names;
	}
	list = schema_list(s, key);
	if (!list || !list->count)
		return names;
	names.items = arena_alloc(s->arena, list->count, sizeof *names.items);
	for (size_t i = 0; i < list->count; i++) {
		const struct value *item = &list->items[i];
		if ((item->kind == VALUE_STRING || item->kind == VALUE_NUMBER) && !blank(item->text))
			names.items[names.count++] = item->text;
		else if (item->kind != VALUE_MISSING)
			diag_add(s->diags, DIAG_ERROR, item->place, NULL, "%s must list names, but this is %s", key,
			         item->text && blank(item->text) ? "empty" : value_kind_word(item->kind));
	}
	return names;
}

const struct value *schema_list(const struct schema *s, const char *key)
{
	const struct value *list = schema_at(s, key);
	if (!list || list->kind == VALUE_LIST)
		return list;
	schema_wrong(s, key, NULL, "a list");
	return NULL;
}

bool schema_value_quantity(const struct schema *s, const struct value *value, struct quantity *quantity, bool *percent)
{
	bool signed_percent = false, found = false;
	double ordinary;
	if (value->kind == VALUE_NUMBER || value->kind == VALUE_STRING)
		found = quantity_parse(s->arena, value->text, quantity, &signed_percent);
	if (!found && value->kind == VALUE_NUMBER &&
	    !str_to_number(value->text, &ordinary)) { /* a spelling that only its reader knows, such as 0x10 */
		*quantity =
			(struct quantity){ .number = value->number, .text = quantity_plain(s->arena, value->number) };
		found = quantity_parse(s->arena, quantity->text, quantity, &signed_percent);
	}
	if (!found && value->text && str_overflows(value->text))
		diag_add(s->diags, DIAG_ERROR, value->place, "the largest is 1.79e308: write it in a larger unit",
		         "%s is too large", value->text);
	else if (!found)
		diag_add(s->diags, DIAG_ERROR, value->place, value->text ? quantity_remedy(value->text) : NULL,
		         "%s%s%s is not a number", value->text ? "\"" : "",
		         value->text ? value->text : value_kind_word(value->kind), value->text ? "\"" : "");
	if (found && signed_percent && !percent) {
		diag_add(s->diags, DIAG_ERROR, value->place, "write the number alone", "\"%s\" is a percentage here",
		         value->text);
		found = false;
	}
	if (percent)
		*percent = signed_percent;
	return found;
}

bool schema_quantity(const struct schema *s, const char *key, struct quantity *quantity, bool *percent)
{
	const struct value *value = schema_at(s, key);
	if (!value || (value->text && quantity_is_missing(s->arena, value->text)))
		return false;
	return schema_value_quantity(s, value, quantity, percent);
}
