/* Tables: columns as wide as their texts need and the page allows, and rows that are never split. */
#include "base/arena.h"
#include "base/str.h"
#include "brief/galley_parts.h"
#include "words/number_read.h"
#include "words/numeral.h"

#include <math.h>
#include <string.h>

enum { WIDTH_ROUNDS = 20 };

struct points { /* the decimal points of a column's numbers: in line, if it is aligned right and they have room */
	bool in_line;
	double before, behind; /* the widest part of a number on either side */
};

struct sheet {
	struct galley *g;
	struct place place;
	const struct block_table *table;
	struct text_style style;
	double step, gap;
	double *widths, *lefts;
	struct points *points; /* by column */
	double width;
	bool named; /* its first column names the rows */
};

static enum text_weight weight_of(enum cell_tone tone, bool head)
{
	return head || tone == TONE_BAD || tone == TONE_GOOD ? TEXT_SEMIBOLD : TEXT_REGULAR;
}

static double mark_room(const struct sheet *s, const struct block_cell *cell)
{
	return cell->mark ? mark_indent * s->style.size : 0;
}

static double cell_width(struct sheet *s, const struct block_cell *cell, bool head, double width)
{
	struct text_style style = s->style;
	style.weight = weight_of(cell->tone, head);
	return galley_shape(s->g, &cell->text, style, width, s->step)->width + mark_room(s, cell);
}

/* Where the decimal point of a cell is, or would be: bytes of its text; 0 if it does not begin with a number, or has
 * more than one. */
static size_t point_of(const struct sheet *s, const struct block_cell *cell)
{
	const struct language *language = s->g->briefing->front->language;
	const char *text = cell->text.text;
	struct numeral first, second;
	size_t at = 0, length = strlen(text);
	bool number = numeral_next(language, text, length, &at, &first) && first.kind == NUMERAL_DIGITS &&
	              !first.start && !first.attached && !numeral_next(language, text, length, &at, &second);
	return number ? number_point(language, text) : 0;
}

static double point_x(struct sheet *s, const struct block_cell *cell, size_t point)
{
	struct text_style style = s->style;
	style.weight = weight_of(cell->tone, false);
	return text_x(galley_shape(s->g, &cell->text, style, 0, s->step), point);
}

static struct points points_of(struct sheet *s, size_t column)
{
	const struct block_table *t = s->table;
	struct points points = { .in_line = t->aligns[column] == ALIGN_RIGHT };
	for (size_t r = 0; r < t->n_rows && points.in_line; r++) {
		const struct block_cell *cell = &t->cells[r * t->n_columns + column];
		size_t point = point_of(s, cell);
		if (!point)
			continue; /* words end at the right edge */
		double x = point_x(s, cell, point);
		points.before = fmax(points.before, x);
		points.behind = fmax(points.behind, cell_width(s, cell, false, 0) - x);
	}
	return points;
}

struct longest { /* word of a column so far, or name of several, by what its letters take */
	const char *start;
	size_t bytes;
	double units;
};

/* About: one of most letters, more of a wide one, less of a narrow one. */
static double units_of(uint32_t rune)
{
	static const double broad = 1.4, thin = 0.5;
	bool known = rune < 0x80;
	return known && strchr("mwMWOQ%@", (int)rune) ? broad : known && strchr("ijlftrI.,:;'|", (int)rune) ? thin : 1;
}

/* What columns keep on one line while they share what room there is: short texts; names, of however many words; words;
 * their parts at hyphens. */
enum hold { KEEP_SHORT, KEEP_NAMES, KEEP_WORDS, KEEP_PARTS, KEEPS };

/* Bytes of the part of a word at s: up to a hyphen between letters, with it. */
static size_t part_at(const char *s, size_t n)
{
	for (size_t i = 1; i + 1 < n; i++)
		if (s[i] == '-' && !strchr("0123456789", s[i + 1]))
			return i + 1;
	return n;
}

/* Bytes of the word at `at`: of the whole name that begins there or goes on. */
static size_t word_at(const struct rich *text, size_t at, enum hold keep)
{
	size_t end = at + strcspn(text->text + at, " \n");
	if (keep == KEEP_PARTS)
		return part_at(text->text + at, end - at);
	for (size_t i = 0; i < text->n_holds && keep < KEEP_WORDS; i++)
		if (text->holds[i].start < end && end < text->holds[i].end)
			end = text->holds[i].end + strcspn(text->text + text->holds[i].end, " \n");
	return end - at;
}

static void look_for_word(struct longest *longest, const struct rich *text, enum hold keep)
{
	for (size_t at = 0; text->text[at];) {
		const char *p = text->text + at;
		size_t bytes = word_at(text, at, keep);
		double units = 0;
		bool dense = false; /* breaks between its characters */
		for (const char *q = p; q < p + bytes;) {
			uint32_t rune = utf8_next(&q);
			dense |= rune >= DENSE_FIRST;
			units += units_of(rune);
		}
		if (!dense && units > longest->units)
			*longest = (struct longest){ p, bytes, units };
		at += bytes;
		at += strspn(text->text + at, " \n");
	}
}

static double longest_width(struct sheet *s, const struct longest *longest)
{
	struct text_style style = s->style;
	style.weight = TEXT_SEMIBOLD;
	const char *word = arena_strndup(s->g->arena, longest->start, longest->bytes);
	return text_shape(s->g->fonts, word, style, 0, s->step, s->g->diags)->width;
}

/* What a column needs at least: its longest word or name, unless that is longer than a line of a narrow column. */
static double least_width(struct sheet *s, size_t column, enum hold keep)
{
	const struct block_table *t = s->table;
	struct longest longest = { "", 0, 0 };
	double mark = 0;
	for (size_t r = 0; r < t->n_rows; r++) {
		look_for_word(&longest, &t->cells[r * t->n_columns + column].text, keep);
		mark = fmax(mark, mark_room(s, &t->cells[r * t->n_columns + column]));
	}
	if (t->heads)
		look_for_word(&longest, &t->heads[column].text, keep);
	double width = longest_width(s, &longest);
	return fmax(column_min * s->style.size, fmin(width, word_long * s->style.size) + mark);
}

static double natural_width(struct sheet *s, size_t column)
{
	const struct block_table *t = s->table;
	double most = column_min * s->style.size;
	for (size_t r = 0; r < t->n_rows; r++)
		most = fmax(most, cell_width(s, &t->cells[r * t->n_columns + column], false, 0));
	if (t->heads)
		most = fmax(most, cell_width(s, &t->heads[column], true, 0));
	return fmax(most, s->points[column].before + s->points[column].behind);
}

/* What the columns need for that; least: of each. */
static double least_widths(struct sheet *s, double *least, enum hold keep)
{
	double needed = 0;
	for (size_t i = 0; i < s->table->n_columns; i++) {
		double width = least_width(s, i, keep);
		width = keep == KEEP_SHORT ? fmax(width, cell_short * s->style.size) : width;
		least[i] = fmin(s->widths[i], width);
		needed += least[i];
	}
	return needed;
}

/* How strongly the room that is left goes to long texts: with the root of what they need, with more of it, with it. */
enum need { NEED_ROOT, NEED_MORE, NEED_ALL, NEEDS };

static double wish_of(double width, enum need need)
{
	double root = sqrt(width);
	return need == NEED_ROOT ? root : need == NEED_MORE ? root * sqrt(root) : width;
}

/* What is left beyond these widths goes to columns that need more: a long text breaks, a short one does not. */
static void share_out(const struct sheet *s, double *widths, double left, enum need need)
{
	size_t n = s->table->n_columns;
	for (int round = 0; round < WIDTH_ROUNDS && left > fit_tolerance; round++) {
		double wish = 0, given = 0;
		for (size_t i = 0; i < n; i++)
			wish += widths[i] < s->widths[i] ? wish_of(s->widths[i], need) : 0;
		for (size_t i = 0; i < n && wish > 0; i++) {
			double more = widths[i] < s->widths[i] ? left * wish_of(s->widths[i], need) / wish : 0;
			more = fmin(more, s->widths[i] - widths[i]);
			widths[i] += more;
			given += more;
		}
		left -= given;
	}
}

/* About how many lines the rows take in columns so wide. */
static double lines_in(const struct sheet *s, const double *widths, const double *cells)
{
	double all = 0;
	for (size_t r = 0; r < s->table->n_rows; r++) {
		double most = 1;
		for (size_t i = 0; i < s->table->n_columns; i++) {
			double width = cells[r * s->table->n_columns + i];
			if (width > widths[i] + fit_tolerance)
				most = fmax(most, ceil(width / (broken_line * widths[i])));
		}
		all += most;
	}
	return all;
}

static double room_of_texts(const struct sheet *s, double room)
{
	return room - s->gap * (double)(s->table->n_columns - 1);
}

/* What the columns keep, as much as there is room for; where that is not even names, they stand closer first. False if
 * even the parts of words do not fit. */
static bool settle_least(struct sheet *s, double *least, double *needed, double room)
{
	for (enum hold keep = KEEP_SHORT; keep < KEEPS; keep++) {
		*needed = least_widths(s, least, keep);
		if (keep == KEEP_NAMES && *needed > room_of_texts(s, room))
			s->gap *= column_gap_closer;
		if (*needed <= room_of_texts(s, room))
			return true;
	}
	return false;
}

/* False if even the longest words do not fit. */
static bool settle_widths(struct sheet *s, double room)
{
	const struct block_table *t = s->table;
	size_t n = t->n_columns;
	double *least = arena_alloc(s->g->arena, n, sizeof *least), *tried = arena_alloc(s->g->arena, n, sizeof *tried),
	       *cells = arena_alloc(s->g->arena, n * t->n_rows + 1, sizeof *cells), all = 0, needed = 0, fewest = 0;
	for (size_t i = 0; i < n; i++) {
		s->widths[i] = natural_width(s, i);
		all += s->widths[i];
	}
	if (!settle_least(s, least, &needed, room))
		return false;
	room = room_of_texts(s, room);
	if (all <= room)
		return true;
	for (size_t i = 0; i < n * t->n_rows; i++)
		cells[i] = cell_width(s, &t->cells[i], false, 0);
	double *best = arena_alloc(s->g->arena, n, sizeof *best);
	for (enum need need = NEED_ROOT; need < NEEDS; need++) {
		memcpy(tried, least, n * sizeof *tried);
		share_out(s, tried, room - needed, need);
		double lines = lines_in(s, tried, cells);
		if (need == NEED_ROOT || lines < fewest) {
			memcpy(best, tried, n * sizeof *best);
			fewest = lines;
		}
	}
	memcpy(s->widths, best, n * sizeof *best);
	return true;
}

/* Widens all columns in proportion, to the width of the page. */
static void fill_width(struct sheet *s, double room)
{
	double used = s->gap * (double)(s->table->n_columns - 1), texts = 0;
	for (size_t i = 0; i < s->table->n_columns; i++)
		texts += s->widths[i];
	for (size_t i = 0; i < s->table->n_columns && texts > 0; i++)
		s->widths[i] *= fmax(1, (room - used) / texts);
}

/* All columns but the first get the same share of the room; false if a word is too long for that. */
static bool make_even(struct sheet *s, double room)
{
	size_t n = s->table->n_columns;
	double first = fmin(natural_width(s, 0), fmax(least_width(s, 0, KEEP_NAMES), even_first * room));
	double each = n > 1 ? (room - first - s->gap * (double)(n - 1)) / (double)(n - 1) : 0;
	for (size_t i = 1; i < n; i++)
		if (least_width(s, i, KEEP_WORDS) > each)
			return false;
	for (size_t i = 0; i < n; i++)
		s->widths[i] = i ? each : first;
	return n > 1;
}

static struct color tone_color(const struct sheet *s, enum cell_tone tone)
{
	const struct palette *p = &s->g->look->palette;
	switch (tone) {
	case TONE_PLAIN:
		return p->ink;
	case TONE_GOOD:
		return p->better;
	case TONE_BAD:
		return p->tag;
	case TONE_QUIET:
		return p->ink2;
	}
	return p->ink;
}

static double drift(enum cell_align align, double room)
{
	return align == ALIGN_RIGHT ? room : align == ALIGN_CENTRE ? room / 2 : 0;
}

/* How far from its column's left edge a line of a cell begins. */
static double start_of(struct sheet *s, size_t column, const struct block_cell *cell, const struct text_block *lines,
                       size_t line, bool head)
{
	const struct points *p = &s->points[column];
	double width = s->widths[column];
	size_t point = p->in_line && !head && lines->n_lines == 1 ? point_of(s, cell) : 0;
	if (point && p->before + p->behind <= width + fit_tolerance)
		return width - p->behind - text_x(lines, point);
	return drift(s->table->aligns[column], width - lines->lines[line].width);
}

static void rule(struct sheet *s, struct box *box, double y, double width, struct color color)
{
	struct scene_item *item = box_add(s->g->boxes_arena, box, SCENE_PATH, ROLE_RULE);
	item->path = (struct scene_path){ .shape = SHAPE_RECT,
		                          .rect = { s->lefts[0], y, s->width, width },
		                          .pattern = PATTERN_SOLID,
		                          .fill = color };
}

/* Beside the first line of a cell, as high as its small letters. */
static void add_mark(struct sheet *s, struct box *box, double x, double baseline, enum cell_mark mark,
                     struct color color)
{
	double side = mark_side * s->style.size, thick = mark_thick * s->style.size;
	struct rect rect = { x, baseline - side - mark_lift * s->style.size, side, side };
	struct scene_item *item = box_add(s->g->boxes_arena, box, SCENE_PATH, ROLE_SIGN);
	item->path = (struct scene_path){
		.shape = SHAPE_ROUNDED, .rect = rect, .radius = side / 2, .pattern = PATTERN_SOLID, .fill = color
	};
	if (mark == MARK_RING) {
		item->path.pattern = PATTERN_NONE;
		item->path.stroke = thick;
		item->path.stroke_color = color;
	} else if (mark == MARK_DASH) {
		item->path.shape = SHAPE_RECT;
		item->path.rect = (struct rect){ x, rect.y + (side - thick) / 2, side, thick };
	}
}

/* Fills the box with a row, and sets its height. */
static void fill_row(struct sheet *s, struct box *box, const struct block_cell *cells, bool head)
{
	const struct block_table *t = s->table;
	double air = row_air * (1 + s->g->rows) * s->style.size / 2, tallest = 0;
	struct scene_tag *all = galley_open_tag(s->g, TAG_ROW), *row = s->g->tag;
	const struct place at = s->g->at;
	box_reserve(s->g->boxes_arena, box, t->n_columns + 1); /* most cells have a line, and there is a rule */
	for (size_t c = 0; c < t->n_columns; c++) {
		s->g->at = cells[c].place.line ? cells[c].place : at;
		galley_open_tag(s->g, head || (c == 0 && s->named) ? TAG_HEAD : TAG_CELL);
		if (s->g->tag)
			s->g->tag->of_row = !head;
		struct text_style style = s->style;
		enum cell_tone tone = cells[c].tone;
		style.weight = weight_of(tone, head);
		double indent = mark_room(s, &cells[c]);
		struct color color = head ? s->g->look->palette.ink2 : tone_color(s, tone);
		const struct text_block *lines =
			galley_shape(s->g, &cells[c].text, style, s->widths[c] - indent + fit_tolerance, s->step);
		s->g->n_paragraphs++;
		for (size_t i = 0; i < lines->n_lines && *cells[c].text.text; i++) {
			double x = s->lefts[c] + indent + start_of(s, c, &cells[c], lines, i, head);
			double y = air + row_rise * s->style.size + (double)i * s->step;
			galley_add_line(s->g, box, ROLE_FIELD, x, y, &cells[c].text, lines, i, color);
		}
		if (cells[c].mark && cells[c].mark != MARK_BLANK)
			add_mark(s, box, s->lefts[c], air + row_rise * s->style.size, cells[c].mark, color);
		tallest = fmax(tallest, (double)lines->n_lines);
		s->g->tag = row;
	}
	s->g->tag = all;
	s->g->at = at;
	box->height = tallest * s->step + 2 * air;
	box->loose = true;
}

/* Says in the first column with a name that has room for the word that the table goes on; if none has, it is not said.
 */
static void name_continued(struct sheet *s, struct block_cell *heads)
{
	const struct language *language = s->g->briefing->front->language;
	for (size_t c = 0; c < s->table->n_columns; c++) {
		struct longest longest = { "", 0, 0 };
		const char *name = heads[c].text.text;
		if (!*name && c + 1 < s->table->n_columns)
			continue;
		const char *words = words_fill(s->g->arena, language, WORD_CONTINUED, "what", name, NULL);
		const struct rich named = { .text = words };
		look_for_word(&longest, &named, KEEP_WORDS);
		if (longest_width(s, &longest) > s->widths[c] + fit_tolerance)
			continue;
		heads[c].text = named;
		return;
	}
}

/* The header once more, for the next page. */
static const struct box *continued(struct sheet *s)
{
	const struct block_table *t = s->table;
	struct block_cell *heads = arena_alloc(s->g->arena, t->n_columns, sizeof *heads);
	struct box *box = arena_alloc(s->g->boxes_arena, 1, sizeof *box);
	for (size_t c = 0; c < t->n_columns; c++)
		heads[c] = t->heads[c];
	name_continued(s, heads);
	struct scene_tag *was = s->g->tag;
	s->g->tag = NULL; /* it is read aloud once */
	fill_row(s, box, heads, true);
	s->g->tag = was;
	rule(s, box, box->height - rule_thick, rule_thick, s->g->look->palette.ink);
	return box;
}

/* A small table stays on one page. */
static void tie_rows(struct galley *g, size_t first)
{
	double height = 0;
	for (size_t i = first; i < g->n_boxes; i++)
		height += g->boxes[i]->height;
	for (size_t i = first + 1; i < g->n_boxes && height < g->paper->lengths->table_whole * g->paper->body.h; i++)
		g->boxes[i]->tied = true;
}

static void add_rows(struct sheet *s)
{
	const struct block_table *t = s->table;
	struct galley *g = s->g;
	const struct palette *p = &g->look->palette;
	const struct box *again = NULL;
	size_t first = g->n_boxes;
	double room = g->paper->body.h - (g->paper->slides ? row_reserve_slide : row_reserve);
	if (t->heads) {
		struct box *box = galley_add_box(g, 0, g->paper->lengths->step);
		fill_row(s, box, t->heads, true);
		rule(s, box, box->height - rule_thick, rule_thick, p->ink);
		box->loose = false;
		again = continued(s);
		if (g->paper->slides) /* below the title of a slide */
			room = fmin(room, g->paper->body.h - slide_titles - again->height);
	}
	for (size_t r = 0; r < t->n_rows; r++) {
		struct box *box = galley_add_box(g, 0, r || t->heads ? 0 : g->paper->lengths->step);
		fill_row(s, box, &t->cells[r * t->n_columns], false);
		bool last = r + 1 == t->n_rows;
		double thick = last ? rule_thick : rule_thin;
		rule(s, box, box->height - thick, thick, last ? p->ink : p->grid);
		box->tied = r == 0 ? t->heads != NULL : r == 1 || last;
		box->head = again;
		if (box->height > room)
			diag_add(g->diags, DIAG_ERROR, s->place, "shorten it, or write it as text",
			         "a row of a table is taller than a page: \"%s\"",
			         str_clipped(g->arena, t->cells[r * t->n_columns].text.text, message_runes));
	}
	tie_rows(g, first);
}

/* True if the first column has words on the left, and none is missing. */
static bool names_rows(const struct block_table *t)
{
	bool named = t->n_columns > 1 && t->aligns[0] == ALIGN_LEFT;
	for (size_t r = 0; r < t->n_rows; r++)
		named &= t->cells[r * t->n_columns].text.text[0] != '\0';
	return named;
}

/* What is said below a table stays with it. */
static void add_note(struct sheet *s)
{
	struct galley *g = s->g;
	const struct lengths *l = g->paper->lengths;
	const struct rich note = { .text = s->table->note };
	double size = fmax(l->small, table_note_size * s->style.size), over = table_note_over * l->step;
	struct galley_piece piece = { .role = ROLE_CAPTION,
		                      .style = { .size = size },
		                      .step = size * row_step,
		                      .x = g->x,
		                      .baseline = over + row_rise * size,
		                      .width = fmin(s->width, fmax(l->measure, g->width)),
		                      .color = g->look->palette.ink2,
		                      .even = true };
	struct box *box = galley_add_box(g, 0, 0);
	struct scene_tag *was = galley_open_tag(g, TAG_PARAGRAPH);
	box->height = over + galley_set(g, box, &piece, &note);
	box->tied = box->loose = true;
	g->tag = was;
}

/* Sets the widths of the columns; false if the page is too narrow for them. */
static bool settle(struct sheet *s, bool *widen)
{
	struct galley *g = s->g;
	const struct block_table *t = s->table;
	double natural = s->gap * (double)(t->n_columns - 1);
	for (size_t i = 0; i < t->n_columns; i++)
		natural += natural_width(s, i);
	*widen = galley_may_widen(g) && (natural > g->width || t->even || t->filled || g->paper->slides);
	double room = *widen ? g->paper->body.w : g->width;
	if (t->even && make_even(s, room))
		return true;
	if (!settle_widths(s, room))
		return false;
	if (*widen || t->filled)
		fill_width(s, room);
	return true;
}

static void set_size(struct sheet *s, double size)
{
	s->style = (struct text_style){ .size = size, .tabular = true };
	s->step = size * row_step;
	s->gap = column_gap * size;
	for (size_t i = 0; i < s->table->n_columns; i++)
		s->points[i] = points_of(s, i);
}

/* A short table that is to fill the width is a message: its type is larger where every cell still has one line. */
static void choose_size(struct sheet *s)
{
	const struct paper *p = s->g->paper;
	const struct block_table *t = s->table;
	bool fills = (t->even || t->filled) && galley_may_widen(s->g);
	for (double size = p->lengths->table_large; fills && size > p->lengths->table; size -= table_smaller) {
		set_size(s, size);
		double width = s->gap * (double)(t->n_columns - 1), widest = 0, rows = (double)t->n_rows + 1;
		for (size_t i = 0; i < t->n_columns; i++) {
			width += i && t->even ? 0 : natural_width(s, i);
			widest = i ? fmax(widest, natural_width(s, i)) : 0;
		}
		width += t->even ? widest * (double)(t->n_columns - 1) : 0;
		if (width <= p->body.w && rows * (row_step + row_air) * size <= table_large_share * p->body.h)
			return;
	}
	set_size(s, p->lengths->table);
}

void galley_table(struct galley *g, const struct block *block)
{
	const struct block_table *t = &block->table;
	struct sheet s = { .g = g, .place = block->place, .table = t };
	s.widths = arena_alloc(g->arena, t->n_columns, sizeof *s.widths);
	s.lefts = arena_alloc(g->arena, t->n_columns, sizeof *s.lefts);
	s.points = arena_alloc(g->arena, t->n_columns, sizeof *s.points);
	choose_size(&s);
	bool was = g->wide, widen, fits;
	double least = g->paper->slides ? s.style.size : g->paper->lengths->text_min;
	while (!(fits = settle(&s, &widen)) && s.style.size > least)
		set_size(&s, fmax(s.style.size - table_smaller, least));
	if (!fits) {
		diag_add(g->diags, DIAG_ERROR, block->place, "give it fewer columns or shorter words",
		         "a table is wider than the page");
		return;
	}
	s.lefts[0] = g->x;
	for (size_t i = 0; i < t->n_columns; i++) {
		s.width += s.widths[i] + (i ? s.gap : 0);
		if (i)
			s.lefts[i] = s.lefts[i - 1] + s.widths[i - 1] + s.gap;
	}
	s.named = names_rows(t);
	g->wide = was || widen;
	struct scene_tag *above = galley_open_tag(g, TAG_TABLE);
	add_rows(&s);
	g->tag = above;
	if (t->note)
		add_note(&s);
	g->wide = was;
}
