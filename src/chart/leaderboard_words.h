/* leaderboard_words.h: everything a leaderboard says, made from the data so that it cannot disagree with them. */
#ifndef CHART_LEADERBOARD_WORDS_H
#define CHART_LEADERBOARD_WORDS_H

#include "chart/frame.h"
#include "chart/number.h"
#include "facts/standing.h"

struct leaderboard_view { /* what is shown of a standing */
	const struct dataset *dataset;
	const struct standing *standing;
	struct number_style style;
	const struct variant *focus; /* NULL: none */
	const size_t *shown;         /* indices of the rows drawn, on all pages together */
	size_t n_shown;
	bool direction_in_subtitle;
};

enum { LEADERBOARD_TITLES = 3 };

/* True titles, the fullest first; the last one is short. All are set. */
void leaderboard_titles(struct arena *arena, const struct leaderboard_view *view,
                        const char *titles[LEADERBOARD_TITLES]);

char *leaderboard_subtitle(struct arena *arena, const struct leaderboard_view *view);
const char *leaderboard_direction(const struct leaderboard_view *view);

/* The key and the notes: claims, estimates, whiskers, ties, conflicts, what is missing and what is not shown. */
const struct frame_note *leaderboard_notes(struct arena *arena, const struct leaderboard_view *view, size_t *count);

char *leaderboard_source(struct arena *arena, const struct leaderboard_view *view);

/* At most 600 characters for those who do not see the picture; every number in it is in the data. */
char *leaderboard_alt(struct arena *arena, const struct leaderboard_view *view);

/* "42.8", with the sign of percent if the unit has one and signed is true. */
char *leaderboard_value(struct arena *arena, const struct leaderboard_view *view, const struct standing_row *row,
                        bool with_unit);

/* "claimed", "estimated", "†", or both: NULL if there is nothing to remark. */
char *leaderboard_remark(struct arena *arena, const struct standing_row *row);

/* Why a row has no bar, in words. */
const char *leaderboard_absent(const struct standing_row *row);

#endif
