/* Lines that were set become paragraphs again, in boxes in which they break where they broke. */
#include "base/arena.h"
#include "paint/pptx_parts.h"
#include "style/look.h"
#include "words/language.h"

#include <math.h>
#include <string.h>

static const double slack = 0.25;     /* of the size: room beyond the longest line, less than a word needs */
static const double spacing = 1.3;    /* of the size: from line to line where nothing says it */
static const double same_place = 0.6; /* points */
static const double foot_room = 3;    /* of the size */

enum { HUNDREDTHS = 100, BOLD_FROM = 600 };

/* ---- collecting ---- */

struct pptx_paragraph *pptx_frame_begin(struct pptx_pen *pen, struct pptx_frame *f)
{
	f->paragraphs = arena_grow(pen->deck->arena, f->paragraphs, &f->paragraphs_room, f->n_paragraphs,
	                           sizeof *f->paragraphs);
	struct pptx_paragraph *p = &f->paragraphs[f->n_paragraphs++];
	*p = (struct pptx_paragraph){ .first = f->n_lines };
	return p;
}

void pptx_frame_add(struct pptx_pen *pen, struct pptx_frame *f, const struct scene_text *text)
{
	for (size_t i = 0; i < text->block->n_lines; i++) {
		const struct text_line *line = &text->block->lines[i];
		double x = line->n_runs ? line->runs[0].x : 0;
		struct rect at =
			pptx_place(pen, (struct rect){ text->at.x + x, text->at.y + line->baseline, line->width, 0 });
		bool spaced = i + 1 < text->block->n_lines ? line[1].text > line->text + line->bytes : text->spaced;
		f->lines = arena_grow(pen->deck->arena, f->lines, &f->lines_room, f->n_lines, sizeof *f->lines);
		f->lines[f->n_lines++] = (struct pptx_line){ text, i, { at.x, at.y }, at.w, spaced };
		f->paragraphs[f->n_paragraphs - 1].n++;
	}
}

/* ---- runs ---- */

static const char *link_of(const struct pptx_pen *pen, const struct scene_tag *tag)
{
	for (; tag; tag = tag->inside) {
		if (tag->kind != TAG_LINK && tag->kind != TAG_REFERENCE)
			continue;
		for (size_t i = 0; i < pen->n_links; i++)
			if (pen->links[i].tag == tag)
				return pen->links[i].uri;
	}
	return NULL;
}

/* The address of what stands at a byte of a text; end comes no later than where that changes. */
static const char *link_at(const struct pptx_pen *pen, const struct scene_text *t, size_t at, size_t *end)
{
	for (size_t i = 0; i < t->n_spans; i++) {
		const struct scene_span *s = &t->spans[i];
		if (s->start > at && s->start < *end)
			*end = s->start;
		if (s->start <= at && at < s->end) {
			*end = s->end < *end ? s->end : *end;
			return link_of(pen, s->tag);
		}
	}
	return NULL;
}

static void add_link(struct pptx_pen *pen, const char *uri)
{
	bool jumps = *uri == '#';
	size_t rel = pptx_relate(pen, jumps ? PPTX_REL_JUMP : PPTX_REL_LINK, jumps ? uri + 1 : uri);
	strbuf_addf(&pen->out, "<a:hlinkClick r:id=\"rId%zu\"%s/>", rel,
	            jumps ? " action=\"ppaction://hlinksldjump\"" : "");
}

static void add_properties(struct pptx_pen *pen, const char *element, const struct text_run *run, double size,
                           struct color color, const char *uri)
{
	struct strbuf *b = &pen->out;
	strbuf_addf(b, "<a:%s lang=\"%s\" sz=\"%ld\"%s%s dirty=\"0\">", element, pen->deck->language,
	            lround(size * pen->scale * HUNDREDTHS),
	            run && font_css_weight(run->font) >= BOLD_FROM ? " b=\"1\"" : " b=\"0\"",
	            run && font_italic(run->font) ? " i=\"1\"" : "");
	pptx_color(pen->deck, b, color);
	if (run && font_code(run->font))
		strbuf_add(b, "<a:latin typeface=\"Courier New\"/><a:cs typeface=\"Courier New\"/>");
	if (uri)
		add_link(pen, uri);
	strbuf_addf(b, "</a:%s>", element);
}

/* Spaces and hyphens up to glue do not break: there the line broke earlier than it had to. */
static void add_words(struct strbuf *b, const char *text, size_t n, const char *glue)
{
	static const char no_break_space[] = "\xc2\xa0", no_break_hyphen[] = "\xe2\x80\x91";
	const char *start = text, *end = text + n;
	for (; text < end && text < glue; text++) {
		if (*text != ' ' && *text != '-')
			continue;
		markup_escape(b, start, (size_t)(text - start));
		strbuf_add(b, *text == ' ' ? no_break_space : no_break_hyphen);
		start = text + 1;
	}
	markup_escape(b, start, (size_t)(end - start));
}

static void add_run(struct pptx_pen *pen, const struct scene_text *t, const struct text_run *run, struct color color,
                    const char *glue, bool spaced)
{
	size_t offset = (size_t)(run->text - t->block->text);
	for (size_t from = 0, to; from < run->bytes; from = to) {
		size_t end = offset + run->bytes;
		const char *uri = link_at(pen, t, offset + from, &end);
		to = end - offset;
		strbuf_add(&pen->out, "<a:r>");
		add_properties(pen, "rPr", run, t->block->style.size, color, uri);
		strbuf_add(&pen->out, "<a:t>");
		add_words(&pen->out, run->text + from, to - from, glue);
		bool space = spaced && to == run->bytes;
		strbuf_addf(&pen->out, "%s</a:t></a:r>", space && !uri ? " " : "");
		if (!space || !uri)
			continue;
		strbuf_add(&pen->out, "<a:r>"); /* no part of the link, which may be set as one word */
		add_properties(pen, "rPr", run, t->block->style.size, color, NULL);
		strbuf_add(&pen->out, "<a:t> </a:t></a:r>");
	}
}

/* Runs in reading order, wherever they are on the line. */
static const struct text_run *next_run(const struct text_line *line, const struct text_run *before)
{
	const struct text_run *next = NULL;
	for (size_t i = 0; i < line->n_runs; i++) {
		const struct text_run *run = &line->runs[i];
		if ((!before || run->text > before->text) && (!next || run->text < next->text))
			next = run;
	}
	return next;
}

static void add_line(struct pptx_pen *pen, const struct pptx_line *l, const char *glue, bool spaced)
{
	const struct text_line *line = &l->text->block->lines[l->line];
	struct text_run part;
	struct color color;
	for (const struct text_run *run = next_run(line, NULL), *next; run; run = next) {
		next = next_run(line, run);
		for (size_t at = 0; scene_tinted(l->text, run, &at, &part, &color);)
			if (part.bytes)
				add_run(pen, l->text, &part, color, glue, spaced && !next && at >= run->bytes);
	}
}

/* ---- paragraphs ---- */

/* How much of the line's text has to stay together so that none of it has room on the line before it. */
static const char *glue_of(const struct pptx_pen *pen, const struct pptx_line *before, const struct pptx_line *l,
                           double room)
{
	enum { BOXES = 8 };
	const struct text_block *block = l->text->block;
	const struct text_line *line = &block->lines[l->line];
	double free = room - before->width - slack * block->style.size * pen->scale;
	const char *end = line->text + line->bytes, *word = line->text;
	for (const char *stop = word; stop < end; stop++) {
		if (*stop != ' ' && *stop != '-')
			continue;
		struct rect boxes[BOXES];
		size_t from = (size_t)(line->text - block->text), to = (size_t)(stop - block->text) + (*stop == '-');
		size_t n = text_boxes(block, from, to, boxes, BOXES);
		double width = 0;
		for (size_t i = 0; i < n && i < BOXES; i++)
			width += boxes[i].w * pen->scale;
		if (width > free)
			break;
		word = stop + 1;
	}
	return word;
}

bool pptx_frame_breaks(const struct pptx_pen *pen, const struct pptx_frame *f, double left, double width)
{
	for (size_t i = 0; i < f->n_paragraphs; i++)
		for (size_t k = 1; k < f->paragraphs[i].n; k++) {
			const struct pptx_line *l = &f->lines[f->paragraphs[i].first + k];
			const char *start = l->text->block->lines[l->line].text;
			if (glue_of(pen, l - 1, l, width - (l->at.x - left)) != start)
				return false;
		}
	return true;
}

double pptx_step(const struct pptx_pen *pen, const struct pptx_frame *f, const struct pptx_paragraph *p)
{
	const struct pptx_line *first = &f->lines[p->first];
	const struct text_block *block = first->text->block;
	if (p->n > 1)
		return f->lines[p->first + 1].at.y - first->at.y;
	return (block->step > block->style.size ? block->step : spacing * block->style.size) * pen->scale;
}

static void add_bullet(struct pptx_pen *pen, const struct pptx_paragraph *p)
{
	struct strbuf *b = &pen->out;
	char hex[8];
	color_hex(p->color, hex);
	switch (p->bullet) {
	case PPTX_NO_BULLET:
		strbuf_add(b, "<a:buNone/>");
		return;
	case PPTX_BULLET:
		strbuf_addf(b,
		            "<a:buClr><a:srgbClr val=\"%s\"/></a:buClr><a:buFont typeface=\"Arial\"/>"
		            "<a:buChar char=\"\xe2\x96\xaa\"/>",
		            hex + 1);
		return;
	case PPTX_NUMBER:
		strbuf_addf(b,
		            "<a:buClr><a:srgbClr val=\"%s\"/></a:buClr><a:buFont typeface=\"+mj-lt\"/>"
		            "<a:buAutoNum type=\"arabicPeriod\" startAt=\"%d\"/>",
		            hex + 1, p->number > 0 ? p->number : 1);
		return;
	}
}

static bool is_rtl(const struct pptx_line *l)
{
	const struct text_run *run = next_run(&l->text->block->lines[l->line], NULL);
	return run && run->rtl;
}

static double left_of(const struct pptx_frame *f)
{
	double left = HUGE_VAL;
	for (size_t i = 0; i < f->n_paragraphs; i++)
		for (size_t k = 0; k < f->paragraphs[i].n; k++)
			left = fmin(left, f->lines[f->paragraphs[i].first + k].at.x - f->paragraphs[i].hang);
	return left;
}

static double right_of(const struct pptx_frame *f)
{
	double right = -HUGE_VAL;
	for (size_t i = 0; i < f->n_lines; i++)
		right = fmax(right, f->lines[i].at.x + f->lines[i].width);
	return right;
}

static void open_paragraph(struct pptx_pen *pen, const struct pptx_frame *f, size_t i, const char *align, bool exact)
{
	struct strbuf *b = &pen->out;
	const struct pptx_paragraph *p = &f->paragraphs[i];
	const struct pptx_line *first = &f->lines[p->first];
	double step = pptx_step(pen, f, p), above = i ? first->at.y - first[-1].at.y - step : 0;
	strbuf_add(b, "<a:p><a:pPr");
	bool in = *align == 'l' &&
	          first->at.x > left_of(f) + same_place; /* on the right and in the middle, lines begin anywhere */
	if (in || p->level)
		strbuf_addf(b, " marL=\"%ld\" lvl=\"%d\" indent=\"%ld\"", pptx_emu(first->at.x - left_of(f)), p->level,
		            -pptx_emu(p->hang));
	strbuf_addf(b, " algn=\"%s\"%s>", align, is_rtl(first) ? " rtl=\"1\"" : "");
	if (exact)
		strbuf_addf(b, "<a:lnSpc><a:spcPts val=\"%ld\"/></a:lnSpc>", lround(step * HUNDREDTHS));
	strbuf_addf(b, "<a:spcBef><a:spcPts val=\"%ld\"/></a:spcBef><a:spcAft><a:spcPts val=\"0\"/></a:spcAft>",
	            lround(fmax(0, above) * HUNDREDTHS));
	add_bullet(pen, p);
	strbuf_add(b, "</a:pPr>");
}

void pptx_frame_paragraphs(struct pptx_pen *pen, const struct pptx_frame *f, double width, const char *align,
                           const char *added)
{
	struct strbuf *b = &pen->out;
	bool exact = f->n_lines > 1;
	double left = f->n_lines ? left_of(f) : 0;
	for (size_t i = 0; i < f->n_paragraphs; i++) {
		const struct pptx_paragraph *p = &f->paragraphs[i];
		if (!p->n)
			continue;
		open_paragraph(pen, f, i, align, exact);
		for (size_t k = 0; k < p->n; k++) {
			const struct pptx_line *l = &f->lines[p->first + k];
			const char *text = l->text->block->lines[l->line].text;
			bool last = k + 1 == p->n;
			double room = width - (l->at.x - left);
			if (k && p->verbatim)
				strbuf_add(b, "<a:br/>");
			add_line(pen, l, k && !p->verbatim ? glue_of(pen, l - 1, l, room) : text,
			         !last && l->spaced && !p->verbatim);
		}
		const struct pptx_line *end = &f->lines[p->first + p->n - 1];
		if (added && i + 1 == f->n_paragraphs) {
			const struct text_line *line = &end->text->block->lines[end->line];
			strbuf_add(b, "<a:r>");
			add_properties(pen, "rPr", line->n_runs ? line->runs : NULL, end->text->block->style.size,
			               end->text->color, NULL);
			strbuf_add(b, "<a:t>");
			markup_value(b, added);
			strbuf_add(b, "</a:t></a:r>");
		}
		strbuf_add(b, "</a:p>");
	}
}

/* ---- boxes ---- */

static const char *align_of(const struct pptx_frame *f)
{
	double lefts = 0, rights = 0, middles = 0;
	const struct pptx_line *a = &f->lines[0];
	for (size_t i = 1; i < f->n_lines; i++) {
		const struct pptx_line *l = &f->lines[i];
		lefts = fmax(lefts, fabs(l->at.x - a->at.x));
		rights = fmax(rights, fabs(l->at.x + l->width - a->at.x - a->width));
		middles = fmax(middles, fabs(l->at.x + l->width / 2 - a->at.x - a->width / 2));
	}
	if (f->n_paragraphs > 1 || lefts < same_place)
		return "l";
	return rights < same_place ? "r" : middles < same_place ? "ctr" : "l";
}

/* As high as its lines, from where the first one begins. */
static struct rect box_of(const struct pptx_pen *pen, const struct pptx_frame *f, double width)
{
	const struct pptx_line *first = &f->lines[0], *last = &f->lines[f->n_lines - 1];
	const struct text_block *block = first->text->block;
	double ascent = block->ascent * pen->scale, descent = block->descent * pen->scale;
	double rise = f->n_lines > 1 ? pptx_step(pen, f, &f->paragraphs[0]) - descent : ascent;
	double left = left_of(f), natural = right_of(f) - left;
	if (width <= 0)
		width = natural + (f->n_lines > 1 ? slack * block->style.size * pen->scale : 0);
	double bottom = last->at.y + last->text->block->descent * pen->scale;
	return (struct rect){ left, first->at.y - rise, width, bottom - first->at.y + rise };
}

static const char *const holders[] = { "", "<p:ph type=\"title\"/>", "<p:ph type=\"ctrTitle\"/>" };

void pptx_frame_write(struct pptx_pen *pen, const struct pptx_frame *f, const struct pptx_holding *h)
{
	struct strbuf *b = &pen->out;
	if (!f->n_lines)
		return;
	struct rect box = box_of(pen, f, h->width);
	const char *align = align_of(f);
	if (h->width <= 0 && f->n_lines > 1 &&
	    *align != 'l') /* what it is wider by is on the other side of its lines */
		box.x -= slack * f->lines[0].text->block->style.size * pen->scale / (*align == 'c' ? 2 : 1);
	strbuf_add(b, "<p:sp><p:nvSpPr>");
	pptx_name(pen, h->name, NULL);
	strbuf_addf(b, "<p:cNvSpPr%s<p:nvPr>%s</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>",
	            h->holder == PPTX_FREE ? " txBox=\"1\"/>" : "><a:spLocks noGrp=\"1\"/></p:cNvSpPr>",
	            holders[h->holder]);
	pptx_box(b, box);
	strbuf_addf(b,
	            "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>"
	            "<a:bodyPr wrap=\"%s\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"t\">"
	            "<a:noAutofit/></a:bodyPr><a:lstStyle/>",
	            f->n_lines > 1 || h->width > 0 ? "square" : "none");
	pptx_frame_paragraphs(pen, f, box.w, align, h->added);
	strbuf_add(b, "</p:txBody></p:sp>\n");
}

/* ---- the foot of a slide ---- */

/* With room on the side where it may grow: numbers have more digits one day. */
static void open_foot(struct pptx_pen *pen, const struct scene_text *t, const char *name, const char *holder,
                      bool right)
{
	struct strbuf *b = &pen->out;
	const struct text_block *block = t->block;
	double more = foot_room * block->style.size;
	struct rect box = { t->at.x - (right ? more : 0), t->at.y - block->ascent, block->width + more,
		            block->ascent + block->descent };
	strbuf_add(b, "<p:sp><p:nvSpPr>");
	pptx_name(pen, name, NULL);
	strbuf_addf(b, "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>%s</p:nvPr></p:nvSpPr><p:spPr><a:xfrm>",
	            holder);
	pptx_box(b, pptx_place(pen, box));
	strbuf_addf(b, "</a:xfrm></p:spPr><p:txBody><a:bodyPr anchor=\"t\"/><a:lstStyle/><a:p><a:pPr algn=\"%s\"/>",
	            right ? "r" : "l");
}

static void add_plain(struct pptx_pen *pen, const struct scene_text *t, const char *text, size_t n)
{
	const struct text_line *line = &t->block->lines[0];
	if (!n)
		return;
	strbuf_add(&pen->out, "<a:r>");
	add_properties(pen, "rPr", line->n_runs ? line->runs : NULL, t->block->style.size, t->color, NULL);
	strbuf_add(&pen->out, "<a:t>");
	markup_escape(&pen->out, text, n);
	strbuf_add(&pen->out, "</a:t></a:r>");
}

void pptx_page_number(struct pptx_pen *pen, const struct scene_text *t, const char *number)
{
	const struct text_line *line = &t->block->lines[0];
	const char *text = arena_strndup(pen->deck->arena, line->text, line->bytes), *at = strstr(text, number);
	open_foot(pen, t, "Slide number", "<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"12\"/>", true);
	add_plain(pen, t, text, (size_t)(at - text));
	strbuf_add(&pen->out, "<a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\">");
	add_properties(pen, "rPr", line->n_runs ? line->runs : NULL, t->block->style.size, t->color, NULL);
	strbuf_addf(&pen->out, "<a:t>%s</a:t></a:fld>", number);
	add_plain(pen, t, at + strlen(number), strlen(at + strlen(number)));
	strbuf_add(&pen->out, "</a:p></p:txBody></p:sp>\n");
}

void pptx_footer(struct pptx_pen *pen, const struct scene_text *t)
{
	const struct text_line *line = &t->block->lines[0];
	open_foot(pen, t, "Footer", "<p:ph type=\"ftr\" sz=\"quarter\" idx=\"11\"/>", false);
	add_plain(pen, t, line->text, line->bytes);
	strbuf_add(&pen->out, "</a:p></p:txBody></p:sp>\n");
}
