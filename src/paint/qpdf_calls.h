/* qpdf_calls.h: libqpdf, loaded when the first PDF is made: it and what it brings with it take longer to load than a
 * small picture takes to draw. Private to paint/. */
#ifndef PAINT_QPDF_CALLS_H
#define PAINT_QPDF_CALLS_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

struct arena;
struct diags;

/* Everything that is called, as X(type, name without qpdf_, arguments). */
#define QPDF_CALLS(X)                                                                                                  \
	X(qpdf_data, init, (void))                                                                                     \
	X(void, cleanup, (qpdf_data *))                                                                                \
	X(void, silence_errors, (qpdf_data))                                                                           \
	X(void, set_suppress_warnings, (qpdf_data, QPDF_BOOL))                                                         \
	X(QPDF_BOOL, has_error, (qpdf_data))                                                                           \
	X(qpdf_error, get_error, (qpdf_data))                                                                          \
	X(char const *, get_error_full_text, (qpdf_data, qpdf_error))                                                  \
	X(QPDF_ERROR_CODE, read_memory, (qpdf_data, char const *, char const *, unsigned long long, char const *))     \
	X(QPDF_ERROR_CODE, init_write_memory, (qpdf_data))                                                             \
	X(QPDF_ERROR_CODE, write, (qpdf_data))                                                                         \
	X(size_t, get_buffer_length, (qpdf_data))                                                                      \
	X(unsigned char const *, get_buffer, (qpdf_data))                                                              \
	X(void, set_object_stream_mode, (qpdf_data, enum qpdf_object_stream_e))                                        \
	X(void, set_deterministic_ID, (qpdf_data, QPDF_BOOL))                                                          \
	X(void, set_newline_before_endstream, (qpdf_data, QPDF_BOOL))                                                  \
	X(void, set_minimum_pdf_version, (qpdf_data, char const *))                                                    \
	X(qpdf_oh, get_root, (qpdf_data))                                                                              \
	X(qpdf_oh, get_trailer, (qpdf_data))                                                                           \
	X(int, get_num_pages, (qpdf_data))                                                                             \
	X(qpdf_oh, get_page_n, (qpdf_data, size_t))                                                                    \
	X(qpdf_oh, make_indirect_object, (qpdf_data, qpdf_oh))                                                         \
	X(void, oh_release, (qpdf_data, qpdf_oh))                                                                      \
	X(QPDF_BOOL, oh_is_stream, (qpdf_data, qpdf_oh))                                                               \
	X(QPDF_BOOL, oh_is_array, (qpdf_data, qpdf_oh))                                                                \
	X(QPDF_BOOL, oh_is_string, (qpdf_data, qpdf_oh))                                                               \
	X(char const *, oh_get_utf8_value, (qpdf_data, qpdf_oh))                                                       \
	X(QPDF_BOOL, oh_is_dictionary, (qpdf_data, qpdf_oh))                                                           \
	X(QPDF_BOOL, oh_is_name_and_equals, (qpdf_data, qpdf_oh, char const *))                                        \
	X(int, oh_get_object_id, (qpdf_data, qpdf_oh))                                                                 \
	X(int, oh_get_array_n_items, (qpdf_data, qpdf_oh))                                                             \
	X(qpdf_oh, oh_get_array_item, (qpdf_data, qpdf_oh, int))                                                       \
	X(QPDF_BOOL, oh_has_key, (qpdf_data, qpdf_oh, char const *))                                                   \
	X(qpdf_oh, oh_get_key, (qpdf_data, qpdf_oh, char const *))                                                     \
	X(void, oh_replace_key, (qpdf_data, qpdf_oh, char const *, qpdf_oh))                                           \
	X(void, oh_remove_key, (qpdf_data, qpdf_oh, char const *))                                                     \
	X(void, oh_begin_dict_key_iter, (qpdf_data, qpdf_oh))                                                          \
	X(QPDF_BOOL, oh_dict_more_keys, (qpdf_data))                                                                   \
	X(char const *, oh_dict_next_key, (qpdf_data))                                                                 \
	X(qpdf_oh, oh_parse, (qpdf_data, char const *))                                                                \
	X(qpdf_oh, oh_new_dictionary, (qpdf_data))                                                                     \
	X(qpdf_oh, oh_new_array, (qpdf_data))                                                                          \
	X(void, oh_append_item, (qpdf_data, qpdf_oh, qpdf_oh))                                                         \
	X(qpdf_oh, oh_new_integer, (qpdf_data, long long))                                                             \
	X(qpdf_oh, oh_new_name, (qpdf_data, char const *))                                                             \
	X(qpdf_oh, oh_new_unicode_string, (qpdf_data, char const *))                                                   \
	X(qpdf_oh, oh_new_binary_string, (qpdf_data, char const *, size_t))                                            \
	X(qpdf_oh, oh_new_stream, (qpdf_data))                                                                         \
	X(qpdf_oh, oh_get_dict, (qpdf_data, qpdf_oh))                                                                  \
	X(QPDF_ERROR_CODE, oh_get_stream_data,                                                                         \
	  (qpdf_data, qpdf_oh, enum qpdf_stream_decode_level_e, QPDF_BOOL *, unsigned char **, size_t *))              \
	X(void, oh_replace_stream_data, (qpdf_data, qpdf_oh, unsigned char const *, size_t, qpdf_oh, qpdf_oh))

struct qpdf_calls {
#define CALL(type, name, arguments) type(*name) arguments;
	QPDF_CALLS(CALL)
#undef CALL
};

/* False with a diagnostic where the library is not installed. It stays loaded until the program ends. */
bool qpdf_calls_load(struct qpdf_calls *calls, struct diags *diags);

#endif
