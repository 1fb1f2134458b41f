/* One scene, three files: each the same every time, whole, and with the words that were set. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "paint/painter.h"
#include "paint/raster.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct setting {
	const struct look *look;
	struct arena *arena;
	struct diags *diags;
	struct fontset *fonts;
	struct paintbox *box;
	struct scene *scene;
};

static const char *const words[] = { "Fish & <chips> \"quoted\" 'n all", "Second line −3.5 %", "نموذج 4",
	                             "旗舰版 GPT-5", "Fast 🚀" };
enum { N_WORDS = sizeof words / sizeof *words };

static struct scene *example(struct setting *s)
{
	struct scene *scene = scene_new(s->arena, 200, 120);
	struct color ink = { 20, 20, 20 }, blue = { 11, 58, 107 };
	scene->background = (struct color){ 255, 255, 255 };
	scene->document.title = "A title with & in it";
	scene->document.alt = "What <it> says";
	scene->document.source = "Source: nobody";
	scene->document.data_hash = "0123";
	scene_add_rect(scene, ROLE_MARK, (struct rect){ 10, 10, 100, 8 }, blue);
	struct scene_item *hatched = scene_add_rect(scene, ROLE_MARK, (struct rect){ 10, 24, 80, 8 }, blue);
	hatched->path.pattern = PATTERN_HATCH;
	hatched->path.hatch_step = 3;
	hatched->path.hatch_width = 0.7;
	hatched->path.stroke = 0.7;
	hatched->path.stroke_color = blue;
	struct scene_item *round = scene_add_rect(scene, ROLE_PANEL, (struct rect){ 120, 10, 40, 20 }, blue);
	round->path.shape = SHAPE_ROUNDED;
	round->path.radius = 4;
	scene_add_line(scene, ROLE_GRID, (struct point){ 5, 40 }, (struct point){ 190, 40 }, 0.5, ink);
	for (size_t i = 0; i < N_WORDS; i++)
		scene_add_text(scene, ROLE_LABEL, (struct point){ 10, 55 + 14 * (double)i },
		               text_shape(s->fonts, words[i], (struct text_style){ .size = 10 }, 0, 0, s->diags), ink);
	return scene;
}

static int set_up(void **state)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *arena = arena_new();
	struct setting *s = arena_alloc(arena, 1, sizeof *s);
	s->arena = arena;
	s->diags = diags_new(arena);
	const struct look *look = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", s->diags);
	s->look = look;
	s->fonts = look ? fontset_open(arena, look, roots, 1, s->diags) : NULL;
	if (!s->fonts)
		return -1;
	s->box = paintbox_new(arena);
	s->scene = example(s);
	*state = s;
	return 0;
}

static int tear_down(void **state)
{
	struct setting *s = *state;
	arena_free(s->arena);
	return 0;
}

static struct bytes painted(struct setting *s, struct paintbox *box, const char *format)
{
	struct paint_info info = { .producer = "test", .date = { 2026, 4, 9 }, .pixels_per_point = 2, .look = s->look };
	const struct scene *pages[] = { s->scene };
	struct bytes out;
	assert_true(paint(box, painter_find(format), pages, 1, &info, &out, s->diags));
	assert_true(diags_ok(s->diags));
	char *copy = arena_alloc(s->arena, out.size + 1, 1);
	memcpy(copy, out.data, out.size);
	return (struct bytes){ .data = copy, .size = out.size };
}

static void every_format_gives_the_same_bytes_again(void **state)
{
	struct setting *s = *state;
	for (size_t i = 0; painter_at(i); i++) {
		if (painter_at(i)->flows)
			continue;
		struct bytes a = painted(s, s->box, painter_at(i)->suffix);
		struct bytes b = painted(s, paintbox_new(s->arena), painter_at(i)->suffix);
		assert_int_equal(a.size, b.size);
		assert_memory_equal(a.data, b.data, a.size);
	}
}

static void a_picture_says_what_it_shows(void **state)
{
	struct setting *s = *state;
	struct bytes png = painted(s, s->box, "png");
	static const char *const wanted[] = { "What <it> says",       "Source: nobody", "Data SHA-256",
		                              "A title with & in it", "2026-04-09",     "sRGB" };
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		bool found = false;
		for (size_t k = 0; k + strlen(wanted[i]) < png.size && !found; k++)
			found = memcmp(png.data + k, wanted[i], strlen(wanted[i])) == 0;
		if (!found)
			fail_msg("the PNG does not say \"%s\"", wanted[i]);
	}
}

/* Opening and closing tags match; no & without a name. */
static void assert_well_formed(struct arena *arena, const char *xml)
{
	const char *open[64];
	size_t depth = 0;
	for (const char *p = xml; *p; p++) {
		if (*p == '&')
			assert_true(str_starts(p, "&amp;") || str_starts(p, "&lt;") || str_starts(p, "&gt;") ||
			            str_starts(p, "&quot;"));
		if (*p != '<')
			continue;
		size_t n = strcspn(p, ">");
		assert_int_equal(p[n], '>');
		if (p[1] == '/') {
			assert_true(depth > 0);
			assert_true(strncmp(open[--depth], p + 2, n - 2) == 0);
		} else if (p[n - 1] != '/') {
			assert_true(depth < 64);
			open[depth++] = arena_strndup(arena, p + 1, strcspn(p + 1, " >"));
		}
		p += n;
	}
	assert_int_equal(depth, 0);
}

/* What is between the tags of all <text> elements, entities resolved. */
static char *texts_of(struct arena *arena, const char *svg)
{
	static const char *const entities[][2] = {
		{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&quot;", "\"" }
	};
	struct strbuf b = strbuf_new(arena);
	for (const char *p = svg; (p = strstr(p, "<text "));) {
		for (p = strchr(p, '>') + 1; *p != '<';) {
			size_t i = 0;
			while (i < 4 && !str_starts(p, entities[i][0]))
				i++;
			strbuf_addn(&b, i < 4 ? entities[i][1] : p, 1);
			p += i < 4 ? strlen(entities[i][0]) : 1;
		}
	}
	return b.s;
}

static void an_svg_is_well_formed_and_its_text_is_text(void **state)
{
	struct setting *s = *state;
	struct bytes svg = painted(s, s->box, "svg");
	assert_well_formed(s->arena, svg.data);
	struct strbuf wanted = strbuf_new(s->arena);
	for (size_t i = 0; i < N_WORDS; i++) {
		const struct text_line *line = &s->scene->items[s->scene->n_items - N_WORDS + i].text.block->lines[0];
		for (size_t r = 0; r < line->n_runs; r++)
			strbuf_addn(&wanted, line->runs[r].text, line->runs[r].bytes);
	}
	assert_string_equal(texts_of(s->arena, svg.data), wanted.s);
	assert_non_null(strstr(svg.data, "role=\"img\" aria-labelledby=\"title desc\""));
	assert_non_null(strstr(svg.data, "<title id=\"title\">A title with &amp; in it</title>"));
	assert_non_null(strstr(svg.data, "<desc id=\"desc\">What &lt;it> says</desc>"));
	assert_non_null(strstr(svg.data, "@font-face{font-family:\"Inter\""));
	assert_true(svg.size < 120000);
}

/* What a command prints that reads a file of these bytes. */
static const char *told(struct arena *arena, const char *command, struct bytes bytes)
{
	char name[] = "/tmp/painted-XXXXXX";
	struct strbuf b = strbuf_new(arena);
	int file = mkstemp(name);
	assert_true(file >= 0 && write(file, bytes.data, bytes.size) == (ssize_t)bytes.size);
	close(file);
	FILE *out = popen(arena_printf(arena, "%s %s - 2>/dev/null", command, name), "r");
	assert_non_null(out);
	for (int c; (c = fgetc(out)) != EOF;)
		strbuf_addn(&b, &(char){ (char)c }, 1);
	pclose(out);
	unlink(name);
	return b.s;
}

static void a_pdf_has_one_page_per_scene(void **state)
{
	struct setting *s = *state;
	struct paint_info info = { .producer = "test", .pixels_per_point = 2 };
	const struct scene *pages[] = { s->scene, s->scene, s->scene };
	struct bytes out;
	assert_true(paint(s->box, painter_find("pdf"), pages, 3, &info, &out, s->diags));
	assert_memory_equal(out.data, "%PDF-1.7", 8);
	const char *text = told(s->arena, "pdftotext", out);
	if (!*text)
		skip(); /* poppler is not installed */
	size_t ends = 0;
	for (; *text; text++)
		ends += *text == '\f';
	assert_int_equal(ends, 3);
}

/* ---- tints ---- */

static const struct color tint_red = { 200, 0, 0 };

/* A page with a line in black whose second word is red. */
static struct scene *tinted_page(struct setting *s, const char *text, const char *word)
{
	struct scene *scene = scene_new(s->arena, 200, 60);
	struct scene_tint *tint = arena_alloc(s->arena, 1, sizeof *tint);
	size_t at = (size_t)(strstr(text, word) - text);
	*tint = (struct scene_tint){ at, at + strlen(word), tint_red };
	scene->background = (struct color){ 255, 255, 255 };
	scene->document.title = scene->document.alt = "A page";
	struct scene_item *item =
		scene_add_text(scene, ROLE_LABEL, (struct point){ 10, 30 },
	                       text_shape(s->fonts, text, (struct text_style){ .size = 20 }, 0, 0, s->diags),
	                       (struct color){ 0, 0, 0 });
	item->text.tints = tint;
	item->text.n_tints = 1;
	return scene;
}

static struct bytes painted_page(struct setting *s, const struct scene *scene, const char *format)
{
	struct paint_info info = { .producer = "test", .pixels_per_point = 2 };
	struct bytes out;
	assert_true(paint(s->box, painter_find(format), &scene, 1, &info, &out, s->diags));
	return out;
}

/* Dark and red pixels of columns x0 to x1 of a page. */
static void count_inks(const struct scene *scene, double x0, double x1, size_t *dark, size_t *red)
{
	struct arena *arena = arena_new();
	const uint32_t *pixels;
	uint32_t width, height;
	assert_true(raster_paint(raster_new(arena), scene, 2, &pixels, &width, &height, diags_new(arena)));
	*dark = *red = 0;
	for (uint32_t y = 0; y < height; y++)
		for (uint32_t x = (uint32_t)(x0 * 2); x < (uint32_t)(x1 * 2) && x < width; x++) {
			uint32_t pixel = pixels[y * width + x] & 0xffffff;
			*dark += pixel == 0;
			*red += pixel == 0xc80000;
		}
	arena_free(arena);
}

/* What of two pixels, one of them laid on white, differs most. */
static int off_by(uint32_t laid, uint32_t opaque)
{
	int most = 0, alpha = (int)(laid >> 24);
	for (int shift = 0; shift <= 16; shift += 8) {
		int color = (int)(laid >> shift & 0xff), seen = (color * alpha + 255 * (255 - alpha) + 127) / 255,
		    off = abs(seen - (int)(opaque >> shift & 0xff));
		most = off > most ? off : most;
	}
	return most;
}

/* Laid on its own ground it is the picture that has one; where nothing is drawn it is nothing. */
static void a_transparent_picture_has_no_ground(void **state)
{
	struct setting *s = *state;
	const uint32_t *opaque, *laid;
	uint32_t width, height, n[3] = { 0 }; /* nothing, something, all of a pixel */
	assert_true(raster_paint(raster_new(s->arena), s->scene, 2, &opaque, &width, &height, s->diags));
	s->scene->transparent = true;
	assert_true(raster_paint(raster_new(s->arena), s->scene, 2, &laid, &width, &height, s->diags));
	for (size_t i = 0; i < (size_t)width * height; i++) {
		n[laid[i] == 0 ? 0 : laid[i] >> 24 < 255 ? 1 : 2]++;
		assert_true(laid[i] >> 24 || !laid[i]);
		assert_true(off_by(laid[i], opaque[i]) <= 2);
	}
	assert_int_equal(laid[0], 0);
	assert_int_equal(laid[24 * width + 40], 0xff0b3a6b);
	assert_true(n[0] > 10000 && n[1] > 500 && n[2] > 5000);
	struct bytes png = painted(s, s->box, "png"), again = painted(s, paintbox_new(s->arena), "png");
	assert_int_equal(png.size, again.size);
	assert_memory_equal(png.data, again.data, png.size);
	assert_null(strstr(painted(s, s->box, "svg").data, "#FFFFFF"));
	s->scene->background = (struct color){ 17, 17, 17 };
	assert_null(strstr(painted(s, s->box, "svg").data, "#111111"));
	const char *inside = told(s->arena, "qpdf --qdf --stream-data=uncompress", painted(s, s->box, "pdf"));
	assert_null(strstr(inside, "0.0666667 0.0666667 0.0666667 rg"));
	s->scene->transparent = false;
	inside = told(s->arena, "qpdf --qdf --stream-data=uncompress", painted(s, s->box, "pdf"));
	assert_true(!*inside || strstr(inside, "0.0666667 0.0666667 0.0666667 rg") || strstr(inside, "0.0666667 g"));
	assert_non_null(strstr(painted(s, s->box, "svg").data, "#111111"));
	s->scene->background = (struct color){ 255, 255, 255 };
}

static void a_tinted_word_is_painted_in_its_colour(void **state)
{
	static const char *const texts[][2] = { { "Muse Spark leads", "Spark" }, { "אבג דהו זחט", "דהו" } };
	for (size_t i = 0; i < 2; i++) {
		struct scene *scene = tinted_page(*state, texts[i][0], texts[i][1]);
		const struct scene_text *t = &scene->items[0].text;
		struct rect box;
		size_t dark, red;
		assert_int_equal(text_boxes(t->block, t->tints->start, t->tints->end, &box, 1), 1);
		count_inks(scene, 10 + box.x, 10 + rect_right(box), &dark, &red);
		assert_true(red > 20 && dark == 0);
		count_inks(scene, 0, 10 + box.x - 0.5, &dark, &red);
		assert_true(red == 0 && dark > 20);
		count_inks(scene, 10 + rect_right(box) + 1, 200, &dark, &red);
		assert_true(red == 0 && dark > 20);
	}
}

static void a_tint_changes_colours_only(void **state)
{
	struct setting *s = *state;
	struct scene *scene = tinted_page(s, "Muse Spark leads", "Spark");
	struct scene_tint *tint = arena_alloc(s->arena, 1, sizeof *tint);
	*tint = (struct scene_tint){ 5, 10, { 0, 0, 0 } };
	struct bytes none, same;
	scene->items[0].text.tints = tint; /* in the colour of the text */
	same = painted_page(s, scene, "png");
	same.data = memcpy(arena_alloc(s->arena, same.size, 1), same.data, same.size);
	scene->items[0].text.n_tints = 0;
	none = painted_page(s, scene, "png");
	assert_int_equal(none.size, same.size);
	assert_memory_equal(none.data, same.data, none.size);
}

static void a_tinted_svg_has_one_text_per_colour(void **state)
{
	struct setting *s = *state;
	struct scene *scene = tinted_page(s, "Muse Spark leads", "Spark");
	const char *svg = painted_page(s, scene, "svg").data;
	assert_well_formed(s->arena, svg);
	assert_string_equal(texts_of(s->arena, svg), "Muse Spark leads");
	const char *red = strstr(svg, "fill=\"#C80000\"");
	assert_non_null(red);
	assert_true(str_starts(strchr(red, '>'), ">Spark</text>"));
	assert_null(strstr(red + 1, "fill=\"#C80000\""));
	assert_non_null(strstr(scene_dump(s->arena, scene), "tint #C80000 \"Spark\""));
}

static void a_tinted_pdf_keeps_its_text_whole(void **state)
{
	struct setting *s = *state;
	static const char *const texts[][2] = { { "Muse Spark leads", "Spark" }, { "Muse Spark leads", "par" } };
	for (size_t i = 0; i < 2; i++) {
		struct bytes pdf = painted_page(s, tinted_page(s, texts[i][0], texts[i][1]), "pdf");
		const char *text = told(s->arena, "pdftotext", pdf);
		const char *inside = told(s->arena, "qpdf --qdf --stream-data=uncompress", pdf);
		if (!*text || !*inside)
			skip(); /* poppler or qpdf is not installed */
		assert_true(str_starts(text, "Muse Spark leads\n"));
		assert_non_null(strstr(inside, "0.784314 0 0 rg"));
	}
}

static void a_picture_too_large_is_refused(void **state)
{
	struct setting *s = *state;
	struct scene *huge = scene_new(s->arena, 20000, 100);
	struct paint_info info = { .producer = "test", .pixels_per_point = 2 };
	const struct scene *pages[] = { huge };
	struct diags *diags = diags_new(s->arena);
	struct bytes out;
	assert_false(paint(s->box, painter_find("png"), pages, 1, &info, &out, diags));
	assert_int_equal(diags_count(diags, DIAG_ERROR), 1);
	assert_non_null(strstr(diags_at(diags, 0)->message, "40000 x 200"));
}

static void endings_decide_the_format(void **state)
{
	struct setting *s = *state;
	for (size_t i = 0; painter_at(i); i++) {
		const struct painter *painter = painter_at(i);
		assert_ptr_equal(painter_of_path(arena_printf(s->arena, "a.b/c.%s", painter->suffix)), painter);
		assert_string_equal(painter_media_type(arena_printf(s->arena, "c.%s", painter->suffix)),
		                    painter->media_type);
	}
	assert_null(painter_of_path("png"));
	assert_null(painter_of_path("b.gif"));
	assert_null(painter_find(".png"));
	assert_string_equal(painter_media_type("look.yaml"), "application/octet-stream");
	assert_true(painter_for_pages()->holds_pages);
	assert_false(painter_for_chart()->holds_pages);
}

static void only_documents_have_several_pages(void **state)
{
	struct setting *s = *state;
	struct paint_info info = { .producer = "test", .pixels_per_point = 2, .look = s->look };
	const struct scene *pages[] = { s->scene, s->scene };
	for (size_t i = 0; painter_at(i); i++) {
		struct diags *diags = diags_new(s->arena);
		struct bytes out;
		assert_int_equal(paint(s->box, painter_at(i), pages, 2, &info, &out, diags),
		                 painter_at(i)->holds_pages);
		assert_int_equal(diags_count(diags, DIAG_ERROR), !painter_at(i)->holds_pages);
	}
}

/* ---- where the runs of an SVG stand ---- */

static double attribute(const char *element, const char *name)
{
	const char *at = strstr(element, name);
	assert_true(at && at < strchr(element, '>'));
	return strtod(at + strlen(name), NULL);
}

static bool says(const char *element, const char *what)
{
	const char *at = strstr(element, what);
	return at && at < strchr(element, '>');
}

/* The left edge of a <text> by the rules of SVG: the anchor is the start or the end in the order of reading. */
static double left_edge(const char *element)
{
	bool rtl = says(element, " direction=\"rtl\""), end = says(element, " text-anchor=\"end\"");
	double x = attribute(element, " x=\""), length = attribute(element, " textLength=\"");
	assert_false(says(element, " text-anchor=\"middle\""));
	return rtl != end ? x - length : x;
}

static void the_runs_of_an_svg_stand_where_they_were_shaped(void **state)
{
	struct setting *s = *state;
	const char *p = painted(s, s->box, "svg").data;
	size_t from_right = 0, from_left = 0;
	for (size_t i = 0; i < N_WORDS; i++) {
		const struct scene_text *t = &s->scene->items[s->scene->n_items - N_WORDS + i].text;
		for (size_t r = 0; r < t->block->lines[0].n_runs; r++) {
			const struct text_run *run = &t->block->lines[0].runs[r];
			p = strstr(p, "<text ");
			assert_non_null(p);
			assert_int_equal(says(p, " direction=\"rtl\""), run->rtl);
			assert_true(left_edge(p) - (t->at.x + run->x) < 0.002);
			assert_true((t->at.x + run->x) - left_edge(p) < 0.002);
			from_right += run->rtl;
			from_left += !run->rtl;
			p++;
		}
	}
	assert_true(from_right > 0 && from_left > 0);
}

/* ---- images of glyphs outlive the fonts they were drawn with ---- */

static struct bytes painted_with(struct setting *s, struct paintbox *box, const char *face)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *arena = arena_new();
	struct look look = { .name = "test",
		             .fonts = { { .family = "Any", .package = "any", .files = { face } } },
		             .n_fonts = 1 };
	struct fontset *fonts = fontset_open(arena, &look, roots, 1, s->diags);
	assert_non_null(fonts);
	struct scene *scene = scene_new(arena, 200, 40);
	struct paint_info info = { .producer = "test", .pixels_per_point = 2 };
	const struct scene *pages[] = { scene };
	struct bytes out;
	scene->background = (struct color){ 255, 255, 255 };
	scene->document.title = scene->document.alt = "Letters";
	scene_add_text(scene, ROLE_LABEL, (struct point){ 10, 30 },
	               text_shape(fonts, "Hamburgefons", (struct text_style){ .size = 20 }, 0, 0, s->diags),
	               (struct color){ 0, 0, 0 });
	assert_true(paint(box, painter_find("png"), pages, 1, &info, &out, s->diags));
	out.data = memcpy(arena_alloc(s->arena, out.size + 1, 1), out.data, out.size);
	paintbox_forget(box);
	arena_free(arena);
	return out;
}

static void a_new_font_at_an_old_address_is_not_mistaken(void **state)
{
	static const char *const faces[] = { "opentype/inter/Inter-Regular.otf", "opentype/inter/Inter-Bold.otf",
		                             "opentype/inter/Inter-Italic.otf" };
	struct setting *s = *state;
	struct paintbox *warm = paintbox_new(s->arena);
	for (size_t i = 0; i < 9; i++) {
		struct bytes again = painted_with(s, warm, faces[i % 3]);
		struct bytes first = painted_with(s, paintbox_new(s->arena), faces[i % 3]);
		assert_int_equal(again.size, first.size);
		assert_memory_equal(again.data, first.data, first.size);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_format_gives_the_same_bytes_again),
		cmocka_unit_test(a_picture_says_what_it_shows),
		cmocka_unit_test(an_svg_is_well_formed_and_its_text_is_text),
		cmocka_unit_test(a_pdf_has_one_page_per_scene),
		cmocka_unit_test(a_transparent_picture_has_no_ground),
		cmocka_unit_test(a_tinted_word_is_painted_in_its_colour),
		cmocka_unit_test(a_tint_changes_colours_only),
		cmocka_unit_test(a_tinted_svg_has_one_text_per_colour),
		cmocka_unit_test(a_tinted_pdf_keeps_its_text_whole),
		cmocka_unit_test(a_picture_too_large_is_refused),
		cmocka_unit_test(endings_decide_the_format),
		cmocka_unit_test(only_documents_have_several_pages),
		cmocka_unit_test(the_runs_of_an_svg_stand_where_they_were_shaped),
		cmocka_unit_test(a_new_font_at_an_old_address_is_not_mistaken),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
