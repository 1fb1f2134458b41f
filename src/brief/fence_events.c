/* Events in the order of their dates. A date is known to the data, computed, or cited from a source. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/answer.h"
#include "brief/binding.h"
#include "brief/fence_parts.h"
#include "brief/generate.h"

#include <string.h>

enum { EVENTS_MOST = 60 };

/* The text of an expression that is the whole of a text; NULL if it is not one. */
static const char *computed(struct fence *f, const char *text)
{
	struct fact fact;
	struct fact_fault fault;
	const char *from = text + 2, *end = strstr(from, "}}"), *next = end ? strstr(end + 2, "}}") : NULL;
	for (; next; next = strstr(next + 2, "}}"))
		end = next;
	if (!end || end[2 + strspn(end + 2, " \t\n")])
		return NULL;
	const char *expression = arena_strndup(f->r->arena, from, (size_t)(end - from));
	bool known = facts_try(f->r->facts, f->r->arena, expression, false, &fact, &fault);
	return known && fact.kind == FACT_TEXT ? fact.text : NULL;
}

static struct date answered_date(struct fence *f, const struct schema *s, const char *text)
{
	bool doubted = false;
	struct date date = { 0 };
	struct place place = schema_place(s, "date");
	size_t before = diags_count(f->r->diags, DIAG_ERROR);
	const char *printed = answer_text(f->r, text, place, NULL, &doubted), *iso = computed(f, text);
	if (diags_count(f->r->diags, DIAG_ERROR) == before && (!iso || !date_parse(iso, &date)))
		diag_add(f->r->diags, DIAG_ERROR, place,
		         "ask for one: {{ released(\"model\") }}, {{ date(\"source\") }}", "\"%s\" is not a date",
		         printed);
	return date;
}

/* No date after an error. */
static struct date read_date(struct fence *f, const struct schema *s, const struct source *source)
{
	const char *text = schema_text(s, "date", REQUIRED);
	if (text && strncmp(text, "{{", 2) == 0)
		return answered_date(f, s, text);
	struct date date = schema_date(s, "date");
	if (!date.year || !date_is_plausible(date))
		return (struct date){ 0 };
	if (source) {
		binding_cite(f->r, text, source);
		return date;
	}
	struct rich_builder b = rich_new(f->r->arena);
	rich_add(&b, text);
	binding_check_built(f->r, &b, (struct binding_text){ .place = schema_place(s, "date") });
	return date;
}

static bool read_one(struct fence *f, const struct value *item, struct event *out)
{
	static const char *const keys[] = { "date", "text", "source" };
	struct reading *r = f->r;
	struct schema s;
	if (!schema_open(&s, r->arena, r->diags, item, "event"))
		return false;
	schema_keys(&s, keys, sizeof keys / sizeof *keys);
	const char *text = schema_text(&s, "text", REQUIRED), *id = schema_text(&s, "source", OPTIONAL);
	const struct source *source = id ? dataset_source(r->dataset, id, schema_place(&s, "source"), r->diags) : NULL;
	out->date = read_date(f, &s, source);
	if (!text)
		return false;
	struct rich_builder b = answer_title(r, text, schema_place(&s, "text"), NULL, &out->doubted);
	rich_add(&b, !source ? "" : r->listed ? "\u00a0" : " ");
	rich_add(&b, generate_source_mark(r, source));
	out->text = rich_done(&b);
	out->day = words_date(r->arena, r->language, out->date);
	return out->date.year != 0;
}

/* The earliest first; those of one date as they are written. */
static void sort(struct event *events, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct event event = events[i];
		size_t k = i;
		for (; k > 0 && date_compare(events[k - 1].date, event.date) > 0; k--)
			events[k] = events[k - 1];
		events[k] = event;
	}
}

void fence_events(struct fence *f)
{
	struct reading *r = f->r;
	size_t n = f->content->count;
	struct event *items = arena_alloc(r->arena, n + 1, sizeof *items);
	struct block *block = block_new(r->arena, BLOCK_EVENTS, f->place);
	block->events.items = items;
	if (n > EVENTS_MOST)
		diag_add(r->diags, DIAG_ERROR, f->place, "split it", "an events block has room for %d events",
		         EVENTS_MOST);
	else if (!n)
		diag_add(r->diags, DIAG_ERROR, f->place, "- {date: 2026-04-08, text: what happened}",
		         "an events block is empty");
	for (size_t i = 0; i < n && n <= EVENTS_MOST; i++)
		block->events.count += read_one(f, &f->content->items[i], &items[block->events.count]);
	sort(items, block->events.count);
	block_add(r->arena, f->into, block);
}
