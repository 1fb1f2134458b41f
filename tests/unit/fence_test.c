/* What a fenced process can no longer do. Each test happens in a child: a fence is for good. */
#define _DEFAULT_SOURCE

#include "base/fence.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct yard {
	char folder[64];
	char inside[80], outside[80], link[80];
};

static void put(const char *path)
{
	FILE *f = fopen(path, "w");
	assert_non_null(f);
	fputs("x", f);
	fclose(f);
}

static int open_yard(void **state)
{
	struct yard *y = calloc(1, sizeof *y);
	strcpy(y->folder, "/tmp/benchbrief-fence-XXXXXX");
	assert_non_null(mkdtemp(y->folder));
	snprintf(y->inside, sizeof y->inside, "%s/in", y->folder);
	assert_int_equal(mkdir(y->inside, 0755), 0);
	snprintf(y->outside, sizeof y->outside, "%s/secret", y->folder);
	snprintf(y->link, sizeof y->link, "%s/in/link", y->folder);
	put(y->outside);
	assert_int_equal(symlink(y->outside, y->link), 0);
	char own[96];
	snprintf(own, sizeof own, "%s/own", y->inside);
	put(own);
	*state = y;
	return 0;
}

static int close_yard(void **state)
{
	struct yard *y = *state;
	char command[128];
	snprintf(command, sizeof command, "rm -r '%s'", y->folder);
	int gone = system(command);
	free(y);
	return gone;
}

/* The exit status of a child that raises a fence around the folder inside and then tries. 99: what it needs is not in
 * this kernel. */
static int tried(const struct yard *y, unsigned needs, int (*act)(const struct yard *y))
{
	pid_t child = fork();
	if (child == 0) {
		const char *reads[] = { y->inside };
		struct fence fence = { .reads = reads, .n_reads = 1, .memory = (size_t)4 << 30, .seconds = 1 };
		fence.file = 1 << 20;
		fence.files = 64;
		unsigned stands = fence_raise(&fence);
		_exit((stands & needs) != needs ? 99 : act(y));
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void holds(int status)
{
	if (status == 99)
		skip();
	assert_int_equal(status, 0);
}

static int read_around(const struct yard *y)
{
	char own[96];
	snprintf(own, sizeof own, "%s/own", y->inside);
	return open(own, O_RDONLY) < 0                     ? 1
	       : open(y->outside, O_RDONLY) >= 0           ? 2
	       : open(y->link, O_RDONLY) >= 0              ? 3
	       : open("/etc/passwd", O_RDONLY) >= 0        ? 4
	       : open(own, O_WRONLY) >= 0                  ? 5
	       : open(y->outside, O_WRONLY | O_CREAT) >= 0 ? 6
	                                                   : 0;
}

static void files_outside_are_neither_read_nor_written(void **state)
{
	holds(tried(*state, FENCE_FILES, read_around));
}

static int reach_out(const struct yard *y)
{
	(void)y;
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 1 : socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ? 2 : 0;
}

static void there_is_no_network(void **state)
{
	holds(tried(*state, FENCE_CALLS, reach_out));
}

static int run_a_program(const struct yard *y)
{
	(void)y;
	execl("/bin/true", "true", (char *)NULL);
	return 0;
}

static void no_other_program_is_run(void **state)
{
	holds(tried(*state, FENCE_FILES, run_a_program));
}

static int go_on_for_ever(const struct yard *y)
{
	for (volatile unsigned i = 0;; i = i + 1)
		if (!y)
			return 0;
}

static void time_ends_with_status_3(void **state)
{
	assert_int_equal(tried(*state, 0, go_on_for_ever), 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_yard, close_yard)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(files_outside_are_neither_read_nor_written),
		TEST(there_is_no_network),
		TEST(no_other_program_is_run),
		TEST(time_ends_with_status_3),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
