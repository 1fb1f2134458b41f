/* Rules C10 and F7: what is not drawn is neither named nor counted as if it were, and leaves a gap. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/number_read.h"
#include "words/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- C10: names ---- */

struct found { /* a name that occurs in a text */
	const char *name;
	bool hidden;
};

struct founds {
	struct found *items;
	size_t count, capacity;
};

static void look_for(struct proofing *p, struct founds *founds, const char *text, const char *name, bool hidden)
{
	if (!name || !*name || !proof_find_whole(text, text, name))
		return;
	founds->items = arena_grow(p->arena, founds->items, &founds->capacity, founds->count, sizeof *founds->items);
	founds->items[founds->count++] = (struct found){ name, hidden };
}

/* A model that is called "Higher" cannot be told from a word of the language. */
static bool is_word(const struct language *l, const char *name)
{
	for (int i = 0; i < WORDS; i++) {
		const char *phrase = words_get(l, (enum word)i);
		if (proof_find_whole(phrase, phrase, name))
			return true;
	}
	for (size_t i = 0; l->units[i].unit; i++)
		for (size_t k = 0; k < PLURALS && l->units[i].forms[k]; k++)
			if (proof_find_whole(l->units[i].forms[k], l->units[i].forms[k], name))
				return true;
	return false;
}

/* Longest first; of equal names those that are drawn. */
static int by_length(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	size_t n = strlen(x->name), m = strlen(y->name);
	int order = strcmp(x->name, y->name);
	return n != m ? (n > m ? -1 : 1) : order ? order : x->hidden - y->hidden;
}

static void find_drawn(struct proofing *p, struct founds *founds, const char *text)
{
	const struct scene_evidence *e = p->scene->evidence;
	size_t n_hidden = founds->count;
	for (size_t i = 0; i < e->n_data; i++) {
		look_for(p, founds, text, e->data[i].name, false);
		look_for(p, founds, text, e->data[i].column, false);
	}
	for (size_t i = 0; i < e->n_measures; i++) {
		look_for(p, founds, text, e->measures[i].name, false);
		look_for(p, founds, text, e->measures[i].words, false);
	}
	look_for(p, founds, text, e->vintage, false);
	for (size_t i = 0; i < p->n_names; i++) {
		bool hidden = false;
		for (size_t k = 0; k < n_hidden && !hidden; k++)
			hidden = str_eq(founds->items[k].name, p->names[i]);
		if (!hidden)
			look_for(p, founds, text, p->names[i], false);
	}
}

/* item: of the text; the scene's n_items for the alt text. */
static void check_names(struct proofing *p, size_t item, const char *what, const char *text)
{
	struct founds founds = { NULL, 0, 0 };
	for (size_t i = 0; i < p->n_hidden; i++)
		if (proof_has_letter(p->hidden[i]))
			look_for(p, &founds, text, p->hidden[i], true);
	if (!founds.count)
		return;
	find_drawn(p, &founds, text);
	qsort(founds.items, founds.count, sizeof *founds.items, by_length);
	for (size_t i = 0; i < founds.count; i++) {
		const struct found *f = &founds.items[i];
		if (f->hidden && proof_find_whole(text, text, f->name) &&
		    !is_word(p->scene->document.language, f->name))
			proof_find(p, "C10", item, proof_our_fault, "the %s names \"%s\", which is not drawn", what,
			           f->name);
		text = proof_without(p->arena, text, f->name);
	}
}

/* ---- C10: counts ---- */

static bool says_rest(const struct language *l, const char *text, bool subtitle)
{
	static const enum word words[] = { WORD_NOT_SHOWN, WORD_MODELS_NOT_SHOWN, WORD_BENCHMARKS_NOT_SHOWN,
		                           WORD_TITLE_COMPARED_PART, WORD_OF_THESE_SHOWN };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (words_said(l, words[i], text))
			return true;
	return subtitle && words_said(l, WORD_SUB_BENCHMARKS_PART, text);
}

static bool is_blank(const char *end, size_t n)
{
	return end[-1] == ' ' || end[-1] == '\n' || (n > 1 && end[-2] == '\xc2' && end[-1] == '\xa0');
}

/* The number before a word, in digits or as the language spells it; 0 if there is none. */
static size_t number_before(struct proofing *p, const char *text, const char *word)
{
	const struct language *l = p->scene->document.language;
	const char *end = word;
	while (end > text && is_blank(end, (size_t)(end - text)))
		end -= end[-1] == '\xa0' ? 2 : 1;
	const char *start = end;
	while (start > text && !is_blank(start, (size_t)(start - text)))
		start--;
	const char *token = arena_strndup(p->arena, start, (size_t)(end - start));
	struct number_printed number = number_read(l, token);
	if (number.bytes && !token[number.bytes])
		return number.number > 0 ? (size_t)number.number : 0;
	for (size_t i = 1; i < sizeof l->counts / sizeof *l->counts; i++)
		if (str_eq(token, l->counts[i]) || str_eq(token, words_sentence(p->arena, l, l->counts[i])))
			return i;
	return 0;
}

/* noun: the phrase of a number and what it counts. */
static void check_count(struct proofing *p, size_t item, const char *what, const char *text, enum word noun,
                        struct scene_count count)
{
	const struct language *l = p->scene->document.language;
	const char *words = words_fill(p->arena, l, noun, "n", "0", NULL), *of = strchr(words, ' ');
	if (count.asked <= count.drawn || !of ||
	    says_rest(l, text, item < p->scene->n_items && p->scene->items[item].role == ROLE_SUBTITLE))
		return;
	for (const char *at = strstr(text, of + 1); at; at = strstr(at + 1, of + 1)) {
		size_t n = number_before(p, text, at);
		if (n > count.drawn)
			proof_find(p, "C10", item, proof_our_fault, "the %s counts %zu %s, but %zu are drawn", what, n,
			           of + 1, count.drawn);
	}
}

static void check_text(struct proofing *p, size_t item, const char *what, const char *text, bool counts)
{
	const struct scene_evidence *e = p->scene->evidence;
	text = str_one_line(p->arena, text);
	check_names(p, item, what, text);
	if (!counts)
		return;
	check_count(p, item, what, text, WORD_FACT_MODELS, e->models);
	check_count(p, item, what, text, WORD_FACT_BENCHMARKS, e->benchmarks);
}

static void check_words(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		bool note = (item->role == ROLE_NOTE || item->role == ROLE_KEY) &&
		            !(item->says & (SAYS_LEFT_OUT | SAYS_CONFLICT | SAYS_QUOTED));
		if (item->kind == SCENE_TEXT && (note || item->role == ROLE_TITLE || item->role == ROLE_SUBTITLE))
			check_text(p, i, scene_role_word(item->role),
			           item->text.block->text + (item->own ? item->own->length : 0), !note);
	}
	if (s->document.alt && !s->document.own_alt)
		check_text(p, s->n_items, "alt text", proof_alt(p->arena, s), true);
}

/* ---- F7 ---- */

static bool says_number(struct proofing *p, const char *text, size_t n)
{
	const char *number = number_plain(p->arena, p->scene->document.language, n);
	return proof_find_whole(text, text, number) != NULL;
}

/* A gap between two names, and how many it says are left out. */
static bool is_marked(struct proofing *p, double top, double bottom, size_t left_out)
{
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *item = &p->scene->items[i];
		if (item->role == ROLE_GAP && item->kind == SCENE_TEXT && item->text.at.y > top &&
		    item->text.at.y < bottom && says_number(p, item->text.block->text, left_out))
			return true;
	}
	return false;
}

/* Names stand in the order of their rows, band by band. */
static void check_gaps(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_datum *before = NULL;
	double y = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d = item->role == ROLE_LABEL ? proof_datum(s, item) : NULL;
		if (!d || d == before)
			continue;
		if (before && d->row == before->row + 1 && d->of_all > before->of_all + 1 &&
		    !is_marked(p, y, item->text.at.y, d->of_all - before->of_all - 1))
			proof_find(p, "F7", i, proof_our_fault, "no gap says that %zu rows are left out above \"%s\"",
			           d->of_all - before->of_all - 1, d->name);
		before = d;
		y = item->text.at.y;
	}
}

/* ---- F7: the best and the largest value ---- */

static bool says_top(struct proofing *p, const char *column, size_t missing)
{
	const struct scene *s = p->scene;
	const struct language *l = s->document.language;
	for (size_t i = 0; i < s->n_items; i++) {
		if (s->items[i].role != ROLE_NOTE || s->items[i].kind != SCENE_TEXT)
			continue;
		const char *text = str_one_line(p->arena, s->items[i].text.block->text);
		if ((words_said(l, WORD_NOTE_TOPS_NOT_SHOWN_ON, text) && strstr(text, column)) ||
		    (words_said(l, WORD_NOTE_TOPS_NOT_SHOWN, text) &&
		     (s->evidence->columns.elsewhere || says_number(p, text, missing))))
			return true;
	}
	return false;
}

/* The name of a column that is drawn without its best or its largest value; NULL if it has both. */
static const char *topless(const struct scene_evidence *e, size_t place)
{
	const struct scene_top *top = &e->tops[place];
	const char *column = NULL;
	bool best = false;
	double largest = 0;
	for (size_t i = 0; i < e->n_data; i++) {
		const struct scene_datum *d = &e->data[i];
		if (d->place != place)
			continue;
		column = d->column;
		best |= d->rank == 1;
		largest = d->present && fabs(d->value) > largest ? fabs(d->value) : largest;
	}
	return top->present && ((top->ranked && !best) || top->largest > largest) ? column : NULL;
}

static void check_tops(struct proofing *p)
{
	const struct scene_evidence *e = p->scene->evidence;
	size_t missing = 0;
	if (!e->tops || e->rows.elsewhere)
		return;
	for (size_t place = 0; place < e->columns.known; place++)
		missing += topless(e, place) != NULL;
	for (size_t place = 0; place < e->columns.known; place++) {
		const char *column = topless(e, place);
		if (column && !says_top(p, column, missing))
			proof_find(p, "F7", p->scene->n_items, proof_our_fault,
			           "the best or the largest value on \"%s\" is not drawn, and no note says so", column);
	}
}

void proof_shown(struct proofing *p)
{
	check_words(p);
	check_gaps(p);
	check_tops(p);
}
