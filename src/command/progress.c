#define _DEFAULT_SOURCE

#include "command/progress.h"

#include "base/deadline.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { LINE = 160, BAR_MOST = 30, BAR_LEAST = 5, WIDTH_UNKNOWN = 80, MINUTE = 60, HOUR = 3600 };

static const double pause_between = 0.1; /* seconds */

void progress_time(double seconds, char *to)
{
	long whole = (long)(seconds + 0.5);
	if (seconds < MINUTE)
		snprintf(to, PROGRESS_TIME, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
	else if (whole < HOUR)
		snprintf(to, PROGRESS_TIME, "%ld min %ld s", whole / MINUTE, whole % MINUTE);
	else
		snprintf(to, PROGRESS_TIME, "%ld h %ld min", whole / HOUR, whole % HOUR / MINUTE);
}

struct progress progress_begin(size_t total, bool quiet, bool verbose)
{
	return (struct progress){ .total = total,
		                  .bar = !quiet && !verbose && isatty(STDERR_FILENO),
		                  .lines = verbose,
		                  .begun = deadline_clock() };
}

static size_t sum(const struct progress_count *count)
{
	return count->done + count->wrong + count->failed;
}

/* The words of a count that is not all well; "" otherwise. */
static void faults(const struct progress_count *count, char *to, size_t room)
{
	*to = '\0';
	if (count->wrong || count->failed)
		snprintf(to, room, ", %zu wrong, %zu failed", count->wrong, count->failed);
}

/* ---- on a terminal ---- */

static size_t columns(void)
{
	struct winsize size;
	return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col ? size.ws_col : WIDTH_UNKNOWN;
}

/* Over what stood there, of which nothing may be left. */
static void draw(struct progress *p, const char *text)
{
	size_t n = strlen(text), most = columns() - 1;
	n = n < most ? n : most;
	fprintf(stderr, "\r%.*s%*s\r%.*s", (int)n, text, p->width > n ? (int)(p->width - n) : 0, "", (int)n, text);
	fflush(stderr);
	p->width = n;
}

static void words(const struct progress *p, const struct progress_count *count, char *to)
{
	size_t n = sum(count);
	double spent = deadline_clock() - p->begun, rate = spent > 0 ? (double)n / spent : 0;
	char left[PROGRESS_TIME] = "", bad[LINE / 2];
	faults(count, bad, sizeof bad);
	if (n)
		progress_time((double)(p->total - n) / (rate > 0 ? rate : 1), left);
	snprintf(to, LINE, "%zu/%zu%s  %.1f/s%s%s%s", n, p->total, bad, rate, n ? "  " : "", left, n ? " left" : "");
}

void progress_show(struct progress *p, const struct progress_count *count)
{
	char said[LINE], bar[BAR_MOST + 1], text[LINE + BAR_MOST + 4];
	double now = deadline_clock();
	if (!p->bar || now - p->drawn < pause_between)
		return;
	p->drawn = now;
	words(p, count, said);
	size_t room = columns(), taken = strlen(said) + 4, cells = room > taken ? room - taken : 0;
	cells = cells > BAR_MOST ? BAR_MOST : cells;
	size_t full = p->total ? cells * sum(count) / p->total : 0;
	memset(bar, '.', cells);
	memset(bar, '#', full);
	bar[cells] = '\0';
	if (cells < BAR_LEAST)
		snprintf(text, sizeof text, "%s", said);
	else
		snprintf(text, sizeof text, "[%s] %s", bar, said);
	draw(p, text);
}

/* ---- line by line ---- */

void progress_tell(struct progress *p, const struct progress_count *count, const char *what, const char *how)
{
	if (p->lines)
		fprintf(stderr, "%zu/%zu  %s  %s\n", sum(count), p->total, what, how);
}

void progress_end(struct progress *p, const struct progress_count *count)
{
	char spent[PROGRESS_TIME], bad[LINE / 2], text[LINE];
	if (!p->bar && !p->lines)
		return;
	progress_time(deadline_clock() - p->begun, spent);
	faults(count, bad, sizeof bad);
	snprintf(text, sizeof text, "%zu done%s, in %s", count->done, bad, spent);
	if (p->bar)
		draw(p, text);
	else
		fputs(text, stderr);
	fputs("\n", stderr);
}
