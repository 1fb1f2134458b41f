/* made.h: what the program makes, for targets that alter it: of the desk's table and a briefing on it. */
#ifndef TESTS_FUZZ_MADE_H
#define TESTS_FUZZ_MADE_H

#include "base/file.h"

struct arena;
struct press;
struct scene;

/* A session on the shipped looks; the caller closes it. */
struct press *made_press(void);

/* The same session for so many calls, then another; the last is closed when the process ends. */
struct press *made_press_at_hand(int calls);

/* The pages of the briefing; the session they belong to is closed with the arena. */
const struct scene *const *made_pages(struct arena *arena, size_t *count);

enum made_file { MADE_PDF, MADE_PNG, MADE_SVG, MADE_FILES };

/* The briefing as a PDF, its chart as PNG and SVG, made on first use; they last as long as the process. */
struct bytes made_file(enum made_file which);

/* The path of the data. */
const char *made_data(void);

#endif
