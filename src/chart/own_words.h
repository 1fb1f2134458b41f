/* own_words.h: what the words that an author wrote on a chart name, for the proof to judge their numbers. */
#ifndef CHART_OWN_WORDS_H
#define CHART_OWN_WORDS_H

#include "chart/chart.h"
#include "scene/evidence.h"

/* The names, versions and dates in own that the data know, and what is vouched for. set: the text that begins with
 * those words, as it is set in lines. NULL if there are no such words. */
const struct scene_own *own_words(struct arena *arena, const struct chart_request *request, const struct chart_own *own,
                                  const char *set);

#endif
