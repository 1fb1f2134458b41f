#include "data/skeleton.h"

#include "base/str.h"
#include "data/skeleton_table.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

bool skeleton_is_plain(const char *name)
{
	for (; *name; name++)
		if ((unsigned char)*name >= 0x80)
			return false;
	return true;
}

static bool is_hidden(uint32_t rune)
{
	for (size_t i = 0; i < COUNT(skeleton_hidden) && rune >= skeleton_hidden[i][0]; i++)
		if (rune <= skeleton_hidden[i][1])
			return true;
	return false;
}

static const struct skeleton_entry *entry_of(uint32_t rune)
{
	size_t low = 0, high = COUNT(skeleton_entries);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct skeleton_entry *e = &skeleton_entries[middle];
		if (rune >= e->first && rune < e->first + e->count)
			return e;
		if (rune < e->first)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static uint32_t lower(uint32_t rune)
{
	return rune >= 'A' && rune <= 'Z' ? rune - 'A' + 'a' : rune;
}

char *skeleton_of(struct arena *arena, const char *name, bool canonical)
{
	struct strbuf b = strbuf_new(arena);
	while (*name) {
		uint32_t rune = utf8_next(&name);
		const struct skeleton_entry *e = entry_of(rune);
		if (is_hidden(rune))
			continue;
		if (!e || (canonical && !e->canonical)) {
			strbuf_add_rune(&b, lower(rune));
			continue;
		}
		strbuf_add_rune(&b, lower(e->to[0] + (rune - e->first)));
		for (size_t i = 1; i < COUNT(e->to) && e->to[i]; i++)
			strbuf_add_rune(&b, lower(e->to[i]));
	}
	return b.s;
}

uint32_t skeleton_difference(const char *a, const char *b)
{
	while (*a || *b) {
		uint32_t x = *a ? utf8_next(&a) : 0, y = *b ? utf8_next(&b) : 0;
		if (x != y)
			return x >= 0x80 ? x : y >= 0x80 ? y : 0;
	}
	return 0;
}
