/* emitter.h: text on its way out. Inside read/ only. */
#ifndef READ_EMITTER_H
#define READ_EMITTER_H

#include "base/str.h"
#include "read/emit_sink.h"
#include "read/value.h"

struct emitter {
	struct strbuf text;    /* what has not gone to the sink yet; all of it if there is none */
	struct emit_sink sink; /* write is NULL if there is none */
	struct arena *parent, *items;
};

struct emitter emitter_new(struct arena *arena, struct emit_sink sink);

/* The i-th item, which is there until the next is asked for; what was written before goes to the sink if it is much. */
struct value emitter_item(struct emitter *emitter, const struct value *list, size_t i);

/* The rest goes to the sink; returns the whole text if there is none. */
char *emitter_finish(struct emitter *emitter);

#endif
