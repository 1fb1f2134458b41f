#include "facts/script.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/term.h"

#include <string.h>

enum { DEPTH_MOST = 150, COMMAS_MOST = 200, SHOWN_MOST = 40 };

static const char *text_of(const struct script *s, size_t offset)
{
	return s->lexer.text + offset;
}

static bool word_is(const struct script *s, size_t word, const char *written)
{
	return word < s->count && lexeme_is(&s->lexer, s->words[word].lexeme, written);
}

static bool is_one_of(const struct script *s, struct lexeme lexeme, const char *const *written, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (lexeme_is(&s->lexer, lexeme, written[i]))
			return true;
	return false;
}

/* ---- what is refused before it is compiled ---- */

static bool unexpected(const struct script *s, struct lexeme lexeme, const char *hint)
{
	size_t n = lexeme.end - lexeme.start;
	const char *at = text_of(s, lexeme.start);
	if (!term_text_is_clean(at, n))
		return evaluation_fault(s->evaluation, lexeme.start, hint, "a control character is not expected here");
	if (n > SHOWN_MOST)
		return evaluation_fault(s->evaluation, lexeme.start, hint, "this is not expected here");
	return evaluation_fault(s->evaluation, lexeme.start, hint, "\"%.*s\" is not expected here", (int)n, at);
}

static const char *usual_hint(const struct script *s, struct lexeme lexeme)
{
	return lexeme_is(&s->lexer, lexeme, "=") ? "two values are compared with =="
	                                         : "an expression is one value; operators join several";
}

static bool is_sound(const struct script *s, struct lexeme l)
{
	struct evaluation *e = s->evaluation;
	int n = (int)(l.fault_end - l.fault_start);
	const char *at = text_of(s, l.fault_start);
	switch (l.fault) {
	case LEXEME_SOUND:
		return true;
	case LEXEME_OPEN_TEXT:
		return evaluation_fault(e, l.fault_start, "end it with the quote it starts with",
		                        "a quote is not closed");
	case LEXEME_OPEN_COMMENT:
		return evaluation_fault(e, l.fault_start, "end it with ]]", "a comment is not closed");
	case LEXEME_BAD_NUMBER:
		return evaluation_fault(e, l.fault_start, "write a number such as 52 or 0.5",
		                        "\"%.*s\" is not a number", n < SHOWN_MOST ? n : SHOWN_MOST, at);
	case LEXEME_BAD_ESCAPE:
		return evaluation_fault(e, l.fault_start, "a backslash itself is written \\\\",
		                        "\"%.*s\" means nothing in quotes", n, at);
	case LEXEME_STRAY:
		return unexpected(s, l, usual_hint(s, l));
	}
	return true;
}

/* What other languages write. */
static bool is_no_habit(const struct script *s, struct lexeme lexeme)
{
	static const struct {
		const char *mark, *hint;
	} habits[] = {
		{ "..", "write join(a, b, \u2026), which prints numbers as prose does" },
		{ "!=", "write ~=" },
		{ "&&", "write and" },
		{ "||", "write or" },
		{ "|", "there are no filters: write round(value(\u2026))" },
		{ "<<", "multiply by a power of two: 2^3" },
		{ ">>", "divide by a power of two: 2^3" },
		{ "&", "write and" },
		{ "~", "write not, or ~= for unequal" },
		{ "\u201c", "write straight quotes: \"\u2026\"" },
		{ "\u201d", "write straight quotes: \"\u2026\"" },
		{ "\u201e", "write straight quotes: \"\u2026\"" },
		{ "\u2018", "write straight quotes: '\u2026'" },
		{ "\u2019", "write straight quotes: '\u2026'" },
	};
	if (lexeme.kind != LEXEME_MARK)
		return true;
	const char *at = text_of(s, lexeme.start);
	for (size_t i = 0; i < sizeof habits / sizeof *habits; i++)
		if (*at == *habits[i].mark && lexeme.end - lexeme.start <= strlen(habits[i].mark) &&
		    str_starts(at, habits[i].mark))
			return evaluation_fault(s->evaluation, lexeme.start, habits[i].hint,
			                        "\"%s\" is not expected here", habits[i].mark);
	return true;
}

struct nesting { /* of brackets, and of operators that wait for what follows them */
	char closing[DEPTH_MOST];
	size_t waiting_before[DEPTH_MOST], commas[DEPTH_MOST];
	size_t depth, waiting;
};

/* True for an operator that takes what follows it, whatever precedes it. */
static bool waits(const struct script *s, struct lexeme lexeme)
{
	static const char *const always[] = { "^", "#", "not" }, *const at_start[] = { "-", "~" },
				 *const ends[] = { ")", "]", "}", "...", "nil", "true", "false", "end" };
	if (is_one_of(s, lexeme, always, sizeof always / sizeof *always))
		return true;
	if (!is_one_of(s, lexeme, at_start, sizeof at_start / sizeof *at_start))
		return false;
	if (!s->count)
		return true;
	struct lexeme last = s->words[s->count - 1].lexeme;
	return (last.kind == LEXEME_MARK || last.kind == LEXEME_KEYWORD) &&
	       !is_one_of(s, last, ends, sizeof ends / sizeof *ends);
}

static bool opens(const struct script *s, struct nesting *n, struct lexeme lexeme, char closing)
{
	if (n->depth + n->waiting + 1 >= DEPTH_MOST)
		return evaluation_fault(s->evaluation, lexeme.start, "split it into several expressions",
		                        "the expression is nested too deeply");
	n->closing[n->depth] = closing;
	n->waiting_before[n->depth++] = n->waiting;
	n->commas[n->depth] = 0;
	n->waiting += closing == ']'; /* read as two */
	return true;
}

static bool closes(const struct script *s, struct nesting *n, struct lexeme lexeme, char closing)
{
	if (!n->depth || n->closing[n->depth - 1] != closing)
		return unexpected(s, lexeme, usual_hint(s, lexeme));
	n->waiting = n->waiting_before[--n->depth];
	return true;
}

static bool nest(const struct script *s, struct nesting *n, struct lexeme lexeme)
{
	static const char *const brackets[] = { "()", "[]", "{}" };
	static const char *const parts[] = { ".", ":" };
	for (size_t i = 0; i < 3 && lexeme.kind == LEXEME_MARK && lexeme.end - lexeme.start == 1; i++) {
		if (*text_of(s, lexeme.start) == brackets[i][0])
			return opens(s, n, lexeme, brackets[i][1]);
		if (*text_of(s, lexeme.start) == brackets[i][1])
			return closes(s, n, lexeme, brackets[i][1]);
	}
	if (lexeme_is(&s->lexer, lexeme, ",") && ++n->commas[n->depth] >= COMMAS_MOST)
		return evaluation_fault(s->evaluation, lexeme.start, "split it into several expressions",
		                        "the list is too long");
	if (waits(s, lexeme)) {
		if (++n->waiting + n->depth >= DEPTH_MOST)
			return evaluation_fault(s->evaluation, lexeme.start, "split it into several expressions",
			                        "the expression is nested too deeply");
	} else if ((lexeme.kind == LEXEME_MARK && !is_one_of(s, lexeme, parts, 2)) || lexeme.kind == LEXEME_KEYWORD) {
		n->waiting = n->depth ? n->waiting_before[n->depth - 1] : 0;
	}
	return true;
}

bool script_open(struct script *s, struct evaluation *e, struct arena *arena)
{
	struct nesting nesting = { .depth = 0 };
	struct lexeme lexeme;
	*s = (struct script){ .evaluation = e, .arena = arena, .lexer = lexer_over(e->expression, e->length) };
	s->piece = strbuf_new(arena);
	while ((lexeme = lexer_next(&s->lexer)).kind != LEXEME_END) {
		if (!is_no_habit(s, lexeme) || !is_sound(s, lexeme))
			return false;
		if (lexeme.kind == LEXEME_COMMENT)
			continue;
		if (!nest(s, &nesting, lexeme))
			return false;
		s->words = arena_grow(arena, s->words, &s->room, s->count, sizeof *s->words);
		s->words[s->count++] = (struct script_word){ .lexeme = lexeme };
	}
	if (nesting.depth)
		return evaluation_fault(e, e->length, NULL, "\"%c\" is missing at the end",
		                        nesting.closing[nesting.depth - 1]);
	return true;
}

/* ---- what the compiler reads ---- */

/* A text in quotes on one line. */
static void add_quoted(struct strbuf *b, const char *at, const char *end)
{
	for (; at < end; at++) {
		bool escaped = *at == '\\' && at + 1 < end;
		const char *c = at + escaped;
		bool line = *c == '\n' || *c == '\r';
		if (line && c + 1 < end && (c[1] == '\n' || c[1] == '\r') && c[1] != *c)
			c++;
		if (line)
			strbuf_add(b, escaped ? "\\n" : " ");
		else
			strbuf_addn(b, at, (size_t)(c - at) + 1);
		at = c;
	}
}

/* What makes a floating-point number of a whole one; "" if it is one. */
static const char *exponent_of(const char *at, size_t n)
{
	bool hexadecimal = n > 2 && at[0] == '0' && (at[1] == 'x' || at[1] == 'X');
	if (hexadecimal)
		return strspn(at + 2, "0123456789abcdefABCDEF") >= n - 2 ? "p0" : "";
	return strspn(at, "0123456789") >= n ? "e0" : "";
}

static void add_word(struct strbuf *b, const struct script *s, struct lexeme lexeme)
{
	static const char *const comparisons[] = { "==", "~=", "<=", ">=", "<", ">" };
	const char *at = text_of(s, lexeme.start);
	size_t n = lexeme.end - lexeme.start;
	if (lexeme.kind == LEXEME_TEXT && *at != '[')
		add_quoted(b, at, at + n);
	else if (lexeme.kind == LEXEME_NUMBER)
		strbuf_addf(b, "%.*s%s", (int)n, at, exponent_of(at, n));
	else if (lexeme.kind == LEXEME_MARK && *at == '#') /* binds as closely as what it stands for */
		strbuf_add(b, "_ENV[\"" SCRIPT_LENGTH "\"]^");
	else if (lexeme.kind == LEXEME_MARK && is_one_of(s, lexeme, comparisons, 6))
		strbuf_addf(b, "|_ENV[\"%.*s\"]|", (int)n, at);
	else if (lexeme.kind == LEXEME_MARK && *at == '[')
		strbuf_add(b, "[_ENV[\"" SCRIPT_STRIP "\"](");
	else if (lexeme.kind == LEXEME_MARK && *at == ']')
		strbuf_add(b, ")]");
	else
		strbuf_addn(b, at, n);
	strbuf_add(b, "\n");
}

/* As Lua counts them: a carriage return and a newline are one, in either order. */
static int lines_in(const char *text)
{
	int lines = 0;
	for (const char *at = text; *at; at++) {
		if (*at != '\n' && *at != '\r')
			continue;
		lines++;
		at += (at[1] == '\n' || at[1] == '\r') && at[1] != *at;
	}
	return lines;
}

const char *script_read(struct script *s, size_t *size)
{
	static const char start[] = "return ";
	*size = 0;
	s->piece.n = 0;
	if (!s->started) {
		s->started = true;
		*size = sizeof start - 1;
		return start;
	}
	if (s->read >= s->count) {
		s->ended = true;
		return NULL;
	}
	s->words[s->read].line = s->line + 1;
	add_word(&s->piece, s, s->words[s->read++].lexeme);
	s->line += lines_in(s->piece.s);
	*size = s->piece.n;
	return s->piece.s;
}

void script_refused(const struct script *s)
{
	if (s->ended || !s->read)
		evaluation_fault(s->evaluation, s->evaluation->length, NULL, "the expression ends too early");
	else
		unexpected(s, s->words[s->read - 1].lexeme, usual_hint(s, s->words[s->read - 1].lexeme));
}

/* ---- places ---- */

size_t script_word_at(const struct script *s, int line)
{
	size_t low = 0, high = s->read;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (s->words[middle].line <= line)
			low = middle;
		else
			high = middle;
	}
	return low;
}

size_t script_offset(const struct script *s, size_t word)
{
	return word < s->count ? s->words[word].lexeme.start : 0;
}

size_t script_name_before(const struct script *s, size_t word, const char *name)
{
	for (size_t i = word + 1; i-- > 0;)
		if (i < s->count && s->words[i].lexeme.kind == LEXEME_NAME && word_is(s, i, name))
			return i;
	return word;
}

size_t script_call(const struct script *s, size_t word, const char *name)
{
	size_t at = word;
	if (word && word_is(s, word - 1, name)) /* the place of a call is its bracket in some versions of Lua */
		return word_is(s, word, "(") || s->words[word].lexeme.kind == LEXEME_TEXT ? word - 1 : word;
	while (word_is(s, at, "("))
		at++;
	return word_is(s, at, name) ? at : word;
}

size_t script_argument(const struct script *s, size_t word, size_t argument)
{
	size_t at = word + 1, depth = 0, n = 1;
	while (word_is(s, at, ")"))
		at++;
	if (!argument || !word_is(s, at, "("))
		return argument == 1 && at < s->count ? at : word;
	for (at++; at < s->count; at++) {
		if (n == argument && !word_is(s, at, ")"))
			return at;
		for (; at < s->count && (depth || !word_is(s, at, ",")); at++) {
			bool opening = word_is(s, at, "(") || word_is(s, at, "[") || word_is(s, at, "{");
			bool closing = word_is(s, at, ")") || word_is(s, at, "]") || word_is(s, at, "}");
			if (closing && !depth)
				return word;
			depth += opening;
			depth -= closing;
		}
		n++;
	}
	return word;
}

size_t script_text_beside(const struct script *s, size_t word, bool before)
{
	size_t at = before ? word - 1 : word + 1;
	bool found = at < s->count && s->words[at].lexeme.kind == LEXEME_TEXT; /* before the first: past any count */
	return script_offset(s, found ? at : word);
}
