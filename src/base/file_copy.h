/* file_copy.h: large files, mapped from a copy that nobody else sees, so that the memory of what has been read can be
 * given back while the bytes stay in use.
 *
 * A file that others may change must not be mapped: it could become shorter, or say one thing to the hash and another
 * to the reader. The copy has no name and is gone with the process. */
#ifndef BASE_FILE_COPY_H
#define BASE_FILE_COPY_H

#include "base/bytes.h"

struct arena;

enum { FILE_COPY_FROM = 32 << 20 }; /* bytes; what is smaller is simply read */

/* Copies what fd holds, up to limit bytes or a little more; they live on the arena. False, with fd where it was, if
 * there is no room or no way for a copy: then it has to be read into memory. */
bool file_copy_read(struct arena *arena, int fd, size_t limit, struct bytes *out);

/* For who goes through bytes from start to end: gives back the memory of those from *rested to now, once they are many,
 * and moves *rested. They can be read again. Bytes that are not of a copy stay as they are. */
void file_copy_rest(struct bytes of, const char **rested, const char *now);

#endif
