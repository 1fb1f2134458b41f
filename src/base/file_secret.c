#define _XOPEN_SOURCE 700

#include "base/file_secret.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_secret_make(char *hex, size_t digits)
{
	unsigned char random[SECRET_DIGITS / 2];
	size_t n = digits / 2;
	if (n > sizeof random || getrandom(random, n, 0) != (ssize_t)n)
		return false;
	for (size_t i = 0; i < n; i++)
		snprintf(hex + 2 * i, 3, "%02x", (unsigned)random[i]);
	return true;
}

/* Nobody else can read, write or enter it. */
static bool is_private(int fd, mode_t kind)
{
	struct stat s;
	return fstat(fd, &s) == 0 && (s.st_mode & S_IFMT) == kind && s.st_uid == geteuid() &&
	       !(s.st_mode & (S_IRWXG | S_IRWXO));
}

static bool is_secret(const char *hex, size_t digits)
{
	for (size_t i = 0; i < digits; i++)
		if (!isdigit((unsigned char)hex[i]) && (hex[i] < 'a' || hex[i] > 'f'))
			return false;
	return true;
}

/* A file that holds anything else, because its writer was killed, say, is written anew. */
static bool read_or_write(int fd, char *hex, size_t digits)
{
	ssize_t n = pread(fd, hex, digits + 1, 0);
	if (n == (ssize_t)digits && is_secret(hex, digits)) {
		hex[digits] = '\0';
		return true;
	}
	return n >= 0 && file_secret_make(hex, digits) && ftruncate(fd, 0) == 0 &&
	       pwrite(fd, hex, digits, 0) == (ssize_t)digits;
}

bool file_secret_keep(const char *folder, const char *name, char *hex, size_t digits)
{
	int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int fd = at >= 0 && is_private(at, S_IFDIR)
	                 ? openat(at, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR)
	                 : -1;
	bool kept = fd >= 0 && is_private(fd, S_IFREG) && read_or_write(fd, hex, digits);
	if (fd >= 0)
		close(fd);
	if (at >= 0)
		close(at);
	return kept;
}
