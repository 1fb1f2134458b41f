/* instrumented.h: whether a sanitizer watches this build, where work takes many times as long and as much memory. */
#ifndef UNIT_INSTRUMENTED_H
#define UNIT_INSTRUMENTED_H

#include <stdbool.h>

static inline bool is_instrumented(void)
{
#if defined __SANITIZE_ADDRESS__ || defined __SANITIZE_THREAD__
	return true;
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
	return true;
#else
	return false;
#endif
#else
	return false;
#endif
}

#endif
