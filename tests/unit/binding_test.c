/* Every number of a briefing is bound: what binds it, what is told of the others, and how many there are. */
#include "brief/briefing_read.h"
#include "data_support.h"

static const char data[] = "date: 2026-05-12\n"
			   "sources:\n"
			   "- {id: lab, title: The Lab, kind: paper, date: 2026-05-01}\n"
			   "- {id: press, title: The Press, kind: press, date: 2026-05-02}\n"
			   "models:\n"
			   "- {id: aster, name: Aster 4, released: 2025-08-07}\n"
			   "- {id: borealis, name: Borealis 2.1 Pro}\n"
			   "benchmarks:\n"
			   "- {id: small, name: Small, unit: percent, better: higher, version: '3.2'}\n"
			   "- {id: tokens, name: Tokens used, unit: tokens, better: lower}\n"
			   "measurements:\n"
			   "- {model: aster, benchmark: small, value: 51.5, source: lab}\n"
			   "- {model: borealis, benchmark: small, value: 42.8, source: lab}\n"
			   "- {model: aster, benchmark: tokens, value: 58M, source: press}\n"
			   "- {model: borealis, benchmark: tokens, value: 29M, source: press}\n";
static const char before[] = "models: [{id: aster, name: Aster 4}, {id: old, name: Old One}]\n"
			     "benchmarks: [{id: gone, name: Health, unit: percent, better: higher}]\n"
			     "sources: [{id: paper, title: The Old Paper, kind: paper}]\n";

struct read {
	struct diags *diags;
	const struct briefing *briefing; /* NULL after errors */
};

static struct read read_in(struct bench *bench, const char *front, const char *body, const char *baseline)
{
	struct read read = { .diags = diags_new(bench->arena) };
	const char *text = arena_printf(bench->arena, "---\n%s---\n%s\n", front, body);
	const struct dataset *d = must_load(bench, READ_YAML, data);
	struct briefing_options options = { .baseline = baseline ? must_load(bench, READ_YAML, baseline) : NULL };
	const struct source_text *source = source_read(bench->arena, "b.md", text, strlen(text), read.diags);
	const struct front_matter *matter = source ? front_matter_read(bench->arena, source, read.diags) : NULL;
	assert_non_null(matter);
	read.briefing = briefing_read(bench->arena, source, matter, d, &options, read.diags);
	return read;
}

static const char strict[] = "title: A trial\nunbound: error\n"; /* the body begins on line 5 */

/* "5:7 2.7, 6:1 half": the numbers that are told of, where they stand. */
static const char *told_of(struct bench *bench, const struct diags *diags)
{
	struct strbuf b = strbuf_new(bench->arena);
	const struct diag *d;
	for (size_t i = 0; (d = diags_at(diags, i)); i++) {
		const char *from = strchr(d->message, '"');
		strbuf_addf(&b, "%s%d:%d ", b.n ? ", " : "", d->place.line, d->place.column);
		if (from)
			strbuf_addn(&b, from + 1, strcspn(from + 1, "\""));
		else
			strbuf_add(&b, d->message);
	}
	return b.s;
}

struct example {
	const char *body, *told;
};

static void check(struct bench *bench, const struct example *examples, size_t n)
{
	int wrong = 0;
	for (size_t i = 0; i < n; i++) {
		const char *had = told_of(bench, read_in(bench, strict, examples[i].body, NULL).diags);
		if (str_eq(had, examples[i].told))
			continue;
		printf("%s\n  told: %s\n  want: %s\n", examples[i].body, had, examples[i].told);
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

#define CHECK(state, ...)                                                                                              \
	do {                                                                                                           \
		static const struct example examples[] = { __VA_ARGS__ };                                              \
		check(*(state), examples, sizeof examples / sizeof *examples);                                         \
	} while (0)

static void a_number_is_an_expression_or_an_error_at_its_line_and_column(void **state)
{
	CHECK(state, { "It has {{ value('aster', 'small') }}.", "" }, { "It leads by 8.7 points.", "5:13 8.7" },
	      { "It has {{ value('aster', 'small') }}, not 51.5,\nand 42.8 or *51.5*.",
	        "5:43 51.5, 6:5 42.8, 6:14 51.5" },
	      { "It is\u00a0twice as good, by half.", "5:7 twice, 5:25 half" }, { "The first of them is one.", "" },
	      { "A third of two-thirds", "5:1 A third, 5:12 two-thirds" },
	      { "Numbers `1 2` and\n\n    3\n\nin code: 4", "9:10 4" });
}

static void it_holds_wherever_an_author_writes(void **state)
{
	CHECK(state, { "# Five of them", "5:3 Five" }, { "- a\n- ten\n", "6:3 ten" },
	      { "| a | 7 |\n|---|---|\n| {{ value('aster', 'small') }} | 8 |\n| 9 | *10* |",
	        "5:7 7, 7:35 8, 8:3 9, 8:8 10" },
	      { "A note[^n].\n\n[^n]: Of 8.", "7:10 8" }, { "![Eleven bars](a.png)", "5:3 Eleven" },
	      { "> quoted 5\n> and 6", "5:10 5, 6:7 6" }, { "```note\nIn 5.\n```", "6:4 5" },
	      { "```columns\nIn 5.\n```", "6:4 5" }, { "**3** [4](https://a.b/5)", "5:3 3, 5:8 4" },
	      { "```chart\nkind: bars\nbenchmark: small\ntitle: 'Five bars, {{ count(\"small\") }}'\n```", "8:9 Five" },
	      { "A hard  \nbreak and 12", "6:11 12" },
	      { "```chart\nkind: bars\nbenchmark: small\nsubtitle: 'Five, {{ count(\"small\") }}'\n```", "8:12 Five" },
	      { "```chart\nkind: bars\nbenchmark: small\nnote: It has 51.5\n```", "8:14 51.5" },
	      { "```table\nbenchmark: small\nnotes: [a, \"by {{ gap('aster', 'borealis', 'small') }}\", 'of 9']\n```",
	        "7:62 9" },
	      { "```chart\nkind: bars\nbenchmark: small\nclaim: count('small') == 2\nsubtitle: Two of 2\n```",
	        "9:11 Two, 9:18 2" });
}

static void a_number_in_pieces_is_told_where_it_begins(void **state)
{
	CHECK(state, { "It has **4**2 or 4**2**.", "5:10 42, 5:18 42" },
	      { "It has &#52;2 or 4&#x32; or 42.", "5:8 42, 5:18 42, 5:29 42" },
	      { "&nbsp;42&nbsp;and &frac12; and &#42;42", "5:7 42, 5:19 \u00bd, 5:37 42" },
	      { "**twenty**-one and tw*el*ve", "5:3 twenty-one, 5:20 twelve" },
	      { "a [4](https://a.b/5)2 and 7", "5:4 42, 5:27 7" }, { "pass@10. and [^42 is", "5:6 10, 5:16 42" },
	      { "Write to a.b@c.de, see [^42].", "5:1 there is no footnote [^42]" });
}

static void front_matter_is_text_too(void **state)
{
	struct read read = read_in(*state,
	                           "title: '{{ value(\"aster\", \"small\") }} of 90'\nsubtitle: Half\nunbound: error\n"
	                           "numbers: [{value: '57', words: two points}]\n",
	                           "", NULL);
	assert_string_equal(told_of(*state, read.diags), "2:42 90, 3:11 Half, 5:20 57, 5:32 two");
}

static void addresses_keys_and_code_are_not_text(void **state)
{
	CHECK(state, { "<https://a.b/2030> and https://a.b/40 and x12@a.com", "" },
	      { "[there](https://a.b/50) and `60`", "" },
	      { "```chart\nid: c7\nkind: bars\nbenchmark: small\nrows: 12\n```", "" }, { "<!-- 70 -->\n\ndone", "" },
	      { "```python\nx = 80\n```", "" });
}

static void names_versions_and_dates_that_the_data_know_are_bound(void **state)
{
	CHECK(state, { "Aster 4, Borealis 2.1 Pro, Borealis 2.1, aster-4.", "" }, { "Aster 5 is out", "5:7 5" },
	      { "Aster 4 million, Aster 4%", "5:7 4 million, 5:24 4%" }, { "Small v3.2, version 3.2", "" },
	      { "v3.3", "5:2 3.3" }, { "On 12 May 2026, in May 2026, in 2026, on 7 August", "" },
	      { "On the twelfth of May 2026, the 12th of May, on 7th August", "" },
	      { "On the eleventh of May 2026", "5:8 eleventh of May 2026" },
	      { "On 13 May 2026, in June 2026, in 2027", "5:4 13 May 2026, 5:20 June 2026, 5:34 2027" });
}

static void a_name_that_is_left_as_an_id_is_told(void **state)
{
	static const char renamed[] = "models: [{id: star-4, name: Nova 5}]\n"
				      "benchmarks: [{id: hard-exam, name: Easy Exam, unit: elo, better: higher},\n"
				      "  {id: code, name: LiveBench, unit: elo, better: higher}]\n"
				      "measurements: [{model: star-4, benchmark: code, value: 7}]\n";
	struct bench *bench = *state;
	struct read read = { .diags = diags_new(bench->arena) };
	static const char text[] =
		"---\ntitle: t\nunbound: error\n---\nStar 4 on the Hard Exam, in code or Code or CODE, and "
		"{{ claim('the Hard Exam', 1 < 2) }}.\n";
	const struct source_text *source = source_read(bench->arena, "b.md", text, strlen(text), read.diags);
	const struct front_matter *matter = front_matter_read(bench->arena, source, read.diags);
	briefing_read(bench->arena, source, matter, must_load(bench, READ_YAML, renamed),
	              &(struct briefing_options){ 0 }, read.diags);
	assert_int_equal(diags_count(read.diags, DIAG_ERROR), 3);
	assert_string_equal(diags_at(read.diags, 0)->message, "the data call the model \"star-4\" Nova 5");
	assert_string_equal(diags_at(read.diags, 0)->hint,
	                    "write {{ name(\"star-4\") }}, or declare the other name as an alias");
	assert_string_equal(diags_at(read.diags, 1)->message, "the data call the benchmark \"hard-exam\" Easy Exam");
	assert_int_equal(diags_at(read.diags, 1)->place.column, 15);
	assert_int_equal(diags_at(read.diags, 2)->place.column, 69);
}

static void the_dates_of_the_briefing_are_bound(void **state)
{
	struct read read = read_in(*state, "title: t\nunbound: error\ndate: 2026-06-03\n", "On 3 June 2026.", NULL);
	assert_string_equal(told_of(*state, read.diags), "");
}

static void ordinals_of_the_document_itself_are_bound(void **state)
{
	static const char chart[] = "```chart\nkind: bars\nbenchmark: small\n```\n\n";
	CHECK(state, { "1. a\n2. b\n\nStep 2, step 3", "8:9 step 3" },
	      { "# 1. One\n\n## 1.2 More\n\nSection 2 and Section 3.", "9:15 Section 3" }, { "# 3 models", "5:3 3" },
	      { "# 3.1 more", "5:3 3.1" }, { "# 9. More", "5:3 9" });
	CHECK(state, { "First (1) this, (2) that and (3) more.", "" },
	      { "One error (1) and more (3)", "5:12 1, 5:25 3" });
	struct bench *bench = *state;
	const char *body = arena_printf(bench->arena, "%s%sFigures 1 and 2, Fig. 2, Figure\u00a03.", chart, chart);
	assert_string_equal(told_of(bench, read_in(bench, strict, body, NULL).diags), "15:26 Figure\u00a03");
	struct read read = read_in(bench, strict, "As on pages 3\u20135, p. 2", NULL);
	assert_string_equal(told_of(bench, read.diags), "");
	assert_true(read.briefing->last_page.page == 5 && read.briefing->last_page.place.column == 15);
}

static void citations_and_the_authors_own_numbers_are_marked(void **state)
{
	struct read read =
		read_in(*state, strict,
	                "{{ cite('14.3 billion', 'press') }}, {{ say('three to five') }}, {{ cite('14.3 "
	                "billion', 'press') }}, {{ value('aster', 'small') }}, {{ date() }}, {{ name('aster') }}",
	                NULL);
	assert_string_equal(told_of(*state, read.diags), "");
	const struct coverage *c = &read.briefing->coverage;
	assert_int_equal(c->computed, 1);
	assert_int_equal(c->cited, 2);
	assert_int_equal(c->said, 2);
	assert_int_equal(c->unbound, 0);
}

static void what_an_expression_only_writes_out_is_typed(void **state)
{
	CHECK(state, { "{{ 5 }}", "5:4 5" }, { "{{ 'about 40' }}", "5:11 40" }, { "{{ spell(3) }}", "5:4 three" },
	      { "{{ join('leads by 40 over ', name('aster')) }}", "5:19 40" },
	      { "{{ join(value('aster', 'small'), ' in 2026') }}", "" },
	      { "{{ claim('It leads by 8.7 points.', gap('aster', 'borealis', 'small') == 8.7) }}", "" },
	      { "{{ claim('It leads by 40 points.', 1 < 2) }}", "5:23 40" });
}

static void a_claim_stands_for_the_title_of_its_chart(void **state)
{
	CHECK(state,
	      { "```chart\nkind: bars\nbenchmark: small\ntitle: Two models\nclaim: count('small') == 2\n```", "" });
}

static void subtitles_and_notes_of_charts_are_counted(void **state)
{
	struct read read =
		read_in(*state, "title: t\nunbound: warn\n",
	                "```chart\nkind: bars\nbenchmark: small\nsubtitle: \"{{ value('aster', 'small') }}\"\n"
	                "notes: [\"{{ cite('14.3', 'lab') }}\", \"{{ say('three') }}\", 'Of 9']\n```",
	                NULL);
	assert_non_null(read.briefing);
	const struct coverage *c = &read.briefing->coverage;
	assert_int_equal(c->computed, 1);
	assert_int_equal(c->cited, 1);
	assert_int_equal(c->said, 1);
	assert_int_equal(c->unbound, 1);
}

static void digits_in_a_claim_are_those_of_its_condition(void **state)
{
	CHECK(state, { "{{ claim('It leads by 40 points.', gap('aster', 'borealis', 'small') > 0) }}", "5:23 40" },
	      { "{{ claim('It leads by 8.7 points.', gap('aster', 'borealis', 'small') > 0) }}", "" },
	      { "{{ claim('It leads by 9 points.', gap('aster', 'borealis', 'small') > 0) }}", "" },
	      { "{{ claim('It leads by more than 8.', gap('aster', 'borealis', 'small') > 8) }}", "" },
	      { "{{ claim('It needs 200%.', ratio('aster', 'borealis', 'tokens') == 2) }}", "" },
	      { "{{ claim('One of the two leads.', rank('aster', 'small') == 1) }}", "" },
	      { "{{ claim(join('By ', gap('aster', 'borealis', 'small'), ', not 5.'), rank('aster', 'small') == 1) }}",
	        "5:64 5" },
	      { "```chart\nkind: bars\nbenchmark: small\ntitle: Leads by 40\nclaim: rank('aster', 'small') == 1\n```",
	        "8:17 40" },
	      { "```chart\nkind: bars\nbenchmark: small\ntitle: Leads by 8.7\nclaim: gap('aster', 'borealis', 'small') "
	        "> "
	        "0\n```",
	        "" });
	struct read read =
		read_in(*state, strict, "{{ claim('Aster 4 has 51.5 on Small.', has('aster', 'small')) }}", NULL);
	assert_string_equal(diags_at(read.diags, 0)->hint,
	                    "did you mean join(\u2026, value(\"aster\",\"small\"), \u2026)?");
}

static void the_nearest_expression_is_the_hint(void **state)
{
	static const struct {
		const char *body, *hint;
	} cases[] = {
		{ "Aster 4 is ahead of Borealis 2.1 Pro on Small by 8.7.",
		  "did you mean {{ gap(\"aster\",\"borealis\",\"small\") }}?" },
		{ "On Small, Aster 4 has 51.5.", "did you mean {{ value(\"aster\",\"small\") }}?" },
		{ "It has 51.5%.", "did you mean {{ value(\"aster\",\"small\") }}?" },
		{ "Aster 4 needs twice what Borealis 2.1 Pro does.",
		  "did you mean {{ ratio(\"aster\",\"borealis\",\"tokens\") }}?" },
		{ "Borealis 2.1 Pro is second on Small.", "did you mean {{ ordinal(rank(\"borealis\",\"small\")) }}?" },
		{ "Small has two models.", "did you mean {{ spell(count(\"small\")) }}?" },
		{ "Aster 4 is ahead by 8.7.", "did you mean {{ gap(\"aster\",\"borealis\",\"small\") }}?" },
		{ "29 million tokens", "did you mean {{ value(\"borealis\",\"tokens\") }}?" },
		{ "Aster-5", "did you mean \"Aster 4\"?" },
		{ "On an H100 chip",
		  "{{ cite(\"H100\", \"lab\") }} if a source says so, {{ say(\"H100\") }} if you do" },
		{ "It has 77.7.", "{{ cite(\"77.7\", \"lab\") }} if a source says so, {{ say(\"77.7\") }} if you do" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(diags_at(read_in(*state, strict, cases[i].body, NULL).diags, 0)->hint,
		                    cases[i].hint);
}

static void unbound_warn_softens_it_and_the_document_says_so(void **state)
{
	struct read read = read_in(*state, "title: t\nunbound: warn\nappendix: false\n", "It has 5 of 6.", NULL);
	assert_non_null(read.briefing);
	assert_int_equal(diags_count(read.diags, DIAG_WARNING), 2);
	assert_int_equal(diags_count(read.diags, DIAG_ERROR), 0);
	const struct block *last = read.briefing->blocks[read.briefing->n_blocks - 1];
	assert_int_equal(last->kind, BLOCK_NOTE);
	assert_string_equal(last->items[0]->text.text,
	                    "The text contains 2 numbers: 0 computed, 0 cited, 0 the author\u2019s, 2 not "
	                    "bound to anything.");
}

static void slides_say_it_too(void **state)
{
	struct read read = read_in(*state, "title: t\nunbound: warn\npage: '16:9'\n",
	                           "- It has 5.\n\n```method\n```\n\n```sources\n```\n\n```conflicts\n```\n", NULL);
	const struct block *last = read.briefing->blocks[read.briefing->n_blocks - 1];
	assert_int_equal(last->kind, BLOCK_NOTE);
	assert_true(str_ends(last->items[0]->text.text, "1 not bound to anything."));
}

/* The text of the first block that begins so. */
static const char *paragraph(const struct briefing *b, const char *begins)
{
	for (size_t i = 0; i < b->n_blocks; i++)
		if (b->blocks[i]->text.text && str_starts(b->blocks[i]->text.text, begins))
			return b->blocks[i]->text.text;
	return "";
}

static void the_method_section_prints_the_coverage_and_the_sources_what_they_are_cited_for(void **state)
{
	struct read read = read_in(*state, strict,
	                           "```sources\n```\n\n{{ value('aster', 'small') }} {{ cite('14 billion', 'press') }} "
	                           "{{ cite('half', 'press') }} {{ say('two') }}",
	                           NULL);
	assert_string_equal(paragraph(read.briefing, "The text contains"),
	                    "The text contains 4 numbers: 1 computed, 2 cited, 1 the author\u2019s.");
	const struct block_table *t = &read.briefing->blocks[0]->table;
	assert_string_equal(t->cells[1].text.text, "The Lab");
	assert_string_equal(t->cells[5].text.text, "The Press. Cited for 14 billion; half");
}

static void names_that_the_data_no_longer_know_stop_it(void **state)
{
	struct bench *bench = *state;
	static const char body[] = "Aster 4 beats Old One on **Health**,\nsays The Old Paper; an old one does.\n"
				   "{{ claim('Old One is behind.', rank('aster', 'small') == 1) }}";
	assert_string_equal(told_of(bench, read_in(bench, strict, body, NULL).diags), "");
	struct read read = read_in(bench, "title: t\nunbound: warn\n", body, before);
	assert_null(read.briefing);
	assert_string_equal(told_of(bench, read.diags), "5:15 Old One, 5:28 Health, 6:6 The Old Paper, 7:11 Old One");
	assert_string_equal(diags_at(read.diags, 0)->message, "the data no longer know the model \"Old One\"");
}

static void a_briefing_older_than_its_data_is_said(void **state)
{
	struct read read = read_in(*state, "title: t\ndate: 2026-05-11\n", "Text.", NULL);
	assert_string_equal(told_of(*state, read.diags),
	                    "3:7 the briefing is dated 2026-05-11, before its data of 2026-05-12");
	assert_string_equal(
		paragraph(read.briefing, "The briefing is dated"),
		"The briefing is dated 11\u00a0May\u00a02026; some of its data are of 12\u00a0May\u00a02026.");
	read = read_in(*state, "title: t\ndate: 2026-05\n", "Text.", NULL);
	assert_int_equal(diags_count(read.diags, DIAG_WARNING), 0);
}

static void number_words_come_from_the_language(void **state)
{
	struct read read = read_in(*state, "title: t\nunbound: error\nlang: de\n",
	                           "Aster 4 ist doppelt so gut wie zwei andere, two.", NULL);
	assert_string_equal(told_of(*state, read.diags), "6:13 doppelt, 6:32 zwei");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_is_an_expression_or_an_error_at_its_line_and_column),
		TEST(it_holds_wherever_an_author_writes),
		TEST(a_number_in_pieces_is_told_where_it_begins),
		TEST(front_matter_is_text_too),
		TEST(addresses_keys_and_code_are_not_text),
		TEST(names_versions_and_dates_that_the_data_know_are_bound),
		TEST(the_dates_of_the_briefing_are_bound),
		TEST(ordinals_of_the_document_itself_are_bound),
		TEST(citations_and_the_authors_own_numbers_are_marked),
		TEST(what_an_expression_only_writes_out_is_typed),
		TEST(a_name_that_is_left_as_an_id_is_told),
		TEST(a_claim_stands_for_the_title_of_its_chart),
		TEST(subtitles_and_notes_of_charts_are_counted),
		TEST(digits_in_a_claim_are_those_of_its_condition),
		TEST(the_nearest_expression_is_the_hint),
		TEST(unbound_warn_softens_it_and_the_document_says_so),
		TEST(slides_say_it_too),
		TEST(the_method_section_prints_the_coverage_and_the_sources_what_they_are_cited_for),
		TEST(names_that_the_data_no_longer_know_stop_it),
		TEST(a_briefing_older_than_its_data_is_said),
		TEST(number_words_come_from_the_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
