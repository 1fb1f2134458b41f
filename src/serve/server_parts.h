/* server_parts.h: what the files of the server do for each other. Private to them. */
#ifndef SERVE_SERVER_PARTS_H
#define SERVE_SERVER_PARTS_H

#include "base/bytes.h"
#include "serve/httpd_calls.h"
#include "serve/server.h"

#include <stdatomic.h>

struct server {
	struct httpd_calls calls;
	struct MHD_Daemon *daemon;
	struct board *board;
	const struct server_file *files;
	size_t n_files;
	_Atomic uint16_t port; /* 0 until it is known; the first question may come before */
	char token[SERVER_TOKEN + 1];
	const char *address;
};

struct asked { /* a question of a browser */
	struct server *server;
	struct MHD_Connection *connection;
};

/* ---- server.c ---- */

/* The value of an argument of the address; "" if there is none. */
const char *server_argument(const struct asked *asked, const char *name);

/* A copy of the body. */
enum MHD_Result server_answer(const struct asked *asked, unsigned status, const char *type, struct bytes body);

/* The body itself, which is freed later; without data: it is not there. disposition: how a browser saves it; NULL: it
 * does not. */
enum MHD_Result server_answer_given(const struct asked *asked, const char *type, struct bytes body,
                                    const char *disposition);

enum MHD_Result server_refuse(const struct asked *asked, unsigned status, const char *why);

/* As long as read gives something; end(of) in any case. */
enum MHD_Result server_stream(const struct asked *asked, MHD_ContentReaderCallback read, void *of,
                              MHD_ContentReaderFreeCallback end);

/* ---- server_route.c ---- */

/* Whatever is at this address, after the token. */
enum MHD_Result server_route(const struct asked *asked, const char *what, bool head);

#endif
