#include "serve/serve_equipment.h"

void serve_equipment(struct equipment_list *list)
{
	const char *version = equipment_version(list->arena, BENCHBRIEF_LIBMICROHTTPD, "MHD_get_version");
	equipment_add(list, (struct equipment){ .name = "libmicrohttpd",
	                                        .version = version,
	                                        .there = version != NULL,
	                                        .purpose = "the preview in a browser",
	                                        .package = "libmicrohttpd12" });
}
