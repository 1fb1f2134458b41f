#define _XOPEN_SOURCE 700

#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

void *library_open(const char *name, const char **why)
{
	void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	const char *error = library ? NULL : dlerror();
	if (why)
		*why = error;
	return library;
}

/* ISO C has no cast from an object's address to a function's; POSIX promises that they are alike. */
bool library_find(void *library, const char *name, void *function, size_t size)
{
	void *found = dlsym(library, name);
	memcpy(function, &found, size);
	return found != NULL;
}
