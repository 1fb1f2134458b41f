/* Scales as PowerPoint has them: they begin at a number that is printed, and go on in equal steps. */
#include "base/arena.h"
#include "base/date.h"
#include "base/str.h"
#include "paint/pptx_chart_parts.h"
#include "words/number.h"
#include "words/number_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double slip = 1e-6;       /* of computing, as a part of a step */
static const double waste_most = 0.12; /* of the range, before its first value */

static const struct scene_scale *scale_of(const struct charting *c, int scale)
{
	return &c->e->scales[scale];
}

/* The ends of a plot as values, the smaller first. */
static void ends_of(const struct scene_scale *s, double *low, double *high)
{
	*low = pptx_chart_value_at(s, s->vertical ? rect_bottom(s->plot) : s->plot.x);
	*high = pptx_chart_value_at(s, s->vertical ? s->plot.y : rect_right(s->plot));
}

double pptx_chart_rounded(double value)
{
	char text[XLSX_NUMBER_SIZE];
	snprintf(text, sizeof text, "%.6g", value);
	return strtod(text, NULL);
}

static double tick_value(const struct scene_scale *s, const struct scene_item *tick)
{
	struct rect box = scene_logical(tick);
	double line = tick->text.at.y - tick->text.block->x_height / 2;
	return pptx_chart_value_at(s, s->vertical ? line : box.x + box.w / 2);
}

static bool is_tick_of(const struct scene_item *item, const struct scene_scale *s)
{
	return item->role == ROLE_TICK && item->kind == SCENE_TEXT && pptx_chart_is_across(item, s) != s->vertical;
}

/* The least distance of two numbers; 0 if there are not two. A mantissa of 1, 2 or 5. */
static double step_of(const struct charting *c, const struct scene_scale *s)
{
	double before = 0, step = HUGE_VAL;
	bool any = false;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (!is_tick_of(item, s))
			continue;
		double value = tick_value(s, item);
		if (any)
			step = fmin(step, fabs(value - before));
		before = value;
		any = true;
	}
	if (step >= HUGE_VAL)
		return 0;
	double power = pow(10, floor(log10(step) + 0.02)), part = step / power;
	return power * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10);
}

/* Of the first number at the scale: whether thousands are parted, whether it has a sign. */
static const char *format_of(const struct charting *c, const struct scene_scale *s, double step,
                             const struct unit *unit)
{
	int decimals = step > 0 ? (int)fmax(0, ceil(-log10(step) - slip)) : 0;
	bool grouped = false, sign = false;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (!is_tick_of(item, s))
			continue;
		const char *text = item->text.block->text;
		const char *bare = unit ? number_without_sign(c->arena, c->language, text, unit) : text;
		struct number_printed n = number_read(c->language, bare);
		grouped |= n.grouped;
		sign |= bare[0] && strlen(bare) < strlen(text);
	}
	return pptx_chart_format_of(c, decimals, grouped, sign ? unit : NULL);
}

struct graph_axis pptx_chart_range(const struct charting *c, int scale, int magnitude)
{
	struct graph_axis a = { 0 };
	double low, high;
	ends_of(scale_of(c, scale), &low, &high);
	a.low = pptx_chart_rounded(low / pow(10, magnitude));
	a.high = pptx_chart_rounded(high / pow(10, magnitude));
	if (fabs(a.low) < slip * fabs(a.high))
		a.low = 0;
	if (fabs(a.high) < slip * fabs(a.low))
		a.high = 0;
	return a;
}

/* "0.01", "1", "1,000": below 1 with the digits that a number has. */
static const char *log_format(const struct charting *c, const struct unit *unit)
{
	struct number_style style = { .language = c->language };
	const char *one = unit ? number_with_sign(c->arena, 1, style, unit) : "1";
	size_t before = strcspn(one, "1");
	const char *after = one[before] ? one + before + 1 : "", *locale = pptx_chart_locale(c);
	const char *first = before ? arena_printf(c->arena, "\"%.*s\"", (int)before, one) : "",
		   *last = *after ? arena_printf(c->arena, "\"%s\"", after) : "";
	return arena_printf(c->arena, "[>=1]%s%s#,##0%s;%s%s0.########%s", locale, first, last, locale, first, last);
}

/* Tenfold or, in a narrow range, twofold. */
static struct graph_axis log_axis(const struct charting *c, const struct scene_scale *s, int magnitude,
                                  const struct unit *unit, bool own)
{
	static const double narrow = 20;
	struct graph_axis a = { .shown = true, .line = true, .apart = own };
	ends_of(s, &a.low, &a.high);
	a.low = pptx_chart_rounded(a.low / pow(10, magnitude));
	a.high = pptx_chart_rounded(a.high / pow(10, magnitude));
	a.base = !own && a.high / a.low < narrow ? 2 : 10;
	if (!own)
		a.low = pptx_chart_rounded(pow(a.base, floor(log(a.low) / log(a.base) + slip)));
	a.format = log_format(c, unit);
	return a;
}

/* The least value of what lies on the scale. */
static double least_on(const struct charting *c, int scale)
{
	const struct scene_scale *s = scale_of(c, scale);
	bool second = (c->e->scatter || c->e->courses) && scale == 1;
	double least = HUGE_VAL;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		const struct scene_item *item = &c->figure->items[i];
		if (item->role == ROLE_DOT)
			least = fmin(least, second ? item->value_y : item->value);
		if (item->role == ROLE_WHISKER && item->scale == scale)
			least = fmin(least, item->low);
		if ((item->role == ROLE_RANGE || item->role == ROLE_REFERENCE) && item->kind == SCENE_PATH)
			least = fmin(least, pptx_chart_value_at(s, s->vertical ? rect_bottom(item->path.rect)
			                                                       : item->path.rect.x));
	}
	return least;
}

void pptx_chart_from_zero(struct graph_axis *a)
{
	static const double near = 0.02; /* of the range */
	if (a->low > 0 || -a->low < near * a->high)
		a->low = 0;
	if (a->high < 0 || a->high < -near * a->low)
		a->high = 0;
}

struct graph_axis pptx_chart_axis(const struct charting *c, int scale, int magnitude, const struct unit *unit, bool own)
{
	const struct scene_scale *s = scale_of(c, scale);
	if (s->logarithmic)
		return log_axis(c, s, magnitude, unit, own);
	struct graph_axis a = pptx_chart_range(c, scale, magnitude);
	a.step = pptx_chart_rounded(step_of(c, s) / pow(10, magnitude));
	a.shown = a.line = true;
	if (!(a.step > 0))
		return a;
	double low = floor(a.low / a.step + slip) * a.step, first = a.step / pow(10, floor(log10(a.step) + slip));
	if (a.low - low > waste_most * (a.high - a.low) && first < 4) {
		a.step = pptx_chart_rounded(a.step / 2);
		low = floor(a.low / a.step + slip) * a.step;
	}
	a.low = pptx_chart_rounded(low);
	a.format = format_of(c, s, a.step, unit);
	if (low < 0 && least_on(c, scale) >= 0) /* no number where nothing can be */
		a.format = arena_printf(c->arena, "%.*s;\"\"", (int)strcspn(a.format, ";"), a.format);
	return a;
}

double pptx_chart_map(const struct charting *c, int scale, int magnitude, const struct graph_axis *a, double place)
{
	const struct scene_scale *s = scale_of(c, scale);
	double value = pptx_chart_value_at(s, place) / pow(10, magnitude), low = a->low, high = a->high;
	if (s->logarithmic) {
		value = log10(value);
		low = log10(low);
		high = log10(high);
	}
	double part = (value - low) / (high - low);
	return s->vertical ? rect_bottom(s->plot) - part * s->plot.h : s->plot.x + part * s->plot.w;
}

/* ---- the calendar ---- */

static const double excel_epoch = 25569; /* 1 January 1970 */
enum { MONTHS = 12 };

double pptx_chart_day(double day)
{
	return day + excel_epoch;
}

/* Of its ticks: months from one to the next, or days where they are not the first days of months. */
struct steps {
	double first; /* the earliest tick */
	int months;
	double days;
};

static struct steps steps_of(const struct charting *c, const struct scene_scale *s)
{
	struct steps out = { .first = HUGE_VAL };
	double second = HUGE_VAL;
	bool months = true;
	for (size_t i = 0; i < c->figure->n_items; i++) {
		if (!is_tick_of(&c->figure->items[i], s))
			continue;
		double day = round(tick_value(s, &c->figure->items[i]));
		months = months && date_of_day((long)day).day == 1;
		if (day < out.first) {
			second = out.first;
			out.first = day;
		} else {
			second = fmin(second, day);
		}
	}
	if (second >= HUGE_VAL)
		return out;
	struct date a = date_of_day((long)out.first), b = date_of_day((long)second);
	out.days = second - out.first;
	out.months = months ? (b.year - a.year) * MONTHS + b.month - a.month : 0;
	return out;
}

static double months_before(double day, int months)
{
	struct date d = date_of_day((long)day);
	int month = d.year * MONTHS + d.month - 1 - months;
	return (double)date_day((struct date){ month / MONTHS, month % MONTHS + 1, 1 });
}

/* "[$-407]mmm yyyy": in the language of the document, wherever it is opened. */
static const char *date_format(const struct charting *c, const struct steps *steps)
{
	const char *parts = steps->months && steps->months % MONTHS == 0 ? "yyyy"
	                    : steps->months                              ? "mmm yyyy"
	                                                                 : "d mmm yyyy";
	return arena_printf(c->arena, "%s%s", pptx_chart_locale(c), parts);
}

struct graph_axis pptx_chart_dates(const struct charting *c, int scale, bool joined)
{
	const struct scene_scale *s = scale_of(c, scale);
	struct graph_axis a = { .shown = true, .line = true, .apart = !joined };
	struct steps steps = steps_of(c, s);
	ends_of(s, &a.low, &a.high);
	double low = floor(a.low);
	if (joined && steps.first < HUGE_VAL && steps.days > 0) {
		low = steps.first;
		while (low > a.low)
			low = steps.months ? months_before(low, steps.months) : low - steps.days;
		if (a.low - low > waste_most * (a.high - a.low) && steps.months % 2 == 0 && steps.months) {
			steps.months /= 2;
			double later = months_before(low, -steps.months);
			low = later <= a.low ? later : low;
		}
	}
	a.format = date_format(c, &steps);
	a.months = joined ? steps.months : 0;
	a.step = joined && !steps.months ? steps.days : 0;
	a.low = pptx_chart_day(low);
	a.high = ceil(pptx_chart_day(a.high));
	return a;
}

double pptx_chart_map_day(const struct charting *c, int scale, const struct graph_axis *a, double place)
{
	const struct scene_scale *s = scale_of(c, scale);
	double day = pptx_chart_day(pptx_chart_value_at(s, place));
	return s->plot.x + (day - a->low) / (a->high - a->low) * s->plot.w;
}
