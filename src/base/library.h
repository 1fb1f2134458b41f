/* library.h: a shared library that is opened when it is first needed, because it is large or may not be there. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* Stays open until the process ends: some libraries cannot be closed. NULL if it is not there; *why, if not NULL, is
 * then the system's reason, which the next call of this thread may overwrite. */
void *library_open(const char *name, const char **why);

/* Puts the address of a function of the library into the size bytes at function. False if it has none of that name. */
bool library_find(void *library, const char *name, void *function, size_t size);

#endif
