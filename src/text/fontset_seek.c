/* Finding the look's files, and which characters a face has, without loading it. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/gate.h"
#include "base/str.h"
#include "text/fontset.h"

#include <dirent.h>
#include <errno.h>
#include <hb-ot.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SEEK_DEPTH = 2 };

static int visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

struct entries { /* of a folder */
	struct dirent **items;
	int count;
};

static void release_entries(void *object)
{
	struct entries *entries = object;
	for (int i = 0; i < entries->count; i++)
		free(entries->items[i]);
	if (entries->count >= 0)
		free(entries->items);
}

static bool is_folder(struct fontset *fonts, struct arena *scratch, const char *path)
{
	bool folder;
	struct diags *own = diags_new(scratch);
	if (!file_find_folder(path, &folder, own))
		fontset_complain(fonts, path, diags_at(own, 0)->message);
	return folder;
}

/* name in folder, or in its folders down to depth; the first one in alphabetical order. */
static const char *seek_below(struct fontset *fonts, const char *folder, const char *name, int depth)
{
	struct arena *arena = fonts->arena;
	const char *path = arena_printf(arena, "%s/%s", folder, name);
	if (file_exists(path) && !file_is_folder(path))
		return path;
	if (depth == 0)
		return NULL;
	struct arena *scratch = arena_new_below(arena);
	struct entries *entries = arena_alloc(scratch, 1, sizeof *entries);
	const char *found = NULL;
	entries->count = scandir(folder, &entries->items, visible, alphasort);
	if (entries->count < 0 && errno != ENOENT && errno != ENOTDIR && errno != EACCES)
		fontset_complain(fonts, folder, strerror(errno));
	arena_defer(scratch, release_entries, entries);
	for (int i = 0; i < entries->count && !found; i++) {
		const char *inner = arena_printf(arena, "%s/%s", folder, entries->items[i]->d_name);
		if (is_folder(fonts, scratch, inner))
			found = seek_below(fonts, inner, name, depth - 1);
	}
	arena_free(scratch);
	return found;
}

/* A look may come from elsewhere: its path leads to what lies below the folder of fonts, or is nothing but a name. */
static bool leads_to_file(struct fontset *fonts, const char *root, const char *file)
{
	int error;
	enum gate_answer answer = gate_check(fonts->arena, root, file, &error);
	if (answer == GATE_FAILED)
		fontset_complain(fonts, file, strerror(error));
	return answer == GATE_PASSED || answer == GATE_UNREADABLE;
}

static const char *seek_path(struct fontset *fonts, const char *file)
{
	for (size_t i = 0; i < fonts->n_roots; i++) {
		const char *path = arena_printf(fonts->arena, "%s/%s", fonts->roots[i], file);
		if (leads_to_file(fonts, fonts->roots[i], file) && !file_is_folder(path))
			return path;
	}
	const char *found = NULL;
	for (size_t i = 0; i < fonts->n_roots && !found; i++)
		found = seek_below(fonts, fonts->roots[i], file_name(file), SEEK_DEPTH);
	return found;
}

static bool is_named(hb_face_t *face, hb_ot_name_id_t id, const char *family)
{
	char name[128];
	unsigned size = sizeof name;
	return hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, name) &&
	       !strcasecmp(name, family);
}

/* The face of the family in a collection; the first if none bears its name. */
static hb_face_t *pick_face(hb_blob_t *blob, const char *family, int *index)
{
	unsigned n = hb_face_count(blob);
	for (unsigned i = 0; n > 1 && i < n; i++) {
		hb_face_t *face = hb_face_create(blob, i);
		if (is_named(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, family) ||
		    is_named(face, HB_OT_NAME_ID_FONT_FAMILY, family)) {
			*index = (int)i;
			return face;
		}
		hb_face_destroy(face);
	}
	*index = 0;
	return n ? hb_face_create(blob, 0) : NULL;
}

static void release_characters(void *characters)
{
	hb_font_destroy(characters);
}

static bool read_characters(struct fontset *fonts, struct font *font)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(font->path);
	if (!blob) {
		fontset_complain(fonts, font->path, strerror(errno));
		return false;
	}
	hb_face_t *face = pick_face(blob, font->family->family, &font->index);
	hb_blob_destroy(blob);
	if (!face)
		return false;
	font->characters = hb_font_create(face);
	hb_face_destroy(face);
	arena_defer(fonts->arena, release_characters, font->characters);
	return true;
}

static bool seek(struct fontset *fonts, struct font *font)
{
	if (font->state == FONT_UNSOUGHT) {
		font->path = seek_path(fonts, font->file);
		font->state = font->path && read_characters(fonts, font) ? FONT_FOUND : FONT_ABSENT;
	}
	return font->state != FONT_ABSENT;
}

struct font *font_seek(struct fontset *fonts, size_t family, enum text_weight weight)
{
	enum { CHOICES = 4 };
	static const enum text_weight nearest[TEXT_WEIGHTS][CHOICES] = {
		{ TEXT_REGULAR, TEXT_SEMIBOLD, TEXT_BOLD, TEXT_REGULAR },
		{ TEXT_SEMIBOLD, TEXT_BOLD, TEXT_REGULAR, TEXT_REGULAR },
		{ TEXT_BOLD, TEXT_SEMIBOLD, TEXT_REGULAR, TEXT_REGULAR },
		{ TEXT_ITALIC, TEXT_REGULAR, TEXT_SEMIBOLD, TEXT_BOLD },
		{ TEXT_BOLD_ITALIC, TEXT_BOLD, TEXT_SEMIBOLD, TEXT_REGULAR },
		{ TEXT_CODE, TEXT_REGULAR, TEXT_SEMIBOLD, TEXT_BOLD },
	};
	struct font *slots = fonts->fonts[family];
	for (size_t i = 0; i < CHOICES; i++) {
		struct font *font = &slots[nearest[weight][i]];
		for (struct font *same = slots; same < font; same++) /* one file may serve several weights */
			if (str_eq(same->file, font->file))
				font = same;
		if (font->file && seek(fonts, font))
			return font;
	}
	return NULL;
}

bool font_has(const struct font *font, uint32_t rune)
{
	hb_codepoint_t glyph;
	return hb_font_get_nominal_glyph(font->characters, rune, &glyph);
}
