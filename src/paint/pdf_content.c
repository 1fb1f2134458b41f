/* Marked content: what Cairo drew outside of tags becomes an artifact. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pdf_parts.h"

#include <string.h>

struct scan {
	const char *p, *end;
	struct strbuf out;
	const char *kept; /* the end of what was written */
	int depth;        /* of marked content */
	bool tagged;      /* the outermost is content of a tag */
	bool artifact;    /* one was begun where `kept` was */
	int next;         /* number of the next piece */
};

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_mark(char c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' ||
	       c == '/' || c == '%';
}

static const char *behind_string(const char *p, const char *end)
{
	int depth = 0;
	for (; p < end; p++) {
		if (*p == '\\')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')' && --depth == 0)
			return p + 1;
	}
	return end;
}

/* The next word: an operator or an operand; a string is one word, and so is each bracket. */
static bool next_word(struct scan *s, const char **word, size_t *n)
{
	while (s->p < s->end && is_space(*s->p))
		s->p++;
	if (s->p >= s->end)
		return false;
	*word = s->p;
	if (*s->p == '(') {
		s->p = behind_string(s->p, s->end);
	} else if (*s->p == '<' && s->p + 1 < s->end && s->p[1] != '<') { /* hexadecimal */
		while (s->p < s->end && *s->p++ != '>')
			;
	} else {
		bool name = *s->p == '/';
		bool mark = is_mark(*s->p++) && !name;
		s->p += mark && s->p < s->end && **word == '<'; /* of a dictionary */
		while (!mark && s->p < s->end && !is_space(*s->p) && !is_mark(*s->p))
			s->p++;
	}
	*n = (size_t)(s->p - *word);
	return true;
}

static void keep_to(struct scan *s, const char *to)
{
	strbuf_addn(&s->out, s->kept, (size_t)(to - s->kept));
	s->kept = to;
}

static bool is(const char *word, size_t n, const char *operator)
{
	return strlen(operator) == n && memcmp(word, operator, n) == 0;
}

struct operands { /* since the last operator */
	const char *first;
	int number; /* MCID; -1 if none is named */
	bool is_number;
};

/* Content of a tag begins: an artifact ends before it. */
static bool begin_content(struct scan *s, const struct operands *o)
{
	if (s->depth++ > 0)
		return o->number < 0; /* what its text reads, inside content */
	s->tagged = o->number >= 0;
	if (!s->tagged)
		return true;
	if (o->number != s->next++)
		return false;
	keep_to(s, o->first);
	if (s->artifact)
		strbuf_add(&s->out, "EMC\n");
	s->artifact = false;
	return true;
}

static bool end_content(struct scan *s)
{
	if (--s->depth < 0)
		return false;
	if (s->depth > 0 || !s->tagged)
		return true;
	s->tagged = false;
	keep_to(s, s->p);
	return true;
}

/* Nothing has been kept since the last content, so the artifact begins before the text object that contains this. */
static void paint_outside(struct scan *s)
{
	if (s->tagged || s->artifact)
		return;
	strbuf_add(&s->out, "\n/Artifact BMC\n");
	s->artifact = true;
}

static bool paints(const char *word, size_t n)
{
	static const char *const operators[] = { "f", "F",  "f*", "B",  "B*", "b", "b*", "S",
		                                 "s", "Do", "sh", "Tj", "TJ", "'", "\"" };
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (is(word, n, operators[i]))
			return true;
	return false;
}

static bool take_operator(struct scan *s, const char *word, size_t n, const struct operands *o)
{
	if (is(word, n, "BDC") || is(word, n, "BMC"))
		return begin_content(s, o);
	if (is(word, n, "EMC"))
		return end_content(s);
	if (paints(word, n))
		paint_outside(s);
	return !is(word, n, "BI"); /* Cairo writes images as objects; the data of one would be read as words here */
}

static bool is_operator(const char *word)
{
	char c = *word;
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' || c == '"';
}

char *pdf_content_mark(struct arena *arena, const char *operators, size_t size, int n, size_t *out_size)
{
	struct scan s = { .p = operators, .end = operators + size, .out = strbuf_new(arena), .kept = operators };
	const char *word;
	size_t bytes;
	struct operands o = { NULL, -1, false };
	while (next_word(&s, &word, &bytes)) {
		o.first = o.first ? o.first : word;
		if (o.is_number) {
			o.number = 0;
			for (size_t i = 0; i < bytes && word[i] >= '0' && word[i] <= '9'; i++)
				o.number = o.number * 10 + (word[i] - '0');
		}
		o.is_number = is(word, bytes, "/MCID");
		if (!is_operator(word))
			continue;
		if (!take_operator(&s, word, bytes, &o))
			return NULL;
		o = (struct operands){ NULL, -1, false };
	}
	keep_to(&s, s.end);
	if (s.artifact)
		strbuf_add(&s.out, "\nEMC\n");
	*out_size = s.out.n;
	return s.depth == 0 && s.next == n ? s.out.s : NULL;
}
