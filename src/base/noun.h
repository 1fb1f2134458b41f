/* noun.h: what is compared, as a noun, where it is not models: what data/ reads and words/ bends.
 *
 * Plain values; their texts belong to whoever made them. */
#ifndef BASE_NOUN_H
#define BASE_NOUN_H

enum gender { GENDER_UNKNOWN, GENDER_MASCULINE, GENDER_FEMININE, GENDER_NEUTER };

/* In one language, or in all. */
struct noun {
	const char *language; /* a code; NULL: any */
	const char *word;     /* the program has its forms; NULL: it has these: */
	const char *one, *many;
	enum gender gender;
};

/* What is compared, in English, as messages say it. */
struct noun_said {
	const char *one, *many, *a; /* "engine", "engines", "an engine" */
};

#endif
