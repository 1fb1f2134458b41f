/* pdf_file.h: objects of a PDF in memory, through libqpdf. Private to paint/.
 *
 * Handles are libqpdf's. pdf_put and pdf_push take over the handle they are given, so that a dictionary is built
 * without naming its parts. A failure inside libqpdf is kept there and reported by pdf_file_write. */
#ifndef PAINT_PDF_FILE_H
#define PAINT_PDF_FILE_H

#include "paint/paint.h"
#include "paint/qpdf_calls.h"

struct libdeflate_compressor;

struct pdf_file {
	struct arena *arena;
	struct diags *diags;
	struct qpdf_calls call;
	qpdf_data data;
	struct libdeflate_compressor *deflate;
	qpdf_oh *pages;
	size_t n_pages;
};

/* NULL with a diagnostic. Closed when the arena is freed. */
struct pdf_file *pdf_file_open(struct arena *arena, struct bytes bytes, struct diags *diags);

/* The whole file; false with a diagnostic. The bytes live on the arena. */
bool pdf_file_write(struct pdf_file *f, struct bytes *out);

bool pdf_file_fail(struct pdf_file *f, const char *why); /* false, always */

qpdf_oh pdf_name(struct pdf_file *f, const char *name); /* with its slash */
qpdf_oh pdf_number(struct pdf_file *f, long long n);
qpdf_oh pdf_text(struct pdf_file *f, const char *text);
qpdf_oh pdf_bytes(struct pdf_file *f, const char *bytes);  /* of a string, as they are */
qpdf_oh pdf_parse(struct pdf_file *f, const char *object); /* as it is written in a file; without references */
qpdf_oh pdf_dictionary(struct pdf_file *f);
qpdf_oh pdf_array(struct pdf_file *f);
void pdf_put(struct pdf_file *f, qpdf_oh dictionary, const char *key, qpdf_oh value);
void pdf_push(struct pdf_file *f, qpdf_oh array, qpdf_oh value);
void pdf_put_again(struct pdf_file *f, qpdf_oh dictionary, const char *key, qpdf_oh value); /* keeps the handle */
void pdf_push_again(struct pdf_file *f, qpdf_oh array, qpdf_oh value);
void pdf_drop(struct pdf_file *f, qpdf_oh handle);

/* An object of its own that others can refer to. */
qpdf_oh pdf_indirect(struct pdf_file *f, qpdf_oh object);

/* Compressed; further keys go into the dictionary of pdf_stream_keys. */
qpdf_oh pdf_stream(struct pdf_file *f, struct bytes bytes);
void pdf_stream_fill(struct pdf_file *f, qpdf_oh stream, struct bytes bytes);
qpdf_oh pdf_stream_keys(struct pdf_file *f, qpdf_oh stream);

#endif
