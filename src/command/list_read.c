/* From a file to the words of its lines. */
#include "command/list.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

static const char bom[] = "\xef\xbb\xbf";

/* ---- lines ---- */

static bool is_blank(const char *line)
{
	line += strspn(line, " \t");
	return !*line || *line == '#';
}

/* Cuts the text where its lines end. */
static size_t cut(char *text, struct list_line *lines)
{
	size_t n = 0;
	int number = 1;
	for (char *at = text, *end; at; at = end, number++) {
		end = strchr(at, '\n');
		if (end)
			*end++ = '\0';
		size_t length = strlen(at);
		if (length && at[length - 1] == '\r')
			at[length - 1] = '\0';
		if (!is_blank(at))
			lines[n++] = (struct list_line){ at, number };
	}
	return n;
}

static size_t count_lines(const char *text)
{
	size_t n = 1;
	for (; (text = strchr(text, '\n')) != NULL; text++)
		n++;
	return n;
}

bool list_read(struct command_env *env, const char *path, struct list *list)
{
	enum { LIST_BYTES_MAX = 1 << 30 };
	struct bytes bytes;
	*list = (struct list){ .path = str_eq(path, "-") ? "<stdin>" : path };
	if (!file_read(env->arena, path, LIST_BYTES_MAX, &bytes, env->diags))
		return false;
	const char *start = bytes.data;
	size_t marked = bytes.size >= sizeof bom - 1 && memcmp(start, bom, sizeof bom - 1) == 0 ? sizeof bom - 1 : 0;
	if (memchr(start, '\0', bytes.size) || utf8_bad(start, bytes.size) < bytes.size) {
		diag_add(env->diags, DIAG_ERROR, place_file(list->path), "write it in UTF-8",
		         "is not a list: not text");
		return false;
	}
	char *text = arena_strndup(env->arena, start + marked, bytes.size - marked);
	struct list_line *lines = arena_alloc(env->arena, count_lines(text), sizeof *lines);
	list->count = cut(text, lines);
	list->lines = lines;
	if (!list->count)
		diag_add(env->diags, DIAG_ERROR, place_file(list->path), "write the path of one on each line",
		         "names no briefing");
	return list->count > 0;
}

/* ---- words ---- */

struct cursor {
	const char *line, *at, *path;
	int number;
	struct diags *diags;
};

static bool fail(const struct cursor *c, const char *at, const char *hint, const char *message)
{
	int column = 1;
	for (const char *p = c->line; p < at; utf8_next(&p))
		column++;
	diag_add(c->diags, DIAG_ERROR, (struct place){ c->path, c->number, column }, hint, "%s", message);
	return false;
}

/* What a backslash stands before, in quotes or outside; at its place then. */
static bool take_kept(struct cursor *c, struct strbuf *word, bool quoted)
{
	if (quoted && c->at[1] != '"' && c->at[1] != '\\') {
		strbuf_addn(word, c->at++, 1);
		return true;
	}
	if (!c->at[1])
		return fail(c, c->at, "a briefing and its options stand on one line",
		            "a backslash keeps the next character, and the line ends here");
	strbuf_addn(word, ++c->at, 1); /* of a rune that has more bytes the rest follows as it is */
	c->at++;
	return true;
}

static bool take_quoted(struct cursor *c, struct strbuf *word)
{
	const char *start = c->at;
	char quote = *c->at++;
	while (*c->at && *c->at != quote)
		if (quote == '"' && *c->at == '\\') {
			if (!take_kept(c, word, true))
				return false;
		} else {
			strbuf_addn(word, c->at++, 1);
		}
	if (!*c->at++)
		return fail(c, start, "close it", "a quote is opened and not closed");
	return true;
}

static bool take_word(struct cursor *c, struct strbuf *word)
{
	while (*c->at && !strchr(" \t", *c->at)) {
		bool ok = true;
		if (*c->at == '"' || *c->at == '\'')
			ok = take_quoted(c, word);
		else if (*c->at == '\\')
			ok = take_kept(c, word, false);
		else
			strbuf_addn(word, c->at++, 1);
		if (!ok)
			return false;
	}
	return true;
}

static bool is_fit(const struct cursor *c)
{
	for (const char *at = c->line; *at;) {
		const char *rune = at;
		if (!utf8_is_fit(utf8_next(&at)))
			return fail(c, rune, "remove it", "here is a character that nobody sees");
	}
	return true;
}

bool list_split(struct arena *arena, const struct list_line *line, const char *path, int *argc, char ***argv,
                struct diags *diags)
{
	struct cursor c = { line->text, line->text, path, line->number, diags };
	size_t room = 0;
	*argc = 0;
	*argv = NULL;
	if (!is_fit(&c))
		return false;
	for (;;) {
		c.at += strspn(c.at, " \t");
		*argv = arena_grow(arena, *argv, &room, (size_t)*argc, sizeof **argv);
		(*argv)[*argc] = NULL;
		if (!*c.at || *c.at == '#')
			return true;
		struct strbuf word = strbuf_new(arena);
		if (!take_word(&c, &word))
			return false;
		(*argv)[(*argc)++] = word.s;
	}
}
