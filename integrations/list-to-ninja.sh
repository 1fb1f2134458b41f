#!/bin/sh
# list-to-ninja.sh LIST SHARES OUT >build.ninja: a list of briefings as work for ninja, in shares. A share is made again only
# when a file that its briefings are made from changes. More shares than cores: less is made again after a change.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
# escaped TEXT: as ninja reads a path
escaped() { printf '%s' "$1" | sed 's/[$ :]/$&/g'; }
list=$1 shares=$2 out=$3
echo 'ninja_required_version = 1.8'
printf 'include %s\n' "$(escaped "$here/benchbrief.ninja")"
[ -z "${BENCHBRIEF-}" ] || printf 'benchbrief = %s\n' "$(escaped "$BENCHBRIEF")"
for share in $(seq "$shares"); do
	printf 'build %s: benchbrief_share %s\n' "$(escaped "$out/.share-$share.stamp")" "$(escaped "$list")"
	printf '  share = %s/%s\n  dir = %s\n' "$share" "$shares" "$(escaped "$out")"
done
