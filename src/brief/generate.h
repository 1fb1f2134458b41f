/* generate.h: blocks that nobody writes, because they follow from the data. Private to brief/.
 *
 * Each function adds its blocks to into; place is where the author asked for them, or the briefing's file. Where there
 * is nothing to say, a sentence says so. */
#ifndef BRIEF_GENERATE_H
#define BRIEF_GENERATE_H

#include "brief/reading.h"
#include "facts/standing.h"

struct claims_wanted {               /* which of the published claims */
	const struct source *source; /* NULL: of all sources */
	const char *const *ids;      /* NULL: all */
	size_t n_ids;
	int verdict; /* enum verdict_kind, -1: all */
};

/* Where the focus leads and trails and who needs least; without a focus, who leads where. */
void generate_findings(struct reading *r, struct place place, struct block *into);

/* At most so many findings, numbered, the largest and most surprising first: the gap to the best rival as a share of
 * the larger value, more where it goes against most of the others, where it is the first or the last of several, and
 * where many have a value. Leads and lags have a third of them each, if there are so many. */
enum { FINDINGS_MOST = FINDINGS_ASKED_MAX };
void generate_key_findings(struct reading *r, struct place place, size_t most, struct block *into);

/* Gives each finding of the blocks below a reference to the first figure that shows its benchmark, when all are there.
 */
void generate_figure_references(struct reading *r, struct block *block);

/* What is known about the models themselves; models NULL: all. */
void generate_specs(struct reading *r, struct place place, const struct model *const *models, size_t n_models,
                    struct block *into);

/* Two models on these benchmarks; cells: all of the dataset. */
void generate_compare(struct reading *r, struct place place, const struct cells *cells,
                      const struct variant *const *sides, const struct benchmark *const *benchmarks, size_t n,
                      struct block *into);

void generate_sources(struct reading *r, struct place place, struct block *into);

/* Where sources disagree, and why one of them counts. */
void generate_conflicts(struct reading *r, struct place place, struct block *into);

/* How values were chosen, and how far they can be trusted. */
void generate_method(struct reading *r, struct place place, struct block *into);

/* Which part of the data the briefing is made of; only where it is one. */
void generate_part(struct reading *r, struct place place, struct block *into);

/* What changed since the baseline. */
void generate_changes(struct reading *r, struct place place, struct block *into);

/* Published claims, each with its verdict. */
void generate_claims(struct reading *r, struct place place, const struct claims_wanted *wanted, struct block *into);

/* ---- what they share ---- */

void generate_paragraph(struct reading *r, struct place place, const char *text, struct block *into);

/* As published: in its own digits, with its unit. */
char *generate_row_value(struct reading *r, const struct standing *s, const struct standing_row *row);

/* By index of a benchmark; NULL where nothing is measured. */
const struct standing **generate_standings(struct reading *r);

/* True of a part whose whole the focus and a rival are compared on: it is not counted beside that, as wins() has it. */
bool generate_is_counted_above(const struct standing *const *standings, const struct benchmark *b,
                               const struct variant *focus);

/* "[3]": the number of a source in the list of sources, or its title where there is none; "" without a source. */
const char *generate_source_name(struct reading *r, const struct source *source);

/* The same among words: a title is in brackets. */
char *generate_source_mark(struct reading *r, const struct source *source);

struct cells;
struct table_builder;

/* The cell of a claim's verdict: "holds". */
void generate_verdict(struct reading *r, struct table_builder *t, const struct claim *claim);

/* As published: "42.8%", "58 million"; and any number so. */
char *generate_value(struct reading *r, const struct measurement *measurement);
char *generate_number(struct reading *r, double value, struct digits digits, int magnitude, const struct unit *unit);

#endif
