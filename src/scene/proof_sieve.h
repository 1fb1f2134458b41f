/* proof_sieve.h: which of very many names may occur in a few texts.
 *
 * A chart of twelve rows may be one of a million models, and no text may name those that are not drawn. The sieve knows
 * the short runs of bytes that the texts have; a name with any other run is in none of them. Private to scene/. */
#ifndef SCENE_PROOF_SIEVE_H
#define SCENE_PROOF_SIEVE_H

#include <stdbool.h>

enum { PROOF_SIEVE_BITS = 1 << 16 };

struct proof_sieve {
	unsigned char bits[PROOF_SIEVE_BITS / 8];
};

void proof_sieve_add(struct proof_sieve *sieve, const char *text);

/* False if no text has the name; white space of one kind passes for that of another. */
bool proof_sieve_passes(const struct proof_sieve *sieve, const char *name);

#endif
