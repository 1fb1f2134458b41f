/* language.h: all that a language decides, and the one table of languages.
 *
 * A language is one file (en.c, de.c) that fills this struct in, with chapters of phrases in files beside it; nothing
 * else in the program speaks. A phrase has holes, "{name} leads on {on}", filled by name, so that each language orders
 * its sentence as it likes; "{n?model:models}" is a word in all the forms that the language tells apart beside a number
 * (plural.h), of which the one for the hole n is taken. A test holds that all languages fill every phrase with the same
 * holes. */
#ifndef WORDS_LANGUAGE_H
#define WORDS_LANGUAGE_H

#include "base/noun.h"
#include "words/word.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct diags;

enum { WORD_CHAPTERS = 6 };

/* Categories of CLDR. */
enum plural { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER, PLURALS };

/* A number as it is printed, without its sign: 1.50 is n = 1.5, i = 1, v = 2, f = 50. */
struct plural_operands {
	double n;
	uint64_t i; /* its whole part */
	int v;      /* how many decimals are printed */
	uint64_t f; /* the decimals as a whole number */
};

struct unit_words {
	const char *unit;           /* its name in base/unit.h */
	const char *forms[PLURALS]; /* as a phrase lists them; "" where numbers are used alone */
};

enum number_form {                  /* what a word does as a number */
	           NUMBER_NONE,     /* nothing, against what its words would: "a second" */
	           NUMBER_ONE,      /* one, but only before a part or a multiplier: "a third", "one million" */
	           NUMBER_CARDINAL, /* two */
	           NUMBER_TENS,     /* twenty, after or before which the language puts two to nine */
	           NUMBER_ORDINAL,  /* third */
	           NUMBER_TIMES,    /* twice */
	           NUMBER_SHARE,    /* half */
	           NUMBER_PART,     /* what two-thirds are counted in; its value is the divisor */
	           NUMBER_MANY,     /* a multiplier: a dozen, two hundred, 200k */
	           NUMBER_FOLD,     /* makes a number a multiple: three times, 3x */
};

/* An entry of the list of number words. A space in the text stands for spaces or a hyphen; a multiplier of one ASCII
 * letter wants its case. "~" at the end: with any of the language's endings or none. */
struct number_word {
	const char *text;
	double value;
	enum number_form form;
};

/* What of a briefing a number names: "Figure 3". */
enum reference {
	REFERENCE_FIGURE,
	REFERENCE_TABLE,
	REFERENCE_SECTION,
	REFERENCE_PAGE,
	REFERENCE_NOTE,
	REFERENCE_STEP, /* of a numbered list */
};

struct reference_word {
	const char *text;
	enum reference kind;
};

/* A noun in the forms that phrases need; oblique: after "einen" and "einem", if it differs from one. */
struct noun_word {
	const char *word; /* as a dataset calls it */
	const char *one, *many, *dative, *oblique;
	enum gender gender;
};

/* Words of a phrase that are about models, and what stands for them by the gender of another noun: $1 one, $o oblique,
 * $n many, $d the dative of many, $a one with an article, each with a capital where it is one. */
struct noun_bend {
	const char *of;
	const char *masculine, *feminine, *neuter;
};

enum letter_case { CASE_AS_IS, CASE_CAPITAL }; /* the first letter */

struct order_words {                              /* phrases, NULL at the end, that say of models */
	const char *const *first, *const *last;   /* that something has the first rank or the last */
	const char *const *leads, *const *trails; /* the same after a name, of one benchmark: "leads", "is worst" */
	bool inverts;                             /* the name may stand after the verb: "bei Quality führt Aster" */
	const char *const *second;                /* the second rank, likewise */
	const char *const *ahead, *const *behind; /* who is better, between two names: "beats" */
	const char *const *ahead_of, *const *behind_of; /* the same before the second name alone: "ahead of" */
	const char *const *level;                       /* after two names: neither is better */
	const char *const *top;                         /* before so many ranks: "top three" */
	const char *const *than;                        /* before a name, after one of these: */
	const char *const *better, *const *worse, *const *more, *const *less;
	const char *const *nobody;                        /* before what stands between two names: nobody is better */
	const char *const *not_before, *const *not_after; /* a verb: it says the opposite */
	const char *const *over, *const *reach, *const *under;                /* before a number that bounds values */
	const char *const *none, *const *every, *const *one, *const *all_but; /* how many of all are so */
	const char *const *inverse; /* after a ratio: less is meant, not more: "twice as cheap" */
};

struct language {
	const char *code, *name; /* "de", "German" */
	const char *digits;      /* from 0 to 9 */
	const char *point, *thousands, *minus, *plus;
	const char *times_ten;    /* after a number, before a raised power: "4.9 × 10⁻¹⁰" */
	const char *percent_word; /* spoken: "percent" */
	const char *const *own;   /* parts of words by which a title says whose account it gives; NULL at the end */
	bool money_before;        /* the sign of a currency stands before its number: "$5", not "5 $" */
	const char *percent;      /* what follows a number: "%", or with a space */
	/* "A, B and C", "A and B", "A; B, with C" */
	const char *list_comma, *list_last, *list_two, *list_semicolon;
	enum letter_case sentence, heading; /* how they start */
	bool bent;                          /* it speaks of a dataset's subject (about.h) */
	bool dotted_i;                      /* the capital of i is İ */
	enum plural (*plural)(struct plural_operands number);
	enum plural plurals[PLURALS]; /* that it tells apart, in the order in which phrases list them; ends in other */
	enum plural in_headings;      /* of them, the one in which a heading names a unit */
	const char *months[12];       /* in a date */
	const char *months_alone[12]; /* without a day, where that differs; NULL: as in a date */
	const char *day, *month;      /* "{day} {month} {year}", "{month} {year}" */
	const char *day_of;           /* may stand between the two: "the 9th of April"; NULL: nothing does */
	const char *counts[13];       /* no, one … twelve, before what is counted */
	const char *spelled[13];      /* the same standing alone */
	char *(*ordinal)(struct arena *arena, int n);
	const struct number_word *numerals; /* number words in running text; the last has no text; NULL: none */
	const char *const *endings;         /* how such words may end, for "~"; NULL at the end */
	const char *const *ordinal_endings; /* of digits: "rd"; "." where letters follow; NULL at the end */
	const char *tens_after;             /* between three and twenty, where that is their order: "und"; or NULL */
	const struct unit_words *units;     /* by a unit's name; the last has none */
	const char *magnitudes[4][PLURALS]; /* "", thousand, million, billion, in forms */
	const struct reference_word
		*references;             /* words before such a number, also in the plural; the last has no text */
	const char *const *counted;      /* what a title counts: "models", "benchmarks"; NULL at the end; NULL: none */
	const char *const *by;           /* before a difference: "by"; likewise */
	const char *const *sided;        /* after a difference, which way it goes: "behind"; likewise */
	const char *const *scope;        /* before a count of all that is shown: "in", "across"; likewise */
	const char *const *of_all;       /* between a count and what it is out of: "of", "of all"; likewise */
	const char *const *rank_words;   /* before a rank: "rank IV"; likewise */
	const struct order_words *order; /* what says who is better than whom */
	const char *version;             /* the word before one: "version 4.0" */
	const char *article_words[2], *articles[4]; /* names that end in one of the first take an article, unless they
	                                             * begin with one of the second */
	const char *const *common; /* the first words of names that are phrases and have no capital in a sentence; NULL
	                            * at the end; NULL: names keep their capitals */
	const char *const *tests;  /* the last words of names that keep them nevertheless; likewise */
	const struct noun_word *nouns; /* what may be compared instead of models; the last has no word */
	const struct noun_bend *bends; /* how phrases speak of models; likewise (about.h) */
	/* Words in names of what is better the less, or the more, of it there is (direction.h). */
	const char *better_lower, *better_higher;
	/* The phrases by subject, each in one of these, which are as long as there are phrases; NULL after the last. */
	const char *const *chapters[WORD_CHAPTERS];
};

extern const struct language language_english, language_german;
extern const char *const english_charts[WORDS], *const german_charts[WORDS];   /* CODE_charts.c */
extern const char *const english_brief[WORDS], *const german_brief[WORDS];     /* CODE_brief.c */
extern const char *const english_facts[WORDS], *const german_facts[WORDS];     /* CODE_facts.c */
extern const char *const english_web[WORDS], *const german_web[WORDS];         /* CODE_web.c */
extern const char *const english_preview[WORDS], *const german_preview[WORDS]; /* CODE_preview.c */
extern const struct order_words english_order, german_order;                   /* CODE_order.c */
extern const struct number_word english_numerals[], german_numerals[];         /* CODE_numerals.c */
extern const char *const english_ordinal_endings[], *const german_ordinal_endings[];
char *english_ordinal(struct arena *arena, int n);
char *german_ordinal(struct arena *arena, int n);
extern const struct unit_words english_units[], german_units[]; /* CODE_units.c */
extern const struct noun_word english_nouns[], german_nouns[];  /* CODE_nouns.c */
extern const struct noun_bend english_bends[], german_bends[];
extern const struct reference_word english_references[], german_references[];
extern const char *const english_common[], *const english_tests[];
extern const char *const english_counted[], *const german_counted[];

/* The one table of languages; NULL past the end. */
const struct language *language_at(size_t i);

/* NULL and an error that lists them if there is none of that code. */
const struct language *language_find(const char *code, struct diags *diags);

/* "en or de": what may be asked for, in help and messages. */
char *language_codes(struct arena *arena);

#endif
