/* look.h: how charts look: colours, fonts and every length, read from styles/NAME.yaml.
 *
 * Lengths are multiples of u, the size of label text on the page at hand. A look is checked when it is loaded: unknown
 * keys with the nearest known one, missing keys, colours that fail their contrast or are too close for some viewers;
 * each with its place and a remedy. A look is const afterwards and lives on the arena. */
#ifndef STYLE_LOOK_H
#define STYLE_LOOK_H

#include "base/diag.h"
#include "base/inputs.h"
#include "style/color.h"

#include <stddef.h>

struct arena;

/* Faces: three weights, and what prose needs besides. Charts use the weights only. */
enum text_weight { TEXT_REGULAR, TEXT_SEMIBOLD, TEXT_BOLD, TEXT_ITALIC, TEXT_BOLD_ITALIC, TEXT_CODE };
enum { TEXT_WEIGHTS = 6 };

struct look_font { /* a family: the look's own, or a fallback for glyphs that the ones before it lack */
	const char *family;
	const char *package;             /* the Debian package that has it, for messages */
	const char *files[TEXT_WEIGHTS]; /* below a font folder: "opentype/inter/Inter-Bold.otf" */
};

enum { LOOK_SERIES_MAX = 8, LOOK_FONTS_MAX = 24 };

struct palette {
	struct color background, panel, ink, ink2, ink3, muted, grid;
	struct color series[LOOK_SERIES_MAX];
	size_t n_series;
	struct color highlight, tag;
	struct color band, band_ink; /* a field of colour on a cover, and what is written on it */
	struct color better, worse;  /* of a lead and a lag: never red and green */
};

/* The grey of bars that are not in focus, each with its value beside it: a broad mark needs less contrast than a thin
 * one, and the focus carries the chart. Paler than muted, which dots, lines and hatches keep. */
struct color palette_pale(const struct palette *palette);

struct look_type { /* sizes in u */
	double title, subtitle, label, value, small;
	double title_step, note_step; /* baseline to baseline */
	enum text_weight title_weight, label_weight, value_weight, strong_weight;
};

enum look_color { LOOK_COLOR_HIGHLIGHT, LOOK_COLOR_MAKER };

struct look_page {
	const char *paper; /* what a PDF is set on unless told otherwise: "A4", "Letter", "16:9" */
	double margin_x, margin_top, margin_bottom; /* u; the A4 figure is the paper less its own margins in points */
};

struct look_rows {                        /* the leaderboard's rows and columns, u */
	double pitch_min, pitch_max, bar; /* bar: part of the pitch */
	double bar_min, bar_max;          /* u: thinnest and thickest bar */
	double rank_width, rank_gap, chip, chip_radius, chip_gap, name_gap, variant_gap, maker_gap;
	double value_gap, remark_gap, missing_gap;
	double baseline, baseline_over, whisker, whisker_cap;
	double hatch_step, hatch_stroke;
	double name_share; /* of the chart's width, at most, before names break into two lines */
};

struct look_frame {                         /* what surrounds the rows, u; baselines from the top of the frame */
	double rule, tag_width, tag_height; /* 0: none */
	double title_baseline, subtitle_gap, plot_gap; /* subtitle_gap: title's last baseline to subtitle's */
	double message_rule;                           /* under the title, where there is a heading; 0: none */
	double card_radius, card_pad; /* card_pad: card's edge to the rank column's right edge; 0 with card false */
	double pill_height, pill_pad, pill_size;
	double note_gap, foot; /* last row to the first note's baseline; air below the last line */
};

struct look_brand {                   /* of briefings that say nothing else (brief/brand.h) */
	const char *logo, *logo_dark; /* paths of files that have to lie below a folder; NULL: none */
	const char *logo_alt, *below;
	const char *footer, *cover; /* NULL: none; cover: "plain" or "band" */
	struct place logo_place, footer_place, cover_place;
};

struct look {
	const char *name;
	const char *summary; /* one line for lists; NULL if none */
	struct palette palette;
	struct look_font fonts[LOOK_FONTS_MAX];
	size_t n_fonts;
	struct look_font code; /* its regular file is the own family's TEXT_CODE; no family: there is none */
	const char *office;    /* what its own family is in files for office programs: "Arial" */
	struct look_type type;
	enum look_color color;
	bool card, pill, chips; /* pill: direction in a pill, else at the end of the subtitle */
	bool heading;           /* a line between title and subtitle says what is shown: the title is a message */
	struct look_page page;
	struct look_rows rows;
	struct look_frame frame;
	struct look_brand brand;
};

/* The colour of the words that mark a doubt in a draft: the tag's, or that of a lag, where they can be read in it on
 * the background and on the panel, else the ink. */
struct color look_doubt(const struct look *look);

/* True if the name of a look is a path: it has a slash or ends in .yaml. */
bool look_is_path(const char *name);

/* name: a shipped look's name, searched in folder, or a path. below: the folder below which the path has to lie because
 * a file names it (base/gate.h); NULL: the user does, and what the look builds on lies below its own folder. Bases are
 * found from the folder of the look that names them. Its files, its own first, are listed in inputs. NULL after errors.
 */
const struct look *look_load(struct arena *arena, struct inputs *inputs, const char *name, const char *below,
                             const char *folder, struct diags *diags);

/* Names of the looks in folder, sorted: its .yaml files except those that start with an underscore (parts to build on).
 */
const char **look_list(struct arena *arena, const char *folder, size_t *count, struct diags *diags);

/* ---- look_office.c ---- */

extern const char look_office_default[], look_office_code[]; /* "Arial"; what code is set in: "Courier New" */

/* Whether a font of office programs has a free twin of the same widths; the names of those that have. */
bool look_is_office(const char *font);
const char *look_office_names(struct arena *arena);

/* The same look set in the twin of its office font, for files in which programs set the text again. */
const struct look *look_in_office(struct arena *arena, const struct look *look);

/* ---- lists ---- */

/* The keys of a look as a list: what each takes and what it sets. On the arena. */
const char *look_keys_text(struct arena *arena);

/* A file that sets every key as this look does and says beside it what it sets; it builds on the look by its name. */
const char *look_template(struct arena *arena, const struct look *look);

#endif
