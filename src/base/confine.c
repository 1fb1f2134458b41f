#define _DEFAULT_SOURCE

#include "base/confine.h"

#include "base/file.h"

#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define INSTRUMENTED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define INSTRUMENTED 1
#endif
#endif

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#define FILTERED 1
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#endif

/* ---- limits ---- */

void confine_limit(int resource, size_t most, size_t grace)
{
	struct rlimit now;
	if (getrlimit(resource, &now) != 0)
		return;
	if (now.rlim_max == RLIM_INFINITY || now.rlim_max > most + grace)
		now.rlim_max = most + grace;
	now.rlim_cur = now.rlim_max < most ? now.rlim_max : most;
	setrlimit(resource, &now);
}

static void set_limits(const struct confine_limits *limits)
{
	enum { WRITTEN_MAX = 8 << 20 }; /* what libraries may print */
	confine_limit(RLIMIT_CPU, limits->seconds, 1);
	confine_limit(RLIMIT_CORE, 0, 0);
	confine_limit(RLIMIT_FSIZE, WRITTEN_MAX, 0);
#ifndef INSTRUMENTED
	confine_limit(RLIMIT_AS, limits->memory, 0);
#endif
}

void confine_shed(void)
{
	enum { INHERITED_MAX = 256 };
	for (int fd = CONFINE_CATALOGUE; fd < INHERITED_MAX; fd++)
		close(fd);
}

#ifdef FILTERED

/* ---- files that were kept ---- */

struct kept { /* a record of the catalogue, a file without a name that the handler of a signal can read */
	uint64_t name;
	int64_t fd;
};

static uint64_t name_of(const char *path)
{
	uint64_t hash = 14695981039346656037u; /* FNV-1a */
	for (; *path; path++)
		hash = (hash ^ (unsigned char)*path) * 1099511628211u;
	return hash;
}

void confine_catch_output(void)
{
	int file = (int)syscall(SYS_memfd_create, "output", 0);
	if (file >= 0 && dup2(file, STDOUT_FILENO) >= 0)
		close(file);
}

static void raise_descriptors(void)
{
	struct rlimit files;
	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return;
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
}

void confine_keep(const char *const *paths, size_t count)
{
	enum { SPARE = 16, KEPT_MAX = 4000 };
	raise_descriptors();
	long most = sysconf(_SC_OPEN_MAX) - SPARE; /* some are left to copy the others to */
	int catalogue = (int)syscall(SYS_memfd_create, "kept", 0);
	if (catalogue < 0 || (catalogue != CONFINE_CATALOGUE && dup2(catalogue, CONFINE_CATALOGUE) < 0))
		return;
	for (size_t i = 0; i < count && i < KEPT_MAX; i++) {
		struct kept kept = { name_of(paths[i]), file_descriptor(paths[i]) };
		if (kept.fd >= most || (kept.fd < 0 && errno == EMFILE))
			break;
		if (kept.fd >= 0 && write(CONFINE_CATALOGUE, &kept, sizeof kept) != (ssize_t)sizeof kept)
			break;
	}
}

/* The descriptor of the kept file; -1 if there is none. Only what a handler may call. */
static int kept_as(const char *path)
{
	struct kept kept;
	uint64_t name = name_of(path);
	for (off_t at = 0; pread(CONFINE_CATALOGUE, &kept, sizeof kept, at) == (ssize_t)sizeof kept; at += sizeof kept)
		if (kept.name == name)
			return (int)kept.fd;
	return -1;
}

/* What the kernel would return: a copy of the descriptor, at the file's start, or for a question 0; minus an error. */
static long answer(const char *path, bool asks)
{
	int kept = kept_as(path), fd = kept < 0 || asks ? -1 : dup(kept);
	if (kept < 0)
		return -EACCES;
	if (asks)
		return 0;
	if (fd < 0)
		return -EMFILE;
	lseek(fd, 0, SEEK_SET);
	return fd;
}

static void on_path(int number, siginfo_t *info, void *context)
{
	int before = errno;
	ucontext_t *u = context;
	(void)number;
#ifdef __x86_64__
	enum { RDI = 8, RSI = 9, RAX = 13 }; /* as <sys/ucontext.h> has them for GNU programs */
	bool asks = info->si_syscall == SYS_access || info->si_syscall == SYS_faccessat;
	bool first = info->si_syscall == SYS_access || info->si_syscall == SYS_open;
	greg_t *r = u->uc_mcontext.gregs;
	r[RAX] = answer((const char *)(uintptr_t)r[first ? RDI : RSI], asks);
#else
	unsigned long long *r = u->uc_mcontext.regs;
	r[0] = (unsigned long long)answer((const char *)(uintptr_t)r[1], info->si_syscall == SYS_faccessat);
#endif
	errno = before;
}

/* ---- the filter ---- */

#ifdef __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#else
#define MACHINE AUDIT_ARCH_AARCH64
#endif

/* What memory, threads, clocks and descriptors that are open take. */
static const unsigned harmless[] = {
	SYS_read,
	SYS_write,
	SYS_readv,
	SYS_writev,
	SYS_pread64,
	SYS_pwrite64,
	SYS_sendto, /* through a socket that is open */
	SYS_lseek,
	SYS_close,
	SYS_fstat,
	SYS_ftruncate,
	SYS_dup,
	SYS_fcntl,
	SYS_mmap,
	SYS_munmap,
	SYS_mremap,
	SYS_mprotect,
	SYS_madvise,
	SYS_brk,
	SYS_futex,
	SYS_set_robust_list,
	SYS_rseq,
	SYS_sched_yield,
	SYS_sched_getaffinity,
	SYS_rt_sigaction,
	SYS_rt_sigprocmask,
	SYS_rt_sigreturn,
	SYS_sigaltstack,
	SYS_setitimer,
	SYS_clock_gettime,
	SYS_clock_nanosleep,
	SYS_nanosleep,
	SYS_gettimeofday,
	SYS_getrandom,
	SYS_getpid,
	SYS_gettid,
	SYS_getuid,
	SYS_geteuid,
	SYS_getgid,
	SYS_getegid,
	SYS_sysinfo,
	SYS_uname,
	SYS_getrusage,
	SYS_restart_syscall,
	SYS_exit,
	SYS_exit_group,
};
enum { N_HARMLESS = sizeof harmless / sizeof *harmless };

struct filter {
	struct sock_filter code[2 * N_HARMLESS + 32];
	unsigned short size;
};

static void put(struct filter *f, struct sock_filter instruction)
{
	f->code[f->size++] = instruction;
}

static void let(struct filter *f, unsigned call, unsigned verdict)
{
	put(f, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
	put(f, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, verdict));
}

/* Only with these bits in an argument. The call's number is then gone: a verdict falls either way. */
static void let_if(struct filter *f, unsigned call, unsigned argument, unsigned bits)
{
	unsigned offset = (unsigned)offsetof(struct seccomp_data, args) + argument * (unsigned)sizeof(uint64_t);
	put(f, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4));
	put(f, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset));
	put(f, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, bits, 0, 1));
	put(f, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
	put(f, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES));
}

static void write_filter(struct filter *f)
{
	enum { BY_DESCRIPTOR = 0x1000 }; /* AT_EMPTY_PATH, as GNU programs know it */
	f->size = 0;
	put(f, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)));
	put(f, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0));
	put(f, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
	put(f, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
	for (size_t i = 0; i < N_HARMLESS; i++)
		let(f, harmless[i], SECCOMP_RET_ALLOW);
#ifdef __x86_64__
	let(f, SYS_open, SECCOMP_RET_TRAP);
	let(f, SYS_access, SECCOMP_RET_TRAP);
#endif
	let(f, SYS_openat, SECCOMP_RET_TRAP);
	let(f, SYS_faccessat, SECCOMP_RET_TRAP);
	let(f, SYS_clone3, SECCOMP_RET_ERRNO | ENOSYS); /* its flags cannot be seen; clone is tried next */
	let_if(f, SYS_newfstatat, 3, BY_DESCRIPTOR);
	let_if(f, SYS_clone, 0, 0x10000); /* CLONE_THREAD */
	put(f, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES));
}

static bool set_filter(void)
{
	struct filter filter;
	struct sigaction action = { .sa_flags = SA_SIGINFO | SA_NODEFER };
	write_filter(&filter);
	struct sock_fprog program = { .len = filter.size, .filter = filter.code };
	action.sa_sigaction = on_path;
	sigemptyset(&action.sa_mask);
	return sigaction(SIGSYS, &action, NULL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
	       syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

#else

void confine_catch_output(void)
{
}

void confine_keep(const char *const *paths, size_t count)
{
	(void)paths;
	(void)count;
}

static bool set_filter(void)
{
	return false;
}

#endif

enum confined confine(const struct confine_limits *limits)
{
	set_limits(limits);
	return set_filter() ? CONFINED : CONFINED_BY_LIMITS;
}
