#!/bin/bash
# Files appear whole or not at all. However writing fails, there is one clear line, exit status 3, the target as it was, and
# nothing left beside it.
set -u
scratch=$(mktemp -d) || exit 1
trap 'cleanup' EXIT
cleanup() {
	mountpoint -q "$scratch/small" 2>/dev/null && umount "$scratch/small"
	chmod -R u+w "$scratch"
	rm -rf "$scratch"
}
data=$SOURCE/tests/golden/data/one.csv
failed=0
note() { echo "$*"; failed=1; }

draw() { "$BENCHBRIEF" chart leaderboard "$data" -o "$1" >"$scratch/out" 2>"$scratch/err"; }

# refused NAME TARGET STATUS WORDS: drawing to TARGET fails with STATUS, one error line that names the target and has WORDS
refused() {
	draw "$2"
	status=$?
	[ "$status" -eq "$3" ] || note "$1: exit status $status, not $3"
	[ "$(grep -c 'error:' "$scratch/err")" -eq 1 ] || note "$1: not one error line: $(cat "$scratch/err")"
	grep -q "$4" "$scratch/err" || note "$1: the message does not say \"$4\": $(cat "$scratch/err")"
	[ -z "$(find "$scratch" -name '*.part')" ] || note "$1: a half file is left: $(find "$scratch" -name '*.part')"
}

for format in png svg pdf; do
	mkdir -p "$scratch/w"
	refused "missing folder, $format" "$scratch/nowhere/x.$format" 3 "no folder"

	mkdir -p "$scratch/w/folder.$format"
	refused "target is a folder, $format" "$scratch/w/folder.$format" 3 "is a folder"
	[ -d "$scratch/w/folder.$format" ] || note "the folder is gone"

	ln -sf "$scratch/elsewhere/x.$format" "$scratch/w/dangling.$format"
	draw "$scratch/w/dangling.$format" && [ ! -f "$scratch/w/dangling.$format" ] && note "a dangling link: said done, but nothing is there"
	[ -z "$(find "$scratch" -name '*.part')" ] || note "dangling link: a half file is left"
done

cp /dev/null "$scratch/full.png"
ln -sf /dev/full "$scratch/device.png"
refused "a device" "$scratch/device.png" 2 "is a device"

# Standard output is a file like any other.
"$BENCHBRIEF" --version >/dev/full 2>"$scratch/err"
[ $? -eq 3 ] || note "a full standard output: exit status is not 3"
grep -q '<stdout>: error: cannot be written: No space left' "$scratch/err" || note "a full standard output: $(cat "$scratch/err")"

# A full disk: a small file system of our own where we may mount one, otherwise a limit on file sizes.
mkdir "$scratch/small"
if mount -t tmpfs -o size=16k tmpfs "$scratch/small" 2>/dev/null; then
	printf 'as it was' >"$scratch/small/x.png"
	refused "a full disk" "$scratch/small/x.png" 3 "No space left"
	[ "$(cat "$scratch/small/x.png")" = "as it was" ] || note "a full disk: the old file is gone"
	umount "$scratch/small"
else
	echo "no file system can be mounted here: a limit on file sizes stands in for the full disk"
	printf 'as it was' >"$scratch/w/limit.png"
	(trap '' XFSZ; ulimit -f 8; draw "$scratch/w/limit.png"; exit $?)
	[ $? -eq 3 ] || note "a limit on file sizes: exit status is not 3"
	[ "$(cat "$scratch/w/limit.png")" = "as it was" ] || note "a limit on file sizes: the old file is gone"
fi

# A read-only folder: as another user if we are root, whom permissions do not stop.
mkdir "$scratch/ro"
printf 'as it was' >"$scratch/ro/x.png"
chmod 555 "$scratch/ro"
chmod 755 "$scratch"
if [ "$(id -u)" -eq 0 ]; then
	if command -v setpriv >/dev/null && setpriv --reuid 65534 --clear-groups test -x "$BENCHBRIEF" && setpriv --reuid 65534 --clear-groups test -r "$data"; then
		setpriv --reuid 65534 --clear-groups "$BENCHBRIEF" chart leaderboard "$data" -o "$scratch/ro/x.png" 2>"$scratch/err"
		[ $? -eq 3 ] || note "a read-only folder: exit status is not 3: $(cat "$scratch/err")"
		[ "$(grep -c 'error:' "$scratch/err")" -eq 1 ] || note "a read-only folder: not one error line: $(cat "$scratch/err")"
	else
		echo "skipped: as root, a read-only folder cannot be tried here"
	fi
else
	refused "a read-only folder" "$scratch/ro/x.png" 3 "Permission denied"
fi
[ "$(cat "$scratch/ro/x.png")" = "as it was" ] || note "a read-only folder: the old file changed"

# Wrong input and wrong usage write nothing either.
printf 'model,benchmark,value\nA,B,"open\n' >"$scratch/bad.csv"
"$BENCHBRIEF" chart leaderboard "$scratch/bad.csv" -o "$scratch/w/bad.png" 2>/dev/null
[ $? -eq 1 ] || note "bad data: exit status is not 1"
"$BENCHBRIEF" chart leaderboard "$data" -o "$scratch/w/bad.gif" 2>/dev/null
[ $? -eq 2 ] || note "an unknown ending: exit status is not 2"
"$BENCHBRIEF" chart leaderbord "$data" -o "$scratch/w/bad.png" 2>"$scratch/err"
[ $? -eq 2 ] || note "an unknown kind: exit status is not 2"
grep -q leaderboard "$scratch/err" || note "an unknown kind: the nearest is not named"
[ ! -e "$scratch/w/bad.png" ] || note "wrong input: a file was written"

# An unchanged file is not written again.
draw "$scratch/w/same.png" || note "a plain drawing fails"
touch -d '2001-01-01' "$scratch/w/same.png"
draw "$scratch/w/same.png"
[ "$(date -r "$scratch/w/same.png" +%Y)" = 2001 ] || note "an unchanged picture was written again"

[ $failed -eq 0 ] && echo "nothing half-written, nothing lost"
exit $failed
