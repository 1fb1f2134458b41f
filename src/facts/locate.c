/* Where in an expression something stands: a lexer that knows names, quoted texts and comments. */
#include "facts/facts_private.h"

#include "base/arena.h"
#include "base/str.h"
#include "facts/lexer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_TEXT, TOKEN_OTHER };

struct token {
	enum token_kind kind;
	size_t start, end;
	size_t inside, inside_end; /* of a text without its quotes */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The next token that is no comment. Operators of two characters are two tokens here, but for points. */
static struct token next_token(const char *s, size_t at)
{
	struct lexer lexer = lexer_over(s, strlen(s));
	struct lexeme l;
	lexer.at = at;
	do
		l = lexer_next(&lexer);
	while (l.kind == LEXEME_COMMENT);
	struct token t = { .kind = TOKEN_OTHER, .start = l.start, .end = l.end };
	if (l.kind == LEXEME_END) {
		t.kind = TOKEN_END;
	} else if (l.kind == LEXEME_TEXT) {
		size_t lead = s[l.start] == '[' ? strspn(s + l.start + 1, "=") + 2 : 1;
		t.kind = TOKEN_TEXT;
		t.inside = l.start + lead;
		t.inside_end = l.fault == LEXEME_OPEN_TEXT ? l.end : l.end - lead;
	} else if (l.kind == LEXEME_NAME || l.kind == LEXEME_KEYWORD) {
		bool field = l.start && (s[l.start - 1] == ':' ||
		                         (s[l.start - 1] == '.' && (l.start < 2 || s[l.start - 2] != '.')));
		t.kind = field ? TOKEN_OTHER : TOKEN_NAME;
	} else if (l.kind == LEXEME_MARK && s[l.start] != '.' && s[l.start] != ':' && !l.fault) {
		t.end = l.start + 1;
	}
	return t;
}

static bool is_word(const char *s, size_t start, size_t end, const char *word)
{
	return end - start == strlen(word) && memcmp(s + start, word, end - start) == 0;
}

/* The next token at or behind *at that is this name or text; END if there is none. */
static struct token find(const char *s, enum token_kind kind, const char *word, size_t at)
{
	struct token t = next_token(s, at);
	for (; t.kind != TOKEN_END; t = next_token(s, t.end)) {
		if (t.kind != kind)
			continue;
		if (kind == TOKEN_NAME ? is_word(s, t.start, t.end, word) : is_word(s, t.inside, t.inside_end, word))
			break;
	}
	return t;
}

size_t locate_name(const char *expression, const char *name)
{
	struct token t = find(expression, TOKEN_NAME, name, 0);
	return t.kind == TOKEN_END ? 0 : t.start;
}

size_t locate_last_text(const char *expression)
{
	size_t last = strlen(expression);
	for (struct token t = next_token(expression, 0); t.kind != TOKEN_END; t = next_token(expression, t.end))
		if (t.kind == TOKEN_TEXT)
			last = t.start;
	return last;
}

size_t locate_mark(const char *expression, const char *mark)
{
	struct token t = next_token(expression, 0);
	for (; t.kind != TOKEN_END; t = next_token(expression, t.end)) {
		if (t.kind != TOKEN_OTHER || !str_starts(expression + t.start, mark))
			continue;
		if (*mark != '.' || t.end - t.start == strlen(mark)) /* points are one mark however many there are */
			break;
	}
	return t.start;
}

bool locate_number(const char *expression, double number)
{
	struct token t = next_token(expression, 0);
	for (; t.kind != TOKEN_END; t = next_token(expression, t.end))
		if (t.kind == TOKEN_OTHER && strtod(expression + t.start, NULL) == fabs(number) &&
		    (is_digit(expression[t.start]) || expression[t.start] == '.'))
			return true;
	return false;
}

static bool is_equality(const char *s, struct token t, struct token next)
{
	return (s[t.start] == '=' || s[t.start] == '~') && next.start == t.end && s[next.start] == '=';
}

/* A bracket behind the token opens arguments. */
static bool is_called(const char *s, struct token t)
{
	return t.kind == TOKEN_NAME && !is_word(s, t.start, t.end, "and") && !is_word(s, t.start, t.end, "or") &&
	       !is_word(s, t.start, t.end, "not") && !is_word(s, t.start, t.end, "return");
}

/* What ends before s[before] is in brackets, either of a call of function or of none. */
static bool is_call_before(const char *s, size_t before, const char *function)
{
	struct token opened[64], last = { .kind = TOKEN_END }, t = next_token(s, 0);
	size_t depth = 0;
	bool fits = false;
	for (; t.kind != TOKEN_END && t.start < before; last = t, t = next_token(s, t.end)) {
		fits = false;
		if (t.kind != TOKEN_OTHER || !strchr("()", s[t.start]))
			continue;
		if (s[t.start] == '(' && depth++ < 64)
			opened[depth - 1] = last;
		else if (s[t.start] == ')' && depth && --depth < 64)
			fits = !is_called(s, opened[depth]) ||
			       is_word(s, opened[depth].start, opened[depth].end, function);
	}
	return fits;
}

bool locate_compared(struct arena *arena, const char *expression, const char *function, size_t *at, size_t *start,
                     const char **text)
{
	const char *s = expression;
	struct token a = { 0 }, b = { 0 }, t = next_token(s, 0);
	for (; t.kind != TOKEN_END; a = b, b = t, t = next_token(s, t.end)) {
		if (t.kind != TOKEN_TEXT || t.start < *at || memchr(s + t.inside, '\\', t.inside_end - t.inside))
			continue;
		struct token x = next_token(s, t.end), y = next_token(s, x.end), z = next_token(s, y.end);
		bool before = b.end && is_equality(s, a, b) && is_call_before(s, a.start, function);
		bool behind = is_equality(s, x, y) && (s[z.start] == '(' || is_word(s, z.start, z.end, function));
		if (!before && !behind)
			continue;
		*start = t.start;
		*at = t.end;
		*text = arena_strndup(arena, s + t.inside, t.inside_end - t.inside);
		return true;
	}
	return false;
}

/* True if what stands behind the name can be this call: its quoted arguments are the texts it got. */
static bool matches(const char *s, const struct call *call, struct token t, size_t argument, size_t *found)
{
	t = next_token(s, t.end);
	if (t.kind != TOKEN_OTHER || s[t.start] != '(')
		return false;
	for (size_t i = 0; i < call->n_arguments && i < ARGUMENTS_MOST; i++) {
		t = next_token(s, t.end);
		const struct item *item = &call->arguments[i];
		if (t.kind != TOKEN_TEXT)
			return true; /* computed: nothing speaks against it */
		if (item->kind == ITEM_TEXT && !is_word(s, t.inside, t.inside_end, item->text))
			return false;
		if (i + 1 == argument)
			*found = t.start;
		t = next_token(s, t.end);
		if (t.kind != TOKEN_OTHER || s[t.start] != ',')
			return true;
	}
	return true;
}

size_t locate_call(const struct call *call, size_t argument)
{
	const char *s = call->evaluation->expression, *name = call->function->known.name;
	struct token t = find(s, TOKEN_NAME, name, 0);
	size_t first = t.kind == TOKEN_END ? 0 : t.start;
	for (; t.kind != TOKEN_END; t = find(s, TOKEN_NAME, name, t.end)) {
		size_t at = t.start;
		if (matches(s, call, t, argument, &at))
			return at;
	}
	if (argument && argument <= call->n_arguments && call->arguments[argument - 1].kind == ITEM_TEXT)
		t = find(s, TOKEN_TEXT, call->arguments[argument - 1].text, 0);
	return t.kind == TOKEN_END ? first : t.start;
}

struct place locate_place(const char *expression, size_t offset, struct place place)
{
	if (!place.line)
		return place;
	for (const char *at = expression; *at && (size_t)(at - expression) < offset;) {
		if ((unsigned char)*at >= 0x80 && utf8_bad(expression, strlen(expression)) <= (size_t)(at - expression))
			break;
		if (utf8_next(&at) == '\n') {
			place.line++;
			place.column = 1;
		} else if (place.column) {
			place.column++;
		}
	}
	return place;
}
