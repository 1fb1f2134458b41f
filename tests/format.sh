#!/bin/sh
# The sources are formatted as .clang-format says. Other versions of the tool disagree with 14, so only 14 is used.
set -u
cd "$SOURCE" || exit 1
case $(clang-format --version 2>/dev/null) in
*"version 14."*) ;;
*)
	echo "skipped: clang-format 14 is not installed"
	exit 77
	;;
esac
wrong=$(find src tests -name '*.c' -o -name '*.h' | while read -r file; do
	clang-format "$file" | cmp -s - "$file" || echo "$file"
done)
[ -z "$wrong" ] || {
	printf 'run clang-format -i on:\n%s\n' "$wrong"
	exit 1
}
