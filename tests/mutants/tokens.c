#include "tokens.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPEN_MAX = 256 };

struct lexer {
	const char *text;
	size_t at;
	int line, depth;
	struct tokens out;
	size_t capacity;
	size_t open[OPEN_MAX];
	size_t n_open;
};

static void die(const char *what, int line)
{
	fprintf(stderr, "tokens: %s in line %d\n", what, line);
	exit(1);
}

static void step(struct lexer *l)
{
	l->line += l->text[l->at++] == '\n';
}

static void skip_to(struct lexer *l, const char *end)
{
	while (l->text[l->at] && strncmp(l->text + l->at, end, strlen(end)) != 0)
		step(l);
}

/* A directive and the lines that continue it. */
static void skip_directive(struct lexer *l)
{
	while (l->text[l->at] && l->text[l->at] != '\n') {
		if (l->text[l->at] == '\\' && l->text[l->at + 1])
			step(l);
		step(l);
	}
}

static bool starts_line(const struct lexer *l)
{
	size_t i = l->at;
	while (i && (l->text[i - 1] == ' ' || l->text[i - 1] == '\t'))
		i--;
	return !i || l->text[i - 1] == '\n';
}

/* True if it skipped something. */
static bool skip_blank(struct lexer *l)
{
	const char *p = l->text + l->at;
	if (isspace((unsigned char)*p)) {
		step(l);
	} else if (p[0] == '/' && p[1] == '*') {
		skip_to(l, "*/");
		l->at += 2;
	} else if (p[0] == '/' && p[1] == '/') {
		skip_to(l, "\n");
	} else if (p[0] == '#' && starts_line(l)) {
		skip_directive(l);
	} else {
		return false;
	}
	return true;
}

static size_t text_length(const char *p)
{
	size_t n = 1;
	while (p[n] && p[n] != p[0])
		n += p[n] == '\\' && p[n + 1] ? 2 : 1;
	return n + 1;
}

static size_t number_length(const char *p)
{
	size_t n = 0;
	while (isalnum((unsigned char)p[n]) || p[n] == '.' ||
	       ((p[n] == '+' || p[n] == '-') && n && strchr("eEpP", p[n - 1]) && p[1] != 'x'))
		n++;
	return n;
}

static size_t sign_length(const char *p)
{
	static const char *const signs[] = { "<<=", ">>=", "...", "<<", ">>", "<=", ">=", "==", "!=", "&&", "||",
		                             "++",  "--",  "->",  "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=" };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strncmp(p, signs[i], strlen(signs[i])) == 0)
			return strlen(signs[i]);
	return 1;
}

static size_t word_length(const char *p)
{
	size_t n = 0;
	while (isalnum((unsigned char)p[n]) || p[n] == '_')
		n++;
	return n;
}

static void pair_brackets(struct lexer *l, struct token *token, size_t index)
{
	char c = l->text[token->at];
	if (strchr("([{", c)) {
		if (l->n_open == OPEN_MAX)
			die("too many open brackets", l->line);
		l->open[l->n_open++] = index;
		l->depth += c == '{';
	} else if (strchr(")]}", c)) {
		if (!l->n_open)
			die("a bracket closes nothing", l->line);
		token->match = l->open[--l->n_open];
		l->out.items[token->match].match = index;
		l->depth -= c == '}';
		token->depth = l->depth;
	}
}

static void add(struct lexer *l, enum token_kind kind, size_t n)
{
	if (l->out.count == l->capacity) {
		l->capacity = l->capacity ? l->capacity * 2 : 1024;
		l->out.items = realloc(l->out.items, l->capacity * sizeof *l->out.items);
		if (!l->out.items)
			die("out of memory", l->line);
	}
	struct token *token = &l->out.items[l->out.count];
	*token = (struct token){ kind, l->at, n, l->line, l->depth, 0 };
	if (kind == TOKEN_SIGN && n == 1)
		pair_brackets(l, token, l->out.count);
	l->out.count++;
	for (size_t i = 0; i < n; i++)
		step(l);
}

struct tokens tokens_of(const char *text)
{
	struct lexer l = { .text = text, .line = 1, .out = { .text = text } };
	while (text[l.at]) {
		const char *p = text + l.at;
		if (skip_blank(&l))
			continue;
		if (*p == '"' || *p == '\'')
			add(&l, TOKEN_TEXT, text_length(p));
		else if (isdigit((unsigned char)*p) || (*p == '.' && isdigit((unsigned char)p[1])))
			add(&l, TOKEN_NUMBER, number_length(p));
		else if (isalpha((unsigned char)*p) || *p == '_')
			add(&l, TOKEN_WORD, word_length(p));
		else
			add(&l, TOKEN_SIGN, sign_length(p));
	}
	if (l.n_open)
		die("a bracket is never closed", l.line);
	return l.out;
}

void tokens_free(struct tokens *tokens)
{
	free(tokens->items);
	*tokens = (struct tokens){ 0 };
}

bool token_is(const struct tokens *tokens, size_t i, const char *word)
{
	if (i >= tokens->count)
		return false;
	const struct token *token = &tokens->items[i];
	return token->n == strlen(word) && strncmp(tokens->text + token->at, word, token->n) == 0;
}
