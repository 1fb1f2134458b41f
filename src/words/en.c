/* English. */
#include "words/direction.h"
#include "words/language.h"

static enum plural plural(struct plural_operands number)
{
	return number.i == 1 && number.v == 0 ? PLURAL_ONE : PLURAL_OTHER;
}

static const char *const by[] = { "by", NULL };

static const char *const sided[] = { "ahead", "behind", "above", "below",  "more",   "less",   "fewer",   "better",
	                             "worse", "higher", "lower", "faster", "slower", "longer", "shorter", NULL };

static const char *const scope[] = { "in", "across", "with", "on", "for", "from", "of", "of the", "all", NULL };

static const char *const of_all[] = { "of", "of all", "of the", "out of", NULL };

static const char *const rank_words[] = { "rank", "ranks", "ranked", "place", "number", "no.", NULL };

static const char *const common[WORDS] = {
	[WORD_HIGHER] = "Higher is better",
	[WORD_LOWER] = "Lower is better",
	[WORD_HIGHER_MOSTLY] = "Higher is better unless stated otherwise",
	[WORD_DIRECTIONS] = "Higher is better for {up}, lower for {down}",
	[WORD_HIGHER_ON] = "Higher is better on {on}",
	[WORD_LOWER_ON] = "Lower is better on {on}",
	[WORD_LOWER_COLUMN] = "lower is better",
	[WORD_UNKNOWN_COLUMN] = "direction unknown",
	[WORD_AS_OF] = "as of {date}",
	[WORD_OUT_OF] = "out of {high}",
	[WORD_FROM_TO] = "from {low} to {high}",
	[WORD_INTERVAL] = "{low} to {high}",
	[WORD_NONE] = "none",
	[WORD_MEASURED_UNKNOWN] = "unknown",
	[WORD_MEASURED_FIRST_PARTY] = "first-party",
	[WORD_MEASURED_THIRD_PARTY] = "third-party",
	[WORD_LIST_MORE] = " and {n} more",
	[WORD_THE_INDEX] = "the {name}",
	[WORD_THE_LEADERS] = "the leaders",
	[WORD_THAN_THE_LEADERS] = "the leaders",

	[WORD_CLAIMED] = "claimed",
	[WORD_ESTIMATED] = "estimated",
	[WORD_NOT_REPORTED] = "not reported",
	[WORD_NO_RESULT] = "no result",
	[WORD_WITHHELD] = "not shown",
	[WORD_NO_TOTAL] = "no total: {names} not reported",
	[WORD_NO_SHARES] = "no shares: the total is zero",
	[WORD_UNKNOWN_ZERO] = "unknown: the source gives 0",

	[WORD_SHEET_TITLE] = "The look {name}",
	[WORD_SHEET_ALT] = "The look {name}: its colours, its type and a chart of every kind.",
	[WORD_SHEET_TITLES] = "Title",
	[WORD_SHEET_SUBTITLES] = "Subtitle",
	[WORD_SHEET_LABELS] = "Label",
	[WORD_SHEET_VALUES] = "Value {number}",
	[WORD_SHEET_HIGHLIGHTED] = "Highlighted",
	[WORD_SHEET_NOTES] = "Note and source",
};

const struct language language_english = {
	.code = "en",
	.name = "English",
	.digits = "0123456789",
	.point = ".",
	.thousands = ",",
	.minus = "\u2212",
	.plus = "+",
	.times_ten = "\u00a0\u00d7\u00a010",
	.list_comma = ", ",
	.list_last = " and ",
	.list_two = " and ",
	.list_semicolon = "; ",
	.sentence = CASE_CAPITAL,
	.heading = CASE_CAPITAL,
	.plural = plural,
	.plurals = { PLURAL_ONE, PLURAL_OTHER },
	.in_headings = PLURAL_OTHER,
	.money_before = true,
	.percent_word = "percent",
	.own = (const char *const[]){ "claim", "self-reported", " own ", "account", "report", "says", "said by",
	                              "according", "concede", NULL },
	.percent = "%",
	.months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	            "November", "December" },
	.day = "{day}\u00a0{month}\u00a0{year}",
	.month = "{month}\u00a0{year}",
	.counts = { "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
	            "twelve" },
	.spelled = { "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
	             "twelve" },
	.ordinal = english_ordinal,
	.numerals = english_numerals,
	.counted = english_counted,
	.by = by,
	.sided = sided,
	.scope = scope,
	.of_all = of_all,
	.rank_words = rank_words,
	.order = &english_order,
	.ordinal_endings = english_ordinal_endings,
	.units = english_units,
	.magnitudes = { { "", "" }, { "thousand", "thousand" }, { "million", "million" }, { "billion", "billion" } },
	.references = english_references,
	.day_of = "of",
	.version = "version",
	.article_words = { "Index" },
	.articles = { "the", "The" },
	.common = english_common,
	.tests = english_tests,
	.nouns = english_nouns,
	.bends = english_bends,
	.better_lower = english_better_lower,
	.better_higher = english_better_higher,
	.chapters = { common, english_charts, english_brief, english_facts, english_web, english_preview },
};
