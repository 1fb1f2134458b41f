/* Findings: beside each other its place, its number, what it says, and a small chart of all values. */
#include "base/str.h"
#include "brief/finding_lengths.h"
#include "brief/galley_parts.h"

#include <math.h>

struct columns { /* how they are set */
	struct galley *g;
	bool beside;                      /* else each is below the other */
	double place, value, text, spark; /* where they begin */
	double value_width, text_width, spark_width;
};

static struct columns settle(struct galley *g)
{
	double size = g->paper->lengths->size, x = g->x, gap = finding_gap * size;
	struct columns c = { .g = g, .beside = g->width >= finding_beside * size, .place = x };
	c.value = x + finding_place * size;
	c.spark_width = finding_spark * size;
	if (c.beside) {
		c.value_width = finding_value * size;
		c.text = c.value + c.value_width + gap;
		c.spark = x + g->width - c.spark_width;
		c.text_width = c.spark - gap - c.text;
	} else {
		c.value_width = c.text_width = x + g->width - c.value;
		c.text = c.spark = c.value;
		c.spark_width = fmin(c.spark_width, c.text_width);
	}
	return c;
}

/* ---- the small chart ---- */

static void add_dot(const struct columns *c, struct box *box, const struct spark *spark, const struct spark_dot *dot,
                    double y)
{
	const struct palette *p = &c->g->look->palette;
	double size = c->g->paper->lengths->size, side = (dot->focus ? spark_focus : spark_other) * size;
	double x = c->spark + spark_end * size;
	double width = c->spark_width - 2 * spark_end * size;
	x += (dot->value - spark->low) / (spark->high - spark->low) * width;
	struct color color = dot->focus ? p->highlight : p->muted;
	struct scene_item *item = box_add(c->g->boxes_arena, box, SCENE_PATH, ROLE_SPARK);
	item->value = dot->value;
	item->tag = c->g->tag;
	item->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                          .rect = { x - side / 2, y - side / 2, side, side },
		                          .radius = side / 2,
		                          .pattern = dot->claimed ? PATTERN_NONE : PATTERN_SOLID,
		                          .fill = color,
		                          .stroke = dot->claimed ? spark_ring : 0,
		                          .stroke_color = color };
}

/* What the ends are, where there is room for both. */
static void add_ends(const struct columns *c, struct box *box, const struct spark *spark, double y)
{
	struct galley *g = c->g;
	struct text_style style = { .size = g->paper->lengths->small, .tabular = true };
	const struct text_block *low = text_shape(g->fonts, spark->low_words, style, 0, 0, g->diags);
	const struct text_block *high = text_shape(g->fonts, spark->high_words, style, 0, 0, g->diags);
	struct color ink = g->look->palette.ink3;
	if (low->width + high->width + style.size > c->spark_width)
		return;
	galley_add_text(g, box, ROLE_SPARK, c->spark, y, low, ink);
	galley_add_text(g, box, ROLE_SPARK, c->spark + c->spark_width - high->width, y, high, ink);
}

/* How far down it reaches; nothing where all values are equal. */
static double add_spark(const struct columns *c, struct box *box, const struct spark *spark, double top)
{
	struct galley *g = c->g;
	const struct lengths *l = g->paper->lengths;
	double y = top + l->rise - spark_lift * l->size, end = spark_end * l->size;
	if (spark->high <= spark->low)
		return top;
	struct scene_tag *was = galley_open_tag(g, TAG_FIGURE);
	if (g->tag)
		g->tag->alt = spark->alt;
	struct scene_item *line = box_add(g->boxes_arena, box, SCENE_PATH, ROLE_SPARK);
	line->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { c->spark + end, y - rule_thick / 2, c->spark_width - 2 * end,
		                                    rule_thick },
		                          .pattern = PATTERN_SOLID,
		                          .fill = g->look->palette.grid };
	line->low = spark->low;
	line->high = spark->high;
	line->tag = g->tag;
	for (size_t i = 0; i < spark->n_dots; i++)
		add_dot(c, box, spark, &spark->dots[i], y);
	add_ends(c, box, spark, y + spark_words * l->small);
	g->tag = was;
	return y + spark_words * l->small + spark_below * l->small;
}

/* ---- words ---- */

/* A text whose first line stands on the baseline below `top`; returns where its last line ends. */
static double set(const struct columns *c, struct box *box, const struct rich *text, struct galley_piece piece,
                  double top)
{
	struct galley *g = c->g;
	struct scene_tag *was = galley_open_tag(g, TAG_PARAGRAPH);
	piece.role = ROLE_FIELD;
	piece.baseline += top;
	double height = galley_set(g, box, &piece, text);
	g->tag = was;
	return top + height;
}

/* Cells of a table are larger on slides, and so are these words. */
static double words_size(const struct galley *g)
{
	return g->paper->slides ? g->paper->lengths->table : g->paper->lengths->small;
}

static double words_step(const struct galley *g)
{
	return g->paper->lengths->note_step * words_size(g) / g->paper->lengths->small;
}

static double add_value(const struct columns *c, struct box *box, const struct block *item, bool ahead, double top)
{
	struct galley *g = c->g;
	const struct lengths *l = g->paper->lengths;
	const struct rich *text = &item->items[FINDING_VALUE]->text;
	struct galley_piece value = { .style = { .size = l->number_min, .weight = TEXT_BOLD, .tabular = true },
		                      .step = l->step,
		                      .x = c->value,
		                      .baseline = l->rise,
		                      .color = ahead ? g->look->palette.highlight : g->look->palette.ink };
	struct galley_piece unit = { .style = { .size = words_size(g) },
		                     .step = words_step(g),
		                     .x = c->value,
		                     .baseline = words_step(g) * note_rise,
		                     .width = c->value_width,
		                     .color = g->look->palette.ink2 };
	double wide = galley_shape(g, text, value.style, 0, 0)->width;
	value.style.size *= wide > c->value_width ? c->value_width / wide : 1;
	value.baseline += fmax(0, value.style.size - l->size) * finding_value_drop;
	double end = set(c, box, text, value, top);
	end += value.baseline - l->rise;
	return set(c, box, &item->items[FINDING_UNIT]->text, unit, end);
}

static double add_text(const struct columns *c, struct box *box, const struct block *item, double top)
{
	struct galley *g = c->g;
	const struct lengths *l = g->paper->lengths;
	struct galley_piece sentence = { .style = { .size = l->size },
		                         .step = l->step,
		                         .x = c->text,
		                         .baseline = l->rise,
		                         .width = c->text_width,
		                         .color = g->look->palette.ink };
	struct galley_piece sure = sentence;
	sure.style.size = words_size(g);
	sure.step = words_step(g);
	sure.baseline = words_step(g) * note_rise;
	sure.color = g->look->palette.ink2;
	top = set(c, box, &item->items[FINDING_SENTENCE]->text, sentence, top);
	return set(c, box, &item->items[FINDING_CONFIDENCE]->text, sure, top + finding_apart * l->step);
}

/* ---- rows ---- */

static void add_place(const struct columns *c, struct box *box, size_t number, double top)
{
	struct galley *g = c->g;
	const struct lengths *l = g->paper->lengths;
	struct scene_tag *was = galley_open_tag(g, TAG_LABEL);
	const struct text_block *block = text_shape(
		g->fonts, number_plain(g->arena, g->briefing->front->language, number),
		(struct text_style){ .size = l->size, .weight = TEXT_SEMIBOLD, .tabular = true }, 0, 0, g->diags);
	galley_add_text(g, box, ROLE_FIELD, c->place, top + l->rise, block, g->look->palette.ink3);
	g->tag = was;
}

static void add_one(const struct columns *c, struct box *box, const struct block *item, const struct finding *finding,
                    size_t number, bool first)
{
	struct galley *g = c->g;
	double step = g->paper->lengths->step, top = (first ? rule_over : 0) * step + finding_pad * step;
	struct scene_tag *list = galley_open_tag(g, TAG_ITEM);
	add_place(c, box, number, top);
	galley_open_tag(g, TAG_BODY);
	double value = add_value(c, box, item, finding->ahead, top);
	double text = add_text(c, box, item, c->beside ? top : value + finding_apart * step);
	double spark = add_spark(c, box, &finding->spark, c->beside ? top : text + finding_apart * step);
	g->tag = list;
	box->height = fmax(fmax(value, text), spark) + finding_pad * step;
	box->loose = !first;
	box_add_rect(g->boxes_arena, box, ROLE_RULE,
	             (struct rect){ g->x, first ? rule_over * step : 0, g->width, first ? rule_thick : rule_thin },
	             first ? g->look->palette.ink : g->look->palette.grid);
}

void galley_findings(struct galley *g, const struct block *block)
{
	bool was = g->wide, widen = galley_may_widen(g);
	double width = g->width, height = 0;
	size_t first = g->n_boxes;
	g->width = widen ? g->paper->body.w : width;
	g->wide = was || widen;
	struct columns c = settle(g);
	struct scene_tag *above = galley_open_list(g);
	if (g->tag)
		g->tag->list = LIST_NUMBERED;
	for (size_t i = 0; i < block->n_items; i++) {
		struct box *box = galley_add_box(g, 0, i ? 0 : g->paper->lengths->step);
		add_one(&c, box, block->items[i], &block->findings.items[i], i + 1, i == 0);
		height += box->height;
	}
	for (size_t i = first + 1; i < g->n_boxes; i++)
		g->boxes[i]->tied = height < g->paper->lengths->table_whole * g->paper->body.h;
	g->tag = above;
	g->wide = was;
	g->width = width;
}
