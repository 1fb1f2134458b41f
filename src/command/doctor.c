/* benchbrief doctor: whether all is here that the program works with, and what to install. */
#include "command/command.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "command/equipment.h"
#include "data/tree.h"
#include "read/emit.h"
#include "style/look.h"
#include "text/text_equipment.h"

#include <stdio.h>

enum { OPT_FORMAT, OPTIONS };

/* ---- what there is ---- */

static void add_fonts(struct command_env *env, struct equipment_list *list)
{
	size_t count;
	const char **names = look_list(env->arena, env->looks, &count, env->diags);
	for (size_t i = 0; names && i < count; i++) {
		const struct look *look = look_load(env->arena, env->inputs, names[i], NULL, env->looks, env->diags);
		if (look)
			text_equipment_fonts(list, look, env->font_roots, env->n_font_roots);
	}
	if (names && !count)
		diag_add(env->diags, DIAG_ERROR, place_file(env->looks), "install the package again",
		         "there are no looks in this folder");
}

/* Each once, in their order: "fonts-noto-cjk libzip4". */
static const char *packages(struct command_env *env, const struct equipment_list *list)
{
	struct strbuf b = strbuf_new(env->arena);
	struct map known = map_new(env->arena);
	for (size_t i = 0; i < list->count; i++) {
		const struct equipment *e = &list->items[i];
		if (e->there || !e->package || map_find(&known, e->package))
			continue;
		map_put(&known, e->package, list->items);
		strbuf_addf(&b, "%s%s", b.n ? " " : "", e->package);
	}
	return b.s;
}

static void judge(struct command_env *env, const struct equipment_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct equipment *e = &list->items[i];
		if (!e->there && e->needed)
			diag_add(env->diags, DIAG_ERROR, place_file(NULL),
			         e->package ? arena_printf(env->arena, "install the package %s", e->package)
			                    : e->remedy,
			         "%s is not here, and nothing can be made without it: %s", e->name, e->purpose);
	}
}

/* ---- for people ---- */

static const char *heading(enum equipment_kind kind)
{
	switch (kind) {
	case EQUIPMENT_LIBRARY:
		return "Libraries";
	case EQUIPMENT_FONT:
		return "Fonts";
	case EQUIPMENT_GUARD:
		return "Guards of the kernel";
	}
	return "";
}

static void print_item(const struct equipment *e)
{
	enum { NAME = 22, VERSION = 14 };
	const char *install = e->package ? e->package : e->remedy;
	printf("  %-8s%-*s%-*s%s", e->there ? "here" : "missing", NAME, e->name, VERSION, e->version ? e->version : "",
	       e->purpose);
	printf(!e->there && install ? " (install: %s)\n" : "\n", install);
}

static void print_text(struct command_env *env, const struct equipment_list *list)
{
	printf("benchbrief %s, looks from %s\n", env->version, env->looks);
	for (size_t i = 0; i < list->count; i++) {
		if (!i || list->items[i].kind != list->items[i - 1].kind)
			printf("\n%s\n", heading(list->items[i].kind));
		print_item(&list->items[i]);
	}
	const char *missing = packages(env, list);
	if (*missing)
		printf("\nWhat is missing and has a package: apt install %s\n", missing);
}

/* ---- for programs ---- */

static struct value text(const char *s)
{
	return s ? tree_text(s) : (struct value){ .kind = VALUE_MISSING, .text = "null" };
}

static struct value item_map(struct arena *arena, const struct equipment *e)
{
	static const char *const kinds[] = {
		[EQUIPMENT_LIBRARY] = "library", [EQUIPMENT_FONT] = "font", [EQUIPMENT_GUARD] = "guard"
	};
	struct tree map = tree_new(arena);
	tree_put(&map, "kind", tree_text(kinds[e->kind]));
	tree_put(&map, "name", tree_text(e->name));
	tree_put(&map, "version", text(e->version));
	tree_put(&map, "here", tree_bool(e->there));
	tree_put(&map, "needed", tree_bool(e->needed));
	tree_put(&map, "purpose", tree_text(e->purpose));
	tree_put(&map, "package", text(e->package));
	return tree_map(&map);
}

static void print_json(struct command_env *env, const struct equipment_list *list)
{
	struct tree root = tree_new(env->arena), items = tree_new(env->arena);
	for (size_t i = 0; i < list->count; i++)
		tree_put(&items, NULL, item_map(env->arena, &list->items[i]));
	tree_put(&root, "benchbrief", tree_text(env->version));
	tree_put(&root, "equipment", tree_list(&items));
	struct value value = tree_map(&root);
	fputs(emit_json(env->arena, &value), stdout);
}

/* ---- the command ---- */

static void list_options(struct option *options)
{
	options[OPT_FORMAT] = (struct option){ .name = "--format", .brief = "-f" };
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **operands;
	size_t n;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	const char *format = option_value(&options[OPT_FORMAT], "text");
	if (n)
		return command_usage(env, "doctor", "doctor takes no arguments");
	if (!str_eq(format, "text") && !str_eq(format, "json"))
		return command_usage(env, "doctor", "--format must be text or json, not %s", format);
	struct equipment_list list = command_libraries(env);
	add_fonts(env, &list);
	base_equipment(&list);
	judge(env, &list);
	(str_eq(format, "json") ? print_json : print_text)(env, &list);
	return EXIT_DONE;
}

const struct command command_doctor = {
	.name = "doctor",
	.summary = "whether all libraries and fonts are here, and what to install",
	.help = "usage: benchbrief doctor [--format text|json]\n\n"
		"Lists the libraries with their versions, the fonts of all looks and what the kernel offers, with what "
		"each\n"
		"is for and the package to install where it is missing.\n\n"
		"  -f, --format F     text (default), or json: {\"benchbrief\": VERSION, \"equipment\": [{\"kind\":\n"
		"                     \"library|font|guard\", \"name\", \"version\" or null, \"here\", \"needed\", "
		"\"purpose\",\n"
		"                     \"package\" or null}]}\n\n"
		"The exit status is 1 if something is missing without which nothing can be made.\n",
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
