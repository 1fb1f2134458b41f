#include "scene/proof_helpers.h"

#include "base/arena.h"

#include <stdarg.h>

const char proof_our_fault[] = "this is a fault of the program: please report it with the data";

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
