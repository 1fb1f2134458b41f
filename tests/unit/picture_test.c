/* Pictures: every kind of PNG gives its pixels, an SVG is drawn whole or refused by name, and the process that finds
 * out can do no more than that. */
#define _XOPEN_SOURCE 700

#include "base/confine.h"
#include "paint/attempt.h"
#include "paint/svg_scan.h"
#include "png_maker.h"
#include "press/trial.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static struct picture_trial tried(struct arena *arena, struct bytes file, const unsigned char **pixels)
{
	struct picture_trial trial;
	*pixels = NULL;
	picture_glance(file, &trial);
	if (!trial.fault)
		picture_try(arena, file, PICTURE_PIXELS_MAX, &trial, pixels);
	return trial;
}

static uint32_t pixel(const struct picture_trial *t, const unsigned char *pixels, uint32_t x, uint32_t y)
{
	uint32_t p;
	memcpy(&p, pixels + (y * t->columns + x) * sizeof p, sizeof p);
	return t->opaque ? p | 0xff000000u : p;
}

/* ---- PNG ---- */

static const struct piece none = { NULL, 0 };

static struct bytes png(struct arena *arena, int depth, int color, bool interlaced)
{
	const struct png_kind kind = { depth, color, interlaced, none, none };
	return png_of(arena, &kind);
}

static void must_show(struct arena *arena, struct bytes file, uint32_t left, uint32_t right, uint32_t below)
{
	const unsigned char *pixels;
	struct picture_trial t = tried(arena, file, &pixels);
	assert_int_equal(t.fault, PICTURE_FINE);
	assert_int_equal(t.columns, SIDE);
	assert_int_equal(t.rows, SIDE);
	assert_int_equal(pixel(&t, pixels, 0, 0), left);
	assert_int_equal(pixel(&t, pixels, 3, 3), left);
	assert_int_equal(pixel(&t, pixels, 4, 1), right);
	assert_int_equal(pixel(&t, pixels, 7, 7), below);
}

static void every_kind_of_png_gives_its_pixels(void **state)
{
	static const uint32_t red = 0xffc80000, blue = 0xff0000b4, dark = 0xff282828, light = 0xffdcdcdc;
	static const char colours[] = { 0, 0, 0, (char)200, 0, 0, 0, 0, (char)180 }, alpha[] = { 0, (char)255, 0 };
	struct arena *a = *state;
	struct piece palette = chunk(a, "PLTE", colours, sizeof colours), clear = chunk(a, "tRNS", alpha, 3);
	for (int interlaced = 0; interlaced < 2; interlaced++) {
		for (int depth = 8; depth <= 16; depth += 8) {
			must_show(a, png(a, depth, RGB, interlaced), red, blue, blue);
			must_show(a, png(a, depth, GRAY, interlaced), dark, light, light);
			must_show(a, png(a, depth, RGB_ALPHA, interlaced), red, blue, 0);
			must_show(a, png(a, depth, GRAY_ALPHA, interlaced), dark, light, 0);
		}
		struct png_kind indexed = { 8, INDEXED, interlaced, palette, none };
		must_show(a, png_of(a, &indexed), red, blue, blue);
		indexed.second = clear;
		must_show(a, png_of(a, &indexed), red, 0, 0);
	}
}

static unsigned remarks_on(struct arena *arena, struct piece first)
{
	const unsigned char *pixels;
	struct png_kind kind = { 8, RGB, false, first, none };
	struct picture_trial t = tried(arena, png_of(arena, &kind), &pixels);
	assert_int_equal(t.fault, PICTURE_FINE);
	assert_int_equal(pixel(&t, pixels, 0, 0), 0xffc80000);
	return t.remarks;
}

static void a_profile_that_is_not_applied_is_told(void **state)
{
	struct arena *a = *state;
	assert_int_equal(remarks_on(a, profile(a, "RGB ", "sRGB IEC61966-2.1")), 0);
	assert_int_equal(remarks_on(a, profile(a, "RGB ", "Display P3")), PICTURE_PROFILED);
	assert_int_equal(remarks_on(a, profile(a, "CMYK", "Coated FOGRA39")), PICTURE_PROFILED);
	assert_int_equal(remarks_on(a, chunk(a, "iCCP", "cut", 3)), PICTURE_PROFILED);
}

static void of_an_animation_the_first_picture_is_shown_and_told(void **state)
{
	struct arena *a = *state;
	assert_int_equal(remarks_on(a, chunk(a, "acTL", "\0\0\0\2\0\0\0\0", 8)), PICTURE_MOVES);
}

static void a_png_that_cannot_be_seen_or_read_is_a_fault(void **state)
{
	static const char colours[] = { 0, 0, 0, 1, 1, 1, 2, 2, 2 }, alpha[] = { 0, 0, 0 };
	struct arena *a = *state;
	const unsigned char *pixels;
	struct piece palette = chunk(a, "PLTE", colours, sizeof colours), clear = chunk(a, "tRNS", alpha, 3);
	struct png_kind blank = { 8, INDEXED, false, palette, clear };
	assert_int_equal(tried(a, png_of(a, &blank), &pixels).fault, PICTURE_BLANK);
	struct bytes whole = png(a, 16, RGB, true);
	for (size_t n = 34; n + 12 < whole.size; n += 7)
		assert_int_equal(tried(a, (struct bytes){ .data = whole.data, .size = n }, &pixels).fault,
		                 PICTURE_DAMAGED);
	char *claims = arena_alloc(a, whole.size, 1);
	memcpy(claims, whole.data, whole.size);
	put_u32(claims + 33, 0x2c000000); /* the second chunk, before anything takes memory for it */
	struct picture_trial glance;
	picture_glance((struct bytes){ .data = claims, .size = whole.size }, &glance);
	assert_int_equal(glance.fault, PICTURE_DAMAGED);
	assert_int_equal(tried(a, (struct bytes){ .data = "text", .size = 4 }, &pixels).fault, PICTURE_OF_NO_KIND);
}

static void pixels_are_bounded_for_each_and_for_all(void **state)
{
	struct arena *a = *state;
	struct picture_trial trial;
	const unsigned char *pixels;
	struct bytes file = png(a, 8, RGB, false);
	char *large = arena_alloc(a, file.size, 1);
	memcpy(large, file.data, file.size);
	put_u32(large + 16, 8000); /* says so: nothing is decoded before the bound is looked at */
	put_u32(large + 20, PICTURE_PIXELS_MAX / 8000 + 1);
	picture_glance((struct bytes){ .data = large, .size = file.size }, &trial);
	assert_int_equal(trial.fault, PICTURE_TOO_LARGE);
	picture_glance(file, &trial);
	picture_try(a, file, SIDE * SIDE - 1, &trial, &pixels);
	assert_int_equal(trial.fault, PICTURE_TOO_MUCH);
	picture_glance(file, &trial);
	picture_try(a, file, SIDE * SIDE, &trial, &pixels);
	assert_int_equal(trial.fault, PICTURE_FINE);
}

/* ---- SVG ---- */

#define SVG(inside) "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>" inside "</svg>"

static void must_refuse(struct trials *trials, const char *svg, enum picture_fault fault, const char *element, int line)
{
	struct picture_trial t;
	const unsigned char *pixels;
	assert_true(trials_try(trials, (struct bytes){ .data = svg, .size = strlen(svg) }, &t, &pixels));
	if (t.fault != fault || strcmp(t.element, element) != 0 || t.line != line)
		fail_msg("fault %d of <%s> in line %d, not %d of <%s> in line %d (%s): %s", (int)t.fault, t.element,
		         t.line, (int)fault, element, line, t.detail, svg);
}

static void what_cannot_be_drawn_is_named_with_its_line(void **state)
{
	struct trials *t = trials_new(*state, "/proc/self/exe", NULL);
	must_refuse(t, SVG("\n<image\n href='a.png'/>"), PICTURE_IN_PICTURE, "image", 2);
	must_refuse(t, SVG("<image href='data:image/png;base64,AA=='/>"), PICTURE_IN_PICTURE, "image", 1);
	must_refuse(t, SVG("\n\n<use href='b.svg#x'/>"), PICTURE_REACHES_OUT, "use", 3);
	must_refuse(t, SVG("<rect fill='url( \"b.svg#x\")'/>"), PICTURE_REACHES_OUT, "rect", 1);
	must_refuse(t, SVG("\n<style>@import 'a.css';</style>"), PICTURE_REACHES_OUT, "style", 2);
	must_refuse(t, SVG("<style><![CDATA[text{src:url(a.woff)}]]></style>"), PICTURE_REACHES_OUT, "style", 1);
	must_refuse(t, "<?xml-stylesheet href='a.css'?>\n" SVG(""), PICTURE_REACHES_OUT, "?xml-stylesheet", 1);
	must_refuse(t, "<!DOCTYPE svg [<!ENTITY x SYSTEM '/etc/passwd'>]>\n" SVG("<text>&x;</text>"),
	            PICTURE_REACHES_OUT, "!ENTITY", 1);
	must_refuse(t, SVG("<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='a'/>"), PICTURE_REACHES_OUT,
	            "include", 1);
	must_refuse(t, SVG("<g>\n<foreignObject width='9' height='9'/></g>"), PICTURE_NOT_DRAWN, "foreignObject", 2);
	must_refuse(t, SVG("<text><textPath href='#a'>x</textPath></text>"), PICTURE_NOT_DRAWN, "textPath", 1);
	must_refuse(t, SVG("<filter id='f'>\n<feDropShadow/></filter><rect width='9' height='9' filter='url(#f)'/>"),
	            PICTURE_NOT_DRAWN, "feDropShadow", 2);
	must_refuse(t, SVG("\n<use href='#nobody'/>"), PICTURE_LEADS_NOWHERE, "use", 2);
	must_refuse(t, SVG("<rect width='9' height='9'/>\n<rect width='9' height='9' fill='url(#none)'/>"),
	            PICTURE_LEADS_NOWHERE, "rect", 2);
	must_refuse(t, SVG("<rect width='9' height='9' filter='url(#none)'/>"), PICTURE_LEADS_NOWHERE, "rect", 1);
	must_refuse(t, SVG("<rect x='99' width='9' height='9'/>"), PICTURE_BLANK, "", 0);
	must_refuse(t, SVG("<g>"), PICTURE_DAMAGED, "", 0);
	must_refuse(t, "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>",
	            PICTURE_WITHOUT_SIZE, "", 0);
}

static void what_elements_can_hide_behind_is_refused(void **state)
{
	struct trials *t = trials_new(*state, "/proc/self/exe", NULL);
	must_refuse(t, "<!DOCTYPE svg [<!ENTITY x \"<image href='a.png'/>\">]>" SVG("&x;"), PICTURE_HIDES, "!ENTITY",
	            1);
	must_refuse(t, "<!DOCTYPE svg [<!ENTITY x '&#60;image/>'>]>" SVG("&x;"), PICTURE_HIDES, "!ENTITY", 1);
	must_refuse(t, "<!DOCTYPE svg [<!-- ]> -->\n<!ENTITY x '<image/>'>]>" SVG("&x;"), PICTURE_HIDES, "!ENTITY", 2);
	must_refuse(t, "<!DOCTYPE svg [<!ATTLIST use href CDATA 'a.svg#x'>]>" SVG("<use/>"), PICTURE_HIDES, "!ATTLIST",
	            1);
	must_refuse(t, "<?xml version='1.0' encoding='UTF-7'?>" SVG("+ADw-image/+AD4-"), PICTURE_HIDES, "?xml", 1);
}

static void must_draw(struct trials *trials, const char *svg, bool vectors)
{
	struct picture_trial t;
	const unsigned char *pixels;
	assert_true(trials_try(trials, (struct bytes){ .data = svg, .size = strlen(svg) }, &t, &pixels));
	if (t.fault || t.vectors != vectors || !pixels != vectors)
		fail_msg("fault %d (%s): %s", (int)t.fault, t.detail, svg);
}

#define BOX "<rect width='9' height='9'/>"

static void what_nobody_draws_is_no_fault(void **state)
{
	struct trials *t = trials_new(*state, "/proc/self/exe", NULL);
	must_draw(t, SVG(BOX), true);
	must_draw(t, SVG("<!-- <image/> -->" BOX), true);
	must_draw(t, SVG("<metadata><rdf xmlns='urn:r'><image/></rdf></metadata><title>x</title>" BOX), true);
	must_draw(t, SVG("<i:view xmlns:i='urn:i' href='a.png'/>" BOX), true);
	must_draw(t, SVG("<a href='https://example.org'>" BOX "</a>"), true);
	must_draw(t, SVG("<switch><foreignObject requiredExtensions='x'/>" BOX "</switch>"), true);
	must_draw(t, SVG("<text y='9'>url(a) {filter: x} @import</text>"), true);
	must_draw(t, SVG("<rect width='9' height='9' style='filter:none;color-interpolation-filters:sRGB'/>"), true);
}

/* Cairo corrupts memory where links are drawn into a PDF. */
static void links_are_cut_and_what_they_are_around_is_drawn(void **state)
{
	static const char *const files[] = {
		SVG("<a href='https://example.org'>" BOX "</a>"),
		SVG("<g opacity='.5'><a xlink:href='x' xmlns:xlink='http://www.w3.org/1999/xlink'>" BOX "</a></g>"),
		("<svg:svg xmlns:svg='http://www.w3.org/2000/svg' width='9' height='9'><svg:a\nid='href' href = \"#x\">"
		 "<svg:rect width='9' height='9'/></svg:a></svg:svg>"),
	};
	struct arena *a = *state;
	struct trials *t = trials_new(a, "/proc/self/exe", NULL);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct bytes file = { .data = files[i], .size = strlen(files[i]) }, plain = svg_without_links(a, file);
		struct svg_scan scan;
		svg_scan(plain, &scan);
		assert_int_equal(plain.size, file.size);
		assert_false(scan.links);
		for (int k = 0; k < 20; k++)
			must_draw(t, files[i], true);
	}
}

/* Around a circle, a box with a filter: the circle stays a shape. */
static void what_has_no_filter_stays_vectors(void **state)
{
	static const char blur[] = "<filter id='f'><feGaussianBlur stdDeviation='1'/></filter>";
	struct arena *a = *state;
	struct trials *t = trials_new(a, "/proc/self/exe", NULL);
	static const char *const uses[] = { "<rect width='9' height='9' filter='url(#f)'/>",
		                            "<rect width='9' height='9' style='filter : url(#f)'/>",
		                            ("<style>rect{filter:url(#f)}</style>" BOX) };
	for (size_t i = 0; i < 3; i++)
		must_draw(t, arena_printf(a, SVG("%s%s<circle r='3'/>"), blur, uses[i]), true);
}

static void many_filters_make_pixels_of_all(void **state)
{
	struct arena *a = *state;
	struct trials *t = trials_new(a, "/proc/self/exe", NULL);
	struct strbuf many = strbuf_new(a);
	strbuf_add(&many, "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='600'><filter id='f'><feOffset "
	                  "dx='1'/></filter>");
	for (int i = 0; i < 4; i++)
		strbuf_add(&many, "<rect width='9' height='9' filter='url(#f)'/>");
	strbuf_add(&many, "</svg>");
	must_draw(t, many.s, false);
}

/* What costs too much ends the process, and the next picture gets another. */
static void a_bomb_is_refused_by_name_and_the_next_is_tried(void **state)
{
	struct arena *a = *state;
	struct trials *t = trials_new(a, "/proc/self/exe", NULL);
	struct strbuf bomb = strbuf_new(a), deep = strbuf_new(a);
	strbuf_add(&bomb, "<svg xmlns='http://www.w3.org/2000/svg' width='1000' height='1000'><filter id='f'>"
	                  "<feMorphology operator='dilate' radius='500'/></filter>\n");
	for (int i = 0; i < 2000; i++)
		strbuf_add(&bomb, "<rect width='1000' height='1000' filter='url(#f)'/>");
	strbuf_add(&bomb, "</svg>");
	must_refuse(t, bomb.s, PICTURE_TIME, "rect", 2);
	must_draw(t, SVG(BOX), true);
	strbuf_add(&deep, "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>");
	for (int i = 0; i <= PICTURE_ELEMENTS_MAX; i++)
		strbuf_add(&deep, "<g/>");
	strbuf_add(&deep, "</svg>");
	must_refuse(t, deep.s, PICTURE_TOO_MANY, "g", 1);
}

/* ---- the process ---- */

static void without_a_program_nothing_is_tried(void **state)
{
	struct picture_trial t;
	const unsigned char *pixels;
	struct trials *trials = trials_new(*state, "/nowhere/benchbrief", NULL);
	assert_false(trials_try(trials, (struct bytes){ .data = "x", .size = 1 }, &t, &pixels));
	assert_int_not_equal(errno, 0);
}

/* A process that runs out of memory says so by its status; what else it ends with is a crash. */
static void the_status_tells_why_a_process_ended(void **state)
{
	static const struct {
		int status;
		enum picture_fault fault;
	} ends[] = { { 3, PICTURE_MEMORY }, { 4, PICTURE_CRASH } };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct picture_trial t;
		const unsigned char *pixels;
		char program[] = "/tmp/picture_test.XXXXXX";
		int fd = mkstemp(program);
		assert_true(fd >= 0);
		assert_true(dprintf(fd, "#!/bin/sh\nprintf 1234 >&0\nexit %d\n", ends[i].status) > 0);
		assert_int_equal(fchmod(fd, 0700), 0);
		close(fd);
		assert_true(trials_try(trials_new(*state, program, NULL), (struct bytes){ .data = "x", .size = 1 }, &t,
		                       &pixels));
		unlink(program);
		assert_int_equal(t.fault, ends[i].fault);
	}
}

/* Run in a process of its own: 0 if all that is forbidden fails and what was kept can be read, else the step. */
static int try_everything(void)
{
	static const char *const kept[] = { "/proc/self/exe" };
	char *const nothing[] = { NULL };
	char four[4];
	confine_shed();
	confine_keep(kept, 1);
	if (confine(&(struct confine_limits){ .memory = (size_t)1 << 40, .seconds = 10 }) != CONFINED)
		return 77;
	int fd = open(kept[0], O_RDONLY);
	if (fd < 0 || read(fd, four, 4) != 4 ||
	    memcmp(four,
	           "\x7f"
	           "ELF",
	           4) != 0)
		return 1;
	if (open("/etc/passwd", O_RDONLY) >= 0 || open("/tmp/x", O_WRONLY | O_CREAT, 0600) >= 0)
		return 2;
	if (access("/etc/passwd", R_OK) == 0 || access(kept[0], R_OK) != 0)
		return 3;
	if (socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || socket(AF_INET, SOCK_STREAM, 0) >= 0)
		return 4;
	execve("/bin/true", nothing, nothing);
	if (fork() >= 0)
		return 5;
	return 0;
}

static void the_process_has_no_rights(void **state)
{
	(void)state;
	int status;
	pid_t child = fork();
	assert_true(child >= 0);
	if (!child)
		_exit(try_everything());
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		skip();
	assert_int_equal(WEXITSTATUS(status), 0);
}

int main(int argc, char **argv)
{
	if (argc == 2 && str_eq(argv[1], trial_argument))
		return trial_serve();
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_kind_of_png_gives_its_pixels, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_profile_that_is_not_applied_is_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(of_an_animation_the_first_picture_is_shown_and_told, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_png_that_cannot_be_seen_or_read_is_a_fault, set_up, tear_down),
		cmocka_unit_test_setup_teardown(pixels_are_bounded_for_each_and_for_all, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_cannot_be_drawn_is_named_with_its_line, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_nobody_draws_is_no_fault, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_elements_can_hide_behind_is_refused, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_are_cut_and_what_they_are_around_is_drawn, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_has_no_filter_stays_vectors, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_filters_make_pixels_of_all, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_bomb_is_refused_by_name_and_the_next_is_tried, set_up, tear_down),
		cmocka_unit_test_setup_teardown(without_a_program_nothing_is_tried, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_status_tells_why_a_process_ended, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_process_has_no_rights, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
