#include "brief/self_report.h"

#include "data/selection.h"
#include "words/language.h"

#include <string.h>

static const struct selection *selection_of_use(struct reading *r, const struct fact_use *use)
{
	struct selections all = selections_of(r->arena, r->dataset, use->benchmark);
	size_t at = selections_find(&all, use->variant);
	return at < all.count ? all.items[at] : NULL;
}

/* A developer's own value among them, and none that somebody else measured. */
static bool is_self_reported(struct reading *r, const struct fact *fact)
{
	bool own = false;
	for (size_t i = 0; i < fact->n_uses; i++) {
		const struct selection *s = selection_of_use(r, &fact->uses[i]);
		if (s && s->chosen && s->chosen->measured == MEASURED_THIRD_PARTY)
			return false;
		own |= s && selection_is_claim(s);
	}
	return own;
}

static bool says_so(const struct language *language, const char *title)
{
	for (size_t i = 0; language->own[i]; i++)
		if (strstr(title, language->own[i]))
			return true;
	return false;
}

void self_report_check(struct reading *r, const char *title, struct place place, const struct fact *condition)
{
	if (r->measured || says_so(&language_english, title) || says_so(r->language, title) ||
	    !is_self_reported(r, condition))
		return;
	diag_add(r->diags, DIAG_WARNING, place, "say whose they are: \"by its maker's own scores\"",
	         "the title \"%s\" rests on developers' own values, and does not say so", title);
}
