/* Hugging Face model cards: README.md with a model-index in its front matter. No value has a unit, and a card counts in
 * fractions or in percent as it likes: the two are kept apart. What no token verifies the maker itself has reported. */
#include "data/import.h"
#include "data/imports.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/pick.h"
#include "read/read.h"

#include <string.h>

/* Up to the line of hyphens that ends the front matter; 0 without one. */
static size_t front_matter(struct bytes bytes)
{
	static const char open[] = "---\n", close[] = "\n---";
	if (bytes.size < sizeof open - 1 || memcmp(bytes.data, open, sizeof open - 1) != 0)
		return 0;
	for (size_t i = sizeof open - 2; i + sizeof close - 1 <= bytes.size; i++)
		if (memcmp(bytes.data + i, close, sizeof close - 1) == 0)
			return i + 1;
	return 0;
}

static bool detect_bytes(struct bytes bytes)
{
	static const char key[] = "\nmodel-index:";
	size_t size = front_matter(bytes);
	for (size_t i = 0; i + sizeof key - 1 <= size; i++)
		if (memcmp(bytes.data + i, key, sizeof key - 1) == 0)
			return true;
	return false;
}

/* Metrics that are shares of a whole and count in either way. */
static bool is_share(const char *type)
{
	static const char *const shares[] = { "accuracy", "f1", "precision", "recall", "exact_match", "pass@1", "acc" };
	for (size_t i = 0; type && i < sizeof shares / sizeof *shares; i++)
		if (str_starts(type, shares[i]))
			return true;
	return false;
}

static void set_unit(struct result *r, const char *type)
{
	double number;
	bool error = str_eq(type, "wer") || str_eq(type, "cer") || str_eq(type, "loss") || str_eq(type, "perplexity");
	r->directed = error || is_share(type);
	r->better = error ? DIRECTION_LOWER : DIRECTION_HIGHER;
	if (is_share(type) && pick_is_number(r->value, &number) && number >= 0 && number <= 100)
		r->unit = number <= 1 ? unit_fraction.name : unit_percent.name;
}

/* "Common Voice (French) test accuracy" */
static const char *benchmark_of(struct harvest *h, const struct value *item, const struct value *metric)
{
	const char *set = pick_text(item, "dataset/name"), *task = pick_text(item, "task/name");
	const char *config = pick_text(item, "dataset/config"), *split = pick_text(item, "dataset/split");
	const char *name = pick_text(metric, "name"), *type = pick_text(metric, "type");
	struct strbuf b = strbuf_new(harvest_arena(h));
	set = set ? set : pick_text(item, "dataset/type");
	strbuf_add(&b, set ? set : task ? task : "");
	if (config && !str_eq(config, "default") && !strstr(b.s, config))
		strbuf_addf(&b, " %s", config);
	if (split && !str_eq(split, "test") && !strstr(b.s, split))
		strbuf_addf(&b, " %s", split);
	strbuf_addf(&b, "%s%s", b.n ? " " : "", name ? name : type ? type : "");
	return b.s;
}

static void gather_result(struct harvest *h, const char *model, const struct value *item)
{
	const struct value *metrics = pick_list(item, "metrics");
	for (size_t i = 0; metrics && i < metrics->count; i++) {
		const struct value *metric = &metrics->items[i];
		bool verified = pick_true(metric, "verified") || pick(metric, "verifyToken");
		struct result r = { .place = metric->place,
			            .model = model,
			            .hub = strchr(model, '/') != NULL,
			            .benchmark = benchmark_of(h, item, metric),
			            .value = pick(metric, "value"),
			            .source = pick_text(item, "source/name"),
			            .url = pick_text(item, "source/url"),
			            .kind = pick_text(item, "source/name") ? SOURCE_UNKNOWN : SOURCE_VENDOR,
			            .measured = verified ? MEASURED_THIRD_PARTY : MEASURED_FIRST_PARTY };
		set_unit(&r, pick_text(metric, "type"));
		harvest_add(h, &r);
	}
}

static void gather(struct harvest *h, const struct document *document)
{
	const char *path = harvest_path(h);
	const struct value *root = document->tree;
	if (!root)
		root = read_yaml(harvest_arena(h), path ? path : "README.md", document->bytes.data,
		                 front_matter(document->bytes), harvest_diags(h));
	const struct value *index = pick_list(root, "model-index");
	for (size_t i = 0; index && i < index->count; i++) {
		const char *model = pick_text(&index->items[i], "name");
		const struct value *results = pick_list(&index->items[i], "results");
		for (size_t k = 0; model && results && k < results->count; k++)
			gather_result(h, model, &results->items[k]);
	}
}

const struct import import_model_card = { .name = "model-card",
	                                  .what = "Hugging Face model-index",
	                                  .example = "README.md",
	                                  .tree = true,
	                                  .needs = { "model-index" },
	                                  .detect_bytes = detect_bytes,
	                                  .gather = gather };
