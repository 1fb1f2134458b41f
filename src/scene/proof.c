#include "scene/proof.h"

#include "base/arena.h"
#include "scene/proof_helpers.h"
#include "scene/proof_rules.h"
#include "scene/proof_stack.h"

static struct proof result(const struct proofing *p)
{
	struct proof proof = { p->findings, p->count, 0 };
	for (size_t i = 0; i < p->count; i++)
		proof.blocks += p->findings[i].severity == PROOF_BLOCK;
	return proof;
}

struct proof proof_check(struct arena *arena, const struct scene *scene)
{
	return proof_check_next(arena, scene, proof_common_new(arena));
}

struct proof proof_check_next(struct arena *arena, const struct scene *scene, struct proof_common *common)
{
	struct proofing p = { .arena = arena, .scene = scene, .places = proof_places_new(arena, scene) };
	if (scene->paper) {
		proof_set(&p);
		proof_color(&p);
		proof_page(&p);
		proof_sparks(&p);
	} else {
		proof_find_names(&p, common);
		proof_truth(&p);
		proof_stack(&p);
		proof_text(&p);
		proof_belonging(&p);
		proof_number(&p);
		proof_shade(&p);
		proof_color(&p);
		proof_words(&p);
		proof_shown(&p);
		proof_tallies(&p);
		proof_withheld(&p);
		proof_groups(&p);
		proof_spreads(&p);
		proof_frontier(&p);
		proof_rates(&p);
		proof_courses(&p);
		proof_evidence(&p);
	}
	proof_order(&p);
	return result(&p);
}

struct proof proof_check_pages(struct arena *arena, const struct scene *const *pages, size_t n)
{
	struct proofing p = { .arena = arena };
	for (size_t i = 0; i < n; i++) {
		struct arena *each = arena_new_below(arena);
		struct proof own = proof_check(each, pages[i]);
		for (size_t k = 0; k < own.count; k++) {
			const struct proof_finding *f = &own.findings[k];
			p.scene = pages[i];
			proof_find(&p, f->rule, f->item, f->remedy, "page %zu: %s", i + 1, f->message);
		}
		if (!own.count) /* else remedies are referred to */
			arena_free(each);
	}
	if (n && pages[0]->paper) {
		proof_between(&p, pages, n);
		proof_slides(&p, pages, n);
	}
	return result(&p);
}

bool proof_report(const struct proof *proof, bool warn_too, struct diags *diags)
{
	for (size_t i = 0; i < proof->count; i++) {
		const struct proof_finding *f = &proof->findings[i];
		if (f->severity == PROOF_BLOCK)
			diag_add(diags, DIAG_ERROR, place_file(NULL), f->remedy, "rule %s: %s", f->rule, f->message);
		else if (warn_too)
			diag_add(diags, DIAG_NOTE, place_file(NULL), f->remedy, "rule %s: %s", f->rule, f->message);
	}
	return proof->blocks == 0;
}
