/* chart.c: asks data a question and draws a chart of them, in memory.
 *
 *   cc chart.c $(pkg-config --cflags --libs benchbrief) -o chart
 *   ./chart dataset.yaml healthbench-hard chart.png
 *
 * A second argument list of the session: where benchbrief was installed, if that is not where it was built for. */
#include <benchbrief.h>

#include <stdio.h>
#include <stdlib.h>

static void print_findings(const struct benchbrief *session)
{
	static const char *const words[] = { "note", "warning", "error", "failure" };
	const struct benchbrief_finding *f;
	for (size_t i = 0; (f = benchbrief_finding_at(session, i)) != NULL; i++)
		fprintf(stderr, "%s:%d:%d: %s: %s\n", f->file ? f->file : "-", f->line, f->column, words[f->severity],
		        f->message);
}

static enum benchbrief_status ask(struct benchbrief *session, const char *benchmark)
{
	char expression[256];
	const struct benchbrief_answer *answer;
	snprintf(expression, sizeof expression, "leader(\"%s\")", benchmark);
	enum benchbrief_status status = benchbrief_ask(session, expression, &answer);
	if (status != BENCHBRIEF_DONE)
		return status;
	printf("%s leads, which rests on\n", answer->printed);
	for (size_t i = 0; i < answer->n_values; i++)
		printf("  %s: %s, says %s\n", answer->values[i].model, answer->values[i].printed,
		       answer->values[i].source ? answer->values[i].source : "nobody");
	return status;
}

static enum benchbrief_status draw(struct benchbrief *session, const char *benchmark, const char *path)
{
	char option[256];
	snprintf(option, sizeof option, "benchmark=%s", benchmark);
	const char *const options[] = { option, "format=png", NULL };
	enum benchbrief_status status = benchbrief_chart(session, "leaderboard", options);
	if (status != BENCHBRIEF_DONE)
		return status;
	const struct benchbrief_file *file = benchbrief_file_at(session, 0);
	FILE *out = fopen(path, "wb");
	if (!out || fwrite(file->bytes, 1, file->size, out) != file->size || fclose(out) != 0)
		return BENCHBRIEF_FAILED;
	printf("%s: %zu bytes of %s\n", path, file->size, file->media_type);
	return status;
}

int main(int argc, char **argv)
{
	if (argc < 4) {
		fprintf(stderr, "usage: chart DATA BENCHMARK FILE.png [prefix=FOLDER]\n");
		return BENCHBRIEF_MISUSED;
	}
	const char *const options[] = { argv[4], NULL }, *const paths[] = { argv[1], NULL };
	struct benchbrief *session = benchbrief_open(options);
	if (!session)
		return BENCHBRIEF_FAILED;
	enum benchbrief_status status = benchbrief_load(session, paths, NULL);
	if (status == BENCHBRIEF_DONE)
		status = ask(session, argv[2]);
	if (status == BENCHBRIEF_DONE)
		status = draw(session, argv[2], argv[3]);
	print_findings(session);
	benchbrief_close(session);
	return (int)status;
}
