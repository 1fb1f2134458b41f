#include "base/diag.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { KEPT = 1000, KEPT_OF_A_KIND = 100, ALL_SHOWN = 10, SHOWN_OF_MANY = 3 };

/* A file that findings are in; NULL stands for no file. */
struct source {
	const char *name;
	size_t index;
};

/* One kind in one file. */
struct tally {
	size_t count, kept, last; /* last: the index of the last one that is kept */
};

struct kept {
	struct diag diag;
	const struct source *source;
	struct tally *tally;
};

struct diags {
	struct arena *arena;
	struct kept *items;
	size_t count, capacity;
	struct map sources, tallies;
	struct strbuf key; /* of a tally; used again for each finding */
	size_t counts[DIAG_FAILURE + 1], kept[DIAG_FAILURE + 1];
	size_t untold[DIAG_FAILURE + 1]; /* counted in no tally */
};

struct diags *diags_new(struct arena *arena)
{
	struct diags *diags = arena_alloc(arena, 1, sizeof *diags);
	diags->arena = arena;
	diags->sources = map_new(arena);
	diags->tallies = map_new(arena);
	diags->key = strbuf_new(arena);
	return diags;
}

/* NULL where the list is full and nothing of this kind is kept. */
static struct tally *tally_of(struct diags *diags, enum diag_severity severity, const char *file, const char *kind)
{
	diags->key.n = 0;
	strbuf_addn(&diags->key, &"0123"[severity], 1);
	strbuf_add(&diags->key, file ? file : "");
	strbuf_add(&diags->key, "\n");
	strbuf_add(&diags->key, kind);
	struct tally *tally = map_find(&diags->tallies, diags->key.s);
	if (tally || diags->kept[severity] == KEPT)
		return tally;
	return map_put(&diags->tallies, arena_strdup(diags->arena, diags->key.s),
	               arena_alloc(diags->arena, 1, sizeof *tally));
}

static const struct source *source_of(struct diags *diags, const char *file)
{
	const char *key = file ? file : "";
	struct source *source = map_find(&diags->sources, key);
	if (source)
		return source;
	source = arena_alloc(diags->arena, 1, sizeof *source);
	key = arena_strdup(diags->arena, key);
	*source = (struct source){ file ? key : NULL, diags->sources.count };
	return map_put(&diags->sources, key, source);
}

/* Counts one more of this kind; the tally to keep it under, or NULL if it is not to be kept. */
static struct tally *counted(struct diags *diags, enum diag_severity severity, const char *file, const char *kind)
{
	struct tally *tally = tally_of(diags, severity, file, kind);
	diags->counts[severity]++;
	if (!tally)
		diags->untold[severity]++;
	else
		tally->count++;
	return tally && tally->kept < KEPT_OF_A_KIND && diags->kept[severity] < KEPT ? tally : NULL;
}

/* The message belongs to the list's arena. */
static void keep(struct diags *diags, struct tally *tally, struct diag diag)
{
	const struct source *source = source_of(diags, diag.place.file);
	diag.place.file = source->name;
	diag.hint = diag.hint ? arena_strdup(diags->arena, diag.hint) : NULL;
	diags->items = arena_grow(diags->arena, diags->items, &diags->capacity, diags->count, sizeof *diags->items);
	tally->kept++;
	tally->last = diags->count;
	diags->kept[diag.severity]++;
	diags->items[diags->count++] = (struct kept){ diag, source, tally };
}

void diag_vadd(struct diags *diags, enum diag_severity severity, struct place place, const char *hint,
               const char *format, va_list args)
{
	char *whole = NULL;
	if (str_eq(format, "%s"))
		whole = arena_vprintf(diags->arena, format, args);
	const char *kind = whole ? whole : format;
	struct tally *tally = counted(diags, severity, place.file, kind);
	if (!tally)
		return;
	const char *message = whole ? whole : arena_vprintf(diags->arena, format, args);
	keep(diags, tally, (struct diag){ severity, place, message, hint, kind });
}

void diag_add(struct diags *diags, enum diag_severity severity, struct place place, const char *hint,
              const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_vadd(diags, severity, place, hint, format, args);
	va_end(args);
}

void diag_repeat(struct diags *diags, const struct diag *found, struct place place)
{
	struct tally *tally = counted(diags, found->severity, place.file, found->kind);
	if (!tally)
		return;
	struct diag diag = *found;
	diag.place = place;
	diag.message = arena_strdup(diags->arena, found->message);
	diag.kind = found->kind == found->message ? diag.message : found->kind;
	keep(diags, tally, diag);
}

struct arena *diags_arena(const struct diags *diags)
{
	return diags->arena;
}

size_t diags_count(const struct diags *diags, enum diag_severity severity)
{
	return diags->counts[severity];
}

bool diags_ok(const struct diags *diags)
{
	return !diags->counts[DIAG_ERROR] && !diags->counts[DIAG_FAILURE];
}

const struct diag *diags_at(const struct diags *diags, size_t i)
{
	return i < diags->count ? &diags->items[i].diag : NULL;
}

size_t diags_more(const struct diags *diags, size_t i)
{
	const struct tally *tally = diags->items[i].tally;
	return tally->last == i ? tally->count - tally->kept : 0;
}

const char *diag_severity_word(enum diag_severity severity)
{
	switch (severity) {
	case DIAG_NOTE:
		return "note";
	case DIAG_WARNING:
		return "warning";
	case DIAG_ERROR:
	case DIAG_FAILURE:
		return "error";
	}
	return "";
}

static const char *paint(enum diag_severity severity)
{
	return severity == DIAG_NOTE ? "\033[1;36m" : severity == DIAG_WARNING ? "\033[1;33m" : "\033[1;31m";
}

/* Input may contain any printable text; what reaches a terminal must not move its cursor. */
static void print_safe(FILE *out, const char *s)
{
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;
		if (c == 0xc2 && (unsigned char)s[1] >= 0x80 && (unsigned char)s[1] < 0xa0) {
			fprintf(out, "\\u%04x", (unsigned char)s[1]); /* C1 controls steer a terminal like an escape */
			s++;
		} else if (c < 0x20 || c == 0x7f) {
			fprintf(out, "\\x%02x", c);
		} else {
			fputc(c, out);
		}
	}
}

static void print_severity(enum diag_severity severity, FILE *out, bool colour)
{
	fprintf(out, ": %s%s:%s ", colour ? paint(severity) : "", diag_severity_word(severity),
	        colour ? "\033[0m" : "");
}

void place_letters(int column, char *letters)
{
	char turned[8];
	int n = 0;
	for (; column > 0 && n < 7; column = (column - 1) / 26)
		turned[n++] = (char)('A' + (column - 1) % 26);
	while (n)
		*letters++ = turned[--n];
	*letters = '\0';
}

static void print_place(struct place place, FILE *out)
{
	char letters[8];
	print_safe(out, place.file ? place.file : "benchbrief");
	if (!place.file || !place.line)
		return;
	if (place.column < 0) {
		place_letters(-place.column, letters);
		fprintf(out, "!%s%d", letters, place.line);
	} else if (place.column) {
		fprintf(out, ":%d:%d", place.line, place.column);
	} else {
		fprintf(out, ":%d", place.line);
	}
}

static void print_one(const struct diag *d, FILE *out, bool colour)
{
	print_place(d->place, out);
	print_severity(d->severity, out, colour);
	print_safe(out, d->message);
	fputc('\n', out);
	if (d->hint) {
		fputs("  hint: ", out);
		print_safe(out, d->hint);
		fputc('\n', out);
	}
}

static void print_rest(const struct diag *last, size_t more, FILE *out, bool colour)
{
	print_safe(out, last->place.file ? last->place.file : "benchbrief");
	print_severity(last->severity, out, colour);
	fprintf(out, "and %zu more like this\n", more);
}

static int compare(const void *a, const void *b)
{
	const struct kept *x = *(const struct kept *const *)a, *y = *(const struct kept *const *)b;
	if (x->source != y->source)
		return x->source->index < y->source->index ? -1 : 1;
	if (x->diag.place.line != y->diag.place.line)
		return x->diag.place.line < y->diag.place.line ? -1 : 1;
	if (place_column_shown(x->diag.place) != place_column_shown(y->diag.place))
		return place_column_shown(x->diag.place) < place_column_shown(y->diag.place) ? -1 : 1;
	return x < y ? -1 : 1; /* they lie in one array, in the order in which they were added */
}

/* How many of a kind have been printed: its tally is found by the last one's index. */
static void print_sorted(const struct diags *diags, const struct kept *const *sorted, size_t *shown, FILE *out,
                         bool colour)
{
	for (size_t i = 0; i < diags->count; i++) {
		const struct tally *tally = sorted[i]->tally;
		size_t n = ++shown[tally->last];
		if (tally->count <= ALL_SHOWN || n <= SHOWN_OF_MANY)
			print_one(&sorted[i]->diag, out, colour);
		if (tally->count > ALL_SHOWN && n == (tally->kept < SHOWN_OF_MANY ? tally->kept : SHOWN_OF_MANY))
			print_rest(&sorted[i]->diag, tally->count - n, out, colour);
	}
}

void diags_print(const struct diags *diags, FILE *out, bool colour)
{
	if (!diags->count)
		return;
	const struct kept **sorted = arena_alloc(diags->arena, diags->count, sizeof *sorted);
	for (size_t i = 0; i < diags->count; i++)
		sorted[i] = &diags->items[i];
	qsort(sorted, diags->count, sizeof *sorted, compare);
	size_t *shown = arena_alloc(diags->arena, diags->count, sizeof *shown);
	print_sorted(diags, sorted, shown, out, colour);
	for (int s = DIAG_NOTE; s <= DIAG_FAILURE; s++)
		if (diags->untold[s])
			fprintf(out, "benchbrief: and %zu more %ss\n", diags->untold[s],
			        diag_severity_word((enum diag_severity)s));
}

void diags_append_to(struct diags *diags, const struct diags *from, const char *file)
{
	for (size_t i = 0; i < from->count; i++) {
		const struct diag *d = &from->items[i].diag;
		struct place place = d->place.file ? d->place : place_file(file);
		diag_repeat(diags, d, place);
		for (size_t more = diags_more(from, i); more; more--)
			counted(diags, d->severity, place.file, d->kind);
	}
	for (int s = DIAG_NOTE; s <= DIAG_FAILURE; s++) {
		diags->counts[s] += from->untold[s];
		diags->untold[s] += from->untold[s];
	}
}

void diags_append(struct diags *diags, const struct diags *from)
{
	diags_append_to(diags, from, NULL);
}
