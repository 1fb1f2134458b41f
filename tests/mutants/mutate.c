/* mutate.c: every small change that a test should notice, and a sample of them.
 *
 *   mutate all FILE…                   every mutant of the files
 *   mutate sample SEED COUNT FILE…     about COUNT of them, over all floors by size; each floor gets spare ones behind
 *                                      its quota, for those that do not compile
 *   mutate apply AT N OLD NEW <IN >OUT replaces the N bytes at AT; fails unless they are OLD
 *
 * A mutant is a line of fields with tabs between: floor, quota of the floor, file, line, AT, N, NEW, class, the source
 * line as it was, as it becomes. Blanks in the last two are squeezed, and a change over several lines is shown as one.
 */
#include "tokens.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum class { COMPARISON, LOGIC, ARITHMETIC, CONSTANT, CONDITION, RETURN, CALL, ARGUMENTS, CLASSES };

static const char *const class_names[] = { "comparison", "logic",  "arithmetic", "constant",
	                                   "condition",  "return", "call",       "arguments" };

struct mutant {
	size_t file, at, n;
	int line;
	char *new;
	enum class class;
	bool taken;
};

struct source {
	const char *path;
	char *text, floor[32];
	size_t lines;
};

struct mutants {
	struct source *sources;
	size_t n_sources;
	struct mutant *items;
	size_t count, capacity;
};

static void die(const char *what, const char *which)
{
	fprintf(stderr, "mutate: %s: %s\n", which, what);
	exit(1);
}

static void *sure(void *memory)
{
	if (!memory)
		die("out of memory", "malloc");
	return memory;
}

__attribute__((format(printf, 1, 2))) static char *format_new(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	char *s = sure(malloc((size_t)n + 1));
	va_start(args, format);
	vsnprintf(s, (size_t)n + 1, format, args);
	va_end(args);
	return s;
}

/* ---- finding them ---- */

struct finder {
	struct mutants *all;
	size_t file;
	struct tokens tokens;
};

/* Replaces the tokens first to last; takes new over. */
static void put(struct finder *f, enum class class, size_t first, size_t last, char *new)
{
	struct mutants *m = f->all;
	if (m->count == m->capacity) {
		m->capacity = m->capacity ? m->capacity * 2 : 4096;
		m->items = sure(realloc(m->items, m->capacity * sizeof *m->items));
	}
	const struct token *a = &f->tokens.items[first], *b = &f->tokens.items[last];
	for (char *p = new; *p; p++)
		*p = isspace((unsigned char)*p) ? ' ' : *p;
	m->items[m->count++] = (struct mutant){ f->file, a->at, b->at + b->n - a->at, a->line, new, class, false };
}

static char *text_of(const struct finder *f, size_t first, size_t last)
{
	const struct token *a = &f->tokens.items[first], *b = &f->tokens.items[last];
	return format_new("%.*s", (int)(b->at + b->n - a->at), f->tokens.text + a->at);
}

static bool is(const struct finder *f, size_t i, const char *word)
{
	return token_is(&f->tokens, i, word);
}

static void find_sign(struct finder *f, size_t i)
{
	static const struct {
		const char *old, *new;
		enum class class;
	} swaps[] = {
		{ "<", "<=", COMPARISON },  { "<", ">=", COMPARISON },  { "<=", "<", COMPARISON },
		{ "<=", ">", COMPARISON },  { ">", ">=", COMPARISON },  { ">", "<=", COMPARISON },
		{ ">=", ">", COMPARISON },  { ">=", "<", COMPARISON },  { "==", "!=", COMPARISON },
		{ "!=", "==", COMPARISON }, { "&&", "||", LOGIC },      { "||", "&&", LOGIC },
		{ "+=", "-=", ARITHMETIC }, { "-=", "+=", ARITHMETIC },
	};
	for (size_t k = 0; k < sizeof swaps / sizeof *swaps; k++)
		if (is(f, i, swaps[k].old))
			put(f, swaps[k].class, i, i, format_new("%s", swaps[k].new));
	/* + and - between two operands */
	const struct token *before = &f->tokens.items[i - 1];
	bool operand = before->kind == TOKEN_NUMBER || is(f, i - 1, ")") || is(f, i - 1, "]") ||
	               (before->kind == TOKEN_WORD && !is(f, i - 1, "return") && !is(f, i - 1, "case"));
	if (operand && is(f, i, "+"))
		put(f, ARITHMETIC, i, i, format_new("-"));
	if (operand && is(f, i, "-"))
		put(f, ARITHMETIC, i, i, format_new("+"));
}

/* char name[64]: room, which may be wider or narrower unnoticed */
static bool is_array_size(const struct finder *f, size_t i)
{
	if (!is(f, i - 1, "[") || !is(f, i + 1, "]") || i < 3 || f->tokens.items[i - 2].kind != TOKEN_WORD)
		return false;
	return f->tokens.items[i - 3].kind == TOKEN_WORD ? !is(f, i - 3, "return") : is(f, i - 3, "*");
}

static void find_number(struct finder *f, size_t i)
{
	if (is(f, i - 1, "case") || is_array_size(f, i))
		return;
	char *old = text_of(f, i, i);
	if (strcmp(old, "0") == 0) {
		put(f, CONSTANT, i, i, format_new("1"));
	} else {
		put(f, CONSTANT, i, i, strcmp(old, "1") == 0 ? format_new("0") : format_new("(%s - 1)", old));
		put(f, CONSTANT, i, i, format_new("(%s + 1)", old));
		put(f, CONSTANT, i, i, format_new("(%s * 10)", old));
	}
	free(old);
}

static bool starts_statement(const struct finder *f, size_t i)
{
	if (is(f, i - 1, ";") || is(f, i - 1, "{") || is(f, i - 1, "}") || is(f, i - 1, "else"))
		return true;
	if (!is(f, i - 1, ")"))
		return false;
	size_t open = f->tokens.items[i - 1].match;
	return is(f, open - 1, "if") || is(f, open - 1, "while") || is(f, open - 1, "for");
}

/* Giving memory back and closing shows in the sanitizers' builds only. */
static bool is_release(const struct finder *f, size_t i)
{
	static const char *const ends[] = { "free",    "close", "closedir", "finish", "destroy",
		                            "Destroy", "unref", "va_end",   "clear" };
	const struct token *token = &f->tokens.items[i];
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
		if (token->n >= strlen(ends[k]) &&
		    strncmp(f->tokens.text + token->at + token->n - strlen(ends[k]), ends[k], strlen(ends[k])) == 0)
			return true;
	return false;
}

static void find_swapped_arguments(struct finder *f, size_t open)
{
	size_t close = f->tokens.items[open].match, starts[32], n = 0;
	starts[n++] = open + 1;
	for (size_t i = open + 1; i < close && n < 31; i++) {
		if (is(f, i, "(") || is(f, i, "[") || is(f, i, "{"))
			i = f->tokens.items[i].match;
		else if (is(f, i, ","))
			starts[n++] = i + 1;
	}
	starts[n] = close + 1;
	for (size_t k = 0; k + 1 < n; k++) {
		size_t end = starts[k + 2] - 2;
		char *a = text_of(f, starts[k], starts[k + 1] - 2), *b = text_of(f, starts[k + 1], end);
		if (strcmp(a, b) != 0)
			put(f, ARGUMENTS, starts[k], end, format_new("%s, %s", b, a));
		free(a);
		free(b);
	}
}

static void find_call(struct finder *f, size_t i)
{
	static const char *const not_calls[] = { "if",     "while",         "for",    "switch",   "return",
		                                 "sizeof", "__attribute__", "assert", "va_start", "va_arg" };
	for (size_t k = 0; k < sizeof not_calls / sizeof *not_calls; k++)
		if (is(f, i, not_calls[k]))
			return;
	size_t close = f->tokens.items[i + 1].match;
	if (starts_statement(f, i) && is(f, close + 1, ";") && !is_release(f, i))
		put(f, CALL, i, close + 1, format_new(";"));
	find_swapped_arguments(f, i + 1);
}

/* Every return but a function's last statement. */
static void find_return(struct finder *f, size_t i)
{
	size_t end = i;
	while (!is(f, end, ";"))
		end = is(f, end, "(") || is(f, end, "[") || is(f, end, "{") ? f->tokens.items[end].match : end + 1;
	if (!(is(f, end + 1, "}") && f->tokens.items[i].depth == 1))
		put(f, RETURN, i, end, format_new(";"));
}

static void find_word(struct finder *f, size_t i)
{
	if (is(f, i, "true"))
		put(f, CONSTANT, i, i, format_new("false"));
	else if (is(f, i, "false"))
		put(f, CONSTANT, i, i, format_new("true"));
	if (f->tokens.items[i].depth == 0) /* outside of functions */
		return;
	if (is(f, i, "return"))
		find_return(f, i);
	if (!is(f, i + 1, "("))
		return;
	if (is(f, i, "if") || is(f, i, "while")) {
		size_t close = f->tokens.items[i + 1].match;
		char *condition = text_of(f, i + 2, close - 1);
		put(f, CONDITION, i + 1, close, format_new("(!(%s))", condition));
		free(condition);
	}
	find_call(f, i);
}

/* Skipped with their arguments. Too much room is never noticed, and too little only under the sanitizers. */
static size_t past_unseen(const struct finder *f, size_t i)
{
	static const char *const unseen[] = { "assert",        "static_assert", "_Static_assert",
		                              "__attribute__", "arena_alloc",   "arena_grow" };
	for (size_t k = 0; k < sizeof unseen / sizeof *unseen; k++)
		if (is(f, i, unseen[k]) && is(f, i + 1, "("))
			return f->tokens.items[i + 1].match;
	return i;
}

static void find_in(struct mutants *all, size_t file)
{
	struct finder f = { all, file, tokens_of(all->sources[file].text) };
	for (size_t i = 1; i < f.tokens.count; i++) {
		size_t past = past_unseen(&f, i);
		if (past > i) {
			i = past;
			continue;
		}
		switch (f.tokens.items[i].kind) {
		case TOKEN_WORD:
			find_word(&f, i);
			break;
		case TOKEN_NUMBER:
			find_number(&f, i);
			break;
		case TOKEN_SIGN:
			find_sign(&f, i);
			break;
		case TOKEN_TEXT:
			break;
		}
	}
	tokens_free(&f.tokens);
}

/* ---- reading and printing ---- */

static char *read_all(FILE *in, const char *path)
{
	char *text = NULL;
	size_t n = 0, got = 0;
	do {
		text = sure(realloc(text, n + 65537));
		got = fread(text + n, 1, 65536, in);
		n += got;
	} while (got);
	if (ferror(in))
		die("cannot be read", path);
	text[n] = 0;
	return text;
}

static struct source read_source(const char *path)
{
	struct source s = { .path = path };
	FILE *in = fopen(path, "r");
	if (!in)
		die("cannot be opened", path);
	s.text = read_all(in, path);
	fclose(in);
	for (const char *p = s.text; *p; p++)
		s.lines += *p == '\n';
	/* src/FLOOR/file.c; what lies in src/ itself belongs to the top floor */
	if (sscanf(path, "src/%31[^/]/", s.floor) != 1 || strchr(s.floor, '.'))
		snprintf(s.floor, sizeof s.floor, "command");
	return s;
}

static struct mutants find_all(int n, char **paths)
{
	struct mutants all = { .sources = sure(calloc((size_t)n + 1, sizeof *all.sources)), .n_sources = (size_t)n };
	for (size_t i = 0; i < all.n_sources; i++) {
		all.sources[i] = read_source(paths[i]);
		find_in(&all, i);
	}
	return all;
}

/* Blanks squeezed, none at the ends. */
static void print_squeezed(const char *s, size_t n, bool *blank)
{
	for (size_t i = 0; i < n; i++) {
		if (isspace((unsigned char)s[i])) {
			*blank = true;
			continue;
		}
		if (*blank)
			putchar(' ');
		putchar(s[i]);
		*blank = false;
	}
}

static void print_line(const struct source *s, const struct mutant *m, const char *middle, size_t n)
{
	size_t from = m->at, to = m->at + m->n;
	while (from && s->text[from - 1] != '\n')
		from--;
	while (from < m->at && isspace((unsigned char)s->text[from]))
		from++;
	while (s->text[to] && s->text[to] != '\n')
		to++;
	bool blank = false;
	print_squeezed(s->text + from, m->at - from, &blank);
	print_squeezed(middle, n, &blank);
	print_squeezed(s->text + m->at + m->n, to - m->at - m->n, &blank);
}

static void print_line_above(const struct source *s, size_t at)
{
	size_t to = at;
	while (to && s->text[to - 1] != '\n')
		to--;
	to -= to > 0;
	size_t from = to;
	while (from && s->text[from - 1] != '\n')
		from--;
	while (from < to && isspace((unsigned char)s->text[from]))
		from++;
	bool blank = false;
	print_squeezed(s->text + from, to - from, &blank);
}

static void print_mutant(const struct mutants *all, const struct mutant *m, size_t quota)
{
	const struct source *s = &all->sources[m->file];
	printf("%s\t%zu\t%s\t%d\t%zu\t%zu\t%s\t%s\t", s->floor, quota, s->path, m->line, m->at, m->n, m->new,
	       class_names[m->class]);
	print_line(s, m, s->text + m->at, m->n);
	putchar('\t');
	print_line(s, m, m->new, strlen(m->new));
	putchar('\t');
	print_line_above(s, m->at);
	putchar('\n');
}

/* ---- sampling ---- */

static uint64_t state;

/* Splitmix64: the same numbers everywhere. */
static uint64_t random_below(uint64_t n)
{
	uint64_t z = state += 0x9e3779b97f4a7c15u;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (z ^ z >> 31) % n;
}

/* Any mutant of this floor and class that is not taken yet, NULL if there is none. */
static struct mutant *draw(const struct mutants *all, const char *floor, enum class class)
{
	struct mutant *chosen = NULL;
	uint64_t seen = 0;
	for (size_t i = 0; i < all->count; i++) {
		struct mutant *m = &all->items[i];
		if (!m->taken && m->class == class && strcmp(all->sources[m->file].floor, floor) == 0 &&
		    random_below(++seen) == 0)
			chosen = m;
	}
	return chosen;
}

static void sample_floor(const struct mutants *all, const char *floor, size_t quota)
{
	size_t wanted = quota * 3 + 10;
	for (size_t tries = wanted * 4; wanted && tries; tries--) {
		struct mutant *m = draw(all, floor, (enum class)random_below(CLASSES));
		if (!m)
			continue;
		m->taken = true;
		print_mutant(all, m, quota);
		wanted--;
	}
}

static bool is_first_of_floor(const struct mutants *all, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(all->sources[k].floor, all->sources[i].floor) == 0)
			return false;
	return true;
}

static void sample(const struct mutants *all, size_t count)
{
	size_t lines = 0;
	for (size_t i = 0; i < all->n_sources; i++)
		lines += all->sources[i].lines;
	for (size_t i = 0; i < all->n_sources; i++) {
		size_t of_floor = 0;
		if (!is_first_of_floor(all, i))
			continue;
		for (size_t k = 0; k < all->n_sources; k++)
			if (strcmp(all->sources[k].floor, all->sources[i].floor) == 0)
				of_floor += all->sources[k].lines;
		size_t quota = (count * of_floor + lines - 1) / lines;
		sample_floor(all, all->sources[i].floor, quota < 2 ? 2 : quota);
	}
}

/* ---- main ---- */

static int apply(size_t at, size_t n, const char *old, const char *new)
{
	char *text = read_all(stdin, "standard input");
	if (at + n > strlen(text) || strlen(old) != n || strncmp(text + at, old, n) != 0) {
		fprintf(stderr, "mutate: the mutant no longer applies\n");
		return 1;
	}
	printf("%.*s%s%s", (int)at, text, new, text + at + n);
	free(text);
	return 0;
}

int main(int argc, char **argv)
{
	if (argc > 2 && strcmp(argv[1], "all") == 0) {
		struct mutants all = find_all(argc - 2, argv + 2);
		for (size_t i = 0; i < all.count; i++)
			print_mutant(&all, &all.items[i], 0);
	} else if (argc > 4 && strcmp(argv[1], "sample") == 0) {
		state = strtoull(argv[2], NULL, 10);
		struct mutants all = find_all(argc - 4, argv + 4);
		sample(&all, (size_t)strtoul(argv[3], NULL, 10));
	} else if (argc == 6 && strcmp(argv[1], "apply") == 0) {
		return apply((size_t)strtoul(argv[2], NULL, 10), (size_t)strtoul(argv[3], NULL, 10), argv[4], argv[5]);
	} else {
		fprintf(stderr, "usage: mutate all FILE… | sample SEED COUNT FILE… | apply AT N OLD NEW\n");
		return 2;
	}
	return 0;
}
