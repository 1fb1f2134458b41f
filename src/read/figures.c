#include "read/figures.h"

#include "base/str.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void trim(struct figures *d)
{
	while (d->count && !d->digits[d->count - 1])
		d->count--;
	if (!d->count)
		d->exponent = 0;
}

struct figures figures_of(double number)
{
	char text[FIGURES_MAX + 16];
	struct figures d = { .negative = number < 0, .count = FIGURES_MAX };
	snprintf(text, sizeof text, "%.*e", FIGURES_MAX - 1, fabs(number)); /* d.dddde+XX */
	for (int i = 0; i < FIGURES_MAX; i++)
		d.digits[i] = (char)(text[i ? i + 1 : 0] - '0');
	int power = 0;
	sscanf(text + FIGURES_MAX + 2, "%d", &power);
	d.exponent = power + 1;
	trim(&d);
	return d;
}

void figures_round(struct figures *d, int places)
{
	int keep = d->exponent + places; /* may be negative: nothing is left */
	if (keep >= d->count)
		return;
	bool up = keep >= 0 && d->digits[keep] >= 5;
	d->count = keep > 0 ? keep : 0;
	int i = d->count - 1;
	for (; up && i >= 0 && d->digits[i] == 9; i--)
		d->digits[i] = 0;
	if (up && i >= 0) {
		d->digits[i]++;
	} else if (up) { /* 9.99 to 10.0 */
		int exponent = keep >= 0 ? d->exponent + 1 : d->exponent;
		memset(d->digits, 0, sizeof d->digits);
		d->digits[0] = 1;
		d->count = 1;
		d->exponent = exponent;
	}
	trim(d);
}

static void add_digit(struct strbuf *b, const struct figures *d, int i)
{
	const char digit = (char)('0' + (i >= 0 && i < d->count ? d->digits[i] : 0));
	strbuf_addn(b, &digit, 1);
}

void figures_add(struct strbuf *b, const struct figures *d, int places, int whole)
{
	for (int i = 0; i < d->exponent; i++)
		add_digit(b, d, i);
	for (int i = d->exponent > 0 ? d->exponent : 0; i < whole; i++)
		strbuf_add(b, "0");
	int last = d->count - d->exponent; /* digits after the point */
	if (places < last)
		places = last;
	if (places > 0)
		strbuf_add(b, ".");
	for (int i = 0; i < places; i++)
		add_digit(b, d, d->exponent + i);
}

void figures_add_scientific(struct strbuf *b, const struct figures *d, int least, int most)
{
	struct figures one = *d;
	int power = d->count ? d->exponent - 1 : 0;
	one.exponent = d->count ? 1 : 0;
	figures_round(&one, most);
	if (one.exponent > 1) { /* 9.99 became 10 */
		one.exponent = 1;
		power++;
	}
	figures_add(b, &one, least, 1);
	strbuf_addf(b, "e%+03d", power);
}
