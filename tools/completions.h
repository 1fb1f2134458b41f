/* completions.h: what shells complete, for bash, zsh and fish, from the tables of commands and options. Benchmarks,
 * models and makers are asked of the data that the command line names (benchbrief --complete). */
#ifndef TOOLS_COMPLETIONS_H
#define TOOLS_COMPLETIONS_H

#include <stdbool.h>

struct arena;

/* Writes FOLDER/benchbrief.bash, FOLDER/_benchbrief and FOLDER/benchbrief.fish. looks: the folder of the shipped looks.
 */
bool completions_write(struct arena *arena, const char *folder, const char *looks);

#endif
