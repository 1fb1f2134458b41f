/* entity.h: characters that HTML writes by name or number, and those that it raises. */
#ifndef READ_ENTITY_H
#define READ_ENTITY_H

#include <stddef.h>
#include <stdint.h>

struct strbuf;

/* The rune of the entity at p ("&amp;", "&#8722;", "&#x2212;"), and *length its bytes; 0 if there is none, or one that
 * is rare in tables. */
uint32_t entity_at(const char *p, size_t left, size_t *length);

/* Adds text with its entities resolved. */
void entity_add(struct strbuf *b, const char *s, size_t n);

/* Adds what is raised or lowered: digits by their small forms, so that 77.0 with a raised 1 is not 77.01. */
void entity_add_raised(struct strbuf *b, const char *s, size_t n);
void entity_add_lowered(struct strbuf *b, const char *s, size_t n);

#endif
