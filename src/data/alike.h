/* alike.h: names that a reader takes for each other. */
#ifndef DATA_ALIKE_H
#define DATA_ALIKE_H

struct arena;
struct dataset;
struct diags;

/* Of two models, variants of a model, benchmarks, organisations or titles of sources with names that differ only in
 * what is not drawn or in how it is composed, an error; with names of look-alike letters, a warning. So with the
 * aliases of two of them. Plain ASCII names are not held against each other. */
void alike_check(struct arena *scratch, const struct dataset *dataset, struct diags *diags);

#endif
