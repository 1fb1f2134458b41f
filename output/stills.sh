#!/bin/sh
# stills.sh FOLDER: the four states of the preview that the README shows, from a real browser, which the test of the preview leads
# through them. ImageMagick, where it is here, halves the files.
set -eu
[ $# -eq 1 ] || { echo "usage: stills.sh FOLDER" >&2; exit 2; }
folder=$(cd "$1" && pwd)
project=$(cd "$(dirname "$0")/.." && pwd)
SOURCE=$project BENCHBRIEF=${BENCHBRIEF:-$project/build/benchbrief} STILLS=$folder sh "$project/tests/preview_browser.sh"
command -v convert >/dev/null || exit 0
for still in error mark claims dark; do
	convert "$folder/preview-$still.png" +dither -colors 256 -strip "PNG8:$folder/small.png"
	mv "$folder/small.png" "$folder/preview-$still.png"
done
