/* reading.h: a briefing while it is read. Private to brief/. */
#ifndef BRIEF_READING_H
#define BRIEF_READING_H

#include "base/map.h"
#include "base/str.h"
#include "brief/briefing.h"

struct answer { /* of an expression */
	bool known;
	const char *printed;
	bool doubted; /* it holds a claim that does not hold */
};

struct reading {
	struct arena *arena;
	struct diags *diags;
	const struct source_text *source;
	const struct dataset *dataset;
	const struct language *language;
	const struct brief_options *options;
	const struct variant *focus; /* of the front matter; NULL if none */
	struct facts *facts;
	struct answer *answers; /* of the source's holes, when they are known */
	struct briefing *out;
	struct block **charts, **notes;
	struct brief_claim *claims;
	struct brief_value *values;
	size_t charts_room, notes_room, claims_room, values_room;
	struct map anchors; /* name -> block */
	struct map names;   /* slug of headings -> int: how often it was taken */
	size_t n_fences;
	bool has[4]; /* enum made_kind: written by the author, so that the end does not repeat it */
};

/* ---- answer.c ---- */

/* "" and an error if it has none. */
struct answer reading_answer(struct reading *r, const char *expression, struct place place);

/* The same for a hole of the source, once. */
const struct answer *reading_hole(struct reading *r, size_t hole);

/* text with its holes as they were written: code is not answered. */
const char *reading_as_written(struct reading *r, const char *text);

/* A condition of its own: a chart's claim. text is what it is about. */
bool reading_claim(struct reading *r, const char *text, const char *expression, struct place place);

/* text with every {{ … }} in it answered: for texts of YAML, whose place is that of their first character. */
const char *reading_fill(struct reading *r, const char *text, struct place place, bool *doubted);

/* ---- rich.c ---- */

struct rich_builder {
	struct reading *r;
	struct strbuf text;
	struct text_mark *marks;
	struct rich_link *links;
	struct rich_note *notes;
	struct rich_doubt *doubts;
	size_t n_marks, n_links, n_notes, n_doubts, marks_room, links_room, notes_room, doubts_room;
	int bold, italic;
};

struct rich_builder rich_new(struct reading *r);
struct rich rich_done(struct rich_builder *b);

/* Text as it is, in the faces that are open. */
void rich_add(struct rich_builder *b, const char *text);
void rich_add_code(struct rich_builder *b, const char *text);
/* The same, with answers in place of holes. */
void rich_add_holes(struct rich_builder *b, const char *text);
void rich_add_note(struct rich_builder *b, size_t note);
void rich_link(struct rich_builder *b, size_t start, const char *target, struct place place);

/* A rich text of plain words. */
struct rich rich_plain(struct reading *r, const char *text);

/* ---- markdown.c ---- */

/* Adds the blocks of text, whose first line is that line of the file's body. */
void markdown_read(struct reading *r, const char *text, int line, struct block *into);

struct block *block_new(struct reading *r, enum block_kind kind, struct place place);
/* Gives it an anchor of its own. */
void heading_name(struct reading *r, struct block *heading);
void block_add(struct reading *r, struct block *into, struct block *item);

/* ---- fence.c: blocks that are YAML: chart, table, claims, findings, … ---- */

/* True if the fence is one of these (or means to be: then an error was added). */
bool fence_read(struct reading *r, const char *info, const char *content, int line, struct block *into);

/* ---- made.c: blocks that are made from the data ---- */

enum made_kind { MADE_SOURCES, MADE_CONFLICTS, MADE_METHOD, MADE_CHANGES };

struct made_claims {                 /* which of the published claims */
	const struct source *source; /* NULL: of all */
	const char *const *ids;      /* NULL: all */
	size_t n_ids;
	int verdict; /* enum verdict_kind, -1: all */
};

void made_findings(struct reading *r, struct place place, struct block *into);
void made_specs(struct reading *r, struct place place, const struct model *const *models, size_t n_models,
                struct block *into);
void made_sources(struct reading *r, struct place place, struct block *into);
void made_conflicts(struct reading *r, struct place place, struct block *into);
void made_method(struct reading *r, struct place place, struct block *into);
void made_changes(struct reading *r, struct place place, struct block *into);
void made_claims(struct reading *r, struct place place, const struct made_claims *which, struct block *into);

/* "[3]": the number of a source in the list of sources. */
char *made_source_mark(struct reading *r, const struct source *source);

#endif
