/* reading.h: a briefing while it is read: what it is read from, and what was found so far. Private to brief/.
 *
 * briefing_read begins one, markdown.c and fence.c fill it, and links.c settles what needs the whole. What is kept in
 * it is numbered in the order in which it is kept, and is in the briefing at once. */
#ifndef BRIEF_READING_H
#define BRIEF_READING_H

#include "base/map.h"
#include "brief/briefing.h"
#include "brief/fence_kind.h"

struct answer;
struct binding;

struct reading {
	struct arena *arena;
	struct diags *diags;
	const struct source_text *source;
	const struct dataset *dataset;
	const struct language *language;
	bool twins_told; /* chart/request.h */
	const struct briefing_options *options;
	const struct variant *focus; /* of the front matter; NULL: none */
	struct facts *facts;
	struct facts *measured; /* without developers' claims, while the words of a chart that leaves them out are read;
	                         * else NULL */
	struct binding *binding; /* what is bound, and to what */
	struct answer *answers;  /* of the source's holes, once they are known */
	struct briefing *out;
	struct block **charts, **notes;
	struct briefing_claim *claims;
	struct briefing_value *values;
	struct briefing_generated *generated;
	struct briefing_source *sources; /* of the generated block that is being made */
	size_t charts_room, notes_room, claims_room, values_room, generated_room, sources_room, n_sources;
	struct map anchors;           /* name -> block */
	struct map names;             /* slug of headings -> int: how often it was taken */
	const struct block *contents; /* where the author wants them; NULL: nowhere */
	const struct block *appendix; /* where it begins; NULL: nowhere yet */
	bool in_aside;                /* inside a note or columns */
	size_t n_headings, n_tables;
	int longest_list;          /* the highest number of an item */
	bool listed;               /* sources are, so that they can be called by their numbers */
	size_t n_fences;           /* other than code */
	bool written[FENCE_KINDS]; /* by the author, so that the end does not repeat it */
};

/* Each adds one to the briefing. */
void reading_keep_chart(struct reading *r, struct block *chart); /* gives it its number */
void reading_keep_note(struct reading *r, struct block *note);
void reading_keep_claim(struct reading *r, struct briefing_claim claim);
void reading_keep_value(struct reading *r, struct briefing_value value);

/* A value that the generated block being made prints; and the block, when its blocks are the last of into, from the
 * first on. */
void reading_keep_source(struct reading *r, const struct measurement *value, bool counts);
void reading_keep_generated(struct reading *r, struct briefing_generated generated, const struct block *into,
                            size_t first);

#endif
