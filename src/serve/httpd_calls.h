/* httpd_calls.h: the calls to libmicrohttpd, which is loaded when the first preview begins. Private to server. */
#ifndef SERVE_HTTPD_CALLS_H
#define SERVE_HTTPD_CALLS_H

#include <stdbool.h>
#include <stdint.h>

/* Its header takes types from these. */
#include <sys/socket.h>
#include <sys/types.h>

#include <microhttpd.h>

/* CALL(result, name, arguments) for each, as its header has it. */
#define HTTPD_CALLS(CALL)                                                                                              \
	CALL(struct MHD_Daemon *, start_daemon,                                                                        \
	     (unsigned int, uint16_t, MHD_AcceptPolicyCallback, void *, MHD_AccessHandlerCallback, void *, ...))       \
	CALL(void, stop_daemon, (struct MHD_Daemon *))                                                                 \
	CALL(const union MHD_DaemonInfo *, get_daemon_info, (struct MHD_Daemon *, enum MHD_DaemonInfoType, ...))       \
	CALL(struct MHD_Response *, create_response_from_buffer, (size_t, void *, enum MHD_ResponseMemoryMode))        \
	CALL(struct MHD_Response *, create_response_from_callback,                                                     \
	     (uint64_t, size_t, MHD_ContentReaderCallback, void *, MHD_ContentReaderFreeCallback))                     \
	CALL(enum MHD_Result, add_response_header, (struct MHD_Response *, const char *, const char *))                \
	CALL(enum MHD_Result, queue_response, (struct MHD_Connection *, unsigned int, struct MHD_Response *))          \
	CALL(void, destroy_response, (struct MHD_Response *))                                                          \
	CALL(const char *, lookup_connection_value, (struct MHD_Connection *, enum MHD_ValueKind, const char *))

struct httpd_calls {
#define MEMBER(type, name, arguments) type(*name) arguments;
	HTTPD_CALLS(MEMBER)
#undef MEMBER
};

/* False if libmicrohttpd is not installed, or is too old. */
bool httpd_calls_load(struct httpd_calls *calls);

#endif
