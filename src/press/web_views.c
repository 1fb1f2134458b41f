/* Charts for browsers: one layout for each width, in two palettes. */
#include "press/web_parts.h"

#include "base/file.h"
#include "base/str.h"
#include "chart/kind.h"
#include "style/look.h"

#include <math.h>
#include <string.h>

static const double view_type_narrow = 1.1, view_type = 1.05; /* of a page's: the narrowest is often made smaller */
static const double view_tallest = 14000;                     /* points: rows go on as long as there are any */
static const double dark_below = 4.5;                         /* contrast with black of a ground that is dark */

/* ---- the two palettes ---- */

static bool is_dark(const struct look *look)
{
	return color_contrast(look->palette.background, (struct color){ 0, 0, 0 }) < dark_below;
}

/* "editorial" for "editorial-dark", and "editorial-dark" for "editorial". A path keeps its folder and its ending. */
static const char *counterpart(struct arena *arena, const char *name, bool dark)
{
	static const char ending[] = ".yaml";
	const char *own = dark ? "-dark" : "-light", *other = dark ? "-light" : "-dark";
	bool path = str_ends(name, ending);
	char *stem = arena_strdup(arena, name);
	if (path)
		stem[strlen(stem) - strlen(ending)] = '\0';
	if (str_ends(stem, own))
		stem[strlen(stem) - strlen(own)] = '\0';
	else
		stem = arena_printf(arena, "%s%s", stem, other);
	return path ? arena_printf(arena, "%s%s", stem, ending) : stem;
}

const struct palette *press_web_dark(struct press_job *job, struct press_look *look, const struct look **light)
{
	bool dark = is_dark(look->look);
	const char *name = counterpart(job->arena, look->name, dark);
	const char *path =
		look_is_path(name) ? name : arena_printf(job->arena, "%s/%s.yaml", job->press->world.looks, name);
	struct press_look *other = file_exists(path) ? press_look_of(job, name, look->below, job->diags) : NULL;
	*light = look->look;
	if (!other || is_dark(other->look) == dark)
		return NULL;
	if (!dark)
		return &other->look->palette;
	struct look *day = arena_alloc(job->arena, 1, sizeof *day);
	*day = *look->look;
	day->palette = other->look->palette;
	*light = day;
	return &look->look->palette;
}

/* ---- views ---- */

static bool same_path(const struct scene_path *a, const struct scene_path *b)
{
	return a->shape == b->shape && a->pattern == b->pattern && a->rect.x == b->rect.x && a->rect.y == b->rect.y &&
	       a->rect.w == b->rect.w && a->rect.h == b->rect.h && a->stroke == b->stroke;
}

static bool same_text(const struct scene_text *a, const struct scene_text *b)
{
	return a->at.x == b->at.x && a->at.y == b->at.y && str_eq(a->block->text, b->block->text) &&
	       a->block->n_lines == b->block->n_lines && a->block->width == b->block->width;
}

/* Only colours may differ. */
static bool same_layout(const struct scene *a, const struct scene *b)
{
	bool same = a->n_items == b->n_items && a->width == b->width && a->height == b->height;
	for (size_t i = 0; same && i < a->n_items; i++) {
		const struct scene_item *x = &a->items[i], *y = &b->items[i];
		same = x->kind == y->kind && x->role == y->role &&
		       (x->kind != SCENE_PATH || same_path(&x->path, &y->path)) &&
		       (x->kind != SCENE_TEXT || same_text(&x->text, &y->text));
	}
	return same;
}

static struct scene *lay_out(const struct web_charting *how, struct chart_request *q, struct diags *diags)
{
	struct chart_pages pages;
	return chart_layout(how->arena, q, &pages, diags) && press_prove(how->arena, &pages, diags) ? pages.items[0]
	                                                                                            : NULL;
}

struct setting {     /* a way to lay a view out */
	double type; /* of a page's */
	bool over;   /* names stand over their marks */
	bool last;   /* of its width: better so than wider */
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* True if a line ends within a word. */
static bool breaks_words(const struct scene *scene)
{
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct text_block *b = scene->items[i].kind == SCENE_TEXT ? scene->items[i].text.block : NULL;
		for (size_t l = 0; b && l + 1 < b->n_lines; l++) {
			const struct text_line *line = &b->lines[l], *next = line + 1;
			if (line->bytes && next->bytes && is_letter(line->text[line->bytes - 1]) &&
			    is_letter(next->text[0]) && line->text + line->bytes == next->text)
				return true;
		}
	}
	return false;
}

/* The scene and, in *own, what was said of it. NULL if it does not fit, or only in smaller type or with broken words,
 * which the last trial of a width may have. */
static struct scene *try_out(const struct web_charting *how, struct chart_request *q, const struct setting *trial,
                             struct diags **own)
{
	*own = diags_new(how->arena);
	q->type = trial->type;
	q->over = trial->over;
	struct scene *scene = lay_out(how, q, *own);
	bool poor =
		scene && ((trial->type > 1 && diags_count(*own, DIAG_NOTE)) || (!trial->last && breaks_words(scene)));
	return poor ? NULL : scene;
}

/* What needs more room than a view has gets it, and is moved sideways by those who have less: of the narrowest, only
 * where neither names over the marks nor smaller type is of any help. */
static bool settle_width(const struct web_charting *how, size_t view, struct chart_request *q, struct web_view *v,
                         struct scene **widest)
{
	static const struct setting trials[] = { { view_type_narrow, false, false },
		                                 { view_type_narrow, true, false },
		                                 { 1, false, false },
		                                 { 1, true, false },
		                                 { view_type_narrow, false, true },
		                                 { 1, false, true } },
				    wider[] = { { view_type, false, false },
		                                { view_type, false, true },
		                                { 1, false, true } };
	static const double pixels[] = { 360, 460, 580, 720, 900, 1200, 1600 };
	enum {
		WIDTHS = sizeof pixels / sizeof *pixels,
		TRIALS = sizeof trials / sizeof *trials,
		WIDER = sizeof wider / sizeof *wider
	};
	struct diags *own = NULL;
	for (size_t i = 0; i < WIDTHS && !v->light; i++) {
		if (web_points(pixels[i]) < web_view_width(view))
			continue;
		q->width = web_points(pixels[i]);
		for (size_t k = 0; k < (view ? WIDER : TRIALS) && !v->light; k++) {
			*widest = try_out(how, q, view ? &wider[k] : &trials[k], &own);
			v->light = *widest;
		}
	}
	press_tell(how->job->diags, own, how->place, how->place.file != NULL);
	return v->light != NULL;
}

static bool add_view(const struct web_charting *how, size_t view, struct web_figure *figure)
{
	struct chart_request q = how->request;
	struct web_view *v = &figure->views[view];
	q.medium = MEDIUM_PAGE;
	q.height = view_tallest;
	q.inset = true;
	if (!settle_width(how, view, &q, v, &figure->widest) || !how->dark)
		return v->light != NULL;
	struct look night = *q.look;
	struct diags *own = diags_new(how->arena);
	night.palette = *how->dark;
	q.look = &night;
	v->dark = lay_out(how, &q, own);
	press_tell(how->job->diags, own, how->place, how->place.file != NULL);
	if (v->dark && !same_layout(v->light, v->dark))
		diag_add(how->job->diags, DIAG_FAILURE, how->place, "report it with the data",
		         "the chart is laid out otherwise in its other palette");
	return v->dark != NULL;
}

bool press_web_chart(const struct web_charting *how, struct web_figure *figure)
{
	for (size_t view = 0; view < WEB_VIEWS; view++)
		if (!add_view(how, view, figure))
			return false;
	figure->title = figure->views[WEB_VIEWS - 1].light->document.title;
	figure->alt = figure->views[WEB_VIEWS - 1].light->document.alt;
	press_web_facts(how, figure);
	return true;
}
