#include "chart/annotate.h"

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "chart/own_words.h"
#include "chart/phrase.h"
#include "data/schema.h"
#include "scene/evidence.h"
#include "words/words.h"

#include <string.h>

/* ---- what an author asks for ---- */

static struct chart_name name_at(const struct schema *s, const char *key, enum need need)
{
	return (struct chart_name){ schema_text(s, key, need), schema_place(s, key) };
}

static bool read_one(struct arena *arena, const struct value *value, struct chart_annotated *asked, struct diags *diags)
{
	static const char *const keys[] = { "model", "benchmark", "text" };
	struct chart_asked_annotation *all = arena_alloc(arena, asked->count + 1, sizeof *all), *a = &all[asked->count];
	struct schema s;
	for (size_t i = 0; i < asked->count; i++)
		all[i] = asked->items[i];
	if (!schema_open(&s, arena, diags, value, "annotation"))
		return false;
	schema_keys(&s, keys, sizeof keys / sizeof *keys);
	a->model = name_at(&s, "model", REQUIRED);
	a->benchmark = name_at(&s, "benchmark", OPTIONAL);
	a->text.text = schema_text(&s, "text", REQUIRED);
	a->place = schema_place(&s, "text");
	if (!a->model.text || !a->text.text)
		return false;
	asked->items = all;
	asked->count++;
	return true;
}

bool annotation_read(struct arena *arena, const struct value *value, struct chart_annotated *asked, struct diags *diags)
{
	bool list = value->kind == VALUE_LIST, ok = true;
	for (size_t i = 0; i < (list ? value->count : 1); i++)
		ok = read_one(arena, list ? &value->items[i] : value, asked, diags) && ok;
	return ok;
}

/* ---- whose value it is ---- */

static bool shows_model(const struct chart_request *q, const struct variant *v)
{
	for (size_t i = 0; i < q->n_models; i++)
		if (q->models[i] == v)
			return true;
	return !q->n_models;
}

/* A dot on two axes stands for both of its values. */
static bool has_one_mark(const struct chart_request *q)
{
	return q->n_benchmarks > 1 && q->kind->most == q->n_benchmarks;
}

/* A dot on two axes has a value on both; of several benchmarks one has to be named. */
static const struct benchmark *benchmark_of(const struct chart_asked_annotation *asked, const struct chart_request *q,
                                            struct diags *diags)
{
	const struct chart_name *name = &asked->benchmark;
	const struct benchmark *b = name->text ? dataset_benchmark(q->dataset, name->text, name->place, diags) : NULL;
	if (!name->text && (q->n_benchmarks == 1 || q->kind->most == q->n_benchmarks))
		return q->benchmarks[0];
	if (!name->text)
		diag_add(diags, DIAG_ERROR, asked->place, "name it with \"benchmark\"",
		         "the chart shows %zu benchmarks, and the annotation does not say which of them it is about",
		         q->n_benchmarks);
	for (size_t i = 0; b && i < q->n_benchmarks; i++)
		if (q->benchmarks[i] == b)
			return b;
	if (b)
		diag_add(diags, DIAG_ERROR, name->place, "annotate what is drawn, or draw this too",
		         "%s is not drawn, so nothing can be said beside its value", b->name);
	return NULL;
}

static bool is_short(const struct chart_asked_annotation *asked, struct diags *diags)
{
	size_t n = utf8_count(asked->text.text);
	if (n && n <= CHART_ANNOTATION_LENGTH)
		return true;
	diag_add(diags, DIAG_ERROR, asked->place, "say the rest in a note, or in the text",
	         "an annotation is a few words, 1 to %d characters, and this has %zu", CHART_ANNOTATION_LENGTH, n);
	return false;
}

static bool find_one(const struct chart_asked_annotation *asked, struct chart_request *q,
                     struct chart_annotation *found, struct diags *diags)
{
	const struct variant *v = dataset_variant(q->dataset, asked->model.text, asked->model.place, diags);
	const struct benchmark *b = benchmark_of(asked, q, diags);
	if (!v || !b || !is_short(asked, diags))
		return false;
	if (!shows_model(q, v)) {
		diag_add(diags, DIAG_ERROR, asked->model.place, "annotate what is drawn, or choose this too",
		         "%s is not among the %s asked for, so nothing can be said beside its value", v->model->name,
		         q->dataset->said.many);
		return false;
	}
	if (annotation_at(q, v, has_one_mark(q) ? NULL : b)) {
		diag_add(diags, DIAG_ERROR, asked->place, "make one of them",
		         has_one_mark(q) ? "the dot of %s has two annotations"
		                         : "the value of %s on %s has two annotations",
		         v->model->name, b->name);
		return false;
	}
	*found = (struct chart_annotation){ v, b, asked->text, asked->place };
	return true;
}

bool annotation_find(struct arena *arena, const struct chart_annotated *asked, struct chart_request *q,
                     struct diags *diags)
{
	bool ok = true;
	if (!asked || !asked->count)
		return true;
	struct chart_annotation *all = arena_alloc(arena, asked->count, sizeof *all);
	if (!q->kind->may_annotate) {
		diag_add(diags, DIAG_ERROR, asked->items[0].place, chart_kinds_that(arena, chart_kind_annotates),
		         "a %s chart takes no annotations", q->kind->name);
		return false;
	}
	if (asked->count > CHART_ANNOTATIONS) {
		diag_add(diags, DIAG_ERROR, asked->items[CHART_ANNOTATIONS].place, "leave out those that matter least",
		         "a chart can have %d annotations, not %zu", CHART_ANNOTATIONS, asked->count);
		return false;
	}
	q->annotations = all;
	for (size_t i = 0; i < asked->count; i++) {
		bool found = find_one(&asked->items[i], q, &all[q->n_annotations], diags);
		q->n_annotations += found;
		ok = ok && found;
	}
	return ok;
}

const struct chart_annotation *annotation_at(const struct chart_request *q, const struct variant *variant,
                                             const struct benchmark *benchmark)
{
	for (size_t i = 0; i < q->n_annotations; i++)
		if (q->annotations[i].model == variant && (!benchmark || q->annotations[i].benchmark == benchmark))
			return &q->annotations[i];
	return NULL;
}

bool annotation_check(const struct chart_request *q, const bool *drawn, struct diags *diags)
{
	for (size_t i = 0; i < q->n_annotations; i++) {
		const struct chart_annotation *a = &q->annotations[i];
		if (drawn[i])
			continue;
		diag_add(diags, DIAG_ERROR, a->place, "annotate what is drawn, or leave it out",
		         "%s has no mark for %s on this chart, so nothing can be said beside it", a->model->model->name,
		         a->benchmark->name);
		return false;
	}
	return true;
}

/* ---- for the proof ---- */

const struct scene_own *annotation_own(struct arena *arena, const struct chart_request *q,
                                       const struct chart_annotation *a, const char *set)
{
	const struct scene_own *own = own_words(arena, q, &a->text, set);
	struct scene_name *names = arena_alloc(arena, own->n_names + 1, sizeof *names);
	struct scene_own *more = arena_alloc(arena, 1, sizeof *more);
	bool several = q->n_benchmarks > 1 && q->kind->most != q->n_benchmarks;
	names[0] = (struct scene_name){ .model = a->model->model->id,
		                        .variant = a->model->is_default ? NULL : a->model->own->id,
		                        .benchmark = several ? a->benchmark->id : NULL };
	for (size_t i = 0; i < own->n_names; i++)
		names[i + 1] = own->names[i];
	*more = (struct scene_own){ own->length, names, own->n_names + 1 };
	return more;
}

/* "Muse Spark: runs without tools."; of several benchmarks "Muse Spark on GPQA: …". */
static bool ends_sentence(const char *text)
{
	static const char *const ends[] = { ".",      "!",      "?",      "\u2026", "\u3002",
		                            "\uff01", "\uff1f", "\u061f", "\u06d4", "\u0964" };
	bool ends_so = false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		ends_so |= str_ends(text, ends[i]);
	return ends_so;
}

static const char *sentence_of(struct arena *arena, const struct chart_request *q, const struct chart_annotation *a)
{
	const char *name = phrase_variant(arena, a->model), *text = a->text.text;
	bool several = q->n_benchmarks > 1 && q->kind->most != q->n_benchmarks;
	if (several)
		name = words_fill(arena, q->language, WORD_NOTE_CONFLICT_ON, "name", name, "on", a->benchmark->brief,
		                  NULL);
	return arena_printf(arena, "%s: %s%s", name, text, ends_sentence(text) ? "" : ".");
}

const char *annotation_alt(struct arena *arena, const struct chart_request *q, const char *alt)
{
	struct strbuf b = strbuf_new(arena);
	if (!q->n_annotations || !alt)
		return alt;
	strbuf_add(&b, alt);
	for (size_t i = 0; i < q->n_annotations; i++)
		phrase_alt_add(&b, sentence_of(arena, q, &q->annotations[i]));
	return b.s;
}

void annotation_describe(const struct chart_request *q, struct arena *arena, struct scene_evidence *e)
{
	struct scene_annotation *asked = arena_alloc(arena, q->n_annotations + 1, sizeof *asked);
	for (size_t i = 0; i < q->n_annotations; i++)
		asked[i] = (struct scene_annotation){ .name = variant_full_name(arena, q->annotations[i].model),
			                              .on = q->annotations[i].benchmark->brief,
			                              .text = q->annotations[i].text.text,
			                              .sentence = sentence_of(arena, q, &q->annotations[i]) };
	e->annotations = asked;
	e->n_annotations = q->n_annotations;
}
