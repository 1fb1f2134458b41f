/* benchbrief new DIR: a small dataset and a briefing of it, to be made into your own. */
#include "command/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

static const char dataset[] =
	"# What is known, and who says so. Where two sources disagree, both values are kept and one of them counts: "
	"see\n"
	"# benchbrief data.\n"
	"date: 2026-05-04\n"
	"sources:\n"
	"  - {id: open-bench, title: Results of May 2026, publisher: Open Bench, date: 2026-05-04, kind: leaderboard}\n"
	"  - {id: aster-blog, title: Introducing Aster 4, publisher: Aster Labs, date: 2026-04-28, kind: vendor}\n"
	"organisations:\n"
	"  - {id: aster-labs, name: Aster Labs}\n"
	"  - {id: borealis, name: Borealis}\n"
	"models:\n"
	"  - {id: aster-4, name: Aster 4, organisation: aster-labs, released: 2026-04-28}\n"
	"  - {id: aster-4-mini, name: Aster 4 Mini, organisation: aster-labs, released: 2026-04-28}\n"
	"  - {id: borealis-pro, name: Borealis Pro, organisation: borealis, released: 2026-02-11}\n"
	"benchmarks:\n"
	"  - {id: coding, name: Agentic Coding, unit: percent, range: [0, 100], better: higher}\n"
	"  - {id: science, name: Science Questions, unit: percent, range: [0, 100], better: higher}\n"
	"  - {id: tokens, name: Tokens per Task, unit: tokens, better: lower}\n"
	"measurements:\n"
	"  - {model: aster-4, benchmark: coding, value: 71.4%, ci: 1.6, source: open-bench, measured: third-party}\n"
	"  - {model: aster-4-mini, benchmark: coding, value: 58.9%, ci: 1.8, source: open-bench, measured: "
	"third-party}\n"
	"  - {model: borealis-pro, benchmark: coding, value: 65.2%, ci: 1.7, source: open-bench, measured: "
	"third-party}\n"
	"  - {model: aster-4, benchmark: coding, value: 74.0%, source: aster-blog, measured: first-party}  # the "
	"conflict\n"
	"  - {model: aster-4, benchmark: science, value: 84.1%, source: open-bench, measured: third-party}\n"
	"  - {model: aster-4-mini, benchmark: science, value: 76.3%, source: open-bench, measured: third-party}\n"
	"  - {model: borealis-pro, benchmark: science, value: 86.7%, source: open-bench, measured: third-party}\n"
	"  - {model: aster-4, benchmark: tokens, value: 48k, source: open-bench, measured: third-party}\n"
	"  - {model: aster-4-mini, benchmark: tokens, value: 21k, source: open-bench, measured: third-party}\n"
	"  - {model: borealis-pro, benchmark: tokens, value: 93k, source: open-bench, measured: third-party}\n"
	"claims:\n"
	"  - id: half-the-tokens\n"
	"    text: Aster 4 needs about half the tokens of Borealis Pro.\n"
	"    source: aster-blog\n"
	"    test: ratio(\"aster-4\", \"borealis-pro\", \"tokens\") <= 0.55\n";

static const char briefing[] =
	"---\n"
	"title: 'Aster 4: {{ value(\"aster-4\", \"coding\") }} on agentic coding'\n"
	"subtitle: What {{ spell(count(\"sources\")) }} sources say about {{ spell(count(\"models\")) }} models\n"
	"author: Your Name\n"
	"focus: aster-4\n"
	"data: dataset.yaml\n"
	"cover: false\n"
	"---\n"
	"\n"
	"{{ claim(\"Aster 4 leads on agentic coding\", leader(\"coding\") == \"aster-4\") }} "
	"with {{ value(\"aster-4\", \"coding\") }},\n"
	"{{ gap(\"aster-4\", \"borealis-pro\", \"coding\") }} ahead of Borealis Pro "
	"([](#coding)). On science questions, it ranks\n"
	"{{ ordinal(rank(\"aster-4\", \"science\")) }}. It uses {{ value(\"aster-4\", "
	"\"tokens\") }} per task; Borealis Pro uses\n"
	"{{ round(ratio(\"borealis-pro\", \"aster-4\", \"tokens\"), 1) }} times as many.\n"
	"\n"
	"```chart\n"
	"id: coding\n"
	"kind: leaderboard\n"
	"benchmark: coding\n"
	"```\n"
	"\n"
	"## All the numbers\n"
	"\n"
	"```table\n"
	"benchmarks: [coding, science, tokens]\n"
	"```\n"
	"\n"
	"## Claims, checked\n"
	"\n"
	"```claims\n"
	"```\n";

static const struct example {
	const char *name, *text;
} examples[] = { { "dataset.yaml", dataset }, { "briefing.md", briefing } };
enum { EXAMPLES = sizeof examples / sizeof *examples };

/* Nothing is written if anything would be lost. */
static bool is_free(struct command_env *env, char *const *paths)
{
	for (int i = 0; i < EXAMPLES; i++)
		if (file_exists(paths[i]))
			diag_add(env->diags, DIAG_ERROR, place_file(paths[i]),
			         "choose another folder, or move the file away",
			         "already exists and is not overwritten");
	return diags_ok(env->diags);
}

static bool write_examples(struct command_env *env, char *const *paths)
{
	struct arena *scratch = arena_new_below(env->arena);
	struct file_set *set = file_set_new(scratch, false, env->diags);
	bool ok = true;
	for (int i = 0; i < EXAMPLES && ok; i++)
		ok = file_set_add(set, paths[i], examples[i].text, strlen(examples[i].text));
	ok = ok && file_set_commit(set);
	arena_free(scratch);
	return ok;
}

/* Quoted for a shell where it must be. */
static const char *shell_word(struct arena *arena, const char *word)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/-";
	if (!word[strspn(word, plain)])
		return word;
	struct strbuf b = strbuf_new(arena);
	strbuf_add(&b, "'");
	for (const char *p = word; *p; p++)
		if (*p == '\'')
			strbuf_add(&b, "'\\''");
		else
			strbuf_addn(&b, p, 1);
	strbuf_add(&b, "'");
	return b.s;
}

static enum exit_status run(struct command_env *env, int argc, char **argv)
{
	const char **operands;
	size_t n;
	char *paths[EXAMPLES];
	if (!command_options(env, argc, argv, NULL, 0, &operands, &n))
		return EXIT_USAGE;
	if (n != 1)
		return command_usage(env, "new", n ? "new takes one folder at a time" : "no folder given");
	if (!*operands[0])
		return command_usage(env, "new", "the folder's name is empty");
	for (int i = 0; i < EXAMPLES; i++)
		paths[i] = arena_printf(env->arena, "%s/%s", operands[0], examples[i].name);
	if (!is_free(env, paths) || !file_make_folder(operands[0], env->diags))
		return EXIT_DONE;
	if (!write_examples(env, paths))
		return EXIT_DONE;
	for (int i = 0; i < EXAMPLES; i++)
		printf("%s\n", paths[i]);
	const char *folder = shell_word(env->arena, operands[0]);
	printf("\nbenchbrief render %s --out %s\n", folder, folder);
	return EXIT_DONE;
}

const struct command command_new = {
	.name = "new",
	.summary = "write a small dataset and a briefing to start from",
	.help = "usage: benchbrief new FOLDER\n\n"
		"Writes FOLDER/dataset.yaml (three made-up models, three benchmarks, two sources that disagree once, "
		"one "
		"claim)\n"
		"and FOLDER/briefing.md, ready to render, and prints the command that renders them. Existing files are "
		"not\n"
		"overwritten: if there is one, it is named and nothing is written.\n",
	.run = run,
};
