/* finding_lengths.h: lengths of numbered findings and of their small charts. Sizes of the text where nothing else is
 * said. Private to brief/. */
#ifndef BRIEF_FINDING_LENGTHS_H
#define BRIEF_FINDING_LENGTHS_H

static const double finding_place = 2;   /* for the number of its place */
static const double finding_value = 8.2; /* width of the column of values */
static const double finding_spark = 11;  /* of the small charts */
static const double finding_gap = 1.8;   /* between columns */
static const double finding_beside = 38; /* least width for columns beside each other */
static const double finding_pad = 0.55;  /* steps, above and below */
static const double finding_apart = 0.2; /* steps, from the sentence to what is below it */
static const double finding_value_drop =
	0.55; /* of how much larger a value is than text: its baseline is so much lower */

static const double spark_focus = 0.86, spark_other = 0.56; /* sides of the dots */
static const double spark_ring = 1.1;                       /* points: stroke of a claim's dot */
static const double spark_end = 0.45;                       /* from the edge of the small chart to its line's end */
static const double spark_lift = 0.35;                      /* the line's middle, above the first baseline */
static const double spark_words = 1.75;                     /* small sizes: from the line to the baseline below it */
static const double spark_below = 0.3;                      /* small sizes below that */

#endif
