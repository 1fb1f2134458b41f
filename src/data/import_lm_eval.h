/* import_lm_eval.h: what the two forms of lm-evaluation-harness share: results_*.json, and the table that it prints.
 * Inside data/ only. */
#ifndef DATA_IMPORT_LM_EVAL_H
#define DATA_IMPORT_LM_EVAL_H

#include "data/import.h"

/* True for metrics of which all values are shares of a whole. */
bool lm_eval_is_share(const char *metric);
/* "arc_challenge acc", "gsm8k exact_match, strict-match" */
char *lm_eval_named(struct harvest *h, const char *task, const char *metric, const char *filter);
/* The value of "pretrained=" or "model=" in "pretrained=google/gemma-2-9b,parallelize=True"; NULL: there is none. */
const char *lm_eval_argument(struct arena *arena, const char *arguments, const char *name);
/* Lower is better, as its name says. */
bool lm_eval_is_cost(const char *metric);

/* |Tasks|Version|Filter|n-shot|Metric| |Value| |Stderr|, as README files have it. */
bool lm_eval_is_printed(const struct document *document);
void lm_eval_gather_printed(struct harvest *h, const struct document *document);

#endif
