/* proof_rules.h: what the families of rules share. Private to scene/. */
#ifndef SCENE_PROOF_RULES_H
#define SCENE_PROOF_RULES_H

#include "scene/proof.h"

struct proofing {
	struct arena *arena;
	const struct scene *scene;
	struct proof_finding *findings;
	size_t count, capacity;
};

/* A finding under a rule of the table in proof.c. */
void proof_find(struct proofing *p, const char *rule, size_t item, const char *remedy, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/* «the value "52"», «the bar of "Muse Spark"»: an item in words. */
const char *proof_name(struct proofing *p, const struct scene_item *item);

/* Colours under an item at its place in the order: at most max, worst first is not promised. */
size_t proof_backdrops(const struct scene *scene, size_t item, struct rect ink, struct color *out, size_t max);

/* "1,234.5": the number at the start of text, as the language writes it, and how many bytes it takes; 0 if there is
 * none. */
size_t proof_number_at(struct arena *arena, const struct language *language, const char *text, double *number,
                       int *decimals);

void proof_truth(struct proofing *p);    /* A, G1 */
void proof_text(struct proofing *p);     /* B */
void proof_number(struct proofing *p);   /* D */
void proof_color(struct proofing *p);    /* E */
void proof_words(struct proofing *p);    /* C, J1 */
void proof_evidence(struct proofing *p); /* F, G, H */
void proof_set(struct proofing *p);      /* B1, B3, B5, B12 of a page of text */
void proof_page(struct proofing *p);     /* I, of one page */

#endif
