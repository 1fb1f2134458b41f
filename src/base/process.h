/* process.h: what the process as a whole has to remember, because a signal's handler and the libraries' messages come
 * without an argument. This is the only module that keeps state between calls.
 *
 * Five things: files that must not stay behind if the process ends at once; what libraries complained of, which the
 * session looks at before it returns a result; whom to tell when a library is about to abort; whether the outcome
 * is known; and whether what libraries need once has been done. All functions may be called from any thread;
 * process_drop from a signal's handler, too. */
#ifndef BASE_PROCESS_H
#define BASE_PROCESS_H

#include <stddef.h>

/* path, which must last until process_unguard, is removed if the process ends before that. 0: there are too many
 * (4096), and it would be left behind. */
size_t process_guard(const char *path);
void process_unguard(size_t guard); /* 0 is fine */

/* Removes what is guarded; for whoever ends the process now. Safe in a signal's handler. Another thread that takes a
 * guard away meanwhile waits for the end. */
void process_drop(void);

/* A library says that something is wrong, and goes on. */
void process_complain(const char *what);

/* How many complaints there were. */
size_t process_complaints(void);

/* Copies the last one into room bytes. */
void process_last_complaint(char *to, size_t room);

/* end is called when a library is about to abort the process; it should not return. NULL: nobody. */
void process_on_abort(void (*end)(const char *why));
void process_abort(const char *why);

/* Calls act, always the same one, if it was not called yet; whoever comes meanwhile waits for it. */
void process_once(void (*act)(void));

/* The outcome is known and told, and only memory is given back from now on: whoever ends the process after this ends it
 * with that status and says nothing. process_settled is -1 before. */
void process_settle(int status);
int process_settled(void);

/* Several things are made at the same time from now on: that the files of one take their places says nothing of the
 * outcome. */
void process_share(void);

/* Files take their places: from now on the calling thread knows the outcome, and no other. */
void process_commit(void);

/* For whoever would end the process: a thread of a library, still at work on what nobody needs any more, waits here for
 * an outcome that is about to be told, two seconds at most. Safe in a signal's handler. */
void process_await(void);

#endif
