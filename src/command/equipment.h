/* equipment.h: what the program works with on this machine, of all floors. */
#ifndef COMMAND_EQUIPMENT_H
#define COMMAND_EQUIPMENT_H

#include "base/equipment.h"

struct command_env;

/* The libraries, in the order of the floors. */
struct equipment_list command_libraries(struct command_env *env);

/* "benchbrief 0.1.0", then one line per library that is there, to standard output. */
void command_print_version(struct command_env *env);

#endif
