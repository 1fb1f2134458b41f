#include "command/equipment.h"

#include "brief/brief_equipment.h"
#include "command/command.h"
#include "facts/facts_equipment.h"
#include "paint/paint_equipment.h"
#include "press/benchbrief.h"
#include "read/read_equipment.h"
#include "serve/serve_equipment.h"
#include "text/text_equipment.h"

#include <stdio.h>

struct equipment_list command_libraries(struct command_env *env)
{
	struct equipment_list list = { .arena = env->arena };
	paint_equipment(&list);
	text_equipment(&list);
	brief_equipment(&list);
	facts_equipment(&list);
	read_equipment(&list, env->queries.duckdb);
	serve_equipment(&list);
	return list;
}

void command_print_version(struct command_env *env)
{
	struct equipment_list list = command_libraries(env);
	printf("benchbrief %s\n", benchbrief_version());
	for (size_t i = 0; i < list.count; i++)
		if (list.items[i].version)
			printf("%s %s\n", list.items[i].name, list.items[i].version);
}
