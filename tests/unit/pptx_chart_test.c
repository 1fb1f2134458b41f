/* Figures of each kind as native charts: made, read back, and held against the figure. */
#include "data_support.h"
#include "pptx_oracle.h"

#include "chart/chart.h"
#include "chart/kind.h"
#include "read/book.h"

static const char data[] = "date: 2026-05-12\n"
			   "sources: [{id: s, title: A run, publisher: Tester, date: 2026-05-12, kind: run},\n"
			   "          {id: v, title: A page, publisher: Maker, date: 2026-04-01, kind: vendor}]\n"
			   "organisations: [{id: o, name: Labs}]\n"
			   "models:\n"
			   "  - {id: a, name: Aster, organisation: o, released: 2026-01-10}\n"
			   "  - {id: b, name: Borealis, organisation: o, released: 2025-09-01}\n"
			   "  - {id: c, name: Cobalt, organisation: o, released: 2025-03-20}\n"
			   "benchmarks:\n"
			   "  - {id: score, name: Score, unit: percent, better: higher}\n"
			   "  - {id: code, name: Code, unit: percent, better: higher}\n"
			   "  - {id: elo, name: Arena, unit: elo, better: higher}\n"
			   "  - {id: cost, name: Cost, unit: usd, better: lower}\n"
			   "  - {id: used, name: Use, unit: tokens, better: lower}\n"
			   "  - {id: input, name: Input, unit: tokens, better: lower, part_of: used, part: input}\n"
			   "  - {id: answer, name: Answer, unit: tokens, better: lower, part_of: used, part: answer}\n"
			   "  - {id: read, name: Read, unit: seconds, better: lower}\n"
			   "  - {id: think, name: Think, unit: seconds, better: lower}\n"
			   "measurements:\n"
			   "  - {model: a, benchmark: score, value: 60.5, ci: 2, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: score, value: 50, source: v, measured: first-party}\n"
			   "  - {model: c, benchmark: score, value: 40.25, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: code, value: 31, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: code, value: 33.5, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: elo, value: 1484, ci: 12, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: elo, value: 1301, source: v, measured: first-party}\n"
			   "  - {model: c, benchmark: elo, value: 1250, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: cost, value: 30, ci: 5, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: cost, value: 5, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: cost, value: 1, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: used, value: 58.1M, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: used, value: 7.4M, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: used, value: 157M, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: input, value: 50.1M, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: answer, value: 8M, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: input, value: 150M, source: s, measured: third-party}\n"
			   "  - {model: c, benchmark: answer, value: 7M, source: s, measured: third-party}\n"
			   "  - {model: a, benchmark: read, value: 3, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: read, value: 2.5, source: v, measured: first-party}\n"
			   "  - {model: a, benchmark: think, value: 12, source: s, measured: third-party}\n"
			   "  - {model: b, benchmark: think, value: 0, source: s, measured: third-party}\n";

struct setting {
	struct bench bench;
	const struct dataset *dataset;
	struct chart_request request;
};

static int set_up(void **state)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct arena *arena = arena_new();
	struct setting *s = arena_alloc(arena, 1, sizeof *s);
	*s = (struct setting){ .bench = { arena, diags_new(arena) } };
	s->dataset = must_load(&s->bench, READ_YAML, data);
	const struct look *look = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", s->bench.diags);
	s->request = (struct chart_request){ .dataset = s->dataset,
		                             .look = look,
		                             .language = &language_english,
		                             .medium = MEDIUM_SLIDE,
		                             .width = 960,
		                             .height = 540 };
	s->request.fonts = look ? fontset_open(arena, look, roots, 1, s->bench.diags) : NULL;
	*state = s;
	return s->request.fonts ? 0 : -1;
}

static int tear_down(void **state)
{
	arena_free(((struct setting *)*state)->bench.arena);
	return 0;
}

/* "score cost": the figure of a kind; models: of these, NULL: all. */
static const struct scene *draw(struct setting *s, const char *kind, const char *benchmarks, const char *models)
{
	struct chart_request q = s->request;
	struct arena *a = s->bench.arena;
	const struct benchmark **of = arena_alloc(a, 8, sizeof *of);
	const struct variant **who = arena_alloc(a, 8, sizeof *who);
	q.kind = chart_kind_find(kind, place_file(NULL), s->bench.diags);
	for (size_t i = 0; i < s->dataset->n_benchmarks; i++)
		if (strstr(benchmarks, s->dataset->benchmarks[i]->id))
			of[q.n_benchmarks++] = s->dataset->benchmarks[i];
	for (size_t i = 0; i < s->dataset->n_models && models; i++)
		if (strchr(models, *dataset_model_at(s->dataset, i)->id))
			who[q.n_models++] = model_variant(dataset_model_at(s->dataset, i), 0);
	q.benchmarks = of;
	q.models = models ? who : NULL;
	struct chart_pages pages = { 0 };
	if (!chart_layout(a, &q, &pages, s->bench.diags))
		diags_print(s->bench.diags, stderr, false);
	assert_int_equal(pages.count, 1);
	return pages.items[0];
}

static struct pptx_chart make(struct setting *s, const struct scene *f)
{
	struct pptx_chart_setup setup = { NULL, "en-US", "rId1", { 0, 0 }, 1 };
	struct pptx_chart chart = { 0 };
	assert_true(pptx_chart_fits(f));
	assert_true(pptx_chart_write(s->bench.arena, f, &setup, &chart));
	return chart;
}

static size_t count_of(struct bytes xml, const char *part)
{
	size_t n = 0;
	for (const char *at = strstr(xml.data, part); at; at = strstr(at + 1, part))
		n++;
	return n;
}

/* ---- each kind ---- */

static void every_value_is_in_the_chart_and_in_its_workbook(void **state)
{
	struct setting *s = *state;
	static const struct {
		const char *kind, *benchmarks, *models;
	} cases[] = { { "leaderboard", "score", NULL },
		      { "leaderboard", "elo", NULL },
		      { "bars", "score", NULL },
		      { "bars", "score code", "a" },
		      { "bars", "used", NULL },
		      { "columns", "score", NULL },
		      { "panels", "score code used", NULL },
		      { "grouped", "score code", "abc" },
		      { "dots", "elo", NULL },
		      { "stacked", "read think", NULL },
		      { "tokens", "used", NULL },
		      { "scatter", "score cost", NULL },
		      { "timeline", "score", NULL },
		      { "slope", "score code", "ac" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct scene *f = draw(s, cases[i].kind, cases[i].benchmarks, cases[i].models);
		assert_true(pptx_chart_fits(f));
		const char *wrong = pptx_oracle(s->bench.arena, f, s->bench.diags);
		if (wrong)
			fail_msg("%s of %s: %s", cases[i].kind, cases[i].benchmarks, wrong);
	}
}

static void the_same_figure_gives_the_same_bytes(void **state)
{
	struct setting *s = *state;
	const struct scene *f = draw(s, "leaderboard", "score", NULL);
	struct pptx_chart a = make(s, f), b = make(s, f);
	assert_int_equal(a.chart.size, b.chart.size);
	assert_memory_equal(a.chart.data, b.chart.data, a.chart.size);
	assert_int_equal(a.workbook.size, b.workbook.size);
	assert_memory_equal(a.workbook.data, b.workbook.data, a.workbook.size);
}

static void what_is_missing_has_no_point(void **state)
{
	struct setting *s = *state;
	const struct scene *f = draw(s, "panels", "score code", NULL);
	struct pptx_chart chart = make(s, f);
	assert_non_null(chart.next);
	assert_null(chart.next->next);
	assert_string_equal(chart.name, "Score");
	assert_string_equal(chart.next->name, "Code");
	/* of the second panel one of three models has no value; its words stay on the slide */
	const char *values = strstr(chart.next->chart.data, "<c:val>");
	assert_non_null(values);
	assert_int_equal(count_of((struct bytes){ .data = values }, "<c:pt idx="), 2);
	bool words = false;
	for (size_t i = 0; i < f->n_items; i++)
		words |= f->items[i].role == ROLE_ABSENT && !chart.replaces[i];
	assert_true(words);
}

static void what_a_chart_cannot_hold_does_not_fit(void **state)
{
	struct setting *s = *state;
	assert_false(pptx_chart_fits(draw(s, "heatmap", "score code", NULL)));
	assert_false(pptx_chart_fits(draw(s, "table", "score code", NULL)));
}

static void labels_stand_where_their_type_of_chart_allows_it(void **state)
{
	struct setting *s = *state;
	struct pptx_chart bars = make(s, draw(s, "bars", "score", NULL)),
			  stack = make(s, draw(s, "stacked", "read think", NULL)),
			  dots = make(s, draw(s, "scatter", "score cost", NULL));
	assert_true(count_of(bars.chart, "dLblPos val=\"outEnd\"") > 0);
	assert_int_equal(count_of(stack.chart, "dLblPos val=\"outEnd\""), 0);
	assert_int_equal(count_of(dots.chart, "dLblPos val=\"outEnd\"") + count_of(dots.chart, "dLblPos val=\"inEnd\""),
	                 0);
	assert_int_equal(count_of(bars.chart, "multiLvlStrRef"), 0);
	assert_int_equal(count_of(bars.chart, "r:id=\"rId1\""), 1);
}

static void bars_start_at_zero(void **state)
{
	struct setting *s = *state;
	struct pptx_chart bars = make(s, draw(s, "bars", "score", NULL));
	assert_int_equal(count_of(bars.chart, "<c:min val=\"0\"/>"), 1);
	assert_int_equal(count_of(make(s, draw(s, "columns", "score", NULL)).chart, "<c:min val=\"0\"/>"), 1);
}

/* ---- the sheet ---- */

static const char *cell(const struct grid *grid, uint32_t row, uint32_t column)
{
	for (size_t i = 0; i < grid->n_cells; i++)
		if (grid->cells[i].row == row && grid->cells[i].column == column)
			return grid->cells[i].text;
	return "";
}

static void the_sheet_says_who_measured_and_who_says_so(void **state)
{
	struct setting *s = *state;
	struct pptx_chart bars = make(s, draw(s, "bars", "score", NULL));
	struct archive *archive = archive_open(s->bench.arena, "book.xlsx", bars.workbook, s->bench.diags);
	struct book *book = book_open(s->bench.arena, archive, "book.xlsx", s->bench.diags);
	assert_non_null(book);
	assert_int_equal(book->n_sheets, 2);
	static const char *const wanted[][9] = {
		{ "", "Score, %", "Words beside the value", "Interval, down", "Interval, up", "Rank", "As published",
		  "Unit", "Measured" },
		{ "Aster", "60.5%", "", "2", "2", "1", "60.5", "%", "Measured independently" },
		{ "Borealis", "50", "claimed", "", "", "", "50", "%", "Claimed by the developer" },
	};
	const struct grid *grid = book_read(book, 0, s->bench.diags);
	for (uint32_t r = 0; r < 3; r++)
		for (uint32_t c = 0; c < 9; c++)
			assert_string_equal(cell(grid, r, c), wanted[r][c]);
	assert_string_equal(cell(grid, 2, 9), "Maker, 1\u00a0April\u00a02026");
	grid = book_read(book, 1, s->bench.diags);
	assert_string_equal(cell(grid, 1, 0), "Aster");
	assert_string_equal(cell(grid, 1, 2), "60.5");
}

/* Of two models the parts are known, of the third the total alone. */
static void a_bar_without_parts_is_seen_whole(void **state)
{
	struct setting *s = *state;
	struct pptx_chart chart = make(s, draw(s, "tokens", "used", NULL));
	assert_int_equal(count_of(chart.chart, "<c:v>7.4</c:v>"), 2); /* in one piece, and as a total */
	assert_int_equal(count_of(chart.chart, "Breakdown not reported"), 1);
	assert_int_equal(count_of(chart.chart, "<c:v>0</c:v>"), 0); /* parts that nobody gives are not 0 */
}

static void numbers_are_counted_as_they_are_printed(void **state)
{
	struct setting *s = *state;
	struct pptx_chart bars = make(s, draw(s, "bars", "used", NULL));
	assert_int_equal(count_of(bars.chart, "<c:v>58.1</c:v>"), 1);
	assert_int_equal(count_of(bars.chart, "<c:v>7.4</c:v>"), 1);
	assert_int_equal(count_of(bars.chart, "Use, million tokens"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(every_value_is_in_the_chart_and_in_its_workbook),
		TEST(the_same_figure_gives_the_same_bytes),
		TEST(what_is_missing_has_no_point),
		TEST(what_a_chart_cannot_hold_does_not_fit),
		TEST(labels_stand_where_their_type_of_chart_allows_it),
		TEST(bars_start_at_zero),
		TEST(the_sheet_says_who_measured_and_who_says_so),
		TEST(a_bar_without_parts_is_seen_whole),
		TEST(numbers_are_counted_as_they_are_printed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
