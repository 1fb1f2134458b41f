#!/bin/sh
# measure.sh [FOLDER [ROUNDS]]: measures the engines on this machine and writes the raw runs to FOLDER (default: runs/ beside
# this script). Each round runs every engine once, so that a load that comes and goes falls on all of them alike.
#
# times.csv     a row a run: of compression (pack) and decompression (unpack) the processor time of the program's own code,
#               and the time on the wall, as hyperfine says them; milliseconds
# memory.csv    a row a run: the most memory that was in use, as GNU time says it; MiB
# sizes.csv     of each engine: the compressed size in MB, and how many times smaller that is
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
echo "engine,size,ratio,measured" >"$folder/sizes.csv"
while IFS='|' read -r name pack unpack; do
	packed=$scratch/$(echo "$name" | tr -d ' ')
	$pack "$scratch/corpus" >"$packed"
	$unpack <"$packed" | cmp -s - "$scratch/corpus" || {
		echo "measure.sh: $name does not give back what it took" >&2
		exit 1
	}
	echo "$name $(wc -c <"$scratch/corpus") $(wc -c <"$packed")" |
		awk '{ printf "%s %s,%.3f,%.3f,third-party\n", $1, $2, $4 / 1e6, $3 / $4 }' >>"$folder/sizes.csv"
done <"$scratch/engines"

# ---- times ----
task() { # task pack|unpack: runs every engine once; leaves "engine,cpu,wall" a line in a file of that name
	task=$1
	set --
	while IFS='|' read -r name pack unpack; do
		case $task in
		pack) set -- "$@" -n "$name" "$pack $scratch/corpus" ;;
		unpack) set -- "$@" -n "$name" "$unpack $scratch/$(echo "$name" | tr -d ' ')" ;;
		esac
	done <"$scratch/engines"
	hyperfine --shell=none --runs 1 --style none --export-csv "$scratch/round" "$@" >/dev/null 2>&1
	awk -F, 'NR > 1 { printf "%s,%.1f,%.1f\n", $1, $5 * 1000, $2 * 1000 }' "$scratch/round" >"$scratch/$task"
}
task pack && task unpack # not counted: no program and no file is in memory yet
echo "run,engine,pack_cpu,pack_wall,unpack_cpu,unpack_wall,measured" >"$folder/times.csv"
number=1
while [ "$number" -le "$rounds" ]; do
	task pack
	task unpack
	cut -d, -f2- "$scratch/unpack" | paste -d, "$scratch/pack" - | sed "s/^/$number,/; s/$/,third-party/" >>"$folder/times.csv"
	number=$((number + 1))
done

# ---- memory ----
memory() { # memory COMMAND…: its peak, in MiB
	/usr/bin/time -o "$scratch/peak" -f %M "$@" >/dev/null
	awk '{ printf "%.1f", $1 / 1024 }' "$scratch/peak"
}
echo "run,engine,pack_memory,unpack_memory,measured" >"$folder/memory.csv"
number=1
while [ "$number" -le "$memory_rounds" ]; do
	while IFS='|' read -r name pack unpack; do
		# shellcheck disable=SC2086
		echo "$number,$name,$(memory $pack "$scratch/corpus"),$(memory $unpack "$scratch/$(echo "$name" | tr -d ' ')"),third-party"
	done <"$scratch/engines" >>"$folder/memory.csv"
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
