/* file_secret.h: words that nobody can guess, and one that is kept for its owner from run to run. */
#ifndef BASE_FILE_SECRET_H
#define BASE_FILE_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/* So many hex digits (an even number, at most SECRET_DIGITS) and the ending zero. False where the system has nothing
 * random. */
enum { SECRET_DIGITS = 64 };
bool file_secret_make(char *hex, size_t digits);

/* The same out of the file of that name in a folder; a new one where the file is not there, which is made, for its
 * owner alone. False where no secret can be kept: the folder, or the file, is somebody else's, open to others or no
 * such thing, or cannot be written. */
bool file_secret_keep(const char *folder, const char *name, char *hex, size_t digits);

#endif
