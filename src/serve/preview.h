/* preview.h: a briefing in a browser of this machine, always as its files are now.
 *
 * One thread works: it renders what readers look at when something changes, and makes the files that they save; others
 * answer browsers (server.h). What is wrong in the files is shown above the last pages that were right. It goes on
 * until SIGINT or SIGTERM. */
#ifndef SERVE_PREVIEW_H
#define SERVE_PREVIEW_H

#include "base/diag.h"

#include <stdint.h>

struct arena;
struct press;
struct press_briefing;

struct preview {
	struct press *press;
	const struct press_briefing *request; /* as the command line has it */
	const char *assets;                   /* folder of the page, its style and its script */
	const char *looks;                    /* folder of the shipped looks */
	const char *version;
	uint16_t port; /* 0: a free one */
	/* Where the address of a port that was named is kept, so that what is open in a browser finds the preview again
	 * when it was started anew; NULL, or a folder that others can look into: each start has an address of its own.
	 */
	const char *runtime;
	/* At the start its address, later a line for each change. */
	void (*opened)(void *of, const char *address);
	void (*say)(void *of, const char *line);
	void *of;
};

/* False with diagnostics if it could not begin. */
bool preview_run(struct arena *arena, const struct preview *preview, struct diags *diags);

#endif
