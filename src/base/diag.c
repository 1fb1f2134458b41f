#include "base/diag.h"

#include "base/arena.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

enum { KEPT = 200 };

struct diags {
	struct arena *arena;
	struct diag *items;
	size_t count, capacity;
	size_t counts[DIAG_FAILURE + 1];
};

struct diags *diags_new(struct arena *arena)
{
	struct diags *diags = arena_alloc(arena, 1, sizeof *diags);
	diags->arena = arena;
	return diags;
}

void diag_add(struct diags *diags, enum diag_severity severity, struct place place, const char *hint,
              const char *format, ...)
{
	if (diags->counts[severity]++ >= KEPT)
		return;
	va_list args;
	va_start(args, format);
	char *message = arena_vprintf(diags->arena, format, args);
	va_end(args);
	diags->items = arena_grow(diags->arena, diags->items, &diags->capacity, diags->count, sizeof *diags->items);
	if (place.file)
		place.file = arena_strdup(diags->arena, place.file);
	diags->items[diags->count++] =
		(struct diag){ severity, place, message, hint ? arena_strdup(diags->arena, hint) : NULL };
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
	return i < diags->count ? &diags->items[i] : NULL;
}

static const char *word(enum diag_severity severity)
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

/* Input text may hold anything printable; what reaches a terminal must not move its cursor. */
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

static void print_one(const struct diag *d, FILE *out, bool colour)
{
	if (d->place.file) {
		print_safe(out, d->place.file);
		if (d->place.line)
			fprintf(out, ":%d", d->place.line);
		if (d->place.line && d->place.column)
			fprintf(out, ":%d", d->place.column);
	} else {
		fputs("benchbrief", out);
	}
	fprintf(out, ": %s%s:%s ", colour ? paint(d->severity) : "", word(d->severity), colour ? "\033[0m" : "");
	print_safe(out, d->message);
	fputc('\n', out);
	if (d->hint) {
		fputs("  hint: ", out);
		print_safe(out, d->hint);
		fputc('\n', out);
	}
}

struct order {
	const struct diag *diag;
	size_t file, index;
};

static int compare(const void *a, const void *b)
{
	const struct order *x = a, *y = b;
	if (x->file != y->file)
		return x->file < y->file ? -1 : 1;
	if (x->diag->place.line != y->diag->place.line)
		return x->diag->place.line < y->diag->place.line ? -1 : 1;
	if (x->diag->place.column != y->diag->place.column)
		return x->diag->place.column < y->diag->place.column ? -1 : 1;
	return x->index < y->index ? -1 : 1;
}

/* Files keep the order in which they first appear. */
static size_t first_of_file(const struct diags *diags, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (str_eq(diags->items[j].place.file, diags->items[i].place.file))
			return j;
	return i;
}

void diags_print(const struct diags *diags, FILE *out, bool colour)
{
	if (!diags->count)
		return;
	struct order *orders = arena_alloc(diags->arena, diags->count, sizeof *orders);
	for (size_t i = 0; i < diags->count; i++)
		orders[i] = (struct order){ &diags->items[i], first_of_file(diags, i), i };
	qsort(orders, diags->count, sizeof *orders, compare);
	for (size_t i = 0; i < diags->count; i++)
		print_one(orders[i].diag, out, colour);
	for (int s = DIAG_NOTE; s <= DIAG_FAILURE; s++)
		if (diags->counts[s] > KEPT)
			fprintf(out, "benchbrief: and %zu more of this kind: %s\n", diags->counts[s] - KEPT,
			        word((enum diag_severity)s));
}

void diags_append(struct diags *diags, const struct diags *from)
{
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(from, i)); i++)
		diag_add(diags, d->severity, d->place, d->hint, "%s", d->message);
}
