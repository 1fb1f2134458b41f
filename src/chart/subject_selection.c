/* What is said of a chart of some. */
#include "chart/subject.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "scene/scene.h"
#include "words/words.h"

#include <string.h>

bool subject_is_selection(const struct subject *f)
{
	const struct chart_request *q = f->request;
	bool of_two = q->kind->needs_ends && q->n_models == 2;
	return q->selected && !of_two && (f->ranked || f->starred || f->grid->n_rows > 1);
}

/* A name counts as one word, however many it has: how many are too many. */
static size_t beyond_one(const char *text, const char *name)
{
	size_t n = strstr(text, name) ? str_words(name) : 0;
	return n ? n - 1 : 0;
}

/* As rule C1 counts. Of very many only the first are looked for: a title names the first ones. */
static size_t count_words(const struct subject *f, const char *text)
{
	enum { MANY = 100 };
	size_t n = str_words(text), names = 0;
	for (size_t i = 0; i < f->grid->n_rows && i < MANY; i++)
		names += beyond_one(text, variant_full_name(f->arena, grid_variant(f->grid, i)));
	for (size_t i = 0; i < f->grid->n_columns && i < MANY; i++)
		names += beyond_one(text, f->grid->columns[i]->benchmark->brief);
	return n > names ? n - names : 0;
}

bool subject_is_short(const struct subject *f, const char *title)
{
	return count_words(f, title) <= SCENE_TITLE_WORDS;
}

const char *subject_among(const struct subject *f, const char *words)
{
	if (!words || !f->request->sifted)
		return words;
	const char *among = words_clause(f->arena, f->language, words, words_get(f->language, WORD_TITLE_AMONG));
	return subject_is_short(f, among) ? among : words;
}

void subject_alt_selected(const struct subject *f, struct strbuf *alt)
{
	if (subject_is_selection(f))
		phrase_alt_add(alt, words_get(f->language, WORD_NOTE_SELECTED));
}
