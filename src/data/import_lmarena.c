/* LMArena's tables: Elo with an interval that is spelled "+5/-5" or as two columns, and the votes that it rests on. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "data/pick.h"

#include <stdlib.h>
#include <string.h>

/* The first of the columns that a row has. */
static const struct value *one_of(const struct value *row, const char *const *columns)
{
	for (; *columns; columns++) {
		const struct value *cell = value_at(row, *columns);
		if (cell && cell->kind != VALUE_MISSING)
			return cell;
	}
	return NULL;
}

static const char *text_of(const struct value *cell)
{
	return cell ? cell->text : NULL;
}

/* "62,764" */
static long count_of(const char *text)
{
	char plain[24];
	size_t n = 0;
	for (; text && *text && n + 1 < sizeof plain; text++)
		if (*text >= '0' && *text <= '9')
			plain[n++] = *text;
		else if (*text != ',')
			return 0;
	plain[n] = '\0';
	return n && n < 10 ? strtol(plain, NULL, 10) : 0;
}

/* The number behind this sign in "+5/-4": an offset. */
static const struct value *offset_of(struct harvest *h, const char *text, char sign)
{
	const char *at = text ? strchr(text, sign) : NULL;
	char *part = at ? arena_strndup(harvest_arena(h), at + 1, strcspn(at + 1, "/ ")) : NULL;
	double number;
	return part && str_to_number(part, &number) && number >= 0 ? harvest_number(h, sign == '-' ? -number : number)
	                                                           : NULL;
}

static void read_interval(struct harvest *h, const struct value *row, struct result *r)
{
	static const char *const intervals[] = { "95_pct_ci", "95% CI", "ci", NULL };
	static const char *const low[] = { "rating_q025", "rating_lower", "score_lower", NULL };
	static const char *const high[] = { "rating_q975", "rating_upper", "score_upper", NULL };
	const char *text = text_of(one_of(row, intervals)), half[] = "\u00b1";
	double number;
	r->ci_low = one_of(row, low);
	r->ci_high = one_of(row, high);
	if (text && str_starts(text, half) && str_to_number(text + strlen(half), &number) && number >= 0) {
		r->ci = harvest_number(h, number);
	} else if (text) {
		r->ci_low = offset_of(h, text, '-');
		r->ci_high = offset_of(h, text, '+');
	}
}

static const char *const scores[] = { "arena_score", "Arena Score", "rating", "score", NULL };

/* A score and votes may be anybody's: heads that only LMArena writes, one of them beside a score. */
static bool detect(const struct document *document)
{
	static const char *const own[] = { "arena_score", "Arena Score",    "num_battles", "95_pct_ci",
		                           "rating_q025", "rank_stylectrl", NULL };
	bool scored = false, known = false;
	const struct table *table = document->table;
	for (size_t i = 0; i < (table ? table->n_columns : 0); i++) {
		for (size_t k = 0; scores[k]; k++)
			scored |= str_eq(table->columns[i].key.text, scores[k]);
		for (size_t k = 0; own[k]; k++)
			known |= str_eq(table->columns[i].key.text, own[k]);
	}
	const struct value *first = document->tree ? pick_map(document->tree, "*") : NULL;
	return (scored && known) ||
	       (first && document->tree->kind == VALUE_LIST && one_of(first, scores) && one_of(first, own));
}

static void gather(struct harvest *h, const struct document *document)
{
	static const char *const votes[] = { "votes", "num_battles", "vote_count", NULL };
	static const char *const organisations[] = { "organization", "Organization", NULL };
	static const char *const licences[] = { "license", "License", NULL };
	const char *path = harvest_path(h);
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *row = &document->tree->items[i];
		struct result r = { .place = row->place,
			            .model = pick_text(row, "model"),
			            .organisation = text_of(one_of(row, organisations)),
			            .licence = text_of(one_of(row, licences)),
			            .benchmark = "Arena score",
			            .within = path ? file_stem(harvest_arena(h), path) : NULL,
			            .unit = "elo",
			            .directed = true,
			            .better = DIRECTION_HIGHER,
			            .value = one_of(row, scores),
			            .n = count_of(text_of(one_of(row, votes))),
			            .publisher = "LMArena",
			            .kind = SOURCE_LEADERBOARD,
			            .measured = MEASURED_THIRD_PARTY };
		read_interval(h, row, &r);
		harvest_add(h, &r);
	}
}

const struct import import_lmarena = { .name = "lmarena",
	                               .what = "LMArena's tables",
	                               .example = "lmarena_text.csv",
	                               .tree = true,
	                               .needs = { "*/model" },
	                               .detect = detect,
	                               .gather = gather };
