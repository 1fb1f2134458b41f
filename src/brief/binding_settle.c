/* What only the whole of a briefing can decide: whether a figure is there, and how many numbers are bound. */
#include "brief/binding_parts.h"

#include "base/arena.h"
#include "words/letters.h"
#include "words/number.h"

#include <math.h>
#include <string.h>

/* ---- references ---- */

/* Where a word starts that stands before `at`, with spaces and perhaps a point between; `at` if it does not. */
static size_t word_before(const struct letters *t, size_t at, const char *word)
{
	size_t end = at, start, n = strlen(word), before;
	uint32_t rune;
	while ((rune = letters_rune_before(t, end, &start)) == ' ' || rune == '\n' || rune == 0xa0 || rune == 0x202f)
		end = start;
	if (rune == '.')
		end = start;
	if (end == at || end < n || letters_literal(t, end - n, word) != end)
		return at;
	return letters_in_word(letters_rune_before(t, end - n, &before)) ? at : end - n;
}

static size_t kind_before(const struct letters *t, size_t at, enum reference *kind)
{
	for (const struct reference_word *word = t->language->references; word && word->text; word++) {
		size_t start = word_before(t, at, word->text);
		*kind = word->kind;
		if (start < at)
			return start;
	}
	return at;
}

/* "Figures 2 and 3", "pages 4–6": nothing but a joint between two numbers. */
static bool is_chained(const struct reading *r, const char *between, size_t n)
{
	const char *joints[] = { r->language->list_two, r->language->list_last, ", ", "-", "\u2013", "\u2011" };
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (strlen(joints[i]) == n && memcmp(joints[i], between, n) == 0)
			return true;
	return false;
}

/* "3.", "3)", "2.4 Results" at the start of a heading, where so many headings can have come before. */
static bool numbers_heading(const struct reading *r, const struct binding_text *text, const struct binding_token *token)
{
	const struct numeral *n = &token->numeral;
	const char *behind = text->text + token->end;
	bool parts = n->decimals || isnan(n->value);
	return text->heading && token->start == 0 && !(n->value > (double)r->n_headings + 2) &&
	       n->kind == NUMERAL_DIGITS && !n->unit && !n->magnitude &&
	       (*behind == ')' || (*behind == '.' && behind[1] == ' ') || n->form == NUMERAL_ORDINAL ||
	        (parts && *behind == ' '));
}

/* "(1) …, (2) …": a list in running text, in order and of two items at least. */
static bool numbers_item(const struct binding_text *text, const struct binding_token *token, int *items)
{
	const struct numeral *n = &token->numeral;
	if (n->form != NUMERAL_CARDINAL || n->decimals || token->start == 0 || text->text[token->start - 1] != '(' ||
	    text->text[token->end] != ')')
		return false;
	if (*items == 0 && (n->value != 1 || !strstr(text->text + token->end, "(2)")))
		return false;
	bool next = n->value == *items + 1;
	*items += next;
	return next || (n->value >= 1 && n->value <= *items);
}

bool binding_refers(struct reading *r, const struct binding_text *text, const struct binding_token *token,
                    struct binding_order *order)
{
	struct binding *b = r->binding;
	struct letters t = { r->language, text->text, strlen(text->text) };
	const struct numeral *n = &token->numeral;
	const struct binding_reference before = order->last;
	struct binding_reference reference = { .number = n->value, .text = *text, .end = token->end };
	order->last = (struct binding_reference){ .start = 0 };
	if (numbers_heading(r, text, token) || numbers_item(text, token, &order->items))
		return true;
	if (n->unit || n->magnitude || n->kind == NUMERAL_WORD || n->form == NUMERAL_TIMES || n->form == NUMERAL_DATE)
		return false;
	reference.start = kind_before(&t, token->start, &reference.kind);
	if (reference.start == token->start) {
		if (!before.text.text || !is_chained(r, text->text + before.end, token->start - before.end))
			return false;
		reference.kind = before.kind;
	}
	b->references =
		arena_grow(r->arena, b->references, &b->references_room, b->n_references, sizeof *b->references);
	b->references[b->n_references++] = order->last = reference;
	return true;
}

/* How many there are of what a reference names; -1 if that is not known. */
static double most_of(const struct reading *r, enum reference kind)
{
	switch (kind) {
	case REFERENCE_FIGURE:
		return (double)r->out->n_charts;
	case REFERENCE_TABLE:
		return (double)r->n_tables;
	case REFERENCE_SECTION:
		return (double)r->n_headings;
	case REFERENCE_NOTE:
		return (double)r->out->n_notes;
	case REFERENCE_STEP:
		return (double)r->longest_list;
	case REFERENCE_PAGE: /* press/ knows, once they are laid out */
		return -1;
	}
	return -1;
}

static void tell_missing(struct reading *r, const struct binding_reference *reference, double most)
{
	const struct binding_text *text = &reference->text;
	bool figure = reference->kind == REFERENCE_FIGURE;
	diag_add(r->diags, r->out->front->unbound == UNBOUND_WARN ? DIAG_WARNING : DIAG_ERROR,
	         binding_place(r, text, reference->start, reference->end),
	         figure ? "[](#id) names a figure by its id and keeps its number right" : NULL,
	         "there is no \"%.*s\": the briefing has %.0f", (int)(reference->end - reference->start),
	         text->text + reference->start, most);
}

static void keep_page(struct reading *r, const struct binding_reference *reference)
{
	struct page_reference *last = &r->out->last_page;
	if (reference->number > last->page)
		*last = (struct page_reference){ reference->number,
			                         binding_place(r, &reference->text, reference->start, reference->end) };
}

static void settle_references(struct reading *r)
{
	const struct binding *b = r->binding;
	for (size_t i = 0; i < b->n_references; i++) {
		double most = most_of(r, b->references[i].kind), number = floor(b->references[i].number);
		if (most < 0)
			keep_page(r, &b->references[i]);
		else if (!(number >= 1 && number <= most))
			tell_missing(r, &b->references[i], most);
	}
}

/* ---- coverage ---- */

void binding_add_coverage(struct reading *r, struct place place, struct block *into)
{
	struct binding *b = r->binding;
	block_add_words(r->arena, into, place, "");
	b->coverage = arena_grow(r->arena, b->coverage, &b->coverage_room, b->n_coverage, sizeof *b->coverage);
	b->coverage[b->n_coverage++] = into->items[into->n_items - 1];
}

void binding_keep_sources(struct reading *r, struct block *sources)
{
	struct binding *b = r->binding;
	b->sources = arena_grow(r->arena, b->sources, &b->sources_room, b->n_sources, sizeof *b->sources);
	b->sources[b->n_sources++] = sources;
}

static char *coverage_words(struct reading *r)
{
	const struct coverage *c = &r->out->coverage;
	const struct language *l = r->language;
	size_t all = c->computed + c->cited + c->said + c->unbound;
	return words_fill(r->arena, l, c->unbound ? WORD_METHOD_UNBOUND : WORD_METHOD_COVERAGE, "n",
	                  number_plain(r->arena, l, all), "computed", number_plain(r->arena, l, c->computed), "cited",
	                  number_plain(r->arena, l, c->cited), "said", number_plain(r->arena, l, c->said), "unbound",
	                  number_plain(r->arena, l, c->unbound), NULL);
}

/* "14.3 billion; three"; NULL: nothing. */
static const char *cited_for(const struct reading *r, const struct source *source)
{
	struct strbuf b = strbuf_new(r->arena);
	for (size_t i = 0; i < r->binding->n_cites; i++)
		if (r->binding->cites[i].source == source)
			strbuf_addf(&b, "%s%s", b.n ? r->language->list_semicolon : "", r->binding->cites[i].text);
	return b.n ? b.s : NULL;
}

/* The second cell of each row gets what its source is cited for: the text that cites may come after the list. */
static void complete_sources(struct reading *r, struct block *sources)
{
	for (size_t i = 0; i < sources->table.n_rows; i++) {
		struct rich *words = &sources->table.cells[i * sources->table.n_columns + 1].text;
		const char *cited = cited_for(r, r->dataset->sources[i]);
		if (!cited)
			continue;
		cited = words_fill(r->arena, r->language, WORD_CITED_FOR, "list", cited, NULL);
		*words = rich_plain(r->arena, arena_printf(r->arena, "%s%s %s", words->text,
		                                           str_ends(words->text, ".") ? "" : ".", cited));
	}
}

/* A method section says how many numbers are not bound, but slides may leave its text out. */
static bool is_said(const struct reading *r)
{
	return r->binding->n_coverage && !front_matter_is_deck(r->out->front);
}

/* Set apart, at the end: notes are on slides, too. */
static void add_warning(struct reading *r, struct block *root)
{
	struct place place = place_file(r->source->path);
	struct block *note = block_new(r->arena, BLOCK_NOTE, place);
	binding_add_coverage(r, place, note);
	block_add(r->arena, root, note);
}

/* A reader takes the briefing's date for that of its data. */
static void check_age(struct reading *r)
{
	struct date date = r->out->front->date, data = r->dataset->date;
	if (!date_precedes(date, data))
		return;
	diag_add(r->diags, DIAG_WARNING, r->out->front->date_place, "give it the date of the data or a later one",
	         "the briefing is dated %s, before its data of %s", date_iso(r->arena, date), date_iso(r->arena, data));
}

void binding_settle(struct reading *r, struct block *root)
{
	struct binding *b = r->binding;
	const struct front_matter *front = r->out->front;
	check_age(r);
	settle_references(r);
	if (r->out->coverage.unbound && front->unbound == UNBOUND_WARN && !is_said(r))
		add_warning(r, root);
	for (size_t i = 0; i < b->n_coverage; i++)
		b->coverage[i]->text = rich_plain(r->arena, coverage_words(r));
	for (size_t i = 0; i < b->n_sources; i++)
		complete_sources(r, b->sources[i]);
}
