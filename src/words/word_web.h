/* word_web.h: of the phrases in word.h, those that only documents for browsers need, what their figures and numbers say
 * when they are asked; and those in the workbooks of charts that can be edited. */
#ifndef WORDS_WORD_WEB_H
#define WORDS_WORD_WEB_H

#define WORDS_OF_WEB                                                                                                   \
	WORD_WEB_MARKS, WORD_WEB_TABLE, WORD_WEB_SAVE, WORD_WEB_SKIP, WORD_WEB_RANK, WORD_WEB_INTERVAL,                \
		WORD_WEB_CLAIMED, WORD_WEB_INDEPENDENT, WORD_WEB_NOBODY, WORD_WEB_ALSO, WORD_WEB_BY_SOURCE,            \
		WORD_WEB_HEAD_VALUE, WORD_WEB_HEAD_INTERVAL, WORD_WEB_HEAD_MEASURED, WORD_WEB_EVIDENCE,                \
		WORD_WEB_HOLDS, WORD_WEB_FAILS, WORD_WEB_RESTS, WORD_WEB_BACK, WORD_WEB_NOTES, WORD_WEB_CONTENTS_HERE, \
		WORD_WEB_HEAD_DAY, WORD_WEB_AHEAD, WORD_WEB_BEHIND, WORD_WEB_LEVEL, WORD_WEB_HIDE, WORD_WEB_HIDDEN,    \
		WORD_SHEET_DATA, WORD_SHEET_SOURCES, WORD_SHEET_WORDS, WORD_SHEET_MINUS, WORD_SHEET_PLUS,              \
		WORD_SHEET_ROW, WORD_SHEET_NAMES_AT, WORD_SHEET_FRONTIER, WORD_SHEET_OTHER, WORD_SHEET_UNIT,           \
		WORD_SHEET_WRITTEN, WORD_SHEET_WHOLE, WORD_WEB_RANK_SHARED, WORD_WEB_HEAD_RANK_LAST,                   \
		WORD_WEB_HEAD_LEVEL, WORD_WEB_HEAD_LOW, WORD_WEB_HEAD_HIGH

#endif
