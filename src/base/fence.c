#define _DEFAULT_SOURCE

#include "base/fence.h"

#include "base/confine.h"
#include "base/file.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define INSTRUMENTED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define INSTRUMENTED 1
#endif
#endif

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#define FENCED 1
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#endif

/* ---- limits ---- */

/* Only what a handler may call. */
static void on_time(int number)
{
	static const char words[] = "benchbrief: error: --untrusted: this takes more than the time that it may take\n";
	(void)number;
	(void)!write(STDERR_FILENO, words, sizeof words - 1);
	_exit(3);
}

static void set_limits(const struct fence *fence)
{
	enum { GRACE = 2 }; /* seconds, if the handler should not come to its end */
	struct sigaction action = { .sa_handler = on_time };
	sigemptyset(&action.sa_mask);
	sigaction(SIGXCPU, &action, NULL);
	confine_limit(RLIMIT_CPU, fence->seconds, GRACE);
	confine_limit(RLIMIT_CORE, 0, 0);
	confine_limit(RLIMIT_FSIZE, fence->file, 0);
	confine_limit(RLIMIT_NOFILE, fence->files, 0);
#ifndef INSTRUMENTED
	confine_limit(RLIMIT_AS, fence->memory, 0);
#endif
}

#ifdef FENCED

/* ---- files ---- */

/* As linux/landlock.h has them, which older systems lack, and the calls' numbers, which are those of every machine. */
enum { CALL_CREATE = 444, CALL_ADD = 445, CALL_RESTRICT = 446, ASK_VERSION = 1, BENEATH = 1 };
enum {
	MAY_EXECUTE = 1 << 0,
	MAY_WRITE = 1 << 1,
	MAY_READ = 1 << 2,
	MAY_LIST = 1 << 3,
	MAY_REMOVE_FOLDER = 1 << 4,
	MAY_REMOVE = 1 << 5,
	MAY_MAKE_FOLDER = 1 << 7,
	MAY_MAKE = 1 << 8,
	MAY_REFER = 1 << 13,
	MAY_TRUNCATE = 1 << 14,
	OF_FILES = MAY_EXECUTE | MAY_WRITE | MAY_READ | MAY_TRUNCATE,
	READS = MAY_READ | MAY_LIST,
	WRITES = READS | MAY_WRITE | MAY_REMOVE_FOLDER | MAY_REMOVE | MAY_MAKE_FOLDER | MAY_MAKE | MAY_REFER |
	         MAY_TRUNCATE,
};

struct ruleset {
	uint64_t files, network;
};

struct beneath {
	uint64_t rights;
	int32_t folder;
} __attribute__((packed));

/* What each version of the kernel's interface can keep. */
static struct ruleset all_rights(long version)
{
	enum { FIRST = 13, NETWORK = 4, DEVICES = 5 };
	unsigned bits = FIRST + (version >= 2) + (version >= 3) + (version >= DEVICES);
	return (struct ruleset){ ((uint64_t)1 << bits) - 1, version >= NETWORK ? 3 : 0 };
}

static void allow(int rules, const char *path, uint64_t rights, uint64_t known)
{
	struct stat st;
	struct beneath rule = { rights & known, file_descriptor(path) };
	if (rule.folder < 0)
		return;
	if (fstat(rule.folder, &st) == 0 && !S_ISDIR(st.st_mode))
		rule.rights &= OF_FILES;
	syscall(CALL_ADD, rules, BENEATH, &rule, 0);
	close(rule.folder);
}

static bool keep_files(const struct fence *fence)
{
	long version = syscall(CALL_CREATE, NULL, 0, ASK_VERSION);
	if (version < 1)
		return false;
	struct ruleset all = all_rights(version);
	enum { SMALL = sizeof(uint64_t), NETWORK = 4 }; /* without the network, which older kernels do not know */
	int rules = (int)syscall(CALL_CREATE, &all, version >= NETWORK ? sizeof all : SMALL, 0);
	if (rules < 0)
		return false;
	for (size_t i = 0; i < fence->n_reads; i++)
		allow(rules, fence->reads[i], READS, all.files);
	for (size_t i = 0; i < fence->n_runs; i++)
		allow(rules, fence->runs[i], READS | MAY_EXECUTE, all.files);
	for (size_t i = 0; i < fence->n_writes; i++)
		allow(rules, fence->writes[i], WRITES, all.files);
	allow(rules, "/dev/null", MAY_READ | MAY_WRITE | MAY_TRUNCATE, all.files);
	bool kept = syscall(CALL_RESTRICT, rules, 0) == 0;
	close(rules);
	return kept;
}

/* ---- calls ---- */

#ifdef __x86_64__
#define MACHINE AUDIT_ARCH_X86_64
#else
#define MACHINE AUDIT_ARCH_AARCH64
#endif

/* What no render needs: the network, other processes, the kernel's own doors. */
static const unsigned refused[] = {
	SYS_socket,
	SYS_connect,
	SYS_bind,
	SYS_listen,
	SYS_accept,
	SYS_accept4,
	SYS_ptrace,
	SYS_process_vm_readv,
	SYS_process_vm_writev,
	SYS_mount,
	SYS_umount2,
	SYS_pivot_root,
	SYS_chroot,
	SYS_unshare,
	SYS_setns,
	SYS_keyctl,
	SYS_add_key,
	SYS_request_key,
	SYS_bpf,
	SYS_perf_event_open,
	SYS_kexec_load,
	SYS_init_module,
	SYS_finit_module,
	SYS_delete_module,
	SYS_open_by_handle_at,
	SYS_name_to_handle_at,
	SYS_acct,
	SYS_swapon,
	SYS_swapoff,
	SYS_reboot,
	SYS_personality,
#ifdef SYS_userfaultfd
	SYS_userfaultfd,
#endif
#ifdef SYS_io_uring_setup
	SYS_io_uring_setup,
#endif
};
enum { N_REFUSED = sizeof refused / sizeof *refused };

static bool keep_calls(void)
{
	enum { HEAD = 4 };
	struct sock_filter code[HEAD + 2 * N_REFUSED + 1] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	};
	unsigned short n = HEAD;
	for (size_t i = 0; i < N_REFUSED; i++) {
		code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, refused[i], 0, 1);
		code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
	}
	code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { .len = n, .filter = code };
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

unsigned fence_raise(const struct fence *fence)
{
	unsigned stands = 0;
	set_limits(fence);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return stands;
	stands |= keep_files(fence) ? FENCE_FILES : 0;
	stands |= keep_calls() ? FENCE_CALLS : 0;
	return stands;
}

unsigned fence_offers(void)
{
	bool files = syscall(CALL_CREATE, NULL, 0, ASK_VERSION) > 0, calls = prctl(PR_GET_SECCOMP) >= 0;
	return (files ? FENCE_FILES : 0) | (calls ? FENCE_CALLS : 0);
}

#else

unsigned fence_raise(const struct fence *fence)
{
	set_limits(fence);
	return 0;
}

unsigned fence_offers(void)
{
	return 0;
}

#endif
