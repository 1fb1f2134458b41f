#include "facts/known.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/str.h"
#include "data/measurement.h"
#include "words/letters.h"

#include <stdio.h>
#include <string.h>

enum { KEY_MOST = 256, ENDS_MOST = 64 };

struct known {
	struct arena *arena;
	const struct language *language;
	struct map names;  /* folded -> known_name, whose start and end are not used */
	struct map starts; /* the first word of each, folded */
	struct map dates;  /* "2026-04-08", "2026-04", "2026", "--04-08" */
	size_t longest;    /* bytes of a folded name */
};

struct known *known_new(struct arena *arena, const struct language *language)
{
	struct known *known = arena_alloc(arena, 1, sizeof *known);
	*known = (struct known){ .arena = arena,
		                 .language = language,
		                 .names = map_new(arena),
		                 .starts = map_new(arena),
		                 .dates = map_new(arena) };
	return known;
}

/* ---- folded text ---- */

struct folded {
	char key[KEY_MOST];
	size_t n;
};

static bool is_joint(uint32_t rune)
{
	if (rune < 0xa0)
		return rune == ' ' || rune == '\t' || rune == '\n' || rune == '-' || rune == '_';
	return rune == 0xa0 || (rune >= 0x2000 && rune <= 0x2011) || rune == 0x202f;
}

/* Adds the rune at s, which takes n bytes. False if there is no room. */
static bool fold_rune(struct folded *f, const char *s, size_t n, uint32_t rune)
{
	if (f->n + n + 1 > sizeof f->key)
		return false;
	if (is_joint(rune)) {
		if (f->n && f->key[f->n - 1] != ' ')
			f->key[f->n++] = ' ';
	} else if (rune == 0x2019) {
		f->key[f->n++] = '\'';
	} else if (rune < 0x80) {
		f->key[f->n++] = (char)(rune >= 'A' && rune <= 'Z' ? rune + 0x20 : rune);
	} else {
		memcpy(f->key + f->n, s, n);
		f->n += n;
	}
	f->key[f->n] = '\0';
	return true;
}

static bool fold(struct folded *f, const char *s)
{
	f->n = 0;
	f->key[0] = '\0';
	for (const char *p = s, *at = p; *p; at = p) {
		uint32_t rune = utf8_next(&p);
		if (!fold_rune(f, at, (size_t)(p - at), rune))
			return false;
	}
	if (f->n && f->key[f->n - 1] == ' ')
		f->key[--f->n] = '\0';
	return f->n > 0;
}

/* The bytes of the letters and digits that it begins with. */
static size_t first_word(const char *key)
{
	struct letters t = { NULL, key, strlen(key) };
	size_t at = 0, after;
	for (; letters_in_word(letters_rune(&t, at, &after)); at = after)
		;
	return at;
}

static bool has(const char *key, size_t n, bool digits)
{
	struct letters t = { NULL, key, n };
	for (size_t at = 0, after; at < n; at = after) {
		uint32_t rune = letters_rune(&t, at, &after);
		if (letters_in_word(rune) && (letters_digit(rune) >= 0) == digits)
			return true;
	}
	return false;
}

/* ---- adding ---- */

static void put_start(struct known *k, const char *key)
{
	char start[KEY_MOST];
	size_t n = first_word(key);
	memcpy(start, key, n);
	start[n] = '\0';
	if (!map_find(&k->starts, start))
		map_put(&k->starts, arena_strdup(k->arena, start), k);
}

/* The first n bytes of a key. A name without a letter is a number. */
static void put(struct known *k, const char *key, size_t n, struct known_name what)
{
	char name[KEY_MOST];
	if (!n || !has(key, n, false))
		return;
	memcpy(name, key, n);
	name[n] = '\0';
	struct known_name *had = map_find(&k->names, name);
	if (had) {
		bool now = had->now || what.now;
		if (had->part && !what.part)
			*had = what;
		had->now = now;
		return;
	}
	had = arena_alloc(k->arena, 1, sizeof *had);
	*had = what;
	map_put(&k->names, arena_strdup(k->arena, name), had);
	k->longest = n > k->longest ? n : k->longest;
	put_start(k, name);
}

/* Beginnings of the name of a model, and ends that begin with a letter: those with a number in them. */
static void put_parts(struct known *k, const struct folded *f, struct known_name what)
{
	what.part = true;
	for (size_t i = 1; i + 1 < f->n; i++) {
		if (f->key[i] != ' ')
			continue;
		const char *end = f->key + i + 1;
		size_t n = f->n - i - 1, word = first_word(end);
		struct known_name start = what;
		start.variant = NULL;
		if (what.model && has(f->key, i, true))
			put(k, f->key, i, start);
		if (has(end, n, true) && word && !has(end, word, true))
			put(k, end, n, what);
	}
}

static void add(struct known *k, const char *name, struct known_name what)
{
	struct folded f;
	if (!name || !fold(&f, name))
		return;
	what.name = name;
	put(k, f.key, f.n, what);
	if ((what.model || what.benchmark) && what.now)
		put_parts(k, &f, what);
}

static void add_all(struct known *k, const char *name, struct names aliases, struct known_name what)
{
	add(k, name, what);
	for (size_t i = 0; i < aliases.count; i++)
		add(k, aliases.items[i], what);
}

/* ---- ids in other words than names ---- */

/* The next letters and digits at or after *at. */
static size_t next_word(const char *s, size_t *at)
{
	struct letters t = { NULL, s, strlen(s) };
	size_t after, end;
	for (; *at < t.n && !letters_in_word(letters_rune(&t, *at, &after)); *at = after)
		;
	for (end = *at; end < t.n && letters_in_word(letters_rune(&t, end, &after)); end = after)
		;
	return end - *at;
}

static bool has_word(const char *s, const char *word, size_t n)
{
	for (size_t at = 0, m; (m = next_word(s, &at)); at += m)
		if (n == m && memcmp(s + at, word, n) == 0)
			return true;
	return false;
}

/* Every word of one is in the other; both are folded. */
static bool is_made_of(const char *one, const char *other)
{
	for (size_t at = 0, n; (n = next_word(one, &at)); at += n) {
		if (!has_word(other, one + at, n))
			return false;
	}
	return true;
}

/* The same letters and digits, however they are parted: "gpt5" and "GPT-5". */
static bool is_same_row(const char *one, const char *other)
{
	size_t at = 0, p = 0, n = next_word(one, &at), m = next_word(other, &p);
	while (n && m) {
		size_t same = n < m ? n : m;
		if (memcmp(one + at, other + p, same) != 0)
			return false;
		at += same;
		p += same;
		n = n == same ? next_word(one, &at) : n - same;
		m = m == same ? next_word(other, &p) : m - same;
	}
	return !n && !m;
}

/* A name may leave out words of the id, as "Opus 4.6" does, but none with a digit: it may be another version's. */
static bool resembles(const struct folded *id, const char *name)
{
	struct folded f;
	if (!name || !fold(&f, name))
		return false;
	bool numbered = true;
	for (size_t at = 0, n; (n = next_word(id->key, &at)); at += n)
		numbered = numbered && (!has(id->key + at, n, true) || has_word(f.key, id->key + at, n));
	return is_made_of(id->key, f.key) || (numbered && is_made_of(f.key, id->key)) || is_same_row(id->key, f.key);
}

static void add_id(struct known *k, const char *id, const char *const *names, size_t n, struct names aliases,
                   struct known_name what)
{
	struct folded f;
	what.key = fold(&f, id);
	for (size_t i = 0; i < n; i++)
		what.key = what.key && !resembles(&f, names[i]);
	for (size_t i = 0; i < aliases.count; i++)
		what.key = what.key && !resembles(&f, aliases.items[i]);
	add(k, id, what);
}

static void add_model(struct known *k, const struct model *m, bool now)
{
	struct known_name what = { .model = m, .now = now }, other = { .now = now };
	add_all(k, m->name, m->own->more->aliases, what);
	for (size_t i = 0; i < m->n_variants; i++) {
		const struct variant *v = model_variant(m, i);
		struct known_name whole = what;
		whole.variant = v->is_default ? NULL : v->own->id;
		add_all(k, variant_full_name(k->arena, v), v->own->more->aliases, whole);
	}
	if (!now)
		return;
	add_id(k, m->id, &m->name, 1, m->own->more->aliases, what);
	add(k, m->own->more->family, other);
	add(k, m->own->more->licence, other);
	for (size_t i = 0; i < m->n_variants; i++) {
		other.variant = what.variant = model_variant(m, i)->is_default ? NULL : model_variant(m, i)->own->id;
		add(k, model_variant(m, i)->own->name, other);
		add(k, variant_ref(k->arena, model_variant(m, i)), what);
	}
}

/* "v4.0", "version 4.0", "Index v4.0" */
static void add_version(struct known *k, const struct benchmark *b, struct known_name what)
{
	struct known_name other = { .now = true };
	const char *bare = *b->version == 'v' || *b->version == 'V' ? b->version + 1 : b->version;
	const char *forms[] = { arena_printf(k->arena, "v%s", bare),
		                arena_printf(k->arena, "%s %s", k->language->version, bare),
		                arena_printf(k->arena, "%s %s", k->language->version, b->version) };
	add(k, b->version, other);
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		add(k, forms[i], other);
	const char *names[] = { b->name, b->brief };
	for (size_t i = 0; i < 2; i++) {
		add(k, arena_printf(k->arena, "%s %s", names[i], bare), what);
		add(k, arena_printf(k->arena, "%s v%s", names[i], bare), what);
	}
}

static void add_benchmark(struct known *k, const struct benchmark *b, bool now)
{
	struct known_name what = { .benchmark = b, .now = now }, other = { .now = now };
	add_all(k, b->name, b->aliases, what);
	add(k, b->brief, what);
	if (!now)
		return;
	add_id(k, b->id, (const char *const[]){ b->name, b->brief }, 2, b->aliases, what);
	add(k, b->publisher, other);
	if (b->version && *b->version)
		add_version(k, b, what);
}

static void add_names(struct known *k, const struct dataset *d, bool now)
{
	for (size_t i = 0; i < d->n_models; i++)
		add_model(k, dataset_model_at(d, i), now);
	for (size_t i = 0; i < d->n_benchmarks; i++)
		add_benchmark(k, d->benchmarks[i], now);
	for (size_t i = 0; i < d->n_sources; i++)
		add(k, d->sources[i]->title, (struct known_name){ .source = d->sources[i], .now = now });
	for (size_t i = 0; i < d->n_organisations && now; i++)
		add_all(k, d->organisations[i]->name, d->organisations[i]->aliases, (struct known_name){ .now = true });
	for (size_t i = 0; i < d->n_sources && now; i++) {
		add(k, d->sources[i]->publisher, (struct known_name){ .now = true });
		add(k, d->sources[i]->id, (struct known_name){ .source = d->sources[i], .now = true });
	}
}

void known_add(struct known *known, const struct dataset *d, bool now)
{
	add_names(known, d, now);
	if (!now)
		return;
	add(known, d->title, (struct known_name){ .now = true });
	known_add_date(known, d->date);
	for (size_t i = 0; i < d->n_sources; i++)
		known_add_date(known, d->sources[i]->date);
	for (size_t i = 0; i < d->n_models; i++)
		known_add_date(known, dataset_model_at(d, i)->own->more->released);
	struct date last = { 0 };
	for (size_t i = 0; i < d->n_measurements; i++) {
		struct date date = measurement_date(d, i);
		if (date_compare(date, last) != 0)
			known_add_date(known, date);
		last = date;
	}
}

/* ---- dates ---- */

static void add_date_key(struct known *k, const char *key)
{
	map_put(&k->dates, key, k);
}

void known_add_date(struct known *k, struct date date)
{
	if (!date.year || map_find(&k->dates, date_iso(k->arena, date)))
		return;
	add_date_key(k, date_iso(k->arena, date));
	add_date_key(k, date_iso(k->arena, (struct date){ date.year, date.month, 0 }));
	add_date_key(k, date_iso(k->arena, (struct date){ date.year, 0, 0 }));
	if (date.month)
		add_date_key(k, arena_printf(k->arena, "--%02d-%02d", date.month, date.day));
}

bool known_has_date(const struct known *k, struct date date)
{
	enum { DATE_ROOM = 40 };
	char key[DATE_ROOM];
	if (!date.year)
		snprintf(key, sizeof key, "--%02d-%02d", date.month, date.day);
	else if (!date.month)
		snprintf(key, sizeof key, "%04d", date.year);
	else if (!date.day)
		snprintf(key, sizeof key, "%04d-%02d", date.year, date.month);
	else
		snprintf(key, sizeof key, "%04d-%02d-%02d", date.year, date.month, date.day);
	return map_find(&k->dates, key) != NULL;
}

/* ---- finding ---- */

/* A name may end here: its word does, and no digits follow behind a point ("GPT-5" is not in "GPT-5.4"). */
static bool may_end(const struct letters *t, size_t at)
{
	size_t after, next;
	uint32_t rune = letters_rune(t, at, &after);
	if (letters_in_word(rune))
		return false;
	return !((rune == '.' || rune == ',') && letters_digit(letters_rune(t, after, &next)) >= 0);
}

/* The same letters, also in their case, but for what joins words. */
static bool as_written(const char *text, size_t n, const char *name)
{
	const char *end = text + n;
	while (text < end && *name) {
		uint32_t a = utf8_next(&text), b = utf8_next(&name);
		if (a != b && !(is_joint(a) && is_joint(b)) &&
		    !((a == 0x2019 || a == '\'') && (b == 0x2019 || b == '\'')))
			return false;
	}
	return text == end && !*name;
}

static const struct known_name *longest(const struct known *k, struct folded *f, const size_t *keys, size_t n,
                                        size_t *which)
{
	for (*which = n; (*which)-- > 0;) {
		f->key[keys[*which]] = '\0';
		const struct known_name *name = map_find(&k->names, f->key);
		if (name)
			return name;
	}
	return NULL;
}

static bool name_at(const struct known *k, const struct letters *t, size_t start, struct known_name *out)
{
	struct folded f = { .key = "" };
	size_t keys[ENDS_MOST], ends[ENDS_MOST], n = 0, after, which;
	bool begun = false; /* its first word has ended */
	for (size_t at = start; at < t->n && n < ENDS_MOST && f.n < k->longest; at = after) {
		uint32_t rune = letters_rune(t, at, &after);
		if (!begun && !letters_in_word(rune) && !map_find(&k->starts, f.key))
			return false;
		begun |= !letters_in_word(rune);
		if (!fold_rune(&f, t->s + at, after - at, rune))
			break;
		if (is_joint(rune) || !may_end(t, after))
			continue;
		keys[n] = f.n;
		ends[n++] = after;
	}
	const struct known_name *name = longest(k, &f, keys, n, &which);
	if (!name || (!name->now && !as_written(t->s + start, ends[which] - start, name->name)))
		return false;
	*out = *name;
	out->start = start;
	out->end = ends[which];
	return true;
}

bool known_next(const struct known *known, const char *text, size_t length, size_t *at, struct known_name *out)
{
	struct letters t = { known->language, text, length };
	size_t before, after;
	for (size_t p = *at; p < length; p = after) {
		uint32_t rune = letters_rune(&t, p, &after);
		if (is_joint(rune) || letters_in_word(letters_rune_before(&t, p, &before)) ||
		    !name_at(known, &t, p, out))
			continue;
		*at = out->end;
		return true;
	}
	*at = length;
	return false;
}

bool known_dates(const struct known *known, const struct numeral *n)
{
	enum { YEAR_BYTES = 4, YEAR_LEAST = 1900, YEAR_MOST = 2100 };
	if (n->form == NUMERAL_DATE)
		return known_has_date(known, n->date);
	bool year = n->kind == NUMERAL_DIGITS && n->form == NUMERAL_CARDINAL && !n->unit && !n->magnitude &&
	            !n->decimals && n->end - n->start == YEAR_BYTES && n->value >= YEAR_LEAST && n->value <= YEAR_MOST;
	return year && known_has_date(known, (struct date){ (int)n->value, 0, 0 });
}
