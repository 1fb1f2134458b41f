"""Recomputes values of real result files, which the program has loaded (the JSON of a whole dataset on standard input), from
the raw files: samples.py FORMAT FILE…. Prints what differs."""
import csv
import json
import sys


def lm_eval(path):
    root = json.load(open(path))
    tasks = root.get("results", root)
    for task, metrics in tasks.items():
        for key, value in metrics.items():
            if "," in key and "_stderr" not in key and isinstance(value, float) and value == value and abs(value) < 1e300:
                metric, filter = key.split(",", 1)
                yield None, task + " " + metric + ("" if filter == "none" else ", " + filter), value


def every_eval_ever(path):
    root = json.load(open(path))
    for item in root["evaluation_results"]:
        yield root["model_info"]["id"], item["evaluation_name"], item["score_details"]["score"]


def aider(path):
    run = {}
    for line in open(path):
        line = line.rstrip("\n")
        if line.startswith("- "):
            run = {}
        parts = line[2:].split(": ", 1)
        if len(parts) == 2:
            run[parts[0]] = parts[1]
        if line.startswith("  pass_rate_2: "):
            yield None, "Aider pass rate 2", float(parts[1])


def evalplus(path):
    for model, item in json.load(open(path)).items():
        yield model, "HumanEval+ pass@1", item["pass@1"]["humaneval+"]


def google_benchmark(path):
    for item in json.load(open(path))["benchmarks"]:
        if "real_time" in item:
            yield item["name"], "Real time", item["real_time"] * {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}[item["time_unit"]]


def helm(path):
    for item in json.load(open(path)) if path.endswith("stats.json") else []:
        if item["name"]["name"] in ("exact_match", "quasi_exact_match", "prefix_exact_match", "perplexity", "inference_runtime"):
            if "perturbation" not in item["name"]:
                yield "eleutherai/pythia-1b-v0", "hellaswag " + item["name"]["name"], item["mean"]


def inspect(path):
    root = json.load(open(path))
    task = root["eval"]["task"].split("/")[-1]
    yield root["eval"]["model"], task + " accuracy", root["results"]["scores"][0]["metrics"]["accuracy"]["value"]
    usage = root["stats"]["model_usage"][root["eval"]["model"]]
    yield root["eval"]["model"], task + " input tokens", usage["input_tokens"]
    yield root["eval"]["model"], task + " output tokens", usage["output_tokens"]


def mteb(path):
    root = json.load(open(path))
    for item in root.get("scores", {}).get("test", []):
        subset = "" if item["hf_subset"] == "default" else " " + item["hf_subset"]
        yield "BAAI/bge-m3", root["task_name"] + subset, item["main_score"]


def promptfoo(path):
    root = json.load(open(path))
    for prompt in root["results"]["prompts"]:
        metrics, suite = prompt["metrics"], root["config"]["description"]
        yield prompt["provider"], suite + ", tests passed", metrics["testPassCount"] / (
            metrics["testPassCount"] + metrics["testFailCount"] + metrics["testErrorCount"])
        yield prompt["provider"], suite + ", cost", metrics["cost"]
        yield prompt["provider"], suite + ", latency in all", metrics["totalLatencyMs"]
        yield prompt["provider"], suite + ", tokens", metrics["tokenUsage"]["total"]


def lmarena(path):
    for row in csv.DictReader(open(path)):
        yield row["model"], "Arena score", float(row["arena_score"])


def epoch_runs(path):
    for row in csv.DictReader(open(path, encoding="utf-8-sig")):
        if row["Status"] == "Success" and row["Best score (across scorers)"]:
            yield row["model"], row["task"], float(row["Best score (across scorers)"])


def epoch_external(path):
    for row in csv.DictReader(open(path, encoding="utf-8-sig")):
        for column, benchmark in (("Time horizon", "metr: Time horizon"), ("Accuracy mean", "terminal_bench: Accuracy mean")):
            if row.get(column) and row["Model version"]:
                yield row["Model version"], benchmark, float(row[column].rstrip("%"))


def main():
    loaded = json.load(sys.stdin)
    names = {}
    for kind in ("models", "benchmarks"):
        for thing in loaded.get(kind, []):
            names[kind, thing["id"]] = [thing["name"]] + thing.get("aliases", [])
    there = {}
    for m in loaded["measurements"]:
        if "value" not in m:
            continue
        value = float(str(m["value"]).replace(",", ""))
        for benchmark in names["benchmarks", m["benchmark"]]:
            for model in names["models", m["model"].split("@")[0]] + [None]:
                there.setdefault((model, benchmark.split(" (version ")[0]), []).append(value)
    checked = 0
    for path in sys.argv[2:]:
        for model, benchmark, value in globals()[sys.argv[1].replace("-", "_")](path):
            if value is None:
                continue
            close = [v for v in there.get((model, benchmark), []) if abs(v - value) <= 1e-5 * abs(value)]
            if not close:
                print("%s: %s on %s is %s, and loaded as %s" % (path, model, benchmark, value, there.get((model, benchmark))))
            checked += 1
    if checked < 5:
        print("only %d values were recomputed" % checked)


main()
