/* Series and their points as XML. The order of elements is that of the schema: programs refuse any other. */
#include "paint/pptx_graph.h"

#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_xml.h"

static const double hollow_line = 1.25; /* around what is claimed */

static bool is_bars(const struct graph *g)
{
	return g->form == GRAPH_BARS || g->form == GRAPH_STACKED || g->form == GRAPH_COLUMNS;
}

/* ---- what the sheet holds, for programs that do not open it ---- */

static void add_texts(const struct graph *g, struct strbuf *b, struct graph_ref ref, const char *const *texts)
{
	strbuf_add(b, "<c:strRef><c:f>");
	pptx_graph_formula(g, b, ref);
	strbuf_addf(b, "</c:f><c:strCache><c:ptCount val=\"%zu\"/>", ref.n);
	for (size_t i = 0; i < ref.n; i++) {
		if (!texts[i] || !*texts[i])
			continue;
		strbuf_addf(b, "<c:pt idx=\"%zu\"><c:v>", i);
		markup_value(b, texts[i]);
		strbuf_add(b, "</c:v></c:pt>");
	}
	strbuf_add(b, "</c:strCache></c:strRef>");
}

enum number_of { OF_X, OF_Y, OF_MINUS_X, OF_PLUS_X, OF_MINUS_Y, OF_PLUS_Y };

static bool number_of(const struct graph_point *p, enum number_of of, double *number)
{
	switch (of) {
	case OF_X:
		*number = p->x;
		return true;
	case OF_Y:
		*number = p->y;
		return p->present;
	case OF_MINUS_X:
	case OF_MINUS_Y:
		*number = p->minus[of == OF_MINUS_Y];
		return p->sure[of == OF_MINUS_Y];
	case OF_PLUS_X:
	case OF_PLUS_Y:
		break;
	}
	*number = p->plus[of == OF_PLUS_Y];
	return p->sure[of == OF_PLUS_Y];
}

static void add_numbers(const struct graph *g, struct strbuf *b, struct graph_ref ref, const struct graph_series *s,
                        enum number_of of, const char *format)
{
	char text[XLSX_NUMBER_SIZE];
	double number;
	strbuf_add(b, "<c:numRef><c:f>");
	pptx_graph_formula(g, b, ref);
	strbuf_add(b, "</c:f><c:numCache><c:formatCode>");
	markup_value(b, format ? format : "General");
	strbuf_addf(b, "</c:formatCode><c:ptCount val=\"%zu\"/>", ref.n);
	for (size_t i = 0; i < ref.n && i < s->n; i++) {
		if (!number_of(&s->points[i], of, &number))
			continue;
		xlsx_number(number, text);
		strbuf_addf(b, "<c:pt idx=\"%zu\"><c:v>%s</c:v></c:pt>", i, text);
	}
	strbuf_add(b, "</c:numCache></c:numRef>");
}

/* ---- looks ---- */

enum { LEAST = 2, MOST = 71 }; /* sizes of markers that the format has, but for one */

static long marker_size(const struct graph_point *p)
{
	long size = lround(p->size);
	return size < LEAST ? (long)LEAST : size > MOST ? (long)MOST : size;
}

static void add_marker(const struct graph *g, struct strbuf *b, bool seen, const struct graph_point *p, long size)
{
	if (!seen) {
		strbuf_add(b, "<c:marker><c:symbol val=\"none\"/></c:marker>");
		return;
	}
	strbuf_addf(b, "<c:marker><c:symbol val=\"circle\"/><c:size val=\"%ld\"/><c:spPr>", size);
	pptx_graph_add_fill(g, b, p->color, p->fill, hollow_line);
	strbuf_add(b, "</c:spPr></c:marker>");
}

/* How most of its points look. */
static struct graph_point usual(const struct graph_series *s)
{
	struct graph_point p = { .color = s->color };
	for (size_t i = s->n; i-- > 0;)
		if (s->points[i].present && s->points[i].fill == GRAPH_SOLID &&
		    color_equal(s->points[i].color, s->color))
			p.size = s->points[i].size;
	for (size_t i = 0; i < s->n && !(p.size > 0); i++)
		p.size = s->points[i].size;
	return p;
}

static void add_series_look(const struct graph *g, struct strbuf *b, const struct graph_series *s)
{
	struct graph_point p = usual(s);
	strbuf_add(b, "<c:spPr>");
	if (s->unseen)
		strbuf_add(b, "<a:noFill/><a:ln><a:noFill/></a:ln>");
	else if (is_bars(g))
		pptx_graph_add_fill(g, b, s->color, GRAPH_SOLID, 0);
	else if (s->line > 0) {
		strbuf_addf(b, "<a:ln w=\"%ld\" cap=\"rnd\">", pptx_emu(s->line));
		pptx_graph_add_solid(g, b, s->color);
		strbuf_add(b, "<a:round/></a:ln>");
	} else
		strbuf_add(b, "<a:ln><a:noFill/></a:ln>");
	strbuf_add(b, "</c:spPr>");
	if (is_bars(g))
		strbuf_add(b, "<c:invertIfNegative val=\"0\"/>");
	else
		add_marker(g, b, s->dots && !s->unseen, &p, marker_size(&p));
}

/* A point that does not look as the series does: claimed, in focus, larger. */
static void add_points(const struct graph *g, struct strbuf *b, const struct graph_series *s)
{
	struct graph_point like = usual(s);
	for (size_t i = 0; i < s->n && !s->unseen; i++) {
		const struct graph_point *p = &s->points[i];
		bool same = p->fill == GRAPH_SOLID && color_equal(p->color, like.color);
		if (!is_bars(g))
			same = same && lround(p->size) == lround(like.size);
		if (!p->present || same || (!is_bars(g) && !s->dots))
			continue;
		strbuf_addf(b, "<c:dPt><c:idx val=\"%zu\"/>", i);
		if (is_bars(g)) {
			strbuf_add(b, "<c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/><c:spPr>");
			pptx_graph_add_fill(g, b, p->color, p->fill, hollow_line);
			strbuf_add(b, "</c:spPr>");
		} else {
			/* LibreOffice takes a look of its own only from a marker of another size */
			long size = marker_size(p);
			add_marker(g, b, true, p, size == marker_size(&like) ? size + 1 : size);
			strbuf_add(b, "<c:bubble3D val=\"0\"/>");
			if (s->line > 0) { /* else the piece of the line to it would look like a marker's */
				strbuf_addf(b, "<c:spPr><a:ln w=\"%ld\" cap=\"rnd\">", pptx_emu(s->line));
				pptx_graph_add_solid(g, b, s->color);
				strbuf_add(b, "<a:round/></a:ln></c:spPr>");
			}
		}
		strbuf_add(b, "</c:dPt>");
	}
}

static void add_errors(const struct graph *g, struct strbuf *b, const struct graph_series *s, int axis)
{
	const struct graph_errors *e = &s->errors[axis];
	char number[XLSX_NUMBER_SIZE];
	if (!e->plus.n && !(e->always > 0))
		return;
	strbuf_add(b, "<c:errBars>");
	if (!is_bars(g))
		strbuf_addf(b, "<c:errDir val=\"%s\"/>", axis == GRAPH_X ? "x" : "y");
	strbuf_addf(b, "<c:errBarType val=\"%s\"/><c:errValType val=\"%s\"/><c:noEndCap val=\"%d\"/>",
	            e->one_way ? "plus" : "both", e->plus.n ? "cust" : "fixedVal", e->bare);
	if (e->plus.n) {
		strbuf_add(b, "<c:plus>");
		add_numbers(g, b, e->plus, s, axis == GRAPH_X ? OF_PLUS_X : OF_PLUS_Y, NULL);
		strbuf_add(b, "</c:plus><c:minus>");
		add_numbers(g, b, e->minus, s, axis == GRAPH_X ? OF_MINUS_X : OF_MINUS_Y, NULL);
		strbuf_add(b, "</c:minus>");
	} else {
		xlsx_number(e->always, number);
		strbuf_addf(b, "<c:val val=\"%s\"/>", number);
	}
	strbuf_addf(b, "<c:spPr><a:ln w=\"%ld\">", pptx_emu(e->thick));
	pptx_graph_add_solid(g, b, e->color);
	strbuf_add(b, "</a:ln></c:spPr></c:errBars>");
}

/* ---- */

static void add_values(const struct graph *g, struct strbuf *b, const struct graph_series *s)
{
	if (g->form == GRAPH_POINTS) {
		strbuf_add(b, "<c:xVal>");
		add_numbers(g, b, s->xs, s, OF_X, g->axes[GRAPH_X].format);
		strbuf_add(b, "</c:xVal><c:yVal>");
		add_numbers(g, b, s->values, s, OF_Y, s->format);
		strbuf_add(b, "</c:yVal>");
		return;
	}
	strbuf_add(b, "<c:cat>");
	if (g->form == GRAPH_DATED)
		add_numbers(g, b, g->names, s, OF_X, g->axes[GRAPH_X].format);
	else
		add_texts(g, b, g->names, g->categories);
	strbuf_add(b, "</c:cat><c:val>");
	add_numbers(g, b, s->values, s, OF_Y, s->format);
	strbuf_add(b, "</c:val>");
}

/* The words of its labels (an extension of 2012). */
static void add_words(const struct graph *g, struct strbuf *b, const struct graph_series *s)
{
	if (!s->words.n)
		return;
	strbuf_add(b,
	           "<c:extLst><c:ext uri=\"{02D57815-91ED-43cb-92C2-25804820EDAC}\" "
	           "xmlns:c15=\"http://schemas.microsoft.com/office/drawing/2012/chart\"><c15:datalabelsRange><c15:f>");
	pptx_graph_formula(g, b, s->words);
	strbuf_addf(b, "</c15:f><c15:dlblRangeCache><c:ptCount val=\"%zu\"/>", s->words.n);
	for (size_t i = 0; i < s->words.n && i < s->n; i++)
		for (size_t k = 0; k < s->points[i].label.n_parts; k++) {
			if (s->points[i].label.parts[k].kind != GRAPH_CELL)
				continue;
			strbuf_addf(b, "<c:pt idx=\"%zu\"><c:v>", i);
			markup_value(b, s->points[i].label.parts[k].text);
			strbuf_add(b, "</c:v></c:pt>");
		}
	strbuf_add(b, "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>");
}

void pptx_graph_add_series(const struct graph *g, struct strbuf *b, size_t i)
{
	const struct graph_series *s = &g->series[i];
	strbuf_addf(b, "<c:ser><c:idx val=\"%zu\"/><c:order val=\"%zu\"/><c:tx>", i, i);
	add_texts(g, b, s->head, &s->name);
	strbuf_add(b, "</c:tx>");
	add_series_look(g, b, s);
	add_points(g, b, s);
	pptx_graph_add_labels(g, b, s);
	add_errors(g, b, s, GRAPH_X);
	add_errors(g, b, s, GRAPH_Y);
	add_values(g, b, s);
	if (!is_bars(g))
		strbuf_add(b, "<c:smooth val=\"0\"/>");
	add_words(g, b, s);
	strbuf_add(b, "</c:ser>");
}
