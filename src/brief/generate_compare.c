/* Two models side by side on several benchmarks: their values, how far apart they are, and who is ahead. */
#include "base/arena.h"
#include "brief/generate.h"
#include "brief/table_builder.h"
#include "chart/phrase.h"
#include "data/quantity.h"
#include "facts/contest.h"
#include "facts/decimal.h"
#include "facts/print.h"
#include "words/number.h"

#include <math.h>
#include <string.h>

enum { SIDES = 2 };

struct pairing { /* of the two on one benchmark */
	const struct standing *standing;
	const struct standing_row *rows[SIDES]; /* NULL: it has no value */
	const struct measurement *values[SIDES];
};

struct tally {
	size_t ahead[SIDES], compared;
	bool claimed;
};

static struct pairing pairing_of(struct reading *r, const struct cells *cells, const struct variant *const *sides,
                                 const struct benchmark *b)
{
	struct pairing p = { .standing = standing_out_of(r->arena, r->dataset, cells, b, sides, SIDES, r->diags) };
	for (size_t i = 0; p.standing && i < p.standing->n_present; i++)
		for (size_t k = 0; k < SIDES; k++)
			if (p.standing->rows[i].variant == sides[k]) {
				p.rows[k] = &p.standing->rows[i];
				p.values[k] = standing_chosen(r->arena, p.standing, p.rows[k]);
				reading_keep_source(r, p.values[k], true);
			}
	return p;
}

/* Percentages and money say at each number what they are; a difference of percentages is another thing. */
static bool is_signed(struct reading *r, const struct unit *unit)
{
	const struct number_style style = number_style_of(r->language, unit, 0, 0, 1);
	return !str_eq(number_with_sign(r->arena, 1, style, unit), number_text(r->arena, 1, style));
}

/* "Latency, seconds, lower is better": what the numbers of its row do not say. */
static const char *name_of(struct reading *r, const struct benchmark *b)
{
	struct strbuf name = strbuf_new(r->arena);
	const char *unit = is_signed(r, b->unit) ? NULL : number_unit(r->arena, r->language, b->unit, 0);
	strbuf_add(&name, b->name);
	if (unit && !strstr(b->name, unit))
		strbuf_addf(&name, ", %s", unit);
	if (b->direction != DIRECTION_HIGHER)
		strbuf_addf(&name, ", %s",
		            words_get(r->language,
		                      b->direction == DIRECTION_LOWER ? WORD_LOWER_COLUMN : WORD_UNKNOWN_COLUMN));
	return name.s;
}

static const char *value_of(struct reading *r, const struct pairing *p, size_t side)
{
	const struct standing_row *row = p->rows[side];
	if (!row)
		return words_get(r->language, WORD_NOT_REPORTED);
	const char *value = generate_value(r, p->values[side]);
	enum word word = row->claimed ? WORD_CLAIMED : WORD_ESTIMATED;
	return row->claimed || row->estimated
	               ? arena_printf(r->arena, "%s\u00a0(%s)", value, words_get(r->language, word))
	               : value;
}

static const char *difference_of(struct reading *r, const struct pairing *p)
{
	struct decimal first = decimal_of(p->rows[0]->value, quantity_level(p->values[0]->value)),
		       second = decimal_of(p->rows[1]->value, quantity_level(p->values[1]->value));
	const struct quantity *x = &p->values[0]->value, *y = &p->values[1]->value;
	const struct unit *unit = p->values[0]->benchmark->unit;
	double gap = fabs(decimal_difference(first, second).number);
	return is_signed(r, unit) ? print_gap(r->arena, r->language, gap, p->values[0], p->values[1])
	                          : generate_number(r, gap, digits_between(gap, digits_of(x), digits_of(y)),
	                                            x->magnitude < y->magnitude ? x->magnitude : y->magnitude, unit);
}

/* Which side is ahead: SIDES if neither is, or nobody can tell; *word: then what is said. As wins() has it: claims
 * count, but put no result behind. */
static size_t ahead_of(const struct pairing *p, const struct variant *const *sides, enum word *word)
{
	enum contest_outcome first = contest_between(p->standing, sides[0], sides[1]),
			     second = contest_between(p->standing, sides[1], sides[0]);
	*word = first == CONTEST_LEVEL && second == CONTEST_LEVEL ? WORD_COMPARE_LEVEL : WORD_CELL_UNLIKE;
	if (first == CONTEST_AHEAD)
		return 0;
	return second == CONTEST_AHEAD ? 1 : SIDES;
}

static void add_row(struct reading *r, struct table_builder *t, const struct cells *cells,
                    const struct variant *const *sides, const struct benchmark *b, struct tally *tally)
{
	struct pairing p = pairing_of(r, cells, sides, b);
	if (!p.standing)
		return;
	bool both = p.rows[0] && p.rows[1];
	enum word word = WORD_NONE;
	size_t ahead = both ? ahead_of(&p, sides, &word) : SIDES;
	table_builder_add(t, name_of(r, b), TONE_PLAIN);
	for (size_t i = 0; i < SIDES; i++) {
		table_builder_add(t, value_of(r, &p, i), !p.rows[i] ? TONE_QUIET : ahead == i ? TONE_GOOD : TONE_PLAIN);
		tally->claimed |= p.rows[i] && p.rows[i]->claimed;
		tally->ahead[i] += ahead == i;
	}
	tally->compared += both;
	table_builder_add(t, both ? difference_of(r, &p) : "", TONE_PLAIN);
	table_builder_add(t,
	                  ahead < SIDES ? variant_full_name(r->arena, sides[ahead])
	                  : both        ? words_get(r->language, word)
	                                : "",
	                  ahead < SIDES ? TONE_PLAIN : TONE_QUIET);
}

/* Who is ahead more often comes first where the other is not ahead at all. */
static const char *count_of(struct reading *r, const struct variant *const *sides, const struct tally *tally)
{
	struct arena *a = r->arena;
	size_t first = !tally->ahead[0] && tally->ahead[1], n = tally->ahead[first], m = tally->ahead[!first];
	enum word word = !n                     ? WORD_COMPARE_NEITHER
	                 : m                    ? WORD_COMPARE_COUNT
	                 : n == tally->compared ? WORD_COMPARE_ALL
	                                        : WORD_COMPARE_ONLY;
	return words_fill(a, r->language, word, "first", phrase_variant(a, sides[first]), "second",
	                  phrase_variant(a, sides[!first]), "n", number_plain(a, r->language, n), "m",
	                  number_plain(a, r->language, m), "all", number_plain(a, r->language, tally->compared), NULL);
}

static const char *note_of(struct reading *r, const struct variant *const *sides, const struct tally *tally)
{
	const char *note = count_of(r, sides, tally);
	return tally->claimed ? arena_printf(r->arena, "%s %s", note, words_get(r->language, WORD_COMPARE_COUNTED))
	                      : note;
}

void generate_compare(struct reading *r, struct place place, const struct cells *cells,
                      const struct variant *const *sides, const struct benchmark *const *benchmarks, size_t n,
                      struct block *into)
{
	struct table_builder t = table_builder_new(r->arena, place, 3 + SIDES, 1);
	struct tally tally = { .compared = 0 };
	table_builder_head(&t, 0, words_get(r->language, WORD_HEAD_BENCHMARK), ALIGN_LEFT);
	for (size_t i = 0; i < SIDES; i++)
		table_builder_head(&t, 1 + i, variant_full_name(r->arena, sides[i]), ALIGN_RIGHT);
	table_builder_head(&t, 1 + SIDES, words_get(r->language, WORD_HEAD_DIFFERENCE), ALIGN_RIGHT);
	table_builder_head(&t, 2 + SIDES, words_get(r->language, WORD_HEAD_AHEAD), ALIGN_LEFT);
	for (size_t i = 0; i < n; i++)
		add_row(r, &t, cells, sides, benchmarks[i], &tally);
	if (!t.n_cells)
		return;
	struct block *block = table_builder_done(&t);
	block->table.filled = true;
	if (tally.compared)
		block->table.note = note_of(r, sides, &tally);
	block_add(r->arena, into, block);
}
