/* Which numbers are better: what units imply, what names speak against, and what nobody can know. */
#include "data_support.h"

#include "facts/facts.h"
#include "facts/standing.h"
#include "words/language.h"

/* Two rows of a benchmark; better may be "". */
static const struct dataset *two_rows(struct bench *bench, const char *name, const char *unit, const char *better)
{
	bench->diags = diags_new(bench->arena);
	return must_load(bench, READ_CSV,
	                 arena_printf(bench->arena, "model,benchmark,unit,better,value\na,%s,%s,%s,3\nb,%s,%s,%s,5\n",
	                              name, unit, better, name, unit, better));
}

static const struct benchmark *only(struct bench *bench, const char *name, const char *unit, const char *better)
{
	return two_rows(bench, name, unit, better)->benchmarks[0];
}

static bool is_among(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(name, names[i]))
			return true;
	return false;
}

static void every_unit_implies_what_is_better_or_nothing(void **state)
{
	static const char *const lower[] = { "tokens", "seconds", "ns", "us", "ms", "min", "h" }, *const neither[] = {
		"MB", "GB", "KiB", "MiB", "GiB", "TiB", "Wh", "kWh", "J"
	};
	struct bench *bench = *state;
	const struct unit *unit;
	for (size_t i = 0; (unit = unit_at(i)); i++) {
		enum direction expected = unit->sign && unit->side == UNIT_BEFORE ? DIRECTION_LOWER
		                          : is_among(unit->name, lower, 7)        ? DIRECTION_LOWER
		                          : is_among(unit->name, neither, 9)      ? DIRECTION_UNKNOWN
		                                                                  : DIRECTION_HIGHER;
		const struct benchmark *b = only(bench, "Alpha", unit->name, "");
		assert_int_equal(b->direction, expected);
		assert_int_equal(b->direction_from, expected ? DIRECTION_FROM_UNIT : DIRECTION_FROM_NOWHERE);
		assert_int_equal(told(bench, "because it is counted in"), expected == DIRECTION_LOWER);
		assert_int_equal(told(bench, "the data do not say whether"), expected == DIRECTION_UNKNOWN);
		for (enum direction d = DIRECTION_UNKNOWN; d <= DIRECTION_LOWER; d++) {
			b = only(bench, "Alpha", unit->name, direction_words[d]);
			assert_int_equal(b->direction, d);
			assert_int_equal(b->direction_from, DIRECTION_FROM_DATA);
			assert_null(diags_at(bench->diags, 0));
		}
	}
	assert_int_equal(only(bench, "Alpha", "", "")->direction, DIRECTION_HIGHER);
}

/* A listed word of n bytes without its stars, as a word that it stands for. */
static char *spoken(struct arena *arena, const char *listed, size_t n)
{
	struct strbuf b = strbuf_new(arena);
	for (const char *end = listed + n; listed < end; listed++)
		if (*listed != '*')
			strbuf_addn(&b, listed, 1);
	return b.s;
}

/* To capitals: ASCII and the umlauts, whose two bytes differ in the second. */
static void raise_letters(char *s)
{
	for (; *s; s++) {
		bool umlaut = s[0] == '\xc3' && (s[1] == '\xa4' || s[1] == '\xb6' || s[1] == '\xbc');
		if (umlaut)
			s++;
		if (umlaut || (*s >= 'a' && *s <= 'z'))
			*s = (char)(*s - ('a' - 'A'));
	}
}

/* With the word in its name, in any unit and at any place, a direction that it speaks against is not concluded. */
static void must_contradict(struct bench *bench, const char *word, enum direction implied)
{
	static const char *const names[] = { "%s", "Alpha %s of 7", "p95_%s_x", "Alpha-%s" };
	const struct unit *unit;
	for (size_t i = 0; (unit = unit_at(i)); i++) {
		const char *name = arena_printf(bench->arena, "Alpha %s of 7", word);
		if (unit->direction != implied)
			continue;
		const struct benchmark *b = only(bench, name, unit->name, "");
		if (b->direction != DIRECTION_UNKNOWN || told(bench, "the data do not say whether") != 1)
			fail_msg("%s in %s: %s", name, unit->name, direction_words[b->direction]);
		const struct diag *d = diags_at(bench->diags, 0);
		assert_int_equal(d->severity, DIAG_NOTE);
		assert_int_equal(d->place.line, 2);
		assert_non_null(strstr(d->hint, "better: higher or lower"));
		assert_non_null(strstr(d->hint, "--better"));
		assert_int_equal(only(bench, name, unit->name, "higher")->direction, DIRECTION_HIGHER);
		assert_int_equal(only(bench, name, unit->name, "lower")->direction, DIRECTION_LOWER);
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *at = strstr(names[i], "%s");
		char *name = arena_printf(bench->arena, "%.*s%s%s", (int)(at - names[i]), names[i], word, at + 2);
		assert_true(words_against(name, implied));
		raise_letters(name);
		assert_true(words_against(name, implied));
	}
}

static void must_all_contradict(struct bench *bench, const char *listed, enum direction implied)
{
	for (size_t n; *listed; listed += n + strspn(listed + n, " ")) {
		n = strcspn(listed, " ");
		must_contradict(bench, spoken(bench->arena, listed, n), implied);
	}
}

static void every_listed_word_speaks_against_the_unit(void **state)
{
	const struct language *l;
	for (size_t i = 0; (l = language_at(i)); i++) {
		must_all_contradict(*state, l->better_lower, DIRECTION_HIGHER);
		must_all_contradict(*state, l->better_higher, DIRECTION_LOWER);
	}
}

static void the_words_of_the_promise_are_listed(void **state)
{
	static const char *const less[] = {
		"Cost",
		"Price per token",
		"Inference costs",
		"p95 latency",
		"Time to first token",
		"Error rate",
		"Validation loss",
		"Perplexity",
		"Failures",
		"failed requests",
		"Waiting time",
		"Delay",
		"Peak memory",
		"Model size",
		"RuntimeMs",
		"word errors",
		"WER",
		"Kosten je Lauf",
		"Antwortzeit",
		"Fehlerquote",
		"Gesamtverluste",
		"Wartezeit",
		"Speicherbedarf",
		"API-Preise",
		"Hallucination rate",
		"Average rank",
		"Downtime",
		"response_time_ms",
		"timeToAnswer",
		"Ausfälle",
	};
	static const char *const more[] = { "Throughput", "Speed",     "Cost savings", "Time horizon", "Revenue",
		                            "Net worth",  "Durchsatz", "Ersparnis",    "Umsatz",       "Tokens saved" };
	static const char *const neither[] = { "Agentic coding", "GPQA Diamond", "Humanity's Last Exam",
		                               "ARC-AGI-2",      "Sentimental",  "Pretimer",
		                               "Costa Rica",     "Lossless Art", "Sizemore" };
	(void)state;
	for (size_t i = 0; i < sizeof less / sizeof *less; i++)
		if (!words_against(less[i], DIRECTION_HIGHER))
			fail_msg("%s", less[i]);
	for (size_t i = 0; i < sizeof more / sizeof *more; i++)
		if (!words_against(more[i], DIRECTION_LOWER))
			fail_msg("%s", more[i]);
	for (size_t i = 0; i < sizeof neither / sizeof *neither; i++)
		if (words_against(neither[i], DIRECTION_HIGHER) || words_against(neither[i], DIRECTION_LOWER))
			fail_msg("%s", neither[i]);
	assert_false(words_against("Cost", DIRECTION_LOWER));
	assert_false(words_against("Cost", DIRECTION_UNKNOWN));
	assert_false(words_against("", DIRECTION_HIGHER));
}

static void a_brief_name_speaks_too(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_YAML,
	                                    "models: [{id: a, name: A}]\n"
	                                    "benchmarks:\n- {id: x, name: Alpha, brief: Alpha loss, unit: points}\n"
	                                    "- {id: y, name: Alpha 2, unit: points}\n"
	                                    "measurements:\n- {model: a, benchmark: x, value: 1}\n"
	                                    "- {model: a, benchmark: y, value: 1}\n");
	assert_int_equal(d->benchmarks[0]->direction, DIRECTION_UNKNOWN);
	assert_int_equal(d->benchmarks[1]->direction, DIRECTION_HIGHER);
}

static void a_new_unit_implies_nothing_unless_it_says_so(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d =
		must_load(bench, READ_YAML,
	                  "units:\n- {name: pages}\n- {name: days, base: seconds, scale: 86400}\n- {name: stars, "
	                  "better: higher}\n"
	                  "models: [{id: a, name: A}]\n"
	                  "benchmarks:\n- {id: x, name: X, unit: pages}\n- {id: y, name: Y, unit: days}\n"
	                  "- {id: z, name: Z, unit: stars}\n- {id: w, name: W errors, unit: stars}\n"
	                  "measurements:\n- {model: a, benchmark: x, value: 1}\n- {model: a, benchmark: y, value: 1}\n"
	                  "- {model: a, benchmark: z, value: 1}\n- {model: a, benchmark: w, value: 1}\n");
	static const enum direction expected[] = { DIRECTION_UNKNOWN, DIRECTION_LOWER, DIRECTION_HIGHER,
		                                   DIRECTION_UNKNOWN };
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(d->benchmarks[i]->direction, expected[i]);
}

/* ---- what the caller asks for ---- */

static const struct dataset *asked(struct bench *bench, enum direction better, const char *on, const char *csv)
{
	const struct direction_rules rules = {
		.against = words_against, .asked = better, .on = &on, .n_on = on != NULL
	};
	bench->diags = diags_new(bench->arena);
	const struct value *root = read_bytes(bench->arena, READ_CSV, "test", csv, strlen(csv), bench->diags);
	return dataset_build(bench->arena, &root, 1, &rules, bench->diags);
}

static void the_caller_decides_what_the_data_do_not(void **state)
{
	struct bench *bench = *state;
	const char *csv = "model,benchmark,better,value\na,Loss,,3\na,Score,,3\na,Open,unknown,3\n";
	const struct dataset *d = asked(bench, DIRECTION_LOWER, "loss", csv);
	assert_int_equal(d->benchmarks[0]->direction, DIRECTION_LOWER);
	assert_int_equal(d->benchmarks[0]->direction_from, DIRECTION_FROM_CALLER);
	assert_int_equal(d->benchmarks[1]->direction, DIRECTION_HIGHER);
	assert_int_equal(told(bench, "the data do not say"), 0);
	d = asked(bench, DIRECTION_LOWER, NULL, csv);
	for (size_t i = 0; i < 3; i++)
		assert_int_equal(d->benchmarks[i]->direction, DIRECTION_LOWER);
	assert_null(asked(bench, DIRECTION_LOWER, "loss", "model,benchmark,better,value\na,Loss,higher,3\n"));
	assert_int_equal(told(bench, "the data declare that higher is better on Loss"), 1);
	assert_non_null(asked(bench, DIRECTION_HIGHER, "loss", "model,benchmark,better,value\na,Loss,higher,3\n"));
}

/* ---- what follows ---- */

static void rows_without_direction_stand_by_size_and_have_no_rank(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = two_rows(bench, "Error rate", "percent", "");
	const struct standing *s = standing_of(bench->arena, d, d->benchmarks[0], NULL, 0, bench->diags);
	assert_true(s->rows[0].value == 5 && s->rows[1].value == 3);
	assert_int_equal(s->n_ranked, 0);
	for (size_t i = 0; i < s->count; i++)
		assert_true(!s->rows[i].rank && !s->rows[i].tied);
}

static void what_needs_a_direction_is_an_error_with_the_remedy(void **state)
{
	static const char *const needs[] = { "rank('a', 'loss')",  "place('a', 'loss')",    "leader('loss')",
		                             "best('loss')",       "worst('loss')",         "gap('a', 'b', 'loss')",
		                             "wins('a')",          "wins('a', 'b')",        "compared('a')",
		                             "compared('a', 'b')", "rank('b', 'loss') == 1" };
	static const char *const works[] = { "value('a', 'loss')",
		                             "ratio('a', 'b', 'loss')",
		                             "has('a', 'loss')",
		                             "count('loss')",
		                             "rivals('loss')",
		                             "digits('loss')",
		                             "independent('loss')",
		                             "missing('loss')",
		                             "abs(value('a', 'loss') - value('b', 'loss'))",
		                             "max(value('a', 'loss'), value('b', 'loss'))" };
	struct bench *bench = *state;
	const struct dataset *d = two_rows(bench, "Loss", "", "");
	struct facts *facts = facts_open(bench->arena, d, &language_english);
	struct place place = { "page.md", 1, 1 };
	struct fact fact;
	for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
		struct diags *diags = diags_new(bench->arena);
		if (facts_eval(facts, bench->arena, needs[i], place, &fact, diags))
			fail_msg("%s", needs[i]);
		assert_string_equal(diags_at(diags, 0)->message,
		                    "the data do not say whether higher or lower is better on Loss");
		assert_string_equal(diags_at(diags, 0)->hint, "write better: higher or lower for Loss in the data");
	}
	for (size_t i = 0; i < sizeof works / sizeof *works; i++)
		if (!facts_eval(facts, bench->arena, works[i], place, &fact, bench->diags))
			fail_msg("%s", works[i]);
}

/* Declared as unknown: nobody wins there, and that is known. */
static void what_nobody_can_win_is_not_counted(void **state)
{
	struct bench *bench = *state;
	const struct dataset *d = must_load(bench, READ_CSV,
	                                    "model,benchmark,better,value\na,Quiz,,3\nb,Quiz,,5\na,Loss,unknown,3\n"
	                                    "b,Loss,unknown,5\n");
	struct facts *facts = facts_open(bench->arena, d, &language_english);
	struct place place = { "page.md", 1, 1 };
	struct fact fact;
	assert_true(facts_eval(facts, bench->arena, "compared('b')", place, &fact, bench->diags));
	assert_true(fact.number == 1);
	assert_true(facts_eval(facts, bench->arena, "wins('b', 'a')", place, &fact, bench->diags));
	assert_true(fact.number == 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_unit_implies_what_is_better_or_nothing),
		TEST(every_listed_word_speaks_against_the_unit),
		TEST(the_words_of_the_promise_are_listed),
		TEST(a_brief_name_speaks_too),
		TEST(a_new_unit_implies_nothing_unless_it_says_so),
		TEST(the_caller_decides_what_the_data_do_not),
		TEST(rows_without_direction_stand_by_size_and_have_no_rank),
		TEST(what_needs_a_direction_is_an_error_with_the_remedy),
		TEST(what_nobody_can_win_is_not_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
