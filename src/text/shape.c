#include "text/fontset.h"

#include "base/arena.h"
#include "base/str.h"

#include <string.h>

static double points(int pango)
{
	return (double)pango / PANGO_SCALE;
}

/* ---- where a line may not break ---- */

static void keep_together(PangoAttrList *list, size_t from, size_t to)
{
	PangoAttribute *attribute = pango_attr_allow_breaks_new(FALSE);
	attribute->start_index = (guint)from;
	attribute->end_index = (guint)to;
	pango_attr_list_insert(list, attribute);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "GPT-5.4" and "Opus 4.6" stay whole: no break behind a hyphen inside a word nor between a word and the digits after it. */
static PangoAttrList *with_rules(PangoAttrList *features, const char *text)
{
	PangoAttrList *list = pango_attr_list_copy(features);
	for (size_t i = 1; text[i] && text[i + 1]; i++)
		if ((text[i] == '-' && text[i - 1] != ' ' && text[i + 1] != ' ') || (text[i] == ' ' && is_digit(text[i + 1])))
			keep_together(list, i, i + 2);
	return list;
}

/* ---- runs ---- */

struct extraction {
	struct fontset *fonts;
	struct text_block *block;
	const char *text;
	double x, y;
	size_t end; /* of the line's text: spaces at a break are not drawn */
};

/* Bytes of the cluster at glyph g: up to where the next cluster in the text starts. */
static int cluster_end(const PangoGlyphString *g, int at, int item_length, bool rtl, int *glyphs)
{
	int start = g->log_clusters[at], n = 1;
	if (rtl) {
		while (at - n >= 0 && g->log_clusters[at - n] == start)
			n++;
		*glyphs = n;
		return at - n >= 0 ? g->log_clusters[at - n] : item_length;
	}
	while (at + n < g->num_glyphs && g->log_clusters[at + n] == start)
		n++;
	*glyphs = n;
	return at + n < g->num_glyphs ? g->log_clusters[at + n] : item_length;
}

/* In the order of the text; a run that reads from the right has its last glyph first. */
static void extract_clusters(struct extraction *e, const PangoGlyphItem *item, struct text_run *run, const bool *drawn)
{
	const PangoGlyphString *g = item->glyphs;
	struct text_cluster *clusters = arena_alloc(e->fonts->arena, (size_t)g->num_glyphs + 1, sizeof *clusters);
	size_t n = 0, bytes = 0;
	for (int i = run->rtl ? g->num_glyphs - 1 : 0, glyphs; i >= 0 && i < g->num_glyphs; i += run->rtl ? -glyphs : glyphs) {
		int end = cluster_end(g, i, item->item->length, run->rtl, &glyphs), shown = 0;
		if ((size_t)(item->item->offset + g->log_clusters[i]) >= e->end)
			continue;
		for (int k = 0; k < glyphs; k++)
			shown += drawn[run->rtl ? i - k : i + k];
		clusters[n++] = (struct text_cluster){ end - g->log_clusters[i], shown };
		bytes += (size_t)(end - g->log_clusters[i]);
	}
	run->clusters = clusters;
	run->n_clusters = n;
	run->bytes = bytes;
}

static void extract_run(struct extraction *e, const PangoGlyphItem *item, struct text_run *run)
{
	const PangoGlyphString *g = item->glyphs;
	struct text_glyph *glyphs = arena_alloc(e->fonts->arena, (size_t)g->num_glyphs + 1, sizeof *glyphs);
	bool *drawn = arena_alloc(e->fonts->arena, (size_t)g->num_glyphs + 1, sizeof *drawn);
	*run = (struct text_run){ .font = fontset_font(e->fonts, item->item->analysis.font),
		                  .text = e->text + item->item->offset,
		                  .rtl = item->item->analysis.level & 1,
		                  .x = e->x,
		                  .glyphs = glyphs };
	for (int i = 0; i < g->num_glyphs; i++) {
		const PangoGlyphInfo *info = &g->glyphs[i];
		bool trailing = (size_t)(item->item->offset + g->log_clusters[i]) >= e->end;
		drawn[i] = info->glyph != PANGO_GLYPH_EMPTY && !trailing;
		if (drawn[i])
			glyphs[run->n_glyphs++] = (struct text_glyph){
				info->glyph & PANGO_GLYPH_UNKNOWN_FLAG ? 0 : info->glyph,
				e->x + points(info->geometry.x_offset),
				e->y + points(info->geometry.y_offset),
			};
		if (!trailing)
			e->x += points(info->geometry.width);
	}
	run->width = e->x - run->x;
	extract_clusters(e, item, run, drawn);
}

/* ---- lines ---- */

static size_t trimmed(const char *text, size_t start, size_t end)
{
	while (end > start && text[end - 1] == ' ')
		end--;
	return end;
}

static void extract_line(struct fontset *fonts, struct text_block *block, struct text_line *line, PangoLayoutLine *pango,
                         double baseline, bool last)
{
	size_t start = (size_t)pango->start_index, end = start + (size_t)pango->length;
	struct extraction e = { .fonts = fonts, .block = block, .text = block->text, .y = baseline,
		                .end = last ? end : trimmed(block->text, start, end) };
	PangoRectangle ink;
	struct text_run *runs = arena_alloc(fonts->arena, g_slist_length(pango->runs) + 1, sizeof *runs);
	*line = (struct text_line){ .text = block->text + start, .bytes = e.end - start, .baseline = baseline, .runs = runs };
	for (GSList *r = pango->runs; r; r = r->next) {
		extract_run(&e, r->data, &runs[line->n_runs]);
		line->n_runs += runs[line->n_runs].bytes > 0;
	}
	line->width = e.x;
	pango_layout_line_get_extents(pango, &ink, NULL);
	if (ink.width > 0 && ink.height > 0)
		line->ink = (struct rect){ points(ink.x), baseline + points(ink.y), points(ink.width), points(ink.height) };
}

static void extract(struct fontset *fonts, struct text_block *block, PangoLayout *layout)
{
	size_t n = (size_t)pango_layout_get_line_count(layout);
	struct text_line *lines = arena_alloc(fonts->arena, n, sizeof *lines);
	for (size_t i = 0; i < n; i++) {
		PangoLayoutLine *pango = pango_layout_get_line_readonly(layout, (int)i);
		extract_line(fonts, block, &lines[i], pango, (double)i * block->step, i + 1 == n);
		block->width = lines[i].width > block->width ? lines[i].width : block->width;
		block->ink = rect_union(block->ink, lines[i].ink);
	}
	block->lines = lines;
	block->n_lines = n;
}

/* ---- the one entry ---- */

static const char *key_of(struct fontset *fonts, const char *text, struct text_style style, double width, double step)
{
	struct strbuf *key = fonts->key;
	const double parts[] = { style.size, width > 0 ? width : 0, step };
	key->n = 0;
	for (size_t i = 0; i < 3; i++) { /* as bytes that are never NUL; a printf would cost more than the look-up */
		unsigned char raw[sizeof(double)];
		memcpy(raw, &parts[i], sizeof raw);
		for (size_t k = 0; k < sizeof raw; k++) {
			char two[2] = { (char)('A' + (raw[k] >> 4)), (char)('A' + (raw[k] & 15)) };
			strbuf_addn(key, two, 2);
		}
	}
	char kind[2] = { (char)('0' + (int)style.weight), (char)('0' + style.tabular) };
	strbuf_addn(key, kind, 2);
	strbuf_add(key, text);
	return key->s;
}

const struct text_block *text_shape(struct fontset *fonts, const char *text, struct text_style style, double width,
                                    double step, struct diags *diags)
{
	const char *key = key_of(fonts, text, style, width, step);
	struct text_block *block = map_find(&fonts->blocks, key);
	if (block)
		return block;
	char *own_key = arena_strdup(fonts->arena, key);
	fontset_cover(fonts, text, diags);
	struct styled *styled = fontset_style(fonts, style.size, style.weight);
	PangoAttrList *features = fonts->features[style.tabular], *rules = width > 0 ? with_rules(features, text) : features;
	block = arena_alloc(fonts->arena, 1, sizeof *block);
	*block = (struct text_block){ .text = arena_strdup(fonts->arena, text),
		                      .style = style,
		                      .ascent = styled->ascent,
		                      .descent = styled->descent,
		                      .x_height = styled->x_height,
		                      .step = step > 0 ? step : 1.3 * style.size };
	pango_layout_set_width(fonts->layout, width > 0 ? (int)(width * PANGO_SCALE) : -1);
	pango_layout_set_font_description(fonts->layout, styled->description);
	pango_layout_set_attributes(fonts->layout, rules);
	pango_layout_set_text(fonts->layout, block->text, -1);
	extract(fonts, block, fonts->layout);
	if (rules != features)
		pango_attr_list_unref(rules);
	map_put(&fonts->blocks, own_key, block);
	return block;
}
