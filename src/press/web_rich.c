/* Running text with everything that its ranges say of it. */
#include "press/rich_state.h"
#include "press/web_writing.h"

#include "base/str.h"
#include "brief/briefing.h"
#include "words/number.h"
#include "words/words.h"

#include <string.h>

/* ---- the levels ---- */

static bool same_place(struct place a, struct place b)
{
	return a.line == b.line && a.column == b.column;
}

/* The entry of an answer by its number and 1; 0: it has none. */
static size_t entry_of(const struct web_writing *w, const struct rich_answer *answer)
{
	const struct briefing *b = w->briefing;
	const char *expression = NULL;
	for (size_t i = 0; i < b->n_values && !expression; i++)
		if (same_place(b->values[i].place, answer->place))
			expression = b->values[i].expression;
	for (size_t i = 0; expression && i < w->n_entries; i++)
		if (w->entries[i].value && str_eq(w->entries[i].value->expression, expression))
			return i + 1;
	return 0;
}

void web_open_entry(struct web_writing *w, size_t entry)
{
	if (entry)
		web_add(w->web, "<span class=q>");
}

void web_close_entry(struct web_writing *w, size_t entry)
{
	if (!entry)
		return;
	web_addf(w->web, "<a href=#_e%zu", entry);
	if (!w->entries[entry - 1].met)
		web_addf(w->web, " id=_r%zu", entry);
	w->entries[entry - 1].met = true;
	web_addf(w->web, " aria-label=[%zu]></a></span>", entry);
}

static void open_level(void *of, const struct rich *r, int level, size_t is)
{
	struct web_writing *w = of;
	static const char *const faces[TEXT_WEIGHTS] = { [TEXT_SEMIBOLD] = "<b>",
		                                         [TEXT_BOLD] = "<strong>",
		                                         [TEXT_ITALIC] = "<em>",
		                                         [TEXT_BOLD_ITALIC] = "<strong><em>",
		                                         [TEXT_CODE] = "<code>" };
	if (level == LEVEL_ANSWER)
		web_open_entry(w, entry_of(w, &r->answers[is - 1]));
	if (level == LEVEL_LINK) {
		web_add(w->web, "<a");
		web_address(w->web, "href", r->links[is - 1].target);
		web_add(w->web, ">");
	}
	if (level == LEVEL_DOUBT)
		web_add(w->web, "<span class=\"unsure\">");
	if (level == LEVEL_STRIKE)
		web_add(w->web, "<del>");
	if (level == LEVEL_FACE && faces[r->marks[is - 1].weight])
		web_add(w->web, faces[r->marks[is - 1].weight]);
}

static void close_level(void *of, const struct rich *r, int level, size_t is)
{
	struct web_writing *w = of;
	static const char *const faces[TEXT_WEIGHTS] = { [TEXT_SEMIBOLD] = "</b>",
		                                         [TEXT_BOLD] = "</strong>",
		                                         [TEXT_ITALIC] = "</em>",
		                                         [TEXT_BOLD_ITALIC] = "</em></strong>",
		                                         [TEXT_CODE] = "</code>" };
	if (level == LEVEL_ANSWER)
		web_close_entry(w, entry_of(w, &r->answers[is - 1]));
	if (level == LEVEL_LINK)
		web_add(w->web, "</a>");
	if (level == LEVEL_DOUBT)
		web_add(w->web, "</span>");
	if (level == LEVEL_STRIKE)
		web_add(w->web, "</del>");
	if (level == LEVEL_FACE && faces[r->marks[is - 1].weight])
		web_add(w->web, faces[r->marks[is - 1].weight]);
}

/* ---- the text ---- */

static void refer(void *of, size_t note)
{
	struct web_writing *w = of;
	web_add(w->web, "<sup><a role=\"doc-noteref\"");
	web_addf(w->web, " href=\"#_n%zu\"", note + 1);
	if (!w->noted[note])
		web_addf(w->web, " id=\"_m%zu\"", note + 1);
	w->noted[note] = true;
	web_addf(w->web, ">");
	web_text(w->web, number_plain(w->job->arena, w->language, note + 1));
	web_add(w->web, "</a></sup>");
}

static void add_text(void *of, enum text_weight weight, const char *text, size_t n)
{
	struct web_writing *w = of;
	while (n) {
		const char *end = memchr(text, '\n', n);
		size_t line = end ? (size_t)(end - text) : n;
		web_text_in(w->web, weight, text, line);
		if (end)
			web_add(w->web, "<br>");
		text += line + (end != NULL);
		n -= line + (end != NULL);
	}
}

void web_rich(struct web_writing *w, const struct rich *r, enum text_weight weight)
{
	rich_write(r, weight, &(struct rich_writer){ w, open_level, close_level, refer, add_text });
}

void web_written(struct web_writing *w, const char *name, const char *classes, const struct rich *r,
                 enum text_weight weight)
{
	web_addf(w->web, classes ? "<%s class=\"%s\"" : "<%s", name, classes);
	web_direction(w->web, r->text);
	web_add(w->web, ">");
	web_rich(w, r, weight);
	web_addf(w->web, "</%s>", name);
}
