#include "scene/voice.h"

#include "base/arena.h"
#include "base/str.h"

struct scene_voice_table { /* where it is on a page, its heads tell whether it goes on */
	struct scene_tag *tag;
	const char *heads;
};

struct speaker { /* of one page */
	struct scene_voice *voice;
	const struct scene *scene;
	const struct scene_tag **tags; /* by item */
	size_t n_tables;               /* begun on this page */
	/* of a table */
	struct scene_tag *table, *row, *name, *cell;
	size_t n_heads, n_cells, n_wordy; /* wordy: cells of the row that show no datum */
	int first, datum;                 /* of the row, of the cell */
};

static bool is_text(const struct scene_item *item)
{
	return item->kind == SCENE_TEXT;
}

/* False if an earlier page said it. */
static bool say(struct scene_voice *v, const struct scene_item *item)
{
	const char *text = item->text.block->text;
	for (size_t i = 0; i < v->n_before; i++)
		if (str_eq(v->said[i], text))
			return false;
	v->said = arena_grow(v->arena, v->said, &v->said_room, v->n_said, sizeof *v->said);
	v->said[v->n_said++] = arena_strdup(v->arena, text);
	return true;
}

/* ---- tables ---- */

/* What is above the columns of the table that begins at an item, in one string, and over how many columns. */
static char *heads_at(const struct speaker *s, size_t i, size_t *n)
{
	struct strbuf heads = strbuf_new(s->voice->arena);
	*n = 0;
	for (; i < s->scene->n_items; i++) {
		const struct scene_item *item = &s->scene->items[i];
		if (is_text(item) && item->role != ROLE_HEAD)
			break;
		if (item->role != ROLE_HEAD)
			continue;
		strbuf_addf(&heads, "%s\n", item->text.block->text);
		++*n;
	}
	return heads.s;
}

static void end_row(struct speaker *s)
{
	for (; s->row && s->n_cells < s->n_heads; s->n_cells++)
		scene_tag_new(s->voice->arena, s->row, TAG_CELL);
	s->row = s->cell = NULL;
}

static void begin_row(struct speaker *s, int datum)
{
	end_row(s);
	s->row = scene_tag_new(s->voice->arena, s->table, TAG_ROW);
	s->name = scene_tag_new(s->voice->arena, s->row, TAG_HEAD);
	s->name->of_row = true;
	s->n_cells = s->n_wordy = 0;
	s->first = datum;
}

/* Goes on with the table of an earlier page in the same place and with the same heads, or begins one. */
static void begin_table(struct speaker *s, size_t i)
{
	struct scene_voice *v = s->voice;
	const char *heads = heads_at(s, i, &s->n_heads);
	size_t at = s->n_tables++;
	end_row(s);
	if (at < v->n_tables && str_eq(v->tables[at].heads, heads)) {
		s->table = v->tables[at].tag;
		return;
	}
	s->table = scene_tag_new(v->arena, v->inside, TAG_TABLE);
	if (at == v->n_tables)
		v->tables = arena_grow(v->arena, v->tables, &v->tables_room, v->n_tables++, sizeof *v->tables);
	v->tables[at] = (struct scene_voice_table){ s->table, heads };
	if (!v->caption)
		v->caption = scene_tag_new(v->arena, s->table, TAG_CAPTION);
	struct scene_tag *row = scene_tag_new(v->arena, s->table, TAG_ROW);
	scene_tag_new(v->arena, row, TAG_HEAD); /* above the names, where nothing is written */
	for (size_t n = 0; n < s->n_heads; i++)
		if (s->scene->items[i].role == ROLE_HEAD) {
			s->tags[i] = scene_tag_new(v->arena, row, TAG_HEAD);
			n++;
		}
}

static const struct scene_tag *cell_of(struct speaker *s, const struct scene_item *item)
{
	bool wordy = item->datum == SCENE_NO_DATUM;
	if (!s->row || (s->cell && s->datum == item->datum && !(wordy && item->role == ROLE_WORD)))
		return s->cell;
	size_t at = wordy ? s->n_cells : (size_t)(item->datum - s->first) + s->n_wordy;
	for (; s->n_cells < at; s->n_cells++)
		scene_tag_new(s->voice->arena, s->row, TAG_CELL);
	s->n_wordy += wordy;
	s->n_cells++;
	s->datum = item->datum;
	return s->cell = scene_tag_new(s->voice->arena, s->row, TAG_CELL);
}

static void say_in_table(struct speaker *s, size_t i, bool *heads)
{
	const struct scene_item *item = &s->scene->items[i];
	bool head = item->role == ROLE_HEAD;
	if (head && !*heads)
		begin_table(s, i);
	*heads = head;
	if (head || !s->table)
		return;
	switch ((int)item->role) {
	case ROLE_GAP:
		begin_row(s, SCENE_NO_DATUM);
		s->tags[i] = s->name;
		return;
	case ROLE_RANK:
	case ROLE_LABEL:
	case ROLE_MAKER:
		if (!s->row || s->first != item->datum)
			begin_row(s, item->datum);
		s->tags[i] = s->name;
		return;
	case ROLE_VALUE:
	case ROLE_REMARK:
	case ROLE_ABSENT:
	case ROLE_WORD:
	case ROLE_ANNOTATION:
		s->tags[i] = cell_of(s, item);
		return;
	default:
		return;
	}
}

static void say_tables(struct speaker *s)
{
	bool heads = false;
	for (size_t i = 0; i < s->scene->n_items; i++)
		if (is_text(&s->scene->items[i]))
			say_in_table(s, i, &heads);
	end_row(s);
	s->voice->drawing = s->voice->n_tables ? s->voice->tables[0].tag : NULL;
}

/* ---- figures ---- */

static bool is_above(enum scene_role role)
{
	return role == ROLE_TITLE || role == ROLE_HEADING || role == ROLE_SUBTITLE || role == ROLE_DIRECTION;
}

static bool is_below(enum scene_role role)
{
	return role == ROLE_NOTE || role == ROLE_KEY || role == ROLE_SOURCE;
}

/* Rules, grounds, the page's number, and patches of colour before what stands below. */
static bool is_furniture(const struct scene_item *item)
{
	return item->role == ROLE_BACKGROUND || item->role == ROLE_PANEL || item->role == ROLE_RULE ||
	       item->role == ROLE_PAGE || (item->role == ROLE_CHIP && item->datum == SCENE_NO_DATUM);
}

static void say_figure(struct speaker *s)
{
	struct scene_voice *v = s->voice;
	struct scene_tag *figure = scene_tag_new(v->arena, v->inside, TAG_FIGURE);
	figure->alt = s->scene->document.alt ? arena_strdup(v->arena, s->scene->document.alt) : NULL;
	for (size_t i = 0; i < s->scene->n_items; i++) {
		const struct scene_item *item = &s->scene->items[i];
		if (!is_above(item->role) && !is_below(item->role) && !is_furniture(item))
			s->tags[i] = figure;
	}
	v->drawing = figure;
}

/* ---- the page ---- */

static void say_heading(struct speaker *s)
{
	struct scene_voice *v = s->voice;
	for (size_t i = 0; i < s->scene->n_items && v->heading; i++) {
		const struct scene_item *item = &s->scene->items[i];
		if (item->role != ROLE_TITLE || !is_text(item) || !say(v, item))
			continue;
		struct scene_tag *heading = scene_tag_new(v->arena, v->inside, TAG_HEADING);
		heading->level = v->heading;
		s->tags[i] = heading;
	}
}

/* In the caption: the title that is no heading and, of a table, all that stands above. */
static void say_above(struct speaker *s)
{
	struct scene_voice *v = s->voice;
	for (size_t i = 0; i < s->scene->n_items; i++) {
		const struct scene_item *item = &s->scene->items[i];
		bool title = item->role == ROLE_TITLE;
		if (!is_text(item) || !is_above(item->role) || (title && v->heading) || !say(v, item))
			continue;
		bool inside = v->caption && (title || s->scene->document.table);
		s->tags[i] = inside ? v->caption : scene_tag_new(v->arena, v->inside, TAG_PARAGRAPH);
	}
}

static void say_below(struct speaker *s)
{
	struct scene_voice *v = s->voice;
	for (size_t i = 0; i < s->scene->n_items; i++) {
		const struct scene_item *item = &s->scene->items[i];
		if (is_text(item) && is_below(item->role) && say(v, item))
			s->tags[i] = scene_tag_new(v->arena, v->inside, TAG_PARAGRAPH);
	}
}

const struct scene_tag *const *scene_voice_page(struct scene_voice *v, const struct scene *scene)
{
	struct speaker s = { .voice = v, .scene = scene, .first = SCENE_NO_DATUM };
	if (!v->inside)
		return NULL;
	s.tags = arena_alloc(v->arena, scene->n_items + 1, sizeof *s.tags);
	v->n_before = v->n_said;
	v->caption = v->drawing = NULL;
	say_heading(&s);
	if (scene->document.table) {
		say_tables(&s);
		say_above(&s);
	} else {
		v->caption = scene_tag_new(v->arena, v->inside, TAG_CAPTION);
		say_above(&s);
		say_figure(&s);
	}
	say_below(&s);
	return s.tags;
}
