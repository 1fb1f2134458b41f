#include "chart/request.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/annotate.h"
#include "chart/group.h"
#include "chart/lengths.h"
#include "chart/order.h"
#include "chart/reference.h"
#include "data/choice.h"
#include "data/glob.h"
#include "data/measurement.h"
#include "data/narrow.h"
#include "data/twins.h"
#include "facts/grid.h"
#include "facts/part.h"
#include "facts/withheld.h"

/* ---- what is named ---- */

static bool find_benchmarks(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                            struct diags *diags)
{
	const struct benchmark **found = arena_alloc(arena, asked->n_benchmarks + 1, sizeof *found);
	bool ok = true;
	for (size_t i = 0; i < asked->n_benchmarks; i++) {
		const struct chart_name *name = &asked->benchmarks[i];
		const struct benchmark *b = dataset_benchmark(q->dataset, name->text, name->place, diags);
		bool again = false;
		for (size_t k = 0; k < q->n_benchmarks; k++)
			again |= found[k] == b;
		if (b && !again)
			found[q->n_benchmarks++] = b;
		ok = ok && b;
	}
	q->benchmarks = found;
	return ok;
}

static bool find_models(const struct chart_asked *asked, struct choice *choice, struct chart_request *q)
{
	for (size_t i = 0; i < asked->n_models; i++)
		choice_model(choice, asked->models[i].text, asked->models[i].place);
	for (size_t i = 0; i < asked->n_makers; i++)
		choice_maker(choice, asked->makers[i].text, asked->makers[i].place);
	for (size_t i = 0; i < asked->n_wheres; i++)
		choice_where(choice, asked->wheres[i].text, asked->wheres[i].place);
	if (!choice_is_made(choice))
		return !choice->failed;
	return choice_variants(choice, asked->place, &q->models, &q->n_models);
}

/* NULL stands for a measurement that could belong to several models: it is shown nowhere. */
static bool is_shown(const struct chart_request *q, const struct variant *variant)
{
	for (size_t i = 0; i < q->n_models; i++)
		if (q->models[i] == variant)
			return true;
	return variant && !q->n_models;
}

/* The same by the index of a variant, for many. */
static const bool *shown_of(struct arena *arena, const struct chart_request *q)
{
	size_t n = q->dataset->n_variants;
	bool *shown = arena_alloc(arena, n + 1, sizeof *shown);
	for (size_t i = 0; i < n && !q->n_models; i++)
		shown[i] = true;
	for (size_t i = 0; i < q->n_models; i++)
		shown[q->models[i]->index] = true;
	return shown;
}

/* A focus that the chart does not show: an error if the chart is about it; otherwise the chart has none. */
static bool without_focus(struct arena *arena, const struct chart_asked *asked, const struct dataset *d,
                          const struct variant *focus, struct diags *diags)
{
	bool needed = asked->kind->needs_focus, named = asked->focus.text != NULL;
	const char *name = variant_full_name(arena, focus);
	struct place place = named ? asked->focus.place : asked->place;
	bool sifted = asked->n_makers || asked->n_wheres || asked->top; /* a name more changes nothing */
	const char *hint = arena_printf(arena, "name it with %s too, or leave %s out", asked->naming->model,
	                                needed ? asked->naming->model : asked->naming->focus);
	if (sifted)
		hint = needed ? "choose it too, or another focus"
		              : arena_printf(arena, "choose it too, or leave %s out", asked->naming->focus);
	if (needed)
		diag_add(diags, DIAG_ERROR, place, hint,
		         "a %s chart shows its focus against the others, and %s is not among the %s asked for",
		         asked->kind->name, name, d->said.many);
	else if (named)
		diag_add(diags, DIAG_WARNING, place, hint,
		         "%s is not among the %s asked for, so nothing is highlighted", name, d->said.many);
	return !needed;
}

/* Those beside the focus: what the chart does not show is not highlighted. */
static bool find_beside(const struct chart_asked *asked, struct chart_request *q, struct diags *diags)
{
	bool ok = true;
	q->n_beside = 0;
	if (asked->n_beside > CHART_BESIDE) {
		diag_add(diags, DIAG_ERROR, asked->beside[CHART_BESIDE].place,
		         "leave the others in the colour of context", "at most %d models can be in focus, not %zu",
		         CHART_BESIDE + 1, asked->n_beside + 1);
		return false;
	}
	for (size_t i = 0; i < asked->n_beside; i++) {
		const struct variant *v =
			dataset_variant(q->dataset, asked->beside[i].text, asked->beside[i].place, diags);
		ok = ok && v;
		if (v && is_shown(q, v) && v != q->focus)
			q->beside[q->n_beside++] = v;
	}
	return ok;
}

static bool find_focus(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                       struct diags *diags)
{
	const struct variant *focus = asked->usual_focus;
	if (asked->focus.text)
		focus = dataset_variant(q->dataset, asked->focus.text, asked->focus.place, diags);
	if (focus && !is_shown(q, focus))
		return without_focus(arena, asked, q->dataset, focus, diags);
	q->focus = focus;
	return (focus || !asked->focus.text) && find_beside(asked, q, diags);
}

/* ---- which benchmarks, where none is named ---- */

static const char *benchmark_names(struct arena *arena, const struct dataset *d)
{
	enum { NAMES = 12 };
	struct strbuf names = strbuf_new(arena);
	for (size_t i = 0; i < d->n_benchmarks && i < NAMES; i++)
		strbuf_addf(&names, "%s%s", i ? ", " : "", d->benchmarks[i]->id);
	return names.s;
}

/* What is drawn where none is named: of some models the one that most of them have a value on. */
static const struct benchmark *headline_of(struct arena *arena, const struct chart_request *q)
{
	const struct dataset *d = q->dataset;
	const struct benchmark *most = d->headline;
	size_t *counts = arena_alloc(arena, d->n_benchmarks + 1, sizeof *counts);
	const bool *shown = shown_of(arena, q);
	if (!q->n_models)
		return d->headline;
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct variant *v = measurement_variant(d, i);
		counts[measurement_benchmark(d, i)->index] += measurement_has_value(d, i) && v && shown[v->index];
	}
	for (size_t i = 0; i < q->n_benchmarks; i++)
		if (counts[q->benchmarks[i]->index] > counts[most->index])
			most = q->benchmarks[i];
	return most;
}

/* The model that the kind holds against others; NULL: it does not. */
static const struct variant *held_against_others(const struct chart_asked *asked, const struct chart_request *q)
{
	if (q->kind->needs_focus)
		return asked->focus.text ? dataset_variant(q->dataset, asked->focus.text, asked->focus.place, NULL)
		                         : asked->usual_focus;
	return q->kind->needs_ends && q->n_models == 2 ? q->models[0] : NULL;
}

/* The only one with values, or all for kinds that show several. */
static bool settle_benchmarks(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                              struct diags *diags)
{
	const struct place place = asked->place;
	const struct chart_kind *kind = q->kind;
	if (q->n_benchmarks)
		return true;
	size_t parts;
	const struct part_variants of = { q->n_models ? q->models : NULL, q->n_models, held_against_others(asked, q) };
	q->benchmarks = part_benchmarks(arena, q->dataset, &of, &q->n_benchmarks, &parts);
	if (!q->n_benchmarks) {
		diag_add(diags, DIAG_ERROR, place, "give files with measurements",
		         "the data have no value that could be drawn");
		return false;
	}
	if (kind->most == 1 && q->n_benchmarks > 1 && q->dataset->headline) {
		const struct benchmark **headline = arena_alloc(arena, 1, sizeof(struct benchmark *));
		*headline = headline_of(arena, q);
		diag_add(diags, DIAG_NOTE, place, "name another with -b",
		         "%zu benchmarks have values and none is named: %s is drawn, on which most %s%s have one",
		         q->n_benchmarks, (*headline)->name, q->dataset->said.many,
		         q->n_models ? " that are asked for" : "");
		q->benchmarks = headline;
		q->n_benchmarks = 1;
		return true;
	}
	if (parts)
		diag_add(diags, DIAG_NOTE, place, "name them with -b to draw them",
		         parts == 1
		                 ? "%zu benchmark is left out: its values go into those of another that is drawn"
		                 : "%zu benchmarks are left out: their values go into those of others that are drawn",
		         parts);
	if (kind->most == CHART_KIND_MANY || (q->n_benchmarks == 1 && kind->least == 1))
		return true;
	struct strbuf hint = strbuf_new(arena);
	strbuf_addf(&hint, "name %s with %s", kind->most == 1 ? "one" : "them", chart_naming_of(q)->benchmark);
	if (kind->order)
		strbuf_addf(&hint, " (%s)", kind->order);
	strbuf_addf(&hint, ": %s", benchmark_names(arena, q->dataset));
	diag_add(diags, DIAG_ERROR, place, hint.s, "a %s chart shows %s, but the data have %zu and none is named",
	         kind->name, chart_kind_shows(kind), q->dataset->n_benchmarks);
	return false;
}

/* ---- which models, once the benchmarks are known ---- */

/* By variant: it has a value on one of the benchmarks. */
static bool *measured_of(struct arena *arena, const struct chart_request *q, const struct dataset *d)
{
	bool *asked = arena_alloc(arena, d->n_benchmarks + 1, sizeof *asked),
	     *measured = arena_alloc(arena, d->n_variants + 1, sizeof *measured);
	for (size_t i = 0; i < q->n_benchmarks; i++)
		asked[q->benchmarks[i]->index] = true;
	for (size_t i = 0; i < d->n_measurements; i++)
		if (asked[measurement_benchmark(d, i)->index] && measurement_has_value(d, i) &&
		    measurement_variant(d, i))
			measured[measurement_variant(d, i)->index] = true;
	return measured;
}

static size_t count_measured(struct arena *arena, const struct chart_request *q, const struct dataset *d)
{
	const bool *measured = measured_of(arena, q, d);
	size_t n = 0;
	for (size_t i = 0; i < d->n_variants; i++)
		n += measured[i];
	return n;
}

/* True if others than the models that are asked for were measured on the benchmarks too. */
static bool is_selection(struct arena *arena, const struct chart_request *q)
{
	const struct dataset *d = q->dataset;
	if (!q->n_models && !d->part)
		return false;
	const bool *measured = measured_of(arena, q, d), *shown = shown_of(arena, q);
	size_t all = 0, among = 0;
	for (size_t i = 0; i < d->n_variants; i++) {
		all += measured[i];
		among += measured[i] && shown[i];
	}
	return among < all || (d->part && all < count_measured(arena, q, d->part->whole));
}

/* Of the models with values, those that are probably one are told, with what to do. */
static void tell_twins(struct arena *arena, const struct chart_asked *asked, const struct chart_request *q,
                       struct diags *diags)
{
	enum { MANY = 1000 }; /* more are not looked through */
	const struct dataset *d = q->dataset;
	if (asked->twins_told && *asked->twins_told)
		return;
	const bool *measured = d->n_models <= MANY ? measured_of(arena, q, d) : NULL;
	bool *among = arena_alloc(arena, d->n_models + 1, sizeof *among);
	for (size_t i = 0; measured && i < d->n_variants; i++) {
		const struct variant *v = dataset_variant_at(d, i);
		among[v->model->index] |= measured[i] && is_shown(q, v);
	}
	const struct twins twins = measured ? twins_of(arena, d, among, TWIN_MAKER) : (struct twins){ 0 };
	for (size_t i = 0; i < twins.count && twin_is_probable(twins.groups[i].step); i++)
		diag_add(diags, DIAG_NOTE, asked->place,
		         "benchbrief names proposes aliases that join such names, to be edited",
		         "\"%s\" and \"%s\" are probably one %s under two names", twins.groups[i].models[0]->name,
		         twins.groups[i].models[1]->name, d->said.one);
	if (asked->twins_told)
		*asked->twins_told = twins.count > 0;
}

/* Who was asked for before the best were chosen, and whose values are all left out: they go on being counted. */
static void add_withheld(struct arena *arena, struct chart_request *q, const struct variant *const *asked, size_t n)
{
	size_t n_rest = n;
	const struct variant *const *rest =
		withheld_rest(arena, q->dataset, q->benchmarks, q->n_benchmarks, asked, &n_rest);
	const struct variant **models = arena_alloc(arena, q->n_models + n + 1, sizeof *models);
	size_t count = 0, at = 0;
	for (; count < q->n_models; count++)
		models[count] = q->models[count];
	for (size_t i = 0; i < n; i++) {
		if (at < n_rest && rest[at] == asked[i])
			at++;
		else
			models[count++] = asked[i];
	}
	q->models = models;
	q->n_models = count;
}

static bool keep_top(struct arena *arena, size_t top, size_t on, struct chart_request *q, struct diags *diags)
{
	const struct variant *const *asked = q->models;
	size_t n = asked ? q->n_models : q->dataset->n_variants;
	q->models = grid_top(arena, q->dataset, q->benchmarks, on, q->models, q->n_models, top, &q->n_models, diags);
	if (!q->models || !q->dataset->with_claims)
		return q->models;
	const struct variant **all = arena_alloc(arena, n + 1, sizeof *all);
	for (size_t i = 0; i < n; i++)
		all[i] = asked ? asked[i] : dataset_variant_at(q->dataset, i);
	add_withheld(arena, q, all, n);
	return true;
}

/* What a pattern, a maker or a condition chooses is shown where it was measured. */
static bool keep_measured(struct arena *arena, const struct chart_asked *asked, const struct choice *choice,
                          struct chart_request *q, struct diags *diags)
{
	const struct dataset *all = q->dataset->with_claims ? q->dataset->with_claims : q->dataset;
	const bool *measured = measured_of(arena, q, all);
	const struct variant **kept = arena_alloc(arena, q->n_models + 1, sizeof *kept);
	size_t n = 0;
	for (size_t i = 0; i < q->n_models; i++)
		if (measured[q->models[i]->index] || choice->is_named[q->models[i]->index])
			kept[n++] = q->models[i];
	if (choice_is_made(choice)) {
		q->models = kept;
		q->n_models = n;
	}
	if (choice_is_made(choice) && !n) {
		diag_add(diags, DIAG_ERROR, asked->place,
		         arena_printf(arena, "choose other benchmarks, or other %s", q->dataset->said.many),
		         "none of the %s that are asked for has a value on %s", q->dataset->said.many,
		         q->n_benchmarks == 1 ? q->benchmarks[0]->name : "these benchmarks");
		return false;
	}
	/* of a score and what it is set against, the score decides */
	size_t on = q->kind->most == CHART_KIND_MANY ? q->n_benchmarks : 1;
	return !asked->top || keep_top(arena, asked->top, on, q, diags);
}

/* ---- developers' own claims ---- */

/* What is left out is left out of the data: everything is chosen, ranked and said of the rest. */
static bool find_claims(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                        struct diags *diags)
{
	const struct chart_name *claims = &asked->claims;
	bool hide = str_eq(claims->text, "hide");
	if (hide && asked->kind->may_withhold)
		q->dataset = dataset_without_claims(arena, q->dataset);
	else if (hide)
		diag_add(diags, DIAG_ERROR, claims->place, chart_kinds_that(arena, chart_kind_withholds),
		         "a %s chart takes no hidden claims: what it computes needs every value", asked->kind->name);
	else if (claims->text && !str_eq(claims->text, "mark"))
		diag_add(diags, DIAG_ERROR, claims->place, "write mark or hide, or leave it out",
		         "\"%s\" does not say what becomes of developers' own claims", claims->text);
	else
		return true;
	return hide && asked->kind->may_withhold;
}

/* How many values the data have of what is asked for; of no benchmark: on all. */
static size_t count_asked(struct arena *arena, const struct chart_request *q, const struct dataset *d)
{
	bool *on = arena_alloc(arena, d->n_benchmarks + 1, sizeof *on);
	const bool *shown = shown_of(arena, q);
	size_t n = 0;
	for (size_t i = 0; i < d->n_benchmarks; i++)
		on[i] = !q->n_benchmarks;
	for (size_t i = 0; i < q->n_benchmarks; i++)
		on[q->benchmarks[i]->index] = true;
	for (size_t i = 0; i < d->n_measurements; i++) {
		const struct variant *v = measurement_variant(d, i);
		n += v && shown[v->index] && on[measurement_benchmark(d, i)->index] && measurement_has_value(d, i);
	}
	return n;
}

/* An error where claims are all that there is. */
static bool are_left(struct arena *arena, const struct chart_asked *asked, const struct chart_request *q,
                     struct diags *diags)
{
	const struct dataset *all = q->dataset->with_claims;
	size_t claims = all && !count_asked(arena, q, q->dataset) ? count_asked(arena, q, all) : 0;
	if (claims)
		diag_add(diags, DIAG_ERROR, asked->claims.place, "show them, marked as claims",
		         claims == 1 ? "nothing is left to show on %s: the only value is self-reported"
		                     : "nothing is left to show on %s: all values are self-reported",
		         q->n_benchmarks == 1 ? q->benchmarks[0]->name : "these benchmarks");
	return !claims;
}

/* A focus whose values are all left out is not highlighted. */
static void leave_focus(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                        struct diags *diags)
{
	const struct variant *focus = q->focus;
	size_t kept = 0;
	for (size_t i = 0; i < q->n_beside; i++)
		if (!withheld_wholly(arena, q->dataset, q->benchmarks, q->n_benchmarks, q->beside[i]))
			q->beside[kept++] = q->beside[i];
	q->n_beside = kept;
	if (!focus || !withheld_wholly(arena, q->dataset, q->benchmarks, q->n_benchmarks, focus))
		return;
	q->focus = NULL;
	q->n_beside = 0;
	if (asked->focus.text)
		diag_add(diags, DIAG_WARNING, asked->focus.place,
		         arena_printf(arena, "show claims, or leave %s out", asked->naming->focus),
		         "what is known of %s is self-reported and not shown, so nothing is highlighted",
		         variant_full_name(arena, focus));
}

/* ---- the size of type ---- */

/* For reading at a desk, and from the back of a room: labels of 28 and 40 pixels on a slide of 1920. */
static bool find_type(const struct chart_name *asked, double *type, struct diags *diags)
{
	static const struct {
		const char *word;
		double type;
	} types[] = { { "desk", 1 }, { "room", type_room } };
	*type = 0;
	for (size_t i = 0; asked->text && i < sizeof types / sizeof *types; i++)
		if (str_eq(asked->text, types[i].word))
			*type = types[i].type;
	if (!asked->text || *type > 0)
		return true;
	diag_add(diags, DIAG_ERROR, asked->place, "write desk or room, or leave it out to have it fit the picture",
	         "\"%s\" is not a size of type", asked->text);
	return false;
}

static bool find_color(const struct chart_name *asked, enum chart_color *color, struct diags *diags)
{
	*color = str_eq(asked->text, "maker")       ? CHART_COLOR_MAKER
	         : str_eq(asked->text, "highlight") ? CHART_COLOR_HIGHLIGHT
	                                            : CHART_COLOR_LOOK;
	if (!asked->text || *color != CHART_COLOR_LOOK)
		return true;
	diag_add(diags, DIAG_ERROR, asked->place, "write maker or highlight, or leave it to the look",
	         "charts are not coloured by \"%s\"", asked->text);
	return false;
}

static bool find_log(const struct chart_asked *asked, enum chart_log *log, struct diags *diags)
{
	const struct chart_name *name = &asked->log;
	*log = str_eq(name->text, "true")    ? CHART_LOG_ALWAYS
	       : str_eq(name->text, "false") ? CHART_LOG_NEVER
	                                     : CHART_LOG_WIDE;
	if (name->text && *log == CHART_LOG_WIDE)
		diag_add(diags, DIAG_ERROR, name->place, "write true or false, or leave it out",
		         "\"%s\" does not say whether the scale is logarithmic", name->text);
	else if (*log == CHART_LOG_ALWAYS && !asked->kind->may_log)
		diag_add(diags, DIAG_ERROR, name->place, chart_kinds_that(diags_arena(diags), chart_kind_may_log),
		         asked->kind->needs_zero ? "a %s chart has no log scale: lengths on it would mislead"
		                                 : "a %s chart has no log scale",
		         asked->kind->name);
	else
		return true;
	return false;
}

static bool find_percent(const struct chart_asked *asked, bool *percent, struct diags *diags)
{
	const struct chart_name *name = &asked->percent;
	*percent = str_eq(name->text, "true");
	if (name->text && !*percent && !str_eq(name->text, "false"))
		diag_add(diags, DIAG_ERROR, name->place, "write true or false, or leave it out",
		         "\"%s\" does not say whether parts are shown in percent", name->text);
	else if (*percent && !asked->kind->may_percent)
		diag_add(diags, DIAG_ERROR, name->place, "a stacked chart can show it",
		         "a %s chart shows no shares of a total", asked->kind->name);
	else
		return true;
	return false;
}

/* What a chart computes from its values, and what it takes from runs, has digits of its own. */
static bool find_digits(struct arena *arena, const struct chart_asked *asked, struct chart_request *q,
                        struct diags *diags)
{
	const char *text = asked->digits.text;
	if (!text)
		return true;
	if (*text < '0' || *text > '9' || text[1]) {
		diag_add(diags, DIAG_ERROR, asked->digits.place,
		         "write how many decimal places to print, or leave it out",
		         "digits must be a whole number from 0 to 9, not \"%s\"", text);
		return false;
	}
	if (!asked->kind->takes_digits) {
		diag_add(diags, DIAG_ERROR, asked->digits.place, chart_kinds_that(arena, chart_kind_takes_digits),
		         "a %s chart prints the digits of its sources", asked->kind->name);
		return false;
	}
	q->digits = (size_t)(*text - '0') + 1;
	q->digits_place = asked->digits.place;
	return true;
}

/* ---- the whole ---- */

const struct chart_name *chart_names(struct arena *arena, const char *const *texts, size_t n)
{
	struct chart_name *names = arena_alloc(arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = (struct chart_name){ texts[i], place_file(NULL) };
	return names;
}

bool chart_request_make(struct arena *arena, const struct chart_asked *asked, const struct dataset *dataset,
                        struct chart_request *q, struct diags *diags)
{
	*q = (struct chart_request){ .kind = asked->kind,
		                     .naming = asked->naming,
		                     .dataset = dataset,
		                     .language = asked->language ? asked->language : &language_english,
		                     .title = asked->title,
		                     .subtitle = asked->subtitle,
		                     .source = asked->source,
		                     .alt = asked->alt,
		                     .notes = asked->notes,
		                     .n_notes = asked->n_notes,
		                     .transparent = str_eq(asked->transparent.text, "true"),
		                     .rows = asked->rows };
	bool claims = find_claims(arena, asked, q, diags);
	struct choice choice = choice_open(arena, dataset, false, diags);
	bool patterns = asked->n_makers || asked->n_wheres || asked->top;
	bool benchmarks = find_benchmarks(arena, asked, q, diags), models = find_models(asked, &choice, q);
	bool order = order_find(asked->order.text, asked->order.place, &q->order, diags);
	bool type = find_type(&asked->type, &q->type, diags), color = find_color(&asked->color, &q->color, diags),
	     log = find_log(asked, &q->log, diags), digits = find_digits(arena, asked, q, diags),
	     percent = find_percent(asked, &q->percent, diags);
	for (size_t i = 0; i < asked->n_models; i++)
		patterns |= glob_is(asked->models[i].text);
	patterns &= models; /* else nothing is chosen that a focus could be missing from */
	bool focus = patterns || find_focus(arena, asked, q, diags);
	bool made =
		claims && benchmarks && models && order && type && color && log && digits && percent && focus &&
		are_left(arena, asked, q, diags) && settle_benchmarks(arena, asked, q, diags) &&
		(!patterns || (keep_measured(arena, asked, &choice, q, diags) && find_focus(arena, asked, q, diags))) &&
		group_find(arena, &asked->group, q, diags) && chart_check(q, asked->place, diags);
	for (size_t i = 0; i < asked->n_references && made; i++)
		made = reference_read(arena, asked->references[i], REFERENCE_LINE, q, diags);
	for (size_t i = 0; i < asked->n_bands && made; i++)
		made = reference_read(arena, asked->bands[i], REFERENCE_BAND, q, diags);
	made = made && annotation_find(arena, asked->annotated, q, diags);
	if (made) {
		leave_focus(arena, asked, q, diags);
		q->selected = is_selection(arena, q);
		q->sifted = q->selected && (choice_is_made(&choice) || dataset->part || q->n_benchmarks > 1);
		tell_twins(arena, asked, q, diags);
	}
	return made;
}
