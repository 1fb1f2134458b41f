#include "data/spread.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/quantity.h"
#include "data/tree.h"

#include <math.h>
#include <string.h>

static const double rounding_share = 0.51; /* of the value's last digit */

struct reader {
	const struct schema *map;
	bool percent;
	bool ok;
};

static void refuse(struct reader *r, struct place place, const char *hint, const char *message)
{
	r->ok = false;
	diag_add(r->map->diags, DIAG_ERROR, place, hint, "%s", message);
}

static double read_number(struct reader *r, const struct value *value)
{
	struct quantity q = { 0 };
	bool percent = false;
	if (!schema_value_quantity(r->map, value, &q, &percent))
		r->ok = false;
	else if (percent != r->percent)
		refuse(r, value->place, "write all of them with \"%\", or none", "this is not written as the value is");
	return q.number;
}

/* Two quantiles that belong together. False if neither is given. */
static bool read_pair(struct reader *r, const char *const keys[2], double *low, double *high)
{
	const struct value *a = schema_at(r->map, keys[0]), *b = schema_at(r->map, keys[1]);
	if (!a && !b)
		return false;
	if (!a || !b) {
		refuse(r, a ? a->place : b->place, "give both ends",
		       arena_printf(r->map->arena, "%s is given without %s", keys[!a], keys[!!a]));
		return false;
	}
	*low = read_number(r, a);
	*high = read_number(r, b);
	if (r->ok && *low > *high)
		refuse(r, a->place, NULL, arena_printf(r->map->arena, "%s lies above %s", keys[0], keys[1]));
	return true;
}

static void add_run(struct reader *r, struct spread *s, double *runs, const struct value *value)
{
	double run = read_number(r, value);
	s->least = s->n_runs ? fmin(s->least, run) : run;
	s->most = s->n_runs ? fmax(s->most, run) : run;
	runs[s->n_runs++] = run;
}

/* A list, or in a cell of a table numbers with ';' between them. */
static void read_runs(struct reader *r, struct spread *s)
{
	const struct value *value = schema_at(r->map, "runs");
	struct arena *arena = r->map->arena;
	bool counted = value && value->kind != VALUE_LIST && !(value->text && strchr(value->text, ';'));
	if (!value || (counted && str_eq(r->map->what, "record"))) /* a table may say how many runs there were */
		return;
	size_t most = value->kind == VALUE_LIST ? value->count : strlen(value->text ? value->text : "") / 2 + 1;
	double *runs = arena_alloc(arena, most + 1, sizeof *runs);
	s->runs = runs;
	if (value->kind == VALUE_LIST) {
		for (size_t i = 0; i < value->count; i++)
			add_run(r, s, runs, &value->items[i]);
	} else if (value->kind == VALUE_STRING) {
		for (const char *p = value->text; *p; p += *p == ';') {
			size_t n = strcspn(p, ";");
			struct value one = *value;
			one.text = arena_strndup(arena, p, n);
			p += n;
			if (one.text[strspn(one.text, " ")])
				add_run(r, s, runs, &one);
		}
	} else {
		add_run(r, s, runs, value);
	}
	if (r->ok && s->n_runs < 2)
		refuse(r, value->place, "write runs: [71.2, 73.0]", "there are too few runs");
	if (r->ok && s->n_runs > SPREAD_RUNS)
		refuse(r, value->place, "give their quantiles: q05, q25, q75 and q95",
		       arena_printf(arena, "a value has %d runs at most, not %zu", SPREAD_RUNS, s->n_runs));
}

const struct spread *spread_load(const struct schema *map, bool value, bool percent)
{
	static const char *const inner[] = { "q25", "q75" }, *const outer[] = { "q05", "q95" };
	struct reader r = { map, percent, true };
	struct spread *s = arena_alloc(map->arena, 1, sizeof *s);
	s->inner = read_pair(&r, inner, &s->q25, &s->q75);
	s->outer = read_pair(&r, outer, &s->q05, &s->q95);
	read_runs(&r, s);
	bool any = s->inner || s->outer || s->n_runs;
	if (any && !value)
		refuse(&r, map->map->place, "give the value, or leave these out",
		       "there are quantiles or runs, but no value");
	if (r.ok && s->inner && s->outer && (s->q25 < s->q05 || s->q75 > s->q95))
		refuse(&r, schema_place(map, "q25"), NULL,
		       "the middle half of the results reaches beyond nine in ten of them");
	return any && r.ok ? s : NULL;
}

static void warn(const struct schema *map, const char *key, const char *what, double low, double high)
{
	diag_add(map->diags, DIAG_WARNING, schema_place(map, key), "correct one of them; a chart draws both",
	         "%s: %.10g to %.10g", what, low, high);
}

static bool lies_within(double x, double low, double high, double rounded)
{
	return x >= low - rounded && x <= high + rounded;
}

void spread_check(const struct schema *map, const struct spread *s, const struct quantity *value)
{
	if (!s)
		return;
	double rounded = rounding_share * pow(10, -quantity_level(*value));
	if (s->n_runs && !lies_within(value->number, s->least, s->most, rounded))
		warn(map, "runs", "the value lies outside its runs", s->least, s->most);
	if (s->outer && !lies_within(value->number, s->q05, s->q95, rounded))
		warn(map, "q05", "the value lies outside nine in ten of its results", s->q05, s->q95);
	if (s->n_runs && s->outer &&
	    !(lies_within(s->q05, s->least, s->most, rounded) && lies_within(s->q95, s->least, s->most, rounded)))
		warn(map, "q05", "the quantiles q05 and q95 lie outside the runs", s->least, s->most);
	if (s->n_runs && s->inner &&
	    !(lies_within(s->q25, s->least, s->most, rounded) && lies_within(s->q75, s->least, s->most, rounded)))
		warn(map, "q25", "the quantiles q25 and q75 lie outside the runs", s->least, s->most);
}

const struct spread *spread_copy(struct arena *arena, const struct spread *spread)
{
	if (!spread)
		return NULL;
	struct spread *copy = arena_alloc(arena, 1, sizeof *copy);
	double *runs = arena_alloc(arena, spread->n_runs + 1, sizeof *runs);
	*copy = *spread;
	for (size_t i = 0; i < spread->n_runs; i++)
		runs[i] = spread->runs[i];
	copy->runs = runs;
	return copy;
}

void spread_put(struct tree *map, const struct spread *s, bool flat)
{
	struct tree runs = tree_new(map->arena);
	struct strbuf text = strbuf_new(map->arena);
	if (!s)
		return;
	if (s->outer)
		tree_put_number(map, "q05", s->q05);
	if (s->inner) {
		tree_put_number(map, "q25", s->q25);
		tree_put_number(map, "q75", s->q75);
	}
	if (s->outer)
		tree_put_number(map, "q95", s->q95);
	for (size_t i = 0; i < s->n_runs; i++) {
		tree_put_number(&runs, NULL, s->runs[i]);
		strbuf_addf(&text, "%s%s", i ? "; " : "", runs.items[i].text);
	}
	if (s->n_runs)
		tree_put(map, "runs", flat ? tree_text(text.s) : tree_list(&runs));
}
