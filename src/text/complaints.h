/* complaints.h: what GLib and Pango say when something is wrong, which they would print and go on. */
#ifndef TEXT_COMPLAINTS_H
#define TEXT_COMPLAINTS_H

/* From now on warnings are kept for the session (base/process.h) and printed by nobody; a message before an abort goes
 * to whoever asked for it. For the whole process; calling it again changes nothing. */
void complaints_listen(void);

#endif
