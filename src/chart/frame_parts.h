/* frame_parts.h: what the two halves of a frame share. Private to frame.c and frame_foot.c. */
#ifndef CHART_FRAME_PARTS_H
#define CHART_FRAME_PARTS_H

#include "chart/frame.h"
#include "text/text.h"

double frame_last_baseline(const struct text_block *block);

/* From the last baseline of one text to the first of the next: as the look sets it, more where tall letters would
 * touch. */
double frame_apart(const struct frame *f, const struct text_block *upper, const struct text_block *lower,
                   double wanted);

/* Keys, notes and source, which tell how high the foot is. */
void frame_measure_foot(struct arena *arena, struct frame *f, const struct frame_words *words, struct diags *diags);
void frame_draw_foot(struct scene *scene, const struct frame *f, double top);

#endif
