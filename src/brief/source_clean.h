/* source_clean.h: the bytes of a briefing, as text that can be read. Private to the source. */
#ifndef BRIEF_SOURCE_CLEAN_H
#define BRIEF_SOURCE_CLEAN_H

#include "base/diag.h"

#include <stdbool.h>

/* The bytes without carriage returns and byte order mark, and with a newline at the end. NULL after errors: a zero
 * byte, too many bytes, or lines that are not UTF-8, each of which is named. */
char *source_clean(struct arena *arena, const char *path, const char *bytes, size_t size, struct diags *diags);

/* False after errors: characters that no text may have, or that stand for expressions. */
bool source_check_runes(const char *path, const char *text, struct diags *diags);

#endif
