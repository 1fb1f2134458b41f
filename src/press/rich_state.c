#include "press/rich_state.h"

#include <string.h>

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

/* Closes what ends, and what is inside it, and opens what begins. */
static void change(const struct rich *r, struct rich_state *from, struct rich_state to,
                   const struct rich_writer *writer)
{
	int first = 0;
	while (first < LEVELS && from->is[first] == to.is[first])
		first++;
	for (int level = LEVELS; level-- > first;)
		if (from->is[level])
			writer->close(writer->of, r, level, from->is[level]);
	for (int level = first; level < LEVELS; level++)
		if (to.is[level])
			writer->open(writer->of, r, level, to.is[level]);
	*from = to;
}

void rich_write(const struct rich *r, enum text_weight face, const struct rich_writer *writer)
{
	struct rich_state open = { { 0 } };
	const struct rich_note *referred = NULL;
	size_t n = strlen(r->text);
	for (size_t at = 0; at < n;) {
		size_t next = n;
		struct rich_state now = rich_state_at(r, at, &next);
		const struct rich_note *note = rich_state_note(r, at, &next);
		change(r, &open, now, writer);
		if (note && note != referred)
			writer->refer(writer->of, note->note);
		else if (!note)
			writer->text(writer->of, now.is[LEVEL_FACE] ? r->marks[now.is[LEVEL_FACE] - 1].weight : face,
			             r->text + at, next - at);
		referred = note;
		at = next;
	}
	change(r, &open, (struct rich_state){ { 0 } }, writer);
}
