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

static bool read_one(struct arena *arena, const struct value *value, struct chart_request *q, struct diags *diags)
{
	static const char *const keys[] = { "value", "label", "source" };
	struct chart_reference *all = arena_alloc(arena, q->n_references + 1, sizeof *all), *r = &all[q->n_references];
	struct schema s;
	bool percent = false;
	for (size_t i = 0; i < q->n_references; i++)
		all[i] = q->references[i];
	if (!schema_open(&s, arena, diags, value, "reference"))
		return false;
	schema_keys(&s, keys, sizeof keys / sizeof *keys);
	bool valued = schema_quantity(&s, "value", &r->value, &percent);
	r->label = schema_text(&s, "label", REQUIRED);
	r->source = schema_text(&s, "source", REQUIRED);
	if (!valued || !r->label || !r->source)
		return false;
	if (percent && q->benchmarks[0]->unit != &unit_percent) {
		schema_wrong(&s, "value", NULL, "a number in the unit of the benchmark");
		return false;
	}
	if (has_number(arena, q, r->label)) {
		diag_add(diags, DIAG_ERROR, schema_place(&s, "label"),
		         "leave the number out: the value is printed beside it",
		         "the label of a reference has a number that nothing can check");
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

bool reference_read(struct arena *arena, const struct value *value, struct chart_request *q, struct diags *diags)
{
	bool list = value->kind == VALUE_LIST, ok = true;
	size_t n = list ? value->count : 1;
	if (!q->kind->has_scale || (q->n_benchmarks != 1 && q->kind->most != q->n_benchmarks)) {
		diag_add(diags, DIAG_ERROR, value->place,
		         "leaderboard, bars, columns, dots, scatter, timeline and lines can",
		         "a %s chart of %zu benchmark%s has no scale for a reference line", q->kind->name,
		         q->n_benchmarks, q->n_benchmarks == 1 ? "" : "s");
		return false;
	}
	if (n > CHART_REFERENCES) {
		diag_add(diags, DIAG_ERROR, value->place, "leave out those that matter least",
		         "a chart can have %d reference lines, not %zu", CHART_REFERENCES, n);
		return false;
	}
	for (size_t i = 0; i < n; i++)
		ok = read_one(arena, list ? &value->items[i] : value, q, diags) && ok;
	return ok;
}

/* ---- words ---- */

void reference_notes(const struct chart_request *q, struct number_style style, struct notes *notes)
{
	for (size_t i = 0; i < q->n_references; i++) {
		const struct chart_reference *r = &q->references[i];
		struct number_style own = style;
		int decimals = quantity_level(r->value) + style.magnitude;
		own.decimals = decimals > 0 ? decimals : 0;
		own.power = 0;
		struct frame_note *note = notes_add(
			notes, SWATCH_COLOR,
			words_fill(notes->arena, q->language, WORD_NOTE_REFERENCE, "label", r->label, "value",
		                   number_with_sign(notes->arena, r->value.number, own, q->benchmarks[0]->unit),
		                   "source", r->source, NULL));
		note->color = q->look->palette.tag;
		note->says = SAYS_REFERENCE;
	}
}

/* ---- the line ---- */

void reference_widen(const struct chart_request *q, double *low, double *high)
{
	for (size_t i = 0; i < q->n_references; i++) {
		*low = fmin(*low, q->references[i].value.number);
		*high = fmax(*high, q->references[i].value.number);
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

void reference_draw(const struct chart_request *q, struct scene *scene, const struct chart_reference *reference,
                    struct rect line, int scale)
{
	bool along_x = line.w > line.h;
	size_t n = words_of(scene, NULL, 0);
	struct rect *boxes = arena_alloc(scene->arena, n + 1, sizeof *boxes), part;
	words_of(scene, boxes, length_name_halo * scene->u);
	double at = along_x ? line.x : line.y;
	while (plot_next_stretch(line, along_x, &at, boxes, n, &part)) {
		struct scene_item *item = scene_add_rect(scene, ROLE_REFERENCE, part, q->look->palette.tag);
		item->scale = scale;
		item->value = reference->value.number;
	}
}

void reference_draw_across(const struct plot *plot, struct scene *scene, int scale)
{
	const struct chart_request *q = plot->frame->request;
	double thick = frame_snap_length(q, length_reference * plot->frame->u);
	for (size_t i = 0; i < q->n_references; i++) {
		double y = axis_place(&plot->y, q->references[i].value.number);
		struct rect line = { plot->box.x, frame_snap(q, y - thick / 2), plot->box.w, thick };
		reference_draw(q, scene, &q->references[i], line, scale);
	}
}
