#include "desk.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/load.h"
#include "read/read.h"
#include "style/look.h"
#include "text/fontset.h"
#include "words/direction.h"

#include <stdlib.h>
#include <string.h>

enum { RUNS_PER_DESK = 2000 };

const char desk_table[] = "model,variant,benchmark,value,unit,source,measured\n"
			  "a,,x,42.8,percent,s,first-party\nb,,x,20.6,percent,s,\nc,deep,x,42.8,percent,s,\n"
			  "a,,y,58M,tokens,s,\nb,,y,1.2bn,tokens,s,\nc,deep,y,0,tokens,s,\n"
			  "a,,z,1,,s,\na,,z,2,,t,\nb,,z,,,t,\n";
const size_t desk_table_size = sizeof desk_table - 1;

static struct arena *arena;
static struct desk desk;
static int runs;

static void close_desk(void)
{
	arena_free(arena);
}

static void open_desk(void)
{
	static const char *const roots[] = { "/usr/share/fonts" };
	const struct direction_rules rules = { .against = words_against };
	arena_free(arena);
	arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct value *root = read_bytes(arena, READ_CSV, "table", desk_table, desk_table_size, diags);
	desk.look = look_load(arena, inputs_new(arena), "editorial", NULL, LOOKS, diags);
	desk.fonts = desk.look ? fontset_open(arena, desk.look, roots, 1, diags) : NULL;
	desk.dataset = root ? dataset_build(arena, &root, 1, &rules, diags) : NULL;
	if (!desk.fonts || !desk.dataset)
		abort();
}

const struct desk *desk_at_hand(void)
{
	if (!arena)
		atexit(close_desk); /* so that all that is left after it is a leak */
	if (!arena || ++runs > RUNS_PER_DESK) {
		open_desk();
		runs = 0;
	}
	return &desk;
}

void check_diags(const struct diags *diags)
{
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(diags, i)); i++)
		if (!*d->message || d->severity == DIAG_FAILURE ||
		    utf8_bad(d->message, strlen(d->message)) != strlen(d->message))
			abort();
}
