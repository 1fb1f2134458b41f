#include "data/table_header.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/record_header.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* One row a role, its words with spaces between them, the surest first. */
static const struct {
	enum record_key role;
	bool idle, generic;
	const char *words;
} roles[] = {
	{ KEY_MODEL, false, false,
	  "model models model_name modell sprachmodell llm language_model model_version name modellname engine system "
	  "method "
	  "submission model_id implementation solver database library framework tool runtime compiler agent "
	  "team team_name participant db dbms" },
	{ KEY_VARIANT, false, false, "variant variante effort reasoning_effort mode modus" },
	{ KEY_ORGANISATION, false, false,
	  "organisation developer provider vendor company creator model_creator maker lab hersteller anbieter firma "
	  "entwickler" },
	{ KEY_RELEASED, false, false,
	  "released release_date released_on launch_date launched model_release_date veröffentlicht erschienen" },
	{ KEY_LICENCE, false, false, "licence license lizenz model_license" },
	{ KEY_BENCHMARK, false, false,
	  "benchmark benchmarks benchmark_name task tasks task_name eval evaluation dataset dataset_name test metric "
	  "metric_name query workload scenario test_case aufgabe "
	  "metrik datensatz" },
	{ KEY_VALUE, false, true,
	  "value score result wert ergebnis punktzahl punkte main_score mean average best_score" },
	{ KEY_UNIT, false, false, "unit units einheit" },
	{ KEY_BETTER, false, false, "better" },
	{ KEY_VERSION, false, false, "version" },
	{ KEY_SOURCE, false, false, "source quelle" },
	{ KEY_DATE, false, false,
	  "date datum evaluated evaluation_date run_date submitted submission_date started_at" },
	{ KEY_MEASURED, false, false, "measured" },
	{ KEY_STATUS, false, false, "status" },
	{ KEY_SE, false, false, "se stderr std_err standard_error std_error sem standardfehler" },
	{ KEY_CI, false, false,
	  "ci pct_ci ci_95 confidence_interval confidence half_width halfwidth margin margin_of_error error_margin "
	  "uncertainty plus_minus konfidenzintervall" },
	{ KEY_CI_LOW, false, false,
	  "ci_low ci_lower low lower lower_bound ci_lower_bound q025 q2_5 p2_5 ci_min untergrenze lo" },
	{ KEY_CI_HIGH, false, false,
	  "ci_high ci_upper high upper upper_bound ci_upper_bound q975 q97_5 p97_5 ci_max obergrenze hi" },
	{ KEY_LEVEL, false, false, "confidence_level ci_level konfidenzniveau" },
	{ KEY_N, false, false, "n n_samples num_samples samples sample_size nsamples count anzahl" },
	{ KEY_NOTE, false, false, "note notes comment comments anmerkung bemerkung kommentar" },
	{ KEY_RUN, false, false,
	  "run seed random_seed run_id run_number run_no seed_id trial trial_id trial_number rep repetition repeat "
	  "replicate replication attempt fold epoch iteration iter lauf durchlauf durchgang wiederholung" },
	{ RECORD_KEYS, true, false,
	  "winner best best_model sieger std_dev sd p_value pvalue runs seeds place released_in "
	  "level stufe rank rank_ub rank_stylectrl rang platz position pos no nr id index idx uuid key row zeile "
	  "url link "
	  "source_link website homepage votes num_battles vote_count battles stimmen open "
	  "open_source open_weights knowledge_cutoff cutoff year jahr hash commit sha type typ "
	  "context context_length context_window kontext params parameters num_params n_params params_b stddev std "
	  "stdev standard_deviation variance var shots n_shot num_fewshot temperature top_p top_k max_tokens "
	  "batch_size "
	  "learning_rate lr step global_step timestamp team_id model_size" },
};

/* Words at the end of a head, or a whole head, and the units that they name. */
static const char *const unit_words[][2] = {
	{ "elo", "elo" },
	{ "rating", "elo" },
	{ "arena_score", "elo" },
	{ "arena_elo", "elo" },
	{ "percent", "percent" },
	{ "pct", "percent" },
	{ "prozent", "percent" },
	{ "usd", "usd" },
	{ "dollars", "usd" },
	{ "eur", "eur" },
	{ "euro", "eur" },
	{ "gbp", "gbp" },
	{ "ms", "ms" },
	{ "us", "us" },
	{ "ns", "ns" },
	{ "seconds", "seconds" },
	{ "secs", "seconds" },
	{ "sec", "seconds" },
	{ "sekunden", "seconds" },
	{ "minutes", "min" },
	{ "minuten", "min" },
	{ "hours", "h" },
	{ "stunden", "h" },
	{ "tokens", "tokens" },
	{ "tokens_used", "tokens" },
	{ "mb", "MB" },
	{ "gb", "GB" },
	{ "mib", "MiB" },
	{ "gib", "GiB" },
	{ "wh", "Wh" },
	{ "kwh", "kWh" },
};

/* ---- words ---- */

/* Where key stands among the words, from 1; 0 if it does not. */
static size_t word_at(const char *words, const char *key)
{
	size_t n = strlen(key), at = 1;
	for (const char *p = words; *p; p += strcspn(p, " "), p += *p == ' ', at++)
		if (strcspn(p, " ") == n && memcmp(p, key, n) == 0)
			return at;
	return 0;
}

/* "95% CI-low" -> "95_ci_low", "modelName" -> "model_name": words of letters and digits with '_' between them. */
static char *key_of(struct arena *arena, const char *head)
{
	struct strbuf apart = strbuf_new(arena), out = strbuf_new(arena);
	for (const char *p = head; *p; p++) {
		if (p > head && *p >= 'A' && *p <= 'Z' && p[-1] >= 'a' && p[-1] <= 'z')
			strbuf_add(&apart, "_");
		strbuf_addn(&apart, p, 1);
	}
	const char *key = record_header_key(arena, apart.s);
	for (const char *p = key; *p; p++) {
		bool letter = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || (*p & 0x80);
		if (letter)
			strbuf_addn(&out, p, 1);
		else if (out.n && out.s[out.n - 1] != '_')
			strbuf_add(&out, "_");
	}
	while (out.n && out.s[out.n - 1] == '_')
		out.s[--out.n] = '\0';
	return out.n ? out.s : arena_strdup(arena, "");
}

static bool find_role(const char *key, struct table_head *head)
{
	for (size_t i = 0; i < COUNT(roles); i++) {
		size_t at = word_at(roles[i].words, key);
		if (!at)
			continue;
		head->role = roles[i].role;
		head->order = at;
		head->idle = roles[i].idle;
		head->generic = roles[i].generic;
		return true;
	}
	return false;
}

static bool is_uncertainty(enum record_key role)
{
	return role == KEY_SE || role == KEY_CI || role == KEY_CI_LOW || role == KEY_CI_HIGH;
}

/* "mmlu_stderr", "ci_low_mmlu": a role at an end of the key, and the rest of it. */
static bool find_stem(struct arena *arena, const char *key, struct table_head *head)
{
	struct table_head part = { 0 };
	for (const char *p = key; (p = strchr(p, '_')); p++)
		if (p > key && find_role(p + 1, &part) && (is_uncertainty(part.role) || part.role == KEY_N)) {
			head->role = part.role;
			head->stem = arena_strndup(arena, key, (size_t)(p - key));
			return true;
		}
	for (const char *p = key; (p = strchr(p, '_')); p++)
		if (find_role(arena_strndup(arena, key, (size_t)(p - key)), &part) && is_uncertainty(part.role) &&
		    p[1]) {
			head->role = part.role;
			head->stem = p + 1;
			return true;
		}
	return false;
}

/* "95_pct_ci", "ci_95", "90_ci_low": the level is taken out. */
static char *without_level(struct arena *arena, char *key, struct table_head *head)
{
	static const char *const levels[] = { "50", "68", "80", "90", "95", "99" };
	for (size_t i = 0; i < COUNT(levels); i++) {
		const char *front = arena_printf(arena, "%s_", levels[i]),
			   *back = arena_printf(arena, "_%s", levels[i]);
		bool starts = str_starts(key, front), ends = str_ends(key, back);
		if (!strstr(key, "ci") || (!starts && !ends))
			continue;
		head->level = levels[i];
		key += starts ? strlen(front) : 0;
		if (ends)
			key = arena_strndup(arena, key, strlen(key) - strlen(back));
		return str_starts(key, "pct_") ? key + strlen("pct_") : key;
	}
	return key;
}

/* ---- units and arrows ---- */

static const char *unit_called(struct arena *arena, const char *text)
{
	const struct unit *signed_unit = unit_signed(text), *unit = unit_find(text);
	if (unit)
		return unit->name;
	if (signed_unit && str_eq(signed_unit->sign, text))
		return signed_unit->name;
	const char *key = key_of(arena, text);
	for (size_t i = 0; i < COUNT(unit_words); i++)
		if (str_eq(unit_words[i][0], key))
			return unit_words[i][1];
	return NULL;
}

static enum direction direction_called(struct arena *arena, const char *text)
{
	const char *key = key_of(arena, text);
	if (str_eq(text, "\u2191") || str_eq(key, "higher_is_better") || str_eq(key, "higher_better"))
		return DIRECTION_HIGHER;
	if (str_eq(text, "\u2193") || str_eq(key, "lower_is_better") || str_eq(key, "lower_better"))
		return DIRECTION_LOWER;
	return DIRECTION_UNKNOWN;
}

static char *trimmed(struct arena *arena, const char *s, size_t n)
{
	while (n && strchr(" \t,", s[n - 1]))
		n--;
	return arena_strndup(arena, s, n);
}

/* Takes what the last brackets hold, if it is a unit or a direction; NULL if it is not. */
static char *without_brackets(struct arena *arena, const char *s, struct table_head *head)
{
	size_t n = strlen(s);
	const char *open = n && s[n - 1] == ')' ? strrchr(s, '(') : n && s[n - 1] == ']' ? strrchr(s, '[') : NULL;
	if (!open || open == s)
		return NULL;
	const char *inside = arena_strndup(arena, open + 1, n - (size_t)(open - s) - 2);
	const char *unit = unit_called(arena, inside);
	enum direction better = direction_called(arena, inside);
	if (!unit && better == DIRECTION_UNKNOWN)
		return NULL;
	head->unit = unit ? unit : head->unit;
	head->better = better != DIRECTION_UNKNOWN ? better : head->better;
	return trimmed(arena, s, (size_t)(open - s));
}

/* Likewise an arrow, a sign or "in ms" at the end. */
static char *without_tail(struct arena *arena, const char *s, struct table_head *head)
{
	const char *space = strrchr(s, ' ');
	if (!space || space == s)
		return NULL;
	enum direction better = direction_called(arena, space + 1);
	const struct unit *sign = unit_signed(space + 1);
	bool in = (size_t)(space - s) > 3 && memcmp(space - 3, " in", 3) == 0;
	if (better != DIRECTION_UNKNOWN)
		head->better = better;
	else if (sign && str_eq(sign->sign, space + 1))
		head->unit = sign->name;
	else if (in && unit_called(arena, space + 1))
		head->unit = unit_called(arena, space + 1);
	else
		return NULL;
	return trimmed(arena, s, (size_t)(space - s) - (in && better == DIRECTION_UNKNOWN ? 3 : 0));
}

/* The unit that a head ends with, or is. What "USD/1M tokens" ends with is what the unit is for. */
static const char *unit_in(const char *key, const char *shown)
{
	bool rate = strchr(shown, '/') || strstr(key, "_per_");
	const char *last = rate ? NULL : strrchr(key, '_');
	const struct unit *unit = strlen(shown) > 3 || strchr(shown, '/') ? unit_find(shown) : NULL;
	for (size_t i = 0; i < COUNT(unit_words); i++)
		if (str_eq(unit_words[i][0], key) || (last && str_eq(unit_words[i][0], last + 1)))
			return unit_words[i][1];
	return unit && unit->kind == UNIT_AMOUNT ? unit->name : NULL;
}

/* "Accuracy ± SE" is the accuracy; NULL where there is no such sign. */
static char *without_plus_minus(struct arena *arena, const char *s)
{
	const char *sign = strstr(s, "\u00b1"), *typed = strstr(s, "+/-");
	const char *at = sign ? sign : typed;
	if (!at || at == s)
		return NULL;
	char *less = trimmed(arena, s, (size_t)(at - s));
	size_t n = strlen(less);
	return n > 2 && less[n - 1] == '(' ? trimmed(arena, less, n - 1) : less;
}

/* "MMLU std", "mmlu_rank": how far apart the runs lie, and who is where, is not a score. */
static bool is_spread(const char *key)
{
	static const char *const ends[] = { "_std",     "_stddev",   "_std_dev", "_stdev",
		                            "_p_value", "_variance", "_rank",    "_rang" };
	for (size_t i = 0; i < COUNT(ends); i++)
		if (str_ends(key, ends[i]))
			return true;
	return false;
}

/* The key of what is left without unit, arrow and level, which are noted in the head. */
static const char *bare_key(struct arena *arena, const char *text, struct table_head *head)
{
	char *shown = trimmed(arena, text, strlen(text));
	for (char *less; (less = without_brackets(arena, shown, head)) || (less = without_tail(arena, shown, head)) ||
	                 (less = without_plus_minus(arena, shown));)
		shown = less;
	head->shown = shown;
	char *key = key_of(arena, shown);
	head->key = key;
	return without_level(arena, key, head);
}

bool table_head_is(struct arena *arena, const char *text, enum record_key role)
{
	struct table_head head = { .role = RECORD_KEYS };
	const char *key = bare_key(arena, text, &head);
	for (size_t i = 0; i < COUNT(roles); i++)
		if (roles[i].role == role && word_at(roles[i].words, key))
			return true;
	return false;
}

struct table_head table_head_of(struct arena *arena, const char *text)
{
	struct table_head head = { .role = RECORD_KEYS };
	const char *key = bare_key(arena, text, &head);
	if (!find_role(key, &head) && !find_stem(arena, key, &head))
		head.role = RECORD_KEYS;
	head.idle |= head.role == RECORD_KEYS && is_spread(key);
	if (!head.unit && head.role == RECORD_KEYS)
		head.unit = unit_in(key, head.shown);
	return head;
}
