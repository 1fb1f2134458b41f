/* The table of units: found by name, converted through a base. */
#include "base/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void a_unit_is_found_by_its_name_or_an_alias_in_any_case(void **state)
{
	(void)state;
	assert_ptr_equal(unit_find("percent"), &unit_percent);
	assert_ptr_equal(unit_find("Percent"), &unit_percent);
	assert_ptr_equal(unit_find("%"), &unit_percent);
	assert_string_equal(unit_find("s")->name, "seconds");
	assert_string_equal(unit_find("tok/s")->name, "tokens/s");
	assert_string_equal(unit_find("EUR")->name, "eur");
	assert_null(unit_find("percentage"));
	assert_null(unit_find(""));
}

static void bits_and_bytes_are_told_apart_by_case_alone_so_neither_is_guessed(void **state)
{
	(void)state;
	assert_string_equal(unit_find("MB/s")->name, "MB/s");
	assert_string_equal(unit_find("Mb/s")->name, "Mb/s");
	assert_null(unit_find("mb/s"));
	assert_string_equal(unit_find("mbit/s")->name, "Mb/s");
	assert_float_equal(unit_ratio(unit_find("MB/s"), unit_find("Mb/s")), 8, 0);
}

static void every_name_of_the_table_leads_to_its_unit(void **state)
{
	const struct unit *unit;
	(void)state;
	for (size_t i = 0; (unit = unit_at(i)); i++) {
		assert_ptr_equal(unit_find(unit->name), unit);
		for (size_t k = 0; unit->aliases && unit->aliases[k]; k++)
			assert_ptr_equal(unit_find(unit->aliases[k]), unit);
		const struct unit *base = unit_find(unit->base);
		assert_non_null(base);
		assert_string_equal(base->base, base->name); /* one step leads to the base */
		assert_float_equal(base->scale, 1, 0);
		assert_true(unit->scale > 0);
		assert_int_equal(unit->kind, base->kind);
	}
}

static void units_of_one_quantity_convert_and_others_do_not(void **state)
{
	(void)state;
	assert_float_equal(unit_ratio(unit_find("min"), unit_find("seconds")), 60, 0);
	assert_float_equal(unit_ratio(unit_find("ms"), unit_find("h")), 1.0 / 3600000, 1e-18);
	assert_float_equal(unit_ratio(&unit_fraction, &unit_percent), 100, 0);
	assert_float_equal(unit_ratio(unit_find("kWh"), unit_find("J")), 3600000, 1e-6);
	assert_float_equal(unit_ratio(unit_find("usd"), unit_find("eur")), 0, 0);
	assert_float_equal(unit_ratio(&unit_score, &unit_points), 0, 0);
}

/* Two datasets that declare a unit alike mean the same one. */
static void units_are_the_same_by_what_they_say(void **state)
{
	const struct unit a = { .name = "pages", .base = "pages", .scale = 1 }, b = a,
			  dozen = { .name = "pages", .base = "pages", .scale = 12 };
	(void)state;
	assert_true(unit_same(&a, &b));
	assert_false(unit_same(&a, &dozen));
	assert_false(unit_same(&unit_score, &unit_points));
}

static void the_next_larger_unit_is_a_power_of_ten_of_it(void **state)
{
	(void)state;
	assert_ptr_equal(unit_larger(unit_find("ms"), 3), unit_find("seconds"));
	assert_ptr_equal(unit_larger(unit_find("ns"), 9), unit_find("seconds"));
	assert_ptr_equal(unit_larger(unit_find("Mb/s"), 3), unit_find("Gb/s"));
	assert_null(unit_larger(unit_find("seconds"), 3));
	assert_null(unit_larger(unit_find("tokens"), 3));
	assert_null(unit_larger(unit_find("usd"), 3));
	assert_null(unit_larger(unit_find("ms"), 0));
}

static void percentages_differ_by_points(void **state)
{
	(void)state;
	assert_ptr_equal(unit_of_difference(&unit_percent), &unit_points);
	assert_ptr_equal(unit_of_difference(&unit_tokens), &unit_tokens);
}

static void a_sign_identifies_its_unit(void **state)
{
	(void)state;
	assert_string_equal(unit_signed("$5")->name, "usd");
	assert_string_equal(unit_signed("5\u20ac")->name, "eur");
	assert_null(unit_signed("5"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_unit_is_found_by_its_name_or_an_alias_in_any_case),
		cmocka_unit_test(bits_and_bytes_are_told_apart_by_case_alone_so_neither_is_guessed),
		cmocka_unit_test(every_name_of_the_table_leads_to_its_unit),
		cmocka_unit_test(units_of_one_quantity_convert_and_others_do_not),
		cmocka_unit_test(units_are_the_same_by_what_they_say),
		cmocka_unit_test(the_next_larger_unit_is_a_power_of_ten_of_it),
		cmocka_unit_test(percentages_differ_by_points),
		cmocka_unit_test(a_sign_identifies_its_unit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
