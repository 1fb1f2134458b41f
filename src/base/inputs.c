#include "base/inputs.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/str.h"

#include <string.h>

struct inputs {
	struct arena *arena;
	struct input **items;
	size_t count, room;
};

struct inputs *inputs_new(struct arena *arena)
{
	struct inputs *inputs = arena_alloc(arena, 1, sizeof *inputs);
	inputs->arena = arena;
	return inputs;
}

struct input *inputs_at(const struct inputs *inputs, size_t i)
{
	return i < inputs->count ? inputs->items[i] : NULL;
}

size_t inputs_count(const struct inputs *inputs)
{
	return inputs->count;
}

static void add(struct inputs *inputs, struct input *input)
{
	inputs->items = arena_grow(inputs->arena, inputs->items, &inputs->room, inputs->count, sizeof *inputs->items);
	inputs->items[inputs->count++] = input;
}

static struct input *find(const struct inputs *inputs, enum input_role role, const char *path)
{
	for (size_t i = 0; i < inputs->count; i++)
		if (inputs->items[i]->role == role && str_eq(inputs->items[i]->path, path))
			return inputs->items[i];
	return NULL;
}

static struct input *list(struct inputs *inputs, enum input_role role, enum input_kind kind, const char *path)
{
	struct input *input = find(inputs, role, path);
	if (input)
		return input;
	input = arena_alloc(inputs->arena, 1, sizeof *input);
	*input = (struct input){ .role = role, .kind = kind, .path = arena_strdup(inputs->arena, path) };
	add(inputs, input);
	return input;
}

struct input *inputs_name(struct inputs *inputs, enum input_role role, const char *path)
{
	if (str_eq(path, "-"))
		return list(inputs, role, INPUT_STANDARD, "<stdin>");
	return list(inputs, role, file_is_folder(path) ? INPUT_FOLDER : INPUT_FILE, path);
}

/* Of the same file in another role, which has been read already. */
static const struct input *read_before(const struct inputs *inputs, const struct input *input)
{
	for (size_t i = 0; i < inputs->count && input->kind == INPUT_FILE; i++)
		if (inputs->items[i]->read && inputs->items[i]->kind == INPUT_FILE &&
		    str_eq(inputs->items[i]->path, input->path))
			return inputs->items[i];
	return NULL;
}

const struct input *inputs_read(struct inputs *inputs, enum input_role role, const char *path, size_t limit,
                                struct diags *diags)
{
	struct input *input = inputs_name(inputs, role, path);
	const struct input *before = read_before(inputs, input);
	if (before && before->bytes.size <= limit) {
		input->bytes = before->bytes;
		input->read = true;
		return input;
	}
	input->read = file_read(inputs->arena, path, limit, &input->bytes, diags);
	input->sha256[0] = '\0';
	return input->read ? input : NULL;
}

const struct input *inputs_put(struct inputs *inputs, enum input_role role, const char *query, struct bytes bytes)
{
	struct input *input = list(inputs, role, INPUT_QUERY, query);
	input->bytes = bytes;
	input->read = true;
	input->sha256[0] = '\0';
	return input;
}

/* ---- containment ---- */

static bool is_below(struct inputs *inputs, const char *folder, const char *path, struct diags *diags)
{
	struct arena *a = inputs->arena;
	size_t n = 0;
	const char **inside = file_is_folder(path) ? file_list(a, path, &n, diags) : NULL;
	for (size_t i = 0; i < n; i++)
		if (!file_is_below(folder, inside[i]))
			return false;
	return file_is_below(folder, path);
}

const char *inputs_below(struct inputs *inputs, enum input_role role, const char *folder, const char *written,
                         struct place place, const char *hint, struct diags *diags)
{
	const char *path = arena_printf(inputs->arena, "%s/%s", folder, written);
	bool inside = written[0] != '/' && !str_starts(written, "../") && !strstr(written, "/../");
	if (!inside || (file_exists(path) && !is_below(inputs, folder, path, diags))) {
		diag_add(diags, DIAG_ERROR, place, hint, "%s is not below the briefing's folder", written);
		return NULL;
	}
	struct input *input = inputs_name(inputs, role, str_starts(path, "./") ? path + 2 : path);
	input->written = arena_strdup(inputs->arena, written);
	if (file_exists(path))
		return input->path;
	diag_add(diags, DIAG_ERROR, place, hint, "there is no file %s in the briefing's folder", written);
	return NULL;
}

/* ---- views ---- */

void inputs_append(struct inputs *inputs, const struct inputs *from)
{
	for (size_t i = 0; i < from->count; i++) {
		const struct input *other = from->items[i];
		struct input *input = find(inputs, other->role, other->path);
		if (!input) {
			add(inputs, from->items[i]);
		} else if (!input->read && other->read) {
			input->bytes = other->bytes;
			input->read = true;
			input->sha256[0] = '\0';
		}
	}
}

void inputs_copy(struct inputs *inputs, const struct inputs *from)
{
	for (size_t i = 0; i < from->count; i++)
		list(inputs, from->items[i]->role, from->items[i]->kind, from->items[i]->path);
}

bool inputs_hit(const struct inputs *inputs, const char *path)
{
	for (size_t i = 0; i < inputs->count; i++)
		if (inputs->items[i]->kind == INPUT_FILE && file_is_same(path, inputs->items[i]->path))
			return true;
	return false;
}

bool inputs_current(const struct inputs *inputs)
{
	for (size_t i = 0; i < inputs->count; i++) {
		const struct input *input = inputs->items[i];
		if (input->kind == INPUT_FILE && input->read &&
		    !file_holds(input->path, input->bytes.data, input->bytes.size))
			return false;
	}
	return true;
}

const char *input_sha256(struct input *input)
{
	if (input->read && !*input->sha256)
		hash_sha256_hex(input->bytes.data, input->bytes.size, input->sha256);
	return input->sha256;
}

const char *input_role_word(enum input_role role)
{
	switch (role) {
	case INPUT_BRIEFING:
		return "briefing";
	case INPUT_DATA:
		return "data";
	case INPUT_BASELINE:
		return "baseline";
	case INPUT_LOOK:
		return "look";
	case INPUT_PICTURE:
		return "picture";
	}
	return "";
}
