#!/bin/sh
# output/ is what the program makes of the shipped data: byte for byte where the drawing libraries are those it was made
# with. Two runs, one of them in another folder and another locale, give the same bytes.
set -u
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/one" "$scratch/two"
sh "$SOURCE/output/draw.sh" "$BENCHBRIEF" "$scratch/one" || exit 1
sleep 1
(cd / && LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo HOME=/nowhere sh "$SOURCE/output/draw.sh" "$BENCHBRIEF" "$scratch/two") || exit 1
failed=0
(cd "$scratch/one" && find . -type f | sed 's|^\./||' | sort) >"$scratch/names"
while read -r name; do
	file=$scratch/one/$name
	cmp "$file" "$scratch/two/$name" || { echo "$name: two runs differ"; failed=1; }
done <"$scratch/names"
libraries=$(pkg-config --modversion cairo pango harfbuzz freetype2 libdeflate | tr '\n' ' ')
made_with=$(cat "$SOURCE/output/libraries.txt")
if [ "$libraries" = "$made_with" ]; then
	while read -r name; do
		cmp "$scratch/one/$name" "$SOURCE/output/$name" ||
			{ echo "output/$name is not current: run ./run and commit"; failed=1; }
	done <"$scratch/names"
else
	echo "output/ was made with other libraries ($made_with), not compared by bytes with $libraries"
fi
exit $failed
