/* equipment.h: what the program works with: libraries, fonts, guards of the kernel. Each floor lists its own, with
 * whether it is there; who asks prints the list. Nothing is kept open for that which was not needed anyway. */
#ifndef BASE_EQUIPMENT_H
#define BASE_EQUIPMENT_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum equipment_kind { EQUIPMENT_LIBRARY, EQUIPMENT_FONT, EQUIPMENT_GUARD };

struct equipment {
	enum equipment_kind kind;
	const char *name;    /* "Pango" */
	const char *version; /* NULL: it tells none, or is not there */
	bool there;
	bool needed;         /* without it the program does not do what it is for */
	const char *purpose; /* "shapes text"; of what is not needed: what is missing without it */
	const char *package; /* the Debian package that has it; NULL: none has */
	const char *remedy;  /* where no package helps; NULL otherwise */
};

struct equipment_list {
	struct arena *arena; /* of the items */
	struct equipment *items;
	size_t count, room;
};

void equipment_add(struct equipment_list *list, struct equipment item);

/* The version that a function of a library tells as text, "zip_libzip_version". On the arena; NULL if the library or
 * the function is not there. */
const char *equipment_version(struct arena *arena, const char *library, const char *function);

/* What the kernel offers to keep (base/fence.h) programs that take what nobody trusts. */
void base_equipment(struct equipment_list *list);

#endif
