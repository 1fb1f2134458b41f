#include "brief/numbers.h"

#include "base/arena.h"
#include "base/str.h"
#include "brief/answer.h"
#include "data/schema.h"

#include <string.h>

enum { NUMBER_RUNES_MAX = 30 };

const struct numbers_room numbers_of_cover = { "number on the cover", "a cover", 0, 4, 80, false };
const struct numbers_room numbers_of_block = { "large number", "a numbers block", 2, 5, 120, true };

static void check_lengths(struct reading *r, const struct large_number *n, struct place place,
                          const struct numbers_room *room)
{
	if (utf8_count(n->value) > NUMBER_RUNES_MAX || utf8_count(n->words) > room->words_most)
		diag_add(r->diags, DIAG_ERROR, place, "shorten it",
		         "a %s may have at most %d characters, and its words %zu", room->what, NUMBER_RUNES_MAX,
		         room->words_most);
}

static bool read_one(struct reading *r, const struct value *item, const struct numbers_room *room,
                     struct large_number *out)
{
	static const char *const keys[] = { "value", "words" };
	struct schema s;
	if (!schema_open(&s, r->arena, r->diags, item, room->what))
		return false;
	schema_keys(&s, keys, 2);
	const char *value = schema_text(&s, "value", REQUIRED), *words = schema_text(&s, "words", REQUIRED);
	if (!value || !words)
		return false;
	struct place place = schema_place(&s, "value");
	size_t errors = diags_count(r->diags, DIAG_ERROR);
	struct rich_builder b = answer_title(r, value, place, NULL, &out->doubted);
	bool sound = diags_count(r->diags, DIAG_ERROR) == errors;
	out->place = place;
	out->value = b.text.s;
	out->words = answer_text(r, words, schema_place(&s, "words"), NULL, &out->doubted);
	if (room->asked && !b.n_answers && !strstr(value, "{{"))
		diag_add(r->diags, DIAG_ERROR, place, "ask the data: \"{{ value('model', 'benchmark') }}\"",
		         "\"%s\" is not an expression", value);
	else if (sound && b.n_answers && !out->value[strspn(out->value, " ")])
		diag_add(r->diags, DIAG_ERROR, place, "ask for something that has a value", "a %s prints nothing",
		         room->what);
	check_lengths(r, out, place, room);
	return true;
}

struct block_numbers numbers_read(struct reading *r, const struct value *list, const struct numbers_room *room)
{
	struct large_number *items = arena_alloc(r->arena, list->count + 1, sizeof *items);
	struct block_numbers out = { items, 0 };
	for (size_t i = 0; i < list->count; i++)
		out.count += read_one(r, &list->items[i], room, &items[out.count]);
	if (list->count > room->most)
		diag_add(r->diags, DIAG_ERROR, list->place, "choose those that matter most",
		         "%s has room for %zu numbers", room->where, room->most);
	else if (list->count < room->least)
		diag_add(r->diags, DIAG_ERROR, list->place, "add another, or write it as a sentence",
		         "%s takes %zu numbers or more", room->where, room->least);
	return out;
}
