/* speech.h: what is said while a slide is shown, and is not on it. */
#ifndef BRIEF_SPEECH_H
#define BRIEF_SPEECH_H

#include <stddef.h>

struct arena;
struct block;

struct slide_speech {
	const struct block **items; /* speaker blocks, and running text that slides leave out */
	size_t n, room;
};

void speech_add(struct arena *arena, struct slide_speech *speech, const struct block *block);
/* What is said as plain paragraphs, on the arena; *n: how many. */
const char *const *speech_paragraphs(struct arena *arena, const struct slide_speech *speech, size_t *n);

void speech_add_all(struct arena *arena, struct slide_speech *speech, const struct slide_speech *more);

#endif
