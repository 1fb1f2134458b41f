#include "data/cell.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/names.h"
#include "data/quantity.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- pieces of text ---- */

static size_t spaces(const char *p)
{
	size_t n = 0;
	for (;;) {
		if (p[n] == ' ' || p[n] == '\t' || p[n] == '\n')
			n++;
		else if (str_starts(p + n, "\u00a0"))
			n += strlen("\u00a0");
		else if (str_starts(p + n, "\u2009") || str_starts(p + n, "\u202f"))
			n += strlen("\u2009");
		else
			return n;
	}
}

static size_t one_of(const char *p, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_starts(p, words[i]))
			return strlen(words[i]);
	return 0;
}

static size_t digits(const char *p)
{
	size_t n = 0;
	while (p[n] >= '0' && p[n] <= '9')
		n++;
	return n;
}

static size_t minus(const char *p)
{
	static const char *const signs[] = { "-", "\u2212", "\u2013" };
	return one_of(p, signs, COUNT(signs));
}

static size_t plus_minus(const char *p)
{
	static const char *const signs[] = { "\u00b1", "+/-", "+-", "\\pm", "+/\u2212" };
	return one_of(p, signs, COUNT(signs));
}

/* "1,427.5e3" without a sign. */
static size_t unsigned_number(const char *p)
{
	size_t n = digits(p);
	if (!n && !(*p == '.' && digits(p + 1)))
		return 0;
	while (p[n] == ',' && digits(p + n + 1) >= 3)
		n += 1 + digits(p + n + 1);
	if (p[n] == '.' && digits(p + n + 1))
		n += 1 + digits(p + n + 1);
	else if (p[n] == '.')
		n++;
	if ((p[n] == 'e' || p[n] == 'E') && digits(p + n + 1 + (p[n + 1] == '-' || p[n + 1] == '+')))
		n += 1 + (p[n + 1] == '-' || p[n + 1] == '+') +
		     digits(p + n + 1 + (p[n + 1] == '-' || p[n + 1] == '+'));
	return n;
}

/* ---- footnote marks ---- */

static const char *const marks[] = { "*",      "\u2020", "\u2021", "\u00a7", "\u00b6", "\u00b9", "\u00b2", "\u00b3",
	                             "\u2070", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079" };

/* The length without a mark at the end, or "[3]". */
static size_t without_mark(const char *s, size_t n)
{
	for (size_t i = 0; i < COUNT(marks); i++) {
		size_t m = strlen(marks[i]);
		if (n > m && memcmp(s + n - m, marks[i], m) == 0)
			return n - m;
	}
	size_t start = n;
	if (n > 3 && s[n - 1] == ']') {
		for (start = n - 1; start && s[start - 1] >= '0' && s[start - 1] <= '9'; start--)
			;
		if (start && n - 1 - start >= 1 && n - 1 - start <= 2 && s[start - 1] == '[' && start > 1)
			return start - 1;
	}
	return n;
}

/* Raised digits after a base are its power. */
static bool is_power(const char *s, size_t base)
{
	enum { RAISED = 5 }; /* the first of the marks that are digits */
	bool usual = (base == 2 && memcmp(s, "10", 2) == 0) || (base == 1 && *s == '2');
	return usual && one_of(s + base, marks + RAISED, COUNT(marks) - RAISED);
}

/* The text without white space and emphasis around it and marks after it. */
static char *bare(struct arena *arena, const char *text, bool *marked)
{
	text += spaces(text);
	size_t n = strlen(text);
	while (n && strchr(" \t\n\r", text[n - 1]))
		n--;
	while (n > 4 && str_starts(text, "**") && memcmp(text + n - 2, "**", 2) == 0) {
		text += 2;
		n -= 4;
	}
	size_t whole = n;
	for (size_t m; (m = without_mark(text, n)) < n; *marked = true) {
		n = m;
		while (n && text[n - 1] == ' ')
			n--;
	}
	if (is_power(text, n))
		n = whole;
	return arena_strndup(arena, text, n);
}

/* ---- numbers ---- */

struct amount {
	const char *text; /* "-1,427.5", "58M" */
	bool percent;
	const struct unit *unit;
};

/* The longest sign or code of a currency at p. */
static size_t currency(const char *p, const struct unit **unit)
{
	const struct unit *u;
	size_t longest = 0;
	for (size_t i = 0; (u = unit_at(i)); i++) {
		size_t sign = u->money && str_starts(p, u->sign) ? strlen(u->sign) : 0;
		size_t code = u->money && str_starts(p, u->aliases[0]) ? strlen(u->aliases[0]) : 0;
		size_t n = sign > code ? sign : code;
		if (n <= longest)
			continue;
		longest = n;
		*unit = u;
	}
	if (longest || !str_starts(p, "US$"))
		return longest;
	*unit = unit_find("usd");
	return strlen("US$");
}

static size_t unit_word(const char *p)
{
	size_t n = 0;
	for (;;) {
		bool letter = (p[n] >= 'a' && p[n] <= 'z') || (p[n] >= 'A' && p[n] <= 'Z') || (n && p[n] == '/');
		bool micro = str_starts(p + n, "\u00b5") || str_starts(p + n, "\u03bc");
		if (!letter && !micro)
			return n;
		n += micro ? 2 : 1;
	}
}

/* "%", "k", "million", "ms", "EUR" after a number. */
static size_t after_number(struct arena *arena, const char *p, struct strbuf *text, struct amount *a)
{
	size_t skip = spaces(p), n = 0;
	if (p[skip] == '%') {
		a->percent = true;
		return skip + 1;
	}
	const struct unit *money = NULL;
	if (!a->unit && (n = currency(p + skip, &money)) > 0) {
		a->unit = money;
		return skip + n;
	}
	n = unit_word(p + skip);
	if (!n)
		return 0;
	const char *name = arena_strndup(arena, p + skip, n);
	struct quantity q;
	bool percent;
	if (quantity_parse(arena, arena_printf(arena, "1%s", name), &q, &percent) && q.magnitude) {
		strbuf_add(text, name);
		size_t more = after_number(arena, p + skip + n, text, a);
		return skip + n + more;
	}
	const struct unit *unit = unit_find(name);
	if (!unit || a->unit || unit->kind == UNIT_SHARE)
		return 0;
	a->unit = unit;
	return skip + n;
}

/* An amount with all that belongs to it; how long it is, 0 if there is none. */
static size_t amount_at(struct arena *arena, const char *p, struct amount *a)
{
	const char *start = p;
	struct strbuf text = strbuf_new(arena);
	*a = (struct amount){ 0 };
	size_t sign = minus(p);
	if (sign)
		strbuf_add(&text, "-");
	p += sign ? sign : *p == '+';
	p += currency(p, &a->unit);
	p += spaces(p);
	size_t n = unsigned_number(p);
	if (!n)
		return 0;
	strbuf_addn(&text, p, n - (p[n - 1] == '.'));
	p += n;
	p += after_number(arena, p, &text, a);
	a->text = text.s;
	return (size_t)(p - start);
}

/* ---- intervals ---- */

/* "[1200, 1260]", "(1.2–3.4)", "1200 to 1260": two ends. */
static size_t ends_at(struct arena *arena, const char *p, struct cell_reading *out)
{
	static const char *const between[] = { ",", ";", "\u2013", "to ", "\u2026", "..", "- " };
	const char *start = p;
	char closing = *p == '[' ? ']' : *p == '(' ? ')' : '\0';
	struct amount low, high;
	p += closing != '\0';
	p += spaces(p);
	size_t n = amount_at(arena, p, &low);
	p += n + spaces(p + n);
	size_t mark = n ? one_of(p, between, COUNT(between)) : 0;
	if (!mark)
		return 0;
	p += mark + spaces(p + mark);
	if (!(n = amount_at(arena, p, &high)))
		return 0;
	p += n + spaces(p + n);
	if (closing && *p++ != closing)
		return 0;
	out->low = low.text;
	out->high = high.text;
	out->percent |= high.percent;
	return (size_t)(p - start);
}

/* "+5/-4", "-4/+5" */
static size_t offsets_at(struct arena *arena, const char *p, struct cell_reading *out)
{
	const char *start = p;
	struct amount first, second;
	bool up = *p == '+', down = minus(p) > 0;
	size_t n = up || down ? amount_at(arena, p, &first) : 0;
	if (!n)
		return 0;
	p += n + spaces(p + n);
	if (*p != '/' && *p != ',')
		return 0;
	p += 1 + spaces(p + 1);
	if (up ? !minus(p) : *p != '+')
		return 0;
	if (!(n = amount_at(arena, p, &second)))
		return 0;
	out->low = up ? second.text : first.text;
	out->high = up ? first.text : second.text;
	out->offsets = true;
	out->percent |= first.percent;
	return (size_t)(p - start) + n;
}

/* "±0.02", "(±0.02)" */
static size_t half_at(struct arena *arena, const char *p, struct cell_reading *out, struct amount *half)
{
	const char *start = p;
	bool bracket = *p == '(';
	p += bracket;
	size_t n = plus_minus(p);
	if (!n)
		return 0;
	p += n + spaces(p + n);
	if (!(n = amount_at(arena, p, half)) || *half->text == '-')
		return 0;
	p += n;
	if (bracket && *p++ != ')')
		return 0;
	out->half = half->text;
	return (size_t)(p - start);
}

static bool is_interval(struct arena *arena, const char *s, struct cell_reading *out)
{
	struct amount half = { 0 };
	size_t n = half_at(arena, s, out, &half);
	out->percent |= half.percent;
	if (!n)
		n = offsets_at(arena, s, out);
	if (!n)
		n = ends_at(arena, s, out);
	return n && !s[n];
}

/* ---- times ---- */

/* "1h 3m 12.5s", two of them at least; the seconds as text. */
static bool is_duration(struct arena *arena, const char *p, const char **seconds)
{
	static const struct {
		char letter;
		double scale;
	} parts[] = { { 'd', 86400 }, { 'h', 3600 }, { 'm', 60 }, { 's', 1 } };
	double total = 0;
	size_t n_parts = 0, decimals = 0;
	for (size_t k = 0; k < COUNT(parts); k++) {
		size_t n = digits(p), part = n && p[n] == '.' && parts[k].letter == 's' ? digits(p + n + 1) : 0;
		size_t length = n + (part ? part + 1 : 0);
		if (!n || n > 6 || part > 6 || p[length] != parts[k].letter)
			continue;
		total += strtod(p, NULL) * parts[k].scale;
		decimals = part;
		n_parts++;
		p += length + 1;
		p += strspn(p, " ");
	}
	if (*p || n_parts < 2)
		return false;
	*seconds = arena_printf(arena, "%.*f", (int)decimals, total);
	return true;
}

/* ---- a cell ---- */

static bool is_missing(struct arena *arena, const char *s)
{
	static const char *const words[] = { "?", "tba", "tbd", "unknown", "pending", "k. a.", "k.a.", "#n/a", "--" };
	char *folded = dataset_fold(arena, s);
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_eq(folded, words[i]))
			return true;
	return quantity_is_missing(arena, s);
}

/* A value, and what follows it as its uncertainty. */
static bool is_number(struct arena *arena, const char *s, struct cell_reading *out)
{
	struct amount value, half = { 0 };
	struct quantity q;
	bool percent;
	size_t n = amount_at(arena, s, &value), more = 0;
	if (!n || !quantity_parse(arena, value.text, &q, &percent))
		return false;
	s += n + spaces(s + n);
	if (*s) {
		more = half_at(arena, s, out, &half);
		if (!more)
			more = offsets_at(arena, s, out);
		if (!more && (*s == '[' || *s == '('))
			more = ends_at(arena, s, out);
		if (!more || s[more])
			return false;
	}
	if (half.unit && !value.unit)
		value.unit = half.unit;
	out->percent |= value.percent || half.percent;
	out->value = out->percent ? arena_printf(arena, "%s%%", value.text) : value.text;
	out->unit = value.unit;
	return !(half.unit && !unit_same(half.unit, value.unit));
}

struct cell_reading cell_read(struct arena *arena, const char *text)
{
	struct cell_reading out = { .kind = CELL_MISSING };
	double number;
	if ((*text >= '0' && *text <= '9') && str_to_number(text, &number))
		return (struct cell_reading){ .kind = CELL_NUMBER, .value = text };
	if (is_missing(arena, text))
		return out;
	bool marked = false;
	const char *s = bare(arena, text, &marked);
	if (is_missing(arena, s))
		return out;
	out.marked = marked;
	if (is_duration(arena, s, &out.value)) {
		out.kind = CELL_NUMBER;
		out.unit = unit_find("seconds");
		return out;
	}
	if (is_number(arena, s, &out)) {
		out.kind = CELL_NUMBER;
		return out;
	}
	out = (struct cell_reading){ .kind = CELL_INTERVAL, .marked = marked };
	if (is_interval(arena, s, &out))
		return out;
	return (struct cell_reading){ .kind = CELL_TEXT };
}
