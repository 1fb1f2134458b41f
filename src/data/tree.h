/* tree.h: building value trees (read/value.h) from what the program knows. Inside data/ and for JSON that commands
 * print. */
#ifndef DATA_TREE_H
#define DATA_TREE_H

#include "read/value.h"

struct arena;

/* A map or list that grows; done with tree_map or tree_list. Keys are borrowed. */
struct tree {
	struct arena *arena;
	struct value *keys, *items;
	size_t count, keys_room, items_room;
};

struct tree tree_new(struct arena *arena);

/* A map's next key, a list's next item (key NULL). */
void tree_put(struct tree *tree, const char *key, struct value value);

/* The same for text; NULL and "" are left out. */
void tree_put_text(struct tree *tree, const char *key, const char *text);
void tree_put_number(struct tree *tree, const char *key, double number);

struct value tree_text(const char *text);
struct value tree_bool(bool boolean);
struct value tree_number(struct arena *arena, double number);
/* As written: a number if every format reads it as one, else text. */
struct value tree_written(const char *text);
struct value tree_map(const struct tree *tree);
struct value tree_list(const struct tree *tree);

#endif
