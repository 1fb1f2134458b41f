/* preview_setup.h: what a preview hands out that does not change: its page, and what its toolbar offers. Private to
 * preview. */
#ifndef SERVE_PREVIEW_SETUP_H
#define SERVE_PREVIEW_SETUP_H

#include "serve/preview.h"

#include <stddef.h>

struct server_file;

/* The page with its style and script, and "setup.json". False with diagnostics if they cannot be read. */
bool preview_setup(struct arena *arena, const struct preview *preview, const struct server_file **files, size_t *n,
                   struct diags *diags);

/* The looks that can be chosen: those that are shipped. */
const char **preview_looks(struct arena *arena, const char *folder, size_t *n);

#endif
