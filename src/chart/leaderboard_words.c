#include "chart/leaderboard_words.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <string.h>

enum { ALT_MAX = 600, NAMES_MAX = 6 };

static const struct standing_row *row_of(const struct standing *s, const struct variant *variant)
{
	for (size_t i = 0; variant && i < s->count; i++)
		if (s->rows[i].variant == variant)
			return &s->rows[i];
	return NULL;
}

static bool has_rtl(const char *s)
{
	for (uint32_t r; (r = utf8_next(&s));)
		if ((r >= 0x590 && r <= 0x8ff) || (r >= 0xfb1d && r <= 0xfdff) || (r >= 0xfe70 && r <= 0xfefc) ||
		    (r >= 0x10800 && r <= 0x10fff) || (r >= 0x1e800 && r <= 0x1efff))
			return true;
	return false;
}

/* The name inside an English sentence: one that reads from the right is set apart, and the sentence goes on from the
 * left. */
static char *name_of(struct arena *arena, const struct variant *variant)
{
	char *name = variant_full_name(arena, variant);
	return has_rtl(name) ? arena_printf(arena, "\u200e\u2068%s\u2069", name) : name;
}

/* "A, B and C"; beyond NAMES_MAX names "A, B and 7 more". */
static char *list_names(struct arena *arena, const struct variant *const *variants, size_t n)
{
	struct strbuf b = strbuf_new(arena);
	size_t named = n > NAMES_MAX ? NAMES_MAX - 2 : n;
	for (size_t i = 0; i < named; i++) {
		if (i)
			strbuf_add(&b, i + 1 == n ? " and " : ", ");
		strbuf_add(&b, name_of(arena, variants[i]));
	}
	if (named < n)
		strbuf_addf(&b, " and %zu more", n - named);
	return b.s;
}

static char *benchmark_in_text(struct arena *arena, const struct benchmark *b)
{
	return str_ends(b->brief, " Index") && !str_starts(b->brief, "the ") && !str_starts(b->brief, "The ")
	               ? arena_printf(arena, "the %s", b->brief)
	               : arena_strdup(arena, b->brief);
}

char *leaderboard_value(struct arena *arena, const struct leaderboard_view *view, const struct standing_row *row,
                        bool with_unit)
{
	char *number = number_text(arena, row->value, view->style);
	bool percent = with_unit && view->standing->benchmark->unit == UNIT_PERCENT;
	return percent ? arena_printf(arena, "%s%%", number) : number;
}

static bool in_conflict(const struct standing_row *row)
{
	return row->chosen && row->selection->n_rivals > 0;
}

char *leaderboard_remark(struct arena *arena, const struct standing_row *row)
{
	const char *word = row->claimed ? "claimed" : row->estimated ? "estimated" : NULL;
	if (in_conflict(row))
		return word ? arena_printf(arena, "† %s", word) : arena_strdup(arena, "†");
	return word ? arena_strdup(arena, word) : NULL;
}

const char *leaderboard_absent(const struct standing_row *row)
{
	for (size_t i = 0; i < row->selection->n_all; i++)
		if (row->selection->all[i]->status == STATUS_UNKNOWN_ZERO)
			return "unknown: the source prints 0";
	return "not reported";
}

/* ---- titles ---- */

static char *capital(struct arena *arena, const char *text)
{
	char *copy = arena_strdup(arena, text);
	if (*copy >= 'a' && *copy <= 'z')
		*copy = (char)(*copy - 'a' + 'A');
	return copy;
}

static size_t n_leaders(const struct standing *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		n += s->rows[i].rank == 1;
	return n;
}

static const struct standing_row *leader(const struct standing *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank == 1)
			return &s->rows[i];
	return NULL;
}

static const struct standing_row *other_leader(const struct standing *s, const struct standing_row *first)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank == 1 && &s->rows[i] != first)
			return &s->rows[i];
	return first;
}

/* The best row that is not first; NULL if all are. */
static const struct standing_row *runner_up(const struct standing *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->rows[i].rank > 1)
			return &s->rows[i];
	return NULL;
}

/* ", 5 points behind X": from the numbers as printed. "" where the unit has no word for a difference or none can be
 * seen. */
static char *gap_words(struct arena *arena, const struct leaderboard_view *view, const struct standing_row *a,
                       const struct standing_row *b, bool ahead, const char *whom)
{
	bool lower = view->standing->benchmark->better == BETTER_LOWER;
	const char *how = lower ? (ahead ? "below" : "above") : ahead ? "ahead of" : "behind";
	const char *unit = number_gap_words(arena, view->standing->benchmark->unit, view->style.magnitude);
	double scale = pow(10, view->style.decimals - view->style.magnitude);
	double gap = fabs(round(a->value * scale) - round(b->value * scale)) / scale;
	if (!*unit || gap <= 0)
		return arena_strdup(arena, "");
	char *number = number_text(arena, gap, view->style);
	if (view->style.decimals == 0 && view->style.magnitude == 0 && str_eq(number, "1") && str_ends(unit, "s"))
		unit = arena_strndup(arena, unit, strlen(unit) - 1);
	return arena_printf(arena, ", %s\u00a0%s %s %s", number, unit, how, whom);
}

static void titles_of_leader(struct arena *arena, const struct leaderboard_view *view, const char *on,
                             const char *titles[LEADERBOARD_TITLES])
{
	const struct standing *s = view->standing;
	const struct standing_row *first = leader(s), *second = runner_up(s);
	size_t leaders = n_leaders(s);
	if (!first)
		return;
	const char *name = name_of(arena, first->variant);
	if (s->n_present == 1) {
		titles[0] = arena_printf(arena, "%s scores %s on %s", name, leaderboard_value(arena, view, first, true),
		                         on);
	} else if (leaders == 1) {
		titles[1] = arena_printf(arena, "%s leads on %s", name, on);
		titles[0] = second ? arena_printf(arena, "%s%s", titles[1],
		                                  gap_words(arena, view, first, second, true,
		                                            name_of(arena, second->variant)))
		                   : titles[1];
	} else if (leaders == s->n_present && s->n_claimed == (s->all_claimed ? s->n_present : 0)) {
		titles[0] = arena_printf(arena, "No model stands ahead on %s: all %s share first place", on,
		                         number_count(arena, leaders));
	} else if (leaders == 2) {
		titles[0] = arena_printf(arena, "%s and %s share the lead on %s", name,
		                         name_of(arena, other_leader(s, first)->variant), on);
		titles[1] = arena_printf(arena, "Two models share the lead on %s", on);
	} else {
		titles[0] = capital(
			arena, arena_printf(arena, "%s models share the lead on %s", number_count(arena, leaders), on));
	}
}

static void titles_of_focus(struct arena *arena, const struct leaderboard_view *view, const struct standing_row *row,
                            const char *on, const char *titles[LEADERBOARD_TITLES])
{
	const struct standing *s = view->standing;
	const char *name = name_of(arena, view->focus);
	const struct standing_row *first = leader(s), *second = runner_up(s);
	size_t leaders = n_leaders(s);
	if (!row || !row->chosen) {
		titles[0] = arena_printf(arena, "%s has no published value on %s", name, on);
	} else if (!row->rank || !first) {
		titles[0] = arena_printf(arena, "%s claims %s on %s, without an independent test", name,
		                         leaderboard_value(arena, view, row, true), on);
		titles[1] =
			arena_printf(arena, "%s claims %s on %s", name, leaderboard_value(arena, view, row, true), on);
	} else if (row->rank == 1 && leaders == 1) {
		titles[1] = arena_printf(arena, "%s leads on %s", name, on);
		titles[0] = second ? arena_printf(
					     arena, "%s%s", titles[1],
					     gap_words(arena, view, row, second, true, name_of(arena, second->variant)))
		                   : titles[1];
	} else if (row->rank == 1) {
		titles[0] = arena_printf(arena, "%s shares the lead on %s with %s %s", name, on,
		                         number_count(arena, leaders - 1), leaders == 2 ? "other" : "others");
		titles[1] = arena_printf(arena, "%s shares the lead on %s", name, on);
	} else {
		const char *whom = leaders == 1 ? name_of(arena, first->variant) : "the leaders";
		titles[1] = arena_printf(arena, row->tied ? "%s shares %s place on %s" : "%s ranks %s on %s", name,
		                         number_ordinal(arena, row->rank), on);
		titles[0] = arena_printf(arena, "%s%s", titles[1], gap_words(arena, view, row, first, false, whom));
	}
}

void leaderboard_titles(struct arena *arena, const struct leaderboard_view *view,
                        const char *titles[LEADERBOARD_TITLES])
{
	const char *on = benchmark_in_text(arena, view->standing->benchmark);
	const char *shortest =
		view->standing->n_present == 1
			? "one model"
			: arena_printf(arena, "%s models", number_count(arena, view->standing->n_present));
	for (size_t i = 0; i < LEADERBOARD_TITLES; i++)
		titles[i] = NULL;
	const struct standing_row *row = row_of(view->standing, view->focus);
	if (view->focus)
		titles_of_focus(arena, view, row, on, titles);
	else
		titles_of_leader(arena, view, on, titles);
	titles[LEADERBOARD_TITLES - 1] = capital(arena, arena_printf(arena, "%s on %s", shortest, on));
	for (size_t i = LEADERBOARD_TITLES - 1; i-- > 0;)
		if (!titles[i])
			titles[i] = titles[i + 1];
}

/* ---- subtitle, direction ---- */

/* A date that stays on one line. */
static char *date_whole(struct arena *arena, struct date date)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *c = date_words(arena, date); *c; c++)
		strbuf_addn(&b, *c == ' ' ? "\u00a0" : c, *c == ' ' ? strlen("\u00a0") : 1);
	return b.s;
}

const char *leaderboard_direction(const struct leaderboard_view *view)
{
	return view->standing->benchmark->better == BETTER_LOWER ? "Lower is better" : "Higher is better";
}

char *leaderboard_subtitle(struct arena *arena, const struct leaderboard_view *view)
{
	const struct benchmark *b = view->standing->benchmark;
	struct strbuf s = strbuf_new(arena);
	strbuf_add(&s, b->name);
	if (b->version && !strstr(b->name, b->version))
		strbuf_addf(&s, " %s", b->version);
	const char *unit = number_unit_words(arena, b->unit, view->style.magnitude);
	if (unit)
		strbuf_addf(&s, ", %s", unit);
	if (b->ranged && (b->unit == UNIT_POINTS || b->unit == UNIT_SCORE)) {
		struct number_style plain = { .decimals = 0 };
		if (b->low == 0)
			strbuf_addf(&s, " out of %s", number_text(arena, b->high, plain));
		else
			strbuf_addf(&s, " from %s to %s", number_text(arena, b->low, plain),
			            number_text(arena, b->high, plain));
	}
	if (view->dataset->date.year)
		strbuf_addf(&s, ", as of %s", date_whole(arena, view->dataset->date));
	if (view->direction_in_subtitle)
		strbuf_addf(&s, ". %s", leaderboard_direction(view));
	return s.s;
}

/* ---- notes ---- */

struct notes {
	struct arena *arena;
	struct frame_note *items;
	size_t count, capacity;
};

static void add_note(struct notes *n, enum frame_swatch swatch, const char *text)
{
	n->items = arena_grow(n->arena, n->items, &n->capacity, n->count, sizeof *n->items);
	n->items[n->count++] = (struct frame_note){ text, swatch };
}

static const char *source_name(const struct source *source)
{
	return !source ? "a source without a name" : source->publisher ? source->publisher : source->title;
}

/* One note for all values on which the sources disagree: each other value with whom it is from. */
static char *conflict_note(struct arena *arena, const struct leaderboard_view *view)
{
	struct strbuf b = strbuf_new(arena);
	size_t told = 0, conflicts = 0;
	for (size_t i = 0; i < view->n_shown; i++) {
		const struct standing_row *row = &view->standing->rows[view->shown[i]];
		if (!in_conflict(row))
			continue;
		conflicts++;
		if (told >= 4)
			continue;
		strbuf_addf(&b, "%s%s: ", told ? "; " : "", name_of(arena, row->variant));
		for (size_t k = 0; k < row->selection->n_rivals; k++) {
			const struct measurement *m = row->selection->rivals[k];
			strbuf_addf(&b, "%s%s (%s)", k ? ", " : "", m->value.text, source_name(m->source));
		}
		told++;
	}
	if (!conflicts)
		return NULL;
	if (told < conflicts)
		strbuf_addf(&b, "; and %zu more", conflicts - told);
	return arena_printf(arena, "† Sources disagree. Also published: %s.", b.s);
}

static void note_evidence(struct notes *n, const struct leaderboard_view *view)
{
	const struct standing *s = view->standing;
	bool estimated = false, whiskers = false, without = false, tied = false, noise = false;
	size_t unknown = 0;
	for (size_t i = 0; i < view->n_shown; i++) {
		const struct standing_row *row = &s->rows[view->shown[i]];
		estimated |= row->estimated;
		whiskers |= row->chosen && row->chosen->has_interval;
		without |= row->chosen && !row->chosen->has_interval;
		tied |= row->tied;
		noise |= row->tied && row->half > 0;
		unknown += row->chosen && row->chosen->measured == MEASURED_UNKNOWN;
	}
	if (s->all_claimed)
		add_note(n, SWATCH_HATCH, "claimed by the developers, none run independently; ranked among claims.");
	else if (s->n_claimed)
		add_note(n, SWATCH_HATCH, "claimed by the developer, not run independently, not ranked.");
	if (estimated)
		add_note(n, SWATCH_OUTLINE, "estimated.");
	if (whiskers)
		add_note(n, SWATCH_NONE,
		         without ? "Whisker: 95% interval, where one is published." : "Whisker: 95% interval.");
	else
		add_note(n, SWATCH_NONE, "No interval is published.");
	if (tied)
		add_note(n, SWATCH_NONE,
		         noise ? "=\u00a0shared rank: the difference is within its 95% interval."
		               : "=\u00a0shared rank.");
	if (s->none_says_who)
		add_note(n, SWATCH_NONE, "Who measured is not stated.");
	else if (unknown)
		add_note(n, SWATCH_NONE,
		         arena_printf(n->arena, "Who measured is not stated for %s %s.",
		                      number_count(n->arena, unknown), unknown == 1 ? "value" : "values"));
	if (s->benchmark->better == BETTER_UNKNOWN)
		add_note(n, SWATCH_NONE, "The data do not say which way is better; higher is taken to be.");
}

static void note_gaps(struct notes *n, const struct leaderboard_view *view)
{
	const struct standing *s = view->standing;
	struct arena *arena = n->arena;
	if (view->n_shown < s->count) {
		size_t hidden = s->count - view->n_shown;
		add_note(n, SWATCH_NONE,
		         arena_printf(arena, "Not shown: %zu of %zu %s.", hidden, s->count,
		                      s->count == 1 ? "model" : "models"));
	}
	if (s->n_absent)
		add_note(n, SWATCH_NONE,
		         arena_printf(arena, "Not reported: %s.", list_names(arena, s->absent, s->n_absent)));
	size_t ambiguous = 0;
	for (size_t i = 0; i < view->dataset->n_measurements; i++)
		ambiguous += view->dataset->measurements[i]->benchmark == s->benchmark &&
		             view->dataset->measurements[i]->status == STATUS_AMBIGUOUS;
	if (ambiguous)
		add_note(n, SWATCH_NONE,
		         arena_printf(arena, "%zu published %s cannot be assigned to a model.", ambiguous,
		                      ambiguous == 1 ? "value" : "values"));
}

const struct frame_note *leaderboard_notes(struct arena *arena, const struct leaderboard_view *view, size_t *count)
{
	struct notes n = { .arena = arena };
	note_evidence(&n, view);
	char *conflict = conflict_note(arena, view);
	if (conflict)
		add_note(&n, SWATCH_NONE, conflict);
	note_gaps(&n, view);
	*count = n.count;
	return n.items;
}

/* ---- source ---- */

char *leaderboard_source(struct arena *arena, const struct leaderboard_view *view)
{
	const struct standing *s = view->standing;
	const struct dataset *d = view->dataset;
	size_t *uses = arena_alloc(arena, d->n_sources + 1, sizeof *uses);
	bool independent = false, unnamed = false;
	for (size_t i = 0; i < view->n_shown; i++) {
		const struct measurement *m = s->rows[view->shown[i]].chosen;
		if (m && m->source)
			uses[m->source->index]++;
		unnamed |= m && !m->source;
		independent |= m && m->measured == MEASURED_THIRD_PARTY;
	}
	struct strbuf b = strbuf_new(arena);
	const char *by = s->benchmark->publisher;
	size_t named = 0, total = 0;
	bool plain = false;
	for (size_t i = 0; i < d->n_sources; i++)
		total += uses[i] > 0;
	for (size_t k = 0; k < total && k < 3; k++) {
		size_t best = 0;
		for (size_t i = 0; i < d->n_sources; i++)
			if (uses[i] > uses[best])
				best = i;
		const struct source *source = d->sources[best];
		plain = plain || str_eq(source_name(source), by); /* its own page: nobody else reports it */
		strbuf_addf(&b, "%s%s", named++ ? "; " : "", source_name(source));
		if (source->date.year)
			strbuf_addf(&b, ", %s", date_whole(arena, source->date));
		uses[best] = 0;
	}
	if (total > 3)
		strbuf_addf(&b, "; and %zu more", total - 3);
	if (unnamed)
		strbuf_addf(&b, "%snot named in the data", named ? "; in part " : "");
	if (independent && by && total && !plain)
		return arena_printf(arena, "Source: %s, as reported by %s", by, b.s);
	return arena_printf(arena, "Source: %s", b.s);
}

/* ---- alt text ---- */

static char *alt_start(struct arena *arena, const struct leaderboard_view *view)
{
	const struct standing *s = view->standing;
	const struct benchmark *b = s->benchmark;
	const char *unit =
		b->unit == UNIT_PERCENT ? "percent" : number_unit_words(arena, b->unit, view->style.magnitude);
	struct strbuf t = strbuf_new(arena);
	strbuf_addf(&t, "Leaderboard of %s%s%s for %zu %s", b->name, unit ? ", " : "", unit ? unit : "", s->count,
	            s->count == 1 ? "model" : "models");
	if (view->dataset->date.year)
		strbuf_addf(&t, ", as of %s", date_words(arena, view->dataset->date));
	strbuf_add(&t, ".");
	return t.s;
}

/* Adds a sentence if the whole stays short enough. */
static void alt_add(struct strbuf *t, const char *sentence)
{
	if (utf8_count(t->s) + 1 + utf8_count(sentence) <= ALT_MAX)
		strbuf_addf(t, " %s", sentence);
}

static void alt_names(struct arena *arena, struct strbuf *t, const struct leaderboard_view *view, bool absent,
                      const char *one, const char *many)
{
	const struct standing *s = view->standing;
	const struct variant **names = arena_alloc(arena, s->count + 1, sizeof *names);
	size_t n = 0;
	for (size_t i = 0; i < s->count; i++)
		if (absent ? !s->rows[i].chosen : s->rows[i].claimed)
			names[n++] = s->rows[i].variant;
	if (!n)
		return;
	size_t before = t->n;
	alt_add(t, arena_printf(arena, "%zu %s: %s.", n, n == 1 ? one : many, list_names(arena, names, n)));
	if (t->n == before)
		alt_add(t, arena_printf(arena, "%zu %s.", n, n == 1 ? one : many));
}

char *leaderboard_alt(struct arena *arena, const struct leaderboard_view *view)
{
	const struct standing *s = view->standing;
	struct strbuf t = strbuf_new(arena);
	strbuf_add(&t, alt_start(arena, view));
	if (utf8_count(t.s) > ALT_MAX / 2) {
		t = strbuf_new(arena);
		strbuf_addf(&t, "Leaderboard for %zu models.", s->count);
	}
	size_t order = 0;
	for (size_t i = 0; i < s->count && order < 5; i++) {
		const struct standing_row *row = &s->rows[i];
		if (!row->chosen)
			break;
		const char *place = row->rank ? arena_printf(arena, "%s%s", row->tied ? "shared " : "",
		                                             number_ordinal(arena, row->rank))
		                              : "not ranked";
		alt_add(&t, arena_printf(arena, "%s: %s, %s.", name_of(arena, row->variant),
		                         leaderboard_value(arena, view, row, true), place));
		order++;
	}
	if (s->n_present > order) {
		const struct standing_row *last = &s->rows[s->n_present - 1];
		alt_add(&t, arena_printf(arena, "Last: %s, %s.", name_of(arena, last->variant),
		                         leaderboard_value(arena, view, last, true)));
	}
	alt_names(arena, &t, view, false, "claimed by its developer", "claimed by their developers");
	alt_names(arena, &t, view, true, "not reported", "not reported");
	const struct standing_row *focus = row_of(s, view->focus);
	if (focus && focus->chosen && focus->rank > 5)
		alt_add(&t,
		        arena_printf(arena, "%s: %s, %s.", name_of(arena, focus->variant),
		                     leaderboard_value(arena, view, focus, true), number_ordinal(arena, focus->rank)));
	return t.s;
}
