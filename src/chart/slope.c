/* The slope: what changed between two: two variants or models on several benchmarks, or two benchmarks for several
 * models.
 *
 *              From                To
 *   name  18 •--------------------• 52  +34
 */
#include "chart/axis.h"
#include "chart/subject.h"

#include "base/arena.h"
#include "base/str.h"
#include "scene/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct line {
	size_t number; /* as they were found */
	const char *name, *full;
	const struct standing_row *ends[2];
	size_t columns[2]; /* of the grid */
	double change;     /* positive is better */
	struct color color;
	bool strong;
	double label_y[2]; /* where the words of each end stand; the middle of their line */
	const struct text_block *label, *values[2], *gain, *remark; /* remark NULL: none */
};

struct slope {
	struct subject f;
	const char *from, *to;
	bool of_models; /* lines are models: two benchmarks */
	struct line *lines;
	size_t n, known;
	size_t up, down; /* of all that are known, beyond noise */
	const char **unlike, **unpaired;
	size_t n_unlike, n_unpaired;
	struct number_style style;
	const struct benchmark *scale; /* all values are like its own */
	struct axis y;
	struct frame frame;
	struct frame_words words;
	double x[2], plot_top, plot_bottom, pitch;
};

/* ---- which lines ---- */

static void add_line(struct slope *s, const char *name, const char *full, size_t row_a, size_t column_a, size_t row_b,
                     size_t column_b)
{
	const struct grid *g = s->f.grid;
	const struct standing_row *a = grid_cell(g, row_a, column_a), *b = grid_cell(g, row_b, column_b);
	const struct benchmark *of = g->columns[column_a]->benchmark;
	if (!benchmark_alike(of, s->scale)) {
		s->unlike[s->n_unlike++] = name;
		return;
	}
	if (!a->chosen || !b->chosen) {
		s->unpaired[s->n_unpaired++] = name;
		return;
	}
	double change = b->value - a->value;
	s->lines[s->n] = (struct line){ .number = s->n,
		                        .name = name,
		                        .full = full,
		                        .ends = { a, b },
		                        .columns = { column_a, column_b },
		                        .change = of->better == BETTER_LOWER ? -change : change };
	s->n++;
}

static size_t row_of(const struct grid *g, const struct variant *v)
{
	for (size_t i = 0; i < g->n_rows; i++)
		if (g->rows[i] == v)
			return i;
	return 0;
}

static void collect(struct slope *s)
{
	const struct chart_request *q = s->f.request;
	const struct grid *g = s->f.grid;
	size_t most = g->n_rows > g->n_columns ? g->n_rows : g->n_columns;
	s->lines = arena_alloc(s->f.arena, most + 1, sizeof *s->lines);
	s->unlike = arena_alloc(s->f.arena, most + 1, sizeof *s->unlike);
	s->unpaired = arena_alloc(s->f.arena, most + 1, sizeof *s->unpaired);
	if (s->of_models) {
		s->scale = g->columns[0]->benchmark;
		s->from = g->columns[0]->benchmark->brief;
		s->to = g->columns[1]->benchmark->brief;
		for (size_t r = 0; r < g->n_rows; r++) {
			char *name = phrase_variant(s->f.arena, g->rows[r]);
			add_line(s, name, variant_full_name(s->f.arena, g->rows[r]), r, 0, r, 1);
		}
		return;
	}
	size_t a = row_of(g, q->models[0]), b = row_of(g, q->models[1]);
	bool *drawable = arena_alloc(s->f.arena, g->n_columns + 1, sizeof *drawable);
	for (size_t c = 0; c < g->n_columns; c++)
		drawable[c] = grid_cell(g, a, c)->chosen && grid_cell(g, b, c)->chosen;
	s->scale = g->columns[subject_common_column(&s->f, drawable)]->benchmark;
	s->from = phrase_variant(s->f.arena, q->models[0]);
	s->to = phrase_variant(s->f.arena, q->models[1]);
	for (size_t c = 0; c < g->n_columns; c++)
		add_line(s, subject_row_name(&s->f, g->columns[c]->benchmark), g->columns[c]->benchmark->name, a, c, b,
		         c);
}

static void settle_digits(struct slope *s)
{
	double largest = 0;
	int magnitude = 9, decimals = 0;
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < 2; e++) {
			int m = s->f.grid->columns[s->lines[i].columns[e]]->magnitude;
			magnitude = m < magnitude ? m : magnitude;
		}
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < 2; e++) {
			const struct standing *st = s->f.grid->columns[s->lines[i].columns[e]];
			int d = st->decimals - (st->magnitude - magnitude);
			decimals = d > decimals ? d : decimals;
			largest = fmax(largest, fabs(s->lines[i].ends[e]->value));
		}
	s->style = number_style_of(s->f.language, decimals, magnitude, largest);
}

/* Largest gain first; equal ones by name, then as they were asked for. */
static int by_change(const void *a, const void *b)
{
	const struct line *x = a, *y = b;
	if (x->change != y->change)
		return x->change > y->change ? -1 : 1;
	int names = strcmp(x->name, y->name);
	return names ? names : x->number < y->number ? -1 : x->number > y->number;
}

static void color_lines(struct slope *s)
{
	const struct palette *p = &s->f.look->palette;
	for (size_t i = 0; i < s->n; i++) {
		struct line *l = &s->lines[i];
		l->strong = s->of_models && l->ends[0]->variant == s->f.request->focus;
		l->color = l->change < 0 ? p->worse : l->change > 0 ? p->better : p->muted;
		if (s->of_models) /* two benchmarks are no change for the better or the worse */
			l->color = subject_color(&s->f, l->ends[0]->variant, l->strong || !s->f.request->focus);
	}
}

/* ---- words ---- */

static double shown_change(const struct slope *s, const struct line *l)
{
	return number_shown(l->ends[1]->value, s->style) - number_shown(l->ends[0]->value, s->style);
}

static void count_changes(struct slope *s)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct line *l = &s->lines[i];
		double change = shown_change(s, l), noise = hypot(l->ends[0]->half, l->ends[1]->half);
		bool clear = fabs(l->ends[1]->value - l->ends[0]->value) >= noise;
		s->up += change > 0 && clear;
		s->down += change < 0 && clear;
	}
}

static void titles(const struct slope *s, const char *titles[FRAME_TITLES])
{
	struct arena *a = s->f.arena;
	const struct language *l = s->f.language;
	size_t up = s->up, down = s->down;
	const struct line *first = &s->lines[0];
	double change = shown_change(s, first);
	titles[0] = titles[1] = titles[2] = NULL;
	if (s->known == 1) {
		enum word word = change > 0 ? WORD_TITLE_ROSE : change < 0 ? WORD_TITLE_FELL : WORD_TITLE_UNCHANGED;
		titles[0] = words_fill(
			a, l, word, "from", s->from, "to", s->to, "name", first->name, "change",
			number_gap(a, fabs(change) * pow(10, s->style.magnitude), s->style, s->scale->unit), NULL);
		titles[1] = words_fill(a, l, WORD_SUB_SLOPE, "from", s->from, "to", s->to, NULL);
		return;
	}
	enum word word = up == s->known     ? (s->of_models ? WORD_TITLE_ALL_HIGHER_ON : WORD_TITLE_ROSE_MANY)
	                 : down == s->known ? (s->of_models ? WORD_TITLE_ALL_LOWER_ON : WORD_TITLE_FELL_MANY)
	                 : s->of_models     ? WORD_TITLE_SOME_HIGHER_ON
	                                    : WORD_TITLE_MIXED_MANY;
	titles[0] = words_sentence(a, l,
	                           words_fill(a, l, word, "from", s->from, "to", s->to, "count",
	                                      number_count(a, l, s->known), "up", number_count(a, l, up), "n",
	                                      number_plain(a, l, up), NULL));
	titles[1] = words_fill(a, l, WORD_SUB_SLOPE, "from", s->from, "to", s->to, NULL);
}

static void list_note(struct slope *s, struct notes *notes, enum word word, const char **names, size_t n)
{
	if (n)
		notes_add(notes, SWATCH_NONE,
		          words_fill(s->f.arena, s->f.language, word, "names",
		                     words_list(s->f.arena, s->f.language, names, n, PHRASE_NAMES), NULL));
}

static const char *direction_of(const struct slope *s)
{
	size_t lower = 0;
	for (size_t i = 0; i < s->n; i++)
		lower += s->f.grid->columns[s->lines[i].columns[0]]->benchmark->better == BETTER_LOWER;
	return words_get(s->f.language, lower == 0 ? WORD_HIGHER : lower == s->n ? WORD_LOWER : WORD_HIGHER_MOSTLY);
}

static void make_words(struct slope *s)
{
	struct subject *f = &s->f;
	struct arena *a = f->arena;
	const struct language *l = f->language;
	struct notes notes = { .arena = a };
	const struct standing_row **cells = arena_alloc(a, 2 * s->n + 1, sizeof *cells);
	size_t *of = arena_alloc(a, 2 * s->n + 1, sizeof *of);
	for (size_t i = 0; i < 2 * s->n; i++) {
		cells[i] = s->lines[i / 2].ends[i % 2];
		of[i] = s->lines[i / 2].columns[i % 2];
	}
	s->words = (struct frame_words){ .source = NULL };
	titles(s, s->words.titles);
	if (f->request->title)
		s->words.titles[0] = f->request->title, s->words.titles[1] = NULL;
	const char *unit = number_unit(a, l, s->scale->unit, s->style.magnitude);
	const char *what = words_fill(a, l, WORD_SUB_SLOPE, "from", s->from, "to", s->to, NULL);
	if (s->n == 1 && !s->of_models)
		what = s->lines[0].full;
	s->words.heading = what;
	s->words.subtitle = arena_printf(a, "%s%s%s%s", what, unit ? ", " : "", unit ? unit : "",
	                                 phrase_as_of(a, l, f->dataset->date));
	s->words.direction = direction_of(s);
	double low = HUGE_VAL;
	for (size_t i = 0; i < s->n; i++)
		low = fmin(low, fmin(s->lines[i].ends[0]->value, s->lines[i].ends[1]->value));
	if (low > 0)
		notes_add(&notes, SWATCH_NONE, words_get(l, WORD_NOTE_NO_ZERO));
	list_note(s, &notes, WORD_NOTE_UNPAIRED, s->unpaired, s->n_unpaired);
	list_note(s, &notes, WORD_NOTE_OTHER_UNITS, s->unlike, s->n_unlike);
	struct evidence e = { .arena = a,
		              .dataset = f->dataset,
		              .language = l,
		              .standings = f->grid->columns,
		              .n_standings = f->grid->n_columns,
		              .styles = f->styles,
		              .cells = cells,
		              .of = of,
		              .n_cells = 2 * s->n,
		              .n_drawn = 2 * s->n,
		              .dots = true,
		              .whiskers = true,
		              .rows_all = s->of_models ? s->known : 0,
		              .rows_shown = s->of_models ? s->n : 0,
		              .columns_all = s->of_models ? 0 : s->known,
		              .columns_shown = s->of_models ? 0 : s->n };
	evidence_notes(&e, &notes);
	s->words.notes = notes.items;
	s->words.n_notes = notes.count;
	s->words.source = evidence_source(&e);
	s->frame = frame_measure(a, f->request, &s->words, f->diags);
}

static char *alt_of(const struct slope *s)
{
	struct arena *a = s->f.arena;
	struct strbuf t = strbuf_new(a);
	strbuf_addf(&t, "%s%s.",
	            words_fill(a, s->f.language, WORD_ALT_SLOPE, "from", s->from, "to", s->to, "n",
	                       number_plain(a, s->f.language, s->known), NULL),
	            phrase_as_of(a, s->f.language, s->f.dataset->date));
	for (size_t i = 0; i < s->n; i++)
		phrase_alt_add(&t, words_fill(a, s->f.language, WORD_ALT_CHANGE, "name", s->lines[i].full, "from",
		                              number_with_sign(a, s->lines[i].ends[0]->value, s->style, s->scale->unit),
		                              "to",
		                              number_with_sign(a, s->lines[i].ends[1]->value, s->style, s->scale->unit),
		                              NULL));
	return t.s;
}

/* ---- layout ---- */

static const struct text_block *shape(const struct slope *s, const char *text, double size, enum text_weight weight,
                                      double width)
{
	struct text_style style = frame_style(&s->frame, size, weight, true);
	return text_shape(s->f.request->fonts, text, style, width, style.size * 1.25, s->f.diags);
}

static void shape_lines(struct slope *s)
{
	struct arena *a = s->f.arena;
	const struct look_type *t = &s->f.look->type;
	for (size_t i = 0; i < s->n; i++) {
		struct line *l = &s->lines[i];
		const struct standing_row *from = l->ends[0], *to = l->ends[1];
		bool claimed = from->claimed || to->claimed, doubt = phrase_in_conflict(from) || phrase_in_conflict(to);
		const char *gain = number_signed(a, l->ends[1]->value - l->ends[0]->value, s->style);
		const char *remark = claimed ? words_get(s->f.language, WORD_CLAIMED) : NULL;
		if (doubt)
			remark = remark ? arena_printf(a, "† %s", remark) : "†";
		enum text_weight weight = l->strong ? t->strong_weight : t->label_weight;
		l->label = shape(s, l->name, t->label, weight, 0.26 * s->frame.plot_width);
		for (int e = 0; e < 2; e++)
			l->values[e] = shape(s, number_text(a, l->ends[e]->value, s->style), t->label,
			                     e ? TEXT_BOLD : TEXT_REGULAR, 0);
		l->gain = shape(s, gain, t->small, TEXT_REGULAR, 0);
		l->remark = remark ? shape(s, remark, t->small, TEXT_REGULAR, 0) : NULL;
	}
}

struct want { /* a label that wants to stand at y */
	double y;
	size_t line;
};

static int by_want(const void *a, const void *b)
{
	const struct want *x = a, *y = b;
	return x->y < y->y ? -1 : x->y > y->y ? 1 : x->line < y->line ? -1 : x->line > y->line;
}

/* The least movement that keeps labels a pitch apart: neighbours that would touch move as one, about their mean. */
static void spread_end(struct slope *s, int end)
{
	struct want *wants = arena_alloc(s->f.arena, s->n + 1, sizeof *wants);
	double *mean = arena_alloc(s->f.arena, s->n + 1, sizeof *mean);
	size_t *count = arena_alloc(s->f.arena, s->n + 1, sizeof *count), blocks = 0;
	for (size_t i = 0; i < s->n; i++)
		wants[i] = (struct want){ axis_place(&s->y, s->lines[i].ends[end]->value), i };
	qsort(wants, s->n, sizeof *wants, by_want);
	for (size_t i = 0; i < s->n; i++) {
		mean[blocks] =
			wants[i].y - s->pitch * (double)i; /* without the pitches labels only have to be in order */
		count[blocks++] = 1;
		while (blocks > 1 && mean[blocks - 1] < mean[blocks - 2]) {
			size_t n = count[blocks - 2] + count[blocks - 1];
			mean[blocks - 2] = (mean[blocks - 2] * (double)count[blocks - 2] +
			                    mean[blocks - 1] * (double)count[blocks - 1]) /
			                   (double)n;
			count[blocks - 2] = n;
			blocks--;
		}
	}
	double most = s->plot_bottom - s->pitch * (double)s->n + s->pitch / 2;
	for (size_t b = 0, i = 0; b < blocks; b++)
		for (size_t k = 0; k < count[b]; k++, i++)
			s->lines[wants[i].line].label_y[end] = fmin(fmax(mean[b], s->plot_top + s->pitch / 2),
			                                            fmax(most, s->plot_top + s->pitch / 2)) +
			                                       s->pitch * (double)i;
}

static double needed_pitch(const struct slope *s)
{
	double tall = 0;
	for (size_t i = 0; i < s->n; i++) {
		const struct text_block *b = s->lines[i].label;
		tall = fmax(tall, b->lines[b->n_lines - 1].baseline + fmax(b->ascent, -b->ink.y) +
		                          fmax(b->descent, rect_bottom(b->ink) - b->lines[b->n_lines - 1].baseline));
	}
	return tall + 0.4 * s->frame.u;
}

static bool too_narrow(struct slope *s)
{
	diag_add(s->f.diags, DIAG_ERROR, place_file(NULL), "choose a larger --size or shorter names",
	         "names and values leave no room for the lines");
	return false;
}

/* Columns of words on both sides; the lines between them. */
static bool settle_columns(struct slope *s)
{
	double u = s->frame.u, pad = s->f.look->card ? 1.0 * u : 0, left = 0, value[2] = { 0, 0 }, gain = 0, remark = 0;
	for (size_t i = 0; i < s->n; i++) {
		left = fmax(left, s->lines[i].label->width);
		gain = fmax(gain, s->lines[i].gain->width);
		remark = fmax(remark, s->lines[i].remark ? s->lines[i].remark->width + 0.5 * u : 0);
		for (int e = 0; e < 2; e++)
			value[e] = fmax(value[e], s->lines[i].values[e]->width);
	}
	double pixel = s->f.request->pixel; /* that both may move to a whole one */
	s->x[0] = frame_snap(s->f.request, s->frame.plot_left + pad + left + 0.9 * u + value[0] + 2.2 * u + pixel);
	s->x[1] = frame_snap(s->f.request, s->frame.plot_left + s->frame.plot_width - pad - gain - remark - 0.8 * u -
	                                           value[1] - 2.2 * u - pixel);
	return s->x[1] - s->x[0] >= 8 * u || too_narrow(s);
}

static const struct text_block *end_head(const struct slope *s, int end)
{
	double width = (s->x[1] - s->x[0]) / 2 - 0.6 * s->frame.u;
	return shape(s, end ? s->to : s->from, s->f.look->type.label, TEXT_BOLD, width);
}

static bool settle_rows(struct slope *s)
{
	double u = s->frame.u, pad = s->f.look->card ? 0.8 * u : 0, head = 0;
	for (int e = 0; e < 2; e++) {
		const struct text_block *b = end_head(s, e);
		head = fmax(head, b->lines[b->n_lines - 1].baseline + fmax(b->ascent, -b->ink.y) + b->descent);
	}
	s->pitch = needed_pitch(s);
	double height = s->frame.anchored ? s->frame.plot_height
	                                  : fmin(s->frame.plot_height,
	                                         fmax((s->n > 1 || !s->f.request->inset ? 18 : 11) * u,
	                                              s->pitch * (double)s->n * 1.8 + head + 2 * pad + 2 * u));
	s->plot_top = frame_snap(s->f.request, s->frame.plot_top + pad + head + 0.8 * u);
	s->plot_bottom = frame_snap(s->f.request, s->frame.plot_top + height - pad - 0.2 * u);
	return s->plot_bottom - s->plot_top >= s->pitch * (double)s->n && s->plot_bottom - s->plot_top >= 3 * u;
}

static void settle_scale(struct slope *s)
{
	double low = HUGE_VAL, high = -HUGE_VAL;
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < 2; e++) {
			const struct standing_row *end = s->lines[i].ends[e];
			low = fmin(low, end->chosen->has_interval ? fmin(end->value, end->low) : end->value);
			high = fmax(high, end->chosen->has_interval ? fmax(end->value, end->high) : end->value);
		}
	s->y = axis_new(low, high, false, s->style.magnitude);
	s->y.from = s->plot_bottom;
	s->y.to = s->plot_top;
}

/* ---- drawing ---- */

static double widest_value(const struct slope *s)
{
	double widest = 0;
	for (size_t i = 0; i < s->n; i++)
		widest = fmax(widest, s->lines[i].values[1]->width);
	return widest;
}

static double widest_gain(const struct slope *s)
{
	double widest = 0;
	for (size_t i = 0; i < s->n; i++)
		widest = fmax(widest, s->lines[i].gain->width);
	return widest;
}

static void draw_end(struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct palette *p = &s->f.look->palette;
	struct line *l = &s->lines[i];
	double u = s->frame.u, r = 0.34 * u, y = axis_place(&s->y, l->ends[e]->value), way = e ? 1 : -1;
	int datum = (int)(2 * i) + e;
	bool solid = !l->ends[e]->claimed && !l->ends[e]->estimated;
	struct scene_item *dot = scene_add(scene, SCENE_PATH, ROLE_DOT);
	dot->datum = datum;
	dot->scale = 0;
	dot->value = l->ends[e]->value;
	dot->path = (struct scene_path){ .shape = SHAPE_ROUNDED,
		                         .rect = { s->x[e] - r, y - r, 2 * r, 2 * r },
		                         .radius = r,
		                         .pattern = PATTERN_SOLID,
		                         .fill = solid             ? l->color
		                                 : s->f.look->card ? p->panel
		                                                   : p->background,
		                         .stroke = solid ? 0 : 0.14 * u,
		                         .stroke_color = l->color };
	double edge = s->x[e] + way * 2.2 * u, baseline = l->label_y[e] + l->values[e]->x_height / 2;
	if (fabs(l->label_y[e] - y) > 0.25 * u) { /* from the dot to where its words had to go */
		struct point from = { s->x[e] + way * (r + 0.15 * u), y },
			     to = { edge - way * 0.35 * u, l->label_y[e] };
		scene_add_line(scene, ROLE_LEADER, from, to, 0.06 * u, p->ink3)->datum = datum;
	} else {
		struct point from = { s->x[e] + way * (r + 0.15 * u), y }, to = { edge - way * 0.35 * u, y };
		scene_add_line(scene, ROLE_LEADER, from, to, 0.06 * u, p->grid)->datum = datum;
	}
	double x = e ? edge : edge - l->values[e]->width;
	struct scene_item *value =
		scene_add_text(scene, ROLE_VALUE, (struct point){ x, baseline }, l->values[e], p->ink);
	value->datum = datum;
	value->value = l->ends[e]->value;
	if (e) {
		double right = edge + 0.8 * u + widest_value(s) + widest_gain(s);
		scene_add_text(scene, ROLE_WORD, (struct point){ right - l->gain->width, baseline }, l->gain, p->ink2);
		if (l->remark)
			scene_add_text(scene, ROLE_REMARK, (struct point){ right + 0.5 * u, baseline }, l->remark,
			               p->ink3)
				->datum = datum;
		return;
	}
	double last = l->label->lines[l->label->n_lines - 1].baseline;
	x = s->frame.plot_left + (s->f.look->card ? u : 0);
	scene_add_text(scene, ROLE_LABEL, (struct point){ x, baseline - last / 2 }, l->label, p->ink)->datum = datum;
}

static void draw_whisker(struct slope *s, struct scene *scene, size_t i, int e)
{
	const struct standing_row *m = s->lines[i].ends[e];
	double thick = frame_snap_length(s->f.request, 0.07 * s->frame.u);
	if (!m->chosen->has_interval)
		return;
	double top = axis_place(&s->y, m->high), bottom = axis_place(&s->y, m->low);
	struct scene_item *item =
		scene_add_rect(scene, ROLE_WHISKER, (struct rect){ s->x[e] - thick / 2, top, thick, bottom - top },
	                       s->f.look->palette.ink3);
	item->datum = (int)(2 * i) + e;
	item->scale = 0;
	item->low = m->low;
	item->high = m->high;
}

static void draw_line(struct slope *s, struct scene *scene, const struct line *l)
{
	double r = 0.34 * s->frame.u, a = axis_place(&s->y, l->ends[0]->value),
	       b = axis_place(&s->y, l->ends[1]->value);
	double length = hypot(s->x[1] - s->x[0], b - a), dx = (s->x[1] - s->x[0]) / length * r,
	       dy = (b - a) / length * r;
	struct point from = { s->x[0] + dx, a + dy }, to = { s->x[1] - dx, b - dy };
	scene_add_line(scene, ROLE_CONNECT, from, to, (l->strong ? 0.2 : 0.13) * s->frame.u, l->color);
}

static void describe(struct slope *s, struct scene *scene)
{
	struct arena *a = s->f.arena;
	struct scene_measure *measure = arena_alloc(a, 1, sizeof *measure);
	*measure = (struct scene_measure){ .unit = s->scale->unit,
		                           .name = s->lines[0].name,
		                           .words = number_unit(a, s->f.language, s->scale->unit, s->style.magnitude),
		                           .decimals = s->style.decimals,
		                           .magnitude = s->style.magnitude };
	scene->document.alt = alt_of(s);
	scene->evidence->names = s->f.names;
	scene->evidence->n_names = s->f.n_names;
	scene->evidence->measures = measure;
	scene->evidence->rows_counted = true;
	scene->evidence->n_measures = 1;
	scene->evidence->data = arena_alloc(a, 2 * s->n + 1, sizeof *scene->evidence->data);
	scene->evidence->n_data = 2 * s->n;
	scene->evidence->rows = (struct scene_extent){ s->known, s->n, 0, s->known - s->n };
	scene->evidence->columns = (struct scene_extent){ 2, 2, 0, 0 };
	for (size_t i = 0; i < 2 * s->n; i++) {
		const struct line *l = &s->lines[i / 2];
		scene->evidence->data[i] = (struct scene_datum){ .name = l->full,
			                                         .column = i % 2 ? s->to : s->from,
			                                         .row = i / 2,
			                                         .place = i % 2,
			                                         .marked = true,
			                                         .by_position = true,
			                                         .words_left = i % 2 == 0,
			                                         .present = true,
			                                         .value = l->ends[i % 2]->value,
			                                         .claimed = l->ends[i % 2]->claimed,
			                                         .interval = l->ends[i % 2]->chosen->has_interval };
	}
	scene->evidence->scales = arena_alloc(a, 1, sizeof *scene->evidence->scales);
	scene->evidence->n_scales = 1;
	scene->evidence->scales[0] = (struct scene_scale){ .zero = axis_zero(&s->y),
		                                           .per_unit = axis_per_unit(&s->y),
		                                           .vertical = true,
		                                           .positions = true,
		                                           .measure = -1,
		                                           .low = s->y.low,
		                                           .high = s->y.high,
		                                           .unit = measure->unit,
		                                           .plot = { s->x[0], s->plot_top, s->x[1] - s->x[0],
		                                                     s->plot_bottom - s->plot_top } };
}

static void draw(struct slope *s, struct chart_pages *pages)
{
	const struct palette *p = &s->f.look->palette;
	double u = s->frame.u, pad = s->f.look->card ? 0.8 * u : 0;
	double plot = s->plot_bottom + pad + 0.2 * u - s->frame.plot_top;
	struct scene *scene = frame_scene(s->f.arena, &s->frame, &s->words, plot, NULL, s->f.diags);
	describe(s, scene);
	if (s->f.look->card)
		frame_card(scene, &s->frame, plot);
	for (int e = 0; e < 2; e++) {
		const struct text_block *b = end_head(s, e);
		double x = e ? s->x[1] - b->width : s->x[0];
		scene_add_text(scene, ROLE_HEAD,
		               (struct point){ x, s->plot_top - 0.9 * u - b->lines[b->n_lines - 1].baseline }, b,
		               p->ink);
	}
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < 2; e++)
			draw_whisker(s, scene, i, e);
	for (size_t i = 0; i < s->n; i++)
		draw_line(s, scene, &s->lines[i]);
	for (size_t i = 0; i < s->n; i++)
		for (int e = 0; e < 2; e++)
			draw_end(s, scene, i, e);
	pages->items = arena_alloc(s->f.arena, 1, sizeof *pages->items);
	pages->items[0] = scene;
	pages->count = 1;
}

/* The one that changed least; never the focus. */
static void drop_smallest(struct slope *s)
{
	size_t least = s->lines[0].strong ? 1 : 0;
	for (size_t i = 0; i < s->n; i++)
		if (!s->lines[i].strong && fabs(s->lines[i].change) <= fabs(s->lines[least].change))
			least = i;
	for (size_t i = least; i + 1 < s->n; i++)
		s->lines[i] = s->lines[i + 1];
	s->n--;
}

static bool lay_out(struct slope *s)
{
	make_words(s);
	shape_lines(s);
	return settle_columns(s);
}

/* Between two benchmarks only where both count alike and in the same direction. */
static bool comparable(const struct slope *s, struct diags *diags)
{
	const struct benchmark *a = s->f.grid->columns[0]->benchmark, *b = s->f.grid->columns[1]->benchmark;
	if (benchmark_alike(a, b) && (a->better == BETTER_LOWER) == (b->better == BETTER_LOWER))
		return true;
	diag_add(diags, DIAG_ERROR, place_file(NULL), "draw a scatter, panels or a table",
	         "%s and %s are counted in different units or directions, so no line can lead from one to the other",
	         a->name, b->name);
	return false;
}

bool chart_slope(struct arena *arena, const struct chart_request *q, struct chart_pages *pages, struct diags *diags)
{
	struct slope s = { .of_models = q->n_models != 2 };
	if (!subject_open(&s.f, arena, q, diags))
		return false;
	if (s.of_models && !comparable(&s, diags))
		return false;
	collect(&s);
	if (!s.n) {
		diag_add(diags, DIAG_ERROR, place_file(NULL), "choose others with -m or -b",
		         "%s and %s have no value to compare", s.from, s.to);
		return false;
	}
	settle_digits(&s);
	qsort(s.lines, s.n, sizeof *s.lines, by_change);
	color_lines(&s);
	s.known = s.n;
	count_changes(&s);
	if (!lay_out(&s))
		return false;
	while (!settle_rows(&s)) { /* the smallest changes give way */
		if (s.n == 1) {
			diag_add(diags, DIAG_ERROR, place_file(NULL), "choose a larger --size",
			         "the plot does not fit on the page beside its title and notes");
			return false;
		}
		drop_smallest(&s);
		if (!lay_out(&s))
			return false;
	}
	settle_scale(&s);
	spread_end(&s, 0);
	spread_end(&s, 1);
	draw(&s, pages);
	return diags_ok(diags);
}
