/* Printed numbers read again: the inverse of number.c. */
#include "words/number_read.h"

#include "base/str.h"
#include "words/language.h"

#include <stdio.h>
#include <string.h>

enum { POWER_MOST = 400, POWER_ROOM = 8 }; /* "e-324" */

/* The value of the digit at s and how many bytes it takes; -1 if there is none. ASCII digits are digits everywhere. */
static int digit_at(const struct language *language, const char *s, size_t *bytes)
{
	*bytes = 1;
	if (*s >= '0' && *s <= '9')
		return *s - '0';
	const char *digit = language->digits;
	for (int value = 0; *digit; value++) {
		const char *end = digit;
		utf8_next(&end);
		*bytes = (size_t)(end - digit);
		if (strncmp(s, digit, *bytes) == 0)
			return value;
		digit = end;
	}
	return -1;
}

static size_t digits_at(const struct language *language, const char *s)
{
	size_t n = 0, bytes;
	for (; digit_at(language, s, &bytes) >= 0; s += bytes)
		n++;
	return n;
}

static size_t read_sign(const struct language *language, const char *s, struct number_printed *out)
{
	out->minus = str_starts(s, language->minus);
	out->plus = !out->minus && str_starts(s, language->plus);
	out->hyphen = !out->minus && *s == '-';
	return out->minus ? strlen(language->minus) : out->plus ? strlen(language->plus) : out->hyphen;
}

bool number_starts(const struct language *language, const char *text)
{
	return digits_at(language, text) > 0;
}

int number_power(const struct language *language, const char *s, size_t *bytes)
{
	size_t at = strlen(language->times_ten), start;
	int power = 0, sign = 1;
	*bytes = 0;
	if (!str_starts(s, language->times_ten))
		return 0;
	if (str_starts(s + at, NUMBER_RAISED_MINUS)) {
		sign = -1;
		at += strlen(NUMBER_RAISED_MINUS);
	}
	do {
		start = at;
		const char *digit = NUMBER_RAISED;
		for (int value = 0; *digit && start == at; value++) {
			const char *end = digit;
			utf8_next(&end);
			if (strncmp(s + at, digit, (size_t)(end - digit)) == 0) {
				power = power < POWER_MOST ? power * 10 + value : power;
				at += (size_t)(end - digit);
			}
			digit = end;
		}
	} while (at > start);
	*bytes = power ? at : 0;
	return sign * power;
}

struct number_printed number_read(const struct language *language, const char *text)
{
	struct number_printed out = { .bytes = 0 };
	size_t n = 0, at = read_sign(language, text, &out), bytes, sign = at;
	bool fraction = false;
	if (out.minus || out.hyphen)
		out.plain[n++] = '-';
	while (n + 2 < sizeof out.plain) {
		int digit = digit_at(language, text + at, &bytes);
		const char *separator = text + at;
		if (digit >= 0) {
			out.plain[n++] = (char)('0' + digit);
			out.decimals += fraction;
			out.whole += !fraction;
			at += bytes;
		} else if (at > sign && !fraction && str_starts(separator, language->thousands) &&
		           digits_at(language, separator + strlen(language->thousands)) >= 3) {
			out.grouped = true;
			at += strlen(language->thousands);
		} else if (!fraction && str_starts(separator, language->point) &&
		           digits_at(language, separator + strlen(language->point)) > 0) {
			out.plain[n++] = '.';
			fraction = true;
			at += strlen(language->point);
		} else {
			break;
		}
	}
	size_t power_bytes = 0;
	out.power = out.whole ? number_power(language, text + at, &power_bytes) : 0;
	if (out.power && n + POWER_ROOM < sizeof out.plain)
		snprintf(out.plain + n, sizeof out.plain - n, "e%d", out.power);
	out.bytes = out.whole && str_to_number(out.plain, &out.number) ? at + power_bytes : 0;
	return out;
}

size_t number_point(const struct language *language, const char *text)
{
	size_t at = 0, bytes, length = strlen(text), group = strlen(language->thousands);
	while (at < length && digit_at(language, text + at, &bytes) < 0)
		at++;
	while (at < length) {
		bool separates =
			str_starts(text + at, language->thousands) && digits_at(language, text + at + group) >= 3;
		if (digit_at(language, text + at, &bytes) >= 0)
			at += bytes;
		else if (separates)
			at += group;
		else
			break;
	}
	return at;
}
