#include "brief/answer.h"

#include "base/arena.h"
#include "base/rtl.h"
#include "brief/binding.h"

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

/* The condition of claim("the sentence", condition), or any other expression as it is; on one line. claim: NULL if it
 * is none. */
static const char *condition_of(struct arena *arena, const char *expression, const struct fact_claim *claim)
{
	char *line = arena_strdup(arena, expression), *end = line + strlen(line);
	for (char *p = line; *p; p++)
		*p = *p == '\n' || *p == '\t' ? ' ' : *p;
	if (!claim || !str_starts(line, "claim(") || end[-1] != ')')
		return line;
	end[-1] = '\0';
	return line + claim->condition;
}

/* which: of the fact's claims, or TRIALS_WHOLE. */
static void keep_claim(struct reading *r, const char *text, size_t which, const char *expression, struct place place,
                       bool holds, const struct fact *fact)
{
	const struct briefing_claim claim = { place, text, expression, which, holds, *fact };
	const struct margin margin = briefing_claim_margin(&claim);
	reading_keep_claim(r, claim);
	if (holds)
		return;
	const char *evidence = evidence_of(r->arena, fact);
	const char *remedy = r->options->draft ? "correct the sentence before it is printed"
	                                       : "correct the sentence, or mark it with --draft";
	diag_add(r->diags, r->options->draft ? DIAG_WARNING : DIAG_ERROR, place,
	         *evidence ? arena_printf(r->arena, "%s; %s", evidence, remedy) : remedy,
	         "the claim \"%s\" does not hold%s: %s", text, margin_words(r->arena, &language_english, &margin),
	         condition_of(r->arena, expression,
	                      which == TRIALS_WHOLE || fact->n_claims > 1 ? NULL : &fact->claims[which]));
}

/* A chart that leaves claims out says nothing that its own values would not say: the answer has to be the same. */
static bool is_shown(struct reading *r, const char *expression, struct place place, const struct fact *all)
{
	struct fact shown;
	struct fact_fault fault;
	if (!r->measured || !all->asked)
		return true;
	bool known = facts_try(r->measured, r->arena, expression, false, &shown, &fault);
	bool same = known && shown.kind == all->kind && shown.truth == all->truth &&
	            str_eq(shown.printed, all->printed) && shown.n_claims == all->n_claims;
	for (size_t i = 0; same && i < all->n_claims; i++)
		same = shown.claims[i].holds == all->claims[i].holds;
	if (!same)
		diag_add(r->diags, DIAG_ERROR, place, "say it in the text, or leave out \"claims: hide\"",
		         "this chart leaves self-reported values out, and %s is not the same without them", expression);
	return same;
}

static struct answer answer_of(struct reading *r, const char *expression, struct place place)
{
	struct answer answer = { .printed = "" };
	struct fact fact;
	if (!facts_eval(r->facts, r->arena, expression, place, &fact, r->diags))
		return answer;
	if (!is_shown(r, expression, place, &fact))
		return answer;
	if (fact.kind == FACT_TRUTH) {
		diag_add(r->diags, DIAG_ERROR, place, "write claim(\"the sentence\", condition)",
		         "a condition cannot be printed");
		return answer;
	}
	for (size_t i = 0; i < fact.n_claims; i++) {
		keep_claim(r, fact.claims[i].text, i, expression, place, fact.claims[i].holds, &fact);
		answer.doubted |= !fact.claims[i].holds;
	}
	answer.printed = fact.printed;
	binding_answer(r, &fact, expression, place);
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

/* An answer to a hole of this text. A number with a sign, or two, would be turned around by words that run from right
 * to left: among them it is isolated. */
static void add_printed(struct rich_builder *b, const char *text, const char *printed, struct place place)
{
	bool isolated = rtl_is_in(text) && !rtl_is_in(printed);
	if (isolated)
		rich_add(b, RTL_ISOLATE);
	size_t start = b->text.n;
	rich_add(b, printed);
	rich_answer(b, start, place);
	if (isolated)
		rich_add(b, RTL_ISOLATE_END);
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
		add_printed(b, text, answer->printed, r->source->holes[rune - SOURCE_HOLE_FIRST].place);
		if (answer->doubted)
			rich_doubt(b, start);
		from = p;
	}
	rich_add(b, from);
}

struct answer_condition answer_condition(struct reading *r, const char *expression, struct place place)
{
	struct answer_condition c = { .expression = expression, .place = place };
	if (!facts_eval(r->facts, r->arena, expression, place, &c.fact, r->diags) ||
	    !is_shown(r, expression, place, &c.fact))
		return c;
	c.known = c.fact.kind == FACT_TRUTH;
	if (!c.known)
		diag_add(r->diags, DIAG_ERROR, place, "compare: rank(\"model\", \"benchmark\") == 1",
		         "a claim must be a condition");
	return c;
}

bool answer_claim(struct reading *r, const char *text, const struct answer_condition *c)
{
	if (c->known)
		keep_claim(r, rtl_words(r->arena, text), TRIALS_WHOLE, c->expression, c->place, c->fact.truth,
		           &c->fact);
	return !c->known || c->fact.truth;
}

/* The text, with the ranges of its answers; false if it ends too early. */
static bool answer_all(struct reading *r, const char *text, struct place place, bool *doubted, struct rich_builder *out)
{
	const char *limit = text, *whole = text;
	enum source_open open;
	while (*text) {
		if (text[0] != '{' || text[1] != '{') {
			rich_addn(out, text++, 1);
			continue;
		}
		if (text >= limit)
			limit = source_paragraph_end(text);
		const char *end = source_hole_end(text + 2, limit, &open);
		if (!end) {
			diag_add(r->diags, DIAG_ERROR, place, source_open_hint(open), "%s", source_open_message(open));
			return false;
		}
		const char *from = text + 2 + strspn(text + 2, " \t\n");
		size_t n = (size_t)(end - from);
		while (n && strchr(" \t\n", from[n - 1]))
			n--;
		const char *expression = arena_strndup(r->arena, from, n);
		place = source_find(r->source, place, expression);
		struct answer answer = answer_of(r, expression, place);
		add_printed(out, whole, answer.printed, place);
		*doubted |= answer.doubted;
		text = end + 2;
	}
	return true;
}

struct rich_builder answer_title(struct reading *r, const char *text, struct place place,
                                 const struct answer_condition *claim, bool *doubted)
{
	struct rich_builder b = rich_new(r->arena);
	struct binding_text where = { .place = place };
	where.claimed = claim && claim->expression;
	where.claim = where.claimed && claim->known ? &claim->fact : NULL;
	if (answer_all(r, text, place, doubted, &b))
		binding_check_built(r, &b, where);
	return b;
}

const char *answer_text(struct reading *r, const char *text, struct place place, const struct answer_condition *claim,
                        bool *doubted)
{
	return answer_title(r, text, place, claim, doubted).text.s;
}
