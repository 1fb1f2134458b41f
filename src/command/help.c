/* Help, with the names that other rooms own. */
#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/painter.h"
#include "style/page_format.h"
#include "words/words.h"

#include <string.h>

/* The suffixes of those that are a document instead of the pages, or of the others. */
static char *suffixes(struct arena *arena, bool documents)
{
	struct strbuf b = strbuf_new(arena);
	const struct painter *painter;
	for (size_t i = 0; (painter = painter_at(i)); i++)
		if ((painter->flows || painter->holds_slides) == documents)
			strbuf_addf(&b, "%s%s", b.n ? ", " : "", painter->suffix);
	return b.s;
}

static char *names_of_formats(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	const struct painter *painter;
	for (size_t i = 0; (painter = painter_at(i)); i++)
		strbuf_addf(&b, "%s%s", !i ? "" : painter_at(i + 1) ? ", " : " or ", painter->name);
	return b.s;
}

/* What a mark stands for; NULL if it is none. */
static const char *meaning(struct arena *arena, const char *mark, size_t n)
{
	const struct {
		const char *mark, *meaning;
	} all[] = {
		{ "{formats}", painter_list(arena, "", ", ") },
		{ "{format}", painter_list(arena, "", "|") },
		{ "{.format}", painter_list(arena, ".", "|") },
		{ "{FORMATS}", names_of_formats(arena) },
		{ "{pages}", painter_for_pages()->suffix },
		{ "{PAGES}", painter_for_pages()->name },
		{ "{chart}", painter_for_chart()->suffix },
		{ "{languages}", language_codes(arena) },
		{ "{papers}", page_format_names(arena, false) },
		{ "{pages_of_briefings}", page_format_names(arena, true) },
		{ "{flowing}", suffixes(arena, true) },
		{ "{charts}", suffixes(arena, false) },
	};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (strlen(all[i].mark) == n && memcmp(all[i].mark, mark, n) == 0)
			return all[i].meaning;
	return NULL;
}

char *command_fill(struct arena *arena, const char *help)
{
	struct strbuf b = strbuf_new(arena);
	while (*help) {
		size_t n = strcspn(help, "{");
		strbuf_addn(&b, help, n);
		help += n;
		if (!*help)
			break;
		n = strcspn(help, "}\n") + 1;
		const char *text = meaning(arena, help, n);
		n = text ? n : 1;
		if (text)
			strbuf_add(&b, text);
		else
			strbuf_addn(&b, help, n);
		help += n;
	}
	return b.s;
}
