/* work.h: a briefing on its way from its file to laid-out, proved pages and charts: what render and check have in
 * common.
 *
 * Pages are made on one thread; the charts that become pictures on several, each with a font set and an arena of its
 * own. Nothing is written. */
#ifndef COMMAND_WORK_H
#define COMMAND_WORK_H

#include "brief/pages.h"
#include "command/command.h"
#include "command/size.h"
#include "paint/painter.h"
#include "scene/proof.h"

struct work_options {
	const char *path;                /* of the briefing, or of a folder with a briefing.md */
	const char *look;                /* NULL: the briefing's own */
	const struct language *language; /* NULL: of the briefing */
	const struct page_format *page;  /* NULL: the briefing's own; slides make a deck */
	const char *baseline;            /* NULL: none */
	const char *const *data;         /* instead of the briefing's own; NULL */
	size_t n_data;
	bool draft;
	const char *only; /* "pdf", "charts" or a chart's id; NULL: all */
	const struct painter *format;
	struct picture_size size;
	bool size_given;
	double scale;
	size_t jobs; /* threads; 0: as many as are worth their fonts, on the processors there are */
	bool paint;  /* false: only laid out and proved */
};

struct work_picture { /* a chart that is a file of its own */
	const struct block *block;
	struct chart_pages pages; /* on the arena of its thread */
	struct bytes bytes;       /* if painted */
	struct diags *diags;
	bool ok;
};

struct work {
	struct command_env *env;
	struct work_options options;
	const char *folder; /* of the briefing */
	const char *path;   /* of the briefing's file */
	struct bytes source;
	struct front_matter *front;
	const struct dataset *dataset, *baseline; /* baseline NULL: none */
	const struct changes *changes;
	const struct look *look;
	struct fontset *fonts;
	const struct briefing *briefing;
	struct paper paper;
	struct proof proof; /* of the pages */
	struct pages pages; /* none with --only charts or an id */
	struct work_picture *pictures;
	size_t n_pictures;
	struct chart_pages
		*figures;      /* every chart as it stands in the pages, by its number less one; count 0 if in none */
	struct arena **arenas; /* of the threads; freed with the work */
	size_t n_arenas;
};

struct work_asked { /* options that render and check share, as they were given */
	const struct option *look, *page, *language, *data, *baseline, *draft;
};

/* False after a usage error of the command. */
bool work_take_options(struct command_env *env, const char *command, const struct work_asked *asked,
                       struct work_options *options);

/* All of it. False after errors, of which some may stand in env's diagnostics only. */
bool work_do(struct work *work, struct command_env *env, const struct work_options *options);
void work_finish(struct work *work);

/* The name of the PDF without its suffix: of the front matter, or of the briefing's file; a deck's ends in "-deck". */
const char *work_name(const struct work *work);

#endif
