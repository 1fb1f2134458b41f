/* Contrast and distance against published figures. */
#include "style/color.h"

#include "base/arena.h"
#include "style/look.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct color hex(const char *text)
{
	struct color c;
	assert_true(color_parse(text, &c));
	return c;
}

static void assert_near(double got, double want, double tolerance)
{
	if (fabs(got - want) > tolerance)
		fail_msg("%.4f, not %.4f", got, want);
}

static void only_six_hex_digits_are_a_colour(void **state)
{
	(void)state;
	struct color c;
	char text[8];
	color_hex(hex("#0b3A6B"), text);
	assert_string_equal(text, "#0B3A6B");
	assert_false(color_parse("0B3A6B", &c));
	assert_false(color_parse("#0B3A6", &c));
	assert_false(color_parse("#0B3A6B0", &c));
	assert_false(color_parse("#0B3A6G", &c));
	assert_false(color_parse("", &c));
}

static void contrast_is_that_of_the_standard(void **state)
{
	(void)state;
	assert_near(color_contrast(hex("#767676"), hex("#FFFFFF")), 4.54, 0.005);
	assert_near(color_contrast(hex("#000000"), hex("#FFFFFF")), 21, 1e-9);
	assert_near(color_contrast(hex("#0B3A6B"), hex("#FFFFFF")), 11.46, 0.005);
	assert_near(color_contrast(hex("#E26B30"), hex("#F6F5F2")), 3.02, 0.005);
	assert_near(color_contrast(hex("#B5412F"), hex("#1B1D21")), 3.02, 0.005);
}

/* Sharma, Wu, Dalal 2005: pairs that catch the usual mistakes. */
static void distance_is_ciede2000(void **state)
{
	(void)state;
	static const double pairs[][7] = {
		{ 50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425 },
		{ 50, -1.3802, -84.2814, 50, 0, -82.7485, 1.0000 },
		{ 50, 2.5, 0, 73, 25, -18, 27.1492 },
		{ 60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644 },
		{ 2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082 },
		{ 50, 2.49, -0.001, 50, -2.49, 0.0009, 7.1792 },
		{ 22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373 },
		{ 90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441 },
	};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const double *p = pairs[i];
		assert_near(color_lab_distance((struct color_lab){ p[0], p[1], p[2] },
		                               (struct color_lab){ p[3], p[4], p[5] }),
		            p[6], 0.00006);
	}
}

struct least {
	double normal, deuteranopia, protanopia, tritanopia;
};

static struct least least_of(const struct palette *p)
{
	struct least l = { 1000, 1000, 1000, 1000 };
	for (size_t i = 0; i < p->n_series; i++)
		for (size_t j = 0; j < i; j++) {
			l.normal = fmin(l.normal, color_distance(p->series[i], p->series[j], VISION_NORMAL));
			l.deuteranopia =
				fmin(l.deuteranopia, color_distance(p->series[i], p->series[j], VISION_DEUTERANOPIA));
			l.protanopia =
				fmin(l.protanopia, color_distance(p->series[i], p->series[j], VISION_PROTANOPIA));
			l.tritanopia =
				fmin(l.tritanopia, color_distance(p->series[i], p->series[j], VISION_TRITANOPIA));
		}
	return l;
}

/* Worked out apart from this program, in another language. */
static void the_shipped_palettes_are_as_far_apart_as_intended(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct diags *diags = diags_new(arena);
	const struct look *light = look_load(arena, inputs_new(arena), "editorial", NULL, "styles", diags),
			  *dark = look_load(arena, inputs_new(arena), "board", NULL, "styles", diags);
	assert_non_null(light);
	assert_non_null(dark);
	struct least l = least_of(&light->palette), d = least_of(&dark->palette);
	assert_near(l.normal, 22.8, 0.06);
	assert_near(l.deuteranopia, 13.0, 0.06);
	assert_near(l.protanopia, 12.9, 0.06);
	assert_near(l.tritanopia, 13.1, 0.06);
	assert_near(d.normal, 21.2, 0.06);
	assert_near(d.deuteranopia, 11.0, 0.06);
	assert_near(d.protanopia, 11.2, 0.06);
	assert_near(d.tritanopia, 10.8, 0.06);
	arena_free(arena);
}

static void the_middle_of_a_ramp_has_its_hue_and_is_no_grey(void **state)
{
	(void)state;
	struct color white = { 255, 255, 255 }, navy = { 11, 58, 107 }, ink = { 22, 25, 29 };
	struct color middle = color_middle(white, navy), grey = color_middle(white, ink),
		     mixed = color_mix(white, navy, 0.5);
	assert_true(middle.r < middle.g && middle.g < middle.b);
	assert_true(middle.b - middle.r > mixed.b - mixed.r + 50);
	assert_true(color_contrast(white, middle) > 1.5 && color_contrast(middle, navy) > 1.5);
	assert_true(color_equal(grey, color_mix(white, ink, 0.5)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_six_hex_digits_are_a_colour),
		cmocka_unit_test(contrast_is_that_of_the_standard),
		cmocka_unit_test(distance_is_ciede2000),
		cmocka_unit_test(the_middle_of_a_ramp_has_its_hue_and_is_no_grey),
		cmocka_unit_test(the_shipped_palettes_are_as_far_apart_as_intended),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
