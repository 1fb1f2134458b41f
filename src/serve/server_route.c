/* What the addresses of a preview lead to. */
#define _XOPEN_SOURCE 700

#include "base/str.h"
#include "paint/painter.h"
#include "serve/board.h"
#include "serve/server_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char json[] = "application/json";

/* ---- the setting that an address asks for ---- */

static bool take(const struct asked *a, const char *name, char *into)
{
	const char *value = server_argument(a, name);
	if (strlen(value) >= BOARD_NAME)
		return false;
	snprintf(into, BOARD_NAME, "%s", value);
	return true;
}

static bool take_setting(const struct asked *a, struct board_setting *setting)
{
	*setting = (struct board_setting){ .draft = str_eq(server_argument(a, "draft"), "1") };
	return take(a, "look", setting->look) && take(a, "language", setting->language) &&
	       take(a, "page", setting->page);
}

/* ---- what happens, as it happens ---- */

struct stream {
	struct board *board;
	size_t desk;
	unsigned long seen;
	char *text; /* what is being sent */
	size_t at, size;
};

/* A remark now and then shows whether anybody still listens. */
static bool next_event(struct stream *s)
{
	enum { PAUSE = 4000, AROUND = 32 };
	char *state = board_state(s->board, s->desk, &s->seen, PAUSE);
	if (!state && board_is_closed(s->board))
		return false;
	free(s->text);
	s->at = s->size = 0;
	size_t room = (state ? strlen(state) : 0) + AROUND;
	s->text = malloc(room);
	if (s->text)
		s->size = (size_t)(state ? snprintf(s->text, room, "retry: 1000\ndata: %s\n\n", state)
		                         : snprintf(s->text, room, ": here\n\n"));
	free(state);
	return s->text != NULL;
}

static ssize_t read_stream(void *of, uint64_t position, char *into, size_t most)
{
	struct stream *s = of;
	(void)position;
	if (s->at == s->size && !next_event(s))
		return MHD_CONTENT_READER_END_OF_STREAM;
	size_t n = s->size - s->at < most ? s->size - s->at : most;
	memcpy(into, s->text + s->at, n);
	s->at += n;
	return (ssize_t)n;
}

static void end_stream(void *of)
{
	struct stream *s = of;
	board_leave(s->board, s->desk);
	free(s->text);
	free(s);
}

static enum MHD_Result stream(const struct asked *a, size_t desk)
{
	struct stream *s = calloc(1, sizeof *s);
	if (!s)
		return MHD_NO;
	s->board = a->server->board;
	s->desk = desk;
	board_look(s->board, desk);
	return server_stream(a, read_stream, s, end_stream);
}

/* ---- files to save ---- */

/* Of a painter that there is; of pages or of what flows, or of one chart. */
static enum MHD_Result save(const struct asked *a, const struct board_setting *setting)
{
	enum { NAME = 256, DISPOSITION = 320 };
	const char *format = server_argument(a, "format"), *only = server_argument(a, "chart");
	const struct painter *painter = painter_find(format);
	char name[NAME], disposition[DISPOSITION];
	if (!painter || strlen(only) >= NAME)
		return server_refuse(a, MHD_HTTP_NOT_FOUND, "no such format\n");
	struct bytes file = board_fetch(a->server->board, setting, painter->suffix, only, name);
	for (char *p = name; file.data && *p; p++)
		if (*p == '"' || *p == '\\' || (unsigned char)*p < ' ')
			*p = '_';
	snprintf(disposition, sizeof disposition, "attachment; filename=\"%s\"", file.data ? name : "");
	if (!file.data)
		return server_refuse(a, MHD_HTTP_CONFLICT,
		                     "the briefing has errors, so no file is made of it: mend them, or choose draft\n");
	return server_answer_given(a, painter->media_type, file, disposition);
}

/* ---- addresses ---- */

static enum MHD_Result file_of(const struct asked *a, const char *what)
{
	const struct server *s = a->server;
	for (size_t i = 0; i < s->n_files; i++)
		if (str_eq(s->files[i].name, what))
			return server_answer(a, MHD_HTTP_OK, s->files[i].media_type, s->files[i].bytes);
	return server_refuse(a, MHD_HTTP_NOT_FOUND, "there is nothing at this address\n");
}

static enum MHD_Result state_now(const struct asked *a, size_t desk)
{
	unsigned long seen = 0;
	char *state = board_state(a->server->board, desk, &seen, 0);
	return server_answer_given(a, json, (struct bytes){ .data = state, .size = state ? strlen(state) : 0 }, NULL);
}

enum MHD_Result server_route(const struct asked *a, const char *what, bool head)
{
	static const char page[] = "page/";
	static const char *const of_desks[] = { "state", "events", "told", "faces.css" };
	struct board_setting setting;
	struct board *board = a->server->board;
	size_t desk;
	bool known = str_starts(what, page) || str_eq(what, "save");
	for (size_t i = 0; i < sizeof of_desks / sizeof *of_desks; i++)
		known |= str_eq(what, of_desks[i]);
	if (!known)
		return file_of(a, what);
	if (!take_setting(a, &setting))
		return server_refuse(a, MHD_HTTP_BAD_REQUEST, "no such setting\n");
	if (str_eq(what, "save"))
		return save(a, &setting);
	if (!board_sit(board, &setting, &desk))
		return server_refuse(a, MHD_HTTP_SERVICE_UNAVAILABLE, "too many different previews are open\n");
	if (str_starts(what, page))
		return server_answer_given(a, "image/svg+xml", board_page(board, desk, what + strlen(page)), NULL);
	if (str_eq(what, "told"))
		return server_answer_given(a, json, board_told(board, desk), NULL);
	if (str_eq(what, "faces.css"))
		return server_answer_given(a, "text/css", board_faces(board, desk), NULL);
	return str_eq(what, "events") && !head ? stream(a, desk) : state_now(a, desk);
}
