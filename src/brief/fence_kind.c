#include "brief/fence_kind.h"

#include "base/str.h"

static const char *const names[FENCE_KINDS] = {
	[FENCE_CHART] = "chart",       [FENCE_TABLE] = "table",     [FENCE_FIGURES] = "figures",
	[FENCE_CLAIMS] = "claims",     [FENCE_SPECS] = "specs",     [FENCE_FINDINGS] = "findings",
	[FENCE_SOURCES] = "sources",   [FENCE_METHOD] = "method",   [FENCE_CONFLICTS] = "conflicts",
	[FENCE_CHANGES] = "changes",   [FENCE_NUMBERS] = "numbers", [FENCE_RECOMMEND] = "recommend",
	[FENCE_MATRIX] = "matrix",     [FENCE_COMPARE] = "compare", [FENCE_QUOTE] = "quote",
	[FENCE_EVENTS] = "events",     [FENCE_STEPS] = "steps",     [FENCE_TOC] = "toc",
	[FENCE_COLUMNS] = "columns",   [FENCE_NOTE] = "note",       [FENCE_SIDE] = "side",
	[FENCE_TAKEAWAY] = "takeaway", [FENCE_SPEAKER] = "speaker", [FENCE_APPENDIX] = "appendix",
};

enum fence_kind fence_kind_of(const char *word)
{
	for (int i = 0; i < FENCE_KINDS; i++)
		if (str_eq(word, names[i]))
			return (enum fence_kind)i;
	return FENCE_CODE;
}

const char *fence_kind_name(enum fence_kind kind)
{
	return names[kind];
}

bool fence_kind_is_markdown(enum fence_kind kind)
{
	return kind >= FENCE_NOTE && kind <= FENCE_SPEAKER;
}

bool fence_kind_is_generated(enum fence_kind kind)
{
	return kind >= FENCE_SOURCES && kind <= FENCE_CHANGES;
}

bool fence_kind_is_remade(enum fence_kind kind)
{
	return kind == FENCE_CLAIMS || kind == FENCE_SPECS || kind == FENCE_MATRIX || kind == FENCE_COMPARE ||
	       kind == FENCE_FINDINGS || fence_kind_is_generated(kind);
}

enum fence_kind fence_kind_near(const char *word)
{
	for (int i = 0; i < FENCE_KINDS && *word; i++)
		if (str_distance(word, names[i], 2) < 2)
			return (enum fence_kind)i;
	return FENCE_CODE;
}
