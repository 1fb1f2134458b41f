#include "style/look.h"
#include "style/look_parts.h"

#include "base/arena.h"
#include "base/str.h"
#include "style/page_format.h"

#include <stddef.h>
#include <string.h>

#define COLOR(name, field, what)                                                                                       \
	{                                                                                                              \
		"palette", name, LOOK_KEY_COLOR, offsetof(struct look, palette.field), 0, 0, what                      \
	}
#define NUMBER(section, field, least, most, what)                                                                      \
	{                                                                                                              \
#section, #field, LOOK_KEY_NUMBER, offsetof(struct look, section.field), least, most, what             \
	}
#define WEIGHT(field, what)                                                                                            \
	{                                                                                                              \
		"type", #field, LOOK_KEY_WEIGHT, offsetof(struct look, type.field), 0, 0, what                         \
	}
#define FLAG(field, what)                                                                                              \
	{                                                                                                              \
		"", #field, LOOK_KEY_FLAG, offsetof(struct look, field), 0, 0, what                                    \
	}

const struct look_key look_keys[LOOK_KEYS] = {
	COLOR("background", background, "the page"),
	COLOR("panel", panel, "cards, tiles of missing values and bands of reference"),
	COLOR("ink", ink, "titles, names and values; 4.5 to 1 on background and panel"),
	COLOR("ink2", ink2, "subtitles, notes and heads; 4.5 to 1"),
	COLOR("ink3", ink3, "sources, ticks and remarks; 4.5 to 1"),
	COLOR("muted", muted, "the grey of context: marks that are not in focus; 3 to 1"),
	COLOR("grid", grid, "lines that are seen without standing out"),
	COLOR("highlight", highlight, "marks in focus; 3 to 1, and far from muted"),
	COLOR("tag", tag, "the tag above a title, lines of reference, doubts in a draft"),
	COLOR("band", band, "the field of a cover's band; highlight if no file sets it"),
	COLOR("band_ink", band_ink, "what is written on it; 4.5 to 1"),
	COLOR("better", better, "a lead"),
	COLOR("worse", worse, "a lag"),
	NUMBER(type, title, 1.2, 3, "size of titles"),
	NUMBER(type, subtitle, 0.9, 2, "size of subtitles"),
	NUMBER(type, label, 1, 1, "size of names: the unit itself"),
	NUMBER(type, value, 0.9, 2, "size of values"),
	NUMBER(type, small, 0.86, 1, "size of notes, sources and ticks"),
	NUMBER(type, title_step, 1.2, 4, "from a title's line to its next, baseline to baseline"),
	NUMBER(type, note_step, 1, 3, "from a note's line to its next"),
	WEIGHT(title_weight, "of titles"),
	WEIGHT(label_weight, "of names"),
	WEIGHT(value_weight, "of values"),
	WEIGHT(strong_weight, "of the name and value in focus"),
	FLAG(card, "the data stand on a panel with round corners"),
	FLAG(pill, "the direction stands in a pill at the right, not in the subtitle"),
	FLAG(chips, "a patch in its maker's colour stands beside each name"),
	FLAG(heading, "a line between title and subtitle says what is shown"),
	{ "page", "paper", LOOK_KEY_PAPER, offsetof(struct look, page.paper), 0, 0,
	  "what a PDF is set on unless told otherwise" },
	NUMBER(page, margin_x, 0.5, 10, "left and right of a picture"),
	NUMBER(page, margin_top, 0.5, 10, "above its first line"),
	NUMBER(page, margin_bottom, 0.5, 10, "below its last"),
	NUMBER(rows, pitch_min, 1.3, 6, "the least from one row to the next"),
	NUMBER(rows, pitch_max, 1.3, 10, "the most"),
	NUMBER(rows, bar, 0.3, 0.9, "a bar's part of the pitch"),
	NUMBER(rows, bar_min, 0.3, 3, "the thinnest bar"),
	NUMBER(rows, bar_max, 0.5, 5, "the thickest bar"),
	NUMBER(rows, rank_width, 0, 6, "kept for the column of ranks"),
	NUMBER(rows, rank_gap, 0, 5, "from rank to name"),
	NUMBER(rows, chip, 0, 2, "side of a maker's patch; 0 for none"),
	NUMBER(rows, chip_radius, 0, 1, "of its corners"),
	NUMBER(rows, chip_gap, 0, 3, "from the patch to the name"),
	NUMBER(rows, name_gap, 0, 5, "from names to bars"),
	NUMBER(rows, variant_gap, 0, 5, "from a name to its variant"),
	NUMBER(rows, maker_gap, 0, 5, "from a name to its maker"),
	NUMBER(rows, value_gap, 0, 5, "from a bar's end to its value"),
	NUMBER(rows, remark_gap, 0, 5, "from a value to its remark"),
	NUMBER(rows, missing_gap, 0, 5, "from the zero line to the words for a missing value"),
	NUMBER(rows, baseline, 0.02, 0.5, "how thick the zero line is"),
	NUMBER(rows, baseline_over, 0, 2, "how far it reaches beyond the bars"),
	NUMBER(rows, whisker, 0.02, 0.5, "how thick whiskers are"),
	NUMBER(rows, whisker_cap, 0.1, 2, "how tall their ends are"),
	NUMBER(rows, hatch_step, 0.1, 2, "from one stroke of a claim's hatching to the next"),
	NUMBER(rows, hatch_stroke, 0.02, 0.5, "how thick a stroke is"),
	NUMBER(rows, name_share, 0.1, 0.7, "of the width, at most, before names break into two lines"),
	NUMBER(frame, rule, 0, 1, "how thick the rule above the title is; 0 for none"),
	NUMBER(frame, tag_width, 0, 20, "of the tag on it; 0 for none"),
	NUMBER(frame, tag_height, 0, 3, "of the tag"),
	NUMBER(frame, title_baseline, 0.5, 10, "from the top to the title's first baseline"),
	NUMBER(frame, subtitle_gap, 0.5, 10, "from the title's last baseline to the subtitle's first"),
	NUMBER(frame, plot_gap, 0, 10, "from the subtitle to the data"),
	NUMBER(frame, message_rule, 0, 1, "how thick the rule under a title with a heading is"),
	NUMBER(frame, card_radius, 0, 5, "of a card's corners"),
	NUMBER(frame, card_pad, 0, 10, "from a card's edge to the right edge of the ranks"),
	NUMBER(frame, pill_height, 0, 5, "of the pill"),
	NUMBER(frame, pill_pad, 0, 5, "left and right in it"),
	NUMBER(frame, pill_size, 0.86, 2, "of its words"),
	NUMBER(frame, note_gap, 0.5, 10, "from the data to the first note's baseline"),
	NUMBER(frame, foot, 0, 5, "air below the last line"),
};

const char *const look_sections[LOOK_SECTIONS] = { "palette", "type", "page", "rows", "frame" };
const char *const look_weights[TEXT_BOLD + 1] = { "regular", "semibold", "bold" };

/* ---- what a key takes ---- */

static const char *takes(struct arena *arena, const struct look_key *key)
{
	switch (key->kind) {
	case LOOK_KEY_NUMBER:
		return arena_printf(arena, "%g to %g", key->least, key->most);
	case LOOK_KEY_COLOR:
		return "\"#RRGGBB\"";
	case LOOK_KEY_FLAG:
		return "true or false";
	case LOOK_KEY_WEIGHT:
		return "regular, semibold, bold";
	case LOOK_KEY_PAPER:
		return page_format_names(arena, false);
	}
	return "";
}

static void add_line(struct strbuf *b, const char *key, const char *value, const char *what)
{
	strbuf_addf(b, "%-22s %-24s %s\n", key, value, what);
}

const char *look_keys_text(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "Numbers are multiples of u, the size of names. Whatever a look leaves out is as in what it "
	               "builds on.\n\n");
	add_line(&b, "base", "editorial, or a list", "what it builds on: a later one overrides an earlier one");
	add_line(&b, "summary", "text", "a line for the list of looks");
	add_line(&b, "color", "highlight or maker", "what colours mean");
	add_line(&b, "font", "a map", "family, package and files below a folder of fonts: regular, semibold, bold,");
	add_line(&b, "", "", "italic, bold_italic; the fonts of the base stay as fallbacks");
	add_line(&b, "fonts", "a list of such maps", "its own family and all fallbacks");
	add_line(&b, "code", "such a map", "the family of code");
	add_line(&b, "office", "the name of a font",
	         arena_printf(arena, "of slides for PowerPoint: %s", look_office_names(arena)));
	add_line(&b, "logo", "file, alt and dark",
	         "at the head of pages and on covers, if the briefing names none; file and");
	add_line(&b, "", "", "dark (for dark pages) lie below the look's folder");
	add_line(&b, "footer", "text", "at the foot of pages, if the briefing has none");
	add_line(&b, "cover", "plain, band or false", "of briefings that do not say which");
	add_line(&b, "palette.series", "1 to 8 colours",
	         "of makers and series, in this order; 3 to 1, told apart by every viewer");
	for (size_t i = 0; i < LOOK_KEYS; i++) {
		const struct look_key *k = &look_keys[i];
		const char *name = *k->section ? arena_printf(arena, "%s.%s", k->section, k->name) : k->name;
		add_line(&b, name, takes(arena, k), k->what);
	}
	return b.s;
}

/* ---- a file of one's own ---- */

static const char *value_of(struct arena *arena, const struct look *look, const struct look_key *key)
{
	const void *field = (const char *)look + key->offset;
	double number;
	struct color color;
	bool flag;
	enum text_weight weight;
	const char *text;
	char hex[8];
	switch (key->kind) {
	case LOOK_KEY_NUMBER:
		memcpy(&number, field, sizeof number);
		return arena_printf(arena, "%.6g", number);
	case LOOK_KEY_COLOR:
		memcpy(&color, field, sizeof color);
		color_hex(color, hex);
		return arena_printf(arena, "\"%s\"", hex);
	case LOOK_KEY_FLAG:
		memcpy(&flag, field, sizeof flag);
		return flag ? "true" : "false";
	case LOOK_KEY_WEIGHT:
		memcpy(&weight, field, sizeof weight);
		return look_weights[weight];
	case LOOK_KEY_PAPER:
		memcpy(&text, field, sizeof text);
		return text;
	}
	return "";
}

static void add_keys(struct strbuf *b, struct arena *arena, const struct look *look, const char *section)
{
	for (size_t i = 0; i < LOOK_KEYS; i++) {
		const struct look_key *k = &look_keys[i];
		if (!str_eq(k->section, section))
			continue;
		const char *setting =
			arena_printf(arena, "%s%s: %s", *section ? "  " : "", k->name, value_of(arena, look, k));
		const char *range = k->kind == LOOK_KEY_NUMBER || k->kind == LOOK_KEY_WEIGHT
		                            ? arena_printf(arena, " (%s)", takes(arena, k))
		                            : "";
		strbuf_addf(b, "%-28s # %s%s\n", setting, k->what, range);
	}
}

static void add_series(struct strbuf *b, const struct palette *p)
{
	strbuf_add(b, "  # of makers and series, in this order\n  series: [");
	for (size_t i = 0; i < p->n_series; i++) {
		char hex[8];
		color_hex(p->series[i], hex);
		strbuf_addf(b, "%s\"%s\"", i ? ", " : "", hex);
	}
	strbuf_add(b, "]\n");
}

const char *look_template(struct arena *arena, const struct look *look)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_addf(&b,
	            "# A look of your own. It builds on %s: a line that you delete is as it is there. Numbers are "
	            "multiples of\n"
	            "# u, the size of names; what each may be stands in brackets.\n"
	            "base: %s\n"
	            "summary: a look of my own\n"
	            "color: %-20s # highlight (one colour for the focus) or maker (one for each maker)\n",
	            look->name, look->name, look->color == LOOK_COLOR_MAKER ? "maker" : "highlight");
	add_keys(&b, arena, look, "");
	strbuf_add(&b,
	           "\n# Your family; those of the base stay as fallbacks. The files lie below a folder of fonts.\n"
	           "# font: {family: Source Sans, package: fonts-adobe-sourcesans3, regular: …, semibold: …, bold: …}\n"
	           "\n# What briefings have that say nothing else. Files lie below the folder of this look.\n"
	           "# logo: {file: logo.svg, alt: Northlight, dark: logo-on-dark.svg}\n"
	           "# footer: Northlight Research\n"
	           "# cover: band                 # plain, band or false\n");
	for (size_t i = 0; i < LOOK_SECTIONS; i++) {
		strbuf_addf(&b, "\n%s:\n", look_sections[i]);
		add_keys(&b, arena, look, look_sections[i]);
		if (i == 0)
			add_series(&b, &look->palette);
	}
	return b.s;
}
