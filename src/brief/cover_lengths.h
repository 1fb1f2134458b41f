/* cover_lengths.h: lengths of covers and mastheads, of logos, and of what a brand has on every page. Points where
 * nothing else is said. Private to brief/. */
#ifndef BRIEF_COVER_LENGTHS_H
#define BRIEF_COVER_LENGTHS_H

/* ---- covers ---- */

static const double cover_title = 50, cover_title_landscape = 46; /* sizes of type */
static const double cover_title_least = 22;                       /* size of type: a longer title is set so small */
static const double cover_plain_at = 0.2;                         /* of the body: top of the title */
static const double cover_plain_at_landscape = 0.12;
static const double cover_title_below = 24;                             /* the rule, at least */
static const double cover_band = 0.5, cover_band_landscape = 0.56;      /* of the page's height */
static const double cover_band_pad = 46, cover_band_pad_landscape = 34; /* from the last line to the band's edge */
static const double cover_picture = 0.44;                               /* of the page's height */
static const double cover_picture_landscape = 0.4;                      /* of the page's width, at its right edge */
static const double cover_picture_gap = 34;                             /* from the picture to the title */
static const double cover_picture_side = 32;                            /* from the text to a picture beside it */
static const double cover_numbers_over = 26;                            /* above the large numbers, at least */
static const double cover_byline_over = 40, cover_byline_over_landscape = 36; /* from large numbers to the byline */
static const double cover_strip = 16; /* width of one colour in the strip of makers */

/* ---- logos ---- */

static const double logo_height = 30, logo_width = 150;            /* on covers and mastheads, at most */
static const double logo_below = 26;                               /* to the rule */
static const double logo_small_height = 13, logo_small_width = 80; /* at the head of a page */
static const double logo_small_drop = 2.5;                         /* below the baseline */
static const double logo_small_gap = 12;

/* ---- mastheads of memos ---- */

static const double memo_kind = 25, memo_kind_below = 14; /* size of type; from the rule to its first line */
static const double memo_row = 18, memo_row_first = 30;   /* from line to line; from the word to the first row */
static const double memo_label = 68;                      /* width of the labels */
static const double memo_rule_below = 12;                 /* the last row */
static const double memo_subject_step = 1.3;              /* of its size */

/* ---- every page ---- */

static const double points_in_mm = 72 / 25.4;
static const double confidential_slide = 21; /* baseline from the top of a slide that is a cover */
static const double confidential_below = 16; /* baseline below a cover's picture */
static const double furniture_gap = 16;      /* between texts at the foot of a page, at least */

#endif
