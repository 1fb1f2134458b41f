#!/bin/sh
# make_data.sh FOLDER: 100 small files, each a leaderboard of 6 to 14 models as plain records, and one of 10,000 models; the
# same on every machine.
set -eu
mkdir -p "$1/w3"
awk -v folder="$1" '
function random(n) { seed = (seed * 16807) % 2147483647; return seed % n }
function name(i) {
	return family[random(12) + 1] " " random(9) + 1 "." random(10) " " suffix[random(10) + 1] " " size[random(7) + 1] "B"
}
BEGIN {
	seed = 7
	split("Llama Gemini Claude GPT Mistral Qwen DeepSeek Grok Nova Command Phi Yi", family, " ")
	split("Instruct Turbo Pro Mini Flash Preview Thinking Chat Base Ultra", suffix, " ")
	split("3 7 8 13 32 70 405", size, " ")
	for (k = 0; k < 100; k++) {
		file = sprintf("%s/w3/%03d.json", folder, k)
		n = 6 + random(9)
		printf "[" > file
		for (i = 0; i < n; i++)
			printf "%s\n {\"model\": \"%s #%d\", \"benchmark\": \"Leaderboard %03d\", \"value\": %d.%d}", i ? "," : "", name(i), i + 1, k, 10 + random(89), random(10) > file
		print "\n]" > file
		close(file)
	}
	file = folder "/w2_10k.csv"
	print "model,benchmark,value" > file
	for (i = 0; i < 10000; i++)
		printf "%s #%05d,Leaderboard of 10000,%d.%d\n", name(i), i + 1, random(100), random(10) > file
}'
