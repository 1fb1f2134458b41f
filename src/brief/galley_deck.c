/* A deck: sections become slides. A slide has one message: where a section shows something, that is the message, and
 * its running text is for the speaker. A slide that says little is set larger, or joined with the next. */
#include "base/arena.h"
#include "brief/galley_parts.h"
#include "brief/slides.h"

#include <math.h>
#include <stdint.h>

enum {
	LARGEST = 0,
	LARGE = 2,
	USUAL = SLIDE_SCALES - 1,
	SMALL = SLIDE_SCALES
}; /* LARGE: of what takes several slides */

struct section { /* of the briefing's blocks: a heading and what is below it, up to the next or to a page break */
	size_t from, to;
	const struct block *heading; /* NULL: it continues the one before */
	bool shows;                  /* more than running text */
	bool drawn;                  /* something in it is a picture */
	bool appendix;
	double height; /* of what is below its heading, in the usual size; where nothing is drawn */
};

struct deck {
	struct galley *g;
	struct section *sections;
	size_t n;
	const struct block *whole, *part; /* the table that is cut, and what is set of it; NULL: none */
	struct galley_rests rests;
};

static const struct block *block_at(const struct deck *d, size_t i)
{
	const struct block *block = d->g->briefing->blocks[i];
	return block == d->whole ? d->part : block;
}

/* ---- what is shown ---- */

static bool is_section(const struct block *block)
{
	return block->kind == BLOCK_HEADING && block->level <= 2;
}

static bool is_show(enum block_kind kind)
{
	return kind == BLOCK_CHART || kind == BLOCK_TABLE || kind == BLOCK_LIST || kind == BLOCK_NOTE ||
	       kind == BLOCK_SIDE || kind == BLOCK_FIGURES || kind == BLOCK_NUMBERS || kind == BLOCK_ADVICE ||
	       kind == BLOCK_QUOTATION || kind == BLOCK_EVENTS || kind == BLOCK_FINDINGS || kind == BLOCK_CONTENTS ||
	       kind == BLOCK_TAKEAWAY;
}

static bool is_spoken(const struct section *s, const struct block *block)
{
	if (block->kind == BLOCK_SPEAKER)
		return true;
	return s->shows && (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_QUOTE ||
	                    (block->kind == BLOCK_HEADING && !is_section(block)));
}

static bool is_drawn(const struct block *block)
{
	bool drawn = block->kind == BLOCK_CHART || block->kind == BLOCK_IMAGE || block->kind == BLOCK_CONTENTS ||
	             block->kind == BLOCK_COLUMNS;
	for (size_t i = 0; i < block->n_items && !drawn; i++)
		drawn = is_drawn(block->items[i]);
	return drawn;
}

static bool begins(const struct block *block)
{
	return is_section(block) || block->kind == BLOCK_PAGE || block->kind == BLOCK_APPENDIX;
}

/* The first of its blocks that is shown below its heading; s->to: none is. */
static size_t first_shown(const struct briefing *b, const struct section *s)
{
	size_t i = s->from;
	while (i < s->to && (begins(b->blocks[i]) || is_spoken(s, b->blocks[i])))
		i++;
	return i;
}

static void find_sections(struct deck *d)
{
	const struct briefing *b = d->g->briefing;
	bool appendix = false;
	d->sections = arena_alloc(d->g->arena, b->n_blocks + 1, sizeof *d->sections);
	for (size_t i = 0; i < b->n_blocks;) {
		struct section *s = &d->sections[d->n++];
		const struct block *first = b->blocks[i];
		appendix |= first->kind == BLOCK_APPENDIX;
		*s = (struct section){ .from = i, .appendix = appendix };
		s->heading = is_section(first) ? first : NULL;
		for (i += begins(first); i < b->n_blocks && !begins(b->blocks[i]); i++) {
			s->shows |= is_show(b->blocks[i]->kind);
			s->drawn |= is_drawn(b->blocks[i]);
		}
		s->to = i;
	}
}

/* ---- how high it is ---- */

static void add_shown(const struct deck *d, struct galley *g, const struct section *s)
{
	for (size_t i = s->from; i < s->to; i++)
		if (!is_section(block_at(d, i)) && !is_spoken(s, block_at(d, i)))
			galley_add_block(g, block_at(d, i));
}

static double notes_height(const struct galley *g)
{
	double height = 0;
	bool *seen = arena_alloc(g->arena, g->briefing->n_notes + 1, sizeof *seen);
	for (size_t i = 0; i < g->n_boxes; i++)
		for (size_t k = 0; k < g->boxes[i]->n_notes; k++) {
			size_t note = g->boxes[i]->notes[k];
			if (seen[note])
				continue;
			const struct galley set = galley_of_note(g, note);
			height += galley_height(&set) + (height > 0 ? 0 : notes_above);
			seen[note] = true;
		}
	return height;
}

/* Of a slide's sections below its title. */
static double height_of(const struct deck *d, const struct section *s, size_t n, const struct paper *paper)
{
	struct arena *scratch = arena_new_below(d->g->arena);
	struct galley t = galley_trial(d->g, paper, scratch);
	for (size_t i = 0; i < n; i++) {
		t.merged = true;
		if (i)
			galley_heading(&t, s[i].heading);
		add_shown(d, &t, &s[i]);
	}
	galley_tie_headings(&t);
	double height = galley_height(&t) + notes_height(&t);
	if (t.n_boxes && t.boxes[t.n_boxes - 1]->panel.here)
		height += t.boxes[t.n_boxes - 1]->panel.under;
	if (t.n_boxes && t.boxes[0]->panel.here)
		height += t.boxes[0]->panel.over;
	bool ok = diags_ok(t.diags); /* what is too large for a page is not set larger */
	arena_free(scratch);
	return ok ? height : HUGE_VAL;
}

/* How many slides its boxes take, each with what is tied to it. */
static size_t slides_for(const struct deck *d, const struct section *s, const struct paper *paper, double room)
{
	struct arena *scratch = arena_new_below(d->g->arena);
	struct galley t = galley_trial(d->g, paper, scratch);
	size_t slides = 1;
	double y = 0;
	add_shown(d, &t, s);
	for (size_t i = 0, end; i < t.n_boxes; i = end) {
		double height = 0;
		for (end = i; end < t.n_boxes && (end == i || t.boxes[end]->tied); end++)
			height += t.boxes[end]->height + (y > 0 || end > i ? t.boxes[end]->above : 0);
		bool next = y > 0 && y + height > room;
		slides += next;
		y = next ? height : y + height;
		slides += height > room; /* it is broken */
	}
	slides += notes_height(&t) > 0;
	bool ok = diags_ok(t.diags); /* what is too large for a page is not set larger */
	arena_free(scratch);
	return ok ? slides : SIZE_MAX;
}

static double room_of(const struct galley *g, const struct section *s)
{
	struct galley t = galley_trial(g, g->paper, g->arena);
	struct box box = { .height = 0 };
	const struct rich none = { .text = "" };
	return g->paper->body.h - galley_slide_title(&t, &box, s->heading ? &s->heading->text : &none);
}

/* The largest type in which the slide has room for all of it; the usual one if none has. */
static int scale_of(const struct deck *d, const struct section *s, size_t n, double usual)
{
	static const double least[SLIDE_SCALES] = { 1.4, 1.3, 1.2, 1.1, 1 };
	double room = room_of(d->g, s);
	int i = 0;
	if (s->appendix) /* in the usual size, or in small type */
		return usual <= room ? USUAL : SMALL;
	bool several = n == 1 && usual > room;
	size_t slides = several ? slides_for(d, s, d->g->paper, room) : 1;
	for (i = several ? LARGE : 0; i < USUAL; i++) {
		const struct paper *paper = slides_scaled(d->g->arena, d->g->paper, i);
		if (several ? slides_for(d, s, paper, room) <= slides
		            : usual * least[i] <= room && height_of(d, s, n, paper) <= room)
			break;
	}
	return i;
}

/* ---- slides ---- */

/* What is said belongs to the slide of the box last set, or of the next one. */
static void give_speech(struct galley *g, struct slide_speech *speech, size_t first)
{
	if (g->n_boxes == first)
		return;
	speech_add_all(g->arena, &g->boxes[g->n_boxes - 1]->speech, speech);
	speech->n = 0;
}

/* A slide without a heading of its own has the title of the briefing. */
static void add_first_title(struct galley *g)
{
	struct box *box = galley_add_box(g, 0, 0);
	const struct rich title = { .text = g->briefing->title };
	struct scene_tag *was = galley_open_tag(g, TAG_HEADING);
	if (g->tag)
		g->tag->level = 1;
	box->height = galley_slide_title(g, box, &title);
	box->wide = box->breaks = true;
	box->again = galley_title_again(g, title.text);
	g->tag = was;
}

static bool is_text(const struct briefing *b, const struct section *s)
{
	bool text = true;
	for (size_t i = s->from + (s->heading != NULL); i < s->to; i++)
		text &= b->blocks[i]->kind == BLOCK_PARAGRAPH || b->blocks[i]->kind == BLOCK_APPENDIX ||
		        b->blocks[i]->kind == BLOCK_SPEAKER;
	return text;
}

/* Small running text is set in two columns, below the title. */
static void set_columns(struct galley *g, bool columns)
{
	if (columns && !g->paired)
		g->width = (g->paper->body.w - g->paper->lengths->gutter) / 2;
	g->paired = columns;
}

static void set_text(struct deck *d, const struct section *s, size_t n, int scale)
{
	struct galley *g = d->g;
	const struct briefing *b = g->briefing;
	const struct paper *usual = g->paper;
	struct slide_speech speech = { 0 };
	size_t first = g->n_boxes;
	g->paper = slides_scaled(g->arena, usual, scale);
	g->x = 0;
	g->width = g->paper->measure;
	bool columns = scale == SMALL && is_text(b, s);
	if (!s->heading && s == d->sections && first_shown(b, s) < s->to)
		add_first_title(g);
	for (size_t i = s->from; i < s[n - 1].to; i++) {
		const struct section *of = s;
		while (i >= of->to)
			of++;
		size_t before = g->n_boxes;
		g->merged = of > s;
		if (is_spoken(of, b->blocks[i])) {
			speech_add(g->arena, &speech, b->blocks[i]);
		} else {
			galley_add_block(g, block_at(d, i));
			set_columns(g, columns);
		}
		galley_open_notes(g, before);
		if (i == s->from + !s->heading && !s->heading && before < g->n_boxes && s > d->sections)
			g->boxes[before]->breaks = true;
	}
	g->merged = g->paired = false;
	for (size_t i = first; i < g->n_boxes; i++)
		g->boxes[i]->appendix = s->appendix;
	give_speech(g, &speech, first);
	g->paper = usual;
	g->x = 0;
	g->width = usual->measure;
}

/* ---- tables that are cut ---- */

enum { ROWS_LEAST = 2 }; /* a table with fewer rows on its slide is not worth a cut */

static const struct block *only_table(const struct deck *d, const struct section *s)
{
	const struct block *found = NULL;
	for (size_t i = s->from; i < s->to; i++) {
		const struct block *block = d->g->briefing->blocks[i];
		if (block->kind == BLOCK_TABLE && found)
			return NULL;
		found = block->kind == BLOCK_TABLE ? block : found;
	}
	return found;
}

/* ---- how far rows are apart ---- */

/* What a slide has room for in rows that are set closer is not cut; in rows further apart it fills the slide. */
static void choose_rows(struct deck *d, const struct section *s, size_t n, int scale)
{
	static const double looser[] = { 1.6, 1.2, 0.8, 0.4, 0 };
	const struct paper *paper = slides_scaled(d->g->arena, d->g->paper, scale);
	double room = room_of(d->g, s);
	for (size_t i = 0; i < sizeof looser / sizeof *looser; i++) {
		d->g->rows = looser[i];
		if (height_of(d, s, n, paper) <= room)
			return;
	}
}

static bool fits_closer(struct deck *d, const struct section *s)
{
	d->g->rows = rows_closer;
	if (height_of(d, s, 1, d->g->paper) <= room_of(d->g, s))
		return true;
	d->g->rows = 0;
	return false;
}

/* Sets as many rows as the slide has room for; false if it has none for them. */
static bool set_cut(struct deck *d, const struct section *s)
{
	struct galley *g = d->g;
	const struct block *table = s->heading && !s->appendix ? only_table(d, s) : NULL;
	size_t least = 0, most = table ? table->table.n_rows - 1 : 0;
	double room = room_of(g, s);
	d->whole = table;
	while (table && least < most) {
		size_t middle = most - (most - least) / 2;
		d->part = galley_rows(g, table, 0, middle);
		if (height_of(d, s, 1, g->paper) <= room)
			least = middle;
		else
			most = middle - 1;
	}
	if (least >= ROWS_LEAST) {
		d->part = galley_rows(g, table, 0, least);
		set_text(d, s, 1, USUAL);
		galley_rests_add(&d->rests, g, s->heading, galley_rows(g, table, least, table->table.n_rows));
	}
	d->whole = NULL;
	return least >= ROWS_LEAST;
}

static bool stands_beside(const struct section *s, const struct block *block)
{
	return block->kind == BLOCK_TAKEAWAY || block->kind == BLOCK_NOTE || block->kind == BLOCK_LIST ||
	       is_spoken(s, block);
}

/* The heading of a section that begins with a chart is not set: the chart's title is. */
static bool is_taken(const struct briefing *b, const struct section *s, size_t i)
{
	size_t first = first_shown(b, s);
	return b->blocks[i] == s->heading && first < s->to &&
	       (b->blocks[first]->kind == BLOCK_CHART || b->blocks[first]->kind == BLOCK_FIGURES);
}

/* What has no room beside a chart; two or three sentences in large type. */
static void set_after(struct galley *g, struct block *const *blocks, size_t n)
{
	const struct paper *usual = g->paper;
	for (size_t i = 0; i < n; i++) {
		size_t before = g->n_boxes;
		g->paper =
			n == 1 && blocks[i]->kind == BLOCK_TAKEAWAY ? slides_scaled(g->arena, usual, LARGEST) : usual;
		g->width = g->paper->measure;
		galley_add_block(g, blocks[i]);
		galley_open_notes(g, before);
	}
	g->paper = usual;
	g->width = usual->measure;
}

/* A chart, and what follows it up to the next thing that is shown. Past what was set. */
static size_t set_chart(struct deck *d, const struct section *s, size_t at, struct slide_speech *speech)
{
	struct galley *g = d->g;
	const struct briefing *b = g->briefing;
	size_t end = at + 1, n = 0, first = g->n_boxes;
	const struct block *heading = first_shown(b, s) == at ? s->heading : NULL;
	while (end < s->to && stands_beside(s, b->blocks[end]))
		end++;
	struct block **beside = arena_alloc(g->arena, end - at, sizeof(struct block *));
	for (size_t i = at + 1; i < end; i++)
		if (!is_spoken(s, b->blocks[i]))
			beside[n++] = b->blocks[i];
		else
			speech_add(g->arena, speech, b->blocks[i]);
	bool placed = galley_slide_chart(g, b->blocks[at], heading, beside, n);
	galley_open_notes(g, first);
	give_speech(g, speech, first);
	if (!placed)
		set_after(g, beside, n);
	return end;
}

/* Two charts that a report has beside each other have a slide each. */
static void set_figures(struct deck *d, const struct section *s, size_t at)
{
	struct galley *g = d->g;
	const struct block *pair = g->briefing->blocks[at];
	const struct block *heading = first_shown(g->briefing, s) == at ? s->heading : NULL;
	size_t first = g->n_boxes;
	for (size_t i = 0; i < pair->n_items; i++)
		galley_slide_chart(g, pair->items[i], i ? NULL : heading, NULL, 0);
	galley_open_notes(g, first);
}

static void set_drawn(struct deck *d, const struct section *s)
{
	struct galley *g = d->g;
	const struct briefing *b = g->briefing;
	struct slide_speech speech = { 0 };
	size_t first = g->n_boxes;
	bool breaks = !s->heading && s > d->sections;
	for (size_t i = s->from; i < s->to;) {
		size_t before = g->n_boxes;
		if (is_taken(b, s, i)) {
			i++;
		} else if (b->blocks[i]->kind == BLOCK_CHART) {
			i = set_chart(d, s, i, &speech);
		} else if (b->blocks[i]->kind == BLOCK_FIGURES) {
			set_figures(d, s, i++);
		} else {
			bool spoken = is_spoken(s, b->blocks[i]);
			if (spoken)
				speech_add(g->arena, &speech, b->blocks[i]);
			else if (first == g->n_boxes && !s->heading && s == d->sections)
				add_first_title(g);
			if (!spoken)
				galley_add_block(g, b->blocks[i]);
			galley_open_notes(g, before);
			i++;
		}
		if (breaks && before < g->n_boxes) {
			g->boxes[before]->breaks = true;
			breaks = false;
		}
	}
	give_speech(g, &speech, first);
}

/* ---- the whole ---- */

/* A heading with nothing below it has no slide of its own, but is on the next one. */
static bool is_bare(const struct deck *d, const struct section *s)
{
	if (!s->heading || s->heading->part || s + 1 == d->sections + d->n || !s[1].heading)
		return false;
	for (size_t i = s->from + 1; i < s->to; i++)
		if (!is_spoken(s, d->g->briefing->blocks[i]))
			return false;
	return true;
}

static bool may_join(const struct section *a, const struct section *b)
{
	return a->heading && b->heading && !a->drawn && !b->drawn && !a->heading->part && !b->heading->part &&
	       a->appendix == b->appendix && b->heading->level >= a->heading->level;
}

/* How many sections from this one on share a slide: while one of two says little, and there is room for both. */
static size_t joined(const struct deck *d, size_t at)
{
	const struct section *s = &d->sections[at];
	double room = room_of(d->g, s), all = s->height;
	size_t n = 1;
	for (; at + n < d->n && may_join(s, &s[n]) && !is_bare(d, &s[n]); n++) {
		bool little = fmin(all, s[n].height) < slide_short * room / slide_short_scale;
		if (!little || height_of(d, s, n + 1, d->g->paper) > room)
			break;
		all += s[n].height;
	}
	return n;
}

static void set_fitting(struct deck *d, const struct section *s, size_t n)
{
	struct galley *g = d->g;
	double usual = height_of(d, s, n, g->paper), room = room_of(g, s);
	int scale = USUAL;
	if (n == 1 && usual > room && !s->appendix && fits_closer(d, s)) {
		set_text(d, s, n, scale);
	} else if (n > 1 || usual <= room || !set_cut(d, s)) {
		scale = scale_of(d, s, n, usual);
		if (!s->appendix && usual <= room)
			choose_rows(d, s, n, scale);
		set_text(d, s, n, scale);
	}
	g->rows = 0;
	if (s->appendix)
		d->rests.left = room - height_of(d, s, n, slides_scaled(g->arena, g->paper, scale));
}

void galley_deck(struct galley *g)
{
	struct deck d = { .g = g };
	find_sections(&d);
	for (size_t i = 0; i < d.n; i++)
		if (!d.sections[i].drawn)
			d.sections[i].height = height_of(&d, &d.sections[i], 1, g->paper);
	for (size_t i = 0, n; i < d.n; i += n) {
		const struct section *s = &d.sections[i];
		n = 1;
		d.rests.left = -1;
		if (s->heading && s->heading->part) {
			galley_slide_part(g, s->heading);
			struct slide_speech speech = { 0 };
			for (size_t k = s->from + 1; k < s->to; k++)
				speech_add(g->arena, &speech, g->briefing->blocks[k]);
			give_speech(g, &speech, g->n_boxes - 1);
		} else if (is_bare(&d, s)) {
			galley_keep_heading(g, s->heading);
			g->n_pending++;
		} else if (s->drawn) {
			set_drawn(&d, s);
		} else {
			n = joined(&d, i);
			set_fitting(&d, s, n);
		}
	}
	galley_rests_set(&d.rests, g);
}
