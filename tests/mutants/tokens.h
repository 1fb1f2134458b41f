/* tokens.h: a C source cut into tokens, for whoever changes one of them.
 *
 * Comments, white space and preprocessor lines are left out. A token points into the text, which must outlive it. */
#ifndef MUTANTS_TOKENS_H
#define MUTANTS_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_TEXT, TOKEN_SIGN };

struct token {
	enum token_kind kind;
	size_t at, n; /* bytes of the text */
	int line;     /* from 1 */
	int depth;    /* how many braces are open around it; a brace itself lies outside */
	size_t match; /* of a bracket: the index of its other half */
};

struct tokens {
	const char *text;
	struct token *items;
	size_t count;
};

/* text ends in NUL. Running out of memory and unbalanced brackets end the program. Free it with tokens_free. */
struct tokens tokens_of(const char *text);
void tokens_free(struct tokens *tokens);

/* False past the end. */
bool token_is(const struct tokens *tokens, size_t i, const char *word);

#endif
