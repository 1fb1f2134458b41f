#define _XOPEN_SOURCE 700

#include "serve/server.h"

#include "base/arena.h"
#include "base/str.h"
#include "serve/board.h"
#include "serve/httpd_calls.h"
#include "serve/server_parts.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- who may ask ---- */

static const char *header(const struct asked *a, const char *name)
{
	return a->server->calls.lookup_connection_value(a->connection, MHD_HEADER_KIND, name);
}

static bool is_host(const struct server *s, const char *host)
{
	static const char *const names[] = { "127.0.0.1", "localhost" };
	char own[BOARD_NAME];
	unsigned port = atomic_load(&s->port);
	for (size_t i = 0; host && port && i < sizeof names / sizeof *names; i++) {
		snprintf(own, sizeof own, "%s:%u", names[i], port);
		if (str_eq(own, host))
			return true;
	}
	return false;
}

static bool is_own(const struct asked *a)
{
	static const char scheme[] = "http://";
	const char *host = header(a, "Host"), *origin = header(a, "Origin"), *site = header(a, "Sec-Fetch-Site");
	if (!is_host(a->server, host))
		return false;
	if (origin && (!str_starts(origin, scheme) || !str_eq(origin + strlen(scheme), host)))
		return false;
	return !site || str_eq(site, "same-origin") || str_eq(site, "none");
}

/* In the same time for every token. */
static bool has_token(const struct server *s, const char *url, const char **rest)
{
	size_t n = strlen(s->token);
	unsigned char differs = 0;
	if (strlen(url) < n + 1)
		return false;
	for (size_t i = 0; i < n; i++)
		differs |= (unsigned char)(url[i + 1] ^ s->token[i]);
	*rest = url + 1 + n;
	return !differs && **rest == '/' && *url == '/';
}

/* ---- answers ---- */

static enum MHD_Result queue(const struct asked *a, unsigned status, struct MHD_Response *response, const char *type)
{
	static const char *const always[][2] = {
		{ "Content-Security-Policy",
		  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' "
		  "data:; "
		  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" },
		{ "Cache-Control", "no-store" },
		{ "Cross-Origin-Opener-Policy", "same-origin" },
		{ "Cross-Origin-Resource-Policy", "same-origin" },
		{ "Referrer-Policy", "no-referrer" },
		{ "X-Content-Type-Options", "nosniff" },
	};
	const struct httpd_calls *c = &a->server->calls;
	if (!response)
		return MHD_NO;
	c->add_response_header(response, "Content-Type", type);
	for (size_t i = 0; i < sizeof always / sizeof *always; i++)
		c->add_response_header(response, always[i][0], always[i][1]);
	enum MHD_Result queued = c->queue_response(a->connection, status, response);
	c->destroy_response(response);
	return queued;
}

enum MHD_Result server_answer(const struct asked *a, unsigned status, const char *type, struct bytes body)
{
	return queue(a, status,
	             a->server->calls.create_response_from_buffer(body.size, (void *)(uintptr_t)body.data,
	                                                          MHD_RESPMEM_MUST_COPY),
	             type);
}

enum MHD_Result server_answer_given(const struct asked *a, const char *type, struct bytes body, const char *disposition)
{
	if (!body.data)
		return server_refuse(a, MHD_HTTP_NOT_FOUND, "not there\n");
	struct MHD_Response *response = a->server->calls.create_response_from_buffer(
		body.size, (void *)(uintptr_t)body.data, MHD_RESPMEM_MUST_FREE);
	if (response && disposition)
		a->server->calls.add_response_header(response, "Content-Disposition", disposition);
	return queue(a, MHD_HTTP_OK, response, type);
}

enum MHD_Result server_refuse(const struct asked *a, unsigned status, const char *why)
{
	return server_answer(a, status, "text/plain; charset=utf-8",
	                     (struct bytes){ .data = why, .size = strlen(why) });
}

enum MHD_Result server_stream(const struct asked *a, MHD_ContentReaderCallback read, void *of,
                              MHD_ContentReaderFreeCallback end)
{
	enum { BLOCK = 4096 };
	return queue(a, MHD_HTTP_OK,
	             a->server->calls.create_response_from_callback(MHD_SIZE_UNKNOWN, BLOCK, read, of, end),
	             "text/event-stream");
}

const char *server_argument(const struct asked *a, const char *name)
{
	const char *value = a->server->calls.lookup_connection_value(a->connection, MHD_GET_ARGUMENT_KIND, name);
	return value ? value : "";
}

static enum MHD_Result answer(void *closure, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *upload, size_t *n_upload, void **state)
{
	const struct asked a = { closure, connection };
	const char *rest = "";
	(void)version;
	(void)upload;
	(void)n_upload;
	(void)state;
	if (!is_own(&a))
		return server_refuse(&a, MHD_HTTP_FORBIDDEN, "this address is for its own page only\n");
	if (!has_token(a.server, url, &rest))
		return server_refuse(&a, MHD_HTTP_NOT_FOUND, "open the address that the program printed\n");
	if (!str_eq(method, "GET") && !str_eq(method, "HEAD"))
		return server_refuse(&a, MHD_HTTP_METHOD_NOT_ALLOWED, "only GET\n");
	return server_route(&a, rest + 1, str_eq(method, "HEAD"));
}

/* ---- life ---- */

static void stop(void *closure)
{
	struct server *s = closure;
	board_close(s->board);
	s->calls.stop_daemon(s->daemon);
}

static bool listen_on(struct server *s, uint16_t port)
{
	enum { CONNECTIONS = 96, IDLE_SECONDS = 120 };
	struct sockaddr_in loopback = { .sin_family = AF_INET,
		                        .sin_port = htons(port),
		                        .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	s->daemon = s->calls.start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD, port, NULL,
	                                  NULL, answer, s, MHD_OPTION_SOCK_ADDR, (const struct sockaddr *)&loopback,
	                                  MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
	                                  MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_END);
	const union MHD_DaemonInfo *info =
		s->daemon ? s->calls.get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT) : NULL;
	atomic_store(&s->port, info ? info->port : port);
	return s->daemon != NULL;
}

struct server *server_start(struct arena *arena, struct board *board, uint16_t port, const char *token,
                            const struct server_file *files, size_t n_files, struct diags *diags)
{
	struct server *s = arena_alloc(arena, 1, sizeof *s);
	s->board = board;
	s->files = files;
	s->n_files = n_files;
	snprintf(s->token, sizeof s->token, "%s", token);
	if (!httpd_calls_load(&s->calls)) {
		diag_add(diags, DIAG_FAILURE, place_file(NULL), "install libmicrohttpd",
		         "the preview needs libmicrohttpd, which is not here");
		return NULL;
	}
	errno = 0;
	if (!listen_on(s, port)) {
		bool taken = errno == EADDRINUSE || errno == EACCES;
		diag_add(diags, taken ? DIAG_ERROR : DIAG_FAILURE, place_file(NULL),
		         "--port names another one; without it a free one is taken",
		         "port %u of this machine cannot be listened on: %s", (unsigned)port,
		         errno ? strerror(errno) : "no reason is given");
		return NULL;
	}
	arena_defer(arena, stop, s);
	s->address = arena_printf(arena, "http://127.0.0.1:%u/%s/", (unsigned)atomic_load(&s->port), s->token);
	return s;
}

const char *server_address(const struct server *s)
{
	return s->address;
}
