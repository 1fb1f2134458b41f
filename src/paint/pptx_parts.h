/* pptx_parts.h: a presentation while it is written: what each slide becomes when its page comes, and what the whole
 * package becomes at the end. Private to paint/pptx*.c.
 *
 * All XML is written into buffers at once, for of a page only the tags outlive the call. Everything lives on the arena
 * of the file. */
#ifndef PAINT_PPTX_PARTS_H
#define PAINT_PPTX_PARTS_H

#include "base/map.h"
#include "base/str.h"
#include "paint/paint.h"
#include "paint/pptx_chart.h"
#include "paint/pptx_xml.h"
#include "scene/scene.h"
#include "scene/voice.h"

struct png_writer;
struct raster;

enum pptx_layout { PPTX_COVER, PPTX_PART, PPTX_CONTENT, PPTX_PLAIN };
enum { PPTX_LAYOUTS = PPTX_PLAIN + 1 };

enum pptx_rel_kind { PPTX_REL_LINK, PPTX_REL_JUMP, PPTX_REL_IMAGE, PPTX_REL_CHART };

struct pptx_rel { /* of a slide to something else; its id is "rId" and its number, from pptx_rel_first */
	enum pptx_rel_kind kind;
	const char *target; /* an address, the name of a target, the name of a part */
};

enum { PPTX_REL_FIRST = 3 }; /* before it: the layout, the notes */

struct pptx_slide {
	enum pptx_layout layout;
	const char *title;     /* of this slide alone */
	const char *ground;    /* its background, if it is not that of all; NULL */
	const char *furniture; /* shapes that its layout may have in its place */
	const char *shapes;
	const char *part; /* of the deck; NULL: none */
	const char *const *said;
	size_t n_said;
	struct pptx_rel *rels;
	size_t n_rels, rels_room;
};

struct pptx_part { /* a file of the package that slides refer to */
	const char *name;
	struct bytes bytes;
	const char *type; /* NULL: as its ending says */
	bool packed;      /* already */
};

struct pptx {
	struct arena *arena;
	const struct paint_info *info;
	struct diags *diags;
	struct png_writer *png;
	struct raster *raster;
	double width, height;             /* of all slides, in points */
	struct scene_document document;   /* of the first page */
	const char *language, *data_hash; /* "en-US" */
	struct pptx_slide *slides;
	size_t n_slides, slides_room;
	struct map targets; /* name -> the number of its slide, from 1, as text */
	struct map titles;
	struct pptx_part *parts; /* pictures, charts, workbooks */
	size_t n_parts, parts_room, n_charts;
	struct scene_voice voice; /* of a chart by itself */
};

struct pptx_link { /* where the content of a tag leads to */
	const struct scene_tag *tag;
	const char *uri;
};

struct pptx_pen { /* on one slide */
	struct pptx *deck;
	struct pptx_slide *slide;
	struct strbuf out;
	unsigned id; /* of the last shape */
	struct point at;
	double scale; /* of what is drawn, to the slide */
	const struct pptx_link *links;
	size_t n_links;
};

/* ---- pptx_shape.c ---- */

/* The colour, by its name in the theme if it has one there. */
void pptx_color(const struct pptx *deck, struct strbuf *b, struct color color);

/* Where a rectangle of what is drawn lies on the slide. */
struct rect pptx_place(const struct pptx_pen *pen, struct rect rect);

/* <a:off/><a:ext/> */
void pptx_box(struct strbuf *b, struct rect rect);

/* <p:cNvPr>: alt NULL: it says what it is itself; "": it is decoration. */
void pptx_name(struct pptx_pen *pen, const char *name, const char *alt);

void pptx_path(struct pptx_pen *pen, const struct scene_path *path, bool decoration);
void pptx_image(struct pptx_pen *pen, const struct scene_image *image);

/* Another relation of the slide; its number. */
size_t pptx_relate(struct pptx_pen *pen, enum pptx_rel_kind kind, const char *target);

/* ---- pptx_text.c: lines that were set become paragraphs again ---- */

struct pptx_line {
	const struct scene_text *text;
	size_t line;     /* of its block */
	struct point at; /* its left end, on the slide */
	double width;
	bool spaced; /* what follows is another word */
};

enum pptx_bullet { PPTX_NO_BULLET, PPTX_BULLET, PPTX_NUMBER };

struct pptx_paragraph {
	size_t first, n; /* lines */
	enum pptx_bullet bullet;
	int number, level;
	struct color color; /* of the bullet */
	double hang;        /* the bullet is so far left of the text */
	bool verbatim;      /* its lines break where they broke */
};

struct pptx_frame { /* a text box */
	struct pptx_line *lines;
	size_t n_lines, lines_room;
	struct pptx_paragraph *paragraphs;
	size_t n_paragraphs, paragraphs_room;
};

/* All lines of a text item. */
void pptx_frame_add(struct pptx_pen *pen, struct pptx_frame *frame, const struct scene_text *text);
struct pptx_paragraph *pptx_frame_begin(struct pptx_pen *pen, struct pptx_frame *frame);

enum pptx_holder { PPTX_FREE, PPTX_TITLE, PPTX_COVER_TITLE };

struct pptx_holding {
	enum pptx_holder holder;
	const char *name;
	double width;      /* of the box; 0: as wide as its text */
	const char *added; /* after the text; NULL: nothing */
};

/* The shape of a text box, and for a placeholder its reference. */
void pptx_frame_write(struct pptx_pen *pen, const struct pptx_frame *frame, const struct pptx_holding *holding);

/* <a:p> of all paragraphs, without spacing before the first; width: that they are broken at. */
void pptx_frame_paragraphs(struct pptx_pen *pen, const struct pptx_frame *frame, double width, const char *align,
                           const char *added);

/* Whether its lines break at this width, from left on, where they broke. */
bool pptx_frame_breaks(const struct pptx_pen *pen, const struct pptx_frame *frame, double left, double width);

/* The step from baseline to baseline of a paragraph, and the descent of its type. */
double pptx_step(const struct pptx_pen *pen, const struct pptx_frame *frame, const struct pptx_paragraph *paragraph);

/* The number of the page as a field: text is what stands there. */
void pptx_page_number(struct pptx_pen *pen, const struct scene_text *text, const char *number);
void pptx_footer(struct pptx_pen *pen, const struct scene_text *text);

/* ---- pptx_table.c ---- */

/* The table that an item of the page is content of, with all its items on the page, which are marked as done. */
void pptx_table(struct pptx_pen *pen, const struct scene *scene, const struct scene_tag *table, bool *done);

/* ---- pptx_frame.c ---- */

/* The frames of a chart that PowerPoint holds itself, with its parts; alt: of the figure. */
void pptx_chart_frames(struct pptx_pen *pen, const struct pptx_chart *chart, const char *name, const char *alt);

/* ---- pptx_figure.c ---- */

/* What stands above the figure, its drawing in a group, what stands below. tags: of its items. title: a frame for the
 * title if the slide has none yet; NULL. */
void pptx_figure(struct pptx_pen *pen, const struct scene_figure *figure, struct pptx_frame *title);

/* ---- pptx_slide.c ---- */

void pptx_slide_add(struct pptx *deck, const struct scene *scene);

/* ---- pptx_theme.c, pptx_layout.c: parts that all slides share ---- */

char *pptx_theme(const struct pptx *deck, const char *name);
char *pptx_master(const struct pptx *deck);
char *pptx_layout(const struct pptx *deck, enum pptx_layout layout, const char *furniture);
char *pptx_notes_master(const struct pptx *deck);
char *pptx_default_text(const struct pptx *deck);

extern const char pptx_spaces[]; /* the declarations of name spaces */

/* ---- pptx_package.c ---- */

bool pptx_package(struct pptx *deck, struct bytes *out);

/* ---- pptx_cargo.c: what it carries ---- */

extern const char pptx_cargo_name[], pptx_cargo_space[];

/* A part of XML with all attachments and, of each slide, what its shapes say. */
char *pptx_cargo(struct arena *arena, const struct paint_info *info, const char *texts);

#endif
