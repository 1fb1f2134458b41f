#define _XOPEN_SOURCE 700

#include "serve/preview_setup.h"

#include "base/arena.h"
#include "base/file.h"
#include "data/tree.h"
#include "paint/painter.h"
#include "press/press.h"
#include "read/emit.h"
#include "serve/preview_words.h"
#include "serve/server.h"
#include "style/look.h"
#include "style/page_format.h"
#include "words/language.h"

#include <string.h>
#include <unistd.h>

enum { ASSET_BYTES_MAX = 1 << 20, PATH_BYTES = 4096 };

static const struct {
	const char *name, *file, *media_type;
} assets[] = {
	{ "", "preview.html", "text/html; charset=utf-8" },
	{ "preview.css", "preview.css", "text/css; charset=utf-8" },
	{ "preview.js", "preview.js", "text/javascript; charset=utf-8" },
	{ "icon.svg", "icon.svg", "image/svg+xml" },
};
enum { ASSETS = sizeof assets / sizeof *assets };

const char **preview_looks(struct arena *arena, const char *folder, size_t *n)
{
	const char **looks = look_list(arena, folder, n, diags_new(arena));
	if (!looks)
		*n = 0;
	return looks;
}

/* ---- the toolbar ---- */

static struct value look_names(struct arena *arena, const char *folder)
{
	struct tree list = tree_new(arena);
	size_t n = 0;
	const char **looks = preview_looks(arena, folder, &n);
	for (size_t i = 0; i < n; i++)
		tree_put(&list, NULL, tree_text(looks[i]));
	return tree_list(&list);
}

static struct value language_names(struct arena *arena)
{
	struct tree list = tree_new(arena);
	for (size_t i = 0; language_at(i); i++)
		tree_put(&list, NULL, tree_text(language_at(i)->code));
	return tree_list(&list);
}

static struct value words_by_language(struct arena *arena)
{
	struct tree map = tree_new(arena);
	for (size_t i = 0; language_at(i); i++)
		tree_put(&map, language_at(i)->code, preview_words(arena, language_at(i)));
	return tree_map(&map);
}

static struct value page_names(struct arena *arena)
{
	struct tree list = tree_new(arena);
	for (int i = 0; i < PAGE_FORMATS; i++)
		tree_put(&list, NULL, tree_text(page_format_at(i)->name));
	return tree_list(&list);
}

/* Of what holds pages or flows, or of what a chart can be. */
static struct value formats(struct arena *arena, bool of_charts)
{
	struct tree list = tree_new(arena);
	const struct painter *painter;
	for (size_t i = 0; (painter = painter_at(i)); i++) {
		struct tree map = tree_new(arena);
		if ((painter->holds_pages || painter->flows) == of_charts)
			continue;
		tree_put(&map, "format", tree_text(painter->suffix));
		tree_put(&map, "name", tree_text(painter->name));
		tree_put(&list, NULL, tree_map(&map));
	}
	return tree_list(&list);
}

static const char *setup(struct arena *arena, const struct preview *p)
{
	struct tree root = tree_new(arena);
	char *folder = arena_alloc(arena, PATH_BYTES, 1);
	tree_put_text(&root, "version", p->version);
	tree_put_text(&root, "briefing", p->request->path);
	tree_put_text(&root, "folder", getcwd(folder, PATH_BYTES) ? folder : NULL);
	tree_put(&root, "draft", tree_bool(p->request->draft));
	tree_put(&root, "looks", look_names(arena, p->looks));
	tree_put(&root, "languages", language_names(arena));
	tree_put_text(&root, "language", (p->request->language ? p->request->language : language_at(0))->code);
	tree_put(&root, "words", words_by_language(arena));
	tree_put(&root, "pages", page_names(arena));
	tree_put(&root, "documents", formats(arena, false));
	tree_put(&root, "pictures", formats(arena, true));
	struct value value = tree_map(&root);
	return emit_json(arena, &value);
}

bool preview_setup(struct arena *arena, const struct preview *p, const struct server_file **files, size_t *n,
                   struct diags *diags)
{
	struct server_file *list = arena_alloc(arena, ASSETS + 1, sizeof *list);
	for (size_t i = 0; i < ASSETS; i++) {
		const char *path = arena_printf(arena, "%s/%s", p->assets, assets[i].file);
		list[i] = (struct server_file){ .name = assets[i].name, .media_type = assets[i].media_type };
		if (!file_read(arena, path, ASSET_BYTES_MAX, &list[i].bytes, diags))
			return false;
	}
	const char *json = setup(arena, p);
	list[ASSETS] = (struct server_file){ "setup.json", "application/json", { .data = json, .size = strlen(json) } };
	*files = list;
	*n = ASSETS + 1;
	return true;
}
