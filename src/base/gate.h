/* gate.h: the one gate for paths that a file names: data, looks and their bases, pictures.
 *
 * A text that comes from elsewhere may name what lies in its folder and nothing else. Links are followed to where they
 * lead, which has to be a regular file below the folder; what is then opened is that file, from a descriptor of the
 * folder and without following another link, so that nobody can move the target in between. Devices, pipes and sockets
 * are not opened at all. Paths that a user types on the command line are the user's own and do not pass here. */
#ifndef BASE_GATE_H
#define BASE_GATE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct bytes;
struct diags;

enum gate_answer {
	GATE_PASSED,
	GATE_MISSING,    /* there is nothing of that name */
	GATE_OUTSIDE,    /* not below the folder: an absolute path, a way up, a link that leads out */
	GATE_NOT_A_FILE, /* a device, a pipe, a socket */
	GATE_UNREADABLE, /* for want of rights */
	GATE_FAILED,     /* the machine cannot say */
};

/* True for an absolute path and one with a way up. */
bool gate_climbs(const char *written);

/* What the gate says to a path below folder, as it is written in a file: of a folder, whether all files in it pass.
 * *error is the system's reason where the machine fails. */
enum gate_answer gate_check(struct arena *arena, const char *folder, const char *written, int *error);

/* Reads folder/written up to limit bytes. Otherwise false with a diagnostic about that path. */
bool gate_read(struct arena *arena, const char *folder, const char *written, size_t limit, struct bytes *out,
               struct diags *diags);

/* Opens folder/written for whoever reads it piece by piece; the arena closes it. -1 with a diagnostic about that path.
 */
int gate_open(struct arena *arena, const char *folder, const char *written, struct diags *diags);

/* "is not below the folder that may be read" and so on; "" of what passed. */
const char *gate_words(enum gate_answer answer);

#endif
