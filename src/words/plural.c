#include "words/plural.h"

#include "base/str.h"
#include "words/number_read.h"

#include <string.h>

static struct plural_operands operands_of(const struct number_printed *printed)
{
	struct plural_operands out = { .n = printed->number < 0 ? -printed->number : printed->number,
		                       .v = printed->decimals };
	size_t digit = 0;
	for (const char *c = printed->plain; *c && *c != 'e'; c++) {
		if (*c < '0' || *c > '9')
			continue;
		uint64_t *part = digit++ < printed->whole ? &out.i : &out.f;
		*part = *part * 10 + (uint64_t)(*c - '0');
	}
	return out;
}

struct plural_operands plural_operands(const struct language *language, const char *number)
{
	struct number_printed printed = number_read(language, number);
	return operands_of(&printed);
}

/* "three": numbers that the language writes as words. */
static bool read_word(const struct language *language, const char *word, struct plural_operands *out)
{
	for (size_t i = 0; i < sizeof language->counts / sizeof *language->counts; i++)
		if (str_eq(language->counts[i], word) || str_eq(language->spelled[i], word)) {
			*out = (struct plural_operands){ .n = (double)i, .i = i };
			return true;
		}
	return false;
}

enum plural plural_of(const struct language *language, const char *number)
{
	struct number_printed printed = number_read(language, number);
	struct plural_operands operands = operands_of(&printed);
	bool all = printed.bytes && !number[printed.bytes];
	return all || read_word(language, number, &operands) ? language->plural(operands) : PLURAL_OTHER;
}

size_t plural_form(const struct language *language, enum plural category)
{
	size_t form = 0;
	while (language->plurals[form] != category && language->plurals[form] != PLURAL_OTHER)
		form++;
	return form;
}
