#include "base/equipment.h"

#include "base/arena.h"
#include "base/fence.h"
#include "base/library.h"

void equipment_add(struct equipment_list *list, struct equipment item)
{
	list->items = arena_grow(list->arena, list->items, &list->room, list->count, sizeof *list->items);
	list->items[list->count++] = item;
}

const char *equipment_version(struct arena *arena, const char *library, const char *function)
{
	const char *(*version)(void);
	void *open = library_open(library, NULL);
	if (!open || !library_find(open, function, &version, sizeof version))
		return NULL;
	return arena_strdup(arena, version());
}

void base_equipment(struct equipment_list *list)
{
	unsigned offers = fence_offers();
	equipment_add(list, (struct equipment){ .kind = EQUIPMENT_GUARD,
	                                        .name = "Landlock",
	                                        .there = offers & FENCE_FILES,
	                                        .purpose = "the kernel keeps --untrusted in its folders",
	                                        .remedy = "a kernel with Landlock (Linux 5.13)" });
	equipment_add(list,
	              (struct equipment){ .kind = EQUIPMENT_GUARD,
	                                  .name = "seccomp",
	                                  .there = offers & FENCE_CALLS,
	                                  .purpose = "the kernel closes the network to --untrusted and to pictures",
	                                  .remedy = "a kernel with seccomp filters" });
}
