/* check.h: what the two halves of check share: that of data and that of a briefing. */
#ifndef COMMAND_CHECK_H
#define COMMAND_CHECK_H

#include "base/str.h"
#include "command/command.h"
#include "data/tree.h"
#include "scene/scene.h"

struct work_options;

/* All of render but drawing; its findings and a summary. */
void check_briefing(struct command_env *env, const struct work_options *asked, bool json);

/* ", 3 models" behind what stands in line already. */
void check_add_count(struct strbuf *line, size_t count, const char *one, const char *many);

void check_put_count(struct tree *map, const char *key, size_t count);

/* The summary as JSON, with the numbers of errors, warnings and notes at its end and the diagnostics behind it. */
void check_print_json(const struct command_env *env, struct tree *summary);

/* What the rules would warn of, as notes at place; said keeps what was said already. */
void check_note_findings(struct command_env *env, struct place place, const struct scene *scene, struct map *said);

#endif
