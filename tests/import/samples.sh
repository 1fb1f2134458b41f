#!/bin/sh
# Real files of other programs, where they are present (../shared/samples beside the sources): each loads or says why not;
# its chart is drawn and proved in every look; and a second program finds in the raw files the values that were loaded.
set -u
LC_ALL=C
export LC_ALL
samples=$SOURCE/../shared/samples
[ -d "$samples" ] || {
	echo "skipped: there are no samples in $samples"
	exit 77
}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}
cd "$samples" || exit 1

# Every file and every folder of files.
find . -type f ! -name '*.schema.*' ! -name ORIGIN.md | sort >"$scratch/files"
find . -type d -exec sh -c 'ls "$1"/*.json >/dev/null 2>&1' sh {} \; -print | sort >"$scratch/folders"
while read -r path; do
	case $path in
	*/stats.json | */run_spec.json | */scenario.json | */model_meta.json) continue ;; # parts of a folder
	esac
	if "$BENCHBRIEF" data --all --format yaml "$path" >"$scratch/data.yaml" 2>"$scratch/err"; then
		"$BENCHBRIEF" data --all --format yaml "$scratch/data.yaml" 2>/dev/null | cmp -s - "$scratch/data.yaml" ||
			fail "$path loads again as another dataset"
	elif ! grep -qF "$path" "$scratch/err"; then
		fail "$path does not load and does not say why: $(head -3 "$scratch/err")"
	elif [ "$path" != ./hf/spec_modelcard.md ] && [ "$path" != ./eee ]; then # a template, and a schema among results
		fail "$path does not load: $(head -3 "$scratch/err")"
	fi
done <<LIST
$(cat "$scratch/files" "$scratch/folders")
LIST

recomputed() { # recomputed FORMAT PATH…
	format=$1
	shift
	"$BENCHBRIEF" data --all --format json "$@" >"$scratch/data.json" 2>/dev/null || fail "$format: does not load"
	raw=$(find "$@" -name '*.*' -type f | sort)
	# shellcheck disable=SC2086 # names without spaces
	python3 "$SOURCE/tests/import/samples.py" "$format" $raw <"$scratch/data.json" >"$scratch/differs" || fail "$format: $*"
	[ ! -s "$scratch/differs" ] || fail "$format: $(head -5 "$scratch/differs")"
	kind=leaderboard
	[ "$format" = lmarena ] && kind=dots
	for look in $("$BENCHBRIEF" looks | awk '{ print $1 }'); do
		"$BENCHBRIEF" chart $kind "$@" --look "$look" --format scene >/dev/null 2>"$scratch/err" ||
			fail "$format in the look $look: $(grep error "$scratch/err" | head -2)"
	done
}
recomputed lm-eval lm_eval
recomputed every-eval-ever eee/hal-gaia eee/global-mmlu-lite
recomputed aider aider/polyglot_leaderboard.yml
recomputed evalplus evalplus/results.json
recomputed google-benchmark google_benchmark/test1_run1.json
recomputed helm helm/hellaswag_pythia-1b
recomputed inspect inspect
recomputed mteb mteb/BAAI__bge-m3
recomputed lmarena lmarena/lmarena_vision.csv
recomputed epoch-runs epoch/benchmarks_runs.csv
recomputed epoch-external epoch/external_benchmark_metr.csv epoch/external_benchmark_terminal_bench.csv
[ $failed -eq 0 ] || exit 1
