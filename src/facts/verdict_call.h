/* verdict_call.h: verdict(claim) as the table of functions knows it. It stands apart from verdict.h because a verdict
 * is found by running an expression, and expressions run what the table names. */
#ifndef FACTS_VERDICT_CALL_H
#define FACTS_VERDICT_CALL_H

#include <stdbool.h>

struct call;

/* False after a fault: no such claim, a test that is faulty itself, a test that asks for a verdict. */
bool verdict_ask(struct call *call);

#endif
