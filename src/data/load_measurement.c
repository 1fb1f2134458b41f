/* One measurement: who, on what, how much, how sure, says who. */
#include "data/build.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"
#include "data/spread.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const measurement_keys[] = { "model",  "candidates", "benchmark", "value",  "source",  "measured",
	                                        "status", "se",         "ci",        "ci_low", "ci_high", "level",
	                                        "n",      "date",       "variant",   "note",   "q05",     "q25",
	                                        "q75",    "q95",        "runs" };
static const char *const statuses[] = { "ok", "missing", "estimated", "unknown-zero", "ambiguous" };
static const char *const measurers[] = { "unknown", "first-party", "third-party" };

/* What subtracting binary fractions leaves after the twelfth digit is not in the data. */
static double tidy(double x)
{
	char text[40];
	snprintf(text, sizeof text, "%.12g", x);
	return strtod(text, NULL);
}

static const struct variant *who(struct build *b, const struct schema *s, const char *name)
{
	const char *variant = schema_text(s, "variant", OPTIONAL);
	if (!variant)
		return dataset_variant(b->d, name, schema_place(s, "model"), b->diags);
	const struct variant *plain = dataset_variant(b->d, name, schema_place(s, "model"), b->diags);
	if (!plain)
		return NULL;
	const struct variant *found = dataset_variant_of(b->d, plain->model, variant);
	if (!found) {
		const char *whole = arena_printf(b->arena, "%s@%s", plain->model->id, variant);
		return dataset_variant(b->d, whole, schema_place(s, "variant"), b->diags);
	}
	if (!plain->is_default && plain != found) {
		schema_wrong(s, "variant", "say it once", arena_printf(b->arena, "\"%s\" as in model", plain->own->id));
		return NULL;
	}
	return found;
}

/* True if the source itself names the variant, not just the model. */
static bool states_variant(struct build *b, const struct schema *s, const char *name)
{
	return schema_text(s, "variant", OPTIONAL) || !dataset_model(b->d, name, s->map->place, NULL);
}

static void add_candidate(struct build *b, struct measurement *m, const char *name, struct place place)
{
	const struct variant *variant = dataset_variant(b->d, name, place, b->diags);
	for (size_t i = 0; variant && i < m->n_candidates; i++)
		if (m->candidates[i] == variant)
			diag_add(b->diags, DIAG_ERROR, place, "name each candidate once",
			         "\"%s\" is named as a candidate more than once", name);
	if (variant)
		m->candidates[m->n_candidates++] = variant;
}

/* A list, or in a cell of a table names with ';' between them. */
static void load_candidates(struct build *b, const struct schema *s, struct measurement *m)
{
	const struct value *value = schema_at(s, "candidates");
	if (!value)
		return;
	if (value->kind == VALUE_STRING) {
		m->candidates = arena_alloc(b->arena, strlen(value->text) / 2 + 1, sizeof *m->candidates);
		for (const char *p = value->text; *p; p += *p == ';') {
			size_t n = strcspn(p, ";");
			const char *name = arena_strndup(b->arena, p, n);
			p += n;
			if (*dataset_fold(b->arena, name))
				add_candidate(b, m, name, value->place);
		}
		return;
	}
	struct names names = schema_names(s, "candidates");
	m->candidates = arena_alloc(b->arena, names.count + 1, sizeof *m->candidates);
	for (size_t i = 0; i < names.count; i++)
		add_candidate(b, m, names.items[i], value->place);
}

/* Whom it is about. False if that is not said, which is reported. */
static bool load_who(struct build *b, const struct schema *s, struct measurement *m)
{
	size_t errors = diags_count(b->diags, DIAG_ERROR);
	bool many = schema_at(s, "candidates") != NULL;
	const char *name = schema_text(s, "model", many ? OPTIONAL : REQUIRED);
	load_candidates(b, s, m);
	if (many && name)
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "candidates"), "keep the model, or the candidates",
		         "both a model and candidates are given");
	else if (many && m->n_candidates < 2 && diags_count(b->diags, DIAG_ERROR) == errors)
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "candidates"),
		         "name two or more, or write model:", "there are too few candidates");
	if (many || !name)
		return diags_count(b->diags, DIAG_ERROR) == errors && many;
	m->variant = who(b, s, name);
	m->variant_stated = m->variant && states_variant(b, s, name);
	return m->variant != NULL;
}

/* The value as written. False if it is missing or wrong. */
static bool load_value(struct build *b, const struct schema *s, struct measurement *m, bool *percent)
{
	if (!schema_quantity(s, "value", &m->value, percent)) {
		const struct value *value = schema_at(s, "value");
		if (value && value->text && quantity_is_nan(value->text))
			diag_add(b->diags, DIAG_WARNING, value->place, "leave it empty if nothing is known",
			         "%s is not a number; treated as missing", value->text);
		m->value = (struct quantity){ 0 };
		return false;
	}
	if (*percent && m->benchmark && m->benchmark->unit_declared && m->benchmark->unit != &unit_percent)
		diag_add(b->diags, DIAG_ERROR, schema_place(s, "value"),
		         "change the benchmark's unit to percent, or the value",
		         "\"%s%%\" is a percentage, but %s is declared in %s", m->value.text, m->benchmark->name,
		         m->benchmark->unit->name);
	return true;
}

static const char *status_remedy(enum status status)
{
	switch (status) {
	case STATUS_OK:
	case STATUS_ESTIMATED:
		return "give the value, or write status: missing";
	case STATUS_MISSING:
		return "leave the value out, or the status";
	case STATUS_UNKNOWN_ZERO:
		return "leave the value out or write 0";
	case STATUS_AMBIGUOUS:
		return "give the value that may be somebody's";
	}
	return NULL;
}

/* The status that is written or follows, and whether the value fits it. */
static void load_status(struct build *b, const struct schema *s, struct measurement *m, bool valued)
{
	bool many = schema_at(s, "candidates") != NULL;
	int status = valued ? STATUS_OK : STATUS_MISSING;
	schema_word(s, "status", OPTIONAL, statuses, sizeof statuses / sizeof *statuses, &status);
	m->status = (enum status)status;
	bool fits = true;
	switch (m->status) {
	case STATUS_OK:
	case STATUS_ESTIMATED:
	case STATUS_AMBIGUOUS:
		fits = valued;
		break;
	case STATUS_MISSING:
		fits = !valued;
		break;
	case STATUS_UNKNOWN_ZERO:
		fits = !valued || m->value.number == 0;
		m->value = (struct quantity){ 0 };
		break;
	}
	if (!fits)
		diag_add(b->diags, DIAG_ERROR, schema_place(s, valued ? "value" : "status"), status_remedy(m->status),
		         "the status is %s, but there is %s value", status_word(m->status), valued ? "a" : "no");
	if (many != (m->status == STATUS_AMBIGUOUS))
		diag_add(b->diags, DIAG_ERROR, schema_place(s, many ? "candidates" : "status"),
		         many ? "write status: ambiguous" : "write candidates: [a, b] instead of the model",
		         many ? "candidates need the status ambiguous" : "an ambiguous value needs candidates");
}

/* "±1.6" and "1.6" are the same half-width. */
static bool load_bound(const struct schema *s, const struct value *value, struct quantity *bound)
{
	bool percent;
	struct value bare = *value;
	if (value->kind == VALUE_STRING && str_starts(value->text, "\u00b1"))
		bare.text = value->text + strlen("\u00b1");
	return schema_value_quantity(s, &bare, bound, &percent);
}

/* low and high are bounds if they hold the value, else offsets from it. */
static void set_interval(struct build *b, struct measurement *m, double low, double high, struct place place)
{
	double value = m->value.number;
	if (!(low <= value && value <= high)) {
		if (low > 0 || high < 0) {
			diag_add(b->diags, DIAG_ERROR, place, "give both ends (88.1, 90.9) or both offsets (-0.7, 0.8)",
			         "the interval does not contain the value %s", m->value.text);
			return;
		}
		low = tidy(value + low);
		high = tidy(value + high);
	}
	m->has_interval = true;
	m->low = low;
	m->high = high;
}

static void load_ci(struct build *b, const struct schema *s, struct measurement *m)
{
	const struct value *ci = schema_at(s, "ci");
	const struct value *low = schema_at(s, "ci_low"), *high = schema_at(s, "ci_high");
	if (ci && ci->kind == VALUE_LIST && ci->count == 2) {
		low = &ci->items[0];
		high = &ci->items[1];
	} else if (ci && ci->kind == VALUE_LIST) {
		diag_add(b->diags, DIAG_ERROR, ci->place, "write ci: 1.6 or ci: [88.1, 90.9]",
		         "ci needs two bounds, but there %s %zu", ci->count == 1 ? "is" : "are", ci->count);
		return;
	}
	struct quantity x, y;
	if (low && high) {
		if (load_bound(s, low, &x) && load_bound(s, high, &y))
			set_interval(b, m, x.number, y.number, low->place);
	} else if (low || high) {
		diag_add(b->diags, DIAG_ERROR, low ? low->place : high->place, "give both ends",
		         "%s is given without %s", low ? "ci_low" : "ci_high", low ? "ci_high" : "ci_low");
	} else if (ci && load_bound(s, ci, &x)) {
		if (x.number < 0)
			schema_wrong(s, "ci", NULL, "a half-width that is not negative");
		else
			set_interval(b, m, tidy(m->value.number - x.number), tidy(m->value.number + x.number),
			             ci->place);
	}
}

static void load_level(struct build *b, const struct schema *s, struct measurement *m)
{
	struct quantity level;
	bool percent;
	m->level = 95;
	if (!schema_quantity(s, "level", &level, &percent))
		return;
	m->level = level.number;
	if (m->level <= 0 || m->level >= 100)
		schema_wrong(s, "level", NULL, "between 0 and 100");
	else if (m->level < 1)
		schema_wrong(s, "level", arena_printf(b->arena, "write %g", m->level * 100), "in percent");
}

static void load_uncertainty(struct build *b, const struct schema *s, struct measurement *m)
{
	struct quantity se;
	bool percent,
		given = schema_at(s, "se") || schema_at(s, "ci") || schema_at(s, "ci_low") || schema_at(s, "ci_high");
	if (given && !m->value.text) {
		diag_add(b->diags, DIAG_ERROR, s->map->place, "give the value, or leave the interval out",
		         "there is an interval, but no value");
		return;
	}
	load_ci(b, s, m);
	load_level(b, s, m);
	if (!schema_quantity(s, "se", &se, &percent))
		return;
	if (se.number < 0) {
		schema_wrong(s, "se", NULL, "a standard error that is not negative");
		return;
	}
	m->has_se = true;
	m->se = se.number;
	if (m->has_interval)
		return;
	m->level = 95;
	m->has_interval = m->interval_from_se = true;
	m->low = tidy(m->value.number - 1.96 * se.number);
	m->high = tidy(m->value.number + 1.96 * se.number);
}

static void load_sample(const struct schema *s, struct measurement *m)
{
	struct quantity n;
	if (!schema_quantity(s, "n", &n, NULL))
		return;
	if (n.number < 1 || n.number > 1e15 || n.number != floor(n.number))
		schema_wrong(s, "n", NULL, "a positive whole number");
	else
		m->n = (long)n.number;
}

static const char *form_word(enum measurement_form form)
{
	switch (form) {
	case FORM_DATASET:
		return "measurement";
	case FORM_RECORD:
		return "record";
	}
	return "";
}

void load_measurement(struct build *b, const struct value *map, enum measurement_form form, struct spot spot)
{
	struct schema s;
	if (!schema_open(&s, b->rows, b->diags, map, form_word(form)))
		return;
	if (form == FORM_DATASET) /* unknown columns of records were dropped with a warning */
		schema_keys(&s, measurement_keys, sizeof measurement_keys / sizeof *measurement_keys);
	struct measurement m = { .index = 0 };
	bool percent = false, known = load_who(b, &s, &m);
	const char *benchmark = schema_text(&s, "benchmark", REQUIRED), *source = schema_text(&s, "source", OPTIONAL);
	if (benchmark)
		m.benchmark = dataset_benchmark(b->d, benchmark, schema_place(&s, "benchmark"), b->diags);
	if (source)
		m.source = dataset_source(b->d, source, schema_place(&s, "source"), b->diags);
	size_t errors = diags_count(b->diags, DIAG_ERROR);
	bool valued = load_value(b, &s, &m, &percent);
	if (diags_count(b->diags, DIAG_ERROR) == errors)
		load_status(b, &s, &m, valued);
	load_uncertainty(b, &s, &m);
	load_sample(&s, &m);
	m.spread = spread_load(&s, m.value.text != NULL, percent);
	spread_check(&s, m.spread, &m.value);
	m.date = schema_date(&s, "date");
	if (!m.date.year && m.source)
		m.date = m.source->date;
	int measured = MEASURED_UNKNOWN;
	schema_word(&s, "measured", OPTIONAL, measurers, sizeof measurers / sizeof *measurers, &measured);
	m.measured = (enum measured)measured;
	m.note = schema_text(&s, "note", OPTIONAL);
	if (!known || !m.benchmark || (source && !m.source))
		return;
	spot.place = map->place;
	spot.value = schema_place(&s, "value");
	columns_add(b->d->columns, &m, percent, &spot);
}
