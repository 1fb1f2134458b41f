/* benchbrief chart KIND DATA…: one chart, or with --each one a file. */
#include "command/command.h"
#include "command/report.h"
#include "command/size.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "chart/request.h"
#include "data/export.h"
#include "data/load.h"
#include "paint/painter.h"
#include "read/emit.h"
#include "scene/proof.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_BENCHMARK,
	OPT_MODEL,
	OPT_OUT,
	OPT_TITLE,
	OPT_FOCUS,
	OPT_LOOK,
	OPT_SIZE,
	OPT_ROWS,
	OPT_FORMAT,
	OPT_EACH,
	OPT_LANG,
	OPT_REPORT,
	OPTIONS
};

enum output { OUTPUT_PICTURE, OUTPUT_SCENE };

struct job { /* what holds for every chart of a run */
	struct command_env *env;
	struct option *options;
	const struct chart_kind *kind;
	const struct look *look;
	const struct language *language;
	struct fontset *fonts;
	struct paintbox *box;
	struct report *report; /* NULL: none is wanted */
	enum output output;
	const struct painter *format;
	struct picture_size size;
	bool size_given;
	size_t rows;
};

/* ---- options that need thought ---- */

static bool settle_size(struct job *job)
{
	const char *size = option_value(&job->options[OPT_SIZE], NULL);
	bool paper = job->format->holds_pages && job->output == OUTPUT_PICTURE;
	job->size_given = size != NULL;
	return picture_size_of(job->env, "chart",
	                       size    ? size
	                       : paper ? job->look->page.paper
	                               : "16:9",
	                       paper, &job->size);
}

static bool settle_format(struct job *job)
{
	const char *format = option_value(&job->options[OPT_FORMAT], NULL),
		   *out = option_value(&job->options[OPT_OUT], NULL);
	bool each = job->options[OPT_EACH].count > 0;
	if (!format && out && !each) {
		if ((job->format = painter_of_path(out)) != NULL)
			return true;
		command_usage(job->env, "chart", "%s ends in none of %s", out, painter_list(job->env->arena, ".", " "));
		return false;
	}
	job->format = format ? painter_find(format) : painter_for_chart();
	if (job->format)
		return true;
	job->format = painter_for_chart();
	if (str_eq(format, "scene")) {
		job->output = OUTPUT_SCENE;
		return true;
	}
	command_usage(job->env, "chart", "--format %s is none of %s, scene", format,
	              painter_list(job->env->arena, "", ", "));
	return false;
}

static bool settle_rows_option(struct job *job)
{
	const char *rows = option_value(&job->options[OPT_ROWS], NULL);
	if (!rows)
		return true;
	char *end;
	long n = strtol(rows, &end, 10);
	if (*end || n < 1 || n > 100000) {
		command_usage(job->env, "chart", "--rows %s is no number from 1 to 100000", rows);
		return false;
	}
	job->rows = (size_t)n;
	return true;
}

/* ---- one chart ---- */

static bool lay_out(struct job *job, struct arena *arena, const struct dataset *d, struct chart_pages *pages,
                    struct diags *diags)
{
	bool pdf = job->format->holds_pages && job->output == OUTPUT_PICTURE;
	const struct option *benchmarks = &job->options[OPT_BENCHMARK], *models = &job->options[OPT_MODEL];
	struct chart_asked asked = { .kind = job->kind,
		                     .naming = &chart_options,
		                     .benchmarks = chart_names(arena, benchmarks->values, benchmarks->count),
		                     .n_benchmarks = benchmarks->count,
		                     .models = chart_names(arena, models->values, models->count),
		                     .n_models = models->count,
		                     .focus = { .text = option_value(&job->options[OPT_FOCUS], NULL) },
		                     .title = option_value(&job->options[OPT_TITLE], NULL),
		                     .rows = job->rows };
	struct chart_request q;
	if (!chart_request_make(arena, &asked, d, &q, diags))
		return false;
	q.look = job->look;
	q.fonts = job->fonts;
	q.language = job->language;
	q.medium = job->size.medium;
	q.width = job->size.width;
	q.height = job->size.height;
	q.pixel = 1 / job->size.pixels_per_point;
	q.paged = pdf;
	q.grow = !pdf && !job->size_given && job->rows > 12;
	q.data_hash = export_hash(arena, d, q.benchmarks, q.n_benchmarks);
	return chart_layout(arena, &q, pages, diags);
}

static bool prove(struct arena *arena, const struct chart_pages *pages, struct diags *diags)
{
	bool ok = true;
	for (size_t i = 0; i < pages->count; i++) {
		struct proof proof = proof_check(arena, pages->items[i]);
		ok = proof_report(&proof, false, diags) && ok;
	}
	return ok;
}

/* The values in a form that any other program reads. */
static void attach(struct arena *arena, const struct dataset *d, struct paint_info *info)
{
	struct paint_attachment *values = arena_alloc(arena, 1, sizeof *values);
	const char *csv = emit_csv(arena, export_squared(arena, export_selected(arena, d, NULL)));
	*values = (struct paint_attachment){
		"values.csv", "text/csv", "The values of the data, one a row", PAINT_DATA, { csv, strlen(csv) }
	};
	info->attachments = values;
	info->n_attachments = 1;
}

static bool write_picture(struct job *job, struct arena *arena, const struct dataset *d,
                          const struct chart_pages *pages, const char *out, struct diags *diags)
{
	struct date date = job->env->build_date.year ? job->env->build_date : d->date;
	struct paint_info info = { .producer = "benchbrief",
		                   .date = date,
		                   .pixels_per_point = job->size.pixels_per_point };
	struct bytes bytes;
	info.producer = arena_printf(job->env->arena, "benchbrief %s", job->env->version);
	if (job->format->holds_attachments)
		attach(arena, d, &info);
	return paint(job->box, job->format, (const struct scene *const *)pages->items, pages->count, &info, &bytes,
	             diags) &&
	       file_write(out, bytes.data, bytes.size, diags);
}

static bool print_scenes(struct arena *arena, const struct chart_pages *pages, const char *out, struct diags *diags)
{
	struct strbuf text = strbuf_new(arena);
	for (size_t i = 0; i < pages->count; i++)
		strbuf_add(&text, scene_dump(arena, pages->items[i]));
	if (out)
		return file_write(out, text.s, text.n, diags);
	fwrite(text.s, 1, text.n, stdout);
	return true;
}

/* Everything of one chart lives on an arena of its own, so that a hundred take no more than one. */
static bool draw(struct job *job, const char *const *paths, size_t n_paths, const char *out, struct diags *diags)
{
	struct arena *arena = arena_new();
	struct chart_pages pages = { 0 };
	const struct dataset *d = dataset_load(arena, inputs_new(arena), INPUT_DATA, paths, n_paths, diags);
	bool ok = d && lay_out(job, arena, d, &pages, diags) && prove(arena, &pages, diags);
	if (ok && job->report)
		report_chart(job->report, out, job->kind->name, &pages);
	if (ok)
		ok = job->output == OUTPUT_SCENE ? print_scenes(arena, &pages, out, diags)
		                                 : write_picture(job, arena, d, &pages, out, diags);
	arena_free(arena);
	return ok;
}

/* One chart a file, named like it; a file that fails does not keep the others from being drawn. */
static void draw_each(struct job *job, const char *const *paths, size_t n_paths)
{
	struct command_env *env = job->env;
	const char *folder = option_value(&job->options[OPT_OUT], ".");
	struct map names = map_new(env->arena);
	if (!file_make_folder(folder, env->diags))
		return;
	for (size_t i = 0; i < n_paths; i++) {
		char *out = arena_printf(env->arena, "%s/%s.%s", folder, file_stem(env->arena, paths[i]),
		                         job->output == OUTPUT_SCENE ? "scene" : job->format->suffix);
		char *path = arena_strdup(env->arena, paths[i]);
		if (map_put(&names, out, path) != path) {
			diag_add(env->diags, DIAG_ERROR, place_file(paths[i]), "rename one of the two files",
			         "its chart would replace that of %s", (const char *)map_find(&names, out));
			continue;
		}
		draw(job, &paths[i], 1, out, env->diags);
	}
}

/* One chart of all the data, or one a file. */
static void draw_all(struct job *job, const char *const *paths, size_t n_paths)
{
	struct command_env *env = job->env;
	const char *out = option_value(&job->options[OPT_OUT], NULL);
	if (job->options[OPT_EACH].count) {
		draw_each(job, paths, n_paths);
		return;
	}
	bool named = out || job->output == OUTPUT_SCENE;
	if (!named) {
		const char *benchmark = option_value(&job->options[OPT_BENCHMARK], NULL);
		out = arena_printf(env->arena, "%s%s%s.%s", job->kind->name, benchmark ? "-" : "",
		                   benchmark ? str_slug(env->arena, benchmark) : "", job->format->suffix);
	}
	if (draw(job, paths, n_paths, out, env->diags) && !named)
		printf("%s\n", out);
}

static enum exit_status prepare(struct job *job)
{
	struct command_env *env = job->env;
	if (!settle_format(job) || !settle_rows_option(job))
		return EXIT_USAGE;
	job->language = language_find(option_value(&job->options[OPT_LANG], "en"), env->diags);
	if (!job->language)
		return EXIT_USAGE;
	job->look = look_load(env->arena, env->inputs, option_value(&job->options[OPT_LOOK], "editorial"), env->looks,
	                      env->diags);
	if (!job->look)
		return EXIT_INPUT;
	if (!settle_size(job))
		return EXIT_USAGE;
	job->fonts = fontset_open(env->arena, job->look, env->font_roots, env->n_font_roots, env->diags);
	job->box = paintbox_new(env->arena);
	if (job->options[OPT_REPORT].count)
		job->report = report_new(env->arena);
	return job->fonts ? EXIT_DONE : EXIT_INPUT;
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS] = {
		[OPT_BENCHMARK] = { .name = "--benchmark", .brief = "-b", .many = true },
		[OPT_MODEL] = { .name = "--model", .brief = "-m", .many = true },
		[OPT_OUT] = { .name = "--out", .brief = "-o" },
		[OPT_TITLE] = { .name = "--title" },
		[OPT_FOCUS] = { .name = "--focus" },
		[OPT_LOOK] = { .name = "--look" },
		[OPT_SIZE] = { .name = "--size" },
		[OPT_ROWS] = { .name = "--rows" },
		[OPT_FORMAT] = { .name = "--format" },
		[OPT_EACH] = { .name = "--each", .flag = true },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_REPORT] = { .name = "--report" },
	};
	const char **operands;
	size_t n;
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	if (n < 2)
		return command_usage(env, "chart", n ? "no data are given" : "no chart kind is given");
	struct job job = { .env = env,
		           .options = options,
		           .kind = chart_kind_find(operands[0], place_file(NULL), env->diags) };
	if (!job.kind)
		return EXIT_USAGE;
	const char *title = option_value(&options[OPT_TITLE], NULL), *report = option_value(&options[OPT_REPORT], NULL);
	if (title && !title[strspn(title, " \t\n")])
		return command_usage(env, "chart", "--title is empty: leave it out for one that is made from the data");
	if (report && option_value(&options[OPT_OUT], NULL) && str_eq(report, option_value(&options[OPT_OUT], NULL)))
		return command_usage(env, "chart", "--report would replace the chart in %s", report);
	size_t named = options[OPT_BENCHMARK].count;
	if (named > job.kind->most)
		return command_usage(env, "chart", "a %s chart shows %s: -b is given %zu times", job.kind->name,
		                     chart_kind_shows(job.kind), named);
	if (options[OPT_ROWS].count && !job.kind->has_rows)
		return command_usage(env, "chart", "a %s chart has no rows: leave --rows out", job.kind->name);
	enum exit_status ready = prepare(&job);
	if (ready != EXIT_DONE)
		return ready;
	draw_all(&job, operands + 1, n - 1);
	if (report)
		report_write(job.report, env->version, report, env->diags);
	return EXIT_DONE;
}

static const char rest_of_help[] =
	"\n"
	"DATA are files (.yaml .json .csv .tsv), folders or - for standard input; several merge into one.\n\n"
	"  -b, --benchmark B  what is shown; without it all that have values, where the kind shows several\n"
	"  -m, --model M      only these; one without a value is shown as missing (model or model@variant)\n"
	"  -o, --out FILE     its ending says the format; otherwise KIND-BENCHMARK.png is written and named\n"
	"      --focus M      the model that is highlighted and that the title speaks of; it is never added to those "
	"of -m\n"
	"      --title TEXT   instead of the title that is made from the data; its numbers have to be in them\n"
	"      --look L       editorial (default), board, boardroom, a dark or light version, or your own\n"
	"      --lang L       {languages}: all built-in words, numbers and dates (en)\n"
	"      --size S       16:9, A4, Letter, or WxH: pixels, in a PDF points (PNG and SVG: 16:9, "
	"1920x1080)\n"
	"      --rows N       how many rows (a slide shows 12, a PDF all, on as many pages as needed)\n"
	"      --format F     png, svg, pdf, or scene: the layout as text, on standard output without -o\n"
	"      --each         one chart a file, named like it, into the folder of -o\n"
	"      --report F     what was made, as JSON: {\"benchbrief\": VERSION, \"charts\": [{\"file\", "
	"\"kind\",\n"
	"                     \"pages\", \"title\", \"alt\", \"source\", \"data\" (a hash), \"values\": "
	"[{\"row\", \"column\",\n"
	"                     \"value\" or null, \"unit\", \"rank\" (0: none), \"tied\", \"claimed\"}], "
	"\"findings\":\n"
	"                     [{\"rule\", \"severity\": \"block\" or \"warn\", \"page\", \"message\", "
	"\"remedy\"}]}]}\n\n"
	"Every rule that a chart must keep is checked before it is drawn; a broken one stops it and is "
	"named.\n";

static void print_kinds(FILE *out)
{
	const struct chart_kind *kind;
	for (size_t i = 0; (kind = chart_kind_at(i)) != NULL; i++)
		fprintf(out, "  %-11s  %s\n", kind->name, kind->summary);
	fputs(rest_of_help, out);
}

const struct command command_chart = {
	.name = "chart",
	.summary = "draw one chart as PNG, SVG or PDF",
	.help = "usage: benchbrief chart KIND DATA… [-b BENCHMARK]… [-m MODEL]… [-o FILE.png|.svg|.pdf]\n"
		"                        [--focus MODEL] [--title TEXT] [--look NAME|FILE.yaml] [--lang L]\n"
		"                        [--size SIZE] [--rows N] [--report FILE.json]\n"
		"       benchbrief chart KIND FILE… --each -o FOLDER [--format png|svg|pdf] …\n\n"
		"KIND is one of\n\n",
	.more_help = print_kinds,
	.run = run,
};
