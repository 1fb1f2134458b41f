/* Running text with everything that its ranges say of it. */
#include "press/web_writing.h"

#include "base/str.h"
#include "brief/briefing.h"
#include "words/number.h"
#include "words/words.h"

#include <string.h>

enum { LEVEL_ANSWER, LEVEL_LINK, LEVEL_DOUBT, LEVEL_FACE, LEVELS };

struct state { /* what holds at a place of the text, from the outside to the inside; 0: nothing, else its number and 1
	        */
	size_t is[LEVELS];
};

static void limit(size_t at, size_t start, size_t end, size_t *next)
{
	if (start > at && start < *next)
		*next = start;
	if (end > at && end < *next)
		*next = end;
}

/* *next: where something else begins. */
static struct state state_at(const struct rich *r, size_t at, size_t *next)
{
	struct state s = { { 0 } };
	for (size_t i = 0; i < r->n_answers; i++) {
		limit(at, r->answers[i].start, r->answers[i].end, next);
		if (at >= r->answers[i].start && at < r->answers[i].end)
			s.is[LEVEL_ANSWER] = i + 1;
	}
	for (size_t i = 0; i < r->n_links; i++) {
		limit(at, r->links[i].start, r->links[i].end, next);
		if (at >= r->links[i].start && at < r->links[i].end)
			s.is[LEVEL_LINK] = i + 1;
	}
	for (size_t i = 0; i < r->n_doubts; i++) {
		limit(at, r->doubts[i].start, r->doubts[i].end, next);
		if (at >= r->doubts[i].start && at < r->doubts[i].end)
			s.is[LEVEL_DOUBT] = i + 1;
	}
	for (size_t i = 0; i < r->n_marks; i++) {
		limit(at, r->marks[i].start, r->marks[i].end, next);
		if (at >= r->marks[i].start && at < r->marks[i].end)
			s.is[LEVEL_FACE] = i + 1;
	}
	return s;
}

static const struct rich_note *note_at(const struct rich *r, size_t at, size_t *next)
{
	const struct rich_note *found = NULL;
	for (size_t i = 0; i < r->n_notes; i++) {
		limit(at, r->notes[i].start, r->notes[i].end, next);
		if (at >= r->notes[i].start && at < r->notes[i].end)
			found = &r->notes[i];
	}
	return found;
}

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

static void open_level(struct web_writing *w, const struct rich *r, int level, size_t is)
{
	static const char *const faces[TEXT_WEIGHTS] = { [TEXT_SEMIBOLD] = "<b>",
		                                         [TEXT_BOLD] = "<strong>",
		                                         [TEXT_ITALIC] = "<em>",
		                                         [TEXT_BOLD_ITALIC] = "<strong><em>",
		                                         [TEXT_CODE] = "<code>" };
	if (level == LEVEL_ANSWER && entry_of(w, &r->answers[is - 1]))
		web_add(w->web, "<span class=q>");
	if (level == LEVEL_LINK) {
		web_add(w->web, "<a");
		web_address(w->web, "href", r->links[is - 1].target);
		web_add(w->web, ">");
	}
	if (level == LEVEL_DOUBT)
		web_add(w->web, "<span class=\"unsure\">");
	if (level == LEVEL_FACE && faces[r->marks[is - 1].weight])
		web_add(w->web, faces[r->marks[is - 1].weight]);
}

/* The mark after an answer, which leads to what it rests on. */
static void close_answer(struct web_writing *w, const struct rich_answer *answer)
{
	size_t entry = entry_of(w, answer);
	if (!entry)
		return;
	web_addf(w->web, "<a class=e href=#_e%zu", entry);
	if (!w->entries[entry - 1].met)
		web_addf(w->web, " id=_r%zu", entry);
	w->entries[entry - 1].met = true;
	web_addf(w->web, " aria-label=[%zu]></a></span>", entry);
}

static void close_level(struct web_writing *w, const struct rich *r, int level, size_t is)
{
	static const char *const faces[TEXT_WEIGHTS] = { [TEXT_SEMIBOLD] = "</b>",
		                                         [TEXT_BOLD] = "</strong>",
		                                         [TEXT_ITALIC] = "</em>",
		                                         [TEXT_BOLD_ITALIC] = "</em></strong>",
		                                         [TEXT_CODE] = "</code>" };
	if (level == LEVEL_ANSWER)
		close_answer(w, &r->answers[is - 1]);
	if (level == LEVEL_LINK)
		web_add(w->web, "</a>");
	if (level == LEVEL_DOUBT)
		web_add(w->web, "</span>");
	if (level == LEVEL_FACE && faces[r->marks[is - 1].weight])
		web_add(w->web, faces[r->marks[is - 1].weight]);
}

/* Closes what ends, and what is inside it, and opens what begins. */
static void change(struct web_writing *w, const struct rich *r, struct state *from, struct state to)
{
	int first = 0;
	while (first < LEVELS && from->is[first] == to.is[first])
		first++;
	for (int level = LEVELS; level-- > first;)
		if (from->is[level])
			close_level(w, r, level, from->is[level]);
	for (int level = first; level < LEVELS; level++)
		if (to.is[level])
			open_level(w, r, level, to.is[level]);
	*from = to;
}

/* ---- the text ---- */

static void refer(struct web_writing *w, size_t note)
{
	web_add(w->web, "<sup><a role=\"doc-noteref\"");
	web_addf(w->web, " href=\"#_n%zu\"", note + 1);
	if (!w->noted[note])
		web_addf(w->web, " id=\"_m%zu\"", note + 1);
	w->noted[note] = true;
	web_addf(w->web, ">");
	web_text(w->web, number_plain(w->job->arena, w->language, note + 1));
	web_add(w->web, "</a></sup>");
}

static void add_text(struct web_writing *w, enum text_weight weight, const char *text, size_t n)
{
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
	struct state open = { { 0 } };
	const struct rich_note *referred = NULL;
	size_t n = strlen(r->text);
	for (size_t at = 0; at < n;) {
		size_t next = n;
		struct state now = state_at(r, at, &next);
		const struct rich_note *note = note_at(r, at, &next);
		change(w, r, &open, now);
		if (note && note != referred)
			refer(w, note->note);
		else if (!note)
			add_text(w, now.is[LEVEL_FACE] ? r->marks[now.is[LEVEL_FACE] - 1].weight : weight, r->text + at,
			         next - at);
		referred = note;
		at = next;
	}
	change(w, r, &open, (struct state){ { 0 } });
}
