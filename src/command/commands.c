/* The table of commands. */
#include "command/command.h"

const struct command *command_at(size_t i)
{
	static const struct command *const commands[] = { &command_new,     &command_render, &command_chart,
		                                          &command_data,    &command_check,  &command_diff,
		                                          &command_looks,   &command_verify, &command_audit,
		                                          &command_formats, &command_names,  &command_watch,
		                                          &command_preview, &command_doctor };
	return i < sizeof commands / sizeof *commands ? commands[i] : NULL;
}
