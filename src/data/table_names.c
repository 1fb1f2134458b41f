#include "data/table_names.h"

#include "base/arena.h"
#include "base/str.h"
#include "data/table_header.h"

#include <string.h>

/* Words with which names start. */
static const char models[] =
	" gpt chatgpt claude gemini gemma palm bard llama codellama alpaca vicuna mistral mixtral "
	"codestral ministral qwen qwq deepseek phi falcon grok yi baichuan internlm chatglm glm "
	"command cohere jamba dbrx olmo pythia bloom opt mpt starcoder wizardlm zephyr nemotron kimi "
	"minimax ernie hunyuan doubao bert roberta t5 muse nova titan granite smollm stablelm solar "
	"o1 o3 o4 davinci ";

static const char benchmarks[] =
	" mmlu gsm8k arc hellaswag truthfulqa winogrande humaneval mbpp gpqa math aime bbh bbeh ifeval drop piqa boolq "
	"openbookqa commonsenseqa swe swebench hle livebench livecodebench bigcodebench mtbench alpacaeval arena squad "
	"glue superglue mnli sst2 qqp rte triviaqa nq lambada imagenet coco cifar10 cifar100 musr simpleqa mmmu docvqa "
	"chartqa mathvista mgsm xnli race c_eval ceval cmmlu agieval wikitext ptb ruler longbench terminal browsecomp "
	"aider codeforces tau usamo frontiermath matharena tpch clickbench coremark geekbench ";

/* Whole names of what is measured of anything. */
static const char measures[] =
	" accuracy acc acc_norm f1 em exact_match precision recall auc bleu rouge wer cer mae rmse "
	"mse loss perplexity ppl latency throughput time runtime duration cost price tokens memory "
	"rps qps tps iops avg min max med p50 p90 p95 p99 count rate std stddev stderr score value mean median elo "
	"pass_rate win_rate ";

static bool is_among(struct arena *arena, const char *words, const char *word)
{
	return *word && strstr(words, arena_printf(arena, " %s ", word)) != NULL;
}

bool table_is_measure(struct arena *arena, const char *key)
{
	return is_among(arena, measures, key);
}

enum record_key table_name_kind(struct arena *arena, const char *name)
{
	const struct table_head head = table_head_of(arena, name);
	size_t n = strcspn(head.key, "_");
	const char *first = arena_strndup(arena, head.key, n);
	if (is_among(arena, models, first))
		return KEY_MODEL;
	/* "Llama3", "qwen2": a version may follow at once */
	size_t letters = strspn(first, "abcdefghijklmnopqrstuvwxyz");
	if (letters > 2 && letters < n && is_among(arena, models, arena_strndup(arena, first, letters)))
		return KEY_MODEL;
	if (is_among(arena, benchmarks, first) || is_among(arena, measures, head.key) || head.unit || head.generic)
		return KEY_BENCHMARK;
	return RECORD_KEYS;
}
