#!/bin/sh
# What shells complete: commands, options, their values, kinds, looks, and the benchmarks, models and makers of the data that
# are named; typed into bash and zsh on a terminal, and asked of fish. Shells that are not here are passed over.
set -u
LC_ALL=C.UTF-8
export LC_ALL
[ "${CONFIG-plain}" = plain ] || { echo "skipped: the files are the same in every build"; exit 77; }
python3 -c 'import pty' 2>/dev/null || { echo "skipped: python3 is not here"; exit 77; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
failed=0
tested=
for shell in bash:benchbrief.bash zsh:_benchbrief fish:benchbrief.fish; do
	name=${shell%%:*}
	command -v "$name" >/dev/null || continue
	tested="$tested $name"
	mkdir "$scratch/$name"
	python3 "$SOURCE/tests/lib/complete.py" "$name" "$BUILD/manual/${shell#*:}" "$BENCHBRIEF" \
		"$SOURCE/data/muse-spark/dataset.yaml" "$scratch/$name" || failed=1
done
echo "completed in$tested"
# Nothing is ever said to somebody who types.
for words in "" "models" "models no/such.yaml" "nonsense $SOURCE/data/muse-spark" "models $SOURCE/README.md"; do
	# shellcheck disable=SC2086
	said=$("$BENCHBRIEF" --complete $words 2>&1) || { echo "complete: $words: status $?"; failed=1; }
	[ -z "$said" ] || { echo "complete: $words: says $said"; failed=1; }
done
exit $failed
