#include "paint/svg_font.h"

#include "base/arena.h"
#include "base/process.h"

#include <hb-subset.h>
#include <hb.h>

enum { FACES_MAX = 32 };

struct used_face {
	const struct font *font;
	hb_set_t *runes;
};

static void base64(struct strbuf *out, const unsigned char *data, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < n; i += 3) {
		unsigned left = (unsigned)(n - i < 3 ? n - i : 3), v = (unsigned)data[i] << 16;
		if (left > 1)
			v |= (unsigned)data[i + 1] << 8;
		if (left > 2)
			v |= data[i + 2];
		char four[4] = { digits[v >> 18], digits[v >> 12 & 63], left > 1 ? digits[v >> 6 & 63] : '=',
			         left > 2 ? digits[v & 63] : '=' };
		strbuf_addn(out, four, 4);
	}
}

static void release_runes(void *runes)
{
	hb_set_destroy(runes);
}

static void use(struct arena *scratch, struct used_face *faces, size_t *n, const struct text_run *run)
{
	size_t i = 0;
	while (i < *n && faces[i].font != run->font)
		i++;
	if (i == FACES_MAX)
		return; /* such a letter is then drawn by a font of the viewer's */
	if (i == *n) {
		faces[i] = (struct used_face){ run->font, hb_set_create() };
		arena_defer(scratch, release_runes, faces[i].runes);
		++*n;
	}
	for (const char *p = run->text; p < run->text + run->bytes;)
		hb_set_add(faces[i].runes, utf8_next(&p));
}

static size_t find_faces(struct arena *scratch, const struct scene *scene, struct used_face *faces)
{
	size_t n = 0;
	for (size_t i = 0; i < scene->n_items; i++) {
		if (scene->items[i].kind != SCENE_TEXT)
			continue;
		const struct text_block *block = scene->items[i].text.block;
		for (size_t l = 0; l < block->n_lines; l++)
			for (size_t r = 0; r < block->lines[l].n_runs; r++)
				if (!font_color(block->lines[l].runs[r].font))
					use(scratch, faces, &n, &block->lines[l].runs[r]);
	}
	return n;
}

static void release_blob(void *blob)
{
	hb_blob_destroy(blob);
}

/* The part of a face's file that draws these characters; NULL if there is none. */
static hb_blob_t *subset_of(const struct used_face *used)
{
	hb_blob_t *file = hb_blob_create_from_file_or_fail(font_file(used->font)), *part = NULL;
	if (!file)
		return NULL;
	hb_face_t *face = hb_face_create(file, (unsigned)font_file_index(used->font));
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_face_t *subset = NULL;
	if (input) {
		hb_set_union(hb_subset_input_unicode_set(input), used->runes);
		hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG), HB_TAG('t', 'n', 'u', 'm'));
		hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
		subset = hb_subset_or_fail(face, input);
		hb_subset_input_destroy(input);
	}
	if (subset) {
		part = hb_face_reference_blob(subset);
		hb_face_destroy(subset);
	}
	hb_face_destroy(face);
	hb_blob_destroy(file);
	return part;
}

static void add_face(struct strbuf *out, struct arena *scratch, const struct used_face *used)
{
	hb_blob_t *blob = subset_of(used);
	unsigned n = blob ? hb_blob_get_length(blob) : 0;
	if (blob)
		arena_defer(scratch, release_blob, blob);
	if (!n) {
		process_complain(arena_printf(scratch, "%s: the font cannot be read again", font_file(used->font)));
		return;
	}
	const char *data = hb_blob_get_data(blob, &n);
	strbuf_addf(out, "@font-face{font-family:\"%s\";font-weight:%d;%ssrc:url(data:font/otf;base64,",
	            font_family(used->font), font_css_weight(used->font),
	            font_italic(used->font) ? "font-style:italic;" : "");
	base64(out, (const unsigned char *)data, n);
	strbuf_add(out, ")}\n");
}

void svg_add_fonts(struct strbuf *out, const struct scene *scene)
{
	struct arena *scratch = arena_new_below(out->arena);
	struct used_face faces[FACES_MAX];
	size_t n = find_faces(scratch, scene, faces);
	for (size_t i = 0; i < n; i++)
		add_face(out, scratch, &faces[i]);
	arena_free(scratch);
}
