/* zip_write.h: a ZIP archive, member by member, in memory.
 *
 * The same members in the same order give the same bytes: they are written as they are added, all of one time (the
 * first that the format knows), and packed by deflate unless that would not make them smaller. Private to paint/. */
#ifndef PAINT_ZIP_WRITE_H
#define PAINT_ZIP_WRITE_H

#include "base/bytes.h"

struct arena;
struct zip_write;

/* A new archive on the arena, which also releases what packs it. Never NULL. */
struct zip_write *zip_write_new(struct arena *arena);

/* One more member; its bytes may be given back afterwards. name: with "/" between folders, ASCII, different from all
 * others. */
void zip_write_add(struct zip_write *zip, const char *name, struct bytes bytes);

/* The same, not packed: of what has to be found by programs that look at the first bytes, or is packed itself. */
void zip_write_store(struct zip_write *zip, const char *name, struct bytes bytes);

/* The whole archive, on the arena; comment: of the archive, at its very end, NULL: none. Nothing can be added
 * afterwards. False if it does not fit the format's 32 bits (4 GiB, 65535 members). */
bool zip_write_end(struct zip_write *zip, const char *comment, struct bytes *out);

#endif
