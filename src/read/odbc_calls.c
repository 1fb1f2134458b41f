#include "read/odbc_calls.h"

#include "base/library.h"

/* The library's own header must agree with each. */
#define SAME(name, arguments)                                                                                          \
	_Static_assert(_Generic(&SQL##name, SQLRETURN(*) arguments : 1, default : 0),                                  \
	               "SQL" #name " takes other arguments");
ODBC_CALLS(SAME)
#undef SAME

bool odbc_calls_load(struct odbc_calls *calls)
{
	void *library = library_open("libodbc.so.2", NULL);
	bool ok = library != NULL;
#define FIND(name, arguments) ok = ok && library_find(library, "SQL" #name, &calls->name, sizeof calls->name);
	ODBC_CALLS(FIND)
#undef FIND
	return ok;
}
