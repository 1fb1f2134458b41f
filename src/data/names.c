#include "data/names.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

void dataset_fold_into(char *folded, const char *name, size_t size)
{
	size_t n = 0;
	for (const char *end = name + size; name < end; name++) {
		if (!is_space(*name))
			folded[n++] = lower(*name);
		else if (n && folded[n - 1] != ' ')
			folded[n++] = ' ';
	}
	folded[n && folded[n - 1] == ' ' ? n - 1 : n] = '\0';
}

char *dataset_fold(struct arena *arena, const char *name)
{
	size_t size = strlen(name);
	char *folded = arena_alloc(arena, size + 1, 1);
	dataset_fold_into(folded, name, size);
	return folded;
}

struct folding { /* a text and one after it, on the way through both */
	const char *at, *after;
	bool begun, gap;
};

/* The next byte of what they fold to; 0 at the end. */
static unsigned char fold_next(struct folding *f)
{
	for (; is_space(*f->at) || (!*f->at && f->after);) {
		f->gap = true;
		if (*f->at) {
			f->at++;
		} else {
			f->at = f->after;
			f->after = NULL;
		}
	}
	bool space = f->gap && f->begun && *f->at;
	f->gap = false;
	if (space)
		return ' ';
	f->begun = true;
	return (unsigned char)(*f->at ? lower(*f->at++) : '\0');
}

/* Where two texts first differ in letters or digits, their folds differ in the same way: most pairs of names. */
static int compare_at_difference(const char *a, const char *b)
{
	while (*a && *a == *b)
		a++, b++;
	unsigned char x = (unsigned char)lower(*a), y = (unsigned char)lower(*b);
	bool tells = x != y && x && y && !is_space(*a) && !is_space(*b);
	return !tells ? 0 : x < y ? -1 : 1;
}

int dataset_fold_compare(const char *a, const char *after_a, const char *b, const char *after_b)
{
	int order = compare_at_difference(a, b);
	struct folding f = { .at = a, .after = after_a }, g = { .at = b, .after = after_b };
	unsigned char x = 0, y = 0;
	while (!order && x == y) {
		x = fold_next(&f);
		y = fold_next(&g);
		order = x < y ? -1 : x > y;
		if (!x)
			break;
	}
	return order;
}

uint64_t dataset_fold_key(const char *text, const char *after, size_t skip)
{
	enum { BYTES = 8 };
	struct folding f = { .at = text, .after = after };
	size_t plain = 0;
	uint64_t key = 0;
	while (plain < skip + BYTES && text[plain] && !is_space(text[plain]))
		plain++;
	if (plain >= skip) { /* so far it folds byte by byte */
		f.at += skip;
		f.begun = skip > 0;
	} else {
		for (size_t i = 0; i < skip; i++)
			fold_next(&f);
	}
	for (int i = 0; i < BYTES; i++)
		key = key << 8 | (plain == skip + BYTES ? (unsigned char)lower(*f.at++) : fold_next(&f));
	return key;
}

char *dataset_slug(struct arena *arena, const char *name)
{
	char *parted = arena_strdup(arena, name);
	for (char *p = parted; *p; p++)
		if (*p == '@')
			*p = ' ';
	return str_slug(arena, parted);
}

static bool is_sign(char c)
{
	return c == '+' || c == '#';
}

/* True if a sign behind it belongs to a name; "Foo # 1" and "A + B" have none. */
static bool takes_signs(char c)
{
	return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

char *dataset_spell_signs(struct arena *arena, const char *name)
{
	struct strbuf text = strbuf_new(arena);
	bool spelled = false; /* the one before is a sign, and was spelled */
	for (const char *p = name; *p; p++) {
		bool behind = p > name && (is_sign(p[-1]) ? spelled : takes_signs(p[-1]));
		spelled = is_sign(*p) && behind;
		if (spelled)
			strbuf_addf(&text, " %s ", *p == '+' ? "plus" : "sharp");
		else
			strbuf_addf(&text, "%c", *p);
	}
	return text.n ? text.s : arena_strdup(arena, name);
}

char *dataset_name_slug(struct arena *arena, const char *name)
{
	return dataset_slug(arena, strpbrk(name, "+#") ? dataset_spell_signs(arena, name) : name);
}

struct nearest nearest_to(const char *asked)
{
	size_t n = utf8_count(asked);
	return (struct nearest){ .asked = asked, .limit = n / 3 ? n / 3 : 1 };
}

static bool contains(const char *whole, const char *part)
{
	size_t n = strlen(part);
	if (n < 3)
		return false;
	for (; *whole; whole++) {
		size_t i = 0;
		while (i < n && lower(whole[i]) == lower(part[i]))
			i++;
		if (i == n)
			return true;
	}
	return false;
}

/* The edits to word. A word that contains the other ranks after every close one; limit + 2 is not close. */
static size_t distance(const struct nearest *nearest, const char *word)
{
	size_t edits = str_distance(nearest->asked, word, nearest->limit);
	if (edits > nearest->limit && (contains(word, nearest->asked) || contains(nearest->asked, word)))
		return nearest->limit + 1;
	return edits > nearest->limit ? nearest->limit + 2 : edits;
}

static void insert(struct nearest *nearest, const char *word, size_t edits)
{
	if (edits > nearest->limit + 1)
		return;
	size_t at = nearest->count;
	while (at && nearest->distances[at - 1] > edits)
		at--;
	if (at == 3)
		return;
	size_t last = nearest->count < 3 ? nearest->count++ : 2;
	for (size_t i = last; i > at; i--) {
		nearest->names[i] = nearest->names[i - 1];
		nearest->distances[i] = nearest->distances[i - 1];
	}
	nearest->names[at] = word;
	nearest->distances[at] = edits;
}

void nearest_offer(struct nearest *nearest, const char *word)
{
	insert(nearest, word, distance(nearest, word));
}

void nearest_offer_as(struct nearest *nearest, const char *word, const char *shown)
{
	size_t edits = distance(nearest, word), own = distance(nearest, shown);
	insert(nearest, shown, edits < own ? edits : own);
}

void nearest_offer_thing(struct nearest *nearest, const char *id, const char *name, struct names aliases)
{
	const char *best = id;
	size_t least = distance(nearest, id), d = distance(nearest, name);
	if (d < least) {
		least = d;
		best = name;
	}
	for (size_t i = 0; i < aliases.count; i++) {
		d = distance(nearest, aliases.items[i]);
		if (d < least) {
			least = d;
			best = aliases.items[i];
		}
	}
	insert(nearest, best, least);
}

const char *nearest_hint(struct arena *arena, const struct nearest *nearest, const char *otherwise)
{
	if (!nearest->count)
		return otherwise;
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "did you mean ");
	for (size_t i = 0; i < nearest->count; i++)
		strbuf_addf(&b, "%s\"%s\"", i == 0 ? "" : i + 1 < nearest->count ? ", " : " or ", nearest->names[i]);
	strbuf_add(&b, "?");
	return b.s;
}

const char *nearest_word(struct arena *arena, const char *asked, const char *const *words, size_t count,
                         const char *otherwise)
{
	struct nearest nearest = nearest_to(asked);
	for (size_t i = 0; i < count; i++)
		nearest_offer(&nearest, words[i]);
	return nearest_hint(arena, &nearest, otherwise);
}
