#include "brief/paper.h"

#include <math.h>

enum { MARGIN_TOP = 57, MARGIN_BOTTOM = 65 };

static const double margin_side = 56.7; /* 20 mm */
static const double measure = 357;      /* 126 mm: about 66 characters of 10.5 points */

double paper_round(const struct paper *paper, double height)
{
	return ceil(height / paper->step - 1e-6) * paper->step;
}

/* As a PDF's page box is written. */
static double hundredths(double points)
{
	return round(100 * points) / 100;
}

static struct paper slides(void)
{
	return (struct paper){ .slides = true,
		               .width = 960,
		               .height = 540,
		               .body = { 36.4, 34, 960 - 72.8, 19 * 24 },
		               .step = 24,
		               .columns = 1,
		               .gutter = 40,
		               .measure = 660,
		               .size = 17,
		               .small = 12,
		               .note_step = 16,
		               .text_min = 12,
		               .heading = { 30, 26, 19 },
		               .heading_step = { 36, 36, 24 },
		               .heading_above = { 2, 2, 1 },
		               .rise = 17,
		               .footer = 531, /* in the charts' own margin: they are laid out as their pictures are */
		               .medium = MEDIUM_SLIDE,
		               .figure_height = 540 };
}

struct paper paper_of(const struct front_matter *front)
{
	const struct page_format *page = front->page;
	if (page->kind == PAGE_SLIDES)
		return slides();
	struct paper p = { .width = hundredths(page->width),
		           .height = hundredths(page->height),
		           .step = 15,
		           .gutter = 24,
		           .size = 10.5,
		           .small = 9,
		           .note_step = 12,
		           .text_min = 9,
		           .heading = { 21, 15, 11.5 },
		           .heading_step = { 26, 19, 15 },
		           .heading_above = { 3, 2, 1 },
		           .rise = 10.8,
		           .medium = MEDIUM_PAGE };
	p.columns = front->columns ? front->columns : page->landscape ? 2 : 1;
	p.body = (struct rect){ margin_side, MARGIN_TOP, p.width - 2 * margin_side,
		                floor((p.height - MARGIN_TOP - MARGIN_BOTTOM + 1) / p.step) * p.step };
	p.measure = p.columns == 2 ? (p.body.w - p.gutter) / 2 : fmin(measure, p.body.w);
	p.header = 36;
	p.footer = p.height - MARGIN_BOTTOM + 32;
	p.figure_height = p.body.h - p.step;
	return p;
}
