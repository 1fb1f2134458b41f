#include "base/rtl.h"

#include "base/str.h"

#include <stdint.h>

bool rtl_is_in(const char *s)
{
	for (uint32_t r; (r = utf8_next(&s));)
		if ((r >= 0x590 && r <= 0x8ff) || (r >= 0xfb1d && r <= 0xfdff) || (r >= 0xfe70 && r <= 0xfefc) ||
		    (r >= 0x10800 && r <= 0x10fff) || (r >= 0x1e800 && r <= 0x1efff))
			return true;
	return false;
}
