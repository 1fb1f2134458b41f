/* Rule D11: what is drawn from left to right is what was meant. Text of a script that runs from right to left may turn
 * a range or a sign around ("5-3" is drawn as "3-5"); a line without such text cannot. */
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdint.h>

struct rune_drawn {
	uint32_t rune;
	size_t place; /* among all of the line, from left to right */
};

static bool is_digit(uint32_t rune)
{
	return rune >= '0' && rune <= '9';
}

static bool is_sign(uint32_t rune)
{
	return rune == '-' || rune == '+' || rune == 0x2212 || rune == 0x2012 || rune == 0x2013;
}

static bool has_rtl(const struct text_line *line)
{
	for (size_t i = 0; i < line->n_runs; i++)
		if (line->runs[i].rtl)
			return true;
	return false;
}

/* The runes of a line in the order of reading, each with its place on the paper; how many there are. */
static size_t drawn(const struct text_line *line, struct rune_drawn *runes, size_t *at, size_t most)
{
	size_t places = 0;
	for (size_t i = 0; i < most; i++)
		at[i] = SIZE_MAX;
	for (size_t i = 0; i < line->n_runs; i++) {
		const struct text_run *run = &line->runs[i];
		size_t first = (size_t)(run->text - line->text), byte = run->rtl ? run->bytes : 0;
		for (size_t k = 0; k < run->n_clusters; k++) {
			const struct text_cluster *c = &run->clusters[run->rtl ? run->n_clusters - 1 - k : k];
			byte -= run->rtl ? (size_t)c->bytes : 0;
			if (first + byte < most)
				at[first + byte] = places++;
			byte += run->rtl ? 0 : (size_t)c->bytes;
		}
	}
	size_t n = 0;
	for (const char *p = line->text, *end = line->text + line->bytes; p < end;) {
		size_t byte = (size_t)(p - line->text);
		uint32_t rune = utf8_next(&p);
		if (at[byte] != SIZE_MAX)
			runes[n++] = (struct rune_drawn){ rune, at[byte] };
	}
	return n;
}

/* The end of the number that begins at i: digits with what joins them and a sign before; i if none begins there. (A
 * percent sign stands before the number in Arabic.) A range is one: two numbers turned around are another range. */
static size_t number_end(const struct rune_drawn *runes, size_t n, size_t i)
{
	size_t end = i + (is_sign(runes[i].rune) && i + 1 < n), last = i;
	if (!is_digit(runes[end].rune))
		return i;
	for (bool space = false, sign = false, joint = false; end < n; end++) {
		uint32_t rune = runes[end].rune;
		if (is_digit(rune) && space && !sign)
			break; /* another number */
		if (is_digit(rune)) {
			last = end + 1;
			space = sign = joint = false;
		} else if (rune == ' ' && !joint) {
			space = true;
		} else if (is_sign(rune) && !sign && !joint) {
			sign = true;
		} else if ((rune == '.' || rune == ',' || rune == ':' || rune == '/') && last == end) {
			joint = true;
		} else {
			break;
		}
	}
	return last;
}

static void check_line(struct proofing *p, size_t item, const struct text_line *line)
{
	struct arena *scratch = arena_new_below(p->arena);
	struct rune_drawn *runes = arena_alloc(scratch, line->bytes + 1, sizeof *runes);
	size_t n = drawn(line, runes, arena_alloc(scratch, line->bytes + 1, sizeof(size_t)), line->bytes);
	for (size_t i = 0, end; i<n; i = end> i ? end : i + 1) {
		end = number_end(runes, n, i);
		bool turned = false;
		for (size_t k = i + 1; k < end; k++)
			turned |= runes[k].place != runes[k - 1].place + 1;
		if (turned)
			proof_find(p, "D11", item, "put words of one script around the number",
			           "%s draws a number in another order than it is written",
			           proof_name(p, &p->scene->items[item]));
		if (turned)
			break;
	}
	arena_free(scratch);
}

void proof_order(struct proofing *p)
{
	for (size_t i = 0; i < p->scene->n_items; i++) {
		const struct scene_item *item = &p->scene->items[i];
		if (item->kind != SCENE_TEXT)
			continue;
		for (size_t k = 0; k < item->text.block->n_lines; k++)
			if (has_rtl(&item->text.block->lines[k]))
				check_line(p, i, &item->text.block->lines[k]);
	}
}
