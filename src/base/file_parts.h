/* file_parts.h: what the two halves of file.h share. */
#ifndef BASE_FILE_PARTS_H
#define BASE_FILE_PARTS_H

#include <stdbool.h>

struct diags;

/* A failure with the system's words, and what to do where that is known. False, always. */
bool file_fail(struct diags *diags, const char *path, const char *what, int error);

/* A path that cannot be read: the user's error if it is the path that is wrong, a failure otherwise. False, always. */
bool file_fail_reading(struct diags *diags, const char *path, int error);

#endif
