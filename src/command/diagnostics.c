#include "command/diagnostics.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"
#include "data/tree.h"
#include "press/report.h"
#include "read/emit.h"

#include <string.h>

/* ---- the option ---- */

static const struct {
	const char *name;
	enum diagnostics_form form;
} forms[] = { { "text", DIAGNOSTICS_TEXT }, { "json", DIAGNOSTICS_JSON }, { "sarif", DIAGNOSTICS_SARIF } };

static bool find_form(struct diags *diags, const char *name, enum diagnostics_form *form)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (name && str_eq(name, forms[i].name)) {
			*form = forms[i].form;
			return true;
		}
	diag_add(diags, DIAG_ERROR, place_file(NULL), "see benchbrief --help",
	         name ? "--diagnostics is text, json or sarif, not \"%s\"" : "--diagnostics needs a value", name);
	return false;
}

bool diagnostics_take(struct diags *diags, int *argc, char **argv, enum diagnostics_form *form)
{
	static const char option[] = "--diagnostics";
	size_t n = sizeof option - 1;
	bool known = true;
	int kept = 0, i = 0;
	for (; i < *argc && !str_eq(argv[i], "--"); i++) {
		if (str_eq(argv[i], option))
			known &= find_form(diags, i + 1 < *argc ? argv[++i] : NULL, form);
		else if (str_starts(argv[i], option) && argv[i][n] == '=')
			known &= find_form(diags, argv[i] + n + 1, form);
		else
			argv[kept++] = argv[i];
	}
	while (i < *argc)
		argv[kept++] = argv[i++];
	argv[kept] = NULL;
	*argc = kept;
	return known;
}

/* ---- remedies ---- */

/* The one text between two marks; NULL if there is none, or another. */
static const char *only_between(struct arena *arena, const char *text, const char *before, const char *after)
{
	const char *start = strstr(text, before);
	const char *end = start ? strstr(start + strlen(before), after) : NULL;
	if (!end || strstr(end + strlen(after), before))
		return NULL;
	start += strlen(before);
	return arena_strndup(arena, start, (size_t)(end - start));
}

static const char *meant(struct arena *arena, const char *hint)
{
	static const char asks[] = "did you mean ";
	size_t n = sizeof asks - 1, length = strlen(hint);
	if (!str_starts(hint, asks) || hint[length - 1] != '?')
		return NULL;
	const char *rest = arena_strndup(arena, hint + n, length - n - 1);
	return rest[0] == '"' ? only_between(arena, rest, "\"", "\"") : strpbrk(rest, " \"") ? NULL : rest;
}

/* The text from a place on, to the end of its line; NULL where there is no such place. */
static const char *text_at(const char *text, int line, int column)
{
	for (int l = 1; text && l < line; l++) {
		const char *end = strchr(text, '\n');
		text = end ? end + 1 : NULL;
	}
	for (int c = 1; text && c < column; c++) {
		if (!*text || *text == '\n')
			return NULL;
		utf8_next(&text);
	}
	return text;
}

static int runes(const char *text)
{
	int n = 0;
	for (; *text; n++)
		utf8_next(&text);
	return n;
}

struct text { /* of a file; NULL: it cannot be known */
	const char *text;
};

/* The text of a file; read once for all findings. */
static const char *text_of(struct remedies *r, const char *file)
{
	enum { MOST = 64 << 20 };
	struct bytes bytes;
	struct text *known = map_find(&r->texts, file);
	if (known)
		return known->text;
	struct diags *silent = diags_new(r->arena);
	int fd = file_open(r->arena, file, silent); /* no pipe: it has been read to its end */
	bool sound = fd >= 0 && file_read_open(r->arena, fd, file, MOST, &bytes, silent) &&
	             utf8_bad(bytes.data, bytes.size) == bytes.size;
	known = arena_alloc(r->arena, 1, sizeof *known);
	known->text = sound ? bytes.data : NULL;
	map_put(&r->texts, file, known);
	return known->text;
}

bool diagnostics_remedy(struct remedies *remedies, const struct diag *diag, struct remedy *remedy)
{
	struct arena *arena = remedies->arena;
	const struct place place = diag->place;
	const char *right = diag->hint ? meant(arena, diag->hint) : NULL;
	const char *wrong = right ? only_between(arena, diag->message, "\"", "\"") : NULL;
	if (!wrong || !*wrong || !place.file || place.line < 1 || place.column < 1)
		return false;
	const char *text = text_of(remedies, place.file), *at = text ? text_at(text, place.line, place.column) : NULL;
	bool quoted = at && (*at == '"' || *at == '\'');
	if (!at || !str_starts(at + quoted, wrong))
		return false;
	int column = place.column + quoted;
	*remedy = (struct remedy){ wrong, right, place.line, column, column + runes(wrong) };
	return true;
}

/* ---- writing ---- */

static char *json(struct arena *arena, const struct diags *diags, const char *version, int status)
{
	struct tree root = tree_new(arena);
	tree_put(&root, "benchbrief", tree_text(version));
	tree_put_number(&root, "status", status);
	tree_put(&root, "diagnostics", report_diagnostics(arena, diags));
	struct value value = tree_map(&root);
	return emit_json(arena, &value);
}

void diagnostics_print(const struct diags *diags, enum diagnostics_form form, const char *version, int status,
                       FILE *out, bool colour)
{
	switch (form) {
	case DIAGNOSTICS_TEXT:
		diags_print(diags, out, colour);
		break;
	case DIAGNOSTICS_JSON:
		fputs(json(diags_arena(diags), diags, version, status), out);
		break;
	case DIAGNOSTICS_SARIF:
		fputs(diagnostics_sarif(diags_arena(diags), diags, version, status), out);
		break;
	}
}
