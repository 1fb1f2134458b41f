/* serve_equipment.h: the library that the preview is served with (base/equipment.h). */
#ifndef SERVE_SERVE_EQUIPMENT_H
#define SERVE_SERVE_EQUIPMENT_H

#include "base/equipment.h"

void serve_equipment(struct equipment_list *list);

#endif
