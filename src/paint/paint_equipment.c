#include "paint/paint_equipment.h"

#include "base/arena.h"
#include "base/library.h"

#include <cairo.h>
#include <libdeflate.h>

/* It tells its version in three numbers, not by a function. */
static const char *rsvg_version(struct arena *arena)
{
	static const char *const names[] = { "rsvg_major_version", "rsvg_minor_version", "rsvg_micro_version" };
	const unsigned *parts[3];
	void *library = library_open("librsvg-2.so.2", NULL);
	for (int i = 0; i < 3; i++)
		if (!library || !library_find(library, names[i], &parts[i], sizeof parts[i]))
			return NULL;
	return arena_printf(arena, "%u.%u.%u", *parts[0], *parts[1], *parts[2]);
}

void paint_equipment(struct equipment_list *list)
{
	const char *qpdf = equipment_version(list->arena, BENCHBRIEF_LIBQPDF, "qpdf_get_qpdf_version");
	const char *rsvg = rsvg_version(list->arena);
	equipment_add(list, (struct equipment){ .name = "Cairo",
	                                        .version = cairo_version_string(),
	                                        .there = true,
	                                        .needed = true,
	                                        .purpose = "draws" });
	equipment_add(list, (struct equipment){ .name = "libdeflate",
	                                        .version = LIBDEFLATE_VERSION_STRING,
	                                        .there = true,
	                                        .needed = true,
	                                        .purpose = "packs and unpacks" });
	equipment_add(list, (struct equipment){ .name = "qpdf",
	                                        .version = qpdf,
	                                        .there = qpdf != NULL,
	                                        .needed = true,
	                                        .purpose = "finishes PDFs",
	                                        .package = "libqpdf29" });
	equipment_add(list, (struct equipment){ .name = "librsvg",
	                                        .version = rsvg,
	                                        .there = rsvg != NULL,
	                                        .purpose = "SVG pictures and logos in briefings",
	                                        .package = "librsvg2-2" });
}
