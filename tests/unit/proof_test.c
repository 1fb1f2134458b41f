/* Every rule of the proof: a real leaderboard keeps it, and the same leaderboard, broken on purpose in one place, is
 * caught. */
#include "proof_breaks.h"
#include "proof_course_breaks.h"
#include "proof_scatter_breaks.h"
#include "proof_shown_breaks.h"
#include "proof_spread_breaks.h"
#include "proof_stack_breaks.h"
#include "proof_steer_breaks.h"
#include "proof_upright_breaks.h"

static void direction_twice(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_LABEL, 2), "Higher is better");
	find(c, ROLE_LABEL, 2)->says = SAYS_DIRECTION;
}

static void direction_of_nothing(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->higher = false;
}

static void other_direction(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->higher = false;
	c->evidence->lower = true;
}

static void only_one_direction(struct setting *s, struct scene *c)
{
	(void)s;
	c->evidence->lower = true;
}

static const struct {
	const char *rule;
	void (*break_it)(struct setting *s, struct scene *scene);
	const char *names; /* what the message speaks of */
	const char *kind;  /* NULL: a leaderboard */
} breaks[] = {
	{ "C10", title_names_hidden, "the title names \"Model Nine\"", NULL },
	{ "C10", alt_names_hidden, "the alt text names \"Model Nine\"", NULL },
	{ "C10", note_names_hidden, "the note names \"Model Nine\"", NULL },
	{ "C10", title_counts_hidden, "the title counts 30 models, but 12 are drawn", NULL },
	{ "C10", alt_counts_hidden, "the alt text counts 8 benchmarks, but 4 are drawn", NULL },
	{ "C10", tally_is_one_more, "the title counts", "scatter" },
	{ "C2", title_is_another, "the title says Three, which counts nothing", NULL },
	{ "C10", tally_is_one_more, "the alt text counts", NULL },
	{ "C10", tally_is_one_more, "the subtitle counts", "heatmap" },
	{ "C10", tally_is_one_more, "the alt text counts", "scatter" },
	{ "C10", tally_is_one_more, "the title counts", "slope" },
	{ "C2", title_counts_what_nobody_kept, "the title says Two, which counts nothing", NULL },
	{ "J1", alt_counts_what_nobody_kept, "the alt text says 3, which is not in the data", NULL },
	{ "F7", rows_left_out, "3 rows are left out above \"Model Three\"", NULL },
	{ "F7", largest_left_out, "the largest value on \"Test\" is not drawn, and no note says so", "table" },
	{ "F7", gap_says_another_number, "3 rows are left out above \"Model Three\"", NULL },
	{ "A11", framed, "frame", NULL },
	{ "B14", nameless_point, "1 points have no name", "scatter" },
	{ "B15", number_at_edge, "edge of its field", "heatmap" },
	{ "C1", wordy_title, "words", NULL },
	{ "C2", wrong_number, "9,877.5", NULL },
	{ "C2", wrong_number_before_a_name, "9,877.5", NULL },
	{ "B2", thin_text_across_a_panel, "crosses the edge of a panel", NULL },
	{ "C3", no_unit, "points", NULL },
	{ "C3", no_date, "May", NULL },
	{ "A10", lost_dot, "has 0 marks", "scatter" },
	{ "D4", four_digits_among_thousands, "5000.0", NULL },
	{ "A5", smaller_second_scale, "points", NULL },
	{ "B13", far_first_value, "12,345.5", NULL },
	{ "B6", four_weights, "4 weights", NULL },
	{ "A9", other_datum, "the datum is 12346.5", NULL },
	{ "A3", swap_lengths_of_second_panel, "shorter than that of a smaller value", "panels" },
	{ "C2", number_that_ends_like_a_name, "3.5", NULL },
	{ "E2", pale_thin_bar, "Model Two", NULL },
	{ "A9", long_whisker, "beyond its interval", NULL },
	{ "A9", shifted_whisker, "beyond its interval", NULL },
	{ "A9", short_whisker, "stops short", NULL },
	{ "A9", whisker_below_zero_on_log, "beyond its interval from -1", NULL },
	{ "A9", whisker_past_zero_on_log, "beyond its interval from 0", NULL },
	{ "C2", nearly_right_number, "9,876.8", NULL },
	{ "C2", nearly_right_whole_number, "9,878", NULL },
	{ "C6", unmarked_conflict, "no mark", NULL },
	{ "C6", loose_dagger, "1 values and has 0 notes", NULL },
	{ "D2", vast_interval, "Model One", NULL },
	{ "D10", one_tick, "1 ticks", NULL },
	{ "E7", grey_part, "grey", NULL },
	{ "E10", alike_changes, "same colour", NULL },
	{ "F1", wrong_order, "is below", NULL },
	{ "F6", crowded_group, "more than 5", "table" },
	{ "F8", false_frontier, "frontier", "scatter" },
	{ "F8", false_frontier, "frontier", "timeline" },
	{ "F8", claim_beats_a_result, "\"Model Three\" belongs on the frontier", "scatter" },
	{ "F8", no_band_between_courses, "band is missing between its courses", "scatter retest" },
	{ "F8", band_without_courses, "band is drawn where its courses do not run", "scatter" },
	{ "F8", frontier_off_its_course, "has no line at its values", "scatter" },
	{ "F8", corner_where_it_is_worse, "not in the corner that is better", "scatter" },
	{ "A9", label_of_another_value, "says 51, which is none of its values", "scatter" },
	{ "A9", whisker_with_a_hole, "pauses where no words stand", "scatter retest" },
	{ "F8", band_too_tall, "its courses run at", "scatter retest" },
	{ "F8", half_a_band, "its courses run at", "scatter retest" },
	{ "F8", band_beyond_the_courses, "band is drawn where", "scatter retest" },
	{ "F8", beaten_within_an_interval, "\"Model Three\" belongs on the frontier", "scatter" },
	{ "A9", dot_of_another_day, "is drawn on day", "lines" },
	{ "A9", dot_of_another_value, "stands for", "lines" },
	{ "A9", dot_without_a_day, "has no day and no value", "lines" },
	{ "F10", line_to_another_row, "joins no value to one that was measured later", "lines" },
	{ "F10", line_of_nothing, "joins no value to one that was measured later", "lines" },
	{ "F10", line_back_in_time, "joins no value to one that was measured later", "lines" },
	{ "F10", line_beside_its_dots, "points from what it joins", "lines" },
	{ "F10", line_that_skips_a_run, "points from what it joins", "lines" },
	{ "F10", line_lost, "0 lines lead to value 3 of \"Model One\"", "lines" },
	{ "F10", line_twice, "2 lines lead to value 3 of \"Model One\"", "lines" },
	{ "B14", course_without_a_name, "0 names and 1 values at the end of its line", "lines" },
	{ "B14", name_before_the_end, "1 names and 0 values at a value before the last", "lines" },
	{ "B14", value_before_the_end, "0 names and 1 values at a value before the last", "lines" },
	{ "B13", ends_change_places, "off its leader", "lines" },
	{ "B13", leaders_of_ends_change_places, "starts at the dot of", "lines" },
	{ "H1", value_out_of_line, "away from the others in its column", "lines" },
	{ "G2", whisker_of_a_run_lost, "Model One", "lines" },
	{ "G2", whisker_lost, "Model One", NULL },
	{ "G2", whisker_untold, "what the whiskers are", NULL },
	{ "G5", solid_claim, "looks like an independent", NULL },
	{ "G5", solid_claim, "no word says", NULL },
	{ "G5", solid_claim, "no key", NULL },
	{ "G6", ranked_claim, "has rank 2", NULL },
	{ "G9", dateless, "no date", NULL },
	{ "G10", reference_without_note, "1 lines and bands of reference have 0 notes", NULL },
	{ "A9", reference_off_its_value, "points off its value", NULL },
	{ "G10", band_without_note, "1 lines and bands of reference have 0 notes", NULL },
	{ "A9", band_off_its_values, "points off its values 100 and 5000", NULL },
	{ "A9", edge_off_its_value, "points off its values 5000 and 5000", NULL },
	{ "A9", band_on_no_scale, "has no scale", NULL },
	{ "G11", annotation_of_another, "is said of no value that its author named", "leaderboard annotated" },
	{ "G11", annotation_of_another, "is said of no value that its author named", "scatter annotated" },
	{ "G11", annotation_of_nothing, "is said of no value that its author named", "leaderboard annotated" },
	{ "G11", annotation_lost, "is said 0 times", "leaderboard annotated" },
	{ "G11", annotation_twice, "is said 2 times", "leaderboard annotated" },
	{ "G11", annotation_reworded, "is said 0 times", "leaderboard annotated" },
	{ "G11", annotation_not_its_authors, "is said 0 times", "leaderboard annotated" },
	{ "B2", stroke_at_a_value, "crosses the dot of another source", "dots" },
	{ "G13", head_of_another_group, "stands under \"Blue\"", "leaderboard grouped" },
	{ "G13", head_of_another_group, "stands on the page twice", "leaderboard grouped" },
	{ "G13", head_goes_on, "stands under \"Acme (continued)\"", "leaderboard grouped" },
	{ "G13", head_begins_again, "stands under \"Acme\"", "leaderboard grouped paged" },
	{ "G13", head_lost, "\"Model One\" is of \"Acme\" and stands under \"\"", "leaderboard grouped" },
	{ "G13", head_below_its_rows, "stands over no row", "leaderboard grouped" },
	{ "G13", row_of_another_group, "stands under \"Acme\"", "leaderboard grouped" },
	{ "G13", group_in_wrong_order, "has a better value than the one above it", "leaderboard grouped" },
	{ "G13", grouped_and_not_asked, "is of no group", "leaderboard grouped" },
	{ "G14", spread_moved, "points off its values", "distribution" },
	{ "G14", spread_too_long, "points off its values", "distribution" },
	{ "G14", spread_of_other_values, "and the data say 65 to 74", "distribution" },
	{ "G14", spread_of_nothing, "stands for nothing that is known", "distribution" },
	{ "G14", spread_lost, "of \"Model One\" 1 lines and 3 runs of 3 are drawn", "distribution" },
	{ "G14", spread_untold, "no note says what the lines around the dots are", "distribution" },
	{ "G14", spread_inside_out, "reaches beyond the outer one", "distribution" },
	{ "G14", run_moved, "points off its value", "distribution" },
	{ "G14", run_made_up, "at 63 is none of its results", "distribution" },
	{ "G14", run_lost, "2 lines and 2 runs of 3 are drawn", "distribution" },
	{ "G14", title_of_spreads_apart, "do not lie as the title says", "distribution" },
	{ "G14", title_of_spreads_turned, "do not lie as the title says", "distribution" },
	{ "G11", annotation_not_in_the_alt_text, "does not say \"Model One: Without any tools.\"",
	  "scatter annotated" },
	{ "A4", log_untold, "no word says that a scale is logarithmic", "dots logarithmic" },
	{ "A4", log_of_a_narrow_range, "a factor of less than 30", "dots logarithmic" },
	{ "A9", dot_as_on_a_linear_scale, "Model Two", "dots logarithmic" },
	{ "G15", rate_of_another, "which is not how fast it grew", "timeline growth logarithmic" },
	{ "G15", rate_from_later, "is earlier than what the rate is said of", "timeline growth logarithmic" },
	{ "G15", rate_unsaid, "a rate is not said", "timeline growth logarithmic" },
	{ "C2", title_of_another_rate, "the title says 77", "timeline growth logarithmic" },
	{ "G12", withheld_untold, "1 claims are left out, and 0 notes say so", "leaderboard unclaimed" },
	{ "C10", withheld_miscounted, "the note counts 2 where there are 1", "leaderboard unclaimed" },
	{ "G12", withheld_and_drawn, "the claim of \"Model One\" is drawn", "leaderboard unclaimed" },
	{ "G12", told_and_not_withheld, "0 claims are left out, and 1 notes say so", "leaderboard unclaimed" },
	{ "B13", annotation_away_from_its_row, "points from what it is said of", "leaderboard annotated" },
	{ "B13", annotation_in_another_row, "is as near to the mark of", "leaderboard annotated" },
	{ "B13", annotation_over_another_dot, "from the dot of \"Model", "scatter annotated" },
	{ "B13", annotation_led_astray, "points from its", "scatter annotated" },
	{ "C2", annotation_of_a_wrong_number, "the annotation says 77", "leaderboard annotated" },
	{ "H1", shifted_share, "points away from the others in its column", "tokens" },
	{ "H1", shifted_number, "away from the others", "table" },
	{ "E1", large_digits_on_a_murky_shade, "at least 4.5 is needed", "heatmap" },
	{ "G1", tile_in_a_colour, "has no value, but a colour", "heatmap" },
	{ "G1", field_like_a_tile, "looks as if it had no value", "heatmap" },
	{ "A5", bent_shades, "deepen at another rate", "heatmap" },
	{ "H6", frame_around_another, "has a frame and does not lead", "heatmap" },
	{ "H6", leader_without_a_frame, "leads and has no frame", "heatmap" },
	{ "A11", framed_field, "has a frame", "heatmap" },
	{ "A11", framed_band, "has a frame", "dots" },
	{ "A10", value_printed_twice, "has 2 printed values", "heatmap" },
	{ "C6", double_dagger_without_a_note, "the mark ‡ appears at 1 values and has 0 notes", NULL },
	{ "C6", stroke_without_a_key, "1 values of other sources are drawn and have 0 keys", "dots" },
	{ "C6", key_of_no_stroke, "0 values of other sources are drawn and have 1 keys", "dots" },
	{ "G2", no_interval_untold, "no note says that no interval is known", NULL },
	{ "G2", whiskers_denied, "a note says that none is known", NULL },
	{ "D7", change_without_a_sign, "is a change without a sign", NULL },
	{ "A9", another_multiple, "says how many times the best it is, which is 2.4691", NULL },
	{ "A9", value_in_words, "is not a number", NULL },
	{ "F9", part_without_a_scale, "has no scale", "stacked" },
	{ "A5", shades_from_the_least, "start at 4.5, not at zero", "heatmap" },
	{ "A9", wrong_shade, "is not shaded as", "heatmap" },
	{ "G1", field_like_none, "looks as if it had no value", "heatmap" },
	{ "H6", bold_among_equals, "as that of all", "heatmap" },
	{ "H6", bold_second, "is bold", "table" },
	{ "H6", bold_second, "is bold", "panels" },
	{ "J6", blurred_edge, "between two pixels", NULL },
	{ "A1", shift_bar, "Model Two", NULL },
	{ "A2", lengthen_bar, "Model Two", NULL },
	{ "A3", swap_lengths, "the bar of", NULL },
	{ "A3", equal_values_apart, "\"Model One\" is shorter", NULL },
	{ "A4", bars_on_log, "log scale", NULL },
	{ "A4", short_log, "less than 30", NULL },
	{ "A5", second_scale, "points", NULL },
	{ "A6", narrow_plot, "the bar of", NULL },
	{ "A9", other_value, "9,876.6", NULL },
	{ "A9", lengthen_bar, "Model Two", NULL },
	{ "A9", scale_past_the_last, "has no scale", NULL },
	{ "A10", drop_row, "5 rows", NULL },
	{ "A10", untold_rows, "31", NULL },
	{ "B1", label_on_label, "Model Two", NULL },
	{ "B2", label_on_bar, "Model Two", NULL },
	{ "B3", over_the_margin, "Source", NULL },
	{ "B3", cut_text, "Model Three with", NULL },
	{ "B5", small_text, "12.6", NULL },
	{ "B6", many_sizes, "sizes", NULL },
	{ "B8", ragged_edge, "subtitle", NULL },
	{ "B9", off_baseline, "9,876.5", NULL },
	{ "B9", off_middle, "Model Three", NULL },
	{ "B10", three_line_title, "title", NULL },
	{ "B12", no_glyph, "margins of error", NULL },
	{ "B13", far_value, "5,000.0", NULL },
	{ "B13", name_over_another_dot, "from the dot of \"Model", "scatter" },
	{ "B13", led_name_over_another_dot, "from the dot of \"Model", "scatter" },
	{ "B13", name_far_from_its_dot, "has no leader", "scatter" },
	{ "B13", short_second_line, "has no leader", "scatter" },
	{ "B13", leader_from_the_corner, "points from its ink", "scatter" },
	{ "B13", crossing_leaders, "crosses the", "scatter" },
	{ "B13", values_change_places, "off its leader", "slope" },
	{ "B13", leaders_change_places, "starts at the dot of", "slope" },
	{ "B13", name_of_another_line, "off its leader", "slope" },
	{ "G4", tie_without_bracket, "share a rank and are not joined", "leaderboard retest" },
	{ "G4", rank_of_other_places, "has the rank 1–9", "leaderboard retest" },
	{ "G4", bracket_too_long, "are joined and do not share a rank", "leaderboard retest" },
	{ "G4", bracket_of_one, "has a bracket and shares no rank", NULL },
	{ "G5", key_of_other_marks, "the key of claims shows no ring", "scatter" },
	{ "H1", value_out_of_its_column, "away from the others in its column", "slope" },
	{ "B13", name_between_two_bars, "is level with the marks of \"Model Three\"", NULL },
	{ "B13", value_between_two_dots, "to the mark of \"Model Three\"", "dots" },
	{ "B13", bar_beside_a_value, "to the mark of", "panels" },
	{ "C4", no_direction, "0 times", NULL },
	{ "C4", direction_twice, "2 times", NULL },
	{ "C4", direction_of_nothing, "and nobody knows it", NULL },
	{ "C4", other_direction, "another way is better", NULL },
	{ "C4", only_one_direction, "another way is better", NULL },
	{ "C5", no_source, "0 source", NULL },
	{ "D1", padded, "\"5,000.00\" has 2 decimal places, its source gives 1", NULL },
	{ "D1", rounded_in_silence, "\"9,877\" is rounded, and no note says so", NULL },
	{ "D3", tie_with_ranks, "\"12,345.5\" ranks", NULL },
	{ "D3", tie_with_ranks, "is printed for two different values", NULL },
	{ "D11", turned_range, "draws a number in another order", NULL },
	{ "D11", turned_sign, "draws a number in another order", NULL },
	{ "D3", order_reversed, "is printed below \"9,876.5\"", NULL },
	{ "D4", no_thousands, "12345.5", NULL },
	{ "D4", money_without_separator, "\"$9876.5\" does not separate its thousands", NULL },
	{ "D6", unsigned_money, "\"9,876.5\" is money without the sign", NULL },
	{ "D7", hyphen_minus, "-9,876.5", NULL },
	{ "E1", pale_text, "Model One", NULL },
	{ "E2", pale_bar, "Model Two", NULL },
	{ "E2", pale_bar_without_value, "at least 3 is needed", NULL },
	{ "A9", lead_of_nobody, "is not the interval of a row that leads", "dots" },
	{ "A9", lead_off_its_interval, "is not the interval of a row that leads", "dots" },
	{ "E3", hidden_whisker, "Model One", NULL },
	{ "E4", near_colours, "#0B7C6D", NULL },
	{ "E5", no_name, "Model Two", NULL },
	{ "E13", touching_bars, "Model Two", NULL },
	{ "A8", second_scale, "two scales", NULL },
	{ "B7", small_title, "title", NULL },
	{ "D6", percent_twice, "2 values have the sign", NULL },
	{ "D9", proportional_figures, "11,184.5", "table" },
	{ "E6", all_loud, "2 of 3", NULL },
	{ "E8", nine_hues, "hues", NULL },
	{ "E12", faint_baseline, "baseline", NULL },
	{ "F9", parts_too_small, "Model One", NULL },
	{ "A1", column_off_its_zero, "starts 10.00 points from zero", "columns" },
	{ "A2", column_too_short, "points long", "columns" },
	{ "A3", larger_and_shorter, "is shorter than", "columns" },
	{ "A6", column_out_of_its_plot, "extends beyond its plot", "columns" },
	{ "A9", column_too_short, "reads as", "columns" },
	{ "B13", value_far_above, "from the end of its column", "columns" },
	{ "B13", value_beside_its_column, "off the middle of its column", "columns" },
	{ "B13", name_in_its_column, "is not below its column", "columns" },
	{ "B9", name_lower_than_others, "off the baseline of the names", "columns" },
	{ "F9", name_beside_its_part, "is not over its part", "stacked" },
	{ "F9", part_of_another_length, "is drawn from", "stacked" },
	{ "F9", part_behind_a_hole, "is drawn from", "stacked" },
	{ "F9", parts_in_another_order, "is out of order", "stacked" },
	{ "F9", part_of_another_value, "stands for 12600.5, not 12100.5", "stacked" },
	{ "F9", part_in_another_colour, "has another colour", "stacked" },
	{ "F9", a_part_less, "add up to 12345.5, not 24446", "stacked" },
	{ "F9", seven_parts, "more than 6 parts", "stacked" },
	{ "F9", total_of_other_values, "that of its values 24446", "stacked" },
	{ "F9", total_without_a_part, "the total of \"Model Four\"", "stacked" },
	{ "F9", total_left_out, "has all parts, and no bar", "stacked" },
	{ "F9", number_beside_its_part, "is not inside its part", "stacked" },
	{ "F9", number_of_another_part, "is printed for 12345.5", "stacked" },
	{ "F9", another_share, "is printed for 50.5", "stacked shares" },
	{ "F9", part_of_another_share, "stands for", "stacked shares" },
	{ "E4", parts_hard_to_tell_apart, "apart", "stacked" },
	{ "E2", pale_part, "contrast", "stacked" },
	{ "C2", title_of_another_total, "21,977.0", "stacked" },
	{ "C2", title_of_another_share, "48", "stacked" },
	{ "G1", bar_for_nothing, "Model Four", NULL },
	{ "J1", no_alt, "0 characters", NULL },
	{ "J1", alt_of_another_day, "the alt text says 6", "timeline" },
	{ "J1", alt_of_another_day, "the alt text says 2024", "timeline" },
	{ "J1", alt_of_another_day, "the alt text says 6", "lines" },
	{ "J1", alt_of_other_data, "9,877.5", NULL },
};

static void real_charts_keep_every_rule(void **state)
{
	struct setting *s = *state;
	static const char *const kinds[] = { "leaderboard",
		                             "dots",
		                             "panels",
		                             "heatmap",
		                             "table",
		                             "scatter",
		                             "slope",
		                             "lines",
		                             "leaderboard annotated",
		                             "scatter annotated",
		                             "timeline annotated",
		                             "timeline growth logarithmic",
		                             "stacked",
		                             "stacked shares",
		                             "columns",
		                             "distribution",
		                             "leaderboard grouped paged" };
	for (int look = 0; look < 2; look++)
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
			struct proof proof = proof_check(s->arena, drawn(s, look, kinds[k]));
			for (size_t i = 0; i < proof.count; i++)
				print_message("%s: %s: %s\n", kinds[k], proof.findings[i].rule,
				              proof.findings[i].message);
			assert_int_equal(proof.count, 0);
		}
}

static void what_is_broken_on_purpose_is_caught_and_named(void **state)
{
	struct setting *s = *state;
	for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
		struct scene *scene = drawn(s, 0, breaks[i].kind ? breaks[i].kind : "leaderboard");
		breaks[i].break_it(s, scene);
		struct proof proof = proof_check(s->arena, scene);
		bool caught = false;
		for (size_t k = 0; k < proof.count; k++)
			caught |= str_eq(proof.findings[k].rule, breaks[i].rule) &&
			          strstr(proof.findings[k].message, breaks[i].names);
		for (size_t k = 0; k < proof.count && !caught; k++)
			print_message("%s: %s\n", proof.findings[k].rule, proof.findings[k].message);
		if (!caught)
			fail_msg("rule %s did not catch what was broken (%zu)", breaks[i].rule, i);
	}
}

/* ---- what is as it should be ---- */

static void three_ticks(struct setting *s, struct scene *c)
{
	(void)s;
	for (int i = 0; i < 3; i++)
		find(c, ROLE_RANK, -1)->role = ROLE_TICK;
}

static void three_digits_among_thousands(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 2), "500.0");
}

/* What no digit tells may be left out. */
static void without_its_zero(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_VALUE, 2), "5,000");
}

static void rounded_as_a_note_says(struct setting *s, struct scene *c)
{
	struct scene_item *note = find(c, ROLE_NOTE, -1);
	relabel(s, note, words_get(&language_english, WORD_NOTE_ROUNDED));
	note->says = SAYS_ROUNDED;
	relabel(s, find(c, ROLE_VALUE, 1), "9,877");
}

static void rank_in_title(struct setting *s, struct scene *c)
{
	c->evidence->n_known = 0; /* the page is the whole chart */
	c->evidence->data[1].rank = 7;
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two ranks 7th");
}

static void rounded_number_in_title(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two scores 9,877 points");
}

static void difference_in_title(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two is 2,469.0 points behind, and Model One 1.25 times ahead");
}

static void name_of_measure_in_title(struct setting *s, struct scene *c)
{
	struct scene_measure *measure = arena_alloc(s->arena, 1, sizeof *measure);
	*measure = c->evidence->measures[0];
	measure->name = "Test 777";
	c->evidence->measures = measure;
	c->evidence->n_names = 0;
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two leads on Test 777");
}

static void fourteen_words(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_TITLE, -1),
	        "Model Two one two three four five six seven eight nine ten eleven twelve more");
}

static void value_right_at_its_bar(struct setting *s, struct scene *c)
{
	(void)s;
	find(c, ROLE_VALUE, 2)->text.at.x = rect_right(find(c, ROLE_MARK, 2)->path.rect);
}

/* A model may be called what it likes. */
static void names_like_words(struct setting *s, struct scene *c)
{
	relabel(s, find(c, ROLE_LABEL, 1), "Two† of 3*");
	relabel(s, find(c, ROLE_LABEL, 2), "Higher is better");
}

/* Where nobody knows it, it is not said. */
static void nobody_knows(struct setting *s, struct scene *c)
{
	c->evidence->higher = false;
	relabel(s, find(c, ROLE_SUBTITLE, -1), "Test, points out of 20000, as of 12\u00a0May\u00a02026");
}

/* A hidden name inside one that is drawn, and one that is also a word. */
static void hidden_names_like_others(struct setting *s, struct scene *c)
{
	static const char *const hidden[] = { "Two", "leads", "3" };
	c->evidence->hidden = hidden;
	c->evidence->n_hidden = 3;
	relabel(s, find(c, ROLE_TITLE, -1), "Model Two leads 3 times");
}

static void counts_say_what_is_left(struct setting *s, struct scene *c)
{
	c->evidence->models = (struct scene_count){ 30, 12 };
	relabel(s, find(c, ROLE_TITLE, -1), "30 models share the lead, 18 not shown");
}

static void counts_of_what_is_drawn(struct setting *s, struct scene *c)
{
	c->evidence->models = (struct scene_count){ 30, 12 };
	relabel(s, find(c, ROLE_TITLE, -1), "Twelve models on Test");
	c->document.alt = "Twelve models on Test.";
}

static void a_title_of_an_authors_own(struct setting *s, struct scene *c)
{
	hide(c, "Model Nine");
	static const char title[] = "Model Nine leads";
	struct scene_own *own = arena_alloc(s->arena, 1, sizeof *own);
	own->length = strlen(title);
	find(c, ROLE_TITLE, -1)->own = own;
	relabel(s, find(c, ROLE_TITLE, -1), title);
}

static void rows_left_out_with_a_gap(struct setting *s, struct scene *c)
{
	rows_left_out(s, c);
	add_gap(s, c, "3 more");
}

static const struct {
	const char *rule;
	void (*change)(struct setting *s, struct scene *scene);
} keeps[] = {
	{ "C10", hidden_names_like_others },
	{ "C10", counts_say_what_is_left },
	{ "C10", counts_of_what_is_drawn },
	{ "C10", a_title_of_an_authors_own },
	{ "F7", rows_left_out_with_a_gap },
	{ "C4", nobody_knows },
	{ "B13", value_right_at_its_bar },
	{ "D10", three_ticks },
	{ "D4", three_digits_among_thousands },
	{ "D4", in_dollars },
	{ "D6", in_dollars },
	{ "D1", without_its_zero },
	{ "D1", rounded_as_a_note_says },
	{ "C2", rank_in_title },
	{ "C2", rounded_number_in_title },
	{ "C2", difference_in_title },
	{ "C2", name_of_measure_in_title },
	{ "C1", fourteen_words },
	{ "C6", names_like_words },
	{ "C4", names_like_words },
	{ "G5", names_like_words },
};

static void what_is_sound_is_no_finding(void **state)
{
	struct setting *s = *state;
	for (size_t i = 0; i < sizeof keeps / sizeof *keeps; i++) {
		struct scene *scene = leaderboard(s, 0);
		keeps[i].change(s, scene);
		struct proof proof = proof_check(s->arena, scene);
		for (size_t k = 0; k < proof.count; k++)
			if (str_eq(proof.findings[k].rule, keeps[i].rule))
				fail_msg("rule %s found (%zu): %s", keeps[i].rule, i, proof.findings[k].message);
	}
}

static void every_rule_has_its_break(void **state)
{
	(void)state;
	const struct proof_rule *rule;
	for (size_t i = 0; (rule = proof_rule_at(i)); i++) {
		bool tried = rule->id[0] == 'I' || rule->id[0] == 'S'; /* pages have a test of their own */
		for (size_t k = 0; k < sizeof breaks / sizeof *breaks; k++)
			tried |= str_eq(breaks[k].rule, rule->id);
		if (!tried)
			fail_msg("no test breaks rule %s", rule->id);
	}
}

static void blocks_are_errors_and_warnings_are_not(void **state)
{
	struct setting *s = *state;
	struct scene *scene = leaderboard(s, 0);
	struct diags *diags = diags_new(s->arena);
	three_line_title(s, scene);
	find(scene, ROLE_TITLE, -1)->text.at.y -= 0;
	struct proof_finding warn = { "B10", PROOF_WARN, 0, "message", "remedy" },
			     block = { "B1", PROOF_BLOCK, 0, "message", "remedy" };
	struct proof proof = { &warn, 1, 0 };
	assert_true(proof_report(&proof, false, diags));
	assert_null(diags_at(diags, 0));
	assert_true(proof_report(&proof, true, diags));
	assert_int_equal(diags_at(diags, 0)->severity, DIAG_NOTE);
	proof = (struct proof){ &block, 1, 1 };
	assert_false(proof_report(&proof, false, diags));
	assert_string_equal(diags_at(diags, 1)->message, "rule B1: message");
	assert_string_equal(diags_at(diags, 1)->hint, "remedy");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(real_charts_keep_every_rule),
		cmocka_unit_test(what_is_broken_on_purpose_is_caught_and_named),
		cmocka_unit_test(what_is_sound_is_no_finding),
		cmocka_unit_test(every_rule_has_its_break),
		cmocka_unit_test(blocks_are_errors_and_warnings_are_not),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
