/* diagnostics.h: the findings of a run as it was asked to write them: for people, or for programs.
 *
 * Every command takes --diagnostics text|json|sarif, anywhere before "--". JSON and SARIF are one document on standard
 * error, there even where nothing was found. */
#ifndef COMMAND_DIAGNOSTICS_H
#define COMMAND_DIAGNOSTICS_H

#include "base/map.h"

#include <stdbool.h>
#include <stdio.h>

struct arena;
struct diag;
struct diags;

enum diagnostics_form { DIAGNOSTICS_TEXT, DIAGNOSTICS_JSON, DIAGNOSTICS_SARIF };

/* Takes the option out of the arguments. False after a usage error. */
bool diagnostics_take(struct diags *diags, int *argc, char **argv, enum diagnostics_form *form);

/* All findings; status: what the program is about to end with. */
void diagnostics_print(const struct diags *diags, enum diagnostics_form form, const char *version, int status,
                       FILE *out, bool colour);

/* What takes the place of which text, where the hint says it and the file has just that text at the finding's place:
 * "did you mean X?" of one name X. (An expression that gives a typed number may be about something else.) */
struct remedy {
	const char *wrong, *right;
	int line, column, end; /* in runes from 1; end is the column after it */
};
struct remedies { /* what they were sought in so far */
	struct arena *arena;
	struct map texts; /* of files */
};
bool diagnostics_remedy(struct remedies *remedies, const struct diag *diag, struct remedy *remedy);

/* SARIF 2.1.0, ending in a newline. */
char *diagnostics_sarif(struct arena *arena, const struct diags *diags, const char *version, int status);

#endif
