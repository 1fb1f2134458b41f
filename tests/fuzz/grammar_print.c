/* grammar_print SEED FOLDER: writes a dataset and a briefing.md that the grammar makes of the numbers that follow from
 * SEED, for scripts. */
#include "base/arena.h"
#include "grammar.h"

#include <stdio.h>
#include <stdlib.h>

static void put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	if (!file || fputs(text, file) < 0 || fclose(file) != 0) {
		perror(path);
		exit(2);
	}
}

int main(int argc, char **argv)
{
	enum { CHOICES = 4096 };
	uint8_t bytes[CHOICES];
	if (argc != 3)
		return 2;
	uint32_t random = (uint32_t)strtoul(argv[1], NULL, 10) * 2654435761u + 1;
	for (size_t i = 0; i < CHOICES; i++) {
		random ^= random << 13;
		random ^= random >> 17;
		random ^= random << 5;
		bytes[i] = (uint8_t)(random >> 8);
	}
	struct arena *arena = arena_new();
	struct choices choices = { bytes, CHOICES };
	const char *name, *data = grammar_dataset(arena, &choices, &name);
	put(arena_printf(arena, "%s/%s", argv[2], name), data);
	put(arena_printf(arena, "%s/briefing.md", argv[2]), grammar_briefing(arena, &choices, name, "picture.png"));
	arena_free(arena);
	return 0;
}
