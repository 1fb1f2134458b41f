/* attempt.h: whether a PNG or SVG can be drawn, found out by drawing it.
 *
 * It is done in a process that has given up its rights (press/trial.h), for what a picture says may be meant to harm
 * whoever draws it. */
#ifndef PAINT_ATTEMPT_H
#define PAINT_ATTEMPT_H

#include "base/file.h"
#include "paint/outcome.h"

struct arena;
struct system_fonts;

/* Looks whether the SVG can be drawn at all. What it finds first is the outcome: a fault, or else the element that
 * costs the most (with a filter, or one that refers to another), for what happens next. */
void picture_glance(struct bytes file, struct picture_trial *out);

/* Tries what was glanced at. At most `left` pixels may come of it, which then are at *pixels, on the arena. */
void picture_try(struct arena *arena, struct bytes file, uint64_t left, struct picture_trial *out,
                 const unsigned char **pixels);

/* Everything that a trial of SVG needs from files: loads librsvg and puts the fonts into use. No other thread runs
 * afterwards. */
void picture_warm_up(struct system_fonts *fonts);

bool picture_is_svg(struct bytes file);

#endif
