/* document.h: what a page says of itself: what a file's metadata and those who do not see the page are told. */
#ifndef SCENE_DOCUMENT_H
#define SCENE_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

struct language;
struct scene_own;
struct unit;

struct scene_use { /* a value that the picture shows or counts, by the ids of the data */
	const char *model, *variant, *benchmark, *source; /* variant: "" for the model's default; source NULL: none */
	const char *name, *on;                            /* as words name the model and the benchmark */
	const char *written;                              /* its digits */
	const char *cited;                                /* the source, as words name it */
	double value;
	int rank;  /* as printed; 0: none */
	int place; /* the same, printed or not; 0: nobody knows which numbers are better, or it is a claim among results
	            */
	const struct unit *unit;
	bool unknown, disputed; /* nobody says who measured it; another source contradicts it */
	bool claimed;           /* its maker says so, and nobody else */
};

struct scene_slide {             /* what a slide is in its deck, for files that others go on with */
	bool cover, part;        /* part: it stands between two parts */
	double left, right;      /* between these stands its title */
	double foot;             /* what is below is at its edge: the date, the number of the page */
	const char *section;     /* the part that it is in; NULL: none */
	const char *const *said; /* while it is shown: paragraphs */
	size_t n_said;
};

struct scene_document {
	const char *title, *source;
	const char *const *titles; /* all that a chart could have, its own among them; NULL after the last */
	const char
		*part; /* of a figure that continues over several pages: "Rows 51 to 100 of 230"; NULL if it is whole */
	bool table;    /* it is rows of numbers: read as a table, not as a figure */
	const char *alt;                 /* what the figure says */
	const struct scene_own *own_alt; /* if its author wrote it; NULL: made from the data */
	const struct language *language;
	const char *data_hash;        /* NULL: of no data */
	const struct scene_use *uses; /* all of the figure's, on whatever page */
	size_t n_uses;
	const struct scene_slide *slide; /* of a page of a deck; NULL: it is none */
};

#endif
