#include "read/zip_calls.h"

#include "base/library.h"

/* The library's own header must agree with each. */
#define SAME(type, name, arguments)                                                                                    \
	_Static_assert(_Generic(&zip_##name, type(*) arguments : 1, default : 0),                                      \
	               "zip_" #name " takes other arguments");
ZIP_CALLS(SAME)
#undef SAME

bool zip_calls_load(struct zip_calls *calls)
{
	void *library = library_open(BENCHBRIEF_LIBZIP, NULL);
	bool ok = library != NULL;
#define FIND(type, name, arguments) ok = ok && library_find(library, "zip_" #name, &calls->name, sizeof calls->name);
	ZIP_CALLS(FIND)
#undef FIND
	return ok;
}
