#include "data/glob.h"

#include "base/str.h"
#include "data/names.h"

#include <string.h>

bool glob_is(const char *text)
{
	return text[strcspn(text, "*?")] != '\0';
}

bool glob_matches(const char *pattern, const char *text)
{
	const char *star = NULL, *from = NULL; /* after the last "*", and the text that it does not take yet */
	while (*text) {
		const char *next = text;
		utf8_next(&next);
		if (*pattern == '*') {
			star = ++pattern;
			from = text;
		} else if (*pattern == '?') {
			pattern++;
			text = next;
		} else if (strncmp(pattern, text, (size_t)(next - text)) == 0) {
			pattern += next - text;
			text = next;
		} else if (star) { /* it takes one letter more */
			utf8_next(&from);
			pattern = star;
			text = from;
		} else {
			return false;
		}
	}
	return !pattern[strspn(pattern, "*")];
}

bool glob_fits(struct arena *scratch, const char *pattern, const char *text)
{
	char usual[256]; /* most names need no memory of their own */
	size_t n = strlen(text);
	if (n >= sizeof usual)
		return glob_matches(pattern, dataset_fold(scratch, text));
	dataset_fold_into(usual, text, n);
	return glob_matches(pattern, usual);
}
