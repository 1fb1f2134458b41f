#define _POSIX_C_SOURCE 200809L

#include "handbook.h"

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "data/formats.h"
#include "help_text.h"
#include "style/look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- text ---- */

/* Text in an expression, so that it stays as it is and its numbers are the author's. */
static void put_said(FILE *out, const char *text, size_t n)
{
	fputs("{{ say(\"", out);
	for (size_t i = 0; i < n; i++) {
		if (strchr("\\\"", text[i]))
			fputc('\\', out);
		fputc(text[i], out);
	}
	fputs("\") }}", out);
}

static void put_code(FILE *out, const char *text, size_t n)
{
	fputc('`', out);
	for (size_t i = 0; i < n; i++)
		fputs(text[i] == '|' ? "\\|" : (char[]){ text[i], '\0' }, out);
	fputc('`', out);
}

/* Braces are code: an expression cannot hold those of another. */
static void put_text(FILE *out, const char *text)
{
	const char *open, *close;
	while ((open = strstr(text, "{{")) && (close = strstr(open, "}}"))) {
		if (open > text)
			put_said(out, text, (size_t)(open - text));
		close += 2;
		put_code(out, open, (size_t)(close - open));
		text = close;
	}
	if (*text)
		put_said(out, text, strlen(text));
}

/* ---- blocks ---- */

static void put_fence(FILE *out, const char *text)
{
	fprintf(out, "````text\n%s````\n\n", text);
}

static bool has_tag(const struct help_text *help, const char *tag)
{
	for (size_t i = 0; i < help->n_blocks; i++)
		for (size_t k = 0; k < help->blocks[i].n_items; k++)
			if (str_eq(help->blocks[i].items[k].tag, tag))
				return true;
	return false;
}

static size_t count_without(const struct help_block *list, const struct help_text *known)
{
	size_t n = 0;
	for (size_t i = 0; i < list->n_items; i++)
		n += !has_tag(known, list->items[i].tag);
	return n;
}

/* Without what is known already; nothing if that leaves nothing. */
static void put_list(FILE *out, const struct help_block *list, const char *head, const struct help_text *known)
{
	if (!count_without(list, known))
		return;
	fprintf(out, "| %s | |\n|:---|:---|\n", head);
	for (size_t i = 0; i < list->n_items; i++) {
		const struct help_item *item = &list->items[i];
		if (has_tag(known, item->tag))
			continue;
		fputs("| ", out);
		put_code(out, item->tag, strlen(item->tag));
		fputs(" | ", out);
		put_text(out, item->text);
		fputs(" |\n", out);
	}
	fputc('\n', out);
}

/* The options of a command; what else it says of itself is for its manual page. */
static void put_options(FILE *out, const struct help_text *help, const struct help_text *known)
{
	for (size_t i = 0; i < help->n_blocks; i++)
		if (help->blocks[i].n_items && help->blocks[i].items[0].tag[0] == '-')
			put_list(out, &help->blocks[i], "Option", known);
}

/* ---- tables ---- */

/* The list of a help text whose first item begins so. */
static bool put_list_of(struct arena *arena, FILE *out, const char *text, const char *first, const char *head)
{
	const struct help_text help = help_text_of(arena, text);
	for (size_t i = 0; i < help.n_blocks; i++)
		if (help.blocks[i].n_items && str_starts(help.blocks[i].items[0].tag, first)) {
			put_list(out, &help.blocks[i], head, &(struct help_text){ .n_blocks = 0 });
			return true;
		}
	return false;
}

static const char *briefing_text(struct arena *arena)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	if (!out)
		exit(EXIT_SYSTEM);
	render_briefing_help(arena, out);
	fclose(out);
	const char *copy = arena_strdup(arena, text);
	free(text);
	return copy;
}

static void put_formats(FILE *out)
{
	fputs("| Name | What it is | Read as |\n|:---|:---|:---|\n", out);
	for (size_t i = 0; format_at(i).name; i++) {
		fprintf(out, "| `%s` | ", format_at(i).name);
		put_text(out, format_at(i).what);
		fprintf(out, " | `%s` |\n", format_at(i).example);
	}
	fputc('\n', out);
}

/* Without what a briefing may say, which has its own chapter, and the options that many share. */
static void put_commands(struct arena *arena, FILE *out)
{
	const struct command *command;
	const struct help_text known = help_text_of(arena, COMMAND_FEED_HELP COMMAND_PART_HELP);
	for (size_t i = 0; (command = command_at(i)); i++) {
		const struct help_text help =
			help_text_of(arena, command == &command_render ? command_fill(arena, command->help)
		                                                       : help_of_command(arena, command));
		fprintf(out, "### benchbrief %s\n\n", command->name);
		const char *summary = command_fill(arena, command->summary);
		put_text(out, arena_printf(arena, "%s.", summary));
		fputs("\n\n", out);
		struct strbuf usages = strbuf_new(arena);
		for (size_t k = 0; k < help.n_usages; k++)
			strbuf_addf(&usages, "%s\n", help.usages[k]);
		put_fence(out, usages.s);
		put_options(out, &help, &known);
	}
}

static bool put_insert(struct arena *arena, FILE *out, const char *name)
{
	if (str_eq(name, "front-matter"))
		return put_list_of(arena, out, briefing_text(arena), "title", "Key");
	if (str_eq(name, "blocks"))
		return put_list_of(arena, out, briefing_text(arena), "chart", "Block");
	if (str_eq(name, "functions"))
		return put_list_of(arena, out, briefing_text(arena), "value(", "Function");
	if (str_eq(name, "records"))
		return put_list_of(arena, out, command_data_keys, "model, benchmark", "Columns");
	if (str_eq(name, "data"))
		return put_list_of(arena, out, command_data_keys, "benchbrief", "Key");
	if (str_eq(name, "look"))
		return put_list_of(arena, out, look_keys_text(arena), "base", "Key");
	if (str_eq(name, "feed"))
		return put_list_of(arena, out, COMMAND_FEED_HELP, "--map", "Option");
	if (str_eq(name, "part"))
		return put_list_of(arena, out, COMMAND_PART_HELP, "-b", "Option");
	if (str_eq(name, "formats"))
		put_formats(out);
	else if (str_eq(name, "commands"))
		put_commands(arena, out);
	else
		return false;
	return true;
}

/* ---- the text ---- */

static const char insert[] = "<!-- insert ";
static const char show[] = "````show\n", show_beside[] = "````show beside\n", shown[] = "\n````\n", fence[] = "```\n";

static bool put_line(struct arena *arena, FILE *out, const char *line)
{
	if (!str_starts(line, insert)) {
		fputs(line, out);
		return true;
	}
	const char *name = line + sizeof insert - 1;
	name = arena_strndup(arena, name, strcspn(name, " \n"));
	if (put_insert(arena, out, name))
		return true;
	fprintf(stderr, "the manual asks for \"%s\", which no table is called\n", name);
	return false;
}

/* Twice what stands between show and its end. */
static void put_example(FILE *out, const char *text, size_t n)
{
	fprintf(out, "````markdown\n%.*s````\n\n%.*s\n", (int)n, text, (int)n, text);
}

/* A chart, and in the column beside it the words before its fence and the lines inside it as code. */
static void put_beside(FILE *out, const char *text, size_t n)
{
	const char *chart = strstr(text, "```"), *end = text + n - strlen(fence);
	fprintf(out, "%.*s\n```side\n%.*s\n", (int)(text + n - chart), chart, (int)(chart - text), text);
	for (const char *line = chart + strcspn(chart, "\n") + 1; line < end;) {
		size_t length = strcspn(line, "\n");
		fprintf(out, "`%.*s`%s\n", (int)length, line, line + length + 1 < end ? "\\" : "");
		line += length + 1;
	}
	fprintf(out, "%s\n", fence);
}

static bool put_all(struct arena *arena, FILE *out, const char *text)
{
	bool ok = true;
	while (*text) {
		bool beside = str_starts(text, show_beside);
		const char *end = beside || str_starts(text, show) ? strstr(text, shown) : NULL;
		if (end) {
			text += strcspn(text, "\n") + 1;
			(beside ? put_beside : put_example)(out, text, (size_t)(end + 1 - text));
			text = end + sizeof shown - 1;
			continue;
		}
		size_t n = strcspn(text, "\n") + 1;
		ok = put_line(arena, out, arena_strndup(arena, text, n)) && ok;
		text += n;
	}
	return ok;
}

static const char *text_of(struct arena *arena, const char *path)
{
	enum { PIECE = 4096 };
	char piece[PIECE];
	struct strbuf b = strbuf_new(arena);
	FILE *in = fopen(path, "r");
	if (!in)
		return NULL;
	for (size_t n; (n = fread(piece, 1, sizeof piece, in));)
		strbuf_addn(&b, piece, n);
	bool ok = !ferror(in) && b.n && b.s[b.n - 1] == '\n';
	fclose(in);
	return ok ? b.s : NULL;
}

bool handbook_write(struct arena *arena, const char *source, const char *target)
{
	const char *text = text_of(arena, source);
	FILE *out = text ? fopen(target, "w") : NULL;
	if (!out) {
		fprintf(stderr, "%s cannot be %s\n", text ? target : source,
		        text ? "written" : "read, or does not end in a newline");
		return false;
	}
	bool ok = put_all(arena, out, text) && !ferror(out);
	return fclose(out) == 0 && ok;
}
