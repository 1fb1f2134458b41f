/* facts_equipment.h: the library that evaluates expressions (base/equipment.h). */
#ifndef FACTS_FACTS_EQUIPMENT_H
#define FACTS_FACTS_EQUIPMENT_H

#include "base/equipment.h"

void facts_equipment(struct equipment_list *list);

#endif
