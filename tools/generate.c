/* generate FOLDER VERSION DATE LOOKS MANUAL: manual pages, completions and the tables of the manual, made while the
 * program is built, of the tables and texts that the program itself speaks from. */
#include "base/arena.h"
#include "completions.h"
#include "handbook.h"
#include "manual.h"

#include <stdio.h>

int main(int argc, char **argv)
{
	if (argc != 6) {
		fputs("usage: generate FOLDER VERSION DATE LOOKS MANUAL\n", stderr);
		return 2;
	}
	struct arena *arena = arena_new();
	const struct manual manual = { argv[1], argv[2], argv[3] };
	bool ok = manual_write(arena, &manual) && completions_write(arena, argv[1], argv[4]);
	if (!ok)
		perror(argv[1]);
	ok = handbook_write(arena, argv[5], arena_printf(arena, "%s/book/manual.md", argv[1])) && ok;
	arena_free(arena);
	return ok ? 0 : 1;
}
