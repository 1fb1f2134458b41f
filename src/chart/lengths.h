/* lengths.h: every length of the charts that no look sets, by name.
 *
 * A length_ is a multiple of u, the size of label text on the page; a share_ is a part of another length. These hold
 * for all looks; what a look may choose is in style/look.h. */
#ifndef CHART_LENGTHS_H
#define CHART_LENGTHS_H

/* ---- text ---- */

static const double share_leading = 1.25; /* baseline to baseline: of the size of the type */
static const double share_note_least =
	0.86;                               /* of the size of labels: notes on slides are no larger than they must be */
static const double share_note_step = 1.38; /* on slides: of their size */
static const double length_pitch_slide = 1.6; /* of rows on slides, at least */
static const double share_slide_close = 0.75; /* of the gaps around the plot, on slides, where height is scarce */
static const double share_drop = 0.62;        /* from the middle of a line of digits to its baseline: of the x-height */

/* ---- axes ---- */

static const double share_axis_air = 0.06; /* of the range of the values, on both sides */
static const double share_flat_air = 0.05; /* of the value, where all values are equal */
static const double length_axis = 0.06;    /* how thick the lines of axes and ticks are */
static const double length_tick = 0.35;
static const double length_tick_gap = 0.5;        /* from the vertical axis to its numbers */
static const double length_tick_column = 0.7;     /* what the numbers of the vertical axis take beside their width */
static const double length_tick_baseline = 1.35;  /* below the horizontal axis */
static const double length_tick_before = 0.8;     /* numbers of the horizontal axis start no further left */
static const double length_ticks_apart = 0.6;     /* side by side */
static const double length_ticks_pitch = 1.3;     /* one above the other, baseline to baseline */
static const double length_axis_head_over = 0.9;  /* from a head's last baseline to the top of the plot */
static const double length_axis_head_under = 3;   /* from the bottom of the plot to a head's first baseline */
static const double length_axis_under = 3.6;      /* numbers and one line of a head below the plot */
static const double length_ticks_under = 1.75;    /* numbers alone */
static const double length_axis_over = 2;         /* one line of a head above the plot, and its air */
static const double length_axis_descent = 0.3;    /* so far below its baseline a head's last line has room anyway */
static const double length_axis_ascent = 1;       /* so far above its baseline its first line has room anyway */
static const double share_axis_head_across = 0.6; /* of the plot's width: a head above, beside the arrow */
static const double share_axis_head_along = 0.8;  /* of the plot's width: a head below */
static const double length_reference = 0.08;      /* how thick a reference line is */
static const double length_reference_gap = 0.3;   /* from the line to its words */

/* ---- plots ---- */

static const double length_plot_pad = 1;         /* from the edge of a card to the words of a plot */
static const double length_plot_inset = 0.8;     /* from the axes to the first and last value */
static const double length_plot_tall = 34;       /* a plot on a page of its own is no taller */
static const double length_plot_inset_tall = 24; /* nor one in a document */
static const double length_plot_least_wide = 12;
static const double length_plot_least_tall = 8;
static const double length_dot = 0.38;       /* radius of a point */
static const double length_dot_least = 0.14; /* the same where there are thousands */
static const double length_dot_ring = 0.14;  /* line of a hollow dot */
static const double length_dot_whisker = 0.06;
static const double length_frontier = 0.13;  /* how thick the stairs of the frontier are */
static const double length_leader = 0.06;    /* how thick a line from a dot to its words is */
static const double length_corner_air = 0.5; /* from the corner of the plot to its arrow, and below its word */
static const double length_arrow = 0.85;     /* side of the square that the arrow to the better corner fills */
static const double length_arrow_line = 0.1;
static const double length_arrow_gap = 0.5; /* from its words */

/* ---- names beside points ---- */

static const double length_name_wide = 15;        /* a longer name breaks into lines */
static const double length_name_off_axis = 0.6;   /* from the axes, where the ticks are */
static const double length_name_off_edge = 0.1;   /* from the right edge of the plot */
static const double length_whisker_shown = 0.35;  /* of a whisker beyond a name that stands on it */
static const double length_name_wide_strong = 24; /* the same of one in focus, with its values */
static const double whole_money_from = 100;       /* an amount that large is said without cents beside its point */
static const double length_name_paired = 0.36;    /* between two names beside one mark */
static const double length_name_halo = 0.15;      /* around a name, where grid lines pause */
static const double share_names_right = 0.18;     /* of the plot, at most kept for the name of the last point */
static const double length_name_beside = 1;       /* from a dot to the right end of the plot, beside the name */
static const double length_name_air = 0.34;       /* between two names: a little more than the proof asks for */
static const double length_name_off_dot = 0.15;   /* at least from any dot */
static const double length_name_off_line = 0.12;  /* from whiskers, the frontier and leaders */
static const double share_name_own = 0.6;         /* of the distance to the next dot: so near is its own at least */
static const double length_name_led_apart = 1;    /* with a leader: at least from any other dot */
static const double length_name_near = 0.35;      /* from its dot, where it needs no leader */
static const double length_name_near_most = 0.75; /* the ink of its nearest line is no further from it then */
static const double share_name_beside = 0.3;      /* of a leader's direction: less to the side is above or below */
static const double share_name_corner = 0.75;     /* of that distance, where it sits at a corner */
static const double length_name_far_from = 1;     /* with a leader: the nearest, */
static const double length_name_far_to = 5;       /* the farthest, */
static const double length_name_far_step = 0.4;   /* and what lies between two tries */
static const double length_leader_start = 0.2;    /* from the name's ink to the leader */
static const double length_leader_stop = 0.08;    /* from the leader to the dot's edge */
static const double length_leader_least = 0.3;
static const double length_leader_most = 5.5;
static const double length_leader_air = 0.1; /* between a leader and dots or lines */
static const double length_names_meet = 16;  /* dots farther apart have names that are not in each other's way */
static const double length_crowd = 4;        /* neighbours at this distance count half */

/* ---- annotations ---- */

static const double length_annotation_wide = 15; /* longer ones break into lines */
static const double length_annotation_gap = 0.7; /* from the words of a row */

/* ---- slopes ---- */

static const double length_slope_pad = 0.8;       /* from the top and bottom of a card */
static const double length_slope_foot = 0.2;      /* below the lowest value */
static const double length_slope_tall = 18;       /* a slope of several lines is no lower, */
static const double length_slope_inset_tall = 11; /* nor is one of a single line in a document */
static const double share_slope_air = 1.8;        /* of the words' pitch: how far apart its lines would like to be */
static const double length_slope_air = 2;         /* above and below the lines */
static const double length_slope_least_wide = 8;
static const double share_slope_lines = 0.3; /* of the width: with less, names stand at the left only */
static const double length_slope_least_tall = 3;
static const double share_slope_name = 0.26;       /* of the plot's width: a longer name breaks into lines */
static const double share_small_change = 0.1;      /* of the largest change: a smaller one has no colour */
static const double whole_change_from = 10;        /* a change that large is said in whole numbers */
static const double share_reversal = 0.5;          /* of a gain: a loss that large makes a title with it */
static const double share_swing = 0.25;            /* of the larger value: a change that large makes a title */
static const double length_slope_apart = 0.4;      /* between the words of two lines */
static const double length_slope_name_gap = 0.9;   /* from the names to the values at the left */
static const double length_slope_change_gap = 0.8; /* from the values at the right to the changes */
static const double length_slope_remark_gap = 0.5;
static const double length_slope_lead = 2.2;        /* from a dot to its value */
static const double length_slope_lead_start = 0.15; /* from the dot's edge to the line that leads to its value */
static const double length_slope_lead_stop = 0.35;  /* from that line to the value */
static const double length_slope_moved = 0.25;      /* a value further off than this gets a leader */
static const double length_slope_dot = 0.34;
static const double length_slope_whisker = 0.07;
static const double length_slope_line = 0.13;
static const double length_slope_line_strong = 0.2;
static const double length_slope_head_gap = 0.6;  /* between the two heads */
static const double length_slope_head_room = 0.8; /* from the heads to the highest value */
static const double length_slope_head_over = 0.9; /* from their last baseline to the highest value */

/* ---- lines over the calendar ---- */

static const double share_course_name = 0.24;        /* of the plot's width: a longer name breaks into lines */
static const double length_course_over = 0.4;        /* above the plot */
static const double length_course_apart = 0.3;       /* between the words of two lines */
static const double length_course_name_gap = 0.7;    /* from the values to the names */
static const double length_course_lead = 0.9;        /* from the plot to the values */
static const double length_course_lead_start = 0.15; /* from the edge of a dot to the line that leads to its value */
static const double length_course_lead_stop = 0.35;  /* from that line to the value */
static const double length_course_dash = 0.15;       /* of what leads on a line that ends early, */
static const double length_course_gap = 0.45;        /* and between two of them */
static const double length_course_moved = 0.1;       /* words further off than this are led to at a slant */
static const double length_course_dots_apart = 0.9;  /* the least between two runs that have dots and whiskers */
static const double length_course_dot = 0.22;
static const double length_course_dot_strong = 0.28;
static const double length_course_whisker = 0.07;
static const double length_course_line = 0.13;
static const double length_course_line_strong = 0.22;

/* ---- rounding: what is less counts as nothing ---- */

static const double rounding = 1e-9;         /* what computing in binary may leave of a whole number */
static const double rounding_pixel = 1e-6;   /* of a count of pixels */
static const double half_pixel_down = 1e-6;  /* points: half a pixel is rounded down */
static const double share_beyond_unit = 1.5; /* of the next larger unit of time: from there an axis counts in it */
static const double share_wash = 0.3;        /* of the way from the ground to the colour of grid lines: of a band */
static const double hues_apart = 20;         /* CIEDE2000 between two colours with a meaning */
static const double seen_apart = 3;          /* contrast of a mark with what it stands on */
static const double readable = 4.5;          /* contrast of words with what they stand on */
static const double visible = 1e-4;          /* points: a narrower stroke is left out */
static const double shaping_slack = 0.5;     /* points: text that is as wide as its room does not break */

/* ---- media, in points ---- */

static const double points_u_slide = 14, points_u_page = 10;
static const double type_room = 1.43; /* times that, to be read from the back of a room: 40 px on a slide of 1920 */
static const double points_text_min_slide = 12, points_text_min_page = 9;
static const double points_margin_x = 56.7; /* of paper: 20 mm */
static const double points_margin_top = 57, points_margin_bottom = 65;
static const double points_footer = 30;        /* the footer's baseline in the bottom margin */
static const double points_footer_descent = 5; /* what reaches below it */

/* ---- the frame ---- */

static const double length_lines_air = 0.35;       /* between the ink of two lines, at least */
static const double length_message_rule = 1.05;    /* from the title's last baseline to the rule under a message */
static const double length_message_air = 0.5;      /* between that rule and ink, at least */
static const double length_heading_under = 1.5;    /* from that rule to the heading's baseline */
static const double length_heading_subtitle = 1.4; /* from the heading's baseline to the subtitle's */
static const double length_subtitle_air = 0.6;     /* from the subtitle's ink to the plot, at least */
static const double length_pill_gap = 1.2;         /* from the subtitle to the pill */
static const double share_pill = 0.45;             /* of the width: a longer direction goes in the subtitle */
static const double share_title_line = 0.45;       /* of the wider of two lines: a shorter one makes a bad break */
static const double share_balance_least = 0.8;     /* of an even share of the text: no line is narrower */
static const double length_notes_apart = 1.1;      /* side by side */
static const double length_note_ascent = 0.8;      /* a note with taller ink has a line of its own */
static const double length_note_descent = 0.25;    /* or with ink that reaches deeper */
static const double length_page_words = 18;        /* left free beside the source for "Page 2 of 3" */
static const double length_swatch = 1.6, length_swatch_tall = 0.8, length_swatch_gap = 0.5;
static const double length_swatch_dot = 0.6, length_swatch_tick = 0.2;

/* ---- rows: labels ---- */

static const double length_tie = 0.12; /* the bracket beside rows of one rank */
static const double share_tie = 0.2;   /* of the pitch, above its first row and below its last */
static const double length_chip = 0.8, length_chip_radius = 0.14, length_chip_gap = 0.4; /* in looks that have none */
static const double length_chip_rise = 0.08;         /* of a chip's middle above its row's */
static const double length_variant_step = 1.4;       /* from a name to the variant below it */
static const double length_card_pad = 0.7;           /* between the card's edge and the first and last row */
static const double length_card_left = 1;            /* from the card's edge to the names of rows without ranks */
static const double length_card_rank = 0.8;          /* from the card's edge to the widest rank, at least */
static const double length_card_name = 0.2;          /* more before names without ranks */
static const double length_card_right = 1.2;         /* from the columns to the card's edge */
static const double name_lines_reserve = 1.1;        /* lines break early: this many times what the width suggests */
static const double length_names_over = 20;          /* a narrower figure has its names over its bars */
static const double length_bar_over = 0.9;           /* how thick these are */
static const double length_name_over = 0.7;          /* from the last baseline of a name to its bar */
static const double share_rows_over = 2.6;           /* of the way from a name's middle to its bar: from bar to bar */
static const double length_gap_over = 0.6;           /* from the line of the bars to the words of a gap */
static const double share_names_among_columns = 0.7; /* of the look's share, where columns need the room */
static const double share_names_most = 0.6;          /* of the chart's width, however long the names are */
static const double share_names_growth = 1.1;        /* by which names widen until two lines suffice */
static const double share_makers = 0.16;             /* of the chart's width, before makers break into lines */

/* ---- rows: how far apart ---- */

static const double length_pitch_most = 2.9;      /* where rows do not fill the page */
static const double length_pitch_few = 2.9;       /* of a figure on paper with few rows */
static const double length_pitch_paper = 2.5;     /* of one with more */
static const double length_pitch_ruled = 2.6;     /* of a table */
static const double length_pitch_few_ruled = 3.4; /* of one with few rows */
static const double length_pitch_least_ruled = 1.8;
static const double length_group_air = 0.75;    /* above and below the head of a group of rows */
static const double share_group_above = 0.8;    /* of that above it */
static const double length_rows_left_out = 1.3; /* of the mark for rows left out */
static const double length_rows_left_out_ruled = 1.55;
static const double length_gap_dot = 0.12;      /* of its dots, which continue a baseline */
static const double length_gap_dots = 0.36;     /* from one to the next */
static const double length_pitch_dense = 0.01;  /* added to share_pitch_dense */
static const double share_pitch_dense = 1.5;    /* of the thinnest bar: the pitch of long lists in documents */
static const double share_pitch_series = 0.62;  /* of a row's pitch for each bar of a group, on paper */
static const double share_pitch_spread = 0.75;  /* the same where rows fill the page */
static const double length_band_gap = 1.6;      /* between bands of columns */
static const double length_group_gap = 0.9;     /* between groups of bars */
static const double length_step_least = 1.5;    /* from bar to bar of a group */
static const double length_series_air = 0.32;   /* between the ink of a group's texts */
static const double share_bar_in_group = 0.92;  /* of the step */
static const double share_bar_most = 0.8;       /* of the pitch */
static const double length_bars_apart = 0.09;   /* bars of a group */
static const double share_above_ruled = 0.15;   /* of the room left over: what goes above a table */
static const double share_above_columns = 0.35; /* above several columns */

/* ---- rows: marks ---- */

static const double length_bar_of_parts = 1.3;   /* how thick a bar with numbers in its parts is, at least */
static const double length_part_names = 0.8;     /* between the names over two parts, at least */
static const double length_parts_apart = 0.09;   /* parts of a stacked bar */
static const double share_column = 0.62;         /* of the way from one column to the next: how wide one is, */
static const double length_column_wide = 7;      /* and at most */
static const double length_column_slot = 12;     /* from one to the next, at most */
static const double length_columns_apart = 0.5;  /* between the words of two columns */
static const double share_columns_left = 0.5;    /* of the room beside few columns, at their left */
static const double length_column_gap = 0.12;    /* from a column's end to its value */
static const double length_column_remark = 0.15; /* between a value and what is remarked of it */
static const double length_column_name = 0.45;   /* from the columns to their names */
static const double length_column_least = 5;     /* how tall the area of columns is, beside words, at least */
static const double length_part_inside = 0.2;    /* from the edges of a part to the number in it */
static const double length_other = 0.14;         /* how thick the stroke for another source's value is */
static const double length_other_tall = 1.25;
static const double length_other_before = 0.2;  /* such a stroke this close before a value moves the value */
static const double length_other_clear = 0.5;   /* from a value to the next such stroke */
static const double length_spread_thick = 0.46; /* of the line over the inner part of a spread */
static const double length_spread_thin = 0.1;   /* and over the outer part */
static const double length_spread_halo = 0.12;  /* around the dot, where it lies on them */
static const double length_spread_shown = 0.35; /* of a thick line, beyond that */
static const double length_run = 0.16;          /* radius of a single run */
static const double length_run_below = 0.66;    /* its middle below that of the row */
static const double length_guide = 0.05;        /* how thick the line from a name to its dot is */
static const double length_dot_room = 0.45;     /* on both sides of a dot's middle */
static const double length_number_remark = 0.3; /* from a number to its remark */
static const double length_rule_between = 0.04; /* how thick the lines between a table's rows are */
static const double length_rule_under_head = 0.1;
static const double length_rule_end = 0.05;

/* ---- rows: columns ---- */

static const double length_gap_folded = 40;      /* on a slide less wide, rivals stand below the benchmarks */
static const double length_gap_folded_page = 30; /* likewise a figure of a page or a browser */
static const double length_makers_least = 34;    /* on a slide less wide, names of makers have no room */
static const double length_words_wide = 16;      /* longer words break into lines */
static const double length_head_wide = 14;       /* of a column's head, at most */
static const double length_head_two_lines = 8;   /* a head that is wider in two lines may take three or four */
static const double length_head_growth = 0.5;    /* by which a head widens until its lines suffice */
static const double length_head_right = 1.5;     /* a head ends this far before its column */
static const double length_head_over = 0.75;     /* from a head's last baseline to the first row */
static const double length_head_air = 0.9;       /* below heads */
static const double length_bar_least = 5.5;      /* the longest bar of one of several columns is no shorter */
static const double length_bar_least_alone = 2;
static const double length_field_pad = 1.2;  /* of a shaded field, both sides */
static const double length_field_head = 0.6; /* a field's head is so much narrower */
static const double length_field_head_close = 0.7;
static const double length_fields_apart = 0.15;
static const double length_focus_frame = 0.1;      /* how thick the frame around the fields of a focus is */
static const double length_plots_apart = 2;        /* columns of bars or dots */
static const double length_plots_apart_close = 1;  /* the same where values stand in their bars */
static const double length_value_inside = 0.45;    /* from the ends of a bar to the value in it */
static const double length_value_above = 0.05;     /* from the long sides of a bar to it */
static const double share_beside = 0.22;           /* of a panel: values that take more of it stand in their bars */
static const double length_field_pad_close = 0.65; /* of a shaded field whose head is set smaller, both sides */
static const double length_numbers_apart = 1.6;
static const double length_columns_most_apart = 6; /* further, the eye loses the row */
static const double length_two_sided = 1.5;   /* bars reach further left than this: the head sits over their zero */
static const double length_scale = 0.05;      /* how thick the scale over a column of dots is */
static const double length_scale_over = 0.55; /* above the first row */
static const double length_tick_over = 0.45;  /* from the scale to its numbers */
static const double length_ticks_over = 1.7;  /* scale and numbers */

/* ---- heatmap ---- */

static const double share_palest = 0.26; /* from what the fields stand on to the middle shade: the palest */

/* ---- tokens ---- */

static const double days_of_month = 30.436875;        /* a mean one */
static const double rate_least = 1.5, rate_most = 36; /* months of doubling that a title says */
static const double contrast_digits = 5;              /* of digits on a shade that read well */
static const double ratio_of_titles = 3;              /* so many times another, a value is the title of its chart */
static const double ratio_beyond_titles = 10000;      /* beyond that one of the two is next to nothing */
static const double share_of_variants =
	0.5;                             /* of all that a chart spans, between two variants of one model: likewise */
static const double ratio_of_totals = 2; /* so many times another, a total is worth a title */
static const double ratio_worth_telling = 1.05; /* a title says "times as many" from here on */
static const double tokens_of_a_rate = 1e6;     /* scores are told per million tokens */
static const double percents = 100;             /* that a whole has */

/* ---- the sheet of a look, in points ---- */

static const double sheet_swatch = 150, sheet_swatch_tall = 70, sheet_swatch_step = 170;
static const double sheet_swatch_name = 92, sheet_swatch_hex = 110; /* baselines below a swatch's top */
static const double size_swatch_hex = 0.9;                          /* in u */
static const double sheet_name = 80, size_sheet_name = 3;
static const double sheet_summary = 112, size_sheet_summary = 1.2;
static const double sheet_palette = 150, sheet_series = 145; /* the series are below the named colours */
static const double sheet_type = 2050, sheet_type_top = 175, sheet_type_step = 40;

#endif
