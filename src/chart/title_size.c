/* Titles where nobody knows which numbers are better: how large the values are, and no more. */
#include "chart/shown.h"

#include "base/arena.h"
#include "words/words.h"

struct sizes { /* the extreme rows among some */
	const struct standing_row *most, *least;
	size_t count;
};

/* Of all drawn rows but one; rows with a value come first, the largest first. */
static struct sizes sizes_of(const struct standing *s, const struct standing_row *but)
{
	struct sizes sizes = { 0 };
	for (size_t i = 0; i < s->n_present; i++)
		if (&s->rows[i] != but) {
			sizes.most = sizes.most ? sizes.most : &s->rows[i];
			sizes.least = &s->rows[i];
			sizes.count++;
		}
	return sizes;
}

/* With the unit's sign, or with its word where that is asked for: one word is enough for a range. */
static char *value_of(const struct shown *shown, const struct standing_row *row, bool word)
{
	struct arena *a = shown->subject->arena;
	const struct benchmark *b = shown->grid->columns[0]->benchmark;
	return word && !b->unit->sign ? phrase_counted(a, row, shown->styles[0], b)
	                              : phrase_value(a, row, shown->styles[0], b, true);
}

static char *fill(const struct shown *shown, enum word word, const struct standing_row *own, const struct sizes *sizes)
{
	struct arena *a = shown->subject->arena;
	const struct standing_row *most = sizes->most ? sizes->most : own, *least = sizes->least ? sizes->least : own;
	bool alone = own != NULL; /* its value has the unit */
	own = own ? own : most;
	return words_fill(a, shown->subject->language, word, "name", phrase_variant(a, own->variant), "value",
	                  value_of(shown, own, true), "most", phrase_variant(a, most->variant), "high",
	                  value_of(shown, most, !alone), "least", phrase_variant(a, least->variant), "low",
	                  value_of(shown, least, false), "on",
	                  words_object(a, shown->subject->language, shown->grid->columns[0]->benchmark->brief), NULL);
}

static bool differ(const struct shown *shown, const struct sizes *sizes)
{
	return sizes->count > 1 && number_shown(sizes->most->value, shown->styles[0]) !=
	                                   number_shown(sizes->least->value, shown->styles[0]);
}

void shown_size_titles(const struct shown *shown, const char *titles[FRAME_TITLES])
{
	const struct standing *s = shown->grid->columns[0];
	size_t left = shown_all(shown, 0)->n_present - s->n_present;
	const struct standing_row *own = NULL;
	for (size_t i = 0; i < s->n_present; i++)
		if (s->rows[i].variant == shown->subject->request->focus)
			own = &s->rows[i];
	struct sizes sizes = sizes_of(s, own);
	if (own && own->claimed) {
		titles[0] = fill(shown, WORD_TITLE_CLAIMS, own, &sizes);
	} else if (own) {
		titles[1] = fill(shown, WORD_TITLE_SIZE, own, &sizes);
		titles[0] = left                    ? titles[1]
		            : differ(shown, &sizes) ? fill(shown, WORD_TITLE_SIZE_OTHERS, own, &sizes)
		            : sizes.count == 1      ? fill(shown, WORD_TITLE_SIZE_OTHER, own, &sizes)
		                                    : titles[1];
	} else if (differ(shown, &sizes)) {
		titles[1] = shown_with_rest(shown, fill(shown, WORD_TITLE_RANGE_SHORT, own, &sizes), COUNT_VALUES_LEFT,
		                            left);
		titles[0] = left ? titles[1] : fill(shown, WORD_TITLE_RANGE, own, &sizes);
	} else if (sizes.count == 1 && !left) {
		titles[0] = fill(shown, WORD_TITLE_SIZE, own, &sizes);
	}
}
