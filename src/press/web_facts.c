/* What is known of each value that a chart shows, for whoever cannot see it or wants to know more. */
#include "press/web_telling.h"

#include "base/rtl.h"
#include "base/str.h"
#include "data/quantity.h"
#include "data/selection.h"
#include "facts/print.h"
#include "scene/evidence.h"
#include "words/number.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

const char *press_web_source(struct arena *arena, const struct language *language, const struct source *source)
{
	if (!source)
		return words_get(language, WORD_SOURCE_NAMELESS);
	const char *title = rtl_name(arena, source->title);
	return source->date.year ? arena_printf(arena, "%s%s%s", title, language->list_comma,
	                                        words_date(arena, language, source->date))
	                         : title;
}

/* ---- what a value is ---- */

static const struct selection *selection_of(const struct web_telling *t, const struct scene_use *use)
{
	const struct dataset *d = t->how->job->dataset;
	const struct model *model = dataset_model(d, use->model, place_file(NULL), NULL);
	const struct variant *variant = NULL;
	for (size_t i = 0; model && i < model->n_variants && !variant; i++)
		if (str_eq(model_variant(model, i)->own->id, use->variant))
			variant = model_variant(model, i);
	const struct benchmark *benchmark = dataset_benchmark(d, use->benchmark, place_file(NULL), NULL);
	size_t at = variant && benchmark ? cells_find(t->how->cells, variant, benchmark) : cells_count(t->how->cells);
	return at < cells_count(t->how->cells) ? cells_choose(t->arena, t->how->cells, at) : NULL;
}

static const char *interval(const struct web_telling *t, const struct measurement *m)
{
	if (!m->has_interval)
		return NULL;
	int decimals = print_interval_decimals(m);
	const struct unit *unit = m->benchmark->unit;
	struct number_style style =
		number_style_of(t->language, unit, decimals > 0 ? decimals : 0, m->value.magnitude, m->value.number);
	return words_fill(t->arena, t->language, WORD_WEB_INTERVAL, "level",
	                  number_with_sign(t->arena, m->level,
	                                   number_style_of(t->language, &unit_percent, 0, 0, m->level), &unit_percent),
	                  "low", number_with_sign(t->arena, m->low, style, unit), "high",
	                  number_with_sign(t->arena, m->high, style, unit), NULL);
}

static const char *also(const struct web_telling *t, const struct selection *s)
{
	const char **list = arena_alloc(t->arena, s->n_rivals + 1, sizeof *list);
	for (size_t i = 0; i < s->n_rivals; i++)
		list[i] = words_fill(t->arena, t->language, WORD_WEB_BY_SOURCE, "value",
		                     print_value(t->arena, t->language, s->rivals[i]), "source",
		                     press_web_source(t->arena, t->language, s->rivals[i]->source), NULL);
	return s->n_rivals ? words_list(t->arena, t->language, list, s->n_rivals, s->n_rivals) : NULL;
}

static const char *measured(const struct web_telling *t, const struct selection *s)
{
	enum word word = WORD_WEB_NOBODY;
	if (selection_is_claim(s))
		word = WORD_WEB_CLAIMED;
	else if (s->chosen->measured == MEASURED_THIRD_PARTY)
		word = WORD_WEB_INDEPENDENT;
	else if (s->chosen->measured == MEASURED_FIRST_PARTY)
		word = WORD_WEB_CLAIMED;
	return words_get(t->language, word);
}

static struct web_row *add_row(struct web_telling *t)
{
	t->rows = arena_grow(t->arena, t->rows, &t->rows_room, t->n_rows, sizeof *t->rows);
	struct web_row *row = &t->rows[t->n_rows++];
	*row = (struct web_row){ .claimed = false };
	return row;
}

/* As programs read it. */
static void fill_number(const struct web_telling *t, double value, const struct unit *unit, struct web_row *row)
{
	row->number = quantity_plain(t->arena, value);
	row->unit = unit->name;
}

static void fill_interval(const struct web_telling *t, const struct measurement *m, struct web_row *row)
{
	row->cells[CELL_INTERVAL] = interval(t, m);
	if (!m->has_interval)
		return;
	row->level = quantity_plain(t->arena, m->level);
	row->low = quantity_plain(t->arena, m->low);
	row->high = quantity_plain(t->arena, m->high);
}

/* As the figure prints it: "3", "=3" of several with one value, "3–5" where noise leaves these places open. */
static void fill_rank(const struct web_telling *t, const struct scene_datum *datum, int rank, struct web_row *row)
{
	bool own = rank && rank == datum->rank;
	if (!rank)
		return;
	row->rank = rank;
	row->last = own && datum->last > rank ? datum->last : rank;
	row->shared = own && datum->tied && row->last == rank;
	row->cells[CELL_RANK] = row->last > rank ? arena_printf(t->arena, "%d–%d", rank, row->last)
	                                         : arena_printf(t->arena, row->shared ? "=%d" : "%d", rank);
}

/* Of a value that counts no longer, what the figure itself knows. */
static void fill_from_use(struct web_telling *t, const struct scene_use *use, struct web_row *row)
{
	const struct dataset *d = t->how->job->dataset;
	row->cells[CELL_VALUE] = use->written;
	fill_number(t, use->value, use->unit, row);
	row->cells[CELL_MEASURED] = words_get(t->language, row->claimed   ? WORD_WEB_CLAIMED
	                                                   : use->unknown ? WORD_WEB_NOBODY
	                                                                  : WORD_WEB_INDEPENDENT);
	row->cells[CELL_SOURCE] = press_web_source(
		t->arena, t->language, use->source ? dataset_source(d, use->source, place_file(NULL), NULL) : NULL);
}

static void fill_from_datum(struct web_telling *t, const struct scene_datum *d, struct web_row *row)
{
	const struct scene_measure *m = &t->scene->evidence->measures[d->measure];
	int places = d->places + m->magnitude > 0 ? d->places + m->magnitude : 0;
	row->cells[CELL_VALUE] = number_with_unit(
		t->arena, d->value, number_style_of(t->language, m->unit, places, m->magnitude, d->value), m->unit);
	fill_number(t, d->value * pow(10, m->magnitude), m->unit, row);
	if (!t->scene->evidence->courses)
		return;
	row->cells[CELL_DAY] = words_date(t->arena, t->language, date_of_day(d->day));
	row->day = date_iso(t->arena, date_of_day(d->day));
}

const struct web_row *web_add_use(struct web_telling *t, const struct scene_datum *datum, const struct scene_use *use)
{
	const struct selection *s = selection_of(t, use);
	const struct measurement *m = s ? s->chosen : NULL;
	bool same = m && fabs(m->value.number - use->value) <= 1e-9 * fabs(use->value);
	struct web_row *row = add_row(t);
	const char **cells = row->cells;
	cells[CELL_NAME] = use->name;
	cells[CELL_ON] = use->on;
	fill_rank(t, datum, use->rank, row);
	if (t->scene->evidence->courses || !same) {
		row->claimed = datum->claimed;
		fill_from_use(t, use, row);
		if (t->scene->evidence->courses)
			fill_from_datum(t, datum, row);
		return row;
	}
	row->claimed = selection_is_claim(s);
	cells[CELL_VALUE] = print_value(t->arena, t->language, m);
	fill_number(t, m->value.number, m->benchmark->unit, row);
	fill_interval(t, m, row);
	cells[CELL_MEASURED] = measured(t, s);
	cells[CELL_SOURCE] = press_web_source(t->arena, t->language, m->source);
	cells[CELL_ALSO] = also(t, s);
	return row;
}

const struct web_row *web_add_datum(struct web_telling *t, const struct scene_datum *d)
{
	const char *measure = t->scene->evidence->measures[d->measure].name;
	struct web_row *row = add_row(t);
	row->claimed = d->claimed;
	row->cells[CELL_NAME] = d->name;
	row->cells[CELL_ON] = d->column ? d->column : str_eq(measure, d->name) ? NULL : measure;
	if (d->present)
		fill_from_datum(t, d, row);
	if (d->claimed)
		row->cells[CELL_MEASURED] = words_get(t->language, WORD_WEB_CLAIMED);
	return row;
}

/* ---- as a sentence ---- */

static void say(struct strbuf *b, const char *words)
{
	if (words)
		strbuf_addf(b, " %s%s", words, str_ends(words, ".") ? "" : ".");
}

const char *web_sentences(const struct web_telling *t, const struct web_row *row)
{
	const char *const *cells = row->cells;
	struct strbuf b = strbuf_new(t->arena);
	const char *name = rtl_name(t->arena, cells[CELL_NAME]);
	const char *value = cells[CELL_VALUE] ? cells[CELL_VALUE] : words_get(t->language, WORD_NOT_REPORTED);
	if (cells[CELL_ON])
		strbuf_add(&b, words_fill(t->arena, t->language, WORD_FACT_VALUE, "name", name, "on",
		                          rtl_name(t->arena, cells[CELL_ON]), "value", value, NULL));
	else
		strbuf_addf(&b, "%s: %s", name, value);
	strbuf_add(&b, ".");
	say(&b, cells[CELL_DAY]);
	if (row->shared)
		say(&b, words_fill(t->arena, t->language, WORD_WEB_RANK_SHARED, "rank", cells[CELL_RANK] + 1, NULL));
	else if (cells[CELL_RANK])
		say(&b, words_fill(t->arena, t->language, WORD_WEB_RANK, "rank", cells[CELL_RANK], NULL));
	say(&b, cells[CELL_INTERVAL]);
	say(&b, cells[CELL_MEASURED]);
	if (cells[CELL_SOURCE])
		say(&b, words_fill(t->arena, t->language, WORD_SOURCE, "what", cells[CELL_SOURCE], NULL));
	if (cells[CELL_ALSO])
		say(&b, words_fill(t->arena, t->language, WORD_WEB_ALSO, "list", cells[CELL_ALSO], NULL));
	return b.s;
}

void press_web_facts(const struct web_charting *how, struct web_figure *figure)
{
	const struct scene *scene = figure->views[WEB_VIEWS - 1].light;
	struct web_telling t = {
		.how = how, .arena = how->arena, .language = how->request.language, .figure = figure, .scene = scene
	};
	web_add_marks(&t);
	figure->marks = t.marks;
	figure->n_marks = t.n_marks;
	web_save(&t);
	figure->words = (struct web_figure_words){ .marks = words_get(t.language, WORD_WEB_MARKS),
		                                   .table = words_get(t.language, WORD_WEB_TABLE),
		                                   .save = words_get(t.language, WORD_WEB_SAVE) };
}

void press_web_table(const struct web_charting *how, struct scene *const *pages, size_t n, struct web_figure *figure)
{
	struct web_telling t = { .how = how, .arena = how->arena, .language = how->request.language, .figure = figure };
	for (size_t i = 0; i < n; i++) {
		t.scene = pages[i];
		for (size_t view = 0; view < WEB_VIEWS; view++)
			figure->views[view].light = pages[i];
		web_add_marks(&t);
	}
	web_save(&t);
}
