#include "data/export_quick.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/columns.h"
#include "data/measurement.h"
#include "data/quantity.h"
#include "read/emit.h"

#include <stdio.h>

struct export_quick *export_quick_of(struct arena *arena, const struct dataset *d)
{
	struct export_quick *quick = arena_alloc(arena, 1, sizeof *quick);
	*quick = (struct export_quick){ arena, d, arena_alloc(arena, d->n_benchmarks, sizeof *quick->benchmarks),
		                        arena_alloc(arena, d->n_sources, sizeof *quick->sources) };
	return quick;
}

static void add_line(struct strbuf *b, const char *key, const char *text)
{
	strbuf_add(b, key);
	emit_yaml_text(b, text);
	strbuf_add(b, "\n");
}

static const char *line_of(const struct export_quick *quick, const char **known, const char *key, const char *text)
{
	if (!*known) {
		struct strbuf b = strbuf_new(quick->arena);
		add_line(&b, key, text);
		*known = b.s;
	}
	return *known;
}

static bool has_more(const struct model *model)
{
	const struct model_more *m = model->own->more;
	return m->family || m->aliases.count || m->released.year || m->licence || m->context.text || m->inputs.count ||
	       m->outputs.count || m->price.known || m->price_sources.count || m->note || model->n_variants > 1 ||
	       *model_variant(model, 0)->own->id;
}

bool export_quick_model(struct strbuf *b, const struct model *m)
{
	if (has_more(m))
		return false;
	add_line(b, "id: ", m->id);
	add_line(b, "name: ", m->name);
	if (m->own->organisation)
		add_line(b, "organisation: ", m->own->organisation->id);
	return true;
}

const char *export_quick_ref(struct arena *arena, const struct variant *v, bool stated)
{
	return stated && *v->own->id ? arena_printf(arena, "%s@%s", v->model->id, v->own->id) : v->model->id;
}

static void add_value(struct strbuf *b, double number, int decimals)
{
	char text[QUANTITY_ROOM], *end = text + sizeof text, *start = quantity_text_before(end, number, decimals);
	strbuf_add(b, "value: ");
	strbuf_addn(b, start, (size_t)(end - start));
	strbuf_add(b, "\n");
}

static void add_date(struct strbuf *b, struct date date)
{
	char text[40];
	int n = snprintf(text, sizeof text, "date: %04d-%02d-%02d\n", date.year, date.month, date.day);
	strbuf_addn(b, text, (size_t)n);
}

bool export_quick_measurement(const struct export_quick *quick, struct strbuf *b, size_t i)
{
	const struct dataset *d = quick->dataset;
	const struct columns *c = d->columns;
	size_t row = d->rows ? d->rows[i] : i;
	uint32_t benchmark = columns_benchmark(c, row), source = columns_source(c, row);
	const struct variant *v = measurement_variant(d, i);
	const struct source *from = source == COLUMNS_NONE ? NULL : d->sources[source];
	struct date date = columns_day(c, row);
	bool dated = date.year && (!from || date_compare(date, from->date) != 0);
	int decimals;
	if (!columns_plain(c, row, &decimals) || !v || (*v->own->id && columns_stated(c, row)) || (dated && !date.day))
		return false;
	add_line(b, "model: ", v->model->id);
	strbuf_add(b, line_of(quick, &quick->benchmarks[benchmark], "benchmark: ", d->benchmarks[benchmark]->id));
	if (columns_has_value(c, row))
		add_value(b, columns_number(c, row), decimals);
	if (columns_status(c, row) != STATUS_OK)
		add_line(b, "status: ", status_word(columns_status(c, row)));
	if (from)
		strbuf_add(b, line_of(quick, &quick->sources[source], "source: ", from->id));
	if (columns_measured(c, row) != MEASURED_UNKNOWN)
		add_line(b, "measured: ", measured_word(columns_measured(c, row)));
	if (dated)
		add_date(b, date);
	return true;
}
