/* Time and memory grow with the input: each pathological input is made with n and with 4n of something, in a process of
 * its own, and what is added costs at most twice as much each. No time is compared with a clock, only with another. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/str.h"
#include "chart/kind.h"
#include "instrumented.h"
#include "paint/painter.h"
#include "press/press.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct growing { /* a pathological one */
	const char *name;
	void (*write)(FILE *out, size_t n); /* its file */
	bool (*make)(struct press *press, const char *path);
	const char *suffix;
	size_t n;
};

/* ---- the inputs ---- */

static void write_gap(FILE *out, size_t n)
{
	fputs("model,benchmark,value\n", out);
	for (size_t i = 0; i < n; i++)
		for (size_t m = 0; m < 3; m++)
			fprintf(out, "M%zu,Bench %zu,%.3f\n", m, i, (double)((i * 7919 + m * 104729) % 100000) / 1000);
}

static void write_list(FILE *out, size_t n)
{
	fputs("model,benchmark,value\n", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "Model %zu,Quality,%.2f%%\n", i, (double)(i * 7919 % 10000) / 100);
}

static void write_table(FILE *out, size_t n)
{
	fputs("---\ntitle: T\ndata: data.yaml\n---\nText.\n\n| A | B |\n|---|---|\n", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "| word %c%c%c | other |\n", (int)('a' + i % 26), (int)('a' + i / 26 % 26),
		        (int)('a' + i / 676 % 26));
}

static void write_columns(FILE *out, size_t n)
{
	fputs("model,benchmark,value", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, ",other %zu", i);
	for (size_t m = 0; m < 2; m++) {
		fprintf(out, "\nM%zu,Quality,%zu", m, 50 + m);
		for (size_t i = 0; i < n; i++)
			fprintf(out, ",%zu", (i * 7919 + m) % 100);
	}
	fputs("\n", out);
}

/* A column a benchmark. Its memory once went with the square of the columns. */
static void write_wide(FILE *out, size_t n)
{
	enum { ROWS = 50 };
	fputs("Model", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, ",Bench %zu", i);
	for (size_t m = 0; m < ROWS; m++) {
		fprintf(out, "\nM%zu", m);
		for (size_t i = 0; i < n; i++)
			fprintf(out, ",%zu", 2 + (i * 7919 + m) % 90);
	}
	fputs("\n", out);
}

/* A table that nobody made for the program, of values that all differ. */
static void write_foreign(FILE *out, size_t n)
{
	enum { TASKS = 100 };
	fputs("engine,task,score\n", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "engine number %zu,Bench %zu,%zu.%06zu\n", i / TASKS, i % TASKS, i % 90,
		        i * 7919 % 1000000);
}

/* The values of many models on a few benchmarks, of which the first is asked for; and these alone. */
enum { FEW = 25 };

static void write_long(FILE *out, size_t n)
{
	fputs("model,benchmark,value\n", out);
	for (size_t i = 0; i < n * FEW; i++)
		fprintf(out, "organisation %zu/model number %zu,Bench %zu,%zu.%02zu\n", i / FEW % 300, i / FEW, i % FEW,
		        i * 7919 % 90, i * 31 % 100);
}

static void write_first_of_long(FILE *out, size_t n)
{
	fputs("model,benchmark,value\n", out);
	for (size_t i = 0; i < n * FEW; i += FEW)
		fprintf(out, "organisation %zu/model number %zu,Bench 0,%zu.%02zu\n", i / FEW % 300, i / FEW,
		        i * 7919 % 90, i * 31 % 100);
}

/* A column a benchmark, and many rows. */
static void write_rows(FILE *out, size_t n)
{
	enum { COLUMNS = 100 };
	fputs("Model", out);
	for (size_t i = 0; i < COLUMNS; i++)
		fprintf(out, ",Bench %zu", i);
	for (size_t m = 0; m < n; m++) {
		fprintf(out, "\nModel number %zu", m);
		for (size_t i = 0; i < COLUMNS; i++)
			fprintf(out, ",%zu.%zu", 2 + (i * 7919 + m * 31) % 90, (i + m * 101) % 100);
	}
	fputs("\n", out);
}

/* One record with a list of numbers. */
static void write_series(FILE *out, size_t n)
{
	fputs("[{\"model\": \"A\", \"Bench 0\": 1, \"trace\": [0", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, ", %zu", i % 10);
	fputs("]}]\n", out);
}

static void write_models(FILE *out, size_t n)
{
	fputs("model,benchmark,value,source\n", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "model-%07zu,benchmark,%.1f,src-1\n", i, (double)(i * 7919 % 900) / 10);
}

/* Many sources of one value, of one date, of which most agree. */
static void write_sources(FILE *out, size_t n)
{
	fputs("model,benchmark,value,source,date\n", out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "A,Quality,%d%%,source %zu,2026-05-04\n", i % 4 ? 71 : 60 + (int)(i / 4 % 10), i);
	fputs("B,Quality,50%,source 0,2026-05-04\n", out);
}

static void write_charts(FILE *out, size_t n)
{
	fputs("---\ntitle: T\ndata: data.yaml\n---\nText.\n\n", out);
	for (size_t i = 0; i < n; i++)
		fputs("```chart\nkind: bars\nbenchmark: q\n```\n\n", out);
}

static bool make_chart(struct press *press, const char *path, const char *kind, const char *focus, const char *format)
{
	const struct press_chart request = { .kind = chart_kind_find(kind, place_file(NULL), NULL),
		                             .data = &(struct feed){ .file = path },
		                             .n_data = 1,
		                             .focuses = &focus,
		                             .n_focuses = focus ? 1 : 0,
		                             .painter = painter_find(format) };
	return press_make_chart(press, &request)->status == PRESS_DONE;
}

static bool make_gap(struct press *press, const char *path)
{
	return make_chart(press, path, "gap", "M0", "png");
}

static bool make_list(struct press *press, const char *path)
{
	return make_chart(press, path, "leaderboard", NULL, "pdf");
}

static bool make_picture(struct press *press, const char *path)
{
	return make_chart(press, path, "leaderboard", NULL, "png");
}

static bool make_first(struct press *press, const char *path)
{
	static const char *const first[] = { "Bench 0" };
	const struct press_chart request = { .kind = chart_kind_find("leaderboard", place_file(NULL), NULL),
		                             .data = &(struct feed){ .file = path },
		                             .n_data = 1,
		                             .part.benchmarks = first,
		                             .part.n_benchmarks = 1,
		                             .painter = painter_find("png") };
	return press_make_chart(press, &request)->status == PRESS_DONE;
}

static bool make_check(struct press *press, const char *path)
{
	const struct press_check request = { .data = &(struct feed){ .file = path }, .n_data = 1 };
	return press_check_data(press, &request)->status == PRESS_DONE;
}

static bool make_briefing(struct press *press, const char *path)
{
	const struct press_briefing request = { .path = path };
	return press_make_briefing(press, &request)->status == PRESS_DONE;
}

static const char data_file[] = "date: 2026-05-04\n"
				"sources:\n"
				"  - {id: s, title: S, kind: leaderboard, date: 2026-05-04}\n"
				"models:\n"
				"  - {id: a, name: Aster}\n"
				"  - {id: b, name: Borealis}\n"
				"benchmarks:\n"
				"  - {id: q, name: Quality, unit: percent, better: higher}\n"
				"measurements:\n"
				"  - {model: a, benchmark: q, value: 71.4%, source: s}\n"
				"  - {model: b, benchmark: q, value: 61.4%, source: s}\n";

/* ---- what they cost ---- */

struct cost {
	double seconds, kilobytes;
	bool made;
};

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static struct cost work(const struct growing *input, const char *path)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	struct rusage used;
	struct press *press = press_open(
		&(struct press_world){ .version = "test", .looks = "styles", .font_roots = roots, .n_font_roots = 1 });
	struct cost cost = { .made = press && input->make(press, path) };
	getrusage(RUSAGE_SELF, &used);
	cost.seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
	cost.kilobytes = (double)used.ru_maxrss;
	press_close(press);
	return cost;
}

/* In a process of its own, so that memory is that of this input alone. */
static struct cost cost_once(const struct growing *input, const char *path)
{
	struct cost cost = { .made = false };
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (!child) {
		cost = work(input, path);
		_exit(write(ends[1], &cost, sizeof cost) != (ssize_t)sizeof cost);
	}
	close(ends[1]);
	assert_int_equal(read(ends[0], &cost, sizeof cost), (ssize_t)sizeof cost);
	close(ends[0]);
	assert_int_equal(waitpid(child, NULL, 0), child);
	return cost;
}

static void write_file(const char *path, void (*write)(FILE *out, size_t n), size_t n)
{
	FILE *out = fopen(path, "w");
	assert_non_null(out);
	if (write)
		write(out, n);
	else
		fputs(data_file, out);
	assert_int_equal(fclose(out), 0);
}

/* The least of several runs: what disturbs a run only adds to it. */
static struct cost cost_of(const struct growing *input, const char *folder, size_t n)
{
	enum { RUNS = 2 };
	char path[128], data[128];
	struct cost least = { .seconds = 1e9, .kilobytes = 1e12, .made = true };
	snprintf(path, sizeof path, "%s/input.%s", folder, input->suffix);
	snprintf(data, sizeof data, "%s/data.yaml", folder);
	write_file(path, input->write, n);
	write_file(data, NULL, 0);
	for (int i = 0; i < RUNS; i++) {
		struct cost cost = cost_once(input, path);
		least.made = least.made && cost.made;
		least.seconds = cost.seconds < least.seconds ? cost.seconds : least.seconds;
		least.kilobytes = cost.kilobytes < least.kilobytes ? cost.kilobytes : least.kilobytes;
	}
	unlink(path);
	unlink(data);
	return least;
}

static void must_grow_evenly(const struct growing *input)
{
	static const double most = 8; /* four times as much costs four times as much, or at most twice that */
	char folder[] = "/tmp/growth_XXXXXX";
	assert_non_null(mkdtemp(folder));
	struct cost none = cost_of(input, folder, 3), some = cost_of(input, folder, input->n),
		    more = cost_of(input, folder, 4 * input->n);
	rmdir(folder);
	if (!none.made || !some.made || !more.made)
		fail_msg("%s: could not be made with %s of them", input->name, more.made ? "a few" : "all");
	double time = (more.seconds - none.seconds) / (some.seconds - none.seconds),
	       memory = (more.kilobytes - none.kilobytes) / (some.kilobytes - none.kilobytes);
	if (some.seconds - none.seconds > 0 && time > most)
		fail_msg("%s: four times as much takes %.1f times as long (%.3f and %.3f s)", input->name, time,
		         some.seconds, more.seconds);
	if (some.kilobytes - none.kilobytes > 0 && memory > most)
		fail_msg("%s: four times as much takes %.1f times the memory (%.0f and %.0f KB)", input->name, memory,
		         some.kilobytes, more.kilobytes);
}

static double kilobytes_of(const struct growing *input, size_t n)
{
	FILE *out = tmpfile();
	assert_non_null(out);
	input->write(out, n);
	double size = (double)ftell(out);
	fclose(out);
	return size / 1024;
}

/* What three times as much adds to the file is in memory no more than so many times. */
static void must_take_at_most(const struct growing *input, double times)
{
	char folder[] = "/tmp/growth_XXXXXX";
	assert_non_null(mkdtemp(folder));
	struct cost some = cost_of(input, folder, input->n), more = cost_of(input, folder, 4 * input->n);
	rmdir(folder);
	assert_true(some.made && more.made);
	double file = kilobytes_of(input, 4 * input->n) - kilobytes_of(input, input->n),
	       memory = more.kilobytes - some.kilobytes;
	if (memory > times * file)
		fail_msg("%s: %.0f KB more of the file take %.1f times as much memory", input->name, file,
		         memory / file);
}

/* ---- tests ---- */

static void a_gap_over_many_benchmarks(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "gap", write_gap, make_gap, "csv", 4000 });
}

static void a_list_on_many_pages(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "list", write_list, make_list, "csv", 500 });
}

static void a_file_of_many_columns(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "columns", write_columns, make_picture, "csv", 4000 });
}

static void a_table_with_a_column_a_benchmark(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "wide", write_wide, make_first, "csv", 400 });
}

static void many_sources_of_one_value(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "sources", write_sources, make_picture, "csv", 4000 });
}

/* A sanitizer keeps for a while what is given back, and lays room around all the rest. */
static void skip_if_instrumented(void)
{
	if (is_instrumented()) {
		print_message("memory is not the program's own under a sanitizer\n");
		skip();
	}
}

/* What is added to the memory by this input, beyond one of three. */
static double added_by(const struct growing *input)
{
	char folder[] = "/tmp/growth_XXXXXX";
	assert_non_null(mkdtemp(folder));
	struct cost none = cost_of(input, folder, 3), some = cost_of(input, folder, input->n);
	rmdir(folder);
	assert_true(none.made && some.made);
	return some.kilobytes - none.kilobytes;
}

/* Beside the data, which are read for a picture of the first rows, a page of rows is all that a long list needs at a
 * time: its names, numbers and what is measured of each stay. */
static void a_list_gives_its_pages_back(void **state)
{
	enum { MOST = 15 };
	(void)state;
	skip_if_instrumented();
	double list = added_by(&(struct growing){ "list", write_list, make_list, "csv", 4000 }),
	       picture = added_by(&(struct growing){ "picture", write_list, make_picture, "csv", 4000 });
	if (list > MOST * picture)
		fail_msg("a list takes %.1f times the memory of its data", list / picture);
}

static void a_table_of_many_rows(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "table", write_table, make_briefing, "md", 500 });
}

/* Each cell is an element of the tree of tags, which once took more than all else together. */
static void the_tags_of_a_table(void **state)
{
	(void)state;
	skip_if_instrumented();
	must_take_at_most(&(struct growing){ "cells", write_table, make_briefing, "md", 2000 }, 420);
}

static void more_than_500_charts(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "charts", write_charts, make_briefing, "md", 130 });
}

static void a_file_whose_every_row_is_a_model(void **state)
{
	static const double most = 6;
	const struct growing input = { "models", write_models, make_picture, "csv", 60000 };
	(void)state;
	skip_if_instrumented();
	must_take_at_most(&input, most);
}

static void a_check_of_many_benchmarks(void **state)
{
	(void)state;
	must_grow_evenly(&(struct growing){ "check", write_wide, make_check, "csv", 200 });
}

static void a_table_of_others(void **state)
{
	(void)state;
	skip_if_instrumented();
	must_take_at_most(&(struct growing){ "foreign", write_foreign, make_picture, "csv", 60000 }, 3);
	must_take_at_most(&(struct growing){ "rows", write_rows, make_picture, "csv", 3000 }, 7.75);
}

static void one_benchmark_of_many(void **state)
{
	(void)state;
	skip_if_instrumented();
	must_take_at_most(&(struct growing){ "one of foreign", write_foreign, make_first, "csv", 60000 }, 2);
	must_take_at_most(&(struct growing){ "one of rows", write_rows, make_first, "csv", 3000 }, 3);
}

/* All bytes of a large file are read, but not all are kept in memory. */
static void what_is_selected_of_a_large_file(void **state)
{
	enum { MODELS = 40000, MOST = 2 };
	char folder[] = "/tmp/growth_XXXXXX";
	(void)state;
	skip_if_instrumented();
	assert_non_null(mkdtemp(folder));
	struct cost whole = cost_of(&(struct growing){ "whole", write_long, make_first, "csv", MODELS }, folder,
	                            MODELS),
		    part = cost_of(&(struct growing){ "part", write_first_of_long, make_first, "csv", MODELS }, folder,
	                           MODELS);
	rmdir(folder);
	assert_true(whole.made && part.made);
	if (whole.kilobytes > MOST * part.kilobytes)
		fail_msg("a part takes %.0f KB of the whole file, and %.0f KB alone", whole.kilobytes, part.kilobytes);
}

static void a_list_of_numbers(void **state)
{
	(void)state;
	skip_if_instrumented();
	must_take_at_most(&(struct growing){ "series", write_series, make_first, "json", 1000000 }, 1.5);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_gap_over_many_benchmarks),
		cmocka_unit_test(a_list_on_many_pages),
		cmocka_unit_test(a_file_of_many_columns),
		cmocka_unit_test(a_table_with_a_column_a_benchmark),
		cmocka_unit_test(many_sources_of_one_value),
		cmocka_unit_test(a_list_gives_its_pages_back),
		cmocka_unit_test(a_table_of_many_rows),
		cmocka_unit_test(the_tags_of_a_table),
		cmocka_unit_test(more_than_500_charts),
		cmocka_unit_test(a_file_whose_every_row_is_a_model),
		cmocka_unit_test(a_check_of_many_benchmarks),
		cmocka_unit_test(a_table_of_others),
		cmocka_unit_test(one_benchmark_of_many),
		cmocka_unit_test(a_list_of_numbers),
		cmocka_unit_test(what_is_selected_of_a_large_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
