/* A briefing, from its file to the bytes of its pages and charts. */
#include "press/job.h"
#include "press/mail_parts.h"
#include "press/record.h"
#include "press/web_parts.h"

#include "base/hash.h"
#include "base/keep.h"
#include "base/map.h"
#include "base/str.h"
#include "brief/briefing_read.h"
#include "data/names.h"
#include "data/selection.h"
#include "facts/recall.h"
#include "paint/page_svg.h"
#include "style/look.h"
#include "style/page_format.h"
#include "words/about.h"
#include "words/words.h"

#include <string.h>

/* ---- what is read ---- */

static bool read_source(struct press_job *job, const struct source_text **source)
{
	struct arena *a = job->arena;
	bool folder;
	if (!file_find_folder(job->asked.path, &folder, job->diags))
		return false;
	job->path = folder ? arena_printf(a, "%s/briefing.md", job->asked.path) : job->asked.path;
	job->folder = folder ? job->asked.path : file_folder(a, job->path);
	const struct input *input =
		inputs_read(job->inputs, INPUT_BRIEFING, job->path, SOURCE_BYTES_MAX + 1, job->diags);
	if (!input)
		return false;
	job->source = input->bytes;
	*source = source_read(a, job->path, input->bytes.data, input->bytes.size, job->diags);
	if (!*source)
		return false;
	const struct front_matter *front = front_matter_read(a, *source, job->diags);
	if (!front)
		return false;
	job->front = arena_alloc(a, 1, sizeof *job->front);
	*job->front = *front;
	return true;
}

/* The data of then; of a part, what belongs beside it. */
static void load_baseline(struct press_job *job)
{
	struct arena *a = job->arena;
	const struct press_briefing *o = &job->asked;
	const struct dataset *old = press_load(job, INPUT_BASELINE, feeds_of_paths(a, &o->baseline, 1), 1, o->from,
	                                       o->better, &o->part, false);
	job->baseline = old ? part_before(a, old, job->dataset, &o->part) : NULL;
	if (job->baseline)
		job->changes = changes_within(a, job->baseline, job->dataset, job->diags);
}

static bool load_data(struct press_job *job)
{
	struct arena *a = job->arena;
	const struct press_briefing *o = &job->asked;
	size_t n = o->n_data ? o->n_data : job->front->n_data;
	struct feed *feeds = arena_alloc(a, n + 1, sizeof *feeds);
	for (size_t i = 0; i < n; i++) {
		feeds[i] = o->n_data ? o->data[i] : job->front->data[i];
		if (feeds[i].named == FEED_BY_BRIEFING)
			feeds[i].below = job->folder;
	}
	const struct dataset *whole = press_load(job, INPUT_DATA, feeds, n, o->from, o->better, &o->part, false);
	job->dataset = whole ? part_of(a, whole, &o->part, job->diags) : NULL;
	if (job->dataset)
		press_tell_part(job);
	if (job->dataset && o->baseline)
		load_baseline(job);
	return job->dataset && (!o->baseline || job->changes);
}

/* A look that the briefing names, below its folder; NULL after errors. */
static struct press_look *named_look(struct press_job *job, const char *name, struct place place, const char *remedy)
{
	const char *below = look_is_path(name) ? job->folder : NULL;
	struct diags *own = diags_new(job->arena);
	if (below)
		name = inputs_below(job->inputs, INPUT_LOOK, below, name, place, remedy, job->diags);
	struct press_look *look = name ? press_look_of(job, name, below, own) : NULL;
	press_tell(job->diags, own, place, false);
	return look;
}

static bool load_look(struct press_job *job)
{
	struct diags *own = diags_new(job->arena);
	job->look = job->asked.look ? press_look_of(job, job->asked.look, NULL, own)
	                            : named_look(job, job->front->look, job->front->look_place,
	                                         "put it there, or name it with --look");
	press_tell(job->diags, own, place_file(NULL), false);
	job->fonts = job->look ? press_fonts_of(job->look, job->press->workers[0], 0, job->diags) : NULL;
	return job->fonts != NULL;
}

/* Those that charts name, and for all others that of the pages. */
static bool load_chart_looks(struct press_job *job)
{
	const struct briefing *b = job->briefing;
	bool ok = true;
	job->chart_looks = arena_alloc(job->arena, b->n_charts + 1, sizeof *job->chart_looks);
	for (size_t i = 0; i < b->n_charts; i++) {
		const struct block_chart *chart = &b->charts[i]->chart;
		job->chart_looks[i] =
			chart->look ? named_look(job, chart->look, chart->look_place, "put it there") : job->look;
		ok = ok && job->chart_looks[i];
	}
	return ok;
}

static void settle_paper(struct press_job *job)
{
	if (job->asked.page)
		job->front->page = job->asked.page;
	if (job->front->page->kind == PAGE_SLIDES)
		job->front->slides = job->front->page;
	if (job->asked.language)
		job->front->language = job->asked.language;
	job->front->language =
		language_about(job->arena, job->front->language, job->dataset->nouns, job->dataset->n_nouns);
	job->paper = paper_of(job->front);
}

/* ---- what is asked for ---- */

/* --only names the pages by their suffix, all charts by this word, or one by its id. */
static const char all_charts[] = "charts";

const char press_chart_folder[] = "charts";

/* The words that --only has for itself. Every format of documents reserves its suffix. */
static const char *const *reserved_words(struct arena *arena)
{
	size_t n = 0, painters = 0;
	while (painter_at(painters))
		painters++;
	const char **words = arena_alloc(arena, painters + 2, sizeof *words);
	for (size_t i = 0; i < painters; i++)
		if (painter_at(i)->holds_pages || painter_at(i)->flows)
			words[n++] = painter_at(i)->suffix;
	words[n++] = all_charts;
	words[n] = NULL;
	return words;
}

static void list_document(struct press_job *job, const struct painter *painter)
{
	if (!job->asked.only || str_eq(job->asked.only, painter->suffix))
		job->documents[job->n_documents++].painter = painter;
}

static void list_documents(struct press_job *job)
{
	const struct painter *const *also = job->asked.also;
	list_document(job, job->asked.document ? job->asked.document : painter_for_pages());
	for (size_t i = 0; i < PRESS_DOCUMENTS_MAX - 1 && also[i]; i++)
		list_document(job, also[i]);
}

static bool wants_chart(const struct press_job *job, const char *id)
{
	const char *only = job->asked.only;
	return id && (!only || str_eq(only, all_charts) || str_eq(only, id));
}

static void list_pictures(struct press_job *job)
{
	job->pictures = arena_alloc(job->arena, job->briefing->n_charts + 1, sizeof *job->pictures);
	for (size_t i = 0; i < job->briefing->n_charts; i++)
		if (wants_chart(job, job->briefing->charts[i]->chart.id))
			job->pictures[job->n_pictures++].block = job->briefing->charts[i];
}

static bool check_only(struct press_job *job)
{
	const char *only = job->asked.only;
	if (job->n_documents || str_eq(only, all_charts) || job->n_pictures)
		return true;
	struct nearest nearest = nearest_to(only);
	for (size_t i = 0; i < job->briefing->n_charts; i++)
		if (job->briefing->charts[i]->chart.id)
			nearest_offer(&nearest, job->briefing->charts[i]->chart.id);
	diag_add(job->diags, DIAG_ERROR, place_file(job->path),
	         nearest_hint(job->arena, &nearest,
	                      arena_printf(job->arena, "--only must be %s, %s or the id of a chart",
	                                   (job->asked.document ? job->asked.document : painter_for_pages())->suffix,
	                                   all_charts)),
	         "no chart has the id \"%s\"", only);
	return false;
}

/* "page 40" is an ordinal of the briefing only if it has so many. */
static bool check_pages(struct press_job *job)
{
	const struct page_reference *last = &job->briefing->last_page;
	enum unbound unbound = job->front->unbound;
	if (!job->pages.count || last->page <= (double)job->pages.count)
		return true;
	diag_add(job->diags, unbound == UNBOUND_WARN ? DIAG_WARNING : DIAG_ERROR, last->place,
	         "{{ say(\u2026) }} or {{ cite(\u2026) }} marks a page of something else",
	         "there is no page %.0f: the briefing has %zu", last->page, job->pages.count);
	return diags_ok(job->diags);
}

/* ---- what comes of it ---- */

static void count(struct press_job *job)
{
	const struct briefing *b = job->briefing;
	struct press_counts *counts = &job->press->result.counts;
	struct selections all = selections_of(job->arena, job->dataset, NULL);
	*counts = (struct press_counts){ .pages = job->pages.count,
		                         .figures = b->n_charts,
		                         .pictures = job->n_pictures,
		                         .expressions = b->n_values,
		                         .claims = b->n_claims,
		                         .computed = b->coverage.computed,
		                         .cited = b->coverage.cited,
		                         .said = b->coverage.said,
		                         .unbound = b->coverage.unbound };
	for (size_t i = 0; i < all.count; i++)
		counts->conflicts += all.items[i]->n_rivals > 0;
	for (size_t i = 0; i < b->n_claims; i++)
		counts->claims_hold += b->claims[i].holds;
	counts->claims_fail = b->n_claims - counts->claims_hold;
	job->press->result.counted = true;
}

static void remark_figure(struct press_job *job, struct place place, const struct chart_pages *figure, struct map *said)
{
	for (size_t i = 0; i < figure->count; i++)
		press_remark(job->arena, place, figure->items[i], said, job->diags);
}

/* Of figures in documents and of pictures, each once per chart. */
static void remark(struct press_job *job)
{
	for (size_t i = 0; i < job->briefing->n_charts; i++) {
		const struct block *chart = job->briefing->charts[i];
		struct map said = map_new(job->arena);
		for (size_t d = 0; d < job->n_documents; d++)
			remark_figure(job, chart->place, &job->documents[d].figures[i], &said);
		for (size_t k = 0; k < job->n_pictures; k++)
			if (job->pictures[k].block == chart)
				press_remark(job->arena, chart->place, job->pictures[k].pages.items[0], &said,
				             job->diags);
	}
}

const char *press_name(const struct press_job *job, struct arena *arena)
{
	return job->front->name ? job->front->name : file_stem(arena, job->path);
}

static const char *stem(const struct press_job *job)
{
	const char *name = press_name(job, job->arena), *kind = job->paper.handout ? "-notes" : "-deck";
	if (!job->asked.page || !job->paper.slides || str_ends(name, kind))
		return name;
	return arena_printf(job->arena, "%s%s", name, kind);
}

static void mark_pages(struct press_job *job)
{
	struct press_mark *marks = arena_alloc(job->arena, job->pages.count + 1, sizeof *marks);
	for (size_t i = 0; i < job->pages.count; i++) {
		struct arena *scratch = arena_new_below(job->arena);
		struct strbuf svg = strbuf_new(scratch);
		page_svg_write(&svg, job->pages.items[i], "", NULL, 0);
		hash_sha256_hex(svg.s, svg.n, marks[i].sha256);
		arena_free(scratch);
	}
	job->press->result.marks = marks;
}

/* A page is given back once it is painted. */
static bool paint_pages(struct press_job *job, const struct press_document *document, struct press_file *file)
{
	const struct painter *painter = document->painter;
	size_t n = job->pages.count;
	struct paint_info info = press_info(job, job->arena);
	info.authors = job->front->authors;
	info.n_authors = job->front->n_authors;
	info.record = record_of_briefing(job->arena, job);
	info.look = job->look->look;
	info.shapes = job->asked.shapes;
	press_attach_briefing(job, &info);
	file->name = arena_printf(job->arena, "%s.%s", stem(job), painter->suffix);
	struct painting *painting = paint_begin(press_box(job->press->workers[0]), painter, n, &info, job->diags);
	job->press->result.pages = NULL;
	for (size_t i = 0; painting && i < n; i++) {
		if (!paint_page(painting, job->pages.items[i]))
			return false;
		pages_give_back(&job->pages, i);
	}
	return painting && paint_end(painting, &file->bytes);
}

static bool write_flowing(struct press_job *job, const struct press_document *document, struct press_file *file)
{
	const struct painter *painter = document->painter;
	file->name = arena_printf(job->arena, "%s.%s", press_name(job, job->arena), painter->suffix);
	return (painter->mails ? press_mail_document : press_web_document)(job, &file->bytes);
}

/* The box keeps the bytes of its last file only. */
static void keep(struct press_job *job, struct press_file *file)
{
	char *copy = arena_alloc(job->arena, file->bytes.size + 1, 1);
	memcpy(copy, file->bytes.data, file->bytes.size);
	file->bytes.data = copy;
}

static bool write_documents(struct press_job *job, struct press_file *files)
{
	struct pages first = job->pages;
	for (size_t i = 0; i < job->n_documents; i++) {
		const struct press_document *document = &job->documents[i];
		bool flows = document->painter->flows;
		job->figures = document->figures;
		job->pages = document->pages;
		if (!(flows ? write_flowing : paint_pages)(job, document, &files[i]))
			return false;
		if (!flows && i + 1 < job->n_documents)
			keep(job, &files[i]);
	}
	job->pages = first;
	return true;
}

/* Documents are painted last, after all pictures. */
static bool put_files(struct press_job *job)
{
	struct press_result *result = &job->press->result;
	struct press_file *files = arena_alloc(job->arena, job->n_pictures + job->n_documents + 1, sizeof *files);
	struct press_file *file = files + job->n_documents;
	if (!write_documents(job, files))
		return false;
	for (size_t i = 0; i < job->n_pictures; i++)
		*file++ = (struct press_file){ arena_printf(job->arena, "%s/%s.%s", press_chart_folder,
			                                    job->pictures[i].block->chart.id, job->painter->suffix),
			                       job->pictures[i].bytes };
	result->files = files;
	result->n_files = (size_t)(file - files);
	return true;
}

/* ---- the whole ---- */

/* Slides for programs that hold nothing else. */
static bool fits_painter(struct press_job *job, const struct painter *painter)
{
	if (!painter->holds_slides || (job->paper.slides && !job->paper.handout))
		return true;
	diag_add(job->diags, DIAG_ERROR, place_file(job->path), "write page: 16:9, or give --page 16:9",
	         "%s holds slides, and this is made for sheets of paper", painter->name);
	return false;
}

static bool lay_out_document(struct press_job *job, const struct painter *painter)
{
	job->document = painter;
	job->pages = (struct pages){ 0 };
	if (!fits_painter(job, painter))
		return false;
	if (painter->flows)
		return painter->mails ? press_mail_figures(job) : press_web_figures(job);
	return press_make_pages(job);
}

/* What the result and the report call the pages are those of the first document that has any. */
static bool lay_out_documents(struct press_job *job)
{
	bool ok = true;
	struct pages first = { 0 };
	for (size_t i = 0; i < job->n_documents; i++) {
		struct press_document *document = &job->documents[i];
		job->figures = arena_alloc(job->arena, job->briefing->n_charts + 1, sizeof *job->figures);
		document->figures = job->figures;
		press_told_begin(job);
		ok = lay_out_document(job, document->painter) && ok;
		document->pages = job->pages;
		first = first.count ? first : job->pages;
	}
	job->pages = first;
	return ok;
}

/* What expressions gave in earlier calls, and what was found in texts; nothing where nobody is likely to ask again. */
static void recall(struct press_job *job, struct briefing_options *how)
{
	struct press *press = job->press;
	how->marks = press_marks(job, job->dataset);
	if (!how->marks || job->dataset->rows) /* facts are kept with the numbers of measurements in whole data */
		return;
	if (!press->texts) {
		struct arena *warm = press_warm(press->workers[0]);
		press->recall = recall_new(warm);
		press->texts = keep_new(warm);
	}
	job->recalls = true;
	how->recall = press->recall;
	how->texts = press->texts;
}

static bool read_all(struct press_job *job)
{
	const struct source_text *source;
	if (!read_source(job, &source) || !load_data(job))
		return false;
	settle_paper(job);
	struct briefing_options how = { .changes = job->changes,
		                        .baseline = job->baseline,
		                        .draft = job->asked.draft,
		                        .anyway = job->asked.answers_only,
		                        .part = &job->asked.part,
		                        .order = job->asked.order,
		                        .reserved = reserved_words(job->arena) };
	recall(job, &how);
	bool look = load_look(job);
	if (job->look)
		brand_adopt(&job->front->brand, &job->look->look->brand, job->front->class == CLASS_REPORT);
	job->briefing = briefing_read(job->arena, source, job->front, job->dataset, &how, job->diags);
	return job->briefing && load_chart_looks(job) && look;
}

static void make(struct press_job *job, const void *request)
{
	job->asked = *(const struct press_briefing *)request;
	job->painter = job->asked.charts ? job->asked.charts : painter_for_chart();
	if (!picture_size_of(job->asked.size, job->painter->holds_pages, &job->size, job->diags) || !read_all(job))
		return;
	if (job->asked.answers_only)
		return;
	list_documents(job);
	list_pictures(job);
	if (job->n_documents)
		press_try_images(job);
	if (!check_only(job) || !press_draw_pictures(job, lay_out_documents) || !diags_ok(job->diags) ||
	    !check_pages(job))
		return;
	struct press_result *result = &job->press->result;
	result->pages = (const struct scene *const *)job->pages.items;
	result->n_pages = job->pages.count;
	result->name = press_name(job, job->arena);
	count(job);
	if (job->asked.marked)
		mark_pages(job);
	if (job->asked.remarks)
		remark(job);
	if (job->asked.fragile)
		result->counts.claims_fragile = press_remark_fragile(job);
	if (!job->asked.layout_only)
		put_files(job);
}

const struct press_result *press_make_briefing(struct press *press, const struct press_briefing *request)
{
	return press_call(press, make, request);
}
