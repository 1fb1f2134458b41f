#include "completion_values.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"
#include "chart/kind.h"
#include "data/formats.h"
#include "paint/painter.h"
#include "style/look.h"
#include "style/page_format.h"
#include "words/words.h"

/* ---- lists that other rooms own ---- */

const char *completion_kinds(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; chart_kind_at(i); i++)
		strbuf_addf(&b, "%s%s", i ? " " : "", chart_kind_at(i)->name);
	return b.s;
}

/* Those with a space in their names have to be quoted, which shells do otherwise each. */
static const char *pages(struct arena *arena, bool briefing)
{
	struct strbuf b = strbuf_new(arena);
	for (int i = 0; i < PAGE_FORMATS; i++)
		if (!page_format_at(i)->landscape && (briefing || page_format_at(i)->kind != PAGE_NOTES))
			strbuf_addf(&b, "%s%s", b.n ? " " : "", page_format_at(i)->name);
	return b.s;
}

static const char *looks_in(struct arena *arena, const char *folder)
{
	size_t count = 0;
	struct strbuf b = strbuf_new(arena);
	const char **names = look_list(arena, folder, &count, diags_new(arena));
	for (size_t i = 0; names && i < count; i++)
		strbuf_addf(&b, "%s%s", i ? " " : "", names[i]);
	return b.s;
}

static const char *imports(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; format_at(i).name; i++)
		strbuf_addf(&b, "%s%s", i ? " " : "", format_at(i).name);
	return b.s;
}

static const char *languages(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; language_at(i); i++)
		strbuf_addf(&b, "%s%s", i ? " " : "", language_at(i)->code);
	return b.s;
}

static const char *formats(struct arena *arena, const char *command)
{
	if (str_eq(command, "render") || str_eq(command, "chart") || str_eq(command, "watch"))
		return arena_printf(arena, "%s scene", painter_list(arena, "", " "));
	if (str_eq(command, "data"))
		return "table csv json yaml";
	return str_eq(command, "diff") ? "table json markdown" : "text json";
}

/* ---- options ---- */

static const struct {
	const char *option, *words; /* words NULL: any text */
} fixed[] = {
	{ "--diagnostics", "text json sarif" },
	{ "--better", "higher lower" },
	{ "--order", "value data name released" },
	{ "--type", "desk room" },
	{ "--color", "maker highlight" },
	{ "--group", "maker family" },
	{ "--claims", "mark hide" },
	{ "--log", "true false" },
	{ "--digits", "0 1 2 3 4" },
	{ "--title", NULL },
	{ "--subtitle", NULL },
	{ "--alt", NULL },
	{ "--source", NULL },
	{ "--note", NULL },
	{ "--rows", NULL },
	{ "--top", NULL },
	{ "--scale", NULL },
	{ "--jobs", NULL },
	{ "--port", NULL },
	{ "--shard", NULL },
	{ "--where", NULL },
	{ "--map", NULL },
	{ "--unit", NULL },
	{ "--sql", NULL },
	{ "--reference", NULL },
	{ "--band", NULL },
	{ "--annotate", NULL },
	{ "--depfile-target", NULL },
};

static const struct {
	const char *option, *asked;
} asked[] = {
	{ "--benchmark", "benchmarks" }, { "--model", "models" }, { "--focus", "models" }, { "--maker", "makers" }
};

static struct completion_value words(const char *list, bool or_file)
{
	return (struct completion_value){ TAKES_WORDS, list, or_file };
}

struct completion_value completion_value(struct arena *arena, const char *command, const char *option,
                                         const char *looks)
{
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (str_eq(fixed[i].option, option))
			return fixed[i].words ? words(fixed[i].words, false)
			                      : (struct completion_value){ TAKES_TEXT, "", false };
	for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
		if (str_eq(asked[i].option, option))
			return (struct completion_value){ TAKES_ASKED, asked[i].asked, false };
	if (str_eq(option, "--look"))
		return words(looks_in(arena, looks), true);
	if (str_eq(option, "--lang"))
		return words(languages(arena), false);
	if (str_eq(option, "--page") || str_eq(option, "--size"))
		return words(pages(arena, str_eq(option, "--page")), false);
	if (str_eq(option, "--format"))
		return words(formats(arena, command), false);
	if (str_eq(option, "--from"))
		return words(imports(arena), true);
	if (str_eq(option, "--only"))
		return words(arena_printf(arena, "%s charts", painter_for_pages()->suffix), false);
	bool folder = str_eq(option, "--out") && !str_eq(command, "chart");
	return (struct completion_value){ folder ? TAKES_FOLDER : TAKES_FILE, "", false };
}
