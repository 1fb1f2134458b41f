/* lengths.h: every length of a document, by name: of its pages, and of what is on them.
 *
 * Lengths are points where nothing else is said; "sizes" are multiples of the text's size, "steps" of the grid. What
 * differs between a report and slides is in struct lengths, of which paper.h hands out the right one; what is the same
 * everywhere is a constant. Charts have their lengths from the look. */
#ifndef BRIEF_LENGTHS_H
#define BRIEF_LENGTHS_H

enum { HEADINGS = 3 }; /* levels that differ; deeper ones are like the last */

struct cover_lengths {
	double title, subtitle;      /* sizes of type */
	double title_below;          /* from the rule to the title's first line */
	double numbers_at;           /* share of the page's height */
	double number, number_words; /* sizes of type */
	double byline;               /* size of type */
};

struct lengths {
	double safe; /* nothing is painted nearer to the edge of the page */
	double margin_x, margin_top, margin_bottom;
	double gutter;                               /* between columns */
	double measure;                              /* width of running text in one column: 45 to 80 characters */
	double header;                               /* baseline, from the top; 0: none */
	double footer;                               /* baseline, below the body */
	double step;                                 /* of the grid on which all lines of text sit */
	double rise;                                 /* from the top of a step to the baseline in it */
	double size, small, note_step;               /* of text; of captions and notes; from line to line of notes */
	double edge;                                 /* size of type of header and footer */
	double text_min;                             /* proof.h: no smaller text */
	double heading[HEADINGS];                    /* sizes of type */
	double heading_step[HEADINGS];               /* baseline to baseline */
	double heading_above[HEADINGS];              /* air, in steps */
	double panel_above;                          /* air above a note's field, in steps */
	double item_apart;                           /* air between items of several lines, in steps */
	double table, table_large;                   /* sizes of type; large: of a table that is a message */
	double number, number_min;                   /* sizes of type */
	double number_words;                         /* size of type */
	double quotation, quotation_by;              /* sizes of type */
	double advice_model, advice_words;           /* sizes of type */
	double table_whole;                          /* share of the page: a table that is less tall is not broken */
	double figure_doubt;                         /* from the body's edge to the bar beside a chart in doubt */
	struct cover_lengths cover, cover_landscape; /* landscape: of reports */
};

static const struct lengths lengths_of_reports = {
	.safe = 20,
	.margin_x = 56.7, /* 20 mm */
	.margin_top = 57,
	.margin_bottom = 65,
	.gutter = 24,
	.measure = 357, /* 126 mm: about 66 characters of 10.5 points */
	.header = 36,
	.footer = 32,
	.step = 15,
	.rise = 10.8,
	.size = 10.5,
	.small = 9,
	.edge = 9,
	.note_step = 12,
	.text_min = 9,
	.heading = { 21, 15, 11.5 },
	.heading_step = { 26, 19, 15 },
	.heading_above = { 3, 2, 1 },
	.panel_above = 2,
	.item_apart = 1,
	.table = 9.5,
	.table_large = 9.5,
	.number = 30,
	.number_min = 19,
	.number_words = 9.5,
	.quotation = 14,
	.quotation_by = 9.5,
	.advice_model = 14,
	.advice_words = 9.5,
	.table_whole = 0.33,
	.figure_doubt = -14,
	.cover = { 38, 16, 112, 0.6, 42, 10.5, 10.5 },
	.cover_landscape = { 36, 16, 28, 0.56, 42, 10.5, 10.5 },
};

static const struct lengths lengths_of_slides = {
	.margin_x = 40,
	.margin_top = 34,
	.margin_bottom = 44,
	.gutter = 40,
	.measure = 640,
	.footer = 26,
	.step = 25,
	.rise = 18,
	.size = 18,
	.small = 14,
	.edge = 12,
	.note_step = 19,
	.text_min = 12,
	.heading = { 28, 28, 20 },
	.heading_step = { 34, 34, 26 },
	.heading_above = { 2, 2, 1 },
	.panel_above = 1.2,
	.item_apart = 0.5,
	.table = 16,
	.table_large = 16,
	.number = 60,
	.number_min = 32,
	.number_words = 18,
	.quotation = 26,
	.quotation_by = 18,
	.advice_model = 24,
	.advice_words = 18,
	.table_whole = 0.82,
	.figure_doubt = 12,
	.cover = { 44, 20, 28, 0.58, 50, 14, 14 },
};

/* ---- what rounding may not decide ---- */

static const double fit_tolerance = 0.01;  /* a height or width that is so little too large fits */
static const double step_tolerance = 1e-6; /* of a step: so little more does not take another one */
static const double body_slack = 1;        /* that the body may reach into the bottom margin, to hold one more step */
static const double margin_ink = 0.5;      /* air between tall letters and the line above or below */
static const double share_ink = 0.032;     /* and at least this share of the size: B1 asks for more in larger type */

static const double narrow = 300; /* proof.h: running text in columns so narrow has shorter lines */

/* ---- the side column ---- */

static const double side_margin = 45;  /* 16 mm: what stands beside the text takes room from the margins too */
static const double side_text = 0.685; /* of the body's width: with nothing beside it less than a third is empty */
static const double side_gutter = 18;
static const double side_apart = 14;       /* between two that stand beside the text, and to what is wider than that */
static const double side_rule_over = 1.35; /* sizes above the first baseline */
static const double side_paragraphs = 0.5; /* of their step: apart */

/* ---- pages that are not full ---- */

static const double emptiest = 1.0 / 3; /* of the body: more is filled where it can be */

/* ---- text that is broken evenly ---- */

static const double even_least = 0.8; /* of an equal share for each line */
static const double runt_share = 0.2; /* of the measure: a last word so short is avoided */
static const double runt_widest = 0.98, runt_narrowest = 0.86, runt_part = 0.02; /* of the measure: what is tried */

/* ---- masthead and cover ---- */

static const double rule_thick = 1, rule_thin = 0.5;
static const double tag_width = 44, tag_height = 7; /* on the rule */
static const double title_min = 18, title_shrink = 0.92;
static const double masthead_measure = 440, masthead_title = 25, masthead_title_below = 15; /* below the rule */
static const double masthead_title_step = 1.2;                                              /* of the title's size */
static const double masthead_subtitle = 13, masthead_subtitle_step = 19, masthead_subtitle_below = 24;
static const double masthead_byline_step = 13, masthead_byline_below = 20;
static const double masthead_below = 1.2; /* steps */

/* All of the type's size. */
static const double cover_title_measure = 17, cover_title_step = 1.16;
static const double cover_subtitle_measure = 30, cover_subtitle_step = 1.45, cover_subtitle_below = 2.4;
static const double number_below = 1.15; /* the rule */
static const double number_words_step = 1.4, number_words_below = 1.9;

static const double numbers_gap = 36;                  /* at most; else two gutters */
static const double numbers_shrink = 0.98;             /* of a value that is too wide, a step */
static const double unit_size = 0.44, unit_air = 0.14; /* of the number's size */
static const double numbers_above = 1;                 /* steps, and below */
static const double number_words_over = 0.85; /* of their size, from the value's line to the top of their first */

/* ---- header and footer ---- */

static const double edge_share = 0.6;     /* of the body's width: a longer text is cut to its first line */
static const double edge_gap = 24;        /* between the two texts of the header, at least */
static const double section_begins = 200; /* down the body: a section that begins above it names the page */

/* ---- blocks; in sizes where nothing else is said ---- */

static const double rule_over = 0.4; /* steps above the rule that a block begins with */
static const double block_width_min = 6;
static const double bullet_indent = 1.55, bullet_left = 0.3, bullet_side = 0.3, bullet_rise = 0.5,
		    item_number_gap = 0.45;
static const double digit_width = 0.6; /* width of one more digit before an item or a note */
static const double quote_indent = 1.5;
static const double quote_bar = 1.5;  /* points */
static const double panel_pad = 1.2;  /* left and right */
static const double panel_half = 0.5; /* steps inside the field, above and below its text */
static const double panel_below = 2;  /* steps */
static const double code_size = 0.88;

/* ---- headings and contents ---- */

static const double heading_measure = 40; /* of the heading's size */
static const double heading_lift = 0.12;  /* of its step: its last line is nearer to its text */
static const double again_height = 1.5;   /* steps: of a section's heading on the next slide */
static const double contents_step = 2;    /* steps: of its title, and above it */
static const double contents_lift = 3;
static const double entry_number = 40; /* room for the page's number */
static const double entry_above = 0.4; /* steps above an entry of the first level */

/* ---- tables; in sizes of their type ---- */

static const double row_step = 1.32, row_air = 0.64, row_rise = 0.96;
static const double column_gap = 1.5, column_gap_closer = 0.6; /* sizes; a part of that, where columns are narrow */
static const double column_min = 2;
static const double even_first = 0.34; /* of the width: the first column of a table whose others are alike */
static const double mark_side = 0.6, mark_thick = 0.13, mark_lift = 0.05, mark_indent = 1.1;
static const double table_smaller = 0.5, table_large_share = 0.7; /* points; of the page */
static const double table_note_size = 0.8;                        /* of the table's, but not below the smallest */
static const double table_note_over = 0.5;                        /* steps */
static const double cell_short = 9;     /* a text so long stays on one line while there is room */
static const double broken_line = 0.92; /* of its column's width: how long a line is, about */
static const double word_long = 16;     /* a longer word may break */
static const double slide_titles = 175; /* points that the title of a slide takes at most */
static const double row_reserve = 90, row_reserve_slide = 230; /* points of the body that no row may take */
enum { message_runes = 60 };                                   /* of a text that a message quotes */

/* ---- recommendations; in sizes where nothing else is said ---- */

static const double advice_left = 0.32;      /* share of the width for the model, */
static const double advice_left_most = 19;   /* but not more */
static const double advice_right_least = 17; /* else it stands above the words */
static const double advice_gap = 2.2;
static const double advice_pad = 0.7;        /* steps, above and below */
static const double advice_apart = 0.3;      /* steps, between why and what would change it */
static const double advice_step = 1.3;       /* of the model's size */
static const double advice_words_step = 1.4; /* of theirs */

/* ---- quotations ---- */

static const double quotation_step = 1.4, quotation_rise = 1; /* of its size */
static const double quotation_share = 0.45;                   /* of the page: a higher one is set smaller */
static const double quotation_apart = 0.4;                    /* steps above who said it */
static const double quotation_above = 1;                      /* steps, and below */
static const double quotation_bar = 2.5;                      /* points */

/* ---- events; in sizes where nothing else is said ---- */

static const double event_indent = 1.5, event_gap = 1.5, event_least = 16;
static const double event_dot = 0.62, event_lift = 0.35; /* the dot's middle, above the baseline */
static const double event_line = 1;                      /* points */
static const double event_apart = 0.5;                   /* steps */

/* ---- footnotes ---- */

static const double notes_above = 8; /* above the first footnote of a page */
static const double notes_rule = 60; /* width of the rule there */
static const double notes_rule_below = 1;
static const double note_indent = 1.6;  /* sizes */
static const double note_overhang = 60; /* that notes may be wider than running text */
static const double note_rise = 0.75;   /* of its step */

/* ---- figures ---- */

static const double figure_tag_right = 9.5;     /* small sizes: beside the page's number on a slide */
static const double figure_ground_pad = 14;     /* from the edge of a chart's own ground to the chart */
static const double figure_ground_footer = 1.7; /* small sizes: from the footer of a slide up to it */
static const double figure_bar = 4;             /* of a chart in doubt */
static const double figure_doubt_below = 1, figure_doubt_right = 60;
static const double figure_doubt_share = 0.4; /* of the body's width: in the footer of a slide */
static const double image_reserve = 3;        /* steps of the body that no image may take */
static const double image_gap = 5, image_rise = 9;

/* ---- doubts beside text ---- */

static const double strike_thick = 0.06; /* sizes */
static const double doubt_bar = 3, doubt_left = 11, doubt_gap = 12;

#endif
