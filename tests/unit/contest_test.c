/* Who is ahead of whom: one answer for titles, gaps and findings. And a part of a grid, which knows only its rows. */
#include "data_support.h"

#include "facts/contest.h"
#include "facts/facts.h"
#include "facts/grid.h"

static const struct variant *variant_called(const struct standing *s, struct arena *arena, const char *name)
{
	for (size_t i = 0; i < s->count; i++)
		if (str_eq(variant_full_name(arena, s->rows[i].variant), name))
			return s->rows[i].variant;
	fail_msg("no %s", name);
	return NULL;
}

/* "ahead of B": how "a" stands. */
static const char *outcome(struct bench *bench, const char *header, const char *rows)
{
	static const char *const words[] = { "nothing", "level", "ahead", "behind" };
	const struct dataset *d = must_load(bench, READ_CSV, arena_printf(bench->arena, "%s\n%s", header, rows));
	const struct standing *s = standing_of(bench->arena, d, d->benchmarks[0], NULL, 0, bench->diags);
	assert_non_null(s);
	struct contest c = contest_of(s, variant_called(s, bench->arena, "a"));
	return arena_printf(bench->arena, "%s, %s", words[c.outcome],
	                    c.rival ? variant_full_name(bench->arena, c.rival->variant) : "nobody");
}

static const char plain[] = "model,benchmark,value,better", noisy[] = "model,benchmark,value,ci,better",
		  who[] = "model,benchmark,value,measured,better", variants[] = "model,variant,benchmark,value,better";

static void the_best_other_model_is_the_rival(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(outcome(bench, plain, "a,x,5,higher\nb,x,4,\nc,x,3,\n"), "ahead, b");
	assert_string_equal(outcome(bench, plain, "a,x,3,higher\nb,x,4,\nc,x,5,\n"), "behind, c");
	assert_string_equal(outcome(bench, plain, "a,x,5,lower\nb,x,4,\nc,x,3,\n"), "behind, c");
	assert_string_equal(outcome(bench, plain, "a,x,5,higher\nb,x,5,\n"), "level, b");
	assert_string_equal(outcome(bench, noisy, "a,x,52,4,higher\nb,x,50,4,\n"), "level, b");
	assert_string_equal(outcome(bench, noisy, "a,x,52,1,higher\nb,x,50,1,\n"), "ahead, b");
	assert_string_equal(outcome(bench, plain, "a,x,5,higher\n"), "nothing, nobody");
}

static void another_variant_of_the_model_is_no_rival_and_may_lead_in_its_place(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(outcome(bench, variants, "a,,x,5,higher\na,big,x,3,\nb,,x,4,\n"), "ahead, b");
	assert_string_equal(outcome(bench, variants, "a,,x,5,higher\na,big,x,9,\nb,,x,4,\n"), "level, b");
}

static void a_claim_puts_no_result_behind(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(outcome(bench, who, "a,x,5,third-party,higher\nb,x,9,first-party,\nc,x,4,third-party,\n"),
	                    "ahead, c");
	assert_string_equal(outcome(bench, who, "a,x,5,third-party,higher\nb,x,9,first-party,\n"), "nothing, b");
	assert_string_equal(outcome(bench, who, "a,x,5,third-party,higher\nb,x,4,first-party,\n"), "ahead, b");
	assert_string_equal(outcome(bench, who, "a,x,5,first-party,higher\nb,x,9,third-party,\n"), "behind, b");
	assert_string_equal(outcome(bench, who, "a,x,9,first-party,higher\nb,x,5,third-party,\n"), "ahead, b");
}

static void nobody_wins_alone_without_a_rival(void **state)
{
	struct bench *bench = *state;
	const char *const data[] = { "a,x,5,higher\n", "a,x,5,higher\nb,x,5,\n", "a,x,5,higher\nb,x,4,\n" };
	for (size_t i = 0; i < 3; i++) {
		const struct dataset *d =
			must_load(bench, READ_CSV, arena_printf(bench->arena, "%s\n%s", plain, data[i]));
		const struct standing *s = standing_of(bench->arena, d, d->benchmarks[0], NULL, 0, bench->diags);
		assert_int_equal(contest_winner(s) != NULL, i == 2);
	}
}

/* "a 1 2 0, best a": wins('a'), wins('a', 'b'), wins('b', 'a'), leader('x'). */
static const char *tallies(struct bench *bench, const char *header, const char *rows)
{
	static const char *const asked[] = { "wins('a')", "wins('a', 'b')", "wins('b', 'a')", "leader('x')" };
	const struct dataset *d = must_load(bench, READ_CSV, arena_printf(bench->arena, "%s\n%s", header, rows));
	const char *out = "";
	for (size_t i = 0; i < 4; i++) {
		struct facts *facts = facts_open(bench->arena, d, &language_english);
		struct fact fact;
		bool ok = facts_eval(facts, bench->arena, asked[i], place_file("test"), &fact, diags_new(bench->arena));
		const char *said = !ok ? "-" : i < 3 ? arena_printf(bench->arena, "%g", fact.number) : fact.text;
		out = arena_printf(bench->arena, "%s%s%s", out, i ? " " : "", said);
	}
	return out;
}

/* Ties, noise, claims and unknown directions count in expressions as they do in titles and gaps. */
static void expressions_count_the_wins_that_titles_count(void **state)
{
	struct bench *bench = *state;
	assert_string_equal(tallies(bench, plain, "a,x,5,higher\nb,x,4,\n"), "1 1 0 a");
	assert_string_equal(tallies(bench, plain, "a,x,5,higher\nb,x,5,\n"), "0 0 0 -");
	assert_string_equal(tallies(bench, noisy, "a,x,52,4,higher\nb,x,50,4,\n"), "0 0 0 -");
	assert_string_equal(tallies(bench, noisy, "a,x,52,1,higher\nb,x,50,1,\n"), "1 1 0 a");
	assert_string_equal(tallies(bench, noisy, "a,x,52,1,lower\nb,x,50,1,\n"), "0 0 1 b");
	assert_string_equal(tallies(bench, who, "a,x,5,third-party,higher\nb,x,9,first-party,\nc,x,4,third-party,\n"),
	                    "1 0 1 b");
	assert_string_equal(tallies(bench, who, "a,x,5,first-party,higher\nb,x,9,third-party,\n"), "0 0 1 b");
	assert_string_equal(tallies(bench, plain, "a,x,5,unknown\nb,x,4,\n"), "0 0 0 -");
	assert_string_equal(tallies(bench, variants, "a,,x,5,higher\na,big,x,9,\nb,,x,4,\n"), "0 1 0 a@big");
}

static void a_part_of_a_grid_has_no_other_rows(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(
		bench, READ_CSV, "model,benchmark,value,better\na,x,5,higher\nb,x,4,\nc,x,3,\na,y,1,higher\nc,y,2,\n");
	const struct grid *all =
		grid_of(bench->arena, d, (const struct benchmark *const *)d->benchmarks, 2, NULL, 0, bench->diags);
	assert_non_null(all);
	size_t c = 0, rows[1], columns[] = { 1 };
	while (!str_eq(all->rows[c]->model->name, "c"))
		c++;
	rows[0] = c;
	const struct grid *part = grid_part(bench->arena, all, rows, 1, columns, 1);
	assert_int_equal(part->n_rows, 1);
	assert_int_equal(part->n_columns, 1);
	assert_int_equal(part->columns[0]->count, 1);
	assert_ptr_equal(part->columns[0]->rows[0].variant, all->rows[c]);
	assert_ptr_equal(grid_cell(part, 0, 0), &part->columns[0]->rows[0]);
	assert_int_equal(grid_cell(part, 0, 0)->rank, grid_cell(all, c, 1)->rank);
	columns[0] = 0;
	part = grid_part(bench->arena, all, rows, 1, columns, 1);
	assert_int_equal(part->columns[0]->rows[0].rank, 3); /* among all */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_best_other_model_is_the_rival, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(another_variant_of_the_model_is_no_rival_and_may_lead_in_its_place,
		                                bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_claim_puts_no_result_behind, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(nobody_wins_alone_without_a_rival, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(expressions_count_the_wins_that_titles_count, bench_open, bench_close),
		cmocka_unit_test_setup_teardown(a_part_of_a_grid_has_no_other_rows, bench_open, bench_close),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
