#include "read/html_token.h"

#include "base/arena.h"
#include "base/str.h"
#include "read/entity.h"

#include <string.h>

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_letter(char c)
{
	return small(c) >= 'a' && small(c) <= 'z';
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool starts(const struct html *h, size_t at, const char *word)
{
	size_t n = strlen(word);
	if (at + n > h->bytes.size)
		return false;
	for (size_t i = 0; i < n; i++)
		if (small(h->bytes.data[at + i]) != word[i])
			return false;
	return true;
}

/* Past the next piece of text that closes what is open; the end of the file if it never comes. */
static size_t past(const struct html *h, size_t at, const char *close)
{
	for (; at < h->bytes.size; at++)
		if (starts(h, at, close))
			return at + strlen(close);
	return h->bytes.size;
}

/* Past the '>' of the tag at, where quotes may hold one. */
static size_t tag_end(const struct html *h, size_t at)
{
	char quote = 0, before = 0;
	for (; at < h->bytes.size; at++) {
		char c = h->bytes.data[at];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if ((c == '"' || c == '\'') && before == '=')
			quote = c;
		else if (c == '>')
			return at + 1;
		before = is_space(c) && before == '=' ? before : c;
	}
	return at;
}

static void take_name(const struct html *h, struct html_token *t, size_t at)
{
	size_t n = 0;
	for (; at < h->bytes.size && !is_space(h->bytes.data[at]) && !strchr("/>", h->bytes.data[at]); at++)
		if (n + 1 < sizeof t->name)
			t->name[n++] = small(h->bytes.data[at]);
	t->attributes = at;
}

/* What such elements hold is no text. */
static bool is_raw(const char *name)
{
	static const char *const names[] = { "script", "style", "template", "textarea", "title", "noscript", "svg" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq(name, names[i]))
			return true;
	return false;
}

static void skip_raw(struct html *h, const struct html_token *t)
{
	char close[sizeof t->name + 2] = "</";
	if (h->bytes.data[t->end - 1] == '>' && h->bytes.data[t->end - 2] == '/')
		return;
	memcpy(close + 2, t->name, strlen(t->name) + 1);
	h->at = past(h, h->at, close);
	h->at = past(h, h->at, ">");
}

static bool is_tag(const struct html *h, size_t at)
{
	if (at + 1 >= h->bytes.size || h->bytes.data[at] != '<')
		return false;
	char c = h->bytes.data[at + 1];
	return is_letter(c) || c == '!' || c == '?' ||
	       (c == '/' && at + 2 < h->bytes.size && is_letter(h->bytes.data[at + 2]));
}

struct html_token html_next(struct html *h)
{
	while (h->at < h->bytes.size && starts(h, h->at, "<!")) /* a comment, or a declaration */
		h->at = starts(h, h->at, "<!--") ? past(h, h->at + 4, "-->") : past(h, h->at, ">");
	struct html_token t = { .kind = HTML_TEXT, .at = h->at };
	if (h->at >= h->bytes.size) {
		t.kind = HTML_END;
		t.end = t.at = h->bytes.size;
		return t;
	}
	if (!is_tag(h, h->at)) {
		for (h->at++; h->at < h->bytes.size && !is_tag(h, h->at);)
			h->at++;
		t.end = h->at;
		return t;
	}
	bool close = h->bytes.data[h->at + 1] == '/';
	t.kind = close ? HTML_CLOSE : HTML_OPEN;
	take_name(h, &t, h->at + (close ? 2 : 1));
	t.end = h->at = tag_end(h, t.attributes);
	if (!close && is_raw(t.name))
		skip_raw(h, &t);
	return t;
}

/* The name at *at, which moves past it and its value. */
static bool next_attribute(const struct html *h, const struct html_token *t, size_t *at, size_t name[2],
                           size_t value[2])
{
	const char *s = h->bytes.data;
	while (*at < t->end && (is_space(s[*at]) || s[*at] == '/'))
		++*at;
	if (*at >= t->end || s[*at] == '>')
		return false;
	name[0] = *at;
	for (++*at; *at < t->end && !is_space(s[*at]) && !strchr("=/>", s[*at]);)
		++*at;
	name[1] = value[0] = value[1] = *at;
	size_t equals = *at;
	while (equals < t->end && is_space(s[equals]))
		equals++;
	if (equals >= t->end || s[equals] != '=')
		return true;
	for (*at = equals + 1; *at < t->end && is_space(s[*at]);)
		++*at;
	char quote = *at < t->end && (s[*at] == '"' || s[*at] == '\'') ? s[*at] : 0;
	value[0] = *at += quote != 0;
	while (*at < t->end && (quote ? s[*at] != quote : !is_space(s[*at]) && s[*at] != '>'))
		++*at;
	value[1] = *at;
	*at += quote && *at < t->end;
	return true;
}

const char *html_attribute(struct arena *arena, const struct html *h, const struct html_token *t, const char *wanted)
{
	size_t name[2], value[2];
	for (size_t at = t->attributes; next_attribute(h, t, &at, name, value);) {
		if (name[1] - name[0] != strlen(wanted) || !starts(h, name[0], wanted))
			continue;
		struct strbuf b = strbuf_new(arena);
		entity_add(&b, h->bytes.data + value[0], value[1] - value[0]);
		return b.s;
	}
	return NULL;
}
