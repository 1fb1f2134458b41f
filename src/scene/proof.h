/* proof.h: the rule checks, run on every scene before it is painted.
 *
 * Each rule has the id under which the README lists it. A BLOCK finding stops the render, a WARN is reported.
 * The checks see the scene only: what a chart promised about its items (roles, data, scales) is held against where
 * they are and how they are coloured. */
#ifndef SCENE_PROOF_H
#define SCENE_PROOF_H

#include "scene/scene.h"

enum proof_severity { PROOF_WARN, PROOF_BLOCK };

struct proof_finding {
	const char *rule; /* "B1" */
	enum proof_severity severity;
	size_t item;         /* index in scene.items, or n_items if it is about the whole */
	const char *message; /* names the item: «the value "52" touches the label "Muse Spark"» */
	const char *remedy;
};

struct proof {
	const struct proof_finding *findings;
	size_t count, blocks;
};

struct proof_rule {
	const char *id;
	enum proof_severity severity;
	const char *promise; /* one line */
};

/* NULL past the end. */
const struct proof_rule *proof_rule_at(size_t i);

/* The findings, in the order of the rules; on the arena. */
struct proof proof_check(struct arena *arena, const struct scene *scene);

/* The same for the pages of a briefing, with what holds between them; messages begin with the page's number. Figures in
 * them are proved by themselves. */
struct proof proof_check_pages(struct arena *arena, const struct scene *const *pages, size_t n);

/* BLOCK findings as errors ("rule B1: …"), WARN ones as notes if warn_too. True if nothing blocks. */
bool proof_report(const struct proof *proof, bool warn_too, struct diags *diags);

#endif
