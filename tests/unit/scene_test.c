/* Scenes by themselves, without a chart or a page. */
#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void every_role_has_a_word(void **state)
{
	(void)state;
	for (int role = 0; role < SCENE_ROLES; role++) {
		const char *word = scene_role_word((enum scene_role)role);
		assert_true(word && *word);
	}
	assert_string_equal(scene_role_word(ROLE_MARK), "bar");
	assert_string_equal(scene_role_word(ROLE_FIGURE), "figure");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_role_has_a_word),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
