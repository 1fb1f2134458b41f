#include "paint/pdf_file.h"

#include "base/arena.h"
#include "base/diag.h"

#include <libdeflate.h>
#include <string.h>

enum { DEFLATE_LEVEL = 6 };

static void close_file(void *object)
{
	struct pdf_file *f = object;
	if (f->call.has_error(f->data))
		f->call.get_error(f->data); /* what nobody asked for, the library would print */
	f->call.cleanup(&f->data);
	libdeflate_free_compressor(f->deflate);
}

bool pdf_file_fail(struct pdf_file *f, const char *why)
{
	diag_add(f->diags, DIAG_FAILURE, place_file(NULL), NULL, "the PDF could not be finished: %s", why);
	return false;
}

static bool check(struct pdf_file *f)
{
	if (!f->call.has_error(f->data))
		return true;
	return pdf_file_fail(f, f->call.get_error_full_text(f->data, f->call.get_error(f->data)));
}

struct pdf_file *pdf_file_open(struct arena *arena, struct bytes bytes, struct diags *diags)
{
	struct pdf_file *f = arena_alloc(arena, 1, sizeof *f);
	f->arena = arena;
	f->diags = diags;
	if (!qpdf_calls_load(&f->call, diags))
		return NULL;
	f->data = f->call.init();
	f->deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
	arena_defer(arena, close_file, f);
	f->call.silence_errors(f->data);
	f->call.set_suppress_warnings(f->data, QPDF_TRUE); /* Cairo names a resource twice where pictures nest */
	f->call.read_memory(f->data, "the drawn pages", bytes.data, bytes.size, NULL);
	if (!f->deflate || !check(f))
		return NULL;
	int n_pages = f->call.get_num_pages(f->data);
	if (!check(f))
		return NULL;
	if (n_pages < 0) { /* without an error that is told */
		pdf_file_fail(f, "the pages that Cairo drew cannot be counted");
		return NULL;
	}
	f->n_pages = (size_t)n_pages;
	f->pages = arena_alloc(arena, f->n_pages + 1, sizeof *f->pages);
	for (size_t i = 0; i < f->n_pages; i++)
		f->pages[i] = f->call.get_page_n(f->data, i);
	return f;
}

/* Streams end in a line of their own: PDF/A wants it so. */
bool pdf_file_write(struct pdf_file *f, struct bytes *out)
{
	if (!check(f))
		return false;
	f->call.init_write_memory(f->data);
	f->call.set_object_stream_mode(f->data, qpdf_o_generate);
	f->call.set_deterministic_ID(f->data, QPDF_TRUE);
	f->call.set_newline_before_endstream(f->data, QPDF_TRUE);
	f->call.set_minimum_pdf_version(f->data, "1.7");
	f->call.write(f->data);
	if (!check(f))
		return false;
	size_t size = f->call.get_buffer_length(f->data);
	char *copy = arena_alloc(f->arena, size + 1, 1);
	memcpy(copy, f->call.get_buffer(f->data), size);
	*out = (struct bytes){ .data = copy, .size = size };
	return true;
}

qpdf_oh pdf_name(struct pdf_file *f, const char *name)
{
	return f->call.oh_new_name(f->data, name);
}

qpdf_oh pdf_number(struct pdf_file *f, long long n)
{
	return f->call.oh_new_integer(f->data, n);
}

qpdf_oh pdf_text(struct pdf_file *f, const char *text)
{
	return f->call.oh_new_unicode_string(f->data, text);
}

qpdf_oh pdf_bytes(struct pdf_file *f, const char *bytes)
{
	return f->call.oh_new_binary_string(f->data, bytes, strlen(bytes));
}

qpdf_oh pdf_parse(struct pdf_file *f, const char *object)
{
	return f->call.oh_parse(f->data, object);
}

qpdf_oh pdf_dictionary(struct pdf_file *f)
{
	return f->call.oh_new_dictionary(f->data);
}

qpdf_oh pdf_array(struct pdf_file *f)
{
	return f->call.oh_new_array(f->data);
}

void pdf_drop(struct pdf_file *f, qpdf_oh handle)
{
	f->call.oh_release(f->data, handle);
}

void pdf_put_again(struct pdf_file *f, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
	f->call.oh_replace_key(f->data, dictionary, key, value);
}

void pdf_push_again(struct pdf_file *f, qpdf_oh array, qpdf_oh value)
{
	f->call.oh_append_item(f->data, array, value);
}

void pdf_put(struct pdf_file *f, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
	pdf_put_again(f, dictionary, key, value);
	pdf_drop(f, value);
}

void pdf_push(struct pdf_file *f, qpdf_oh array, qpdf_oh value)
{
	pdf_push_again(f, array, value);
	pdf_drop(f, value);
}

qpdf_oh pdf_indirect(struct pdf_file *f, qpdf_oh object)
{
	qpdf_oh made = f->call.make_indirect_object(f->data, object);
	pdf_drop(f, object);
	return made;
}

void pdf_stream_fill(struct pdf_file *f, qpdf_oh stream, struct bytes bytes)
{
	struct arena *scratch = arena_new_below(f->arena);
	size_t room = libdeflate_zlib_compress_bound(f->deflate, bytes.size);
	unsigned char *packed = arena_alloc(scratch, room + 1, 1);
	size_t size = libdeflate_zlib_compress(f->deflate, bytes.data, bytes.size, packed, room);
	qpdf_oh filter = pdf_name(f, "/FlateDecode"), none = pdf_parse(f, "null");
	f->call.oh_replace_stream_data(f->data, stream, packed, size, filter, none);
	pdf_drop(f, filter);
	pdf_drop(f, none);
	arena_free(scratch);
}

qpdf_oh pdf_stream(struct pdf_file *f, struct bytes bytes)
{
	qpdf_oh stream = f->call.oh_new_stream(f->data);
	pdf_stream_fill(f, stream, bytes);
	return stream;
}

qpdf_oh pdf_stream_keys(struct pdf_file *f, qpdf_oh stream)
{
	return f->call.oh_get_dict(f->data, stream);
}
