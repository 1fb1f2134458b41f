/* What may be compared instead of models, and what numbers stand beside, in English. */
#include "words/language.h"

const struct noun_word english_nouns[] = {
	{ .word = "model", .one = "model", .many = "models" },
	{ .word = "engine", .one = "engine", .many = "engines" },
	{ .word = "system", .one = "system", .many = "systems" },
	{ .word = "library", .one = "library", .many = "libraries" },
	{ .word = "compiler", .one = "compiler", .many = "compilers" },
	{ .word = "agent", .one = "agent", .many = "agents" },
	{ .word = "run", .one = "run", .many = "runs" },
	{ .word = "tool", .one = "tool", .many = "tools" },
	{ .word = "framework", .one = "framework", .many = "frameworks" },
	{ .word = "method", .one = "method", .many = "methods" },
	{ .word = "algorithm", .one = "algorithm", .many = "algorithms" },
	{ .word = "database", .one = "database", .many = "databases" },
	{ .word = "processor", .one = "processor", .many = "processors" },
	{ .word = "device", .one = "device", .many = "devices" },
	{ .word = "service", .one = "service", .many = "services" },
	{ .word = "version", .one = "version", .many = "versions" },
	{ .word = "configuration", .one = "configuration", .many = "configurations" },
	{ .word = "team", .one = "team", .many = "teams" },
	{ .word = "query", .one = "query", .many = "queries" },
	{ .word = "program", .one = "program", .many = "programs" },
	{ .word = "command", .one = "command", .many = "commands" },
	{ .word = "function", .one = "function", .many = "functions" },
	{ .word = "machine", .one = "machine", .many = "machines" },
	{ .word = "interpreter", .one = "interpreter", .many = "interpreters" },
	{ .word = "parser", .one = "parser", .many = "parsers" },
	{ .word = "solver", .one = "solver", .many = "solvers" },
	{ .word = NULL },
};

const struct noun_bend english_bends[] = {
	{ "a model", "$a", "$a", "$a" }, { "models", "$n", "$n", "$n" }, { "model", "$1", "$1", "$1" },
	{ "Models", "$N", "$N", "$N" },  { "Model", "$O", "$O", "$O" },  { NULL, NULL, NULL, NULL },
};

const struct reference_word english_references[] = {
	{ "figure", REFERENCE_FIGURE },   { "figures", REFERENCE_FIGURE },   { "fig", REFERENCE_FIGURE },
	{ "figs", REFERENCE_FIGURE },     { "chart", REFERENCE_FIGURE },     { "table", REFERENCE_TABLE },
	{ "tables", REFERENCE_TABLE },    { "section", REFERENCE_SECTION },  { "sections", REFERENCE_SECTION },
	{ "chapter", REFERENCE_SECTION }, { "chapters", REFERENCE_SECTION }, { "appendix", REFERENCE_SECTION },
	{ "page", REFERENCE_PAGE },       { "pages", REFERENCE_PAGE },       { "p", REFERENCE_PAGE },
	{ "pp", REFERENCE_PAGE },         { "slide", REFERENCE_PAGE },       { "slides", REFERENCE_PAGE },
	{ "note", REFERENCE_NOTE },       { "notes", REFERENCE_NOTE },       { "footnote", REFERENCE_NOTE },
	{ "footnotes", REFERENCE_NOTE },  { "step", REFERENCE_STEP },        { "steps", REFERENCE_STEP },
	{ "item", REFERENCE_STEP },       { "items", REFERENCE_STEP },       { NULL, REFERENCE_PAGE },
};

const char *const english_counted[] = { "models", "model",    "systems", "system",     "engines",   "engine",
	                                "rivals", "rival",    "others",  "benchmarks", "benchmark", "tests",
	                                "test",   "results",  "result",  "rows",       "row",       "sources",
	                                "source", "variants", "variant", "bars",       "bar",       "columns",
	                                "column", "lines",    "line",    "dots",       "dot",       "panels",
	                                "panel",  "entries",  "entry",   "values",     "value",     NULL };

/* How names end that are those of a test, whatever they begin with: "Reasoning suite". */
const char *const english_tests[] = { "suite",      "exam",      "test",  "tests", "benchmark",
	                              "benchmarks", "challenge", "arena", NULL };

/* How names begin that are phrases of common words: "Output speed", "Time to first token". */
const char *const english_common[] = {
	"Accuracy", "Answer",     "Average",    "Bandwidth",   "Battery",   "Binary",    "Bytes",      "Code",
	"Compile",  "Completion", "Compressed", "Compression", "Context",   "Cost",      "Costs",      "Decompression",
	"Disk",     "Download",   "Energy",     "Error",       "Errors",    "Execution", "Failure",    "Failures",
	"Fastest",  "Final",      "First",      "Human",       "Idle",      "Input",     "Inference",  "Instructions",
	"Largest",  "Latency",    "Load",       "Longest",     "Mean",      "Median",    "Memory",     "Minimum",
	"Maximum",  "Network",    "Number",     "Output",      "Overall",   "Parse",     "Parsing",    "Pass",
	"Peak",     "Power",      "Price",      "Processing",  "Processor", "Query",     "Queries",    "Read",
	"Reading",  "Real",       "Reasoning",  "Relative",    "Request",   "Requests",  "Response",   "Run",
	"Running",  "Runtime",    "Seconds",    "Share",       "Size",      "Slowest",   "Smallest",   "Speed",
	"Start",    "Startup",    "Storage",    "Success",     "Task",      "Tasks",     "Throughput", "Time",
	"Tokens",   "Total",      "Training",   "Transfer",    "User",      "Wall",      "Weighted",   "Win",
	"Work",     "Write",      "Writing",    NULL
};
