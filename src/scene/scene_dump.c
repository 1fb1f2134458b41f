#include "scene/scene.h"

#include "base/arena.h"
#include "base/str.h"
#include "scene/evidence.h"

#include <math.h>

/* Two decimals, and never "-0.00". */
static void number(struct strbuf *b, double n)
{
	n = round(n * 100) / 100;
	strbuf_addf(b, " %.2f", n == 0 ? 0 : n);
}

static void box(struct strbuf *b, struct rect r)
{
	number(b, r.x);
	number(b, r.y);
	number(b, r.w);
	number(b, r.h);
}

static void color(struct strbuf *b, const char *what, struct color c)
{
	char hex[8];
	color_hex(c, hex);
	strbuf_addf(b, " %s %s", what, hex);
}

static void dump_path(struct strbuf *b, const struct scene_path *p)
{
	static const char *const shapes[] = { "rect", "rounded", "line" };
	strbuf_addf(b, " %s", shapes[p->shape]);
	box(b, p->rect);
	if (p->shape == SHAPE_ROUNDED) {
		strbuf_add(b, " radius");
		number(b, p->radius);
	}
	if (p->pattern == PATTERN_SOLID)
		color(b, "fill", p->fill);
	if (p->pattern == PATTERN_HATCH)
		color(b, "hatch", p->fill);
	if (p->stroke > 0) {
		color(b, "stroke", p->stroke_color);
		number(b, p->stroke);
	}
}

static void dump_text(struct strbuf *b, const struct scene_text *t)
{
	static const char *const weights[TEXT_WEIGHTS] = { "regular", "semibold",    "bold",
		                                           "italic",  "bold italic", "code" };
	number(b, t->at.x);
	number(b, t->at.y);
	strbuf_add(b, " size");
	number(b, t->block->style.size);
	strbuf_addf(b, " %s", weights[t->block->style.weight]);
	color(b, "ink", t->color);
	for (size_t i = 0; i < t->block->n_lines; i++) {
		const struct text_line *line = &t->block->lines[i];
		strbuf_addf(b, "%s\"%.*s\"", i ? " / " : " ", (int)line->bytes, line->text);
	}
	for (size_t i = 0; i < t->n_tints; i++) {
		const struct scene_tint *tint = &t->tints[i];
		color(b, "tint", tint->color);
		strbuf_addf(b, " \"%.*s\"", (int)(tint->end - tint->start), t->block->text + tint->start);
	}
}

static void dump_item(struct strbuf *b, const struct scene_item *item)
{
	strbuf_add(b, scene_role_word(item->role));
	if (item->datum != SCENE_NO_DATUM)
		strbuf_addf(b, " #%d", item->datum);
	switch (item->kind) {
	case SCENE_PATH:
		dump_path(b, &item->path);
		break;
	case SCENE_TEXT:
		dump_text(b, &item->text);
		break;
	case SCENE_IMAGE:
		strbuf_addf(b, " image \"%s\"", item->image.name);
		box(b, item->image.rect);
		if (item->image.fills)
			strbuf_add(b, " fills");
		break;
	case SCENE_LINK:
		strbuf_addf(b, " link \"%s\"", item->link.uri);
		box(b, item->link.rect);
		break;
	case SCENE_TARGET:
		strbuf_addf(b, " target \"%s\"", item->target.name);
		number(b, item->target.at.x);
		number(b, item->target.at.y);
		break;
	case SCENE_FIGURE:
		strbuf_addf(b, " \"%s\"", item->figure.name);
		box(b, scene_ink(item));
		break;
	}
	bool has_value = item->role == ROLE_MARK || item->role == ROLE_VALUE || item->role == ROLE_DOT ||
	                 item->role == ROLE_OTHER || item->role == ROLE_PART || item->role == ROLE_SHARE ||
	                 item->role == ROLE_RUN;
	if (has_value)
		strbuf_addf(b, " value %.15g", item->value);
	if (item->scale_y != SCENE_NO_SCALE)
		strbuf_addf(b, " and %.15g", item->value_y);
	if (item->role == ROLE_WHISKER || item->role == ROLE_SPREAD)
		strbuf_addf(b, " from %.15g to %.15g", item->low, item->high);
	strbuf_add(b, "\n");
}

static void dump_extent(struct strbuf *b, const char *what, const struct scene_extent *e)
{
	strbuf_addf(b, "%s %zu, here %zu, elsewhere %zu, told %zu\n", what, e->known, e->here, e->elsewhere, e->told);
}

static void dump_data(struct strbuf *b, const struct scene *scene)
{
	dump_extent(b, "rows", &scene->evidence->rows);
	if (scene->evidence->columns.known > 1)
		dump_extent(b, "columns", &scene->evidence->columns);
	for (size_t i = 0; i < scene->evidence->n_scales; i++) {
		const struct scene_scale *s = &scene->evidence->scales[i];
		strbuf_addf(b, "scale %zu%s%s zero", i, s->vertical ? " vertical" : "", s->logarithmic ? " log" : "");
		number(b, s->zero);
		strbuf_addf(b, " per unit %.6g, %s", s->per_unit, s->dated ? "days" : s->unit->name);
		strbuf_add(b, ", plot");
		box(b, s->plot);
		strbuf_add(b, "\n");
	}
	for (size_t i = 0; i < scene->evidence->n_data; i++) {
		const struct scene_datum *d = &scene->evidence->data[i];
		strbuf_addf(b, "datum #%zu \"%s\"", i, d->name);
		if (d->column)
			strbuf_addf(b, " \"%s\"", d->column);
		if (d->present)
			strbuf_addf(b, " %.15g", d->value);
		strbuf_addf(b, " rank %d%s%s%s%s\n", d->rank,
		            d->last > d->rank ? arena_printf(b->arena, " to %d", d->last) : "", d->tied ? " tied" : "",
		            d->claimed ? " claimed" : "", d->present ? "" : " missing");
	}
}

char *scene_dump(struct arena *arena, const struct scene *scene)
{
	struct strbuf b = strbuf_new(arena);
	char hex[8];
	color_hex(scene->background, hex);
	strbuf_addf(&b, "scene %.2f x %.2f, u %.2f, ground %s%s\n", scene->width, scene->height, scene->u, hex,
	            scene->transparent ? " not painted" : "");
	strbuf_addf(&b, "alt: %s\n", scene->document.alt ? scene->document.alt : "");
	dump_data(&b, scene);
	for (size_t i = 0; i < scene->n_items; i++)
		dump_item(&b, &scene->items[i]);
	return b.s;
}
