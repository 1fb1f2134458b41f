/* proof_helpers.h: what every family of rules works with: the findings so far, an item in words, what lies under it.
 * Private to scene/. */
#ifndef SCENE_PROOF_HELPERS_H
#define SCENE_PROOF_HELPERS_H

#include "scene/evidence.h"
#include "scene/finding.h"
#include "scene/proof_places.h"
#include "scene/scene.h"

struct proofing { /* one run of the rules over one scene */
	struct arena *arena;
	const struct scene *scene;
	struct proof_places *places;  /* of its items; NULL: of rules between pages */
	const char **names, **hidden; /* those of the evidence that may occur in its title, notes or alt text */
	size_t n_names, n_hidden;
	struct proof_finding *findings;
	size_t count, capacity;
};

/* A remedy for what no author can change. */
extern const char proof_our_fault[];

/* As the table has it; PROOF_BLOCK for a rule that is not in it. */
enum proof_severity proof_severity_of(const char *rule);

/* Adds a finding under a rule of the table. */
void proof_find(struct proofing *p, const char *rule, size_t item, const char *remedy, const char *format, ...)
	__attribute__((format(printf, 5, 6)));

/* «the value "52"», «the bar of "Muse Spark"»: an item in words. */
const char *proof_name(struct proofing *p, const struct scene_item *item);

/* The colours under an item at its place in the order: at most max, in no particular order. */
size_t proof_backdrops(const struct proofing *p, size_t item, struct rect ink, struct color *out, size_t max);

/* True if the item is declared to say it, and its words do. */
bool proof_says(const struct scene *scene, const struct scene_item *item, enum scene_says what);

/* True if any item of the scene does. */
bool proof_is_said(const struct scene *scene, enum scene_says what);

/* What an earlier figure of the document says of it in this one's place; NULL: nothing. */
const struct scene_told *proof_told(const struct scene *scene, enum scene_says what);

/* An ASCII letter or digit. */
bool proof_is_plain(char c);

/* False of a name that could be a number. */
bool proof_has_letter(const char *name);

/* Where name occurs in text as a whole: not the "5" in "15.3". start: of the whole text. NULL: nowhere. */
const char *proof_find_whole(const char *start, const char *text, const char *name);

/* The text with a box in place of every name that occurs as a whole. */
const char *proof_without(struct arena *arena, const char *text, const char *name);

/* Finds those names, before any rule asks for them; those of the page before, where the words are the same. */
struct proof_common;
void proof_find_names(struct proofing *p, struct proof_common *common);

/* The datum that an item belongs to; NULL for none. */
const struct scene_datum *proof_datum(const struct scene *scene, const struct scene_item *item);

/* True if a part of the words counts something to this number. */
bool proof_is_tallied(const struct scene *scene, enum scene_part part, double number);

/* True if two rows of the page stand in one group, or there are none. */
bool proof_is_grouped_alike(const struct scene *scene, const struct scene_datum *a, const struct scene_datum *b);

/* The alt text without what its author says of values, which is judged where it stands; NULL if there is none. */
const char *proof_alt(struct arena *arena, const struct scene *scene);

/* Before how many times a value is another. */
#define PROOF_TIMES "×\u00a0"

#endif
