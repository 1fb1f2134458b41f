/* edits.h: a file with the changes that a fuzzer's bytes describe: each edit is six bytes, where (three), what (one)
 * and with which byte and length (two). So inputs of a few bytes reach into every part of a file of ours. */
#ifndef TESTS_FUZZ_EDITS_H
#define TESTS_FUZZ_EDITS_H

#include "base/file.h"

#include <stdint.h>

struct arena;

/* On the arena. */
struct bytes edits_apply(struct arena *arena, struct bytes original, const uint8_t *data, size_t size);

#endif
