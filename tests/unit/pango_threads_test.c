/* Pango matches and sorts fonts in threads of its own. Here they are slow: this program stands in the way of the
 * functions that they call and passes on to the real ones. What such a thread reads (fontconfig's configuration, the
 * font map) must not change before the thread has let go of it. */
#define _XOPEN_SOURCE 700

#include "text_support.h"

#include <dlfcn.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <stdatomic.h>
#include <time.h>

static struct {
	atomic_int started, running; /* threads of Pango's */
	atomic_int changes, races;   /* of what they read; those while they ran */
} seen;

static _Thread_local bool is_pangos;

/* Sets *call to the library's own function, which this program's of the same name hides. */
static void find(void *call, const char *library, const char *name)
{
	void *found = dlsym(dlopen(library, RTLD_LAZY), name);
	if (!found)
		abort();
	memcpy(call, &found, sizeof found);
}

static void dawdle(void)
{
	nanosleep(&(struct timespec){ .tv_nsec = 15000000 }, NULL);
}

static void begin_thread(void)
{
	is_pangos = true;
	seen.started++;
	seen.running++;
	dawdle();
}

static void note_change(void)
{
	seen.changes += !is_pangos;
	seen.races += !is_pangos && seen.running > 0;
}

/* ---- what Pango's threads call: the first and the last thing that each does ---- */

FcPattern *FcFontSetMatch(FcConfig *config, FcFontSet **sets, int n, FcPattern *pattern, FcResult *result)
{
	begin_thread();
	FcPattern *(*call)(FcConfig *, FcFontSet **, int, FcPattern *, FcResult *);
	find(&call, "libfontconfig.so.1", "FcFontSetMatch");
	return call(config, sets, n, pattern, result);
}

FcFontSet *FcFontSetSort(FcConfig *config, FcFontSet **sets, int n, FcPattern *pattern, FcBool trim,
                         FcCharSet **covered, FcResult *result)
{
	begin_thread();
	FcFontSet *(*call)(FcConfig *, FcFontSet **, int, FcPattern *, FcBool, FcCharSet **, FcResult *);
	find(&call, "libfontconfig.so.1", "FcFontSetSort");
	return call(config, sets, n, pattern, trim, covered, result);
}

void g_object_unref(void *object)
{
	if (is_pangos && PANGO_IS_FONT_MAP(object)) {
		dawdle();
		is_pangos = false;
		seen.running--;
	}
	void (*call)(void *);
	find(&call, "libgobject-2.0.so.0", "g_object_unref");
	call(object);
}

/* ---- what the program calls to change something, or to give it back ---- */

FcBool FcConfigAppFontAddFile(FcConfig *config, const FcChar8 *path)
{
	note_change();
	FcBool (*call)(FcConfig *, const FcChar8 *);
	find(&call, "libfontconfig.so.1", "FcConfigAppFontAddFile");
	return call(config, path);
}

void pango_fc_font_map_config_changed(PangoFcFontMap *map)
{
	note_change();
	void (*call)(PangoFcFontMap *);
	find(&call, "libpangoft2-1.0.so.0", "pango_fc_font_map_config_changed");
	call(map);
}

void pango_fc_font_map_set_config(PangoFcFontMap *map, FcConfig *config)
{
	note_change();
	void (*call)(PangoFcFontMap *, FcConfig *);
	find(&call, "libpangoft2-1.0.so.0", "pango_fc_font_map_set_config");
	call(map, config);
}

/* ---- the promises ---- */

static void nothing_changes_below_a_thread_that_reads_it(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"通义千问", "Opus", "שלום", "مرحبا", "🚀", "नमस्ते", "สวัสดี", "Muse 模型 שלום"
	};
	struct desk *desk = desk_new(FALLBACKS);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_true(shape(desk, texts[i], 10, 0)->width > 0);
	assert_true(diags_ok(desk->diags));
	assert_true(fontset_opened(desk->fonts) >= 6);
	arena_free(desk->arena);
	assert_true(seen.started >= 2 * 9); /* else nothing was tested: two for each face */
	assert_true(seen.changes >= 2 * 7);
	assert_int_equal(seen.races, 0);
}

static void a_font_set_that_is_gone_leaves_no_thread_behind(void **state)
{
	(void)state;
	for (int i = 0; i < 3; i++) {
		int before = seen.started;
		struct desk *desk = desk_new(0);
		assert_true(shape(desk, "Muse Spark", 10, 0)->width > 0);
		arena_free(desk->arena);
		assert_int_equal(seen.running, 0);
		assert_true(seen.started > before);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_changes_below_a_thread_that_reads_it),
		cmocka_unit_test(a_font_set_that_is_gone_leaves_no_thread_behind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
