/* briefing.h: a briefing as it was written, with every expression answered: front matter, a tree of blocks, and what
 * its claims and values rest on. Lives on the arena, const when read. */
#ifndef BRIEF_BRIEFING_H
#define BRIEF_BRIEFING_H

#include "brief/block.h"
#include "brief/front_matter.h"
#include "facts/changes.h"
#include "facts/verdict.h"

struct cover_number { /* a large number on the cover */
	const char *value, *words;
};

struct briefing_claim { /* a claim of the author, answered */
	struct place place;
	const char *text, *expression;
	bool holds;
	struct fact fact;
};

struct briefing_value { /* an expression, answered */
	struct place place;
	const char *expression, *printed;
	struct fact fact;
};

struct briefing {
	const char *path;
	const struct front_matter *front;
	const struct dataset *dataset;
	const char *title, *subtitle; /* expressions answered; subtitle NULL: none */
	const struct cover_number *numbers;
	size_t n_numbers;
	struct block **blocks;
	size_t n_blocks;
	struct block **notes; /* footnotes: a QUOTE each, in the order of their numbers */
	size_t n_notes;
	struct block **charts; /* all, in order */
	size_t n_charts;
	const struct briefing_claim *claims;
	size_t n_claims;
	const struct briefing_value *values;
	size_t n_values;
	const struct verdict *verdicts; /* of the dataset's claims; NULL if no block asked for them */
	size_t n_doubts;                /* claims that do not hold */
};

struct briefing_options {
	const struct changes *changes; /* since the baseline; NULL: none was given */
	bool draft;                    /* false claims are marked, not errors */
	const char *const *reserved;   /* words that no chart may have as its id, up to a NULL; NULL: none */
};

/* Makes what all threads share. Called once before several of them read briefings; a single one need not. */
void briefing_prepare(void);

/* NULL after errors, all of which are reported. A briefing without a title in its front matter takes that of its first
 * heading. */
const struct briefing *briefing_read(struct arena *arena, const struct source_text *source,
                                     const struct front_matter *front, const struct dataset *dataset,
                                     const struct briefing_options *options, struct diags *diags);

#endif
