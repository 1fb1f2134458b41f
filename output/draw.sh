#!/bin/sh
# draw.sh PROGRAM FOLDER: what output/ holds, drawn from data/muse-spark. ./run calls it; a test holds its result against
# what is committed.
set -eu
program=$1 folder=$2
data=$(dirname "$0")/../data/muse-spark
pkg-config --modversion cairo pango harfbuzz freetype2 libdeflate | tr '\n' ' ' >"$folder/libraries.txt"
for look in editorial board; do
	for format in png svg pdf; do
		"$program" chart leaderboard "$data" -b intelligence-index --focus muse-spark --look "$look" \
			-o "$folder/intelligence-index-$look.$format"
	done
done
