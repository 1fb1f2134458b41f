/* What render --help says: options, front matter, blocks, expressions, report. */
#include "command/command.h"

#include "base/str.h"
#include "facts/facts.h"

const char render_help[] =
	"usage: benchbrief render BRIEFING.md [-o FOLDER] [--look NAME|FILE.yaml] [--page PAGE] [--data DATA]…\n"
	"                         [--lang L] [--only {pages}|charts|ID] [--format {format}] [--size SIZE]\n"
	"                         [--scale N] [--baseline DATA] [--draft] [-j N] [--depfile FILE]\n"
	"                         [--report FILE.json]\n\n"
	"BRIEFING.md is Markdown with front matter, or a folder with a briefing.md; benchbrief new writes one to\n"
	"start from. The results are FOLDER/NAME.{pages} and FOLDER/charts/ID.{chart} for every chart with an id. A\n"
	"claim that does not hold, an undecided value or a broken rule stops the run before anything is written.\n\n"
	"  -o, --out FOLDER   where the files go (the current folder)\n"
	"      --look L       instead of the briefing's: editorial, board, boardroom, a dark or light version, or\n"
	"                     your own\n"
	"      --page P       instead of the briefing's: {papers};\n"
	"                     16:9 makes slides, in a file called NAME-deck.{pages}\n"
	"      --lang L       instead of the briefing's: {languages}\n"
	"      --data DATA    instead of the briefing's; may be repeated: several merge into one\n"
	"      --only WHAT    {pages}, charts, or the id of one chart\n"
	"      --format F     of the charts: {formats} ({chart}); scene prints the layout of the pages and writes "
	"nothing\n"
	"      --size S       of the charts: {papers}, or WxH\n"
	"                     in pixels, in a {PAGES} in points (16:9, 1920x1080)\n"
	"      --scale N      multiplies the pixels, for finer screens: 0.5 to 8\n"
	"      --baseline D   data of an earlier state: changes since then are reported\n"
	"      --strict       stop at a claim that does not hold, which is the default\n"
	"      --draft        mark such a claim on the page and continue\n"
	"  -j, --jobs N       how many charts are drawn at the same time (as many as pay off on this machine); the "
	"files\n"
	"                     are the same for any number\n"
	"      --depfile F    write which files were made from which, for make and ninja\n"
	"      --report F     write what was made, as JSON (below)\n\n"
	"Front matter, all of it optional:\n\n"
	"  title, subtitle    may contain expressions; without a title the first heading is the title\n"
	"  author, date       one author or a list; 2026-04-09\n"
	"  data               files or folders beside or below the briefing (dataset.yaml)\n"
	"  look, page, lang   as --look, --page, --lang\n"
	"  focus              the model that charts highlight, where they show it, and that findings speak of\n"
	"  columns            of running text: 1 or 2\n"
	"  cover, contents    true: a cover page; a table of contents (false)\n"
	"  appendix           false: no method, conflicts and sources at the end (true)\n"
	"  numbers            up to four for the cover: [{value: '{{ … }}', words: what it counts}]\n"
	"  name               of the file with the pages, without its ending\n\n";

static const char blocks[] =
	"Blocks beyond those of Markdown are fences, ```NAME, with YAML inside:\n\n"
	"  chart      kind, id, benchmark(s), model(s), focus, title, claim, rows; a chart with an id is also a file,\n"
	"             and [](#ID) in the text becomes \"Figure 2\"; for the kinds see benchbrief chart --help\n"
	"  table      the same without a kind: models by benchmarks, the numbers\n"
	"  claims     what sources claim, with verdicts: source, claim(s), verdict: holds, fails or untestable\n"
	"  specs      facts about models: model(s)\n"
	"  findings, sources, conflicts, method, changes   made from the data alone: leave them empty\n"
	"  note, columns   Markdown inside: set apart from the text, in two columns\n"
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
	"   \"charts\": [{\"figure\": N, \"id\" or null, \"kind\", \"line\", \"column\", \"file\", and the rest as in\n"
	"               chart --report}], once for each file that shows it,\n"
	"   \"expressions\": [{\"line\", \"column\", \"expression\", \"printed\", \"uses\": USES}],\n"
	"   \"claims\": [{\"line\", \"column\", \"text\", \"expression\", \"holds\", \"uses\": USES}], the author's,\n"
	"   \"published\": [{\"id\", \"text\", \"source\", \"test\" or null, \"verdict\": \"holds|fails|untestable\",\n"
	"                  \"figure\" or null, \"why\" or null, \"on_claims\": true if it rests on its maker's own "
	"value,\n"
	"                  \"uses\": USES}],\n"
	"   \"conflicts\": [{\"model\", \"benchmark\", \"chosen\": SAID or null, \"others\": [SAID], \"reason\"}],\n"
	"   \"diagnostics\": as in check --json}\n"
	"  USES: [{\"model\", \"benchmark\", \"value\", \"printed\", \"source\" or null, \"measured\"}]\n"
	"  SAID: {\"value\", \"written\", \"source\" or null, \"measured\": \"first-party|third-party|unknown\"}\n";

void render_more_help(struct arena *arena, FILE *out)
{
	const struct facts_function *f;
	fputs(command_fill(arena, blocks), out);
	for (size_t i = 0; (f = facts_function_at(i)); i++) {
		size_t width = utf8_count(f->name) + utf8_count(f->arguments);
		fprintf(out, "  %s%s%*s  %s\n", f->name, f->arguments, width < 26 ? (int)(26 - width) : 0, "",
		        f->summary);
	}
	fputs(report, out);
}
