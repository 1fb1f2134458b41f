/* proof.h: the rule checks, run on every scene before it is painted.
 *
 * Each rule has the id under which the README lists it. A BLOCK finding stops the render, a WARN is reported.
 * The checks see the scene only: what a chart promised about its items (roles, data, scales) is held against where
 * they are and how they are coloured. */
#ifndef SCENE_PROOF_H
#define SCENE_PROOF_H

#include "scene/finding.h"
#include "scene/scene.h"

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

/* What is found once for the pages of a chart, which have the same words; on an arena that outlives them. */
struct proof_common;
struct proof_common *proof_common_new(struct arena *arena);

/* The same for the next page of a chart: each of very many models is looked for once, not once for each page. */
struct proof proof_check_next(struct arena *arena, const struct scene *scene, struct proof_common *common);

/* The same for the pages of a briefing, with what holds between them; messages begin with the page's number. Figures in
 * them are proved by themselves. */
struct proof proof_check_pages(struct arena *arena, const struct scene *const *pages, size_t n);

/* BLOCK findings as errors ("rule B1: …"), WARN ones as notes if warn_too. True if nothing blocks. */
bool proof_report(const struct proof *proof, bool warn_too, struct diags *diags);

#endif
