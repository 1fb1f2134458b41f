/* What a briefing prints is true of its data: its author's sentences with bound numbers, findings, tables of claims,
 * conflicts, changes, models and sources, and how the numbers were chosen, read off its pages and judged by the oracle,
 * which shares nothing with the program. A sentence that it does not understand is a failure, too.
 *
 * oracle_briefing_test [CASES [FIRST]]: 40 by default; each case is made from its number alone. */
#define _XOPEN_SOURCE 700

#include "oracle_tables.h"

#include "base/file.h"
#include "press/job.h"

#include <setjmp.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

/* ---- a briefing ---- */

static size_t add_sentence(struct strbuf *b, const struct world *w, uint32_t *r)
{
	size_t i = below(r, (uint32_t)w->models), j = below(r, (uint32_t)w->models), k = below(r, (uint32_t)w->n_tests);
	const char *name = w->names[i], *other = w->names[j], *test = w->tests[k];
	bool both = i != j && w->present[i][k] && w->present[j][k];
	switch (below(r, 8)) {
	case 0:
		if (!w->present[i][k])
			return 0;
		strbuf_addf(b, "%s has {{ value(\"%s\", \"t%zu\") }} on %s.\n\n", name, w->ids[i], k, test);
		return 1;
	case 1:
		if (!is_ranked(w, i, k))
			return 0;
		strbuf_addf(b, "%s comes {{ ordinal(rank(\"%s\", \"t%zu\")) }} on %s.\n\n", name, w->ids[i], k, test);
		return rank_of(w, i, k) > 1; /* "first" counts nothing */
	case 2:
		if (!both || !w->better[k] || !is_ahead(w, i, j, k))
			return 0;
		strbuf_addf(b, "%s is {{ gap(\"%s\", \"%s\", \"t%zu\") }} ahead of %s on %s.\n\n", name, w->ids[i],
		            w->ids[j], k, other, test);
		return 1;
	case 3:
		strbuf_addf(b, "On %s there are values of {{ count(\"t%zu\") }}.\n\n", test, k);
		return 1;
	case 4:
		if (!w->better[k])
			return 0;
		strbuf_addf(b, "On %s the best is {{ best(\"t%zu\") }} and the worst {{ worst(\"t%zu\") }}.\n\n", test,
		            k, k);
		return 2;
	case 5:
		if (!both)
			return 0;
		strbuf_addf(b, "%s has {{ round(ratio(\"%s\", \"%s\", \"t%zu\"), 2) }} times what %s has on %s.\n\n",
		            name, w->ids[i], w->ids[j], k, other, test);
		return 1;
	case 6: /* "who wins" has no answer where nobody knows what is better */
		for (size_t t = 0; t < w->n_tests; t++)
			if (!w->better[t])
				return 0;
		strbuf_addf(b, "Alone in front %s stands {{ wins(\"%s\") }} times.\n\n", name, w->ids[i]);
		return 1;
	default:
		if (!both || !w->better[k] || !is_ahead(w, i, j, k))
			return 0;
		strbuf_addf(b, "{{ claim(\"%s is ahead of %s on %s.\", gap(\"%s\", \"%s\", \"t%zu\") > 0) }}\n\n", name,
		            other, test, w->ids[i], w->ids[j], k);
		return 0;
	}
}

/* Of one test, of all, and of the focus. */
static void add_charts(struct strbuf *b, const struct world *w, uint32_t *r, long focus)
{
	bool rivals = false; /* of the focus, anywhere */
	for (size_t k = 0; k < w->n_tests && focus >= 0; k++)
		rivals |= w->better[k] && w->present[focus][k] && rival_of(w, (size_t)focus, k) < MODELS;
	static const char *const one[] = { "leaderboard", "bars", "dots" }, *const many[] = { "heatmap", "table" };
	if (below(r, 3) == 0)
		strbuf_addf(b, "```chart\nid: a\nkind: %s\nbenchmark: t0\n```\n\n",
		            str_eq(w->units[0], "elo") ? "dots" : one[below(r, 3)]);
	if (w->n_tests > 1 && below(r, 3) == 0)
		strbuf_addf(b, "```chart\nid: b\nkind: %s\n```\n\n", many[below(r, 2)]);
	if (w->n_tests > 1 && rivals && below(r, 4) == 0)
		strbuf_add(b, "```chart\nid: c\nkind: gap\n```\n\n");
}

/* Two that have a test in common, if there are any. */
static void add_compare(struct strbuf *b, const struct world *w, uint32_t *r)
{
	size_t i = below(r, (uint32_t)w->models), j = below(r, (uint32_t)w->models), both = 0;
	for (size_t k = 0; k < w->n_tests; k++)
		both += w->present[i][k] && w->present[j][k];
	if (i == j || !both)
		return;
	strbuf_addf(b, "```compare\nmodels: ['%s', '%s']\n", w->ids[i], w->ids[j]);
	for (size_t k = 0; k < w->n_tests && (both & 1); k++)
		strbuf_addf(b, "%s t%zu%s", k ? "," : "benchmarks: [", k, k + 1 == w->n_tests ? "]\n" : "");
	strbuf_add(b, "```\n\n");
}

static void add_matrix(struct strbuf *b, const struct world *w, uint32_t *r)
{
	size_t from = below(r, (uint32_t)w->models), most = 1 + below(r, 5);
	strbuf_add(b, "```matrix\nmodels: [");
	for (size_t n = 0; n < most && n < w->models; n++)
		strbuf_addf(b, "%s'%s'", n ? ", " : "", w->ids[(from + n) % w->models]);
	strbuf_add(b, "]\nleads: rank(model, benchmark) == 1\nclose: rank(model, benchmark) == 2\nrows:\n");
	for (size_t k = 0; k < w->n_tests; k++)
		strbuf_addf(b, "  - {benchmark: t%zu, use: '%s'}\n", k, w->tests[k]);
	strbuf_add(b, "```\n\n");
}

static const char *make_briefing(struct arena *arena, const struct world *w, uint32_t *r, long *focus, size_t *bound)
{
	static const char *const fences[] = { "findings", "specs", "claims", "conflicts" };
	struct strbuf b = strbuf_new(arena);
	*focus = below(r, 3) ? (long)below(r, (uint32_t)w->models) : -1;
	*bound = 0;
	strbuf_add(&b, "---\ntitle: What the numbers say\ndata: data.yaml\n");
	if (*focus >= 0)
		strbuf_addf(&b, "focus: %s\n", w->ids[*focus]);
	strbuf_add(&b, "---\n");
	strbuf_addf(&b, "We speak of %s.\n\n", w->names[0]);
	for (size_t n = 2 + below(r, 8); n > 0; n--)
		*bound += add_sentence(&b, w, r);
	for (size_t i = 0; i < sizeof fences / sizeof *fences; i++)
		if (below(r, 2) && !(i == 2 && !w->n_boasts))
			strbuf_addf(&b, "```%s\n```\n\n", fences[i]);
	add_charts(&b, w, r, *focus);
	if (below(r, 2))
		add_compare(&b, w, r);
	if (below(r, 2))
		add_matrix(&b, w, r);
	return b.s;
}

/* ---- its pages, read ---- */

/* All that is drawn for a tag, lines joined by spaces where they are words of their own. */
static void text_of(const struct press_result *result, const struct scene_tag *tag, char out[TEXT])
{
	size_t n = 0;
	out[0] = '\0';
	for (size_t p = 0; p < result->n_pages; p++)
		for (size_t i = 0; i < result->pages[p]->n_items; i++) {
			const struct scene_item *item = &result->pages[p]->items[i];
			if (item->kind != SCENE_TEXT || item->tag != tag || n + 1 >= TEXT)
				continue;
			n += (size_t)snprintf(out + n, TEXT - n, "%s%s", item->text.block->text,
			                      item->text.spaced ? " " : "");
		}
	for (n = strlen(out); n > 0 && out[n - 1] == ' '; n--)
		out[n - 1] = '\0';
}

static void read_row(const struct press_result *result, const struct scene_tag *row, struct table *t)
{
	size_t r = t->n_rows++;
	t->n_cells[r] = 0;
	for (const struct scene_tag *cell = row->first; cell; cell = cell->next)
		if (t->n_cells[r] < CELLS)
			text_of(result, cell, t->cells[r][t->n_cells[r]++]);
}

static bool judge_tag(struct drawn *d, const struct world *old, const struct press_result *result,
                      const struct scene_tag *tag, struct table *t)
{
	char text[TEXT];
	bool ok = true;
	if (tag->kind == TAG_TABLE && tag->first && tag->first->kind == TAG_CAPTION)
		return true; /* of a chart, which is judged as one */
	if (tag->kind == TAG_TABLE) {
		t->n_rows = 0;
		for (const struct scene_tag *row = tag->first; row && t->n_rows < ROWS; row = row->next)
			read_row(result, row, t);
		return judge_table(d, old, t);
	}
	text_of(result, tag, text);
	if ((tag->kind == TAG_PARAGRAPH || tag->kind == TAG_BODY) && *text)
		ok = judge_whole(d, "paragraph", text, (struct phrases)PHRASES(paragraphs));
	for (const struct scene_tag *inside = tag->first; inside; inside = inside->next)
		ok = judge_tag(d, old, result, inside, t) && ok;
	return ok;
}

static const struct scene_tag *root_of(const struct press_result *result)
{
	for (size_t p = 0; p < result->n_pages; p++)
		for (size_t i = 0; i < result->pages[p]->n_items; i++)
			if (result->pages[p]->items[i].tag)
				return scene_tag_root(result->pages[p]->items[i].tag);
	return NULL;
}

/* "was 45", "↑ from 3", "new": what a leaderboard says of the data before. */
static bool judge_moves(const struct world *w, const struct world *old, const struct chart_pages *pages)
{
	for (size_t p = 0; p < pages->count; p++)
		for (size_t i = 0; i < pages->items[p]->n_items; i++) {
			const struct scene *s = pages->items[p];
			const struct scene_item *item = &s->items[i];
			if (item->kind != SCENE_TEXT || item->role != ROLE_REMARK || item->datum < 0)
				continue;
			long m = model_of(w, s->evidence->data[item->datum].name);
			const char *text = item->text.block->text, *was = strstr(text, "was "),
				   *from = strstr(text, " from ");
			bool new = strstr(text, "new") != NULL;
			if (m < 0)
				continue; /* a row of the focus, on a test */
			if ((was && !says(number_of(was + 4), old->values[m][0])) || (new && old->present[m][0]) ||
			    (from && strtoul(from + 6, NULL, 10) != rank_in(old, (size_t)m, 0))) {
				print_error("%s: %s is not what was\n", s->evidence->data[item->datum].name, text);
				return false;
			}
		}
	return true;
}

/* Each figure on the pages, by what it was asked for. */
static bool judge_figures(const struct world *w, const struct world *old, const struct press_job *job)
{
	bool ok = true;
	for (size_t i = 0; i < job->briefing->n_charts; i++) {
		const struct chart_request *q = job->briefing->charts[i]->chart.request;
		bool asked[TESTS] = { false };
		for (size_t k = 0; k < q->n_benchmarks; k++)
			asked[test_of(w, q->benchmarks[k]->name)] = true;
		if (job->figures[i].count)
			ok = judge_moves(w, old, &job->figures[i]) &&
			     (q->n_benchmarks == 1 ? judge_pages(w, &job->figures[i], q)
			                           : judge_grid_pages(w, &job->figures[i], q, asked)) &&
			     ok;
	}
	return ok;
}

/* ---- one case ---- */

struct desk {
	struct arena *arena;
	struct press *press;
	const char *folder;
};

static const char *put(struct desk *desk, struct arena *arena, const char *name, const char *text)
{
	const char *path = arena_printf(arena, "%s/%s", desk->folder, name);
	assert_true(file_write(path, text, strlen(text), diags_new(arena)));
	return path;
}

static bool run_case(struct desk *desk, uint32_t number)
{
	uint32_t r = number * 2654435761u + 7;
	for (int i = 0; i < 4; i++)
		next(&r);
	struct arena *arena = arena_new();
	struct world *w = arena_alloc(arena, 1, sizeof *w), *old = arena_alloc(arena, 1, sizeof *old);
	struct table *table = arena_alloc(arena, 1, sizeof *table);
	make_world(arena, w, &r, (struct wish){ .least = 1, .few = below(&r, 2), .rich = number % 2 == 0 });
	enrich(w, &r);
	*old = before(w, &r);
	struct drawn d = { .w = w, .kind = "briefing" };
	bool compared = below(&r, 2);
	const char *data = world_yaml(arena, w, "2026-05-12"), *text = make_briefing(arena, w, &r, &d.focus, &d.bound);
	put(desk, arena, "data.yaml", data);
	struct press_briefing asked = { .path = put(desk, arena, "b.md", text), .layout_only = true, .jobs = 1 };
	if (compared)
		asked.baseline = put(desk, arena, "old.yaml", world_yaml(arena, old, "2026-04-12"));
	for (size_t k = 0; k < w->n_tests; k++)
		d.asked[k] = d.drawn[k] = true;
	const struct press_result *result = press_make_briefing(desk->press, &asked);
	bool ok = result->status == PRESS_DONE;
	if (!ok)
		diags_print(result->diags, stderr, false);
	else
		ok = judge_tag(&d, old, result, root_of(result), table) && judge_figures(w, old, result->job);
	if (!ok)
		print_error("case %u, focus %ld%s:\n", number, d.focus, compared ? ", compared" : "");
	if (!ok && getenv("DATA")) /* print_error cuts what is long */
		fprintf(stderr, "%s\n%s", data, text);
	arena_free(arena);
	return ok;
}

static struct {
	uint32_t first, count;
} wanted; /* from the command line */

static void what_a_briefing_says_is_true_of_the_data(void **state)
{
	(void)state;
	static const char *const roots[] = { "/usr/share/fonts" };
	char folder[] = "/tmp/benchbrief-oracle-XXXXXX";
	struct desk desk = { .arena = arena_new() };
	uint32_t wrong = 0;
	assert_non_null(mkdtemp(folder));
	desk.folder = folder;
	desk.press = press_open(
		&(struct press_world){ .version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1 });
	for (uint32_t i = 0; i < wanted.count; i++)
		wrong += !run_case(&desk, wanted.first + i);
	press_close(desk.press);
	assert_int_equal(system(arena_printf(desk.arena, "rm -r '%s'", folder)), 0);
	arena_free(desk.arena);
	print_message("%u briefings from %u\n", wanted.count, wanted.first);
	if (wrong)
		fail_msg("%u briefings print what the data do not say", wrong);
}

int main(int argc, char **argv)
{
	tongue = &english;
	wanted.count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 40;
	wanted.first = argc > 2 ? (uint32_t)strtoul(argv[2], NULL, 10) : 1;
	const struct CMUnitTest all[] = {
		cmocka_unit_test(what_a_briefing_says_is_true_of_the_data),
	};
	return cmocka_run_group_tests(all, NULL, NULL);
}
