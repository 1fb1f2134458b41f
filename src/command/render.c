/* benchbrief render BRIEFING.md: the PDF, and every chart with an id as a picture. */
#include "command/report.h"
#include "command/work.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/export.h"
#include "read/emit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_OUT,
	OPT_LOOK,
	OPT_PAGE,
	OPT_LANG,
	OPT_DATA,
	OPT_ONLY,
	OPT_FORMAT,
	OPT_SIZE,
	OPT_SCALE,
	OPT_BASELINE,
	OPT_STRICT,
	OPT_DRAFT,
	OPT_JOBS,
	OPT_DEPFILE,
	OPT_REPORT,
	OPTIONS
};

struct made { /* files of this run */
	const char **paths;
	size_t count;
};

static bool whole_number(const char *text, long most, long *n)
{
	char *end;
	*n = strtol(text, &end, 10);
	return !*end && end != text && *n >= 1 && *n <= most;
}

static enum exit_status settle_numbers(struct command_env *env, const struct option *options, struct work_options *o)
{
	long n = 0;
	const char *jobs = option_value(&options[OPT_JOBS], NULL), *scale = option_value(&options[OPT_SCALE], NULL);
	if (jobs && !whole_number(jobs, 256, &n))
		return command_usage(env, "render", "--jobs %s is no number from 1 to 256", jobs);
	o->jobs = jobs ? (size_t)n : 0;
	o->scale = 1;
	if (!scale)
		return EXIT_DONE;
	char *end;
	o->scale = strtod(scale, &end);
	if (*end || end == scale || !(o->scale >= 0.5 && o->scale <= 8))
		return command_usage(env, "render", "--scale %s is no number from 0.5 to 8", scale);
	return EXIT_DONE;
}

static enum exit_status settle(struct command_env *env, const struct option *options, struct work_options *o)
{
	const char *format = option_value(&options[OPT_FORMAT], painter_for_chart()->suffix),
		   *size = option_value(&options[OPT_SIZE], NULL);
	o->only = option_value(&options[OPT_ONLY], NULL);
	if (!work_take_options(env, "render",
	                       &(struct work_asked){ &options[OPT_LOOK], &options[OPT_PAGE], &options[OPT_LANG],
	                                             &options[OPT_DATA], &options[OPT_BASELINE], &options[OPT_DRAFT] },
	                       o))
		return EXIT_USAGE;
	o->size_given = size != NULL;
	if (o->draft && options[OPT_STRICT].count)
		return command_usage(env, "render", "--strict and --draft exclude each other");
	o->format = painter_find(format);
	if (str_eq(format, "scene")) {
		o->format = painter_for_chart();
		o->only = "pdf";
		o->paint = false;
	} else if (!o->format) {
		return command_usage(env, "render", "--format %s is none of %s, scene", format,
		                     painter_list(env->arena, "", ", "));
	}
	if (!picture_size_of(env, "render", size ? size : "16:9", o->format && o->format->holds_pages, &o->size))
		return EXIT_USAGE;
	return settle_numbers(env, options, o);
}

/* ---- files ---- */

static bool write_one(struct work *w, struct made *made, const char *path, struct bytes bytes)
{
	if (!file_write(path, bytes.data, bytes.size, w->env->diags))
		return false;
	made->paths[made->count++] = path;
	return true;
}

static struct bytes text_bytes(const char *text)
{
	return (struct bytes){ text, strlen(text) };
}

static int compare_names(const void *a, const void *b)
{
	const struct paint_attachment *x = a, *y = b;
	int order = strcmp(x->name, y->name);
	if (!order)
		order = x->bytes.size < y->bytes.size ? -1 : x->bytes.size > y->bytes.size;
	return order ? order : memcmp(x->bytes.data, y->bytes.data, x->bytes.size);
}

/* All that it takes to make the PDF again, in the order of their names. The trees are many times their text. */
static void attach(struct work *w, struct paint_info *info)
{
	struct arena *a = w->env->arena, *scratch = arena_new_below(a);
	struct paint_attachment *files = arena_alloc(a, 4 + inputs_count(w->env->inputs), sizeof *files), *f = files;
	const struct input *input;
	if (w->baseline)
		*f++ = (struct paint_attachment){ "baseline.json", "application/json",
			                          "The data that changes are counted from", PAINT_DATA,
			                          text_bytes(emit_json(a, export_dataset(scratch, w->baseline))) };
	*f++ = (struct paint_attachment){ "briefing.md", "text/markdown", "The briefing as it was written",
		                          PAINT_SOURCE, w->source };
	*f++ = (struct paint_attachment){ "data.json", "application/json", "All data, with their sources", PAINT_DATA,
		                          text_bytes(emit_json(a, export_dataset(scratch, w->dataset))) };
	*f++ = (struct paint_attachment){
		"values.csv", "text/csv", "The values that the briefing rests on, one a row", PAINT_DATA,
		text_bytes(emit_csv(a, export_squared(scratch, export_selected(scratch, w->dataset, NULL))))
	};
	arena_free(scratch);
	for (size_t i = 0; (input = inputs_at(w->env->inputs, i)); i++)
		if (input->written && input->read && (input->role == INPUT_LOOK || input->role == INPUT_PICTURE))
			*f++ = (struct paint_attachment){ input->written, painter_media_type(input->written),
				                          "A file that the briefing shows or is set by", PAINT_SOURCE,
				                          input->bytes };
	qsort(files, (size_t)(f - files), sizeof *files, compare_names);
	info->attachments = files;
	info->n_attachments = (size_t)(f - files);
}

static bool write_pages(struct work *w, struct made *made, const char *folder)
{
	struct command_env *env = w->env;
	struct paint_info info = { .producer = arena_printf(env->arena, "benchbrief %s", env->version),
		                   .date = env->build_date.year ? env->build_date : w->dataset->date };
	struct bytes bytes;
	if (!w->pages.count)
		return true;
	info.authors = w->front->authors;
	info.n_authors = w->front->n_authors;
	attach(w, &info);
	return paint(paintbox_new(env->arena), painter_for_pages(), (const struct scene *const *)w->pages.items,
	             w->pages.count, &info, &bytes, env->diags) &&
	       write_one(w, made, arena_printf(env->arena, "%s/%s.pdf", folder, work_name(w)), bytes);
}

static bool write_pictures(struct work *w, struct made *made, const char *folder)
{
	struct arena *a = w->env->arena;
	const char *charts = arena_printf(a, "%s/charts", folder);
	if (w->n_pictures && !file_make_folder(charts, w->env->diags))
		return false;
	bool ok = true;
	for (size_t i = 0; i < w->n_pictures && ok; i++)
		ok = write_one(
			w, made,
			arena_printf(a, "%s/%s.%s", charts, w->pictures[i].block->chart.id, w->options.format->suffix),
			w->pictures[i].bytes);
	return ok;
}

/* What make and ninja cannot take as it is. */
static void add_path(struct strbuf *b, const char *path)
{
	for (const char *p = path; *p; p++) {
		if (*p == ' ' || *p == '#')
			strbuf_add(b, "\\");
		if (*p == '$')
			strbuf_add(b, "$");
		strbuf_addn(b, p, 1);
	}
}

static bool write_depfile(struct work *w, const struct made *made, const char *path)
{
	struct strbuf b = strbuf_new(w->env->arena);
	const struct input *input;
	for (size_t i = 0; i < made->count; i++) {
		strbuf_add(&b, i ? " " : "");
		add_path(&b, made->paths[i]);
	}
	strbuf_add(&b, ":");
	for (size_t i = 0; (input = inputs_at(w->env->inputs, i)); i++)
		if (input->kind == INPUT_FILE && input->read) {
			strbuf_add(&b, " \\\n  ");
			add_path(&b, input->path);
		}
	strbuf_add(&b, "\n");
	return file_write(path, b.s, b.n, w->env->diags);
}

static bool print_scenes(struct work *w)
{
	for (size_t i = 0; i < w->pages.count; i++)
		fputs(scene_dump(w->env->arena, w->pages.items[i]), stdout);
	return true;
}

/* What a file of the run would replace: something that it reads, or another of its files. */
static bool is_safe(struct work *w, const char *option, const char *path, const struct made *made)
{
	struct command_env *env = w->env;
	bool clash = inputs_hit(env->inputs, path);
	for (size_t i = 0; i < made->count; i++)
		clash |= file_is_same(path, made->paths[i]) || str_eq(path, made->paths[i]);
	if (clash)
		diag_add(env->diags, DIAG_ERROR, place_file(path), "give it another name",
		         "%s would replace a file that the briefing is made from, or another of its files", option);
	return !clash;
}

/* The names of all files, before any is written. */
static bool name_files(struct work *w, const struct option *options, struct made *planned)
{
	struct arena *a = w->env->arena;
	static const int extras[] = { OPT_DEPFILE, OPT_REPORT };
	const char *out = option_value(&options[OPT_OUT], ".");
	if (w->pages.count)
		planned->paths[planned->count++] = arena_printf(a, "%s/%s.pdf", out, work_name(w));
	for (size_t i = 0; i < w->n_pictures; i++)
		planned->paths[planned->count++] = arena_printf(
			a, "%s/charts/%s.%s", out, w->pictures[i].block->chart.id, w->options.format->suffix);
	size_t own = planned->count;
	bool ok = true;
	struct made none = { planned->paths, 0 };
	for (size_t i = 0; i < own; i++)
		ok = is_safe(w, "the output", planned->paths[i], &none) && ok;
	for (size_t i = 0; i < 2 && ok; i++) {
		const char *path = option_value(&options[extras[i]], NULL);
		if (!path)
			continue;
		ok = is_safe(w, options[extras[i]].name, path, planned) &&
		     file_make_folder(file_folder(a, path), w->env->diags);
		planned->paths[planned->count++] = path;
	}
	return ok;
}

static bool write_all(struct work *w, const struct option *options)
{
	struct arena *a = w->env->arena;
	const char *out = option_value(&options[OPT_OUT], "."), *depfile = option_value(&options[OPT_DEPFILE], NULL),
		   *report = option_value(&options[OPT_REPORT], NULL);
	struct made made = { arena_alloc(a, w->n_pictures + 1, sizeof(const char *)), 0 };
	struct made planned = { arena_alloc(a, w->n_pictures + 3, sizeof(const char *)), 0 };
	if (!w->options.paint)
		return print_scenes(w);
	if (!name_files(w, options, &planned))
		return false;
	if (!file_make_folder(out, w->env->diags) || !write_pages(w, &made, out) || !write_pictures(w, &made, out))
		return false;
	for (size_t i = 0; i < made.count; i++)
		printf("%s\n", made.paths[i]);
	if (depfile && !write_depfile(w, &made, depfile))
		return false;
	return !report || report_briefing(w, made.paths, made.count, report);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_OUT] = { .name = "--out", .brief = "-o" },
		[OPT_LOOK] = { .name = "--look" },
		[OPT_PAGE] = { .name = "--page" },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_DATA] = { .name = "--data", .many = true },
		[OPT_ONLY] = { .name = "--only" },
		[OPT_FORMAT] = { .name = "--format" },
		[OPT_SIZE] = { .name = "--size" },
		[OPT_SCALE] = { .name = "--scale" },
		[OPT_BASELINE] = { .name = "--baseline" },
		[OPT_STRICT] = { .name = "--strict", .flag = true },
		[OPT_DRAFT] = { .name = "--draft", .flag = true },
		[OPT_JOBS] = { .name = "--jobs", .brief = "-j" },
		[OPT_DEPFILE] = { .name = "--depfile" },
		[OPT_REPORT] = { .name = "--report" },
	};
	const char **operands;
	size_t n;
	struct work_options how = { .paint = true };
	struct work work;
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	if (n != 1)
		return command_usage(env, "render", n ? "one briefing at a time" : "no briefing is given");
	enum exit_status ready = settle(env, options, &how);
	if (ready != EXIT_DONE)
		return ready;
	if (str_eq(option_value(&options[OPT_REPORT], ""), "-") || str_eq(option_value(&options[OPT_DEPFILE], ""), "-"))
		return command_usage(env, "render", "--report and --depfile take a file");
	how.path = operands[0];
	if (work_do(&work, env, &how))
		write_all(&work, options);
	work_finish(&work);
	return EXIT_DONE;
}

const struct command command_render = {
	.name = "render",
	.summary = "make a briefing: a PDF, and its charts as pictures",
	.help = render_help,
	.more_help = render_more_help,
	.run = run,
};
