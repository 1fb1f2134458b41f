/* function.h: the functions that an expression can call. */
#ifndef FACTS_FUNCTION_H
#define FACTS_FUNCTION_H

#include "facts/call.h"

enum { FUNCTION_TEXT_MOST = 8000 }; /* bytes of a text that functions take and give */

struct function {
	struct facts_function known;
	const char *takes; /* a letter per argument: t text, n number, a either, b truth; those after | may be left out,
	                    * * repeats the first one */
	bool (*run)(struct call *call); /* false after a fault */
};

const struct function *function_at(size_t i); /* NULL past the end */

/* Checks the arguments, then runs the function. False after a fault. */
bool function_call(struct call *call);

/* Notes that no function has a name that an expression uses, with what it may have meant. Always false. */
bool function_unknown(struct evaluation *evaluation, const char *name, size_t offset);

#endif
