#define _POSIX_C_SOURCE 200809L

#include "help_text.h"

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *help_of_command(struct arena *arena, const struct command *command)
{
	char *rest = NULL;
	size_t size = 0;
	const char *help = command_fill(arena, command->help);
	if (!command->more_help)
		return help;
	FILE *out = open_memstream(&rest, &size);
	if (!out)
		exit(EXIT_SYSTEM);
	command->more_help(arena, out);
	fclose(out);
	char *all = arena_printf(arena, "%s%s", help, rest);
	free(rest);
	return all;
}

/* ---- lines ---- */

static size_t indent_of(const char *line)
{
	return strspn(line, " ");
}

/* The lines of a text without their newlines, up to NULL. */
static const char **lines_of(struct arena *arena, const char *text)
{
	const char **lines = NULL;
	size_t n = 0, room = 0;
	for (; *text; text += text[strcspn(text, "\n")] == '\n') {
		size_t length = strcspn(text, "\n");
		lines = arena_grow(arena, lines, &room, n, sizeof *lines);
		lines[n++] = arena_strndup(arena, text, length);
		text += length;
	}
	lines = arena_grow(arena, lines, &room, n, sizeof *lines);
	lines[n] = NULL;
	return lines;
}

/* Where a tag ends and what it means begins: after two spaces. NULL if the line has no such place. */
static const char *meaning_of(const char *line)
{
	const char *gap = strstr(line + indent_of(line), "  ");
	return gap && gap[strspn(gap, " ")] ? gap : NULL;
}

/* Where JSON begins in a line; NULL: nowhere. */
static const char *code_in(const char *line)
{
	const char *map = strstr(line, "{\"");
	if (map)
		return map > line && map[-1] == '[' ? map - 1 : map;
	const char *first = line + indent_of(line);
	return *first == '"' && strstr(first, "\": ") ? first : NULL;
}

static bool is_code(const char *line)
{
	return code_in(line) == line + indent_of(line);
}

/* ---- blocks ---- */

static struct help_block *add_block(struct help_text *help, struct arena *arena, enum help_kind kind)
{
	help->blocks = arena_grow(arena, help->blocks, &help->room, help->n_blocks, sizeof *help->blocks);
	struct help_block *block = &help->blocks[help->n_blocks++];
	*block = (struct help_block){ .kind = kind, .text = "" };
	return block;
}

/* With one space between two words; of three columns the second is parted from the third by a colon. */
static const char *joined(struct arena *arena, const char *before, const char *line)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, before);
	for (line += indent_of(line); *line; line += indent_of(line)) {
		size_t n = strcspn(line, " ");
		strbuf_addf(&b, "%s%.*s", b.n ? " " : "", (int)n, line);
		line += n;
		if (line[0] == ' ' && line[1] == ' ' && line[indent_of(line)])
			strbuf_add(&b, ":");
	}
	return b.s;
}

/* What a line says of an item, and the JSON that it may end in. */
static void say(struct help_item *item, struct arena *arena, const char *line)
{
	const char *code = *item->verbatim ? line + indent_of(line) : code_in(line);
	size_t n = code ? (size_t)(code - line) : strlen(line);
	item->text = joined(arena, item->text, arena_strndup(arena, line, n));
	if (code)
		item->verbatim = arena_printf(arena, "%s%s\n", item->verbatim, code);
}

static void add_item(struct help_block *block, struct arena *arena, const char *line)
{
	const char *meaning = meaning_of(line);
	size_t indent = indent_of(line);
	const char *tag =
		meaning ? arena_strndup(arena, line + indent, (size_t)(meaning - line) - indent) : line + indent;
	block->items = arena_grow(arena, block->items, &block->room, block->n_items, sizeof *block->items);
	block->items[block->n_items] = (struct help_item){ tag, "", "" };
	say(&block->items[block->n_items++], arena, meaning ? meaning : "");
}

static bool begins_item(const char *line, size_t margin)
{
	return indent_of(line) <= margin && meaning_of(line);
}

/* How far its items are moved in: short options stand left of long ones. */
static size_t margin_of(const char *line)
{
	enum { SHORT = 4 };
	return indent_of(line) + (strstr(line, "--") ? SHORT : 0);
}

/* lines up to an empty one or the end; returns how many. */
static size_t take_block(struct help_text *help, struct arena *arena, const char *const *lines)
{
	size_t n = 0;
	bool list = indent_of(lines[0]) < 8 && meaning_of(lines[0]) && !is_code(lines[0]);
	bool literal = !list && (indent_of(lines[0]) > 0 || is_code(lines[0]));
	struct help_block *block = add_block(help, arena, list ? HELP_LIST : literal ? HELP_LITERAL : HELP_PARAGRAPH);
	size_t margin = margin_of(lines[0]);
	for (; lines[n] && *lines[n]; n++) {
		if (list && begins_item(lines[n], margin))
			add_item(block, arena, lines[n]);
		else if (list && indent_of(lines[n]) == 0) /* a sentence right after it */
			return n;
		else if (list)
			say(&block->items[block->n_items - 1], arena, lines[n]);
		else if (literal)
			block->text = arena_printf(arena, "%s%s\n", block->text, lines[n]);
		else if (n && indent_of(lines[n]) && meaning_of(lines[n]))
			return n;
		else
			block->text = joined(arena, block->text, lines[n]);
	}
	return n;
}

static size_t take_usages(struct help_text *help, struct arena *arena, const char *const *lines)
{
	static const char label[] = "usage: ";
	const char **usages = NULL;
	size_t n = 0, room = 0;
	if (!lines[0] || !str_starts(lines[0], label))
		return 0;
	for (; lines[n] && *lines[n] && (!n || lines[n][0] == ' '); n++) {
		const char *line = lines[n] + (n ? indent_of(lines[n]) : sizeof label - 1);
		if (!str_starts(line, "benchbrief ")) {
			usages[help->n_usages - 1] = joined(arena, usages[help->n_usages - 1], line);
			continue;
		}
		usages = arena_grow(arena, usages, &room, help->n_usages, sizeof *usages);
		usages[help->n_usages++] = line;
	}
	help->usages = usages;
	return n;
}

struct help_text help_text_of(struct arena *arena, const char *text)
{
	struct help_text help = { .n_usages = 0 };
	const char **lines = lines_of(arena, text);
	lines += take_usages(&help, arena, lines);
	while (*lines)
		lines += **lines ? take_block(&help, arena, lines) : 1;
	return help;
}

/* ---- options ---- */

static bool is_of(const char *tag, const char *option)
{
	const char *at = strstr(tag, option);
	size_t n = strlen(option);
	return at && (at == tag || at[-1] == ' ') && (!at[n] || at[n] == ' ' || at[n] == '=');
}

const char *help_of_option(struct arena *arena, const struct help_text *help, const char *option)
{
	for (size_t i = 0; i < help->n_blocks; i++)
		for (size_t k = 0; k < help->blocks[i].n_items; k++) {
			const struct help_item *item = &help->blocks[i].items[k];
			size_t n = strcspn(item->text, ".:;(");
			if (*item->tag == '-' && is_of(item->tag, option))
				return arena_strndup(arena, item->text, n && item->text[n - 1] == ' ' ? n - 1 : n);
		}
	return "";
}
