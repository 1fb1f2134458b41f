#include "serve/httpd_calls.h"

#include "base/library.h"

/* The library's own header must agree with each. */
#define SAME(type, name, arguments)                                                                                    \
	_Static_assert(_Generic(&MHD_##name, type(*) arguments : 1, default : 0),                                      \
	               "MHD_" #name " takes other arguments");
HTTPD_CALLS(SAME)
#undef SAME

bool httpd_calls_load(struct httpd_calls *calls)
{
	void *library = library_open(BENCHBRIEF_LIBMICROHTTPD, NULL);
	bool ok = library != NULL;
#define FIND(type, name, arguments) ok = ok && library_find(library, "MHD_" #name, &calls->name, sizeof calls->name);
	HTTPD_CALLS(FIND)
#undef FIND
	return ok;
}
