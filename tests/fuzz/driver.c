/* For compilers without a fuzzer of their own: driver SEEDS RUNS SEED calls the target with each seed file as it is,
 * and then with mutations of them. */
#define _XOPEN_SOURCE 700

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LONGEST = 16384 };

static uint32_t next(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* One of: another byte, one byte more, a stretch removed, a stretch doubled, a byte with a meaning. */
static size_t mutate(uint8_t *data, size_t n, uint32_t *random)
{
	static const char meaningful[] = "{}[]\",:\n\r\t #&*!|>-'\\\0\xff\xef\xbb\xbf";
	size_t at = n ? next(random) % n : 0, length = n ? 1 + next(random) % (n - at < 16 ? n - at : 16) : 0;
	switch (next(random) % 5) {
	case 0:
		if (n)
			data[at] = (uint8_t)next(random);
		return n;
	case 1:
		if (n < LONGEST) {
			memmove(data + at + 1, data + at, n - at);
			data[at] = (uint8_t)next(random);
			n++;
		}
		return n;
	case 2:
		memmove(data + at, data + at + length, n - at - length);
		return n - length;
	case 3:
		if (n + length <= LONGEST) {
			memmove(data + at + length, data + at, n - at);
			n += length;
		}
		return n;
	default:
		if (n)
			data[at] = (uint8_t)meaningful[next(random) % (sizeof meaningful - 1)];
		return n;
	}
}

static const char *crash; /* NULL: not asked for */
static const uint8_t *input;
static size_t input_size;

static void keep(int number)
{
	int fd = open(crash, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (fd >= 0 && write(fd, input, input_size) == (ssize_t)input_size)
		close(fd);
	signal(number, SIG_DFL);
	raise(number);
}

static void try(const uint8_t *data, size_t size)
{
	input = data;
	input_size = size;
	LLVMFuzzerTestOneInput(data, size);
}

int main(int argc, char **argv)
{
	if (argc != 4) {
		fprintf(stderr, "usage: driver SEEDS RUNS SEED\n");
		return 2;
	}
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	size_t n_seeds;
	const char **seeds = file_list(arena, argv[1], &n_seeds, diags);
	struct bytes *files = arena_alloc(arena, n_seeds + 1, sizeof *files);
	for (size_t i = 0; i < n_seeds; i++)
		if (!file_read(arena, seeds[i], LONGEST, &files[i], diags))
			n_seeds = 0;
	if (!n_seeds) {
		diags_print(diags, stderr, false);
		return 2;
	}
	uint32_t random = (uint32_t)strtoul(argv[3], NULL, 10) * 2654435761u + 1;
	long runs = strtol(argv[2], NULL, 10);
	crash = getenv("CRASH");
	if (crash) {
		signal(SIGABRT, keep);
		signal(SIGSEGV, keep);
	}
	for (size_t i = 0; i < n_seeds; i++)
		try((const uint8_t *)files[i].data, files[i].size);
	for (long i = 0; i < runs; i++) {
		uint8_t data[LONGEST + 32];
		const struct bytes *file = &files[next(&random) % n_seeds];
		size_t n = file->size;
		memcpy(data, file->data, n);
		for (uint32_t k = next(&random) % 8; k; k--)
			n = mutate(data, n, &random);
		try(data, n);
	}
	fprintf(stderr, "%ld inputs from %zu seeds, seed %s\n", runs, n_seeds, argv[3]);
	arena_free(arena);
	return 0;
}
