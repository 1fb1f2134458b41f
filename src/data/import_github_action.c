/* github-action-benchmark: data.js, a history of runs in JavaScript, or the JSON in it. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"
#include "read/read.h"

#include <stdlib.h>
#include <string.h>

static const char prefix[] = "window.BENCHMARK_DATA";

static bool detect_bytes(struct bytes bytes)
{
	while (bytes.size && strchr(" \t\r\n", *bytes.data) && *bytes.data) {
		bytes.data++;
		bytes.size--;
	}
	return bytes.size > sizeof prefix && memcmp(bytes.data, prefix, sizeof prefix - 1) == 0;
}

/* The object after "=", its places kept: what stands around it becomes spaces. */
static const struct value *object_of(struct harvest *h, struct bytes bytes)
{
	char *copy = arena_strndup(harvest_arena(h), bytes.data, bytes.size), *open = memchr(copy, '{', bytes.size);
	size_t end = bytes.size;
	for (char *p = copy; open && p < open; p++)
		*p = *p == '\n' ? '\n' : ' ';
	while (end && (strchr("; \t\r\n", copy[end - 1]) || !copy[end - 1]))
		end--;
	return read_json(harvest_arena(h), harvest_path(h) ? harvest_path(h) : "data.js", copy, end, harvest_diags(h));
}

/* More is better where a tool counts operations per second, less where it counts time. */
static bool direction_of(const char *tool, const char *unit, enum direction *better)
{
	bool rate = unit && (strstr(unit, "/s") || strstr(unit, "per sec"));
	bool time = unit && (str_starts(unit, "ns") || str_starts(unit, "us") || str_starts(unit, "ms") ||
	                     str_starts(unit, "sec") || str_eq(unit, "s"));
	*better = rate || str_eq(tool, "customBiggerIsBetter") ? DIRECTION_HIGHER : DIRECTION_LOWER;
	return rate || time || str_eq(tool, "customBiggerIsBetter") || str_eq(tool, "customSmallerIsBetter");
}

/* "± 5", "+/- 2,802": the half-width, NULL where it is written otherwise. */
static const struct value *range_of(struct harvest *h, const char *range)
{
	char plain[32];
	size_t n = 0;
	double number;
	const char *p = range && str_starts(range, "\u00b1") ? range + strlen("\u00b1")
	                : range && str_starts(range, "+/-")  ? range + 3
	                                                     : "";
	for (; *p && n + 1 < sizeof plain; p++)
		if (*p != ',' && *p != ' ')
			plain[n++] = *p;
	plain[n] = '\0';
	return str_to_number(plain, &number) && number >= 0 ? harvest_number(h, number) : NULL;
}

/* "ns/iter", "us/op" count time. */
static const char *unit_of(struct harvest *h, const char *unit)
{
	char *line = unit ? str_one_line(harvest_arena(h), unit) : NULL, *slash = line ? strchr(line, '/') : NULL;
	if (slash && (str_eq(slash, "/iter") || str_eq(slash, "/op")))
		*slash = '\0';
	return line;
}

static void gather_run(struct harvest *h, const char *suite, const struct value *run)
{
	const struct value *list = pick_list(run, "benches");
	for (size_t i = 0; list && i < list->count; i++) {
		const struct value *item = &list->items[i];
		const char *unit = pick_text(item, "unit");
		struct result r = { .place = item->place,
			            .model = pick_text(item, "name"),
			            .benchmark = suite,
			            .unit = unit_of(h, unit),
			            .value = pick(item, "value"),
			            .ci = range_of(h, pick_text(item, "range")),
			            .date = pick_date(run, "date"),
			            .apart = pick_text(run, "commit/id"),
			            .kind = SOURCE_RUN };
		r.directed = direction_of(pick_text(run, "tool"), unit, &r.better);
		harvest_add(h, &r);
	}
}

static void gather(struct harvest *h, const struct document *document)
{
	const struct value *root = document->tree ? document->tree : object_of(h, document->bytes);
	const struct value *suites = pick_map(root, "entries");
	for (size_t s = 0; suites && s < suites->count; s++)
		for (size_t i = 0; suites->items[s].kind == VALUE_LIST && i < suites->items[s].count; i++)
			gather_run(h, suites->keys[s].text, &suites->items[s].items[i]);
}

const struct import import_github_action = { .name = "github-action-benchmark",
	                                     .what = "github-action-benchmark",
	                                     .example = "dev/bench/data.js",
	                                     .tree = true,
	                                     .needs = { "entries/*/*/benches", "entries/*/*/commit" },
	                                     .detect_bytes = detect_bytes,
	                                     .gather = gather };
