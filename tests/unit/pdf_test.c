/* What is added to Cairo's PDF: marks around what is not content, the profile, the order of tags. */
#include "base/arena.h"
#include "base/str.h"
#include "paint/paint.h"
#include "paint/pdf_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
	*state = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

static const char *marked(struct arena *arena, const char *operators, int n)
{
	size_t size;
	return pdf_content_mark(arena, operators, strlen(operators), n, &size);
}

static void what_is_painted_outside_of_content_is_an_artifact(void **state)
{
	assert_string_equal(
		marked(*state, "1 0 0 rg 0 0 9 9 re f\n/Span << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC\n0 0 1 1 re S", 1),
		"\n/Artifact BMC\n1 0 0 rg 0 0 9 9 re f\nEMC\n/Span << /MCID 0 >> BDC\nBT (a)Tj ET\nEMC"
		"\n/Artifact BMC\n\n0 0 1 1 re S\nEMC\n");
}

static void what_paints_nothing_is_not_an_artifact(void **state)
{
	static const char all[] = "q 1 0 0 -1 0 9 cm\n/Span << /MCID 0 >> BDC\nBT <EMC0>Tj ET\nEMC\nQ";
	assert_string_equal(marked(*state, all, 1), all);
}

static void an_artifact_begins_before_its_text(void **state)
{
	assert_string_equal(marked(*state, "BT /Span << /ActualText <feff> >> BDC (x)Tj EMC ET", 0),
	                    "\n/Artifact BMC\nBT /Span << /ActualText <feff> >> BDC (x)Tj EMC ET\nEMC\n");
}

static void strings_are_not_operators(void **state)
{
	static const char all[] = "/Span << /MCID 0 >> BDC\n[(EMC\nEMC \\) BDC)3(( f ))]TJ\nEMC";
	assert_string_equal(marked(*state, all, 1), all);
}

static void pieces_that_do_not_match_are_refused(void **state)
{
	static const char *const wrong[] = {
		"",
		"/Span << /MCID 1 >> BDC (a)Tj EMC",
		"/Span << /MCID 0 >> BDC (a)Tj",
		"/Span << /MCID 0 >> BDC (a)Tj EMC EMC",
		"/Span << /MCID 0 >> BDC /Span << /MCID 1 >> BDC (a)Tj EMC EMC",
		"/Span << /MCID 0 >> BDC EMC /Span << /MCID 1 >> BDC EMC",
		"/Span << /MCID 0 >> BDC EMC BI /W 1 ID x EI",
	};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_null(marked(*state, wrong[i], 1));
}

static unsigned long u32_at(struct bytes b, size_t at)
{
	const unsigned char *p = (const unsigned char *)b.data + at;
	return (unsigned long)p[0] << 24 | (unsigned long)p[1] << 16 | (unsigned long)p[2] << 8 | p[3];
}

static void the_profile_is_whole(void **state)
{
	struct bytes b = pdf_srgb(*state);
	assert_int_equal(b.size, 424);
	assert_int_equal(u32_at(b, 0), b.size);
	assert_memory_equal(b.data + 36, "acsp", 4);
	assert_int_equal(u32_at(b, 128), 9);
	for (size_t i = 0; i < 9; i++) {
		size_t at = u32_at(b, 136 + 12 * i), size = u32_at(b, 140 + 12 * i);
		assert_int_equal(at % 4, 0);
		assert_true(at >= 240 && at + size <= b.size);
	}
	unsigned long white[3] = { 0 };
	for (size_t i = 0; i < 3; i++) /* the three primaries add up to the white of the profile */
		for (size_t c = 0; c < 3; c++)
			white[c] += u32_at(b, u32_at(b, 136 + 12 * (3 + i)) + 8 + 4 * c);
	for (size_t c = 0; c < 3; c++)
		assert_in_range(white[c] + 16 - u32_at(b, u32_at(b, 136 + 12 * 2) + 8 + 4 * c), 0, 32);
}

static void tags_are_read_in_the_order_they_were_made(void **state)
{
	struct arena *arena = *state;
	struct scene_tag *root = scene_tag_new(arena, NULL, TAG_DOCUMENT);
	struct scene_tag *list = scene_tag_new(arena, root, TAG_LIST), *item = scene_tag_new(arena, list, TAG_ITEM);
	struct scene_tag *last = scene_tag_new(arena, root, TAG_PARAGRAPH),
			 *late = scene_tag_new(arena, list, TAG_ITEM);
	const struct scene_tag *order[] = { root, list, item, late, last }, *tag = root;
	for (size_t i = 0; i < 5; i++, tag = scene_tag_next(tag))
		assert_ptr_equal(tag, order[i]);
	assert_null(tag);
	assert_int_equal(*root->made, 5);
	assert_ptr_equal(scene_tag_root(late), root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_painted_outside_of_content_is_an_artifact),
		cmocka_unit_test(what_paints_nothing_is_not_an_artifact),
		cmocka_unit_test(an_artifact_begins_before_its_text),
		cmocka_unit_test(strings_are_not_operators),
		cmocka_unit_test(pieces_that_do_not_match_are_refused),
		cmocka_unit_test(the_profile_is_whole),
		cmocka_unit_test(tags_are_read_in_the_order_they_were_made),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
