/* What is bound: names, dates, ordinals, answers. */
#include "brief/binding_parts.h"

#include "base/arena.h"
#include "words/letters.h"

#include <math.h>
#include <string.h>

enum { COMPARISONS_MOST = 400000, BEHIND_MOST = 40 }; /* bytes behind a name that may belong to its number */

struct binding *binding_new(struct reading *r)
{
	struct binding *b = arena_alloc(r->arena, 1, sizeof *b);
	b->known = known_new(r->arena, r->language);
	b->budget = COMPARISONS_MOST;
	b->texts = binding_keep_begin(r);
	known_add(b->known, r->dataset, true);
	known_add_date(b->known, r->out->front->date);
	if (r->options->baseline) {
		known_add(b->known, r->options->baseline, false);
		known_add_date(b->known, r->options->baseline->date);
	}
	return b;
}

const struct known *binding_known(const struct binding *b)
{
	return b->known;
}

/* ---- what is spoken of ---- */

/* Puts it first; the last of a full list goes. */
static void push(const void **list, size_t *n, const void *thing)
{
	size_t at = 0;
	while (at < *n && list[at] != thing)
		at++;
	if (at == *n && *n < NEAR_MOST)
		++*n;
	at = at < NEAR_MOST ? at : NEAR_MOST - 1;
	memmove(list + 1, list, at * sizeof *list);
	list[0] = thing;
}

void binding_mention(struct reading *r, const struct model *model, const struct benchmark *benchmark)
{
	struct binding *b = r->binding;
	const void *list[NEAR_MOST];
	if (model) {
		memcpy(list, b->models, sizeof list);
		push(list, &b->n_models, model);
		memcpy(b->models, list, sizeof list);
	}
	if (benchmark) {
		memcpy(list, b->benchmarks, sizeof list);
		push(list, &b->n_benchmarks, benchmark);
		memcpy(b->benchmarks, list, sizeof list);
	}
}

/* ---- a text in pieces ---- */

struct tokens {
	struct arena *arena;
	struct binding_token *items;
	size_t count, room;
};

static void add_token(struct tokens *t, struct binding_token token)
{
	t->items = arena_grow(t->arena, t->items, &t->room, t->count, sizeof *t->items);
	t->items[t->count++] = token;
}

enum { OPEN, APART, ANSWERED, NAMED }; /* what a byte belongs to */

/* A word with "://" in it, or one that begins with "www.", or an address of mail. */
static bool is_address(const char *word, size_t n)
{
	const char *at = memchr(word, '@', n), *dot = at ? memchr(at, '.', n - (size_t)(at - word)) : NULL;
	for (size_t i = 0; i + 2 < n; i++)
		if (word[i] == ':' && word[i + 1] == '/' && word[i + 2] == '/')
			return true;
	bool letter = dot && dot + 1 < word + n && ((dot[1] | 0x20) >= 'a' && (dot[1] | 0x20) <= 'z');
	return (n > 4 && memcmp(word, "www.", 4) == 0) || letter;
}

static void close_addresses(const char *text, char *closed)
{
	for (const char *p = text; (p = strstr(p, "[^")); p += 2) { /* a reference to a footnote that is not there */
		size_t n = strcspn(p, "] \n\t");
		memset(closed + (p - text), APART, p[n] == ']' ? n : 0);
	}
	for (const char *p = text; *p;) {
		size_t n = strcspn(p, " \n\t");
		if (is_address(p, n))
			memset(closed + (p - text), APART, n);
		p += n + (p[n] != '\0');
	}
}

/* "Aster 4%" and "Aster 4 million" do not name Aster 4. */
static bool counts_on(const struct reading *r, const char *text, size_t n, const struct known_name *name)
{
	struct letters t = { r->language, text, n };
	size_t digit;
	if (letters_digit(letters_rune_before(&t, name->end, &digit)) < 0)
		return false;
	struct numeral numeral = { .end = name->start };
	size_t at = name->start, end = n - name->end < BEHIND_MOST ? n : name->end + BEHIND_MOST;
	while (end < n && ((unsigned char)text[end] & 0xc0) == 0x80)
		end++;
	while (numeral.end < name->end && numeral_next(r->language, text, end, &at, &numeral))
		;
	return numeral.start < name->end && numeral.end > name->end && (numeral.percent || numeral.magnitude);
}

/* A word that happens to be an id is none: a name has a digit or a capital inside, as "Great Index" and "GreatIndex"
 * do; "INDEX" and "Index" may be anything. */
static bool is_typed_as_name(const char *text, const struct known_name *name)
{
	bool small = false, capital = false, digit = false, several = false;
	for (size_t i = name->start; i < name->end; i++) {
		digit |= text[i] >= '0' && text[i] <= '9';
		small |= text[i] >= 'a' && text[i] <= 'z';
		capital |= i > name->start && text[i] >= 'A' && text[i] <= 'Z';
		several |= text[i] == ' ' || text[i] == '-';
	}
	return digit || (capital && (small || several));
}

static void find_names(struct reading *r, const struct binding_text *text, char *closed, struct tokens *t)
{
	struct known_name name;
	size_t n = strlen(text->text);
	for (size_t at = 0; known_next(r->binding->known, text->text, n, &at, &name);) {
		if (closed[name.start] == APART || counts_on(r, text->text, n, &name))
			continue;
		bool gone = !name.now || (name.key && is_typed_as_name(text->text, &name));
		add_token(t, (struct binding_token){ name.start, name.end, true, .name = name, .told = gone });
		binding_mention(r, name.model, name.benchmark);
		if (closed[name.start] == OPEN)
			memset(closed + name.start, NAMED, name.end - name.start);
	}
}

static void find_numerals(struct reading *r, const struct binding_text *text, const char *closed, struct tokens *t)
{
	struct numeral numeral;
	for (size_t at = 0, end; text->text[at]; at = end) {
		for (end = at; text->text[end] && (closed[end] == OPEN) == (closed[at] == OPEN); end++)
			;
		for (size_t p = at; closed[at] == OPEN && numeral_next(r->language, text->text, end, &p, &numeral);)
			add_token(t, (struct binding_token){ numeral.start, numeral.end, false, .numeral = numeral });
	}
}

/* The first n are names, the others numbers, each in order: all of them are put in order. */
static struct tokens merged(const struct tokens *t, size_t n)
{
	struct tokens all = { t->arena, arena_alloc(t->arena, t->count + 1, sizeof *t->items), t->count, t->count };
	for (size_t i = 0, name = 0, numeral = n; i < t->count; i++) {
		bool first = name < n && (numeral == t->count || t->items[name].start <= t->items[numeral].start);
		all.items[i] = t->items[first ? name++ : numeral++];
	}
	return all;
}

static struct tokens find_tokens(struct arena *arena, struct reading *r, const struct binding_text *text)
{
	struct tokens t = { .arena = arena };
	char *closed = arena_alloc(arena, strlen(text->text) + 1, 1);
	close_addresses(text->text, closed);
	for (size_t i = 0; i < text->n_spans; i++)
		memset(closed + text->spans[i].start, text->spans[i].answer ? ANSWERED : APART,
		       text->spans[i].end - text->spans[i].start);
	find_names(r, text, closed, &t);
	size_t n_names = t.count;
	find_numerals(r, text, closed, &t);
	return merged(&t, n_names);
}

static struct tokens tokens_of(struct arena *arena, struct reading *r, const struct binding_text *text)
{
	struct tokens t = { .arena = arena };
	const char *key = binding_keep_key(arena, r, text);
	if (key && (t.items = binding_kept(r, key, arena, &t.count)))
		return t;
	t = find_tokens(arena, r, text);
	if (key)
		binding_keep(r, key, t.items, t.count);
	return t;
}

/* ---- judging ---- */

/* A claim stands for words as its author means them ("two of them", "nearly half"), and for digits that are part of a
 * word, such as a name. Other digits it has to ask for, compute or compare. */
static bool claim_has(const struct fact *claim, const struct numeral *n)
{
	bool has = n->kind == NUMERAL_WORD || n->attached;
	for (size_t i = 0; i < claim->n_numbers && !has; i++) {
		double x = fabs(claim->numbers[i]);
		has = numeral_equals(n, x) || numeral_equals(n, -x) || (n->percent && numeral_equals(n, x * 100));
	}
	return claim->asked && has;
}

static bool is_bound(struct reading *r, const struct binding_text *text, const struct binding_token *token,
                     struct binding_order *order)
{
	struct coverage *coverage = &r->out->coverage;
	if (binding_refers(r, text, token, order) || known_dates(r->binding->known, &token->numeral))
		return true;
	bool bound = text->claimed && (!text->claim || claim_has(text->claim, &token->numeral));
	coverage->computed += bound;
	coverage->unbound += !bound;
	return bound;
}

static void check(struct reading *r, const struct binding_text *text)
{
	struct arena *own = arena_new_below(r->arena);
	struct tokens t = tokens_of(own, r, text);
	struct binding_order order = { .items = 0 };
	size_t told = 0;
	for (size_t i = 0; i < t.count; i++) {
		struct binding_token *token = &t.items[i];
		if (!token->is_name)
			token->told = !is_bound(r, text, token, &order);
		told += token->told;
	}
	if (told)
		binding_tell(r, text, t.items, t.count);
	arena_free(own);
}

/* A link whose words are its address is an address. */
static bool is_apart(const struct rich_builder *b, const struct rich_link *link)
{
	size_t n = link->end - link->start;
	return strlen(link->target) == n && memcmp(link->target, b->text.s + link->start, n) == 0;
}

void binding_check_built(struct reading *r, const struct rich_builder *b, struct binding_text text)
{
	size_t n = 0, most = b->n_answers + b->n_marks + b->n_notes + b->n_links;
	struct binding_span *spans = arena_alloc(r->arena, most + 1, sizeof *spans);
	for (size_t i = 0; i < b->n_answers; i++)
		spans[n++] = (struct binding_span){ b->answers[i].start, b->answers[i].end, true, b->answers[i].place };
	for (size_t i = 0; i < b->n_marks; i++)
		if (b->marks[i].weight == TEXT_CODE)
			spans[n++] = (struct binding_span){ .start = b->marks[i].start, .end = b->marks[i].end };
	for (size_t i = 0; i < b->n_notes; i++)
		spans[n++] = (struct binding_span){ .start = b->notes[i].start, .end = b->notes[i].end };
	for (size_t i = 0; i < b->n_links; i++)
		if (is_apart(b, &b->links[i]))
			spans[n++] = (struct binding_span){ .start = b->links[i].start, .end = b->links[i].end };
	text.text = b->text.s;
	text.spans = spans;
	text.n_spans = n;
	check(r, &text);
	binding_check_signs(r, &text);
}

/* ---- answers ---- */

/* The numbers of a text; dates are none. */
static size_t count_numbers(struct reading *r, const char *text)
{
	size_t n = 0;
	struct tokens t = tokens_of(r->arena, r, &(struct binding_text){ .text = text });
	for (size_t i = 0; i < t.count; i++)
		n += !t.items[i].is_name && t.items[i].numeral.form != NUMERAL_DATE;
	return n;
}

static void keep_cite(struct reading *r, const struct fact_quote *quote)
{
	struct binding *b = r->binding;
	for (size_t i = 0; i < b->n_cites; i++)
		if (b->cites[i].source == quote->source && str_eq(b->cites[i].text, quote->text))
			return;
	b->cites = arena_grow(r->arena, b->cites, &b->cites_room, b->n_cites, sizeof *b->cites);
	b->cites[b->n_cites++] = (struct binding_cite){ quote->source, quote->text };
}

void binding_cite(struct reading *r, const char *number, const struct source *source)
{
	const struct fact_quote quote = { .kind = QUOTE_CITED, .text = number, .source = source };
	r->out->coverage.cited++;
	keep_cite(r, &quote);
}

void binding_cite_all(struct reading *r, const char *text, const struct source *source)
{
	struct arena *own = arena_new_below(r->arena);
	struct tokens t = tokens_of(own, r, &(struct binding_text){ .text = text });
	for (size_t i = 0; i < t.count; i++)
		if (!t.items[i].is_name && t.items[i].numeral.form != NUMERAL_DATE)
			binding_cite(
				r, arena_strndup(r->arena, text + t.items[i].start, t.items[i].end - t.items[i].start),
				source);
	arena_free(own);
}

/* What an expression only writes out is as if it stood in the text. */
static size_t judge_typed(struct reading *r, const char *typed, const struct fact *claim, const char *expression,
                          struct place place)
{
	const struct coverage before = r->out->coverage;
	struct binding_text text = { .text = typed, .place = place, .claimed = claim, .claim = claim };
	struct tokens t = tokens_of(r->arena, r, &text);
	struct binding_order order = { .items = 0 };
	bool written = strstr(expression, typed) != NULL;
	struct place start = written ? source_find(r->source, place, typed) : place, at = start;
	for (size_t i = 0; i < t.count; i++) {
		if (t.items[i].is_name || is_bound(r, &text, &t.items[i], &order))
			continue;
		at.column = start.column +
		            (written ? (int)utf8_count(arena_strndup(r->arena, typed, t.items[i].start)) : 0);
		binding_tell_at(r, &text, &t.items[i], at);
	}
	r->out->coverage.computed = before.computed; /* they are counted with the answer */
	return r->out->coverage.unbound - before.unbound;
}

void binding_answer(struct reading *r, const struct fact *fact, const char *expression, struct place place)
{
	struct coverage *coverage = &r->out->coverage;
	size_t all = count_numbers(r, fact->printed), said = 0, cited = 0, typed = 0;
	for (size_t i = 0; i < fact->n_quotes; i++) {
		const struct fact_quote *quote = &fact->quotes[i];
		switch (quote->kind) {
		case QUOTE_SAID:
			said += count_numbers(r, quote->text);
			break;
		case QUOTE_CITED:
			cited += count_numbers(r, quote->text);
			keep_cite(r, quote);
			break;
		case QUOTE_CLAIMED:
			typed += judge_typed(r, quote->text, fact, expression, place);
			break;
		case QUOTE_TYPED:
			typed += judge_typed(r, quote->text, NULL, expression, place);
			break;
		}
	}
	coverage->said += said;
	coverage->cited += cited;
	coverage->computed += all > said + cited + typed ? all - said - cited - typed : 0;
}
