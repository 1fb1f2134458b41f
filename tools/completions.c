#include "completions.h"

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "completion_values.h"
#include "help_text.h"

#include <stdio.h>
#include <string.h>

/* ---- the options of a command ---- */

struct row {                      /* an option, or --diagnostics and --help, which all commands take */
	const char *name, *brief; /* brief NULL: none */
	const char *what;         /* a few words */
	bool flag;
	struct completion_value value;
};

struct rows {
	const struct command *command;
	struct row *items;
	size_t n;
};

static const char diagnostics[] = "--diagnostics", help_option[] = "--help";

static struct rows rows_of(struct arena *arena, const struct command *command, const char *looks)
{
	const struct help_text help = help_text_of(arena, help_of_command(arena, command));
	struct option *options = arena_alloc(arena, command->n_options + 1, sizeof *options);
	struct rows rows = { command, arena_alloc(arena, command->n_options + 2, sizeof(struct row)), 0 };
	if (command->list_options)
		command->list_options(options);
	for (size_t i = 0; i < command->n_options; i++)
		if (*help_of_option(arena, &help, options[i].name)) /* what help does not tell of is refused */
			rows.items[rows.n++] =
				(struct row){ options[i].name, options[i].brief,
				              help_of_option(arena, &help, options[i].name), options[i].flag,
				              completion_value(arena, command->name, options[i].name, looks) };
	rows.items[rows.n++] = (struct row){ diagnostics, NULL, "what was found wrong, for people or for programs",
		                             false, completion_value(arena, command->name, diagnostics, looks) };
	rows.items[rows.n++] = (struct row){ help_option, NULL, "what the command does and takes", true, { 0 } };
	return rows;
}

/* In single quotes of a shell; fish has other ones inside. */
static const char *quoted(struct arena *arena, const char *text, const char *quote)
{
	struct strbuf b = strbuf_new(arena);
	for (; *text; text++) {
		if (*text == '\'')
			strbuf_add(&b, quote);
		else
			strbuf_addn(&b, text, 1);
	}
	return b.s;
}

/* ---- bash ---- */

static const char bash_head[] =
	"# bash completion for benchbrief\n"
	"_benchbrief_asked() {\n"
	"\tlocal IFS=$'\\n'\n"
	"\tCOMPREPLY=($(compgen -W \"$(\"${words[0]}\" --complete \"$1\" \"${words[@]:2}\" 2>/dev/null)\" -- "
	"\"$word\"))\n"
	"}\n\n"
	"# The words as they were typed: bash parts them at @, : and = too.\n"
	"_benchbrief_words() {\n"
	"\tlocal line=${COMP_LINE:0:COMP_POINT} i part\n"
	"\twords=()\n"
	"\tfor ((i = 0; i <= COMP_CWORD; i++)); do\n"
	"\t\tpart=${COMP_WORDS[i]}\n"
	"\t\tif ((i)) && [[ $line != [[:space:]]* ]]; then words[${#words[@]}-1]+=$part; else words+=(\"$part\"); fi\n"
	"\t\tline=${line#\"${line%%[![:space:]]*}\"}\n"
	"\t\tline=${line#\"$part\"}\n"
	"\tdone\n"
	"}\n\n"
	"_benchbrief() {\n"
	"\tlocal words word before\n"
	"\tCOMPREPLY=()\n"
	"\t_benchbrief_words\n"
	"\tword=${words[${#words[@]}-1]} before=${words[${#words[@]}-2]}\n"
	"\t_benchbrief_choose\n"
	"\tlocal cut=${word%\"${word##*[@:=]}\"}\n" /* bash keeps what stands before a colon, or from @ on */
	"\tCOMPREPLY=(\"${COMPREPLY[@]#\"${cut%@}\"}\")\n"
	"}\n\n"
	"_benchbrief_choose() {\n"
	"\tif [ \"${#words[@]}\" -eq 2 ]; then\n";

static void bash_value(FILE *out, const struct completion_value *v)
{
	switch (v->taken) {
	case TAKES_FILE:
		fputs("compopt -o filenames; COMPREPLY=($(compgen -f -- \"$word\"))", out);
		break;
	case TAKES_FOLDER:
		fputs("compopt -o filenames; COMPREPLY=($(compgen -d -- \"$word\"))", out);
		break;
	case TAKES_WORDS:
		fprintf(out, "%sCOMPREPLY=($(compgen %s-W '%s' -- \"$word\"))",
		        v->or_file ? "compopt -o filenames; " : "", v->or_file ? "-f " : "", v->words);
		break;
	case TAKES_ASKED:
		fprintf(out, "_benchbrief_asked %s", v->words);
		break;
	case TAKES_TEXT:
		fputs(":", out);
		break;
	}
}

static void bash_command(FILE *out, struct arena *arena, const struct rows *rows)
{
	fprintf(out, "\t%s)\n\t\tcase $before in\n", rows->command->name);
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *r = &rows->items[i];
		if (r->flag)
			continue;
		fprintf(out, "\t\t%s%s%s) ", r->brief ? r->brief : "", r->brief ? "|" : "", r->name);
		bash_value(out, &r->value);
		fputs("; return ;;\n", out);
	}
	fputs("\t\tesac\n\t\tcase $word in\n\t\t-*) COMPREPLY=($(compgen -W '", out);
	for (size_t i = 0; i < rows->n; i++)
		fprintf(out, "%s%s", i ? " " : "", rows->items[i].name);
	fputs("' -- \"$word\")); return ;;\n\t\tesac\n", out);
	if (str_eq(rows->command->name, "chart"))
		fprintf(out,
		        "\t\tif [ \"${#words[@]}\" -eq 3 ]; then COMPREPLY=($(compgen -W '%s' -- \"$word\")); return; "
		        "fi\n",
		        completion_kinds(arena));
	fputs("\t\t;;\n", out);
}

static void write_bash(FILE *out, struct arena *arena, const struct rows *all, size_t n)
{
	fprintf(out, "%s\t\tCOMPREPLY=($(compgen -W '", bash_head);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "%s ", all[i].command->name);
	fputs("--help --version' -- \"$word\"))\n\t\treturn\n\tfi\n\tcase ${words[1]} in\n", out);
	for (size_t i = 0; i < n; i++)
		bash_command(out, arena, &all[i]);
	fputs("\tesac\n\tcompopt -o filenames\n\tCOMPREPLY=($(compgen -f -- \"$word\"))\n}\ncomplete -F _benchbrief "
	      "benchbrief\n",
	      out);
}

/* ---- zsh ---- */

static const char zsh_head[] = "#compdef benchbrief\n"
			       "# zsh completion for benchbrief\n"
			       "_benchbrief_asked() {\n"
			       "\tlocal -a found\n"
			       "\tfound=(\"${(@f)$(benchbrief --complete $1 \"${(@Q)words[2,-1]}\" 2>/dev/null)}\")\n"
			       "\t(( $#found )) && compadd -a found\n"
			       "}\n\n"
			       "_benchbrief() {\n"
			       "\tlocal context state state_descr line\n"
			       "\ttypeset -A opt_args\n"
			       "\tif (( CURRENT == 2 )); then\n"
			       "\t\tlocal -a commands\n"
			       "\t\tcommands=(\n";

/* A description stands between brackets and ends where the next field begins. */
static const char *zsh_words(struct arena *arena, const char *text)
{
	struct strbuf b = strbuf_new(arena);
	for (; *text; text++) {
		if (strchr("[]:\\", *text))
			strbuf_add(&b, "\\");
		strbuf_addn(&b, text, 1);
	}
	return quoted(arena, b.s, "'\\''");
}

static void zsh_value(FILE *out, struct arena *arena, const struct completion_value *v)
{
	const char *list = zsh_words(arena, v->words);
	switch (v->taken) {
	case TAKES_FILE:
		fputs(":file:_files", out);
		break;
	case TAKES_FOLDER:
		fputs(":folder:_files -/", out);
		break;
	case TAKES_WORDS:
		if (v->or_file)
			fprintf(out, ":value:{ compadd -- %s; _files }", list);
		else
			fprintf(out, ":value:{ compadd -- %s }", list);
		break;
	case TAKES_ASKED:
		fprintf(out, ":%s: _benchbrief_asked %s", v->words, v->words);
		break;
	case TAKES_TEXT:
		fputs(":text:( )", out);
		break;
	}
}

static void zsh_option(FILE *out, struct arena *arena, const struct row *r, const char *name)
{
	fprintf(out, "\t\t\t'*%s[%s]", name, zsh_words(arena, r->what));
	if (!r->flag)
		zsh_value(out, arena, &r->value);
	fputs("' \\\n", out);
}

static void zsh_command(FILE *out, struct arena *arena, const struct rows *rows)
{
	fprintf(out, "\t%s)\n\t\t_arguments -S \\\n", rows->command->name);
	for (size_t i = 0; i < rows->n; i++) {
		zsh_option(out, arena, &rows->items[i], rows->items[i].name);
		if (rows->items[i].brief)
			zsh_option(out, arena, &rows->items[i], rows->items[i].brief);
	}
	if (str_eq(rows->command->name, "chart"))
		fprintf(out, "\t\t\t'1:kind:{ compadd -- %s }' \\\n", completion_kinds(arena));
	fputs("\t\t\t'*:file:_files'\n\t\t;;\n", out);
}

static void write_zsh(FILE *out, struct arena *arena, const struct rows *all, size_t n)
{
	fputs(zsh_head, out);
	for (size_t i = 0; i < n; i++)
		fprintf(out, "\t\t\t'%s:%s'\n", all[i].command->name,
		        zsh_words(arena, command_fill(arena, all[i].command->summary)));
	fputs("\t\t)\n\t\t_describe command commands\n\t\treturn\n\tfi\n\tlocal command=$words[2]\n\tshift words\n"
	      "\t(( CURRENT-- ))\n\tcase $command in\n",
	      out);
	for (size_t i = 0; i < n; i++)
		zsh_command(out, arena, &all[i]);
	fputs("\tesac\n}\n\n_benchbrief \"$@\"\n", out);
}

/* ---- fish ---- */

static const char fish_head[] = "# fish completion for benchbrief\n"
				"function __benchbrief_asked\n"
				"\tset -l words (commandline -opc)\n"
				"\t$words[1] --complete $argv[1] $words[3..-1] 2>/dev/null\n"
				"end\n\n"
				"complete -c benchbrief -n __fish_use_subcommand -l help -d 'the commands'\n"
				"complete -c benchbrief -n __fish_use_subcommand -l version -d 'the versions'\n";

static void fish_value(FILE *out, const struct completion_value *v)
{
	switch (v->taken) {
	case TAKES_FILE:
		fputs(" -r -F", out);
		break;
	case TAKES_FOLDER:
		fputs(" -x -a '(__fish_complete_directories)'", out);
		break;
	case TAKES_WORDS:
		fprintf(out, "%s -a '%s'", v->or_file ? " -r -F" : " -x", v->words);
		break;
	case TAKES_ASKED:
		fprintf(out, " -x -a '(__benchbrief_asked %s)'", v->words);
		break;
	case TAKES_TEXT:
		fputs(" -x", out);
		break;
	}
}

static void fish_command(FILE *out, struct arena *arena, const struct rows *rows)
{
	const char *name = rows->command->name;
	fprintf(out, "complete -c benchbrief -f -n __fish_use_subcommand -a %s -d '%s'\n", name,
	        quoted(arena, command_fill(arena, rows->command->summary), "\\'"));
	for (size_t i = 0; i < rows->n; i++) {
		const struct row *r = &rows->items[i];
		fprintf(out, "complete -c benchbrief -n '__fish_seen_subcommand_from %s' -l %s", name, r->name + 2);
		if (r->brief)
			fprintf(out, " -s %s", r->brief + 1);
		fprintf(out, " -d '%s'", quoted(arena, r->what, "\\'"));
		if (!r->flag)
			fish_value(out, &r->value);
		fputc('\n', out);
	}
	if (str_eq(name, "chart"))
		fprintf(out,
		        "complete -c benchbrief -n '__fish_seen_subcommand_from chart; and test (count (commandline "
		        "-opc)) -eq 2'"
		        " -f -a '%s'\n",
		        completion_kinds(arena));
}

static void write_fish(FILE *out, struct arena *arena, const struct rows *all, size_t n)
{
	fputs(fish_head, out);
	for (size_t i = 0; i < n; i++)
		fish_command(out, arena, &all[i]);
}

/* ---- files ---- */

/* What is in a table and in no help, for the test that such options are refused: "verify --benchmark". */
static bool write_unexplained(struct arena *arena, const char *folder)
{
	FILE *out = fopen(arena_printf(arena, "%s/unexplained", folder), "w");
	const struct command *command;
	if (!out)
		return false;
	for (size_t i = 0; (command = command_at(i)); i++) {
		const struct help_text help = help_text_of(arena, help_of_command(arena, command));
		struct option *options = arena_alloc(arena, command->n_options + 1, sizeof *options);
		if (command->list_options)
			command->list_options(options);
		for (size_t k = 0; k < command->n_options; k++)
			if (!*help_of_option(arena, &help, options[k].name))
				fprintf(out, "%s %s\n", command->name, options[k].name);
	}
	return fclose(out) == 0;
}

bool completions_write(struct arena *arena, const char *folder, const char *looks)
{
	static const struct {
		const char *name;
		void (*write)(FILE *out, struct arena *arena, const struct rows *all, size_t n);
	} shells[] = { { "benchbrief.bash", write_bash },
		       { "_benchbrief", write_zsh },
		       { "benchbrief.fish", write_fish } };
	struct rows *all = NULL;
	size_t n = 0, room = 0;
	bool ok = true;
	if (!write_unexplained(arena, folder))
		return false;
	for (; command_at(n); n++) {
		all = arena_grow(arena, all, &room, n, sizeof *all);
		all[n] = rows_of(arena, command_at(n), looks);
	}
	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
		FILE *out = fopen(arena_printf(arena, "%s/%s", folder, shells[i].name), "w");
		if (!out)
			return false;
		shells[i].write(out, arena, all, n);
		ok = !ferror(out) && ok;
		ok = fclose(out) == 0 && ok;
	}
	return ok;
}
