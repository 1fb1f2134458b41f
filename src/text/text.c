#include "text/text.h"

#include "base/arena.h"
#include "base/str.h"
#include "text/breaks.h"
#include "text/font_choice.h"
#include "text/fontset.h"
#include "text/runes.h"
#include "text/shape.h"
#include "text/text_set.h"

#include <string.h>

/* How far a word may exceed the width, as a part of its size: sums of doubles are not exact. */
static const double slack = 1e-6;
static const double default_step = 1.3;

/* Tabs and controls become plain spaces: the shaper would draw boxes. */
static const char *drawn_text(struct arena *arena, const char *text, size_t bytes)
{
	size_t i = 0;
	while (i < bytes && (unsigned char)text[i] >= ' ' && text[i] != 0x7f)
		i++;
	if (i == bytes)
		return text;
	char *drawn = arena_strndup(arena, text, bytes);
	for (; i < bytes; i++)
		if ((unsigned char)drawn[i] < ' ' || drawn[i] == 0x7f)
			drawn[i] = ' ';
	return drawn;
}

/* Bytes of the newline at text: 0 for none. */
static size_t newline(const char *text)
{
	if (*text == '\n')
		return 1;
	if (*text == '\r')
		return text[1] == '\n' ? 2 : 1;
	return !strncmp(text, "\u2028", 3) || !strncmp(text, "\u2029", 3) ? 3 : 0;
}

/* Where the text ends, not counting the spaces at its end. */
static size_t end_of_drawn(const char *text, size_t start, size_t end)
{
	size_t drawn = start;
	for (const char *p = text + start; p < text + end;)
		if (!rune_is_white(utf8_next(&p)))
			drawn = (size_t)(p - text);
	return drawn;
}

static void split_paragraphs(struct fontset *fonts, struct text_set *set)
{
	size_t capacity = 0;
	for (size_t start = 0, end = 0;; end++) {
		size_t gap = newline(set->text + end);
		if (end < set->bytes && !gap)
			continue;
		set->paragraphs = arena_grow(fonts->shaped, set->paragraphs, &capacity, set->n_paragraphs,
		                             sizeof *set->paragraphs);
		struct text_paragraph *p = &set->paragraphs[set->n_paragraphs++];
		*p = (struct text_paragraph){ .start = start, .end = end_of_drawn(set->text, start, end) };
		p->rtl = shape_is_rtl(set->text + p->start, p->end - p->start);
		p->line = shape_line(fonts, set, p->start, p->end, p->rtl, NULL);
		if (end >= set->bytes)
			return;
		start = end + gap;
		end = start - 1;
	}
}

static struct text_set *make_set(struct fontset *fonts, const struct text_words *words, struct text_style style,
                                 struct diags *diags)
{
	struct text_set *set = arena_alloc(fonts->shaped, 1, sizeof *set);
	set->arena = fonts->shaped;
	set->bytes = strlen(words->text);
	set->text = arena_strndup(fonts->shaped, words->text, set->bytes);
	set->weight = style.weight;
	set->marks = words->marks;
	set->n_marks = words->n_marks;
	set->holds = words->holds;
	set->n_holds = words->n_holds;
	set->drawn = drawn_text(fonts->shaped, set->text, set->bytes);
	font_choice_make(fonts, set, diags);
	shape_set_fonts(fonts, set, style.tabular);
	split_paragraphs(fonts, set);
	return set;
}

/* ---- texts that are kept from call to call ---- */

/* Only what no message can come of: words in the own family's upright faces, which are open all the time. */
static bool may_be_kept(const struct fontset *fonts, const struct text_words *words, enum text_weight weight)
{
	bool used[TEXT_WEIGHTS] = { false }, may = !fonts->lasting;
	used[weight] = true;
	for (size_t i = 0; i < words->n_marks; i++)
		used[words->marks[i].weight] = true;
	for (size_t w = 0; w < TEXT_WEIGHTS && may; w++)
		if (used[w])
			may = w <= TEXT_BOLD && fonts->faces[w] && font_choice_is_plain(fonts->faces[w], words->text);
	return may;
}

/* A text with its marks and holds; the text itself where there are none. */
static const char *key_of(struct arena *arena, const struct text_words *words)
{
	struct strbuf key = strbuf_new(arena);
	if (!words->n_marks && !words->n_holds)
		return words->text;
	strbuf_add(&key, words->text);
	for (size_t i = 0; i < words->n_marks; i++)
		strbuf_addf(&key, "\n%zu %zu %d", words->marks[i].start, words->marks[i].end,
		            (int)words->marks[i].weight);
	for (size_t i = 0; i < words->n_holds; i++)
		strbuf_addf(&key, "\n%zu %zu", words->holds[i].start, words->holds[i].end);
	return key.s;
}

static void *copy_of(struct arena *arena, const void *items, size_t n, size_t size)
{
	void *own = n ? arena_alloc(arena, n, size) : NULL;
	if (n)
		memcpy(own, items, n * size);
	return own;
}

/* Made where it lasts, with marks and holds that last. */
static struct text_set *make_kept(struct fontset *fonts, const char *key, const struct text_words *words,
                                  struct text_style style, struct diags *diags)
{
	struct arena *shaped = fonts->shaped, *kept = fonts->kept;
	struct text_words own = *words;
	own.marks = copy_of(kept, words->marks, words->n_marks, sizeof *own.marks);
	own.holds = copy_of(kept, words->holds, words->n_holds, sizeof *own.holds);
	fonts->shaped = kept;
	struct text_set *set = make_set(fonts, &own, style, diags);
	fonts->shaped = shaped;
	key = key == words->text ? set->text : arena_strdup(kept, key);
	return map_put(&fonts->kept_texts[style.weight][style.tabular], key, set);
}

static struct text_set *set_of(struct fontset *fonts, const struct text_words *words, struct text_style style,
                               struct diags *diags)
{
	const char *key = key_of(fonts->shaped, words);
	struct map *texts = &fonts->texts[style.weight][style.tabular];
	struct text_set *set = map_find(&fonts->kept_texts[style.weight][style.tabular], key);
	bool kept = set != NULL;
	if (!set)
		set = map_find(texts, key);
	if (!set && fonts->lasting)
		set = map_find(&fonts->lasting_texts[style.weight][style.tabular], key);
	fonts->work.found += set != NULL;
	kept = kept || (!set && may_be_kept(fonts, words, style.weight));
	fonts->loose += !kept;
	if (set)
		return set;
	fonts->work.shaped++;
	if (kept)
		return make_kept(fonts, key, words, style, diags);
	set = make_set(fonts, words, style, diags);
	return map_put(texts, key == words->text ? set->text : key, set);
}

static struct rect scaled_rect(struct rect r, double by, double down)
{
	return r.w > 0 ? (struct rect){ r.x * by, r.y * by + down, r.w * by, r.h * by } : (struct rect){ 0 };
}

static struct text_run scaled_run(struct arena *arena, const struct text_run *from, double by, double down)
{
	struct text_run run = *from;
	struct text_glyph *glyphs = arena_alloc(arena, run.n_glyphs, sizeof *glyphs);
	for (size_t i = 0; i < run.n_glyphs; i++)
		glyphs[i] = (struct text_glyph){ from->glyphs[i].index, from->glyphs[i].x * by,
			                         from->glyphs[i].y * by + down };
	run.glyphs = glyphs;
	run.x *= by;
	run.width *= by;
	return run;
}

/* A line of the reference size at the block's own size, `down` below its first baseline. */
static struct text_line scaled_line(struct arena *arena, const struct text_line *from, double by, double down)
{
	struct text_line line = *from;
	struct text_run *runs = arena_alloc(arena, line.n_runs, sizeof *runs);
	for (size_t i = 0; i < line.n_runs; i++)
		runs[i] = scaled_run(arena, &from->runs[i], by, down);
	line.runs = runs;
	line.baseline = down;
	line.width *= by;
	line.ink = scaled_rect(from->ink, by, down);
	return line;
}

struct lines { /* of a block that is being made */
	struct fontset *fonts;
	struct text_line *items;
	size_t count, capacity;
	double by, step;
};

static void add_line(struct lines *lines, const struct text_line *reference)
{
	struct arena *arena = lines->fonts->shaped;
	lines->items = arena_grow(arena, lines->items, &lines->capacity, lines->count, sizeof *lines->items);
	lines->items[lines->count] = scaled_line(arena, reference, lines->by, (double)lines->count * lines->step);
	lines->count++;
}

static size_t letter_at(const struct text_set *set, size_t at)
{
	size_t low = 0, high = set->n_letters;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (set->letters[middle].at < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* One line out of a paragraph. Shaped by itself it may be wider than it was as part of the whole, where a pair of
 * letters was kerned across the break: then it ends one place earlier. */
static struct text_line fit_line(struct lines *lines, struct text_set *set, const struct text_paragraph *p,
                                 size_t first, size_t last, double room, size_t *next)
{
	double tried = room;
	for (size_t before = last + 1;;) {
		struct break_line fit = breaks_fit(set, first, last, p->advances, p->start, tried);
		size_t start = set->letters[first].at, end = set->letters[fit.end].at;
		struct text_line line = shape_line(lines->fonts, set, start, end, p->rtl, NULL);
		*next = fit.next;
		if (line.width <= room || fit.next == before)
			return line;
		before = fit.next;
		tried = 0;
		for (size_t i = first; i < fit.end; i++)
			tried += p->advances[set->letters[i].at - p->start];
		tried -= slack * TEXT_REFERENCE;
	}
}

static void break_paragraph(struct lines *lines, struct text_set *set, struct text_paragraph *p, double room)
{
	struct arena *arena = lines->fonts->shaped;
	breaks_find_letters(arena, set);
	if (!p->advances) {
		p->advances = arena_alloc(arena, p->end - p->start, sizeof *p->advances);
		shape_line(lines->fonts, set, p->start, p->end, p->rtl, p->advances);
	}
	size_t last = letter_at(set, p->end);
	for (size_t next, first = letter_at(set, p->start); first < last; first = next) {
		struct text_line line = fit_line(lines, set, p, first, last, room, &next);
		add_line(lines, &line);
	}
}

static struct text_made *make_block(struct fontset *fonts, struct text_set *set, struct text_style style, double width,
                                    double step)
{
	struct lines lines = { .fonts = fonts, .by = style.size / TEXT_REFERENCE, .step = step };
	double room = width / lines.by + slack * TEXT_REFERENCE;
	for (size_t i = 0; i < set->n_paragraphs; i++) {
		struct text_paragraph *p = &set->paragraphs[i];
		if (width <= 0 || p->line.width <= room)
			add_line(&lines, &p->line);
		else
			break_paragraph(&lines, set, p, room);
	}
	struct text_made *made = arena_alloc(fonts->shaped, 1, sizeof *made);
	const struct font_metrics *metrics = &fonts->metrics[style.weight];
	made->asked = width;
	made->block = (struct text_block){
		.text = set->text,
		.style = style,
		.ascent = metrics->ascent * style.size,
		.descent = metrics->descent * style.size,
		.x_height = metrics->x_height * style.size,
		.step = step,
		.lines = lines.items,
		.n_lines = lines.count,
	};
	for (size_t i = 0; i < lines.count; i++) {
		if (lines.items[i].width > made->block.width)
			made->block.width = lines.items[i].width;
		made->block.ink = rect_union(made->block.ink, lines.items[i].ink);
	}
	return made;
}

static double width_asked(double width)
{
	return width > 0 ? width : 0;
}

static double step_asked(double step, struct text_style style)
{
	return step > 0 ? step : default_step * style.size;
}

static const struct text_block *block_of(struct fontset *fonts, struct text_set *set, struct text_style style,
                                         double width, double step)
{
	for (const struct text_made *made = set->made; made; made = made->next)
		if (made->block.style.size == style.size && made->asked == width && made->block.step == step)
			return &made->block;
	struct arena *shaped = fonts->shaped;
	fonts->shaped = set->arena; /* a block lasts as long as its text */
	struct text_made *made = make_block(fonts, set, style, width, step);
	fonts->shaped = shaped;
	made->next = set->made;
	set->made = made;
	return &made->block;
}

const struct text_block *text_shape(struct fontset *fonts, const char *text, struct text_style style, double width,
                                    double step, struct diags *diags)
{
	const struct text_words words = { .text = text };
	return text_shape_words(fonts, &words, style, width, step, diags);
}

const struct text_block *text_shape_words(struct fontset *fonts, const struct text_words *words,
                                          struct text_style style, double width, double step, struct diags *diags)
{
	struct text_set *set = set_of(fonts, words, style, diags);
	return block_of(fonts, set, style, width_asked(width), step_asked(step, style));
}

/* Glyphs of a line, moved by d. */
static struct text_line moved(struct arena *arena, const struct text_line *line, double d)
{
	struct text_line out = *line;
	struct text_run *runs = arena_alloc(arena, line->n_runs + 1, sizeof *runs);
	for (size_t i = 0; i < line->n_runs; i++) {
		struct text_glyph *glyphs = arena_alloc(arena, line->runs[i].n_glyphs + 1, sizeof *glyphs);
		runs[i] = line->runs[i];
		for (size_t g = 0; g < runs[i].n_glyphs; g++) {
			glyphs[g] = line->runs[i].glyphs[g];
			glyphs[g].x += d;
		}
		runs[i].glyphs = glyphs;
		runs[i].x += d;
	}
	out.runs = runs;
	out.ink.x += out.ink.w > 0 ? d : 0;
	return out;
}

const struct text_block *text_align(struct fontset *fonts, const struct text_block *block, double part)
{
	if (block->n_lines < 2)
		return block;
	struct text_block *out = arena_alloc(fonts->shaped, 1, sizeof *out);
	struct text_line *lines = arena_alloc(fonts->shaped, block->n_lines, sizeof *lines);
	*out = *block;
	out->lines = lines;
	out->ink = (struct rect){ 0, 0, 0, 0 };
	for (size_t i = 0; i < block->n_lines; i++) {
		lines[i] = moved(fonts->shaped, &block->lines[i], (block->width - block->lines[i].width) * part);
		out->ink = rect_union(out->ink, lines[i].ink);
	}
	return out;
}

const struct text_block *text_line_block(struct fontset *fonts, const struct text_block *block, size_t line)
{
	struct arena *arena = fonts->shaped;
	const struct text_line *from = &block->lines[line];
	if (block->n_lines == 1 && from->text == block->text && !block->text[from->bytes])
		return block; /* as most cells of tables are */
	struct text_block *out = arena_alloc(arena, 1, sizeof *out);
	struct text_line *own = arena_alloc(arena, 1, sizeof *own);
	struct text_run *runs = arena_alloc(arena, from->n_runs + 1, sizeof *runs);
	*out = *block;
	*own = *from;
	out->text = own->text = arena_strndup(arena, from->text, from->bytes);
	for (size_t i = 0; i < from->n_runs; i++) {
		struct text_glyph *glyphs = arena_alloc(arena, from->runs[i].n_glyphs + 1, sizeof *glyphs);
		runs[i] = from->runs[i];
		runs[i].text = own->text + (from->runs[i].text - from->text);
		for (size_t g = 0; g < from->runs[i].n_glyphs; g++) {
			glyphs[g] = from->runs[i].glyphs[g];
			glyphs[g].y -= from->baseline;
		}
		runs[i].glyphs = glyphs;
	}
	own->runs = runs;
	own->baseline = 0;
	if (own->ink.w > 0)
		own->ink.y -= from->baseline;
	out->lines = own;
	out->n_lines = 1;
	out->width = own->width;
	out->ink = own->ink;
	return out;
}
