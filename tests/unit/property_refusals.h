/* property_refusals.h: the reasons for which a chart may be refused. Part of property_test.c. */
#ifndef PROPERTY_REFUSALS_H
#define PROPERTY_REFUSALS_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static bool expected_refusal(const char *message)
{
	static const char *const reasons[] = {
		"rows do not fit",
		"the best and the largest value take",
		"no row fits",
		"the plot does not fit",
		"leave no room for the",
		"has no meaningful zero",
		"there is no value to show",
		"shows one benchmark",
		"show one benchmark",
		"show up to five models",
		"have no common scale",
		"no model has a value on both",
		"have no value to compare",
		"and a rival have values",
		"itself is chosen",
		"needs two models or two benchmarks",
		"shows a benchmark that counts tokens",
		"shows two benchmarks",
		"has a release date",
		"tell nothing of how the results on",
		"lengths on it would mislead",
		"has a dated value on",
		"a log scale needs values above zero",
		"they cannot be added up",
		"columns show up to 12 models",
		"does not fit under its column",
		"does not fit in its column",
		"does not fit over its column",
		"are part of those of",
		"cannot be part of a total",
		"add up to",
		"is too large to be drawn",
		"so there is no total to show",
		"shows two to six benchmarks",
		"decimals are asked for",
		"would be printed alike",
		"would be printed as zero",
		"so nothing can be said beside it",
		"there is no room for the annotation",
	};
	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (strstr(message, reasons[i]))
			return true;
	return false;
}

#endif
