/* script.h: an expression made ready for Lua, so that every fault can be pointed at.
 *
 * The compiler gets the expression lexeme by lexeme, each on a line of its own: the line that Lua knows of an
 * instruction is the lexeme it was made from, and what was read last is where the compiler stopped. On the way
 * - comparisons become operators that the machine answers itself (Lua would compare a term only with its like),
 * - what is in square brackets is stripped to what tables know,
 * - whole numbers become floating-point ones, lengths are taken by the machine, and bits are not combined: Lua's
 * integers, which wrap around without a word, never come about,
 * - new lines in quotes become spaces: prose is wrapped.
 * Lives on the arena it is given; what it tells the evaluation does not. */
#ifndef FACTS_SCRIPT_H
#define FACTS_SCRIPT_H

#include "base/str.h"
#include "facts/evaluation.h"
#include "facts/lexer.h"

struct script_word {
	struct lexeme lexeme;
	int line; /* in what the compiler reads */
};

struct script {
	struct evaluation *evaluation;
	struct arena *arena;
	struct lexer lexer;
	struct script_word *words; /* without comments */
	size_t count, room;
	size_t read;         /* words that the compiler has got */
	int line;            /* lines that it has got */
	struct strbuf piece; /* what it got last */
	bool started, ended; /* it has got the start; it has been told that there is no more */
};

/* Under this name, and under those of the comparisons, a script finds in its environment what answers it. */
#define SCRIPT_STRIP "[]"
#define SCRIPT_LENGTH "#"

/* False after a fault: what is not a lexeme, a habit of another language, brackets that do not match. */
bool script_open(struct script *script, struct evaluation *evaluation, struct arena *arena);

/* The next piece for the compiler, and its size; NULL at the end. It stands until the next one is asked for. */
const char *script_read(struct script *script, size_t *size);

/* Notes where the compiler stopped. */
void script_refused(const struct script *script);

/* The word that a line is made from; count - 1 at most. */
size_t script_word_at(const struct script *script, int line);

/* The nearest word with this name at or before one; the given one if there is none. */
size_t script_name_before(const struct script *script, size_t word, const char *name);

/* The byte of the expression at which a word starts; 0 if there are no words. */
size_t script_offset(const struct script *script, size_t word);

/* A function is called at or near a word: where its name is. */
size_t script_call(const struct script *script, size_t word, const char *name);

/* Where an argument (from 1) of the call whose name is at a word starts; that name if there is no such argument. */
size_t script_argument(const struct script *script, size_t word, size_t argument);

/* Where the text that is written out right before or right after a word starts; that word if there is none. */
size_t script_text_beside(const struct script *script, size_t word, bool before);

#endif
