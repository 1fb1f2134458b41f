/* server.h: answers a reader's browser, on this machine only.
 *
 * It listens on the loopback address. Whoever asks has to know the token, which is part of every address; has to ask
 * by a name of this machine (Host), so that a page from elsewhere whose name was turned to this address learns nothing;
 * and, where the browser says on whose behalf it asks (Origin, Sec-Fetch-Site), has to be this server's own page. No
 * part of an address is a path of a file: what is handed out is what the board holds and a few files that were read
 * before. Each connection has a thread. */
#ifndef SERVE_SERVER_H
#define SERVE_SERVER_H

#include "base/bytes.h"
#include "base/diag.h"

#include <stdint.h>

struct arena;
struct board;
struct server;

struct server_file { /* handed out as it is; the one without a name is the page itself */
	const char *name, *media_type;
	struct bytes bytes;
};

enum { SERVER_TOKEN = 32 }; /* hex digits */

/* Listens; port 0: a free one. token: part of every address from now on. Files are borrowed. It stops with the arena,
 * which closes the board. NULL with a diagnostic if libmicrohttpd is not there, or the port is taken. */
struct server *server_start(struct arena *arena, struct board *board, uint16_t port, const char *token,
                            const struct server_file *files, size_t n_files, struct diags *diags);

/* "http://127.0.0.1:4711/3f…/". */
const char *server_address(const struct server *server);

#endif
