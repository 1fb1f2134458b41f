#include "data/filter.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/glob.h"
#include "data/quantity.h"

#include <string.h>

enum field {
	FIELD_NAME,
	FIELD_MAKER,
	FIELD_LICENCE,
	FIELD_FAMILY,
	FIELD_VARIANT,
	FIELD_MODE,
	FIELD_EFFORT,
	FIELD_TOOLS,
	FIELD_SCAFFOLD,
	FIELD_OPEN,
	FIELD_RELEASED,
	FIELD_CONTEXT,
	FIELD_PRICE_INPUT,
	FIELD_PRICE_OUTPUT,
};

enum kind { KIND_TEXT, KIND_NUMBER, KIND_DATE };
enum comparison { EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST };

static const struct field_word {
	const char *name;
	enum field field;
	enum kind kind;
} fields[] = {
	{ "name", FIELD_NAME, KIND_TEXT },
	{ "model", FIELD_NAME, KIND_TEXT },
	{ "maker", FIELD_MAKER, KIND_TEXT },
	{ "organisation", FIELD_MAKER, KIND_TEXT },
	{ "licence", FIELD_LICENCE, KIND_TEXT },
	{ "license", FIELD_LICENCE, KIND_TEXT },
	{ "family", FIELD_FAMILY, KIND_TEXT },
	{ "variant", FIELD_VARIANT, KIND_TEXT },
	{ "mode", FIELD_MODE, KIND_TEXT },
	{ "effort", FIELD_EFFORT, KIND_TEXT },
	{ "tools", FIELD_TOOLS, KIND_TEXT },
	{ "scaffold", FIELD_SCAFFOLD, KIND_TEXT },
	{ "open", FIELD_OPEN, KIND_TEXT },
	{ "released", FIELD_RELEASED, KIND_DATE },
	{ "context", FIELD_CONTEXT, KIND_NUMBER },
	{ "price_input", FIELD_PRICE_INPUT, KIND_NUMBER },
	{ "price_output", FIELD_PRICE_OUTPUT, KIND_NUMBER },
};
enum { FIELDS = sizeof fields / sizeof *fields };

struct filter {
	enum field field;
	enum kind kind;
	enum comparison comparison;
	const char *text; /* what the field is held against, folded */
	double number;
	struct date date;
};

/* ---- reading ---- */

static const char *field_list(struct arena *arena)
{
	struct strbuf list = strbuf_new(arena);
	strbuf_add(&list, "the fields are ");
	for (size_t i = 0; i < FIELDS; i++)
		if (!i || fields[i].field != fields[i - 1].field)
			strbuf_addf(&list, "%s%s", i ? ", " : "", fields[i].name);
	return list.s;
}

static const struct field_word *field_of(struct arena *arena, const char *name, struct place place, struct diags *diags)
{
	static const char *const of_measurements[] = { "benchmark", "value", "source", "measured", "date", "n", "ci" };
	struct nearest nearest = nearest_to(name);
	bool other = false; /* a word that is right elsewhere is no slip */
	for (size_t i = 0; i < sizeof of_measurements / sizeof *of_measurements; i++)
		other |= str_eq(of_measurements[i], name);
	for (size_t i = 0; i < FIELDS; i++) {
		if (str_eq(fields[i].name, name))
			return &fields[i];
		if (!other)
			nearest_offer(&nearest, fields[i].name);
	}
	diag_add(diags, DIAG_ERROR, place, nearest_hint(arena, &nearest, field_list(arena)),
	         "there is no field \"%s\" to select by", name);
	return NULL;
}

/* The comparison at s, and its length; 0 if there is none. */
static size_t comparison_at(const char *s, enum comparison *comparison)
{
	static const char *const signs[] = { "==", "=", "!=", "<=", "<", ">=", ">" };
	static const enum comparison means[] = { EQUAL, EQUAL, UNEQUAL, AT_MOST, LESS, AT_LEAST, MORE };
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(s, signs[i])) {
			*comparison = means[i];
			return strlen(signs[i]);
		}
	return 0;
}

static bool wrong(struct diags *diags, struct place place, const char *hint, const char *what, const char *text)
{
	diag_add(diags, DIAG_ERROR, place, hint, "\"%s\" %s", text, what);
	return false;
}

/* What the field is held against, as its kind asks. */
static bool read_operand(struct arena *arena, struct filter *f, struct place place, struct diags *diags)
{
	struct quantity quantity;
	bool percent;
	switch (f->kind) {
	case KIND_DATE:
		return date_parse(f->text, &f->date) ||
		       wrong(diags, place, "write 2025, 2025-06 or 2025-06-30", "is not a date", f->text);
	case KIND_NUMBER:
		if (!quantity_parse(arena, f->text, &quantity, &percent))
			return wrong(diags, place, "write 128000 or 128k", "is not a number", f->text);
		f->number = quantity.number;
		return true;
	case KIND_TEXT:
		break;
	}
	if (f->comparison != EQUAL && f->comparison != UNEQUAL)
		return wrong(diags, place, "compare it with = or !=", "is text, which has no size", f->text);
	if (f->field == FIELD_OPEN && !str_eq(f->text, "yes") && !str_eq(f->text, "no"))
		return wrong(diags, place, "write open = yes, or open = no", "is neither yes nor no", f->text);
	return true;
}

/* One condition, from s to end. */
static bool read_one(struct arena *arena, const char *s, const char *end, struct place place, struct filters *filters,
                     struct diags *diags)
{
	static const char example[] = "write a field, a comparison and a value: released >= 2025-06";
	const char *start = s;
	while (s < end && !strchr("=!<> \t", *s))
		s++;
	const char *name = arena_strndup(arena, start, (size_t)(s - start));
	s += strspn(s, " \t");
	struct filter f = { .comparison = EQUAL };
	size_t sign = s < end ? comparison_at(s, &f.comparison) : 0;
	s += sign;
	s += strspn(s, " \t");
	while (end > s && strchr(" \t", end[-1]))
		end--;
	if (end - s >= 2 && *s == '"' && end[-1] == '"') {
		s++;
		end--;
	}
	if (!sign || !*name || s >= end)
		return wrong(diags, place, example, "is not a condition",
		             arena_strndup(arena, start, (size_t)(end > start ? end - start : 0)));
	const struct field_word *word = field_of(arena, name, place, diags);
	if (!word)
		return false;
	f.field = word->field;
	f.kind = word->kind;
	f.text = dataset_fold(arena, arena_strndup(arena, s, (size_t)(end - s)));
	if (!read_operand(arena, &f, place, diags))
		return false;
	filters->items = arena_grow(arena, filters->items, &filters->room, filters->count, sizeof *filters->items);
	filters->items[filters->count++] = f;
	return true;
}

/* The end of the condition at s: " and " outside quotes, or the end of the text. */
static const char *condition_end(const char *s)
{
	for (bool quoted = false; *s; s++) {
		quoted ^= *s == '"';
		if (!quoted && str_starts(s, " and "))
			return s;
	}
	return s;
}

bool filters_read(struct arena *arena, const char *text, struct place place, struct filters *filters,
                  struct diags *diags)
{
	bool ok = true;
	for (const char *s = text;;) {
		s += strspn(s, " \t");
		const char *end = condition_end(s);
		ok = read_one(arena, s, end, place, filters, diags) && ok;
		if (!*end)
			return ok;
		s = end + strlen(" and ");
	}
}

/* ---- holding something against them ---- */

static bool compares(enum comparison comparison, double number, double with)
{
	switch (comparison) {
	case EQUAL:
		return number == with;
	case UNEQUAL:
		return number != with;
	case LESS:
		return number < with;
	case AT_MOST:
		return number <= with;
	case MORE:
		return number > with;
	case AT_LEAST:
		return number >= with;
	}
	return false;
}

/* True if all of a lies in b: the day in its month, the month in its year. */
static bool lies_in(struct date a, struct date b)
{
	return a.year == b.year && (!b.month || (a.month == b.month && (!b.day || a.day == b.day)));
}

static bool takes_date(const struct filter *f, struct date date)
{
	bool before = date_precedes(date, f->date), after = date_precedes(f->date, date);
	if (!date.year)
		return false;
	switch (f->comparison) {
	case EQUAL:
		return lies_in(date, f->date);
	case UNEQUAL:
		return before || after;
	case LESS:
		return before;
	case AT_MOST:
		return before || lies_in(date, f->date);
	case MORE:
		return after;
	case AT_LEAST:
		return after || lies_in(date, f->date);
	}
	return false;
}

/* one, other: names of the same thing; NULL if there is none. */
static bool takes_text(struct arena *scratch, const struct filter *f, const char *one, const char *other)
{
	bool fits = (one && glob_fits(scratch, f->text, one)) || (other && glob_fits(scratch, f->text, other));
	return (one || other) && fits == (f->comparison == EQUAL);
}

static bool takes_quantity(const struct filter *f, const struct quantity *quantity, bool free)
{
	return (free || quantity->text) && compares(f->comparison, free ? 0 : quantity->number, f->number);
}

/* A licence that names itself so closes a model; any other that is known opens it. */
static const char *open_of(struct arena *scratch, const char *licence)
{
	static const char *const closed[] = { "*proprietary*", "*closed*", "*commercial*" };
	for (size_t i = 0; licence && i < sizeof closed / sizeof *closed; i++)
		if (glob_fits(scratch, closed[i], licence))
			return "no";
	return licence ? "yes" : NULL;
}

static bool takes_variant(struct arena *scratch, const struct filter *f, const struct variant *v)
{
	const struct model *m = v->model;
	const struct organisation *maker = m->own->organisation;
	const struct model_more *more = m->own->more;
	const struct variant_more *own = v->own->more;
	switch (f->field) {
	case FIELD_NAME:
		return takes_text(scratch, f, m->name, m->id);
	case FIELD_MAKER:
		return maker && takes_text(scratch, f, maker->name, maker->id);
	case FIELD_LICENCE:
		return takes_text(scratch, f, more->licence, NULL);
	case FIELD_FAMILY:
		return takes_text(scratch, f, more->family, NULL);
	case FIELD_VARIANT:
		return *v->own->id && takes_text(scratch, f, v->own->name, v->own->id);
	case FIELD_MODE:
		return takes_text(scratch, f, own->mode, NULL);
	case FIELD_EFFORT:
		return takes_text(scratch, f, own->effort, NULL);
	case FIELD_TOOLS:
		return takes_text(scratch, f, own->tools, NULL);
	case FIELD_SCAFFOLD:
		return takes_text(scratch, f, own->scaffold, NULL);
	case FIELD_OPEN:
		return takes_text(scratch, f, open_of(scratch, more->licence), NULL);
	case FIELD_RELEASED:
		return takes_date(f, more->released);
	case FIELD_CONTEXT:
		return takes_quantity(f, &more->context, false);
	case FIELD_PRICE_INPUT:
		return takes_quantity(f, &more->price.input, more->price.free);
	case FIELD_PRICE_OUTPUT:
		return takes_quantity(f, &more->price.output, more->price.free);
	}
	return false;
}

bool filters_take_variant(struct arena *scratch, const struct filters *filters, const struct variant *variant)
{
	for (size_t i = 0; i < filters->count; i++)
		if (!takes_variant(scratch, &filters->items[i], variant))
			return false;
	return true;
}
