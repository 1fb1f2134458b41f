/* digits_oracle.h: what a printed value may look like, judged from the text of the data alone: nothing of the program's
 * own reading, rounding or printing of numbers is used. For property_test.c. */
#include "base/str.h"
#include "scene/evidence.h"
#include "scene/scene.h"
#include "words/language.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct oracle_number { /* a printed value, read by the oracle */
	double value;
	int places; /* decimal places of the plain number */
	bool any;
};

/* The digits of "−$1,234.5" or "4,9 · 10⁻¹⁰" as C writes them: "-1234.5e-10". */
static struct oracle_number oracle_read(const struct language *l, const char *text)
{
	static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	char plain[96];
	size_t n = 0;
	int decimals = 0, power = 0, sign = 1;
	bool point = false, digit = false;
	const char *times = strstr(text, "\u00a010⁻");
	for (const char *c = text; *c && c != times && n + 2 < sizeof plain; c++) {
		if (str_starts(c, "\u2212"))
			sign = -1;
		if (*c >= '0' && *c <= '9') {
			plain[n++] = *c;
			decimals += point;
			digit = true;
		} else if (digit && !point && str_starts(c, l->point) && c[1] >= '0' && c[1] <= '9') {
			plain[n++] = '.';
			point = true;
		}
	}
	for (const char *c = times ? times + strlen("\u00a010⁻") : ""; *c; c += c[0] == '\xc2' ? 2 : 3)
		for (int k = 0; k < 10; k++)
			if (str_starts(c, raised[k]))
				power = power * 10 + k;
	plain[n] = '\0';
	char *exact = malloc(n + 16);
	snprintf(exact, n + 16, "%se-%d", plain, power);
	struct oracle_number out = { sign * strtod(exact, NULL), decimals + power, digit };
	free(exact);
	return out;
}

/* The decimal places of the coarsest text in the data that means the value; -1 if there is none. */
static int oracle_places(const char *data, double value)
{
	int found = -1;
	for (const char *at = data; (at = strstr(at, "value: ")); at++) {
		char *end;
		const char *text = at + strlen("value: ");
		double v = strtod(text, &end);
		const char *point = memchr(text, '.', (size_t)(end - text)),
			   *e = memchr(text, 'e', (size_t)(end - text));
		int places = point ? (int)((e ? e : end) - point) - 1 : 0;
		places -= e ? atoi(e + 1) : 0;
		places = places > 0 ? places : 0;
		if (v == value && places > found)
			found = places;
	}
	return found;
}

static bool oracle_says_rounded(const struct scene *s, const struct language *l)
{
	const char *word = str_eq(l->code, "de") ? "Gerundet" : "Rounded";
	for (size_t i = 0; i < s->n_items; i++)
		if (s->items[i].kind == SCENE_TEXT && s->items[i].role == ROLE_NOTE &&
		    strstr(s->items[i].text.block->text, word))
			return true;
	return false;
}

/* The same of a total: those of its finest part; -1 if these do not make it up. One that is zero is not drawn. Parts
 * that are drawn as shares tell nothing: as many as there are. */
static int oracle_places_of_total(const struct scene *s, const char *data, const struct scene_item *total)
{
	int found = oracle_places(data, 0);
	double sum = 0;
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *part = &s->items[i];
		if (part->role != ROLE_PART || part->datum != total->datum)
			continue;
		int own = oracle_places(data, part->value);
		if (own < 0 && !s->evidence->shares)
			return -1;
		found = own > found ? own : found;
		sum += part->value;
	}
	if (s->evidence->shares)
		return fabs(sum - 100) < 1e-9 ? 30 : -1;
	return fabs(sum - total->value) <= 1e-12 * sum ? found : -1;
}

/* What is wrong with the printed values of a scene; NULL if nothing is. */
static const char *oracle_judge(const struct scene *s, const struct language *l, const char *data)
{
	bool said = oracle_says_rounded(s, l);
	for (size_t i = 0; i < s->n_items; i++) {
		const struct scene_item *item = &s->items[i];
		if (item->role != ROLE_VALUE || item->kind != SCENE_TEXT || item->change || item->datum < 0)
			continue;
		const char *text = item->text.block->text;
		struct oracle_number shown = oracle_read(l, text);
		int places =
			s->evidence->n_parts ? oracle_places_of_total(s, data, item) : oracle_places(data, item->value);
		double step = pow(10, -shown.places);
		if (!shown.any || places < 0)
			return text;
		if (shown.places > places) /* a digit that no source gave */
			return text;
		if (fabs(shown.value - item->value) > step / 2 * (1 + 1e-9) + 1e-15 * fabs(item->value))
			return text;
		if ((shown.value == 0) != (item->value == 0)) /* a false zero */
			return text;
		if (fabs(shown.value - item->value) > 1e-14 * fabs(item->value) && !said)
			return text;
		for (size_t k = 0; k < i; k++) { /* order and ties, on one measure */
			const struct scene_item *other = &s->items[k];
			if (other->role != ROLE_VALUE || other->kind != SCENE_TEXT || other->change ||
			    other->datum < 0 ||
			    s->evidence->data[other->datum].measure != s->evidence->data[item->datum].measure)
				continue;
			double b = oracle_read(l, other->text.block->text).value;
			bool differ = fabs(item->value - other->value) > 1e-14 * fabs(item->value);
			if (differ &&
			    ((shown.value > b) != (item->value > other->value) && (shown.value != b || !said)))
				return text;
		}
	}
	return NULL;
}
