#include "data/record_header.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

char *record_header_key(struct arena *arena, const char *header)
{
	static const char *const meant[][2] = {
		{ "organization", "organisation" }, { "org", "organisation" },      { "maker", "organisation" },
		{ "developer", "organisation" },    { "release_date", "released" }, { "license", "licence" },
	};
	char *key = dataset_fold(arena, header);
	for (char *p = key; *p; p++)
		if (*p == ' ' || *p == '-')
			*p = '_';
	for (size_t i = 0; i < sizeof meant / sizeof *meant; i++)
		if (str_eq(key, meant[i][0]))
			return arena_strdup(arena, meant[i][1]);
	return key;
}
