/* Data to show looks with. */
#include "press/job.h"

#include "base/str.h"
#include "data/load.h"
#include "read/read.h"

/* Eight models that do not exist, with everything a chart may have to show: gaps, claims, intervals, a conflict, parts
 * of tokens, earlier runs. */
static const char *const demo[] = {
	"title: The shortlist",
	"date: 2026-05-12",
	"trust: [runs, press]",
	"sources:",
	"  - {id: runs, title: Runs of our own, publisher: Tester, date: 2026-05-12, kind: run}",
	"  - {id: press, title: The announcements, publisher: Makers, date: 2026-04, kind: press}",
	"organisations:",
	"  - {id: o0, name: Aster Labs}",
	"  - {id: o1, name: Borealis}",
	"  - {id: o2, name: Cobalt AI}",
	"  - {id: o3, name: Dune}",
	"models:",
	"  - {id: m0, name: Aster 4 Ultra, released: 2026-04-21, organisation: o0}",
	"  - {id: m1, name: Borealis Pro 3.1, released: 2026-02-10, organisation: o1}",
	"  - {id: m2, name: Cobalt Reason XL, released: 2025-11-04, organisation: o2}",
	"  - {id: m3, name: Dune-2 Large, released: 2025-08-26, organisation: o3}",
	"  - {id: m4, name: Ember 405B Instruct, released: 2025-03, organisation: o0}",
	"  - {id: m5, name: Fjord Medium 2, released: 2025-06-17, organisation: o1}",
	"  - {id: m6, name: Gale Flash, released: 2025-12-09, organisation: o2}",
	"  - {id: m7, name: Harbor Mini, organisation: o3}",
	"benchmarks:",
	"  - {id: reason, name: Reasoning suite, brief: Reasoning, version: v2, unit: percent, better: higher, range: "
	"[0, 100]}",
	"  - {id: code, name: Coding tasks, unit: percent, better: higher, range: [0, 100]}",
	"  - {id: agent, name: Agentic work, unit: elo, better: higher}",
	"  - {id: latency, name: Time to answer, unit: seconds, better: lower}",
	"  - {id: cost, name: Cost of the run, unit: usd, better: lower}",
	"  - {id: tokens, name: Tokens of the run, unit: tokens, better: lower}",
	"  - {id: tokens-input, name: Input tokens, unit: tokens, better: lower, part_of: tokens, part: input}",
	"  - {id: tokens-reasoning, name: Reasoning tokens, unit: tokens, better: lower, part_of: tokens, part: "
	"reasoning}",
	"  - {id: tokens-answer, name: Answer tokens, unit: tokens, better: lower, part_of: tokens, part: answer}",
	"measurements:",
	"  - {model: m0, benchmark: reason, value: 74.3, ci: 1.2, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: code, value: 62.0, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: agent, value: 1484, ci: 16, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: latency, value: 2.8, q05: 1.6, q25: 2.2, q75: 3.5, q95: 4.9, source: runs, "
	"measured: third-party}",
	"  - {model: m0, benchmark: cost, value: 900, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: tokens, value: 44M, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: tokens-input, value: 21M, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: tokens-reasoning, value: 4M, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: tokens-answer, value: 19M, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: reason, value: 69.6, ci: 1.1, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: code, value: 46.3, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: agent, value: 1458, ci: 9, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: agent, value: 1521, source: press, measured: third-party}",
	"  - {model: m1, benchmark: latency, value: 7.0, q05: 4.1, q25: 5.8, q75: 8.4, q95: 11.2, source: runs, "
	"measured: third-party}",
	"  - {model: m1, benchmark: cost, value: 420, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: tokens, value: 54M, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: tokens-input, value: 4M, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: tokens-reasoning, value: 29M, source: runs, measured: third-party}",
	"  - {model: m1, benchmark: tokens-answer, value: 21M, source: runs, measured: third-party}",
	"  - {model: m2, benchmark: reason, value: 64.9, ci: 1.3, source: press, measured: first-party}",
	"  - {model: m2, benchmark: code, value: 31.9, source: press, measured: first-party}",
	"  - {model: m2, benchmark: agent, value: 1409, ci: 17, source: runs, measured: third-party}",
	"  - {model: m2, benchmark: latency, value: 7.3, q05: 3.2, q25: 5.4, q75: 9.3, q95: 13.6, source: runs, "
	"measured: third-party}",
	"  - {model: m2, benchmark: cost, value: 610, source: runs, measured: third-party}",
	"  - {model: m2, benchmark: tokens, value: 18M, source: runs, measured: third-party}",
	"  - {model: m2, benchmark: tokens-input, value: 4M, source: runs, measured: third-party}",
	"  - {model: m2, benchmark: tokens-reasoning, value: 10M, source: runs, measured: third-party}",
	"  - {model: m2, benchmark: tokens-answer, value: 4M, source: runs, measured: third-party}",
	"  - {model: m3, benchmark: reason, value: 62.3, ci: 1.2, source: runs, measured: third-party}",
	"  - {model: m3, benchmark: agent, value: 1395, ci: 10, source: runs, measured: third-party}",
	"  - {model: m3, benchmark: latency, value: 6.9, q05: 5.6, q25: 6.3, q75: 7.5, q95: 8.3, source: runs, "
	"measured: third-party}",
	"  - {model: m3, benchmark: cost, value: 88, source: runs, measured: third-party}",
	"  - {model: m3, benchmark: tokens, value: 53M, source: runs, measured: third-party}",
	"  - {model: m3, benchmark: tokens-input, value: 21M, source: runs, measured: third-party}",
	"  - {model: m3, benchmark: tokens-reasoning, value: 12M, source: runs, measured: third-party}",
	"  - {model: m3, benchmark: tokens-answer, value: 20M, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: reason, value: 59.1, ci: 1.3, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: code, value: 41.7, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: agent, value: 1372, ci: 11, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: latency, value: 5.4, q05: 3.0, q25: 4.3, q75: 6.6, q95: 9.1, source: runs, "
	"measured: third-party}",
	"  - {model: m4, benchmark: cost, value: 35, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: tokens, value: 50M, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: tokens-input, value: 20M, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: tokens-reasoning, value: 25M, source: runs, measured: third-party}",
	"  - {model: m4, benchmark: tokens-answer, value: 5M, source: runs, measured: third-party}",
	"  - {model: m5, benchmark: reason, value: 53.8, ci: 1.9, source: runs, measured: third-party}",
	"  - {model: m5, benchmark: code, value: 26.5, source: runs, measured: third-party}",
	"  - {model: m5, benchmark: agent, value: 1329, ci: 14, source: runs, measured: third-party}",
	"  - {model: m5, benchmark: latency, value: 9.0, q05: 6.6, q25: 8.0, q75: 10.1, q95: 12.4, source: runs, "
	"measured: third-party}",
	"  - {model: m5, benchmark: cost, value: 60, source: runs, measured: third-party}",
	"  - {model: m5, benchmark: tokens, value: 40M, source: runs, measured: third-party}",
	"  - {model: m6, benchmark: code, value: 50.7, source: runs, measured: third-party}",
	"  - {model: m6, benchmark: agent, value: 1269, ci: 19, source: runs, measured: third-party}",
	"  - {model: m6, benchmark: latency, value: 9.0, q05: 4.8, q25: 6.9, q75: 11.4, q95: 15.0, source: runs, "
	"measured: third-party}",
	"  - {model: m6, benchmark: cost, value: 12, source: runs, measured: third-party}",
	"  - {model: m6, benchmark: tokens, value: 38M, source: runs, measured: third-party}",
	"  - {model: m6, benchmark: tokens-input, value: 5M, source: runs, measured: third-party}",
	"  - {model: m6, benchmark: tokens-reasoning, value: 21M, source: runs, measured: third-party}",
	"  - {model: m6, benchmark: tokens-answer, value: 12M, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: reason, value: 45.0, ci: 2.3, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: code, value: 37.2, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: agent, value: 1239, ci: 17, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: latency, value: 10.8, q05: 7.4, q25: 9.2, q75: 12.5, q95: 16.1, source: runs, "
	"measured: third-party}",
	"  - {model: m7, benchmark: cost, value: 9, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: tokens, value: 41M, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: tokens-input, value: 6M, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: tokens-reasoning, value: 19M, source: runs, measured: third-party}",
	"  - {model: m7, benchmark: tokens-answer, value: 16M, source: runs, measured: third-party}",
	"  - {model: m0, benchmark: reason, value: 63.1, ci: 1.3, source: runs, date: 2026-01-13, measured: "
	"third-party}",
	"  - {model: m0, benchmark: reason, value: 66.4, ci: 1.3, source: runs, date: 2026-02-10, measured: "
	"third-party}",
	"  - {model: m0, benchmark: reason, value: 68.0, ci: 1.3, source: runs, date: 2026-03-10, measured: "
	"third-party}",
	"  - {model: m0, benchmark: reason, value: 72.9, ci: 1.3, source: runs, date: 2026-04-14, measured: "
	"third-party}",
	"  - {model: m1, benchmark: reason, value: 70.2, ci: 1.2, source: runs, date: 2026-01-13, measured: "
	"third-party}",
	"  - {model: m1, benchmark: reason, value: 70.8, ci: 1.2, source: runs, date: 2026-02-10, measured: "
	"third-party}",
	"  - {model: m1, benchmark: reason, value: 69.9, ci: 1.2, source: runs, date: 2026-03-10, measured: "
	"third-party}",
	"  - {model: m1, benchmark: reason, value: 70.1, ci: 1.2, source: runs, date: 2026-04-14, measured: "
	"third-party}",
	"  - {model: m3, benchmark: reason, value: 55.2, ci: 1.3, source: runs, date: 2026-01-13, measured: "
	"third-party}",
	"  - {model: m3, benchmark: reason, value: 58.8, ci: 1.3, source: runs, date: 2026-02-10, measured: "
	"third-party}",
	"  - {model: m3, benchmark: reason, value: 61.0, ci: 1.3, source: runs, date: 2026-03-10, measured: "
	"third-party}",
	"  - {model: m3, benchmark: reason, value: 61.6, ci: 1.3, source: runs, date: 2026-04-14, measured: "
	"third-party}",
	"  - {model: m4, benchmark: reason, value: 59.9, ci: 1.3, source: runs, date: 2026-01-13, measured: "
	"third-party}",
	"  - {model: m4, benchmark: reason, value: 58.7, ci: 1.3, source: runs, date: 2026-02-10, measured: "
	"third-party}",
	"  - {model: m4, benchmark: reason, value: 59.6, ci: 1.3, source: runs, date: 2026-03-10, measured: "
	"third-party}",
	"  - {model: m4, benchmark: reason, value: 58.8, ci: 1.3, source: runs, date: 2026-04-14, measured: "
	"third-party}",
	"  - {model: m5, benchmark: reason, value: 55.1, ci: 1.9, source: runs, date: 2026-03-10, measured: "
	"third-party}",
	"  - {model: m5, benchmark: reason, value: 54.0, ci: 1.9, source: runs, date: 2026-04-14, measured: "
	"third-party}",
};

const struct dataset *press_demo_data(struct arena *arena, struct diags *diags)
{
	struct strbuf text = strbuf_new(arena);
	for (size_t i = 0; i < sizeof demo / sizeof *demo; i++)
		strbuf_addf(&text, "%s\n", demo[i]);
	const struct value *root = read_bytes(arena, READ_YAML, "the demonstration", text.s, text.n, diags);
	return root ? dataset_build(arena, &root, 1, NULL, diags) : NULL;
}
