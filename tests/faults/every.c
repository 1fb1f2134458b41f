/* every PROGRAM SHIM SOURCE [all | SEED]: makes the program's calls fail one after the other, over a PNG, an SVG, a PDF
 * and a briefing, and holds each run to this: status 0 with the right bytes; or status 3 with a true message and
 * nothing changed on disk. No signal, no hang, no half file. "all" tries every call; otherwise a sample is tried, whose
 * seed is printed. ONLY=png:open narrows it. */
#define _DEFAULT_SOURCE

#include "kinds.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/str.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TARGETS = 4, FILES_MAX = 4, ARGUMENTS_MAX = 12, SECONDS_MAX = 20, SAMPLE = 20, SAMPLE_MEMORY = 90 };

static const struct target {
	const char *name;
	const char *arguments[ARGUMENTS_MAX]; /* from the folder of the run; "SOURCE/" stands for the project's */
	const char *files[FILES_MAX];         /* that it makes, below the folder */
} targets[TARGETS] = {
	{ "png", { "chart", "leaderboard", "SOURCE/tests/golden/data/one.csv", "-o", "x.png" }, { "x.png" } },
	{ "svg", { "chart", "leaderboard", "SOURCE/tests/golden/data/one.csv", "-o", "x.svg" }, { "x.svg" } },
	{ "pdf", { "chart", "leaderboard", "SOURCE/tests/golden/data/one.csv", "-o", "x.pdf" }, { "x.pdf" } },
	{ "briefing",
	  { "render", "SOURCE/tests/faults/briefing", "-o", ".", "--jobs", "2", "--report", "report.json" },
	  { "briefing.pdf", "charts/lead.png", "charts/tokens.png", "report.json" } },
};

static const struct kind {
	const char *name;
	int error;
} kinds[FAULT_COUNT] = {
#define FAULT_ROW(name, error) { #name, error },
	FAULT_KINDS(FAULT_ROW)
#undef FAULT_ROW
};

struct tally { /* shared by the processes that try */
	atomic_ulong next, done, failed, right, told;
	struct fault_counts counts; /* of one process's run, in a page of its own */
};

struct every {
	const char *program, *shim, *source, *only;
	char *scratch;
	struct arena *arena;
	bool all;
	uint64_t seed;
	struct bytes wanted[TARGETS][FILES_MAX];
	unsigned long calls[TARGETS][FAULT_COUNT];
	struct trial {
		int target, kind;
		unsigned long n;
		bool on;
	} * trials;
	size_t n_trials, room;
	struct tally *tally;
};

struct run {                       /* one, and what came of it */
	const struct trial *trial; /* NULL: nothing fails */
	const char *folder, *errors, *counts;
	int status;
	struct bytes said;
};

static const char old[] = "as it was";

/* ---- one run ---- */

static char *filled(struct arena *a, const struct every *e, const char *argument)
{
	static const char source[] = "SOURCE/";
	if (!str_starts(argument, source))
		return arena_strdup(a, argument);
	return arena_printf(a, "%s/%s", e->source, argument + strlen(source));
}

static void execute(struct arena *a, const struct every *e, const struct run *run, const struct target *target)
{
	char *arguments[ARGUMENTS_MAX + 2] = { arena_strdup(a, e->program) };
	for (int i = 0; target->arguments[i]; i++)
		arguments[i + 1] = filled(a, e, target->arguments[i]);
	int fd = open(run->errors, O_WRONLY | O_CREAT | O_TRUNC, 0666), none = open("/dev/null", O_WRONLY);
	dup2(none, STDOUT_FILENO);
	dup2(fd, STDERR_FILENO);
	setrlimit(RLIMIT_CORE, &(struct rlimit){ 0, 0 });
	setenv("LD_PRELOAD", e->shim, 1);
	setenv("BENCHBRIEF_FAULT_COUNTS", run->counts, 1);
	if (run->trial)
		setenv("BENCHBRIEF_FAULT",
		       arena_printf(a, "%s:%lu:%s", kinds[run->trial->kind].name, run->trial->n,
		                    run->trial->on ? "on" : "once"),
		       1);
	if (chdir(run->folder) != 0)
		_exit(127);
	alarm(SECONDS_MAX);
	execv(e->program, arguments);
	_exit(127);
}

static void put(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");
	if (!f || fputs(text, f) < 0 || fclose(f) != 0) {
		perror(path);
		exit(2);
	}
}

/* The folder as it was: an old file in the place of each that will be made, and nothing else. */
static void lay_out(struct arena *a, const struct run *run, const struct target *target)
{
	struct diags *diags = diags_new(a);
	if (system(arena_printf(a, "rm -rf '%s'", run->folder)) != 0)
		exit(2);
	file_make_folder(arena_printf(a, "%s/charts", run->folder), diags);
	for (int i = 0; i < FILES_MAX && target->files[i]; i++)
		put(arena_printf(a, "%s/%s", run->folder, target->files[i]), old);
}

static void make(struct arena *a, const struct every *e, struct run *run, int target)
{
	lay_out(a, run, &targets[target]);
	pid_t child = fork();
	if (child == 0)
		execute(a, e, run, &targets[target]);
	waitpid(child, &run->status, 0);
	if (!file_read(a, run->errors, 1 << 20, &run->said, diags_new(a)))
		run->said = (struct bytes){ .data = "", .size = 0 };
}

/* ---- what must hold ---- */

static bool says(const struct run *run, const char *words)
{
	return strstr(run->said.data, words) != NULL;
}

/* Whether the message names the fault as what it is: in the system's words, or by the file where a library kept the
 * reason to itself. */
static bool is_true(const struct run *run)
{
	return says(run, strerror(kinds[run->trial->kind].error)) || says(run, "out of memory") ||
	       says(run, "the font cannot be read") || says(run, "memory is short");
}

static bool has(struct arena *a, const struct run *run, const char *file, struct bytes wanted)
{
	return file_holds(arena_printf(a, "%s/%s", run->folder, file), wanted.data, wanted.size);
}

/* Beside the files that the target makes there is nothing. */
static bool is_tidy(struct arena *a, const struct run *run, const struct target *target)
{
	struct bytes found;
	const char *list = arena_printf(a, "%s.list", run->folder);
	size_t n = 0, files = 0;
	if (system(arena_printf(a, "find '%s' ! -type d >'%s'", run->folder, list)) != 0 ||
	    !file_read(a, list, 1 << 20, &found, diags_new(a)))
		return false;
	for (size_t i = 0; i < found.size; i++)
		n += found.data[i] == '\n';
	while (files < FILES_MAX && target->files[files])
		files++;
	return n == files;
}

/* What is wrong; NULL: nothing. */
static const char *judge(struct arena *a, const struct every *e, const struct run *run)
{
	int number = run->trial->target;
	const struct target *target = &targets[number];
	if (WIFSIGNALED(run->status))
		return WTERMSIG(run->status) == SIGALRM ? "hangs"
		                                        : arena_printf(a, "ends by signal %d", WTERMSIG(run->status));
	int status = WEXITSTATUS(run->status);
	if (!is_tidy(a, run, target))
		return "leaves a file behind";
	if (status == 0) {
		for (int i = 0; i < FILES_MAX && target->files[i]; i++)
			if (!has(a, run, target->files[i], e->wanted[number][i]))
				return arena_printf(a, "says done, and %s is not right", target->files[i]);
		return NULL;
	}
	if (status != 3)
		return arena_printf(a, "ends with status %d", status);
	if (!is_true(run))
		return "says something else";
	for (int i = 0; i < FILES_MAX && target->files[i]; i++)
		if (!has(a, run, target->files[i], (struct bytes){ .data = old, .size = strlen(old) }) &&
		    !(says(run, "written before it") && has(a, run, target->files[i], e->wanted[number][i])))
			return arena_printf(a, "fails, and %s has changed", target->files[i]);
	return NULL;
}

/* ---- all runs ---- */

static uint64_t draw(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return *seed >> 33;
}

static void add(struct every *e, int target, int kind, unsigned long n, bool on)
{
	e->trials = arena_grow(e->arena, e->trials, &e->room, e->n_trials, sizeof *e->trials);
	e->trials[e->n_trials++] = (struct trial){ target, kind, n, on };
}

/* Every call, or one at random of each of as many equal parts as the sample has. */
static void plan(struct every *e, int target, int kind)
{
	unsigned long n = e->calls[target][kind];
	unsigned long most = kind == FAULT_malloc ? SAMPLE_MEMORY : SAMPLE;
	unsigned long parts = e->all || n < most ? n : most;
	if (e->only && !str_eq(e->only, targets[target].name) &&
	    !str_eq(e->only, arena_printf(e->arena, "%s:%s", targets[target].name, kinds[kind].name)))
		return;
	for (unsigned long i = 0; i < parts; i++) {
		unsigned long from = n * i / parts, to = n * (i + 1) / parts;
		for (int on = 0; on <= 1; on++)
			add(e, target, kind, 1 + from + draw(&e->seed) % (to - from), on);
	}
}

static char *name_of(struct arena *a, const struct trial *t)
{
	return arena_printf(a, "%s %s:%lu:%s", targets[t->target].name, kinds[t->kind].name, t->n,
	                    t->on ? "on" : "once");
}

static void try(struct every *e, struct arena *a, const struct trial *trial, int worker)
{
	struct run run = { .trial = trial,
		           .folder = arena_printf(a, "%s/run%d", e->scratch, worker),
		           .errors = arena_printf(a, "%s/errors%d", e->scratch, worker),
		           .counts = "/dev/null" };
	make(a, e, &run, trial->target);
	const char *wrong = judge(a, e, &run);
	atomic_fetch_add(&e->tally->done, 1);
	if (wrong) {
		atomic_fetch_add(&e->tally->failed, 1);
		printf("%s %s: %.*s\n", name_of(a, trial), wrong, (int)strcspn(run.said.data, "\n"), run.said.data);
		fflush(stdout);
	} else {
		atomic_fetch_add(WEXITSTATUS(run.status) ? &e->tally->told : &e->tally->right, 1);
	}
}

static void work(struct every *e, int worker)
{
	for (size_t i; (i = atomic_fetch_add(&e->tally->next, 1)) < e->n_trials;) {
		struct arena *a = arena_new();
		try(e, a, &e->trials[i], worker);
		arena_free(a);
	}
}

/* A run without a fault: what it makes is right, and its calls are counted. */
static bool learn(struct every *e, int target)
{
	const struct fault_counts none = { 0 };
	struct fault_counts counts;
	struct run run = { .folder = arena_printf(e->arena, "%s/wanted", e->scratch),
		           .errors = arena_printf(e->arena, "%s/errors", e->scratch),
		           .counts = arena_printf(e->arena, "%s/counts", e->scratch) };
	struct bytes told;
	struct diags *diags = diags_new(e->arena);
	if (!file_write(run.counts, &none, sizeof none, diags))
		return false;
	make(e->arena, e, &run, target);
	if (run.status != 0 || !file_read(e->arena, run.counts, 1 << 20, &told, diags)) {
		fprintf(stderr, "%s fails without a fault: %s\n", targets[target].name, run.said.data);
		return false;
	}
	memcpy(&counts, told.data, sizeof counts);
	memcpy(e->calls[target], counts.calls, sizeof counts.calls);
	for (int i = 0; i < FILES_MAX && targets[target].files[i]; i++)
		if (!file_read(e->arena, arena_printf(e->arena, "%s/%s", run.folder, targets[target].files[i]), 1 << 30,
		               &e->wanted[target][i], diags))
			return false;
	for (int k = 0; k < FAULT_COUNT; k++)
		plan(e, target, k);
	return true;
}

static bool run_all(struct every *e)
{
	long workers = sysconf(_SC_NPROCESSORS_ONLN);
	for (int i = 1; i < workers; i++)
		if (fork() == 0) {
			work(e, i);
			_exit(0);
		}
	work(e, 0);
	while (wait(NULL) > 0)
		;
	const struct tally *t = e->tally;
	printf("%lu faults: %lu did no harm, %lu were told, %lu were not met\n", atomic_load(&t->done),
	       atomic_load(&t->right), atomic_load(&t->told), atomic_load(&t->failed));
	return atomic_load(&t->done) > 0 && atomic_load(&t->failed) == 0;
}

int main(int argc, char **argv)
{
	if (argc < 4) {
		fputs("every PROGRAM SHIM SOURCE [all | SEED]\n", stderr);
		return 2;
	}
	struct every e = { .program = argv[1], .shim = argv[2], .source = argv[3], .only = getenv("ONLY") };
	e.arena = arena_new();
	e.all = argc > 4 && str_eq(argv[4], "all");
	e.seed = argc > 4 && !e.all ? strtoull(argv[4], NULL, 10) : (uint64_t)getpid();
	if (!e.all)
		printf("seed %llu\n", (unsigned long long)e.seed);
	fflush(stdout);
	e.tally = mmap(NULL, sizeof *e.tally, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	e.scratch = arena_strdup(e.arena, "/tmp/benchbrief-faults-XXXXXX");
	if (e.tally == MAP_FAILED || !mkdtemp(e.scratch))
		return 2;
	bool ok = true;
	for (int i = 0; i < TARGETS && ok; i++)
		ok = learn(&e, i);
	ok = ok && run_all(&e);
	if (system(arena_printf(e.arena, "rm -rf '%s'", e.scratch)) != 0)
		ok = false;
	arena_free(e.arena);
	return ok ? 0 : 1;
}
