#include "data/twins.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/measurement.h"
#include "data/names.h"

#include <stdlib.h>
#include <string.h>

/* ---- a name as words ---- */

struct words {
	char **items; /* in lower case */
	size_t count;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || is_digit(c) || (unsigned char)c >= 0x80;
}

static struct words words_of(struct arena *arena, const char *name)
{
	char *text = dataset_fold(arena, strpbrk(name, "+#") ? dataset_spell_signs(arena, name) : name);
	struct words w = { arena_alloc(arena, strlen(text) + 1, sizeof(char *)), 0 };
	for (char *p = text; *p;) {
		while (*p && !is_letter(*p))
			p++;
		char *start = p;
		while (*p && is_letter(*p))
			p++;
		if (p > start)
			w.items[w.count++] = arena_strndup(arena, start, (size_t)(p - start));
	}
	return w;
}

static void drop(struct words *w, size_t at, size_t n)
{
	for (size_t i = at; i + n < w->count; i++)
		w->items[i] = w->items[i + n];
	w->count -= n;
}

static bool is_one_of(const char *word, const char *const *list)
{
	while (*list && !str_eq(word, *list))
		list++;
	return *list != NULL;
}

/* ---- makers ---- */

/* How many words the other name takes at the start of this one, which has more; 0: it does not start so. */
static size_t starts_with(const struct words *w, const struct words *maker)
{
	if (!maker->count || maker->count >= w->count)
		return 0;
	for (size_t i = 0; i < maker->count; i++)
		if (!str_eq(w->items[i], maker->items[i]))
			return 0;
	return maker->count;
}

struct makers {
	struct words *items; /* names and ids */
	size_t count;
};

static struct makers makers_of(struct arena *arena, const struct dataset *d)
{
	struct makers m = { arena_alloc(arena, 2 * d->n_organisations + 1, sizeof *m.items), 0 };
	for (size_t i = 0; i < d->n_organisations; i++) {
		m.items[m.count++] = words_of(arena, d->organisations[i]->name);
		m.items[m.count++] = words_of(arena, d->organisations[i]->id);
	}
	return m;
}

/* How many words at the start are a maker. */
static size_t maker_words(const struct makers *makers, const struct words *w)
{
	static const char *const usual[] = { "openai",    "anthropic", "google",      "meta", "microsoft", "amazon",
		                             "mistralai", "nvidia",    "cohere",      "xai",  "ibm",       "apple",
		                             "alibaba",   "baidu",     "huggingface", NULL };
	size_t n = w->count > 1 && is_one_of(w->items[0], usual);
	for (size_t i = 0; i < makers->count && !n; i++)
		n = starts_with(w, &makers->items[i]);
	return n;
}

static char *joined(struct arena *arena, const struct words *w, size_t n)
{
	struct strbuf text = strbuf_new(arena);
	for (size_t i = 0; i < n; i++)
		strbuf_add(&text, w->items[i]);
	return text.s;
}

/* Who made a model: as declared, or as its name says in front; NULL: nobody says. */
static const char *maker_of(struct arena *arena, const struct makers *makers, const struct model *model)
{
	const struct organisation *declared = model->own->organisation;
	const char *slash = strrchr(model->name, '/'), *start = slash;
	while (start && start > model->name && start[-1] != '/')
		start--;
	const char *name = declared ? declared->name
	                   : slash  ? arena_strndup(arena, start, (size_t)(slash - start))
	                            : NULL;
	struct words w = words_of(arena, name ? name : model->name);
	size_t n = name ? w.count : maker_words(makers, &w);
	return n ? joined(arena, &w, n) : NULL;
}

/* ---- dates and efforts ---- */

static bool is_number(const char *word, size_t digits, int low, int high)
{
	if (strlen(word) != digits || strspn(word, "0123456789") != digits)
		return false;
	int number = atoi(word);
	return number >= low && number <= high;
}

static bool is_month_and_day(const char *word)
{
	int number = is_number(word, 4, 101, 1231) ? atoi(word) : 0;
	return number % 100 >= 1 && number % 100 <= 31;
}

static bool is_year_and_month(const char *word)
{
	int number = is_number(word, 4, 2301, 2912) ? atoi(word) : 0;
	return number % 100 >= 1 && number % 100 <= 12;
}

/* How many words at this place are a date: 20250514; 2025 05 14; 2025 05; 0514; 2505; latest. */
static size_t date_at(const struct words *w, size_t at)
{
	const char *word = w->items[at];
	bool year = is_number(word, 4, 2015, 2099);
	size_t left = w->count - at;
	if (is_number(word, 8, 20150101, 20991231) || is_number(word, 6, 201501, 209912) || str_eq(word, "latest"))
		return 1;
	if (year && left > 1 && is_number(w->items[at + 1], 2, 1, 12))
		return left > 2 && is_number(w->items[at + 2], 2, 1, 31) ? 3 : 2;
	return year || is_month_and_day(word) || is_year_and_month(word);
}

static void drop_dates(struct words *w)
{
	for (size_t at = 1; at < w->count;) {
		size_t n = date_at(w, at);
		drop(w, at, n);
		at += !n;
	}
}

/* At the end; "16k" is a budget of thought. */
static void drop_effort(struct words *w)
{
	static const char *const efforts[] = { "high",     "medium",   "low",          "minimal",    "xhigh",
		                               "none",     "thinking", "reasoning",    "effort",     "budget",
		                               "non",      "no",       "nonreasoning", "nothinking", "adaptive",
		                               "extended", "with",     "without",      NULL };
	while (w->count > 1) {
		const char *last = w->items[w->count - 1];
		size_t digits = strspn(last, "0123456789");
		if (!is_one_of(last, efforts) && !(digits && str_eq(last + digits, "k")))
			return;
		w->count--;
	}
}

/* ---- keys ---- */

/* 3-5 and 3.5 are one number. */
static void join_numbers(struct arena *arena, struct words *w)
{
	for (size_t i = 1; i < w->count;) {
		const char *before = w->items[i - 1], *word = w->items[i];
		if (is_digit(before[strlen(before) - 1]) && is_digit(*word)) {
			w->items[i - 1] = arena_printf(arena, "%s.%s", before, word);
			drop(w, i, 1);
		} else {
			i++;
		}
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct words stripped(struct arena *arena, const struct makers *makers, const char *name, enum twin_step step)
{
	const char *slash = strrchr(name, '/');
	bool parted = step >= TWIN_MAKER && slash && slash[1];
	struct words w = words_of(arena, parted ? slash + 1 : name);
	if (step >= TWIN_MAKER)
		drop(&w, 0, maker_words(makers, &w));
	if (step >= TWIN_DATE)
		drop_dates(&w);
	if (step >= TWIN_EFFORT)
		drop_effort(&w);
	join_numbers(arena, &w);
	return w;
}

/* What a name is at a step, for comparison: "gpt5" of "openai/GPT-5". */
static char *key_of(struct arena *arena, const struct makers *makers, const char *name, enum twin_step step)
{
	struct words w = stripped(arena, makers, name, step);
	struct strbuf key = strbuf_new(arena);
	if (step >= TWIN_ORDER)
		qsort(w.items, w.count, sizeof *w.items, by_text);
	for (size_t i = 0; i < w.count; i++)
		strbuf_addf(&key, "%s%s", i && step >= TWIN_ORDER ? " " : "", w.items[i]);
	return key.n ? key.s : arena_strdup(arena, name); /* nothing but signs: like no other */
}

/* ---- groups ---- */

struct bunch { /* models with one key */
	const struct model **models;
	size_t n, room;
	const char *before; /* the key of the first at the step before */
	bool differs;       /* another has another */
};

struct search {
	struct arena *arena, *scratch;
	struct makers makers;
	size_t *counts; /* measurements, by model */
	struct twins twins;
	size_t room;
};

static size_t *count_all(struct arena *arena, const struct dataset *d)
{
	size_t *counts = arena_alloc(arena, d->n_models + 1, sizeof *counts);
	for (size_t i = 0; i < d->n_measurements; i++)
		if (measurement_variant(d, i))
			counts[measurement_variant(d, i)->model->index]++;
	return counts;
}

/* The name that stays: of the model with the most measurements, then the shortest, then the first. */
static bool stays_before(const struct search *s, const struct model *a, const struct model *b)
{
	size_t x = s->counts[a->index], y = s->counts[b->index];
	size_t long_a = strlen(a->name), long_b = strlen(b->name);
	return x != y ? x > y : long_a != long_b ? long_a < long_b : a->index < b->index;
}

static void keep(struct search *s, const struct bunch *bunch, enum twin_step step)
{
	struct twin_group group = { step, bunch->models, bunch->n };
	for (size_t i = 1; i < group.n; i++)
		if (stays_before(s, group.models[i], group.models[0])) {
			const struct model *first = group.models[0];
			group.models[0] = group.models[i];
			group.models[i] = first;
		}
	struct twins *t = &s->twins;
	t->groups = arena_grow(s->arena, t->groups, &s->room, t->count, sizeof *t->groups);
	t->groups[t->count++] = group;
}

struct made { /* a model by its maker */
	const struct model *model;
	const char *maker;
};

static int by_maker(const void *a, const void *b)
{
	const struct made *x = a, *y = b;
	int order = x->maker && y->maker ? strcmp(x->maker, y->maker) : !x->maker - !y->maker;
	return order ? order : x->model->index < y->model->index ? -1 : x->model->index > y->model->index;
}

/* True if one is the other and more: "meta" and "metallama", "mistral" and "mistralai". */
static bool is_same_maker(const char *shorter, const char *longer)
{
	size_t n = strlen(shorter);
	return longer && n > 2 ? !strncmp(shorter, longer, n) : longer && str_eq(shorter, longer);
}

/* How many from the first are by one maker; those that nobody says a maker of come last. */
static size_t of_one_maker(const struct made *made, size_t n)
{
	size_t same = 1;
	while (same < n && (made->maker ? is_same_maker(made->maker, made[same].maker) : true))
		same++;
	return same;
}

static struct bunch *part_of(struct search *s, const struct made *made, size_t n)
{
	struct bunch *part = arena_alloc(s->scratch, 1, sizeof *part);
	part->models = arena_alloc(s->arena, n, sizeof *part->models);
	for (size_t i = 0; i < n; i++) {
		const char *key = key_of(s->scratch, &s->makers, made[i].model->name, TWIN_SPELLING);
		part->before = i ? part->before : key;
		part->differs |= !str_eq(part->before, key);
		part->models[part->n++] = made[i].model;
	}
	return part;
}

/* A bunch of one name by each of its makers, into parts; one part if they do not differ. Whose maker nobody says goes
 * with the only one. Returns how many. */
static size_t part_by_maker(struct search *s, struct bunch *bunch, struct bunch **parts)
{
	struct made *made = arena_alloc(s->scratch, bunch->n, sizeof *made);
	size_t n = 0, makers = 0;
	for (size_t i = 0; i < bunch->n; i++)
		made[i] = (struct made){ bunch->models[i], maker_of(s->scratch, &s->makers, bunch->models[i]) };
	qsort(made, bunch->n, sizeof *made, by_maker);
	for (size_t i = 0; i < bunch->n && made[i].maker; i += of_one_maker(made + i, bunch->n - i))
		makers++;
	if (makers < 2) {
		*parts = bunch;
		return 1;
	}
	for (size_t i = 0, same; i < bunch->n; i += same) {
		same = of_one_maker(made + i, bunch->n - i);
		parts[n++] = part_of(s, made + i, same);
	}
	return n;
}

static struct bunch *bunch_of(struct map *bunches, struct search *s, const char *key)
{
	struct bunch *bunch = map_find(bunches, key);
	return bunch ? bunch : map_put(bunches, key, arena_alloc(s->scratch, 1, sizeof *bunch));
}

/* Groups of a step, and who stands for each of them at the next: models, *n of them. */
static void find_step(struct search *s, const struct model **models, size_t *n, enum twin_step step)
{
	struct map bunches = map_new(s->scratch);
	struct bunch **order = arena_alloc(s->scratch, *n + 1, sizeof *order);
	size_t n_bunches = 0;
	for (size_t i = 0; i < *n; i++) {
		const char *before =
			step ? key_of(s->scratch, &s->makers, models[i]->name, (enum twin_step)(step - 1)) : NULL;
		struct bunch *b = bunch_of(&bunches, s, key_of(s->scratch, &s->makers, models[i]->name, step));
		if (!b->n) {
			order[n_bunches++] = b;
			b->before = before;
		}
		b->differs |= !step || !str_eq(b->before, before);
		b->models = arena_grow(s->arena, b->models, &b->room, b->n, sizeof *b->models);
		b->models[b->n++] = models[i];
	}
	if (step == TWIN_MAKER) {
		struct bunch **parts = arena_alloc(s->scratch, *n + 1, sizeof *parts);
		size_t n_parts = 0;
		for (size_t i = 0; i < n_bunches; i++)
			n_parts += part_by_maker(s, order[i], parts + n_parts);
		order = parts;
		n_bunches = n_parts;
	}
	for (size_t i = 0; i < n_bunches; i++) {
		if (order[i]->n > 1 && (order[i]->differs || step == TWIN_NAMESAKE))
			keep(s, order[i], step);
		else if (order[i]->n > 1 && step == TWIN_MAKER)
			keep(s, order[i], TWIN_SPELLING);
		models[i] = order[i]->models[0];
	}
	*n = n_bunches;
}

static int by_step(const void *a, const void *b)
{
	const struct twin_group *x = a, *y = b;
	if (x->step != y->step)
		return x->step < y->step ? -1 : 1;
	return x->models[0]->index < y->models[0]->index ? -1 : x->models[0]->index > y->models[0]->index;
}

struct twins twins_of(struct arena *arena, const struct dataset *d, const bool *among, enum twin_step last)
{
	struct search s = { .arena = arena, .scratch = arena_new_below(arena) };
	const struct model **models = arena_alloc(s.scratch, d->n_models + 1, sizeof *models);
	size_t n = 0;
	s.makers = makers_of(s.scratch, d);
	s.counts = count_all(s.scratch, d);
	for (size_t i = 0; i < d->n_models; i++)
		if (!among || among[i])
			models[n++] = dataset_model_at(d, i);
	for (int step = 0; step <= (int)last; step++)
		if (step != TWIN_SPELLING) /* the maker's step finds these too: one group holds all that is probable */
			find_step(&s, models, &n, (enum twin_step)step);
	if (s.twins.count)
		qsort(s.twins.groups, s.twins.count, sizeof *s.twins.groups, by_step);
	arena_free(s.scratch);
	return s.twins;
}

bool twin_is_probable(enum twin_step step)
{
	return step == TWIN_SPELLING || step == TWIN_MAKER;
}
