/* The rules: what each promises, and how severe it is to break it. */
#include "scene/proof_helpers.h"

#include "base/str.h"
#include "scene/proof.h"

static const struct proof_rule rules[] = {
	{ "A1", PROOF_BLOCK, "bars start at zero" },
	{ "A2", PROOF_BLOCK, "length is proportional to value" },
	{ "A3", PROOF_BLOCK, "longer always means larger" },
	{ "A4", PROOF_BLOCK,
	  "a log scale is for positions, spans a factor of 30 or more unless it is asked for, and says so" },
	{ "A5", PROOF_BLOCK, "equal units get equal scales, of lengths as of shades" },
	{ "A6", PROOF_BLOCK, "no bar is cut off" },
	{ "A8", PROOF_BLOCK, "one value axis" },
	{ "A9", PROOF_BLOCK, "what is drawn and printed reads back as the data" },
	{ "A10", PROOF_BLOCK, "nothing is dropped: every row is drawn or mentioned" },
	{ "A11", PROOF_BLOCK, "no frame is drawn around the plot, a field or a band" },
	{ "B1", PROOF_BLOCK, "text never touches text" },
	{ "B2", PROOF_BLOCK, "text never crosses a bar, a line or an edge" },
	{ "B3", PROOF_BLOCK, "nothing is cut off or shortened" },
	{ "B5", PROOF_BLOCK, "no text is smaller than the medium allows" },
	{ "B6", PROOF_WARN, "at most five sizes and three weights of type" },
	{ "B7", PROOF_WARN, "a title is larger than a label, a note not much smaller" },
	{ "B8", PROOF_BLOCK, "title, subtitle, notes and source share one left edge" },
	{ "B9", PROOF_BLOCK, "one baseline per row, centred on its bar" },
	{ "B10", PROOF_WARN, "titles have at most two lines, names three" },
	{ "B12", PROOF_BLOCK, "every character has its glyph" },
	{ "B13", PROOF_BLOCK, "a value and a name are nearest to their own mark, a leader joins the two" },
	{ "B14", PROOF_BLOCK, "every point is named, or a note says how many are not" },
	{ "B15", PROOF_BLOCK, "a label inside its field keeps clear of its edges" },
	{ "C1", PROOF_BLOCK, "a title has at most 14 words, counting a name as one" },
	{ "C2", PROOF_BLOCK,
	  "a number in a title is a value, rank, difference, ratio or count of what the title names and the chart "
	  "shows" },
	{ "C3", PROOF_BLOCK, "measure, unit and date are stated" },
	{ "C4", PROOF_BLOCK, "the direction is stated at most once, and exactly once where it is known" },
	{ "C5", PROOF_BLOCK, "a source line is there" },
	{ "C6", PROOF_BLOCK,
	  "every mark at a value has its note, every note its mark; what a figure leaves to an earlier one is there" },
	{ "C10", PROOF_BLOCK,
	  "what is not drawn is neither named nor counted as if it were, and every count that the words say is right" },
	{ "D1", PROOF_BLOCK, "no value has a digit that its source does not give, and rounding is said" },
	{ "D2", PROOF_WARN, "no more digits than the evidence has" },
	{ "D3", PROOF_BLOCK,
	  "rounding reverses no order, and makes values equal only where that is said; equal printed values have equal "
	  "ranks" },
	{ "D4", PROOF_BLOCK, "thousands are separated from 10,000 up, those of money from 1,000" },
	{ "D6", PROOF_WARN,
	  "the sign of a unit appears at the first value only, or at all; that of a currency at all" },
	{ "D7", PROOF_BLOCK, "a minus is a minus, not a hyphen" },
	{ "D9", PROOF_BLOCK, "figures that stack are equally wide" },
	{ "D10", PROOF_WARN, "an axis has three ticks or more" },
	{ "D11", PROOF_WARN, "a number is drawn in the order in which it is written, whatever script is around it" },
	{ "E1", PROOF_BLOCK, "text has a contrast of at least 4.5, large text of 3 unless it stands on a shade" },
	{ "E2", PROOF_BLOCK, "marks have a contrast of at least 3; a grey bar with its value beside it, 2" },
	{ "E3", PROOF_BLOCK, "whiskers show on both sides of the bar's end" },
	{ "E4", PROOF_BLOCK, "colours can be told apart by every viewer" },
	{ "E5", PROOF_BLOCK, "colour never stands alone: a word says it too" },
	{ "E6", PROOF_WARN, "at most three marks in ten stand out" },
	{ "E7", PROOF_BLOCK, "the grey kept for context never stands for a category" },
	{ "E8", PROOF_WARN, "at most eight hues" },
	{ "E10", PROOF_BLOCK, "better and worse differ in colour and carry a sign" },
	{ "E12", PROOF_WARN, "the baseline stands out" },
	{ "E13", PROOF_BLOCK, "bars do not touch each other" },
	{ "F1", PROOF_BLOCK, "rows are in the order of their values, missing ones last" },
	{ "F6", PROOF_BLOCK, "a group has at most five bars" },
	{ "F7", PROOF_BLOCK,
	  "rows left out between others leave a gap that says how many; where the best or the largest value of a "
	  "column is "
	  "among them, a note says so" },
	{ "F8", PROOF_BLOCK,
	  "the frontier is exactly what nothing else beats beyond noise, and no claim beats a result; its band lies "
	  "between its optimistic and its conservative course" },
	{ "F9", PROOF_BLOCK,
	  "the parts of a bar, six at most, lie end to end in one order, are as long as their values and make up the "
	  "whole; "
	  "without one of them there is no total" },
	{ "F10", PROOF_BLOCK,
	  "a line over the calendar joins the values of one row, each to the next by day, and no others" },
	{ "G1", PROOF_BLOCK,
	  "a missing value is words, never a bar, and on shades a neutral field, which no value looks like" },
	{ "G2", PROOF_BLOCK, "uncertainty is drawn and explained, or its absence is stated" },
	{ "G4", PROOF_BLOCK, "rows that share a rank, and no others, are joined by a bracket" },
	{ "G5", PROOF_BLOCK, "a developer's own claim looks like one, and a key explains it" },
	{ "G6", PROOF_BLOCK, "a claim is not ranked among independent results" },
	{ "G9", PROOF_WARN, "the date of the data is known" },
	{ "G10", PROOF_BLOCK,
	  "a line or a band of reference lies at its values, and a note says what it is and who gives it" },
	{ "G11", PROOF_BLOCK,
	  "what an author says of a value stands at its mark, as it was asked for, and once, and in the alt text" },
	{ "G12", PROOF_BLOCK, "where developers' own claims are left out, none is drawn, and a note counts them" },
	{ "G13", PROOF_BLOCK,
	  "each row of a grouped chart stands under the head that its data name, groups in the order of their best" },
	{ "G14", PROOF_BLOCK,
	  "a spread lies between its two quantiles and a run at its value, the inner spread within the outer; a note "
	  "says what they are, and a title that holds two spreads against each other is right" },
	{ "G15", PROOF_BLOCK,
	  "how fast the best so far grew is computed from its first and its best value, with the joint interval of "
	  "both" },
	{ "H1", PROOF_BLOCK,
	  "the decimal points of a column of numbers are aligned; values at the ends of bars are no column" },
	{ "H6", PROOF_BLOCK,
	  "bold marks every leader and nothing else, a frame around fields those of one row; where all tie, nothing is "
	  "bold" },
	{ "I1", PROOF_BLOCK, "a figure is whole on one page" },
	{ "I2", PROOF_BLOCK, "a heading is followed by what it heads" },
	{ "I3", PROOF_BLOCK, "no line of a paragraph stands alone on a page" },
	{ "I4", PROOF_BLOCK, "lines of running text have 40 to 80 characters, in two columns 30 and more" },
	{ "I6", PROOF_WARN, "lines of running text are on the grid" },
	{ "I7", PROOF_BLOCK, "nothing is in the margins but header, footer and marks" },
	{ "I9", PROOF_WARN, "a figure is on the page that mentions it first, or the next" },
	{ "I10", PROOF_WARN,
	  "no third of a page or a slide is empty in one piece, except on the last of a section, of a part of a deck" },
	{ "I12", PROOF_BLOCK, "every page has its number" },
	{ "I13", PROOF_BLOCK, "a mark in a cell stands before words, each kind of mark before its own" },
	{ "I14", PROOF_BLOCK, "the dots of a small chart stand where their values are, one of them in focus" },
	{ "S1", PROOF_BLOCK, "a slide has a title" },
	{ "S2", PROOF_BLOCK,
	  "text on a slide has 18 points at least, in tables 16, in notes 14; in an appendix it may be smaller" },
	{ "S3", PROOF_BLOCK, "the titles of all slides begin at one place and have one size" },
	{ "S4", PROOF_BLOCK, "what stands beside a chart on a slide touches nothing of it" },
	{ "S5", PROOF_WARN, "no two slides have the same title" },
	{ "S6", PROOF_WARN, "notes of a chart on a slide have 14 points" },
	{ "J1", PROOF_BLOCK, "there is an alt text of at most 600 characters, and its numbers are in the data" },
	{ "J6", PROOF_WARN, "edges fall on whole pixels" },
};

const struct proof_rule *proof_rule_at(size_t i)
{
	return i < sizeof rules / sizeof *rules ? &rules[i] : NULL;
}

enum proof_severity proof_severity_of(const char *rule)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (str_eq(rules[i].id, rule))
			return rules[i].severity;
	return PROOF_BLOCK;
}
