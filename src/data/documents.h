/* documents.h: what a load reads: feeds -> documents. Inside data/ only.
 *
 * A feed is a file, a folder, standard input, a part of a workbook or a query; what a dataset names under "data:" is
 * read after it. Each document is a tree or a table, whichever its format takes (import.h), and knows its feed. All is
 * read through inputs, and what a file names through the gate. */
#ifndef DATA_DOCUMENTS_H
#define DATA_DOCUMENTS_H

#include "data/import.h"

/* Trees and texts are on the arena, the list and tables on scratch. Faults are added to diags, and what they leave is
 * returned. */
const struct document *documents_read(struct arena *arena, struct arena *scratch, struct inputs *inputs,
                                      enum input_role role, const struct feed *feeds, size_t n_feeds, size_t *count,
                                      struct diags *diags);

#endif
