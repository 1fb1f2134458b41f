#include "scene/proof_helpers.h"

#include "base/arena.h"
#include "base/str.h"
#include "scene/proof.h"
#include "scene/proof_sieve.h"
#include "scene/told.h"
#include "words/number_read.h"
#include "words/words.h"

#include <stdarg.h>
#include <string.h>

const char proof_our_fault[] = "this is a bug in the program: please report it with the data";

void proof_find(struct proofing *p, const char *rule, size_t item, const char *remedy, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *message = arena_vprintf(p->arena, format, args);
	va_end(args);
	p->findings = arena_grow(p->arena, p->findings, &p->capacity, p->count, sizeof *p->findings);
	p->findings[p->count++] = (struct proof_finding){ rule, proof_severity_of(rule), item, message, remedy };
}

const char *proof_name(struct proofing *p, const struct scene_item *item)
{
	const char *role = scene_role_word(item->role);
	if (item->kind == SCENE_TEXT)
		return arena_printf(p->arena, "the %s \"%s\"", role, item->text.block->text);
	if (item->datum >= 0 && (size_t)item->datum < p->scene->evidence->n_data)
		return arena_printf(p->arena, "the %s of \"%s\"", role, p->scene->evidence->data[item->datum].name);
	if (item->kind == SCENE_IMAGE)
		return arena_printf(p->arena, "the picture \"%s\"", item->image.name);
	return arena_printf(p->arena, "a %s", role);
}

/* One lies on another of its row. */
static bool is_of_spread(enum scene_role role)
{
	return role == ROLE_SPREAD || role == ROLE_RUN;
}

size_t proof_backdrops(const struct proofing *p, size_t item, struct rect ink, struct color *out, size_t max)
{
	const struct scene *scene = p->scene;
	struct proof_some near = proof_between_heights(p->places, ink.y, rect_bottom(ink));
	size_t n = 1;
	out[0] = scene->background;
	for (size_t i = 0; i < near.n && near.items[i] < item; i++) {
		const struct scene_item *below = &scene->items[near.items[i]];
		bool own_part = scene->items[item].role == ROLE_WHISKER &&
		                (below->role == ROLE_WHISKER ||
		                 below->role == ROLE_CONNECT); /* a cap on its stem, or across a line */
		own_part |=
			is_of_spread(scene->items[item].role) && (is_of_spread(below->role) || below->role == ROLE_DOT);
		if (own_part || below->kind != SCENE_PATH || below->path.pattern != PATTERN_SOLID ||
		    !rect_overlaps(rect_grow(scene_ink(below), -1e-6), ink)) /* that only touches */
			continue;
		if (rect_contains(scene_ink(below), ink, 1e-6))
			n = 0; /* hides what was there */
		if (n < max)
			out[n++] = below->path.fill;
	}
	return n;
}

static bool any_said(const struct language *language, const enum word *words, size_t n, const char *text)
{
	for (size_t i = 0; i < n; i++)
		if (words_said(language, words[i], text))
			return true;
	return false;
}

static bool has_words(const struct language *l, enum scene_says what, const char *text)
{
	static const enum word directions[] = { WORD_HIGHER, WORD_LOWER, WORD_HIGHER_MOSTLY, WORD_DIRECTIONS },
			       sources[] = { WORD_SOURCE, WORD_SOURCE_REPORTED },
			       claims[] = { WORD_CLAIMED,
		                            WORD_NOTE_CLAIMED,
		                            WORD_NOTE_ALL_CLAIMED,
		                            WORD_NOTE_CLAIMED_VALUES,
		                            WORD_NOTE_CLAIMED_CHECKED,
		                            WORD_NOTE_ALL_CLAIMED_CHECKED,
		                            WORD_NOTE_CLAIMED_VALUES_CHECKED },
			       intervals[] = { WORD_NOTE_WHISKER,       WORD_NOTE_WHISKER_SOME,
		                               WORD_NOTE_WHISKER_LAST,  WORD_NOTE_SPREAD_RESULTS,
		                               WORD_NOTE_SPREAD_HALF,   WORD_NOTE_SPREAD_MOST,
		                               WORD_NOTE_SPREAD_RUNS,   WORD_NOTE_SPREAD_MEAN,
		                               WORD_NOTE_SPREAD_MEAN_95 },
			       left_out[] = { WORD_NOTE_NOT_REPORTED, WORD_NOTE_NOT_BOTH, WORD_NOTE_OTHER_UNITS,
		                              WORD_NOTE_NO_RUN, WORD_NOTE_NOT_DATED };
	switch (what) {
	case SAYS_DIRECTION:
		return any_said(l, directions, 4, text);
	case SAYS_SOURCE:
		return any_said(l, sources, 2, text);
	case SAYS_LOG:
		return words_said(l, WORD_LOG_SCALE, text) || words_said(l, WORD_NOTE_LOG, text);
	case SAYS_CLAIM:
		return any_said(l, claims, sizeof claims / sizeof *claims, text) || strchr(text, '*');
	case SAYS_CONFLICT:
		return strstr(text, "†") != NULL;
	case SAYS_INTERVALS:
		return any_said(l, intervals, sizeof intervals / sizeof *intervals, text);
	case SAYS_NO_INTERVALS:
		return words_said(l, WORD_NOTE_NO_INTERVAL, text) || words_said(l, WORD_NOTE_TOTAL_INTERVALS, text);
	case SAYS_LEFT_OUT:
		return any_said(l, left_out, 5, text);
	case SAYS_QUOTED:
	case SAYS_REFERENCE:
	case SAYS_CONVENTION:
		return true;
	case SAYS_RATE:
		return words_said(l, WORD_NOTE_RATE, text) || words_said(l, WORD_NOTE_RATE_ALONE, text);
	case SAYS_OTHERS:
		return words_said(l, WORD_NOTE_OTHER_VALUES, text);
	case SAYS_UNSIGNED:
		return strstr(text, "‡") != NULL;
	case SAYS_MULTIPLE:
		return str_starts(text, PROOF_TIMES);
	case SAYS_WITHHELD:
		return words_said(l, WORD_NOTE_WITHHELD, text);
	case SAYS_ROUNDED:
		return words_said(l, WORD_NOTE_ROUNDED, text);
	}
	return false;
}

bool proof_says(const struct scene *scene, const struct scene_item *item, enum scene_says what)
{
	return item->kind == SCENE_TEXT && (item->says & what) &&
	       has_words(scene->document.language, what, item->text.block->text);
}

bool proof_is_said(const struct scene *scene, enum scene_says what)
{
	for (size_t i = 0; i < scene->n_items; i++)
		if (proof_says(scene, &scene->items[i], what))
			return true;
	return proof_told(scene, what) != NULL;
}

const struct scene_told *proof_told(const struct scene *scene, enum scene_says what)
{
	const struct scene_evidence *e = scene->evidence;
	for (size_t i = 0; i < e->n_told; i++)
		if ((e->told[i].says & what) && has_words(scene->document.language, what, e->told[i].text))
			return &e->told[i];
	return NULL;
}

const struct scene_datum *proof_datum(const struct scene *scene, const struct scene_item *item)
{
	const struct scene_evidence *e = scene->evidence;
	return item->datum >= 0 && (size_t)item->datum < e->n_data ? &e->data[item->datum] : NULL;
}

bool proof_is_plain(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A number that is not at its end: its decimals, or a power of ten. */
static bool goes_on(const char *end)
{
	bool decimals = (*end == '.' || *end == ',') && end[1] >= '0' && end[1] <= '9';
	return decimals || str_starts(end, NUMBER_RAISED_MINUS) || str_starts(end, "\u00a0\u00d7\u00a010") ||
	       str_starts(end, "\u00a0\u00b7\u00a010");
}

bool proof_has_letter(const char *name)
{
	for (uint32_t r; (r = utf8_next(&name));)
		if ((r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z') || r >= 0xaa)
			return true;
	return false;
}

const char *proof_find_whole(const char *start, const char *text, const char *name)
{
	for (const char *at = strstr(text, name); at; at = strstr(at + 1, name)) {
		const char *end = at + strlen(name);
		bool behind = at - start >= 2 && (at[-1] == '.' || at[-1] == ',') && at[-2] >= '0' && at[-2] <= '9';
		if ((at == start || !proof_is_plain(at[-1])) && !proof_is_plain(*end) && !goes_on(end) && !behind)
			return at;
	}
	return NULL;
}

struct sifting { /* names that pass the sieve */
	struct arena *arena;
	const struct proof_sieve *sieve;
	const char **kept;
	size_t count, room;
};

static void sift(struct sifting *s, const char *name)
{
	if (!name || !proof_sieve_passes(s->sieve, name))
		return;
	s->kept = arena_grow(s->arena, s->kept, &s->room, s->count, sizeof *s->kept);
	s->kept[s->count++] = name;
}

struct proof_common {
	struct arena *arena;
	const char *words;          /* of a page; NULL: none was looked at */
	const void *crowd, *others; /* among these names */
	struct sifting names, hidden;
};

struct proof_common *proof_common_new(struct arena *arena)
{
	struct proof_common *common = arena_alloc(arena, 1, sizeof *common);
	common->arena = arena;
	return common;
}

/* What may name a model: other texts are names themselves, or numbers. */
static bool may_name(const struct scene_item *item)
{
	return item->kind == SCENE_TEXT && (item->role == ROLE_TITLE || item->role == ROLE_SUBTITLE ||
	                                    item->role == ROLE_NOTE || item->role == ROLE_KEY);
}

static char *words_of(struct arena *arena, const struct scene *s)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < s->n_items; i++)
		if (may_name(&s->items[i]))
			strbuf_addf(&b, "%s\n", s->items[i].text.block->text);
	strbuf_add(&b, s->document.alt ? s->document.alt : "");
	return b.s;
}

static void sift_crowd(struct proof_common *c, const struct scene_crowd *crowd)
{
	enum { AT_ONCE = 1024 };
	struct arena *scratch = arena_new_below(c->arena);
	for (size_t i = 0; i < crowd->count; i++) {
		if (i % AT_ONCE == 0)
			arena_empty(scratch);
		const char *name = crowd->name(crowd->of, scratch, i);
		if (!name || !proof_sieve_passes(c->names.sieve, name))
			continue;
		name = arena_strdup(c->arena, name);
		sift(&c->names, name);
		if (!crowd->is_drawn(crowd->of, name, i))
			sift(&c->hidden, name);
	}
	arena_free(scratch);
}

static void look_for_names(struct proof_common *c, const struct scene *s)
{
	const struct scene_evidence *e = s->evidence;
	struct proof_sieve *sieve = arena_alloc(c->arena, 1, sizeof *sieve);
	c->names = c->hidden = (struct sifting){ .arena = c->arena, .sieve = sieve };
	proof_sieve_add(sieve, c->words);
	for (size_t i = 0; i < e->n_names; i++)
		sift(&c->names, e->names[i]);
	for (size_t i = 0; i < e->n_hidden; i++)
		sift(&c->hidden, e->hidden[i]);
	sift_crowd(c, &e->crowd);
}

void proof_find_names(struct proofing *p, struct proof_common *common)
{
	const char *words = words_of(p->arena, p->scene);
	const void *crowd = p->scene->evidence->crowd.of, *others = p->scene->evidence->names;
	if (!common->words || common->crowd != crowd || common->others != others || !str_eq(common->words, words)) {
		common->words = arena_strdup(common->arena, words);
		common->crowd = crowd;
		common->others = others;
		look_for_names(common, p->scene);
	}
	p->names = common->names.kept;
	p->n_names = common->names.count;
	p->hidden = common->hidden.kept;
	p->n_hidden = common->hidden.count;
}

const char *proof_without(struct arena *arena, const char *text, const char *name)
{
	struct strbuf b = strbuf_new(arena);
	const char *start = text, *at = name && *name ? proof_find_whole(text, text, name) : NULL;
	if (!at)
		return text;
	for (; at; at = proof_find_whole(start, text, name)) {
		strbuf_addn(&b, text, (size_t)(at - text));
		strbuf_add(&b, "\u25a1"); /* a word, not a number */
		text = at + strlen(name);
	}
	strbuf_add(&b, text);
	return b.s;
}

const char *proof_alt(struct arena *arena, const struct scene *scene)
{
	const char *alt = scene->document.alt;
	for (size_t i = 0; alt && i < scene->evidence->n_annotations; i++)
		alt = proof_without(arena, alt, scene->evidence->annotations[i].sentence);
	return alt;
}
