/* brief_equipment.h: the library that reads Markdown (base/equipment.h). */
#ifndef BRIEF_BRIEF_EQUIPMENT_H
#define BRIEF_BRIEF_EQUIPMENT_H

#include "base/equipment.h"

void brief_equipment(struct equipment_list *list);

#endif
