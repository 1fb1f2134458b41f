/* proof_empty.h: the largest empty rectangle of what the blocks of a page are to fill, as a share of that. Private to
 * scene/.
 *
 * Text counts by its lines, a figure, an image and a field of colour by the whole of them; header, footer and page
 * number count as nothing. */
#ifndef SCENE_PROOF_EMPTY_H
#define SCENE_PROOF_EMPTY_H

#include "scene/scene.h"

struct proof_empty {
	struct rect where; /* on the page, to the next few points */
	double share;      /* of what is to be filled */
};

/* Of a page of a briefing; what is needed on the way stands on the arena. */
struct proof_empty proof_largest_empty(struct arena *arena, const struct scene *page);

#endif
