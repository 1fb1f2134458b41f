#include "facts/facts_equipment.h"

#include <lua.h>

void facts_equipment(struct equipment_list *list)
{
	static const char release[] = LUA_VERSION_MAJOR "." LUA_VERSION_MINOR "." LUA_VERSION_RELEASE;
	equipment_add(list, (struct equipment){ .name = "Lua",
	                                        .version = release,
	                                        .there = true,
	                                        .needed = true,
	                                        .purpose = "evaluates expressions" });
}
