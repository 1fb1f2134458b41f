/* words.h: every built-in word and every way of writing a number or a date, one table a language.
 *
 * A language is one file (en.c, de.c) that fills struct language; nothing else in the program speaks. A phrase has
 * holes, "{name} leads on {on}", filled by name, so that each language orders its sentence as it likes;
 * "{n?model:models}" is a word in all the forms that the language tells apart beside a number (plural.h), of which the
 * one for the hole n is taken. A test holds that all languages fill every phrase with the same holes. */
#ifndef WORDS_WORDS_H
#define WORDS_WORDS_H

#include "base/date.h"
#include "words/plural.h"

#include <stddef.h>

struct arena;
struct diags;

enum word {
	WORD_HIGHER,
	WORD_LOWER,
	WORD_HIGHER_MOSTLY, /* some columns say otherwise */
	WORD_LOWER_COLUMN,
	WORD_DIRECTIONS, /* of two axes */
	WORD_AS_OF,
	WORD_OUT_OF,
	WORD_FROM_TO,
	WORD_LIST_MORE,
	WORD_THE_INDEX, /* a benchmark's name inside a sentence */
	WORD_THE_LEADERS,
	/* beside and instead of values */
	WORD_CLAIMED,
	WORD_ESTIMATED,
	WORD_NOT_REPORTED,
	WORD_UNKNOWN_ZERO,
	/* titles */
	WORD_TITLE_SCORES,
	WORD_TITLE_LEADS,
	WORD_TITLE_LEADS_CLAIMED,
	WORD_TITLE_LEADS_ESTIMATED,
	WORD_TITLE_NO_LEADER,
	WORD_TITLE_TWO_LEAD,
	WORD_TITLE_TWO_LEAD_SHORT,
	WORD_TITLE_MANY_LEAD,
	WORD_TITLE_NO_VALUE,
	WORD_TITLE_CLAIMS_ALONE,
	WORD_TITLE_CLAIMS,
	WORD_TITLE_SHARES_WITH,
	WORD_TITLE_SHARES,
	WORD_TITLE_RANKS,
	WORD_TITLE_RANKS_TIED,
	WORD_TITLE_MODELS_ON,
	WORD_TITLE_LEADS_MOST,
	WORD_TITLE_FOCUS_LEADS_MOST,
	WORD_TITLE_FOCUS_LEADS_NONE,
	WORD_TITLE_SHARED_MOST,
	WORD_TITLE_COMPARED,
	WORD_TITLE_ONE_MODEL,
	WORD_TITLE_ONE_MODEL_BEST,
	WORD_TITLE_USES_TIMES,
	WORD_TITLE_USES_LEAST,
	WORD_TITLE_USES_MOST,
	WORD_TITLE_AHEAD_BEHIND,
	WORD_TITLE_AHEAD_CLAIMED,
	WORD_TITLE_BEST_CLAIMED,
	WORD_TITLE_BEST_ONLY_CLAIMED,
	WORD_TITLE_AHEAD_ONLY_CLAIMED,
	WORD_TITLE_MAKER_CLAIMS_ALONE,
	WORD_TITLE_MAKER_CLAIMS,
	WORD_TITLE_MAKER_CLAIMS_BEHIND,
	WORD_TITLE_ALL_HIGHER_ON,
	WORD_TITLE_ALL_LOWER_ON,
	WORD_TITLE_SOME_HIGHER_ON,
	WORD_TITLE_FRONTIER_BEATEN_BOTH,
	WORD_TITLE_AHEAD_ALL,
	WORD_TITLE_BEHIND_ALL,
	WORD_TITLE_GAP_LEVEL,
	WORD_TITLE_TRAILS_ON,
	WORD_TITLE_FRONTIER_ONE,
	WORD_TITLE_FRONTIER,
	WORD_TITLE_FRONTIER_FOCUS,
	WORD_TITLE_FRONTIER_ALONE,
	WORD_TITLE_FRONTIER_BEATEN,
	WORD_TITLE_ROSE,
	WORD_TITLE_FELL,
	WORD_TITLE_UNCHANGED,
	WORD_TITLE_ROSE_MANY,
	WORD_TITLE_FELL_MANY,
	WORD_TITLE_MIXED_MANY,
	WORD_AHEAD_OF,
	WORD_BEHIND,
	WORD_BELOW,
	WORD_ABOVE,
	/* subtitles */
	WORD_SUB_BENCHMARKS,
	WORD_SUB_ORDER_WON,
	WORD_SUB_SHARE_OF_LARGEST,
	WORD_SUB_GAP,
	WORD_SUB_SCATTER,
	WORD_SUB_SLOPE,
	WORD_SUB_BENCHMARKS_OF,
	WORD_SUB_MIXED_UNITS,
	/* heads of columns and axes */
	WORD_HEAD_SHARE,
	WORD_HEAD_PER_TOKEN,
	WORD_HEAD_RIVAL,
	WORD_HEAD_LEAD,
	WORD_LOG_SCALE,
	WORD_BETTER,
	/* notes */
	WORD_NOTE_CLAIMED,
	WORD_NOTE_ALL_CLAIMED,
	WORD_NOTE_CLAIMED_VALUES,
	WORD_NOTE_ESTIMATED,
	WORD_NOTE_WHISKER,
	WORD_NOTE_WHISKER_SOME,
	WORD_NOTE_NO_INTERVAL,
	WORD_NOTE_TIED,
	WORD_NOTE_TIED_NOISE,
	WORD_NOTE_WHO_NONE,
	WORD_NOTE_WHO_SOME,
	WORD_NOTE_DIRECTION,
	WORD_NOTE_CONDITIONS,
	WORD_NOTE_CONFLICT,
	WORD_NOTE_CONFLICT_ON,
	WORD_NOTE_ROWS_NOT_SHOWN,
	WORD_NOTE_COLUMNS_NOT_SHOWN,
	WORD_NOTE_NOT_REPORTED,
	WORD_NOTE_AMBIGUOUS,
	WORD_NOTE_NO_ZERO,
	WORD_NOTE_OTHER_VALUES,
	WORD_NOTE_BOLD_BEST,
	WORD_NOTE_SHADE,
	WORD_NOTE_RIVAL,
	WORD_NOTE_OTHER_UNITS,
	WORD_NOTE_NOT_BOTH,
	WORD_NOTE_FRONTIER,
	WORD_NOTE_LABELLED,
	WORD_NOTE_UNPAIRED,
	WORD_NOTE_PER_TOKEN,
	WORD_NOTE_NO_PARTS,
	/* source line, page numbers */
	WORD_SOURCE,
	WORD_SOURCE_REPORTED,
	WORD_SOURCE_UNNAMED,
	WORD_SOURCE_PART_UNNAMED,
	WORD_SOURCE_NAMELESS,
	WORD_PAGE_ROWS,
	WORD_ROWS,
	WORD_PAGE,
	/* alt text */
	WORD_ALT_LEADERBOARD,
	WORD_ALT_BARS,
	WORD_ALT_BARS_OF,
	WORD_ALT_DOTS,
	WORD_ALT_TOKENS,
	WORD_ALT_GRID,
	WORD_ALT_GAP,
	WORD_ALT_SCATTER,
	WORD_ALT_SLOPE,
	WORD_ALT_SHORT,
	WORD_ALT_PLACE,
	WORD_ALT_SHARED_PLACE,
	WORD_ALT_UNRANKED,
	WORD_ALT_LAST,
	WORD_ALT_CLAIMED,
	WORD_ALT_ABSENT,
	WORD_ALT_ABSENT_CELLS,
	WORD_ALT_LEADS_ON,
	WORD_ALT_SHARED_ON,
	WORD_ALT_ONLY,
	WORD_ALT_ESTIMATED,
	WORD_ALT_CLAIM_TOPS,
	WORD_ALT_FRONTIER,
	WORD_ALT_CHANGE,
	WORD_ALT_GAP_ROW,
	WORD_KIND_LEADERBOARD,
	WORD_KIND_BARS,
	WORD_KIND_DOTS,
	WORD_KIND_TOKENS,
	WORD_KIND_PANELS,
	WORD_KIND_GROUPED,
	WORD_KIND_HEATMAP,
	WORD_KIND_TABLE,
	WORD_PART_INPUT,
	WORD_PART_REASONING,
	WORD_PART_ANSWER,
	/* briefings */
	WORD_NOTE_SINCE,
	WORD_MOVED_UP,
	WORD_MOVED_DOWN,
	WORD_MOVED_NEW,
	WORD_MOVED_VALUE,
	WORD_PART_OF,
	WORD_CONTENTS,
	WORD_PAGE_OF,
	WORD_DATA_AS_OF,
	WORD_CONTINUED,
	WORD_FIGURE,
	WORD_IMAGE_OF,
	WORD_UNPROVED,
	WORD_SOURCES,
	WORD_CONFLICTS,
	WORD_METHOD,
	WORD_CHANGES,
	WORD_HEAD_SOURCE,
	WORD_HEAD_DATE,
	WORD_HEAD_VALUES,
	WORD_HEAD_MODEL,
	WORD_HEAD_BENCHMARK,
	WORD_HEAD_COUNTS,
	WORD_HEAD_ALSO,
	WORD_HEAD_WHY,
	WORD_HEAD_CLAIM,
	WORD_HEAD_VERDICT,
	WORD_HEAD_DATA_SAY,
	WORD_HEAD_BEFORE,
	WORD_HEAD_AFTER,
	WORD_HEAD_CHANGE,
	WORD_HEAD_RANK,
	WORD_HOLDS,
	WORD_HOLDS_CLAIMED,
	WORD_FAILS,
	WORD_UNTESTABLE,
	WORD_REASON_ONLY,
	WORD_REASON_PIN,
	WORD_REASON_TRUST,
	WORD_REASON_INDEPENDENT,
	WORD_REASON_AGREED,
	WORD_REASON_NEWEST,
	WORD_REASON_OPEN,
	WORD_NO_CONFLICTS,
	WORD_NO_CLAIMS,
	WORD_NO_CHANGES,
	WORD_NO_BASELINE,
	WORD_MODELS_IN,
	WORD_MODELS_OUT,
	WORD_SPEC_MAKER,
	WORD_SPEC_RELEASED,
	WORD_SPEC_LICENCE,
	WORD_SPEC_CONTEXT,
	WORD_SPEC_INPUTS,
	WORD_SPEC_OUTPUTS,
	WORD_SPEC_PRICE,
	WORD_SPEC_MODES,
	WORD_SPEC_NOTE,
	WORD_SPEC_TOKENS,
	WORD_SPEC_FREE,
	WORD_SPEC_PRICES,
	WORD_FIND_LEADS,
	WORD_FIND_LEADS_NONE,
	WORD_FIND_CLAIMED,
	WORD_FIND_LARGEST_LEAD,
	WORD_FIND_TRAILS,
	WORD_FIND_LARGEST_LAG,
	WORD_FIND_ECONOMY,
	WORD_FIND_TOP,
	WORD_FIND_SHARED,
	WORD_FIND_NONE,
	WORD_METHOD_DATA,
	WORD_METHOD_CHOICE,
	WORD_METHOD_TRUST,
	WORD_METHOD_RANKS,
	WORD_METHOD_CLAIMED,
	WORD_METHOD_UNKNOWN,
	WORD_METHOD_AMBIGUOUS,
	/* what changed between two states */
	WORD_DIFF_NEW,
	WORD_DIFF_GONE,
	WORD_DIFF_RANK,
	WORD_DIFF_RANK_MOVED,
	WORD_DIFF_SOURCE,
	WORD_DIFF_MODELS_IN,
	WORD_DIFF_MODELS_OUT,
	WORD_DIFF_BENCHMARKS_IN,
	WORD_DIFF_BENCHMARKS_OUT,
	WORD_DIFF_LEFT_OUT,
	WORD_DIFF_NOTHING,
	WORD_DIFF_NOTHING_ELSE,
	/* what an expression looked up, and why it cannot be decided */
	WORD_FACT_VALUE,
	WORD_FACT_PLACE,
	WORD_FACT_AFTER,
	WORD_FACT_BEFORE,
	WORD_FACT_LEADER,
	WORD_FACT_BEST,
	WORD_FACT_WORST,
	WORD_FACT_AHEAD,
	WORD_FACT_BEHIND,
	WORD_FACT_LEVEL,
	WORD_FACT_RATIO,
	WORD_FACT_COUNT,
	WORD_FACT_MODELS,
	WORD_FACT_BENCHMARKS,
	WORD_FACT_SOURCES,
	WORD_FACT_MEASUREMENTS,
	WORD_FACT_CLAIMS,
	WORD_FACT_CONFLICTS,
	WORD_FACT_CONFLICTS_ON,
	WORD_FACT_WINS,
	WORD_FACT_WINS_OVER,
	WORD_FACT_COMPARED,
	WORD_FACT_COMPARED_WITH,
	WORD_FACT_UNRANKED,
	WORD_FACT_TIE,
	WORD_FACT_NOBODY,
	WORD_FACT_OPEN,
	WORD_FACT_NO_RATIO,
	WORD_FACT_NO_SOURCE,
	WORD_VERDICT_NO_TEST,
	WORDS
};

struct unit_words {
	const char *unit;           /* its name in base/unit.h */
	const char *forms[PLURALS]; /* as a phrase lists them; "" where numbers stand alone */
};

enum letter_case { CASE_AS_IS, CASE_CAPITAL }; /* the first letter */

struct language {
	const char *code, *name; /* "de", "German" */
	const char *digits;      /* from 0 to 9 */
	const char *point, *thousands, *minus, *plus;
	const char *percent_word; /* spoken: "percent" */
	const char *percent;      /* what follows a number: "%", or with a space */
	/* "A, B and C", "A and B", "A; B, with C" */
	const char *list_comma, *list_last, *list_two, *list_semicolon;
	enum letter_case sentence, heading; /* how they start */
	bool dotted_i;                      /* the capital of i is İ */
	enum plural (*plural)(struct plural_operands number);
	enum plural plurals[PLURALS]; /* that it tells apart, in the order in which phrases list them; ends in other */
	enum plural in_headings;      /* of them, the one in which a heading names a unit */
	const char *months[12];       /* in a date */
	const char *months_alone[12]; /* without a day, where that differs; NULL: as in a date */
	const char *day, *month;      /* "{day} {month} {year}", "{month} {year}" */
	const char *counts[13];       /* no, one … twelve, before what is counted */
	const char *spelled[13];      /* the same standing alone */
	char *(*ordinal)(struct arena *arena, int n);
	const struct unit_words *units;             /* by a unit's name; the last has none */
	const char *magnitudes[4][PLURALS];         /* "", thousand, million, billion, in forms */
	const char *article_words[2], *articles[4]; /* names that end in one of the first take an article, unless they
	                                             * begin with one of the second */
	const char *phrases[WORDS];
};

extern const struct language language_english, language_german;

/* The one table of languages; NULL past the end. */
const struct language *language_at(size_t i);

/* NULL and an error that lists them if there is none of that code. */
const struct language *language_find(const char *code, struct diags *diags);

/* "en or de": what may be asked for, in help and messages. */
char *language_codes(struct arena *arena);

/* The phrase with its holes filled: pairs of a hole's name and what goes into it, then NULL. A hole without a filling
 * stays as it is (a test finds it). */
char *words_fill(struct arena *arena, const struct language *language, enum word word, ...);

const char *words_get(const struct language *language, enum word word);

/* True if text has the words of the phrase in their order, whatever fills its holes. */
bool words_said(const struct language *language, enum word word, const char *text);

/* A name after a preposition, with the article that its language gives it: "the Great Index", "GPQA Diamond". */
char *words_object(struct arena *arena, const struct language *language, const char *name);

/* "8 April 2026" on one line (no-break spaces); "" for no date. */
char *words_date(struct arena *arena, const struct language *language, struct date date);

/* "A, B and C"; beyond most names "A, B and 7 more". */
char *words_list(struct arena *arena, const struct language *language, const char *const *names, size_t n, size_t most);

/* The text as a sentence or a heading starts in the language: with a capital, if the language has them. */
char *words_sentence(struct arena *arena, const struct language *language, const char *text);
char *words_heading(struct arena *arena, const struct language *language, const char *text);

#endif
