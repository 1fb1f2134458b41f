#define _XOPEN_SOURCE 700

#include "paint/qpdf_calls.h"

#include "base/diag.h"

#include <dlfcn.h>
#include <string.h>

/* The library's own header must agree with each. */
#define SAME(type, name, arguments)                                                                                    \
	_Static_assert(_Generic(&qpdf_##name, type(*) arguments : 1, default : 0),                                     \
	               "qpdf_" #name " takes other arguments");
QPDF_CALLS(SAME)
#undef SAME

/* ISO C has no cast from an object's address to a function's; POSIX promises that they are alike. */
static bool find(void *library, const char *name, void *function, size_t size)
{
	void *found = dlsym(library, name);
	memcpy(function, &found, size);
	return found != NULL;
}

bool qpdf_calls_load(struct qpdf_calls *calls, struct diags *diags)
{
	void *library = dlopen(BENCHBRIEF_LIBQPDF, RTLD_LAZY | RTLD_LOCAL);
	bool ok = library != NULL;
#define FIND(type, name, arguments) ok = ok && find(library, "qpdf_" #name, &calls->name, sizeof calls->name);
	QPDF_CALLS(FIND)
#undef FIND
	if (!ok)
		diag_add(diags, DIAG_FAILURE, place_file(NULL), "install the package of libqpdf",
		         "a PDF is finished with %s, which is not installed", BENCHBRIEF_LIBQPDF);
	return ok;
}
