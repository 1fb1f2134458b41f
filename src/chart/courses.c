/* Lines over the calendar: where they and their words go. */
#include "chart/courses.h"

#include "base/arena.h"
#include "chart/label.h"
#include "chart/lengths.h"
#include "chart/reference.h"
#include "words/number_read.h"
#include "words/words.h"

#include <math.h>

static double pad_of(const struct courses *s)
{
	return s->f.look->card ? length_plot_pad * s->frame.u : 0;
}

static const struct text_block *shape(const struct courses *s, const char *text, enum text_weight weight, double width)
{
	struct text_style style = frame_style(&s->frame, s->f.look->type.label, weight, true);
	return text_shape(s->f.request->fonts, text, style, width, style.size * share_leading, s->f.diags);
}

/* Thousands are separated as the values at the ends need it, which are read as a column: an earlier one may be larger.
 */
static struct number_style style_of_ends(const struct courses *s)
{
	struct number_style style = s->style;
	double largest = 0;
	for (size_t i = 0; i < s->n; i++)
		largest = fmax(largest, fabs(courses_point(s, courses_last(&s->courses[i]))->value));
	style.grouped =
		number_style_of(s->f.language, s->standing->benchmark->unit, 0, style.magnitude, largest).grouped;
	return style;
}

static void shape_course(const struct courses *s, struct course *c)
{
	struct arena *a = s->f.arena;
	const struct look_type *t = &s->f.look->type;
	const struct standing_row *last = courses_point(s, courses_last(c));
	const char *name = phrase_variant(a, last->variant);
	if (last->claimed)
		name = words_clause(a, s->f.language, name, words_get(s->f.language, WORD_CLAIMED));
	if (last->disputed)
		name = arena_printf(a, "%s\u00a0†", name);
	bool bold = c->strong || c == s->moved; /* the title speaks of it */
	c->says = (last->claimed ? SAYS_CLAIM : 0u) | (last->disputed ? SAYS_CONFLICT : 0u);
	c->label = shape(s, name, bold ? t->strong_weight : t->label_weight, share_course_name * s->frame.plot_width);
	c->value = shape(s, phrase_value(a, last, style_of_ends(s), s->standing->benchmark, false),
	                 bold ? TEXT_BOLD : TEXT_REGULAR, 0);
}

static double last_baseline(const struct text_block *block)
{
	return block->lines[block->n_lines - 1].baseline;
}

static double needed_pitch(const struct courses *s)
{
	double tall = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct text_block *b = s->courses[i].label;
		tall = fmax(tall, last_baseline(b) + fmax(b->ascent, -b->ink.y) +
		                          fmax(b->descent, rect_bottom(b->ink) - last_baseline(b)));
	}
	return tall + length_course_apart * s->frame.u;
}

struct courses_numbers courses_numbers(const struct courses *s)
{
	struct courses_numbers n = { 0, 0 };
	for (size_t i = 0; i < s->n; i++) {
		const struct text_block *value = s->courses[i].value;
		double point = text_x(value, number_point(s->f.language, value->text));
		n.before = fmax(n.before, point);
		n.behind = fmax(n.behind, value->width - point);
	}
	return n;
}

double courses_edge(const struct courses *s)
{
	return rect_right(s->plot.box) + length_course_lead * s->frame.u;
}

/* Values and names on the right. */
static double room_right(const struct courses *s)
{
	struct courses_numbers numbers = courses_numbers(s);
	double name = 0;
	for (size_t i = 0; i < s->n; i++)
		name = fmax(name, s->courses[i].label->width);
	return (length_course_lead + length_course_name_gap) * s->frame.u + numbers.before + numbers.behind + name;
}

/* False where the words need more room than there is. */
static bool settle_plot(struct courses *s)
{
	const struct chart_request *q = s->f.request;
	double u = s->frame.u, pad = pad_of(s), tall = (q->inset ? length_plot_inset_tall : length_plot_tall) * u;
	double height = s->frame.anchored ? s->frame.plot_height : fmin(s->frame.plot_height, tall);
	struct rect box = { .x = frame_snap(q, s->frame.plot_left + pad + plot_room_left(&s->plot)),
		            .y = frame_snap(q, s->frame.plot_top + pad + length_course_over * u) };
	box.w = frame_snap(q, s->frame.plot_left + s->frame.plot_width - pad - room_right(s) - q->pixel) - box.x;
	box.h = frame_snap(q, s->frame.plot_top + height - pad - plot_room_below(&s->plot, NULL)) - box.y;
	s->pitch = needed_pitch(s);
	if (box.w < length_plot_least_wide * u || box.h < length_plot_least_tall * u)
		return false;
	plot_settle(&s->plot, box);
	return box.h >= s->pitch * (double)s->n;
}

/* Where every line has room for its dots. */
static bool has_room_for_dots(const struct courses *s)
{
	double least = HUGE_VAL;
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = s->courses[i].first; k < courses_last(&s->courses[i]); k++)
			least = fmin(least, courses_place(s, k + 1).x - courses_place(s, k).x);
	return least >= length_course_dots_apart * s->frame.u;
}

bool courses_has_whisker(const struct courses *s, const struct course *c, size_t point)
{
	return courses_point(s, point)->interval && (s->dotted || point == courses_last(c));
}

struct point courses_place(const struct courses *s, size_t point)
{
	return (struct point){ axis_place(&s->plot.x, (double)date_day(s->runs[point]->date)),
		               axis_place(&s->plot.y, courses_point(s, point)->value) };
}

/* The axes hold what is drawn. */
static void settle_axes(struct courses *s)
{
	struct date first = s->runs[s->courses[0].first]->date, last = first;
	double low = HUGE_VAL, high = -HUGE_VAL;
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = s->courses[i].first; k <= courses_last(&s->courses[i]); k++) {
			const struct standing_row *row = courses_point(s, k);
			const struct standing_interval *interval = standing_interval(s->standing, row);
			bool whisker = courses_has_whisker(s, &s->courses[i], k);
			struct date date = s->runs[k]->date;
			first = date_compare(date, first) < 0 ? date : first;
			last = date_compare(date, last) > 0 ? date : last;
			low = fmin(low, whisker ? fmin(row->value, interval->low) : row->value);
			high = fmax(high, whisker ? fmax(row->value, interval->high) : row->value);
		}
	reference_widen(s->f.request, &low, &high);
	s->plot.x = axis_of_dates(first, last);
	s->plot.y = axis_new(low, high, false, s->style.magnitude);
	s->plot.y.unit = s->standing->benchmark->unit;
}

static void spread_words(struct courses *s)
{
	double *wants = arena_alloc(s->f.arena, s->n + 1, sizeof *wants);
	for (size_t i = 0; i < s->n; i++)
		wants[i] = courses_place(s, courses_last(&s->courses[i])).y;
	label_spread(s->f.arena, wants, s->n, s->pitch, s->plot.box.y, rect_bottom(s->plot.box));
	for (size_t i = 0; i < s->n; i++)
		s->courses[i].label_y = wants[i];
}

/* False where the lines that are left do not fit. With room for dots there are more whiskers, and the axis is longer:
 * what has no room then has it with neither. */
static bool try_layout(struct courses *s)
{
	for (int dotted = 1; dotted >= 0; dotted--) {
		s->dotted = dotted;
		settle_axes(s);
		courses_make_words(s);
		for (size_t i = 0; i < s->n; i++)
			shape_course(s, &s->courses[i]);
		if (!settle_plot(s))
			return false;
		if (!dotted || has_room_for_dots(s))
			break;
	}
	spread_words(s);
	return true;
}

bool courses_lay_out(struct courses *s)
{
	while (!try_layout(s))
		if (--s->n == 0) {
			s->n = 1;
			diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), chart_naming_of(s->f.request)->room,
			         "the plot does not fit on the page beside its title and notes");
			return false;
		}
	return true;
}
