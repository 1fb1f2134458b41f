/* What a PDF of ours carries, found again. */
#include "paint/pdf.h"
#include "paint/pdf_file.h"
#include "paint/record.h"
#include "paint/seal.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

#include <stdlib.h>

static void release(void *bytes)
{
	free(bytes);
}

/* As it lies in the file: qpdf would unpack without a bound. */
static struct bytes packed_of(struct pdf_file *f, qpdf_oh stream)
{
	unsigned char *packed = NULL;
	size_t size = 0;
	QPDF_BOOL filtered = QPDF_FALSE;
	if (!f->call.oh_is_stream(f->data, stream))
		return (struct bytes){ .data = NULL, .size = 0 };
	QPDF_ERROR_CODE code = f->call.oh_get_stream_data(f->data, stream, qpdf_dl_none, &filtered, &packed, &size);
	if (packed)
		arena_defer(f->arena, release, packed);
	return code & QPDF_ERRORS ? (struct bytes){ .data = NULL, .size = 0 }
	                          : (struct bytes){ .data = (const char *)packed, .size = size };
}

static qpdf_oh key(struct pdf_file *f, qpdf_oh dictionary, const char *name)
{
	return f->call.oh_is_dictionary(f->data, dictionary) ? f->call.oh_get_key(f->data, dictionary, name)
	                                                     : pdf_parse(f, "null");
}

/* Of the files that are attached to the document, the one with this name. */
static struct bytes find(struct pdf_file *f, const char *name)
{
	qpdf_oh files = key(f, f->call.get_root(f->data), "/AF");
	int n = f->call.oh_is_array(f->data, files) ? f->call.oh_get_array_n_items(f->data, files) : 0;
	for (int i = 0; i < n; i++) {
		qpdf_oh spec = f->call.oh_get_array_item(f->data, files, i), called = key(f, spec, "/UF");
		if (!f->call.oh_is_string(f->data, called) || !str_eq(f->call.oh_get_utf8_value(f->data, called), name))
			continue;
		return packed_of(f, key(f, key(f, spec, "/EF"), "/F"));
	}
	return (struct bytes){ .data = NULL, .size = 0 };
}

/* Another program may have saved it unpacked. */
static bool is_packed(struct bytes bytes)
{
	enum { METHOD = 0x0f, DEFLATE = 8, CHECK = 31, BYTE = 256 }; /* the head of what zlib packs */
	const unsigned char *head = (const unsigned char *)bytes.data;
	return bytes.size > 1 && (head[0] & METHOD) == DEFLATE && (head[0] * BYTE + head[1]) % CHECK == 0;
}

void pdf_recover(struct arena *arena, struct bytes file, size_t limit, struct paint_found *out, struct diags *diags)
{
	struct qpdf_calls calls;
	out->seal = seal_check(file, 0);
	if (!qpdf_calls_load(&calls, diags))
		return;
	struct pdf_file *f = pdf_file_open(arena, file, diags_new(arena)); /* what is wrong with it shows: no record */
	struct bytes packed = f ? find(f, paint_record_name) : (struct bytes){ .data = NULL, .size = 0 };
	if (packed.size && is_packed(packed))
		out->record = record_unpack(arena, packed, limit);
	else if (packed.size <= limit)
		out->record = packed;
}
