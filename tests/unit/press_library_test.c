/* The C library's sessions: what calls leave and for how long, wrong use, memory that runs out, and many at the same
 * time. The library as it is installed is tested by tests/library.sh. */
#define _XOPEN_SOURCE 700

#include "base/str.h"
#include "press/benchbrief_parts.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const surroundings[] = { "looks=styles", "program=build/benchbrief", NULL };
static const char *const data[] = { "data/muse-spark/dataset.yaml", NULL };

static struct benchbrief *open_session(void)
{
	struct benchbrief *session = benchbrief_open(surroundings);
	assert_non_null(session);
	return session;
}

static struct benchbrief *open_loaded(void)
{
	struct benchbrief *session = open_session();
	assert_int_equal(benchbrief_load(session, data, NULL), BENCHBRIEF_DONE);
	return session;
}

static const char *first_message(const struct benchbrief *session)
{
	const struct benchbrief_finding *finding = benchbrief_finding_at(session, 0);
	return finding ? finding->message : "";
}

/* ---- answers ---- */

static void answers_have_kinds_and_evidence(void **state)
{
	(void)state;
	struct benchbrief *session = open_loaded();
	const struct benchbrief_answer *answer;
	assert_int_equal(benchbrief_ask(session, "value(\"muse-spark\", \"intelligence-index\")", &answer),
	                 BENCHBRIEF_DONE);
	assert_int_equal(answer->kind, BENCHBRIEF_NUMBER);
	assert_true(answer->number == 52);
	assert_string_equal(answer->printed, "52\u00a0points");
	assert_int_equal(answer->n_values, 1);
	assert_string_equal(answer->values[0].model, "muse-spark");
	assert_string_equal(answer->values[0].benchmark, "intelligence-index");
	assert_non_null(answer->values[0].source);
	assert_int_equal(benchbrief_ask(session, "leader(\"index-tokens\")", &answer), BENCHBRIEF_DONE);
	assert_int_equal(answer->kind, BENCHBRIEF_TEXT);
	assert_int_equal(benchbrief_ask(session, "rank(\"muse-spark\", \"intelligence-index\") == 4", &answer),
	                 BENCHBRIEF_DONE);
	assert_int_equal(answer->kind, BENCHBRIEF_TRUTH);
	assert_true(answer->truth);
	assert_string_equal(answer->printed, "true");
	assert_null(benchbrief_report(session));
	assert_null(benchbrief_file_at(session, 0));
	benchbrief_close(session);
}

static void answers_speak_the_language_of_the_load(void **state)
{
	(void)state;
	struct benchbrief *session = open_session();
	const struct benchbrief_answer *answer;
	static const char *const german[] = { "lang=de", NULL };
	assert_int_equal(benchbrief_load(session, data, german), BENCHBRIEF_DONE);
	assert_int_equal(benchbrief_ask(session, "value(\"muse-spark\", \"intelligence-index\")", &answer),
	                 BENCHBRIEF_DONE);
	assert_string_equal(answer->printed, "52\u00a0Punkte");
	benchbrief_close(session);
}

static void any_number_of_questions_can_be_asked(void **state)
{
	enum { QUESTIONS = 300 };
	(void)state;
	struct benchbrief *session = open_loaded();
	const struct benchbrief_answer *answer;
	size_t held = 0;
	for (int i = 0; i < QUESTIONS; i++) {
		assert_int_equal(benchbrief_ask(session, "rank(\"muse-spark\", \"intelligence-index\")", &answer),
		                 BENCHBRIEF_DONE);
		held = i ? held : session->edge.held;
		assert_int_equal(session->edge.held, held);
	}
	benchbrief_close(session);
}

/* ---- wrong use and wrong input ---- */

static void misuse_is_told(void **state)
{
	static const char *const wrong[] = { "pge=A4", NULL }, *const twice[] = { "look=board", "look=editorial",
		                                                                  NULL };
	static const char *const large[] = { "scale=9", NULL }, *const none[] = { NULL };
	static const char *const unseen[] = { "title=a\xff", NULL };
	(void)state;
	struct benchbrief *session = open_session();
	const struct benchbrief_answer *answer;
	assert_int_equal(benchbrief_ask(session, "1", &answer), BENCHBRIEF_MISUSED);
	assert_null(answer);
	assert_string_equal(first_message(session), "no data are loaded");
	assert_int_equal(benchbrief_chart(session, "bars", NULL), BENCHBRIEF_MISUSED);
	assert_int_equal(benchbrief_load(session, none, NULL), BENCHBRIEF_MISUSED);
	assert_int_equal(benchbrief_render(session, "x.md", wrong), BENCHBRIEF_MISUSED);
	assert_string_equal(benchbrief_finding_at(session, 0)->hint, "did you mean \"page\"?");
	assert_int_equal(benchbrief_render(session, "x.md", twice), BENCHBRIEF_MISUSED);
	assert_int_equal(benchbrief_render(session, "x.md", large), BENCHBRIEF_MISUSED);
	assert_int_equal(benchbrief_load(session, data, NULL), BENCHBRIEF_DONE);
	assert_int_equal(benchbrief_ask(session, "\"\xff\"", &answer), BENCHBRIEF_MISUSED);
	assert_int_equal(benchbrief_render(session, "x\u202e.md", NULL), BENCHBRIEF_MISUSED);
	assert_int_equal(benchbrief_chart(session, "bars", unseen), BENCHBRIEF_MISUSED);
	assert_int_equal(benchbrief_chart(session, "brs", NULL), BENCHBRIEF_MISUSED);
	assert_string_equal(first_message(session), "there is no chart kind \"brs\"");
	assert_null(benchbrief_report(session));
	benchbrief_close(session);
}

static void a_session_that_was_opened_wrongly_says_so_each_time(void **state)
{
	static const char *const wrong[] = { "prefiks=/usr", NULL };
	(void)state;
	struct benchbrief *session = benchbrief_open(wrong);
	assert_non_null(session);
	for (int i = 0; i < 2; i++) {
		assert_int_equal(benchbrief_load(session, data, NULL), BENCHBRIEF_MISUSED);
		assert_string_equal(first_message(session), "there is no option \"prefiks\"");
	}
	benchbrief_close(session);
	benchbrief_close(NULL);
}

static void wrong_input_is_told_with_its_place(void **state)
{
	static const char *const nowhere[] = { "no/such.yaml", NULL };
	(void)state;
	struct benchbrief *session = open_loaded();
	const struct benchbrief_answer *answer;
	assert_int_equal(benchbrief_ask(session, "1 + valeu(\"a\")", &answer), BENCHBRIEF_WRONG);
	assert_int_equal(benchbrief_finding_at(session, 0)->severity, BENCHBRIEF_ERROR);
	assert_int_equal(benchbrief_finding_at(session, 0)->line, 1);
	assert_int_equal(benchbrief_finding_at(session, 0)->column, 5);
	assert_int_equal(benchbrief_load(session, nowhere, NULL), BENCHBRIEF_WRONG);
	assert_string_equal(benchbrief_finding_at(session, 0)->file, "no/such.yaml");
	assert_int_equal(benchbrief_ask(session, "1", &answer), BENCHBRIEF_MISUSED); /* what was loaded is gone */
	benchbrief_close(session);
}

/* ---- files ---- */

static void nothing_points_to_what_the_caller_gave(void **state)
{
	(void)state;
	struct benchbrief *session = open_session();
	char path[] = "data/muse-spark/dataset.yaml", option[] = "benchmark=intelligence-index", kind[] = "bars";
	const char *const paths[] = { path, NULL }, *const options[] = { option, NULL };
	assert_int_equal(benchbrief_load(session, paths, NULL), BENCHBRIEF_DONE);
	memset(path, 'x', sizeof path - 1);
	assert_int_equal(benchbrief_chart(session, kind, options), BENCHBRIEF_DONE);
	memset(option, 'x', sizeof option - 1);
	memset(kind, 'x', sizeof kind - 1);
	const struct benchbrief_file *file = benchbrief_file_at(session, 0);
	assert_string_equal(file->name, "bars.png");
	assert_string_equal(file->media_type, "image/png");
	assert_memory_equal(file->bytes, "\x89PNG", 4);
	assert_null(benchbrief_file_at(session, 1));
	const char *report = benchbrief_report(session);
	assert_non_null(strstr(report, "data/muse-spark/dataset.yaml"));
	benchbrief_close(session);
}

/* ---- memory ---- */

static void memory_that_runs_out_ends_the_call_alone(void **state)
{
	enum { TRIES = 40, STEP = 37 };
	(void)state;
	struct benchbrief *session = open_loaded();
	const struct benchbrief_answer *answer;
	size_t failures = 0;
	for (size_t i = 1; i < TRIES * STEP; i += STEP) {
		session->edge.fail = session->edge.count + i;
		enum benchbrief_status status =
			benchbrief_ask(session, "rank(\"muse-spark\", \"intelligence-index\")", &answer);
		session->edge.fail = 0;
		failures += status == BENCHBRIEF_FAILED;
		if (status == BENCHBRIEF_FAILED)
			assert_string_equal(first_message(session), "out of memory");
		assert_int_equal(benchbrief_ask(session, "1 + 1", &answer), BENCHBRIEF_DONE);
	}
	assert_true(failures > 0);
	benchbrief_close(session);
}

static void a_limit_of_memory_holds(void **state)
{
	static const char *const little[] = { "looks=styles", "memory=300000", NULL };
	(void)state;
	struct benchbrief *session = benchbrief_open(little);
	const struct benchbrief_answer *answer;
	assert_non_null(session);
	assert_int_equal(benchbrief_load(session, data, NULL), BENCHBRIEF_FAILED);
	assert_int_equal(benchbrief_finding_at(session, 0)->severity, BENCHBRIEF_FAILURE);
	assert_int_equal(benchbrief_ask(session, "1", &answer), BENCHBRIEF_MISUSED);
	benchbrief_close(session);
}

/* ---- threads ---- */

struct runner {
	pthread_t thread;
	unsigned long long drawn; /* a hash of the chart */
};

static void *run_session(void *closure)
{
	static const char *const options[] = { "benchmark=intelligence-index", "format=svg", NULL };
	struct runner *runner = closure;
	struct benchbrief *session = benchbrief_open(surroundings);
	const struct benchbrief_answer *answer;
	if (session && !benchbrief_load(session, data, NULL) &&
	    !benchbrief_ask(session, "count(\"models\")", &answer) &&
	    !benchbrief_chart(session, "leaderboard", options)) {
		const struct benchbrief_file *file = benchbrief_file_at(session, 0);
		runner->drawn = str_hash(file->bytes, file->size);
	}
	benchbrief_close(session);
	return NULL;
}

static void sessions_work_at_the_same_time(void **state)
{
	enum { RUNNERS = 4 };
	struct runner runners[RUNNERS] = { 0 };
	(void)state;
	for (int i = 0; i < RUNNERS; i++)
		assert_int_equal(pthread_create(&runners[i].thread, NULL, run_session, &runners[i]), 0);
	for (int i = 0; i < RUNNERS; i++) {
		pthread_join(runners[i].thread, NULL);
		assert_true(runners[i].drawn && runners[i].drawn == runners[0].drawn);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sessions_work_at_the_same_time), /* first: nothing of the process is prepared */
		cmocka_unit_test(answers_have_kinds_and_evidence),
		cmocka_unit_test(answers_speak_the_language_of_the_load),
		cmocka_unit_test(any_number_of_questions_can_be_asked),
		cmocka_unit_test(misuse_is_told),
		cmocka_unit_test(a_session_that_was_opened_wrongly_says_so_each_time),
		cmocka_unit_test(wrong_input_is_told_with_its_place),
		cmocka_unit_test(nothing_points_to_what_the_caller_gave),
		cmocka_unit_test(memory_that_runs_out_ends_the_call_alone),
		cmocka_unit_test(a_limit_of_memory_holds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
