/* document.h: what a page says of itself: what a file's metadata and those who do not see the page are told. */
#ifndef SCENE_DOCUMENT_H
#define SCENE_DOCUMENT_H

struct language;

struct scene_document {
	const char *title, *source;
	const char
		*part; /* of a figure that continues over several pages: "Rows 51 to 100 of 230"; NULL if it is whole */
	const char *alt; /* what the figure says */
	const struct language *language;
	const char *data_hash; /* NULL: of no data */
};

#endif
