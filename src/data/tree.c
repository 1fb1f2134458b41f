#include "data/tree.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"

struct tree tree_new(struct arena *arena)
{
	return (struct tree){ .arena = arena };
}

void tree_put(struct tree *tree, const char *key, struct value value)
{
	if (key) {
		tree->keys = arena_grow(tree->arena, tree->keys, &tree->keys_room, tree->count, sizeof *tree->keys);
		tree->keys[tree->count] = tree_text(key);
	}
	tree->items = arena_grow(tree->arena, tree->items, &tree->items_room, tree->count, sizeof *tree->items);
	tree->items[tree->count++] = value;
}

void tree_put_text(struct tree *tree, const char *key, const char *text)
{
	if (text && *text)
		tree_put(tree, key, tree_text(text));
}

void tree_put_number(struct tree *tree, const char *key, double number)
{
	tree_put(tree, key, tree_number(tree->arena, number));
}

struct value tree_text(const char *text)
{
	return (struct value){ .kind = VALUE_STRING, .text = text };
}

struct value tree_bool(bool boolean)
{
	return (struct value){ .kind = VALUE_BOOL, .boolean = boolean, .text = boolean ? "true" : "false" };
}

struct value tree_number(struct arena *arena, double number)
{
	return (struct value){ .kind = VALUE_NUMBER, .text = quantity_plain(arena, number), .number = number };
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A number as JSON has it: no '+', no leading zero, digits on both sides of the point. */
static bool is_json_number(const char *s)
{
	s += *s == '-';
	if (!is_digit(*s) || (*s == '0' && is_digit(s[1])))
		return false;
	while (is_digit(*s))
		s++;
	if (*s == '.') {
		if (!is_digit(s[1]))
			return false;
		for (s++; is_digit(*s); s++)
			;
	}
	if (*s == 'e' || *s == 'E') {
		s++;
		s += *s == '+' || *s == '-';
		if (!is_digit(*s))
			return false;
		while (is_digit(*s))
			s++;
	}
	return !*s;
}

struct value tree_written(const char *text)
{
	struct value value = tree_text(text);
	if (is_json_number(text) && str_to_number(text, &value.number))
		value.kind = VALUE_NUMBER;
	return value;
}

struct value tree_map(const struct tree *tree)
{
	return (struct value){ .kind = VALUE_MAP, .count = tree->count, .keys = tree->keys, .items = tree->items };
}

struct value tree_list(const struct tree *tree)
{
	return (struct value){ .kind = VALUE_LIST, .count = tree->count, .items = tree->items };
}
