/* proof_rules.h: the families of rules, a file each, as the driver calls them. Private to scene/. */
#ifndef SCENE_PROOF_RULES_H
#define SCENE_PROOF_RULES_H

#include "scene/census.h"

#include <stdbool.h>
#include <stddef.h>

struct proofing;
struct scene;

/* Of a chart. */
void proof_truth(struct proofing *p);     /* A, G1 */
void proof_text(struct proofing *p);      /* B, J6 */
void proof_belonging(struct proofing *p); /* B13 */
void proof_number(struct proofing *p);    /* D */
void proof_shade(struct proofing *p);     /* A5, A9, G1 of shaded fields */
void proof_color(struct proofing *p);     /* E; of a page too */
void proof_words(struct proofing *p);     /* C, G9, J1 */
void proof_shown(struct proofing *p);     /* C10, F7 */
void proof_frontier(struct proofing *p);
void proof_rates(struct proofing *p);    /* G15 */
void proof_courses(struct proofing *p);  /* F8, B14 */
void proof_evidence(struct proofing *p); /* A11, D2, D10, E7, E10, F, G, H */

/* C2 of a title, a subtitle, a note or an alt text that its author wrote; item: its text, n_items for the alt text. */
void proof_own_words(struct proofing *p, size_t item);

/* True if the number is the months in which the best so far doubled. */
bool proof_is_rate(const struct scene *scene, double number, int decimals);

/* C2 or J1 of a title or an alt text that is made from the data; item: its text, n_items for the alt text. */
void proof_said(struct proofing *p, const char *rule, size_t item, const char *text, enum scene_part part);

/* C10: the counts that the words say. */
void proof_tallies(struct proofing *p);
void proof_withheld(struct proofing *p);
void proof_groups(struct proofing *p);  /* G13 */
void proof_spreads(struct proofing *p); /* G14 */

/* Of both. */
void proof_order(struct proofing *p); /* D11 */

/* Of a page of a briefing. */
void proof_set(struct proofing *p);    /* B1, B2, B3, B5, B12 */
void proof_page(struct proofing *p);   /* I, of one page */
void proof_sparks(struct proofing *p); /* I14 */

/* Of all pages together: I3, I4, I9, I10. p has no scene. */
void proof_between(struct proofing *p, const struct scene *const *pages, size_t n);

/* Of slides, all together: S. */
void proof_slides(struct proofing *p, const struct scene *const *pages, size_t n);

#endif
