#include "base/arena.h"
#include "base/str.h"
#include "grammar.h"

struct maker {
	struct arena *arena;
	struct choices *choices;
	struct strbuf b;
	unsigned models, benchmarks, sources;
	bool wrong; /* something may be, here and there */
	unsigned units[GRAMMAR_BENCHMARKS];
};

struct unit { /* with numbers as somebody would write them */
	const char *name;
	const char *values[5];
};

static const struct unit units[] = {
	{ "percent", { "42.8", "91", "0", "99.95%", "7.1" } },
	{ "points", { "12", "57.25", "-3", "1,427", "0.5" } },
	{ "elo", { "1502", "1388", "1502", "1200.5", "990" } },
	{ "tokens", { "58M", "1.2bn", "0", "840000", "91 million" } },
	{ "usd", { "0.25", "15", "1,000.50", "3", "2.5" } },
	{ "seconds", { "1.5", "0.002", "90", "1e3", "12" } },
	{ "fraction", { "0.428", "0.91", "1", "0", "0.5" } },
	{ "score", { "1", "2", "3", "4.25", "1000" } },
};
enum { N_UNITS = sizeof units / sizeof *units };

static const char *const names[] = {
	"Aster 4 Ultra",
	"Borealis Pro",
	"модель",
	"通义千问",
	"النموذج",
	"GPT-5.4",
	"Zwölf",
	"O’Neil",
	"x\xcc\x81y",
	"🚀",
	"Sprachverarbeitungsgeschwindigkeitsmodell",
	"a b  c",
};
enum { N_NAMES = sizeof names / sizeof *names };

static const char *const dates[] = { "2026-04-09", "2025-12-31", "2026-04-08", "9999-01-01", "2026-02-29" };

static unsigned pick(struct maker *m, unsigned n)
{
	return choose(m->choices, n);
}

/* Rarely: where something is left out or wrong. */
static bool rarely(struct maker *m)
{
	return m->wrong && pick(m, 8) == 7;
}

static const char *date_of(struct maker *m)
{
	return dates[rarely(m) ? pick(m, 5) : pick(m, 3)];
}

static const char *value_of(struct maker *m, unsigned benchmark)
{
	static const char *const odd[] = { "-", "n/a", "1e309", "١٢", "12,5", "0x10", "--1" };
	return rarely(m) ? odd[pick(m, 7)] : units[m->units[benchmark]].values[pick(m, 5)];
}

/* ---- records ---- */

static void add_csv(struct maker *m)
{
	bool source = pick(m, 2), date = pick(m, 2), ci = pick(m, 2), unit = !pick(m, 3);
	strbuf_addf(&m->b, "model,benchmark,value%s%s%s%s\n", unit ? ",unit" : "", source ? ",source" : "",
	            date ? ",date" : "", ci ? ",ci" : "");
	for (unsigned i = 0; i < m->models; i++)
		for (unsigned k = 0; k < m->benchmarks; k++) {
			if (pick(m, 8) == 7)
				continue;
			strbuf_addf(&m->b, "m%u,b%u,\"%s\"", i, k, value_of(m, k));
			if (unit)
				strbuf_addf(&m->b, ",%s", units[m->units[k]].name);
			if (source)
				strbuf_addf(&m->b, ",s%u", pick(m, GRAMMAR_SOURCES));
			if (date)
				strbuf_addf(&m->b, ",%s", date_of(m));
			if (ci)
				strbuf_addf(&m->b, ",%s", pick(m, 3) ? "" : "1.5");
			strbuf_add(&m->b, rarely(m) ? ",\n" : "\n");
		}
}

static void add_json(struct maker *m)
{
	strbuf_add(&m->b, "[");
	bool first = true;
	for (unsigned i = 0; i < m->models; i++)
		for (unsigned k = 0; k < m->benchmarks; k++) {
			if (pick(m, 8) == 7)
				continue;
			strbuf_addf(&m->b,
			            "%s\n {\"model\": \"m%u\", \"benchmark\": \"b%u\", \"value\": ", first ? "" : ",",
			            i, k);
			strbuf_addf(&m->b, rarely(m) ? "%s" : "\"%s\"", value_of(m, k));
			if (pick(m, 2))
				strbuf_addf(&m->b, ", \"source\": \"s%u\"", pick(m, GRAMMAR_SOURCES));
			strbuf_addf(&m->b, ", \"unit\": \"%s\"}", units[m->units[k]].name);
			first = false;
		}
	strbuf_add(&m->b, "]\n");
}

/* ---- a dataset ---- */

static void add_sources(struct maker *m)
{
	static const char *const kinds[] = {
		"vendor", "independent", "press", "leaderboard", "paper", "run", "rumour"
	};
	strbuf_add(&m->b, "sources:\n");
	for (unsigned i = 0; i < m->sources; i++) {
		strbuf_addf(&m->b, "  - {id: s%u, title: \"%s\", kind: %s", i, names[pick(m, N_NAMES)],
		            kinds[pick(m, rarely(m) ? 7 : 6)]);
		if (pick(m, 2))
			strbuf_addf(&m->b, ", date: %s", date_of(m));
		strbuf_add(&m->b, "}\n");
	}
	if (m->sources > 1 && pick(m, 2))
		strbuf_addf(&m->b, "trust: [s%u]\n", pick(m, m->sources));
}

static void add_models(struct maker *m)
{
	strbuf_add(&m->b, "organisations:\n  - {id: o0, name: Maker}\n  - {id: o1, name: \"制造商\"}\nmodels:\n");
	for (unsigned i = 0; i < m->models; i++) {
		strbuf_addf(&m->b, "  - id: m%u\n    name: \"%s%s%u\"\n", i, names[pick(m, N_NAMES)],
		            rarely(m) ? "\xe2\x80\x8b" : " ", i);
		if (pick(m, 2))
			strbuf_addf(&m->b, "    organisation: o%u\n", pick(m, 2));
		if (pick(m, 4) == 3)
			strbuf_addf(&m->b, "    variants: [{id: deep, name: Deep}, {id: fast}]\n    default: %s\n",
			            rarely(m) ? "slow" : "deep");
		if (pick(m, 4) == 3)
			strbuf_add(&m->b, "    price: {input: 1.25, output: 10}\n");
		if (pick(m, 4) == 3)
			strbuf_addf(&m->b, "    released: %s\n    context: 200k\n", date_of(m));
	}
}

static void add_benchmarks(struct maker *m)
{
	static const char *const better[] = { "", ", better: higher", ", better: lower", ", better: unknown" };
	strbuf_add(&m->b, "benchmarks:\n");
	for (unsigned k = 0; k < m->benchmarks; k++) {
		strbuf_addf(&m->b, "  - {id: b%u, name: \"%s %u\", unit: %s%s", k, names[pick(m, N_NAMES)], k,
		            units[m->units[k]].name, better[pick(m, 4)]);
		if (pick(m, 4) == 3)
			strbuf_addf(&m->b, ", aliases: [B%u, \"%s of %u\"]", k, names[pick(m, N_NAMES)], k);
		if (rarely(m))
			strbuf_add(&m->b, ", range: [0, 100]");
		strbuf_add(&m->b, "}\n");
	}
}

static void add_measurement(struct maker *m, unsigned model, unsigned benchmark)
{
	static const char *const measured[] = { "first-party", "third-party", "unknown" };
	strbuf_addf(&m->b, "  - {model: m%u, benchmark: b%u, value: \"%s\", source: s%u", model, benchmark,
	            value_of(m, benchmark), pick(m, m->sources));
	if (pick(m, 3) == 2)
		strbuf_addf(&m->b, ", measured: %s", measured[pick(m, 3)]);
	if (pick(m, 4) == 3)
		strbuf_addf(&m->b, ", date: %s", date_of(m));
	if (pick(m, 4) == 3)
		strbuf_add(&m->b, pick(m, 2) ? ", se: 0.7" : ", ci: 1.5, n: 200");
	if (rarely(m))
		strbuf_add(&m->b, ", status: estimated, note: \"about: this\"");
	strbuf_add(&m->b, "}\n");
}

static void add_measurements(struct maker *m)
{
	strbuf_add(&m->b, "measurements:\n");
	for (unsigned i = 0; i < m->models; i++)
		for (unsigned k = 0; k < m->benchmarks; k++)
			for (unsigned n = pick(m, 8) == 7 ? 0 : 1 + pick(m, 8) / 6; n > 0; n--)
				add_measurement(m, i, k);
}

static void add_remarks(struct maker *m)
{
	static const char *const tests[] = { "leader(\"b0\") == \"m0\"",
		                             "value(\"m0\", \"b0\") > value(\"m1\", \"b0\")",
		                             "rank(\"m0\", \"b0\") <= 3", "ratio(\"m0\", \"m1\", \"b0\") < 2",
		                             "nearly(value(\"m0\", \"b0\"), 40)" };
	if (pick(m, 2))
		strbuf_addf(&m->b, "claims:\n  - {id: c0, text: It leads., source: s0, test: '%s'}\n",
		            tests[pick(m, 4)]);
	if (pick(m, 3) == 2)
		strbuf_addf(&m->b, "pins:\n  - {model: m0, benchmark: b%u, source: s%u}\n", pick(m, m->benchmarks),
		            pick(m, m->sources));
	if (pick(m, 3) == 2)
		strbuf_add(&m->b, "conventions:\n  - {id: nearly, within: 10%, says: within a tenth}\n");
}

char *grammar_dataset(struct arena *arena, struct choices *choices, const char **name)
{
	struct maker m = { .arena = arena, .choices = choices, .b = strbuf_new(arena) };
	unsigned form = pick(&m, 4);
	m.wrong = pick(&m, 8) == 7;
	m.models = 3 + pick(&m, GRAMMAR_MODELS - 2);
	m.benchmarks = 2 + pick(&m, GRAMMAR_BENCHMARKS - 1);
	m.sources = 1 + pick(&m, GRAMMAR_SOURCES);
	for (unsigned k = 0; k < m.benchmarks; k++)
		m.units[k] = pick(&m, N_UNITS);
	if (form == 1 || form == 2) {
		*name = form == 1 ? "data.csv" : "data.json";
		(form == 1 ? add_csv : add_json)(&m);
		return m.b.s;
	}
	*name = "data.yaml";
	strbuf_addf(&m.b, "date: %s\n", dates[pick(&m, 2)]);
	add_sources(&m);
	add_models(&m);
	add_benchmarks(&m);
	add_measurements(&m);
	add_remarks(&m);
	return m.b.s;
}
