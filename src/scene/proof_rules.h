/* proof_rules.h: the families of rules, a file each, as the driver calls them. Private to scene/. */
#ifndef SCENE_PROOF_RULES_H
#define SCENE_PROOF_RULES_H

#include <stddef.h>

struct proofing;
struct scene;

/* Of a chart. */
void proof_truth(struct proofing *p);    /* A, F9, G1 */
void proof_text(struct proofing *p);     /* B, J6 */
void proof_number(struct proofing *p);   /* D */
void proof_color(struct proofing *p);    /* E; of a page too */
void proof_words(struct proofing *p);    /* C, G9, J1 */
void proof_evidence(struct proofing *p); /* A11, D2, D10, E7, E10, F, G, H */

/* Of a page of a briefing. */
void proof_set(struct proofing *p);  /* B1, B2, B3, B5, B12 */
void proof_page(struct proofing *p); /* I, of one page */

/* Of all pages together: I3, I4, I9, I10. p has no scene. */
void proof_between(struct proofing *p, const struct scene *const *pages, size_t n);

#endif
