#include "paint/pdf_trailer.h"

#include <stdint.h>
#include <string.h>

struct reader {
	const char *p, *end;
};

/* ---- words of the format ---- */

static bool is_white(char c)
{
	return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static bool is_delimiter(char c)
{
	return c && strchr("()<>[]{}/%", c);
}

static void skip_white(struct reader *r)
{
	for (; r->p < r->end && (is_white(*r->p) || *r->p == '%'); r->p++)
		if (*r->p == '%')
			while (r->p + 1 < r->end && r->p[1] != '\n' && r->p[1] != '\r')
				r->p++;
}

/* From the parenthesis on; those inside are balanced or escaped. */
static void skip_string(struct reader *r)
{
	size_t depth = 0;
	do {
		if (*r->p == '\\' && r->p + 1 < r->end)
			r->p++;
		else if (*r->p == '(')
			depth++;
		else if (*r->p == ')')
			depth--;
		r->p++;
	} while (depth && r->p < r->end);
}

/* The next word: a bracket, a whole string, a name, a number, a keyword. Empty at the end. */
static struct bytes next(struct reader *r)
{
	skip_white(r);
	const char *start = r->p;
	size_t left = (size_t)(r->end - start);
	if (!left)
		return (struct bytes){ .data = start, .size = 0 };
	if (left > 1 && (memcmp(start, "<<", 2) == 0 || memcmp(start, ">>", 2) == 0)) {
		r->p += 2;
	} else if (*start == '(') {
		skip_string(r);
	} else if (*start == '<') {
		const char *close = memchr(start, '>', left);
		r->p = close ? close + 1 : r->end;
	} else {
		bool one = is_delimiter(*start) && *start != '/';
		r->p++;
		while (!one && r->p < r->end && !is_white(*r->p) && !is_delimiter(*r->p))
			r->p++;
	}
	return (struct bytes){ .data = start, .size = (size_t)(r->p - start) };
}

static bool is(struct bytes word, const char *text)
{
	return word.size == strlen(text) && memcmp(word.data, text, word.size) == 0;
}

static bool is_number(struct bytes word, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < word.size; i++) {
		if (word.data[i] < '0' || word.data[i] > '9' || *n > UINT32_MAX)
			return false;
		*n = *n * 10 + (size_t)(word.data[i] - '0');
	}
	return word.size > 0;
}

static bool is_keyword(struct reader *r, const char *text)
{
	struct reader ahead = *r;
	if (!is(next(&ahead), text))
		return false;
	*r = ahead;
	return true;
}

static bool read_number(struct reader *r, size_t *n)
{
	struct reader ahead = *r;
	if (!is_number(next(&ahead), n))
		return false;
	*r = ahead;
	return true;
}

/* "3 0 R" */
static bool is_reference(struct reader *r)
{
	size_t n;
	return read_number(r, &n) && read_number(r, &n) && is_keyword(r, "R");
}

/* A whole value: a word, a reference, or all between two brackets. Empty where there is none. */
static struct bytes value(struct reader *r)
{
	size_t depth = 0;
	struct reader reference = *r;
	skip_white(r);
	const char *start = r->p;
	if (is_reference(&reference)) {
		*r = reference;
		return (struct bytes){ .data = start, .size = (size_t)(r->p - start) };
	}
	do {
		struct bytes word = next(r);
		bool closes = is(word, ">>") || is(word, "]");
		if (!word.size || (closes && !depth))
			return (struct bytes){ .data = start, .size = 0 };
		depth += is(word, "<<") || is(word, "[");
		depth -= closes;
	} while (depth);
	return (struct bytes){ .data = start, .size = (size_t)(r->p - start) };
}

/* ---- the end of a file ---- */

/* Where the last table begins; false if the file does not say so at its end. */
static bool find_table(struct bytes file, size_t *table)
{
	enum { END_MOST = 1024 }; /* within which readers look for it */
	static const char mark[] = "startxref", last[] = "%%EOF";
	const size_t length = strlen(mark);
	const char *end = file.data + file.size;
	size_t most = file.size < END_MOST ? file.size : END_MOST;
	for (size_t back = length; back <= most; back++) {
		struct reader r = { end - back, end };
		if (memcmp(r.p, mark, length) != 0)
			continue;
		r.p += length;
		if (!read_number(&r, table) || *table == 0 || *table >= file.size)
			return false;
		while (r.p < r.end && is_white(*r.p))
			r.p++;
		return (size_t)(r.end - r.p) >= strlen(last) && memcmp(r.p, last, strlen(last)) == 0;
	}
	return false;
}

/* The rows of a plain table, up to what follows them. */
static bool skip_rows(struct reader *r)
{
	size_t n, count, generation;
	while (read_number(r, &n)) {
		if (!read_number(r, &count))
			return false;
		for (; count; count--)
			if (!read_number(r, &n) || !read_number(r, &generation) ||
			    (!is_keyword(r, "n") && !is_keyword(r, "f")))
				return false;
	}
	return true;
}

static bool read_dictionary(struct reader *r, struct pdf_trailer *out)
{
	bool open = is_keyword(r, "<<");
	while (open && !is_keyword(r, ">>")) {
		struct bytes key = next(r), v = value(r);
		struct reader inside = { v.data, v.data + v.size };
		if (!v.size || key.data[0] != '/' || is(key, "/Encrypt"))
			return false;
		if (is(key, "/Size") && !is_number(v, &out->size))
			return false;
		if (is(key, "/Root") && is_reference(&inside))
			out->root = v;
		if (is(key, "/Info") && is_reference(&inside))
			out->info = v;
		if (is(key, "/ID") && v.data[0] == '[')
			out->id = v;
	}
	return open && out->size && out->root.size && out->id.size;
}

bool pdf_trailer_read(struct bytes file, struct pdf_trailer *out)
{
	size_t number, generation;
	*out = (struct pdf_trailer){ 0 };
	if (!find_table(file, &out->table))
		return false;
	struct reader r = { file.data + out->table, file.data + file.size };
	out->plain = is_keyword(&r, "xref");
	if (out->plain)
		return skip_rows(&r) && is_keyword(&r, "trailer") && read_dictionary(&r, out);
	return read_number(&r, &number) && read_number(&r, &generation) && is_keyword(&r, "obj") &&
	       read_dictionary(&r, out) && is_keyword(&r, "stream");
}
