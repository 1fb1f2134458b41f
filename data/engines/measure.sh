#!/bin/sh
# measure.sh [FOLDER [ROUNDS]]: measures the engines on this machine and writes the raw runs to FOLDER (default: runs/ beside
# this script). Each round runs every engine once, so that a load that comes and goes falls on all of them alike.
#
# times.csv     a row a run: what hyperfine says of it, in seconds; user is the processor time of the program's own code
# memory.csv    a row a run: the most memory that was in use, in KiB, as GNU time says it
# sizes.csv     of each engine: bytes in, bytes out
# machine.txt   where and with what it was measured
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1-$here/runs} rounds=${2-10} memory_rounds=3 bytes=6000000
for tool in hyperfine gzip bzip2 xz zstd lz4 brotli awk sha256sum /usr/bin/time; do
	command -v "$tool" >/dev/null || {
		echo "measure.sh: $tool is missing (packages: hyperfine gzip bzip2 xz-utils zstd lz4 brotli gawk time)" >&2
		exit 1
	}
done
export LC_ALL=C
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$folder"
awk -v bytes=$bytes -f "$here/corpus.awk" >"$scratch/corpus"

# name|compresses to standard output|decompresses to standard output: all in one thread
cat >"$scratch/engines" <<'LIST'
lz4 -1|lz4 -q -1 -c|lz4 -q -d -c
lz4 -9|lz4 -q -9 -c|lz4 -q -d -c
zstd -1|zstd -q --single-thread -1 -c|zstd -q -d -c
zstd -3|zstd -q --single-thread -3 -c|zstd -q -d -c
zstd -9|zstd -q --single-thread -9 -c|zstd -q -d -c
zstd -19|zstd -q --single-thread -19 -c|zstd -q -d -c
gzip -1|gzip -1 -c|gzip -d -c
gzip -6|gzip -6 -c|gzip -d -c
gzip -9|gzip -9 -c|gzip -d -c
brotli -1|brotli -q 1 -c|brotli -d -c
brotli -5|brotli -q 5 -c|brotli -d -c
brotli -11|brotli -q 11 -c|brotli -d -c
bzip2 -9|bzip2 -9 -c|bzip2 -d -c
xz -1|xz -T1 -1 -c|xz -T1 -d -c
xz -6|xz -T1 -6 -c|xz -T1 -d -c
LIST

# ---- sizes, and that what comes out is what went in ----
echo "engine,original,compressed,ratio" >"$folder/sizes.csv"
while IFS='|' read -r name pack unpack; do
	packed=$scratch/$(echo "$name" | tr -d ' ')
	$pack "$scratch/corpus" >"$packed"
	$unpack <"$packed" | cmp -s - "$scratch/corpus" || {
		echo "measure.sh: $name does not give back what it took" >&2
		exit 1
	}
	echo "$name $(wc -c <"$scratch/corpus") $(wc -c <"$packed")" |
		awk '{ printf "%s %s,%d,%d,%.3f\n", $1, $2, $3, $4, $3 / $4 }' >>"$folder/sizes.csv"
done <"$scratch/engines"

# ---- times ----
round() { # round NUMBER pack|unpack: one run of every engine
	number=$1 task=$2
	set --
	while IFS='|' read -r name pack unpack; do
		case $task in
		pack) set -- "$@" -n "$name" "$pack $scratch/corpus" ;;
		unpack) set -- "$@" -n "$name" "$unpack $scratch/$(echo "$name" | tr -d ' ')" ;;
		esac
	done <"$scratch/engines"
	hyperfine --shell=none --runs 1 --style none --export-csv "$scratch/round" "$@" >/dev/null 2>&1
	sed -n "s/^\([^,]*\),\([^,]*\),[^,]*,[^,]*,\([^,]*\),\([^,]*\),.*/$number,$task,\1,\2,\3,\4/p" "$scratch/round" |
		sed 1d >>"$folder/times.csv"
}
echo "run,task,engine,wall,user,system" >"$folder/times.csv"
round 0 pack && round 0 unpack # nobody's files are in memory yet: not counted
echo "run,task,engine,wall,user,system" >"$folder/times.csv"
number=1
while [ "$number" -le "$rounds" ]; do
	round "$number" pack
	round "$number" unpack
	number=$((number + 1))
done

# ---- memory ----
echo "run,task,engine,kib" >"$folder/memory.csv"
number=1
while [ "$number" -le "$memory_rounds" ]; do
	while IFS='|' read -r name pack unpack; do
		# shellcheck disable=SC2086
		/usr/bin/time -a -o "$folder/memory.csv" -f "$number,pack,$name,%M" $pack "$scratch/corpus" >/dev/null
		# shellcheck disable=SC2086
		/usr/bin/time -a -o "$folder/memory.csv" -f "$number,unpack,$name,%M" $unpack \
			"$scratch/$(echo "$name" | tr -d ' ')" >/dev/null
	done <"$scratch/engines"
	number=$((number + 1))
done

# ---- where ----
{
	date -u +'date: %Y-%m-%d'
	sed -n 's/^model name[^:]*: */processor: /p' /proc/cpuinfo | head -1
	echo "cores: $(nproc)"
	uname -s | sed 's/^/system: /'
	echo "corpus: $(wc -c <"$scratch/corpus") bytes, sha256 $(sha256sum <"$scratch/corpus" | cut -d' ' -f1)"
	for tool in "hyperfine --version" "gzip --version" "xz --version" "zstd --version" "lz4 --version" "brotli --version"; do
		$tool | head -1 | sed 's,[* ]*$,,; s,^[* ]*,,'
	done
	bzip2 --help 2>&1 | head -1
} >"$folder/machine.txt"
