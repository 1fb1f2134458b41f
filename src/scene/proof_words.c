/* Rules C and J: the words say what they must, and nothing that is not so. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

/* ---- C1, C2: the title ---- */

struct name_list { /* that occur in a title */
	const char **items;
	size_t count, capacity;
};

static void add_name(struct proofing *p, struct name_list *names, const char *title, const char *name)
{
	if (!name || !*name || !strstr(title, name))
		return;
	names->items = arena_grow(p->arena, names->items, &names->capacity, names->count, sizeof *names->items);
	names->items[names->count++] = name;
}

static int longest_first(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;
	size_t n = strlen(x), m = strlen(y);
	return n != m ? (n > m ? -1 : 1) : strcmp(x, y);
}

/* The title with every name of the data as one word. Longer names first: "GPT-5.4 Pro" is not "GPT-5.4". */
static const char *without_names(struct proofing *p, const char *title)
{
	const struct scene *s = p->scene;
	struct name_list names = { NULL, 0, 0 };
	for (size_t i = 0; i < s->evidence->n_data; i++) {
		add_name(p, &names, title, s->evidence->data[i].name);
		add_name(p, &names, title, s->evidence->data[i].column);
	}
	for (size_t i = 0; i < p->n_names; i++)
		add_name(p, &names, title, p->names[i]);
	for (size_t i = 0; i < s->evidence->n_measures; i++)
		add_name(p, &names, title, s->evidence->measures[i].name);
	if (names.count)
		qsort(names.items, names.count, sizeof *names.items, longest_first);
	for (size_t i = 0; i < names.count; i++)
		title = proof_without(p->arena, title, names.items[i]);
	return title;
}

static void check_own_words(struct proofing *p)
{
	for (size_t i = 0; i < p->scene->n_items; i++) { /* an annotation is on one page alone */
		const struct scene_item *item = &p->scene->items[i];
		bool here = item->role == ROLE_ANNOTATION || p->scene->evidence->page == 0;
		if (item->kind == SCENE_TEXT && item->own && here)
			proof_own_words(p, i);
	}
	if (p->scene->document.own_alt && p->scene->evidence->page == 0)
		proof_own_words(p, p->scene->n_items);
}

static void check_title(struct proofing *p)
{
	for (size_t i = 0; i < p->scene->n_items && p->scene->evidence->page == 0; i++) { /* all pages have one title */
		const struct scene_item *item = &p->scene->items[i];
		if (item->role != ROLE_TITLE || item->kind != SCENE_TEXT)
			continue;
		const char *text = without_names(p, str_one_line(p->arena, item->text.block->text));
		size_t n = str_words(text);
		if (n > SCENE_TITLE_WORDS)
			proof_find(p, "C1", i, "shorten it; a title says one thing",
			           "the title has %zu words; the limit is %d", n, SCENE_TITLE_WORDS);
		if (!item->own)
			proof_said(p, "C2", i, item->text.block->text, SCENE_TITLE);
	}
}

/* ---- C3: measure, unit, date ---- */

static bool is_said(const struct scene *s, const char *words)
{
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		bool counts = item->role == ROLE_SUBTITLE || item->role == ROLE_HEAD || item->role == ROLE_HEADING;
		if (item->kind == SCENE_TEXT && counts && strstr(item->text.block->text, words))
			return true;
	}
	return false;
}

static void check_measure(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool *here = arena_alloc(p->arena, s->evidence->n_measures + 1, sizeof *here);
	for (size_t i = 0; i < s->evidence->n_data; i++)
		if (s->evidence->data[i].measure >= 0 && (size_t)s->evidence->data[i].measure < s->evidence->n_measures)
			here[s->evidence->data[i].measure] = true;
	for (size_t i = 0; i < s->evidence->n_measures; i++)
		if (here[i] && s->evidence->measures[i].words && !is_said(s, s->evidence->measures[i].words) &&
		    !is_said(s, words_sentence(p->arena, s->document.language, s->evidence->measures[i].words)) &&
		    !(s->evidence->measures[i].unit == &unit_percent &&
		      is_said(s, words_sentence(p->arena, s->document.language, s->document.language->percent_word))))
			proof_find(p, "C3", s->n_items, proof_our_fault, "nothing says that values are counted in %s",
			           s->evidence->measures[i].words);
	if (s->evidence->vintage && !is_said(s, s->evidence->vintage))
		proof_find(p, "C3", s->n_items, proof_our_fault, "nothing says that the data are as of %s",
		           s->evidence->vintage);
	if (!s->evidence->vintage)
		proof_find(p, "G9", s->n_items, "give the data a date", "the data have no date");
}

/* ---- C6: marks and their notes ---- */

/* Values on which sources disagree are marked, and one note says what the others say. */
static void check_conflicts(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t marked = 0, noted = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		bool said = proof_says(s, &s->items[i], SAYS_CONFLICT);
		marked += said && s->items[i].role != ROLE_NOTE;
		noted += said && s->items[i].role == ROLE_NOTE;
		if (s->items[i].says & SAYS_CONFLICT && !said)
			proof_find(p, "C6", i, proof_our_fault, "%s has no mark, though sources disagree on it",
			           proof_name(p, &s->items[i]));
	}
	bool elsewhere = s->evidence->rows.elsewhere || s->evidence->columns.elsewhere ||
	                 (s->evidence->scatter &&
	                  s->evidence->rows.told); /* notes are those of all pages, and of points without a name */
	if ((marked && noted != 1) || (noted && !marked && !elsewhere))
		proof_find(p, "C6", s->n_items, proof_our_fault, "the mark † appears at %zu values and has %zu notes",
		           marked, noted);
}

/* Values that nobody signs for, among others, are marked, and one note says what the mark means. */
static void check_unsigned(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t marked = 0, noted = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		bool said = proof_says(s, &s->items[i], SAYS_UNSIGNED);
		marked += said && s->items[i].role != ROLE_NOTE;
		noted += said && s->items[i].role == ROLE_NOTE;
	}
	if ((marked && noted != 1) || (noted && !marked && !s->evidence->rows.elsewhere))
		proof_find(p, "C6", s->n_items, proof_our_fault, "the mark ‡ appears at %zu values and has %zu notes",
		           marked, noted);
}

/* Strokes of other sources have their key, and it has strokes; notes are those of all pages. */
static void check_others(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t drawn = 0, keys = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		drawn += s->items[i].role == ROLE_OTHER;
		keys += proof_says(s, &s->items[i], SAYS_OTHERS);
	}
	bool told = proof_told(s, SAYS_OTHERS) != NULL;
	if ((drawn && keys + told != 1) || (keys && !drawn && !s->evidence->rows.elsewhere))
		proof_find(p, "C6", s->n_items, proof_our_fault,
		           "%zu values of other sources are drawn and have %zu keys", drawn, keys);
}

/* ---- C4, C5, J1 ---- */

/* True if the words say what the data know: higher, lower, or both. */
static bool says_known(const struct scene *s, const char *text)
{
	const struct language *l = s->document.language;
	bool mostly = words_said(l, WORD_HIGHER_MOSTLY, text), both = words_said(l, WORD_DIRECTIONS, text);
	if (s->evidence->higher && s->evidence->lower)
		return mostly || both;
	return words_said(l, s->evidence->lower ? WORD_LOWER : WORD_HIGHER, text) && !both;
}

/* Also inside a sentence. */
static bool has_phrase(const struct language *l, enum word word, const char *text)
{
	const char *phrase = words_get(l, word);
	utf8_next(&phrase); /* its first letter may be a capital or not */
	return strstr(text, phrase) != NULL;
}

/* What an author says of it is not the contrary. */
static void check_own_direction(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind != SCENE_TEXT || !item->own)
			continue;
		const char *text = arena_strndup(p->arena, item->text.block->text, item->own->length);
		if ((has_phrase(s->document.language, WORD_HIGHER, text) && !s->evidence->higher) ||
		    (has_phrase(s->document.language, WORD_LOWER, text) && !s->evidence->lower))
			proof_find(p, "C4", i, "correct it, or declare the direction with the data",
			           "the %s contradicts the data on which way is better", scene_role_word(item->role));
	}
}

/* Once where it is known, never where it is not. */
static void check_direction(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool known = s->evidence->higher || s->evidence->lower;
	int times = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		if (!proof_says(s, &s->items[i], SAYS_DIRECTION))
			continue;
		times++;
		if (known && !says_known(s, s->items[i].text.block->text))
			proof_find(p, "C4", i, proof_our_fault,
			           "the words say that another way is better than the data");
	}
	if (times != known)
		proof_find(p, "C4", s->n_items, NULL, "which way is better is stated %d times%s", times,
		           known ? "" : ", and nobody knows it");
}

static void check_said(struct proofing *p)
{
	const struct scene *s = p->scene;
	int sources = 0;
	for (size_t i = 0; i < s->n_items; i++)
		sources += proof_says(s, &s->items[i], SAYS_SOURCE);
	check_direction(p);
	check_own_direction(p);
	if (sources != 1)
		proof_find(p, "C5", s->n_items, NULL, "there are %d source lines", sources);
	size_t alt = s->document.alt ? utf8_count(s->document.alt) : 0;
	if (!alt || alt > 600 || str_eq(s->document.alt, s->document.title))
		proof_find(p, "J1", s->n_items,
		           s->document.own_alt ? "write 1 to 600 characters that say more than the title" : NULL,
		           "the alt text has %zu characters", alt);
}

static void check_alt(struct proofing *p)
{
	const struct scene *s = p->scene;
	if (!s->document.alt || s->document.own_alt || s->evidence->page > 0)
		return;
	proof_said(p, "J1", s->n_items, proof_alt(p->arena, s), SCENE_ALT);
}

void proof_words(struct proofing *p)
{
	check_title(p);
	check_own_words(p);
	check_measure(p);
	check_conflicts(p);
	check_unsigned(p);
	check_others(p);
	check_said(p);
	check_alt(p);
}
