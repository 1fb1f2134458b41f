/* views_print BRIEFING FOLDER PROGRAM: the briefing for browsers, FOLDER/page.html, and every view of its figures as
 * the painter of PNG draws it, two pixels for each of the browser's: N-V.png of the Nth figure's Vth view, both from 0,
 * and in N-V-dark.png by night; for a script that holds what a browser draws against them.
 *
 * N-V.tsv has the view's size on its first line and then a line for each text in the order in which they are drawn:
 * left edge, baseline, width, text; all in points. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "paint/web.h"
#include "press/job.h"
#include "scene/scene.h"

#include <stdio.h>

static const double pixels_per_point = 2 / 0.75;

struct printing {
	struct arena *arena;
	struct diags *diags;
	struct paintbox *box;
	const char *folder;
};

static bool write_texts(const struct printing *p, const struct scene *scene, const char *path)
{
	struct strbuf b = strbuf_new(p->arena);
	strbuf_addf(&b, "%.4f\t%.4f\n", scene->width, scene->height);
	for (size_t i = 0; i < scene->n_items; i++) {
		const struct scene_text *t = &scene->items[i].text;
		struct text_run part;
		struct color ink;
		for (size_t k = 0; scene->items[i].kind == SCENE_TEXT && k < t->block->n_lines; k++)
			for (size_t n = 0; n < t->block->lines[k].n_runs; n++)
				for (size_t at = 0; scene_tinted(t, &t->block->lines[k].runs[n], &at, &part, &ink);)
					strbuf_addf(&b, "%.4f\t%.4f\t%.4f\t%.*s\n", t->at.x + part.x,
					            t->at.y + t->block->lines[k].baseline, part.width, (int)part.bytes,
					            part.text);
	}
	return file_write(path, b.s, b.n, p->diags);
}

static bool write_picture(const struct printing *p, const struct scene *scene, const char *path)
{
	struct bytes bytes;
	struct paint_info info = { .producer = "test", .pixels_per_point = pixels_per_point };
	return paint(p->box, painter_find("png"), &scene, 1, &info, &bytes, p->diags) &&
	       file_write(path, bytes.data, bytes.size, p->diags);
}

static bool write_figure(const struct printing *p, const struct web_figure *figure, size_t number)
{
	bool ok = true;
	for (size_t v = 0; v < WEB_VIEWS && ok; v++) {
		const struct web_view *view = &figure->views[v];
		const char *name = arena_printf(p->arena, "%s/%zu-%zu", p->folder, number, v);
		ok = write_texts(p, view->light, arena_printf(p->arena, "%s.tsv", name)) &&
		     write_picture(p, view->light, arena_printf(p->arena, "%s.png", name)) &&
		     (!view->dark || write_picture(p, view->dark, arena_printf(p->arena, "%s-dark.png", name)));
	}
	return ok;
}

int main(int argc, char **argv)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct press *press = argc < 4 ? NULL
	                               : press_open(&(struct press_world){ .version = "test",
	                                                                   .looks = "styles",
	                                                                   .font_roots = roots,
	                                                                   .n_font_roots = 1,
	                                                                   .program = argv[3] });
	if (!press)
		return 2;
	const struct press_result *result = press_make_briefing(
		press, &(struct press_briefing){
			       .path = argv[1], .document = painter_find("html"), .only = "html", .draft = true });
	struct printing p = { .arena = arena_new(), .folder = argv[2] };
	p.diags = diags_new(p.arena);
	p.box = paintbox_new(p.arena);
	bool ok = result->status == PRESS_DONE &&
	          file_write(arena_printf(p.arena, "%s/page.html", p.folder), result->files[0].bytes.data,
	                     result->files[0].bytes.size, p.diags);
	for (size_t i = 0; ok && i < result->job->briefing->n_charts; i++)
		ok = write_figure(&p, &result->job->web[i], i);
	diags_print(ok ? p.diags : result->diags, stderr, false);
	arena_free(p.arena);
	press_close(press);
	return !ok;
}
