/* names.h: comparing names, and suggesting what an unknown one was meant to be.
 *
 * Used inside data/ and wherever a word from a closed list is expected. */
#ifndef DATA_NAMES_H
#define DATA_NAMES_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct names { /* further names under which a thing is found */
	const char **items;
	size_t count;
};

/* ASCII in lower case, white space trimmed and each run of it one space: names with the same fold are the same name. */
char *dataset_fold(struct arena *arena, const char *name);

/* The fold of the first size bytes of name, into a buffer with room for them and a NUL. */
void dataset_fold_into(char *folded, const char *name, size_t size);

/* As strcmp for what two texts fold to, without memory for it. What is in after (NULL: nothing) follows the text, with
 * a space between. */
int dataset_fold_compare(const char *a, const char *after_a, const char *b, const char *after_b);

/* Eight bytes of what they fold to, past the first skip, as a number that orders as they do; 0 after the end. */
uint64_t dataset_fold_key(const char *text, const char *after, size_t skip);

/* The id of a thing that only has a name: str_slug without '@', which separates model and variant. */
char *dataset_slug(struct arena *arena, const char *name);

/* '+' and '#' behind a letter, a digit or another of them as words: "C plus plus", "C sharp"; names that differ in them
 * name different things. */
char *dataset_spell_signs(struct arena *arena, const char *name);

/* The id of a thing that records name: dataset_slug with these signs spelled. */
char *dataset_name_slug(struct arena *arena, const char *name);

/* Up to three known names close to the one asked for, closest first. */
struct nearest {
	const char *asked;
	size_t limit; /* edits that still count as close: about a third of the name */
	const char *names[3];
	size_t distances[3];
	size_t count;
};

struct nearest nearest_to(const char *asked);
void nearest_offer(struct nearest *nearest, const char *word);
/* Compares with word but suggests another one: the id for a title. */
void nearest_offer_as(struct nearest *nearest, const char *word, const char *shown);
/* A thing with several names is suggested once, under the closest of them. */
void nearest_offer_thing(struct nearest *nearest, const char *id, const char *name, struct names aliases);
/* 'did you mean "a", "b" or "c"?', or otherwise (which may be NULL) if nothing is close. */
const char *nearest_hint(struct arena *arena, const struct nearest *nearest, const char *otherwise);

/* nearest_hint over a list of words. */
const char *nearest_word(struct arena *arena, const char *asked, const char *const *words, size_t count,
                         const char *otherwise);

#endif
