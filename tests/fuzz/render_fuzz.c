/* Whole renders of what the grammar makes: a dataset, a briefing and a picture become files or complaints. What is made
 * is made again in the same bytes, is sealed, and holds against its own data; its pictures are what libpng says they
 * are. */
#include "base/arena.h"
#include "base/str.h"
#include "desk.h"
#include "grammar.h"
#include "made.h"
#include "paint/painter.h"
#include "press/verify.h"
#include "scratch.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_LIBPNG
#include "libpng.h"
#endif

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { RUNS_PER_PRESS = 200 };

static struct press *press;

static void tell_and_abort(const struct press_result *result, const char *what)
{
	fprintf(stderr, "%s\n", what);
	diags_print(result->diags, stderr, false);
	abort();
}

struct made { /* copies: a result holds until the next call */
	struct bytes *files;
	size_t n;
};

static struct made copy(struct arena *arena, const struct press_result *result)
{
	struct made made = { arena_alloc(arena, result->n_files + 1, sizeof *made.files), result->n_files };
	for (size_t i = 0; i < made.n; i++) {
		const struct bytes *b = &result->files[i].bytes;
		made.files[i] = (struct bytes){ .data = arena_strndup(arena, "", 0), .size = 0 };
		if (b->size) {
			char *bytes = arena_alloc(arena, b->size, 1);
			memcpy(bytes, b->data, b->size);
			made.files[i] = (struct bytes){ .data = bytes, .size = b->size };
		}
	}
	return made;
}

static void check_again(const struct press_briefing *request, const struct made *made)
{
	const struct press_result *again = press_make_briefing(press, request);
	if (again->status != PRESS_DONE || again->n_files != made->n)
		tell_and_abort(again, "the second render is not like the first");
	for (size_t i = 0; i < made->n; i++)
		if (again->files[i].bytes.size != made->files[i].size ||
		    memcmp(again->files[i].bytes.data, made->files[i].data, made->files[i].size) != 0)
			tell_and_abort(again, "the second render has other bytes");
}

static void check_file(struct bytes file, const char *data)
{
	char path[4096];
	scratch_put("made", file.data, file.size, path, sizeof path);
	const char *files[] = { path };
	const struct feed all[] = { { .file = data } };
	const struct verified *verified;
	size_t n;
	const struct press_verify request = { .files = files, .n_files = 1, .data = all, .n_data = 1 };
	const struct press_result *result = press_verify(press, &request, &verified, &n);
	if (result->status != PRESS_DONE || n != 1)
		tell_and_abort(result, "a file that was just made cannot be verified");
	if (verified->seal != VERIFIED_WHOLE || !verified->same_data || verified->n_findings) {
		for (size_t i = 0; i < verified->n_findings; i++)
			fprintf(stderr, "%s: %s: %s -> %s\n", verified_kind_word(verified->findings[i].kind),
			        verified->findings[i].what, verified->findings[i].was, verified->findings[i].is_now);
		fprintf(stderr, "%s, seal %s%s\n", verified->painter->name, verified_seal_word(verified->seal),
		        verified->same_data ? "" : ", other data");
		tell_and_abort(result, "a file that was just made does not hold against its own data");
	}
#ifdef HAVE_LIBPNG
	if (str_eq(verified->painter->suffix, "png"))
		libpng_must_read(file);
#endif
}

static void check_wrong(const struct press_result *result)
{
	if (result->status != PRESS_WRONG || diags_ok(result->diags))
		tell_and_abort(result, "neither made nor wrong");
	check_diags(result->diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const charts[] = { "png", "svg", "pdf" };
	press = made_press_at_hand(RUNS_PER_PRESS);
	struct arena *arena = arena_new();
	struct choices choices = { data, size };
	char data_path[4096], briefing_path[4096], picture_path[4096];
	unsigned painter = choose(&choices, 3);
	bool draft = choose(&choices, 2);
	const char *name, *text = grammar_dataset(arena, &choices, &name);
	scratch_put(name, text, strlen(text), data_path, sizeof data_path);
	struct bytes picture = made_file(painter == 1 ? MADE_SVG : MADE_PNG);
	const char *picture_name = painter == 1 ? "picture.svg" : "picture.png";
	scratch_put(picture_name, picture.data, picture.size, picture_path, sizeof picture_path);
	text = grammar_briefing(arena, &choices, name, picture_name);
	scratch_put("fuzz.md", text, strlen(text), briefing_path, sizeof briefing_path);
	const struct press_briefing request = { .path = briefing_path,
		                                .jobs = 1,
		                                .charts = painter_find(charts[painter]),
		                                .draft = draft,
		                                .size = "640x400" };
	const struct press_result *result = press_make_briefing(press, &request);
	if (result->status == PRESS_DONE) {
		struct made made = copy(arena, result);
		check_again(&request, &made);
		for (size_t i = 0; i < made.n; i++)
			check_file(made.files[i], data_path);
	} else {
		check_wrong(result);
	}
	arena_free(arena);
	return 0;
}
