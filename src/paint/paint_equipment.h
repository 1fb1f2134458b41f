/* paint_equipment.h: the libraries that write files (base/equipment.h). */
#ifndef PAINT_PAINT_EQUIPMENT_H
#define PAINT_PAINT_EQUIPMENT_H

#include "base/equipment.h"

void paint_equipment(struct equipment_list *list);

#endif
