#include "read/duckdb_calls.h"

#include "base/library.h"

bool duckdb_calls_load(struct duckdb_calls *calls, const char *path, const char **why)
{
	void *library = library_open(path ? path : "libduckdb.so", why);
	bool ok = library != NULL;
#define FIND(type, name, arguments)                                                                                    \
	if (ok && !library_find(library, "duckdb_" #name, &calls->name, sizeof calls->name)) {                         \
		*why = "it is too old: there is no duckdb_" #name;                                                     \
		ok = false;                                                                                            \
	}
	DUCKDB_CALLS(FIND)
#undef FIND
	return ok;
}
