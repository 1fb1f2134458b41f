#include "brief/brief_equipment.h"

#include <cmark-gfm.h>

void brief_equipment(struct equipment_list *list)
{
	equipment_add(list, (struct equipment){ .name = "cmark-gfm",
	                                        .version = cmark_version_string(),
	                                        .there = true,
	                                        .needed = true,
	                                        .purpose = "reads Markdown" });
}
