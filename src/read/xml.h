/* xml.h: XML as a stream of elements, for the files inside spreadsheets.
 *
 * Names come without their namespace, so that whatever prefixes a program has chosen read alike. No document may
 * declare a type: no entity is ever expanded, and nothing is ever fetched. Depth is limited. */
#ifndef READ_XML_H
#define READ_XML_H

#include "base/diag.h"
#include "base/file.h"

struct arena;

enum { XML_DEPTH_MAX = 100 };

struct xml_reader {
	void (*open)(void *closure, const char *name, const char *const *attributes);
	void (*close)(void *closure, const char *name);
	void (*text)(void *closure, const char *s, size_t n); /* perhaps in pieces */
};

/* The value of an attribute, NULL if it is not there. One that belongs to a namespace is asked for with the end of
 * that: "office:1.0 value". */
const char *xml_attribute(const char *const *attributes, const char *name);

/* file: of the archive, for messages at place. False with a diagnostic at the first fault. */
bool xml_read(struct arena *arena, struct place place, const char *file, struct bytes bytes,
              const struct xml_reader *reader, void *closure, struct diags *diags);

#endif
