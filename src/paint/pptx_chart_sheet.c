/* The sheets behind a chart: what it draws, as a table that somebody reads, and where all of it comes from. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"
#include "words/number.h"

static struct rect rect_on(const struct charting *c, struct rect r)
{
	return pptx_chart_on_slide(c, r);
}

struct graph *pptx_chart_begin(struct charting *c, enum graph_form form, struct rect frame, struct rect plot)
{
	struct graph *g = arena_alloc(c->arena, 1, sizeof *g);
	*g = (struct graph){ .arena = c->arena,
		             .form = form,
		             .frame = rect_on(c, frame),
		             .plot = rect_on(c, plot),
		             .look = c->setup->look,
		             .language = c->setup->language,
		             .relation = c->setup->workbook,
		             .size = c->size,
		             .small = c->small,
		             .ink = c->ink,
		             .faint = c->faint,
		             .grid = c->grid,
		             .ground = c->ground,
		             .sheet = words_get(c->language, WORD_SHEET_DATA) };
	return g;
}

/* ---- who says so ---- */

/* The value of a model on a benchmark, whichever of both the row is; NULL if nothing like it was used. */
static const struct scene_use *use_of(const struct charting *c, const struct scene_datum *d, double value)
{
	static const double slip = 1e-12;
	const struct scene_document *document = &c->figure->document;
	for (size_t i = 0; i < document->n_uses; i++) {
		const struct scene_use *use = &document->uses[i];
		bool row = str_eq(use->name, d->name) || str_eq(use->on, d->name);
		bool other = !d->column || str_eq(use->on, d->column) || str_eq(use->name, d->column);
		bool series = !d->series || str_eq(use->name, d->series) || str_eq(use->on, d->series);
		if ((row || d->series) && other && series && fabs(use->value - value) <= slip * fabs(value))
			return use;
	}
	return NULL;
}

static const char *measured(const struct charting *c, const struct scene_use *use)
{
	return words_get(c->language, use->claimed   ? WORD_WEB_CLAIMED
	                              : use->unknown ? WORD_WEB_NOBODY
	                                             : WORD_WEB_INDEPENDENT);
}

static const char *unit_of(const struct charting *c, const struct scene_use *use)
{
	const char *words = use->unit ? number_unit(c->arena, c->language, use->unit, 0) : NULL;
	return words ? words : "";
}

void pptx_chart_add_evidence(struct charting *c, struct graph *g, const int *data, size_t n)
{
	const struct scene_use **uses = arena_alloc(c->arena, n + 1, sizeof *uses);
	bool any = false, ranked = false;
	for (size_t i = 0; i < n; i++) {
		const struct scene_datum *d = data[i] >= 0 ? &c->e->data[data[i]] : NULL;
		uses[i] = d && d->present ? use_of(c, d, d->value) : NULL;
		any |= uses[i] != NULL;
		ranked |= uses[i] && d->rank;
	}
	if (!any)
		return;
	size_t rank = ranked ? pptx_graph_column(g, words_get(c->language, WORD_HEAD_RANK), n) : 0,
	       written = pptx_graph_column(g, words_get(c->language, WORD_SHEET_WRITTEN), n),
	       unit = pptx_graph_column(g, words_get(c->language, WORD_SHEET_UNIT), n),
	       who = pptx_graph_column(g, words_get(c->language, WORD_WEB_HEAD_MEASURED), n),
	       source = pptx_graph_column(g, words_get(c->language, WORD_HEAD_SOURCE), n);
	for (size_t i = 0; i < n; i++) {
		if (!uses[i])
			continue;
		if (ranked && c->e->data[data[i]].rank)
			pptx_graph_put_number(g, rank, i, c->e->data[data[i]].rank, NULL);
		pptx_graph_put_text(g, written, i, uses[i]->written);
		pptx_graph_put_text(g, unit, i, unit_of(c, uses[i]));
		pptx_graph_put_text(g, who, i, measured(c, uses[i]));
		pptx_graph_put_text(g, source, i, uses[i]->cited);
	}
}

/* ---- beside the numbers of a series ---- */

static struct graph_ref like(struct graph_ref values, size_t column)
{
	return (struct graph_ref){ column, values.row, values.n, values.across };
}

void pptx_chart_add_words(struct charting *c, struct graph *g, struct graph_series *s)
{
	size_t column = 0;
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < s->points[i].label.n_parts; k++) {
			if (s->points[i].label.parts[k].kind != GRAPH_CELL)
				continue;
			if (!s->words.n) {
				const char *head = words_get(c->language, WORD_SHEET_WORDS);
				column = pptx_graph_column(
					g, g->n_series > 1 ? arena_printf(c->arena, "%s: %s", s->name, head) : head,
					s->n);
				s->words = like(s->values, column);
			}
			pptx_graph_put_text(g, column, i, s->points[i].label.parts[k].text);
		}
}

void pptx_chart_add_intervals(struct charting *c, struct graph *g, struct graph_series *s, int axis)
{
	size_t minus = 0, plus = 0;
	for (size_t i = 0; i < s->n; i++) {
		struct graph_point *p = &s->points[i];
		if (!p->sure[axis])
			continue;
		if (!s->errors[axis].plus.n) {
			const char *less = words_get(c->language, WORD_SHEET_MINUS),
				   *more = words_get(c->language, WORD_SHEET_PLUS);
			bool named = g->n_series > 1 || axis == GRAPH_X;
			const char *of = axis == GRAPH_X && g->form == GRAPH_POINTS ? g->columns[s->xs.column].head.text
			                                                            : s->name;
			minus = pptx_graph_column(g, named ? arena_printf(c->arena, "%s: %s", of, less) : less, s->n);
			plus = pptx_graph_column(g, named ? arena_printf(c->arena, "%s: %s", of, more) : more, s->n);
			s->errors[axis].minus = like(s->values, minus);
			s->errors[axis].plus = like(s->values, plus);
		}
		pptx_graph_put_number(g, minus, i, p->minus[axis], NULL);
		pptx_graph_put_number(g, plus, i, p->plus[axis], NULL);
	}
}

/* ---- the second sheet: everything that the chart's values are ---- */

static bool is_shown(const struct charting *c, const struct scene_use *use, const char *column)
{
	for (size_t i = 0; i < c->e->n_data; i++) {
		const struct scene_datum *d = &c->e->data[i];
		bool here = !column || str_eq(d->column, column);
		bool named = str_eq(use->name, d->name) || str_eq(use->on, d->name);
		bool of = !column || str_eq(use->on, column) || str_eq(use->name, column);
		if (here && named && of)
			return true;
	}
	return false;
}

static struct xlsx_cell text_cell(const char *text)
{
	return (struct xlsx_cell){ text && *text ? XLSX_TEXT : XLSX_EMPTY, text, 0, NULL };
}

static void sources_sheet(const struct charting *c, const char *column, struct xlsx_sheet *out)
{
	enum { MODEL, BENCHMARK, VALUE, UNIT, MEASURED, SOURCE, COLUMNS };
	static const enum word heads[COLUMNS] = { WORD_HEAD_MODEL, WORD_HEAD_BENCHMARK,    WORD_SHEET_WRITTEN,
		                                  WORD_SHEET_UNIT, WORD_WEB_HEAD_MEASURED, WORD_HEAD_SOURCE };
	const struct scene_document *d = &c->figure->document;
	struct xlsx_column *columns = arena_alloc(c->arena, COLUMNS, sizeof *columns);
	size_t n = 0;
	for (int k = 0; k < COLUMNS; k++)
		columns[k] = (struct xlsx_column){ text_cell(words_get(c->language, heads[k])),
			                           arena_alloc(c->arena, d->n_uses + 1, sizeof(struct xlsx_cell)), 0 };
	for (size_t i = 0; i < d->n_uses; i++) {
		const struct scene_use *use = &d->uses[i];
		if (!is_shown(c, use, column))
			continue;
		columns[MODEL].cells[n] = text_cell(use->name);
		columns[BENCHMARK].cells[n] = text_cell(use->on);
		columns[VALUE].cells[n] = text_cell(use->written);
		columns[UNIT].cells[n] = text_cell(unit_of(c, use));
		columns[MEASURED].cells[n] = text_cell(measured(c, use));
		columns[SOURCE].cells[n++] = text_cell(use->cited);
	}
	for (int k = 0; k < COLUMNS; k++)
		columns[k].n_cells = n;
	*out = (struct xlsx_sheet){ words_get(c->language, WORD_SHEET_SOURCES), columns, COLUMNS };
}

void pptx_chart_end(struct charting *c, struct graph *g, const char *name)
{
	struct xlsx_sheet sheets[] = { { g->sheet, g->columns, g->n_columns }, { 0 } };
	struct pptx_chart *chart = c->last ? arena_alloc(c->arena, 1, sizeof *chart) : c->out;
	sources_sheet(c, name, &sheets[1]);
	*chart = (struct pptx_chart){
		.chart = pptx_graph_xml(g), .name = name, .place = g->frame, .replaces = c->replaces, .items = c->items
	};
	c->failed |= !xlsx_write(c->arena, sheets, sizeof sheets / sizeof *sheets, &chart->workbook);
	if (c->last)
		c->last->next = chart;
	c->last = chart;
}
