/* binding_parts.h: what the sources of binding.h share. Private to them. */
#ifndef BRIEF_BINDING_PARTS_H
#define BRIEF_BINDING_PARTS_H

#include "brief/binding.h"
#include "facts/known.h"
#include "words/numeral.h"

enum { NEAR_MOST = 8 };

struct binding_token { /* a name or a number, where it stands in a text */
	size_t start, end;
	bool is_name;
	struct known_name name;
	struct numeral numeral;
	bool told; /* something is wrong with it */
};

struct binding_reference { /* "Figure 3" */
	enum reference kind;
	double number;
	struct binding_text text; /* that it stands in; without text: there is none */
	size_t start, end;        /* of it, with the word before its number */
};

struct binding_order {                 /* of the numbers of a text */
	struct binding_reference last; /* what the number before was, if it was one */
	int items;                     /* of a list in running text so far */
};

struct binding_cite {
	const struct source *source;
	const char *text;
};

struct keep;

struct binding {
	struct known *known;
	struct keep *texts; /* whose tokens earlier readings found; NULL: none are kept */
	const struct model *models[NEAR_MOST]; /* named last, the latest first */
	const struct benchmark *benchmarks[NEAR_MOST];
	size_t n_models, n_benchmarks;
	size_t budget; /* of comparisons for hints */
	struct binding_reference *references;
	size_t n_references, references_room;
	struct binding_cite *cites;
	size_t n_cites, cites_room;
	struct block **coverage; /* paragraphs to be written in the end */
	size_t n_coverage, coverage_room;
	struct block **sources; /* lists, likewise */
	size_t n_sources, sources_room;
};

/* Reports the tokens of a text that are wrong, each at its place. */
void binding_tell(struct reading *r, const struct binding_text *text, const struct binding_token *tokens, size_t n);

/* The same of one token, whose place is known. */
void binding_tell_at(struct reading *r, const struct binding_text *text, const struct binding_token *token,
                     struct place place);

/* Reports negative numbers beside a word that says which way they go. */
void binding_check_signs(struct reading *r, const struct binding_text *text);

/* binding_kept.c: where the tokens of texts are kept, for this reading; NULL: nowhere. */
struct keep *binding_keep_begin(struct reading *r);

/* What stands for a text and its spans; NULL: its tokens are not kept. On the arena. */
const char *binding_keep_key(struct arena *arena, const struct reading *r, const struct binding_text *text);

/* Keeps the tokens of a text, before any of them is judged. */
void binding_keep(struct reading *r, const char *key, const struct binding_token *tokens, size_t n);

/* Those that were kept, on the arena; what they name is spoken of as if it had just been found. NULL: none. */
struct binding_token *binding_kept(struct reading *r, const char *key, struct arena *arena, size_t *n);

/* Where bytes of a text stand in the file. */
struct place binding_place(const struct reading *r, const struct binding_text *text, size_t start, size_t end);

/* True if the number is an ordinal of the briefing itself: that of a heading, of an item, or of what a word before it
 * names. Asked of the numbers of a text in their order, which is kept in *order. */
bool binding_refers(struct reading *r, const struct binding_text *text, const struct binding_token *token,
                    struct binding_order *order);

#endif
