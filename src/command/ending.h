/* ending.h: how the program ends where it cannot return from main: a signal, a library that aborts, or memory that runs
 * out inside a library, which none of them says in a way that could be trusted.
 *
 * Half-written files are removed each time (base/process.h). What is the machine's fault is told in one line, and the
 * exit status is 3. A signal that was sent ends the program as that signal does. */
#ifndef COMMAND_ENDING_H
#define COMMAND_ENDING_H

/* Once, before anything else is done. */
void ending_install(void);

/* Safe in a signal's handler, and where no memory is left. */
_Noreturn void ending_without_memory(void);

#endif
