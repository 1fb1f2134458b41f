/* imports.h: one declaration per format. The order is that of detection: the more a format asks for, the earlier. */
#ifndef DATA_IMPORTS_H
#define DATA_IMPORTS_H

struct import;

extern const struct import import_dataset, import_records, import_lm_eval, import_every_eval_ever,
	import_artificial_analysis, import_arc_agi, import_swebench, import_inspect, import_promptfoo,
	import_terminal_bench, import_helm, import_mteb, import_bigcode, import_aider, import_evalplus,
	import_opencompass, import_epoch_runs, import_epoch_external, import_livebench, import_lmarena,
	import_model_card, import_eval_results, import_google_benchmark, import_hyperfine, import_pytest_benchmark,
	import_criterion, import_jmh, import_benchmarkdotnet, import_github_action, import_go_test, import_time,
	import_clickbench, import_table;

#endif
