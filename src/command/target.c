/* Where a command may write: judged before anything is read. */
#define _XOPEN_SOURCE 700

#include "command/command.h"

#include "base/arena.h"
#include "base/str.h"

bool command_target(struct command_env *env, const char *command, const char *option, const char *path,
                    const char *const *inputs, size_t n_inputs)
{
	if (!path || str_eq(path, "-"))
		return true;
	if (!*path) {
		command_usage(env, command, "%s is empty: name what is to be written", option);
		return false;
	}
	if (file_is_device(path)) {
		command_usage(env, command, "%s is a device: %s needs a file", path, option);
		return false;
	}
	for (size_t i = 0; i < n_inputs; i++)
		if (inputs[i] && !str_eq(inputs[i], "-") &&
		    (str_eq(path, inputs[i]) || file_is_same(path, inputs[i]))) {
			command_usage(env, command, "%s would replace %s, which is read", option, inputs[i]);
			return false;
		}
	return true;
}
