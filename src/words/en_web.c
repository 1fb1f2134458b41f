/* English: what figures and numbers in a browser say when they are asked. */
#include "words/language.h"

const char *const english_web[WORDS] = {
	[WORD_WEB_MARKS] = "The values, one by one",
	[WORD_WEB_TABLE] = "The values as a table",
	[WORD_WEB_SAVE] = "Save them as CSV",
	[WORD_WEB_SKIP] = "Skip the contents",
	[WORD_WEB_RANK] = "Rank {rank}",
	[WORD_WEB_INTERVAL] = "{level} interval: {low} to {high}",
	[WORD_WEB_CLAIMED] = "Claimed by the developer",
	[WORD_WEB_INDEPENDENT] = "Measured independently",
	[WORD_WEB_NOBODY] = "The data do not say who measured it",
	[WORD_WEB_ALSO] = "Also published: {list}",
	[WORD_WEB_BY_SOURCE] = "{value} ({source})",
	[WORD_WEB_HEAD_VALUE] = "Value",
	[WORD_WEB_HEAD_INTERVAL] = "Interval",
	[WORD_WEB_HEAD_MEASURED] = "Measured",
	[WORD_WEB_EVIDENCE] = "All {n} claims and computed numbers",
	[WORD_WEB_HOLDS] = "Holds{by}.",
	[WORD_WEB_FAILS] = "Does not hold{by}.",
	[WORD_WEB_RESTS] = "Rests on: {list}.",
	[WORD_WEB_BACK] = "Back to the text",
	[WORD_WEB_NOTES] = "Notes",
	[WORD_WEB_CONTENTS_HERE] = "Contents, again",
};
