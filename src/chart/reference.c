#include "chart/reference.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "chart/lengths.h"
#include "chart/plot.h"
#include "data/schema.h"
#include "words/number.h"
#include "words/numeral.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

/* ---- what an author asks for ---- */

/* The bytes from start to end of the label are part of this name. */
static bool is_within(const char *label, const char *name, size_t start, size_t end)
{
	for (const char *at = strstr(label, name); at; at = strstr(at + 1, name))
		if ((size_t)(at - label) <= start && end <= (size_t)(at - label) + strlen(name))
			return true;
	return false;
}

static bool is_named(struct arena *arena, const struct dataset *d, const char *label, const struct numeral *n)
{
	bool named = n->attached; /* "GPT-4", "Q3" */
	for (size_t i = 0; i < d->n_variants && !named; i++)
		named = is_within(label, variant_full_name(arena, dataset_variant_at(d, i)), n->start, n->end);
	for (size_t i = 0; i < d->n_benchmarks && !named; i++)
		named = is_within(label, d->benchmarks[i]->name, n->start, n->end);
	return named;
}

/* "Llama 3" is a name; "top 3" and "half of all" count, and nobody can check it. */
static bool has_number(struct arena *arena, const struct chart_request *q, const char *label)
{
	struct numeral numeral;
	size_t at = 0;
	while (numeral_next(q->language, label, strlen(label), &at, &numeral))
		if (!is_named(arena, q->dataset, label, &numeral))
			return true;
	return false;
}

/* Both ends of a band, or the value of a line. */
static bool read_values(const struct schema *s, const struct benchmark *benchmark, struct chart_reference *r)
{
	const char *const keys[] = { r->band ? "from" : "value", "to" };
	struct quantity *values[] = { &r->value, &r->to };
	bool ok = true;
	for (size_t i = 0; i < (r->band ? 2 : 1); i++) {
		bool percent = false;
		if (!schema_at(s, keys[i])) {
			diag_add(s->diags, DIAG_ERROR, s->map->place, NULL, "this %s has no \"%s\"", s->what, keys[i]);
			ok = false;
		} else if (!schema_quantity(s, keys[i], values[i], &percent)) {
			ok = false;
		} else if (percent && benchmark->unit != &unit_percent) {
			schema_wrong(s, keys[i], NULL, "a number in the unit of the benchmark");
			ok = false;
		}
	}
	if (ok && r->band && r->to.number <= r->value.number) {
		diag_add(s->diags, DIAG_ERROR, schema_place(s, "to"), "write the smaller number first",
		         "a band ends above where it starts");
		ok = false;
	}
	return ok;
}

static bool read_one(struct arena *arena, const struct value *value, enum reference_form form, struct chart_request *q,
                     struct diags *diags)
{
	static const char *const line[] = { "value", "label", "source" }, *const band[] = { "from", "to", "label",
		                                                                            "source" };
	struct chart_reference *all = arena_alloc(arena, q->n_references + 1, sizeof *all), *r = &all[q->n_references];
	struct schema s;
	for (size_t i = 0; i < q->n_references; i++)
		all[i] = q->references[i];
	r->band = form == REFERENCE_BAND;
	if (!schema_open(&s, arena, diags, value, r->band ? "band" : "reference"))
		return false;
	if (r->band)
		schema_keys(&s, band, sizeof band / sizeof *band);
	else
		schema_keys(&s, line, sizeof line / sizeof *line);
	bool valued = read_values(&s, q->benchmarks[0], r);
	r->label = schema_text(&s, "label", REQUIRED);
	r->source = schema_text(&s, "source", REQUIRED);
	if (!valued || !r->label || !r->source)
		return false;
	if (has_number(arena, q, r->label)) {
		diag_add(diags, DIAG_ERROR, schema_place(&s, "label"),
		         "leave the number out: the value is printed beside it",
		         "the label of a %s has a number that nothing can check", s.what);
		return false;
	}
	const struct source *known = dataset_source(q->dataset, r->source, schema_place(&s, "source"), NULL);
	r->known = known;
	r->place = schema_place(&s, "source");
	if (known)
		r->source = known->publisher ? known->publisher : known->title;
	q->references = all;
	q->n_references++;
	return true;
}

bool reference_read(struct arena *arena, const struct value *value, enum reference_form form, struct chart_request *q,
                    struct diags *diags)
{
	bool list = value->kind == VALUE_LIST, ok = true;
	size_t n = list ? value->count : 1;
	if (!q->kind->has_scale || (q->n_benchmarks != 1 && q->kind->most != q->n_benchmarks)) {
		diag_add(diags, DIAG_ERROR, value->place, chart_kinds_that(arena, chart_kind_has_scale),
		         "a %s chart of %zu benchmark%s has no scale for a reference %s", q->kind->name,
		         q->n_benchmarks, q->n_benchmarks == 1 ? "" : "s", form == REFERENCE_BAND ? "band" : "line");
		return false;
	}
	if (q->n_references + n > CHART_REFERENCES) {
		diag_add(diags, DIAG_ERROR, value->place, "leave out those that matter least",
		         "a chart can have %d reference lines and bands, not %zu", CHART_REFERENCES,
		         q->n_references + n);
		return false;
	}
	for (size_t i = 0; i < n; i++)
		ok = read_one(arena, list ? &value->items[i] : value, form, q, diags) && ok;
	return ok;
}

/* A quiet ground on which all marks and words can be seen as well as on that of the chart. */
static struct color band_color(const struct look *look)
{
	return look->card ? look->palette.background : look->palette.panel;
}

/* ---- words ---- */

/* With the digits that its author wrote. */
static const char *value_text(struct arena *arena, const struct chart_request *q, const struct quantity *value,
                              struct number_style style)
{
	int decimals = quantity_level(*value) + style.magnitude;
	style.decimals = decimals > 0 ? decimals : 0;
	style.power = 0;
	return number_with_sign(arena, value->number, style, q->benchmarks[0]->unit);
}

void reference_notes(const struct chart_request *q, struct number_style style, struct notes *notes)
{
	struct arena *a = notes->arena;
	for (size_t i = 0; i < q->n_references; i++) {
		const struct chart_reference *r = &q->references[i];
		const char *value = value_text(a, q, &r->value, style);
		if (r->band)
			value = words_fill(a, q->language, WORD_VALUES, "from", value, "to",
			                   value_text(a, q, &r->to, style), NULL);
		struct frame_note *note = notes_add(notes, r->band ? SWATCH_BAND : SWATCH_COLOR,
		                                    words_fill(a, q->language, WORD_NOTE_REFERENCE, "label", r->label,
		                                               "value", value, "source", r->source, NULL));
		note->color = r->band ? band_color(q->look) : q->look->palette.tag;
		note->says = SAYS_REFERENCE;
	}
}

/* ---- lines and bands ---- */

/* The values at which lines are drawn: one, or the two ends of a band. Returns how many. */
static size_t values_of(const struct chart_reference *reference, double values[2])
{
	values[0] = reference->value.number;
	values[1] = reference->to.number;
	return reference->band ? 2 : 1;
}

void reference_widen(const struct chart_request *q, double *low, double *high)
{
	for (size_t i = 0; i < q->n_references; i++) {
		double values[2];
		for (size_t k = values_of(&q->references[i], values); k-- > 0;) {
			*low = fmin(*low, values[k]);
			*high = fmax(*high, values[k]);
		}
	}
}

/* Where a value is on a scale of the scene, which knows in which direction it goes. */
static double place_of(const struct scene_scale *scale, double value)
{
	return scale->zero + scale->per_unit * (scale->logarithmic ? log10(value) : value);
}

/* The box from one place on its scale to another. */
static struct rect stripe(const struct scene_scale *scale, struct rect box, double from, double to)
{
	return scale->vertical ? (struct rect){ box.x, from, box.w, to - from }
	                       : (struct rect){ from, box.y, to - from, box.h };
}

void reference_fill(const struct chart_request *q, struct scene *scene, struct rect box, int of)
{
	const struct scene_scale *scale = &scene->evidence->scales[of];
	for (size_t i = 0; i < q->n_references; i++) {
		double values[2];
		if (values_of(&q->references[i], values) < 2)
			continue;
		double a = frame_snap(q, place_of(scale, values[0])), b = frame_snap(q, place_of(scale, values[1]));
		struct scene_item *fill = scene_add_rect(scene, ROLE_RANGE, stripe(scale, box, fmin(a, b), fmax(a, b)),
		                                         band_color(q->look));
		fill->scale = of;
		fill->low = values[0];
		fill->high = values[1];
	}
}

static size_t words_of(const struct scene *scene, struct rect *boxes, double air)
{
	size_t n = 0;
	for (size_t i = 0; i < scene->n_items; i++)
		for (size_t l = 0; scene->items[i].kind == SCENE_TEXT && l < scene->items[i].text.block->n_lines; l++) {
			const struct scene_text *text = &scene->items[i].text;
			if (boxes)
				boxes[n] = rect_grow(text_line_ink(text->block, l, text->at), air);
			n++;
		}
	return n;
}

static void draw_line(const struct chart_request *q, struct scene *scene, struct rect line, int scale,
                      struct scene_item like)
{
	bool along_x = line.w > line.h;
	size_t n = words_of(scene, NULL, 0);
	struct rect *boxes = arena_alloc(scene->arena, n + 1, sizeof *boxes), part;
	words_of(scene, boxes, length_name_halo * scene->u);
	double at = along_x ? line.x : line.y;
	while (plot_next_stretch(line, along_x, &at, boxes, n, &part)) {
		struct scene_item *item = scene_add_rect(scene, like.role, part, q->look->palette.tag);
		item->scale = scale;
		item->value = item->low = item->high = like.value;
	}
}

void reference_draw(const struct chart_request *q, struct scene *scene, struct rect box, int of)
{
	const struct scene_scale *scale = &scene->evidence->scales[of];
	double thick = frame_snap_length(q, length_reference * scene->u), values[2];
	for (size_t i = 0; i < q->n_references; i++)
		for (size_t k = 0, n = values_of(&q->references[i], values); k < n; k++) {
			double from = frame_snap(q, place_of(scale, values[k]) - thick / 2);
			draw_line(
				q, scene, stripe(scale, box, from, from + thick), of,
				(struct scene_item){ .role = n > 1 ? ROLE_RANGE : ROLE_REFERENCE, .value = values[k] });
		}
}
