/* briefing.h: a briefing as it was written, with every expression answered: front matter, a tree of blocks, and what
 * its claims and values rest on. Lives on the arena, const when read. */
#ifndef BRIEF_BRIEFING_H
#define BRIEF_BRIEFING_H

#include "brief/block.h"
#include "brief/front_matter.h"
#include "facts/changes.h"
#include "facts/verdict.h"

struct briefing_claim { /* a claim of the author, answered */
	struct place place;
	const char *text, *expression;
	size_t which; /* of the claims of its expression; TRIALS_WHOLE: it is the expression */
	bool holds;
	struct fact fact;
};

static inline struct margin briefing_claim_margin(const struct briefing_claim *claim)
{
	return claim->which == TRIALS_WHOLE ? claim->fact.margin : claim->fact.claims[claim->which].margin;
}

struct briefing_value { /* an expression, answered */
	struct place place;
	const char *expression, *printed;
	struct fact fact;
};

struct briefing_line {    /* of a generated block, as printed */
	const char *what; /* "Aster, Coding: Value used" for a cell of a table; NULL: a paragraph */
	const char *printed;
};

struct briefing_source { /* a value that a generated block prints */
	const struct measurement *value;
	bool counts; /* as the one that was chosen, not as another that was published */
};

/* A block that was made from the data. What it says of the briefing itself (how many numbers it has, what it cites) is
 * not among its lines. */
struct briefing_generated {
	const char *kind;  /* as its fence is called: "findings" */
	const char *asked; /* what its fence holds; "" for a section at the end */
	int line;          /* of its fence; 0: at the end */
	const struct briefing_line *lines;
	size_t n_lines;
	const struct briefing_source *values;
	size_t n_values;
};

struct coverage { /* numbers of the text, by what binds them; names and dates are none */
	size_t computed, cited, said, unbound;
};

struct page_reference { /* to a page that only the layout knows */
	double page;    /* 0: none */
	struct place place;
};

struct briefing {
	const char *path;
	const struct front_matter *front;
	const struct dataset *dataset;
	const char *title, *subtitle;      /* expressions answered; subtitle NULL: none */
	const char *footer, *confidential; /* likewise; NULL: none */
	struct block_numbers numbers;      /* of the cover */
	const struct holding *holding;     /* names that lines do not part */
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
	const struct briefing_generated *generated;
	size_t n_generated;
	const struct verdict *const *verdicts; /* of the dataset's claims; NULL if no block asked for them */
	struct coverage coverage;
	bool listed;                     /* it has a list of its sources */
	struct page_reference last_page; /* the highest that the text refers to */
	size_t n_doubts;                 /* claims that do not hold */
};

struct briefing_options {
	const struct changes *changes;  /* since the baseline; NULL: none was given */
	const struct dataset *baseline; /* the data of then; NULL: none */
	bool draft;                     /* false claims are marked, not errors */
	bool anyway;                    /* what can be answered is, whatever else is wrong */
	const struct part_asked *part;  /* by what the data are a part; NULL: they are whole */
	const char *order;              /* of models in charts that name none; NULL: by value */
	const char *const *reserved;    /* words that no chart may have as its id, up to a NULL; NULL: none */
	struct recall *recall;          /* of what expressions gave (facts/recall.h); NULL: all are asked anew */
	struct keep *texts;               /* what they name and number, likewise (base/keep.h) */
	const struct export_marks *marks; /* of the data, for both */
};

#endif
