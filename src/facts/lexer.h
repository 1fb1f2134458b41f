/* lexer.h: the words that an expression is written in.
 *
 * The lexical grammar is that of Lua 5.4, and this is the only place that knows it: where an expression ends in a
 * briefing, where a quote or a comment starts, and where in an expression a fault lies all follow from it. It differs
 * from Lua in one point: a text in quotes may span several lines, because prose is wrapped.
 *
 * A lexer is a position in a stretch of text that it does not own. It allocates nothing and never stops early: what is
 * malformed is a lexeme too, with its fault. */
#ifndef FACTS_LEXER_H
#define FACTS_LEXER_H

#include <stdbool.h>
#include <stddef.h>

enum lexeme_kind {
	LEXEME_END,
	LEXEME_NAME,
	LEXEME_KEYWORD,
	LEXEME_NUMBER,
	LEXEME_TEXT,    /* in quotes or long brackets */
	LEXEME_COMMENT, /* with its hyphens, without the newline that ends a short one */
	LEXEME_MARK,    /* an operator or a bracket, or a character that has no meaning */
};

enum lexeme_fault {
	LEXEME_SOUND,
	LEXEME_OPEN_TEXT,    /* runs on to the end of the stretch */
	LEXEME_OPEN_COMMENT, /* the same of a long comment */
	LEXEME_BAD_NUMBER,
	LEXEME_BAD_ESCAPE,
	LEXEME_STRAY, /* a character that has no meaning outside texts and comments */
};

struct lexeme {
	enum lexeme_kind kind;
	enum lexeme_fault fault;
	size_t start, end;             /* bytes from the start of the stretch */
	size_t fault_start, fault_end; /* the malformed part, if there is a fault */
};

struct lexer {
	const char *text;
	size_t length, at;
};

struct lexer lexer_over(const char *text, size_t length);

/* The lexeme at or after the current position, which moves past it. At the end of the stretch END, however often. */
struct lexeme lexer_next(struct lexer *lexer);

/* True if the lexeme is written exactly like this. */
bool lexeme_is(const struct lexer *lexer, struct lexeme lexeme, const char *written);

#endif
