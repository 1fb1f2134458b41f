/* finding.h: what the proof finds wrong with a scene, and how bad that is. */
#ifndef SCENE_FINDING_H
#define SCENE_FINDING_H

#include <stddef.h>

enum proof_severity { PROOF_WARN, PROOF_BLOCK };

struct proof_finding {
	const char *rule; /* "B1" */
	enum proof_severity severity;
	size_t item;         /* index in scene.items, or n_items if it is about the whole */
	const char *message; /* names the item: «the value "52" touches the label "Muse Spark"» */
	const char *remedy;
};

#endif
