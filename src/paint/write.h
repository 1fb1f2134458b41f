/* write.h: scenes -> PDF bytes, and scene -> SVG text. Private to paint/. */
#ifndef PAINT_WRITE_H
#define PAINT_WRITE_H

#include "paint/paint.h"

/* The bytes live on the arena. */
bool write_pdf(struct arena *arena, const struct scene *const *pages, size_t n_pages, const struct paint_info *info,
               struct bytes *out, struct diags *diags);

bool write_svg(struct arena *arena, const struct scene *scene, const struct paint_info *info, struct bytes *out,
               struct diags *diags);

#endif
