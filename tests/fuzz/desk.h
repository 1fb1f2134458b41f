/* desk.h: what is slow to open and is used by run after run: a look, its fonts, a small dataset. */
#ifndef TESTS_FUZZ_DESK_H
#define TESTS_FUZZ_DESK_H

#include <stddef.h>

struct dataset;
struct diags;
struct fontset;
struct look;

struct desk {
	const struct look *look;
	struct fontset *fonts;
	const struct dataset *dataset; /* three models, one of them a variant, on percent, tokens and an open choice */
};

/* Opened on first use and now and then anew, since fonts keep all the text they shaped; closed when the process ends.
 * Aborts if there are no fonts. */
const struct desk *desk_at_hand(void);

/* The dataset as a file. */
extern const char desk_table[];
extern const size_t desk_table_size;

/* Aborts if a diagnostic is a failure of the system, is empty, or is not text. */
void check_diags(const struct diags *diags);

#endif
