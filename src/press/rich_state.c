#include "press/rich_state.h"

static void limit(size_t at, size_t start, size_t end, size_t *next)
{
	if (start > at && start < *next)
		*next = start;
	if (end > at && end < *next)
		*next = end;
}

/* The last of these ranges that a place lies in, as a state has it. ranges: n structs of this size, each beginning with
 * its start and end. */
static size_t within(const void *ranges, size_t n, size_t size, size_t at, size_t *next)
{
	size_t found = 0;
	for (size_t i = 0; i < n; i++) {
		const size_t *range = (const void *)((const char *)ranges + i * size);
		limit(at, range[0], range[1], next);
		if (at >= range[0] && at < range[1])
			found = i + 1;
	}
	return found;
}

struct rich_state rich_state_at(const struct rich *r, size_t at, size_t *next)
{
	struct rich_state s;
	s.is[LEVEL_ANSWER] = within(r->answers, r->n_answers, sizeof *r->answers, at, next);
	s.is[LEVEL_LINK] = within(r->links, r->n_links, sizeof *r->links, at, next);
	s.is[LEVEL_DOUBT] = within(r->doubts, r->n_doubts, sizeof *r->doubts, at, next);
	s.is[LEVEL_STRIKE] = within(r->strikes, r->n_strikes, sizeof *r->strikes, at, next);
	s.is[LEVEL_FACE] = within(r->marks, r->n_marks, sizeof *r->marks, at, next);
	return s;
}

const struct rich_note *rich_state_note(const struct rich *r, size_t at, size_t *next)
{
	size_t found = within(r->notes, r->n_notes, sizeof *r->notes, at, next);
	return found ? &r->notes[found - 1] : NULL;
}
