/* size.h: --size: what a picture is laid out on, and how many pixels that is. */
#ifndef COMMAND_SIZE_H
#define COMMAND_SIZE_H

#include "chart/chart.h"
#include "command/command.h"

struct picture_size {
	double width, height; /* points */
	double pixels_per_point;
	enum chart_medium medium;
};

/* "16:9", "A4", "Letter" or "WxH": points on paper, else pixels. A picture is laid out on a slide of 960 pt (or, if it
 * is upright, a page of A4's width) and scaled to its pixels, so that a small picture breaks its lines like a large
 * one. False after a usage error of the command. */
bool picture_size_of(struct command_env *env, const char *command, const char *name, bool paper,
                     struct picture_size *size);

#endif
