/* rtl.h: scripts that run from right to left. */
#ifndef BASE_RTL_H
#define BASE_RTL_H

#include <stdbool.h>

/* Whether the text has letters of one. */
bool rtl_is_in(const char *s);

#endif
