/* record_header.h: the header of a column of records, as the key that it means. */
#ifndef DATA_RECORD_HEADER_H
#define DATA_RECORD_HEADER_H

struct arena;

/* "95% CI-low", "Organization" and the like: lower case, one '_' for spaces and '-', the key for another word for it.
 * On the arena. */
char *record_header_key(struct arena *arena, const char *header);

#endif
