/* zip_calls.h: the calls to libzip, which is loaded when the first archive is opened. Private to archive. */
#ifndef READ_ZIP_CALLS_H
#define READ_ZIP_CALLS_H

#include <stdbool.h>
#include <zip.h>

/* CALL(result, name, arguments) for each, as its header has it. */
#define ZIP_CALLS(CALL)                                                                                                \
	CALL(zip_source_t *, source_buffer_create, (const void *, zip_uint64_t, int, zip_error_t *))                   \
	CALL(void, source_free, (zip_source_t *))                                                                      \
	CALL(zip_t *, open_from_source, (zip_source_t *, int, zip_error_t *))                                          \
	CALL(void, discard, (zip_t *))                                                                                 \
	CALL(zip_int64_t, get_num_entries, (zip_t *, zip_flags_t))                                                     \
	CALL(zip_int64_t, name_locate, (zip_t *, const char *, zip_flags_t))                                           \
	CALL(int, stat_index, (zip_t *, zip_uint64_t, zip_flags_t, zip_stat_t *))                                      \
	CALL(zip_file_t *, fopen_index, (zip_t *, zip_uint64_t, zip_flags_t))                                          \
	CALL(zip_int64_t, fread, (zip_file_t *, void *, zip_uint64_t))                                                 \
	CALL(int, fclose, (zip_file_t *))

struct zip_calls {
#define MEMBER(type, name, arguments) type(*name) arguments;
	ZIP_CALLS(MEMBER)
#undef MEMBER
};

/* False if libzip is not installed, or is too old. */
bool zip_calls_load(struct zip_calls *calls);

#endif
