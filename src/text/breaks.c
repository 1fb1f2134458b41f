#include "text/breaks.h"

#include "base/arena.h"
#include "base/str.h"
#include "base/unit.h"
#include "text/fontset.h"
#include "text/runes.h"
#include "text/text_set.h"

#include <glib.h>
#include <math.h>
#include <pango/pango.h>

/* How welcome a break before a letter is. Unicode allows the last three; GLUED ("Opus 4.6", "Muse Spark") and TIGHT
 * ("58 M", "state-of-the-art") are used only where what they hold together is wider than a line, TIGHT as the last
 * resort. */
enum welcome { WELCOME_NEVER, WELCOME_INSIDE, WELCOME_TIGHT, WELCOME_GLUED, WELCOME_FREE };

enum { WELCOMES = 5, SUFFIX_LETTERS = 3 };

/* A name that is wider than both parts its line: a hole at the line's end would be worse. */
static const double held_share = 0.4; /* of the line */
static const double held_sizes = 11;

void breaks_find_letters(struct arena *arena, struct text_set *set)
{
	if (set->letters)
		return;
	size_t n = utf8_count(set->text);
	PangoLogAttr *attributes = g_new0(PangoLogAttr, n + 1);
	pango_get_log_attrs(set->drawn, (int)set->bytes, -1, pango_language_from_string("und"), attributes, (int)n + 1);
	struct text_letter *letters = arena_alloc(arena, n + 1, sizeof *letters);
	const char *p = set->text;
	for (size_t i = 0; i <= n; i++) {
		letters[i] = (struct text_letter){
			.at = (uint32_t)(p - set->text),
			.grapheme = attributes[i].is_cursor_position,
			.breakable = attributes[i].is_line_break,
		};
		letters[i].rune = utf8_next(&p);
	}
	g_free(attributes);
	for (size_t i = 0, h = 0; i < n && h < set->n_holds; i++) {
		while (h < set->n_holds && set->holds[h].end <= letters[i].at)
			h++;
		if (h < set->n_holds && set->holds[h].start <= letters[i].at)
			letters[i].hold = (uint32_t)h + 1;
	}
	set->letters = letters;
	set->n_letters = n;
}

/* Scripts written without spaces, and pictures: lines break between their characters. */
static bool is_dense(uint32_t r)
{
	return (r >= 0xe00 && r <= 0x109f) || (r >= 0x1100 && r <= 0x11ff) || (r >= 0x1780 && r <= 0x17ff) ||
	       (r >= 0x2e80 && r <= 0xa4cf) || (r >= 0xa960 && r <= 0xa97f) || (r >= 0xac00 && r <= 0xd7ff) ||
	       (r >= 0xf900 && r <= 0xfaff) || (r >= 0xfe30 && r <= 0xfe4f) || (r >= 0xff00 && r <= 0xffef) ||
	       (r >= 0x1f000 && r <= 0x3ffff);
}

static bool is_sign(uint32_t r)
{
	static const uint32_t signs[] = { '+',  '-',  '~',  '<',    '>',    '=',    '$',    '#',
		                          0xa3, 0xa5, 0xb1, 0x20ac, 0x2212, 0x2248, 0x2264, 0x2265 };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (r == signs[i])
			return true;
	return false;
}

struct token { /* letters between two spaces */
	const struct text_letter *letters;
	size_t n;
};

static struct token token_before(const struct text_letter *letters, size_t i)
{
	while (i > 0 && rune_is_white(letters[i - 1].rune))
		i--;
	size_t end = i;
	while (i > 0 && !rune_is_white(letters[i - 1].rune))
		i--;
	return (struct token){ letters + i, end - i };
}

static struct token token_at(const struct text_letter *letters, size_t i, size_t last)
{
	size_t end = i;
	while (end < last && !rune_is_white(letters[end].rune))
		end++;
	return (struct token){ letters + i, end - i };
}

/* "58", "-1.5", "$1,000" */
static bool is_number(struct token t)
{
	size_t i = 0;
	while (i < t.n && is_sign(t.letters[i].rune))
		i++;
	if (i == t.n || !g_unichar_isdigit(t.letters[i].rune) || !g_unichar_isdigit(t.letters[t.n - 1].rune))
		return false;
	for (; i < t.n; i++)
		if (g_unichar_isalpha(t.letters[i].rune))
			return false;
	return true;
}

static bool is_word(struct token t, const char *word)
{
	size_t i = 0;
	for (uint32_t r; (r = utf8_next(&word)); i++)
		if (i >= t.n || t.letters[i].rune != r)
			return false;
	return i == t.n;
}

static struct token without_punctuation(struct token t)
{
	while (t.n > 1 && g_unichar_ispunct(t.letters[t.n - 1].rune) && t.letters[t.n - 1].rune != '%')
		t.n--;
	return t;
}

static bool names_unit(struct token t, const struct unit *unit)
{
	if (is_word(t, unit->name))
		return true;
	for (size_t i = 0; unit->aliases && unit->aliases[i]; i++)
		if (is_word(t, unit->aliases[i]))
			return true;
	return false;
}

/* What a number counts: a magnitude, a length of print, or a unit. */
static bool is_unit(struct token t)
{
	static const char *const words[] = { "k",  "K",       "m",        "M",       "bn",       "B",
		                             "T",  "KB",      "TB",       "pt",      "pp",       "px",
		                             "em", "million", "thousand", "billion", "trillion", "times" };
	const struct unit *unit;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (is_word(t, words[i]))
			return true;
	for (size_t i = 0; (unit = unit_at(i)); i++)
		if (names_unit(t, unit))
			return true;
	return t.letters[0].rune == '%' || t.letters[0].rune == 0xb0;
}

/* "Pro", "Max": part of a name, after its version. */
static bool is_suffix(struct token t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!g_unichar_isalpha(t.letters[i].rune))
			return false;
	return t.n <= SUFFIX_LETTERS && g_unichar_isupper(t.letters[0].rune);
}

/* "4.6", "≈5", "$3", and versions that start with a letter: "R1", "v3.2". */
static bool begins_number(struct token t)
{
	size_t i = 0;
	while (i < t.n && is_sign(t.letters[i].rune))
		i++;
	if (i == 0 && t.n > 1 && g_unichar_isalpha(t.letters[0].rune) && g_unichar_isdigit(t.letters[1].rune))
		return true;
	return i < t.n && g_unichar_isdigit(t.letters[i].rune);
}

/* A space between words, or between a number and what belongs to it. */
static enum welcome welcome_at_space(const struct text_letter *letters, size_t i, size_t last)
{
	struct token before = token_before(letters, i), after = without_punctuation(token_at(letters, i, last));
	if (!before.n || !after.n)
		return WELCOME_FREE;
	uint32_t end = before.letters[before.n - 1].rune;
	bool number = is_number(before);
	if ((number && is_unit(after)) || (before.n == 1 && is_sign(end) && begins_number(after)))
		return WELCOME_TIGHT;
	if ((g_unichar_isalnum(end) && begins_number(after)) || (number && is_suffix(after)))
		return WELCOME_GLUED;
	return WELCOME_FREE;
}

static enum welcome welcome_before(const struct text_letter *letters, size_t i, size_t last)
{
	uint32_t before = letters[i - 1].rune, after = letters[i].rune;
	if (!letters[i].grapheme || rune_is_white(after))
		return WELCOME_NEVER;
	if (!letters[i].breakable)
		return WELCOME_INSIDE;
	if (rune_is_white(before))
		return welcome_at_space(letters, i, last);
	if (before == 0x200b)
		return WELCOME_FREE;
	bool dense = (is_dense(before) || is_dense(after)) && !g_unichar_isdigit(before) && !g_unichar_isdigit(after);
	return dense ? WELCOME_FREE : WELCOME_TIGHT;
}

/* True if the space before letter i is inside a name that stays on one line. last, start: of its paragraph. */
static bool is_held(const struct text_letter *letters, size_t i, size_t last, const double *advances, size_t start,
                    double room)
{
	uint32_t hold = letters[i].hold;
	double width = 0;
	if (!hold || letters[i - 1].hold != hold)
		return false;
	for (size_t k = i; k < last && letters[k].hold == hold; k++)
		width += advances[letters[k].at - start];
	for (size_t k = i; k > 0 && letters[k - 1].hold == hold && letters[k - 1].at >= start; k--)
		width += advances[letters[k - 1].at - start];
	return width <= fmax(held_share * room, held_sizes * TEXT_REFERENCE);
}

static size_t end_of_drawn(const struct text_letter *letters, size_t first, size_t end)
{
	while (end > first && rune_is_white(letters[end - 1].rune))
		end--;
	return end;
}

struct break_line breaks_fit(const struct text_set *set, size_t first, size_t last, const double *advances,
                             size_t start, double room)
{
	const struct text_letter *letters = set->letters;
	size_t best[WELCOMES] = { 0 };
	double width = 0, drawn = 0; /* drawn: without spaces at the end */
	for (size_t i = first;; i++) {
		if (i > first && drawn > room && best[WELCOME_INSIDE])
			break;
		if (i == last) {
			if (drawn <= room || !best[WELCOME_INSIDE])
				best[WELCOME_FREE] = last;
			break;
		}
		if (i > first && (drawn > 0 || width > room)) { /* an indent wider than the line is a line */
			enum welcome welcome = welcome_before(letters, i, last);
			if (welcome == WELCOME_FREE && is_held(letters, i, last, advances, start, room))
				welcome = WELCOME_GLUED;
			for (int w = WELCOME_INSIDE; w <= (int)welcome; w++)
				best[w] = i;
		}
		width += advances[letters[i].at - start];
		if (!rune_is_white(letters[i].rune))
			drawn = width;
	}
	int w = WELCOME_FREE;
	while (!best[w])
		w--;
	size_t next = best[w];
	return (struct break_line){ end_of_drawn(letters, first, next), next };
}
