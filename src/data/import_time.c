/* GNU time -v: what a command took, one block per command. */
#include "data/import.h"
#include "data/import_lines.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"

#include <stdlib.h>
#include <string.h>

static const char start[] = "\tCommand being timed: \"", elapsed[] = "\tElapsed (wall clock) time";

/* Below what the command itself wrote, if that is not too much. */
static bool detect_bytes(struct bytes bytes)
{
	enum { LOOKED_AT = 1 << 20 };
	size_t n = sizeof start - 1;
	bytes.size = bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT;
	for (const char *p = bytes.data; p && bytes.size >= n;) {
		if (memcmp(p, start, n) == 0)
			return true;
		const char *end = memchr(p, '\n', bytes.size);
		bytes.size -= end ? (size_t)(end + 1 - p) : bytes.size;
		p = end ? end + 1 : NULL;
	}
	return false;
}

static const struct {
	const char *label, *benchmark, *unit;
} metrics[] = { { "\tUser time (seconds)", "User time", "seconds" },
	        { "\tSystem time (seconds)", "System time", "seconds" },
	        { "\tMaximum resident set size (kbytes)", "Most memory", "KiB" },
	        { "\tMajor (requiring I/O) page faults", "Major page faults", "faults" } };

static void add(struct harvest *h, struct result r, const char *benchmark, const char *unit, const struct value *value)
{
	r.benchmark = benchmark;
	r.unit = unit;
	r.value = value;
	harvest_add(h, &r);
}

/* "1:02:03" or "2:03.45" in seconds. */
static const struct value *clock_time(struct harvest *h, const char *text)
{
	double whole = 0;
	for (const char *p = text; p;) {
		char part[32];
		double number;
		size_t n = strcspn(p, ":");
		if (n >= sizeof part)
			return NULL;
		memcpy(part, p, n);
		part[n] = '\0';
		if (!str_to_number(part, &number))
			return NULL;
		whole = whole * 60 + number;
		p = p[n] ? p + n + 1 : NULL;
	}
	return harvest_number(h, strtod(arena_printf(harvest_arena(h), "%.12g", whole), NULL));
}

static void read_line(struct harvest *h, const char *line, const struct result *r)
{
	const char *value = strstr(line, ": ");
	struct value *written = arena_alloc(harvest_arena(h), 1, sizeof *written);
	for (const char *next = value; next; next = strstr(next + 1, ": "))
		value = next;
	if (!value || !r->model)
		return;
	*written = (struct value){ .kind = VALUE_STRING, .text = value + 2, .place = r->place };
	if (str_starts(line, elapsed))
		add(h, *r, "Elapsed time", "seconds", clock_time(h, value + 2));
	for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++)
		if (str_starts(line, metrics[i].label))
			add(h, *r, metrics[i].benchmark, metrics[i].unit, written);
}

static void gather(struct harvest *h, const struct document *document)
{
	struct bytes bytes = document->bytes;
	struct result r = {
		.place = { document->path, 0, 1 }, .kind = SOURCE_RUN, .directed = true, .better = DIRECTION_LOWER
	};
	for (char *line; (line = import_line(harvest_arena(h), &bytes));) {
		r.place.line++;
		size_t n = strlen(line);
		if (!str_starts(line, start)) {
			read_line(h, line, &r);
			continue;
		}
		if (line[n - 1] == '"')
			line[n - 1] = '\0';
		r.model = line + sizeof start - 1;
	}
}

const struct import import_time = { .name = "time",
	                            .what = "GNU time -v",
	                            .example = "time.txt",
	                            .subject = "command",
	                            .detect_bytes = detect_bytes,
	                            .gather = gather };
