#include "brief/fence_parts.h"

#include "base/arena.h"
#include "brief/answer.h"
#include "brief/binding.h"
#include "brief/generate.h"
#include "brief/links.h"
#include "brief/self_report.h"
#include "chart/annotate.h"
#include "chart/chart.h"
#include "chart/reference.h"
#include "chart/request.h"
#include "data/choice.h"
#include "data/names.h"
#include "data/narrow.h"
#include "read/read.h"
#include "scene/evidence.h"

#include <string.h>

enum { FENCES_MAX = 20000 }; /* more than pages have room for: a slip of a generator is told early */

/* The content as YAML, with line numbers of the file. */
static const struct value *read_content(struct reading *r, const char *content, int line)
{
	struct arena *scratch = arena_new_below(r->arena);
	struct strbuf padded = strbuf_new(scratch);
	for (int i = 1; i < source_line(r->source, line); i++)
		strbuf_addn(&padded, "\n", 1);
	strbuf_add(&padded, content);
	const struct value *value = read_bytes(r->arena, READ_YAML, r->source->path, padded.s, padded.n, r->diags);
	arena_free(scratch);
	return value;
}

const struct value **fence_texts(struct fence *f, const char *one, const char *many, const char *what, size_t *count)
{
	const struct value *value = schema_at(&f->s, many);
	if (!value)
		value = schema_at(&f->s, one);
	*count = 0;
	if (!value)
		return NULL;
	bool list = value->kind == VALUE_LIST;
	const struct value **out = arena_alloc(f->r->arena, list ? value->count + 1 : 1, sizeof *out);
	for (size_t i = 0; i < (list ? value->count : 1); i++) {
		const struct value *item = list ? &value->items[i] : value;
		if (item->kind == VALUE_STRING || item->kind == VALUE_NUMBER)
			out[(*count)++] = item;
		else
			diag_add(f->r->diags, DIAG_ERROR, item->place, arena_printf(f->r->arena, "write %s", what),
			         "%s takes %ss, but this is %s", many, what + strlen("a "),
			         value_kind_word(item->kind));
	}
	return out;
}

static const struct value **named(struct fence *f, const char *one, const char *many, size_t *count)
{
	return fence_texts(f, one, many, "a name", count);
}

/* Names with their places, as a request takes them. */
static const struct chart_name *names_of(struct fence *f, const char *one, const char *many, size_t *count)
{
	const struct value **values = named(f, one, many, count);
	struct chart_name *names = arena_alloc(f->r->arena, *count + 1, sizeof *names);
	for (size_t i = 0; i < *count; i++)
		names[i] = (struct chart_name){ values[i]->text, values[i]->place };
	return names;
}

/* Its own focus, or several; that of the briefing; or none. */
static void read_focus(struct fence *f, struct chart_asked *asked)
{
	const struct value *focus = schema_at(&f->s, "focus");
	size_t n = 0;
	if (!focus) {
		asked->usual_focus = f->r->focus;
		return;
	}
	if (focus->kind == VALUE_BOOL && !focus->boolean)
		return;
	const struct value **models = fence_texts(f, "focus", "focus", f->r->dataset->said.a, &n);
	struct chart_name *names = arena_alloc(f->r->arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = (struct chart_name){ models[i]->text, models[i]->place };
	if (!n)
		return;
	asked->focus = names[0];
	asked->beside = names + 1;
	asked->n_beside = n - 1;
}

static void name_chart(struct fence *f, struct block *block)
{
	struct reading *r = f->r;
	const char *id = schema_at(&f->s, "id") ? schema_id(&f->s) : NULL;
	if (!id)
		return;
	for (const char *const *word = r->options->reserved; word && *word; word++)
		if (str_eq(id, *word))
			diag_add(r->diags, DIAG_ERROR, schema_place(&f->s, "id"), "give it another id",
			         "\"%s\" cannot be an id: it is reserved by render --only", id);
	if (*id == '_')
		diag_add(r->diags, DIAG_ERROR, schema_place(&f->s, "id"), "begin it with a letter or a digit",
		         "\"%s\" cannot be an id: names that begin so are the document's own", id);
	links_name_chart(r, block, id, schema_place(&f->s, "id"));
	block->chart.id = id;
}

static size_t read_rows(struct fence *f, const struct chart_kind *kind)
{
	const struct value *rows = schema_at(&f->s, "rows");
	if (!rows)
		return 0;
	if (!kind->has_rows) {
		diag_add(f->r->diags, DIAG_ERROR, schema_place(&f->s, "rows"), "leave \"rows\" out",
		         "a %s chart has no rows", kind->name);
		return 0;
	}
	if (rows->kind == VALUE_NUMBER && rows->number >= 1 && rows->number <= CHART_ROWS_MAX &&
	    rows->number == (double)(long)rows->number)
		return (size_t)rows->number;
	schema_wrong(&f->s, "rows", NULL, arena_printf(f->r->arena, "a whole number from 1 to %d", CHART_ROWS_MAX));
	return 0;
}

/* As an option has it: "true", "false"; text NULL if it is not there. */
static struct chart_name read_bool(struct fence *f, const char *key)
{
	const struct value *value = schema_at(&f->s, key);
	if (value && value->kind == VALUE_BOOL)
		return (struct chart_name){ value->boolean ? "true" : "false", value->place };
	if (value)
		schema_wrong(&f->s, key, NULL, "true or false");
	return (struct chart_name){ .text = NULL };
}

/* A value as a list of one; NULL if there is none. */
static const struct value *const *kept(struct fence *f, const struct value *value, size_t *n)
{
	const struct value **list = arena_alloc(f->r->arena, 1, sizeof *list);
	list[0] = value;
	*n = value != NULL;
	return value ? list : NULL;
}

/* "where" takes a condition or a list of them. */
static void read_selection(struct fence *f, struct chart_asked *asked)
{
	const struct value *top = schema_at(&f->s, "top"), *order = schema_at(&f->s, "order"),
			   *type = schema_at(&f->s, "type"), *color = schema_at(&f->s, "color"),
			   *digits = schema_at(&f->s, "digits"), *reference = schema_at(&f->s, "reference"),
			   *claims = schema_at(&f->s, "claims"), *group = schema_at(&f->s, "group");
	size_t n;
	const struct value **wheres = fence_texts(f, "where", "where", "a condition", &n);
	struct chart_name *names = arena_alloc(f->r->arena, n + 1, sizeof *names);
	for (size_t i = 0; i < n; i++)
		names[i] = (struct chart_name){ wheres[i]->text, wheres[i]->place };
	asked->wheres = names;
	asked->n_wheres = n;
	asked->order = (struct chart_name){ f->r->options->order, f->place };
	if (order)
		asked->order = (struct chart_name){ schema_text(&f->s, "order", OPTIONAL), order->place };
	asked->references = kept(f, reference, &asked->n_references);
	asked->bands = kept(f, schema_at(&f->s, "band"), &asked->n_bands);
	asked->log = read_bool(f, "log");
	asked->percent = read_bool(f, "percent");
	asked->transparent = read_bool(f, "transparent");
	if (digits)
		asked->digits = (struct chart_name){ schema_text(&f->s, "digits", OPTIONAL), digits->place };
	if (group)
		asked->group = (struct chart_name){ schema_text(&f->s, "group", OPTIONAL), group->place };
	if (claims)
		asked->claims = (struct chart_name){ schema_text(&f->s, "claims", OPTIONAL), claims->place };
	if (color)
		asked->color = (struct chart_name){ schema_text(&f->s, "color", OPTIONAL), color->place };
	if (type)
		asked->type = (struct chart_name){ schema_text(&f->s, "type", OPTIONAL), type->place };
	if (top && top->kind == VALUE_NUMBER && top->number >= 1 && top->number <= CHART_ROWS_MAX &&
	    top->number == (double)(long)top->number)
		asked->top = (size_t)top->number;
	else if (top)
		schema_wrong(&f->s, "top", NULL,
		             arena_printf(f->r->arena, "a whole number from 1 to %d", CHART_ROWS_MAX));
}

/* The author's words, answered; what was computed in them, or what a claim stands for, needs no proof from the chart.
 * claim: NULL if none does. */
static struct chart_own read_own(struct fence *f, const char *text, struct place place,
                                 const struct answer_condition *claim, struct block_chart *chart)
{
	struct rich_builder b = answer_title(f->r, text, place, claim, &chart->doubted);
	struct scene_name *vouched = arena_alloc(f->r->arena, b.n_answers + 1, sizeof *vouched);
	size_t n = 0;
	for (size_t i = 0; i < b.n_answers; i++)
		vouched[n++] = (struct scene_name){ .start = b.answers[i].start, .end = b.answers[i].end };
	return (struct chart_own){ b.text.s, vouched, n, claim && claim->expression };
}

static void read_subtitle(struct fence *f, struct block_chart *chart, struct chart_asked *asked)
{
	const char *text = schema_text(&f->s, "subtitle", OPTIONAL);
	if (text)
		asked->subtitle = read_own(f, text, schema_place(&f->s, "subtitle"), NULL, chart);
}

static void read_source(struct fence *f, struct block_chart *chart, struct chart_asked *asked)
{
	const char *text = schema_text(&f->s, "source", OPTIONAL);
	if (text)
		asked->source = read_own(f, text, schema_place(&f->s, "source"), NULL, chart);
}

static void read_alt(struct fence *f, struct block_chart *chart, struct chart_asked *asked)
{
	const char *text = schema_text(&f->s, "alt", OPTIONAL);
	if (text)
		asked->alt = read_own(f, text, schema_place(&f->s, "alt"), NULL, chart);
}

/* A note or a list of them, under either name or under both. */
static void read_notes(struct fence *f, struct block_chart *chart, struct chart_asked *asked)
{
	size_t one, more;
	const struct value **first = fence_texts(f, "note", "note", "a text", &one),
			   **rest = fence_texts(f, "notes", "notes", "a text", &more);
	struct chart_own *notes = arena_alloc(f->r->arena, one + more + 1, sizeof *notes);
	for (size_t i = 0; i < one + more; i++) {
		const struct value *value = i < one ? first[i] : rest[i - one];
		notes[i] = read_own(f, value->text, value->place, NULL, chart);
	}
	asked->notes = notes;
	asked->n_notes = one + more;
}

/* Words beside values, answered. */
static void read_annotations(struct fence *f, struct block_chart *chart, struct chart_asked *asked)
{
	const struct value *value = schema_at(&f->s, "annotate");
	struct chart_annotated *all = arena_alloc(f->r->arena, 1, sizeof *all);
	if (!value || !annotation_read(f->r->arena, value, all, f->r->diags))
		return;
	for (size_t i = 0; i < all->count; i++)
		all->items[i].text = read_own(f, all->items[i].text.text, all->items[i].place, NULL, chart);
	asked->annotated = all;
}

/* The title, answered, and the claim that stands for it. */
static void read_title(struct fence *f, struct block_chart *chart, struct chart_asked *asked)
{
	struct reading *r = f->r;
	const char *title = schema_text(&f->s, "title", OPTIONAL), *claim = schema_text(&f->s, "claim", OPTIONAL);
	struct answer_condition condition = { .expression = NULL };
	if (claim)
		condition = answer_condition(r, claim, source_find(r->source, schema_place(&f->s, "claim"), claim));
	if (title)
		asked->title = read_own(f, title, schema_place(&f->s, "title"), &condition, chart);
	title = asked->title.text;
	if (title && condition.known)
		self_report_check(r, title, schema_place(&f->s, "title"), &condition.fact);
	chart->doubted |= !answer_claim(r, title ? title : chart->id ? chart->id : asked->kind->name, &condition);
}

/* A title speaks of what its chart shows. */
static void mention(struct reading *r, const struct chart_asked *asked)
{
	const struct place nowhere = { 0 };
	for (size_t i = asked->n_models; i-- > 0;) {
		const struct variant *v = dataset_variant(r->dataset, asked->models[i].text, nowhere, NULL);
		binding_mention(r, v ? v->model : NULL, NULL);
	}
	for (size_t i = asked->n_benchmarks; i-- > 0;)
		binding_mention(r, NULL, dataset_benchmark(r->dataset, asked->benchmarks[i].text, nowhere, NULL));
}

/* All that the author says of the chart. */
static void read_words(struct fence *f, struct block_chart *chart, struct chart_asked *asked)
{
	struct reading *r = f->r;
	if (str_eq(asked->claims.text, "hide"))
		r->measured = facts_open(r->arena, dataset_without_claims(r->arena, r->dataset), r->language);
	mention(r, asked);
	read_title(f, chart, asked);
	read_subtitle(f, chart, asked);
	read_notes(f, chart, asked);
	read_source(f, chart, asked);
	read_alt(f, chart, asked);
	read_annotations(f, chart, asked);
	r->measured = NULL;
}

static void cite(struct fence *f, const struct chart_reference *reference)
{
	binding_cite(f->r, reference->value.text, reference->known);
	if (reference->band)
		binding_cite(f->r, reference->to.text, reference->known);
}

/* Numbers of a briefing are computed or cited, those of lines too. */
static void cite_references(struct fence *f, const struct chart_request *request)
{
	for (size_t i = 0; i < request->n_references; i++) {
		const struct chart_reference *reference = &request->references[i];
		if (reference->known)
			cite(f, reference);
		else
			diag_add(f->r->diags, DIAG_ERROR, reference->place, "name one of the data, or add it to them",
			         "no source of the data is called \"%s\"", reference->source);
	}
}

static void read_width(struct fence *f, struct block_chart *chart)
{
	static const char *const words[] = {
		[FIGURE_FULL] = "full", [FIGURE_COLUMN] = "column", [FIGURE_SIDE] = "side"
	};
	int width = FIGURE_FULL;
	schema_word(&f->s, "width", OPTIONAL, words, sizeof words / sizeof *words, &width);
	chart->width = (enum figure_width)width;
	if (f->into->kind == BLOCK_FIGURES && schema_at(&f->s, "width"))
		diag_add(f->r->diags, DIAG_ERROR, schema_place(&f->s, "width"), "leave \"width\" out",
		         "each chart of a figures block is as wide as the other");
}

void fence_chart(struct fence *f, const char *kind)
{
	static const char *const keys[] = { "id",          "kind",   "benchmark", "benchmarks", "model",     "models",
		                            "focus",       "title",  "subtitle",  "note",       "notes",     "alt",
		                            "claim",       "rows",   "maker",     "makers",     "where",     "top",
		                            "order",       "type",   "color",     "log",        "reference", "band",
		                            "annotate",    "source", "digits",    "percent",    "claims",    "group",
		                            "transparent", "look",   "width" };
	struct reading *r = f->r;
	struct block *block = block_new(r->arena, BLOCK_CHART, f->place);
	struct chart_request *request = arena_alloc(r->arena, 1, sizeof *request);
	struct chart_asked asked = {
		.naming = &chart_keys, .language = r->language, .place = f->place, .twins_told = &r->twins_told
	};
	schema_keys(&f->s, keys, sizeof keys / sizeof *keys);
	const char *named_kind = kind ? kind : schema_text(&f->s, "kind", REQUIRED);
	if (named_kind)
		asked.kind = chart_kind_find(named_kind, schema_place(&f->s, "kind"), r->diags);
	block->chart.look = schema_text(&f->s, "look", OPTIONAL);
	block->chart.look_place = schema_place(&f->s, "look");
	read_width(f, &block->chart);
	name_chart(f, block); /* links lead to it even if something else is wrong */
	if (!asked.kind)
		return;
	asked.benchmarks = names_of(f, "benchmark", "benchmarks", &asked.n_benchmarks);
	asked.models = names_of(f, "model", "models", &asked.n_models);
	asked.makers = names_of(f, "maker", "makers", &asked.n_makers);
	read_selection(f, &asked);
	read_focus(f, &asked);
	asked.rows = read_rows(f, asked.kind);
	read_words(f, &block->chart, &asked);
	if (chart_request_make(r->arena, &asked, r->dataset, request, r->diags))
		cite_references(f, request);
	if (request->transparent && !block->chart.id)
		diag_add(r->diags, DIAG_ERROR, asked.transparent.place, "give it an id, or leave it out",
		         "a chart without an id is saved as no picture that could be transparent");
	block->chart.request = request;
	r->n_tables += str_eq(asked.kind->name, "table");
	reading_keep_chart(r, block);
	block_add(r->arena, f->into, block);
}

static void read_claims(struct fence *f)
{
	static const char *const keys[] = { "from", "source", "claim", "claims", "verdict" };
	static const char *const froms[] = { "dataset" };
	struct reading *r = f->r;
	struct claims_wanted which = { .verdict = -1 };
	int from;
	schema_keys(&f->s, keys, sizeof keys / sizeof *keys);
	schema_word(&f->s, "from", OPTIONAL, froms, 1, &from);
	schema_word(&f->s, "verdict", OPTIONAL, verdict_kinds, VERDICT_KINDS, &which.verdict);
	const char *source = schema_text(&f->s, "source", OPTIONAL);
	if (source)
		which.source = dataset_source(r->dataset, source, schema_place(&f->s, "source"), r->diags);
	size_t count;
	const struct value **ids = named(f, "claim", "claims", &count);
	const char **list = arena_alloc(r->arena, count + 1, sizeof *list);
	for (size_t i = 0; i < count; i++) {
		struct nearest nearest = nearest_to(ids[i]->text);
		bool found = false;
		for (size_t k = 0; k < r->dataset->n_claims; k++) {
			found |= str_eq(r->dataset->claims[k]->id, ids[i]->text);
			nearest_offer(&nearest, r->dataset->claims[k]->id);
		}
		if (found)
			list[which.n_ids++] = ids[i]->text;
		else
			diag_add(r->diags, DIAG_ERROR, ids[i]->place, nearest_hint(r->arena, &nearest, NULL),
			         "no claim is called \"%s\"", ids[i]->text);
	}
	which.ids = ids ? list : NULL;
	generate_claims(r, f->place, &which, f->into);
}

static void read_specs(struct fence *f)
{
	static const char *const keys[] = { "model", "models" };
	struct reading *r = f->r;
	size_t n;
	schema_keys(&f->s, keys, 2);
	const struct value **names = named(f, "model", "models", &n);
	struct choice choice = choice_open(r->arena, r->dataset, false, r->diags);
	for (size_t i = 0; i < n; i++)
		choice_model(&choice, names[i]->text, names[i]->place);
	const struct model **models = arena_alloc(r->arena, choice.n_asked + 1, sizeof *models);
	size_t found = 0;
	for (size_t i = 0; i < choice.n_asked; i++) {
		bool again = false;
		for (size_t k = 0; k < found; k++)
			again |= models[k] == choice.asked[i]->model;
		if (!again)
			models[found++] = choice.asked[i]->model;
	}
	generate_specs(r, f->place, found ? models : NULL, found, f->into);
}

/* ---- every kind ---- */

static bool is_empty(const char *content)
{
	return content[strspn(content, " \t\n")] == '\0';
}

static bool too_many(struct reading *r, struct place place)
{
	if (++r->n_fences == FENCES_MAX + 1)
		diag_add(r->diags, DIAG_ERROR, place, "split the briefing",
		         "a briefing may have at most %d charts and generated blocks", FENCES_MAX);
	return r->n_fences > FENCES_MAX;
}

/* Written as a list of what it shows, and as nothing else; or of one, that may be enough. */
static bool is_list(enum fence_kind kind)
{
	return kind == FENCE_NUMBERS || kind == FENCE_EVENTS || kind == FENCE_STEPS || kind == FENCE_FIGURES;
}

static bool may_be_list(enum fence_kind kind)
{
	return kind == FENCE_RECOMMEND || is_list(kind);
}

static bool open_content(struct fence *f, enum fence_kind kind, const char *content, int line)
{
	struct reading *r = f->r;
	const char *name = fence_kind_name(kind);
	const char *what = kind == FENCE_CHART || kind == FENCE_TABLE ? name : arena_printf(r->arena, "%s block", name);
	f->content = read_content(r, !is_empty(content) ? content : may_be_list(kind) ? "[]" : "{}", line);
	if (!f->content || (may_be_list(kind) && f->content->kind == VALUE_LIST))
		return f->content;
	if (!is_list(kind))
		return schema_open(&f->s, r->arena, r->diags, f->content, what);
	diag_add(r->diags, DIAG_ERROR, f->content->place, "begin each with a hyphen",
	         "%s %s must be a list, but this is %s", kind == FENCE_EVENTS ? "an" : "a", what,
	         value_kind_word(f->content->kind));
	return false;
}

static void add_generated(struct fence *f, enum fence_kind kind)
{
	if (kind == FENCE_FINDINGS)
		fence_findings(f);
	else if (kind == FENCE_SOURCES)
		generate_sources(f->r, f->place, f->into);
	else if (kind == FENCE_CONFLICTS)
		generate_conflicts(f->r, f->place, f->into);
	else if (kind == FENCE_METHOD)
		generate_method(f->r, f->place, f->into);
	else
		generate_changes(f->r, f->place, f->into);
}

static void add_blocks(struct fence *f, enum fence_kind kind)
{
	switch (kind) {
	case FENCE_CHART:
	case FENCE_TABLE:
		fence_chart(f, kind == FENCE_TABLE ? "table" : NULL);
		return;
	case FENCE_FIGURES:
		fence_figures(f);
		return;
	case FENCE_CLAIMS:
		read_claims(f);
		return;
	case FENCE_SPECS:
		read_specs(f);
		return;
	case FENCE_NUMBERS:
		fence_numbers(f);
		return;
	case FENCE_RECOMMEND:
		fence_recommend(f);
		return;
	case FENCE_MATRIX:
		fence_matrix(f);
		return;
	case FENCE_COMPARE:
		fence_compare(f);
		return;
	case FENCE_QUOTE:
		fence_quote(f);
		return;
	case FENCE_EVENTS:
		fence_events(f);
		return;
	case FENCE_STEPS:
		fence_steps(f);
		return;
	case FENCE_TOC:
		fence_toc(f);
		return;
	case FENCE_FINDINGS:
	case FENCE_SOURCES:
	case FENCE_CONFLICTS:
	case FENCE_METHOD:
	case FENCE_CHANGES:
		add_generated(f, kind);
		return;
	case FENCE_APPENDIX:
		fence_appendix(f);
		return;
	case FENCE_NOTE:
	case FENCE_COLUMNS:
	case FENCE_SIDE:
	case FENCE_TAKEAWAY:
	case FENCE_SPEAKER:
	case FENCE_CODE:
		return;
	}
}

void fence_read(struct reading *r, enum fence_kind kind, const char *content, int line, struct block *into)
{
	struct fence f = { .r = r, .into = into };
	f.place = (struct place){ r->source->path, source_line(r->source, line - 1), 1 };
	if (too_many(r, f.place))
		return;
	if (fence_kind_is_generated(kind) && !is_empty(content))
		diag_add(r->diags, DIAG_ERROR, f.place, "leave it empty", "a %s block is generated from the data alone",
		         fence_kind_name(kind));
	if (!fence_kind_is_generated(kind) && !open_content(&f, kind, content, line))
		return;
	r->written[kind] = true;
	size_t first = into->n_items;
	add_blocks(&f, kind);
	if (fence_kind_is_remade(kind))
		reading_keep_generated(
			r,
			(struct briefing_generated){ .kind = fence_kind_name(kind),
		                                     .asked = is_empty(content) ? "" : arena_strdup(r->arena, content),
		                                     .line = f.place.line },
			into, first);
}
