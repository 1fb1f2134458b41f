#include "facts/lexer.h"

#include <stdlib.h>
#include <string.h>

static const char *const keywords[] = { "and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
	                                "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
	                                "repeat",   "return", "then", "true", "until",  "while" };

/* Longer marks come before those that they begin with. */
static const char *const marks[] = { "...", "..", "==", "~=", "<=", ">=", "//", "<<", ">>", "::" };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_hex_digit(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The byte at an offset from the current position; NUL past the end. */
static char peek(const struct lexer *l, size_t offset)
{
	return offset < l->length - l->at ? l->text[l->at + offset] : '\0';
}

static void fault(struct lexeme *lexeme, enum lexeme_fault what, size_t start, size_t end)
{
	if (lexeme->fault != LEXEME_SOUND) /* the first one is told */
		return;
	lexeme->fault = what;
	lexeme->fault_start = start;
	lexeme->fault_end = end;
}

/* ---- texts and comments ---- */

/* How many equals signs the long bracket has that opens at an offset from here; -1 if none opens. */
static int long_bracket(const struct lexer *l, size_t offset)
{
	size_t n = 0;
	if (peek(l, offset) != '[')
		return -1;
	while (peek(l, offset + 1 + n) == '=')
		n++;
	return peek(l, offset + 1 + n) == '[' ? (int)n : -1;
}

/* Moves past the bracket that closes a long one. False if there is none. */
static bool skip_long(struct lexer *l, int level)
{
	l->at += (size_t)level + 2;
	for (; l->at < l->length; l->at++) {
		size_t n = 0;
		if (l->text[l->at] != ']')
			continue;
		while (peek(l, 1 + n) == '=')
			n++;
		if (n == (size_t)level && peek(l, 1 + n) == ']') {
			l->at += n + 2;
			return true;
		}
	}
	return false;
}

/* Bytes of the digits behind "\"; 0 if there are too few or their number is too large. */
static size_t decimal_escape(const struct lexer *l)
{
	int number = 0;
	size_t n = 0;
	for (; n < 3 && is_digit(peek(l, 1 + n)); n++)
		number = number * 10 + (peek(l, 1 + n) - '0');
	return number <= 255 ? n : 0;
}

/* Bytes of "u{10FFFF}" behind "\"; 0 if it is malformed or above 2^31. */
static size_t rune_escape(const struct lexer *l)
{
	unsigned long rune = 0;
	size_t n = 2;
	if (peek(l, 2) != '{' || !is_hex_digit(peek(l, 3)))
		return 0;
	for (; is_hex_digit(peek(l, n + 1)); n++) {
		char digit[] = { peek(l, n + 1), '\0' };
		rune = rune * 16 + strtoul(digit, NULL, 16);
		if (rune > 0x7fffffff)
			return 0;
	}
	return peek(l, n + 1) == '}' ? n + 1 : 0;
}

/* Bytes of the escape at the current "\", with it; 0 if there is no such escape. */
static size_t escape(const struct lexer *l)
{
	char c = peek(l, 1);
	size_t n;
	if (c && strchr("abfnrtvz\\\"'\n\r", c))
		return 2;
	if (c == 'x')
		return is_hex_digit(peek(l, 2)) && is_hex_digit(peek(l, 3)) ? 4 : 0;
	n = c == 'u' ? rune_escape(l) : decimal_escape(l);
	return n ? n + 1 : 0;
}

/* The end of the rune at this byte: a message shows it whole. */
static size_t rune_end(const struct lexer *l, size_t at)
{
	for (at++; at < l->length && (l->text[at] & 0xc0) == 0x80;)
		at++;
	return at;
}

static void quoted(struct lexer *l, struct lexeme *lexeme)
{
	char quote = l->text[l->at++];
	lexeme->kind = LEXEME_TEXT;
	while (l->at < l->length && l->text[l->at] != quote) {
		if (l->text[l->at] != '\\') {
			l->at++;
			continue;
		}
		size_t n = escape(l);
		if (!n && l->at + 1 < l->length)
			fault(lexeme, LEXEME_BAD_ESCAPE, l->at, rune_end(l, l->at + 1));
		l->at += n ? n : 1;
	}
	if (l->at == l->length)
		fault(lexeme, LEXEME_OPEN_TEXT, lexeme->start, l->at);
	else
		l->at++;
}

static void comment(struct lexer *l, struct lexeme *lexeme)
{
	int level = long_bracket(l, 2);
	lexeme->kind = LEXEME_COMMENT;
	l->at += 2;
	if (level < 0)
		while (l->at < l->length && l->text[l->at] != '\n' && l->text[l->at] != '\r')
			l->at++;
	else if (!skip_long(l, level))
		fault(lexeme, LEXEME_OPEN_COMMENT, lexeme->start, l->at);
}

/* ---- numbers, names, marks ---- */

static size_t digits_at(const struct lexer *l, size_t offset, bool hex)
{
	size_t n = 0;
	while (hex ? is_hex_digit(peek(l, offset + n)) : is_digit(peek(l, offset + n)))
		n++;
	return n;
}

/* Bytes of the well-formed number at the current position: "52", ".5", "1e-3", "0xA.8p1"; 0 if there is none. */
static size_t well_formed(const struct lexer *l)
{
	bool hex = peek(l, 0) == '0' && (peek(l, 1) | 32) == 'x';
	size_t at = hex ? 2 : 0, whole = digits_at(l, at, hex), fraction = 0;
	at += whole;
	if (peek(l, at) == '.') {
		fraction = digits_at(l, at + 1, hex);
		at += 1 + fraction;
	}
	if (!whole && !fraction)
		return 0;
	if ((peek(l, at) | 32) == (hex ? 'p' : 'e')) {
		size_t sign = peek(l, at + 1) == '+' || peek(l, at + 1) == '-';
		size_t n = digits_at(l, at + 1 + sign, false);
		at = n ? at + 1 + sign + n : 0;
	}
	return at;
}

/* A number ends where no digit, letter, point or signed exponent follows: "12ab" is one that is malformed. */
static void number(struct lexer *l, struct lexeme *lexeme)
{
	bool hex = peek(l, 0) == '0' && (peek(l, 1) | 32) == 'x';
	size_t sound = well_formed(l), n = 0;
	lexeme->kind = LEXEME_NUMBER;
	while (is_letter(peek(l, n)) || is_digit(peek(l, n)) || peek(l, n) == '.') {
		bool exponent = (peek(l, n) | 32) == (hex ? 'p' : 'e');
		n += exponent && (peek(l, n + 1) == '+' || peek(l, n + 1) == '-') ? 2 : 1;
	}
	if (n != sound)
		fault(lexeme, LEXEME_BAD_NUMBER, l->at, l->at + n);
	l->at += n;
}

static void name(struct lexer *l, struct lexeme *lexeme)
{
	size_t start = l->at;
	while (is_letter(peek(l, 0)) || is_digit(peek(l, 0)))
		l->at++;
	lexeme->kind = LEXEME_NAME;
	for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
		if (*keywords[i] == l->text[start] && strlen(keywords[i]) == l->at - start &&
		    memcmp(l->text + start, keywords[i], l->at - start) == 0)
			lexeme->kind = LEXEME_KEYWORD;
}

static void mark(struct lexer *l, struct lexeme *lexeme)
{
	static const char single[] = "+-*/%^#&~|<>=(){}[];:,.";
	char first = peek(l, 0);
	size_t n = 1;
	lexeme->kind = LEXEME_MARK;
	for (size_t i = 0; n == 1 && i < sizeof marks / sizeof *marks; i++)
		if (strlen(marks[i]) <= l->length - l->at && memcmp(l->text + l->at, marks[i], strlen(marks[i])) == 0)
			n = strlen(marks[i]);
	bool known = first && strchr(single, first) && !(first == '[' && peek(l, 1) == '=');
	while (!known && ((unsigned char)peek(l, n) & 0xc0) == 0x80) /* the whole rune */
		n++;
	if (!known)
		fault(lexeme, LEXEME_STRAY, l->at, l->at + n);
	l->at += n;
}

/* ---- the lexer ---- */

struct lexer lexer_over(const char *text, size_t length)
{
	return (struct lexer){ .text = text, .length = length };
}

struct lexeme lexer_next(struct lexer *l)
{
	while (l->at < l->length && is_space(l->text[l->at]))
		l->at++;
	struct lexeme lexeme = { .kind = LEXEME_END, .start = l->at };
	char c = peek(l, 0), next = peek(l, 1);
	int level = long_bracket(l, 0);
	if (l->at == l->length) {
		/* nothing is left */
	} else if (c == '"' || c == '\'') {
		quoted(l, &lexeme);
	} else if (level >= 0) {
		lexeme.kind = LEXEME_TEXT;
		if (!skip_long(l, level))
			fault(&lexeme, LEXEME_OPEN_TEXT, lexeme.start, l->at);
	} else if (c == '-' && next == '-') {
		comment(l, &lexeme);
	} else if (is_digit(c) || (c == '.' && is_digit(next))) {
		number(l, &lexeme);
	} else if (is_letter(c)) {
		name(l, &lexeme);
	} else {
		mark(l, &lexeme);
	}
	lexeme.end = l->at;
	return lexeme;
}

bool lexeme_is(const struct lexer *l, struct lexeme lexeme, const char *written)
{
	const char *at = l->text + lexeme.start;
	size_t n = lexeme.end - lexeme.start;
	return n && *at == *written && strlen(written) == n && memcmp(at, written, n) == 0;
}
