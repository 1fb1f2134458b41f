/* Numbers in words: "three", "twenty-three", "two-thirds", "a million", "twice". */
#include "words/numeral_parts.h"

#include <string.h>

enum { UNITS_END = 10 };

/* The byte after any ending that the language gives such words. */
static size_t past_ending(const struct letters *t, size_t at)
{
	for (const char *const *e = t->language->endings; e && *e; e++) {
		size_t after = letters_literal(t, at, *e);
		if (after > at && letters_at_edge(t, after))
			return after;
	}
	return at;
}

/* A byte in lower case. Beyond ASCII the upper and lower case of the letters that number words have begin with the same
 * byte. */
static unsigned char lower_byte(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

/* The byte after the entry's text; `at` if it does not stand there. */
static size_t past_entry(const struct letters *t, size_t at, const struct number_word *entry)
{
	size_t end = at;
	if (entry->form == NUMBER_MANY && strlen(entry->text) == 1 && (end == t->n || t->s[end] != *entry->text))
		return at;
	for (const char *p = entry->text; *p; p++) {
		if (*p == '~')
			return past_ending(t, end);
		char piece[5] = { *p };
		for (size_t i = 1; ((unsigned char)p[1] & 0xc0) == 0x80 && i < 4; i++)
			piece[i] = *++p;
		size_t after = *piece == ' ' ? letters_joint(t, end) : letters_literal(t, end, piece);
		if (after == end)
			return at;
		end = after;
	}
	return end;
}

const struct number_word *numeral_entry(const struct letters *t, size_t at, unsigned forms, bool open, size_t *after)
{
	const struct number_word *found = NULL;
	*after = at;
	if (at >= t->n)
		return NULL;
	const unsigned char first = lower_byte(t->s[at]);
	for (const struct number_word *entry = t->language->numerals; entry && entry->text; entry++) {
		unsigned char begins = lower_byte(*entry->text);
		if (begins > first)
			break;
		if (begins < first || !(forms & 1u << entry->form))
			continue;
		size_t end = past_entry(t, at, entry);
		if (end > *after && (open || letters_at_edge(t, end))) {
			found = entry;
			*after = end;
		}
	}
	return found;
}

static const unsigned units = 1u << NUMBER_CARDINAL | 1u << NUMBER_ONE;

/* "twenty-three", "twenty-third": the number after tens, if there is one. */
static void add_units(const struct letters *t, struct numeral *out)
{
	size_t joint = letters_joint(t, out->end), after;
	const struct number_word *entry = numeral_entry(t, joint, units | 1u << NUMBER_ORDINAL, false, &after);
	if (joint == out->end || !entry || entry->value >= UNITS_END || after - joint == 1)
		return;
	out->form = entry->form == NUMBER_ORDINAL ? NUMERAL_ORDINAL : NUMERAL_CARDINAL;
	out->value += entry->value;
	out->end = after;
}

static enum numeral_form form_of(enum number_form form)
{
	switch (form) {
	case NUMBER_ORDINAL:
		return NUMERAL_ORDINAL;
	case NUMBER_TIMES:
	case NUMBER_FOLD:
		return NUMERAL_TIMES;
	case NUMBER_SHARE:
	case NUMBER_PART:
		return NUMERAL_SHARE;
	case NUMBER_NONE:
	case NUMBER_ONE:
	case NUMBER_CARDINAL:
	case NUMBER_TENS:
	case NUMBER_MANY:
		break;
	}
	return NUMERAL_CARDINAL;
}

/* "dreiundzwanzig", "dreiundzwanzigste". */
static bool units_before_tens(const struct letters *t, size_t at, struct numeral *out)
{
	size_t joint, tens, end;
	const struct number_word *entry = t->language->tens_after ? numeral_entry(t, at, units, true, &joint) : NULL;
	if (!entry || (tens = letters_literal(t, joint, t->language->tens_after)) == joint)
		return false;
	const struct number_word *ten = numeral_entry(t, tens, 1u << NUMBER_TENS | 1u << NUMBER_ORDINAL, false, &end);
	if (!ten || ten->value < 2 * UNITS_END)
		return false;
	out->value = ten->value + entry->value;
	out->form = form_of(ten->form);
	out->end = end;
	return true;
}

/* "two-thirds" and "a million": a part or a multiplier after the number so far. */
static bool add_measure(const struct letters *t, struct numeral *out)
{
	size_t joint = letters_joint(t, out->end), after;
	const struct number_word *part = numeral_entry(t, joint, 1u << NUMBER_PART, false, &after);
	if (joint == out->end)
		return false;
	if (part) {
		out->value /= part->value;
		out->form = NUMERAL_SHARE;
		out->end = after;
		return true;
	}
	size_t many;
	const struct number_word *times = numeral_entry(t, joint, 1u << NUMBER_MANY, false, &many);
	return times && many - joint > 2; /* in words, not "two M": numeral.c multiplies */
}

bool numeral_word_at(const struct letters *t, size_t at, struct numeral *out, size_t *past)
{
	static const unsigned alone = 1u << NUMBER_NONE | 1u << NUMBER_ONE | 1u << NUMBER_CARDINAL | 1u << NUMBER_TENS |
	                              1u << NUMBER_ORDINAL | 1u << NUMBER_TIMES | 1u << NUMBER_SHARE;
	*past = at;
	*out = (struct numeral){ .start = at, .kind = NUMERAL_WORD };
	if (units_before_tens(t, at, out))
		return true;
	const struct number_word *entry = numeral_entry(t, at, alone, false, &out->end);
	if (!entry)
		return false;
	out->value = entry->value;
	out->form = form_of(entry->form);
	switch (entry->form) {
	case NUMBER_NONE:
		*past = out->end;
		return false;
	case NUMBER_ONE:
		return add_measure(t, out);
	case NUMBER_TENS:
		add_units(t, out);
		break;
	case NUMBER_CARDINAL:
		add_measure(t, out);
		break;
	case NUMBER_ORDINAL:
	case NUMBER_TIMES:
	case NUMBER_SHARE:
	case NUMBER_PART:
	case NUMBER_MANY:
	case NUMBER_FOLD:
		break;
	}
	return true;
}
