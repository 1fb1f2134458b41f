#include "brief/paper.h"

#include <math.h>

double paper_round(const struct paper *paper, double height)
{
	double step = paper->lengths->step;
	if (paper->slides) /* each in its own size of type: they have no grid in common */
		return height;
	return ceil(height / step - step_tolerance) * step;
}

/* As page boxes are written. */
static double hundredths(double points)
{
	return round(100 * points) / 100;
}

static struct rect body_of(const struct paper *p, double margin)
{
	const struct lengths *l = p->lengths;
	double height = p->height - l->margin_top - l->margin_bottom + body_slack;
	return (struct rect){ margin, l->margin_top, p->width - 2 * margin,
		              p->slides ? height - body_slack : floor(height / l->step) * l->step };
}

static struct paper of_format(const struct page_format *page, int columns)
{
	struct paper p = { .slides = page->kind == PAGE_SLIDES,
		           .width = hundredths(page->width),
		           .height = hundredths(page->height) };
	const struct lengths *l = p.slides ? &lengths_of_slides : &lengths_of_reports;
	p.lengths = l;
	p.cover = page->landscape ? &l->cover_landscape : &l->cover;
	p.body = body_of(&p, l->margin_x);
	p.columns = p.slides ? 1 : columns ? columns : page->landscape ? 2 : 1;
	p.measure = p.columns == 2 ? (p.body.w - l->gutter) / 2
	                           : fmin(l->measure, p.body.w); /* slides.h: of a slide in larger type it is wider */
	p.header = l->header;
	p.footer = p.height - l->margin_bottom + l->footer;
	p.medium = p.slides ? MEDIUM_SLIDE : MEDIUM_PAGE;
	p.figure_height = p.slides ? p.height : p.body.h - l->step;
	return p;
}

struct paper paper_of(const struct front_matter *front)
{
	if (front->page->kind != PAGE_NOTES)
		return of_format(front->page, front->columns || front->class != CLASS_ONE_PAGER ? front->columns : 2);
	struct paper p = of_format(front->slides, 1);
	p.handout = true;
	return p;
}

struct paper paper_of_sheet(const struct front_matter *front)
{
	return of_format(front->page, 1);
}

void paper_open_side(struct paper *p)
{
	if (p->slides || p->columns != 1 || p->width > p->height)
		return;
	p->body = body_of(p, side_margin);
	p->measure = side_text * p->body.w;
	p->side_x = p->measure + side_gutter;
	p->side = p->body.w - p->side_x;
}
