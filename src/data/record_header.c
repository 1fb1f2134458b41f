#include "data/record_header.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"

char *record_header_key(struct arena *arena, const char *header)
{
	char *key = dataset_fold(arena, header);
	for (char *p = key; *p; p++)
		if (*p == ' ' || *p == '-')
			*p = '_';
	if (str_eq(key, "organization") || str_eq(key, "org"))
		return arena_strdup(arena, "organisation");
	return key;
}
