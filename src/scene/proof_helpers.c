#include "scene/proof_helpers.h"

#include "base/arena.h"
#include "base/str.h"
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
	return arena_printf(p->arena, "a %s", role);
}

size_t proof_backdrops(const struct scene *scene, size_t item, struct rect ink, struct color *out, size_t max)
{
	size_t n = 1;
	out[0] = scene->background;
	for (size_t i = 0; i < item; i++) {
		const struct scene_item *below = &scene->items[i];
		bool own_part = scene->items[item].role == ROLE_WHISKER &&
		                (below->role == ROLE_WHISKER ||
		                 below->role == ROLE_CONNECT); /* a cap on its stem, or across a line */
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
			       claims[] = { WORD_CLAIMED, WORD_NOTE_CLAIMED, WORD_NOTE_ALL_CLAIMED,
		                            WORD_NOTE_CLAIMED_VALUES },
			       intervals[] = { WORD_NOTE_WHISKER, WORD_NOTE_WHISKER_SOME };
	switch (what) {
	case SAYS_DIRECTION:
		return any_said(l, directions, 4, text);
	case SAYS_SOURCE:
		return any_said(l, sources, 2, text);
	case SAYS_LOG:
		return words_said(l, WORD_LOG_SCALE, text);
	case SAYS_CLAIM:
		return any_said(l, claims, 4, text) || strchr(text, '*');
	case SAYS_CONFLICT:
		return strstr(text, "†") != NULL;
	case SAYS_INTERVALS:
		return any_said(l, intervals, 2, text);
	case SAYS_NO_INTERVALS:
		return words_said(l, WORD_NOTE_NO_INTERVAL, text);
	}
	return false;
}

bool proof_says(const struct scene *scene, const struct scene_item *item, enum scene_says what)
{
	return item->kind == SCENE_TEXT && (item->says & what) &&
	       has_words(scene->document.language, what, item->text.block->text);
}

const struct scene_datum *proof_datum(const struct scene *scene, const struct scene_item *item)
{
	const struct scene_evidence *e = scene->evidence;
	return item->datum >= 0 && (size_t)item->datum < e->n_data ? &e->data[item->datum] : NULL;
}
