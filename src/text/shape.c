/* Pango's itemizer and shaper do the work. */
#include "text/shape.h"

#include "base/arena.h"
#include "base/str.h"
#include "text/fontset.h"
#include "text/runes.h"
#include "text/text_set.h"

#include <pango/pango.h>

struct pen { /* what a line's runs have in common */
	struct fontset *fonts;
	const struct text_set *set;
	size_t start; /* of the line */
	size_t base;  /* Pango's offsets count from here */
	double x;
	double *advances;
	struct rect ink;
};

static void release_attributes(void *attributes)
{
	pango_attr_list_unref(attributes);
}

static void add_attribute(PangoAttrList *list, PangoAttribute *attribute, size_t start, size_t end)
{
	attribute->start_index = (guint)start;
	attribute->end_index = (guint)end;
	pango_attr_list_insert(list, attribute);
}

/* Whatever would print another text than the one given is off: Inter makes an arrow of "->" and a cross of an x between
 * digits. Other scripts cannot be written at all without their alternates. */
static const char *features_of(const struct font *font, bool tabular)
{
	tabular = tabular && !font->code; /* code is as it is typed */
	if (!font->own)
		return tabular ? "tnum=1" : NULL;
	return tabular ? "calt=0,liga=0,clig=0,dlig=0,tnum=1" : "calt=0,liga=0,clig=0,dlig=0";
}

static PangoAttrList *attributes_new(struct arena *arena)
{
	PangoAttrList *list = pango_attr_list_new();
	arena_defer(arena, release_attributes, list);
	/* Each span names its font; Pango chooses none. */
	add_attribute(list, pango_attr_fallback_new(FALSE), 0, G_MAXUINT);
	return list;
}

static void add_font(PangoAttrList *list, const struct font *font, bool tabular, size_t start, size_t end)
{
	const char *features = features_of(font, tabular);
	add_attribute(list, pango_attr_font_desc_new(font->description), start, end);
	if (features)
		add_attribute(list, pango_attr_font_features_new(features), start, end);
}

void shape_set_fonts(struct fontset *fonts, struct text_set *set, bool tabular)
{
	const struct font *first = set->spans[0].font;
	if (set->n_spans == 1 && first->own) {
		PangoAttrList **plain = &fonts->plain[first - fonts->fonts[0]][tabular];
		if (!*plain) {
			*plain = attributes_new(fonts->arena);
			add_font(*plain, first, tabular, 0, G_MAXUINT);
		}
		set->attributes = *plain;
		return;
	}
	set->attributes = attributes_new(fonts->shaped);
	for (size_t i = 0; i < set->n_spans; i++)
		add_font(set->attributes, set->spans[i].font, tabular, set->spans[i].start, set->spans[i].end);
}

bool shape_is_rtl(const char *text, size_t bytes)
{
	for (const char *p = text; p < text + bytes;) {
		uint32_t r = utf8_next(&p);
		if (r == 0x200e || r == 0x200f || g_unichar_isalpha(r))
			return rune_is_rtl(r);
	}
	return false;
}

static const struct font *font_at(const struct text_set *set, size_t at)
{
	size_t low = 0, high = set->n_spans;
	while (high - low > 1) {
		size_t middle = (low + high) / 2;
		if (set->spans[middle].start <= at)
			low = middle;
		else
			high = middle;
	}
	return set->spans[low].font;
}

static void add_ink(struct pen *pen, const struct font *font, PangoGlyph index, struct text_glyph at)
{
	PangoRectangle ink;
	pango_font_get_glyph_extents(font->loaded, index, &ink, NULL);
	if (ink.width <= 0 || ink.height <= 0)
		return;
	struct rect box = { at.x + ink.x * font->unit, at.y + ink.y * font->unit, ink.width * font->unit,
		            ink.height * font->unit };
	pen->ink = rect_union(pen->ink, box);
}

/* Places the glyphs that are drawn; drawn[i] says whether Pango's i-th is one of them. */
static void place_glyphs(struct pen *pen, struct text_run *run, const PangoGlyphString *from, bool *drawn)
{
	struct text_glyph *glyphs = arena_alloc(pen->fonts->shaped, (size_t)from->num_glyphs, sizeof *glyphs);
	run->x = pen->x;
	for (int i = 0; i < from->num_glyphs; i++) {
		const PangoGlyphInfo *info = &from->glyphs[i];
		drawn[i] = info->glyph != PANGO_GLYPH_EMPTY;
		if (drawn[i]) {
			bool unknown = info->glyph & PANGO_GLYPH_UNKNOWN_FLAG;
			struct text_glyph *glyph = &glyphs[run->n_glyphs++];
			glyph->index = unknown ? 0 : info->glyph;
			glyph->x = pen->x + info->geometry.x_offset * run->font->unit;
			glyph->y = info->geometry.y_offset * run->font->unit;
			add_ink(pen, run->font, glyph->index, *glyph);
		}
		pen->x += info->geometry.width * run->font->unit;
	}
	run->glyphs = glyphs;
	run->width = pen->x - run->x;
}

/* Clusters in the order of the text; in a run from right to left their glyphs are in reverse. One that draws nothing
 * joins the one before it, or at the start the one after it. */
static void list_clusters(struct pen *pen, struct text_run *run, const PangoGlyphString *from, const bool *drawn)
{
	struct text_cluster *clusters = arena_alloc(pen->fonts->shaped, (size_t)from->num_glyphs + 1, sizeof *clusters);
	size_t line_at = (size_t)(run->text - pen->set->text) - pen->start;
	int n = from->num_glyphs, done = 0; /* bytes that already belong to clusters */
	for (int i = 0; i < n;) {
		int at = from->log_clusters[run->rtl ? n - 1 - i : i], glyphs = 0;
		double advance = 0;
		for (int k; i < n && from->log_clusters[k = run->rtl ? n - 1 - i : i] == at; i++) {
			glyphs += drawn[k];
			advance += from->glyphs[k].geometry.width * run->font->unit;
		}
		int end = i < n ? from->log_clusters[run->rtl ? n - 1 - i : i] : (int)run->bytes;
		if (pen->advances)
			pen->advances[line_at + (size_t)at] += advance;
		struct text_cluster *last = run->n_clusters ? &clusters[run->n_clusters - 1] : NULL;
		if (last && (!glyphs || !last->glyphs)) {
			last->glyphs += glyphs;
			last->bytes += end - done;
			last->advance += advance / TEXT_REFERENCE;
		} else {
			clusters[run->n_clusters++] =
				(struct text_cluster){ end - done, glyphs, advance / TEXT_REFERENCE };
		}
		done = end;
	}
	run->clusters = clusters;
}

static struct text_run make_run(struct pen *pen, PangoItem *item)
{
	size_t at = pen->base + (size_t)item->offset;
	struct text_run run = {
		.font = font_at(pen->set, at),
		.text = pen->set->text + at,
		.bytes = (size_t)item->length,
		.rtl = item->analysis.level & 1,
	};
	PangoGlyphString *glyphs = pen->fonts->glyphs;
	if (!font_is_whole(run.font, item->analysis.font))
		fontset_complain(pen->fonts, run.font->path, "HarfBuzz failed");
	pango_shape_item(item, pen->set->drawn + pen->base, (int)(pen->set->bytes - pen->base), NULL, glyphs,
	                 PANGO_SHAPE_NONE);
	bool *drawn = arena_alloc(pen->fonts->shaped, (size_t)glyphs->num_glyphs, sizeof *drawn);
	place_glyphs(pen, &run, glyphs, drawn);
	list_clusters(pen, &run, glyphs, drawn);
	return run;
}

struct text_line shape_line(struct fontset *fonts, const struct text_set *set, size_t start, size_t end, bool rtl,
                            double *advances)
{
	struct text_line line = { .text = set->text + start, .bytes = end - start };
	if (start == end)
		return line;
	/* Pango counts every character up to start, for nothing where one font sets all of the text */
	size_t base = set->n_spans == 1 ? start : 0;
	fonts->logical = pango_itemize_with_base_dir(fonts->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
	                                             set->drawn + base, (int)(start - base), (int)(end - start),
	                                             set->attributes, NULL);
	fonts->visual = pango_reorder_items(fonts->logical);
	struct text_run *runs = arena_alloc(fonts->shaped, g_list_length(fonts->visual), sizeof *runs);
	struct pen pen = { .fonts = fonts, .set = set, .start = start, .base = base, .advances = advances };
	for (GList *l = fonts->visual; l; l = l->next)
		runs[line.n_runs++] = make_run(&pen, l->data);
	line.runs = runs;
	line.width = pen.x;
	line.ink = pen.ink;
	fontset_drop_items(fonts);
	return line;
}
