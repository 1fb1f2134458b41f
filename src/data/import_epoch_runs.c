/* Epoch AI's benchmarks_runs.csv: a row per run; the standard error is packed into a text, "choice:0.85±0.02". */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <stdio.h>
#include <string.h>

static const char best[] = "Best score (across scorers)";

/* "17 November 2025 4:28pm" */
static struct date date_in_words(const char *text)
{
	static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
		                              "July",    "August",   "September", "October", "November", "December" };
	char month[16];
	int day, year;
	struct date date;
	if (!text || sscanf(text, "%2d %15s %4d", &day, month, &year) != 3)
		return (struct date){ 0 };
	for (int i = 0; i < (int)(sizeof months / sizeof *months); i++) {
		char iso[32];
		snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, i + 1, day);
		if (str_eq(month, months[i]) && date_parse(iso, &date) && date_is_plausible(date))
			return date;
	}
	return (struct date){ 0 };
}

/* The error behind the only "±" of the scores. */
static const struct value *error_of(struct harvest *h, const char *scores)
{
	static const char sign[] = "\u00b1";
	const char *at = scores ? strstr(scores, sign) : NULL;
	char *part;
	double number;
	if (!at || strstr(at + 1, sign))
		return NULL;
	at += strlen(sign);
	part = arena_strndup(harvest_arena(h), at, strcspn(at, " ,;"));
	return str_to_number(part, &number) && number > 0 ? harvest_number(h, number) : NULL;
}

static void gather(struct harvest *h, const struct document *document)
{
	size_t failed = 0;
	for (size_t i = 0; i < document->tree->count; i++) {
		const struct value *row = &document->tree->items[i];
		const char *status = pick_text(row, "Status");
		struct result r = { .place = row->place,
			            .model = pick_text(row, "model"),
			            .apart = pick_text(row, "id"),
			            .benchmark = pick_text(row, "task"),
			            .version = pick_text(row, "task version"),
			            .unit = unit_share,
			            .directed = true,
			            .better = DIRECTION_HIGHER,
			            .value = value_at(row, best),
			            .se = error_of(h, pick_text(row, "Scores")),
			            .date = date_in_words(pick_text(row, "started_at")),
			            .publisher = "Epoch AI",
			            .kind = SOURCE_INDEPENDENT,
			            .measured = MEASURED_THIRD_PARTY };
		if (status && !str_eq(status, "Success"))
			failed++;
		else
			harvest_add(h, &r);
	}
	if (failed)
		diag_add(harvest_diags(h), DIAG_NOTE, document->tree->place, NULL,
		         "left out: %zu of %zu runs, whose status is not Success", failed, document->tree->count);
}

const struct import import_epoch_runs = { .name = "epoch-runs",
	                                  .what = "Epoch AI benchmarks_runs.csv",
	                                  .example = "benchmarks_runs.csv",
	                                  .tree = true,
	                                  .needs = { "*/task", "*/model", "*/Best score (across scorers)" },
	                                  .gather = gather };
