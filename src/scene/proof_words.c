/* Rules C and J: the words say what they must, and nothing that is not so. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/number.h"
#include "words/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TITLE_WORDS = 14, COMPARED = 64 };

/* ---- C1, C2: the title ---- */

static bool is_plain(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Where name occurs in text as a whole: not the "5" in "15.3". */
static const char *find_whole(const char *start, const char *text, const char *name)
{
	for (const char *at = strstr(text, name); at; at = strstr(at + 1, name)) {
		const char *end = at + strlen(name);
		bool digits = (*end == '.' || *end == ',') && end[1] >= '0' && end[1] <= '9';
		bool behind = at - start >= 2 && (at[-1] == '.' || at[-1] == ',') && at[-2] >= '0' && at[-2] <= '9';
		if ((at == start || !is_plain(at[-1])) && !is_plain(*end) && !digits && !behind)
			return at;
	}
	return NULL;
}

static const char *without(struct arena *arena, const char *text, const char *name)
{
	struct strbuf b = strbuf_new(arena);
	const char *start = text, *at = name && *name ? find_whole(text, text, name) : NULL;
	if (!at)
		return text;
	for (; at; at = find_whole(start, text, name)) {
		strbuf_addn(&b, text, (size_t)(at - text));
		strbuf_add(&b, "\u25a1"); /* a word, not a number */
		text = at + strlen(name);
	}
	strbuf_add(&b, text);
	return b.s;
}

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
	for (size_t i = 0; i < s->evidence->n_names; i++)
		add_name(p, &names, title, s->evidence->names[i]);
	for (size_t i = 0; i < s->evidence->n_measures; i++)
		add_name(p, &names, title, s->evidence->measures[i].name);
	if (names.count)
		qsort(names.items, names.count, sizeof *names.items, longest_first);
	for (size_t i = 0; i < names.count; i++)
		title = without(p->arena, title, names.items[i]);
	return title;
}

static size_t count_words(const char *text)
{
	size_t n = 0;
	bool inside = false;
	for (; *text; text++) {
		bool space = *text == ' ' || *text == '\n';
		n += !space && !inside;
		inside = !space;
	}
	return n;
}

/* "on three of six": up to so many benchmarks, points, lines or bars of a group can be counted in words. */
static size_t countable(const struct scene *s)
{
	size_t cells = s->evidence->rows.here * s->evidence->columns.here;
	size_t most = cells && s->evidence->n_data > cells ? s->evidence->n_data / cells : 0;
	if (s->evidence->columns.known > 1)
		most = s->evidence->columns.known;
	if (s->evidence->better_x)
		most = s->evidence->n_data;
	if (s->evidence->rows_counted && s->evidence->rows.known > most)
		most = s->evidence->rows.known;
	return most;
}

/* True if some value of the page, or the difference or ratio of two, reads as number. */
static bool is_known(const struct scene *s, const double *values, const int *measures, size_t n, double number,
                     int decimals, size_t counts_to)
{
	double near = 0.5001 * pow(10, -decimals) + 1e-12 * fabs(number);
	size_t counts[] = { s->evidence->rows.known, s->evidence->columns.known, s->evidence->n_data,
		            s->evidence->rows.here, s->evidence->columns.here };
	for (size_t i = 0; i < sizeof counts / sizeof *counts && decimals == 0; i++)
		if ((double)counts[i] == number)
			return true;
	size_t leaders = 0, present = 0, results = 0;
	for (size_t i = 0; i < (s->evidence->n_known ? s->evidence->n_known : s->evidence->n_data); i++) {
		int rank = s->evidence->n_known ? s->evidence->known[i].rank : s->evidence->data[i].rank;
		leaders += rank == 1;
		if (s->evidence->n_known && s->evidence->known[i].claimed && decimals == 0 && number <= (double)results)
			return true; /* a claim behind so many results */
		results += s->evidence->n_known && !s->evidence->known[i].claimed;
		present += s->evidence->n_known || s->evidence->data[i].present;
		if (decimals == 0 && rank > 0 && rank == number)
			return true;
	}
	if (decimals == 0 && ((double)leaders == number || (double)leaders - 1 == number || (double)present == number))
		return true;
	if (decimals == 0 && number <= (double)counts_to)
		return true;
	for (size_t i = 0; i < n; i++) {
		double a = values[i] / pow(10, s->evidence->measures[measures[i]].magnitude);
		if (fabs(fabs(a) - number) <= near)
			return true;
		/* Of thousands, titles compare only with those that come first. */
		for (size_t k = 0; k < (i < COMPARED || n <= 16 * COMPARED ? n : COMPARED); k++) {
			double b = values[k] / pow(10, s->evidence->measures[measures[k]].magnitude);
			bool alike = measures[i] == measures[k];
			if (alike &&
			    (fabs(fabs(a - b) - number) <= near * 2 || (b != 0 && fabs(a / b - number) <= near)))
				return true;
		}
	}
	return false;
}

/* A number stands alone: not "GPT-5", "v4" or "Q3". */
static bool starts_number(const struct language *language, const char *text, const char *at)
{
	return number_starts(language, at) && (at == text || !(is_plain(at[-1]) || strchr("-.,", at[-1])));
}

static bool said_elsewhere(const struct scene *s, const char *number, size_t length)
{
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		bool counts = item->role == ROLE_SUBTITLE || item->role == ROLE_SOURCE || item->role == ROLE_HEADING;
		if (item->kind != SCENE_TEXT || !counts)
			continue;
		const char *text = item->text.block->text;
		for (const char *c = text; *c; c++)
			if (strncmp(c, number, length) == 0 && (c == text || !is_plain(c[-1])) && !is_plain(c[length]))
				return true;
	}
	return false;
}

/* Every number of text is a value, a difference or ratio of two, a count up to counts_to, or said elsewhere. */
static void check_numbers(struct proofing *p, const char *rule, size_t at, const char *what, const char *text,
                          size_t counts_to)
{
	const struct scene *s = p->scene;
	double *values = arena_alloc(p->arena, 2 * s->n_items + s->evidence->n_known + 1, sizeof *values);
	int *measures = arena_alloc(p->arena, 2 * s->n_items + s->evidence->n_known + 1, sizeof *measures);
	size_t n = 0, length;
	for (size_t i = 0; i < s->evidence->n_known; i++) {
		measures[n] = s->evidence->known[i].measure;
		values[n++] = s->evidence->known[i].value;
	}
	for (size_t i = 0; i < s->n_items && !s->evidence->n_known; i++) {
		const struct scene_item *item = &s->items[i];
		bool is_value = item->role == ROLE_VALUE || item->role == ROLE_DOT;
		if (!is_value || item->datum < 0 || (size_t)item->datum >= s->evidence->n_data ||
		    !s->evidence->n_measures)
			continue;
		bool scatter = item->scale_y != SCENE_NO_SCALE && s->evidence->n_measures > 1;
		measures[n] = scatter ? 1 : s->evidence->data[item->datum].measure;
		values[n++] = item->value;
		if (scatter) {
			measures[n] = 0;
			values[n++] = item->value_y;
		}
	}
	for (const char *c = text; *c; c++) {
		if (!starts_number(s->document.language, text, c))
			continue;
		struct number_printed number = number_read(s->document.language, c);
		length = number.bytes;
		bool word = c[length] == '-' || (c[length] >= 'A' && c[length] <= 'Z') ||
		            (c[length] >= 'a' && c[length] <= 'z');
		if (length && !word && !is_known(s, values, measures, n, number.number, number.decimals, counts_to) &&
		    !said_elsewhere(s, c, length))
			proof_find(p, rule, at, "correct the number, or leave it out",
			           "the %s says %.*s, which is not in the data", what, (int)length, c);
		c += length ? length - 1 : 0;
	}
}

static void check_title(struct proofing *p)
{
	for (size_t i = 0; i < p->scene->n_items && p->scene->evidence->page == 0; i++) { /* all pages have one title */
		const struct scene_item *item = &p->scene->items[i];
		if (item->role != ROLE_TITLE || item->kind != SCENE_TEXT)
			continue;
		const char *text = without_names(p, item->text.block->text);
		size_t n = count_words(text);
		if (n > TITLE_WORDS)
			proof_find(p, "C1", i, "shorten it; a title says one thing",
			           "the title has %zu words; the limit is %d", n, TITLE_WORDS);
		check_numbers(p, "C2", i, "title", text, countable(p->scene));
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
	                 (s->evidence->better_x &&
	                  s->evidence->rows.told); /* notes are those of all pages, and of points without a name */
	if ((marked && noted != 1) || (noted && !marked && !elsewhere))
		proof_find(p, "C6", s->n_items, proof_our_fault, "the mark † appears at %zu values and has %zu notes",
		           marked, noted);
}

/* ---- C4, C5, J1 ---- */

static void check_said(struct proofing *p)
{
	const struct scene *s = p->scene;
	int directions = 0, sources = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		directions += proof_says(s, &s->items[i], SAYS_DIRECTION);
		sources += proof_says(s, &s->items[i], SAYS_SOURCE);
	}
	if (directions != 1)
		proof_find(p, "C4", s->n_items, NULL, "which way is better is stated %d times", directions);
	if (sources != 1)
		proof_find(p, "C5", s->n_items, NULL, "there are %d source lines", sources);
	size_t alt = s->document.alt ? utf8_count(s->document.alt) : 0;
	if (!alt || alt > 600 || str_eq(s->document.alt, s->document.title))
		proof_find(p, "J1", s->n_items, NULL, "the alt text has %zu characters", alt);
}

/* The same holds for the alt text: its numbers are values or count them. */
static void check_alt(struct proofing *p)
{
	const struct scene *s = p->scene;
	if (!s->document.alt || s->evidence->page > 0)
		return;
	size_t here = s->evidence->rows.here * s->evidence->columns.here,
	       bars = here ? s->evidence->n_data / here : 1; /* bars per cell */
	size_t cells = s->evidence->rows.known * s->evidence->columns.known * (bars ? bars : 1);
	check_numbers(p, "J1", s->n_items, "alt text", without_names(p, s->document.alt), cells);
}

void proof_words(struct proofing *p)
{
	check_title(p);
	check_measure(p);
	check_conflicts(p);
	check_said(p);
	check_alt(p);
}
