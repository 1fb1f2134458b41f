/* rsvg_calls.h: the calls to librsvg. It is loaded when the first SVG is met, for it brings in more than all the rest
 * of the program, and reads nothing but the bytes it is given. Private to paint/. */
#ifndef PAINT_RSVG_CALLS_H
#define PAINT_RSVG_CALLS_H

#include "base/file.h"

#include <stdint.h>

struct _cairo;
struct _cairo_surface;

struct rsvg_rectangle {
	double x, y, width, height;
};

struct rsvg_error { /* as GLib lays it out */
	uint32_t domain;
	int code;
	char *message;
};

struct rsvg { /* with the arguments of its header */
	void *(*new_from_data)(const unsigned char *, unsigned long, struct rsvg_error **);
	int (*get_size)(void *handle, double *width, double *height);
	int (*render)(void *handle, struct _cairo *, const struct rsvg_rectangle *, struct rsvg_error **);
	void (*unref)(void *);
	void (*error_free)(struct rsvg_error *);
};

/* False if librsvg is not installed. */
bool rsvg_load(struct rsvg *rsvg);

/* The picture of a handle as vectors, width by height, to be destroyed by the caller; NULL if librsvg refuses it, with
 * an error to be freed. */
struct _cairo_surface *rsvg_record(const struct rsvg *rsvg, void *handle, double width, double height,
                                   struct rsvg_error **error);

#endif
