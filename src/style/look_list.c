/* The looks of a folder. */
#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"
#include "style/look.h"

#include <stdlib.h>
#include <string.h>

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **look_list(struct arena *arena, const char *folder, size_t *count, struct diags *diags)
{
	size_t n;
	const char **files = file_list(arena, folder, &n, diags);
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (str_ends(files[i], ".yaml") && !str_starts(file_name(files[i]), "_"))
			files[(*count)++] = file_stem(arena, files[i]);
	if (*count)
		qsort(files, *count, sizeof *files, by_name); /* "board" before "board-light" */
	return files;
}
