/* emit_sink.h: where text goes piece by piece, so that it need not be in memory as a whole. */
#ifndef READ_EMIT_SINK_H
#define READ_EMIT_SINK_H

#include <stddef.h>

struct emit_sink {
	void (*write)(void *closure, const char *bytes, size_t size);
	void *closure;
};

#endif
