/* Charts as XML (ECMA-376 part 1, 21.2): the sheet, the axes and what holds all of it. */
#include "paint/pptx_graph.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_xml.h"

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

enum { ID_ACROSS = 1001, ID_UP = 1002 }; /* of the axes */

static const double axis_thin = 0.75;
static const double parts_apart = 1;               /* between the parts of a bar, in the colour behind them */
static const double tint = 0.25, tint_step = 0.05; /* of the colour in what is hollow, at least */
static const double contrast = 3;                  /* of a marker with the ground */

/* ---- the sheet ---- */

size_t pptx_graph_column(struct graph *g, const char *head, size_t n)
{
	g->columns = arena_grow(g->arena, g->columns, &g->columns_room, g->n_columns, sizeof *g->columns);
	g->columns[g->n_columns] =
		(struct xlsx_column){ .head = { head ? XLSX_TEXT : XLSX_EMPTY, head, 0, NULL },
		                      .cells = arena_alloc(g->arena, n + 1, sizeof(struct xlsx_cell)),
		                      .n_cells = n };
	return g->n_columns++;
}

struct xlsx_cell *pptx_graph_cells(const struct graph *g, size_t column)
{
	return g->columns[column].cells;
}

void pptx_graph_put_text(struct graph *g, size_t column, size_t row, const char *text)
{
	if (text && *text)
		g->columns[column].cells[row] = (struct xlsx_cell){ XLSX_TEXT, text, 0, NULL };
}

void pptx_graph_put_number(struct graph *g, size_t column, size_t row, double number, const char *format)
{
	g->columns[column].cells[row] = (struct xlsx_cell){ XLSX_NUMBER, NULL, number, format };
}

struct graph_ref pptx_graph_below(const struct graph *g, size_t column)
{
	return (struct graph_ref){ column, 1, g->columns[column].n_cells, false };
}

struct graph_ref pptx_graph_head(size_t column)
{
	return (struct graph_ref){ column, 0, 1, false };
}

struct graph_series *pptx_graph_series(struct graph *g, const char *name, size_t n)
{
	g->series = arena_grow(g->arena, g->series, &g->series_room, g->n_series, sizeof *g->series);
	g->series[g->n_series] = (struct graph_series){
		.name = name, .points = arena_alloc(g->arena, n + 1, sizeof(struct graph_point)), .n = n
	};
	return &g->series[g->n_series++];
}

/* 'Sheet'!$B$2:$B$9 */
void pptx_graph_formula(const struct graph *g, struct strbuf *b, struct graph_ref ref)
{
	char first[XLSX_COLUMN_SIZE], last[XLSX_COLUMN_SIZE];
	xlsx_column_name(ref.column, first);
	xlsx_column_name(ref.column + (ref.across ? ref.n - 1 : 0), last);
	markup_value(b, g->sheet);
	strbuf_addf(b, "!$%s$%zu", first, ref.row + 1);
	if (ref.n > 1)
		strbuf_addf(b, ":$%s$%zu", last, ref.row + (ref.across ? 1 : ref.n));
}

/* ---- how it looks ---- */

void pptx_graph_add_solid(const struct graph *g, struct strbuf *b, struct color color)
{
	strbuf_add(b, "<a:solidFill>");
	pptx_xml_color(b, g->look, color);
	strbuf_add(b, "</a:solidFill>");
}

/* Not quite: LibreOffice draws no line around a marker, so it has to be seen by its fill. */
static struct color hollow(const struct graph *g, struct color color)
{
	bool marker = g->form == GRAPH_POINTS || g->form == GRAPH_LINES || g->form == GRAPH_DATED;
	double share = tint;
	while (marker && share < 1 && color_contrast(color_between(g->ground, color, share), g->ground) < contrast)
		share += tint_step;
	return color_between(g->ground, color, fmin(1, share));
}

void pptx_graph_add_fill(const struct graph *g, struct strbuf *b, struct color color, enum graph_fill fill, double line)
{
	switch (fill) {
	case GRAPH_SOLID:
		pptx_graph_add_solid(g, b, color);
		break;
	case GRAPH_HATCHED:
		strbuf_add(b, "<a:pattFill prst=\"wdUpDiag\"><a:fgClr>");
		pptx_xml_color(b, g->look, color);
		strbuf_add(b, "</a:fgClr><a:bgClr>");
		pptx_xml_color(b, g->look, g->ground);
		strbuf_add(b, "</a:bgClr></a:pattFill>");
		break;
	case GRAPH_HOLLOW:
		pptx_graph_add_solid(g, b, hollow(g, color));
		break;
	}
	bool solid = fill == GRAPH_SOLID, parts = g->form == GRAPH_STACKED;
	if (solid && !parts) {
		strbuf_add(b, "<a:ln><a:noFill/></a:ln>");
		return;
	}
	strbuf_addf(b, "<a:ln w=\"%ld\">", pptx_emu(solid ? parts_apart : line));
	pptx_graph_add_solid(g, b, solid ? g->ground : color);
	strbuf_add(b, "</a:ln>");
}

void pptx_graph_add_type(const struct graph *g, struct strbuf *b, const char *element, double size, bool bold,
                         struct color ink)
{
	static const double hundredths = 100;
	strbuf_addf(b, "<a:%s%s%s%s sz=\"%ld\" b=\"%d\">", element, str_eq(element, "rPr") ? " lang=\"" : "",
	            str_eq(element, "rPr") ? g->language : "", str_eq(element, "rPr") ? "\"" : "",
	            lround(size * hundredths), bold);
	pptx_graph_add_solid(g, b, ink);
	strbuf_addf(b, "<a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:%s>",
	            element);
}

void pptx_graph_add_text_style(const struct graph *g, struct strbuf *b, double size, bool bold, struct color ink)
{
	strbuf_add(b, "<c:txPr><a:bodyPr rot=\"0\" vert=\"horz\" wrap=\"none\"/><a:lstStyle/><a:p><a:pPr>");
	pptx_graph_add_type(g, b, "defRPr", size, bold, ink);
	strbuf_addf(b, "</a:pPr><a:endParaRPr lang=\"%s\"/></a:p></c:txPr>", g->language);
}

static void add_line(const struct graph *g, struct strbuf *b, bool seen, double thick, struct color color)
{
	strbuf_addf(b, "<c:spPr><a:ln w=\"%ld\">", pptx_emu(thick));
	if (seen)
		pptx_graph_add_solid(g, b, color);
	else
		strbuf_add(b, "<a:noFill/>");
	strbuf_add(b, "</a:ln></c:spPr>");
}

/* ---- axes ---- */

static bool is_upright(const struct graph *g)
{
	return g->form != GRAPH_BARS && g->form != GRAPH_STACKED;
}

static void add_scaling(struct strbuf *b, const struct graph_axis *a)
{
	char number[XLSX_NUMBER_SIZE];
	strbuf_add(b, "<c:scaling>");
	if (a->base > 0)
		strbuf_addf(b, "<c:logBase val=\"%g\"/>", a->base);
	strbuf_addf(b, "<c:orientation val=\"%s\"/>", a->reversed ? "maxMin" : "minMax");
	if (a->low < a->high) {
		xlsx_number(a->high, number);
		strbuf_addf(b, "<c:max val=\"%s\"/>", number);
		xlsx_number(a->low, number);
		strbuf_addf(b, "<c:min val=\"%s\"/>", number);
	}
	strbuf_add(b, "</c:scaling>");
}

/* What all kinds of axes begin with. */
static void add_axis_head(const struct graph *g, struct strbuf *b, int axis)
{
	const struct graph_axis *a = &g->axes[axis];
	bool across = (axis == GRAPH_X) == is_upright(g);
	strbuf_addf(b, "<c:axId val=\"%d\"/>", axis == GRAPH_X ? ID_ACROSS : ID_UP);
	add_scaling(b, a);
	strbuf_addf(b, "<c:delete val=\"%d\"/><c:axPos val=\"%s\"/>", !a->shown && !a->line && !a->grid,
	            across   ? a->far ? "t" : "b"
	            : a->far ? "r"
	                     : "l");
	if (a->grid) {
		strbuf_add(b, "<c:majorGridlines>");
		add_line(g, b, true, axis_thin, g->grid);
		strbuf_add(b, "</c:majorGridlines>");
	}
	strbuf_add(b, "<c:numFmt formatCode=\"");
	markup_value(b, a->format ? a->format : "General");
	bool numbers = a->shown && a->low < a->high;
	strbuf_addf(b,
	            "\" sourceLinked=\"0\"/><c:majorTickMark val=\"%s\"/><c:minorTickMark val=\"none\"/>"
	            "<c:tickLblPos val=\"%s\"/>",
	            numbers ? "in" : "none",
	            !a->shown            ? "none"
	            : a->far && !numbers ? "high"
	                                 : "low");
	add_line(g, b, a->line, axis_thin, numbers ? g->faint : g->ink);
	pptx_graph_add_text_style(g, b, numbers ? g->small : g->size, a->bold, numbers ? g->faint : g->ink);
	strbuf_addf(b, "<c:crossAx val=\"%d\"/>", axis == GRAPH_X ? ID_UP : ID_ACROSS);
}

static void add_category_axis(const struct graph *g, struct strbuf *b)
{
	strbuf_add(b, "<c:catAx>");
	add_axis_head(g, b, GRAPH_X);
	strbuf_add(b, "<c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>"
	              "<c:lblOffset val=\"50\"/><c:tickLblSkip val=\"1\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>");
}

static void add_date_axis(const struct graph *g, struct strbuf *b)
{
	const struct graph_axis *a = &g->axes[GRAPH_X];
	strbuf_add(b, "<c:dateAx>");
	add_axis_head(g, b, GRAPH_X);
	strbuf_add(b, "<c:crosses val=\"min\"/><c:auto val=\"0\"/><c:lblOffset val=\"50\"/>"
	              "<c:baseTimeUnit val=\"days\"/>");
	if (a->months)
		strbuf_addf(b, "<c:majorUnit val=\"%d\"/><c:majorTimeUnit val=\"months\"/>", a->months);
	else if (a->step > 0)
		strbuf_addf(b, "<c:majorUnit val=\"%g\"/><c:majorTimeUnit val=\"days\"/>", a->step);
	strbuf_add(b, "</c:dateAx>");
}

static void add_value_axis(const struct graph *g, struct strbuf *b, int axis)
{
	const struct graph_axis *a = &g->axes[axis];
	char number[XLSX_NUMBER_SIZE];
	strbuf_add(b, "<c:valAx>");
	add_axis_head(g, b, axis);
	bool points = g->form == GRAPH_POINTS;
	bool middle = points || g->form == GRAPH_LINES || g->form == GRAPH_DATED;
	strbuf_addf(b, "<c:crosses val=\"%s\"/><c:crossBetween val=\"%s\"/>", middle ? "min" : "autoZero",
	            middle ? "midCat" : "between");
	if (a->step > 0 && !(a->base > 0)) {
		xlsx_number(a->step, number);
		strbuf_addf(b, "<c:majorUnit val=\"%s\"/>", number);
	}
	strbuf_add(b, "</c:valAx>");
}

static void add_axes(const struct graph *g, struct strbuf *b)
{
	if (g->form == GRAPH_POINTS)
		add_value_axis(g, b, GRAPH_X);
	else if (g->form == GRAPH_DATED)
		add_date_axis(g, b);
	else
		add_category_axis(g, b);
	add_value_axis(g, b, GRAPH_Y);
}

/* ---- the whole ---- */

static void add_plot_start(const struct graph *g, struct strbuf *b)
{
	switch (g->form) {
	case GRAPH_BARS:
	case GRAPH_STACKED:
	case GRAPH_COLUMNS:
		strbuf_addf(b, "<c:barChart><c:barDir val=\"%s\"/><c:grouping val=\"%s\"/><c:varyColors val=\"0\"/>",
		            is_upright(g) ? "col" : "bar", g->form == GRAPH_STACKED ? "stacked" : "clustered");
		return;
	case GRAPH_LINES:
	case GRAPH_DATED:
		strbuf_add(b, "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
		return;
	case GRAPH_POINTS:
		strbuf_add(b, "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/><c:varyColors val=\"0\"/>");
		return;
	}
}

static void add_plot_end(const struct graph *g, struct strbuf *b)
{
	const char *axes = arena_printf(g->arena, "<c:axId val=\"%d\"/><c:axId val=\"%d\"/>", ID_ACROSS, ID_UP);
	switch (g->form) {
	case GRAPH_BARS:
	case GRAPH_STACKED:
	case GRAPH_COLUMNS:
		strbuf_addf(b, "<c:gapWidth val=\"%ld\"/><c:overlap val=\"%ld\"/>%s</c:barChart>", lround(g->gap),
		            lround(g->overlap), axes);
		return;
	case GRAPH_LINES:
	case GRAPH_DATED:
		strbuf_addf(b, "<c:marker val=\"1\"/>%s</c:lineChart>", axes);
		return;
	case GRAPH_POINTS:
		strbuf_addf(b, "%s</c:scatterChart>", axes);
		return;
	}
}

static void add_layout(const struct graph *g, struct strbuf *b)
{
	const struct rect *f = &g->frame, *p = &g->plot;
	strbuf_addf(
		b,
		"<c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/><c:xMode val=\"edge\"/>"
		"<c:yMode val=\"edge\"/><c:x val=\"%.6f\"/><c:y val=\"%.6f\"/><c:w val=\"%.6f\"/><c:h val=\"%.6f\"/>"
		"</c:manualLayout></c:layout>",
		(p->x - f->x) / f->w, (p->y - f->y) / f->h, p->w / f->w, p->h / f->h);
}

/* LibreOffice loses a series of points that is shorter than one after it: they go on into empty cells. */
static void even_out(struct graph *g)
{
	size_t most = 0;
	for (size_t i = 0; i < g->n_series; i++)
		most = g->series[i].n > most ? g->series[i].n : most;
	for (size_t i = 0; i < g->n_series && g->form == GRAPH_POINTS; i++) {
		struct graph_series *s = &g->series[i];
		struct graph_ref *refs[] = { &s->xs,
			                     &s->values,
			                     &s->words,
			                     &s->errors[GRAPH_X].minus,
			                     &s->errors[GRAPH_X].plus,
			                     &s->errors[GRAPH_Y].minus,
			                     &s->errors[GRAPH_Y].plus };
		for (size_t k = 0; k < sizeof refs / sizeof *refs; k++)
			refs[k]->n = refs[k]->n ? most : 0;
	}
}

struct bytes pptx_graph_xml(struct graph *g)
{
	even_out(g);
	struct strbuf b = strbuf_new(g->arena);
	strbuf_addf(&b,
	            "%s<c:chartSpace xmlns:c=\"" DRAWING "chart\" xmlns:a=\"" DRAWING "main\" xmlns:r=\"" OFFICE "\">"
	            "<c:date1904 val=\"0\"/><c:lang val=\"%s\"/><c:roundedCorners val=\"0\"/><c:chart>"
	            "<c:autoTitleDeleted val=\"1\"/><c:plotArea>",
	            pptx_xml_head, g->language);
	add_layout(g, &b);
	add_plot_start(g, &b);
	for (size_t i = 0; i < g->n_series; i++)
		pptx_graph_add_series(g, &b, i);
	add_plot_end(g, &b);
	add_axes(g, &b);
	strbuf_addf(&b,
	            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:plotVisOnly val=\"1\"/>"
	            "<c:dispBlanksAs val=\"%s\"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>",
	            g->form == GRAPH_DATED ? "span" : "gap");
	pptx_graph_add_text_style(g, &b, g->size, false, g->ink);
	strbuf_addf(&b, "<c:externalData r:id=\"%s\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>",
	            g->relation);
	return (struct bytes){ .data = b.s, .size = b.n };
}
