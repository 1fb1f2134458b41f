/* leaderboard_plan.h: a leaderboard that is being laid out: made by leaderboard.c, drawn by leaderboard_draw.c. Private
 * to the two. */
#ifndef CHART_LEADERBOARD_PLAN_H
#define CHART_LEADERBOARD_PLAN_H

#include "chart/leaderboard_words.h"

#define LEADERBOARD_VARIANT_STEP 1.4 /* u: from a name to the variant below it */

struct row {
	const struct standing_row *standing;
	const struct text_block *rank, *name, *variant, *maker, *value,
		*remark;    /* remark NULL: none; value NULL: absent */
	bool variant_below; /* on a line of its own */
	bool strong;
	struct color color;
};

struct plan {
	struct arena *arena;
	struct diags *diags;
	const struct chart_request *request;
	const struct look *look;
	double u;
	struct leaderboard_view view;
	struct frame frame;
	struct frame_words words;
	const char *alt, *hash;
	struct row *rows;
	size_t *shown, n_shown; /* indices in standing.rows, best first */
	bool chips;             /* a patch of the maker's colour: only where makers are known */
	double pitch, bar;
	size_t per_page;
	double left, right; /* of the columns */
	double rank_right, chip_x, name_x, name_width, maker_x, plot_left, zero, per_unit;
};

/* What a row's bar and whisker span, zero included. Only for a row with a value. */
void leaderboard_extent(const struct row *row, double *low, double *high);

/* Air above the first and below the last row's pitch. */
double leaderboard_pad(const struct plan *plan);

/* All pages, from a plan in which everything is settled. */
void leaderboard_draw(struct plan *plan, struct chart_pages *pages);

#endif
