/* A table of a page as a table: its cells from tags, its columns and rows from where their lines stand and where the
 * rules between them are. Margins of a cell put each text exactly where it was set. */
#include "base/arena.h"
#include "paint/pptx_parts.h"

#include <math.h>

enum { COLUMNS_MAX = 64 };

static const double rule_most = 2.5;     /* a thicker rectangle is no rule of a table */
static const double slack = 0.25;        /* of the size: beyond the longest line of a cell */
static const double same_place = 1;      /* points */
static const double below_table = 3;     /* of the size: so far below the last line its last rule may be */
static const double row_over_line = 0.4; /* of the size: air of a row that has no rules to tell */

struct cell {
	const struct scene_tag *tag; /* NULL: of a head that stands once more */
	struct pptx_frame frame;
};

struct row {
	const struct scene_tag *tag;
	struct cell *cells;
	double first, last; /* baselines */
	double top, bottom;
	const struct scene_path *rule; /* at its end; NULL: none */
	bool head;
};

struct table {
	struct pptx_pen *pen;
	const struct scene *scene;
	const struct scene_tag *tag;
	bool *done; /* by item */
	struct row *rows;
	size_t n_rows, rows_room, n_columns;
	double lefts[COLUMNS_MAX + 1], rights[COLUMNS_MAX]; /* of texts; then of columns */
	bool wraps[COLUMNS_MAX];                            /* a text of the column has several lines */
	double size, step, descent;
};

/* ---- what belongs to it ---- */

static const struct scene_tag *above(const struct scene_tag *tag, enum scene_tag_kind kind)
{
	while (tag && tag->kind != kind)
		tag = tag->inside;
	return tag;
}

static size_t column_of(const struct scene_tag *row, const struct scene_tag *cell)
{
	size_t n = 0;
	for (const struct scene_tag *t = row->first; t && t != cell; t = t->next)
		n++;
	return n;
}

static size_t columns_in(const struct scene_tag *table)
{
	size_t most = 1;
	for (const struct scene_tag *row = table->first; row; row = row->next) {
		size_t n = row->kind == TAG_ROW ? column_of(row, NULL) : 0;
		most = n > most ? n : most;
	}
	return most < COLUMNS_MAX ? most : COLUMNS_MAX;
}

static struct row *row_of(struct table *t, const struct scene_tag *tag)
{
	struct arena *arena = t->pen->deck->arena;
	for (size_t i = t->n_rows; i-- > 0;)
		if (t->rows[i].tag == tag)
			return &t->rows[i];
	t->rows = arena_grow(arena, t->rows, &t->rows_room, t->n_rows, sizeof *t->rows);
	struct row *row = &t->rows[t->n_rows++];
	*row = (struct row){ .tag = tag, .first = HUGE_VAL, .last = -HUGE_VAL };
	row->cells = arena_alloc(arena, t->n_columns, sizeof *row->cells);
	row->head = !tag || (tag->first && tag->first->kind == TAG_HEAD && !tag->first->of_row);
	return row;
}

static void put(struct table *t, struct row *row, size_t column, const struct scene_item *item, bool new_text)
{
	struct cell *cell = &row->cells[column];
	if (!cell->frame.n_paragraphs || new_text)
		pptx_frame_begin(t->pen, &cell->frame);
	pptx_frame_add(t->pen, &cell->frame, &item->text);
	t->wraps[column] |= cell->frame.n_lines > 1;
	row->first = fmin(row->first, item->text.at.y);
	row->last = fmax(row->last, item->text.at.y);
	double x = item->text.at.x, right = x + item->text.block->width;
	t->lefts[column] = fmin(t->lefts[column], x);
	t->rights[column] = fmax(t->rights[column], right);
	t->size = item->text.block->style.size;
	t->descent = item->text.block->descent;
	t->step = item->text.block->step;
}

/* Heads that stand once more are no content of any tag; they are right above the first row. */
static void take_heads(struct table *t)
{
	double top = t->rows[0].first;
	struct row again = { .first = HUGE_VAL };
	size_t column = 0, first = t->n_rows;
	for (size_t i = 0; i < t->scene->n_items; i++) {
		const struct scene_item *item = &t->scene->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_FIELD || item->tag || t->done[i] ||
		    item->text.at.y >= top)
			continue;
		while (column + 1 < t->n_columns && item->text.at.x > t->rights[column])
			column++;
		while (column > 0 && item->text.at.x + item->text.block->width < t->lefts[column])
			column--;
		put(t, row_of(t, NULL), column, item, false);
		t->done[i] = true;
	}
	if (t->n_rows == first)
		return;
	again = t->rows[first];
	for (size_t i = first; i > 0; i--)
		t->rows[i] = t->rows[i - 1];
	t->rows[0] = again;
}

static void take_cells(struct table *t)
{
	for (size_t i = 0; i < t->scene->n_items; i++) {
		const struct scene_item *item = &t->scene->items[i];
		if (item->kind != SCENE_TEXT || !item->tag || above(item->tag, TAG_TABLE) != t->tag)
			continue;
		const struct scene_tag *row = above(item->tag, TAG_ROW), *cell = item->tag;
		while (cell && cell->inside != row)
			cell = cell->inside;
		size_t column = row && cell ? column_of(row, cell) : t->n_columns;
		if (column >= t->n_columns)
			continue;
		put(t, row_of(t, row), column, item, false);
		t->done[i] = true;
	}
}

/* The thin rectangles between its rows. */
static void take_rules(struct table *t)
{
	double top = t->rows[0].first, end = t->rows[t->n_rows - 1].last + below_table * t->size;
	for (size_t i = 0; i < t->scene->n_items; i++) {
		const struct scene_item *item = &t->scene->items[i];
		if (item->kind != SCENE_PATH || item->role != ROLE_RULE || item->tag || t->done[i])
			continue;
		struct rect r = item->path.rect;
		bool across = r.h <= rule_most && r.x <= t->lefts[0] + same_place &&
		              rect_right(r) + same_place >= t->lefts[t->n_columns - 1];
		if (!across || r.y < top || r.y > end)
			continue;
		for (size_t k = 0; k < t->n_rows; k++) {
			struct row *row = &t->rows[k];
			bool last = k + 1 == t->n_rows;
			if (row->rule || r.y < row->last || (!last && r.y > t->rows[k + 1].first))
				continue;
			row->rule = &item->path;
			row->bottom = rect_bottom(r);
			t->done[i] = true;
			break;
		}
	}
}

/* ---- where rows and columns are ---- */

static void settle_rows(struct table *t)
{
	double rise = t->size * (1 + row_over_line); /* from the top of a row to its first baseline */
	for (size_t i = 1; i < t->n_rows; i++)
		if (t->rows[i - 1].rule) {
			rise = t->rows[i].first - t->rows[i - 1].bottom;
			break;
		}
	for (size_t i = 0; i < t->n_rows; i++) {
		struct row *row = &t->rows[i];
		row->top = i ? t->rows[i - 1].bottom : row->first - rise;
		if (!row->rule)
			row->bottom = i + 1 < t->n_rows ? t->rows[i + 1].first - rise
			                                : row->last + t->descent + row_over_line * t->size;
	}
}

/* A column reaches to where the next one's texts begin, the last one to the end of the rules. */
static void settle_columns(struct table *t)
{
	const struct scene_path *rule = t->rows[0].rule;
	double end = t->rights[t->n_columns - 1] + slack * t->size;
	for (size_t i = 1; i < t->n_columns; i++) {
		if (isinf(t->lefts[i])) /* an empty column */
			t->lefts[i] = t->rights[i - 1] > 0 ? t->rights[i - 1] + t->size : t->lefts[i - 1] + t->size;
		if (t->rights[i] < t->lefts[i])
			t->rights[i] = t->lefts[i];
	}
	if (isinf(t->lefts[0]))
		t->lefts[0] = rule ? rule->rect.x : 0;
	if (rule) {
		t->lefts[0] = fmin(t->lefts[0], rule->rect.x);
		end = fmax(end, rect_right(rule->rect));
	}
	t->lefts[t->n_columns] = end;
	for (size_t i = 1; i < t->n_columns; i++)
		t->lefts[i] = fmax(t->lefts[i] - slack * t->size, t->lefts[i - 1]);
}

/* ---- writing ---- */

static void add_border(struct table *t, const char *name, const struct scene_path *rule)
{
	struct strbuf *b = &t->pen->out;
	if (!rule) {
		strbuf_addf(b, "<a:%s w=\"0\"><a:noFill/></a:%s>", name, name);
		return;
	}
	strbuf_addf(b, "<a:%s w=\"%ld\">", name, pptx_emu(rule->rect.h));
	pptx_color(t->pen->deck, b, rule->fill);
	strbuf_addf(b, "</a:%s>", name);
}

struct margins {
	double left, right;
	const char *align;
};

/* A text that ends where its column's do is aligned there, any other begins where it was set; all of a column are as
 * wide as its longest line where they break there alike. */
static struct margins margins_of(const struct table *t, const struct cell *cell, size_t column)
{
	double left = HUGE_VAL, right = -HUGE_VAL, begin = t->lefts[column], end = t->lefts[column + 1];
	for (size_t i = 0; i < cell->frame.n_lines; i++) {
		left = fmin(left, cell->frame.lines[i].at.x);
		right = fmax(right, cell->frame.lines[i].at.x + cell->frame.lines[i].width);
	}
	if (!cell->frame.n_lines)
		return (struct margins){ 0, 0, "l" };
	bool ends = fabs(right - t->rights[column]) < same_place && left > begin + slack * t->size + same_place &&
	            cell->frame.n_lines == 1;
	double room = end - begin, own = right + slack * t->size, most = t->rights[column] + slack * t->size;
	if (!t->wraps[column])
		own = end;
	else if (pptx_frame_breaks(t->pen, &cell->frame, left, most - left))
		own = most;
	struct margins m = { .left = fmax(0, left - begin), .right = fmax(0, end - own) };
	m.align = ends ? "r" : "l";
	if (ends) {
		m.right = fmax(0, end - right);
		m.left = fmax(0, fmin(m.left, room - m.right) - slack * t->size);
	}
	return m;
}

static void add_cell(struct table *t, const struct row *row, size_t column, const struct scene_path *above_it)
{
	struct strbuf *b = &t->pen->out;
	const struct cell *cell = &row->cells[column];
	struct margins m = margins_of(t, cell, column);
	double step = cell->frame.n_lines ? pptx_step(t->pen, &cell->frame, &cell->frame.paragraphs[0]) : t->step;
	double rise = cell->frame.n_lines > 1 ? step - t->descent
	              : cell->frame.n_lines   ? cell->frame.lines[0].text->block->ascent
	                                      : 0;
	double top = cell->frame.n_lines ? fmax(0, row->first - row->top - rise) : 0;
	double width = t->lefts[column + 1] - t->lefts[column] - m.left - m.right;
	strbuf_add(b, "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
	pptx_frame_paragraphs(t->pen, &cell->frame, width, m.align, NULL);
	if (!cell->frame.n_lines)
		strbuf_addf(b, "<a:p><a:endParaRPr lang=\"%s\" sz=\"%ld\"/></a:p>", t->pen->deck->language,
		            lround(t->size * 100));
	strbuf_addf(b, "</a:txBody><a:tcPr marL=\"%ld\" marR=\"%ld\" marT=\"%ld\" marB=\"0\" anchor=\"t\">",
	            pptx_emu(m.left), pptx_emu(m.right), pptx_emu(top));
	add_border(t, "lnL", NULL);
	add_border(t, "lnR", NULL);
	add_border(t, "lnT", above_it);
	add_border(t, "lnB", row->rule);
	strbuf_add(b, "<a:noFill/></a:tcPr></a:tc>");
}

static void add_row(struct table *t, size_t i)
{
	struct strbuf *b = &t->pen->out;
	const struct row *row = &t->rows[i];
	strbuf_addf(b, "<a:tr h=\"%ld\">", pptx_emu(row->bottom) - pptx_emu(row->top));
	for (size_t c = 0; c < t->n_columns; c++)
		add_cell(t, row, c, i ? t->rows[i - 1].rule : NULL);
	strbuf_add(b, "</a:tr>\n");
}

static void write(struct table *t)
{
	struct strbuf *b = &t->pen->out;
	struct rect all = { t->lefts[0], t->rows[0].top, t->lefts[t->n_columns] - t->lefts[0],
		            t->rows[t->n_rows - 1].bottom - t->rows[0].top };
	bool names = t->tag->first && t->rows[t->n_rows - 1].tag && t->rows[t->n_rows - 1].tag->first &&
	             t->rows[t->n_rows - 1].tag->first->kind == TAG_HEAD;
	strbuf_add(b, "<p:graphicFrame><p:nvGraphicFramePr>");
	pptx_name(t->pen, "Table", NULL);
	strbuf_add(b, "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/>"
	              "</p:nvGraphicFramePr><p:xfrm>");
	pptx_box(b, all);
	strbuf_addf(b,
	            "</p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">"
	            "<a:tbl><a:tblPr%s%s><a:tableStyleId>{2D5ABB26-0587-4C30-8999-92F81FD0307C}</a:tableStyleId>"
	            "</a:tblPr><a:tblGrid>",
	            t->rows[0].head ? " firstRow=\"1\"" : "", names ? " firstCol=\"1\"" : "");
	for (size_t c = 0; c < t->n_columns; c++)
		strbuf_addf(b, "<a:gridCol w=\"%ld\"/>", pptx_emu(t->lefts[c + 1]) - pptx_emu(t->lefts[c]));
	strbuf_add(b, "</a:tblGrid>\n");
	for (size_t i = 0; i < t->n_rows; i++)
		add_row(t, i);
	strbuf_add(b, "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>\n");
}

void pptx_table(struct pptx_pen *pen, const struct scene *scene, const struct scene_tag *tag, bool *done)
{
	struct table t = { .pen = pen, .scene = scene, .tag = tag, .done = done, .n_columns = columns_in(tag) };
	for (size_t i = 0; i < t.n_columns; i++) {
		t.lefts[i] = HUGE_VAL;
		t.rights[i] = -HUGE_VAL;
	}
	take_cells(&t);
	if (!t.n_rows)
		return;
	take_heads(&t);
	take_rules(&t);
	settle_rows(&t);
	settle_columns(&t);
	write(&t);
}
