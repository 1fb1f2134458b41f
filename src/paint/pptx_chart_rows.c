/* Bars in rows: leaderboards, bars, panels, groups, and stacks of parts. One chart a column of bars. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"

struct bars { /* of a column */
	struct charting *c;
	struct graph *g;
	int scale;
	size_t place;
	struct rect rows, plot, frame;
	struct chart_lanes lanes;
	size_t n_series, n_parts;
	double bar, step; /* how thick one is, from one to the next of its row; in the figure */
	int magnitude;
};

static const double per_cent = 100, edge = 4; /* edge: of the frame beside the plot */
static const double air_past_whisker = 0.25;  /* before a label, in sizes of its type */

static bool is_of(const struct bars *b, const struct scene_item *item)
{
	return item->datum >= 0 && b->c->e->data[item->datum].place == b->place;
}

/* ---- what the column is like ---- */

static void measure_bars(struct bars *b)
{
	const struct scene *f = b->c->figure;
	double first = 0;
	int first_number = -1;
	for (size_t i = 0; i < b->c->e->n_data; i++) {
		size_t n = 0;
		while (pptx_chart_datum(b->c, b->place, (int)b->c->e->data[i].row, n) != SCENE_NO_DATUM)
			n++;
		b->n_series = n > b->n_series ? n : b->n_series;
	}
	for (size_t i = 0; i < f->n_items; i++) {
		const struct scene_item *item = &f->items[i];
		if (is_of(b, item) && item->role == ROLE_PART && (size_t)item->column > b->n_parts)
			b->n_parts = (size_t)item->column;
		if (!is_of(b, item) || item->role != ROLE_MARK)
			continue;
		b->bar = item->path.rect.h;
		int row = (int)b->c->e->data[item->datum].row, number = 0;
		while (pptx_chart_datum(b->c, b->place, row, (size_t)number) != item->datum)
			number++;
		if (first_number >= 0 && number > first_number && !(b->step > 0))
			b->step = (item->path.rect.y - first) / (number - first_number);
		first = item->path.rect.y;
		first_number = number;
	}
	if (!(b->step >= b->bar))
		b->step = b->bar;
}

static struct bars bars_of(struct charting *c, int scale, size_t place)
{
	struct bars b = { .c = c, .scale = scale, .place = place };
	const struct scene_scale *s = &c->e->scales[scale];
	double left;
	b.rows = s->rows;
	bool named = pptx_chart_is_named(c, place, &left);
	b.lanes = pptx_chart_lanes(c, place, b.rows, named);
	b.plot = (struct rect){ s->plot.x, b.rows.y, s->plot.w, b.rows.h };
	left = named ? fmin(left, s->plot.x - edge) : s->plot.x - edge;
	b.frame = (struct rect){ left, b.rows.y, rect_right(b.plot) + edge - left, b.rows.h };
	measure_bars(&b);
	const struct scene_measure *m = pptx_chart_measure(c, pptx_chart_datum(c, place, 0, 0));
	b.magnitude = m ? m->magnitude : 0;
	b.g = pptx_chart_begin(c, b.n_parts ? GRAPH_STACKED : GRAPH_BARS, b.frame, b.plot);
	b.g->axes[GRAPH_X] = (struct graph_axis){ .shown = named, .line = true, .reversed = true };
	b.g->axes[GRAPH_Y] = pptx_chart_range(c, scale, c->e->shares ? 0 : b.magnitude);
	pptx_chart_from_zero(&b.g->axes[GRAPH_Y]);
	double block = b.bar + b.step * (double)(b.n_series - 1);
	b.g->gap = fmin(5 * per_cent, fmax(0, (b.lanes.pitch - block) / b.bar * per_cent));
	b.g->overlap = b.n_parts ? per_cent : -fmin(per_cent, (b.step - b.bar) / b.bar * per_cent);
	return b;
}

/* The first column: the names. */
static void add_names(struct bars *b)
{
	struct graph *g = b->g;
	const char **names = arena_alloc(g->arena, b->lanes.n + 1, sizeof *names);
	size_t column = pptx_graph_column(g, NULL, b->lanes.n);
	for (size_t i = 0; i < b->lanes.n; i++) {
		names[i] = b->lanes.items[i].name;
		pptx_graph_put_text(g, column, i, names[i]);
	}
	g->categories = names;
	g->n_categories = b->lanes.n;
	g->names = pptx_graph_below(g, column);
}

/* ---- points ---- */

static enum graph_fill fill_of(const struct scene_path *path)
{
	switch (path->pattern) {
	case PATTERN_SOLID:
		return GRAPH_SOLID;
	case PATTERN_HATCH:
		return GRAPH_HATCHED;
	case PATTERN_NONE:
		break;
	}
	return GRAPH_HOLLOW;
}

/* The whisker, and the label past it. */
static void add_interval(const struct bars *b, struct graph_point *p, int datum, double value)
{
	double low, high;
	const struct scene_scale *s = &b->c->e->scales[b->scale];
	if (!pptx_chart_interval(b->c, datum, b->scale, &low, &high))
		return;
	p->sure[GRAPH_Y] = true;
	p->minus[GRAPH_Y] = pptx_chart_length(low, value, b->magnitude);
	p->plus[GRAPH_Y] = pptx_chart_length(value, high, b->magnitude);
	double past = value < 0 ? fmin(0, low - value) : fmax(0, high - value),
	       air = (value < 0 ? -air_past_whisker : air_past_whisker) * b->c->figure->u;
	if (p->label.side == GRAPH_BEYOND)
		p->label.dx = (past * s->per_unit + air) / b->frame.w;
}

/* The colour of most of its bars. */
static struct color usual_color(const struct graph_series *s)
{
	size_t most = 0;
	struct color color = { 0, 0, 0 };
	for (size_t i = 0; i < s->n; i++) {
		size_t same = 0;
		for (size_t k = 0; k < s->n && s->points[i].present; k++)
			same += s->points[k].present && color_equal(s->points[i].color, s->points[k].color);
		if (same > most) {
			most = same;
			color = s->points[i].color;
		}
	}
	return color;
}

static void put_values(const struct bars *b, struct graph_series *s, size_t column)
{
	for (size_t i = 0; i < s->n; i++) {
		const char *format = s->points[i].label.format;
		s->format = s->format ? s->format : format;
		if (s->points[i].present)
			pptx_graph_put_number(b->g, column, i, s->points[i].y, format);
	}
	s->values = pptx_graph_below(b->g, column);
	s->head = pptx_graph_head(column);
	s->color = usual_color(s);
}

static void fill_point(const struct bars *b, struct graph_point *p, int datum)
{
	const struct scene_item *mark = datum >= 0 ? pptx_chart_item(b->c, ROLE_MARK, datum, 0) : NULL;
	if (!mark)
		return;
	p->present = true;
	p->y = pptx_chart_counted(mark->value, b->magnitude);
	p->color = mark->path.fill;
	p->fill = fill_of(&mark->path);
	p->label = pptx_chart_value_label(b->c, datum, GRAPH_BEYOND);
	add_interval(b, p, datum, mark->value);
}

static const char *series_name(const struct bars *b, size_t number)
{
	int datum = pptx_chart_datum(b->c, b->place, 0, number);
	const struct scene_datum *d = &b->c->e->data[datum];
	const struct scene_measure *m = pptx_chart_measure(b->c, datum);
	if (d->series)
		return words_clause(b->c->arena, b->c->language, d->series, m ? m->words : NULL);
	if (d->column && !(m && m->name))
		return words_clause(b->c->arena, b->c->language, d->column, m ? m->words : NULL);
	return pptx_chart_head(b->c, d->measure);
}

static void add_series(struct bars *b)
{
	struct graph *g = b->g;
	for (size_t k = 0; k < b->n_series; k++) {
		struct graph_series *s = pptx_graph_series(g, series_name(b, k), b->lanes.n);
		for (size_t i = 0; i < b->lanes.n; i++)
			if (b->lanes.items[i].row >= 0)
				fill_point(b, &s->points[i],
				           pptx_chart_datum(b->c, b->place, b->lanes.items[i].row, k));
		put_values(b, s, pptx_graph_column(g, s->name, s->n));
		s->errors[GRAPH_Y].color = b->c->ink;
		s->errors[GRAPH_Y].thick = 1;
	}
	for (size_t k = 0; k < g->n_series; k++) {
		pptx_chart_add_words(b->c, g, &g->series[k]);
		pptx_chart_add_intervals(b->c, g, &g->series[k], GRAPH_Y);
	}
}

/* ---- stacks ---- */

static const struct scene_item *part_at(const struct bars *b, enum scene_role role, int datum, size_t part)
{
	const struct scene_item *item;
	for (size_t n = 0; (item = pptx_chart_item(b->c, role, datum, n)); n++)
		if ((size_t)item->column == part)
			return item;
	return NULL;
}

/* A bar whose parts nobody gives. */
static bool is_whole(const struct bars *b, int datum)
{
	const struct scene_item *mark = pptx_chart_item(b->c, ROLE_MARK, datum, 0);
	return mark && mark->value > 0 && !pptx_chart_item(b->c, ROLE_PART, datum, 0);
}

static void fill_part(const struct bars *b, struct graph_point *p, int datum, size_t part)
{
	const struct scene_item *item = part_at(b, ROLE_PART, datum, part),
				*share = part_at(b, ROLE_SHARE, datum, part);
	if (!pptx_chart_item(b->c, ROLE_MARK, datum, 0) || is_whole(b, datum))
		return;
	p->present = true; /* of its bar all parts are known: what is not drawn is 0 */
	p->y = item ? pptx_chart_counted(item->value, b->c->e->shares ? 0 : b->magnitude) : 0;
	if (!item)
		return;
	p->color = item->path.pattern == PATTERN_SOLID ? item->path.fill : item->path.stroke_color;
	p->fill = fill_of(&item->path);
	if (!share)
		return;
	const struct scene_measure *m = pptx_chart_measure(b->c, datum);
	const struct scene_text *text = &share->text;
	p->label.side = GRAPH_CENTRE;
	p->label.format = pptx_chart_format(b->c, text->block->text,
	                                    b->c->e->shares ? &unit_percent
	                                    : m             ? m->unit
	                                                    : NULL);
	if (p->label.format)
		pptx_chart_label_add(b->c, &p->label, GRAPH_VALUE, text->block->text, text->color, false);
}

/* A part that is 0 has no colour of its own. */
static void colour_part(struct graph_series *s)
{
	s->color = usual_color(s);
	for (size_t i = 0; i < s->n; i++)
		if (s->points[i].present && !s->points[i].label.n_parts && !(s->points[i].y > 0))
			s->points[i].color = s->color;
}

static void add_parts(struct bars *b)
{
	struct graph *g = b->g;
	const struct scene_evidence *e = b->c->e;
	for (size_t k = 1; k <= b->n_parts; k++) {
		const struct scene_measure *m = pptx_chart_measure(b->c, pptx_chart_datum(b->c, b->place, 0, 0));
		const char *name = words_clause(b->c->arena, b->c->language, e->part_titles[k - 1],
		                                e->shares || !m ? "%" : m->words);
		struct graph_series *s = pptx_graph_series(g, name, b->lanes.n);
		for (size_t i = 0; i < b->lanes.n; i++)
			if (b->lanes.items[i].row >= 0)
				fill_part(b, &s->points[i], pptx_chart_datum(b->c, b->place, b->lanes.items[i].row, 0),
				          k);
		put_values(b, s, pptx_graph_column(g, s->name, s->n));
		colour_part(s);
	}
}

/* Bars in one piece among the others. */
static void add_wholes(struct bars *b)
{
	struct graph *g = b->g;
	struct graph_series *s = NULL;
	for (size_t i = 0; i < b->lanes.n; i++) {
		int row = b->lanes.items[i].row,
		    datum = row >= 0 ? pptx_chart_datum(b->c, b->place, row, 0) : SCENE_NO_DATUM;
		if (datum < 0 || !is_whole(b, datum))
			continue;
		if (!s)
			s = pptx_graph_series(g, words_get(b->c->language, WORD_SHEET_WHOLE), b->lanes.n);
		fill_point(b, &s->points[i], datum);
		s->points[i].label = (struct graph_label){ .parts = NULL }; /* that of its total */
	}
	if (s)
		put_values(b, s, pptx_graph_column(g, s->name, s->n));
}

/* The totals, as a bar that nobody sees, past the end of the scale: its label stands where the parts end. */
static void add_totals(struct bars *b)
{
	struct graph *g = b->g;
	const struct scene_measure *m = pptx_chart_measure(b->c, pptx_chart_datum(b->c, b->place, 0, 0));
	const char *name = words_clause(b->c->arena, b->c->language, words_get(b->c->language, WORD_HEAD_TOTAL),
	                                m ? m->words : NULL);
	struct graph_series *s = pptx_graph_series(g, name, b->lanes.n);
	s->unseen = true;
	for (size_t i = 0; i < b->lanes.n; i++) {
		int datum = b->lanes.items[i].row >= 0 ? pptx_chart_datum(b->c, b->place, b->lanes.items[i].row, 0)
		                                       : SCENE_NO_DATUM;
		if (datum < 0 || !pptx_chart_item(b->c, ROLE_MARK, datum, 0))
			continue;
		s->points[i].present = true;
		s->points[i].y = pptx_chart_counted(b->c->e->data[datum].value, b->magnitude);
		s->points[i].label = pptx_chart_value_label(b->c, datum, GRAPH_BASE);
	}
	put_values(b, s, pptx_graph_column(g, s->name, s->n));
	pptx_chart_add_words(b->c, g, s);
}

/* ---- the figure ---- */

static void mark_replaced(const struct bars *b)
{
	for (size_t i = 0; i < b->c->figure->n_items; i++) {
		const struct scene_item *item = &b->c->figure->items[i];
		switch (item->role) {
		case ROLE_MARK:
		case ROLE_PART:
		case ROLE_SHARE:
		case ROLE_WHISKER:
		case ROLE_VALUE:
		case ROLE_REMARK:
		case ROLE_ANNOTATION:
			b->c->replaces[i] |= is_of(b, item) && b->c->e->data[item->datum].marked;
			break;
		case ROLE_LABEL:
		case ROLE_RANK:
		case ROLE_MAKER:
		case ROLE_CHIP:
			b->c->replaces[i] |= item->datum >= 0;
			break;
		case ROLE_BASELINE:
		case ROLE_GAP:
		case ROLE_GROUP:
		case ROLE_TIE:
		case ROLE_POINTER:
			b->c->replaces[i] = true;
			break;
		default:
			break;
		}
	}
}

static void add_column(struct charting *c, int scale, int datum)
{
	struct bars b = bars_of(c, scale, c->e->data[datum].place);
	int *data = arena_alloc(c->arena, b.lanes.n + 1, sizeof *data);
	add_names(&b);
	if (b.n_parts) {
		add_parts(&b);
		add_wholes(&b);
		add_totals(&b);
	} else {
		add_series(&b);
	}
	for (size_t i = 0; i < b.lanes.n; i++)
		data[i] = b.lanes.items[i].row >= 0 ? pptx_chart_datum(c, b.place, b.lanes.items[i].row, 0)
		                                    : SCENE_NO_DATUM;
	if (b.n_series == 1)
		pptx_chart_add_evidence(c, b.g, data, b.lanes.n);
	pptx_chart_move_absent(c, b.place, b.rows, &b.lanes);
	mark_replaced(&b);
	pptx_chart_end(c, b.g, c->e->data[datum].column);
}

bool pptx_chart_rows(struct charting *c)
{
	for (size_t scale = 0; scale < c->e->n_scales; scale++)
		for (size_t i = 0; i < c->figure->n_items; i++)
			if (c->figure->items[i].role == ROLE_MARK && c->figure->items[i].scale == (int)scale) {
				add_column(c, (int)scale, c->figure->items[i].datum);
				break;
			}
	return c->last != NULL;
}
