/* What both sides share. */
#define _XOPEN_SOURCE 700

#include "press/trial_parts.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

bool trial_take(int fd, void *into, size_t size)
{
	for (char *at = into; size;) {
		ssize_t n = read(fd, at, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (!n)
			errno = ECONNRESET;
		if (n <= 0)
			return false;
		at += n;
		size -= (size_t)n;
	}
	return true;
}

bool trial_give(int fd, const void *from, size_t size)
{
	for (const char *at = from; size;) {
		ssize_t n = send(fd, at, size, MSG_NOSIGNAL);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		at += n;
		size -= (size_t)n;
	}
	return true;
}
