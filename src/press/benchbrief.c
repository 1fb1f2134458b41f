/* The C library: sessions, calls, and what they leave. */
#include "press/benchbrief_parts.h"

#include "chart/kind.h"
#include "data/load.h"
#include "facts/facts.h"
#include "paint/painter.h"
#include "press/report.h"
#include "words/about.h"
#include "words/direction.h"

#include <stdlib.h>

static const struct benchbrief_finding no_memory = { .severity = BENCHBRIEF_FAILURE,
	                                             .message = "out of memory",
	                                             .hint = "give it more memory, or split the work" };

const char *benchbrief_version(void)
{
	return BENCHBRIEF_VERSION;
}

/* ---- a call ---- */

/* What is asked of a call, and what is worked out of it on the way to the press. */
struct asked {
	struct benchbrief *s;
	const char *what; /* a path, a kind, an expression */
	const char *const *paths, *const *options;
	struct press_briefing briefing;
	struct press_chart chart;
	const char *report;
};

static void leave_nothing(struct benchbrief *s)
{
	s->result = NULL;
	s->drew = false;
	s->n_findings = s->n_files = 0;
}

static bool exhausted(struct benchbrief *s)
{
	leave_nothing(s);
	s->findings = &no_memory;
	s->n_findings = 1;
	s->status = BENCHBRIEF_FAILED;
	return false;
}

/* False if memory ran out in it, which is then all that the call says. */
static bool within_edge(struct asked *asked, void (*act)(void *asked))
{
	return arena_edge_run(&asked->s->edge, act, asked) || exhausted(asked->s);
}

static void prepare(void *closure)
{
	struct asked *asked = closure;
	asked->s->diags = diags_new(asked->s->call);
	if (asked->what) /* what is left of the call speaks of it when the caller may have given it back */
		asked->what = arena_strdup(asked->s->call, asked->what);
}

/* False where there is nothing more to do. */
static bool begin(struct asked *asked)
{
	struct benchbrief *s = asked->s;
	if (s->misopened)
		return false;
	leave_nothing(s);
	arena_free(s->call);
	s->call = arena_new_on(&s->edge);
	s->status = BENCHBRIEF_DONE;
	return s->call ? within_edge(asked, prepare) : exhausted(s);
}

static enum benchbrief_severity severity_of(enum diag_severity severity)
{
	switch (severity) {
	case DIAG_NOTE:
		return BENCHBRIEF_NOTE;
	case DIAG_WARNING:
		return BENCHBRIEF_WARNING;
	case DIAG_ERROR:
		return BENCHBRIEF_ERROR;
	case DIAG_FAILURE:
		return BENCHBRIEF_FAILURE;
	}
	return BENCHBRIEF_FAILURE;
}

static void keep_findings(struct benchbrief *s)
{
	const struct diag *d;
	size_t n = 0;
	while (diags_at(s->diags, n))
		n++;
	struct benchbrief_finding *all = arena_alloc(s->call, n + 1, sizeof *all);
	for (size_t i = 0; (d = diags_at(s->diags, i)); i++)
		all[i] = (struct benchbrief_finding){ severity_of(d->severity),     d->place.file, d->place.line,
			                              place_column_shown(d->place), d->message,    d->hint };
	s->findings = all;
	s->n_findings = n;
}

static void keep_files(struct benchbrief *s)
{
	const struct press_result *r = s->result;
	struct benchbrief_file *all = arena_alloc(s->call, r->n_files + 1, sizeof *all);
	for (size_t i = 0; i < r->n_files; i++)
		all[i] = (struct benchbrief_file){ r->files[i].name, painter_media_type(r->files[i].name),
			                           r->files[i].bytes.data, r->files[i].bytes.size };
	s->files = all;
	s->n_files = r->n_files;
}

static enum benchbrief_status status_of(enum press_status status)
{
	switch (status) {
	case PRESS_DONE:
		return BENCHBRIEF_DONE;
	case PRESS_WRONG:
		return BENCHBRIEF_WRONG;
	case PRESS_FAILED:
	case PRESS_NO_MEMORY:
		return BENCHBRIEF_FAILED;
	}
	return BENCHBRIEF_FAILED;
}

static enum press_status judged(const struct diags *diags)
{
	return diags_count(diags, DIAG_FAILURE) ? PRESS_FAILED : diags_ok(diags) ? PRESS_DONE : PRESS_WRONG;
}

static void keep(void *closure)
{
	const struct asked *asked = closure;
	struct benchbrief *s = asked->s;
	if (s->result) {
		diags_append(s->diags, s->result->diags);
		keep_files(s);
		s->status = status_of(s->result->status);
		s->result = s->status == BENCHBRIEF_DONE ? s->result : NULL;
	} else if (s->status == BENCHBRIEF_DONE) {
		s->status = status_of(judged(s->diags));
	}
	keep_findings(s);
}

static enum benchbrief_status end(struct asked *asked)
{
	within_edge(asked, keep);
	return asked->s->status;
}

/* ---- the session ---- */

static void open_world(void *closure)
{
	struct asked *asked = closure;
	struct benchbrief *s = asked->s;
	s->diags = diags_new(s->own);
	s->misopened = !benchbrief_take_surroundings(s, asked->options);
	s->call = s->own; /* for what is kept of a misuse */
	if (s->misopened)
		keep_findings(s);
	s->call = NULL;
}

struct benchbrief *benchbrief_open(const char *const *options)
{
	struct benchbrief *s = calloc(1, sizeof *s);
	if (!s)
		return NULL;
	struct asked asked = { .s = s, .options = options };
	s->own = arena_new_on(&s->edge);
	if (s->own && within_edge(&asked, open_world)) {
		s->press = press_open(&s->world);
		if (s->press)
			return s;
	}
	benchbrief_close(s);
	return NULL;
}

void benchbrief_close(struct benchbrief *session)
{
	if (!session)
		return;
	press_close(session->press);
	arena_free(session->call);
	arena_free(session->loaded);
	arena_free(session->own);
	free(session);
}

/* ---- data and answers ---- */

static void load(void *closure)
{
	const struct asked *asked = closure;
	struct benchbrief *s = asked->s;
	struct feed *feeds;
	size_t n;
	struct press_check how = { .data = NULL };
	if (!benchbrief_take_feeds(s, asked->paths, asked->options, &feeds, &n, &how))
		return;
	const struct direction_rules rules = {
		.against = words_against, .has_noun = words_has_noun, .say = words_say, .asked = how.better
	};
	s->inputs = inputs_new(s->loaded);
	inputs_allow(s->inputs, s->world.queries);
	inputs_read_as(s->inputs, how.from);
	s->dataset = dataset_load(s->loaded, s->inputs, INPUT_DATA, feeds, n, &rules, s->diags);
	if (s->dataset)
		s->language = language_about(s->loaded, s->language, s->dataset->nouns, s->dataset->n_nouns);
}

enum benchbrief_status benchbrief_load(struct benchbrief *session, const char *const *paths, const char *const *options)
{
	struct asked asked = { .s = session, .paths = paths, .options = options };
	if (!begin(&asked))
		return session->status;
	session->dataset = NULL;
	arena_free(session->loaded);
	session->loaded = arena_new_on(&session->edge);
	if (!session->loaded) {
		exhausted(session);
		return session->status;
	}
	if (!within_edge(&asked, load)) {
		session->dataset = NULL;
		return session->status;
	}
	return end(&asked);
}

static bool need_data(struct benchbrief *s)
{
	return s->dataset || benchbrief_misuse(s, "call benchbrief_load first", "no data are loaded");
}

static void keep_values(struct benchbrief *s, const struct fact *fact)
{
	struct benchbrief_value *values = arena_alloc(s->call, fact->n_uses + 1, sizeof *values);
	for (size_t i = 0; i < fact->n_uses; i++) {
		const struct fact_use *use = &fact->uses[i];
		values[i] =
			(struct benchbrief_value){ variant_ref(s->call, use->variant), use->benchmark->id, use->printed,
			                           use->chosen->source ? use->chosen->source->id : NULL };
	}
	s->answer.values = values;
	s->answer.n_values = fact->n_uses;
}

static void keep_answer(struct benchbrief *s, const struct fact *fact)
{
	s->answer = (struct benchbrief_answer){ .printed = fact->printed };
	switch (fact->kind) {
	case FACT_NUMBER:
		s->answer.kind = BENCHBRIEF_NUMBER;
		s->answer.number = fact->number;
		break;
	case FACT_TEXT:
		s->answer.kind = BENCHBRIEF_TEXT;
		break;
	case FACT_TRUTH:
		s->answer.kind = BENCHBRIEF_TRUTH;
		s->answer.truth = fact->truth;
		s->answer.printed = fact->truth ? "true" : "false";
		break;
	}
	keep_values(s, fact);
}

/* A machine for each question: all of them together would use up what one document may take. */
static void ask(void *closure)
{
	const struct asked *asked = closure;
	struct benchbrief *s = asked->s;
	struct fact fact;
	if (!need_data(s))
		return;
	if (!benchbrief_need_text(s, asked->what))
		return;
	struct facts *facts = facts_open(s->call, s->dataset, s->language);
	if (facts_eval(facts, s->call, asked->what, (struct place){ .line = 1, .column = 1 }, &fact, s->diags))
		keep_answer(s, &fact);
}

enum benchbrief_status benchbrief_ask(struct benchbrief *session, const char *expression,
                                      const struct benchbrief_answer **answer)
{
	struct asked asked = { .s = session, .what = expression };
	*answer = NULL;
	if (!begin(&asked) || !within_edge(&asked, ask))
		return session->status;
	enum benchbrief_status status = end(&asked);
	*answer = status == BENCHBRIEF_DONE ? &session->answer : NULL;
	return status;
}

/* ---- files ---- */

static void take_briefing(void *closure)
{
	struct asked *asked = closure;
	asked->briefing.path = asked->what;
	if (benchbrief_need_text(asked->s, asked->what))
		benchbrief_take_briefing(asked->s, asked->options, &asked->briefing);
}

enum benchbrief_status benchbrief_render(struct benchbrief *session, const char *path, const char *const *options)
{
	struct asked asked = { .s = session, .what = path, .options = options };
	if (!begin(&asked) || !within_edge(&asked, take_briefing))
		return session->status;
	if (session->status == BENCHBRIEF_DONE)
		session->result = press_make_briefing(session->press, &asked.briefing);
	return end(&asked);
}

static void take_chart(void *closure)
{
	struct asked *asked = closure;
	struct benchbrief *s = asked->s;
	if (!need_data(s) || !benchbrief_need_text(s, asked->what) ||
	    !benchbrief_take_chart(s, asked->what, asked->options, &asked->chart))
		return;
	asked->chart.dataset = s->dataset;
	asked->chart.inputs = s->inputs;
}

enum benchbrief_status benchbrief_chart(struct benchbrief *session, const char *kind, const char *const *options)
{
	struct asked asked = { .s = session, .what = kind, .options = options };
	if (!begin(&asked) || !within_edge(&asked, take_chart))
		return session->status;
	if (session->status == BENCHBRIEF_DONE) {
		session->result = press_make_chart(session->press, &asked.chart);
		session->drew = true;
	}
	return end(&asked);
}

const struct benchbrief_file *benchbrief_file_at(const struct benchbrief *session, size_t i)
{
	return i < session->n_files ? &session->files[i] : NULL;
}

const struct benchbrief_finding *benchbrief_finding_at(const struct benchbrief *session, size_t i)
{
	return i < session->n_findings ? &session->findings[i] : NULL;
}

static void write_report(void *closure)
{
	struct asked *asked = closure;
	struct benchbrief *s = asked->s;
	const struct press_result *r = s->result;
	const char **names = arena_alloc(s->call, r->n_files + 1, sizeof *names);
	for (size_t i = 0; i < r->n_files; i++)
		names[i] = r->files[i].name;
	if (s->drew) {
		struct report *report = report_new(s->call);
		report_chart(report, r, names[0]);
		asked->report = report_charts(report, BENCHBRIEF_VERSION);
	} else {
		asked->report = report_briefing(s->call, r, names, BENCHBRIEF_VERSION);
	}
}

const char *benchbrief_report(struct benchbrief *session)
{
	struct asked asked = { .s = session };
	if (!session->result)
		return NULL;
	/* What the call left stays, whatever becomes of the report. */
	return arena_edge_run(&session->edge, write_report, &asked) ? asked.report : NULL;
}
