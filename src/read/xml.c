#include "read/xml.h"

#include "base/arena.h"
#include "base/str.h"

#include <expat.h>
#include <string.h>

/* expat writes a name as its namespace, this, and the name. */
static const char between = ' ';

struct reading {
	XML_Parser parser;
	const struct xml_reader *reader;
	void *closure;
	size_t depth;
	const char *refused;
};

const char *xml_attribute(const char *const *attributes, const char *name)
{
	bool spaced = strchr(name, between) != NULL;
	for (size_t i = 0; attributes[i]; i += 2)
		if (str_eq(attributes[i], name) || (spaced && str_ends(attributes[i], name)))
			return attributes[i + 1];
	return NULL;
}

static const char *local(const char *name)
{
	const char *end = strrchr(name, between);
	return end ? end + 1 : name;
}

static void stop(struct reading *r, const char *why)
{
	if (!r->refused)
		r->refused = why;
	XML_StopParser(r->parser, XML_FALSE);
}

static void on_open(void *closure, const XML_Char *name, const XML_Char **attributes)
{
	struct reading *r = closure;
	if (r->refused)
		return;
	if (++r->depth > XML_DEPTH_MAX)
		stop(r, "its elements are nested too deeply");
	else
		r->reader->open(r->closure, local(name), (const char *const *)attributes);
}

static void on_close(void *closure, const XML_Char *name)
{
	struct reading *r = closure;
	if (r->refused)
		return;
	r->depth--;
	r->reader->close(r->closure, local(name));
}

static void on_text(void *closure, const XML_Char *s, int n)
{
	struct reading *r = closure;
	if (!r->refused && r->reader->text)
		r->reader->text(r->closure, s, (size_t)n);
}

static void on_doctype(void *closure, const XML_Char *name, const XML_Char *system, const XML_Char *public, int subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)subset;
	stop(closure, "it declares a document type, which no spreadsheet does");
}

static void free_parser(void *parser)
{
	XML_ParserFree(parser);
}

bool xml_read(struct arena *arena, struct place place, const char *file, struct bytes bytes,
              const struct xml_reader *reader, void *closure, struct diags *diags)
{
	struct arena *own = arena_new_below(arena);
	struct reading r = { .parser = XML_ParserCreateNS(NULL, between), .reader = reader, .closure = closure };
	if (!r.parser)
		arena_exhausted(arena);
	arena_defer(own, free_parser, r.parser);
	XML_SetUserData(r.parser, &r);
	XML_SetElementHandler(r.parser, on_open, on_close);
	XML_SetCharacterDataHandler(r.parser, on_text);
	XML_SetStartDoctypeDeclHandler(r.parser, on_doctype);
	bool ok = XML_Parse(r.parser, bytes.data, (int)bytes.size, XML_TRUE) == XML_STATUS_OK;
	if (!ok && !r.refused && XML_GetErrorCode(r.parser) == XML_ERROR_NO_MEMORY)
		arena_exhausted(arena);
	if (!ok)
		diag_add(diags, DIAG_ERROR, place, "save the file again with the program that made it",
		         "%s in it, line %lu: %s", file, XML_GetCurrentLineNumber(r.parser),
		         r.refused ? r.refused : XML_ErrorString(XML_GetErrorCode(r.parser)));
	arena_free(own);
	return ok;
}
