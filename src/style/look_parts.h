/* look_parts.h: how a look is spelled: a row for each key, which must be given in the file itself or in what it builds
 * on. Reading, documenting and writing looks all work from this table. Private
 * to the files of style/look.h. */
#ifndef STYLE_LOOK_PARTS_H
#define STYLE_LOOK_PARTS_H

#include "style/look.h"

enum look_key_kind { LOOK_KEY_NUMBER, LOOK_KEY_COLOR, LOOK_KEY_FLAG, LOOK_KEY_WEIGHT, LOOK_KEY_PAPER };

struct look_key {
	const char *section; /* "" for the top level */
	const char *name;
	enum look_key_kind kind;
	size_t offset;      /* in struct look */
	double least, most; /* NUMBER */
	const char *what;   /* what it sets */
};

enum { LOOK_KEYS = 69, LOOK_SECTIONS = 5 };
struct look_place {              /* of a look: what it names lies below a folder, and is found from there by this way */
	const char *below, *way; /* way: "" or "looks/" */
};

struct value;

/* Takes logo, footer and cover from a look's file; what it leaves out stays as its base has it. */
void look_read_brand(struct look_brand *brand, struct arena *arena, const struct look_place *from,
                     const struct value *root, struct diags *diags);

extern const struct look_key look_keys[LOOK_KEYS];
extern const char *const look_sections[LOOK_SECTIONS];
extern const char *const look_weights[TEXT_BOLD + 1];

#endif
