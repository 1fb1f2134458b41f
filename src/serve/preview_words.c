#include "serve/preview_words.h"

#include "data/tree.h"
#include "words/words.h"

/* What the page's script calls them. */
static const struct {
	const char *name;
	enum word word;
} named[] = {
	{ "source", WORD_HEAD_SOURCE },
	{ "skip", WORD_PREVIEW_SKIP },
	{ "tools", WORD_PREVIEW_TOOLS },
	{ "look", WORD_PREVIEW_LOOK },
	{ "language", WORD_PREVIEW_LANGUAGE },
	{ "page", WORD_PREVIEW_PAGE },
	{ "draft", WORD_PREVIEW_DRAFT },
	{ "zoom", WORD_PREVIEW_ZOOM },
	{ "smaller", WORD_PREVIEW_SMALLER },
	{ "larger", WORD_PREVIEW_LARGER },
	{ "download", WORD_PREVIEW_DOWNLOAD },
	{ "behind", WORD_PREVIEW_BEHIND },
	{ "connecting", WORD_PREVIEW_CONNECTING },
	{ "picked", WORD_PREVIEW_PICKED },
	{ "lists", WORD_PREVIEW_LISTS },
	{ "findings", WORD_PREVIEW_FINDINGS },
	{ "claims", WORD_PREVIEW_CLAIMS },
	{ "numbers", WORD_PREVIEW_NUMBERS },
	{ "charts", WORD_PREVIEW_CHARTS },
	{ "preview", WORD_PREVIEW_PREVIEW },
	{ "title", WORD_PREVIEW_TITLE },
	{ "as_written", WORD_PREVIEW_AS_WRITTEN },
	{ "so_written", WORD_PREVIEW_SO_WRITTEN },
	{ "of_briefing", WORD_PREVIEW_OF_BRIEFING },
	{ "editor", WORD_PREVIEW_EDITOR },
	{ "show", WORD_PREVIEW_SHOW },
	{ "error", WORD_PREVIEW_ERROR },
	{ "failure", WORD_PREVIEW_FAILURE },
	{ "warning", WORD_PREVIEW_WARNING },
	{ "note", WORD_PREVIEW_NOTE },
	{ "more_alike", WORD_PREVIEW_MORE_ALIKE },
	{ "nothing_wrong", WORD_PREVIEW_NOTHING_WRONG },
	{ "last_right", WORD_PREVIEW_LAST_RIGHT },
	{ "no_pages", WORD_PREVIEW_NO_PAGES },
	{ "more_findings", WORD_PREVIEW_MORE_FINDINGS },
	{ "page_of", WORD_PREVIEW_PAGE_OF },
	{ "chart_named", WORD_PREVIEW_CHART_NAMED },
	{ "chart", WORD_PREVIEW_CHART },
	{ "rests_on", WORD_PREVIEW_RESTS_ON },
	{ "line_text", WORD_PREVIEW_LINE_TEXT },
	{ "place", WORD_PREVIEW_PLACE },
	{ "another", WORD_PREVIEW_ANOTHER },
	{ "another_says", WORD_PREVIEW_ANOTHER_SAYS },
	{ "by_third", WORD_PREVIEW_BY_THIRD },
	{ "by_maker", WORD_PREVIEW_BY_MAKER },
	{ "rests", WORD_PREVIEW_RESTS },
	{ "value_in_text", WORD_PREVIEW_VALUE_IN_TEXT },
	{ "expression", WORD_PREVIEW_EXPRESSION },
	{ "looked_up", WORD_PREVIEW_LOOKED_UP },
	{ "value_in_chart", WORD_PREVIEW_VALUE_IN_CHART },
	{ "in_chart", WORD_PREVIEW_IN_CHART },
	{ "chart_kind", WORD_PREVIEW_CHART_KIND },
	{ "download_as", WORD_PREVIEW_DOWNLOAD_AS },
	{ "heard", WORD_PREVIEW_HEARD },
	{ "made_from", WORD_PREVIEW_MADE_FROM },
	{ "text", WORD_PREVIEW_TEXT },
	{ "line", WORD_PREVIEW_LINE },
	{ "values_in", WORD_PREVIEW_VALUES_IN },
	{ "holds", WORD_PREVIEW_HOLDS },
	{ "fails", WORD_PREVIEW_FAILS },
	{ "partly", WORD_PREVIEW_PARTLY },
	{ "untestable", WORD_PREVIEW_UNTESTABLE },
	{ "exactly", WORD_PREVIEW_EXACTLY },
	{ "decided", WORD_PREVIEW_DECIDED },
	{ "claims_none", WORD_PREVIEW_CLAIMS_NONE },
	{ "claims_sources", WORD_PREVIEW_CLAIMS_SOURCES },
	{ "charts_none", WORD_PREVIEW_CHARTS_NONE },
	{ "computed", WORD_PREVIEW_COMPUTED },
	{ "cited", WORD_PREVIEW_CITED },
	{ "said", WORD_PREVIEW_SAID },
	{ "unbound", WORD_PREVIEW_UNBOUND },
	{ "files", WORD_PREVIEW_FILES },
	{ "wrong_now", WORD_PREVIEW_WRONG_NOW },
	{ "current", WORD_PREVIEW_CURRENT },
	{ "changed", WORD_PREVIEW_CHANGED },
	{ "rendering", WORD_PREVIEW_RENDERING },
	{ "away", WORD_PREVIEW_AWAY },
	{ "elsewhere", WORD_PREVIEW_ELSEWHERE },
};

struct value preview_words(struct arena *arena, const struct language *language)
{
	struct tree map = tree_new(arena);
	for (size_t i = 0; i < sizeof named / sizeof *named; i++)
		tree_put(&map, named[i].name, tree_text(words_get(language, named[i].word)));
	return tree_map(&map);
}
