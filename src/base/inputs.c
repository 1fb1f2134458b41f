#define _XOPEN_SOURCE 700

#include "base/inputs.h"

#include "base/arena.h"
#include "base/file_copy.h"
#include "base/gate.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/str.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct same_path { /* in several roles, in the order in which they were named */
	struct input *input;
	struct same_path *next;
};

struct inputs {
	struct arena *arena;
	struct input **items;
	size_t count, room, most;
	struct map by_path; /* -> struct same_path: thousands of files may be read */
	struct input **folders;
	size_t n_folders, folders_room;
	const char *format;
	const struct input_queries *queries;
};

struct inputs *inputs_new(struct arena *arena)
{
	struct inputs *inputs = arena_alloc(arena, 1, sizeof *inputs);
	inputs->arena = arena;
	inputs->by_path = map_new(arena);
	return inputs;
}

void inputs_bound(struct inputs *inputs, size_t most)
{
	inputs->most = most;
}

void inputs_read_as(struct inputs *inputs, const char *format)
{
	inputs->format = format;
}

const char *inputs_format(const struct inputs *inputs)
{
	return inputs->format;
}

void inputs_allow(struct inputs *inputs, const struct input_queries *queries)
{
	inputs->queries = queries;
}

const struct input_queries *inputs_queries(const struct inputs *inputs)
{
	static const struct input_queries none = { 0 };
	return inputs->queries ? inputs->queries : &none;
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
	struct same_path *entry = arena_alloc(inputs->arena, 1, sizeof *entry);
	entry->input = input;
	struct same_path *first = map_put(&inputs->by_path, input->path, entry);
	while (first != entry && first->next)
		first = first->next;
	if (first != entry)
		first->next = entry;
	if (input->kind != INPUT_FOLDER)
		return;
	inputs->folders = arena_grow(inputs->arena, inputs->folders, &inputs->folders_room, inputs->n_folders,
	                             sizeof(*inputs->folders));
	inputs->folders[inputs->n_folders++] = input;
}

static struct input *find(const struct inputs *inputs, enum input_role role, const char *path)
{
	for (const struct same_path *p = map_find(&inputs->by_path, path); p; p = p->next)
		if (p->input->role == role)
			return p->input;
	return NULL;
}

/* The gate of the folder that a path lies in, if a file has named that folder. */
static const char *gate_of(const struct inputs *inputs, enum input_role role, const char *path)
{
	for (size_t i = 0; i < inputs->n_folders; i++) {
		const struct input *folder = inputs->folders[i];
		if (folder->role == role && folder->below && str_starts(path, folder->path) &&
		    path[strlen(folder->path)] == '/')
			return folder->below;
	}
	return NULL;
}

static struct input *list(struct inputs *inputs, enum input_role role, enum input_kind kind, const char *path)
{
	struct input *input = find(inputs, role, path);
	if (input)
		return input;
	input = arena_alloc(inputs->arena, 1, sizeof *input);
	*input = (struct input){ .role = role, .kind = kind, .path = arena_strdup(inputs->arena, path) };
	input->below = kind == INPUT_FILE ? gate_of(inputs, role, path) : NULL;
	add(inputs, input);
	return input;
}

struct input *inputs_name(struct inputs *inputs, enum input_role role, const char *path)
{
	if (str_eq(path, "-"))
		return list(inputs, role, INPUT_STANDARD, "<stdin>");
	return list(inputs, role, file_is_folder(path) ? INPUT_FOLDER : INPUT_FILE, path);
}

struct input *inputs_name_below(struct inputs *inputs, enum input_role role, const char *folder, const char *path)
{
	struct input *input = inputs_name(inputs, role, path);
	input->below = arena_strdup(inputs->arena, folder);
	return input;
}

/* Of the same file in another role, which has been read already. */
static const struct input *read_before(const struct inputs *inputs, const struct input *input)
{
	const struct same_path *p = input->kind == INPUT_FILE ? map_find(&inputs->by_path, input->path) : NULL;
	for (; p; p = p->next)
		if (p->input->read && p->input->kind == INPUT_FILE)
			return p->input;
	return NULL;
}

/* The way to an input from the folder below which it lies. */
static const char *way_below(const struct input *input, const char *path)
{
	size_t n = strlen(input->below);
	/* "." does not stand before what lies in it */
	const char *written = str_starts(path, input->below) && path[n] == '/' ? path + n : path;
	return written + strspn(written, "/");
}

/* path: as it was given, "-" for standard input. */
static bool read_now(struct arena *arena, struct input *input, const char *path, size_t limit, struct diags *diags)
{
	if (!input->below)
		return file_read(arena, path, limit, &input->bytes, diags);
	return gate_read(arena, input->below, way_below(input, path), limit, &input->bytes, diags);
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
	if (inputs->most && inputs->count > inputs->most) {
		diag_add(diags, DIAG_ERROR, place_file(path), "put what belongs together into one file",
		         "more than %zu files are read", inputs->most);
		return NULL;
	}
	input->read = read_now(inputs->arena, input, path, limit, diags);
	input->sha256[0] = '\0';
	return input->read ? input : NULL;
}

int inputs_open(struct inputs *inputs, struct arena *arena, enum input_role role, const char *path, struct diags *diags)
{
	struct input *input = inputs_name(inputs, role, path);
	int fd = input->below ? gate_open(arena, input->below, way_below(input, path), diags)
	                      : file_open(arena, path, diags);
	if (input->kind == INPUT_FILE && !input->read && fd >= 0)
		input->kind = INPUT_DATABASE;
	return fd;
}

size_t inputs_head(struct inputs *inputs, enum input_role role, const char *path, char *head, size_t size)
{
	const struct input *input = inputs_name(inputs, role, path);
	struct stat st;
	bool file = input->kind == INPUT_FILE || input->kind == INPUT_DATABASE;
	if (!file || (!input->below && (stat(path, &st) != 0 || !S_ISREG(st.st_mode))))
		return 0;
	struct arena *scratch = arena_new_below(inputs->arena);
	struct diags *own = diags_new(scratch);
	int fd = input->below ? gate_open(scratch, input->below, way_below(input, path), own)
	                      : file_open(scratch, path, own);
	ssize_t n = fd < 0 ? 0 : pread(fd, head, size, 0);
	arena_free(scratch);
	return n > 0 ? (size_t)n : 0;
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

const char *inputs_below(struct inputs *inputs, enum input_role role, const char *folder, const char *written,
                         struct place place, const char *hint, struct diags *diags)
{
	const char *path = arena_printf(inputs->arena, "%s/%s", folder, written);
	bool other = role == INPUT_DATA && place.file && !str_ends(place.file, ".md"); /* a dataset */
	const char *whose = other ? "the folder of the file that names it" : "the briefing's folder";
	int error;
	enum gate_answer answer = gate_check(inputs->arena, folder, written, &error);
	switch (answer) {
	case GATE_OUTSIDE:
		diag_add(diags, DIAG_ERROR, place, hint, "%s is not below %s", written, whose);
		return NULL;
	case GATE_NOT_A_FILE:
		diag_add(diags, DIAG_ERROR, place, hint, "%s is a device or a pipe, not a file", written);
		return NULL;
	case GATE_UNREADABLE:
		diag_add(diags, DIAG_ERROR, place, hint, "%s cannot be read", written);
		return NULL;
	case GATE_FAILED:
		diag_add(diags, DIAG_FAILURE, place, NULL, "%s cannot be read: %s", written, strerror(error));
		return NULL;
	case GATE_MISSING:
	case GATE_PASSED:
		break;
	}
	struct input *input = inputs_name_below(inputs, role, folder, str_starts(path, "./") ? path + 2 : path);
	input->written = arena_strdup(inputs->arena, written);
	if (answer == GATE_PASSED)
		return input->path;
	diag_add(diags, DIAG_ERROR, place, hint, "%s has no file %s", whose, written);
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
		if ((inputs->items[i]->kind == INPUT_FILE || inputs->items[i]->kind == INPUT_DATABASE) &&
		    file_is_same(path, inputs->items[i]->path))
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
	enum { PIECE = 1 << 20 };
	struct bytes b = input->bytes;
	struct hash hash;
	if (!input->read || *input->sha256)
		return input->sha256;
	hash_init(&hash);
	const char *rested = b.data;
	for (size_t i = 0; i < b.size; i += PIECE) {
		hash_add(&hash, b.data + i, b.size - i < PIECE ? b.size - i : PIECE);
		file_copy_rest(b, &rested, b.data + i);
	}
	hash_finish(&hash, input->sha256);
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
