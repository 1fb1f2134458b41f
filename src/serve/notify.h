/* notify.h: what the system tells of changes to a list of inputs. The only place of inotify.
 *
 * Not files are watched but the folders that they lie in, so that a writer who renames a new file over the old one is
 * noticed. Of a path whose folder is not there, the nearest folder above it is watched until it appears; where a link
 * leads, too. */
#ifndef SERVE_NOTIFY_H
#define SERVE_NOTIFY_H

#include "base/inputs.h"

struct arena;
struct notify;

/* How far a change has come: whether its writer may still be at it. */
enum notify_state {
	NOTIFY_NOTHING, /* nothing that is followed */
	NOTIFY_WRITTEN, /* closed, or renamed into its place */
	NOTIFY_WRITING, /* begun, and not closed */
	NOTIFY_GONE,    /* removed or renamed away, perhaps to make room */
};

/* Released with the arena. NULL with a diagnostic if the system has none left. */
struct notify *notify_new(struct arena *arena, struct diags *diags);

/* From now on the paths of these inputs are followed, and no others; what was collected is forgotten. False with a
 * diagnostic where a folder cannot be watched. */
bool notify_follow(struct notify *notify, const struct inputs *inputs, struct diags *diags);

/* Readable when there is something to take. */
int notify_descriptor(const struct notify *notify);

/* Takes all that was told, without waiting, and collects which paths changed; the state of the last of them. */
enum notify_state notify_take(struct notify *notify);

/* The i-th path of those that were collected, as the inputs have it; NULL past the end. */
const char *notify_changed(const struct notify *notify, size_t i);

#endif
