/* A briefing as it is read: source, blocks, links, and what is generated from the data. */
#include "brief/briefing_read.h"
#include "brief/fence_kind.h"
#include "data_support.h"

static const char data[] =
	"date: 2026-05-12\n"
	"sources:\n"
	"  - {id: lab, title: The Lab, kind: paper, date: 2026-05-01}\n"
	"  - {id: press, title: The Press, kind: press, date: 2026-05-02}\n"
	"trust: [lab]\n"
	"models:\n"
	"  - {id: aster, name: Aster}\n"
	"  - {id: borealis, name: Borealis}\n"
	"benchmarks:\n"
	"  - {id: small, name: Small, unit: percent, better: higher}\n"
	"  - {id: large, name: Large, unit: percent, better: higher}\n"
	"  - {id: middle, name: Middle, unit: percent, better: higher}\n"
	"  - {id: even, name: Even, unit: percent, better: higher}\n"
	"  - {id: far, name: Far, unit: percent, better: higher}\n"
	"  - {id: near, name: Near, unit: percent, better: higher}\n"
	"  - {id: cost, name: Cost, unit: usd, better: lower}\n"
	"measurements:\n"
	"  - {model: aster, benchmark: small, value: 51, source: lab}\n"
	"  - {model: borealis, benchmark: small, value: 50, source: lab}\n"
	"  - {model: aster, benchmark: large, value: 70, source: lab}\n"
	"  - {model: aster, benchmark: large, value: 66, source: press}\n"
	"  - {model: borealis, benchmark: large, value: 50, source: lab}\n"
	"  - {model: aster, benchmark: middle, value: 60, source: lab}\n"
	"  - {model: borealis, benchmark: middle, value: 50, source: lab}\n"
	"  - {model: aster, benchmark: even, value: 50, source: lab}\n"
	"  - {model: borealis, benchmark: even, value: 50, source: lab}\n"
	"  - {model: aster, benchmark: far, value: 20, source: lab}\n"
	"  - {model: borealis, benchmark: far, value: 50, source: lab}\n"
	"  - {model: aster, benchmark: near, value: 45, source: lab}\n"
	"  - {model: borealis, benchmark: near, value: 50, source: lab}\n"
	"  - {model: aster, benchmark: cost, value: 9, source: press}\n"
	"  - {model: borealis, benchmark: cost, value: 5, source: press}\n"
	"  - {model: borealis, benchmark: cost, status: missing, source: lab}\n"
	"claims:\n"
	"  - {id: ahead, text: Aster is ahead., source: press, test: 'leader(\"large\") == \"aster\"'}\n"
	"  - {id: behind, text: Aster is behind., source: lab, test: 'leader(\"large\") == \"borealis\"'}\n"
	"disputes:\n"
	"  - {id: who, about: Who leads, claims: [ahead, behind]}\n";

static const struct briefing *read_with(struct bench *bench, const char *bytes, size_t size,
                                        struct briefing_options options)
{
	const struct dataset *d = must_load(bench, READ_YAML, data);
	const struct source_text *source = source_read(bench->arena, "b.md", bytes, size, bench->diags);
	const struct front_matter *front = source ? front_matter_read(bench->arena, source, bench->diags) : NULL;
	return front ? briefing_read(bench->arena, source, front, d, &options, bench->diags) : NULL;
}

static const struct briefing *read_as(struct bench *bench, const char *bytes, size_t size, bool draft)
{
	return read_with(bench, bytes, size, (struct briefing_options){ .draft = draft });
}

static const struct briefing *must_read(struct bench *bench, const char *text)
{
	const struct briefing *b = read_as(bench, text, strlen(text), true);
	if (!b) {
		diags_print(bench->diags, stderr, false);
		fail();
		abort();
	}
	return b;
}

/* The text of a briefing without front matter and appendix. */
static char *plain(struct bench *bench, const char *body)
{
	return arena_printf(bench->arena, "---\ntitle: T\nappendix: false\n---\n%s", body);
}

static void dump_ranges(struct strbuf *b, const struct rich *r)
{
	for (size_t i = 0; i < r->n_marks; i++)
		strbuf_addf(b, " %.*s=%d", (int)(r->marks[i].end - r->marks[i].start), r->text + r->marks[i].start,
		            r->marks[i].weight);
	for (size_t i = 0; i < r->n_links; i++)
		strbuf_addf(b, " <%.*s>%s", (int)(r->links[i].end - r->links[i].start), r->text + r->links[i].start,
		            r->links[i].target);
	for (size_t i = 0; i < r->n_notes; i++)
		strbuf_addf(b, " ^%.*s:%zu", (int)(r->notes[i].end - r->notes[i].start), r->text + r->notes[i].start,
		            r->notes[i].note);
	for (size_t i = 0; i < r->n_doubts; i++)
		strbuf_addf(b, " ?%.*s", (int)(r->doubts[i].end - r->doubts[i].start), r->text + r->doubts[i].start);
}

static void dump_block(struct strbuf *b, const struct block *block)
{
	static const char letters[] = "hplkqctixnbSPNAQEFCgTKX"; /* by enum block_kind */
	strbuf_addf(b, "%c", letters[block->kind]);
	if (block->kind == BLOCK_HEADING)
		strbuf_addf(b, "%d#%s", block->level, block->anchor);
	if (block->kind == BLOCK_ITEM && block->number)
		strbuf_addf(b, "%d", block->number);
	if (block->text.text)
		strbuf_addf(b, "(%s)", block->text.text);
	dump_ranges(b, &block->text);
	const struct block_table *t = &block->table;
	for (size_t i = 0; i < t->n_columns; i++)
		strbuf_addf(b, "|%s%d", t->heads[i].text.text, t->aligns[i]);
	for (size_t i = 0; i < t->n_rows * t->n_columns; i++)
		strbuf_addf(b, "%s%s", i % t->n_columns ? "|" : "/", t->cells[i].text.text);
	if (block->n_items) {
		strbuf_add(b, "[");
		for (size_t i = 0; i < block->n_items; i++)
			dump_block(b, block->items[i]);
		strbuf_add(b, "]");
	}
}

static const char *dump(struct bench *bench, const struct briefing *briefing)
{
	struct strbuf b = strbuf_new(bench->arena);
	for (size_t i = 0; i < briefing->n_blocks; i++)
		dump_block(&b, briefing->blocks[i]);
	for (size_t i = 0; i < briefing->n_notes; i++) {
		strbuf_add(&b, "^");
		dump_block(&b, briefing->notes[i]);
	}
	return b.s;
}

static void assert_blocks(struct bench *bench, const char *body, const char *expected)
{
	assert_string_equal(dump(bench, must_read(bench, plain(bench, body))), expected);
}

static void refuse(struct bench *bench, const char *body, const char *message)
{
	const char *text = plain(bench, body);
	assert_null(read_as(bench, text, strlen(text), false));
	assert_int_equal(told(bench, message), 1);
}

/* ---- source ---- */

static void braces_are_answered_escaped_or_code(void **state)
{
	assert_blocks(*state, "It has {{ value(\"aster\", \"small\") }}, \\{{ and }}.\n", "p(It has 51%, {{ and }}.)");
	assert_blocks(*state, "`{{ a }}` and ``b ` {{ c }}`` and `d\n",
	              "p({{ a }} and b ` {{ c }} and `d) {{ a }}=5 b ` {{ c }}=5");
	assert_blocks(*state, "One {{ value(\"aster\",\n\"small\") }} over lines.\n\nNext.\n",
	              "p(One 51% over lines.)p(Next.)");
	assert_blocks(*state, "```text\n{{ x }}\n\ty\tz\n```\n", "c({{ x }}\n    y   z) {{ x }}\n    y   z=5");
	assert_blocks(*state, "- a\n\n  ```\n  {{x}}\n  ```\n", "l[k[p(a)c({{x}}) {{x}}=5]]");
	assert_blocks(*state, "> ```\n> {{x}}\n> ```\n", "q[c({{x}}) {{x}}=5]");
	assert_blocks(*state, "-\ta\n\n\t```\n\t{{x}}\n\t```\n", "l[k[p(a)c({{x}}) {{x}}=5]]");
	assert_blocks(*state, "- ```\n  {{ x }}\n  ```\n\nIt has {{ value(\"aster\", \"small\") }}.\n",
	              "l[k[c({{ x }}) {{ x }}=5]]p(It has 51%.)");
	assert_blocks(*state, "1) - ~~~\n     {{ x }}\n     ~~~\n\nIt has {{ value(\"aster\", \"small\") }}.\n",
	              "l[k1[l[k[c({{ x }}) {{ x }}=5]]]]p(It has 51%.)");
	static const char *const marks[] = { "-", "*", "+", "7.", "123456789)" };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) /* an open brace in code is none */
		must_read(*state, plain(*state, arena_printf(((struct bench *)*state)->arena,
		                                             "%s ~~~\n           {{ x\n           ~~~\n", marks[i])));
	assert_blocks(*state, "A ` that nothing closes, and {{ value(\"aster\", \"small\") }}.\n",
	              "p(A ` that nothing closes, and 51%.)");
	assert_blocks(*state, "~~~~ text\n```\n{{ x\n~~~~\nText.\n", "c(```\n{{ x) ```\n{{ x=5p(Text.)");
	refuse(*state, "A stroke at the end of {{ 1 \\ }} stays.\n", "is not expected here");
	refuse(*state, "Text {{ value(\"aster }}.\n\nNext.\n", "{{ has no end: a quote is not closed");
}

static void bytes_become_lines_of_text(void **state)
{
	struct bench *bench = *state;
	const struct briefing *b =
		must_read(bench, "\xef\xbb\xbf---\r\ntitle: T\rappendix: false\r\n---\r\nOne.\r\rNext.");
	assert_string_equal(dump(bench, b), "p(One.)p(Next.)");
	assert_null(read_as(bench, "\xef\xbb\xbf", 3, false)); /* an empty file, but for the mark */
	assert_int_equal(told(bench, "the briefing has no title"), 1);
	assert_string_equal(source_read(bench->arena, "b.md", "\xef\xbb\xbf", 3, bench->diags)->body, "\n");
	assert_string_equal(source_read(bench->arena, "b.md", "\xef\xbb\xbc\n", 4, bench->diags)->body,
	                    "\xef\xbb\xbc\n"); /* a letter that begins like the mark */
	assert_null(source_read(bench->arena, "b.md", "\xef\xbb\xbf", 2,
	                        bench->diags)); /* no mark: its last byte is another's */
	assert_null(read_as(bench, "a\0b", 3, false));
	assert_int_equal(told(bench, "zero byte"), 1);
	assert_null(read_as(bench, "# T\n\x01\n", 6, false));
	assert_int_equal(told(bench, "a character that text must not contain"), 1);
	assert_int_equal(diags_at(bench->diags, diags_count(bench->diags, DIAG_ERROR) - 1)->place.line, 2);
}

static void expressions_have_a_limit(void **state)
{
	struct bench *bench = *state;
	struct strbuf text = strbuf_new(bench->arena);
	for (int i = 0; i < SOURCE_HOLES_MAX; i++)
		strbuf_add(&text, "{{1}}\n");
	const struct source_text *source = source_read(bench->arena, "b.md", text.s, text.n, bench->diags);
	assert_non_null(source);
	assert_int_equal(source->n_holes, SOURCE_HOLES_MAX);
	strbuf_add(&text, "{{1}}\n");
	assert_null(source_read(bench->arena, "b.md", text.s, text.n, bench->diags));
	assert_int_equal(told(bench, "too many expressions"), 1);
}

static void places_are_those_of_the_file(void **state)
{
	struct bench *bench = *state;
	refuse(bench, "a {{ say(1) }} ä {{ valu(1) }}\n\n`x` {{\n  valua(2)\n}}\n", "no function is called \"valu\"");
	const struct diag *first = diags_at(bench->diags, 0), *second = diags_at(bench->diags, 1);
	assert_int_equal(first->place.line, 5);
	assert_int_equal(first->place.column, 21);
	assert_int_equal(second->place.line, 8);
	assert_int_equal(second->place.column, 3);
}

/* ---- blocks ---- */

static void markdown_becomes_blocks(void **state)
{
	assert_blocks(*state, "# H\n\n*a* **b** ***c*** **d**`e`\n", "h1#h(H)p(a b c de) a=3 b=2 c=4 d=2 e=5");
	assert_blocks(*state, "*x* **a {{ value(\"aster\", \"small\") }} b**\n", "p(x a 51% b) x=3 a 51% b=2");
	assert_blocks(*state, "3. a\n4. b\n\n- c\n  - d\n\n> q\n\n---\n",
	              "l[k3[p(a)]k4[p(b)]]l[k[p(c)l[k[p(d)]]]]q[p(q)]g");
	assert_blocks(*state, "|a|b|c|\n|-|:-:|-:|\n|d|e|f|\n|g|\n", "t|a0|b1|c2/d|e|f/g||");
	assert_blocks(*state, "````note\nIn.\n\n- x\n````\n\n```columns\ny\n```\n", "n[p(In.)l[k[p(x)]]]b[p(y)]");
	assert_blocks(*state, "a\\\nb\nc <!-- no --> d\n", "p(a\nb c  d)");
	assert_blocks(*state, "Text[^b] and[^a].\n\n[^a]: A.\n[^b]: B.\n",
	              "p(Text¹ and².) ^¹:0 ^²:1^q[p(B.)]^q[p(A.)]");
}

static void a_text_has_at_most_20000_bytes(void **state)
{
	struct bench *bench = *state;
	char *text = arena_alloc(bench->arena, 20002, 1);
	memset(text, 'a', 20000);
	assert_int_equal(strlen(must_read(bench, plain(bench, text))->blocks[0]->text.text), 20000);
	text[20000] = 'a';
	refuse(bench, text, "a single text of more than 20000 bytes");
}

static void long_lists_keep_their_order(void **state)
{
	struct bench *bench = *state;
	struct strbuf body = strbuf_new(bench->arena), expected = strbuf_new(bench->arena);
	strbuf_add(&expected, "l[");
	for (int i = 1; i <= 70; i++) {
		strbuf_addf(&body, "%d. {{ say(%d) }}\n", i, i * i);
		strbuf_addf(&expected, "k%d[p(%d)]", i, i * i);
	}
	strbuf_add(&expected, "]");
	assert_blocks(bench, body.s, expected.s);
}

static void fences_are_known_by_name(void **state)
{
	(void)state;
	for (int i = 0; i < FENCE_KINDS; i++) {
		enum fence_kind kind = (enum fence_kind)i;
		assert_int_equal(fence_kind_of(fence_kind_name(kind)), kind);
		assert_true(fence_kind_is_markdown(kind) == (kind == FENCE_NOTE || kind == FENCE_COLUMNS ||
		                                             kind == FENCE_SIDE || kind == FENCE_TAKEAWAY ||
		                                             kind == FENCE_SPEAKER));
	}
	assert_int_equal(fence_kind_of("Chart"), FENCE_CODE);
	assert_int_equal(fence_kind_near("Chart"), FENCE_CHART);
	assert_int_equal(fence_kind_near("finding"), FENCE_FINDINGS);
	assert_int_equal(fence_kind_near("chat"), FENCE_CHART);
	assert_int_equal(fence_kind_near("cat"), FENCE_CODE);
	assert_int_equal(fence_kind_near(""), FENCE_CODE);
	assert_false(fence_kind_is_generated(FENCE_SPECS));
	assert_true(fence_kind_is_generated(FENCE_SOURCES) && fence_kind_is_generated(FENCE_CHANGES));
	assert_false(fence_kind_is_generated(FENCE_NOTE));
}

/* ---- links ---- */

static void links_without_words_get_the_name_of_their_target(void **state)
{
	assert_blocks(
		*state,
		"# One\n\nA [](#one) *b*[^n] [c](#next) [](#x) {{ claim(\"D.\", 1 > 2) }}\n\n# Next\n\n[^n]: N.\n\n"
		"```chart\nid: x\nkind: table\nbenchmark: small\n```\n",
		"h1#one(One)p(A One b¹ c Figure 1 D.) b=3 <One>#one <c>#next <Figure 1>#x ^¹:0 ?D."
		"h1#next(Next)x^q[p(N.)]");
	assert_blocks(*state, "|{{ join(\"a\\|b\", \"c\") }}|\n|-|\n", "t|a|bc0");
	assert_blocks(*state, "# A\n\n|[](#a)|\n|-|\n|**x** [](#a)|\n", "h1#a(A)t|A0/x A");
	assert_blocks(*state, "[](https://example.org)\n",
	              "p(https://example.org) <https://example.org>https://example.org");
}

static void headings_of_one_name_have_anchors_of_their_own(void **state)
{
	assert_blocks(*state, "# A\n\n# A\n\n# A {{ say(2) }}\n\n# A\n", "h1#a(A)h1#a-2(A)h1#a-2-2(A 2)h1#a-3(A)");
	refuse(*state, "# Alpha\n\n[](#alpah)\n", "nothing in the briefing is called \"#alpah\"");
	assert_int_equal(told(*state, "did you mean \"alpha\"?"), 1);
	refuse(*state, "[](#one)\n\n```chart\nid: one\nkind: leaderbord\n```\n", "leaderbord");
	assert_int_equal(told(*state, "nothing in the briefing is called \"#one\""), 0);
}

/* ---- the whole ---- */

static void the_first_heading_is_the_title(void **state)
{
	struct bench *bench = *state;
	const struct briefing *b = must_read(bench, "Before.\n\n## No\n\n# Yes\n\nText.\n\n# Other\n\n```sources\n```\n"
	                                            "\n```conflicts\n```\n\n```method\n```\n");
	assert_string_equal(b->title, "Yes");
	assert_int_equal(b->blocks[2]->kind, BLOCK_PARAGRAPH);
	assert_string_equal(b->blocks[3]->text.text, "Other");
	for (size_t i = 4; i < b->n_blocks; i++) /* nothing is generated twice */
		assert_int_not_equal(b->blocks[i]->kind, BLOCK_HEADING);
}

static char *letters(struct arena *arena, size_t n)
{
	char *s = arena_alloc(arena, n + 1, 1);
	memset(s, 'x', n);
	return s;
}

static void titles_have_a_limit(void **state)
{
	struct bench *bench = *state;
	for (size_t n = 200; n <= 201; n++) {
		const char *text = arena_printf(bench->arena, "---\ntitle: %s\n---\n", letters(bench->arena, n));
		assert_true((read_as(bench, text, strlen(text), false) != NULL) == (n == 200));
	}
	assert_int_equal(told(bench, "the title has 201 characters; at most 200 fit"), 1);
}

static void a_false_claim_is_an_error_or_a_doubt(void **state)
{
	struct bench *bench = *state;
	const char *text = plain(bench, "{{ claim(\"So.\", value(\"aster\", \"small\") > 60) }} "
	                                "{{ claim(\"Too.\", value(\"aster\", \"small\") > 40) }}\n");
	assert_null(read_as(bench, text, strlen(text), false));
	assert_int_equal(
		told(bench, "the claim \"So.\" does not hold, by 9\u00a0points: value(\"aster\", \"small\") > 60"), 1);
	assert_int_equal(told(bench, "Aster on Small is 51% (The Lab); correct the sentence, or mark it with --draft"),
	                 1);
	const struct briefing *b = must_read(bench, text);
	assert_int_equal(b->n_doubts, 1);
	assert_int_equal(b->n_claims, 2);
	assert_false(b->claims[0].holds);
	assert_string_equal(dump(bench, b), "p(So. Too.) ?So.");
}

/* ---- what is generated ---- */

static const char *generated(struct bench *bench, const char *fence)
{
	const char *text = arena_printf(bench->arena,
	                                "---\ntitle: T\nappendix: false\n---\n```%s\n```\n\n```sources\n```\n", fence);
	return dump(bench, must_read(bench, text));
}

static void findings_name_the_largest_lead_and_lag(void **state)
{
	struct bench *bench = *state;
	const struct briefing *b =
		must_read(bench, "---\ntitle: T\nappendix: false\nfocus: aster\n---\n```findings\n```\n");
	const char *said = dump(bench, b);
	assert_non_null(strstr(said, "three of seven"));
	assert_non_null(strstr(said, "Small, Large and Middle"));
	assert_non_null(strstr(said, "on Large: 70% against 50%"));
	assert_non_null(strstr(said, "Far, Near and Cost"));
	assert_non_null(strstr(said, "on Far: 20% against 50%"));
	assert_null(strstr(said, "Even"));
	assert_non_null(strstr(said, "Cost: Borealis needs the least, $5; Aster needs $9."));
	const char *tops = generated(bench, "findings");
	assert_non_null(strstr(tops, "Large: Aster leads with 70%"));
	assert_non_null(strstr(tops, "Far: Borealis leads with 50%"));
}

static void key_findings_are_ranked_and_refer_to_figures(void **state)
{
	struct bench *bench = *state;
	const struct briefing *b = must_read(bench, "---\ntitle: T\nappendix: false\nfocus: aster\nfindings: 3\n---\n"
	                                            "```chart\nid: far\nkind: bars\nbenchmark: far\n```\n");
	const struct block *block = b->blocks[1];
	assert_int_equal(block->kind, BLOCK_FINDINGS);
	assert_int_equal(block->n_items, 3);
	const struct rich *first = &block->items[0]->items[FINDING_SENTENCE]->text;
	const struct rich *sure = &block->items[0]->items[FINDING_CONFIDENCE]->text;
	assert_non_null(strstr(first->text, "Far"));
	assert_string_equal(block->items[0]->items[FINDING_VALUE]->text.text, "30");
	assert_non_null(strstr(block->items[0]->items[FINDING_UNIT]->text.text, "points behind"));
	assert_non_null(strstr(sure->text, "Figure 1"));
	assert_string_equal(sure->links[0].target, "#far");
	const struct spark *spark = &block->findings.items[0].spark;
	assert_true(spark->dots[spark->n_dots - 1].focus);
	assert_true(spark->low == 20 && spark->high == 50);
}

static void sources_without_a_list_go_by_their_titles(void **state)
{
	struct bench *bench = *state;
	const char *said = dump(bench, must_read(bench, "---\ntitle: T\nappendix: false\n---\n```conflicts\n```\n"));
	assert_non_null(strstr(said, "70%\u00a0(The Lab)|66%\u00a0(The Press)|"));
	said = dump(bench, must_read(bench, "---\ntitle: T\nappendix: false\n---\n```claims\n```\n"));
	assert_non_null(strstr(said, "/Aster is ahead.|The Press|holds"));
}

static void sources_are_numbered_and_counted(void **state)
{
	const char *said = generated(*state, "sources");
	assert_non_null(strstr(said, "/[1]|The Lab|1\u00a0May\u00a02026|12"));
	assert_non_null(strstr(said, "/[2]|The Press|2\u00a0May\u00a02026|3"));
	said = generated(*state, "method"); /* a cell that is known to be missing is no value */
	assert_non_null(strstr(said, "contains 15 values from 2 sources"));
	said = generated(*state, "conflicts");
	assert_non_null(strstr(said, "/Aster|Large|70%\u00a0[1]|66%\u00a0[2]|most trusted source"));
}

static void every_change_since_the_baseline_is_a_row(void **state)
{
	static const char old[] = "model,benchmark,value,unit\na,x,50,percent\nb,x,40,percent\na,y,8,percent\n",
			  new[] = "model,benchmark,value,unit\na,x,50,percent\nb,x,55,percent\na,y,9,percent\n";
	struct bench *bench = *state;
	const struct changes *changes = changes_of(bench->arena, must_load(bench, READ_CSV, old),
	                                           must_load(bench, READ_CSV, new), bench->diags);
	const char *text = plain(bench, "```changes\n```\n");
	const struct briefing *b =
		read_with(bench, text, strlen(text), (struct briefing_options){ .changes = changes });
	assert_non_null(b);
	assert_string_equal(dump(bench, b),
	                    "t|Model0|Benchmark0|Before2|After2|Change2|Rank2/b|x|40%|55%|+15|2 \u2192 1"
	                    "/a|x|50%|50%||1 \u2192 2/a|y|8%|9%|+1|1");
}

static void contradictions_in_words_are_listed_with_their_verdicts(void **state)
{
	const char *said = generated(*state, "conflicts");
	assert_non_null(strstr(said, "claims contradict each other on one matter:"));
	assert_non_null(strstr(said, "/Who leads|Aster is ahead.|[2]|holds/|Aster is behind.|[1]|does not hold"));
}

static void claims_have_verdicts(void **state)
{
	const char *said = generated(*state, "claims");
	assert_non_null(strstr(said, "/Aster is ahead.|[2]|holds, by 20\u00a0points|"));
	assert_non_null(strstr(said, "With 66% for Aster [2] it still holds, by 16\u00a0points."));
	assert_non_null(strstr(said, "/Aster is behind.|[1]|does not hold, by 20\u00a0points|"));
	struct bench *bench = *state;
	said = dump(bench, must_read(bench, plain(bench, "```claims\nsource: lab\n```\n")));
	assert_null(strstr(said, "Aster is ahead."));
	assert_non_null(strstr(said, "Aster is behind."));
	said = dump(bench, must_read(bench, plain(bench, "```claims\nverdict: holds\n```\n")));
	assert_non_null(strstr(said, "Aster is ahead."));
	assert_null(strstr(said, "Aster is behind."));
	said = dump(bench, must_read(bench, plain(bench, "```claims\nclaim: behind\n```\n")));
	assert_null(strstr(said, "Aster is ahead."));
	assert_non_null(strstr(said, "Aster is behind."));
	said = dump(bench, must_read(bench, plain(bench, "```claims\nclaim: ahead\nsource: lab\n```\n")));
	assert_null(strstr(said, "t|"));
}

/* Only the words that the caller reserves are refused, whatever they are. */
static void a_reserved_word_is_not_an_id(void **state)
{
	struct bench *bench = *state;
	static const char *const reserved[] = { "deck", "all", NULL };
	const char *text = plain(bench, "```chart\nid: all\nkind: bars\nbenchmark: large\n```\n"
	                                "```chart\nid: pdf\nkind: bars\nbenchmark: large\n```\n");
	must_read(bench, text);
	read_with(bench, text, strlen(text), (struct briefing_options){ .reserved = reserved });
	assert_int_equal(told(bench, "\"all\" cannot be an id"), 1);
	assert_int_equal(diags_count(bench->diags, DIAG_ERROR), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, bench_open, bench_close)
	const struct CMUnitTest tests[] = {
		TEST(braces_are_answered_escaped_or_code),
		TEST(bytes_become_lines_of_text),
		TEST(places_are_those_of_the_file),
		TEST(expressions_have_a_limit),
		TEST(markdown_becomes_blocks),
		TEST(a_text_has_at_most_20000_bytes),
		TEST(long_lists_keep_their_order),
		TEST(fences_are_known_by_name),
		TEST(a_reserved_word_is_not_an_id),
		TEST(links_without_words_get_the_name_of_their_target),
		TEST(headings_of_one_name_have_anchors_of_their_own),
		TEST(the_first_heading_is_the_title),
		TEST(titles_have_a_limit),
		TEST(a_false_claim_is_an_error_or_a_doubt),
		TEST(findings_name_the_largest_lead_and_lag),
		TEST(key_findings_are_ranked_and_refer_to_figures),
		TEST(sources_without_a_list_go_by_their_titles),
		TEST(sources_are_numbered_and_counted),
		TEST(every_change_since_the_baseline_is_a_row),
		TEST(contradictions_in_words_are_listed_with_their_verdicts),
		TEST(claims_have_verdicts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
