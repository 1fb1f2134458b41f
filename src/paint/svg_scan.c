#include "paint/svg_scan.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

enum { PREFIXES_MAX = 8 };

struct words { /* a piece of the file */
	const char *s;
	size_t n;
};

struct scan {
	struct svg_scan *out;
	const char *at, *end;
	int line;
	struct words prefixes[PREFIXES_MAX]; /* of SVG's namespace, beside none and "svg" */
	size_t n_prefixes, n_elements;
	size_t depth, left_out; /* left_out: the depth of the element whose content nobody draws; 0: none */
	size_t switches;        /* the depth of the innermost switch; 0: none */
	bool in_style;
	const char *start; /* of the file, */
	char *copy;        /* in which links are cut; NULL: none is */
};

/* ---- words ---- */

static bool is(struct words w, const char *s)
{
	return strlen(s) == w.n && memcmp(w.s, s, w.n) == 0;
}

static bool has(struct words w, const char *s)
{
	size_t n = strlen(s);
	for (size_t i = 0; i + n <= w.n; i++)
		if (memcmp(w.s + i, s, n) == 0)
			return true;
	return false;
}

static bool is_any(struct words w, const char *const *list)
{
	for (; *list; list++)
		if (is(w, *list))
			return true;
	return false;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct words trimmed(struct words w)
{
	while (w.n && is_space(*w.s)) {
		w.s++;
		w.n--;
	}
	return w;
}

static void keep(char *into, struct words name)
{
	enum { ROOM = 31 };
	size_t n = name.n < ROOM ? name.n : ROOM;
	n = utf8_bad(name.s, n);
	memcpy(into, name.s, n);
	into[n] = '\0';
}

static void blame(struct scan *s, enum picture_fault fault, struct words element, int line)
{
	if (s->out->fault)
		return;
	s->out->fault = fault;
	s->out->line = line;
	keep(s->out->element, element);
}

/* ---- what is drawn ---- */

static const char *const drawn[] = { "a",
	                             "circle",
	                             "clipPath",
	                             "defs",
	                             "ellipse",
	                             "feBlend",
	                             "feColorMatrix",
	                             "feComponentTransfer",
	                             "feComposite",
	                             "feConvolveMatrix",
	                             "feDiffuseLighting",
	                             "feDisplacementMap",
	                             "feDistantLight",
	                             "feFlood",
	                             "feFuncA",
	                             "feFuncB",
	                             "feFuncG",
	                             "feFuncR",
	                             "feGaussianBlur",
	                             "feMerge",
	                             "feMergeNode",
	                             "feMorphology",
	                             "feOffset",
	                             "fePointLight",
	                             "feSpecularLighting",
	                             "feSpotLight",
	                             "feTile",
	                             "feTurbulence",
	                             "filter",
	                             "g",
	                             "line",
	                             "linearGradient",
	                             "marker",
	                             "mask",
	                             "path",
	                             "pattern",
	                             "polygon",
	                             "polyline",
	                             "radialGradient",
	                             "rect",
	                             "stop",
	                             "style",
	                             "svg",
	                             "switch",
	                             "symbol",
	                             "text",
	                             "tref",
	                             "tspan",
	                             "use",
	                             NULL };
static const char *const unseen[] = { "title", "desc", "metadata", "view", "cursor", "color-profile", NULL };
static const char *const moving[] = { "animate", "animateColor", "animateMotion", "animateTransform",
	                              "set",     "mpath",        "discard",       NULL };
static const char *const pictures[] = { "image", "feImage", NULL };

/* Where url(…) does not begin with "#", another file is meant. */
static bool reaches_out(struct words text)
{
	for (size_t i = 0; i + 4 < text.n; i++) {
		if (memcmp(text.s + i, "url(", 4) != 0)
			continue;
		struct words rest = trimmed((struct words){ text.s + i + 4, text.n - i - 4 });
		static const char *const quotes[] = { "'", "\"", "&quot;", "&apos;", "&#34;", "&#39;", NULL };
		for (size_t k = 0; quotes[k]; k++)
			if (rest.n >= strlen(quotes[k]) && memcmp(rest.s, quotes[k], strlen(quotes[k])) == 0) {
				rest.s += strlen(quotes[k]);
				rest.n -= strlen(quotes[k]);
				break;
			}
		rest = trimmed(rest);
		if (rest.n && *rest.s != '#')
			return true;
	}
	return false;
}

/* "filter: url(#f)" or "filter: blur(2px)", but not "filter: none". */
static bool filters(struct words style)
{
	static const char name[] = "filter";
	for (size_t i = 0; i + strlen(name) < style.n; i++) {
		if (memcmp(style.s + i, name, strlen(name)) != 0)
			continue;
		size_t at = i + strlen(name);
		struct words rest = trimmed((struct words){ style.s + at, style.n - at });
		if (!rest.n || *rest.s != ':')
			continue;
		rest = trimmed((struct words){ rest.s + 1, rest.n - 1 });
		if (rest.n < 4 || memcmp(rest.s, "none", 4) != 0)
			return true;
	}
	return false;
}

static void mark_costly(struct scan *s, struct words element, bool filter)
{
	struct svg_scan *o = s->out;
	if (o->costly_line && (o->filtered || !filter))
		return;
	keep(o->costly, element);
	o->costly_line = s->line;
	o->filtered |= filter;
}

/* ---- tags ---- */

struct tag {
	struct words name, local; /* "svg:rect", "rect" */
	bool svg;                 /* in SVG's namespace */
	bool closed;              /* "/>" */
	bool conditional;         /* leaves the choice to a switch */
	int line;
};

static bool is_svg_prefix(const struct scan *s, struct words prefix)
{
	for (size_t i = 0; i < s->n_prefixes; i++)
		if (s->prefixes[i].n == prefix.n && memcmp(s->prefixes[i].s, prefix.s, prefix.n) == 0)
			return true;
	return prefix.n == 0 || is(prefix, "svg");
}

/* The name becomes another of the same length, which means nothing. */
static void cut_link(struct scan *s, struct words name)
{
	static const char nothing[] = "h_ef";
	s->out->links = true;
	if (s->copy)
		memcpy(s->copy + (name.s - s->start) + name.n - strlen(nothing), nothing, strlen(nothing));
}

static void attribute(struct scan *s, struct tag *tag, struct words name, struct words value)
{
	static const char space[] = "http://www.w3.org/2000/svg", start[] = "xmlns:";
	static const char *const conditions[] = { "requiredExtensions", "requiredFeatures", NULL };
	if (name.n > strlen(start) && memcmp(name.s, start, strlen(start)) == 0 && is(value, space) &&
	    s->n_prefixes < PREFIXES_MAX)
		s->prefixes[s->n_prefixes++] = (struct words){ name.s + strlen(start), name.n - strlen(start) };
	if (is(name, "xmlns") && !is(value, space) && !has(value, "&"))
		tag->svg = false;
	tag->conditional |= is_any(name, conditions);
	bool link = is(name, "href") || (name.n > 5 && memcmp(name.s + name.n - 5, ":href", 5) == 0);
	struct words target = trimmed(value);
	if (link && is(tag->local, "a"))
		cut_link(s, name);
	if (link && tag->svg && !s->left_out && !is(tag->local, "a") && target.n && *target.s != '#')
		blame(s, is_any(tag->local, pictures) ? PICTURE_IN_PICTURE : PICTURE_REACHES_OUT, tag->local,
		      tag->line);
	if (!s->left_out && reaches_out(value))
		blame(s, PICTURE_REACHES_OUT, tag->local, tag->line);
	if ((is(name, "filter") && !is(target, "none")) || (is(name, "style") && filters(value)))
		mark_costly(s, tag->local, true);
	else if (link && !is(tag->local, "a"))
		mark_costly(s, tag->local, false);
}

static void skip_space(struct scan *s)
{
	for (; s->at < s->end && is_space(*s->at); s->at++)
		s->line += *s->at == '\n';
}

static struct words take_name(struct scan *s)
{
	const char *start = s->at;
	while (s->at < s->end && !is_space(*s->at) && !strchr("=/>\"'<", *s->at))
		s->at++;
	return (struct words){ start, (size_t)(s->at - start) };
}

static void count_lines(struct scan *s, struct words text)
{
	for (size_t i = 0; i < text.n; i++)
		s->line += text.s[i] == '\n';
}

/* name="value" name='value' … up to the end of the tag. */
static void attributes(struct scan *s, struct tag *tag)
{
	for (skip_space(s); s->at < s->end && *s->at != '>'; skip_space(s)) {
		tag->closed = *s->at == '/';
		struct words name = take_name(s);
		skip_space(s);
		if (s->at >= s->end || *s->at != '=' || !name.n) {
			s->at += s->at < s->end && *s->at != '>' && !name.n;
			continue;
		}
		s->at++;
		skip_space(s);
		if (s->at >= s->end || (*s->at != '"' && *s->at != '\''))
			continue;
		const char *stop = memchr(s->at + 1, *s->at, (size_t)(s->end - s->at) - 1);
		struct words value = { s->at + 1, (size_t)((stop ? stop : s->end) - s->at) - 1 };
		attribute(s, tag, name, value);
		count_lines(s, value);
		s->at = stop ? stop + 1 : s->end;
	}
	s->at += s->at < s->end;
}

static bool chosen_away(const struct scan *s, const struct tag *tag)
{
	return tag->conditional && s->switches && s->depth == s->switches + 1;
}

static void judge(struct scan *s, const struct tag *tag)
{
	if (is(tag->local, "include")) /* of XInclude, by whatever prefix */
		blame(s, PICTURE_REACHES_OUT, tag->local, tag->line);
	if (tag->svg && !s->left_out && is_any(tag->local, pictures))
		blame(s, PICTURE_IN_PICTURE, tag->local, tag->line);
	s->out->words |= is(tag->local, "text");
	if (is_any(tag->local, moving))
		s->out->moves = true;
	else if (tag->svg && !s->left_out && !is_any(tag->local, drawn) && !is_any(tag->local, unseen) &&
	         !chosen_away(s, tag))
		blame(s, PICTURE_NOT_DRAWN, tag->local, tag->line);
}

static void open_tag(struct scan *s)
{
	struct tag tag = { .name = take_name(s), .line = s->line };
	const char *colon = memchr(tag.name.s, ':', tag.name.n);
	size_t prefix = colon ? (size_t)(colon - tag.name.s) : 0;
	tag.local = colon ? (struct words){ colon + 1, tag.name.n - prefix - 1 } : tag.name;
	tag.svg = is_svg_prefix(s, (struct words){ tag.name.s, prefix });
	attributes(s, &tag);
	s->depth++;
	if (++s->n_elements > PICTURE_ELEMENTS_MAX)
		blame(s, PICTURE_TOO_MANY, tag.local, tag.line);
	judge(s, &tag);
	if (tag.closed) {
		s->depth--;
		return;
	}
	bool open = tag.svg && (is_any(tag.local, drawn) || is_any(tag.local, pictures));
	if (!s->left_out && !open)
		s->left_out = s->depth;
	if (is(tag.local, "switch"))
		s->switches = s->depth;
	s->in_style = is(tag.local, "style");
}

static void close_tag(struct scan *s)
{
	const char *stop = memchr(s->at, '>', (size_t)(s->end - s->at));
	s->at = stop ? stop + 1 : s->end;
	if (s->left_out == s->depth)
		s->left_out = 0;
	if (s->switches == s->depth)
		s->switches = 0;
	s->depth -= s->depth > 0;
	s->in_style = false;
}

/* ---- the rest ---- */

/* Past the end of what begins here; the end included, what is between is the result. */
static struct words skip_to(struct scan *s, const char *end)
{
	size_t n = strlen(end);
	struct words inside = { s->at, 0 };
	while (s->at + n <= s->end && memcmp(s->at, end, n) != 0)
		s->line += *s->at++ == '\n';
	inside.n = (size_t)(s->at - inside.s);
	s->at = s->at + n <= s->end ? s->at + n : s->end;
	return inside;
}

static bool at_word(const struct scan *s, const char *word)
{
	size_t n = strlen(word);
	return s->at + n <= s->end && memcmp(s->at, word, n) == 0;
}

/* A declaration in which there is more than text: elements, which would come into being where it is named. */
static bool hides(struct words entities)
{
	char quote = 0;
	for (size_t i = 0; i < entities.n; i++) {
		char c = entities.s[i];
		bool reference = i + 1 < entities.n && c == '&' && entities.s[i + 1] == '#';
		if (quote && c != quote && (c == '<' || c == '%' || reference))
			return true;
		if (c == '"' || c == '\'')
			quote = !quote ? c : quote == c ? 0 : quote;
	}
	return false;
}

static void doctype(struct scan *s)
{
	struct words whole = { s->at, 0 };
	int inside = 0;
	char quote = 0;
	for (; s->at < s->end && (quote || inside || *s->at != '>'); s->at++) {
		if (!quote && at_word(s, "<!--"))
			skip_to(s, "-->");
		else if (!quote && at_word(s, "<?"))
			skip_to(s, "?>");
		if (s->at >= s->end)
			break;
		s->line += *s->at == '\n';
		if (quote)
			quote = *s->at == quote ? 0 : quote;
		else if (*s->at == '"' || *s->at == '\'')
			quote = *s->at;
		else
			inside += (*s->at == '[') - (*s->at == ']');
	}
	whole.n = (size_t)(s->at - whole.s);
	const char *own = memchr(whole.s, '[', whole.n);
	struct words entities = { own, own ? whole.n - (size_t)(own - whole.s) : 0 };
	if (own && has(entities, "<!ENTITY") && (has(entities, "SYSTEM") || has(entities, "PUBLIC")))
		blame(s, PICTURE_REACHES_OUT, (struct words){ "!ENTITY", 7 }, s->line);
	else if (own && has(entities, "<!ATTLIST"))
		blame(s, PICTURE_HIDES, (struct words){ "!ATTLIST", 8 }, s->line);
	else if (own && hides(entities))
		blame(s, PICTURE_HIDES, (struct words){ "!ENTITY", 7 }, s->line);
}

static void style(struct scan *s, struct words text)
{
	struct words name = { "style", 5 };
	if (s->in_style && (reaches_out(text) || has(text, "@import")))
		blame(s, PICTURE_REACHES_OUT, name, s->line);
	if (s->in_style && filters(text))
		mark_costly(s, name, true);
}

/* A reader of bytes sees what is in a file only if its encoding is like ASCII. */
static bool is_plain(struct words encoding)
{
	static const char *const plain[] = { "utf-8", "us-ascii", "iso-8859-", "windows-125" };
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		size_t n = strlen(plain[i]), k = 0;
		while (k < n && k < encoding.n &&
		       (encoding.s[k] == plain[i][k] || encoding.s[k] + ('a' - 'A') == plain[i][k]))
			k++;
		if (k == n)
			return true;
	}
	return false;
}

static void instruction(struct scan *s, struct words text)
{
	static const char key[] = "encoding";
	if (has(text, "xml-stylesheet"))
		blame(s, PICTURE_REACHES_OUT, (struct words){ "?xml-stylesheet", 15 }, s->line);
	for (size_t i = 0; i + strlen(key) < text.n; i++) {
		if (memcmp(text.s, "<?xml", 5) != 0 || memcmp(text.s + i, key, strlen(key)) != 0)
			continue;
		struct words rest = { text.s + i + strlen(key), text.n - i - strlen(key) };
		while (rest.n && (is_space(*rest.s) || strchr("=\"'", *rest.s))) {
			rest.s++;
			rest.n--;
		}
		if (!is_plain(rest))
			blame(s, PICTURE_HIDES, (struct words){ "?xml", 4 }, s->line);
		return;
	}
}

/* UTF-16, UTF-32, EBCDIC. */
static bool is_wide(struct bytes file)
{
	return file.size >= 4 && (memcmp(file.data, "\xfe\xff", 2) == 0 || memcmp(file.data, "\xff\xfe", 2) == 0 ||
	                          memchr(file.data, '\0', 4) || memcmp(file.data, "\x4c\x6f\xa7\x94", 4) == 0);
}

static void markup(struct scan *s)
{
	if (at_word(s, "<!--")) {
		skip_to(s, "-->");
	} else if (at_word(s, "<![CDATA[")) {
		style(s, skip_to(s, "]]>"));
	} else if (at_word(s, "<?")) {
		instruction(s, skip_to(s, "?>"));
	} else if (at_word(s, "<!")) {
		doctype(s);
	} else if (at_word(s, "</")) {
		close_tag(s);
	} else {
		s->at++;
		open_tag(s);
	}
}

static void read_all(struct bytes file, struct svg_scan *out, char *copy)
{
	struct scan s = {
		.out = out, .at = file.data, .end = file.data + file.size, .line = 1, .start = file.data, .copy = copy
	};
	*out = (struct svg_scan){ .fault = PICTURE_FINE };
	if (is_wide(file))
		blame(&s, PICTURE_HIDES, (struct words){ "svg", 3 }, s.line);
	while (s.at < s.end) {
		const char *next = memchr(s.at, '<', (size_t)(s.end - s.at));
		struct words text = { s.at, (size_t)((next ? next : s.end) - s.at) };
		style(&s, text);
		count_lines(&s, text);
		s.at = text.s + text.n;
		if (next)
			markup(&s);
	}
}

void svg_scan(struct bytes file, struct svg_scan *out)
{
	read_all(file, out, NULL);
}

struct bytes svg_without_links(struct arena *arena, struct bytes file)
{
	struct svg_scan scan;
	read_all(file, &scan, NULL);
	if (!scan.links)
		return file;
	char *copy = arena_alloc(arena, file.size, 1);
	memcpy(copy, file.data, file.size);
	read_all(file, &scan, copy);
	return (struct bytes){ .data = copy, .size = file.size };
}

bool svg_seek(struct bytes file, const char *words, char element[32], int *line)
{
	size_t n = strlen(words);
	const char *start = NULL;
	int start_line = 0;
	*line = 1;
	for (const char *at = file.data; n && at + n <= file.data + file.size; at++) {
		if (*at == '<') {
			start = at + 1;
			start_line = *line;
		}
		*line += *at == '\n';
		if (!start || memcmp(at, words, n) != 0)
			continue;
		struct scan s = { .at = start, .end = at };
		keep(element, take_name(&s));
		*line = start_line;
		return true;
	}
	return false;
}
