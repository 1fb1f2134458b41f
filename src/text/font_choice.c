/* The own family wherever it can, a fallback for the rest, a whole grapheme at a time. */
#include "text/font_choice.h"

#include "base/arena.h"
#include "base/str.h"
#include "text/breaks.h"
#include "text/fontset.h"
#include "text/package.h"
#include "text/runes.h"
#include "text/text_set.h"

#include <glib.h>

enum { JOINER = 0x200d, AS_TEXT = 0xfe0e, AS_EMOJI = 0xfe0f };

/* How a grapheme is to look. PICTURE: in colour unless the own family has it; EMOJI: in colour in any case. */
enum manner { MANNER_PLAIN, MANNER_PICTURE, MANNER_EMOJI };

/* Spaces that the shaper makes from the plain one where a face does not have them. */
static bool is_fixed_space(uint32_t r)
{
	return r == 0xa0 || (r >= 0x2000 && r <= 0x200a) || r == 0x202f || r == 0x205f;
}

static bool sets(const struct font *font, uint32_t r)
{
	if (rune_is_ignorable(r) || utf8_is_control(r) || r == '\t' || r == '\n')
		return true;
	return font_has(font, r) || (is_fixed_space(r) && font_has(font, ' ')) ||
	       (r == 0x2011 && font_has(font, 0x2010));
}

/* Whether a font has all of a grapheme, or the one character that the shaper will make of it. */
static bool sets_all(const struct font *font, const struct text_letter *letters, size_t n)
{
	uint32_t whole = letters[0].rune;
	for (size_t i = 1; i < n; i++) {
		gunichar composed;
		if (g_unichar_compose(whole, letters[i].rune, &composed) && font_has(font, composed))
			whole = composed;
		else if (!sets(font, letters[i].rune))
			return false;
	}
	return sets(font, whole);
}

static bool is_flag(uint32_t r)
{
	return r >= 0x1f1e6 && r <= 0x1f1ff;
}

static bool is_skin(uint32_t r)
{
	return r >= 0x1f3fb && r <= 0x1f3ff;
}

static enum manner manner_of(const struct text_letter *letters, size_t n)
{
	enum manner manner = rune_is_pictograph(letters[0].rune) ? MANNER_PICTURE : MANNER_PLAIN;
	for (size_t i = 0; i < n; i++) {
		uint32_t r = letters[i].rune;
		if (r == AS_TEXT)
			return MANNER_PLAIN;
		if (r == AS_EMOJI || is_flag(r) || is_skin(r) || (r == JOINER && manner == MANNER_PICTURE))
			manner = MANNER_EMOJI;
	}
	return manner;
}

/* The first choice of a manner among the families; all of them are asked when that one has nothing. */
static bool prefers(enum manner manner, const struct font *font)
{
	switch (manner) {
	case MANNER_PLAIN:
		return !font->emoji;
	case MANNER_PICTURE:
		return font->own || font->emoji;
	case MANNER_EMOJI:
		return font->emoji;
	}
	return true;
}

/* A face that sets a grapheme. Where the own family's code or italic lacks it, its upright face is nearer than another
 * family. */
static struct font *face_for(struct fontset *fonts, size_t family, enum text_weight weight,
                             const struct text_letter *letters, size_t n)
{
	struct font *font = font_seek(fonts, family, weight);
	if (font && sets_all(font, letters, n) && font_open(fonts, font))
		return font;
	if (family || weight <= TEXT_BOLD)
		return NULL;
	return face_for(fonts, family, weight == TEXT_BOLD_ITALIC ? TEXT_BOLD : TEXT_REGULAR, letters, n);
}

static struct font *choose(struct fontset *fonts, enum text_weight weight, const struct text_letter *letters, size_t n)
{
	enum manner manner = manner_of(letters, n);
	for (int round = 0; round < 2; round++)
		for (size_t f = 0; f < fonts->look->n_fonts; f++) {
			if (prefers(manner, &fonts->fonts[f][0]) != (round == 0))
				continue;
			struct font *font = face_for(fonts, f, weight, letters, n);
			if (font)
				return font;
		}
	return NULL;
}

/* A font for a grapheme that no font has as a whole: one that has its first character. What it lacks is an error. */
static struct font *make_do(struct fontset *fonts, enum text_weight weight, const struct text_letter *letters, size_t n,
                            struct diags *diags)
{
	struct font *font = choose(fonts, weight, letters, 1);
	if (!font)
		font = font_seek(fonts, 0, weight);
	for (size_t i = 0; i < n; i++)
		if (!sets(font, letters[i].rune))
			package_report_missing(fonts, letters[i].rune, diags);
	return font;
}

/* Spaces and invisible characters go with their neighbours. */
static bool is_neutral(const struct text_letter *letters, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (letters[i].rune != ' ' && !rune_is_ignorable(letters[i].rune))
			return false;
	return true;
}

/* Letters without a font get that of both neighbours if these agree on a fallback for words, else their own. */
static void fill_neutral(struct font *const *own, struct font **chosen, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t end = i;
		while (end < n && !chosen[end])
			end++;
		struct font *before = i ? chosen[i - 1] : NULL, *after = end < n ? chosen[end] : NULL;
		bool both = before && before == after && !before->own && !before->emoji && font_has(before, ' ');
		for (; i < end; i++)
			chosen[i] = both ? before : own[i];
		i += end < n;
	}
}

static void join_spans(struct arena *arena, struct text_set *set, struct font **chosen)
{
	struct text_span *spans = NULL;
	size_t capacity = 0;
	for (size_t i = 0; i < set->n_letters; i++) {
		size_t end = set->letters[i + 1].at;
		if (set->n_spans && spans[set->n_spans - 1].font == chosen[i]) {
			spans[set->n_spans - 1].end = end;
		} else {
			spans = arena_grow(arena, spans, &capacity, set->n_spans, sizeof *spans);
			spans[set->n_spans++] = (struct text_span){ set->letters[i].at, end, chosen[i] };
		}
	}
	set->spans = spans;
}

bool font_choice_is_plain(const struct font *own, const char *text)
{
	for (uint32_t r; (r = utf8_next(&text));)
		if (r >= 0x1f000 || r == JOINER || (r >= 0xfe00 && r <= 0xfe0f) || !sets(own, r))
			return false;
	return true;
}

static enum text_weight weight_at(const struct text_set *set, size_t at)
{
	size_t low = 0, high = set->n_marks; /* marks that end before `at` are below low */
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (set->marks[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < set->n_marks && set->marks[low].start <= at ? set->marks[low].weight : set->weight;
}

static void choose_by_letter(struct fontset *fonts, struct text_set *set, struct diags *diags)
{
	breaks_find_letters(fonts->shaped, set);
	struct font **chosen = arena_alloc(fonts->shaped, set->n_letters, sizeof *chosen);
	struct font **own = arena_alloc(fonts->shaped, set->n_letters, sizeof *own);
	const struct text_letter *letters = set->letters;
	for (size_t i = 0, n; i < set->n_letters; i += n) {
		for (n = 1; i + n < set->n_letters && !letters[i + n].grapheme;)
			n++;
		enum text_weight weight = weight_at(set, letters[i].at);
		struct font *face = font_face(fonts, weight, diags);
		struct font *font = is_neutral(letters + i, n) ? NULL : choose(fonts, weight, letters + i, n);
		if (!font && !is_neutral(letters + i, n))
			font = make_do(fonts, weight, letters + i, n, diags);
		for (size_t k = i; k < i + n; k++) {
			chosen[k] = font;
			own[k] = face;
		}
	}
	fill_neutral(own, chosen, set->n_letters);
	join_spans(fonts->shaped, set, chosen);
}

void font_choice_make(struct fontset *fonts, struct text_set *set, struct diags *diags)
{
	struct font *own = font_face(fonts, set->weight, diags);
	if (set->bytes && (set->n_marks || !font_choice_is_plain(own, set->text))) {
		choose_by_letter(fonts, set, diags);
		return;
	}
	struct text_span *span = arena_alloc(fonts->shaped, 1, sizeof *span);
	*span = (struct text_span){ 0, set->bytes, own };
	set->spans = span;
	set->n_spans = 1;
}
