/* What is known of each value that a chart shows, for whoever cannot see it or wants to know more. */
#include "press/web_parts.h"

#include "base/str.h"
#include "data/selection.h"
#include "facts/print.h"
#include "read/emit.h"
#include "read/value.h"
#include "scene/evidence.h"
#include "words/number.h"
#include "words/words.h"

#include <math.h>
#include <string.h>

enum { CELL_NAME, CELL_ON, CELL_VALUE, CELL_RANK, CELL_INTERVAL, CELL_MEASURED, CELL_SOURCE, CELL_ALSO, CELLS };

struct telling {
	const struct web_charting *how;
	struct arena *arena;
	const struct language *language;
	struct web_figure *figure;
	const struct scene *scene; /* the widest view, whose data are listed */
	bool *used;                /* of its uses: by a value that is listed */
	bool filled[CELLS];        /* a column that says something */
	const char *(*cells)[CELLS];
};

const char *press_web_source(struct arena *arena, const struct language *language, const struct source *source)
{
	if (!source)
		return words_get(language, WORD_SOURCE_NAMELESS);
	return source->date.year ? arena_printf(arena, "%s%s%s", source->title, language->list_comma,
	                                        words_date(arena, language, source->date))
	                         : source->title;
}

/* ---- what a value is ---- */

/* The use that a datum shows: of its name and column, and of its value if there are several. */
static const struct scene_use *use_of(struct telling *t, const struct scene_datum *datum)
{
	const struct scene_document *d = &t->scene->document;
	for (size_t i = 0; i < d->n_uses; i++) {
		const struct scene_use *use = &d->uses[i];
		bool here = str_eq(use->name, datum->name) && (!datum->column || str_eq(use->on, datum->column));
		bool turned = datum->column && str_eq(use->on, datum->name) && str_eq(use->name, datum->column);
		if (t->used[i] || !(here || turned || (!datum->column && str_eq(use->on, datum->name))))
			continue;
		t->used[i] = true;
		return use;
	}
	return NULL;
}

static const struct selection *selection_of(const struct telling *t, const struct scene_use *use)
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

static const char *interval(const struct telling *t, const struct measurement *m)
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

static const char *also(const struct telling *t, const struct selection *s)
{
	const char **list = arena_alloc(t->arena, s->n_rivals + 1, sizeof *list);
	for (size_t i = 0; i < s->n_rivals; i++)
		list[i] = words_fill(t->arena, t->language, WORD_WEB_BY_SOURCE, "value",
		                     print_value(t->arena, t->language, s->rivals[i]), "source",
		                     press_web_source(t->arena, t->language, s->rivals[i]->source), NULL);
	return s->n_rivals ? words_list(t->arena, t->language, list, s->n_rivals, s->n_rivals) : NULL;
}

static const char *measured(const struct telling *t, const struct selection *s)
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

static void fill_from(struct telling *t, const struct scene_use *use, const char **cells)
{
	const struct selection *s = selection_of(t, use);
	cells[CELL_NAME] = use->name;
	cells[CELL_ON] = use->on;
	cells[CELL_RANK] = use->rank ? number_plain(t->arena, t->language, (size_t)use->rank) : NULL;
	if (!s || !s->chosen)
		return;
	const struct measurement *m = s->chosen;
	bool same = fabs(m->value.number - use->value) <= 1e-9 * fabs(use->value);
	cells[CELL_VALUE] = same ? print_value(t->arena, t->language, m) : use->written;
	if (!same) /* an earlier value: what is known of the one that counts is not known of it */
		return;
	cells[CELL_INTERVAL] = interval(t, m);
	cells[CELL_MEASURED] = measured(t, s);
	cells[CELL_SOURCE] = press_web_source(t->arena, t->language, m->source);
	cells[CELL_ALSO] = also(t, s);
}

/* ---- as a sentence ---- */

static void say(struct strbuf *b, const char *words)
{
	if (words)
		strbuf_addf(b, " %s%s", words, str_ends(words, ".") ? "" : ".");
}

static const char *sentence_of(const struct telling *t, const char *const *cells)
{
	struct strbuf b = strbuf_new(t->arena);
	const char *value = cells[CELL_VALUE] ? cells[CELL_VALUE] : words_get(t->language, WORD_NOT_REPORTED);
	if (cells[CELL_ON])
		strbuf_add(&b, words_fill(t->arena, t->language, WORD_FACT_VALUE, "name", cells[CELL_NAME], "on",
		                          cells[CELL_ON], "value", value, NULL));
	else
		strbuf_addf(&b, "%s: %s", cells[CELL_NAME], value);
	strbuf_add(&b, ".");
	if (cells[CELL_RANK])
		say(&b, words_fill(t->arena, t->language, WORD_WEB_RANK, "rank", cells[CELL_RANK], NULL));
	say(&b, cells[CELL_INTERVAL]);
	say(&b, cells[CELL_MEASURED]);
	if (cells[CELL_SOURCE])
		say(&b, words_fill(t->arena, t->language, WORD_SOURCE, "what", cells[CELL_SOURCE], NULL));
	if (cells[CELL_ALSO])
		say(&b, words_fill(t->arena, t->language, WORD_WEB_ALSO, "list", cells[CELL_ALSO], NULL));
	return b.s;
}

/* ---- where it is ---- */

static bool is_mark(enum scene_role role)
{
	return role == ROLE_MARK || role == ROLE_PART || role == ROLE_DOT || role == ROLE_CELL || role == ROLE_VALUE ||
	       role == ROLE_ABSENT;
}

static struct rect around(struct rect a, struct rect b)
{
	if (a.w <= 0)
		return b;
	double x = fmin(a.x, b.x), y = fmin(a.y, b.y);
	return (struct rect){ x, y, fmax(rect_right(a), rect_right(b)) - x, fmax(rect_bottom(a), rect_bottom(b)) - y };
}

/* The n-th datum of this name and column of a view. */
static int datum_of(const struct scene *scene, const struct scene_datum *datum, size_t n)
{
	const struct scene_evidence *e = scene->evidence;
	for (size_t i = 0; i < e->n_data; i++)
		if (str_eq(e->data[i].name, datum->name) && str_eq(e->data[i].column, datum->column) && !n--)
			return (int)i;
	return SCENE_NO_DATUM;
}

static size_t number_among(const struct scene *scene, size_t datum)
{
	const struct scene_datum *data = scene->evidence->data;
	size_t n = 0;
	for (size_t i = 0; i < datum; i++)
		n += str_eq(data[i].name, data[datum].name) && str_eq(data[i].column, data[datum].column);
	return n;
}

static void find_places(const struct telling *t, size_t datum, struct web_fact *fact)
{
	size_t n = number_among(t->scene, datum);
	for (size_t view = 0; view < WEB_VIEWS; view++) {
		const struct scene *scene = t->figure->views[view].light;
		int at = datum_of(scene, &t->scene->evidence->data[datum], n);
		for (size_t i = 0; at != SCENE_NO_DATUM && i < scene->n_items; i++) {
			const struct scene_item *item = &scene->items[i];
			if (item->datum == at && is_mark(item->role))
				fact->at[view] = around(fact->at[view], item->kind == SCENE_TEXT ? scene_logical(item)
				                                                                 : scene_ink(item));
		}
	}
}

/* ---- the table ---- */

static enum word head_of(int cell)
{
	static const enum word heads[CELLS] = { [CELL_NAME] = WORD_HEAD_MODEL,
		                                [CELL_ON] = WORD_HEAD_BENCHMARK,
		                                [CELL_VALUE] = WORD_WEB_HEAD_VALUE,
		                                [CELL_RANK] = WORD_HEAD_RANK,
		                                [CELL_INTERVAL] = WORD_WEB_HEAD_INTERVAL,
		                                [CELL_MEASURED] = WORD_WEB_HEAD_MEASURED,
		                                [CELL_SOURCE] = WORD_HEAD_SOURCE,
		                                [CELL_ALSO] = WORD_HEAD_ALSO };
	return heads[cell];
}

/* Columns in which nothing stands are left out. */
static void make_table(struct telling *t, struct web_fact *facts)
{
	struct web_figure *f = t->figure;
	const char **heads = arena_alloc(t->arena, CELLS, sizeof *heads);
	for (int c = 0; c < CELLS; c++)
		if (t->filled[c])
			heads[f->n_columns++] = words_get(t->language, head_of(c));
	f->heads = heads;
	for (size_t i = 0; i < f->n_facts; i++) {
		const char **row = arena_alloc(t->arena, f->n_columns + 1, sizeof *row);
		size_t n = 0;
		for (int c = 0; c < CELLS; c++)
			if (t->filled[c])
				row[n++] = t->cells[i][c] ? t->cells[i][c] : "";
		facts[i].cells = row;
	}
}

/* A field of CSV (RFC 4180). */
static void add_field(struct strbuf *b, const char *text, bool last)
{
	bool quoted = strpbrk(text, ",\"\n") != NULL;
	if (quoted)
		strbuf_add(b, "\"");
	for (const char *p = text; *p; p++)
		strbuf_addn(b, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
	strbuf_add(b, quoted ? "\"" : "");
	strbuf_add(b, last ? "\n" : ",");
}

static const char *csv_of(const struct telling *t)
{
	const struct web_figure *f = t->figure;
	struct strbuf b = strbuf_new(t->arena);
	for (size_t c = 0; c < f->n_columns; c++)
		add_field(&b, f->heads[c], c + 1 == f->n_columns);
	for (size_t i = 0; i < f->n_facts; i++)
		for (size_t c = 0; c < f->n_columns; c++)
			add_field(&b, f->facts[i].cells[c], c + 1 == f->n_columns);
	return b.s;
}

static void tell(struct telling *t, size_t datum, struct web_fact *fact)
{
	const struct scene_datum *d = &t->scene->evidence->data[datum];
	const char **cells = t->cells[datum];
	const struct scene_use *use = d->present ? use_of(t, d) : NULL;
	cells[CELL_NAME] = d->name;
	cells[CELL_ON] = d->column;
	if (use) {
		fill_from(t, use, cells);
		fact->expression = arena_printf(t->arena, "value(\"%s%s%s\", \"%s\")", use->model,
		                                *use->variant ? "@" : "", use->variant, use->benchmark);
	}
	for (int c = 0; c < CELLS; c++)
		t->filled[c] = t->filled[c] || cells[c];
	fact->name = cells[CELL_NAME];
	fact->sentence = sentence_of(t, cells);
	find_places(t, datum, fact);
}

void press_web_facts(const struct web_charting *how, struct web_figure *figure)
{
	const struct scene *scene = figure->views[WEB_VIEWS - 1].light;
	size_t n = scene->evidence->n_data;
	struct telling t = { .how = how,
		             .arena = how->arena,
		             .language = how->request.language,
		             .figure = figure,
		             .scene = scene,
		             .used = arena_alloc(how->arena, scene->document.n_uses + 1, sizeof *t.used),
		             .cells = arena_alloc(how->arena, n + 1, sizeof *t.cells) };
	struct web_fact *facts = arena_alloc(how->arena, n + 1, sizeof *facts);
	for (size_t i = 0; i < n; i++)
		tell(&t, i, &facts[i]);
	figure->facts = facts;
	figure->n_facts = n;
	make_table(&t, facts);
	figure->csv = n ? csv_of(&t) : NULL;
	figure->marks = words_get(t.language, WORD_WEB_MARKS);
	figure->table = words_get(t.language, WORD_WEB_TABLE);
	figure->save = words_get(t.language, WORD_WEB_SAVE);
}
