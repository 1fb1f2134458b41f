#!/bin/sh
# draw.sh PROGRAM FOLDER: what output/ holds, drawn from data/. ./run calls it; a test holds its result against
# what is committed.
set -eu
program=$1 folder=$2
data=$(dirname "$0")/../data/muse-spark
for look in editorial board; do
	for format in png svg pdf; do
		"$program" chart leaderboard "$data" -b intelligence-index --focus muse-spark --look "$look" \
			-o "$folder/intelligence-index-$look.$format"
	done
done

# Every kind in every look, small.
mkdir -p "$folder/gallery"
science="-b gpqa-diamond -b mmmu-pro -b charxiv-reasoning -b arc-agi-2 -b terminal-bench-2.0 -b healthbench-hard"
frontier="-m muse-spark -m gpt-5.4 -m claude-opus-4.6 -m gemini-3.1-pro"
picture() { # picture KIND ARGUMENT…
	kind=$1
	shift
	for look in editorial editorial-dark board board-light boardroom boardroom-dark; do
		"$program" chart "$kind" "$data" "$@" --look "$look" --size 720x405 -o "$folder/gallery/$kind-$look.png"
	done
}
picture leaderboard -b intelligence-index --focus muse-spark
picture bars -b gpqa-diamond --focus muse-spark
picture columns -b gpqa-diamond -m muse-spark -m gpt-5.4 -m claude-opus-4.6 -m gemini-3.1-pro --focus muse-spark
# shellcheck disable=SC2086
picture panels $science $frontier --focus muse-spark
picture grouped -b gpqa-diamond -b mmmu-pro -b charxiv-reasoning -b arc-agi-2 -m muse-spark -m gpt-5.4 -m gemini-3.1-pro \
	--focus muse-spark
picture dots -b gdpval-aa --focus muse-spark
picture tokens -b index-tokens -b intelligence-index --focus muse-spark
picture scatter -b intelligence-index -b index-tokens --focus muse-spark
made_up() { # made_up KIND DATA ARGUMENT…: likewise, of models that do not exist
	kind=$1 of=$(dirname "$0")/../tests/golden/data/$2
	shift 2
	for look in editorial editorial-dark board board-light boardroom boardroom-dark; do
		"$program" chart "$kind" "$of" "$@" --look "$look" --size 720x405 -o "$folder/gallery/$kind-$look.png"
	done
}
made_up stacked phases.yaml -b queue -b upload -b prefill -b think -b tools -b answer --focus a1
made_up distribution spread.yaml -b agent
made_up timeline releases.yaml -b reason --focus c2
made_up lines nightly.yaml -b suite
picture gap --focus muse-spark
picture slope -m gpt-5.4 -m muse-spark
# shellcheck disable=SC2086
picture heatmap $science $frontier --focus muse-spark
# shellcheck disable=SC2086
picture table $science $frontier --focus muse-spark
"$program" chart panels "$data" -b gpqa-diamond -b charxiv-reasoning -b arc-agi-2 -m muse-spark -m gpt-5.4 -m gemini-3.1-pro \
	--focus muse-spark --lang de --size 720x405 -o "$folder/gallery/panels-german.png"

# The same on a page for each look, of models that do not exist.
"$program" looks --sheet "$folder/looks.pdf" >/dev/null

# The briefing, its charts, and a deck that tells the same.
"$program" render "$data/briefing.md" --out "$folder" >/dev/null
"$program" render "$data/briefing.md" --format html --only html --out "$folder" >/dev/null
"$program" render "$data/deck.md" --out "$folder" --only pdf >/dev/null
"$program" render "$data/deck.md" --format pptx --only pptx --out "$folder" >/dev/null

# The briefing on compressors, from the raw runs.
"$program" render "$(dirname "$0")/../data/engines/briefing.md" --out "$folder/engines" >/dev/null 2>&1

# Last, so that its time says when all was drawn.
pkg-config --modversion cairo pango harfbuzz freetype2 libdeflate | tr '\n' ' ' >"$folder/libraries.txt"
