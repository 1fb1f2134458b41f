#include "base/sort.h"

#include "base/arena.h"

#include <string.h>

static void sort_few(struct sort_item *items, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct sort_item item = items[i];
		size_t k = i;
		for (; k && items[k - 1].key > item.key; k--)
			items[k] = items[k - 1];
		items[k] = item;
	}
}

/* Puts the items into buckets by one byte of their keys, in place. ends: of each bucket. */
static void part(struct sort_item *items, size_t n, int shift, size_t ends[256])
{
	size_t next[256] = { 0 };
	for (size_t i = 0; i < n; i++)
		next[items[i].key >> shift & 0xff]++;
	for (size_t b = 0, start = 0; b < 256; b++) {
		ends[b] = start + next[b];
		next[b] = start;
		start = ends[b];
	}
	for (size_t b = 0; b < 256; b++)
		while (next[b] < ends[b]) {
			struct sort_item item = items[next[b]];
			for (size_t to; (to = item.key >> shift & 0xff) != b;) {
				struct sort_item other = items[next[to]];
				items[next[to]++] = item;
				item = other;
			}
			items[next[b]++] = item;
		}
}

void sort_items(struct sort_item *items, size_t n)
{
	enum { FEW = 24 };
	size_t ends[256];
	uint64_t differ = 0;
	int shift = 0;
	for (size_t i = 1; i < n; i++)
		differ |= items[i].key ^ items[0].key;
	while (differ >> shift > 0xff)
		shift += 8;
	if (differ && n <= FEW) {
		sort_few(items, n);
	} else if (differ) {
		part(items, n, shift, ends);
		for (size_t b = 0, start = 0; shift && b < 256; start = ends[b++])
			sort_items(&items[start], ends[b] - start);
	}
}

/* Eight bytes as a number that orders as they do, 0 past the end of the text. */
static uint64_t eight_bytes(const char *text)
{
	uint64_t key = 0;
	for (int i = 0; i < 8; i++) {
		key = key << 8 | (unsigned char)*text;
		text += *text != '\0';
	}
	return key;
}

struct run { /* of items whose texts begin alike and may still differ */
	size_t start, end;
};

/* The first run from i on, of items that are sorted by eight bytes; it starts at n if there is none. */
static struct run next_run(const struct sort_item *items, size_t n, size_t i)
{
	for (size_t end; i < n; i = end) {
		for (end = i + 1; end < n && items[end].key == items[i].key; end++)
			;
		if (end - i > 1 && (items[i].key & 0xff))
			return (struct run){ i, end };
	}
	return (struct run){ n, n };
}

/* The texts begin with the same bytes, so many. The longest run of those that go on alike is sorted here, so that
 * calls do not nest deeper than the logarithm of their number. */
static void sort_from(const char *const *texts, struct sort_item *items, size_t n, size_t depth)
{
	for (; n; depth += 8) {
		struct run longest = { 0, 0 }, run;
		for (size_t i = 0; i < n; i++)
			items[i].key = eight_bytes(texts[items[i].at] + depth);
		sort_items(items, n);
		for (run = next_run(items, n, 0); run.start < n; run = next_run(items, n, run.end)) {
			struct run other = run;
			if (run.end - run.start > longest.end - longest.start) {
				other = longest;
				longest = run;
			}
			sort_from(texts, &items[other.start], other.end - other.start, depth + 8);
		}
		items += longest.start;
		n = longest.end - longest.start;
	}
}

struct sort_item *sort_texts(struct arena *arena, const char *const *texts, size_t n)
{
	struct sort_item *items = arena_alloc(arena, n + 1, sizeof *items);
	for (size_t i = 0; i < n; i++)
		items[i].at = (uint32_t)i;
	sort_from(texts, items, n, 0);
	return items;
}
