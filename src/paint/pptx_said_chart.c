/* What a chart says, as facts: its kind, names of series and categories, values, which are hatched, labels and what
 * they show, its title, its scales; and the cells of its workbook. */
#include "paint/pptx_said_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "read/archive.h"
#include "read/book.h"
#include "read/xml.h"

#include <stdlib.h>
#include <string.h>

enum { BASE_TEN = 10 };

struct facts { /* of a chart */
	struct arena *arena;
	struct strbuf lines, text;                /* text: of what is open */
	size_t series, axis, point, label, field; /* counted from 1; 0: none */
	size_t spot;                              /* the point whose look is said; likewise */
	bool in_series, in_axis, in_labels, in_bars, in_title, in_field, inside;
	struct strbuf shows;  /* what a label shows: "value, series" */
	const char *role;     /* of the values that are read */
	const char *of;       /* of the axis: "values", "names" */
	const char *book;     /* the relation of its workbook; NULL: none */
	struct strbuf fields; /* of a label or a title: what its fields showed last */
};

static void fact(struct facts *f, const char *name, const char *value)
{
	strbuf_addf(&f->lines, "%s\t%s\n", name, str_one_line(f->arena, arena_strdup(f->arena, value)));
}

/* "series 2, ", "axis 1 of values, ", "": of what the fact is. */
static const char *owner(const struct facts *f)
{
	return f->in_series ? arena_printf(f->arena, "series %zu, ", f->series)
	       : f->in_axis ? arena_printf(f->arena, "axis %zu of %s, ", f->axis, f->of)
	                    : "";
}

static const char *labelled(const struct facts *f)
{
	return f->label ? arena_printf(f->arena, "%slabel %zu", owner(f), f->label)
	                : arena_printf(f->arena, "%slabels", owner(f));
}

/* Signs stand in a format bare, in quotes or behind a stroke, as programs like; languages before it. */
static const char *format(struct arena *arena, const char *code)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *p = code; *p; p++) {
		const char *end = str_starts(p, "[$") ? strchr(p, ']') : NULL;
		if (end)
			p = end;
		else if (*p != '"' && *p != '\\')
			strbuf_addn(&b, p, 1);
	}
	return b.s;
}

/* ---- scales ---- */

struct setting {
	const char *element, *name;
	const char *unset; /* what it is where it is not said */
};

static void say_setting(struct facts *f, const char *name, const char *value)
{
	static const struct setting settings[] = {
		{ "min", "lowest", "" },
		{ "max", "highest", "" },
		{ "majorUnit", "step", "" },
		{ "logBase", "base", "" },
		{ "orientation", "runs", "minMax" },
		{ "delete", "hidden", "0" },
		{ "builtInUnit", "counts", "" },
		{ "custUnit", "counts", "" },
		{ "crossesAt", "crosses at", "" },
	};
	for (size_t i = 0; i < sizeof settings / sizeof *settings; i++)
		if (str_eq(name, settings[i].element) && !str_eq(value, settings[i].unset))
			fact(f, arena_printf(f->arena, "%s%s", owner(f), settings[i].name), value);
}

static bool is_axis(const char *name)
{
	return str_eq(name, "valAx") || str_eq(name, "catAx") || str_eq(name, "dateAx") || str_eq(name, "serAx");
}

/* ---- kinds and looks ---- */

/* "barChart", "scatterChart"; not the whole of it. */
static bool is_kind(const char *name)
{
	return str_ends(name, "Chart") && !str_eq(name, "Chart");
}

static void say_kind(struct facts *f, const char *name, const char *value)
{
	if (is_kind(name))
		fact(f, "kind", arena_strndup(f->arena, name, strlen(name) - strlen("Chart")));
	if (str_eq(name, "barDir") && value)
		fact(f, "direction of bars", str_eq(value, "bar") ? "across" : "upright");
	if (str_eq(name, "grouping") && value)
		fact(f, "grouping", value);
}

/* What is only claimed is hatched. */
static void say_look(struct facts *f, const char *name, const char *value)
{
	if (!f->in_series || f->in_labels || f->in_bars)
		return;
	if (str_eq(name, "pattFill"))
		fact(f,
		     f->spot ? arena_printf(f->arena, "%svalue %zu, fill", owner(f), f->spot)
		             : arena_printf(f->arena, "%sfill", owner(f)),
		     "hatched");
	if (str_eq(name, "idx") && value && f->spot == SIZE_MAX)
		f->spot = strtoul(value, NULL, BASE_TEN) + 1;
	if (str_eq(name, "dPt"))
		f->spot = SIZE_MAX;
}

/* ---- values and labels ---- */

static void open_shows(struct facts *f, const char *name, const char *value)
{
	static const char *const shown[][2] = { { "showVal", "value" },       { "showCatName", "category" },
		                                { "showSerName", "series" },  { "showPercent", "percent" },
		                                { "showBubbleSize", "size" }, { "delete", "nothing" } };
	if (str_eq(name, "dLbl") || str_eq(name, "dLbls"))
		f->shows = strbuf_new(f->arena);
	for (size_t i = 0; i < sizeof shown / sizeof *shown && f->in_labels; i++)
		if (str_eq(name, shown[i][0]) && (str_eq(value, "1") || str_eq(value, "true")))
			strbuf_addf(&f->shows, "%s%s", f->shows.n ? ", " : "", shown[i][1]);
}

/* What values are, by the element around them; NULL: that is none. */
static const char *role_of(const char *name)
{
	static const char *const roles[][2] = {
		{ "tx", "name" },           { "cat", "category" }, { "val", "value" },
		{ "xVal", "value across" }, { "yVal", "value" },   { "bubbleSize", "size" },
		{ "plus", "beyond" },       { "minus", "below" },  { "dlblRangeCache", "words" }
	};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (str_eq(name, roles[i][0]))
			return roles[i][1];
	return NULL;
}

static void open_label(struct facts *f, const char *name, const char *value)
{
	if (str_eq(name, "dLbl") || str_eq(name, "title")) {
		f->text = strbuf_new(f->arena);
		f->fields = strbuf_new(f->arena);
		f->field = 0;
	}
	f->in_labels |= str_eq(name, "dLbls");
	f->in_title |= str_eq(name, "title");
	if (f->in_labels && str_eq(name, "idx") && value)
		f->label = strtoul(value, NULL, BASE_TEN) + 1;
}

static void open_values(struct facts *f, const char *name, const char *const *attributes, const char *value)
{
	const char *role = role_of(name), *index = xml_attribute(attributes, "idx");
	if (str_eq(name, "ser")) {
		f->in_series = true;
		f->series++;
	}
	if (f->in_series && str_eq(name, "order") &&
	    value) /* in which they are drawn and listed, wherever they stand */
		f->series = strtoul(value, NULL, BASE_TEN) + 1;
	if (is_axis(name)) {
		f->in_axis = true;
		f->of = str_eq(name, "valAx") ? "values" : "names";
		f->axis++;
	}
	if (role) {
		f->role = role;
		f->point = 0;
	}
	if (str_eq(name, "val") && value) /* of error bars that are alike */
		fact(f, arena_printf(f->arena, "%sbeyond", owner(f)), value);
	if (str_eq(name, "pt") && index)
		f->point = strtoul(index, NULL, BASE_TEN) + 1;
}

static void on_open(void *closure, const char *name, const char *const *attributes)
{
	struct facts *f = closure;
	const char *value = xml_attribute(attributes, "val"), *code = xml_attribute(attributes, "formatCode"),
		   *type = xml_attribute(attributes, "type"), *id = xml_attribute(attributes, "relationships id");
	open_label(f, name, value);
	open_shows(f, name, value);
	say_kind(f, name, value);
	say_look(f, name, value);
	f->in_bars |= str_eq(name, "errBars");
	open_values(f, name, attributes, value);
	if (f->in_axis && value)
		say_setting(f, name, value);
	if (str_eq(name, "numFmt") && code && (f->in_axis || f->in_labels))
		fact(f,
		     f->in_axis ? arena_printf(f->arena, "%sformat", owner(f))
		                : arena_printf(f->arena, "%s, format", labelled(f)),
		     format(f->arena, code));
	if (str_eq(name, "fld")) {
		f->in_field = true;
		f->field++;
		strbuf_addf(&f->text, "[%s]", type ? type : "");
	}
	if (str_eq(name, "externalData") && id)
		f->book = arena_strdup(f->arena, id);
	f->inside = str_eq(name, "v") || str_eq(name, "t");
	if (str_eq(name, "v"))
		f->text = strbuf_new(f->arena);
}

/* A field shows what programs compute; until they do, its name in brackets, in their language. */
static void close_field(struct facts *f)
{
	if (f->fields.n && *f->fields.s != '[')
		fact(f, arena_printf(f->arena, "%s, field %zu", f->in_title ? "title" : labelled(f), f->field),
		     f->fields.s);
	f->fields = strbuf_new(f->arena);
	f->in_field = false;
}

static void close_texts(struct facts *f, const char *name)
{
	bool all = str_eq(name, "dLbls"), one = str_eq(name, "dLbl");
	if (one && f->text.n)
		fact(f, labelled(f), f->text.s);
	else if (one || (all && f->shows.n))
		fact(f, arena_printf(f->arena, "%s, shown", labelled(f)), f->shows.n ? f->shows.s : "nothing");
	if (one) {
		f->label = 0;
		f->text = strbuf_new(f->arena);
		f->shows = strbuf_new(f->arena);
	}
	f->in_labels &= !all;
	if (!str_eq(name, "title"))
		return;
	if (f->text.n)
		fact(f, arena_printf(f->arena, "%stitle", owner(f)), f->text.s);
	f->in_title = false;
}

static void on_close(void *closure, const char *name)
{
	struct facts *f = closure;
	if (str_eq(name, "v") && f->role && !f->in_title)
		fact(f, arena_printf(f->arena, "%s%s %zu", owner(f), f->role, f->point), f->text.s);
	if (str_eq(name, "fld"))
		close_field(f);
	if (str_eq(name, "p") && f->text.n && !f->in_field)
		strbuf_add(&f->text, " ");
	close_texts(f, name);
	f->in_series &= !str_eq(name, "ser");
	f->in_bars &= !str_eq(name, "errBars");
	f->spot = str_eq(name, "dPt") || str_eq(name, "ser") ? 0 : f->spot;
	f->in_axis &= !is_axis(name);
	f->inside = false;
}

static void on_text(void *closure, const char *s, size_t n)
{
	struct facts *f = closure;
	if (f->inside)
		strbuf_addn(f->in_field ? &f->fields : &f->text, s, n);
}

/* ---- what somebody drew inside a chart ---- */

static void on_drawn_open(void *closure, const char *name, const char *const *attributes)
{
	struct facts *f = closure;
	(void)attributes;
	f->inside = str_eq(name, "t");
}

static void on_drawn_close(void *closure, const char *name)
{
	struct facts *f = closure;
	f->inside = false;
	if (!str_eq(name, "p") || !f->text.n)
		return;
	fact(f, arena_printf(f->arena, "text %zu inside", ++f->field), f->text.s);
	f->text = strbuf_new(f->arena);
}

/* ---- the workbook ---- */

/* "Data!B3" and what the cell shows. */
static const char *cells_of(struct arena *arena, struct bytes bytes)
{
	struct diags *unsaid = diags_new(arena);
	struct archive *archive = archive_open(arena, "a workbook", bytes, unsaid);
	struct book *book = archive ? book_open(arena, archive, "a workbook", unsaid) : NULL;
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; book && i < book->n_sheets; i++) {
		if (!book->sheets[i].file)
			continue;
		const struct grid *grid = book_read(book, i, unsaid);
		if (!grid)
			return NULL;
		for (size_t k = 0; k < grid->n_cells; k++) {
			const struct grid_cell *cell = &grid->cells[k];
			strbuf_addf(&b, "cell %s!%s%zu\t%s\n", book->sheets[i].name, range_column(arena, cell->column),
			            (size_t)cell->row + 1, str_one_line(arena, arena_strdup(arena, cell->text)));
		}
	}
	return book ? b.s : NULL;
}

/* A chart without one has nothing to edit; what it shows is in the chart. */
static void say_book(const struct saying *s, const char *part, const struct pptx_said *like)
{
	struct bytes bytes;
	struct pptx_said said = *like;
	if (!part)
		return;
	said.kind = PPTX_SAID_BOOK;
	said.text =
		s->source->get(s->source->of, s->list->arena, part, &bytes) ? cells_of(s->list->arena, bytes) : NULL;
	if (said.text)
		pptx_said_add(s->list, &said);
	else
		pptx_said_unread(s, "the workbook of ", like->name);
}

/* ---- */

void pptx_said_chart(const struct saying *s, const char *part, const struct pptx_said *like)
{
	static const struct xml_reader reader = { on_open, on_close, on_text },
				       drawn = { on_drawn_open, on_drawn_close, on_text };
	struct arena *arena = s->list->arena;
	struct facts f = { .arena = arena,
		           .lines = strbuf_new(arena),
		           .text = strbuf_new(arena),
		           .fields = strbuf_new(arena),
		           .shows = strbuf_new(arena) };
	struct pptx_said said = *like;
	if (!pptx_said_part(s, part, &reader, &f)) {
		pptx_said_unread(s, "the chart ", like->name);
		return;
	}
	struct relations relations = pptx_said_relations(s, part);
	const char *inside = pptx_said_related(&relations, NULL, "chartUserShapes");
	f.field = 0;
	f.text = strbuf_new(arena);
	if (inside && !pptx_said_part(s, inside, &drawn, &f))
		pptx_said_unread(s, "what is drawn in ", like->name);
	said.kind = PPTX_SAID_CHART;
	said.text = f.lines.s;
	pptx_said_add(s->list, &said);
	say_book(s,
	         f.book ? pptx_said_related(&relations, f.book, NULL) : pptx_said_related(&relations, NULL, "package"),
	         like);
}
