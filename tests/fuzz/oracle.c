#define _XOPEN_SOURCE 700

#include "oracle.h"

#include "base/arena.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- the plain form ---- */

void oracle_add_text(struct strbuf *b, char kind, const char *text)
{
	strbuf_addf(b, "%c%zu:%s", kind, strlen(text), text);
}

void oracle_add(struct strbuf *b, const struct value *v)
{
	switch (v->kind) {
	case VALUE_MISSING:
		strbuf_add(b, "~");
		return;
	case VALUE_BOOL:
		strbuf_add(b, v->boolean ? "T" : "F");
		return;
	case VALUE_NUMBER:
		oracle_add_text(b, '#', v->text);
		return;
	case VALUE_STRING:
		oracle_add_text(b, '"', v->text);
		return;
	case VALUE_LIST:
		strbuf_addf(b, "[%zu:", v->count);
		for (size_t i = 0; i < v->count; i++)
			oracle_add(b, &v->items[i]);
		return;
	case VALUE_MAP:
		strbuf_addf(b, "{%zu:", v->count);
		for (size_t i = 0; i < v->count; i++) {
			oracle_add_text(b, '"', v->keys[i].text);
			oracle_add(b, &v->items[i]);
		}
		return;
	}
}

/* Python keeps the blanks around a cell, and this reader those of a cell in quotes: neither counts. */
static void add_cell(struct strbuf *b, const char *text)
{
	text += strspn(text, " \t");
	size_t n = strlen(text);
	while (n && (text[n - 1] == ' ' || text[n - 1] == '\t'))
		n--;
	strbuf_addf(b, "\"%zu:", n);
	strbuf_addn(b, text, n);
}

/* Every cell as text: the header, then the rows. */
static void add_table(struct strbuf *b, const struct value *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct value *row = &list->items[i];
		if (!i) {
			strbuf_addf(b, "[%zu:", row->count);
			for (size_t k = 0; k < row->count; k++)
				add_cell(b, row->keys[k].text);
		}
		strbuf_addf(b, "[%zu:", row->count);
		for (size_t k = 0; k < row->count; k++)
			add_cell(b, row->items[k].text);
	}
}

/* ---- the other process ---- */

static pid_t child;
static int to, from;
static bool missing;

static void end_child(void)
{
	close(to);
	close(from);
	waitpid(child, NULL, 0);
}

/* Not by stdio: the timer of libFuzzer breaks calls off. */
static bool put(const void *bytes, size_t size)
{
	for (const char *at = bytes; size;) {
		ssize_t n = write(to, at, size);
		if (n < 0 && errno != EINTR)
			return false;
		at += n > 0 ? n : 0;
		size -= n > 0 ? (size_t)n : 0;
	}
	return true;
}

static bool get(void *into, size_t size)
{
	for (char *at = into; size;) {
		ssize_t n = read(from, at, size);
		if (n == 0 || (n < 0 && errno != EINTR))
			return false;
		at += n > 0 ? n : 0;
		size -= n > 0 ? (size_t)n : 0;
	}
	return true;
}

static void be_child(int in, int out)
{
	if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0)
		_exit(127);
	execlp("python3", "python3", "-S", ORACLE, (char *)NULL);
	_exit(127);
}

static void start(void)
{
	int down[2], up[2];
	if (pipe(down) != 0 || pipe(up) != 0)
		exit(2);
	child = fork();
	if (child < 0)
		exit(2);
	if (child == 0) {
		close(down[1]);
		close(up[0]);
		be_child(down[0], up[1]);
	}
	close(down[0]);
	close(up[1]);
	to = down[1];
	from = up[0];
	atexit(end_child);
	char ready;
	if (!get(&ready, 1)) {
		missing = true;
		fputs("python3 is not here: nothing is compared with its json and csv\n", stderr);
	}
}

/* The answer, from malloc: '!' it refuses; '+' or '-' and the tree, where '-' has what this program may refuse. */
static char *ask(enum oracle which, const uint8_t *data, size_t size, size_t *n)
{
	enum { DIGITS = 12 };
	char question[DIGITS + 8], digits[DIGITS + 1] = "", *answer = NULL;
	int asked = snprintf(question, sizeof question, "%c%*zu\n", which, DIGITS, size);
	bool ok = put(question, (size_t)asked) && put(data, size) && get(digits, DIGITS);
	size_t length = strtoul(digits, NULL, 10);
	if (!ok || !(answer = malloc(length + 1)) || !get(answer, length)) {
		fputs("the other reader ended\n", stderr);
		abort();
	}
	answer[length] = '\0';
	*n = length;
	return answer;
}

void oracle_compare(enum oracle which, const uint8_t *data, size_t size, const struct value *tree)
{
	size_t n;
	if (!child)
		start();
	if (missing)
		return;
	char *answer = ask(which, data, size, &n);
	struct arena *arena = arena_new();
	struct strbuf ours = strbuf_new(arena);
	if (tree && which == ORACLE_CSV)
		add_table(&ours, tree);
	else if (tree)
		oracle_add(&ours, tree);
	bool header_only = which == ORACLE_CSV && tree && !tree->count;
	bool same = *answer != '!' && (header_only || (ours.n == n - 1 && memcmp(ours.s, answer + 1, n - 1) == 0));
	if (tree ? !same : *answer == '+') {
		fprintf(stderr, "here:  %s\nthere: %s\n", tree ? ours.s : "(refused)", answer);
		abort();
	}
	arena_free(arena);
	free(answer);
}
