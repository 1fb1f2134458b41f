/* What changed as Markdown, for the comment of a pull request: a table for each benchmark, and for each briefing which
 * of its sentences turn. Names are data: none becomes markup, or calls a person by an @. */
#include "command/diff.h"
#include "command/diff_cells.h"

#include "base/arena.h"
#include "base/str.h"
#include "words/words.h"

#include <string.h>

struct sheet {
	struct arena *arena;
	const struct language *language;
	struct strbuf out;
};

static const enum diff_column shown[] = { DIFF_MODEL, DIFF_BEFORE, DIFF_AFTER, DIFF_CHANGE, DIFF_RANK, DIFF_SOURCE };
enum { SHOWN = sizeof shown / sizeof *shown };

static const enum word heads[DIFF_COLUMNS] = {
	[DIFF_MODEL] = WORD_HEAD_MODEL,   [DIFF_BEFORE] = WORD_HEAD_BEFORE, [DIFF_AFTER] = WORD_HEAD_AFTER,
	[DIFF_CHANGE] = WORD_HEAD_CHANGE, [DIFF_RANK] = WORD_HEAD_RANK,     [DIFF_SOURCE] = WORD_HEAD_SOURCE
};

static void add_plain(struct strbuf *out, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (*p == '<' || *p == '&' || *p == '@')
			strbuf_addf(out, "&#%d;", *p);
		else if (strchr("\\`*_{}[]#|~>!", *p))
			strbuf_addf(out, "\\%c", *p);
		else
			strbuf_addn(out, p, 1);
	}
}

static const char *word(const struct sheet *t, enum word word)
{
	return words_sentence(t->arena, t->language, words_get(t->language, word));
}

static void add_break(struct sheet *t)
{
	if (t->out.n)
		strbuf_add(&t->out, "\n");
}

static void add_title(struct sheet *t, const char *text)
{
	add_break(t);
	strbuf_add(&t->out, "### ");
	add_plain(&t->out, text);
	strbuf_add(&t->out, "\n\n");
}

/* ---- values and ranks ---- */

static void add_heads(struct sheet *t, const bool used[DIFF_COLUMNS])
{
	for (int i = 0; i < SHOWN; i++)
		if (used[shown[i]])
			strbuf_addf(&t->out, "| %s ", word(t, heads[shown[i]]));
	strbuf_add(&t->out, "|\n");
	for (int i = 0; i < SHOWN; i++)
		if (used[shown[i]])
			strbuf_add(&t->out, shown[i] >= DIFF_BEFORE && shown[i] <= DIFF_CHANGE ? "|--:" : "|---");
	strbuf_add(&t->out, "|\n");
}

static void add_group(struct sheet *t, const struct changes *changes, const struct change_group *g)
{
	struct diff_line *lines = arena_alloc(t->arena, g->count, sizeof *lines);
	struct number_style style = diff_style(t->language, g);
	bool used[DIFF_COLUMNS] = { false };
	for (size_t i = 0; i < g->count; i++) {
		lines[i] = diff_line(t->arena, t->language, &changes->items[g->first + i], style);
		for (int c = 0; c < DIFF_COLUMNS; c++)
			used[c] = used[c] || *lines[i].cells[c];
	}
	add_title(t, diff_heading(t->arena, t->language, g));
	add_heads(t, used);
	for (size_t i = 0; i < g->count; i++) {
		for (int c = 0; c < SHOWN; c++)
			if (used[shown[c]]) {
				strbuf_add(&t->out, "| ");
				add_plain(&t->out, lines[i].cells[shown[c]]);
				strbuf_add(&t->out, " ");
			}
		strbuf_add(&t->out, "|\n");
	}
}

/* ---- who came and went ---- */

static void add_item(struct sheet *t, size_t i, enum word head, const char *name)
{
	if (!i)
		add_title(t, word(t, head));
	strbuf_add(&t->out, "- ");
	add_plain(&t->out, str_one_line(t->arena, name));
	strbuf_add(&t->out, "\n");
}

static void add_models(struct sheet *t, enum word head, const struct variant *const *models, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_item(t, i, head, variant_full_name(t->arena, models[i]));
}

static void add_benchmarks(struct sheet *t, enum word head, const struct benchmark *const *benchmarks, size_t count)
{
	for (size_t i = 0; i < count; i++)
		add_item(t, i, head, benchmarks[i]->name);
}

static void add_sentence(struct sheet *t, enum word said)
{
	add_break(t);
	strbuf_addf(&t->out, "%s\n", word(t, said));
}

/* ---- sentences ---- */

static void add_row(struct sheet *t, const struct diff_turn *turn)
{
	strbuf_addf(&t->out, "| %d | ", turn->line);
	add_plain(&t->out, turn->text);
	strbuf_add(&t->out, " | ");
	add_plain(&t->out, turn->becomes);
	strbuf_add(&t->out, " |\n");
}

static void add_turned(struct sheet *t, const struct turned *turned)
{
	size_t n;
	const struct diff_turn *turns = diff_turns(t->arena, t->language, turned, &n);
	add_break(t);
	strbuf_add(&t->out, "### ");
	add_plain(&t->out, diff_turned_words(t->arena, t->language, turned));
	strbuf_add(&t->out, "\n");
	if (n)
		strbuf_addf(&t->out, "\n| %s | %s | %s |\n|--:|---|---|\n", word(t, WORD_HEAD_LINE),
		            word(t, WORD_HEAD_SENTENCE), word(t, WORD_HEAD_NOW));
	for (size_t i = 0; i < n; i++)
		add_row(t, &turns[i]);
}

char *diff_markdown(struct arena *arena, const struct diff *diff, const struct language *language)
{
	const struct changes *changes = diff->changes;
	struct sheet t = { .arena = arena, .language = language, .out = strbuf_new(arena) };
	for (size_t i = 0; i < diff->n_turned; i++)
		add_turned(&t, &diff->turned[i]);
	for (size_t i = 0; i < changes->n_groups; i++)
		add_group(&t, changes, &changes->groups[i]);
	if (diff->some && changes->n_groups)
		add_sentence(&t, WORD_DIFF_RANKS_OF_ALL);
	add_models(&t, WORD_DIFF_MODELS_IN, changes->models_in, changes->n_models_in);
	add_models(&t, WORD_DIFF_MODELS_OUT, changes->models_out, changes->n_models_out);
	add_benchmarks(&t, WORD_DIFF_BENCHMARKS_IN, changes->benchmarks_in, changes->n_benchmarks_in);
	add_benchmarks(&t, WORD_DIFF_BENCHMARKS_OUT, changes->benchmarks_out, changes->n_benchmarks_out);
	add_benchmarks(&t, WORD_DIFF_LEFT_OUT, changes->left_out, changes->n_left_out);
	if (changes_none(changes))
		add_sentence(&t, changes->n_left_out ? WORD_DIFF_NOTHING_ELSE : WORD_DIFF_NOTHING);
	return t.out.s;
}
