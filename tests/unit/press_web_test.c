/* Documents for browsers: the same bytes as often as one likes, and what they carry is found again, or nothing is. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "paint/base64.h"
#include "paint/painter.h"
#include "paint/woff.h"
#include "press/press.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct desk {
	struct arena *arena;
	struct diags *diags;
	char *folder;
	const char *data, *briefing;
};

static const char dataset[] =
	"date: 2026-05-12\n"
	"sources:\n"
	"  - {id: lab, title: The Lab, kind: paper, date: 2026-05-01}\n"
	"  - {id: blog, title: 'A <Blog> & \"more\"', kind: vendor, date: 2026-04-01}\n"
	"trust: [lab, blog]\n"
	"organisations:\n"
	"  - {id: maker, name: Maker}\n"
	"benchmarks:\n"
	"  - {id: quality, name: Quality, unit: percent, better: higher, range: [0, 100]}\n"
	"  - {id: speed, name: Speed, unit: seconds, better: lower}\n"
	"models:\n"
	"  - {id: aster, name: Aster, organisation: maker}\n"
	"  - {id: borealis, name: '<b>Borealis</b> & co'}\n"
	"  - {id: cedar, name: '\u0633\u0631\u0648 2'}\n"
	"measurements:\n"
	"  - {model: aster, benchmark: quality, value: 61.5, ci: [59, 64], source: lab, measured: third-party}\n"
	"  - {model: aster, benchmark: quality, value: 63, source: blog, measured: first-party}\n"
	"  - {model: borealis, benchmark: quality, value: 52, source: lab}\n"
	"  - {model: cedar, benchmark: quality, value: 40, source: blog}\n"
	"  - {model: aster, benchmark: speed, value: 3, source: lab}\n"
	"  - {model: borealis, benchmark: speed, value: 4, source: lab}\n";

static const char briefing[] =
	"---\ntitle: 'Both <models> & \"more\"'\ndata: dataset.yaml\nfocus: aster\n---\n"
	"# One {{ value(\"aster\", \"quality\") }}\n\n"
	"Aster scores {{ value(\"aster\", \"quality\") }}[^1]. {{ claim(\"It is *ahead*.\", leader(\"quality\") == "
	"\"aster\") }} See [](#lead), **bold** and `code`.\n\n"
	"### Deep\n\n| a | b |\n|---|--:|\n| x | y |\n\n1. first\n2. next\n\n> said\n\n---\n\n"
	"```note\nA note with a | in it.\n```\n\n"
	"```chart\nid: lead\nkind: leaderboard\nbenchmark: quality\n```\n\n"
	"```takeaway\nIt comes to this.\n```\n\n```speaker\nOnly said.\n```\n\n"
	"```chart\nkind: scatter\nbenchmarks: [speed, quality]\n```\n\n```appendix\n```\n\n# The rest\n\n[^1]: A note, "
	"[linked](https://example.org/a?b=c&d).\n";

static const char *put(struct desk *d, const char *name, const char *text)
{
	const char *path = arena_printf(d->arena, "%s/%s", d->folder, name);
	assert_true(file_write(path, text, strlen(text), d->diags));
	return path;
}

static int open_desk(void **state)
{
	struct arena *arena = arena_new();
	struct desk *d = arena_alloc(arena, 1, sizeof *d);
	*d = (struct desk){ .arena = arena, .diags = diags_new(arena) };
	d->folder = arena_strdup(arena, "/tmp/benchbrief-web-XXXXXX");
	assert_non_null(mkdtemp(d->folder));
	d->data = put(d, "dataset.yaml", dataset);
	d->briefing = put(d, "briefing.md", briefing);
	*state = d;
	return 0;
}

static int close_desk(void **state)
{
	struct desk *d = *state;
	unlink(d->data);
	unlink(d->briefing);
	rmdir(d->folder);
	arena_free(d->arena);
	return 0;
}

static struct press *open_press(size_t limit)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct press *press = press_open(&(struct press_world){
		.version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1, .memory_limit = limit });
	assert_non_null(press);
	return press;
}

static const struct press_result *make_briefing(struct press *press, const struct desk *d)
{
	return press_make_briefing(
		press,
		&(struct press_briefing){ .path = d->briefing, .document = painter_find("html"), .only = "html" });
}

static struct bytes copy(struct arena *arena, struct bytes from)
{
	char *own = arena_alloc(arena, from.size + 1, 1);
	memcpy(own, from.data, from.size);
	return (struct bytes){ .data = own, .size = from.size };
}

static struct bytes document_of(const struct desk *d, struct press *press)
{
	const struct press_result *result = make_briefing(press, d);
	assert_int_equal(result->status, PRESS_DONE);
	assert_int_equal(result->n_files, 1);
	assert_string_equal(result->files[0].name, "briefing.html");
	return copy(d->arena, result->files[0].bytes);
}

static void the_same_briefing_gives_the_same_bytes(void **state)
{
	struct desk *d = *state;
	struct press *press = open_press(0), *other = open_press(0);
	struct bytes first = document_of(d, press), again = document_of(d, press), anew = document_of(d, other);
	assert_int_equal(first.size, again.size);
	assert_memory_equal(first.data, again.data, first.size);
	assert_int_equal(first.size, anew.size);
	assert_memory_equal(first.data, anew.data, first.size);
	press_close(press);
	press_close(other);
}

static void assert_holds(struct bytes file, const char *text)
{
	if (!strstr(file.data, text))
		fail_msg("it does not hold %s", text);
}

static void what_is_said_stands_in_the_document(void **state)
{
	struct desk *d = *state;
	struct press *press = open_press(0);
	struct bytes file = document_of(d, press);
	assert_holds(file, "<aside class=\"side\">\n<p>It comes to this.</p>\n</aside>");
	assert_holds(file, "<section class=\"appendix\">\n<h2 id=\"the-rest\"");
	assert_null(strstr(file.data, "<p>Only said."));
	assert_holds(file, "<title>Both &lt;models> &amp; \"more\"</title>");
	assert_holds(file, "&lt;b>Borealis&lt;/b> &amp; co");
	assert_holds(file, "<h3 id=\"deep\">Deep</h3>"); /* no level is left out */
	assert_holds(file, "95% interval: 59.0% to 64.0%.");
	assert_holds(file, "Also published: 63% (A &lt;Blog> &amp; \"more\"");
	assert_holds(file, "href=\"https://example.org/a?b=c&amp;d\"");
	assert_holds(file, "role=\"doc-backlink\" href=\"#_m1\"");
	assert_holds(file, "direction=\"rtl\"");
	assert_holds(file, "leader(\"quality\") == \"aster\"</code> Holds");
	assert_null(strstr(file.data, "<b>Borealis"));
	press_close(press);
}

static void cells_and_saved_values_are_numbers_and_names(void **state)
{
	struct desk *d = *state;
	struct press *press = open_press(0);
	put(d, "briefing.md",
	    "---\ntitle: Places\ndata: dataset.yaml\n---\n\n"
	    "```matrix\nmodels: [aster, borealis]\nleads: rank(model, benchmark) == 1\nclose: place(model, benchmark) "
	    "<= 2\n"
	    "rows:\n  - {use: Anything, benchmark: quality}\n```\n\n```chart\nkind: leaderboard\nbenchmark: "
	    "quality\n```\n");
	struct bytes file = document_of(d, press);
	assert_holds(file, "<span class=q>leads");
	assert_holds(file, "<code>rank(\"borealis\", \"quality\") == 1</code> Does not hold, by ");
	assert_holds(file, "<caption class=said id=_t1>Places</caption>");
	assert_holds(file, "Model,Benchmark,Value,Unit,Rank,%22Interval,%20percent%22,");
	assert_holds(file, "Aster,Quality,61.5,percent,1,95,59,64,");
	assert_holds(file, "<data value=61.5>61.5%</data>");
	assert_holds(file, " dir=auto>\u0633\u0631\u0648 2</th>");
	assert_holds(file, "\u200e\u2068\u0633\u0631\u0648 2\u2069 on Quality: 40");
	press_close(press);
}

static struct paint_found found_in(const struct desk *d, struct bytes file)
{
	struct paint_found found = { .painter = NULL };
	if (!paint_recover(d->arena, file, &found, d->diags))
		found.painter = NULL;
	return found;
}

static void what_it_carries_is_found_or_nothing(void **state)
{
	struct desk *d = *state;
	struct press *press = open_press(0);
	struct bytes file = document_of(d, press);
	struct paint_found found = found_in(d, file);
	assert_ptr_equal(found.painter, painter_find("html"));
	assert_int_equal(found.seal, PAINT_WHOLE);
	assert_true(found.record.size > 0);
	assert_non_null(strstr(found.record.data, "\"expressions\""));
	for (size_t size = 600; size < file.size; size += 997) { /* cut off anywhere */
		found = found_in(d, (struct bytes){ .data = file.data, .size = size });
		assert_int_not_equal(found.seal, PAINT_WHOLE);
	}
	size_t at = (size_t)(strstr(file.data, "{\"name\":\"record.json\"") - file.data);
	for (size_t i = at; i < at + 400; i++) { /* or changed */
		struct bytes changed = copy(d->arena, file);
		((char *)(uintptr_t)changed.data)[i] ^= 1;
		assert_int_equal(found_in(d, changed).seal, PAINT_ALTERED);
	}
	press_close(press);
}

static void too_little_memory_is_an_error(void **state)
{
	struct desk *d = *state;
	for (size_t limit = 1 << 18; limit < 64 << 20; limit = limit * 5 / 4) {
		struct press *press = open_press(limit);
		enum press_status status = make_briefing(press, d)->status;
		assert_true(status == PRESS_DONE || status == PRESS_NO_MEMORY);
		press_close(press);
		if (status == PRESS_DONE)
			return;
	}
	fail_msg("no memory is enough");
}

static void pages_are_not_written_as_a_document(void **state)
{
	(void)state;
	struct press *press = open_press(0);
	const char *const looks[] = { "editorial" };
	const struct press_result *result = press_make_sheet(
		press, &(struct press_sheet){ .looks = looks, .n_looks = 1, .painter = painter_find("html") });
	assert_int_equal(result->status, PRESS_WRONG);
	press_close(press);
}

static void bytes_survive_base64(void **state)
{
	struct desk *d = *state;
	unsigned char bytes[200];
	for (size_t n = 0; n < sizeof bytes; n++) {
		struct strbuf text = strbuf_new(d->arena);
		struct bytes back;
		bytes[n] = (unsigned char)(n * 37 + 11);
		base64_add(&text, bytes, n);
		assert_true(base64_read(d->arena, text.s, text.n, &back));
		assert_int_equal(back.size, n);
		assert_memory_equal(back.data, bytes, n);
		assert_true(!n || !base64_read(d->arena, text.s, text.n - 1, &back));
	}
	struct bytes back;
	assert_false(base64_read(d->arena, "a*cd", 4, &back));
	assert_false(base64_read(d->arena, "a=cd", 4, &back));
}

static void only_a_font_is_packed(void **state)
{
	struct desk *d = *state;
	struct bytes out;
	char font[64] = { 0, 1, 0, 0, 0, 1 };
	assert_false(woff_pack(d->arena, (struct bytes){ .data = "", .size = 0 }, &out));
	font[24] = 60; /* a table that begins behind the end */
	font[27] = 60;
	assert_false(woff_pack(d->arena, (struct bytes){ .data = font, .size = 40 }, &out));
	font[5] = 100; /* more tables than there is room for */
	assert_false(woff_pack(d->arena, (struct bytes){ .data = font, .size = sizeof font }, &out));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_briefing_gives_the_same_bytes, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(what_is_said_stands_in_the_document, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(cells_and_saved_values_are_numbers_and_names, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(what_it_carries_is_found_or_nothing, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(too_little_memory_is_an_error, open_desk, close_desk),
		cmocka_unit_test(pages_are_not_written_as_a_document),
		cmocka_unit_test_setup_teardown(bytes_survive_base64, open_desk, close_desk),
		cmocka_unit_test_setup_teardown(only_a_font_is_packed, open_desk, close_desk),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
