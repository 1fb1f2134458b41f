/* script.h: which language a stretch of text is in, as far as its letters tell: names in another script are to be read
 * aloud as such. A script that several languages share stands for the one with the most readers; Han with kana in the
 * same text is Japanese. Latin letters tell nothing. */
#ifndef TEXT_SCRIPT_H
#define TEXT_SCRIPT_H

#include <stddef.h>

/* The language of the letters at a byte ("ar"), and where that ends, at most at `end`: what stands between two such
 * letters belongs to them, and the space after them. NULL where no letter is of another language than `own`. */
const char *script_language(const char *text, size_t at, const char *own, size_t *end);

#endif
