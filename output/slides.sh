#!/bin/sh
# slides.sh FOLDER: the picture of four slides that the README shows, as LibreOffice draws the deck in the folder. ImageMagick puts
# them together.
set -eu
[ $# -eq 1 ] || { echo "usage: slides.sh FOLDER" >&2; exit 2; }
folder=$(cd "$1" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
soffice "-env:UserInstallation=file://$scratch/profile" --headless --convert-to pdf --outdir "$scratch" "$folder/muse-spark-deck.pptx" >"$scratch/log" 2>&1
[ -s "$scratch/muse-spark-deck.pdf" ] || { cat "$scratch/log" >&2; exit 1; } # its status is 0 then, too
for page in 3 4 5 8; do
	pdftoppm -r 60 -f "$page" -l "$page" -png -singlefile "$scratch/muse-spark-deck.pdf" "$scratch/slide-$page"
done
montage "$scratch"/slide-[3458].png -tile 2x2 -geometry +4+4 -background '#dcdcea' "$scratch/all.png"
convert "$scratch/all.png" +dither -colors 200 -strip "PNG8:$folder/slides.png"
