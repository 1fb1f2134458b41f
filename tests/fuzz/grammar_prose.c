#include "base/arena.h"
#include "base/str.h"
#include "grammar.h"

#include <stdbool.h>

struct writer {
	struct choices *choices;
	struct strbuf b;
	const char *picture;
	unsigned charts, notes;
	bool plain; /* no footnotes here */
};

static unsigned pick(struct writer *w, unsigned n)
{
	return choose(w->choices, n);
}

/* ---- running text ---- */

static const char *const words[] = { "The model",   "scores well",    "and",     "*clearly*",
	                             "**leads**",   "`code`",         "в тесте", "在测试中",
	                             "الاختبار",    "however",        "so",      "Sprachmodell",
	                             "(see below)", "a [link](#one)", "—",       "🚀" };

/* An expression on models and benchmarks that mostly are there. */
static void add_expression(struct writer *w)
{
	static const char *const two[] = { "value", "ordinal(rank", "source", "rank" };
	unsigned model = pick(w, 3), on = pick(w, 2);
	switch (pick(w, 10)) {
	case 0:
	case 1:
	case 2: {
		unsigned which = pick(w, 4);
		strbuf_addf(&w->b, "{{ %s(\"m%u\", \"b%u\")%s }}", two[which], model, on, which == 1 ? ")" : "");
		return;
	}
	case 3:
		strbuf_addf(&w->b, "{{ value(\"m0\", \"b%u\") }}", on);
		return;
	case 4:
		strbuf_addf(&w->b, "{{ gap(\"m%u\", \"m%u\", \"b%u\") }}", model, model + 1, on);
		return;
	case 5:
		strbuf_addf(&w->b, "{{ ratio(\"m%u\", \"m%u\", \"b%u\") }}", model, model + 1, on);
		return;
	case 6:
		strbuf_addf(&w->b, "{{ claim(\"it leads\", rank(\"m%u\", \"b%u\") %s %u) }}", model, on,
		            pick(w, 2) ? "<=" : ">=", 1 + pick(w, 4));
		return;
	case 7:
		strbuf_addf(&w->b, "{{ say(\"three\") }}");
		return;
	case 8:
		strbuf_addf(&w->b, "{{ count(\"b%u\") }}", on);
		return;
	default:
		strbuf_addf(&w->b, "{{ value(\"m%u\", \"b%u\") * %u }}", model, on, pick(w, 100));
	}
}

static void add_text(struct writer *w, unsigned most)
{
	for (unsigned n = 1 + pick(w, most), i = 0; i < n; i++) {
		strbuf_add(&w->b, i ? " " : "");
		if (pick(w, 6) == 5)
			add_expression(w);
		else
			strbuf_add(&w->b, words[pick(w, sizeof words / sizeof *words)]);
	}
	if (pick(w, 8) == 7 && !w->plain)
		strbuf_addf(&w->b, "[^n%u]", w->notes++);
}

/* ---- blocks ---- */

static void add_chart(struct writer *w)
{
	static const char *const kinds[] = { "leaderboard", "bars",    "panels", "grouped", "dots",    "distribution",
		                             "tokens",      "scatter", "gap",    "slope",   "heatmap", "table" };
	static const char *const of_two[] = { "panels", "grouped", "scatter", "heatmap", "table" };
	bool two = pick(w, 2);
	strbuf_addf(&w->b, "```chart\nid: c%u\nkind: %s\n", w->charts++, two ? of_two[pick(w, 5)] : kinds[pick(w, 11)]);
	strbuf_add(&w->b, two ? "benchmarks: [b0, b1]\n" : pick(w, 2) ? "benchmark: b1\n" : "benchmark: b0\n");
	if (pick(w, 4) == 3)
		strbuf_addf(&w->b, "models: [m0, m%u]\n", 1 + pick(w, 4));
	if (pick(w, 4) == 3)
		strbuf_addf(&w->b, "focus: m%u\n", pick(w, 3));
	if (pick(w, 4) == 3)
		strbuf_addf(&w->b, "rows: %u\n", 1 + pick(w, 20));
	if (pick(w, 8) == 7)
		strbuf_add(&w->b, "title: What this shows\n");
	if (pick(w, 8) == 7)
		strbuf_add(&w->b, "note: \"{{ value('m0', 'b0') }} is it\"\n");
	strbuf_add(&w->b, "```\n\n");
}

static void add_table(struct writer *w)
{
	unsigned columns = 1 + pick(w, 4), rows = 1 + pick(w, 30);
	for (unsigned r = 0; r < rows + 2; r++) {
		for (unsigned c = 0; c < columns; c++) {
			strbuf_add(&w->b, "| ");
			if (r == 1)
				strbuf_add(&w->b, pick(w, 2) ? "--:" : "---");
			else
				add_text(w, 3);
			strbuf_add(&w->b, " ");
		}
		strbuf_add(&w->b, "|\n");
	}
	strbuf_add(&w->b, "\n");
}

static void add_list(struct writer *w)
{
	bool ordered = pick(w, 2);
	for (unsigned n = 1 + pick(w, 6), i = 0; i < n; i++) {
		strbuf_add(&w->b, ordered ? "1. " : "- ");
		add_text(w, 10);
		strbuf_add(&w->b, pick(w, 6) == 5 ? "\n   - below\n" : "\n");
	}
	strbuf_add(&w->b, "\n");
}

/* ---- blocks that state something ---- */

/* As a value of YAML. */
static void add_key(struct writer *w, const char *before, const char *key, unsigned most)
{
	strbuf_addf(&w->b, "%s%s: '", before, key);
	for (unsigned n = 1 + pick(w, most), i = 0; i < n; i++)
		strbuf_addf(&w->b, "%s%s", i ? " " : "",
		            pick(w, 4) == 3 ? "{{ value(\"m0\", \"b0\") }}"
		                            : words[pick(w, sizeof words / sizeof *words)]);
	strbuf_add(&w->b, "'\n");
}

static void add_numbers(struct writer *w)
{
	for (unsigned n = 1 + pick(w, 6); n > 0; n--) {
		strbuf_addf(&w->b, "- value: '{{ value(\"m%u\", \"b%u\") }}'\n", pick(w, 3), pick(w, 2));
		add_key(w, "  ", "words", 8);
	}
}

static void add_advice(struct writer *w)
{
	for (unsigned n = 1 + pick(w, 4); n > 0; n--) {
		unsigned model = pick(w, 3);
		strbuf_addf(&w->b, "- model: m%u\n  claim: value(\"m%u\", \"b%u\") > %u\n", model, model, pick(w, 2),
		            pick(w, 50));
		add_key(w, "  ", "use", 5);
		add_key(w, "  ", "because", 30);
		if (pick(w, 2))
			add_key(w, "  ", "unless", 9);
	}
}

static void add_matrix(struct writer *w)
{
	strbuf_addf(&w->b, "models: [m0, m%u]\nleads: rank(model, benchmark) == 1\n", 1 + pick(w, 4));
	strbuf_addf(&w->b, "close: best(benchmark) - value(model, benchmark) < %u\nrows:\n", pick(w, 40));
	for (unsigned n = 1 + pick(w, 9); n > 0; n--) {
		strbuf_addf(&w->b, "- benchmark: b%u\n", pick(w, 2));
		add_key(w, "  ", "use", 5);
	}
	if (pick(w, 2))
		add_key(w, "", "note", 20);
}

static void add_events(struct writer *w)
{
	for (unsigned n = 1 + pick(w, 9); n > 0; n--) {
		strbuf_addf(&w->b, "- date: '{{ say(\"20%u-%02u\") }}'\n", 10 + pick(w, 80), 1 + pick(w, 13));
		add_key(w, "  ", "text", 30);
	}
}

static void add_steps(struct writer *w)
{
	for (unsigned n = 1 + pick(w, 9); n > 0; n--) {
		strbuf_add(&w->b, "-\n");
		add_key(w, "  ", "do", 3);
		add_key(w, "  ", "text", 30);
	}
}

static void add_statement(struct writer *w)
{
	static const char *const kinds[] = { "numbers", "recommend", "matrix", "compare", "events", "steps", "toc" };
	unsigned kind = pick(w, 7);
	strbuf_addf(&w->b, "```%s\n", kinds[kind]);
	if (kind == 0)
		add_numbers(w);
	else if (kind == 1)
		add_advice(w);
	else if (kind == 2)
		add_matrix(w);
	else if (kind == 3)
		strbuf_addf(&w->b, "models: [m0, m%u]\n%s", 1 + pick(w, 3), pick(w, 2) ? "benchmarks: [b0, b1]\n" : "");
	else if (kind == 4)
		add_events(w);
	else if (kind == 5)
		add_steps(w);
	strbuf_add(&w->b, "```\n\n");
}

static void add_block(struct writer *w)
{
	static const char *const made[] = {
		"findings", "specs", "sources", "conflicts", "method", "claims", "changes"
	};
	unsigned kind = pick(w, 11);
	if (kind == 10) {
		add_statement(w);
		return;
	}
	if (kind == 2 || kind == 3) {
		add_chart(w);
		return;
	}
	if (kind == 4) {
		add_table(w);
		return;
	}
	if (kind == 5) {
		add_list(w);
		return;
	}
	if (kind == 6) {
		strbuf_addf(&w->b, "```%s\n```\n\n", made[pick(w, 7)]);
		return;
	}
	if (kind == 7) {
		strbuf_addf(&w->b, "![A picture](%s)\n\n", pick(w, 32) == 31 ? "../elsewhere.png" : w->picture);
		return;
	}
	strbuf_add(&w->b, kind == 1 ? "# " : kind == 8 ? "> " : kind == 9 ? "```note\n" : "");
	w->plain = kind == 9;
	add_text(w, kind == 1 ? 6 : 60);
	w->plain = false;
	strbuf_add(&w->b, kind == 9 ? ".\n```\n\n" : "\n\n");
	if (kind == 1) { /* something must follow a heading */
		add_text(w, 20);
		strbuf_add(&w->b, "\n\n");
	}
}

char *grammar_briefing(struct arena *arena, struct choices *choices, const char *data, const char *picture)
{
	static const char *const pages[] = { "A4", "Letter", "16:9", "A4 landscape" };
	static const char *const looks[] = { "editorial", "board", "boardroom", "editorial-dark" };
	struct writer w = { .choices = choices, .b = strbuf_new(arena), .picture = picture };
	strbuf_addf(&w.b, "---\ntitle: A briefing\ndata: %s\nunbound: warn\npage: %s\nlook: %s\nlang: %s\n", data,
	            pages[pick(&w, 4)], looks[pick(&w, 4)], pick(&w, 3) == 2 ? "de" : "en");
	static const char *const covers[] = {
		"", "", "cover: true\n", "cover: band\n", "class: memo\nto: The board\n", "class: one-pager\n"
	};
	unsigned cover = pick(&w, 6);
	strbuf_add(&w.b, covers[cover]);
	if (pick(&w, 3) == 2 && cover < 5)
		strbuf_add(&w.b, "contents: true\n");
	if (pick(&w, 3) == 2)
		strbuf_addf(&w.b, "columns: %u\n", 1 + pick(&w, 2));
	if (pick(&w, 2))
		strbuf_addf(&w.b, "focus: m%u\n", pick(&w, 3));
	strbuf_add(&w.b, "---\n# One\n\nThe first words.\n\n");
	for (unsigned n = pick(&w, 12); n > 0; n--)
		add_block(&w);
	for (unsigned i = 0; i < w.notes; i++)
		strbuf_addf(&w.b, "[^n%u]: A note.\n\n", i);
	return w.b.s;
}
