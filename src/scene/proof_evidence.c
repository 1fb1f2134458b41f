/* Rules F, G and H: what is arranged how, and how well it is known. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"
#include "scene/told.h"
#include "words/number_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- F1, F6 ---- */

static void check_order(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_datum *before = NULL;
	for (size_t i = 0; i < s->evidence->n_data && s->evidence->sorted; i++) {
		const struct scene_datum *d = &s->evidence->data[i];
		if (before && !proof_is_grouped_alike(s, before, d))
			before = NULL;
		if (before && d->present && (!before->present || (d->value - before->value) * s->evidence->sorted > 0))
			proof_find(p, "F1", s->n_items, proof_our_fault, "\"%s\" is below \"%s\"", d->name,
			           before->name);
		before = d;
	}
}

/* Five, not three: what would touch in a fixed frame cannot here, where a group is as tall as its words (B1). Beyond
 * five nobody keeps the order of the bars in mind. */
static void check_groups(struct proofing *p)
{
	enum { MOST = 5 };
	const struct scene *s = p->scene;
	size_t same = 1;
	for (size_t i = 1; i < s->evidence->n_data; i++) {
		const struct scene_datum *a = &s->evidence->data[i - 1], *b = &s->evidence->data[i];
		bool group = a->row == b->row && a->place == b->place && !s->evidence->courses;
		same = group ? same + 1 : 1;
		if (same == MOST + 1)
			proof_find(p, "F6", s->n_items, "draw panels instead",
			           "the group of \"%s\" has more than %d bars", b->name, MOST);
	}
}

/* ---- G2: uncertainty ---- */

static void check_noise(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool *drawn = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *drawn), any = false, whiskers = false,
	     marked = false;
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_WHISKER && proof_datum(s, &s->items[i]))
			drawn[s->items[i].datum] = whiskers = true;
	for (size_t i = 0; i < s->evidence->n_data; i++) {
		const struct scene_datum *d = &s->evidence->data[i];
		any |= d->interval;
		marked |= d->marked;
		if (d->marked && d->interval && !d->spread && !drawn[i])
			proof_find(p, "G2", s->n_items, proof_our_fault, "\"%s\" has an interval that is not drawn",
			           d->name);
	}
	bool explained = proof_is_said(s, SAYS_INTERVALS);
	if (whiskers && !explained)
		proof_find(p, "G2", s->n_items, proof_our_fault, "no note says what the whiskers are");
	if (whiskers && proof_is_said(s, SAYS_NO_INTERVALS))
		proof_find(p, "G2", s->n_items, proof_our_fault,
		           "whiskers are drawn, and a note says that none is known");
	bool elsewhere = s->evidence->rows.elsewhere || s->evidence->columns.elsewhere;
	if (marked && !any && !elsewhere && !explained && !proof_is_said(s, SAYS_NO_INTERVALS))
		proof_find(p, "G2", s->n_items, proof_our_fault, "no note says that no interval is known");
}

/* ---- G4: ties ---- */

/* The bracket at the height of a row's rank; n_items if there is none. */
static size_t bracket_of(struct proofing *p, const struct scene_item *rank)
{
	const struct scene *s = p->scene;
	struct proof_some near = proof_between_heights(p->places, rank->text.at.y, rank->text.at.y);
	for (size_t i = 0; i < near.n; i++) {
		const struct scene_item *tie = &s->items[near.items[i]];
		struct rect r = tie->path.rect;
		if (tie->role == ROLE_TIE && rank->text.at.y > r.y && rank->text.at.y < rect_bottom(r))
			return near.items[i];
	}
	return s->n_items;
}

/* True if rows are left out between two heights. */
static bool is_parted(const struct proofing *p, double above, double below)
{
	struct proof_some gaps = proof_of_role(p->places, ROLE_GAP);
	for (size_t i = 0; i < gaps.n; i++) {
		const struct scene_item *gap = &p->scene->items[gaps.items[i]];
		if (gap->kind == SCENE_TEXT && gap->text.at.y > above && gap->text.at.y < below)
			return true;
	}
	return false;
}

/* "3" or "=3", or both ends of "3–5": the first place and the last that noise leaves open. */
static void check_rank(struct proofing *p, size_t i, const struct scene_datum *d)
{
	const char *text = p->scene->items[i].text.block->text;
	char *end;
	bool shared = *text == '=';
	long first = strtol(text + shared, &end, 10), last = first;
	if (str_starts(end, "–"))
		last = strtol(end + strlen("–"), &end, 10);
	if (d->rank && (*end || first != d->rank || last != (d->last ? d->last : d->rank)))
		proof_find(p, "G4", i, proof_our_fault, "\"%s\" has the rank %s, and its places are %d to %d", d->name,
		           text, d->rank, d->last);
}

/* Of each row with a printed rank and the one above it. */
static void check_brackets(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item *above = NULL;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *rank = &s->items[i];
		const struct scene_datum *d = rank->role == ROLE_RANK ? proof_datum(s, rank) : NULL;
		if (!d)
			continue;
		const struct scene_datum *other = above ? proof_datum(s, above) : NULL;
		size_t bracket = bracket_of(p, rank);
		bool share = other && proof_is_grouped_alike(s, other, d) && d->rank && d->rank == other->rank &&
		             d->last == other->last && !is_parted(p, above->text.at.y, rank->text.at.y);
		bool joined = other && bracket < s->n_items && bracket == bracket_of(p, above);
		if (share != joined)
			proof_find(p, "G4", i, proof_our_fault, "\"%s\" and \"%s\" %s", other->name, d->name,
			           joined ? "are joined and do not share a rank" : "share a rank and are not joined");
		check_rank(p, i, d);
		if (bracket < s->n_items && !d->tied)
			proof_find(p, "G4", i, proof_our_fault, "\"%s\" has a bracket and shares no rank", d->name);
		above = rank;
	}
}

/* ---- G10: lines and bands of reference ---- */

/* Each value has its note, and each note its line. */
static void check_references(struct proofing *p)
{
	const struct scene *s = p->scene;
	size_t lines = 0, notes = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		bool again = false;
		for (size_t k = 0; k < i && s->items[i].role == ROLE_REFERENCE && !again; k++)
			again = s->items[k].role == ROLE_REFERENCE && s->items[k].value == s->items[i].value;
		lines += s->items[i].role == ROLE_REFERENCE && !again;
		lines += s->items[i].role == ROLE_RANGE && s->items[i].low < s->items[i].high;
		notes += proof_says(s, &s->items[i], SAYS_REFERENCE);
	}
	if (lines > notes || (!lines && notes))
		proof_find(p, "G10", s->n_items, proof_our_fault, "%zu lines and bands of reference have %zu notes",
		           lines, notes);
}

/* ---- G11: what an author says of a value ---- */

/* Rows are models, or the benchmarks of one model. */
static bool is_tied(const struct scene_annotation *a, const struct scene_datum *d)
{
	return str_eq(d->name, a->name) ? !d->column || str_eq(d->column, a->on) : str_eq(d->name, a->on) && !d->column;
}

static bool is_said_there(const struct scene *s, const struct scene_annotation *a, const struct scene_item *item)
{
	const struct scene_datum *d = proof_datum(s, item);
	return item->role == ROLE_ANNOTATION && item->kind == SCENE_TEXT && d && d->present && is_tied(a, d) &&
	       str_eq(item->text.block->text, a->text) && item->own && item->own->length == strlen(a->text);
}

/* The alt text says it too, unless it is an author's or full. */
static void check_sentences(struct proofing *p)
{
	enum { ALT_MOST = 600 };
	const struct scene *s = p->scene;
	const char *alt = s->document.alt;
	for (size_t k = 0; alt && !s->document.own_alt && k < s->evidence->n_annotations; k++) {
		const char *sentence = s->evidence->annotations[k].sentence;
		bool room = utf8_count(alt) + 1 + utf8_count(sentence) <= ALT_MOST;
		if (room && !strstr(alt, sentence))
			proof_find(p, "G11", s->n_items, proof_our_fault, "the alt text does not say \"%s\"", sentence);
	}
}

static void check_annotations(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_evidence *e = s->evidence;
	bool *asked = arena_alloc(p->arena, s->n_items + 1, sizeof *asked);
	for (size_t k = 0; k < e->n_annotations; k++) {
		const struct scene_annotation *a = &e->annotations[k];
		size_t here = 0, said = 0;
		for (size_t i = 0; i < e->n_data; i++)
			here += e->data[i].present && is_tied(a, &e->data[i]);
		for (size_t i = 0; i < s->n_items; i++) {
			bool is = is_said_there(s, a, &s->items[i]);
			said += is;
			asked[i] |= is;
		}
		if (said != (here > 0))
			proof_find(p, "G11", s->n_items, proof_our_fault, "of \"%s\" \"%s\" is said %zu times", a->name,
			           a->text, said);
	}
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].role == ROLE_ANNOTATION && !asked[i])
			proof_find(p, "G11", i, proof_our_fault, "%s is said of no value that its author named",
			           proof_name(p, &s->items[i]));
}

/* ---- G5, G6: claims ---- */

/* The key shows what marks of claims look like: hatched, or a ring. */
static void check_key(struct proofing *p)
{
	enum { HATCHED, RING, LOOKS };
	const struct scene *s = p->scene;
	bool marks[LOOKS] = { false }, chips[LOOKS] = { false };
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d = proof_datum(s, item);
		if (item->kind != SCENE_PATH)
			continue;
		bool hatched = item->path.pattern == PATTERN_HATCH, chip = item->role == ROLE_CHIP && !d;
		chips[HATCHED] |= chip && hatched;
		chips[RING] |= chip && item->path.shape == SHAPE_ROUNDED && item->path.stroke > 0;
		marks[HATCHED] |= d && d->claimed && item->role == ROLE_MARK && hatched;
		marks[RING] |= d && d->claimed && item->role == ROLE_DOT && item->path.stroke > 0;
	}
	for (size_t i = 0; i < s->evidence->n_told; i++)
		if (s->evidence->told[i].says & SAYS_CLAIM) {
			chips[HATCHED] |= s->evidence->told[i].key == KEY_HATCH;
			chips[RING] |= s->evidence->told[i].key == KEY_RING;
		}
	for (int look = 0; look < LOOKS; look++)
		if (marks[look] && !chips[look])
			proof_find(p, "G5", s->n_items, proof_our_fault, "the key of claims shows no %s",
			           look == RING ? "ring, as their dots are" : "hatching, as their bars have");
}

static void check_claims(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool *said = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *said),
	     *worded = arena_alloc(p->arena, s->evidence->n_data + 1, sizeof *worded), key = false, any = false,
	     ranked = false;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d = proof_datum(s, item);
		key |= (item->role == ROLE_KEY || item->role == ROLE_NOTE) && proof_says(s, item, SAYS_CLAIM);
		if (d && item->kind == SCENE_TEXT)
			worded[item->datum] = true;
		if (d && proof_says(s, item, SAYS_CLAIM))
			said[item->datum] = true;
		bool solid = item->kind == SCENE_PATH &&
		             (item->role == ROLE_MARK ? item->path.pattern == PATTERN_SOLID
		                                      : item->role == ROLE_DOT && item->path.stroke == 0);
		if (d && d->claimed && solid)
			proof_find(p, "G5", i, proof_our_fault, "%s looks like an independent result",
			           proof_name(p, item));
	}
	for (size_t i = 0; i < s->evidence->n_data; i++) {
		const struct scene_datum *d = &s->evidence->data[i];
		any |= d->claimed;
		ranked |= d->present && !d->claimed && d->rank > 0 && s->evidence->columns.known == 1;
		bool words = s->evidence->columns.known == 1 &&
		             !s->evidence->data[i].words_left; /* the word is at one end of a slope */
		if (d->claimed && words && d->marked && worded[i] && !said[i])
			proof_find(p, "G5", s->n_items, proof_our_fault, "no word says that \"%s\" is a claim",
			           d->name);
	}
	check_key(p);
	key |= proof_told(s, SAYS_CLAIM) != NULL;
	if (any && !key)
		proof_find(p, "G5", s->n_items, proof_our_fault, "no key explains what a claim is");
	for (size_t i = 0; i < s->evidence->n_data; i++)
		if (s->evidence->data[i].claimed && s->evidence->data[i].rank && ranked)
			proof_find(p, "G6", s->n_items, proof_our_fault, "the claim of \"%s\" has rank %d",
			           s->evidence->data[i].name, s->evidence->data[i].rank);
}

/* ---- H1, H6: tables ---- */

static double point_of(const struct scene *s, const struct scene_item *item)
{
	const struct text_block *b = item->text.block;
	return item->text.at.x + text_x(b, number_point(s->document.language, b->text));
}

/* Shares and rates beside the values, which are of no measure. */
static void check_number_columns(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i], *first = s->items;
		if (item->kind != SCENE_TEXT || item->role != ROLE_WORD || !item->column)
			continue;
		while (first->role != ROLE_WORD || first->column != item->column)
			first++;
		double off = point_of(s, item) - point_of(s, first);
		if (fabs(off) > 0.25)
			proof_find(p, "H1", i, proof_our_fault,
			           "the decimal point of \"%s\" is %.2f points away from the others in its column",
			           item->text.block->text, off);
	}
}

/* Values at the ends of bars, or beside dots in rows, stand where their marks end: that is no column. Beside a slope
 * and at the ends of lines they stand in one. */
static void check_columns(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool slope = s->evidence->courses || (s->evidence->n_scales && s->evidence->scales[0].vertical &&
	                                      !s->evidence->scatter && !s->evidence->upright);
	double *points = arena_alloc(p->arena, s->evidence->columns.known + 1, sizeof *points);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d =
			item->role == ROLE_VALUE && item->kind == SCENE_TEXT ? proof_datum(s, item) : NULL;
		if (!d || (d->marked && !slope) || d->place > s->evidence->columns.known)
			continue;
		double point = point_of(s, item);
		if (points[d->place] > 0 && fabs(points[d->place] - point) > 0.25)
			proof_find(p, "H1", i, proof_our_fault,
			           "the decimal point of %s is %.2f points away from the others in its column",
			           proof_name(p, item), point - points[d->place]);
		points[d->place] = point;
	}
}

static void check_bold(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items && s->evidence->bold_best; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d =
			item->role == ROLE_VALUE && item->kind == SCENE_TEXT ? proof_datum(s, item) : NULL;
		if (!d || d->place > s->evidence->columns.known)
			continue;
		bool bold = item->text.block->style.weight == TEXT_BOLD;
		if (bold != (d->rank == 1 && !d->level))
			proof_find(p, "H6", i, proof_our_fault, "%s is %s, its rank is %d%s", proof_name(p, item),
			           bold ? "bold" : "not bold", d->rank, d->level ? ", as that of all" : "");
	}
}

/* ---- A11, D2, D10, E7, E10 ---- */

/* A fill that tells where values lie ends where they do: no line runs around it. */
static bool is_plain_fill(enum scene_role role)
{
	return role == ROLE_CELL || role == ROLE_BAND || role == ROLE_LEAD;
}

static void check_frame(struct proofing *p)
{
	const struct scene *s = p->scene;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		bool box = item->kind == SCENE_PATH && item->path.stroke > 0 &&
		           (item->path.shape == SHAPE_RECT || item->path.shape == SHAPE_ROUNDED);
		if (box && is_plain_fill(item->role))
			proof_find(p, "A11", i, "remove it", "%s has a frame", proof_name(p, item));
		for (size_t k = 0; k < s->evidence->n_scales && box; k++)
			if (rect_contains(item->path.rect, s->evidence->scales[k].plot, 0.5))
				proof_find(p, "A11", i, "remove it", "%s is a frame around the plot",
				           proof_name(p, item));
	}
}

static void check_digits(struct proofing *p)
{
	const struct scene *s = p->scene;
	bool said = false;
	size_t ticks = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		const struct scene_datum *d = proof_datum(s, item);
		ticks += item->role == ROLE_TICK;
		if (item->role != ROLE_WHISKER || !d || said || !s->evidence->n_measures)
			continue;
		const struct scene_measure *m =
			&s->evidence->measures[s->evidence->scatter ? 1 - item->scale : d->measure];
		double half = (item->high - item->low) / 2, step = pow(10, m->magnitude - m->decimals);
		if (half > 0 && (step < half / 20 * 0.999 || (half >= 5 * pow(10, m->magnitude) && m->decimals > 0))) {
			proof_find(p, "D2", i, "publish fewer digits",
			           "values are printed in steps of %g, but the interval of \"%s\" is ±%g", step,
			           d->name, half);
			said = true;
		}
	}
	if (ticks && ticks < 3)
		proof_find(p, "D10", s->n_items, NULL, "the axis has %zu ticks", ticks);
}

static void check_meaning(struct proofing *p)
{
	const struct scene *s = p->scene;
	const struct scene_item *up = NULL, *down = NULL;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->kind == SCENE_PATH && item->role == ROLE_PART && color_equal(item->path.fill, s->muted))
			proof_find(p, "E7", i, "choose another colour", "%s is drawn in the grey kept for context",
			           proof_name(p, item));
		if (item->role != ROLE_VALUE || !item->change)
			continue;
		for (size_t k = 0; k < s->n_items; k++)
			if (s->items[k].role == ROLE_MARK && s->items[k].datum == item->datum && s->items[k].value != 0)
				*(s->items[k].value > 0 ? &up : &down) = &s->items[k];
	}
	if (up && down && color_equal(up->path.fill, down->path.fill))
		proof_find(p, "E10", s->n_items, "choose other colours for better and worse",
		           "a lead and a lag have the same colour");
}

void proof_evidence(struct proofing *p)
{
	check_order(p);
	check_groups(p);
	check_noise(p);
	check_brackets(p);
	check_references(p);
	check_annotations(p);
	check_sentences(p);
	check_claims(p);
	check_columns(p);
	check_bold(p);
	check_number_columns(p);
	check_frame(p);
	check_digits(p);
	check_meaning(p);
}
