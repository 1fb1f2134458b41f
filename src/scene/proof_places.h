/* proof_places.h: where the items of a scene are, and which have a role, so that no rule looks through all of them for
 * each of them: a chart may have very many rows. Private to scene/. */
#ifndef SCENE_PROOF_PLACES_H
#define SCENE_PROOF_PLACES_H

#include "scene/scene.h"

struct proof_places;

struct proof_some { /* numbers of items, in their order */
	const size_t *items;
	size_t n;
};

/* Lives on the arena; the scene is not changed while it is used. */
struct proof_places *proof_places_new(struct arena *arena, const struct scene *scene);

/* All items of a role. */
struct proof_some proof_of_role(const struct proof_places *places, enum scene_role role);

/* All items of a datum, from 0 to one less than there are; none of another. */
struct proof_some proof_of_datum(const struct proof_places *places, int datum);

/* At least all items whose ink has a height between these two, and few of the others. What it gives counts until it is
 * asked again. */
struct proof_some proof_between_heights(struct proof_places *places, double top, double bottom);

#endif
