#include "brief/answer.h"

#include "base/arena.h"

#include <string.h>

/* "Muse Spark on GPQA Diamond: 89.5% (Muse Spark model page); …": what a verdict rests on. */
static const char *evidence_of(struct arena *arena, const struct fact *fact)
{
	struct strbuf b = strbuf_new(arena);
	for (size_t i = 0; i < fact->n_uses && i < 6; i++) {
		const struct fact_use *use = &fact->uses[i];
		const struct source *source = use->chosen->source;
		strbuf_addf(&b, "%s%s on %s is %s%s%s%s", i ? "; " : "", variant_full_name(arena, use->variant),
		            use->benchmark->name, use->printed, source ? " (" : "", source ? source->title : "",
		            source ? ")" : "");
	}
	return b.s;
}

/* The condition of claim("the sentence", condition), or any other expression as it is; on one line. */
static const char *condition_of(struct arena *arena, const char *expression, const char *text)
{
	char *line = arena_strdup(arena, expression), *end = line + strlen(line);
	for (char *p = line; *p; p++)
		*p = *p == '\n' || *p == '\t' ? ' ' : *p;
	char *at = strstr(line, text);
	if (!str_starts(line, "claim(") || !at || at - line > 11 || end[-1] != ')')
		return line;
	end[-1] = '\0';
	at += strlen(text);
	return at + strspn(at, "\"' ,");
}

static void keep_claim(struct reading *r, const char *text, const char *expression, struct place place, bool holds,
                       const struct fact *fact)
{
	reading_keep_claim(r, (struct briefing_claim){ place, text, expression, holds, *fact });
	if (holds)
		return;
	const char *evidence = evidence_of(r->arena, fact);
	const char *remedy = r->options->draft ? "correct the sentence before it is printed"
	                                       : "correct the sentence, or mark it with --draft";
	diag_add(r->diags, r->options->draft ? DIAG_WARNING : DIAG_ERROR, place,
	         *evidence ? arena_printf(r->arena, "%s; %s", evidence, remedy) : remedy,
	         "the claim \"%s\" does not hold: %s", text, condition_of(r->arena, expression, text));
}

static struct answer answer_of(struct reading *r, const char *expression, struct place place)
{
	struct answer answer = { .printed = "" };
	struct fact fact;
	if (!facts_eval(r->facts, r->arena, expression, place, &fact, r->diags))
		return answer;
	if (fact.kind == FACT_TRUTH) {
		diag_add(r->diags, DIAG_ERROR, place, "write claim(\"the sentence\", condition)",
		         "a condition cannot be printed");
		return answer;
	}
	for (size_t i = 0; i < fact.n_claims; i++) {
		keep_claim(r, fact.claims[i].text, expression, place, fact.claims[i].holds, &fact);
		answer.doubted |= !fact.claims[i].holds;
	}
	answer.printed = fact.printed;
	reading_keep_value(r, (struct briefing_value){ place, expression, fact.printed, fact });
	return answer;
}

/* The answer to a hole of the source, asked once. */
static const struct answer *hole_answer(struct reading *r, size_t hole)
{
	struct answer *answer = &r->answers[hole];
	if (!answer->known) {
		*answer = answer_of(r, r->source->holes[hole].expression, r->source->holes[hole].place);
		answer->known = true;
	}
	return answer;
}

void answer_add(struct reading *r, struct rich_builder *b, const char *text)
{
	const char *from = text;
	for (const char *p = text; *p;) {
		const char *at = p;
		uint32_t rune = utf8_next(&p);
		if (rune < SOURCE_HOLE_FIRST)
			continue;
		rich_addn(b, from, (size_t)(at - from));
		const struct answer *answer = hole_answer(r, rune - SOURCE_HOLE_FIRST);
		size_t start = b->text.n;
		rich_add(b, answer->printed);
		if (answer->doubted)
			rich_doubt(b, start);
		from = p;
	}
	rich_add(b, from);
}

bool answer_claim(struct reading *r, const char *text, const char *expression, struct place place)
{
	struct fact fact;
	if (!facts_eval(r->facts, r->arena, expression, place, &fact, r->diags))
		return true; /* already reported */
	if (fact.kind != FACT_TRUTH) {
		diag_add(r->diags, DIAG_ERROR, place, "compare: rank(\"model\", \"benchmark\") == 1",
		         "a claim must be a condition");
		return true;
	}
	keep_claim(r, text, expression, place, fact.truth, &fact);
	return fact.truth;
}

const char *answer_text(struct reading *r, const char *text, struct place place, bool *doubted)
{
	struct strbuf out = strbuf_new(r->arena);
	const char *limit = text;
	enum source_open open;
	while (*text) {
		if (text[0] != '{' || text[1] != '{') {
			strbuf_addn(&out, text++, 1);
			continue;
		}
		if (text >= limit)
			limit = source_paragraph_end(text);
		const char *end = source_hole_end(text + 2, limit, &open);
		if (!end) {
			diag_add(r->diags, DIAG_ERROR, place, source_open_hint(open), "%s", source_open_message(open));
			return out.s;
		}
		const char *from = text + 2 + strspn(text + 2, " \t\n");
		const char *expression = arena_strndup(r->arena, from, (size_t)(end - from));
		place = source_find(r->source, place, expression);
		struct answer answer = answer_of(r, expression, place);
		strbuf_add(&out, answer.printed);
		*doubted |= answer.doubted;
		text = end + 2;
	}
	return out.s;
}
