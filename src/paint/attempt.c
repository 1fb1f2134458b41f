#define _XOPEN_SOURCE 700

#include "paint/attempt.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/png_profile.h"
#include "paint/rsvg_calls.h"
#include "paint/svg_scan.h"
#include "paint/system_fonts.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

static const double point = 0.75; /* of a pixel */

static void release(void *surface)
{
	cairo_surface_destroy(surface);
}

/* ---- PNG ---- */

static bool is_png(struct bytes file)
{
	static const char magic[] = "\x89PNG\r\n\x1a\n";
	return file.size >= 33 && memcmp(file.data, magic, 8) == 0 && memcmp(file.data + 12, "IHDR", 4) == 0;
}

static cairo_status_t pour(void *closure, unsigned char *data, unsigned length)
{
	struct bytes *left = closure;
	if (length > left->size)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, left->data, length);
	left->data += length;
	left->size -= length;
	return CAIRO_STATUS_SUCCESS;
}

/* Some versions of Cairo read 16 bits a channel as floating point. */
static cairo_surface_t *in_bytes(cairo_surface_t *read)
{
	cairo_format_t format = cairo_image_surface_get_format(read);
	if (cairo_surface_status(read) != CAIRO_STATUS_SUCCESS || format == CAIRO_FORMAT_ARGB32 ||
	    format == CAIRO_FORMAT_RGB24)
		return read;
	cairo_surface_t *made = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width(read),
	                                                   cairo_image_surface_get_height(read));
	cairo_t *cr = cairo_create(made);
	cairo_set_operator(cr, CAIRO_OPERATOR_SOURCE);
	cairo_set_source_surface(cr, read, 0, 0);
	cairo_paint(cr);
	cairo_destroy(cr);
	cairo_surface_destroy(read);
	return made;
}

static bool is_blank(cairo_surface_t *surface)
{
	cairo_surface_flush(surface);
	const unsigned char *row = cairo_image_surface_get_data(surface);
	int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
	if (cairo_image_surface_get_format(surface) != CAIRO_FORMAT_ARGB32)
		return false;
	for (int y = 0; y < height; y++, row += cairo_image_surface_get_stride(surface))
		for (int x = 0; x < width; x++)
			if (((const uint32_t *)(const void *)row)[x] >> 24)
				return false;
	return true;
}

/* The surface's pixels are the outcome. */
static void take_pixels(cairo_surface_t *surface, struct picture_trial *out, const unsigned char **pixels)
{
	cairo_surface_flush(surface);
	out->columns = (uint32_t)cairo_image_surface_get_width(surface);
	out->rows = (uint32_t)cairo_image_surface_get_height(surface);
	out->opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24;
	*pixels = cairo_image_surface_get_data(surface);
	if (is_blank(surface))
		out->fault = PICTURE_BLANK;
}

static void try_png(struct arena *arena, struct bytes file, uint64_t left, struct picture_trial *out,
                    const unsigned char **pixels)
{
	struct bytes unread = file;
	if (out->width * out->height > (double)left) {
		out->fault = PICTURE_TOO_MUCH;
		return;
	}
	cairo_surface_t *surface = in_bytes(cairo_image_surface_create_from_png_stream(pour, &unread));
	arena_defer(arena, release, surface);
	cairo_status_t status = cairo_surface_status(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		take_pixels(surface, out, pixels);
	else
		out->fault = status == CAIRO_STATUS_NO_MEMORY ? PICTURE_MEMORY : PICTURE_DAMAGED;
}

static double read_u32(const char *bytes)
{
	const unsigned char *p = (const unsigned char *)bytes;
	return (double)((unsigned)p[0] << 24 | (unsigned)p[1] << 16 | (unsigned)p[2] << 8 | p[3]);
}

/* ---- what librsvg says while it draws ---- */

/* With RSVG_LOG in the environment it prints what it leaves out; a trial's output is a file without a name. The first
 * complaint after `from`; false if there is none. How long a filter took is none, nor is the line that goes on with it.
 */
static bool complains(off_t from, char *detail)
{
	enum { ROOM = 159 };
	static const char took[] = "(rendered filter primitive";
	ssize_t n;
	while ((n = pread(STDOUT_FILENO, detail, ROOM, from)) > 0) {
		detail[n] = '\0';
		size_t line = strcspn(detail, "\n");
		if (*detail != ' ' && line && !str_starts(detail, took)) {
			detail[utf8_bad(detail, line)] = '\0';
			return true;
		}
		from += (off_t)(line + (detail[line] == '\n' || !line));
	}
	*detail = '\0';
	return false;
}

static off_t log_end(void)
{
	off_t end = lseek(STDOUT_FILENO, 0, SEEK_END);
	return end < 0 ? 0 : end;
}

/* What the first name in quotes is in, for messages that give no line. */
static void seek_quoted(struct bytes file, struct picture_trial *out)
{
	char word[sizeof out->detail];
	const char *open = strchr(out->detail, '"'), *close = open ? strchr(open + 1, '"') : NULL;
	if (!close)
		return;
	size_t n = (size_t)(close - open) - 1;
	memcpy(word, open + 1, n);
	word[n] = '\0';
	char element[sizeof out->element];
	int line;
	if (svg_seek(file, word, element, &line)) {
		memcpy(out->element, element, sizeof element);
		out->line = line;
	}
}

static void tell_error(const struct rsvg *rsvg, struct rsvg_error *error, struct picture_trial *out)
{
	size_t n = error && error->message ? strcspn(error->message, "\n") : 0;
	n = n < sizeof out->detail ? n : sizeof out->detail - 1;
	memcpy(out->detail, n ? error->message : "", n);
	out->detail[utf8_bad(out->detail, n)] = '\0';
	if (error)
		rsvg->error_free(error);
}

/* ---- SVG ---- */

bool picture_is_svg(struct bytes file) /* the root element may be preceded by other text */
{
	static const char root[] = "<svg";
	enum { WITHIN = 4096 };
	for (size_t i = 0; i + strlen(root) < file.size && i < WITHIN; i++)
		if (memcmp(file.data + i, root, strlen(root)) == 0 ||
		    (i + 8 < file.size && memcmp(file.data + i, "<svg:svg", 8) == 0))
			return true;
	return false;
}

static cairo_status_t count(void *closure, const unsigned char *data, unsigned length)
{
	(void)data;
	*(size_t *)closure += length;
	return CAIRO_STATUS_SUCCESS;
}

/* As large as it gets on a page, which is what decides how long it takes. */
static bool try_on_paper(cairo_surface_t *record, const struct picture_trial *t, size_t *size)
{
	double scale = point / t->scale;
	cairo_surface_t *paper = cairo_pdf_surface_create_for_stream(count, size, t->width * point, t->height * point);
	cairo_t *cr = cairo_create(paper);
	cairo_scale(cr, scale, scale);
	cairo_set_source_surface(cr, record, 0, 0);
	cairo_paint(cr);
	cairo_show_page(cr);
	cairo_status_t status = cairo_status(cr);
	cairo_destroy(cr);
	cairo_surface_finish(paper);
	status = status ? status : cairo_surface_status(paper);
	cairo_surface_destroy(paper);
	return status == CAIRO_STATUS_SUCCESS;
}

/* The picture of a record, in pixels, its longer side at most so many; NULL if there is no memory. */
static cairo_surface_t *in_pixels(cairo_surface_t *record, double width, double height, double side)
{
	double scale = fmin(4, side / fmax(width, height));
	cairo_surface_t *made = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)fmax(1, ceil(width * scale)),
	                                                   (int)fmax(1, ceil(height * scale)));
	cairo_t *cr = cairo_create(made);
	cairo_scale(cr, cairo_image_surface_get_width(made) / width, cairo_image_surface_get_height(made) / height);
	cairo_set_source_surface(cr, record, 0, 0);
	cairo_paint(cr);
	bool ok = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	if (ok)
		return made;
	cairo_surface_destroy(made);
	return NULL;
}

static void try_vectors(struct arena *arena, const struct rsvg *rsvg, void *svg, struct picture_trial *out)
{
	enum { LOOKED_AT = 512 };
	struct rsvg_error *error = NULL;
	size_t size = 0;
	cairo_surface_t *record = rsvg_record(rsvg, svg, out->width, out->height, &error), *seen = NULL;
	if (record) {
		arena_defer(arena, release, record);
		seen = in_pixels(record, out->width, out->height, LOOKED_AT);
	}
	if (seen)
		arena_defer(arena, release, seen);
	if (!record) {
		out->fault = PICTURE_REFUSED;
		tell_error(rsvg, error, out);
	} else if (!seen || !try_on_paper(record, out, &size)) {
		out->fault = PICTURE_MEMORY;
	} else if (size > PICTURE_DRAWN_MAX) {
		out->fault = PICTURE_TOO_LARGE;
	} else if (is_blank(seen)) {
		out->fault = PICTURE_BLANK;
	}
	out->vectors = true;
}

static void count_paint(cairo_surface_t *observer, cairo_surface_t *target, void *paints)
{
	(void)observer;
	(void)target;
	++*(uint64_t *)paints;
}

/* In pixels; each filter's result is painted onto them. */
static bool draw_pixels(cairo_surface_t *onto, const struct rsvg *rsvg, void *svg, struct picture_trial *out,
                        uint64_t *paints)
{
	struct rsvg_error *error = NULL;
	cairo_surface_t *watch = cairo_surface_create_observer(onto, CAIRO_SURFACE_OBSERVER_NORMAL);
	cairo_surface_observer_add_paint_callback(watch, count_paint, paints);
	cairo_t *cr = cairo_create(watch);
	const struct rsvg_rectangle all = { 0, 0, cairo_image_surface_get_width(onto),
		                            cairo_image_surface_get_height(onto) };
	bool drawn = rsvg->render(svg, cr, &all, &error);
	bool ok = cairo_status(cr) == CAIRO_STATUS_SUCCESS;
	cairo_destroy(cr);
	cairo_surface_destroy(watch);
	if (!drawn) {
		out->fault = PICTURE_REFUSED;
		tell_error(rsvg, error, out);
	} else if (!ok) {
		out->fault = PICTURE_MEMORY;
	}
	return !out->fault;
}

/* Among vectors librsvg keeps what comes of each filter as pixels of its own, as many as the whole has. */
static bool can_be_vectors(const struct rsvg *rsvg, void *svg, struct picture_trial *out)
{
	size_t size = 0;
	cairo_surface_t *record = rsvg_record(rsvg, svg, out->width * out->scale, out->height * out->scale, NULL);
	bool ok = record && try_on_paper(record, out, &size) && size <= PICTURE_DRAWN_MAX;
	if (record)
		cairo_surface_destroy(record);
	return ok;
}

/* Elements with filters become pixels, the others stay vectors; where there are many filters all of it becomes pixels.
 */
static void try_filtered(struct arena *arena, const struct rsvg *rsvg, void *svg, uint64_t left,
                         struct picture_trial *out, const unsigned char **pixels)
{
	double scale = fmin(4, PICTURE_FILTERED_SIDE / fmax(out->width, out->height));
	double columns = fmax(1, ceil(out->width * scale)), rows = fmax(1, ceil(out->height * scale));
	uint64_t paints = 0, all = (uint64_t)columns * (uint64_t)rows;
	if (all > left) {
		out->fault = PICTURE_TOO_MUCH;
		return;
	}
	cairo_surface_t *made = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, (int)columns, (int)rows);
	arena_defer(arena, release, made);
	if (!draw_pixels(made, rsvg, svg, out, &paints))
		return;
	take_pixels(made, out, pixels);
	out->scale = scale;
	if (out->fault || !paints || paints * all > PICTURE_HELD_MAX || paints * all > left ||
	    !can_be_vectors(rsvg, svg, out))
		return;
	out->vectors = true;
	out->held = paints * all;
}

static void draw_svg(struct arena *arena, const struct rsvg *rsvg, void *svg, struct bytes file, bool filtered,
                     uint64_t left, struct picture_trial *out, const unsigned char **pixels)
{
	if (!rsvg->get_size(svg, &out->width, &out->height) || !(out->width > 0) || !(out->height > 0)) {
		out->fault = PICTURE_WITHOUT_SIZE;
		return;
	}
	if (out->width > PICTURE_SIDE_MAX || out->height > PICTURE_SIDE_MAX) {
		out->fault = PICTURE_TOO_LARGE;
		return;
	}
	char detail[sizeof out->detail];
	off_t before = log_end();
	out->scale = 1;
	if (filtered)
		try_filtered(arena, rsvg, svg, left, out, pixels);
	else
		try_vectors(arena, rsvg, svg, out);
	if ((out->fault && out->fault != PICTURE_BLANK) || !complains(before, detail))
		return;
	memcpy(out->detail, detail, sizeof detail);
	out->fault = PICTURE_LEADS_NOWHERE;
	out->element[0] = '\0';
	out->line = 0;
	seek_quoted(file, out);
}

static void try_svg(struct arena *arena, struct bytes file, uint64_t left, struct picture_trial *out,
                    const unsigned char **pixels)
{
	struct rsvg rsvg;
	struct svg_scan scan;
	struct rsvg_error *error = NULL;
	svg_scan(file, &scan);
	out->words = scan.words;
	off_t before = log_end();
	if (!rsvg_load(&rsvg)) {
		out->fault = PICTURE_WITHOUT_LIBRARY;
		return;
	}
	struct bytes plain = svg_without_links(arena, file);
	void *svg = rsvg.new_from_data((const unsigned char *)plain.data, plain.size, &error);
	if (!svg) {
		out->fault = PICTURE_DAMAGED;
		out->element[0] = '\0';
		tell_error(&rsvg, error, out);
		return;
	}
	if (complains(before, out->detail))
		out->remarks |= PICTURE_MISREAD;
	draw_svg(arena, &rsvg, svg, file, scan.filtered, left, out, pixels);
	rsvg.unref(svg);
}

/* ---- both ---- */

void picture_glance(struct bytes file, struct picture_trial *out)
{
	*out = (struct picture_trial){ .fault = PICTURE_FINE };
	struct svg_scan scan;
	if (is_png(file)) {
		out->width = read_u32(file.data + 16);
		out->height = read_u32(file.data + 20);
		out->remarks = png_remarks(file);
		if (out->width > PICTURE_SIDE_MAX || out->height > PICTURE_SIDE_MAX ||
		    out->width * out->height > PICTURE_PIXELS_MAX)
			out->fault = PICTURE_TOO_LARGE;
		else if (!png_fits(file))
			out->fault = PICTURE_DAMAGED;
	} else if (picture_is_svg(file)) {
		svg_scan(file, &scan);
		out->fault = scan.fault;
		out->line = scan.fault ? scan.line : scan.costly_line;
		memcpy(out->element, scan.fault ? scan.element : scan.costly, sizeof out->element);
		out->remarks = scan.moves ? PICTURE_MOVES : 0;
	} else {
		out->fault = PICTURE_OF_NO_KIND;
	}
}

void picture_try(struct arena *arena, struct bytes file, uint64_t left, struct picture_trial *out,
                 const unsigned char **pixels)
{
	*pixels = NULL;
	if (is_png(file))
		try_png(arena, file, left, out, pixels);
	else
		try_svg(arena, file, left, out, pixels);
	if (out->fault || out->vectors)
		*pixels = NULL;
}

void picture_warm_up(struct system_fonts *fonts)
{
	static const char words[] = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>x</text></svg>";
	struct rsvg rsvg;
	system_fonts_use(fonts);
	void *svg = rsvg_load(&rsvg) ? rsvg.new_from_data((const unsigned char *)words, strlen(words), NULL) : NULL;
	cairo_surface_t *record = svg ? rsvg_record(&rsvg, svg, 9, 9, NULL) : NULL;
	if (record)
		cairo_surface_destroy(record);
	if (svg)
		rsvg.unref(svg);
	system_fonts_rest(fonts);
}
