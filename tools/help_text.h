/* help_text.h: what a command says of itself, taken apart: paragraphs, lists of things with what they are, and text
 * that stands as it is. The manual pages and the completions are made of it, so that neither can say something else. */
#ifndef TOOLS_HELP_TEXT_H
#define TOOLS_HELP_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct command;

enum help_kind { HELP_PARAGRAPH, HELP_LIST, HELP_LITERAL };

struct help_item {
	const char *tag;      /* "-o, --out FOLDER" */
	const char *text;     /* in one line; "" */
	const char *verbatim; /* what follows it as it stands, such as JSON, its lines ending in newlines; "" */
};

struct help_block {
	enum help_kind kind;
	const char *text; /* of a paragraph in one line, of a literal its lines */
	struct help_item *items;
	size_t n_items, room;
};

struct help_text {
	const char *const *usages; /* "benchbrief data DATA… [options]" */
	size_t n_usages;
	struct help_block *blocks;
	size_t n_blocks, room;
};

struct help_text help_text_of(struct arena *arena, const char *text);

/* All that --help prints of a command. */
const char *help_of_command(struct arena *arena, const struct command *command);

/* What a list says of an option "--name", up to the first full stop or colon; "" if nothing. */
const char *help_of_option(struct arena *arena, const struct help_text *help, const char *option);

#endif
