#include "command/list_told.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/tree.h"
#include "press/report.h"
#include "read/emit.h"

#include <string.h>

enum list_state list_state_of(const struct diags *diags)
{
	if (diags_count(diags, DIAG_FAILURE))
		return LIST_FAILED;
	return diags_ok(diags) ? LIST_DONE : LIST_WRONG;
}

const char *list_state_word(enum list_state state)
{
	switch (state) {
	case LIST_DONE:
		return "done";
	case LIST_WRONG:
		return "wrong";
	case LIST_FAILED:
		return "failed";
	}
	return "";
}

void list_count(struct progress_count *counted, enum list_state state)
{
	switch (state) {
	case LIST_DONE:
		counted->done++;
		return;
	case LIST_WRONG:
		counted->wrong++;
		return;
	case LIST_FAILED:
		counted->failed++;
		return;
	}
}

static struct value texts(struct arena *arena, const char **items, size_t n)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; i < n; i++)
		tree_put(&list, NULL, tree_text(items[i]));
	return tree_list(&list);
}

/* As one object, whose last brace is left out: more follows. */
static char *begin(struct arena *arena, const struct list_told *told)
{
	struct tree map = tree_new(arena);
	tree_put_number(&map, "line", told->line->number);
	tree_put(&map, "briefing", tree_text(told->path));
	tree_put(&map, "state", tree_text(list_state_word(told->state)));
	tree_put(&map, "files", texts(arena, told->made.paths, told->made.n_paths));
	if (told->made.n_removed)
		tree_put(&map, "removed", texts(arena, told->made.removed, told->made.n_removed));
	tree_put_number(&map, "errors",
	                (double)(diags_count(told->diags, DIAG_ERROR) + diags_count(told->diags, DIAG_FAILURE)));
	tree_put_number(&map, "warnings", (double)diags_count(told->diags, DIAG_WARNING));
	tree_put(&map, "findings", report_diagnostics(arena, told->diags));
	struct value value = tree_map(&map);
	char *line = emit_one_line(arena, emit_json(arena, &value));
	line[strlen(line) - 1] = '\0';
	return line;
}

char *list_log_line(struct arena *arena, const struct list_told *told)
{
	return arena_printf(arena, "%s, \"seconds\": %.3f}", begin(arena, told), told->seconds);
}

char *list_report_part(struct arena *arena, const struct list_told *told)
{
	const char *report = told->made.report;
	return arena_printf(arena, "%s, \"report\": %s}", begin(arena, told),
	                    report ? emit_one_line(arena, report) : "null");
}
