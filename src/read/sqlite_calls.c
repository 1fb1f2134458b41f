#include "read/sqlite_calls.h"

#include "base/library.h"

/* The library's own header must agree with each. */
#define SAME(type, name, arguments)                                                                                    \
	_Static_assert(_Generic(&sqlite3_##name, type(*) arguments : 1, default : 0),                                  \
	               "sqlite3_" #name " takes other arguments");
SQLITE_CALLS(SAME)
#undef SAME

bool sqlite_calls_load(struct sqlite_calls *calls)
{
	void *library = library_open("libsqlite3.so.0", NULL);
	bool ok = library != NULL;
#define FIND(type, name, arguments)                                                                                    \
	ok = ok && library_find(library, "sqlite3_" #name, &calls->name, sizeof calls->name);
	SQLITE_CALLS(FIND)
#undef FIND
	return ok;
}
