/* Where an expression in a text ends. */
#include "brief/source.h"
#include "facts/lexer.h"

#include <string.h>

const char *source_paragraph_end(const char *p)
{
	const char *end = strstr(p, "\n\n");
	return end ? end : p + strlen(p);
}

static bool has_braces(const char *from, const char *end)
{
	while ((from = memchr(from, '}', (size_t)(end - from))) && from + 1 < end && from[1] != '}')
		from++;
	return from && from + 1 < end;
}

const char *source_hole_end(const char *text, const char *limit, enum source_open *open)
{
	struct lexer lexer = lexer_over(text, (size_t)(limit - text));
	size_t depth = 0;
	*open = SOURCE_OPEN_BRACES;
	for (;;) {
		struct lexeme lexeme = lexer_next(&lexer);
		bool comment = lexeme.kind == LEXEME_COMMENT;
		if ((comment || lexeme.fault == LEXEME_OPEN_TEXT) && has_braces(text + lexeme.start, text + lexeme.end))
			*open = comment ? SOURCE_OPEN_COMMENT : SOURCE_OPEN_QUOTE;
		if (lexeme.kind == LEXEME_END)
			return NULL;
		if (lexeme_is(&lexer, lexeme, "{"))
			depth++;
		else if (lexeme_is(&lexer, lexeme, "}") && depth-- == 0)
			return lexeme.end < lexer.length && text[lexeme.end] == '}' ? text + lexeme.start : NULL;
	}
}

const char *source_open_hint(enum source_open open)
{
	switch (open) {
	case SOURCE_OPEN_COMMENT:
		return "a comment after -- takes the rest of its line: close with }} on the next one, or write --[[ "
		       "\u2026 ]]";
	case SOURCE_OPEN_BRACES:
	case SOURCE_OPEN_QUOTE:
		break;
	}
	return "close it with }} in the same paragraph; \\{{ is two braces";
}

const char *source_open_message(enum source_open open)
{
	switch (open) {
	case SOURCE_OPEN_QUOTE:
		return "{{ has no end: a quote is not closed";
	case SOURCE_OPEN_COMMENT:
		return "{{ has no end: }} is part of a comment";
	case SOURCE_OPEN_BRACES:
		break;
	}
	return "{{ has no end";
}
