/* briefing_read.h: from source and data to a briefing. */
#ifndef BRIEF_BRIEFING_READ_H
#define BRIEF_BRIEFING_READ_H

#include "brief/briefing.h"
#include "brief/source.h"

/* Makes what all threads share. Called once before several of them read briefings; a single one need not. */
void briefing_prepare(void);

/* NULL after errors, all of which are reported. A briefing without a title in its front matter takes that of its first
 * heading. */
const struct briefing *briefing_read(struct arena *arena, const struct source_text *source,
                                     const struct front_matter *front, const struct dataset *dataset,
                                     const struct briefing_options *options, struct diags *diags);

#endif
