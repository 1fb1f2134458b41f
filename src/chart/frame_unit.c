/* What a frame is measured in, and where its lines fall on pixels. */
#include "chart/frame.h"

#include "chart/lengths.h"

#include <math.h>

double frame_unit(const struct chart_request *request)
{
	double u = request->slide                    ? request->slide->label
	           : request->medium == MEDIUM_SLIDE ? points_u_slide
	                                             : points_u_page;
	return request->type > 0 ? u * request->type : u;
}

double frame_snap(const struct chart_request *request, double at)
{
	return request->pixel > 0 ? round(at / request->pixel) * request->pixel : at;
}

double frame_snap_length(const struct chart_request *request, double length)
{
	double snapped = frame_snap(request, length);
	return snapped < request->pixel ? request->pixel : snapped;
}

double frame_snap_gap(const struct chart_request *request, double length)
{
	return request->pixel > 0 ? ceil(length / request->pixel - rounding_pixel) * request->pixel : length;
}

struct text_style frame_style(const struct frame *frame, double size, enum text_weight weight, bool tabular)
{
	return (struct text_style){ .size = size * frame->u, .weight = weight, .tabular = tabular };
}

struct rect frame_box(const struct chart_request *request)
{
	double u = frame_unit(request);
	const struct chart_slide *slide = request->slide;
	if (slide)
		return (struct rect){ slide->margin_x, slide->top, request->width - 2 * slide->margin_x,
			              request->height - slide->top - slide->bottom };
	if (request->inset)
		return (struct rect){ 0, 0, request->width, request->height };
	if (request->medium == MEDIUM_PAGE)
		return (struct rect){ points_margin_x, points_margin_top, request->width - 2 * points_margin_x,
			              request->height - points_margin_top - points_margin_bottom };
	const struct look_page *page = &request->look->page;
	return (struct rect){ page->margin_x * u, page->margin_top * u, request->width - 2 * page->margin_x * u,
		              request->height - (page->margin_top + page->margin_bottom) * u };
}
