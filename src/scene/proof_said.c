/* Rules C2 and J1 of words that the program made: sentence by sentence, every number is a value, a rank, a difference
 * or a ratio of what the sentence names, or a count that was kept. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"
#include "scene/proof_stack.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/letters.h"
#include "words/number.h"
#include "words/number_read.h"
#include "words/numeral.h"
#include "words/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { COMPARED = 64 };

struct named { /* a name where it stands in a text */
	const char *name;
	size_t start;
};

struct said { /* a text, its names made unreadable */
	struct proofing *p;
	const struct scene *scene;
	enum scene_part part;
	const char *rule, *what, *text;
	size_t at; /* the item */
	char *masked;
	const char **names; /* that occur, the longest first */
	size_t n_names, names_room;
	struct named *found;
	size_t n_found, found_room;
};

struct meant { /* a value that a sentence may speak of */
	double value;
	int rank;
	const char *name, *on; /* NULL: nobody knows */
};

struct sentence {
	const struct said *said;
	size_t start, end;
	struct meant *values, *all; /* of what it names; of everything */
	size_t n, n_all;
};

/* ---- names ---- */

static void offer(struct said *s, const char *name)
{
	if (!name || !*name || !proof_find_whole(s->text, s->text, name))
		return;
	for (size_t i = 0; i < s->n_names; i++)
		if (str_eq(s->names[i], name))
			return;
	s->names = arena_grow(s->p->arena, s->names, &s->names_room, s->n_names, sizeof *s->names);
	s->names[s->n_names++] = name;
}

static int longest_first(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;
	size_t n = strlen(x), m = strlen(y);
	return n != m ? (n > m ? -1 : 1) : strcmp(x, y);
}

static void collect_names(struct said *s)
{
	const struct scene_evidence *e = s->scene->evidence;
	const struct scene_document *d = &s->scene->document;
	const char *before = NULL;
	for (size_t i = 0; i < d->n_uses; i++) {
		offer(s, d->uses[i].name);
		if (d->uses[i].on != before)
			offer(s, before = d->uses[i].on);
	}
	for (size_t i = 0; i < e->n_data; i++) {
		offer(s, e->data[i].name);
		offer(s, e->data[i].column);
	}
	for (size_t i = 0; i < s->p->n_names; i++)
		offer(s, s->p->names[i]);
	for (size_t i = 0; i < e->n_measures; i++)
		offer(s, e->measures[i].name);
	if (s->n_names)
		qsort(s->names, s->n_names, sizeof *s->names, longest_first);
}

/* Longer names first: "GPT-5.4 Pro" is not "GPT-5.4". */
static void mask_names(struct said *s)
{
	for (size_t i = 0; i < s->n_names; i++) {
		size_t length = strlen(s->names[i]);
		char *at = s->masked;
		const char *next;
		while ((next = proof_find_whole(s->masked, at, s->names[i]))) {
			at = s->masked + (next - s->masked);
			s->found = arena_grow(s->p->arena, s->found, &s->found_room, s->n_found, sizeof *s->found);
			s->found[s->n_found++] = (struct named){ s->names[i], (size_t)(at - s->masked) };
			memset(at, '_', length);
			at += length;
		}
	}
}

/* ---- days ---- */

/* The words of a day, as much of it as may be known: a month or a year is drawn at its start. */
static void mask_day(struct said *s, size_t from, size_t to, struct date day)
{
	const struct date forms[] = { day, { day.year, day.month, 0 }, { day.year, 0, 0 } };
	size_t n_forms = day.day > 1 ? 1 : day.month > 1 ? 2 : 3;
	for (size_t i = 0; i < n_forms; i++) {
		const char *words = words_date(s->p->arena, s->scene->document.language, forms[i]);
		const char *at = proof_find_whole(s->text, s->text + from, words); /* a row may be called "8" */
		if (at && (size_t)(at - s->text) < to) {
			memset(s->masked + (at - s->text), '_', strlen(words));
			return;
		}
	}
}

/* A name with which a sentence begins; an isolate may stand before it. */
static bool begins_sentence(const struct said *s, size_t start)
{
	size_t stop = start;
	while (stop && (s->text[stop - 1] & 0x80)) /* marks of direction */
		stop--;
	return stop < 2 || (s->text[stop - 1] == ' ' && s->text[stop - 2] == '.');
}

/* On a calendar each row may say its day: after its name, before the sentence of the next. */
static void mask_days(struct said *s)
{
	const struct scene_evidence *e = s->scene->evidence;
	bool dated = e->n_scales && e->scales[0].dated;
	for (size_t i = 0; i < s->n_found && dated; i++) {
		size_t from = s->found[i].start, to = strlen(s->masked);
		for (size_t k = 0; k < s->n_found; k++)
			if (s->found[k].start > from && s->found[k].start < to && begins_sentence(s, s->found[k].start))
				to = s->found[k].start;
		for (size_t k = 0; k < e->n_data; k++)
			if (str_eq(e->data[k].name, s->found[i].name))
				mask_day(s, from, to,
				         date_of_day(e->courses ? e->data[k].day : (long)e->data[k].value));
	}
}

static bool has(const struct sentence *s, const char *name)
{
	for (size_t i = 0; name && i < s->said->n_found; i++)
		if (s->said->found[i].start >= s->start && s->said->found[i].start < s->end &&
		    str_eq(s->said->found[i].name, name))
			return true;
	return false;
}

/* The same of a name that is not what a number looks like: of what is called "1" nobody can tell. */
static bool names(const struct sentence *s, const char *name)
{
	return has(s, name) && proof_has_letter(name);
}

/* ---- values ---- */

struct filter { /* whether a sentence names rows, and columns */
	bool names, ons;
};

static bool fits(const struct sentence *s, struct filter f, const struct meant *x)
{
	return (!f.names || has(s, x->name)) && (!f.ons || has(s, x->on));
}

/* "The others from 3 to 80", "claims aside, the best is 61": on what is named, the best, the most and the least of the
 * rows that are not. */
static void keep_extremes(struct sentence *s, size_t to, struct filter f)
{
	const struct meant *most = NULL, *least = NULL;
	const struct filter columns = { .ons = f.ons };
	for (size_t i = 0; f.names && i < to; i++) {
		const struct meant *x = &s->all[i];
		if (!fits(s, columns, x) || has(s, x->name))
			continue;
		most = !most || x->value > most->value ? x : most;
		least = !least || x->value < least->value ? x : least;
		if (x->rank == 1)
			s->values[s->n++] = (struct meant){ x->value, 0, x->name, x->on };
	}
	if (most)
		s->values[s->n++] = (struct meant){ most->value, 0, most->name, most->on };
	if (least)
		s->values[s->n++] = (struct meant){ least->value, 0, least->name, least->on };
}

/* Of the values from..to, those of a row that is named, if one is, and of a column that is. */
static struct filter keep_meant(struct sentence *s, size_t from, size_t to)
{
	struct filter f = { false, false };
	for (size_t i = from; i < to; i++) {
		f.names |= names(s, s->all[i].name);
		f.ons |= names(s, s->all[i].on);
	}
	for (size_t i = from; i < to; i++)
		if (fits(s, f, &s->all[i]))
			s->values[s->n++] = s->all[i];
	return f;
}

/* All values of the chart, and what this page prints: a gap, a lead. */
static struct meant *all_values(struct said *s, size_t *n)
{
	const struct scene_evidence *e = s->scene->evidence;
	const struct scene_document *d = &s->scene->document;
	struct meant *all =
		arena_alloc(s->p->arena, 3 * d->n_uses + e->n_data + 1, sizeof *all); /* with totals, shares */
	*n = 0;
	for (size_t i = 0; i < d->n_uses; i++)
		all[(*n)++] = (struct meant){ d->uses[i].value, d->uses[i].place, d->uses[i].name, d->uses[i].on };
	for (size_t i = 0; i < e->n_data; i++)
		if (e->data[i].present)
			all[(*n)++] =
				(struct meant){ e->data[i].value, e->data[i].rank, e->data[i].name, e->data[i].column };
	return all;
}

struct ranges { /* among all values: from totals, from after_totals shares, to shares */
	size_t totals, after_totals, shares;
};

/* Of rows that are stacked: their totals, and the share of each part in percent. */
static struct ranges add_totals(struct said *s, struct meant *all, size_t n)
{
	static const char *const total = "total"; /* they compare with each other */
	static const double whole = 100;
	size_t parts = s->scene->evidence->n_parts, n_totals;
	const struct stack_total *totals = stack_totals(s->p, &n_totals);
	struct ranges made = { n, n + n_totals, n + n_totals };
	for (size_t i = 0; i < n_totals; i++)
		all[n++] = (struct meant){ totals[i].total, 0, totals[i].name, total };
	for (size_t i = 0; i < n_totals; i++)
		for (size_t k = 0; k < parts && totals[i].total > 0; k++) {
			const struct scene_use *part = &totals[i].parts[k];
			all[n++] = (struct meant){ part->value / totals[i].total * whole, 0, part->name, part->on };
		}
	made.shares = n;
	return made;
}

static bool near(double x, double number, double slack)
{
	return fabs(fabs(x) - number) <= slack;
}

/* True if number is the value, or how far it is from another of its benchmark or its model, or how many times that. */
static bool reads_as(const struct sentence *s, const struct meant *x, double power, double number, double slack)
{
	const struct scene_evidence *e = s->said->scene->evidence;
	bool compares = s->said->part == SCENE_TITLE || e->rows_counted;
	if (near(x->value / power, number, slack))
		return true;
	size_t most = s->n <= COMPARED || s->n_all <= 16 * COMPARED ? s->n_all : COMPARED;
	for (size_t i = 0; compares && i < most; i++) {
		const struct meant *y = &s->all[i];
		bool pair =
			(x->on && y->on && str_eq(x->on, y->on)) || (x->name && y->name && str_eq(x->name, y->name));
		if (pair && (near((x->value - y->value) / power, number, 2 * slack) ||
		             (y->value != 0 && near(x->value / y->value, number, slack)) ||
		             (x->value != 0 && near(y->value / x->value, number, slack))))
			return true;
	}
	return false;
}

static bool is_value(const struct sentence *s, double number, int decimals)
{
	const struct scene_evidence *e = s->said->scene->evidence;
	double slack = 0.5001 * pow(10, -decimals) + 1e-12 * fabs(number);
	for (size_t i = 0; i < s->n; i++) {
		if (reads_as(s, &s->values[i], 1, number, slack))
			return true;
		for (size_t m = 0; m < e->n_measures; m++)
			if (e->measures[m].magnitude &&
			    reads_as(s, &s->values[i], pow(10, e->measures[m].magnitude), number, slack))
				return true;
	}
	return false;
}

static bool is_rank(const struct sentence *s, double number)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->values[i].rank > 0 && s->values[i].rank == number)
			return true;
	return false;
}

/* ---- numbers ---- */

/* A number stands alone: not "GPT-5", "v4" or "Q3". */
static bool starts_number(const struct language *language, const char *text, const char *at)
{
	return number_starts(language, at) && (at == text || !(proof_is_plain(at[-1]) || strchr("-.,", at[-1])));
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
			if (strncmp(c, number, length) == 0 && (c == text || !proof_is_plain(c[-1])) &&
			    !proof_is_plain(c[length]))
				return true;
	}
	return false;
}

/* "1 second", "2 × 10⁻⁵ second": a unit after its number. */
static bool follows_digit(const struct letters *t, size_t at)
{
	size_t start = at;
	uint32_t rune = letters_rune_before(t, at, &start);
	while (rune == ' ' || rune == 0xa0 || rune == '\n')
		rune = letters_rune_before(t, start, &start);
	return letters_digit(rune) >= 0 || rune == 0xb2 || rune == 0xb3 || rune == 0xb9 ||
	       (rune >= 0x2070 && rune <= 0x2079);
}

/* A count that is spelled is one that was kept, and an ordinal is a rank. */
static void check_spelled(const struct sentence *s)
{
	const struct said *said = s->said;
	const struct letters letters = { said->scene->document.language, said->masked, s->end },
			     plain = { letters.language, said->text, s->end }; /* a name may be "1" */
	struct numeral n;
	for (size_t i = s->start; numeral_next(letters.language, letters.s, letters.n, &i, &n);) {
		bool word = n.kind == NUMERAL_WORD && !follows_digit(&plain, n.start),
		     counts = word && n.form == NUMERAL_CARDINAL, ranks = word && n.form == NUMERAL_ORDINAL;
		if ((counts && !proof_is_tallied(said->scene, said->part, n.value)) || (ranks && !is_rank(s, n.value)))
			proof_find(said->p, said->rule, said->at, proof_our_fault, "the %s says %.*s, which %s",
			           said->what, (int)(n.end - n.start), said->text + n.start,
			           counts ? "counts nothing" : "is no rank of what it names");
	}
}

/* Whether a point makes a number an ordinal, also where a sentence ends. */
static bool has_points(const struct language *language)
{
	for (const char *const *e = language->ordinal_endings; e && *e; e++)
		if (**e == '.')
			return true;
	return false;
}

/* The bytes of a rank in digits at c, "13th"; 0 if none is there. */
static size_t rank_at(const struct sentence *s, const char *c)
{
	size_t start = (size_t)(c - s->said->masked), at = start;
	struct numeral n;
	bool found = numeral_next(s->said->scene->document.language, s->said->masked, s->end, &at, &n);
	return found && n.start == start && n.form == NUMERAL_ORDINAL && is_rank(s, n.value) ? n.end - n.start : 0;
}

/* How far a number may be from what it stands for: half a step of its last digit. */
static double slack_of(struct number_printed n)
{
	return 0.5001 * pow(10, n.power - n.decimals) + 1e-12 * fabs(n.number);
}

static bool says_value(const struct sentence *s, double value)
{
	const struct said *said = s->said;
	for (const char *c = said->masked + s->start; c < said->masked + s->end; c++) {
		if (!starts_number(said->scene->document.language, said->masked, c))
			continue;
		struct number_printed n = number_read(said->scene->document.language, c);
		if (n.bytes && near(value, n.number, slack_of(n)))
			return true;
		c += n.bytes ? n.bytes - 1 : 0;
	}
	return false;
}

/* "Hazel: 77% or 28%, the effort decides": beside a model's own value stands that of a variant that has no name there.
 */
static bool is_of_variant(const struct sentence *s, struct number_printed number)
{
	const struct scene_document *d = &s->said->scene->document;
	for (size_t i = 0; i < d->n_uses; i++) {
		const struct scene_use *own = &d->uses[i];
		if (!names(s, own->name) || !says_value(s, own->value))
			continue;
		for (size_t k = 0; k < d->n_uses; k++)
			if (str_eq(d->uses[k].model, own->model) && str_eq(d->uses[k].benchmark, own->benchmark) &&
			    near(d->uses[k].value, number.number, slack_of(number)))
				return true;
	}
	return false;
}

static void check_digits(const struct sentence *s)
{
	const struct said *said = s->said;
	const struct language *language = said->scene->document.language;
	for (const char *c = said->masked + s->start; c < said->masked + s->end; c++) {
		if (!starts_number(language, said->masked, c))
			continue;
		struct number_printed number = number_read(language, c);
		size_t length = number.bytes, rank = rank_at(s, c);
		bool word = proof_is_plain(c[length]) || c[length] == '-';
		int decimals = number.decimals - number.power;
		bool counts = decimals == 0 && proof_is_tallied(said->scene, said->part, number.number),
		     ranks = c[length] == '.' && has_points(language) && is_rank(s, number.number);
		if (length && !rank && !word && !counts && !ranks &&
		    !(said->part == SCENE_TITLE && proof_is_rate(said->scene, number.number, decimals)) &&
		    !is_value(s, number.number, decimals) && !is_of_variant(s, number) &&
		    !said_elsewhere(said->scene, c, length))
			proof_find(said->p, said->rule, said->at, "correct the number, or leave it out",
			           "the %s says %.*s, which is not in the data of what it names", said->what,
			           (int)length, c);
		length = rank ? rank : length;
		c += length ? length - 1 : 0;
	}
}

/* Where the sentence ends that begins at start; a number may end in a point of its own. */
static size_t sentence_end(const char *text, size_t start)
{
	const char *stop = strstr(text + start, ". ");
	return stop ? (size_t)(stop - text) + 1 : strlen(text);
}

void proof_said(struct proofing *p, const char *rule, size_t at, const char *text, enum scene_part part)
{
	struct said s = { .p = p,
		          .scene = p->scene,
		          .part = part,
		          .rule = rule,
		          .what = part == SCENE_TITLE ? "title" : "alt text",
		          .text = text,
		          .at = at,
		          .masked = arena_strdup(p->arena, text) };
	collect_names(&s);
	mask_names(&s);
	mask_days(&s);
	size_t n_all, n_uses = p->scene->document.n_uses;
	struct meant *all = all_values(&s, &n_all);
	struct ranges made = add_totals(&s, all, n_all);
	n_all = made.shares;
	for (size_t start = 0, end; text[start]; start = end) {
		end = sentence_end(s.masked, start);
		struct sentence one = { .said = &s, .start = start, .end = end, .all = all, .n_all = n_all };
		one.values = arena_alloc(p->arena, n_all + n_uses + 2, sizeof *one.values);
		struct filter f = keep_meant(&one, 0, n_uses);
		keep_meant(&one, n_uses, made.totals);
		keep_meant(&one, made.totals, made.after_totals);
		keep_meant(&one, made.after_totals, made.shares);
		keep_extremes(&one, n_uses, f);
		check_spelled(&one);
		check_digits(&one);
	}
}
