#define _XOPEN_SOURCE 700

#include "serve/preview.h"

#include "base/arena.h"
#include "base/deadline.h"
#include "base/file_secret.h"
#include "base/hash.h"
#include "base/str.h"
#include "paint/painter.h"
#include "press/press.h"
#include "press/report.h"
#include "press/view.h"
#include "read/emit.h"
#include "serve/board.h"
#include "serve/preview_setup.h"
#include "serve/server.h"
#include "serve/vigil.h"
#include "style/page_format.h"
#include "words/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PER_SECOND = 1000 }; /* milliseconds */

struct made { /* at a desk, last */
	struct arena *arena;
	char (*ids)[65]; /* of its pages */
	size_t n_ids;
	struct inputs *inputs;
};

struct previewing {
	const struct preview *p;
	struct arena *arena;
	struct vigil *vigil;
	struct board *board;
	struct made made[BOARD_DESKS];
	bool changed; /* files, since the last line */
};

/* ---- what is asked for ---- */

static bool is_look(const struct previewing *v, struct arena *arena, const char *name)
{
	size_t n = 0;
	const char **looks = preview_looks(arena, v->p->looks, &n);
	for (size_t i = 0; i < n; i++)
		if (str_eq(looks[i], name))
			return true;
	return false;
}

/* What is no look, language or page format is as if it were not said. */
static struct press_briefing request_of(const struct previewing *v, struct arena *arena,
                                        const struct board_setting *setting)
{
	struct press_briefing q = *v->p->request;
	if (*setting->look && is_look(v, arena, setting->look))
		q.look = arena_strdup(arena, setting->look);
	if (*setting->language)
		q.language = language_find(setting->language, diags_new(arena));
	if (!q.language)
		q.language = v->p->request->language;
	if (*setting->page && page_format_find(setting->page))
		q.page = page_format_find(setting->page);
	q.draft = setting->draft;
	return q;
}

/* ---- pages ---- */

static size_t count_changed(const struct made *made, const struct press_view *view)
{
	size_t n = 0;
	for (size_t i = 0; i < view->n_pages; i++)
		n += i >= made->n_ids || !str_eq(made->ids[i], view->pages[i].sha256);
	return n;
}

static void keep_ids(struct made *made, struct arena *arena, const struct press_view *view)
{
	made->ids = arena_alloc(arena, view->n_pages + 1, sizeof *made->ids);
	made->n_ids = view->n_pages;
	for (size_t i = 0; i < view->n_pages; i++)
		memcpy(made->ids[i], view->pages[i].sha256, sizeof made->ids[i]);
}

static const char *findings_of(struct arena *arena, const struct diags *diags)
{
	struct value list = report_diagnostics(arena, diags);
	return emit_json(arena, &list);
}

static void say(struct previewing *v, struct arena *arena, const struct board_edition *e, const struct diags *diags)
{
	const char *file = vigil_changed(v->vigil, 0);
	if (!v->changed)
		return;
	v->changed = false;
	const char *name = file ? file_name(file) : "a file";
	size_t errors = diags_count(diags, DIAG_ERROR) + diags_count(diags, DIAG_FAILURE);
	v->p->say(v->p->of, e->right ? arena_printf(arena, "%s changed: %zu %s, %.2f s", name, e->changed,
	                                            e->changed == 1 ? "page" : "pages", e->milliseconds / PER_SECOND)
	                             : arena_printf(arena, "%s changed: %zu %s, the last good pages stay", name, errors,
	                                            errors == 1 ? "error" : "errors"));
}

static void put_right(struct previewing *v, struct arena *arena, size_t desk, const struct press_result *result,
                      struct board_edition *e, double since)
{
	struct made *made = &v->made[desk];
	struct press_view view;
	char key[65];
	board_faces_key(v->board, desk, key);
	press_view_make(arena, result, key, &view);
	struct board_page *pages = arena_alloc(arena, view.n_pages + 1, sizeof *pages);
	for (size_t i = 0; i < view.n_pages; i++) {
		pages[i] = (struct board_page){ .width = view.pages[i].width,
			                        .height = view.pages[i].height,
			                        .svg = { .data = view.pages[i].svg, .size = view.pages[i].bytes } };
		memcpy(pages[i].id, view.pages[i].sha256, sizeof pages[i].id);
	}
	e->right = true;
	e->pages = pages;
	e->n_pages = view.n_pages;
	e->changed = count_changed(made, &view);
	e->faces_key = view.faces;
	if (view.new_faces)
		e->faces = (struct bytes){ .data = view.new_faces, .size = strlen(view.new_faces) };
	e->milliseconds = (deadline_clock() - since) * PER_SECOND;
	board_put(v->board, desk, e);
	keep_ids(made, made->arena, &view);
	const char *told = press_view_told(arena, result, &view);
	board_put_told(v->board, desk, (struct bytes){ .data = told, .size = strlen(told) });
}

/* All that any of the desks was made from. */
static bool follow(struct previewing *v, struct arena *arena, const struct press_result *result)
{
	struct inputs *all = inputs_new(arena);
	for (size_t i = 0; i < BOARD_DESKS; i++)
		if (v->made[i].inputs)
			inputs_copy(all, v->made[i].inputs);
	vigil_follow(v->vigil, all, diags_new(arena));
	return inputs_current(result->inputs);
}

static void make(struct previewing *v, size_t desk, const struct board_setting *setting)
{
	struct made *made = &v->made[desk];
	struct arena *scratch = arena_new_below(v->arena), *kept = arena_new_below(v->arena), *was = made->arena;
	double since = deadline_clock();
	struct press_briefing q = request_of(v, scratch, setting);
	q.only = painter_for_pages()->suffix;
	q.layout_only = true;
	const struct press_result *result = press_make_briefing(v->p->press, &q);
	struct board_edition e = { .findings = findings_of(scratch, result->diags), .faces_key = "" };
	made->arena = kept;
	made->inputs = inputs_new(kept);
	inputs_copy(made->inputs, result->inputs);
	if (result->status == PRESS_DONE) {
		put_right(v, scratch, desk, result, &e, since);
	} else {
		char(*ids)[65] = arena_alloc(kept, made->n_ids + 1, sizeof *ids);
		if (made->n_ids)
			memcpy(ids, made->ids, made->n_ids * sizeof *ids);
		made->ids = ids;
		e.milliseconds = (deadline_clock() - since) * PER_SECOND;
		board_put(v->board, desk, &e);
	}
	say(v, scratch, &e, result->diags);
	if (!follow(v, scratch, result))
		board_outdate(v->board);
	arena_free(was);
	arena_free(scratch);
}

/* ---- files to save ---- */

static const struct page_format *first_of_slides(void)
{
	const struct page_format *page = page_format_at(0);
	for (int i = 0; page && page->kind != PAGE_SLIDES;)
		page = page_format_at(++i);
	return page;
}

/* A format that holds slides alone has the briefing set on them, whatever page is shown. */
static const struct press_result *make_file(struct previewing *v, struct press_briefing *q)
{
	const struct press_result *result = press_make_briefing(v->p->press, q);
	bool paper = q->document && q->document->holds_slides && (!q->page || q->page->kind != PAGE_SLIDES);
	if (result->status == PRESS_DONE || !paper)
		return result;
	q->page = first_of_slides();
	return press_make_briefing(v->p->press, q);
}

static void fetch(struct previewing *v, const struct board_setting *setting, const char *format, const char *only)
{
	struct arena *scratch = arena_new_below(v->arena);
	struct press_briefing q = request_of(v, scratch, setting);
	const struct painter *painter = painter_find(format);
	if (*only) {
		q.charts = painter;
		q.only = only;
	} else {
		q.document = painter;
		q.only = format;
	}
	const struct press_result *result = make_file(v, &q);
	bool done = result->status == PRESS_DONE && result->n_files;
	board_errand_done(v->board, done ? result->files[0].bytes : (struct bytes){ .size = 0 },
	                  done ? file_name(result->files[0].name) : "");
	arena_free(scratch);
}

/* ---- the whole ---- */

static void work(struct previewing *v)
{
	struct board_setting setting;
	char format[BOARD_NAME], only[BOARD_ONLY];
	size_t desk;
	while (board_next(v->board, &desk, &setting))
		make(v, desk, &setting);
	while (board_errand(v->board, &setting, format, only))
		fetch(v, &setting, format, only);
}

static void call(void *of)
{
	vigil_call(of);
}

static void close_board(void *of)
{
	board_free(of);
}

/* The secret part of its address. Of a port that was named it is kept, a briefing each: a page that is open must not
 * turn into another one's. */
static bool make_token(struct arena *arena, const struct preview *p, char *token, struct diags *diags)
{
	char hash[65], *path = p->port && p->runtime ? realpath(p->request->path, NULL) : NULL;
	bool made = false;
	if (path) {
		hash_sha256_hex(path, strlen(path), hash);
		made = file_secret_keep(p->runtime,
		                        arena_printf(arena, "benchbrief-preview-%u-%.16s", (unsigned)p->port, hash),
		                        token, SERVER_TOKEN);
		free(path);
	}
	if (!made && !file_secret_make(token, SERVER_TOKEN)) {
		diag_add(diags, DIAG_FAILURE, place_file(NULL), NULL,
		         "the system has no random numbers for an address");
		return false;
	}
	return true;
}

bool preview_run(struct arena *arena, const struct preview *p, struct diags *diags)
{
	struct previewing v = { .p = p, .arena = arena };
	const struct server_file *files;
	size_t n_files;
	char token[SERVER_TOKEN + 1];
	if (!preview_setup(arena, p, &files, &n_files, diags) || !make_token(arena, p, token, diags) ||
	    !(v.vigil = vigil_new(arena, diags)))
		return false;
	struct arena *served = arena_new_below(arena); /* ends before the vigil, which its threads call */
	v.board = board_new(call, v.vigil);
	if (!v.board)
		arena_exhausted(arena);
	arena_defer(served, close_board, v.board);
	const struct server *server = server_start(served, v.board, p->port, token, files, n_files, diags);
	if (server) {
		p->opened(p->of, server_address(server));
		for (enum vigil_end end; (end = vigil_wait(v.vigil)) != VIGIL_ENDED;) {
			v.changed = end == VIGIL_CHANGED;
			if (v.changed)
				board_outdate(v.board);
			work(&v);
		}
	}
	arena_free(served);
	return server != NULL;
}
