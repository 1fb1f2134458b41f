#define _POSIX_C_SOURCE 200809L

#include "manual.h"

#include "base/arena.h"
#include "base/str.h"
#include "command/command.h"
#include "data/formats.h"
#include "help_text.h"
#include "style/look.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE = 72 };

/* ---- text ---- */

static bool may_be_macro(const char *word, size_t n)
{
	return n >= 2 && n <= 3 && isupper((unsigned char)word[0]) && islower((unsigned char)word[1]);
}

/* A word as roff takes it: a hyphen of an option is one of the keyboard. */
static void put_word(FILE *out, const char *word, size_t n, bool argument)
{
	bool option = word[0] == '-' || (n > 1 && strchr("([|", word[0]) && word[1] == '-');
	if (word[0] == '.' || word[0] == '\'' ||
	    (argument && (may_be_macro(word, n) || (n == 1 && ispunct((unsigned char)*word)))))
		fputs("\\&", out);
	for (size_t i = 0; i < n; i++) {
		if (word[i] == '\\')
			fputs("\\e", out);
		else if (word[i] == '"' && argument)
			fputs("\\(dq", out);
		else if (word[i] == '(' && i && i + 1 < n && word[i + 1] == ')' && !argument)
			fputs("\\&(", out); /* no function of C */
		else if (word[i] == '-' && (option || (i && word[i - 1] == '-')))
			fputs("\\-", out);
		else
			fputc(word[i], out);
	}
}

static bool ends_sentence(const char *word, size_t n)
{
	while (n && strchr(")\"'", word[n - 1]))
		n--;
	return n && strchr(".!?", word[n - 1]);
}

/* How many bytes it takes at most: readers of the page may spell what is no ASCII as \[u2026]. */
static size_t cost_of(const char *word, size_t n)
{
	enum { SPELT = 8 };
	size_t cost = word[0] == '.' ? 2 : 0;
	for (size_t i = 0; i < n; i++)
		cost += (unsigned char)word[i] >= 0xc0   ? SPELT
		        : (unsigned char)word[i] >= 0x80 ? 0
		        : word[i] == '-'                 ? 2
		                                         : 1;
	return cost;
}

/* Filled text; a sentence begins a line. */
static void put_text(FILE *out, const char *text)
{
	size_t column = 0;
	while (*text) {
		size_t n = strcspn(text, " ");
		size_t cost = cost_of(text, n);
		if (column && column + cost + 1 > LINE) {
			fputc('\n', out);
			column = 0;
		}
		if (column)
			fputc(' ', out);
		put_word(out, text, n, false);
		column += cost + 1;
		if (ends_sentence(text, n)) {
			fputc('\n', out);
			column = 0;
		}
		text += n;
		text += strspn(text, " ");
	}
	if (column)
		fputc('\n', out);
}

/* The arguments of a macro. */
static void put_arguments(FILE *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, " ");
		fputc(' ', out);
		put_word(out, text, n, true);
		text += n;
		text += strspn(text, " ");
	}
	fputc('\n', out);
}

static void put_literal(FILE *out, const char *text)
{
	fputs(".Bd -literal -offset indent\n", out);
	while (*text) {
		size_t n = strcspn(text, "\n");
		put_word(out, text, n, false);
		fputc('\n', out);
		text += n + (text[n] == '\n');
	}
	fputs(".Ed\n", out);
}

/* ---- blocks ---- */

static void put_list(FILE *out, const struct help_block *block)
{
	fputs(".Bl -tag -width Ds\n", out);
	for (size_t i = 0; i < block->n_items; i++) {
		const struct help_item *item = &block->items[i];
		fputs(".It", out);
		put_arguments(out, item->tag);
		put_text(out, item->text);
		if (*item->verbatim)
			put_literal(out, item->verbatim);
	}
	fputs(".El\n", out);
}

static void put_block(FILE *out, const struct help_block *block, bool first)
{
	switch (block->kind) {
	case HELP_PARAGRAPH:
		fputs(first ? "" : ".Pp\n", out);
		put_text(out, block->text);
		break;
	case HELP_LIST:
		put_list(out, block);
		break;
	case HELP_LITERAL:
		put_literal(out, block->text);
		break;
	}
}

static bool has_options(const struct help_block *block)
{
	return block->n_items && block->items[0].tag[0] == '-';
}

/* The first list of options begins the section on them. */
static void put_blocks(FILE *out, const struct help_text *help)
{
	bool first = true, options = false;
	fputs(".Sh DESCRIPTION\n", out);
	for (size_t i = 0; i < help->n_blocks; i++) {
		if (!options && has_options(&help->blocks[i])) {
			fputs(".Sh OPTIONS\n", out);
			options = first = true;
		}
		put_block(out, &help->blocks[i], first);
		first = false;
	}
}

/* ---- pages ---- */

static FILE *begin(struct arena *arena, const struct manual *m, const char *name, char section, const char *summary)
{
	FILE *out = fopen(arena_printf(arena, "%s/%s.%c", m->folder, name, section), "w");
	if (!out)
		return NULL;
	char *title = arena_strdup(arena, name);
	for (char *p = title; *p; p++)
		*p = (char)toupper((unsigned char)*p);
	fprintf(out, ".Dd %s\n.Dt %s %c\n.Os\n.Sh NAME\n.Nm %s\n.Nd", m->date, title, section, name);
	put_arguments(out, summary);
	return out;
}

static bool end(FILE *out, const char *also)
{
	fprintf(out, ".Sh SEE ALSO\n%s", also);
	bool ok = !ferror(out);
	return fclose(out) == 0 && ok;
}

static const char also_of_commands[] = ".Xr benchbrief 1 ,\n.Xr benchbrief-briefing 5 ,\n.Xr benchbrief-dataset 5 ,\n"
				       ".Xr benchbrief-look 5\n";

static void put_usages(FILE *out, const struct help_text *help)
{
	static const char program[] = "benchbrief ";
	fputs(".Sh SYNOPSIS\n", out);
	for (size_t i = 0; i < help->n_usages; i++) {
		fputs(".Nm benchbrief\n", out);
		put_text(out, help->usages[i] + sizeof program - 1);
	}
}

static bool write_command(struct arena *arena, const struct manual *m, const struct command *command)
{
	const struct help_text help = help_text_of(arena, help_of_command(arena, command));
	FILE *out = begin(arena, m, arena_printf(arena, "benchbrief-%s", command->name), '1',
	                  command_fill(arena, command->summary));
	if (!out)
		return false;
	put_usages(out, &help);
	put_blocks(out, &help);
	fputs(".Sh EXIT STATUS\n0 done; 1 the input is wrong; 2 wrong usage; 3 the system failed.\n", out);
	return end(out, also_of_commands);
}

static void put_commands(struct arena *arena, FILE *out)
{
	const struct command *command;
	fputs(".Sh COMMANDS\n.Bl -tag -width Ds\n", out);
	for (size_t i = 0; (command = command_at(i)); i++) {
		fprintf(out, ".It Xr benchbrief-%s 1\n", command->name);
		put_text(out, command_fill(arena, command->summary));
	}
	fputs(".El\n", out);
}

static const char of_program[] =
	".Sh OPTIONS\n.Bl -tag -width Ds\n"
	".It Fl Fl help\nprints the commands, or the options of one.\n"
	".It Fl Fl version\nprints the versions of the program and of the libraries that it works with.\n"
	".It Fl Fl diagnostics Cm text | json | sarif\nof any command: what was found wrong, on standard error, for\n"
	"people or for programs.\n.El\n"
	".Sh ENVIRONMENT\n.Bl -tag -width Ds\n"
	".It Ev SOURCE_DATE_EPOCH\nseconds since 1970: the date in all files, instead of that of the data.\n"
	".It Ev NO_COLOR\nwhere it is set, messages have no colour.\n"
	".It Ev HOME , XDG_DATA_HOME\nwhere a user's own fonts are.\n"
	".It Ev BENCHBRIEF_DUCKDB\nthe library of DuckDB, where the system does not find it.\n"
	".It Ev BENCHBRIEF_ODBC_USER , BENCHBRIEF_ODBC_PASSWORD\nfor queries to an ODBC source.\n.El\n"
	".Sh FILES\n.Bl -tag -width Ds\n"
	".It Pa share/benchbrief/styles\nthe looks\n"
	".It Pa share/benchbrief/data\nexamples: datasets with their briefings\n"
	".It Pa share/benchbrief/schemas\nJSON Schemas of everything that is written as JSON\n.El\n"
	".Sh EXIT STATUS\n.Bl -tag -width Ds\n.It 0\ndone\n"
	".It 1\nthe input is wrong; it is told on standard error, and nothing is written\n"
	".It 2\nwrong usage\n.It 3\nthe system failed: a disk, memory, a library\n.El\n"
	".Sh EXAMPLES\nA dataset and a briefing to start from, and what they make:\n"
	".Bd -literal -offset indent\nbenchbrief new first\nbenchbrief render first \\-\\-out first\n.Ed\n";

static bool write_program(struct arena *arena, const struct manual *m)
{
	FILE *out = begin(arena, m, "benchbrief", '1', "benchmark briefings that cannot disagree with their data");
	if (!out)
		return false;
	fputs(".Sh SYNOPSIS\n.Nm benchbrief\n.Ar command\n.Op Ar argument ...\n.Sh DESCRIPTION\n", out);
	put_text(out,
	         "Reads benchmark results together with their sources, decides openly which of several published "
	         "values counts, draws charts, and lays them out with prose as pages, slides and web pages. A number "
	         "in the text is an expression over the data, a comparison is a claim that is proved at every "
	         "render, and every chart is checked by rules before it is painted.");
	put_commands(arena, out);
	fputs(of_program, out);
	return end(out, ".Xr benchbrief-briefing 5 ,\n.Xr benchbrief-dataset 5 ,\n.Xr benchbrief-look 5\n");
}

static bool write_format(struct arena *arena, const struct manual *m, const char *name, const char *summary,
                         const char *text, const char *also)
{
	const struct help_text help = help_text_of(arena, text);
	FILE *out = begin(arena, m, name, '5', summary);
	if (!out)
		return false;
	put_blocks(out, &help);
	return end(out, also);
}

static const char *briefing_text(struct arena *arena)
{
	char *text = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&text, &size);
	if (!out)
		exit(EXIT_SYSTEM);
	fputs("A briefing is Markdown (CommonMark, with tables) that may begin with front matter: YAML between two "
	      "lines "
	      "of ---.\n\n",
	      out);
	render_briefing_help(arena, out);
	fclose(out);
	char *copy = arena_strdup(arena, text);
	free(text);
	return copy;
}

static const char *dataset_text(struct arena *arena)
{
	struct strbuf b = strbuf_new(arena);
	strbuf_addf(&b,
	            "%s\nFiles of other programs are read as they are; --from names a format where the content does "
	            "not tell it:\n\n",
	            command_data_keys);
	for (size_t i = 0; format_at(i).name; i++)
		strbuf_addf(&b, "  %s   %s\n", format_at(i).name, format_at(i).what);
	return b.s;
}

bool manual_write(struct arena *arena, const struct manual *m)
{
	const struct command *command;
	bool ok = write_program(arena, m);
	for (size_t i = 0; (command = command_at(i)); i++)
		ok = write_command(arena, m, command) && ok;
	return write_format(arena, m, "benchbrief-briefing", "what a briefing may say", briefing_text(arena),
	                    ".Xr benchbrief-render 1 ,\n.Xr benchbrief-dataset 5 ,\n.Xr benchbrief-look 5\n") &&
	       write_format(arena, m, "benchbrief-dataset", "what data may say", dataset_text(arena),
	                    ".Xr benchbrief-data 1 ,\n.Xr benchbrief-briefing 5\n") &&
	       write_format(arena, m, "benchbrief-look", "how charts and pages look", look_keys_text(arena),
	                    ".Xr benchbrief-looks 1 ,\n.Xr benchbrief-briefing 5\n") &&
	       ok;
}
