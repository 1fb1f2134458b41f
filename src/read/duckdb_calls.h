/* duckdb_calls.h: the calls to DuckDB's C API that a query takes. Its packages often bring no header, so they are
 * declared here as its version 1 has them; the library is opened when the first query asks for it. Private to sql. */
#ifndef READ_DUCKDB_CALLS_H
#define READ_DUCKDB_CALLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct duckdb_result { /* as it is laid out; passed by value where a chunk is fetched */
	uint64_t columns, rows, changed;
	void *data;
	char *error;
	void *internal;
};

struct duckdb_text { /* in a column of texts: up to 12 bytes stand where start begins, the pointer's place included */
	uint32_t size;
	char start[4];
	const char *far;
};

enum duckdb_state { DUCKDB_SUCCESS, DUCKDB_ERROR };
enum duckdb_pending { DUCKDB_READY, DUCKDB_NOT_READY, DUCKDB_PENDING_ERROR, DUCKDB_NO_TASKS };
enum { DUCKDB_SELECT = 1 };
enum duckdb_type {
	DUCKDB_BLOB = 18,
	DUCKDB_LIST = 24,
	DUCKDB_STRUCT = 25,
	DUCKDB_MAP = 26,
	DUCKDB_UNION = 28,
	DUCKDB_BIT = 29,
	DUCKDB_ARRAY = 33
};

/* CALL(result, name, arguments) for each. */
#define DUCKDB_CALLS(CALL)                                                                                             \
	CALL(int, create_config, (void **config))                                                                      \
	CALL(int, set_config, (void *config, const char *name, const char *value))                                     \
	CALL(void, destroy_config, (void **config))                                                                    \
	CALL(int, open_ext, (const char *path, void **database, void *config, char **error))                           \
	CALL(void, close, (void **database))                                                                           \
	CALL(int, connect, (void *database, void **connection))                                                        \
	CALL(void, disconnect, (void **connection))                                                                    \
	CALL(void, interrupt, (void *connection))                                                                      \
	CALL(int, query, (void *connection, const char *text, struct duckdb_result *result))                           \
	CALL(const char *, result_error, (struct duckdb_result * result))                                              \
	CALL(void, destroy_result, (struct duckdb_result * result))                                                    \
	CALL(uint64_t, extract_statements, (void *connection, const char *text, void **statements))                    \
	CALL(const char *, extract_statements_error, (void *statements))                                               \
	CALL(int, prepare_extracted_statement, (void *connection, void *statements, uint64_t i, void **prepared))      \
	CALL(void, destroy_extracted, (void **statements))                                                             \
	CALL(int, prepare, (void *connection, const char *text, void **prepared))                                      \
	CALL(const char *, prepare_error, (void *prepared))                                                            \
	CALL(int, prepared_statement_type, (void *prepared))                                                           \
	CALL(uint64_t, nparams, (void *prepared))                                                                      \
	CALL(uint64_t, prepared_statement_column_count, (void *prepared))                                              \
	CALL(const char *, prepared_statement_column_name, (void *prepared, uint64_t i))                               \
	CALL(int, prepared_statement_column_type, (void *prepared, uint64_t i))                                        \
	CALL(void, destroy_prepare, (void **prepared))                                                                 \
	CALL(int, execute_prepared, (void *prepared, struct duckdb_result *result))                                    \
	CALL(void *, fetch_chunk, (struct duckdb_result result))                                                       \
	CALL(uint64_t, data_chunk_get_size, (void *chunk))                                                             \
	CALL(void *, data_chunk_get_vector, (void *chunk, uint64_t column))                                            \
	CALL(void *, vector_get_data, (void *vector))                                                                  \
	CALL(uint64_t *, vector_get_validity, (void *vector))                                                          \
	CALL(void, destroy_data_chunk, (void **chunk))                                                                 \
	CALL(void, free, (void *pointer))

struct duckdb_calls {
#define MEMBER(type, name, arguments) type(*name) arguments;
	DUCKDB_CALLS(MEMBER)
#undef MEMBER
};

/* path: NULL for the system's. False if there is none, or it is too old; *why is the system's reason. */
bool duckdb_calls_load(struct duckdb_calls *calls, const char *path, const char **why);

#endif
