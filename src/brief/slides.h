/* slides.h: what all slides of a deck have in common: where their title is, how large their type is at least, and how
 * much larger it may be where a slide says little. Points where nothing else is said. */
#ifndef BRIEF_SLIDES_H
#define BRIEF_SLIDES_H

#include "brief/paper.h"

struct arena;

/* ---- the head: a rule in looks that have one, the part at its right, the title below ---- */

static const double slide_rule = 18;           /* from the top of the slide */
static const double slide_part = 34;           /* baseline of the part's name */
static const double slide_title = 28;          /* size of type */
static const double slide_title_step = 34;     /* baseline to baseline */
static const double slide_title_baseline = 68; /* of its first line, from the top of the slide */
static const double slide_title_below = 20;    /* from its last baseline to what is below */

static const double slide_bar = 10; /* width of the bar at the edge, beside the title, in looks with cards */

/* ---- charts ---- */

/* Sizes of type, of labels and of notes. What does not fit in the first of them, on several slides neither, has a
 * smaller one, which is told. */
static const double slide_label[] = { 16, 14.5, 13, 11.5, 10 }, slide_note[] = { 14, 13, 11.5, 10, 9 };
static const double slide_foot = 2;          /* from the foot of a chart to the end of the body */
static const double slide_aside = 0.28;      /* of the body's width: what stands beside a chart */
static const double slide_aside_least = 210; /* else it stands below, */
static const double slide_aside_wide = 0.36; /* or beside in more of the width, if it has no room there */
static const double slide_aside_gap = 0.045; /* of the body's width, from the plot to it */
static const double slide_aside_rule = 28, slide_aside_thick = 3, slide_aside_air = 10; /* the rule above it */
static const double slide_aside_apart = 0.5; /* steps between its paragraphs */
static const double slide_below_apart = 14;  /* from a chart to what stands below it */
static const double slide_below_share = 0.4; /* of the body's height: so much may stand below a chart */

/* ---- the slide of a part ---- */

static const double slide_part_now = 34, slide_part_other = 24; /* sizes of type: of the part that begins, of others */
static const double slide_part_inner = 20;                      /* of the slides in it */
static const double slide_part_step = 1.45;                     /* of their size */
static const double slide_part_above = 24, slide_part_air = 6;
static const double slide_part_apart = 18;    /* from the rule above a row to its words, at most */
static const double slide_part_least = 20;    /* air of a row, at least */
static const double slide_part_slack = 34;    /* air between two slides, at most */
static const double slide_part_ruled = 10;    /* between slides that are so far apart stands a rule, */
static const double slide_part_rule_over = 7; /* so far above the next */
static const double slide_part_bar = 20, slide_part_indent = 64;
static const double slide_part_thick = 5; /* of the bar beside the part that begins */

/* ---- how full a slide is ---- */

static const double slide_short = 0.5;       /* of the room: a slide that is less full is joined with the next */
static const double slide_short_scale = 1.8; /* how much higher text is in the largest type than in the usual one */
static const double slide_table_min = 16;    /* sizes of type that the proof asks for: of cells, */
static const double slide_text_min = 18;     /* of running text, */
static const double slide_note_min = 14;     /* of notes */

static const double rows_closer = -0.4; /* of tables that would be cut else: less air in them */

enum { SLIDE_SCALES = 5 };

/* The lengths of slides with all type but titles larger: 0 is the largest, SLIDE_SCALES - 1 the usual one; SLIDE_SCALES
 * the smaller one of an appendix. On the arena. */
const struct paper *slides_scaled(struct arena *arena, const struct paper *paper, int scale);

#endif
