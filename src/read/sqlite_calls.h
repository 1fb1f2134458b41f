/* sqlite_calls.h: the calls to libsqlite3, which is loaded when the first query asks for it. Private to sql. */
#ifndef READ_SQLITE_CALLS_H
#define READ_SQLITE_CALLS_H

#include <sqlite3.h>
#include <stdbool.h>

typedef int sqlite_authorizer(void *, int, const char *, const char *, const char *, const char *);
typedef int sqlite_progress(void *);

/* CALL(result, name, arguments) for each, as its header has it. */
#define SQLITE_CALLS(CALL)                                                                                             \
	CALL(int, vfs_register, (sqlite3_vfs *, int))                                                                  \
	CALL(int, vfs_unregister, (sqlite3_vfs *))                                                                     \
	CALL(int, open_v2, (const char *, sqlite3 **, int, const char *))                                              \
	CALL(int, close_v2, (sqlite3 *))                                                                               \
	CALL(int, db_config, (sqlite3 *, int, ...))                                                                    \
	CALL(int, drop_modules, (sqlite3 *, const char **))                                                            \
	CALL(int, exec, (sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **))            \
	CALL(int, limit, (sqlite3 *, int, int))                                                                        \
	CALL(sqlite3_int64, hard_heap_limit64, (sqlite3_int64))                                                        \
	CALL(int, set_authorizer, (sqlite3 *, sqlite_authorizer *, void *))                                            \
	CALL(void, progress_handler, (sqlite3 *, int, sqlite_progress *, void *))                                      \
	CALL(int, prepare_v2, (sqlite3 *, const char *, int, sqlite3_stmt **, const char **))                          \
	CALL(int, stmt_readonly, (sqlite3_stmt *))                                                                     \
	CALL(int, stmt_isexplain, (sqlite3_stmt *))                                                                    \
	CALL(int, step, (sqlite3_stmt *))                                                                              \
	CALL(int, finalize, (sqlite3_stmt *))                                                                          \
	CALL(int, column_count, (sqlite3_stmt *))                                                                      \
	CALL(const char *, column_name, (sqlite3_stmt *, int))                                                         \
	CALL(int, column_type, (sqlite3_stmt *, int))                                                                  \
	CALL(double, column_double, (sqlite3_stmt *, int))                                                             \
	CALL(const unsigned char *, column_text, (sqlite3_stmt *, int))                                                \
	CALL(int, column_bytes, (sqlite3_stmt *, int))                                                                 \
	CALL(const char *, errmsg, (sqlite3 *))

struct sqlite_calls {
#define MEMBER(type, name, arguments) type(*name) arguments;
	SQLITE_CALLS(MEMBER)
#undef MEMBER
};

/* False if libsqlite3 is not installed, or is too old. */
bool sqlite_calls_load(struct sqlite_calls *calls);

#endif
