/* --untrusted: what a service may let anybody send in. SECURITY.md says what it defends against. */
#include "command/command.h"

#include "base/arena.h"
#include "base/fence.h"
#include "base/file.h"
#include "base/str.h"

/* What the program itself lives on: its libraries, some of which are opened late, and what finds fonts. */
static const char *const system_runs[] = { "/usr/lib", "/usr/local/lib", "/lib", "/lib64", "/usr/lib64" };
static const char *const system_reads[] = { "/etc/ld.so.cache", "/etc/fonts", "/usr/share/fontconfig",
	                                    "/usr/share/xml/fontconfig", "/dev/urandom" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum {
	UNTRUSTED_SECONDS = 60,
	UNTRUSTED_FILES = 256,      /* open */
	UNTRUSTED_FILE = 256 << 20, /* bytes of a file that is written */
};

static const size_t address_space = (size_t)4 << 30;

static const char *folder_of(struct arena *arena, const char *path)
{
	return file_is_folder(path) ? path : file_folder(arena, path);
}

static void tell(struct command_env *env, unsigned stands)
{
	static const char hint[] =
		"the limits of time, memory and size hold, and paths in files still lead nowhere else";
	if (!(stands & FENCE_FILES))
		diag_add(env->diags, DIAG_WARNING, place_file(NULL), hint,
		         "--untrusted: this kernel has no Landlock, so nothing but the program keeps it in the folder");
	if (!(stands & FENCE_CALLS))
		diag_add(env->diags, DIAG_WARNING, place_file(NULL), hint,
		         "--untrusted: this kernel has no seccomp filter, so the network is not closed");
}

void command_untrust(struct command_env *env, const char *const *reads, size_t n_reads, const char *const *writes,
                     size_t n_writes)
{
	struct arena *a = env->arena;
	size_t n = 0, w = 0;
	const char **from = arena_alloc(a, n_reads + env->n_font_roots + COUNT(system_reads) + 1, sizeof *from);
	const char **to = arena_alloc(a, n_writes + 1, sizeof *to);
	const char *runs[COUNT(system_runs) + 1];
	for (size_t i = 0; i < n_reads; i++)
		if (reads[i] && !str_eq(reads[i], "-"))
			from[n++] = folder_of(a, reads[i]);
	for (size_t i = 0; i < env->n_font_roots; i++)
		from[n++] = env->font_roots[i];
	for (size_t i = 0; i < COUNT(system_reads); i++)
		from[n++] = system_reads[i];
	from[n++] = env->looks;
	for (size_t i = 0; i < n_writes; i++)
		if (writes[i] && !str_eq(writes[i], "-"))
			to[w++] = writes[i];
	for (size_t i = 0; i < COUNT(system_runs); i++)
		runs[i] = system_runs[i];
	runs[COUNT(system_runs)] = env->program;
	env->untrusted = true;
	tell(env, fence_raise(&(struct fence){ .reads = from,
	                                       .n_reads = n,
	                                       .writes = to,
	                                       .n_writes = w,
	                                       .runs = runs,
	                                       .n_runs = COUNT(runs) - !env->program,
	                                       .memory = address_space,
	                                       .seconds = UNTRUSTED_SECONDS,
	                                       .file = UNTRUSTED_FILE,
	                                       .files = UNTRUSTED_FILES }));
}
