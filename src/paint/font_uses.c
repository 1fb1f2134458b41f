#include "paint/font_uses.h"

#include "base/arena.h"
#include "base/process.h"
#include "paint/base64.h"
#include "paint/woff.h"

#include <hb-subset.h>
#include <hb.h>
#include <string.h>

enum { FACES_MAX = 32 };

struct used_face {
	const struct font *font;
	hb_set_t *runes;
};

struct font_uses {
	struct arena *arena;
	struct used_face faces[FACES_MAX];
	size_t n;
};

static void release_runes(void *runes)
{
	hb_set_destroy(runes);
}

struct font_uses *font_uses_new(struct arena *arena)
{
	struct font_uses *uses = arena_alloc(arena, 1, sizeof *uses);
	uses->arena = arena;
	return uses;
}

static void use(struct font_uses *uses, const struct text_run *run)
{
	struct used_face *faces = uses->faces;
	size_t i = 0;
	while (i < uses->n && faces[i].font != run->font)
		i++;
	if (i == FACES_MAX)
		return; /* such a letter is then drawn by a font of the viewer's */
	if (i == uses->n) {
		faces[i] = (struct used_face){ run->font, hb_set_create() };
		arena_defer(uses->arena, release_runes, faces[i].runes);
		uses->n++;
	}
	for (const char *p = run->text; p < run->text + run->bytes;)
		hb_set_add(faces[i].runes, utf8_next(&p));
}

void font_uses_add(struct font_uses *uses, const struct text_block *block)
{
	for (size_t l = 0; l < block->n_lines; l++)
		for (size_t r = 0; r < block->lines[l].n_runs; r++)
			if (!font_color(block->lines[l].runs[r].font))
				use(uses, &block->lines[l].runs[r]);
}

void font_uses_add_scene(struct font_uses *uses, const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_items; i++)
		if (scene->items[i].kind == SCENE_TEXT)
			font_uses_add(uses, scene->items[i].text.block);
}

void font_uses_hash(const struct font_uses *uses, struct hash *hash)
{
	for (size_t i = 0; i < uses->n; i++) {
		const struct used_face *used = &uses->faces[i];
		int index = font_file_index(used->font);
		hash_add(hash, font_file(used->font), strlen(font_file(used->font)) + 1);
		hash_add(hash, &index, sizeof index);
		for (hb_codepoint_t rune = HB_SET_VALUE_INVALID; hb_set_next(used->runes, &rune);)
			hash_add(hash, &rune, sizeof rune);
	}
}

static void release_blob(void *blob)
{
	hb_blob_destroy(blob);
}

/* What the style sheets of documents turn off, with the glyphs that only they lead to. */
static void drop_features(hb_subset_input_t *input)
{
	static const char *const unused[] = { "calt", "clig", "dnom", "frac", "liga", "numr" };
	hb_set_t *features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
	for (size_t i = 0; i < sizeof unused / sizeof *unused; i++)
		hb_set_del(features, hb_tag_from_string(unused[i], -1));
}

/* The part of a face's file that draws these characters; NULL if there is none. */
static hb_blob_t *subset_of(const struct used_face *used, enum font_wrap wrap)
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
		if (wrap == FONT_WOFF)
			drop_features(input);
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

static void add_face(struct strbuf *out, struct arena *scratch, const struct used_face *used, enum font_wrap wrap)
{
	hb_blob_t *blob = subset_of(used, wrap);
	unsigned n = blob ? hb_blob_get_length(blob) : 0;
	if (blob)
		arena_defer(scratch, release_blob, blob);
	struct bytes font = { .data = n ? hb_blob_get_data(blob, &n) : NULL, .size = n };
	if (!n || (wrap == FONT_WOFF && !woff_pack(scratch, font, &font))) {
		process_complain(arena_printf(scratch, "%s: the font cannot be read again", font_file(used->font)));
		return;
	}
	strbuf_addf(out, "@font-face{font-family:\"%s\";font-weight:%d;%ssrc:url(data:font/%s;base64,",
	            font_family(used->font), font_css_weight(used->font),
	            font_italic(used->font) ? "font-style:italic;" : "", wrap == FONT_WOFF ? "woff" : "otf");
	base64_add(out, font.data, font.size);
	strbuf_add(out, ")}\n");
}

void font_uses_write(const struct font_uses *uses, struct strbuf *out, enum font_wrap wrap)
{
	struct arena *scratch = arena_new_below(out->arena);
	for (size_t i = 0; i < uses->n; i++)
		add_face(out, scratch, &uses->faces[i], wrap);
	arena_free(scratch);
}
