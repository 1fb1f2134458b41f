/* rich.h: text with faces, links, references to footnotes and doubts, each a range of its bytes.
 *
 * A builder puts it together piece by piece, in the order of the text; what it makes lives on the builder's arena and
 * is not changed afterwards, except by links.c, which gives links without words the name of what they lead to, and by
 * holding.c, which finds the names that lines are not to part. */
#ifndef BRIEF_RICH_H
#define BRIEF_RICH_H

#include "base/diag.h"
#include "base/str.h"
#include "text/text.h"

struct rich_link {
	size_t start, end;  /* bytes of the text */
	const char *target; /* "https://…", or "#name" inside the briefing */
	struct place place;
};

struct rich_note { /* a reference to a footnote */
	size_t start, end;
	size_t note; /* in briefing.notes */
};

struct rich_strike { /* words that are struck out */
	size_t start, end;
};

struct rich_doubt { /* a sentence whose claim does not hold: drafts mark it */
	size_t start, end;
};

struct rich_answer { /* to an expression: for whoever judges what is typed, or asks what it rests on */
	size_t start, end;
	struct place place; /* of the expression */
};

struct rich {
	const char *text;
	const struct text_mark *marks;
	size_t n_marks;
	const struct rich_link *links;
	size_t n_links;
	const struct rich_note *notes;
	size_t n_notes;
	const struct rich_doubt *doubts;
	size_t n_doubts;
	const struct rich_strike *strikes;
	size_t n_strikes;
	const struct rich_answer *answers;
	size_t n_answers;
	const struct text_hold *holds;
	size_t n_holds;
};

struct rich_builder {
	struct arena *arena;
	struct strbuf text;
	struct text_mark *marks;
	struct rich_link *links;
	struct rich_note *notes;
	struct rich_doubt *doubts;
	struct rich_answer *answers;
	struct rich_strike *strikes;
	size_t n_marks, n_links, n_notes, n_doubts, n_answers, n_strikes;
	size_t marks_room, links_room, notes_room, doubts_room, answers_room, strikes_room;
	int bold, italic; /* how many are open around what is added */
};

struct rich_builder rich_new(struct arena *arena);
struct rich rich_done(const struct rich_builder *b);

/* Text in the faces that are open; rich_addn: n bytes of it. */
void rich_add(struct rich_builder *b, const char *text);
void rich_addn(struct rich_builder *b, const char *text, size_t n);
void rich_add_code(struct rich_builder *b, const char *text);

/* Raised digits, and a reference to the footnote of that index. */
void rich_add_note(struct rich_builder *b, size_t note);

/* What was added since `start` (bytes of b->text) is a link, in doubt, an answer, or struck out. */
void rich_link(struct rich_builder *b, size_t start, const char *target, struct place place);
void rich_doubt(struct rich_builder *b, size_t start);
void rich_answer(struct rich_builder *b, size_t start, struct place place);
void rich_strike(struct rich_builder *b, size_t start);

/* A rich text of plain words. */
struct rich rich_plain(struct arena *arena, const char *text);

/* What of it is shaped. */
struct text_words rich_words(const struct rich *rich);

/* Shaped so narrow that its lines are about equally long, if they are at most that many: two lines of one length read
 * better than one and a word. */
const struct text_block *rich_shape_even(struct fontset *fonts, const struct rich *rich, struct text_style style,
                                         double width, double step, size_t lines_max, struct diags *diags);

#endif
