/* What of a presentation is not as it was written: changed, added, gone, or not to be read. */
#include "base/arena.h"
#include "paint/pptx_parts.h"
#include "paint/pptx_said.h"

#include <string.h>

enum { CROSSED_MOST = 2000 }; /* what is compared with all others: more than anybody changes */

struct entry { /* something that is said */
	const struct pptx_said *said;
	const char *text; /* plain */
	uint64_t hash;
	struct entry *pair;
};

struct side { /* what was written, or what is there */
	const struct pptx_said_list *list;
	struct entry *entries;
	size_t n;
	size_t *starts; /* of each slide, and the end of the last */
	size_t *pairs;  /* the slide on the other side; SIZE_MAX: none */
};

struct edits {
	struct arena *arena;
	struct side was, now;
	bool alt_gone; /* of every figure */
	struct paint_edit *items;
	size_t n, room;
};

static void tell(struct edits *e, const char *where, const char *was, const char *is_now)
{
	e->items = arena_grow(e->arena, e->items, &e->room, e->n, sizeof *e->items);
	e->items[e->n++] =
		(struct paint_edit){ where, was ? str_one_line(e->arena, arena_strdup(e->arena, was)) : NULL,
		                     is_now ? str_one_line(e->arena, arena_strdup(e->arena, is_now)) : NULL };
}

static struct side side_of(struct arena *arena, const struct pptx_said_list *list)
{
	struct side s = { .list = list,
		          .entries = arena_alloc(arena, list->n + 1, sizeof *s.entries),
		          .starts = arena_alloc(arena, list->n_slides + 1, sizeof *s.starts),
		          .pairs = arena_alloc(arena, list->n_slides + 1, sizeof *s.pairs) };
	for (size_t i = 0; i < list->n; i++) {
		const struct pptx_said *said = &list->items[i];
		bool lines = said->kind == PPTX_SAID_CHART || said->kind == PPTX_SAID_BOOK;
		const char *text = lines ? said->text : pptx_edits_plain(arena, said->text);
		if (*text)
			s.entries[s.n++] = (struct entry){ said, text, str_hash(text, strlen(text)), NULL };
	}
	for (size_t i = 0, at = 0; i <= list->n_slides; i++) {
		s.starts[i] = at;
		s.pairs[i] = SIZE_MAX;
		while (i < list->n_slides && at < s.n && s.entries[at].said->slide == list->slides[i])
			at++;
	}
	return s;
}

/* ---- which slide became which ---- */

static bool is_equal(const struct entry *a, const struct entry *b)
{
	return a->said->kind == b->said->kind && a->hash == b->hash && str_eq(a->text, b->text);
}

/* How many of its texts, in percent, a slide has kept. */
static size_t kept(const struct edits *e, size_t was, size_t now)
{
	enum { PER_CENT = 100 };
	size_t from = e->was.starts[was], end = e->was.starts[was + 1], same = 0, n = 0;
	for (size_t i = from; i < end && i - from < CROSSED_MOST; i++) {
		const struct entry *a = &e->was.entries[i];
		if (a->said->kind == PPTX_SAID_FRAME)
			continue;
		n++;
		for (size_t k = e->now.starts[now]; k < e->now.starts[now + 1]; k++)
			if (is_equal(a, &e->now.entries[k])) {
				same++;
				break;
			}
	}
	return n ? same * PER_CENT / n : 0;
}

static bool is_free(const struct side *s, size_t slide)
{
	return s->pairs[slide] == SIZE_MAX;
}

static void join(struct edits *e, size_t was, size_t now)
{
	e->was.pairs[was] = now;
	e->now.pairs[now] = was;
}

/* By id, as long as it has kept so much of what it said. */
static void join_by_id(struct edits *e, size_t least)
{
	for (size_t i = 0; i < e->was.list->n_slides; i++)
		for (size_t k = 0; k < e->now.list->n_slides; k++)
			if (is_free(&e->was, i) && is_free(&e->now, k) &&
			    e->was.list->slides[i] == e->now.list->slides[k] && kept(e, i, k) >= least)
				join(e, i, k);
}

/* Programs number slides anew. */
static void join_by_text(struct edits *e, size_t least)
{
	size_t tried = 0;
	for (size_t i = 0; i < e->was.list->n_slides; i++) {
		size_t best = 0, most = 0;
		for (size_t k = 0; k < e->now.list->n_slides && is_free(&e->was, i) && tried < CROSSED_MOST; k++) {
			if (!is_free(&e->now, k))
				continue;
			size_t much = kept(e, i, k);
			tried++;
			best = much > most ? k : best;
			most = much > most ? much : most;
		}
		if (most >= least)
			join(e, i, best);
	}
}

static void join_slides(struct edits *e)
{
	enum { HALF = 50, SOME = 25 };
	join_by_id(e, HALF);
	join_by_text(e, SOME);
	join_by_id(e, 0);
}

/* ---- which text became which ---- */

enum likeness { ALIKE_ALL, ALIKE_NAMED, ALIKE_TEXT, SAME_SHAPE, SAME_NAME, SAME_ID, LEFT };

static bool is_alike(const struct entry *a, const struct entry *b, enum likeness how)
{
	const struct pptx_said *x = a->said, *y = b->said;
	bool name = str_eq(x->name, y->name), id = x->shape == y->shape;
	if (x->kind != y->kind)
		return false;
	switch (how) {
	case ALIKE_ALL:
		return name && id && is_equal(a, b);
	case ALIKE_NAMED:
		return name && is_equal(a, b);
	case ALIKE_TEXT:
		return is_equal(a, b);
	case SAME_SHAPE:
		return name && id;
	case SAME_NAME:
		return name;
	case SAME_ID:
		return id;
	case LEFT:
		break;
	}
	return true;
}

static struct entry **unpaired(const struct edits *e, const struct side *s, size_t slide, size_t *n)
{
	struct entry **out = arena_alloc(e->arena, CROSSED_MOST + 1, sizeof *out);
	*n = 0;
	for (size_t i = s->starts[slide]; i < s->starts[slide + 1] && *n < CROSSED_MOST; i++)
		if (!s->entries[i].pair)
			out[(*n)++] = &s->entries[i];
	return out;
}

/* Most are where they were. */
static void pair_in_order(const struct edits *e, size_t was, size_t now)
{
	size_t k = e->now.starts[now];
	for (size_t i = e->was.starts[was]; i < e->was.starts[was + 1]; i++) {
		size_t at = k, end = e->now.starts[now + 1];
		enum { AHEAD = 8 };
		while (at < end && at < k + AHEAD && !is_alike(&e->was.entries[i], &e->now.entries[at], ALIKE_ALL))
			at++;
		if (at == end || at == k + AHEAD)
			continue;
		e->was.entries[i].pair = &e->now.entries[at];
		e->now.entries[at].pair = &e->was.entries[i];
		k = at + 1;
	}
}

static void pair_entries(const struct edits *e, size_t was, size_t now)
{
	size_t n, m;
	pair_in_order(e, was, now);
	struct entry **a = unpaired(e, &e->was, was, &n), **b = unpaired(e, &e->now, now, &m);
	for (int how = ALIKE_ALL; how <= (n == m ? LEFT : SAME_ID); how++)
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < m && !a[i]->pair; k++)
				if (!b[k]->pair && is_alike(a[i], b[k], (enum likeness)how)) {
					a[i]->pair = b[k];
					b[k]->pair = a[i];
				}
}

/* ---- what is told of them ---- */

static const char *where_of(const struct edits *e, size_t slide, const struct pptx_said *said)
{
	const char *kind = said->kind == PPTX_SAID_ALT ? ", alt text" : said->kind == PPTX_SAID_LINK ? ", link" : "";
	return arena_printf(e->arena, "slide %zu, %s%s", slide + 1, *said->name ? said->name : "a shape", kind);
}

/* Line by line; where lines were added or taken away, as a whole. */
static void tell_text(struct edits *e, const char *where, const char *was, const char *now)
{
	if (pptx_edits_lines(was) != pptx_edits_lines(now)) {
		tell(e, where, was, now);
		return;
	}
	while (*was || *now) {
		const char *line = pptx_edits_line(e->arena, &was), *line_now = pptx_edits_line(e->arena, &now);
		if (!pptx_edits_same(line, line_now))
			tell(e, where, line, line_now);
	}
}

static void tell_facts(struct edits *e, const char *where, const char *was, const char *now)
{
	size_t n;
	const struct pptx_difference *found = pptx_edits_facts(e->arena, was, now, &n);
	for (size_t i = 0; i < n; i++)
		tell(e, arena_printf(e->arena, "%s, %s", where, found[i].name), found[i].was, found[i].is_now);
}

static void tell_pair(struct edits *e, size_t slide, const struct entry *was)
{
	const struct entry *now = was->pair;
	const char *where = where_of(e, slide, was->said);
	switch (was->said->kind) {
	case PPTX_SAID_TEXT:
	case PPTX_SAID_ALT:
	case PPTX_SAID_NOTES:
	case PPTX_SAID_FRAME:
	case PPTX_SAID_LINK:
	case PPTX_SAID_THING:
		tell_text(e, where, was->text, now->text);
		return;
	case PPTX_SAID_CHART:
	case PPTX_SAID_BOOK:
		tell_facts(e, where, was->text, now->text);
		return;
	}
}

/* What stands for a text that is gone or was added. */
static const char *gist(const struct entry *entry)
{
	return entry->said->kind == PPTX_SAID_CHART  ? "a chart"
	       : entry->said->kind == PPTX_SAID_BOOK ? "a workbook"
	                                             : entry->text;
}

/* Without its workbook, which some programs drop, a chart says nothing wrong. They drop the alt texts of all charts,
 * too, of which it is told once. */
static bool may_be_gone(const struct edits *e, const struct entry *was)
{
	return was->said->kind == PPTX_SAID_BOOK || (was->said->kind == PPTX_SAID_ALT && e->alt_gone);
}

static bool is_unread(const struct pptx_said_list *list, unsigned slide)
{
	for (size_t i = 0; i < list->n_unread; i++)
		if (list->unread[i].slide == slide || !list->unread[i].slide)
			return true;
	return false;
}

static void tell_slide(struct edits *e, size_t was, size_t now)
{
	bool unread = is_unread(e->now.list, e->now.list->slides[now]); /* of that it is told already */
	pair_entries(e, was, now);
	for (size_t i = e->was.starts[was]; i < e->was.starts[was + 1]; i++) {
		const struct entry *entry = &e->was.entries[i];
		if (entry->pair)
			tell_pair(e, now, entry);
		else if (!unread && !may_be_gone(e, entry))
			tell(e, where_of(e, now, entry->said), gist(entry), NULL);
	}
}

static void tell_added(struct edits *e)
{
	for (size_t slide = 0; slide < e->now.list->n_slides; slide++) {
		bool is_new = is_free(&e->now, slide);
		for (size_t i = e->now.starts[slide]; i < e->now.starts[slide + 1]; i++)
			if (!e->now.entries[i].pair && !(is_new && e->now.entries[i].said->kind == PPTX_SAID_FRAME))
				tell(e, where_of(e, slide, e->now.entries[i].said), NULL, gist(&e->now.entries[i]));
	}
}

static void tell_gone(struct edits *e, size_t was)
{
	for (size_t i = e->was.starts[was]; i < e->was.starts[was + 1]; i++)
		if (e->was.entries[i].said->kind == PPTX_SAID_TEXT) {
			tell(e, arena_printf(e->arena, "slide %zu as written", was + 1), e->was.entries[i].text, NULL);
			return;
		}
	tell(e, arena_printf(e->arena, "slide %zu as written", was + 1), "a slide", NULL);
}

static void tell_unread(struct edits *e, const struct pptx_said_list *now)
{
	for (size_t i = 0; i < now->n_unread; i++) {
		const struct pptx_unread *u = &now->unread[i];
		size_t at = 0;
		while (at < now->n_slides && now->slides[at] != u->slide)
			at++;
		if (!u->slide)
			tell(e, u->what, NULL, NULL);
		else
			tell(e, arena_printf(e->arena, "slide %zu%s%s", at + 1, *u->what ? ", " : "", u->what), NULL,
			     NULL);
	}
}

static size_t count_kind(const struct side *s, enum pptx_said_kind kind)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n; i++)
		n += s->entries[i].said->kind == kind;
	return n;
}

static void tell_alt_gone(struct edits *e)
{
	size_t was = count_kind(&e->was, PPTX_SAID_ALT);
	e->alt_gone = was && !count_kind(&e->now, PPTX_SAID_ALT);
	if (e->alt_gone)
		tell(e, "alt texts", arena_printf(e->arena, "of %zu figures", was), NULL);
}

void pptx_edits_find(struct arena *arena, const struct pptx_source *source, const struct pptx_said_list *was,
                     struct paint_found *out)
{
	struct pptx_said_list now = { .arena = arena };
	struct edits e = { .arena = arena };
	pptx_said_all(&now, source);
	e.was = side_of(arena, was);
	e.now = side_of(arena, &now);
	join_slides(&e);
	tell_alt_gone(&e);
	tell_unread(&e, &now);
	if (now.n_slides && !was->n)
		tell(&e, "what was written", NULL, NULL);
	for (size_t i = 0; i < was->n_slides; i++)
		if (!is_free(&e.was, i))
			tell_slide(&e, i, e.was.pairs[i]);
		else if (!now.n_unread || now.n_slides)
			tell_gone(&e, i);
	if (was->n)
		tell_added(&e);
	out->n_texts = was->n;
	out->edits = e.items;
	out->n_edits = e.n;
}
