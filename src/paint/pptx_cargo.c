/* What a presentation carries with it, as a part of custom XML, which other programs keep when they save the file
 * again: all attachments, and of each shape what it says. Text stands there as it is, anything else in base64. */
#include "base/arena.h"
#include "paint/base64.h"
#include "paint/pptx_parts.h"
#include "paint/pptx_said.h"

const char pptx_cargo_name[] = "customXml/item1.xml", pptx_cargo_space[] = "urn:benchbrief:cargo";

/* XML can hold it, and gives it back byte by byte. */
static bool is_text(struct bytes bytes)
{
	for (size_t i = 0; i < bytes.size; i++) {
		unsigned char c = (unsigned char)bytes.data[i];
		if (c < 0x20 && c != '\n' && c != '\t')
			return false;
	}
	return utf8_bad(bytes.data, bytes.size) == bytes.size;
}

static void attribute(struct strbuf *b, const char *name, const char *value)
{
	strbuf_addf(b, " %s=\"", name);
	markup_value(b, value ? value : "");
	strbuf_add(b, "\"");
}

static void add_file(struct strbuf *b, const struct paint_attachment *file)
{
	bool text = is_text(file->bytes);
	strbuf_add(b, "<file");
	attribute(b, "name", file->name);
	attribute(b, "type", file->media_type);
	attribute(b, "about", file->description);
	attribute(b, "as", text ? "text" : "base64");
	strbuf_add(b, ">");
	if (text)
		markup_escape(b, file->bytes.data, file->bytes.size);
	else
		base64_add(b, file->bytes.data, file->bytes.size);
	strbuf_add(b, "</file>\n");
}

char *pptx_cargo(struct arena *arena, const struct paint_info *info, const char *texts)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_addf(&b, "%s<cargo xmlns=\"%s\" says=\"%d\">\n", pptx_xml_head, pptx_cargo_space, PPTX_SAID_READING);
	for (size_t i = 0; i < info->n_attachments; i++)
		add_file(&b, &info->attachments[i]);
	strbuf_addf(&b, "%s</cargo>\n", texts);
	return b.s;
}
