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
wrong=$(find src tests tools examples -name '*.[ch]' -print0 | xargs -0 -P 2 -n 40 clang-format --dry-run 2>&1 | grep -a 'Wformat')
[ -z "$wrong" ] || {
	printf 'run clang-format -i on these files:\n%s\n' "$wrong" | head -50
	exit 1
}
