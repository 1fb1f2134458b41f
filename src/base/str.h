/* str.h: text. A string is UTF-8 and ends in NUL; the readers accept nothing else. struct strbuf builds one on an
 * arena. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct strbuf {
	struct arena *arena;
	char *s; /* always ends in NUL; "" at first */
	size_t n, capacity;
};

struct strbuf strbuf_new(struct arena *arena);
void strbuf_add(struct strbuf *b, const char *s);
void strbuf_addn(struct strbuf *b, const char *s, size_t n);
void strbuf_addf(struct strbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_add_rune(struct strbuf *b, uint32_t rune);

bool str_eq(const char *a, const char *b); /* NULL equals only NULL */
bool str_starts(const char *s, const char *prefix);
bool str_ends(const char *s, const char *suffix);

/* Of n bytes, eight at a time; every bit depends on all of them. Within a run only: it differs between processors. */
uint64_t str_hash(const char *s, size_t n);

/* "Gemini 3.1 Pro" -> "gemini-3.1-pro": ASCII letters and digits in lower case, '.' and '@' kept, other runes above
 * 0x7f kept, the rest one hyphen. "" becomes "x". */
char *str_slug(struct arena *arena, const char *s);

/* A copy on one line: what would break it becomes a space. */
char *str_one_line(struct arena *arena, const char *s);

/* At most so many runes of it, and an ellipsis where something is cut off: for messages. */
const char *str_clipped(struct arena *arena, const char *s, size_t most);

/* Edits (insert, delete, replace, swap neighbours) from one to the other, by rune, case ignored in ASCII; stops at
 * limit. */
size_t str_distance(const char *a, const char *b, size_t limit);

/* Of more than one byte; 0 at the end. */
uint32_t utf8_next_long(const char **p);

/* The rune at *p, which moves past it. Only for valid UTF-8; 0 at the end. */
static inline uint32_t utf8_next(const char **p)
{
	signed char byte = (signed char)**p; /* most are ASCII */
	if (byte <= 0)
		return utf8_next_long(p);
	++*p;
	return (uint32_t)byte;
}

/* Number of runes. */
size_t utf8_count(const char *s);

/* Cells of a terminal: none for combining characters, two for wide scripts and emoji. */
size_t utf8_cells(const char *s);

/* The offset of the first byte of bytes[0..n) that is not well-formed UTF-8 (overlong, surrogate, above 10FFFF, cut
 * off), or n if all are. */
size_t utf8_bad(const char *bytes, size_t n);

/* U+FDD0..FDEF and the last two of each plane: valid UTF-8 that no text may contain (and that breaks PDF writers). */
bool utf8_is_noncharacter(uint32_t rune);

/* Controls (C0 except tab and newline, DEL, C1), which no text may contain. */
bool utf8_is_control(uint32_t rune);

/* Controls of direction (U+061C, U+200E and F, U+202A to E, U+2066 to 9): nobody sees them, and they change the order
 * in which the rest is read, so that 7.2 is drawn as 2.7. No text may contain them. */
bool utf8_is_direction(uint32_t rune);

/* True if text may contain it: none of these three. */
bool utf8_is_fit(uint32_t rune);

/* A number as JSON writes it, with an optional leading '+', and digits on at least one side of the point: the whole of
 * s. Ignores the locale. False if s is anything else or overflows. */
bool str_to_number(const char *s, double *number);

/* True if it is false of s because s overflows, either way. */
bool str_overflows(const char *s);

/* How many there are between spaces and line breaks. */
size_t str_words(const char *text);

#endif
