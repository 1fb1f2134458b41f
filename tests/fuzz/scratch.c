#define _XOPEN_SOURCE 700

#include "scratch.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { NAMES_MAX = 16, NAME_MAX_BYTES = 64 };

static char folder[4000];
static char names[NAMES_MAX][NAME_MAX_BYTES];
static size_t n_names;

static void remove_all(void)
{
	char path[sizeof folder + NAME_MAX_BYTES + 1];
	for (size_t i = 0; i < n_names; i++) {
		snprintf(path, sizeof path, "%s/%.*s", folder, NAME_MAX_BYTES, names[i]);
		unlink(path);
	}
	rmdir(folder);
}

const char *scratch_folder(void)
{
	const char *above = getenv("TMPDIR");
	if (*folder)
		return folder;
	snprintf(folder, sizeof folder, "%s/benchbrief-fuzz-XXXXXX", above && *above ? above : "/tmp");
	if (!mkdtemp(folder)) {
		perror(folder);
		exit(2);
	}
	atexit(remove_all);
	return folder;
}

static void remember(const char *name)
{
	for (size_t i = 0; i < n_names; i++)
		if (strcmp(names[i], name) == 0)
			return;
	if (n_names < NAMES_MAX)
		snprintf(names[n_names++], NAME_MAX_BYTES, "%s", name);
}

void scratch_put(const char *name, const void *bytes, size_t size, char *path, size_t room)
{
	snprintf(path, room, "%s/%s", scratch_folder(), name);
	remember(name);
	FILE *file = fopen(path, "wb");
	if (!file || fwrite(bytes, 1, size, file) != size || fclose(file) != 0) {
		perror(path);
		exit(2);
	}
}
