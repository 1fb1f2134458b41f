#include "brief/source.h"

#include "base/arena.h"
#include "base/str.h"
#include "brief/fence_kind.h"
#include "brief/source_clean.h"

#include <string.h>

struct scan {
	struct arena *arena;
	struct diags *diags;
	const char *path;
	const char *at;    /* next byte */
	const char *start; /* of its line */
	int line;          /* its number in the file */
	struct strbuf body;
	int *lines;
	size_t n_lines, lines_room;
	struct source_hole *holes;
	size_t n_holes, holes_room;
	const char *counted; /* its column is known, so that a long line is counted only once */
	int column;
	const char *limit;         /* the end of the paragraph, once it was asked for */
	const char *open_until[3]; /* so far nothing closes: {{ in [0], one or two backticks in [1] and [2] */
	char fence, outer; /* '`' or '~' inside one that is copied as it is; inside one whose content is Markdown */
	size_t fence_length, outer_length;
	bool ok;
};

static struct place place_at(struct scan *s, const char *at)
{
	if (s->counted < s->start || s->counted > at) {
		s->counted = s->start;
		s->column = 1;
	}
	for (; s->counted < at; s->column++)
		utf8_next(&s->counted);
	return (struct place){ s->path, s->line, s->column };
}

static void wrong(struct scan *s, const char *at, const char *hint, const char *message)
{
	diag_add(s->diags, DIAG_ERROR, place_at(s, at), hint, "%s", message);
	s->ok = false;
}

/* A line of the body begins. */
static void begin_line(struct scan *s)
{
	s->lines = arena_grow(s->arena, s->lines, &s->lines_room, s->n_lines, sizeof *s->lines);
	s->lines[s->n_lines++] = s->line;
}

static void next_line(struct scan *s)
{
	s->line++;
	s->start = s->at;
}

/* "\|", as a cell of a table may need it, is "|". */
static char *without_cells(struct arena *arena, const char *from, const char *end)
{
	struct strbuf b = strbuf_new(arena);
	for (; from < end; from++) {
		if (from[0] == '\\' && from + 1 < end && from[1] != '|')
			strbuf_addn(&b, from++, 1);
		else if (from[0] == '\\' && from + 1 < end)
			from++;
		strbuf_addn(&b, from, 1);
	}
	return b.s;
}

/* The end of the paragraph that s->at is in, sought once. */
static const char *limit_of(struct scan *s)
{
	if (!s->limit || s->at >= s->limit)
		s->limit = source_paragraph_end(s->at);
	return s->limit;
}

/* Braces that no expression follows are left as they are, and one error per paragraph tells of them. */
static void leave_open(struct scan *s, enum source_open open)
{
	bool told = s->at < s->open_until[0];
	if (!told && s->n_holes == SOURCE_HOLES_MAX)
		wrong(s, s->at, "split the briefing", "too many expressions");
	else if (!told)
		wrong(s, s->at, source_open_hint(open), source_open_message(open));
	s->open_until[0] = limit_of(s);
	strbuf_add(&s->body, "{{");
	s->at += 2;
}

/* Moves to p, past what is cut out. */
static void skip_to(struct scan *s, const char *p)
{
	for (; s->at < p; s->at++)
		if (*s->at == '\n') {
			s->line++;
			s->start = s->at + 1;
		}
}

/* Cuts out the expression at s->at ("{{"). */
static void take_hole(struct scan *s)
{
	enum source_open open = SOURCE_OPEN_BRACES;
	const char *from = s->at + 2, *end = NULL, *last;
	if (s->at >= s->open_until[0] && s->n_holes < SOURCE_HOLES_MAX)
		end = source_hole_end(from, limit_of(s), &open);
	if (!end) {
		leave_open(s, open);
		return;
	}
	last = end;
	while (from < end && (*from == ' ' || *from == '\t')) /* its place is that of its first character */
		from++;
	while (last > from && strchr(" \t\n", last[-1]))
		last--;
	s->holes = arena_grow(s->arena, s->holes, &s->holes_room, s->n_holes, sizeof *s->holes);
	s->holes[s->n_holes] = (struct source_hole){ without_cells(s->arena, from, last), place_at(s, from) };
	strbuf_add_rune(&s->body, (uint32_t)(SOURCE_HOLE_FIRST + s->n_holes++));
	skip_to(s, end);
	s->at = end + 2;
}

static size_t run_of(const char *p, char c)
{
	size_t n = 0;
	while (p[n] == c)
		n++;
	return n;
}

/* The end of the code span that opens here with n backticks, 1 or 2; NULL if nothing closes it in its paragraph. */
static const char *code_end(struct scan *s, size_t n)
{
	const char *p = s->at + n;
	if (s->at < s->open_until[n])
		return NULL;
	for (; *p && !(p[0] == '\n' && p[1] == '\n');) {
		size_t run = run_of(p, '`');
		if (run == n)
			return p + n;
		p += run ? run : 1;
	}
	s->open_until[n] = p;
	return NULL;
}

static void copy_to(struct scan *s, const char *end)
{
	for (; s->at < end; s->at++) {
		strbuf_addn(&s->body, s->at, 1);
		if (*s->at == '\n') {
			s->line++;
			s->start = s->at + 1;
			begin_line(s);
		}
	}
}

/* Past what quotes and the insides of lists put before a line. */
static const char *past_margin(const char *p)
{
	while (*p == ' ' || *p == '\t' || *p == '>')
		p++;
	return p;
}

/* Past the marks of list items, too: a fence may be the first thing in one. */
static const char *past_marks(const char *p)
{
	for (;;) {
		p = past_margin(p);
		size_t digits = strspn(p, "0123456789");
		bool is_mark = strchr(digits ? ".)" : "-*+", p[digits]) && p[digits];
		if (!is_mark || (p[digits + 1] != ' ' && p[digits + 1] != '\t'))
			return p;
		p += digits + 1;
	}
}

static bool closes(const char *p, char fence, size_t length)
{
	const char *rest = p + run_of(p, fence);
	return run_of(p, fence) >= length && rest[strspn(rest, " \t")] == '\n';
}

/* A fence opens or closes here, or neither. */
static void mind_fence(struct scan *s)
{
	const char *p = past_margin(s->at);
	if (s->fence) {
		if (closes(p, s->fence, s->fence_length))
			s->fence = 0;
		return;
	}
	if (s->outer && closes(p, s->outer, s->outer_length)) {
		s->outer = 0;
		return;
	}
	p = past_marks(p);
	size_t n = run_of(p, *p == '~' ? '~' : '`');
	if (n < 3)
		return;
	const char *info = p + n;
	info += strspn(info, " \t");
	const char *word = arena_strndup(s->arena, info, strcspn(info, " \t\n"));
	if (memchr(info, '`', strcspn(info, "\n")) && *p == '`') /* a code span, not a fence */
		return;
	if (fence_kind_is_markdown(fence_kind_of(word)) && !s->outer) {
		s->outer = *p;
		s->outer_length = n;
		return;
	}
	s->fence = *p;
	s->fence_length = n;
}

static void take_line(struct scan *s)
{
	begin_line(s);
	bool was_inside = s->fence != 0;
	mind_fence(s);
	if (was_inside || s->fence) { /* copied as it is, its last line too */
		const char *end = strchr(s->at, '\n');
		strbuf_addn(&s->body, s->at, (size_t)(end - s->at));
		s->at = end;
	}
	while (*s->at && *s->at != '\n') {
		size_t ticks = run_of(s->at, '`');
		const char *end = ticks && ticks < 3 ? code_end(s, ticks) : NULL;
		if (s->at[0] == '\\' && s->at[1] == '{' && s->at[2] == '{') {
			strbuf_add(&s->body, "{{");
			s->at += 3;
		} else if (s->at[0] == '{' && s->at[1] == '{') {
			take_hole(s);
		} else if (end) {
			copy_to(s, end);
		} else {
			size_t n = ticks ? ticks : 1;
			strbuf_addn(&s->body, s->at, n);
			s->at += n;
		}
	}
	if (*s->at) {
		strbuf_addn(&s->body, "\n", 1);
		s->at++;
		next_line(s);
	}
}

/* "---" on the first line opens it, "---" or "..." on one of its own closes it. */
static void take_front(struct scan *s, struct source_text *out)
{
	if (strncmp(s->at, "---\n", 4) != 0)
		return;
	for (const char *p = s->at + 4; *p; p = strchr(p, '\n') + 1) {
		s->line++;
		if (strncmp(p, "---\n", 4) == 0 || strncmp(p, "...\n", 4) == 0) {
			out->front = s->at;
			out->front_size = (size_t)(p - s->at);
			s->at = p + 4;
			next_line(s);
			return;
		}
	}
	s->line = 1;
	wrong(s, s->at, "close it with a line of three hyphens", "the front matter is never closed");
	s->at += strlen(s->at);
}

static void list_lines(const struct scan *s, struct source_text *out)
{
	const char **starts = NULL;
	size_t room = 0;
	for (const char *p = out->text; p && *p; p = strchr(p, '\n') + 1) {
		starts = arena_grow(s->arena, starts, &room, out->n_starts, sizeof(const char *));
		starts[out->n_starts++] = p;
	}
	out->starts = starts;
}

const struct source_text *source_read(struct arena *arena, const char *path, const char *bytes, size_t size,
                                      struct diags *diags)
{
	struct scan s = {
		.arena = arena, .diags = diags, .path = path, .line = 1, .body = strbuf_new(arena), .ok = true
	};
	struct source_text *out = arena_alloc(arena, 1, sizeof *out);
	s.at = s.start = s.counted = source_clean(arena, path, bytes, size, diags);
	if (!s.at)
		return NULL;
	s.column = 1;
	for (int i = 0; i < 3; i++)
		s.open_until[i] = s.at;
	out->text = s.at;
	list_lines(&s, out);
	s.ok = source_check_runes(path, s.at, diags);
	take_front(&s, out);
	while (*s.at)
		take_line(&s);
	out->path = path;
	out->body = s.body.s;
	out->lines = s.lines;
	out->n_lines = s.n_lines;
	out->holes = s.holes;
	out->n_holes = s.n_holes;
	return s.ok ? out : NULL;
}

const char *source_as_written(struct arena *arena, const struct source_text *source, const char *text)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *p = text; *p;) {
		const char *at = p;
		uint32_t rune = utf8_next(&p);
		if (rune < SOURCE_HOLE_FIRST)
			strbuf_addn(&b, at, (size_t)(p - at));
		else
			strbuf_addf(&b, "{{ %s }}", source->holes[rune - SOURCE_HOLE_FIRST].expression);
	}
	return b.s;
}

int source_line(const struct source_text *source, int n)
{
	if (!source->n_lines || n < 1)
		return 1;
	return source->lines[(size_t)n <= source->n_lines ? (size_t)n - 1 : source->n_lines - 1];
}

struct place source_find(const struct source_text *source, struct place from, const char *needle)
{
	enum { LINES_MOST = 40 };
	if (from.line < 1 || (size_t)from.line > source->n_starts || !*needle)
		return from;
	const char *at = source->starts[from.line - 1];
	for (int i = 1; i < from.column && *at && *at != '\n'; i++)
		utf8_next(&at);
	size_t last = (size_t)from.line - 1 + LINES_MOST;
	const char *end = last < source->n_starts ? source->starts[last] : at + strlen(at);
	struct place found = from;
	size_t n = strlen(needle);
	for (const char *p = at; p + n <= end; p++) {
		if (memcmp(p, needle, n) == 0)
			return found;
		if (*p == '\n') {
			found.line++;
			found.column = 1;
		} else if (((unsigned char)p[1] & 0xc0) != 0x80) {
			found.column++;
		}
	}
	return from;
}
