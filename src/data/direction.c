#include "data/direction.h"

#include "base/arena.h"

static const char remedy[] =
	"write better: higher or lower in the data (a column of records), or draw its chart with --better";

static bool is_asked(const struct dataset *d, const struct direction_rules *rules, const struct benchmark *benchmark)
{
	for (size_t i = 0; i < rules->n_on && rules->asked != DIRECTION_UNKNOWN; i++)
		if (dataset_benchmark(d, rules->on[i], place_file(NULL), NULL) == benchmark)
			return true;
	return rules->asked != DIRECTION_UNKNOWN && !rules->n_on;
}

static void ask(struct benchmark *benchmark, enum direction asked, struct diags *diags)
{
	if (benchmark->direction_from == DIRECTION_FROM_DATA && benchmark->direction != DIRECTION_UNKNOWN) {
		if (benchmark->direction != asked)
			diag_add(diags, DIAG_ERROR, benchmark->place, "leave --better out, or name other benchmarks",
			         "the data declare that %s is better on %s, and --better says %s",
			         direction_words[benchmark->direction], benchmark->name, direction_words[asked]);
		return;
	}
	benchmark->direction = asked;
	benchmark->direction_from = DIRECTION_FROM_CALLER;
}

static bool speaks_against(const struct benchmark *benchmark, const struct direction_rules *rules)
{
	enum direction implied = benchmark->unit->direction;
	return rules->against &&
	       (rules->against(benchmark->name, implied) || rules->against(benchmark->brief, implied));
}

static void conclude(struct arena *arena, struct benchmark *benchmark, const struct direction_rules *rules,
                     struct diags *diags)
{
	const struct unit *unit = benchmark->unit;
	const char *implied = direction_words[unit->direction];
	if (unit->direction == DIRECTION_UNKNOWN) {
		diag_add(diags, DIAG_NOTE, benchmark->place, remedy,
		         "the data do not say whether higher or lower is better on %s, and the unit %s does not "
		         "settle it, so nothing is ranked there",
		         benchmark->name, unit->name);
		return;
	}
	if (speaks_against(benchmark, rules)) {
		diag_add(diags, DIAG_NOTE, benchmark->place, remedy,
		         "the data do not say whether higher or lower is better on %s: %s, but its name suggests the "
		         "opposite, so nothing is ranked there",
		         benchmark->name,
		         benchmark->unit == &unit_score
		                 ? "of a plain number, higher would be better"
		                 : arena_printf(arena, "the unit %s implies %s", unit->name, implied));
		return;
	}
	benchmark->direction = unit->direction;
	benchmark->direction_from = DIRECTION_FROM_UNIT;
	if (unit->direction == DIRECTION_LOWER)
		diag_add(diags, DIAG_NOTE, benchmark->place, remedy,
		         "lower is taken to be better on %s, because it is counted in %s", benchmark->name, unit->name);
}

void direction_decide(struct arena *arena, struct dataset *d, const struct direction_rules *rules, struct diags *diags)
{
	const struct direction_rules none = { 0 };
	struct diags *notes = diags_ok(diags) ? diags : diags_new(arena); /* after errors units may be wrong */
	rules = rules ? rules : &none;
	for (size_t i = 0; i < d->n_benchmarks; i++) {
		struct benchmark *benchmark = d->benchmarks[i];
		if (is_asked(d, rules, benchmark))
			ask(benchmark, rules->asked, diags);
		else if (benchmark->direction_from == DIRECTION_FROM_NOWHERE)
			conclude(arena, benchmark, rules, notes);
	}
}
