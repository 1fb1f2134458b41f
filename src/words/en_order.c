/* English phrases that say who is better than whom. */
#include "words/language.h"

static const char *const first[] = { "is first",       "comes first",
	                             "came first",     "ranks first",
	                             "ranked first",   "finishes first",
	                             "finished first", "stands first",
	                             "places first",   "placed first",
	                             "first place",    "are first",
	                             "rank first",     "come first",
	                             "takes first",    "took first",
	                             "number one",     "no. one",
	                             "rank one",       "ranks one",
	                             "place one",      NULL };
static const char *const last[] = { "is last",       "comes last",    "came last",   "ranks last",  "ranked last",
	                            "finishes last", "finished last", "stands last", "places last", "placed last",
	                            "last place",    "are last",      "rank last",   "come last",   NULL };
static const char *const leads[] = { "leads",         "lead",           "led",
	                             "is best",       "are best",       "is the best",
	                             "is the leader", "is on top",      "comes out on top",
	                             "is ahead",      "is in the lead", NULL };
static const char *const trails[] = { "is worst", "are worst", "is the worst", "scores lowest of all", NULL };
static const char *const second[] = { "is the runner-up", "is runner-up",       "is the runner up",
	                              "is second best",   "is the second best", NULL };
static const char *const ahead[] = { "leads",     "lead",     "beats",     "beat",     "outperforms", "outperform",
	                             "outscores", "outscore", "tops",      "top",      "is ahead of", "are ahead of",
	                             "surpasses", "surpass",  "overtakes", "outranks", NULL };
static const char *const behind[] = { "trails",  "trail",        "is behind",   "are behind", "loses to",
	                              "lose to", "falls behind", "fall behind", NULL };
static const char *const ahead_of[] = { "ahead of", NULL };
static const char *const behind_of[] = { "behind", NULL };
static const char *const than[] = { "than", NULL };
static const char *const better[] = { "better", "stronger", NULL };
static const char *const worse[] = { "worse", "weaker", NULL };
static const char *const more[] = { "more", "higher", "larger", "bigger", NULL };
static const char *const less[] = { "less", "fewer", "lower", "smaller", NULL };
static const char *const nobody[] = { "nobody",  "no one",   "none",     "no model", "no other model",
	                              "nothing", "no rival", "no other", NULL };
static const char *const not_before[] = { "not",    "never",  "no longer", "doesn’t", "doesn't",
	                                  "don’t",  "don't",  "isn’t",     "isn't",   "aren’t",
	                                  "aren't", "didn’t", "didn't",    "hardly",  NULL };
static const char *const not_after[] = { "nowhere", "nothing", NULL };
static const char *const inverse[] = { "cheap",  "cheaper", "fast",  "faster", "quick",   "quicker", "efficient",
	                               "frugal", "less",    "fewer", "lower",  "smaller", NULL };
static const char *const over[] = {
	"exceeds",     "exceed",     "exceeded",         "scores above",    "score above", "is above", "are above",
	"scores over", "score over", "scores more than", "score more than", "tops",        "top",      NULL
};
static const char *const reach[] = { "reaches",        "reach",   "reached", "scores at least",
	                             "score at least", "gets to", "get to",  NULL };
static const char *const under[] = {
	"stays below", "stay below",     "scores below",  "score below", "is below", "are below", "scores under",
	"score under", "falls short of", "fall short of", "misses",      "miss",     NULL
};
static const char *const none[] = { "no", "none of the", "neither of the", "not one", "none", NULL };
static const char *const every[] = { "every", "each", "all", "all of the", NULL };
static const char *const one[] = { "one", "only one", NULL };
static const char *const all_but[] = { "all but", "all except", "every one but", NULL };
static const char *const level[] = { "tie", "tied", "are tied", "are level", "draw", "are equal", NULL };
static const char *const top[] = { "top", "the top", NULL };

const struct order_words english_order = {
	.first = first,
	.last = last,
	.leads = leads,
	.trails = trails,
	.second = second,
	.ahead = ahead,
	.behind = behind,
	.ahead_of = ahead_of,
	.behind_of = behind_of,
	.than = than,
	.better = better,
	.worse = worse,
	.more = more,
	.less = less,
	.nobody = nobody,
	.not_before = not_before,
	.not_after = not_after,
	.inverse = inverse,
	.level = level,
	.top = top,
	.over = over,
	.reach = reach,
	.under = under,
	.none = none,
	.every = every,
	.one = one,
	.all_but = all_but,
};
