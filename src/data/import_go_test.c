/* go test -bench: lines of "BenchmarkName-8  1000  1234 ns/op  56 B/op  2 allocs/op". A line that is repeated (-count)
 * is a sample: what counts is the mean. */
#include "data/import.h"
#include "data/import_lines.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/pick.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char start[] = "Benchmark";

struct sample { /* of one name and unit */
	const char *name, *unit, *written;
	struct place place;
	double sum, squares;
	long n;
};

struct samples {
	struct harvest *h;
	struct map by_key;
	struct sample **items;
	size_t count, room;
};

static bool is_benchmark(const char *line)
{
	return str_starts(line, start) && (strstr(line, " ns/op") || strstr(line, "\tns/op"));
}

static bool detect_bytes(struct bytes bytes)
{
	enum { MOST = 200 };
	char line[sizeof start + 500];
	for (int i = 0; i < MOST && bytes.size; i++) {
		const char *end = memchr(bytes.data, '\n', bytes.size);
		size_t n = end ? (size_t)(end - bytes.data) : bytes.size, kept = n < sizeof line ? n : sizeof line - 1;
		memcpy(line, bytes.data, kept);
		line[kept] = '\0';
		if (is_benchmark(line))
			return true;
		bytes.data += n + (end != NULL);
		bytes.size -= n + (end != NULL);
	}
	return false;
}

static void add_value(struct samples *s, const char *name, const char *value, const char *unit, struct place place)
{
	struct arena *arena = harvest_arena(s->h);
	char *key = arena_printf(arena, "%s %s", name, unit);
	struct sample *sample = map_find(&s->by_key, key);
	double number;
	if (!str_to_number(value, &number) || !isfinite(number)) {
		diag_add(harvest_diags(s->h), DIAG_WARNING, place, NULL,
		         "%s %s of %s is not a number; treated as missing", value, unit, name);
		return;
	}
	if (!sample) {
		sample = arena_alloc(arena, 1, sizeof *sample);
		*sample = (struct sample){ .name = name, .unit = unit, .written = value, .place = place };
		map_put(&s->by_key, key, sample);
		s->items = arena_grow(arena, s->items, &s->room, s->count, sizeof(*s->items));
		s->items[s->count++] = sample;
	}
	sample->sum += number;
	sample->squares += number * number;
	sample->n++;
}

/* The name without the number of processors that the tool puts behind it. */
static char *bare_name(char *name)
{
	char *dash = strrchr(name, '-');
	if (dash && dash[1] && !dash[1 + strspn(dash + 1, "0123456789")])
		*dash = '\0';
	return name;
}

static void read_benchmark(struct samples *s, char *line, struct place place)
{
	char *words[64];
	size_t n = 0;
	for (char *p = line; *p && n < sizeof words / sizeof *words;) {
		p += strspn(p, " \t\r");
		words[n++] = p;
		p += strcspn(p, " \t\r");
		if (*p)
			*p++ = '\0';
	}
	const char *name = n ? bare_name(words[0]) : "";
	for (size_t i = 2; i + 1 < n; i += 2)
		add_value(s, name, words[i], words[i + 1], place);
}

static void tell(struct harvest *h, const struct sample *sample)
{
	static const struct {
		const char *unit, *benchmark, *counted;
		enum direction better;
	} known[] = { { "ns/op", "Time per operation", "ns", DIRECTION_LOWER },
		      { "B/op", "Allocated per operation", "bytes", DIRECTION_LOWER },
		      { "allocs/op", "Allocations per operation", "allocations", DIRECTION_LOWER },
		      { "MB/s", "Throughput", "MB/s", DIRECTION_HIGHER } };
	double n = (double)sample->n, mean = sample->sum / n;
	double variance = sample->n > 1 ? (sample->squares - n * mean * mean) / (n - 1) : 0;
	struct result r = { .place = sample->place,
		            .model = sample->name,
		            .benchmark = sample->unit,
		            .unit = sample->unit,
		            .kind = SOURCE_RUN,
		            .n = sample->n > 1 ? sample->n : 0 };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (str_eq(sample->unit, known[i].unit)) {
			r.benchmark = known[i].benchmark;
			r.unit = known[i].counted;
			r.directed = true;
			r.better = known[i].better;
		}
	struct value *written = arena_alloc(harvest_arena(h), 1, sizeof *written);
	*written = (struct value){ .kind = VALUE_STRING, .text = sample->written, .place = sample->place };
	r.value =
		sample->n > 1 ? harvest_number(h, strtod(arena_printf(harvest_arena(h), "%.6g", mean), NULL)) : written;
	if (variance > 0)
		r.se = harvest_number(h, strtod(arena_printf(harvest_arena(h), "%.6g", sqrt(variance / n)), NULL));
	r.note = sample->n > 1 ? arena_printf(harvest_arena(h), "mean of %ld runs", sample->n) : NULL;
	harvest_add(h, &r);
}

static void gather(struct harvest *h, const struct document *document)
{
	struct samples samples = { .h = h, .by_key = map_new(harvest_arena(h)) };
	struct bytes bytes = document->bytes;
	struct place place = { document->path, 0, 1 };
	for (char *line; (line = import_line(harvest_arena(h), &bytes));) {
		place.line++;
		if (is_benchmark(line))
			read_benchmark(&samples, line, place);
	}
	for (size_t i = 0; i < samples.count; i++)
		tell(h, samples.items[i]);
}

const struct import import_go_test = { .name = "go-test",
	                               .what = "go test -bench",
	                               .subject = "function",
	                               .example = "bench.txt",
	                               .detect_bytes = detect_bytes,
	                               .gather = gather };
