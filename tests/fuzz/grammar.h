/* grammar.h: a grammar of datasets and briefings. A fuzzer's bytes choose among its branches, so that most of what they
 * mean is valid and reaches what lies behind the readers; now and then a branch is wrong on purpose. When the bytes are
 * used up the first branch of everything is taken. Texts are on the arena. */
#ifndef TESTS_FUZZ_GRAMMAR_H
#define TESTS_FUZZ_GRAMMAR_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct choices {
	const uint8_t *at;
	size_t left;
};

/* One of n, from 0. */
static inline unsigned choose(struct choices *c, unsigned n)
{
	if (!c->left)
		return 0;
	c->left--;
	return *c->at++ % n;
}

/* A dataset in YAML, or records in CSV or JSON; name: of a file with the suffix of its format. */
char *grammar_dataset(struct arena *arena, struct choices *choices, const char **name);

/* A briefing on the data that this grammar makes, which lie in the file called data; picture: a file that it may show.
 */
char *grammar_briefing(struct arena *arena, struct choices *choices, const char *data, const char *picture);

/* Models are called m0, m1, …, benchmarks b0, b1, …, sources s0, s1, …; the numbers that there are at most. */
enum { GRAMMAR_MODELS = 12, GRAMMAR_BENCHMARKS = 6, GRAMMAR_SOURCES = 4 };

#endif
