/* oracle_faults.h: faults planted into a chart that is true, each of which the oracle has to notice. For oracle_test.c
 * alone. */
#ifndef ORACLE_FAULTS_H
#define ORACLE_FAULTS_H

#include "oracle_pages.h"

#include "text/block.h"

struct scene_fault {
	struct arena *arena;
	const struct world *w;
	const struct drawn *d;
	struct scene *scene; /* the first page */
};

/* ---- texts ---- */

static bool write_text(struct scene_fault *f, struct scene_item *item, const char *text)
{
	struct text_block *block = arena_alloc(f->arena, 1, sizeof *block);
	*block = *item->text.block;
	block->text = text;
	item->text.block = block;
	return true;
}

/* A text with n bytes at this place replaced. */
static const char *spliced(struct scene_fault *f, const char *text, const char *at, size_t n, const char *by)
{
	return arena_printf(f->arena, "%.*s%s%s", (int)(at - text), text, by, at + n);
}

/* The next number in digits or words that counts something, from 2 up: where it stands; NULL if there is none. */
static const char *count_in(const char *text, size_t *n, long *number)
{
	for (const char *at = text; *at; at++) {
		bool starts = at == text || strchr(" (", at[-1]);
		*n = strcspn(at, " ,.;:)");
		char word[24];
		if (!starts || !*n || *n >= sizeof word)
			continue;
		snprintf(word, sizeof word, "%.*s", (int)*n, at);
		*number = whole(word);
		if (*number >= 2)
			return at;
	}
	return NULL;
}

static const char *one_more(struct scene_fault *f, const char *text)
{
	size_t n;
	long number;
	const char *at = count_in(text, &n, &number);
	return at ? spliced(f, text, at, n, arena_printf(f->arena, "%ld", number + 1)) : NULL;
}

static struct scene_item *item_of(struct scene_fault *f, enum scene_role role, const char *with)
{
	for (size_t i = 0; i < f->scene->n_items; i++) {
		struct scene_item *item = &f->scene->items[i];
		if (item->kind == SCENE_TEXT && item->role == role && (!with || strstr(item->text.block->text, with)))
			return item;
	}
	return NULL;
}

/* The first model that a text names; *other: one that it does not name, and that has another value everywhere. */
static const char *name_at(struct scene_fault *f, const char *text, size_t *n, const char **other)
{
	const char *found = NULL;
	*other = NULL;
	for (size_t i = 0; i < f->w->models; i++) {
		const char *at = strstr(text, f->w->names[i]);
		if (!at)
			*other = f->d->shown[i] && !*other ? f->w->names[i] : *other;
		else if (!found || at < found || (at == found && strlen(f->w->names[i]) > *n))
			found = at, *n = strlen(f->w->names[i]);
	}
	return *other ? found : NULL;
}

/* ---- the faults; each is false where the chart has no place for it ---- */

static bool title_names_another(struct scene_fault *f)
{
	size_t n = 0;
	const char *other, *title = f->scene->document.title, *at = name_at(f, title, &n, &other);
	bool leads = strstr(title, german ? "führt" : "leads") != NULL;
	if (!at || !leads || strstr(title, german ? "kein" : "none") || strstr(title, "neither") ||
	    strstr(title, german ? "gemeinsam" : "share"))
		return false;
	f->scene->document.title = spliced(f, title, at, n, other);
	return true;
}

static bool title_counts_one_more(struct scene_fault *f)
{
	const char *title = one_more(f, f->scene->document.title);
	bool counts = title && strstr(title, german ? "Benchmarks" : "benchmarks");
	f->scene->document.title = counts ? title : f->scene->document.title;
	return counts;
}

static bool rank_is_one_more(struct scene_fault *f)
{
	struct scene_item *item = item_of(f, ROLE_RANK, NULL);
	size_t rank = item ? strtoul(item->text.block->text + (item->text.block->text[0] == '='), NULL, 10) : 0;
	return rank &&
	       write_text(f, item,
	                  arena_printf(f->arena, "%s%zu", item->text.block->text[0] == '=' ? "=" : "", rank + 1));
}

static bool unit_is_another(struct scene_fault *f)
{
	const char *title = f->scene->document.title, *at = strstr(title, "%"),
		   *time = strstr(title, german ? "Sekunde" : "second");
	const char *by = german ? "\u00a0Sekunden" : "\u00a0seconds";
	if (at)
		title = spliced(f, title, at, 1, by);
	else if (time && str_eq(unit_in(title), "seconds"))
		title = spliced(f, title, time, strcspn(time, " ,;"), german ? "Tokens" : "tokens");
	else
		return false;
	f->scene->document.title = title;
	return true;
}

/* Cut off after one digit less where that is not how it is rounded. */
static bool value_is_cut_off(struct scene_fault *f)
{
	for (size_t i = 0; i < f->scene->n_items; i++) {
		struct scene_item *item = &f->scene->items[i];
		if (item->kind != SCENE_TEXT || item->role != ROLE_VALUE || item->change)
			continue;
		const char *text = item->text.block->text, *point = strchr(text, german ? ',' : '.');
		size_t digits = point ? strspn(point + 1, "0123456789") : 0;
		if (digits >= 2 && point[digits] >= '6')
			return write_text(f, item, spliced(f, text, point + digits, 1, ""));
	}
	return false;
}

static bool row_is_called_otherwise(struct scene_fault *f)
{
	for (size_t i = 0; i < f->scene->n_items; i++) {
		struct scene_item *item = &f->scene->items[i];
		bool label = item->kind == SCENE_TEXT && item->role == ROLE_LABEL && item->datum >= 0;
		if (!label || model_of(f->w, item->text.block->text) < 0 || !is_row_kind(f->d))
			continue;
		for (size_t k = 0; k < f->w->models; k++)
			if (!str_eq(f->w->names[k], item->text.block->text))
				return write_text(f, item, f->w->names[k]);
	}
	return false;
}

static bool direction_is_the_other(struct scene_fault *f)
{
	struct scene_item *item = item_of(f, ROLE_SUBTITLE, tongue->higher);
	bool only = item && !strstr(item->text.block->text, tongue->exceptions[0]) && is_row_kind(f->d);
	const char *text = only ? item->text.block->text : NULL, *at = text ? strstr(text, tongue->higher) : NULL;
	return at && write_text(f, item, spliced(f, text, at, strlen(tongue->higher), tongue->lower));
}

/* Its right end, which is a cap, is farther off. */
static bool interval_is_wider(struct scene_fault *f)
{
	struct scene_item *last = NULL;
	for (size_t i = 0; i < f->scene->n_items && is_row_kind(f->d); i++) {
		struct scene_item *item = &f->scene->items[i];
		bool whisker = item->role == ROLE_WHISKER && item->datum >= 0;
		if (whisker && (!last || (item->datum == last->datum && item->path.rect.x > last->path.rect.x)))
			last = item;
	}
	if (last)
		last->path.rect.x += 12;
	return last != NULL;
}

static bool claim_is_not_marked(struct scene_fault *f)
{
	int datum = SCENE_NO_DATUM;
	for (size_t i = 0; i < f->scene->n_items && is_row_kind(f->d); i++) {
		struct scene_item *item = &f->scene->items[i];
		if (item->datum < 0 || !marks_claim(item) || (datum >= 0 && item->datum != datum))
			continue;
		datum = item->datum;
		if (item->kind == SCENE_TEXT)
			write_text(f, item, "");
		else
			item->path.pattern = PATTERN_SOLID;
	}
	return datum >= 0;
}

/* "2 Modell nicht gezeigt", "von 3 Benchmark". */
static bool german_plural_is_missing(struct scene_fault *f)
{
	const char *alt = f->scene->document.alt;
	for (size_t i = 0; german && i < 8 && counted_nouns[1][i].one; i++) {
		const char *many = counted_nouns[1][i].many, *at = strstr(alt, many);
		if (at && count_before(alt, at) > 1 && is_word(at, many)) {
			f->scene->document.alt = spliced(f, alt, at, strlen(many), counted_nouns[1][i].one);
			return true;
		}
	}
	return false;
}

/* The note counts one of the rows that are not drawn as drawn. */
static bool hidden_row_is_forgotten(struct scene_fault *f)
{
	struct scene_item *item = item_of(f, ROLE_NOTE, german ? "Nicht gezeigt: " : "Not shown: ");
	const char *text = item ? item->text.block->text : NULL, *at = text ? strstr(text, ": ") : NULL;
	long n = at ? strtol(at + 2, NULL, 10) : 0;
	if (n < 1)
		return false;
	return write_text(f, item,
	                  spliced(f, text, at + 2, strspn(at + 2, "0123456789"), arena_printf(f->arena, "%ld", n - 1)));
}

/* Of the first value that it tells the first digit is another. */
static bool alt_text_says_another_value(struct scene_fault *f)
{
	const char *alt = f->scene->document.alt, *start = stop_of(alt);
	const char *at = start ? strstr(start + 1, ": ") : NULL;
	while (at && *at && *at != '.' && !(*at >= '0' && *at <= '9'))
		at++;
	if (!at || !(*at >= '0' && *at <= '9') || !is_row_kind(f->d) || !strpbrk(at + 1, ".,"))
		return false;
	f->scene->document.alt = spliced(f, alt, at, 1, *at == '9' ? "1" : "9");
	return true;
}

static const struct {
	const char *name;
	bool (*plant)(struct scene_fault *f);
} faults[] = {
	{ "the title names another model", title_names_another },
	{ "the title counts one more", title_counts_one_more },
	{ "a rank is one more", rank_is_one_more },
	{ "the title has another unit", unit_is_another },
	{ "a value is cut off, not rounded", value_is_cut_off },
	{ "a row has another name", row_is_called_otherwise },
	{ "the direction is the other", direction_is_the_other },
	{ "an interval is wider", interval_is_wider },
	{ "a claim is not marked", claim_is_not_marked },
	{ "a German plural is missing", german_plural_is_missing },
	{ "a hidden row is not counted", hidden_row_is_forgotten },
	{ "the alt text says another value", alt_text_says_another_value },
};
enum { FAULTS = sizeof faults / sizeof *faults };

#endif
