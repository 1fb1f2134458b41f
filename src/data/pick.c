#include "data/pick.h"

#include "base/arena.h"
#include "base/str.h"

#include <math.h>
#include <string.h>

const struct value *pick(const struct value *map, const char *path)
{
	while (map && *path) {
		size_t n = strcspn(path, "/");
		bool first = n == 1 && *path == '*' && map->count && map->items;
		const struct value *found = first ? map->items : NULL;
		for (size_t i = 0; map->kind == VALUE_MAP && i < map->count && !found; i++)
			if (strncmp(map->keys[i].text, path, n) == 0 && !map->keys[i].text[n])
				found = &map->items[i];
		map = found;
		path += n + (path[n] == '/');
	}
	return map;
}

static const struct value *of_kind(const struct value *map, const char *path, enum value_kind kind)
{
	const struct value *value = pick(map, path);
	return value && value->kind == kind ? value : NULL;
}

const struct value *pick_map(const struct value *map, const char *path)
{
	return of_kind(map, path, VALUE_MAP);
}

const struct value *pick_list(const struct value *map, const char *path)
{
	return of_kind(map, path, VALUE_LIST);
}

const char *pick_text(const struct value *map, const char *path)
{
	const struct value *value = pick(map, path);
	if (!value || (value->kind != VALUE_STRING && value->kind != VALUE_NUMBER))
		return NULL;
	return value->text[strspn(value->text, " \t\n\r")] ? value->text : NULL;
}

bool pick_is_number(const struct value *value, double *number)
{
	if (!value || (value->kind != VALUE_STRING && value->kind != VALUE_NUMBER))
		return false;
	*number = value->number;
	if (value->kind == VALUE_NUMBER)
		return true;
	char plain[64];
	size_t n = strlen(value->text);
	n -= n && value->text[n - 1] == '%';
	if (!n || n >= sizeof plain)
		return false;
	memcpy(plain, value->text, n);
	plain[n] = '\0';
	return str_to_number(plain, number) && isfinite(*number);
}

long pick_count(const struct value *map, const char *path)
{
	enum { MOST = 2000000000 };
	double number;
	if (!pick_is_number(pick(map, path), &number) || number != floor(number) || fabs(number) > MOST)
		return 0;
	return (long)number;
}

bool pick_true(const struct value *map, const char *path)
{
	const struct value *value = pick(map, path);
	return value && value->kind == VALUE_BOOL && value->boolean;
}

/* What lies before 1980 or after 2099 is no time of day but something else that was counted. */
static struct date of_seconds(double seconds)
{
	static const double day = 86400, first = 315532800, end = 4102444800;
	if (seconds >= first * 1000)
		seconds /= 1000;
	return seconds >= first && seconds < end ? date_of_day((long)floor(seconds / day)) : (struct date){ 0 };
}

struct date pick_date_text(const char *text)
{
	char day[11];
	double seconds;
	struct date date = { 0 };
	if (!text)
		return date;
	if (strlen(text) != 4 && str_to_number(text, &seconds))
		return of_seconds(seconds);
	size_t n = strcspn(text, "T ");
	if (n >= sizeof day)
		return date;
	memcpy(day, text, n);
	day[n] = '\0';
	if (!date_parse(day, &date) || !date_is_plausible(date))
		return (struct date){ 0 };
	return date;
}

struct date pick_date(const struct value *map, const char *path)
{
	return pick_date_text(pick_text(map, path));
}
