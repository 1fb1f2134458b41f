/* profile.h: the functions that ask about a model itself, and who stands behind a model, a benchmark
 * or a source. Each gives
 * false after a fault; what the data do not say is one. */
#ifndef FACTS_PROFILE_H
#define FACTS_PROFILE_H

#include "facts/call.h"

bool profile_publisher(struct call *call);
bool profile_kind(struct call *call);
bool profile_licence(struct call *call);
bool profile_price(struct call *call);
bool profile_released(struct call *call);
bool profile_context(struct call *call);
bool profile_maker(struct call *call);
bool profile_inputs(struct call *call);
bool profile_outputs(struct call *call);

/* True if what is a word for something that is asked of a model: "licence", "price", …; then *known tells whether the
 * data say it. */
bool profile_is_known(const struct model *model, const char *what, bool *known);

#endif
