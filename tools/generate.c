/* generate FOLDER VERSION DATE LOOKS: manual pages and completions, made while the program is built, of the tables and
 * texts that the program itself speaks from. */
#include "base/arena.h"
#include "completions.h"
#include "manual.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	if (argc != 5) {
		fputs("usage: generate FOLDER VERSION DATE LOOKS\n", stderr);
		return 2;
	}
	struct arena *arena = arena_new();
	const struct manual manual = { argv[1], argv[2], argv[3] };
	bool ok = manual_write(arena, &manual) && completions_write(arena, argv[1], argv[4]);
	if (!ok)
		perror(argv[1]);
	arena_free(arena);
	return ok ? 0 : 1;
}
