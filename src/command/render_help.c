/* What render --help says: options, front matter, blocks, expressions, report. */
#include "command/command.h"

#include "base/str.h"
#include "facts/facts.h"

const char render_help[] =
	"usage: benchbrief render BRIEFING.md [-o FOLDER] [--look NAME|FILE.yaml] [--page PAGE] [--data DATA]…\n"
	"                         [--lang L] [--only {pages}|charts|ID] [--format {format}]… [--size SIZE]\n"
	"                         [--scale N] [--baseline DATA] [--draft] [-j N]\n"
	"                         [-b BENCHMARK]… [-m MODEL]… [--maker NAME]… [--where CONDITION]… [--top N] [--order "
	"O]\n"
	"                         [--depfile FILE [--depfile-target NAME]] [--report FILE.json] [--sync] "
	"[--untrusted] [-q]\n"
	"       benchbrief render --list FILE [--shard K/N] [-o FOLDER] [-j N] [--log FILE] [--report FILE.json] "
	"[-q|-v]\n"
	"                         [the options of one briefing, for all of them]\n\n"
	"BRIEFING.md is Markdown with front matter, or a folder with a briefing.md; benchbrief new writes one to\n"
	"start from. The results are FOLDER/NAME.{pages} and FOLDER/charts/ID.{chart} for every chart with an id. A\n"
	"claim that does not hold, an undecided value or a broken rule stops the run before anything is written.\n\n"
	"  -o, --out FOLDER   where the files go (the current folder); - is standard output, for a single file\n"
	"      --look L       instead of the briefing's: editorial, board, boardroom, a dark or light version, or\n"
	"                     your own\n"
	"      --page P       instead of the briefing's: {pages_of_briefings};\n"
	"                     16:9, 4:3, 3:4 and 9:16 make slides, in a file called NAME-deck.{pages}, and\n"
	"                     notes slides with what their speaker says, in NAME-notes.{pages}\n"
	"      --lang L       instead of the briefing's: {languages}\n"
	"      --data DATA    instead of the briefing's; may be repeated: several merge into one\n"
	"      --only WHAT    {pages} (or {flowing}), charts, or the id of one chart\n"
	"      --format F     of the charts: {charts} ({chart}); {flowing} are documents, each instead of the\n"
	"                     {PAGES}; may be repeated: {pages} beside another of the charts is a document too;\n"
	"                     pptx is for slides (--page 16:9); scene prints the layout of the pages and writes "
	"nothing\n"
	"      --charts C     in pptx: native (charts with workbooks, where PowerPoint has such) or shapes\n"
	"      --size S       of the charts: {papers}, or WxH\n"
	"                     in pixels, in a {PAGES} in points (16:9, 1920x1080)\n"
	"      --scale N      multiplies the pixels, for finer screens: 0.5 to 8\n"
	"      --baseline D   data of an earlier state: changes since then are reported\n"
	"      --strict       stop at a claim that does not hold, which is the default\n"
	"      --draft        mark such a claim on the page and continue\n"
	"  -j, --jobs N       how many charts are drawn at the same time (as many as pay off on this machine); the "
	"files\n"
	"                     are the same for any number\n"
	"      --depfile F    write what the files are made from, for make and ninja\n"
	"      --depfile-target T   the target of the rule that runs this, where it is not the files themselves\n"
	"      --prune        remove pictures of charts that the briefing no longer has, which are otherwise told of\n"
	"      --sync         return when the files are on the disk, safe from a loss of power\n"
	"      --untrusted    for services: read only below the briefing's folder, write only to the results', take at "
	"most\n"
	"                     a minute and what SECURITY.md says\n"
	"      --report F     write what was made, as JSON (below); - is standard output\n"
	"  -q, --quiet        do not print the paths of what was written\n\n";

static const char many[] =
	"Many briefings in one run:\n\n"
	"      --list FILE    a line for each: its path and options, as on the command line; words in quotes, # for\n"
	"                     comments, paths from the current folder; - is standard input. What a line does not\n"
	"                     say is as the run's options say. Each writes below the run's folder: teams/a.md to\n"
	"                     FOLDER/teams/a, or where its line's --out says. Two lines that write to one place, or\n"
	"                     one that cannot be understood, stop the run before it begins\n"
	"      --shard K/N    only the K-th of N shares: every N-th line from the K-th on, whoever makes the others\n"
	"      --log FILE     a JSON line for each as it is done: {\"line\", \"briefing\", \"state\", \"files\": "
	"[PATH],\n"
	"                     \"errors\", \"warnings\", \"findings\": as in check --json, \"seconds\"}; state: done,\n"
	"                     wrong (its input is: again would be the same) or failed (the machine did: try again)\n"
	"      --report F     {\"benchbrief\", \"list\", \"shard\": {\"number\", \"of\"}, \"briefings\": [as in the "
	"log,\n"
	"                     without seconds, with \"report\": its own, as below, or null], \"done\", \"wrong\", "
	"\"failed\"}\n"
	"      --jobs N       of a list: so many briefings at the same time (one for each processor)\n"
	"  -v, --verbose      a line for each on standard error, where a terminal would show a bar\n\n"
	"Of a list a briefing that is wrong is told, and the others are made. Exit status: 1 if some are wrong, 3 if\n"
	"some failed by the machine's fault: then, and only then, it is worth running the share again.\n\n";

static const char shared[] =
	"A selection narrows the data before the briefing is set: ranks, leads and the author's claims are those\n"
	"among what it keeps, and the document says so; claims of sources are judged by all data.\n\n" COMMAND_PART_HELP
	"      --order O      value (default), data, name or released: how charts that name none order "
	"models\n" COMMAND_ORDER_HELP "\n"
	"How what --data names is read (the briefing says it in its data: itself):\n\n" COMMAND_FEED_HELP "\n";

static const char front[] =
	"Front matter, all of it optional:\n\n"
	"  title, subtitle    may contain expressions; without a title the first heading is the title\n"
	"  author, date       one author or a list; 2026-04-09\n"
	"  data               files or folders beside or below the briefing (dataset.yaml); or maps, as in a "
	"dataset's\n"
	"                     data: {file, columns, unit, better, where} or {sql, from}\n"
	"  look, page, lang   as --look, --page, --lang\n"
	"  focus              the model that charts highlight, where they show it, and that findings speak of\n"
	"  columns            of running text: 1 or 2\n"
	"  cover              plain (or true), band, or picture: a page of its own; band: the title on a field of\n"
	"                     colour; picture: with picture: {file, alt}\n"
	"  class              report, memo (no cover; to, author, date and title above the text), or one-pager:\n"
	"                     everything on one sheet of paper, refused where it does not fit\n"
	"  to                 of a memo: one receiver or a list\n"
	"  logo               {file, alt, dark}: SVG or PNG; dark: what stands for it on dark pages\n"
	"  footer             what stands at the foot of every page\n"
	"  confidential       true, or words of your own: on every page\n"
	"  findings           1 to 9: so many numbered findings, made from the data, begin the document\n"
	"  contents           true: a table of contents (false)\n"
	"  appendix           false: no method, conflicts and sources at the end (true)\n"
	"  numbers            up to four for the cover: [{value: '{{ … }}', words: what it counts}]\n"
	"  unbound            error: a number in the text that is neither computed nor cited nor said stops; warn: it "
	"is\n"
	"                     warned of, and the method section counts it\n"
	"  name               of the file with the pages, without its ending\n\n";

static const char blocks[] =
	"Blocks beyond those of Markdown are fences, ```NAME, with YAML inside:\n\n"
	"  chart      kind, id, benchmark(s), model(s), focus, title, subtitle, note(s), alt, claim, rows, width\n"
	"             (full, column or side: of the page, of its text, or of the column beside that); a\n"
	"             chart with an id is also a file, and [](#ID) in the text becomes \"Figure 2\"; for the kinds\n"
	"             see benchbrief chart --help\n"
	"  table      the same without a kind: models by benchmarks, the numbers\n"
	"  claims     what sources claim, with verdicts: source, claim(s), verdict: holds, fails, mixed or\n"
	"             untestable\n"
	"  numbers    two to five large ones side by side: a list of {value: '{{ … }}', words}\n"
	"  recommend  use, model, because, unless, and a claim that has to hold; or a list of these\n"
	"  matrix     models; rows: [{use, benchmark}]; leads, close: conditions on model and benchmark, of all rows\n"
	"             or of one; note\n"
	"  compare    two models on benchmark(s), all in common if none is named\n"
	"  quote      text, source (of the data), by\n"
	"  events     a list of {date: 2026-04-08, text, source}, in the order of the dates\n"
	"  steps      a list of {do: a phrase, text}, numbered\n"
	"  toc        the contents, here and not at the beginning: leave it empty\n"
	"  takeaway   Markdown: what a chart comes to, beside it on slides\n"
	"  speaker    Markdown: what is said of a slide; only --page notes prints it\n"
	"  appendix   on slides what follows is set smaller: leave it empty\n"
	"  specs      facts about models: model(s)\n"
	"  findings   where the focus leads and trails; with most: 1 to 9 numbered, the largest and most surprising\n"
	"             first, each with its gap, how far to trust it, a small chart and its figure\n"
	"  sources, conflicts, method, changes   made from the data alone: leave them empty\n"
	"  figures    two charts side by side: a list of what a chart takes\n"
	"  note, columns   Markdown inside: set apart from the text, in two columns\n"
	"  side       Markdown inside: beside the paragraph or figure above it, in a side column of A4 or\n"
	"             Letter with one column of text; elsewhere in the text\n"
	"  ---        on a line of its own: a new page\n\n"
	"{{ EXPRESSION }} in any text is answered from the data: arithmetic, comparison, and, or, not, and\n\n";

static const char report[] =
	"\nA chart's claim: and the condition of claim() must hold. Models and benchmarks are named in quotes, by\n"
	"id, name or alias, a variant as \"model@variant\".\n\n"
	"--report FILE.json:\n\n"
	"  {\"benchbrief\": VERSION,\n"
	"   \"briefing\": {\"file\", \"title\", \"look\", \"language\", \"pages\"},\n"
	"   \"files\": [PATH],\n"
	"   \"inputs\": [{\"file\", \"role\": \"briefing|data|baseline|look|picture\", \"bytes\", \"sha256\"}],\n"
	"   \"charts\": [{\"figure\": N, \"id\" or null, \"kind\", \"look\" if it has its own, \"line\", \"column\", "
	"\"file\",\n"
	"               and the rest as in chart --report}], once for each file that shows it,\n"
	"   \"coverage\": {\"numbers\": in the text, of which \"computed\", \"cited\", \"author\" (said), "
	"\"unbound\"},\n"
	"   \"expressions\": [{\"line\", \"column\", \"expression\", \"printed\", \"uses\": USES}],\n"
	"   \"claims\": [{\"line\", \"column\", \"text\", \"expression\", \"holds\", TRIED, \"uses\": USES}], the "
	"author's,\n"
	"   \"published\": [{\"id\", \"text\", \"source\", \"test\" or null, \"verdict\": "
	"\"holds|fails|mixed|untestable\", \"figure\" "
	"or "
	"null,\n"
	"                  \"why\" or null, \"on_claims\": true if it rests on its maker's own value, \"turns\",\n"
	"                  \"tests\": [{\"of\" or null, \"test\", \"verdict\", \"figure\", \"why\", TRIED}], "
	"\"uses\": USES}],\n"
	"   \"conflicts\": [{\"model\", \"benchmark\", \"chosen\": SAID or null, \"others\": [SAID], \"reason\"}],\n"
	"   \"disputes\": [{\"id\", \"about\", \"claims\": [id of \"published\"]}],\n"
	"   \"changes\": null, or with --baseline as in diff --format json,\n"
	"   \"diagnostics\": as in check --json}\n"
	"  TRIED: \"margin\": {\"by\", \"unit\" or null, \"printed\", \"exact\", \"comparison\"} or null: by how much "
	"it holds "
	"or\n"
	"         fails; \"turns\"; \"trials\": [{\"model\", \"benchmark\", \"kind\": \"published|low|high\", "
	"\"value\", "
	"\"printed\",\n"
	"         \"source\", \"outcome\": \"stays|turns|undecided\", \"margin\"}], \"trials_left_out\": N; "
	"\"conventions\":\n"
	"         [{\"id\", \"within\", \"side\": \"either|below|above\", \"says\" or null}]\n"
	"  USES: [{\"model\", \"benchmark\", \"value\", \"printed\", \"source\" or null, \"measured\"}]\n"
	"  SAID: {\"value\", \"written\", \"source\" or null, \"measured\": \"first-party|third-party|unknown\"}\n";

void render_briefing_help(struct arena *arena, FILE *out)
{
	const struct facts_function *f;
	fputs(command_fill(arena, front), out);
	fputs(command_fill(arena, blocks), out);
	for (size_t i = 0; (f = facts_function_at(i)); i++) {
		size_t width = utf8_count(f->name) + utf8_count(f->arguments);
		fprintf(out, "  %s%s%*s  %s\n", f->name, f->arguments, width < 26 ? (int)(26 - width) : 0, "",
		        f->summary);
	}
}

void render_more_help(struct arena *arena, FILE *out)
{
	fputs(many, out);
	fputs(shared, out);
	render_briefing_help(arena, out);
	fputs(report, out);
}
