#include "made.h"

#include "base/arena.h"
#include "desk.h"
#include "paint/painter.h"
#include "press/press.h"
#include "scratch.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char briefing[] = "---\ntitle: Both models\ndata: table.csv\nfocus: a\n---\n# One\n\n"
			       "A scores {{ value(\"a\", \"x\") }}, and {{ claim(\"leads\", value(\"a\", \"x\") > "
			       "value(\"b\", \"x\")) }}[^1].\n\n"
			       "```chart\nid: lead\nkind: leaderboard\nbenchmark: x\n```\n\n```findings\n```\n\n"
			       "| model | score |\n|---|--:|\n| A | {{ value(\"a\", \"x\") }} |\n\n- "
			       "[One](#one)\n\n```sources\n```\n\n[^1]: A note.\n";

static char data_path[4096], briefing_path[4096];
static struct bytes files[MADE_FILES];

struct press *made_press(void)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct press *press = press_open(&(struct press_world){
		.version = "fuzz", .program = PROGRAM, .looks = LOOKS, .font_roots = roots, .n_font_roots = 1 });
	if (!press)
		exit(2);
	return press;
}

static struct press *at_hand;
static int calls_left;

static void close_at_hand(void)
{
	press_close(at_hand);
}

struct press *made_press_at_hand(int calls)
{
	if (!at_hand) {
		made_file(MADE_PDF); /* loads all libraries: their ends come after that of the session */
		atexit(close_at_hand);
	}
	if (!calls_left--) {
		press_close(at_hand);
		at_hand = made_press();
		calls_left = calls - 1;
	}
	return at_hand;
}

static void put_inputs(void)
{
	if (*data_path)
		return;
	scratch_put("table.csv", desk_table, desk_table_size, data_path, sizeof data_path);
	scratch_put("briefing.md", briefing, sizeof briefing - 1, briefing_path, sizeof briefing_path);
}

const char *made_data(void)
{
	put_inputs();
	return data_path;
}

static const struct press_result *make(struct press *press, const char *charts, bool layout_only)
{
	put_inputs();
	const struct press_briefing request = {
		.path = briefing_path, .jobs = 1, .charts = painter_find(charts), .layout_only = layout_only
	};
	const struct press_result *result = press_make_briefing(press, &request);
	if (result->status != PRESS_DONE) {
		diags_print(result->diags, stderr, false);
		abort();
	}
	return result;
}

static void close_press(void *press)
{
	press_close(press);
}

const struct scene *const *made_pages(struct arena *arena, size_t *count)
{
	struct press *press = made_press();
	arena_defer(arena, close_press, press);
	const struct press_result *result = make(press, "png", true);
	*count = result->n_pages;
	return result->pages;
}

static void release_files(void)
{
	for (size_t i = 0; i < MADE_FILES; i++)
		free((void *)(uintptr_t)files[i].data);
}

static struct bytes kept(struct bytes bytes)
{
	char *copy = malloc(bytes.size);
	if (!copy)
		exit(2);
	memcpy(copy, bytes.data, bytes.size);
	return (struct bytes){ .data = copy, .size = bytes.size };
}

static void make_files(void)
{
	struct press *press = made_press();
	const struct press_result *result = make(press, "png", false);
	files[MADE_PDF] = kept(result->files[0].bytes);
	files[MADE_PNG] = kept(result->files[1].bytes);
	result = make(press, "svg", false);
	files[MADE_SVG] = kept(result->files[1].bytes);
	press_close(press);
	atexit(release_files);
}

struct bytes made_file(enum made_file which)
{
	if (!files[which].size)
		make_files();
	return files[which];
}
