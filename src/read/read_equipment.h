/* read_equipment.h: the libraries that read what is given (base/equipment.h). */
#ifndef READ_READ_EQUIPMENT_H
#define READ_READ_EQUIPMENT_H

#include "base/equipment.h"

/* duckdb: path of its library; NULL: the system knows. */
void read_equipment(struct equipment_list *list, const char *duckdb);

#endif
