/* benchbrief chart KIND DATA…: one chart, or with --each one per file. */
#include "command/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"
#include "base/str.h"
#include "chart/request.h"
#include "paint/painter.h"
#include "press/press.h"
#include "press/report.h"
#include "scene/scene.h"
#include "style/look.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPT_OUT,
	OPT_TITLE,
	OPT_SUBTITLE,
	OPT_ALT,
	OPT_SOURCE,
	OPT_DIGITS,
	OPT_NOTE,
	OPT_FOCUS,
	OPT_LOOK,
	OPT_SIZE,
	OPT_ROWS,
	OPT_FORMAT,
	OPT_CHARTS,
	OPT_EACH,
	OPT_LANG,
	OPT_REPORT,
	OPT_SYNC,
	OPT_UNTRUSTED,
	OPT_TYPE,
	OPT_LOG,
	OPT_PERCENT,
	OPT_REFERENCE,
	OPT_ANNOTATE,
	OPT_BAND,
	OPT_SCALE,
	OPT_COLOR,
	OPT_CLAIMS,
	OPT_TRANSPARENT,
	OPT_GROUP,
	OPT_TITLES,
	OPT_FEED,
	OPT_PART = OPT_FEED + FEED_OPTIONS,
	OPTIONS = OPT_PART + PART_OPTIONS
};

struct drawing { /* what holds for every chart of a run */
	struct command_env *env;
	struct press_chart request;
	const char *const *paths; /* of its data, as the operands have them */
	size_t n_paths;
	struct report *report; /* NULL: not asked for */
	const char *report_to; /* a file; NULL: none */
	bool reports_out;      /* to standard output, which then holds nothing else */
	struct file_set *set;  /* what is written */
	const char *name;      /* of the chart, to be printed; NULL: not asked for */
	bool titles;           /* only what it could be called is printed */
};

/* ---- options ---- */

static enum exit_status take_format(struct command_env *env, const struct option *options, struct press_chart *q)
{
	const char *format = option_value(&options[OPT_FORMAT], NULL), *out = option_value(&options[OPT_OUT], NULL);
	if (options[OPT_TITLES].count &&
	    (format || out || options[OPT_EACH].count || options[OPT_TITLE].count || options[OPT_TRANSPARENT].count))
		return command_usage(
			env, "chart",
			"--titles draws nothing: leave --out, --format, --each, --title and --transparent out");
	if (!format && out && !options[OPT_EACH].count && !str_eq(out, "-")) {
		q->painter = painter_of_path(out);
		return q->painter ? EXIT_DONE
		                  : command_usage(env, "chart", "%s must end in one of %s", out,
		                                  painter_list(env->arena, ".", ", "));
	}
	q->layout_only = str_eq(format, "scene") || options[OPT_TITLES].count;
	q->painter = format && !q->layout_only ? painter_find(format) : painter_for_chart();
	return q->painter ? EXIT_DONE
	                  : command_usage(env, "chart", "--format must be one of %s, scene, not %s",
	                                  painter_list(env->arena, "", ", "), format);
}

static enum exit_status take_rows(struct command_env *env, const struct option *options, struct press_chart *q)
{
	const char *rows = option_value(&options[OPT_ROWS], NULL);
	if (!rows)
		return EXIT_DONE;
	if (!q->kind->has_rows)
		return command_usage(env, "chart", "a %s chart has no rows: leave --rows out", q->kind->name);
	return command_count(env, "chart", "--rows", rows, &q->rows) ? EXIT_DONE : EXIT_USAGE;
}

static bool is_blank(const char *text)
{
	return text && !text[strspn(text, " \t\n")];
}

static enum exit_status check_names(struct command_env *env, const struct option *options, const struct press_chart *q)
{
	const char *report = option_value(&options[OPT_REPORT], NULL), *out = option_value(&options[OPT_OUT], NULL);
	size_t named = q->part.n_benchmarks;
	if (is_blank(q->title))
		return command_usage(env, "chart", "--title is empty: leave it out for one that is made from the data");
	if (is_blank(q->subtitle))
		return command_usage(env, "chart", "--subtitle is empty: leave it out");
	if (is_blank(q->source))
		return command_usage(env, "chart", "--source is empty: leave it out");
	if (is_blank(q->alt))
		return command_usage(env, "chart", "--alt is empty: leave it out to have one made from the data");
	for (size_t i = 0; i < q->n_notes; i++)
		if (is_blank(q->notes[i]))
			return command_usage(env, "chart", "--note is empty: leave it out");
	if (out && !*out)
		return command_usage(env, "chart", "--out is empty: name what is to be written");
	if (str_eq(out, "-") && options[OPT_EACH].count)
		return command_usage(env, "chart", "--each makes several files, and standard output takes one");
	if (str_eq(report, "-") && str_eq(out, "-"))
		return command_usage(env, "chart", "only one of --out and --report can be standard output");
	if (report && out && str_eq(report, out))
		return command_usage(env, "chart", "--report would replace the chart in %s", report);
	if (named > q->kind->most)
		return command_usage(env, "chart", "a %s chart shows %s: -b is given %zu times", q->kind->name,
		                     chart_kind_shows(q->kind), named);
	return EXIT_DONE;
}

/* Nothing that was named to be read is written over. */
static bool are_free(struct drawing *d, const struct option *options)
{
	struct command_env *env = d->env;
	const struct press_chart *q = &d->request;
	const char *report = option_value(&options[OPT_REPORT], NULL), *out = option_value(&options[OPT_OUT], NULL);
	bool each = options[OPT_EACH].count > 0;
	return command_target(env, "chart", "--out", out, d->paths, each ? 0 : d->n_paths) &&
	       command_target(env, "chart", "--report", report, d->paths, d->n_paths) &&
	       command_target(env, "chart", "--report", report, &q->look, 1);
}

static enum exit_status take_options(struct command_env *env, const struct option *options, struct press_chart *q)
{
	const char *language = option_value(&options[OPT_LANG], NULL);
	if (!command_take_part(env, "chart", &options[OPT_PART], &q->part))
		return EXIT_USAGE;
	q->order = option_value(&options[OPT_PART + PART_ORDER], NULL);
	q->type = option_value(&options[OPT_TYPE], NULL);
	q->focuses = options[OPT_FOCUS].values;
	q->n_focuses = options[OPT_FOCUS].count;
	q->color = option_value(&options[OPT_COLOR], NULL);
	q->group = option_value(&options[OPT_GROUP], NULL);
	q->transparent = options[OPT_TRANSPARENT].count > 0;
	q->claims = option_value(&options[OPT_CLAIMS], NULL);
	q->log = option_value(&options[OPT_LOG], NULL);
	q->percent = options[OPT_PERCENT].count > 0;
	q->references = options[OPT_REFERENCE].values;
	q->n_references = options[OPT_REFERENCE].count;
	q->bands = options[OPT_BAND].values;
	q->n_bands = options[OPT_BAND].count;
	q->annotations = options[OPT_ANNOTATE].values;
	q->n_annotations = options[OPT_ANNOTATE].count;
	q->title = option_value(&options[OPT_TITLE], NULL);
	q->subtitle = option_value(&options[OPT_SUBTITLE], NULL);
	q->source = option_value(&options[OPT_SOURCE], NULL);
	q->digits = option_value(&options[OPT_DIGITS], NULL);
	q->alt = option_value(&options[OPT_ALT], NULL);
	q->notes = options[OPT_NOTE].values;
	q->n_notes = options[OPT_NOTE].count;
	q->look = option_value(&options[OPT_LOOK], NULL);
	q->size = option_value(&options[OPT_SIZE], NULL);
	enum exit_status taken = check_names(env, options, q);
	if (taken == EXIT_DONE)
		taken = take_format(env, options, q);
	if (taken == EXIT_DONE)
		taken = take_rows(env, options, q);
	if (taken != EXIT_DONE)
		return taken;
	if (q->painter->flows && !q->layout_only && (options[OPT_SIZE].count || options[OPT_SCALE].count))
		return command_usage(env, "chart", "%s fits the reader's window: leave --size and --scale out",
		                     q->painter->name);
	if (q->painter->flows && !q->layout_only && q->transparent)
		return command_usage(env, "chart", "%s has a page under its charts: leave --transparent out",
		                     q->painter->name);
	if (!command_charts(env, "chart", option_value(&options[OPT_CHARTS], NULL), q->painter, &q->shapes))
		return EXIT_USAGE;
	if (!command_scale(env, "chart", option_value(&options[OPT_SCALE], NULL), &q->scale))
		return EXIT_USAGE;
	if (language && !(q->language = language_find(language, env->diags)))
		return EXIT_USAGE;
	return command_size(env, "chart", q->size, q->painter->holds_pages && !q->layout_only) ? EXIT_DONE : EXIT_USAGE;
}

/* ---- charts ---- */

/* All are true; a chart takes the first that has room. */
static bool print_titles(const struct press_result *result)
{
	const struct scene_document *d = &result->pages[0]->document;
	for (size_t i = 0; d->titles[i]; i++)
		if (!i || !str_eq(d->titles[i], d->titles[i - 1]))
			printf("%s\n", d->titles[i]);
	return true;
}

static bool write_layout(struct drawing *d, const struct press_result *result, const char *out)
{
	struct command_env *env = d->env;
	struct strbuf text = strbuf_new(env->arena);
	for (size_t i = 0; i < result->n_pages; i++)
		strbuf_add(&text, scene_dump(env->arena, result->pages[i]));
	if (out)
		return file_set_add(d->set, out, text.s, text.n);
	fwrite(text.s, 1, text.n, stdout);
	return true;
}

/* file: what messages without a place of their own are about; NULL: the command. */
static bool draw(struct drawing *d, const char *out, const char *file)
{
	struct command_env *env = d->env;
	const struct press_result *result = press_make_chart(command_press(env), &d->request);
	if (!command_take(env, result, file))
		return false;
	if (out && !str_eq(out, "-") && inputs_hit(result->inputs, out)) {
		diag_add(env->diags, DIAG_ERROR, place_file(out), "give it another name",
		         "the chart would replace a file that it is made from");
		return false;
	}
	if (d->report && d->report_to && inputs_hit(result->inputs, d->report_to)) {
		diag_add(env->diags, DIAG_ERROR, place_file(d->report_to), "give it another name",
		         "the report would replace a file that the chart is made from");
		return false;
	}
	if (d->report)
		report_chart(d->report, result, out);
	if (d->titles)
		return print_titles(result);
	if (d->request.layout_only)
		return write_layout(d, result, out);
	return file_set_add(d->set, out, result->files[0].bytes.data, result->files[0].bytes.size);
}

/* One chart per file, with its name; a file that fails does not keep the others from being drawn. */
static void draw_each(struct drawing *d, const char *folder)
{
	const struct feed *feeds = d->request.data;
	const char *const *paths = d->paths;
	size_t n_paths = d->n_paths;
	struct command_env *env = d->env;
	struct map names = map_new(env->arena);
	const char *suffix = d->request.layout_only ? "scene" : d->request.painter->suffix;
	if (!file_make_folder(folder, env->diags))
		return;
	for (size_t i = 0; i < n_paths; i++) {
		char *out = arena_printf(env->arena, "%s/%s.%s", folder, file_stem(env->arena, paths[i]), suffix);
		char *path = arena_strdup(env->arena, paths[i]);
		if (map_put(&names, out, path) != path) {
			diag_add(env->diags, DIAG_ERROR, place_file(paths[i]), "rename one of the two files",
			         "its chart would replace that of %s", (const char *)map_find(&names, out));
			continue;
		}
		d->request.data = &feeds[i];
		d->request.n_data = 1;
		draw(d, out, paths[i]);
	}
}

static bool draw_one(struct drawing *d, const char *out)
{
	const struct press_chart *q = &d->request;
	struct arena *a = d->env->arena;
	bool named = out || q->layout_only;
	if (!named)
		out = arena_printf(a, "%s%s%s.%s", q->kind->name, q->part.n_benchmarks ? "-" : "",
		                   q->part.n_benchmarks ? str_slug(a, q->part.benchmarks[q->part.n_benchmarks - 1])
		                                        : "",
		                   q->painter->suffix);
	if (!draw(d, out, NULL))
		return false;
	d->name = named || d->reports_out ? NULL : out;
	return true;
}

/* The charts and their report appear together. */
static void write_set(struct drawing *d, const char *report)
{
	const char *json = report ? report_charts(d->report, d->env->version) : NULL;
	if (json && !file_set_add(d->set, report, json, strlen(json)))
		return;
	if (file_set_commit(d->set) && d->name)
		printf("%s\n", d->name);
}

static void draw_all(struct drawing *d, const struct option *options)
{
	const char *report = option_value(&options[OPT_REPORT], NULL);
	struct arena *scratch = arena_new_below(d->env->arena); /* its end takes back what was not written */
	bool ok = true;
	d->report = report ? report_new(d->env->arena) : NULL;
	d->reports_out = str_eq(report, "-");
	d->report_to = d->reports_out ? NULL : report;
	d->set = file_set_new(scratch, options[OPT_SYNC].count > 0, d->env->diags);
	if (options[OPT_EACH].count)
		draw_each(d, option_value(&options[OPT_OUT], "."));
	else
		ok = draw_one(d, option_value(&options[OPT_OUT], NULL));
	if (ok)
		write_set(d, report);
	arena_free(scratch);
}

static const char *folder_of(struct arena *arena, const char *path)
{
	return path && !str_eq(path, "-") ? file_folder(arena, path) : NULL;
}

static void untrust(struct drawing *d, const struct option *options)
{
	struct command_env *env = d->env;
	const struct press_chart *q = &d->request;
	const char **reads = arena_alloc(env->arena, d->n_paths + 1, sizeof *reads);
	const char *out = option_value(&options[OPT_OUT], NULL);
	const char *writes[] = { !out && !options[OPT_EACH].count ? "." : NULL, folder_of(env->arena, out),
		                 folder_of(env->arena, option_value(&options[OPT_REPORT], NULL)) };
	if (options[OPT_EACH].count)
		writes[1] = out;
	for (size_t i = 0; i < d->n_paths; i++)
		reads[i] = d->paths[i];
	reads[d->n_paths] = q->look && look_is_path(q->look) ? q->look : NULL;
	command_untrust(env, reads, d->n_paths + 1, writes, sizeof writes / sizeof *writes);
}

static enum exit_status take_data(struct drawing *d, const struct option *options)
{
	struct press_chart *q = &d->request;
	struct command_feeds feeds;
	const struct option *shared = &options[OPT_FEED];
	if (!command_need_feeds(d->env, "chart", shared, d->paths, d->n_paths, &feeds) || !are_free(d, options))
		return EXIT_USAGE;
	if (options[OPT_EACH].count && shared[FEED_SQL].count)
		return command_usage(d->env, "chart", "--each makes one chart per file, and a query is none");
	q->data = feeds.items;
	q->n_data = feeds.count;
	q->from = feeds.format;
	q->better = feeds.better;
	return EXIT_DONE;
}

/* The first operand is a kind, the others are data. */
static enum exit_status draw_asked(struct command_env *env, const struct option *options, const char **operands,
                                   size_t n)
{
	struct drawing d = {
		.env = env, .paths = operands + 1, .n_paths = n - 1, .titles = options[OPT_TITLES].count > 0
	};
	d.request.kind = chart_kind_find(operands[0], place_file(NULL), env->diags);
	if (!d.request.kind)
		return EXIT_USAGE;
	enum exit_status taken = take_options(env, options, &d.request);
	if (taken == EXIT_DONE)
		taken = take_data(&d, options);
	if (taken != EXIT_DONE)
		return taken;
	if (options[OPT_UNTRUSTED].count)
		untrust(&d, options);
	draw_all(&d, options);
	return EXIT_DONE;
}

static void list_options(struct option *options)
{
	const struct option own[OPTIONS] = {
		[OPT_OUT] = { .name = "--out", .brief = "-o" },
		[OPT_TITLE] = { .name = "--title" },
		[OPT_SUBTITLE] = { .name = "--subtitle" },
		[OPT_SOURCE] = { .name = "--source" },
		[OPT_DIGITS] = { .name = "--digits" },
		[OPT_ALT] = { .name = "--alt" },
		[OPT_NOTE] = { .name = "--note", .many = true },
		[OPT_FOCUS] = { .name = "--focus", .many = true },
		[OPT_LOOK] = { .name = "--look" },
		[OPT_SIZE] = { .name = "--size" },
		[OPT_ROWS] = { .name = "--rows" },
		[OPT_FORMAT] = { .name = "--format" },
		[OPT_CHARTS] = { .name = "--charts" },
		[OPT_EACH] = { .name = "--each", .flag = true },
		[OPT_LANG] = { .name = "--lang" },
		[OPT_REPORT] = { .name = "--report" },
		[OPT_SYNC] = { .name = "--sync", .flag = true },
		[OPT_UNTRUSTED] = { .name = "--untrusted", .flag = true },
		[OPT_TYPE] = { .name = "--type" },
		[OPT_LOG] = { .name = "--log" },
		[OPT_PERCENT] = { .name = "--percent", .flag = true },
		[OPT_REFERENCE] = { .name = "--reference", .many = true },
		[OPT_BAND] = { .name = "--band", .many = true },
		[OPT_ANNOTATE] = { .name = "--annotate", .many = true },
		[OPT_SCALE] = { .name = "--scale" },
		[OPT_COLOR] = { .name = "--color" },
		[OPT_CLAIMS] = { .name = "--claims" },
		[OPT_TRANSPARENT] = { .name = "--transparent", .flag = true },
		[OPT_GROUP] = { .name = "--group" },
		[OPT_TITLES] = { .name = "--titles", .flag = true },
	};
	memcpy(options, own, sizeof own);
	command_feed_options(&options[OPT_FEED]);
	command_part_options(&options[OPT_PART]);
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	struct option options[OPTIONS];
	const char **operands;
	size_t n;
	list_options(options);
	if (!command_options(env, argc, argv, options, OPTIONS, &operands, &n))
		return EXIT_USAGE;
	return n ? draw_asked(env, options, operands, n) : command_usage(env, "chart", "no kind of chart given");
}

static const char help_on_data[] =
	"\n"
	"DATA are files (.yaml .json .csv .tsv .xlsx .ods .md .html), folders or - for standard input; several merge\n"
	"into one. A sheet, a range or a table is named after #: results.xlsx#Scores!B3:F40, README.md#2.\n\n"
	"  -b, --benchmark B  what to show; without it everything that has values, where the kind shows several;\n"
	"                     a kind that shows one picks what most models have, in files from another program\n"
	"  -m, --model M      only these; one without a value is shown as missing (model or model@variant);\n"
	"                     or a pattern: 'gemini*' is every such model that has a value\n"
	"  -o, --out FILE     its ending is the format, - is standard output; without it KIND-BENCHMARK.{chart} is\n"
	"                     written and its name printed\n"
	"      --maker NAME   only models of this maker, or of those that fit a pattern; may be repeated\n"
	"      --where COND   only models that meet a condition, such as 'released >= 2025-06'; may be repeated\n"
	"      --top N        only the first N of these, and whoever shares the last one's rank\n"
	"      --order O      value (default), data, name or released: how models are ordered\n" COMMAND_ORDER_HELP;

static const char help_on_drawing[] =
	"      --titles       print what the chart could be called, the best first; nothing is drawn\n"
	"      --type T       desk or room: the size of type, to be read at a desk or from the back of a\n"
	"                     room; without it a picture with few rows takes as much as fits\n"
	"      --focus M      the model that is highlighted and that the title speaks of; never added to -m; up to "
	"three\n"
	"                     more, each in a colour of its own\n"
	"      --color C      maker or highlight: what colours mean, instead of what the look says\n"
	"      --group G      leaderboard, bars, dots: maker or family: rows in groups, each under its head, the "
	"group\n"
	"                     with the best value first; ranks are those of all\n"
	"      --claims C     mark (default) or hide: whether values that developers report of their own models are\n"
	"                     drawn, marked as such, or left out, which a note says with their number\n"
	"      --title TEXT   instead of the title that is made from the data; its numbers must be values, ranks,\n"
	"                     differences, ratios or counts of what it names and the chart shows\n"
	"      --subtitle TEXT  a line of yours under the title, above what is measured; its numbers as those of "
	"--title\n"
	"      --note TEXT    a note of yours below the others; may be repeated; its numbers must be in the data too\n"
	"      --source TEXT  words of yours after the source line, which stays; judged as --note\n"
	"      --digits N     values with N decimals at most, fewer than their sources give; a note says \"rounded\"\n"
	"      --alt TEXT     what the chart says to readers who cannot see it, instead of the text that is made from\n"
	"                     the data; at most 600 characters; its numbers must be in the data "
	"too\n" COMMAND_FEED_HELP;

static const char end_of_help[] =
	"      --look L       editorial (default), board, boardroom, a dark or light version, or your own\n"
	"      --lang L       {languages}: all built-in words, numbers and dates (en)\n"
	"      --size S       {papers}, or WxH in pixels,\n"
	"                     in a {PAGES} in points (16:9, 1920x1080; in a {PAGES} the paper of the look)\n"
	"      --reference R  a line: \"{value: 72.3, label: Human experts, source: who says so}\"; up to three\n"
	"      --band B       what lies between two: \"{from: 65, to: 74, label: Human experts, source: who says "
	"so}\"\n"
	"      --annotate A   a few words beside one mark: \"{model: m, benchmark: b, text: without tools}\"; up to "
	"six;\n"
	"                     their numbers as those of --title\n"
	"      --log B        true or false: whether the scale of dots, a scatter's horizontal axis or a timeline's\n"
	"                     vertical one is logarithmic (of dots and scatters it is where the largest is 30 times "
	"the smallest)\n"
	"      --percent      stacked: each part as a share of its total\n"
	"      --scale N      multiplies the pixels, for finer screens: 0.5 to 8\n"
	"      --transparent  no ground is painted under the chart; contrast is judged against that of the look\n"
	"      --rows N       how many rows (a slide shows 12; a {PAGES} shows all, on as many pages as needed)\n"
	"      --format F     {formats}, or scene: the layout as text, on standard output without -o\n"
	"      --charts C     in pptx: native (charts with workbooks, where PowerPoint has such) or shapes\n"
	"      --each         one chart per file, with the file's name, in the folder of -o\n"
	"      --sync         return when the files are on the disk, safe from a loss of power\n"
	"      --untrusted    for services: read only below the data's folders, write only to the results', take at "
	"most a\n"
	"                     minute and what SECURITY.md says\n"
	"      --report F     write what was made, as JSON (- for standard output): {\"benchbrief\": VERSION, "
	"\"charts\": [{\"file\", "
	"\"kind\",\n"
	"                     \"pages\", \"title\", \"alt\", \"source\", \"data\" (a hash), \"values\": "
	"[{\"row\", \"column\",\n"
	"                     \"value\" or null, \"unit\", \"rank\" (0: none), \"tied\", \"claimed\"}], "
	"\"findings\":\n"
	"                     [{\"rule\", \"severity\": \"block\" or \"warn\", \"page\", \"message\", "
	"\"remedy\"}],\n"
	"                     \"inputs\": [{\"file\", \"role\", \"bytes\", \"sha256\"}]}]}\n\n"
	"Every rule that a chart must keep is checked before it is drawn; a broken rule stops it and is named.\n";

static void print_kinds(struct arena *arena, FILE *out)
{
	const struct chart_kind *kind;
	for (size_t i = 0; (kind = chart_kind_at(i)) != NULL; i++)
		fprintf(out, "  %-11s  %s\n", kind->name, kind->summary);
	fputs(command_fill(arena, help_on_data), out);
	fputs(command_fill(arena, help_on_drawing), out);
	fputs(command_fill(arena, end_of_help), out);
}

const struct command command_chart = {
	.name = "chart",
	.summary = "draw one chart as {FORMATS}",
	.help = "usage: benchbrief chart KIND DATA… [-b BENCHMARK]… [-m MODEL]… [-o FILE{.format}]\n"
		"                        [--focus MODEL] [--title TEXT] [--subtitle TEXT] [--note TEXT]… [--alt TEXT]\n"
		"                        [--look NAME|FILE.yaml] [--lang L] [--size SIZE] [--rows N]\n"
		"                        [--maker NAME]… [--where CONDITION]… [--top N] [--order O] [--type T]\n"
		"                        [--better higher|lower] [--from NAME] [--map ROLE=HEAD,…] [--unit U]\n"
		"                        [--sql QUERY --from SOURCE] [--report FILE.json] [--sync] [--untrusted]\n"
		"       benchbrief chart KIND FILE… --each -o FOLDER [--format {format}] …\n\n"
		"KIND is one of\n\n",
	.more_help = print_kinds,
	.list_options = list_options,
	.n_options = OPTIONS,
	.run = run,
};
