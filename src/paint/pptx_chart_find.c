/* What a figure says, looked up for its charts. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"
#include "words/number.h"
#include "words/number_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct scene_item *pptx_chart_item(const struct charting *c, enum scene_role role, int datum, size_t n)
{
	for (size_t i = 0; i < c->figure->n_items; i++)
		if (c->figure->items[i].role == role && c->figure->items[i].datum == datum && !n--)
			return &c->figure->items[i];
	return NULL;
}

const char *pptx_chart_text(const struct charting *c, enum scene_role role, int datum)
{
	struct strbuf b = strbuf_new(c->arena);
	const struct scene_item *item;
	for (size_t n = 0; (item = pptx_chart_item(c, role, datum, n)); n++)
		if (item->kind == SCENE_TEXT)
			strbuf_addf(&b, "%s%s", b.n ? " " : "", item->text.block->text);
	return b.n ? b.s : NULL;
}

const char *pptx_chart_lines(const struct charting *c, const struct text_block *block)
{
	struct strbuf b = strbuf_new(c->arena);
	for (size_t i = 0; i < block->n_lines; i++) {
		strbuf_add(&b, i ? "\n" : "");
		strbuf_addn(&b, block->lines[i].text, block->lines[i].bytes);
	}
	return b.s;
}

const struct scene_measure *pptx_chart_measure(const struct charting *c, int datum)
{
	int m = datum >= 0 ? c->e->data[datum].measure : 0;
	return m >= 0 && (size_t)m < c->e->n_measures ? &c->e->measures[m] : NULL;
}

/* ---- numbers ---- */

double pptx_chart_counted(double value, int magnitude)
{
	enum { EXACT = 17 };
	static const double slip = 1e-15;
	char text[XLSX_NUMBER_SIZE];
	double many = pow(10, magnitude), counted = value / many;
	for (int digits = 1; magnitude && digits <= EXACT; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, value / many);
		counted = strtod(text, NULL);
		if (fabs(counted * many - value) <= slip * fabs(value))
			break;
	}
	return counted;
}

double pptx_chart_length(double from, double to, int magnitude)
{
	char text[XLSX_NUMBER_SIZE];
	snprintf(text, sizeof text, "%.10g", (to - from) / pow(10, magnitude));
	return strtod(text, NULL);
}

const char *pptx_chart_locale(const struct charting *c)
{
	return str_eq(c->language->code, "de") ? "[$-407]" : "";
}

/* A piece of a format that stands for itself. */
static const char *quoted(const struct charting *c, const char *text, size_t n)
{
	return n ? arena_printf(c->arena, "\"%.*s\"", (int)n, text) : "";
}

const char *pptx_chart_format_of(const struct charting *c, int decimals, bool grouped, const struct unit *unit)
{
	static const char zeros[] = "0000000000000000";
	struct number_style style = { .language = c->language };
	const char *one = unit ? number_with_sign(c->arena, 1, style, unit) : "";
	size_t before = strcspn(one, "1");
	const char *after = one[before] ? one + before + 1 : "", *first = quoted(c, one, unit ? before : 0),
		   *last = quoted(c, after, strlen(after));
	const char *digits = arena_printf(c->arena, "%s%s%.*s", grouped ? "#,##0" : "0", decimals > 0 ? "." : "",
	                                  decimals > 0 && decimals < (int)sizeof zeros ? decimals : 0, zeros);
	const char *positive = arena_printf(c->arena, "%s%s%s%s", pptx_chart_locale(c), first, digits, last);
	return arena_printf(c->arena, "%s;%s\"%s\"%s%s%s", positive, pptx_chart_locale(c), c->language->minus, first,
	                    digits, last);
}

const char *pptx_chart_format(const struct charting *c, const char *text, const struct unit *unit)
{
	const char *bare = unit ? number_without_sign(c->arena, c->language, text, unit) : text;
	struct number_printed n = number_read(c->language, bare);
	bool western = number_starts(&language_english, bare + (n.minus ? strlen(c->language->minus) : 0));
	if (!n.bytes || bare[n.bytes] || n.power || n.plus || n.hyphen || !western)
		return NULL;
	return pptx_chart_format_of(c, n.decimals, n.grouped, str_eq(bare, text) ? NULL : unit);
}

const char *pptx_chart_head(const struct charting *c, int measure)
{
	const struct scene_measure *m =
		measure >= 0 && (size_t)measure < c->e->n_measures ? &c->e->measures[measure] : NULL;
	const char *name = m && m->name ? m->name : words_get(c->language, WORD_WEB_HEAD_VALUE);
	return words_clause(c->arena, c->language, name, m ? m->words : NULL);
}

bool pptx_chart_interval(const struct charting *c, int datum, int scale, double *low, double *high)
{
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (item->role != ROLE_WHISKER || item->datum != datum || item->scale != scale)
			continue;
		*low = item->low;
		*high = item->high;
		return true;
	}
	return false;
}

/* ---- places ---- */

double pptx_chart_value_at(const struct scene_scale *s, double place)
{
	double along = (place - s->zero) / s->per_unit;
	return s->logarithmic ? pow(10, along) : along;
}

bool pptx_chart_is_across(const struct scene_item *tick, const struct scene_scale *s)
{
	struct rect box = scene_logical(tick);
	return box.x + box.w / 2 >= s->plot.x - 1;
}

struct rect pptx_chart_on_slide(const struct charting *c, struct rect r)
{
	double s = c->setup->scale;
	return (struct rect){ c->setup->at.x + s * r.x, c->setup->at.y + s * r.y, s * r.w, s * r.h };
}
