/* Charts that a session keeps: only what depends on a change is laid out again, and everything that is made is what a
 * new session makes, whatever was changed before. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "press/press.h"
#include "press/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SOURCE_MAX = 1 << 20, CHARTS = 7 };

struct desk {
	struct arena *arena; /* of the texts as they are now */
	struct diags *diags;
	char folder[64], briefing[96], data[96];
	char *text, *numbers;
	struct press *press;
};

static struct press *open_press(void)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct press *press = press_open(
		&(struct press_world){ .version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1 });
	assert_non_null(press);
	return press;
}

static char *read_whole(struct desk *d, const char *path)
{
	struct bytes bytes;
	assert_true(file_read(d->arena, path, SOURCE_MAX, &bytes, d->diags));
	return arena_strndup(d->arena, bytes.data, bytes.size);
}

static void put(struct desk *d)
{
	assert_true(file_write(d->briefing, d->text, strlen(d->text), d->diags));
	assert_true(file_write(d->data, d->numbers, strlen(d->numbers), d->diags));
}

static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	d->arena = arena;
	d->diags = diags_new(arena);
	strcpy(d->folder, "/tmp/benchbrief-kept-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	snprintf(d->briefing, sizeof d->briefing, "%s/briefing.md", d->folder);
	snprintf(d->data, sizeof d->data, "%s/dataset.yaml", d->folder);
	d->text = read_whole(d, "data/muse-spark/briefing.md");
	d->numbers = read_whole(d, "data/muse-spark/dataset.yaml");
	put(d);
	d->press = open_press();
	*state = d;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *d = *state;
	press_close(d->press);
	int gone = system(arena_printf(d->arena, "rm -r '%s'", d->folder));
	arena_free(d->arena);
	return gone;
}

/* The text with its only `from` replaced. */
static char *with(struct desk *d, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	assert_non_null(at);
	assert_null(strstr(at + 1, from));
	return arena_printf(d->arena, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

static struct press_work lay_out(struct desk *d)
{
	const struct press_result *r = press_make_briefing(
		d->press, &(struct press_briefing){ .path = d->briefing, .only = "pdf", .layout_only = true });
	if (r->status != PRESS_DONE)
		diags_print(r->diags, stderr, false);
	assert_int_equal(r->status, PRESS_DONE);
	return r->work;
}

static void assert_laid(struct press_work work, size_t laid)
{
	assert_int_equal(work.charts_laid, laid);
	assert_int_equal(work.charts_kept, CHARTS - laid);
}

/* ---- how much is done again ---- */

static void only_charts_of_a_number_are_laid_out_again(void **state)
{
	struct desk *d = *state;
	char *first = d->numbers;
	assert_laid(lay_out(d), CHARTS);
	assert_laid(lay_out(d), 0);
	d->numbers = with(d, first, "benchmark: medxpertqa-multimodal, value: 78.4, source: went-closed",
	                  "benchmark: medxpertqa-multimodal, value: 78.3, source: went-closed");
	put(d);
	assert_laid(lay_out(d), 1);
	d->numbers = with(d, first, "{model: llama-4-maverick, benchmark: intelligence-index, value: 18",
	                  "{model: llama-4-maverick, benchmark: intelligence-index, value: 19");
	put(d);
	struct press_work work = lay_out(d);
	assert_false(work.data_kept);
	assert_true(work.charts_laid > 0 && work.charts_laid < CHARTS);
	d->numbers = first;
	put(d);
	assert_laid(lay_out(d), 0); /* as it was three calls ago */
}

/* Of the expressions only those that look at its benchmark. */
static void only_expressions_of_a_number_are_asked_again(void **state)
{
	struct desk *d = *state;
	struct press_work first = lay_out(d), again = lay_out(d);
	assert_true(first.facts_asked > 100 && first.facts_kept < first.facts_asked / 2);
	assert_int_equal(again.facts_asked, first.facts_asked);
	size_t unkept = again.facts_asked - again.facts_kept; /* what counts over all data, and what has no answer */
	assert_true(unkept < first.facts_asked / 6);
	d->numbers = with(d, d->numbers, "benchmark: medxpertqa-multimodal, value: 78.4, source: went-closed",
	                  "benchmark: medxpertqa-multimodal, value: 78.3, source: went-closed");
	put(d);
	struct press_work changed = lay_out(d);
	size_t anew = changed.facts_asked - changed.facts_kept;
	assert_true(anew > unkept && anew < changed.facts_asked / 3);
	d->numbers = with(d, d->numbers, "name: Llama 4 Maverick", "name: Llama 4 Mav");
	put(d);
	const struct press_result *r = press_make_briefing(
		d->press,
		&(struct press_briefing){ .path = d->briefing, .only = "pdf", .layout_only = true, .draft = true });
	assert_true(r->work.facts_kept < r->work.facts_asked / 2); /* by chance the same is asked twice */
}

static void words_around_a_chart_do_not_matter(void **state)
{
	struct desk *d = *state;
	assert_laid(lay_out(d), CHARTS);
	d->text = with(d, d->text, "What we recommend\n", "What we advise\n");
	put(d);
	assert_laid(lay_out(d), 0);
	d->text = with(d, d->text, "focus: muse-spark\n", "focus: gpt-5.4\n");
	put(d);
	const struct press_result *r = press_make_briefing(
		d->press,
		&(struct press_briefing){ .path = d->briefing, .only = "pdf", .layout_only = true, .draft = true });
	assert_true(r->work.charts_laid > 0);
}

static void a_name_concerns_all_charts(void **state)
{
	struct desk *d = *state;
	lay_out(d);
	d->numbers = with(d, d->numbers, "name: Llama 4 Maverick", "name: Llama 4 Mav");
	put(d);
	const struct press_result *r = press_make_briefing(
		d->press,
		&(struct press_briefing){ .path = d->briefing, .only = "pdf", .layout_only = true, .draft = true });
	assert_int_equal(r->work.charts_kept, 0);
}

static void what_nobody_asks_for_goes(void **state)
{
	struct desk *d = *state;
	assert_laid(lay_out(d), CHARTS);
	for (int i = 0; i < 12; i++) {
		const struct press_result *r = press_make_briefing(
			d->press, &(struct press_briefing){ .path = d->briefing, .answers_only = true });
		assert_int_equal(r->status, PRESS_DONE);
	}
	assert_laid(lay_out(d), CHARTS);
}

/* A render that nobody watches keeps nothing. */
static void a_single_render_keeps_nothing(void **state)
{
	struct desk *d = *state;
	const struct press_briefing once = { .path = d->briefing, .only = "pdf" };
	for (int i = 0; i < 2; i++)
		assert_laid(press_make_briefing(d->press, &once)->work, CHARTS);
	assert_int_equal(press_make_briefing(d->press, &once)->work.facts_asked, 0);
}

/* ---- the same as a new session ---- */

struct made {
	enum press_status status;
	const char *told; /* diagnostics, pages and what stands behind them */
	const char *file; /* PDF */
	size_t size;
};

static void tell(struct strbuf *b, const struct press_result *r, struct arena *arena)
{
	const struct diag *diag;
	struct press_view view;
	for (size_t i = 0; (diag = diags_at(r->diags, i)); i++)
		strbuf_addf(b, "%d %s:%d:%d %s (%s)\n", (int)diag->severity, diag->place.file ? diag->place.file : "-",
		            diag->place.line, diag->place.column, diag->message, diag->hint ? diag->hint : "-");
	if (r->status != PRESS_DONE)
		return;
	press_view_make(arena, r, "", &view);
	for (size_t i = 0; i < view.n_pages; i++)
		strbuf_add(b, view.pages[i].svg);
	strbuf_add(b, press_view_told(arena, r, &view));
}

static struct made make(struct press *press, struct arena *arena, const struct press_briefing *q)
{
	struct strbuf b = strbuf_new(arena);
	struct made made = { .file = NULL };
	struct press_briefing shown = *q, painted = *q;
	shown.layout_only = true;
	painted.marked = true;
	const struct press_result *r = press_make_briefing(press, &shown);
	made.status = r->status;
	tell(&b, r, arena);
	made.told = b.s;
	r = press_make_briefing(press, &painted);
	assert_int_equal(r->status, made.status);
	if (r->status != PRESS_DONE)
		return made;
	made.size = r->files[0].bytes.size;
	made.file = memcpy(arena_alloc(arena, made.size, 1), r->files[0].bytes.data, made.size);
	return made;
}

static uint64_t next(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return *state >> 33;
}

/* Another last digit of a number of the data, or the next line of the text twice, or none, or another word. */
static void edit(struct desk *d, uint64_t *random)
{
	static const char value[] = "value: ";
	size_t n = 0, lines = 0;
	for (const char *p = d->numbers; (p = strstr(p, value)); p++)
		n++;
	char *at = d->numbers;
	for (size_t i = next(random) % n + 1; i; i--)
		at = strstr(at + (i > 0), value);
	at += strlen(value);
	at += strspn(at, "0123456789.");
	if (next(random) % 4) {
		if (at[-1] >= '0' && at[-1] <= '9')
			at[-1] = (char)('0' + next(random) % 10);
		return;
	}
	for (const char *p = d->text; *p; p++)
		lines += *p == '\n';
	at = d->text;
	for (size_t i = next(random) % lines; i; i--)
		at = strchr(at, '\n') + 1;
	size_t length = strcspn(at, "\n") + 1;
	bool twice = next(random) % 2;
	d->text = arena_printf(d->arena, "%.*s%s", (int)(at - d->text + (twice ? (int)length : 0)), d->text,
	                       twice ? at : at + length);
}

static void assert_same(const struct made *warm, const struct made *cold)
{
	assert_int_equal(warm->status, cold->status);
	assert_string_equal(warm->told, cold->told);
	assert_int_equal(warm->size, cold->size);
	if (warm->file)
		assert_memory_equal(warm->file, cold->file, warm->size);
}

static void whatever_changes_a_warm_session_makes_what_a_new_one_does(void **state)
{
	static const char *const looks[] = { NULL, NULL, NULL, "board", "boardroom-dark" };
	struct desk *d = *state;
	char *text = d->text, *numbers = arena_strdup(d->arena, d->numbers);
	const char *rounds = getenv("KEPT_ROUNDS");
	uint64_t random = 20260408;
	for (int i = rounds ? atoi(rounds) : 12; i > 0; i--) {
		struct arena *arena = arena_new();
		struct press *fresh = open_press();
		const struct press_briefing q = {
			.path = d->briefing, .only = "pdf", .draft = true, .look = looks[next(&random) % 5]
		};
		if (next(&random) % 8 == 0) { /* what is wrong by now is right again */
			d->text = text;
			d->numbers = arena_strdup(d->arena, numbers);
		}
		edit(d, &random);
		put(d);
		struct made warm = make(d->press, arena, &q), cold = make(fresh, arena, &q);
		assert_same(&warm, &cold);
		press_close(fresh);
		arena_free(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(only_charts_of_a_number_are_laid_out_again, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(only_expressions_of_a_number_are_asked_again, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(words_around_a_chart_do_not_matter, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_name_concerns_all_charts, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(what_nobody_asks_for_goes, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(a_single_render_keeps_nothing, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(whatever_changes_a_warm_session_makes_what_a_new_one_does, open_desk,
		                                close_desk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
